// GraphML. Attributes are only of the types that NetworkX and igraph know, and a value that is missing is left out: an
// empty one would be read as "" or 0. Lists are joined by semicolons.
//
// When everything is asked for, the file also carries each record as JSON, nothing of which GraphML could say itself:
// nodes their actor, the first edge of an interaction the interaction and its statements, the graph the documents.
// read_graphml() rebuilds the graph from these.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "demarche/export.h"
#include "export/escape.h"
#include "export/flat_text.h"
#include "export/graph_json.h"
#include "export/json_text.h"
#include "export/record.h"
#include "export/spill.h"
#include "export/writer.h"

namespace demarche::exporting {
namespace {

// Readers refuse text of more than ten million bytes in one piece.
constexpr std::size_t most_bytes_a_piece = 1u << 20;

std::string_view type_word(Type type) {
  switch (type) {
    case Type::whole:
      return "int";
    case Type::number:
      return "double";
    case Type::boolean:
      return "boolean";
    default:
      return "string";
  }
}

void append_key(std::string_view id, std::string_view where, std::string_view name, Type type, std::string* out) {
  *out += fmt::format("  <key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", id, where, name,
                      type_word(type));
}

void append_data(std::string_view key, std::string_view text, std::string* out) {
  out->append("<data key=\"").append(key).append("\">");
  append_xml_text(text, out);
  out->append("</data>");
}

template <typename Row>
void append_values(std::string_view prefix, const std::vector<Field<Row>>& fields, const Row& row, std::string* out) {
  for (const Field<Row>& field : fields) {
    const Value value = field.of(row);
    if (is_missing(value)) continue;
    out->append("<data key=\"").append(prefix).append(field.name).append("\">");
    append_flat(value, append_xml_text, out);
    out->append("</data>");
  }
}

class GraphmlWriter {
 public:
  GraphmlWriter(const GraphStream& graph, const ExportOptions& options, ExportTarget* target)
      : graph_(graph),
        nodes_(chosen(actor_fields(), options)),
        edges_(chosen(edge_fields(), options)),
        whole_(is_whole(options)),
        target_(target) {}

  Result<ExportCounts> write() {
    write_head();
    for (const Actor& actor : graph_.actors()) write_node(actor);
    const auto without_edge = [this](const Interaction& interaction, const auto& evidence) {
      if (whole_) keep(interaction, evidence);
    };
    const auto edges = each_edge(
        graph_, [this](const Edge& edge) { write_edge(edge); }, without_edge);
    if (!edges) return edges.error();
    if (whole_) {
      if (auto done = write_what_no_edge_carries(); !done) return done.error();
    }
    target_->write("  </graph>\n</graphml>\n");
    return ExportCounts{graph_.actors().size(), *edges};
  }

 private:
  void write_head() {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    for (const auto& field : nodes_) append_key("n_" + std::string(field.name), "node", field.name, field.type, &out);
    for (const auto& field : edges_) append_key("e_" + std::string(field.name), "edge", field.name, field.type, &out);
    if (whole_) {
      append_key("n_record", "node", "record", Type::text, &out);
      append_key("e_record", "edge", "record", Type::text, &out);
      append_key("e_mentions", "edge", "mentions", Type::text, &out);
      append_key("g_record", "graph", "record", Type::text, &out);
      append_key("g_mentions", "graph", "mentions", Type::text, &out);
      append_key("g_sources", "graph", "sources", Type::text, &out);
      append_key("g_affiliations", "graph", "affiliations", Type::text, &out);
    }
    target_->write(out + "  <graph id=\"demarche\" edgedefault=\"directed\">\n");
  }

  void write_node(const Actor& actor) {
    line_.assign("    <node id=\"");
    append_xml_id(actor.id, &line_);
    line_.append("\">");
    append_values("n_", nodes_, actor, &line_);
    if (whole_) {
      json_.clear();
      append_node(actor, &json_);
      append_data("n_record", json_, &line_);
    }
    target_->write(line_.append("</node>\n"));
  }

  void write_edge(const Edge& edge) {
    line_.assign("    <edge id=\"");
    append_xml_id(edge.key, &line_);
    line_.append("\" source=\"");
    append_xml_id(*edge.from, &line_);
    line_.append("\" target=\"");
    append_xml_id(*edge.to, &line_);
    line_.append("\">");
    append_values("e_", edges_, *edge.deed, &line_);
    if (whole_ && edge.first) append_records(edge, &line_);
    target_->write(line_.append("</edge>\n"));
  }

  void append_records(const Edge& edge, std::string* out) {
    json_.clear();
    append_interaction(*edge.deed->interaction, &json_);
    append_data("e_record", json_, out);
    json_.clear();
    for (const Mention* const mention : *edge.evidence) {
      write_record(*mention, &json_);
      json_.push_back('\n');
    }
    if (!json_.empty()) append_data("e_mentions", json_, out);
  }

  // An interaction without participants, whose place in the file is behind the edges.
  void keep(const Interaction& interaction, const std::vector<const Mention*>& evidence) {
    json_.clear();
    append_interaction(interaction, &json_);
    kept_.push_back({spill_.add(json_), false});
    for (const Mention* const mention : evidence) {
      json_.clear();
      write_record(*mention, &json_);
      kept_.push_back({spill_.add(json_), true});
    }
  }

  // Documents; interactions without participants; statements that belong to no interaction with an edge.
  Result<Done> write_what_no_edge_carries() {
    std::string record;
    std::string mentions;
    for (const Kept& kept : kept_) {
      spill_.read(kept.place, &record);
      if (kept.is_mention) {
        mentions.append(record);
        flush("g_mentions", most_bytes_a_piece, &mentions);
      } else {
        flush("g_record", 0, &record);
      }
    }
    if (auto done = spill_.done(); !done) return done;
    auto done = graph_.each_loose_mention([&](const Mention& mention) {
      write_record(mention, &mentions);
      flush("g_mentions", most_bytes_a_piece, &mentions);
    });
    if (!done) return done;
    flush("g_mentions", 0, &mentions);
    std::string sources;
    done = graph_.each_source([&](const Source& source) {
      append_source(source, &sources);
      flush("g_sources", most_bytes_a_piece, &sources);
    });
    flush("g_sources", 0, &sources);
    std::string affiliations;
    for (const Affiliation& affiliation : graph_.affiliations()) {
      append_affiliation(affiliation, &affiliations);
      flush("g_affiliations", most_bytes_a_piece, &affiliations);
    }
    flush("g_affiliations", 0, &affiliations);
    return done;
  }

  // Ends the line and writes the lines out when they are more than `most` bytes.
  void flush(std::string_view key, std::size_t most, std::string* lines) {
    if (!lines->empty() && lines->back() != '\n') lines->push_back('\n');
    if (lines->size() <= most || lines->empty()) return;
    line_.assign("    ");
    append_data(key, *lines, &line_);
    target_->write(line_.append("\n"));
    lines->clear();
  }

  const GraphStream& graph_;
  const std::vector<Field<Actor>> nodes_;
  const std::vector<Field<Deed>> edges_;
  const bool whole_;
  ExportTarget* target_;
  std::string line_, json_;
  struct Kept {
    Spill::Place place;
    bool is_mention = false;
  };
  Spill spill_;
  std::vector<Kept> kept_;
};

}  // namespace

Result<ExportCounts> write_graphml(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  return GraphmlWriter(graph, options, target).write();
}

}  // namespace demarche::exporting
