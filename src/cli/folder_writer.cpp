#include "cli/folder_writer.h"

#include <optional>
#include <system_error>
#include <utility>

#include "cli/output.h"

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_bytes = std::size_t{256} << 10;
constexpr std::size_t most_waiting = std::size_t{4} << 20;  // bytes

// One file after the other; the first fault stays.
class Files {
 public:
  Files(const fs::path& folder, Error* fault) : folder_(folder), fault_(*fault) {}

  void start(const std::string& file) {
    close();
    const fs::path path = folder_ / file;
    if (path.parent_path() != made_) {
      std::error_code ignored;
      fs::create_directories(path.parent_path(), ignored);
      made_ = path.parent_path();
    }
    auto output = Output::create(path.string());
    if (output) {
      output_.emplace(std::move(*output));
    } else {
      fail_with(output.error());
    }
  }

  void write(std::string_view bytes) {
    if (output_) output_->write(bytes);
  }

  void close() {
    if (!output_) return;
    if (auto done = output_->finish(); !done) fail_with(done.error());
    output_.reset();
  }

 private:
  void fail_with(Error error) {
    if (fault_.message.empty()) fault_ = std::move(error);
  }

  const fs::path& folder_;
  Error& fault_;
  fs::path made_;
  std::optional<Output> output_;
};

}  // namespace

FolderWriter::FolderWriter(fs::path folder) : folder_(std::move(folder)), thread_([this] { run(); }) {}

FolderWriter::~FolderWriter() { end(); }

void FolderWriter::start(std::string_view file) {
  hand_over();
  piece_.file = file;
}

void FolderWriter::write(std::string_view bytes) {
  piece_.bytes.append(bytes);
  if (piece_.bytes.size() >= piece_bytes) hand_over();
}

Result<Done> FolderWriter::finish() {
  hand_over();
  end();
  if (!fault_.message.empty()) return fault_;
  return Done{};
}

void FolderWriter::hand_over() {
  if (piece_.file.empty() && piece_.bytes.empty()) return;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return bytes_waiting_ < most_waiting; });
  bytes_waiting_ += piece_.bytes.size();
  waiting_.push_back(std::exchange(piece_, {}));
  changed_.notify_all();
}

void FolderWriter::end() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }
  thread_.join();
}

// False when nothing will come any more.
bool FolderWriter::take(Piece* piece) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !waiting_.empty() || ended_; });
  if (waiting_.empty()) return false;
  *piece = std::move(waiting_.front());
  waiting_.pop_front();
  bytes_waiting_ -= piece->bytes.size();
  changed_.notify_all();
  return true;
}

void FolderWriter::run() {
  Files files(folder_, &fault_);
  for (Piece piece; take(&piece);) {
    if (!piece.file.empty()) files.start(piece.file);
    files.write(piece.bytes);
  }
  files.close();
}

}  // namespace demarche::cli
