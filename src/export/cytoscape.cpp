// JSON of Cytoscape.js. Ids of nodes and edges share one space there, and an edge of a node's id is dropped without a
// word, so both are prefixed.
#include <string>

#include "demarche/export.h"
#include "export/flat_text.h"
#include "export/json_text.h"
#include "export/office.h"
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
  const auto offices = offices_for(graph, options);
  if (!offices) return offices.error();
  const auto write_node = [&](const Actor& actor) {
    line.assign(first ? "\n{\"data\":" : ",\n{\"data\":");
    first = false;
    {
      ObjectText data(&line);
      data.text("id", "n:" + actor.id);
      data.text("actor", actor.id);
      append_members(nodes, actor, &data);
    }
    target->write(line.append("}"));
  };
  for (const Actor& actor : graph.actors()) write_node(actor);
  for (const Actor& body : offices->bodies()) write_node(body);
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
  const auto office_fields = office_edge_fields(options);
  for (const Office& office : offices->all()) {
    line.assign(first ? "\n{\"data\":" : ",\n{\"data\":");
    first = false;
    {
      ObjectText data(&line);
      data.text("id", "e:" + office.key);
      data.text("source", "n:" + office.affiliation->person);
      data.text("target", "n:" + office.body);
      data.text("label", office.affiliation->office);
      append_members(office_fields, office, &data);
    }
    target->write(line.append("}"));
  }
  target->write("\n]}}\n");
  return ExportCounts{graph.actors().size() + offices->bodies().size(), *count + offices->all().size()};
}

}  // namespace demarche::exporting
