#include "ingest/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace demarche::ingesting {
namespace {

constexpr std::size_t block = 256u << 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string why_not_opened(int error) {
  if (error == ENOENT || error == ENOTDIR) return "no such file; check the path";
  if (error == EACCES) return "no permission to read it; check its permissions";
  return std::string("cannot be opened (") + std::strerror(error) + "); check the path";
}

}  // namespace

Result<Input> Input::open(const std::string& path, const std::atomic<bool>* stop) {
  if (path == "-") return Input(STDIN_FILENO, stop);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{Cause::failed, why_not_opened(errno)};
  return Input(descriptor, stop);
}

Input::Input(int descriptor, const std::atomic<bool>* stop)
    : descriptor_(descriptor), stop_(stop), buffer_(new char[block + padding]()), capacity_(block) {}

Input::Input(Input&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      stop_(other.stop_),
      buffer_(std::move(other.buffer_)),
      capacity_(other.capacity_),
      begin_(other.begin_),
      end_(other.end_),
      started_(other.started_),
      finished_(other.finished_),
      failure_(std::move(other.failure_)) {}

Input::~Input() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

bool Input::fill() {
  while (!finished_) {
    const ssize_t n = ::read(descriptor_, buffer_.get() + end_, capacity_ - end_);
    if (n > 0) {
      end_ += static_cast<std::size_t>(n);
      return true;
    }
    if (n < 0 && errno == EINTR && (stop_ == nullptr || !stop_->load())) continue;
    if (n < 0 && errno != EINTR) failure_ = std::strerror(errno);
    finished_ = true;
  }
  return false;
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
  // A pipe may give its first bytes late and few: go on until something other than white space is there.
  const auto bytes = [&] { return std::string_view(buffer_.get() + begin_, end_ - begin_); };
  while (bytes().find_first_not_of(" \t\r\n") == std::string_view::npos && end_ < capacity_ && fill()) {
  }
  return bytes();
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
  struct stat status {};
  if (::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode)) {
    out->reserve(std::min(limit + 1, static_cast<std::size_t>(status.st_size) + 1));
  }
  begin_ = end_ = 0;
  while (out->size() <= limit && fill()) {
    out->append(buffer_.get(), end_);
    end_ = 0;
  }
  return out->size() > limit ? Got::too_long : Got::all;
}

}  // namespace demarche::ingesting
