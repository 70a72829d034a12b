#include "ingest/folder.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "ingest/encoding.h"
#include "ingest/format.h"

namespace demarche::ingesting {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sniffed_bytes = 4096;

using OnFile = std::function<bool(const std::string&)>;

// Whether reading the file can give a document, by its first bytes.
bool may_hold_documents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(sniffed_bytes, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  return !wide_encoding(head).empty() || recognise(head, path.filename().string(), FieldMap({})) != Format::unknown;
}

std::vector<fs::directory_entry> sorted_entries(const std::string& folder, Reading* reading) {
  std::vector<fs::directory_entry> entries;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!it->path().filename().string().starts_with('.')) entries.push_back(*it);
  }
  if (error) reading->lost(folder, "folder cannot be read (" + error.message() + "); skipped", Skip::unreadable);
  std::sort(entries.begin(), entries.end());
  return entries;
}

// A link that leads out of the folder that was named would read what nobody asked for.
bool leads_out(const fs::path& link, const fs::path& root) {
  std::error_code error;
  const fs::path target = fs::canonical(link, error);
  if (error) return false;
  return std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first != root.end();
}

class Walk {
 public:
  Walk(const std::string& root, Reading* reading, const OnFile& on_file)
      : root_(root_of(root)), reading_(reading), on_file_(on_file) {}

  bool folder(const std::string& path, unsigned depth) {
    if (depth > reading_->options.limits.folder_depth) {
      reading_->lost(path, "folders nested too deeply; skipped", Skip::unsafe);
      return true;
    }
    for (const fs::directory_entry& entry : sorted_entries(path, reading_)) {
      if (reading_->stopped()) return false;
      std::error_code ignored;
      bool go_on = true;
      if (entry.is_directory(ignored)) {
        if (entry.is_symlink(ignored))
          pass_over(entry, "a link to a folder, which may loop; skipped, name it to read it");
        else
          go_on = folder(entry.path().string(), depth + 1);
      } else if (entry.is_regular_file(ignored)) {
        go_on = file(entry);
      } else {
        pass_over(entry, what_it_is(entry));
      }
      if (!go_on) return false;
    }
    return true;
  }

 private:
  void pass_over(const fs::directory_entry& entry, const std::string& what) {
    reading_->lost(entry.path().string(), what, Skip::unsafe);
  }

  static std::string what_it_is(const fs::directory_entry& entry) {
    std::error_code ignored;
    return entry.exists(ignored) ? "a pipe, socket or device; skipped, name it to read it"
                                 : "a link that leads to no file; skipped";
  }

  static fs::path root_of(const std::string& folder) {
    std::error_code ignored;
    return fs::canonical(folder, ignored);
  }

  bool file(const fs::directory_entry& entry) {
    std::error_code ignored;
    if (entry.is_symlink(ignored) && leads_out(entry.path(), root_)) {
      pass_over(entry, "a link that leads out of the folder; skipped, name it to read it");
      return true;
    }
    if (::access(entry.path().c_str(), R_OK) != 0) {
      reading_->lost(entry.path().string(), "no permission to read it; file skipped", Skip::unreadable);
      return true;
    }
    return on_file_(entry.path().string());
  }

  const fs::path root_;
  Reading* reading_;
  const OnFile& on_file_;
};

}  // namespace

void walk_folder(const std::string& folder, Reading* reading, const OnFile& on_file) {
  Walk(folder, reading, on_file).folder(folder, 0);
}

bool holds_readable_file(const std::string& folder) {
  bool found = false;
  const IngestOptions options;
  const std::function<bool(Document &&)> no_document = [](Document&&) { return false; };
  const std::function<void(const Problem&)> no_problem = [](const Problem&) {};
  Reading silent(options, no_document, no_problem);
  walk_folder(folder, &silent, [&](const std::string& file) {
    found = may_hold_documents(file);
    return !found;
  });
  return found;
}

}  // namespace demarche::ingesting
