// Node-link JSON: a graph as NetworkX reads it, with everything else beside.
#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "demarche/export.h"
#include "export/graph_json.h"
#include "export/json_text.h"
#include "export/record.h"
#include "export/string_target.h"
#include "export/writer.h"

namespace demarche {
namespace exporting {
namespace {

void append_what(const Interaction& interaction, ObjectText* object) {
  object->optional_text("event", interaction.event);
  object->optional_text("mode", interaction.mode);
  object->optional_text("action", interaction.action);
  object->boolean("reciprocal", interaction.reciprocal);
  object->text("status", to_string(interaction.status));
  object->optional_text("date", interaction.date);
  object->optional_text("enddate", interaction.enddate);
  object->optional_text("place", interaction.place);
  object->optional_text("part_of", interaction.part_of);
}

void append_weights(const Interaction& interaction, ObjectText* object) {
  object->number("reports", std::uint64_t{interaction.reports});
  object->number("independent", std::uint64_t{interaction.independent});
  object->number("confidence", interaction.confidence);
  append_ontology_fields(interaction.quad_code, interaction.event_scale, object);
}

void append_step(const StatusStep& step, std::string* out) {
  ObjectText object(out);
  object.text("status", word_of(step));
  object.optional_text("said", step.said);
  object.optional_text("mention", step.mention);
}

std::string hexadecimal(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) fmt::format_to(std::back_inserter(out), "{:02x}", static_cast<unsigned char>(c));
  return out;
}

}  // namespace

void append_node(const Actor& actor, std::string* out) {
  ObjectText object(out);
  object.text("id", actor.id);
  object.optional_text("name", actor.name);
  object.text("kind", to_string(actor.kind));
  object.optional_text("code", actor.code);
  object.optional_text("sector", actor.sector);
  object.optional_text("qid", actor.qid);
  object.optional_texts("offices", actor.offices);
  object.optional_texts("aliases", actor.aliases);
}

void append_interaction(const Interaction& interaction, std::string* out) {
  ObjectText object(out);
  object.text("id", interaction.id);
  append_what(interaction, &object);
  if (interaction.date_precision != DatePrecision::none) {
    object.text("date_precision", to_string(interaction.date_precision));
  }
  object.optional_texts("actor", interaction.actor);
  object.optional_texts("recipient", interaction.recipient);
  object.optional_texts("topic", interaction.topic);
  object.optional_texts("context", interaction.context);
  object.key("history")->push_back('[');
  for (std::size_t i = 0; i < interaction.history.size(); ++i) {
    if (i != 0) out->push_back(',');
    append_step(interaction.history[i], out);
  }
  out->push_back(']');
  object.optional_texts("mentions", interaction.mentions);
  append_weights(interaction, &object);
}

void append_affiliation(const Affiliation& affiliation, std::string* out) {
  ObjectText object(out);
  object.text("person", affiliation.person);
  object.text("office", affiliation.office);
  object.text("of", affiliation.of);
  object.text("of_name", affiliation.of_name);
  object.optional_text("from", affiliation.from);
  object.optional_text("until", affiliation.until);
  object.optional_text("first_told", affiliation.first_told);
  object.optional_text("last_told", affiliation.last_told);
  object.boolean("former", affiliation.former);
  object.boolean("gazetteer", affiliation.known);
  object.optional_texts("mentions", affiliation.mentions);
}

void append_source(const Source& source, std::string* out) {
  ObjectText object(out);
  object.text("id", source.id);
  object.optional_text("title", source.title);
  object.optional_text("date", source.date);
  object.optional_text("url", source.url);
  object.optional_text("publication", source.publication);
  object.optional_text("language", source.language);
  // Hexadecimal text: 64 bits do not fit the numbers of JavaScript.
  if (source.fingerprint != 0) object.text("fingerprint", fmt::format("{:016x}", source.fingerprint));
  if (!source.signature.empty()) object.text("signature", hexadecimal(source.signature));
  object.optional_text("copy_of", source.copy_of);
}

void append_mention(const Mention& mention, bool text, std::string* out) {
  if (text) return write_record(mention, out);
  Mention bare = mention;
  bare.text.clear();
  bare.event_text.clear();
  write_record(bare, out);
}

namespace {

void append_edge(const Interaction& interaction, const Pair& pair, std::string* out) {
  ObjectText object(out);
  object.text("source", *pair.from);
  object.text("target", *pair.to);
  object.text("key", edge_key(interaction, pair));
  object.text("interaction", interaction.id);
  append_what(interaction, &object);
  append_weights(interaction, &object);
}

// One item a line: the file can be read, searched and compared with line tools.
class List {
 public:
  List(std::string_view name, ExportTarget* target) : target_(target) {
    target_->write(fmt::format(",\n\"{}\":[", name));
  }
  ~List() { target_->write(line_.empty() ? "]" : "\n]"); }
  List(const List&) = delete;
  List& operator=(const List&) = delete;

  template <typename Append>
  void add(Append append) {
    line_.assign(empty_ ? "\n" : ",\n");
    empty_ = false;
    append(&line_);
    target_->write(line_);
  }

 private:
  ExportTarget* target_;
  std::string line_;
  bool empty_ = true;
};

std::string header(const GraphStream& graph) {
  const GraphStream::Counts counts = graph.counts();
  std::string out = "{\"directed\":true,\"multigraph\":true,\n\"graph\":";
  {
    ObjectText object(&out);
    object.text("demarche", DEMARCHE_VERSION);
    object.number("format", std::uint64_t{1});
    object.number("actors", counts.actors);
    object.number("interactions", counts.interactions);
    object.number("mentions", counts.mentions);
    object.number("sources", counts.sources);
  }
  return out;
}

Result<Done> write_edges(const GraphStream& graph, std::string_view key, std::uint64_t* count, ExportTarget* target) {
  List edges(key, target);
  return graph.each_interaction(false, [&](const Interaction& interaction, const auto&) {
    for (const Pair& pair : pairs_of(interaction)) {
      edges.add([&](std::string* out) { append_edge(interaction, pair, out); });
      ++*count;
    }
  });
}

Result<Done> write_rest(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  {
    List list("interactions", target);
    const auto done = graph.each_interaction(false, [&](const Interaction& interaction, const auto&) {
      list.add([&](std::string* out) { append_interaction(interaction, out); });
    });
    if (!done) return done;
  }
  {
    List list("affiliations", target);
    for (const Affiliation& affiliation : graph.affiliations()) {
      list.add([&](std::string* out) { append_affiliation(affiliation, out); });
    }
  }
  {
    List list("mentions", target);
    const auto done = graph.each_mention([&](const GraphStream::Told& told) {
      list.add([&](std::string* out) { append_mention(told.mention, options.text, out); });
    });
    if (!done) return done;
  }
  List list("sources", target);
  return graph.each_source(
      [&](const Source& source) { list.add([&](std::string* out) { append_source(source, out); }); });
}

}  // namespace

Result<ExportCounts> write_node_link(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  target->write(header(graph));
  ExportCounts counts{graph.actors().size(), 0};
  {
    List nodes("nodes", target);
    for (const Actor& actor : graph.actors()) nodes.add([&](std::string* out) { append_node(actor, out); });
  }
  for (const std::string_view key : {"edges", "links"}) {
    if (options.edges_key != key && options.edges_key != "both") continue;
    counts.edges = 0;
    if (auto done = write_edges(graph, key, &counts.edges, target); !done) return done.error();
  }
  if (auto done = write_rest(graph, options, target); !done) return done.error();
  target->write("}\n");
  return counts;
}

}  // namespace exporting

std::string write_json(const Graph& graph) {
  exporting::StringTarget target;
  // Reading a graph in memory cannot fail.
  static_cast<void>(exporting::write_node_link(*stream(graph), {}, &target).ok());
  return std::move(target.text);
}

}  // namespace demarche
