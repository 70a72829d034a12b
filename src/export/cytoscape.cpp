// JSON of Cytoscape.js. Ids of nodes and edges share one space there, and an edge of a node's id is dropped without a
// word, so both are prefixed.
#include <string>

#include "demarche/export.h"
#include "export/flat_text.h"
#include "export/json_text.h"
#include "export/writer.h"

namespace demarche::exporting {
namespace {

template <typename Row>
std::vector<Field<Row>> data_fields(std::span<const Field<Row>> all, const ExportOptions& options) {
  std::vector<Field<Row>> fields = chosen(all, options);
  std::erase_if(fields, [](const Field<Row>& field) { return field.name == "id"; });
  return fields;
}

}  // namespace

Result<ExportCounts> write_cytoscape(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  const auto nodes = data_fields(actor_fields(), options);
  const auto edges = data_fields(edge_fields(), options);
  std::string line;
  target->write("{\"format_version\":\"1.0\",\"generated_by\":\"demarche\",\"elements\":{\"nodes\":[");
  bool first = true;
  for (const Actor& actor : graph.actors()) {
    line.assign(first ? "\n{\"data\":" : ",\n{\"data\":");
    first = false;
    {
      ObjectText data(&line);
      data.text("id", "n:" + actor.id);
      data.text("actor", actor.id);
      append_members(nodes, actor, &data);
    }
    target->write(line.append("}"));
  }
  target->write("\n],\n\"edges\":[");
  first = true;
  const auto count = each_edge(graph, [&](const Edge& edge) {
    line.assign(first ? "\n{\"data\":" : ",\n{\"data\":");
    first = false;
    {
      ObjectText data(&line);
      data.text("id", "e:" + edge.key);
      data.text("source", "n:" + *edge.from);
      data.text("target", "n:" + *edge.to);
      append_members(edges, *edge.deed, &data);
    }
    target->write(line.append("}"));
  });
  if (!count) return count.error();
  target->write("\n]}}\n");
  return ExportCounts{graph.actors().size(), *count};
}

}  // namespace demarche::exporting
