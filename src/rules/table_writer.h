// Writing tables (table.h): rows are allocated as arrays, filled where they lie, and finished into one buffer.
//
//   const auto terms = writer.allocate<Term>(2);
//   writer.put(&writer.row(terms, 0).office, "senator");
//   …
//   const auto actors = writer.allocate<KnownActor>(1);
//   writer.put(&writer.row(actors, 0).terms, terms);
//   …
//   TableBytes bytes = writer.finish(root);
//
// Allocate first, then put: an allocation moves the rows. The same calls give the same bytes.
#ifndef DEMARCHE_RULES_TABLE_WRITER_H
#define DEMARCHE_RULES_TABLE_WRITER_H

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "rules/table.h"

namespace demarche::rules {

struct TableBytes {
  std::unique_ptr<char[]> data;  // aligned for every row
  std::size_t size = 0;
};

// `count` rows of a writer, from its byte `at`.
template <typename T>
struct Rows {
  std::uint32_t at = 0;
  std::uint32_t count = 0;
};

class TableWriter {
 public:
  TableWriter();

  // Rows of zero bytes.
  template <typename T>
  Rows<T> allocate(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= table_alignment);
    return {reserve(count * sizeof(T), alignof(T)), static_cast<std::uint32_t>(count)};
  }
  // The reference is valid until the next allocation.
  template <typename T>
  T& row(Rows<T> rows, std::size_t i = 0) {
    return reinterpret_cast<T*>(buffer_.data() + rows.at)[i];
  }

  // A member of a row, as rows of its own.
  template <typename T, typename M>
  Rows<M> part(Rows<T> of, M T::*member) {
    return {place_of(&(row(of).*member)), 1};
  }

  // Allocate and fill.
  template <typename T>
  Rows<T> values(const std::vector<T>& from) {
    const Rows<T> rows = allocate<T>(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) row(rows, i) = from[i];
    return rows;
  }
  Rows<TableString> strings(const std::vector<std::string>& values);
  // The slots of a map with these keys, in the order of its rows; of equal keys the first will be found.
  Rows<std::uint32_t> slots(const std::vector<std::string_view>& keys);

  // Fill a member of a row. Equal strings are stored once.
  void put(TableString* member, std::string_view value);
  template <typename T>
  void put(TableList<T>* member, Rows<T> rows, std::size_t first, std::size_t count) {
    member->distance_ = distance(member, rows.at + first * sizeof(T));
    member->size_ = static_cast<std::uint32_t>(count);
  }
  template <typename T>
  void put(TableList<T>* member, Rows<T> rows) {
    put(member, rows, 0, rows.count);
  }
  template <typename Row>
  void put(TableMap<Row>* member, Rows<std::uint32_t> slots, Rows<Row> rows) {
    put(&member->slots_, slots);
    put(&member->rows_, rows);
  }

  // Ends the writing; table_root<Root>() finds the root in the bytes.
  template <typename Root>
  TableBytes finish(Rows<Root> root) {
    return link(root.at);
  }

 private:
  struct PendingString {
    std::uint32_t member;  // byte of the buffer
    std::uint32_t text;    // byte of the pool
  };

  std::uint32_t reserve(std::size_t bytes, std::size_t alignment);
  std::uint32_t place_of(const void* member) const {
    return static_cast<std::uint32_t>(static_cast<const char*>(member) - buffer_.data());
  }
  std::int32_t distance(const void* member, std::size_t target) const {
    return static_cast<std::int32_t>(static_cast<std::int64_t>(target) - place_of(member));
  }
  TableBytes link(std::uint32_t root);

  std::vector<char> buffer_;
  std::string pool_;  // stands after the rows
  std::unordered_map<std::string, std::uint32_t> pooled_;
  std::vector<PendingString> strings_;
};

// For slots(): the keys of a sorted map, whose rows are written in its order.
template <typename Value>
std::vector<std::string_view> keys_of(const std::map<std::string, Value>& map) {
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

}  // namespace demarche::rules

#endif
