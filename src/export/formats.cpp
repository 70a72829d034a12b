// The formats by name, and what may be asked of each.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "demarche/export.h"
#include "export/count.h"
#include "export/office.h"
#include "export/writer.h"

namespace demarche {
namespace exporting {
namespace {

struct Entry {
  ExportFormat format;
  Writer write;
  Counter count;
};

// In the order of help.
constexpr Entry entries[] = {
    {{"json", "node-link JSON for NetworkX; build and every command read it back", ".json", false},
     write_node_link,
     count_json},
    {{"graphml", "GraphML for NetworkX, igraph, yEd; build reads it back", ".graphml", true},
     write_graphml,
     count_graphml},
    {{"gexf", "GEXF 1.3 with dates, for Gephi's timeline", ".gexf", true}, write_gexf, count_gexf},
    {{"gephi", "nodes.csv and edges.csv for Gephi", "", true}, write_gephi, count_folder},
    {{"cytoscape", "JSON of Cytoscape.js", ".cyjs", true}, write_cytoscape, count_cytoscape},
    {{"neo4j", "nodes.csv and relationships.csv for neo4j-admin", "", true}, write_neo4j, count_folder},
    {{"cypher", "a Cypher script for Neo4j", ".cypher", true}, write_cypher, count_cypher},
    {{"nquads", "RDF (SEM, PROV-O), one named graph a statement", ".nq", false}, write_nquads, count_nquads},
    {{"turtle", "RDF (SEM, PROV-O) without named graphs", ".ttl", false}, write_turtle, count_turtle},
    {{"records", "the records, one JSON object a statement; build reads them back", ".jsonl", false},
     write_records,
     count_lines},
    {{"plover", "PLOVER records, one JSON object a line", ".jsonl", false}, write_plover_lines, count_lines},
    {{"gdelt", "tab-separated rows of GDELT 2 with CAMEO codes, one a dyad", ".tsv", false}, write_gdelt, count_rows},
    {{"csv", "a table for pandas or a spreadsheet, see --table", ".csv", true}, write_csv, count_csv},
    {{"jsonl", "the same table as JSON Lines, ready for Parquet", ".jsonl", true}, write_jsonl, count_lines},
    {{"markdown", "a report to read", ".md", false}, write_report, count_report},
    {{"obsidian", "a vault of notes, one an actor", "", false}, write_vault, count_vault},
    {{"dot", "Graphviz, styled as render draws it", ".dot", false}, write_dot_file, count_dot},
};

constexpr auto formats = [] {
  std::array<ExportFormat, std::size(entries)> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = entries[i].format;
  return out;
}();

const Entry* find(std::string_view name) {
  const auto at = std::find_if(std::begin(entries), std::end(entries), [&](auto& e) { return e.format.name == name; });
  return at == std::end(entries) ? nullptr : &*at;
}

template <typename Row>
void add_names(std::span<const Field<Row>> fields, std::vector<std::string_view>* names) {
  for (const Field<Row>& field : fields) {
    if (std::find(names->begin(), names->end(), field.name) == names->end()) names->push_back(field.name);
  }
}

std::vector<std::string_view> known_fields(std::string_view format, const ExportOptions& options) {
  std::vector<std::string_view> names;
  if (format != "csv" && format != "jsonl") {
    add_names(actor_fields(), &names);
    add_names(edge_fields(), &names);
    if (options.offices) add_names(office_fields(), &names);
  } else if (options.table == "actors") {
    add_names(actor_fields(), &names);
  } else if (options.table == "ties") {
    add_names(tie_fields(), &names);
  } else if (options.table == "mentions") {
    add_names(statement_fields(), &names);
  } else if (options.table == "offices") {
    add_names(office_fields(), &names);
  } else {
    add_names(deed_fields(), &names);
  }
  return names;
}

std::string fault_of(const ExportFormat& format, const ExportOptions& options) {
  static constexpr std::string_view tables[] = {"interactions", "ties", "actors", "mentions", "offices"};
  if (std::find(std::begin(tables), std::end(tables), options.table) == std::end(tables)) {
    return fmt::format("--table \"{}\": no such table; known: {}", options.table, fmt::join(tables, ", "));
  }
  if (options.edges_key != "edges" && options.edges_key != "links" && options.edges_key != "both") {
    return fmt::format("--edges-key \"{}\": must be edges, links or both", options.edges_key);
  }
  static constexpr std::string_view networks[] = {"gexf", "gephi", "cytoscape", "neo4j", "cypher"};
  if (options.offices && std::find(std::begin(networks), std::end(networks), format.name) == std::end(networks)) {
    return fmt::format(
        "--offices: for {} only; json, graphml, nquads, turtle, markdown and obsidian tell offices anyway, csv and "
        "jsonl "
        "with --table offices",
        fmt::join(networks, ", "));
  }
  if (options.fields.empty()) return "";
  if (!format.takes_fields) {
    return fmt::format("--fields: {} has one form only; take csv, jsonl, graphml or another table", format.name);
  }
  const std::vector<std::string_view> known = known_fields(format.name, options);
  for (const std::string& name : options.fields) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    return fmt::format("--fields \"{}\": no such field; known: {}", name, fmt::join(known, ", "));
  }
  return "";
}

Error unknown(std::string_view name) {
  std::vector<std::string_view> names;
  for (const ExportFormat& format : formats) names.push_back(format.name);
  return {Cause::wrong_use, fmt::format("no format \"{}\"; known: {}", name, fmt::join(names, ", "))};
}

}  // namespace
}  // namespace exporting

std::span<const ExportFormat> export_formats() { return exporting::formats; }

const ExportFormat* find_export_format(std::string_view name) {
  const auto at =
      std::find_if(exporting::formats.begin(), exporting::formats.end(), [&](auto& f) { return f.name == name; });
  return at == exporting::formats.end() ? nullptr : &*at;
}

Result<ExportCounts> write_graph(const GraphStream& graph, std::string_view format, const ExportOptions& options,
                                 ExportTarget* target) {
  const exporting::Entry* const entry = exporting::find(format);
  if (entry == nullptr) return exporting::unknown(format);
  if (std::string fault = exporting::fault_of(entry->format, options); !fault.empty()) {
    return Error{Cause::wrong_use, std::move(fault)};
  }
  return entry->write(graph, options, target);
}

Result<ExportCounts> count_exported(const std::string& path, std::string_view format, const ExportOptions& options) {
  const exporting::Entry* const entry = exporting::find(format);
  if (entry == nullptr) return exporting::unknown(format);
  return entry->count(path, options);
}

}  // namespace demarche
