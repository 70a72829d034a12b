// Two tables for Gephi's "import spreadsheet". Type is Directed and nothing else, since Gephi knows no third word; the
// timeset is a closed interval; Kind keeps parallel edges apart.
#include <fmt/format.h>

#include <string>
#include <unordered_map>

#include "demarche/export.h"
#include "export/escape.h"
#include "export/flat_text.h"
#include "export/writer.h"
#include "text/hash.h"

namespace demarche::exporting {
namespace {

// Gephi's reader takes a backslash for an escape, which CSV does not know.
void append_cell(std::string_view text, std::string* out) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') escaped.push_back('\\');
    escaped.push_back(c);
  }
  append_csv_line(escaped, out);
}

template <typename Row>
std::vector<Field<Row>> without_label(std::vector<Field<Row>> fields) {
  std::erase_if(fields, [](const Field<Row>& field) { return field.name == "label" || field.name == "id"; });
  return fields;
}

template <typename Row>
std::string header(std::string_view fixed, const std::vector<Field<Row>>& fields) {
  std::string out(fixed);
  for (const Field<Row>& field : fields) out.append(",").append(field.name);
  return out + '\n';
}

template <typename Row>
void append_cells(const std::vector<Field<Row>>& fields, const Row& row, std::string* out) {
  for (const Field<Row>& field : fields) {
    out->push_back(',');
    append_flat(field.of(row), append_cell, out);
  }
}

std::string timeset(const Interaction& interaction) {
  const Days days = days_of(interaction);
  return days.first.empty() ? "" : fmt::format("<[{}, {}]>", days.first, days.last);
}

}  // namespace

Result<ExportCounts> write_gephi(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  std::string line;
  const auto nodes = without_label(chosen(actor_fields(), options));
  target->start("nodes.csv");
  target->write(header("Id,Label", nodes));
  for (const Actor& actor : graph.actors()) {
    line.clear();
    append_cell(actor.id, &line);
    line.push_back(',');
    append_cell(actor.name.empty() ? actor.id : actor.name, &line);
    append_cells(nodes, actor, &line);
    target->write(line.append("\n"));
  }
  const auto edges = without_label(chosen(edge_fields(), options));
  target->start("edges.csv");
  target->write(header("Source,Target,Type,Kind,Id,Label,Weight,Timeset", edges));
  std::unordered_map<std::uint64_t, std::uint32_t> parallel;
  const auto count = each_edge(graph, [&](const Edge& edge) {
    const Interaction& interaction = *edge.deed->interaction;
    const std::string& action = interaction.action.empty() ? interaction.event : interaction.action;
    const std::uint32_t number = ++parallel[text::StableHash().add(*edge.from).add(*edge.to).add(action).value()];
    line.clear();
    append_cell(*edge.from, &line);
    line.push_back(',');
    append_cell(*edge.to, &line);
    line.append(",Directed,");
    append_cell(number == 1 ? action : fmt::format("{} {}", action, number), &line);
    line.push_back(',');
    append_cell(edge.key, &line);
    line.push_back(',');
    append_cell(action, &line);
    line += fmt::format(",{},", number_text(std::max(1U, interaction.independent)));
    append_cell(timeset(interaction), &line);
    append_cells(edges, *edge.deed, &line);
    target->write(line.append("\n"));
  });
  if (!count) return count.error();
  return ExportCounts{graph.actors().size(), *count};
}

}  // namespace demarche::exporting
