#include "demarche/ingest.h"

#include <unistd.h>

#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "ingest/any.h"
#include "ingest/bytes.h"
#include "ingest/file_day.h"
#include "ingest/folder.h"
#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;
using ingesting::Input;
using ingesting::Origin;
using ingesting::Reading;

// Looks at a named path before anything is read, so that a slip of the pen costs no half-done work. Does not open it:
// a pipe (/dev/fd/63) can be opened only once.
Result<Done> check_path(const std::string& path) {
  if (path == "-") return Done{};
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (!fs::exists(status)) return Error{Cause::failed, path + ": no such file; check the path"};
  if (::access(path.c_str(), R_OK) != 0) {
    return Error{Cause::failed, path + ": no permission to read it; check its permissions"};
  }
  if (fs::is_directory(status) && !ingesting::holds_readable_file(path)) {
    return Error{Cause::failed, path + ": no readable files in this folder; name one with texts, pages or feeds"};
  }
  return Done{};
}

void read_file(const std::string& path, Reading* reading) {
  auto bytes = ingesting::open_file(path, reading->options.stop, reading->options.bytes_consumed);
  if (!bytes) return reading->lost(path, bytes.error().message, Skip::unreadable);
  Origin origin;
  origin.where = path;
  if (path != "-") {
    origin.name = fs::path(path).filename().string();
    origin.folder = fs::path(path).parent_path().string();
    if (reading->options.date_from_mtime) origin.modified = ingesting::day_of_file(path);
  }
  Input input(std::move(*bytes));
  ingesting::read_any(&input, origin, reading);
}

}  // namespace

Result<Done> check_paths(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (auto checked = check_path(path); !checked) return checked;
  }
  return Done{};
}

std::uint64_t size_of_paths(const std::vector<std::string>& paths) {
  const std::function<bool(Document &&)> no_document;
  const std::function<void(const Problem&)> no_problem;
  const IngestOptions options;
  Reading silent(options, no_document, no_problem);
  std::uint64_t sum = 0;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      ingesting::walk_folder(path, &silent, [&](const std::string& file) {
        const std::uintmax_t size = fs::file_size(file, error);
        sum += error ? 0 : size;
        return true;
      });
    } else if (path == "-" || !fs::is_regular_file(path, error)) {
      return 0;
    } else {
      const std::uintmax_t size = fs::file_size(path, error);
      sum += error ? 0 : size;
    }
  }
  return sum;
}

Result<IngestCounts> ingest(const std::vector<std::string>& paths, const IngestOptions& options,
                            const std::function<bool(Document&&)>& on_document,
                            const std::function<void(const Problem&)>& on_problem) {
  if (auto checked = check_paths(paths); !checked) return checked.error();
  Reading reading(options, on_document, on_problem);
  for (const std::string& path : paths) {
    if (reading.stopped()) break;
    std::error_code ignored;
    if (path != "-" && fs::is_directory(path, ignored)) {
      ingesting::walk_folder(path, &reading, [&](const std::string& file) {
        read_file(file, &reading);
        return !reading.stopped();
      });
    } else {
      read_file(path, &reading);
    }
  }
  return reading.counts;
}

}  // namespace demarche
