// GEXF 1.3, dynamic. What Gephi and NetworkX make of it decides the form:
// - parallel edges of one source, target and kind are merged, so `kind` numbers them: call, call 2, call 3;
// - all edges are directed, because NetworkX refuses a mixture; `reciprocal` is an attribute;
// - intervals are closed, so that an event of one day has its day; dates are attributes too, for readers that drop
//   intervals; an interaction without date exists always;
// - lists are joined strings, since NetworkX knows no list types.
#include <fmt/format.h>

#include <algorithm>
#include <string>
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

std::string_view type_word(Type type) {
  switch (type) {
    case Type::whole:
      return "integer";
    case Type::number:
      return "double";
    case Type::boolean:
      return "boolean";
    default:
      return "string";
  }
}

template <typename Row>
void append_attributes(std::string_view what, const std::vector<Field<Row>>& fields, std::string* out) {
  *out += fmt::format("    <attributes class=\"{}\">\n", what);
  for (const Field<Row>& field : fields) {
    *out +=
        fmt::format("      <attribute id=\"{0}\" title=\"{0}\" type=\"{1}\"/>\n", field.name, type_word(field.type));
  }
  out->append("    </attributes>\n");
}

template <typename Row>
void append_values(const std::vector<Field<Row>>& fields, const Row& row, std::string* out) {
  const std::size_t before = out->size();
  out->append("<attvalues>");
  const std::size_t start = out->size();
  for (const Field<Row>& field : fields) {
    const Value value = field.of(row);
    if (is_missing(value)) continue;
    out->append("<attvalue for=\"").append(field.name).append("\" value=\"");
    append_flat(value, append_xml, out);
    out->append("\"/>");
  }
  // The schema allows an empty list; NetworkX does not need one.
  out->size() == start ? out->resize(before) : static_cast<void>(out->append("</attvalues>"));
}

void append_attribute(std::string_view name, std::string_view text, std::string* out) {
  out->append(" ").append(name).append("=\"");
  append_xml_id(text, out);
  out->push_back('"');
}

template <typename Row>
std::vector<Field<Row>> without(std::vector<Field<Row>> fields, std::string_view first, std::string_view second) {
  std::erase_if(fields, [&](const Field<Row>& field) { return field.name == first || field.name == second; });
  return fields;
}

class GexfWriter {
 public:
  GexfWriter(const GraphStream& graph, const ExportOptions& options, ExportTarget* target)
      : graph_(graph),
        // What has an attribute of its own in GEXF.
        nodes_(without(chosen(actor_fields(), options), "id", "label")),
        edges_(without(chosen(edge_fields(), options), "label", "")),
        offices_(options.offices ? office_edge_fields(options) : std::vector<Field<Office>>()),
        options_(options),
        target_(target) {}

  Result<ExportCounts> write() {
    write_head();
    target_->write("    <nodes>\n");
    const auto offices = offices_for(graph_, options_);
    if (!offices) return offices.error();
    for (const Actor& actor : graph_.actors()) write_node(actor);
    for (const Actor& body : offices->bodies()) write_node(body);
    target_->write("    </nodes>\n    <edges>\n");
    const auto edges = each_edge(graph_, [this](const Edge& edge) { write_edge(edge); });
    if (!edges) return edges.error();
    for (const Office& office : offices->all()) write_office(office);
    target_->write("    </edges>\n  </graph>\n</gexf>\n");
    return ExportCounts{graph_.actors().size() + offices->bodies().size(), *edges + offices->all().size()};
  }

 private:
  void write_head() {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
        "  <meta><creator>demarche</creator><description>Who did what to whom</description></meta>\n"
        "  <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" timerepresentation=\"interval\" "
        "idtype=\"string\">\n";
    append_attributes("node", nodes_, &out);
    append_attributes("edge", with_offices(), &out);
    target_->write(out);
  }

  void write_node(const Actor& actor) {
    line_.assign("      <node");
    append_attribute("id", actor.id, &line_);
    append_attribute("label", actor.name.empty() ? actor.id : actor.name, &line_);
    line_.push_back('>');
    append_values(nodes_, actor, &line_);
    target_->write(line_.append("</node>\n"));
  }

  void write_edge(const Edge& edge) {
    const Interaction& interaction = *edge.deed->interaction;
    const std::string& action = interaction.action.empty() ? interaction.event : interaction.action;
    line_.assign("      <edge");
    append_attribute("id", edge.key, &line_);
    append_attribute("source", *edge.from, &line_);
    append_attribute("target", *edge.to, &line_);
    append_attribute("kind", kind_of(*edge.from, *edge.to, action), &line_);
    append_attribute("label", action, &line_);
    line_ += fmt::format(" weight=\"{}\"", number_text(std::max(1U, interaction.independent)));
    if (const Days days = days_of(interaction); !days.first.empty()) {
      append_attribute("start", days.first, &line_);
      append_attribute("end", days.last, &line_);
    }
    line_.push_back('>');
    append_values(edges_, *edge.deed, &line_);
    target_->write(line_.append("</edge>\n"));
  }

  void write_office(const Office& office) {
    line_.assign("      <edge");
    append_attribute("id", office.key, &line_);
    append_attribute("source", office.affiliation->person, &line_);
    append_attribute("target", office.body, &line_);
    append_attribute("kind", kind_of(office.affiliation->person, office.body, "office"), &line_);
    append_attribute("label", office.affiliation->office, &line_);
    line_ += " weight=\"1.0\"";
    const Days term = term_of(*office.affiliation);
    if (!term.first.empty()) append_attribute("start", term.first, &line_);
    if (!term.last.empty()) append_attribute("end", term.last, &line_);
    line_.push_back('>');
    append_values(offices_, office, &line_);
    target_->write(line_.append("</edge>\n"));
  }

  // Attributes of edges, each name once.
  std::vector<Field<Deed>> with_offices() const {
    std::vector<Field<Deed>> all = edges_;
    for (const Field<Office>& field : offices_) {
      const auto same = [&](const Field<Deed>& known) { return known.name == field.name; };
      if (std::none_of(edges_.begin(), edges_.end(), same)) all.push_back({field.name, field.type, nullptr});
    }
    return all;
  }

  std::string kind_of(const std::string& from, const std::string& to, const std::string& what) {
    const std::uint32_t number = ++parallel_[text::StableHash().add(from).add(to).add(what).value()];
    return number == 1 ? what : fmt::format("{} {}", what, number);
  }

  const GraphStream& graph_;
  const std::vector<Field<Actor>> nodes_;
  const std::vector<Field<Deed>> edges_;
  const std::vector<Field<Office>> offices_;
  const ExportOptions& options_;
  ExportTarget* target_;
  std::string line_;
  std::unordered_map<std::uint64_t, std::uint32_t> parallel_;  // how many so far
};

}  // namespace

Result<ExportCounts> write_gexf(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  return GexfWriter(graph, options, target).write();
}

}  // namespace demarche::exporting
