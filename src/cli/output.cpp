#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_bytes = 64u << 10;

Error cannot_write(const std::string& path, int error) {
  const std::string folder = fs::path(path).parent_path().string();
  if (error == ENOENT || error == ENOTDIR) {
    return {Cause::failed, fmt::format("{}: no such folder as {}; create it first", path, folder)};
  }
  if (error == EACCES || error == EPERM || error == EROFS) {
    return {Cause::failed, fmt::format("{}: no permission to write there; choose another folder", path)};
  }
  if (error == ENOSPC) return {Cause::failed, fmt::format("{}: the disk is full; make room and run again", path)};
  return {Cause::failed, fmt::format("{}: cannot be written ({})", path, std::strerror(error))};
}

// What a new file would get (0666 without the umask), or what the file that is replaced has.
mode_t mode_for(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 0777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Result<Done> check_output_path(const std::string& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored) || path.ends_with('/')) {
    return Error{Cause::wrong_use, path + ": is a folder; name a file to write"};
  }
  return Done{};
}

Result<Output> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return Output(STDOUT_FILENO, "standard output", "");
  if (auto checked = check_output_path(path); !checked) return checked.error();
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return cannot_write(path, errno);
    return Output(descriptor, path, "");
  }
  // A link stays a link: the file it points to is replaced.
  const fs::path target = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : fs::path(path);
  std::string temporary = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return cannot_write(path, errno);
  static_cast<void>(::fchmod(descriptor, mode_for(target.string())));
  return Output(descriptor, target.string(), temporary);
}

Result<Output> Output::create(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return cannot_write(path, errno);
  return Output(descriptor, path, "");
}

Output::Output(int descriptor, std::string path, std::string temporary)
    : descriptor_(descriptor),
      path_(std::move(path)),
      temporary_(std::move(temporary)),
      interactive_(::isatty(descriptor) != 0) {}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, "")),
      buffer_(std::exchange(other.buffer_, "")),
      error_(other.error_),
      interactive_(other.interactive_) {}

Output::~Output() {
  if (descriptor_ > STDOUT_FILENO) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

bool Output::write(std::string_view bytes) {
  if (error_ != 0) return false;
  buffer_ += bytes;
  return buffer_.size() < buffer_bytes && !interactive_ ? true : flush();
}

bool Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t n = ::write(descriptor_, rest.data(), rest.size());
    if (n >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  buffer_.clear();
  return error_ == 0;
}

Result<Done> Output::finish() {
  flush();
  if (error_ == EPIPE) return Done{};
  if (error_ != 0) return cannot_write(path_, error_);
  if (temporary_.empty()) return Done{};
  if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) return cannot_write(path_, errno);
  temporary_.clear();
  return Done{};
}

Result<Done> write_whole(const std::string& path, std::string_view bytes) {
  auto output = Output::open(path);
  if (!output) return output.error();
  output->write(bytes);
  return output->finish();
}

}  // namespace demarche::cli
