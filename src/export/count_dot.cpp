// DOT files of our own. Those of libcgraph it reads itself; those that were written as they came have a node, an edge
// or a frame a line, and what of them libcgraph can hold in memory it reads besides.
#include <fmt/format.h>
#include <graphviz/cgraph.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "export/count.h"

namespace demarche::exporting {
namespace {

// Graphviz takes some twelve bytes for each of a file.
constexpr std::uintmax_t most_bytes_read_whole = std::uintmax_t{16} << 20;

Error failed(const std::string& where, std::string_view what) {
  return {Cause::failed, fmt::format("{}: {}", where, what)};
}

// Behind the quoted string at the front of the text; npos where it does not end.
std::size_t after_string(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') return i + 1;
    if (text[i] == '\\') ++i;
  }
  return std::string_view::npos;
}

Result<ExportCounts> count_statements(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failed(path, "cannot be read back");
  ExportCounts counts;
  std::string line;
  bool open = false;
  for (std::uint64_t number = 1; std::getline(file, line); ++number) {
    const auto fault = [&](std::string_view what) { return failed(fmt::format("{}:{}", path, number), what); };
    if (number == 1) open = line == "digraph demarche {";
    if (line == "}") open = false;
    if (!line.starts_with("  \"")) continue;
    if (!open) return fault("stands outside the graph");
    if (!line.ends_with(';')) return fault("ends inside a statement");
    const std::string_view statement = std::string_view(line).substr(2);
    const std::size_t end = after_string(statement);
    if (end == std::string_view::npos) return fault("ends inside a name");
    if (statement.substr(end).starts_with(" -> ")) {
      ++counts.edges;
    } else {
      counts.nodes += statement.find(" kind=\"interaction\"") == std::string_view::npos;
    }
  }
  if (open) return failed(path, "ends inside the graph");
  return counts;
}

Result<ExportCounts> count_in_graphviz(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph(agmemread(text.c_str()), agclose);
  if (graph == nullptr) return failed(path, "no DOT");
  ExportCounts counts;
  std::string kind = "kind";
  for (Agnode_t* node = agfstnode(graph.get()); node != nullptr; node = agnxtnode(graph.get(), node)) {
    const char* const value = agget(node, kind.data());
    counts.nodes += value == nullptr || std::strcmp(value, "interaction") != 0;
  }
  counts.edges = static_cast<std::uint64_t>(agnedges(graph.get()));
  return counts;
}

// libcgraph indents with tabs.
bool is_of_libcgraph(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string line;
  return std::getline(file, line) && std::getline(file, line) && line.starts_with('\t');
}

}  // namespace

Result<ExportCounts> count_dot(const std::string& path, const ExportOptions&) {
  if (is_of_libcgraph(path)) return count_in_graphviz(path);
  auto counts = count_statements(path);
  std::error_code error;
  if (!counts || std::filesystem::file_size(path, error) > most_bytes_read_whole || error) return counts;
  const auto read = count_in_graphviz(path);
  if (!read) return read.error();
  if (*read == *counts) return counts;
  return failed(path, fmt::format("Graphviz reads {} nodes and {} edges of {} and {}", read->nodes, read->edges,
                                  counts->nodes, counts->edges));
}

}  // namespace demarche::exporting
