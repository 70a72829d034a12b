#include "ingest/input.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace demarche::ingesting {
namespace {

constexpr std::size_t block = 256u << 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::size_t sniffed = 4096;

// The bytes that were looked at already, then the others.
class ChainedBytes : public Bytes {
 public:
  ChainedBytes(std::string first, std::unique_ptr<Bytes> rest) : first_(std::move(first)), rest_(std::move(rest)) {}

  std::size_t read(char* to, std::size_t room) override {
    if (at_ == first_.size()) {
      const std::size_t n = rest_->read(to, room);
      failure_ = rest_->failure();
      return n;
    }
    const std::size_t n = std::min(room, first_.size() - at_);
    std::memcpy(to, first_.data() + at_, n);
    at_ += n;
    return n;
  }

  std::size_t expected() const override { return first_.size() - at_ + rest_->expected(); }

 private:
  const std::string first_;
  std::size_t at_ = 0;
  std::unique_ptr<Bytes> rest_;
};

}  // namespace

Input::Input(std::unique_ptr<Bytes> bytes)
    : bytes_(std::move(bytes)), buffer_(new char[block + padding]()), capacity_(block) {}

bool Input::fill() {
  if (finished_) return false;
  const std::size_t n = bytes_->read(buffer_.get() + end_, capacity_ - end_);
  end_ += n;
  finished_ = n == 0;
  return n > 0;
}

void Input::make_room() {
  if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ < capacity_) return;
  const std::size_t larger = capacity_ * 2;
  std::unique_ptr<char[]> moved(new char[larger + padding]);
  std::memcpy(moved.get(), buffer_.get(), end_);
  std::memset(moved.get() + larger, 0, padding);
  buffer_ = std::move(moved);
  capacity_ = larger;
}

void Input::start() {
  if (started_) return;
  started_ = true;
  while (end_ < byte_order_mark.size() && fill()) {
  }
  const std::string_view head(buffer_.get(), end_);
  if (head.starts_with(byte_order_mark)) begin_ = byte_order_mark.size();
}

std::string_view Input::head() {
  start();
  // A pipe may give its first bytes late and few. A line of JSON says enough by itself; who sends one may wait for the
  // answer before he sends the next.
  const auto bytes = [&] { return std::string_view(buffer_.get() + begin_, end_ - begin_); };
  const auto is_line_of_json = [&] {
    const std::size_t first = bytes().find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes()[first] == '{' &&
           bytes().find('\n', first) != std::string_view::npos;
  };
  while (bytes().size() < sniffed && !is_line_of_json() && end_ < capacity_ && fill()) {
  }
  return bytes();
}

void Input::pass_through(const std::function<std::unique_ptr<Bytes>(std::unique_ptr<Bytes>)>& wrap) {
  std::string first(buffer_.get() + begin_, end_ - begin_);
  bytes_ = wrap(std::make_unique<ChainedBytes>(std::move(first), std::move(bytes_)));
  begin_ = end_ = 0;
  started_ = finished_ = false;
}

std::string_view Input::next_block() {
  start();
  if (begin_ == end_) {
    begin_ = end_ = 0;
    if (!fill()) return {};
  }
  const std::string_view all(buffer_.get() + begin_, end_ - begin_);
  begin_ = end_;
  return all;
}

std::string Input::take(std::size_t size) {
  std::string out;
  while (out.size() < size) {
    const std::string_view some = next_block();
    if (some.empty()) break;
    const std::size_t n = std::min(some.size(), size - out.size());
    out.append(some.substr(0, n));
    begin_ -= some.size() - n;
  }
  return out;
}

bool Input::pass(std::uint64_t size) {
  while (size > 0) {
    const std::string_view some = next_block();
    if (some.empty()) return false;
    const std::size_t n = static_cast<std::size_t>(std::min<std::uint64_t>(some.size(), size));
    begin_ -= some.size() - n;
    size -= n;
  }
  return true;
}

void Input::pass_line() {
  for (;;) {
    const char* const newline = static_cast<const char*>(std::memchr(buffer_.get() + begin_, '\n', end_ - begin_));
    if (newline != nullptr) {
      begin_ = static_cast<std::size_t>(newline - buffer_.get()) + 1;
      return;
    }
    begin_ = end_ = 0;
    if (!fill()) return;
  }
}

Input::Got Input::next_line(std::size_t limit, char** line, std::size_t* length) {
  start();
  std::size_t searched = 0;
  for (;;) {
    char* const first = buffer_.get() + begin_;
    const std::size_t unread = end_ - begin_;
    char* const newline = static_cast<char*>(std::memchr(first + searched, '\n', unread - searched));
    const std::size_t size = newline != nullptr ? static_cast<std::size_t>(newline - first) : unread;
    if (size > limit) {
      pass_line();
      return Got::too_long;
    }
    if (newline == nullptr) {
      searched = unread;
      if (end_ == capacity_) make_room();
      if (fill()) continue;
      if (unread == 0) return Got::end;
    }
    *line = buffer_.get() + begin_;
    *length = size;
    begin_ += newline != nullptr ? size + 1 : size;
    return Got::all;
  }
}

Input::Got Input::read_all(std::size_t limit, std::string* out) {
  start();
  out->assign(buffer_.get() + begin_, end_ - begin_);
  out->reserve(std::min(limit, out->size() + bytes_->expected()) + 1);
  begin_ = end_ = 0;
  while (out->size() <= limit && fill()) {
    out->append(buffer_.get(), end_);
    end_ = 0;
  }
  return out->size() > limit ? Got::too_long : Got::all;
}

}  // namespace demarche::ingesting
