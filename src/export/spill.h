// Text that is made in one order and written in another: the entries of a report by date, those of a note by actor.
// What is more than some megabytes waits in a temporary file that has no name.
//
// Thread safety: none.
#ifndef DEMARCHE_EXPORT_SPILL_H
#define DEMARCHE_EXPORT_SPILL_H

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "demarche/error.h"

namespace demarche::exporting {

class Spill {
 public:
  // In memory are at most about so many bytes.
  explicit Spill(std::size_t most_bytes = std::size_t{16} << 20) : most_bytes_(most_bytes) {}

  struct Place {
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
  };
  Place add(std::string_view text);

  // Appends the text; nothing after a fault.
  void append(const Place& place, std::string* out);
  // Puts the text in place of what is in `out`.
  void read(const Place& place, std::string* out) {
    out->clear();
    append(place, out);
  }

  // Whether all could be kept and read: Cause::failed when there is no room for the temporary file.
  Result<Done> done() const;

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void empty_buffer();

  std::size_t most_bytes_;
  std::string buffer_;  // what follows the file
  std::uint64_t in_file_ = 0;
  std::unique_ptr<std::FILE, Close> file_;
  bool failed_ = false;
};

// An entry and its day, for sorting: undated ones come last, those of a day in the order in which they came.
struct Dated {
  std::int32_t day = 0;  // 20100513
  Spill::Place place;

  static constexpr std::int32_t undated = INT32_MAX;
  bool operator<(const Dated& other) const { return day < other.day; }
};

// Of an ISO date; `undated` for what is none.
std::int32_t day_number(std::string_view date);

}  // namespace demarche::exporting

#endif
