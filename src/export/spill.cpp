#include "export/spill.h"

#include <unistd.h>

#include <algorithm>

#include "text/date.h"

namespace demarche::exporting {

Spill::Place Spill::add(std::string_view text) {
  if (buffer_.size() + text.size() > most_bytes_) empty_buffer();
  const Place place{in_file_ + buffer_.size(), static_cast<std::uint32_t>(text.size())};
  if (buffer_.empty()) buffer_.reserve(std::min(most_bytes_, std::size_t{1} << 20));
  if (buffer_.capacity() - buffer_.size() < text.size()) {
    // Doubled at most up to the limit.
    buffer_.reserve(std::max(buffer_.size() + text.size(), std::min(most_bytes_, 2 * buffer_.capacity())));
  }
  buffer_.append(text);
  return place;
}

void Spill::empty_buffer() {
  if (failed_ || buffer_.empty()) return;
  if (file_ == nullptr) file_.reset(std::tmpfile());
  failed_ = file_ == nullptr || std::fseek(file_.get(), 0, SEEK_END) != 0 ||
            std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size() ||
            std::fflush(file_.get()) != 0;
  in_file_ += buffer_.size();
  buffer_.clear();
}

void Spill::append(const Place& place, std::string* out) {
  if (place.offset >= in_file_) {
    out->append(buffer_, static_cast<std::size_t>(place.offset - in_file_), place.length);
    return;
  }
  if (failed_) return;
  const std::size_t before = out->size();
  out->resize(before + place.length);
  // Not through the stream, which would read a block for each line.
  failed_ = ::pread(::fileno(file_.get()), out->data() + before, place.length, static_cast<off_t>(place.offset)) !=
            static_cast<ssize_t>(place.length);
  if (failed_) out->resize(before);
}

Result<Done> Spill::done() const {
  if (!failed_) return Done{};
  return Error{Cause::failed, "no room for a temporary file in /tmp; make some and run again"};
}

std::int32_t day_number(std::string_view date) {
  const auto parsed = text::parse_iso(date);
  return parsed ? parsed->year * 10000 + parsed->month * 100 + parsed->day : Dated::undated;
}

}  // namespace demarche::exporting
