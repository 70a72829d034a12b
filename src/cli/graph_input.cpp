#include "cli/graph_input.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>
#include <utility>

#include "cli/graph_file.h"
#include "demarche/export.h"
#include "export/record_source.h"

namespace demarche::cli {
namespace {

// Enough to tell what a file is.
std::string beginning(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return "";
  std::ifstream file(path, std::ios::binary);
  std::string bytes(64u << 10, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

bool is_graphml(std::string_view start) {
  const std::size_t at = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return at != std::string_view::npos && start[at] == '<' && start.find("<graphml") != std::string_view::npos;
}

bool is_node_link(std::string_view start) {
  return start.starts_with("{\"directed\":") && start.find("\"graph\":{\"demarche\":") != std::string_view::npos;
}

// A record of `extract`: documents have neither a `doc` nor a `status`.
bool is_record_line(std::string_view start) {
  const std::string_view line = start.substr(0, start.find('\n'));
  return line.starts_with("{\"id\":") && line.find(",\"doc\":\"") != std::string_view::npos &&
         line.find(",\"status\":\"") != std::string_view::npos;
}

Result<Done> read_records(const std::string& path, const TakeDocument& take) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{Cause::failed, path + ": cannot be opened; check name and permissions"};
  std::map<std::string, std::pair<Source, std::vector<Mention>>> documents;
  std::string line;
  for (std::uint64_t number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    auto read = exporting::read_record_and_source(line, fmt::format("{}:{}", path, number));
    if (!read) return read.error();
    auto& [mention, source] = *read;
    auto& [known, mentions] = documents[mention.doc];
    // Without `source`, a document's date is known only from statements that take it for their own.
    if (known.id.empty() || (known.date.empty() && !source.date.empty())) known = std::move(source);
    mentions.push_back(std::move(mention));
  }
  for (auto& [id, document] : documents) {
    auto taken = take(stored_document(std::move(document.first), std::move(document.second)));
    if (!taken) return taken;
  }
  return Done{};
}

}  // namespace

bool is_graph_input(const std::string& path) {
  const std::string start = beginning(path);
  return is_node_link(start) || is_graphml(start) || is_record_line(start);
}

Result<Done> read_graph_input(const std::string& path, const TakeDocument& take) {
  if (is_record_line(beginning(path))) return read_records(path, take);
  auto graph = load_graph(path);
  if (!graph) return graph.error();
  return each_document(std::move(*graph), take);
}

}  // namespace demarche::cli
