#include "ingest/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace demarche::ingesting {
namespace {

std::string why_not_opened(int error) {
  if (error == ENOENT || error == ENOTDIR) return "no such file; check the path";
  if (error == EACCES) return "no permission to read it; check its permissions";
  return std::string("cannot be opened (") + std::strerror(error) + "); check the path";
}

class FileBytes : public Bytes {
 public:
  FileBytes(int descriptor, const std::atomic<bool>* stop, std::uint64_t* consumed)
      : descriptor_(descriptor), stop_(stop), consumed_(consumed) {}
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes() override {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }

  std::size_t read(char* to, std::size_t room) override {
    for (;;) {
      const ssize_t n = ::read(descriptor_, to, room);
      if (n > 0 && consumed_ != nullptr) *consumed_ += static_cast<std::uint64_t>(n);
      if (n >= 0) return static_cast<std::size_t>(n);
      if (errno == EINTR && (stop_ == nullptr || !stop_->load())) continue;
      if (errno != EINTR) failure_ = std::strerror(errno);
      return 0;
    }
  }

  std::size_t expected() const override {
    struct stat status {};
    const bool is_file = ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
    return is_file ? static_cast<std::size_t>(status.st_size) : 0;
  }

 private:
  int descriptor_;
  const std::atomic<bool>* stop_;
  std::uint64_t* consumed_;
};

class MemoryBytes : public Bytes {
 public:
  explicit MemoryBytes(std::string_view bytes) : left_(bytes) {}

  std::size_t read(char* to, std::size_t room) override {
    const std::size_t n = std::min(room, left_.size());
    std::memcpy(to, left_.data(), n);
    left_.remove_prefix(n);
    return n;
  }

  std::size_t expected() const override { return left_.size(); }

 private:
  std::string_view left_;
};

}  // namespace

Result<std::unique_ptr<Bytes>> open_file(const std::string& path, const std::atomic<bool>* stop,
                                         std::uint64_t* consumed) {
  if (path == "-") return std::unique_ptr<Bytes>(std::make_unique<FileBytes>(STDIN_FILENO, stop, consumed));
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return Error{Cause::failed, why_not_opened(errno)};
  return std::unique_ptr<Bytes>(std::make_unique<FileBytes>(descriptor, stop, consumed));
}

std::unique_ptr<Bytes> bytes_in_memory(std::string_view bytes) { return std::make_unique<MemoryBytes>(bytes); }

}  // namespace demarche::ingesting
