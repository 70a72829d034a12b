#include "export/count.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string_view>
#include <vector>

#include "export/xml_reader.h"

namespace demarche::exporting {
namespace {

namespace fs = std::filesystem;
namespace dom = simdjson::dom;

Error failed(const std::string& path, std::string_view what) {
  return {Cause::failed, fmt::format("{}: {}", path, what)};
}

Result<std::string> read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file.is_open() || file.bad()) return failed(path, "cannot be read back");
  return bytes;
}

// Calls visit(line, number) until it returns a fault.
Result<Done> each_line(const std::string& path, const std::function<std::string(std::string_view)>& visit) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failed(path, "cannot be read back");
  std::string line;
  for (std::uint64_t number = 1; std::getline(file, line); ++number) {
    const std::string fault = visit(line);
    if (!fault.empty()) return failed(fmt::format("{}:{}", path, number), fault);
  }
  return Done{};
}

Result<ExportCounts> count_elements(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (file == nullptr) return failed(path, "cannot be read back");
  XmlReader reader(::fileno(file.get()));
  ExportCounts counts;
  while (reader.next()) {
    const std::string name = reader.name();
    counts.nodes += name == "node";
    counts.edges += name == "edge";
  }
  if (!reader.fault().empty()) return failed(path, reader.fault());
  return counts;
}

// Rows of CSV after the header; every row must have as many cells.
Result<std::uint64_t> count_csv_rows(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failed(path, "cannot be read back");
  std::uint64_t rows = 0, cells = 1, expected = 0;
  bool quoted = false, empty = true;
  std::vector<char> piece(std::size_t{1} << 20);
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    for (const char c : std::string_view(piece.data(), static_cast<std::size_t>(file.gcount()))) {
      if (c == '"') quoted = !quoted;  // a doubled quote closes and opens again
      empty = false;
      if (quoted) continue;
      if (c == ',') ++cells;
      if (c != '\n') continue;
      if (rows == 0) expected = cells;
      if (cells != expected) return failed(path, fmt::format("row {} has {} cells, not {}", rows + 1, cells, expected));
      ++rows;
      cells = 1;
      empty = true;
    }
  }
  if (quoted || !empty) return failed(path, "the last row is cut off");
  if (rows == 0) return failed(path, "has no header");
  return rows - 1;
}

// One term of N-Quads off the front of the line: <iri>, "literal"^^<type> or "literal"@tag. Empty where there is none.
std::string_view take_term(std::string_view* line) {
  std::size_t end = 0;
  const auto skip_iri = [&] {
    end = line->find('>', end);
    end = end == std::string_view::npos ? line->size() : end + 1;
  };
  if (line->starts_with('<')) {
    skip_iri();
  } else if (line->starts_with('"')) {
    for (end = 1; end < line->size() && (*line)[end] != '"'; ++end) end += (*line)[end] == '\\';
    end = std::min(end + 1, line->size());
    if (line->substr(end).starts_with("^^<")) skip_iri();
  }
  const std::string_view term = line->substr(0, end);
  line->remove_prefix(end);
  while (line->starts_with(' ')) line->remove_prefix(1);
  return term;
}

}  // namespace

Result<ExportCounts> count_graphml(const std::string& path, const ExportOptions&) { return count_elements(path); }
Result<ExportCounts> count_gexf(const std::string& path, const ExportOptions&) { return count_elements(path); }

Result<ExportCounts> count_folder(const std::string& path, const ExportOptions& options) {
  std::error_code ignored;
  const fs::path folder(path);
  const fs::path second =
      fs::exists(folder / "edges.csv", ignored) ? folder / "edges.csv" : folder / "relationships.csv";
  const auto nodes = count_csv_rows((folder / "nodes.csv").string());
  if (!nodes) return nodes.error();
  const auto edges = count_csv_rows(second.string());
  if (!edges) return edges.error();
  ExportCounts counts{*nodes, *edges};
  if (options.offices && second.filename() == "relationships.csv") {
    const auto offices = count_csv_rows((folder / "offices.csv").string());
    if (!offices) return offices.error();
    counts.edges += *offices;
  }
  return counts;
}

Result<ExportCounts> count_csv(const std::string& path, const ExportOptions&) {
  const auto rows = count_csv_rows(path);
  if (!rows) return rows.error();
  return ExportCounts{*rows, 0};
}

Result<ExportCounts> count_lines(const std::string& path, const ExportOptions&) {
  dom::parser parser;
  ExportCounts counts;
  const auto done = each_line(path, [&](std::string_view line) -> std::string {
    dom::object object;
    const auto error = parser.parse(line.data(), line.size()).get(object);
    counts.nodes += error == simdjson::SUCCESS;
    return error == simdjson::SUCCESS ? "" : simdjson::error_message(error);
  });
  if (!done) return done.error();
  return counts;
}

Result<ExportCounts> count_rows(const std::string& path, const ExportOptions&) {
  constexpr std::ptrdiff_t tabs = 60;
  ExportCounts counts;
  const auto done = each_line(path, [&](std::string_view line) -> std::string {
    ++counts.nodes;
    const auto found = std::count(line.begin(), line.end(), '\t');
    return found == tabs ? "" : fmt::format("{} columns, not {}", found + 1, tabs + 1);
  });
  if (!done) return done.error();
  return counts;
}

Result<ExportCounts> count_cypher(const std::string& path, const ExportOptions&) {
  const auto text = read_whole(path);
  if (!text) return text.error();
  ExportCounts counts;
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text->size(); ++i) {
    const char c = (*text)[i];
    if (quoted) {
      if (c == '\\') ++i;
      quoted = c != '\'';
      continue;
    }
    quoted = c == '\'';
    if (c == '{' && ++depth == 1) {
      counts.nodes += text->compare(i, 5, "{id: ") == 0 && text->compare(i, 8, "{id: row") != 0;
      counts.edges += text->compare(i, 7, "{from: ") == 0;
    }
    if (c == '}') --depth;
  }
  if (quoted || depth != 0) return failed(path, "ends inside a string or a map");
  return counts;
}

Result<ExportCounts> count_nquads(const std::string& path, const ExportOptions&) {
  constexpr std::string_view type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
  ExportCounts counts;
  const auto done = each_line(path, [&](std::string_view line) -> std::string {
    const std::string_view subject = take_term(&line);
    const std::string_view predicate = take_term(&line);
    const std::string_view object = take_term(&line);
    take_term(&line);  // the graph
    if (!subject.starts_with('<') || !predicate.starts_with('<') || object.empty() || line != ".") return "no N-Quad";
    counts.nodes += predicate == type && object == "<http://semanticweb.cs.vu.nl/2009/11/sem/Actor>";
    counts.edges += predicate == type &&
                    (object == "<urn:demarche:term:Statement>" || object == "<http://www.w3.org/ns/org#Membership>");
    return "";
  });
  if (!done) return done.error();
  return counts;
}

Result<ExportCounts> count_turtle(const std::string& path, const ExportOptions&) {
  ExportCounts counts;
  bool open = false;
  const auto done = each_line(path, [&](std::string_view line) -> std::string {
    if (line.starts_with("    ")) {
      counts.nodes += line.starts_with("    rdf:type sem:Actor");
      counts.edges += line.starts_with("    rdf:type dem:Statement") || line.starts_with("    rdf:type org:Membership");
      if (!line.ends_with(" ;") && !line.ends_with(" .")) return "no end of a triple";
      open = line.ends_with(" ;");
    } else if (!line.empty() && !line.starts_with('<') && !line.starts_with("@prefix ")) {
      return "no subject";
    }
    return "";
  });
  if (!done) return done.error();
  if (open) return failed(path, "ends inside a subject");
  return counts;
}

Result<ExportCounts> count_report(const std::string& path, const ExportOptions&) {
  ExportCounts counts;
  bool in_offices = false;
  const auto done = each_line(path, [&](std::string_view line) -> std::string {
    counts.nodes += line.starts_with("- **");
    if (line.starts_with("## ")) in_offices = line == "## Offices";
    counts.edges += in_offices && line.starts_with("| ") && !line.starts_with("| person |");
    return "";
  });
  if (!done) return done.error();
  return counts;
}

Result<ExportCounts> count_vault(const std::string& path, const ExportOptions&) {
  std::error_code error;
  ExportCounts counts;
  std::uint64_t ties = 0, offices = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(path) / "Actors", error)) {
    ++counts.nodes;
    bool in_ties = false, in_offices = false;
    const auto done = each_line(entry.path().string(), [&](std::string_view line) -> std::string {
      if (line.starts_with("## ")) in_ties = line == "## Ties", in_offices = line == "## Offices";
      ties += in_ties && line.starts_with("- [[");
      offices += in_offices && line.starts_with("- ");
      for (std::size_t at = line.find("[["); at != std::string_view::npos; at = line.find("[[", at + 2)) {
        const std::size_t end = line.find_first_of("|]", at);
        if (end == std::string_view::npos) return "a link is cut off";
        const std::string target(line.substr(at + 2, end - at - 2));
        if (!fs::exists(fs::path(path) / (target + ".md"))) return "links to " + target + ", which is not there";
      }
      return "";
    });
    if (!done) return done.error();
  }
  if (error) return failed(path, "cannot be read back");
  counts.edges = ties / 2 + offices;  // a tie stands in the notes of both
  return counts;
}

}  // namespace demarche::exporting
