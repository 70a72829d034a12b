// Tables that are used where they lie: structs, strings, lists and hash maps in one run of bytes, without pointers.
//
// A reference is a distance from the member that holds it, so the bytes may stand anywhere that is 16-byte aligned: in
// the program's constant data, or in a buffer. Nothing is unpacked. Rows cannot be copied, for a copy's distances would
// be wrong; hold a reference to the row, or a view of the string.
//
// TableWriter (table_writer.h) makes the bytes; they are of the machine and the build that wrote them.
//
// Thread safety: constant data. Everything lives as long as the bytes do.
#ifndef DEMARCHE_RULES_TABLE_H
#define DEMARCHE_RULES_TABLE_H

#include <fmt/core.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace demarche::rules {

// A string of the table; use it as a std::string_view. All zero bytes are the empty string.
class TableString {
 public:
  TableString() = default;
  TableString(const TableString&) = delete;
  TableString& operator=(const TableString&) = delete;

  std::string_view view() const { return {reinterpret_cast<const char*>(this) + distance_, size_}; }
  operator std::string_view() const { return view(); }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  friend bool operator==(const TableString& a, const TableString& b) { return a.view() == b.view(); }
  friend bool operator==(const TableString& a, std::string_view b) { return a.view() == b; }
  friend bool operator==(const TableString& a, const char* b) { return a.view() == b; }

 private:
  friend class TableWriter;
  std::int32_t distance_;
  std::uint32_t size_;
};

// A list of rows or numbers. All zero bytes are the empty list.
template <typename T>
class TableList {
 public:
  TableList() = default;
  TableList(const TableList&) = delete;
  TableList& operator=(const TableList&) = delete;

  const T* begin() const {
    return reinterpret_cast<const T*>(reinterpret_cast<const char*>(this) + (size_ ? distance_ : 0));
  }
  const T* end() const { return begin() + size_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  // REQUIRES i < size().
  const T& operator[](std::size_t i) const { return begin()[i]; }
  const T& front() const { return *begin(); }

 private:
  friend class TableWriter;
  std::int32_t distance_;
  std::uint32_t size_;
};

inline std::uint32_t table_hash(std::string_view key) {
  std::uint32_t h = 2166136261u;  // FNV-1a (Fowler, Noll, Vo 1991)
  for (const char c : key) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h ^ (h >> 15);
}

// The key of a row in a TableMap; a row type that differs from these brings its own overload.
inline std::string_view key_of(const TableString& key) { return key; }
template <typename Row>
std::string_view key_of(const Row& row) {
  return row.key;
}

// Rows by key: open addressing, at most half full.
template <typename Row>
class TableMap {
 public:
  TableMap() = default;
  TableMap(const TableMap&) = delete;
  TableMap& operator=(const TableMap&) = delete;

  // The row, or nullptr.
  const Row* find(std::string_view key) const {
    if (slots_.empty()) return nullptr;
    const std::uint32_t mask = static_cast<std::uint32_t>(slots_.size()) - 1;
    for (std::uint32_t at = table_hash(key) & mask; slots_[at]; at = (at + 1) & mask) {
      const Row& row = rows_[slots_[at] - 1];
      if (key_of(row) == key) return &row;
    }
    return nullptr;
  }

  // In the order in which they were written.
  const TableList<Row>& rows() const { return rows_; }
  std::size_t size() const { return rows_.size(); }

  // The row's place in rows().
  std::uint32_t number(const Row* row) const { return static_cast<std::uint32_t>(row - rows_.begin()); }

 private:
  friend class TableWriter;
  TableList<std::uint32_t> slots_;  // number of the row + 1, 0 = free; a power of two of them
  TableList<Row> rows_;
};

inline constexpr std::size_t table_alignment = 16;

// In front of all rows.
struct TableHeader {
  char magic[8];
  std::uint32_t root;  // distance of the root row from the header's first byte
  std::uint32_t size;  // of everything, bytes
};
inline constexpr char table_magic[8] = {'D', 'M', 'P', 'A', 'C', 'K', '1', '\n'};
static_assert(sizeof(TableHeader) == table_alignment);

// The root row. REQUIRES bytes that TableWriter::finish() made from a root of this type.
template <typename Root>
const Root* table_root(const char* bytes) {
  return reinterpret_cast<const Root*>(bytes + reinterpret_cast<const TableHeader*>(bytes)->root);
}

}  // namespace demarche::rules

template <>
struct fmt::formatter<demarche::rules::TableString> : fmt::formatter<std::string_view> {
  template <typename Context>
  auto format(const demarche::rules::TableString& s, Context& context) const {
    return fmt::formatter<std::string_view>::format(s.view(), context);
  }
};

#endif
