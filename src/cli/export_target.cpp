#include "cli/export_target.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "cli/folder_writer.h"
#include "cli/output.h"

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

// Says in a folder which format made it.
constexpr const char* marker = ".demarche-export";

class FileTarget : public FinishedTarget {
 public:
  explicit FileTarget(Output output) : output_(std::move(output)) {}
  void start(std::string_view) override {}
  void write(std::string_view bytes) override { output_.write(bytes); }
  Result<Done> finish() override { return output_.finish(); }

 private:
  Output output_;
};

class FolderTarget : public FinishedTarget {
 public:
  FolderTarget(fs::path folder, fs::path temporary)
      : folder_(std::move(folder)), temporary_(std::move(temporary)), files_(temporary_) {}
  ~FolderTarget() override {
    if (temporary_.empty()) return;
    // The files that are under way must not come back.
    static_cast<void>(files_.finish());
    std::error_code ignored;
    fs::remove_all(temporary_, ignored);
  }

  void start(std::string_view file) override { files_.start(file); }
  void write(std::string_view bytes) override { files_.write(bytes); }

  Result<Done> finish() override {
    if (auto written = files_.finish(); !written) return written;
    std::error_code error;
    // The old export goes as a whole: what is no longer in the graph must not stay as a note.
    fs::remove_all(folder_, error);
    if (!error) fs::rename(temporary_, folder_, error);
    if (error)
      return Error{Cause::failed, fmt::format("{}: cannot be written ({})", folder_.string(), error.message())};
    temporary_.clear();
    return Done{};
  }

 private:
  fs::path folder_, temporary_;
  FolderWriter files_;
};

std::string format_of_folder(const fs::path& folder) {
  std::ifstream file(folder / marker);
  std::string format;
  std::getline(file, format);
  return format;
}

}  // namespace

Result<std::unique_ptr<FinishedTarget>> open_file_target(const std::string& path) {
  auto output = Output::open(path);
  if (!output) return output.error();
  return std::unique_ptr<FinishedTarget>(std::make_unique<FileTarget>(std::move(*output)));
}

Result<std::unique_ptr<FinishedTarget>> open_folder_target(const std::string& path, const std::string& format) {
  std::error_code error;
  fs::path folder = fs::path(path).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();
  if (fs::exists(folder, error)) {
    if (!fs::is_directory(folder, error)) return Error{Cause::wrong_use, path + ": is a file; name a folder"};
    if (!fs::is_empty(folder, error) && format_of_folder(folder) != format) {
      return Error{
          Cause::wrong_use,
          fmt::format("{}: is a folder with files that no export to {} has made; name a new one", path, format)};
    }
  }
  std::string temporary = (folder.parent_path() / ("." + folder.filename().string() + ".XXXXXX")).string();
  if (::mkdtemp(temporary.data()) == nullptr) {
    return Error{Cause::failed, path + ": cannot be made there; the folder above must exist and be writable"};
  }
  fs::permissions(temporary,
                  fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read |
                      fs::perms::others_exec,
                  error);
  std::ofstream(fs::path(temporary) / marker) << format << '\n';
  return std::unique_ptr<FinishedTarget>(std::make_unique<FolderTarget>(folder, temporary));
}

}  // namespace demarche::cli
