// Neo4j: two tables for `neo4j-admin database import`, and a Cypher script that does the same to a running database.
// Actors are nodes, each edge a relationship whose type is the action.
#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demarche/export.h"
#include "export/escape.h"
#include "export/flat_text.h"
#include "export/office.h"
#include "export/writer.h"

namespace demarche::exporting {
namespace {

// Rows of one statement of the script: enough to be fast, few enough to be planned quickly.
constexpr std::size_t rows_a_statement = 500;

// A name in capitals, digits and underscores, so that it needs no quotes anywhere.
std::string type_of(const Interaction& interaction) {
  std::string out;
  for (const char c : interaction.action.empty() ? interaction.event : interaction.action) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    const bool plain = (upper >= 'A' && upper <= 'Z') || (upper >= '0' && upper <= '9' && !out.empty());
    out.push_back(plain ? upper : '_');
  }
  return out.find_first_not_of('_') == std::string::npos ? "INTERACTION" : out;
}

// Labels of a node besides Actor.
std::string_view label_of(Kind kind) {
  static constexpr std::string_view labels[] = {"Person", "State", "Government", "Organisation", "Group", "Other"};
  return labels[static_cast<std::size_t>(kind)];
}

std::string_view type_suffix(Type type) {
  switch (type) {
    case Type::whole:
      return ":long";
    case Type::number:
      return ":double";
    case Type::boolean:
      return ":boolean";
    case Type::texts:
      return ":string[]";
    default:
      return "";
  }
}

// Lists are parted by semicolons without space.
void append_cell(const Value& value, std::string* out) {
  const auto* list = std::get_if<std::span<const std::string>>(&value);
  if (list == nullptr) return append_flat(value, append_csv_line, out);
  std::string cell;
  for (const std::string& item : *list) {
    if (!cell.empty()) cell.push_back(';');
    for (const char c : item) cell.push_back(c == ';' ? ',' : c);
  }
  append_csv_line(cell, out);
}

template <typename Row>
void append_header(const std::vector<Field<Row>>& fields, std::string* out) {
  for (const Field<Row>& field : fields) out->append(",").append(field.name).append(type_suffix(field.type));
}

template <typename Row>
void append_cells(const std::vector<Field<Row>>& fields, const Row& row, std::string* out) {
  for (const Field<Row>& field : fields) {
    out->push_back(',');
    append_cell(field.of(row), out);
  }
}

template <typename Row>
std::vector<Field<Row>> properties(std::span<const Field<Row>> all, const ExportOptions& options) {
  std::vector<Field<Row>> fields = chosen(all, options);
  std::erase_if(fields, [](const Field<Row>& field) { return field.name == "id" || field.name == "label"; });
  return fields;
}

void append_cypher_value(const Value& value, std::string* out) {
  const auto* list = std::get_if<std::span<const std::string>>(&value);
  if (list == nullptr) return append_flat(value, append_cypher, out);
  out->push_back('[');
  for (std::size_t i = 0; i < list->size(); ++i) {
    if (i != 0) out->append(", ");
    append_cypher((*list)[i], out);
  }
  out->push_back(']');
}

template <typename Row>
void append_map(const std::vector<Field<Row>>& fields, const Row& row, std::string* out) {
  out->push_back('{');
  bool first = true;
  for (const Field<Row>& field : fields) {
    const Value value = field.of(row);
    if (is_missing(value)) continue;
    if (!first) out->append(", ");
    first = false;
    out->append(field.name).append(": ");
    append_cypher_value(value, out);
  }
  out->push_back('}');
}

// Rows of one UNWIND, collected until there are enough of them.
class Batch {
 public:
  Batch(std::string statement, ExportTarget* target) : statement_(std::move(statement)), target_(target) {}

  std::string* add() {
    if (count_ == rows_a_statement) flush();
    rows_.append(count_++ == 0 ? "  " : ",\n  ");
    return &rows_;
  }

  void flush() {
    if (count_ == 0) return;
    target_->write("UNWIND [\n" + rows_ + "\n] AS row\n" + statement_ + ";\n\n");
    rows_.clear();
    count_ = 0;
  }

 private:
  std::string statement_, rows_;
  std::size_t count_ = 0;
  ExportTarget* target_;
};

}  // namespace

namespace {

// A table of its own: `neo4j-admin database import` takes any number of them.
void write_office_table(const Offices& offices, const ExportOptions& options, ExportTarget* target) {
  const auto fields = office_edge_fields(options);
  std::string line = ":START_ID,:END_ID,key";
  append_header(fields, &line);
  target->start("offices.csv");
  target->write(line.append(",:TYPE\n"));
  for (const Office& office : offices.all()) {
    line.clear();
    append_csv_line(office.affiliation->person, &line);
    line.push_back(',');
    append_csv_line(office.body, &line);
    line.push_back(',');
    append_csv_line(office.key, &line);
    append_cells(fields, office, &line);
    target->write(line.append(",HOLDS_OFFICE\n"));
  }
}

// The rows of a statement that joins two actors.
Batch joining(std::string_view type, ExportTarget* target) {
  return {fmt::format("MATCH (a:Actor {{id: row.from}}), (b:Actor {{id: row.to}})\n"
                      "MERGE (a)-[r:{} {{key: row.key}}]->(b) SET r += row.is",
                      type),
          target};
}

template <typename Row>
void append_row(const std::string& from, const std::string& to, const std::string& key,
                const std::vector<Field<Row>>& fields, const Row& row, Batch* batch) {
  std::string* const out = batch->add();
  out->append("{from: ");
  append_cypher(from, out);
  out->append(", to: ");
  append_cypher(to, out);
  out->append(", key: ");
  append_cypher(key, out);
  out->append(", is: ");
  append_map(fields, row, out);
  out->push_back('}');
}

}  // namespace

Result<ExportCounts> write_neo4j(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  const auto nodes = properties(actor_fields(), options);
  const auto edges = properties(edge_fields(), options);
  std::string line = "id:ID";
  append_header(nodes, &line);
  target->start("nodes.csv");
  target->write(line.append(",:LABEL\n"));
  const auto offices = offices_for(graph, options);
  if (!offices) return offices.error();
  const auto write_node = [&](const Actor& actor) {
    line.clear();
    append_csv_line(actor.id, &line);
    append_cells(nodes, actor, &line);
    target->write(line.append(",Actor;").append(label_of(actor.kind)).append("\n"));
  };
  for (const Actor& actor : graph.actors()) write_node(actor);
  for (const Actor& body : offices->bodies()) write_node(body);
  line = ":START_ID,:END_ID,key";
  append_header(edges, &line);
  target->start("relationships.csv");
  target->write(line.append(",:TYPE\n"));
  const auto count = each_edge(graph, [&](const Edge& edge) {
    line.clear();
    append_csv_line(*edge.from, &line);
    line.push_back(',');
    append_csv_line(*edge.to, &line);
    line.push_back(',');
    append_csv_line(edge.key, &line);
    append_cells(edges, *edge.deed, &line);
    target->write(line.append(",").append(type_of(*edge.deed->interaction)).append("\n"));
  });
  if (!count) return count.error();
  if (options.offices) write_office_table(*offices, options, target);
  return ExportCounts{graph.actors().size() + offices->bodies().size(), *count + offices->all().size()};
}

Result<ExportCounts> write_cypher(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  const auto nodes = properties(actor_fields(), options);
  const auto edges = properties(edge_fields(), options);
  target->write("CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE;\n\n");
  std::map<Kind, Batch> actors;
  const auto offices = offices_for(graph, options);
  if (!offices) return offices.error();
  const auto add_node = [&](const Actor& actor) {
    const auto label = label_of(actor.kind);
    Batch& batch =
        actors
            .try_emplace(actor.kind, fmt::format("MERGE (a:Actor {{id: row.id}}) SET a:{}, a += row.is", label), target)
            .first->second;
    std::string* const row = batch.add();
    row->append("{id: ");
    append_cypher(actor.id, row);
    row->append(", is: ");
    append_map(nodes, actor, row);
    row->push_back('}');
  };
  for (const Actor& actor : graph.actors()) add_node(actor);
  for (const Actor& body : offices->bodies()) add_node(body);
  for (auto& [kind, batch] : actors) batch.flush();
  std::map<std::string, Batch> deeds;
  const auto count = each_edge(graph, [&](const Edge& edge) {
    const std::string type = type_of(*edge.deed->interaction);
    auto batch = deeds.find(type);
    if (batch == deeds.end()) batch = deeds.try_emplace(type, joining(type, target)).first;
    append_row(*edge.from, *edge.to, edge.key, edges, *edge.deed, &batch->second);
  });
  for (auto& [type, batch] : deeds) batch.flush();
  if (!count) return count.error();
  Batch held = joining("HOLDS_OFFICE", target);
  const auto office_fields = office_edge_fields(options);
  for (const Office& office : offices->all()) {
    append_row(office.affiliation->person, office.body, office.key, office_fields, office, &held);
  }
  held.flush();
  return ExportCounts{graph.actors().size() + offices->bodies().size(), *count + offices->all().size()};
}

}  // namespace demarche::exporting
