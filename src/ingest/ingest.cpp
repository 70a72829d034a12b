#include "demarche/ingest.h"

#include <unistd.h>

#include <filesystem>
#include <string_view>
#include <system_error>

#include "ingest/folder.h"
#include "ingest/input.h"
#include "ingest/json_lines.h"
#include "ingest/reading.h"
#include "ingest/text_file.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;
using ingesting::Input;
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
    return Error{Cause::failed, path + ": no readable files in this folder; name one with .txt, .md or .jsonl files"};
  }
  return Done{};
}

bool is_json_lines(const std::string& path, Input* input) {
  std::string extension = fs::path(path).extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (extension == ".jsonl" || extension == ".ndjson") return true;
  if (ingesting::has_known_name(path)) return false;
  const std::string_view head = input->head();
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && head[first] == '{';
}

void read_file(const std::string& path, Reading* reading) {
  auto input = Input::open(path, reading->options.stop);
  if (!input) return reading->lost(path, input.error().message);
  ++reading->counts.files;
  if (is_json_lines(path, &*input)) {
    const std::string folder = path == "-" ? "" : fs::path(path).parent_path().string();
    ingesting::read_json_lines(&*input, path, folder, reading);
  } else {
    ingesting::read_text_file(&*input, path, reading);
  }
}

}  // namespace

Result<Done> check_paths(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (auto checked = check_path(path); !checked) return checked;
  }
  return Done{};
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
