#include "ingest/folder.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

namespace demarche::ingesting {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sniffed_bytes = 4096;

enum class Look { text, binary, closed };

Look look_at(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Look::closed;
  if (has_known_name(path.string())) return Look::text;
  std::array<char, sniffed_bytes> head{};
  file.read(head.data(), head.size());
  const auto end = head.begin() + file.gcount();
  return std::find(head.begin(), end, '\0') == end ? Look::text : Look::binary;
}

std::vector<fs::directory_entry> sorted_entries(const std::string& folder, Reading* reading) {
  std::vector<fs::directory_entry> entries;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!it->path().filename().string().starts_with('.')) entries.push_back(*it);
  }
  if (error) reading->lost(folder, "folder cannot be read (" + error.message() + "); skipped");
  std::sort(entries.begin(), entries.end());
  return entries;
}

bool visit(const fs::path& path, Reading* reading, const std::function<bool(const std::string&)>& on_file) {
  switch (look_at(path)) {
    case Look::closed:
      reading->lost(path.string(), "no permission to read it; file skipped");
      return true;
    case Look::binary:
      reading->lost(path.string(), "not text; file skipped");
      return true;
    case Look::text:
      return on_file(path.string());
  }
  return true;
}

bool walk(const std::string& folder, Reading* reading, const std::function<bool(const std::string&)>& on_file) {
  for (const fs::directory_entry& entry : sorted_entries(folder, reading)) {
    if (reading->stopped()) return false;
    std::error_code ignored;
    bool go_on = true;
    if (entry.is_directory(ignored)) {
      if (!entry.is_symlink(ignored)) go_on = walk(entry.path().string(), reading, on_file);
    } else if (entry.is_regular_file(ignored)) {
      go_on = visit(entry.path(), reading, on_file);
    }
    if (!go_on) return false;
  }
  return true;
}

}  // namespace

bool has_known_name(const std::string& path) {
  std::string extension = fs::path(path).extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  constexpr std::string_view known[] = {".txt", ".md", ".markdown", ".jsonl", ".ndjson"};
  return std::find(std::begin(known), std::end(known), extension) != std::end(known);
}

void walk_folder(const std::string& folder, Reading* reading, const std::function<bool(const std::string&)>& on_file) {
  walk(folder, reading, on_file);
}

bool holds_readable_file(const std::string& folder) {
  bool found = false;
  const IngestOptions options;
  const std::function<bool(Document &&)> no_document = [](Document&&) { return false; };
  const std::function<void(const Problem&)> no_problem = [](const Problem&) {};
  Reading silent(options, no_document, no_problem);
  walk(folder, &silent, [&](const std::string&) {
    found = true;
    return false;
  });
  return found;
}

}  // namespace demarche::ingesting
