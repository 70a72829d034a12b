// Two tables for Gephi's "import spreadsheet". Type is Directed and nothing else, since Gephi knows no third word; the
// timeset is a closed interval; Kind keeps parallel edges apart.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/export.h"
#include "export/escape.h"
#include "export/flat_text.h"
#include "export/office.h"
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

// An open end is far off: Gephi's intervals have two.
std::string timeset(const Days& days) {
  if (days.first.empty()) return "";
  return fmt::format("<[{}, {}]>", days.first, days.last.empty() ? "2100-01-01" : days.last);
}

// Cells of an edge's own columns, then of those that only offices have.
template <typename Row>
void append_cells_by_name(const std::vector<std::string_view>& columns, const std::vector<Field<Row>>& fields,
                          const Row& row, std::string* out) {
  for (const std::string_view column : columns) {
    out->push_back(',');
    const auto field = std::find_if(fields.begin(), fields.end(), [&](auto& each) { return each.name == column; });
    if (field != fields.end()) append_flat(field->of(row), append_cell, out);
  }
}

}  // namespace

Result<ExportCounts> write_gephi(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  std::string line;
  const auto nodes = without_label(chosen(actor_fields(), options));
  target->start("nodes.csv");
  target->write(header("Id,Label", nodes));
  const auto offices = offices_for(graph, options);
  if (!offices) return offices.error();
  const auto write_node = [&](const Actor& actor) {
    line.clear();
    append_cell(actor.id, &line);
    line.push_back(',');
    append_cell(actor.name.empty() ? actor.id : actor.name, &line);
    append_cells(nodes, actor, &line);
    target->write(line.append("\n"));
  };
  for (const Actor& actor : graph.actors()) write_node(actor);
  for (const Actor& body : offices->bodies()) write_node(body);
  const auto edges = without_label(chosen(edge_fields(), options));
  target->start("edges.csv");
  const auto office_fields = options.offices ? office_edge_fields(options) : std::vector<Field<Office>>();
  std::vector<std::string_view> columns;
  for (const auto& field : edges) columns.push_back(field.name);
  for (const auto& field : office_fields) {
    if (std::find(columns.begin(), columns.end(), field.name) == columns.end()) columns.push_back(field.name);
  }
  line.assign("Source,Target,Type,Kind,Id,Label,Weight,Timeset");
  for (const std::string_view column : columns) line.append(",").append(column);
  target->write(line.append("\n"));
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
    append_cell(timeset(days_of(interaction)), &line);
    append_cells_by_name(columns, edges, *edge.deed, &line);
    target->write(line.append("\n"));
  });
  if (!count) return count.error();
  for (const Office& office : offices->all()) {
    const std::string& person = office.affiliation->person;
    const std::uint32_t number = ++parallel[text::StableHash().add(person).add(office.body).add("office").value()];
    line.clear();
    append_cell(person, &line);
    line.push_back(',');
    append_cell(office.body, &line);
    line += fmt::format(",Directed,{},", number == 1 ? "office" : fmt::format("office {}", number));
    append_cell(office.key, &line);
    line.push_back(',');
    append_cell(office.affiliation->office, &line);
    line.append(",1.0,");
    append_cell(timeset(term_of(*office.affiliation)), &line);
    append_cells_by_name(columns, office_fields, office, &line);
    target->write(line.append("\n"));
  }
  return ExportCounts{graph.actors().size() + offices->bodies().size(), *count + offices->all().size()};
}

}  // namespace demarche::exporting
