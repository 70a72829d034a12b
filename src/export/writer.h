// What the writers of graphs share: chosen fields, and edges between two actors.
#ifndef DEMARCHE_EXPORT_WRITER_H
#define DEMARCHE_EXPORT_WRITER_H

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/export.h"
#include "demarche/graph_stream.h"
#include "export/field.h"
#include "export/pairs.h"

namespace demarche::exporting {

using Writer = Result<ExportCounts> (*)(const GraphStream&, const ExportOptions&, ExportTarget*);

Result<ExportCounts> write_node_link(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_graphml(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_gexf(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_gephi(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_neo4j(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_cypher(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_nquads(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_turtle(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_records(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_plover_lines(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_gdelt(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_cytoscape(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_csv(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_jsonl(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_report(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_dot_file(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);
Result<ExportCounts> write_vault(const GraphStream& graph, const ExportOptions& options, ExportTarget* target);

// The fields that the options leave, in the order of the table.
template <typename Row>
std::vector<Field<Row>> chosen(std::span<const Field<Row>> all, const ExportOptions& options) {
  std::vector<Field<Row>> out;
  for (const Field<Row>& field : all) {
    if (!options.text && is_text_field(field.name)) continue;
    const auto& names = options.fields;
    if (!names.empty() && std::find(names.begin(), names.end(), field.name) == names.end()) continue;
    out.push_back(field);
  }
  return out;
}

// Everything is asked for: a format that can be read back may carry the whole records.
inline bool is_whole(const ExportOptions& options) { return options.text && options.fields.empty(); }

// An edge of a flat format. Borrows everything.
struct Edge {
  const Deed* deed = nullptr;
  const std::string* from = nullptr;
  const std::string* to = nullptr;
  const std::vector<const Mention*>* evidence = nullptr;
  std::string key;     // permanent and unique: "i.0123>4" would clash with nothing
  bool first = false;  // of its interaction
};

// All edges by interaction; the number of them. An interaction without participants has none: it is given to
// `without_edge`, if there is one, when its turn comes.
Result<std::uint64_t> each_edge(const GraphStream& graph, const std::function<void(const Edge&)>& visit,
                                const GraphStream::VisitInteraction& without_edge = nullptr);

// "INTERACTION:FROM>TO".
std::string edge_key(const Interaction& interaction, const Pair& pair);

// First and last day of an interaction as far as it is dated; empty strings where it is not.
struct Days {
  std::string first, last;
};
Days days_of(const Interaction& interaction);

// "a; b; c". Semicolons inside an item become commas.
std::string joined(std::span<const std::string> items);

// Shortest text that reads back as the same number: "2.5", "-10.0".
std::string number_text(double number);

}  // namespace demarche::exporting

#endif
