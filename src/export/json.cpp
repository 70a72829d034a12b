#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "demarche/export.h"
#include "export/json_read.h"
#include "export/json_text.h"
#include "export/pairs.h"
#include "export/record.h"

namespace demarche {
namespace exporting {
namespace {

// One item a line: the file can be read, searched and compared with line tools.
template <typename Items, typename Append>
void append_list(std::string_view name, const Items& items, Append append, std::string* out) {
  out->append(",\n\"").append(name).append("\":[");
  for (std::size_t i = 0; i < items.size(); ++i) {
    out->append(i == 0 ? "\n" : ",\n");
    append(items[i], out);
  }
  out->append(items.empty() ? "]" : "\n]");
}

void append_header(const Graph& graph, std::string* out) {
  ObjectText object(out);
  object.text("demarche", DEMARCHE_VERSION);
  object.number("format", std::uint64_t{1});
  object.number("actors", std::uint64_t{graph.actors.size()});
  object.number("interactions", std::uint64_t{graph.interactions.size()});
  object.number("mentions", std::uint64_t{graph.mentions.size()});
  object.number("sources", std::uint64_t{graph.sources.size()});
}

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

void append_edge(const Interaction& interaction, const Pair& pair, std::string* out) {
  ObjectText object(out);
  object.text("source", *pair.from);
  object.text("target", *pair.to);
  object.text("key", fmt::format("{}:{}>{}", interaction.id, *pair.from, *pair.to));
  object.text("interaction", interaction.id);
  append_what(interaction, &object);
  append_weights(interaction, &object);
}

void append_step(const StatusStep& step, std::string* out) {
  ObjectText object(out);
  object.text("status", to_string(step.status));
  object.optional_text("said", step.said);
  object.optional_text("mention", step.mention);
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
}

void append_edges(const Graph& graph, std::string* out) {
  out->append(",\n\"edges\":[");
  bool first = true;
  for (const Interaction& interaction : graph.interactions) {
    for (const Pair& pair : pairs_of(interaction)) {
      out->append(first ? "\n" : ",\n");
      first = false;
      append_edge(interaction, pair, out);
    }
  }
  out->append(first ? "]" : "\n]");
}

void read_node(const JsonObject& object, Actor* actor) {
  object.required_text("id", &actor->id);
  object.text("name", &actor->name);
  object.word("kind", &actor->kind, parse_kind, known_kinds);
  object.text("code", &actor->code);
  object.text("sector", &actor->sector);
  object.text("qid", &actor->qid);
  object.texts("offices", &actor->offices);
  object.texts("aliases", &actor->aliases);
}

void read_step(const JsonObject& object, StatusStep* step) {
  object.word("status", &step->status, parse_status, known_statuses);
  object.text("said", &step->said);
  object.text("mention", &step->mention);
}

void read_interaction(const JsonObject& object, Interaction* interaction) {
  object.required_text("id", &interaction->id);
  object.text("event", &interaction->event);
  object.text("mode", &interaction->mode);
  object.text("action", &interaction->action);
  object.boolean("reciprocal", &interaction->reciprocal);
  object.word("status", &interaction->status, parse_status, known_statuses);
  object.objects("history", [&](const JsonObject& step) { read_step(step, &interaction->history.emplace_back()); });
  object.text("date", &interaction->date);
  object.text("enddate", &interaction->enddate);
  object.word("date_precision", &interaction->date_precision, parse_precision, known_precisions);
  object.texts("actor", &interaction->actor);
  object.texts("recipient", &interaction->recipient);
  object.texts("topic", &interaction->topic);
  object.texts("context", &interaction->context);
  object.text("place", &interaction->place);
  object.text("part_of", &interaction->part_of);
  object.texts("mentions", &interaction->mentions);
  object.number("reports", &interaction->reports);
  object.number("independent", &interaction->independent);
  object.number("confidence", &interaction->confidence);
  object.number("event_scale", &interaction->event_scale);
  std::uint32_t quad_code = 0;
  object.number("quad_code", &quad_code);
  interaction->quad_code = static_cast<int>(quad_code);
}

void read_source(const JsonObject& object, Source* source) {
  object.required_text("id", &source->id);
  object.text("title", &source->title);
  object.text("date", &source->date);
  object.text("url", &source->url);
  object.text("publication", &source->publication);
  object.text("language", &source->language);
  std::string digits;
  object.text("fingerprint", &digits);
  if (digits.empty()) return;
  const char* end = digits.data() + digits.size();
  const auto parsed = std::from_chars(digits.data(), end, source->fingerprint, 16);
  if (parsed.ec != std::errc() || parsed.ptr != end) object.complain("fingerprint", "must be 16 hexadecimal digits");
}

// The lists of a Graph are sorted; a file edited by hand may not be. Two items of one id cannot be told apart.
template <typename Item>
void sort_by_id(const JsonObject& root, std::string_view name, std::vector<Item>* items) {
  const auto by_id = [](const Item& a, const Item& b) { return a.id < b.id; };
  if (!std::is_sorted(items->begin(), items->end(), by_id)) std::stable_sort(items->begin(), items->end(), by_id);
  const auto twin = std::adjacent_find(items->begin(), items->end(), [](auto& a, auto& b) { return a.id == b.id; });
  if (twin != items->end()) root.complain(name, fmt::format("holds two items with the id {}", shown(twin->id)));
}

void check_participants(const JsonObject& root, const Graph& graph) {
  const auto check = [&](const Interaction& interaction, const std::string& id) {
    const auto at = std::lower_bound(graph.actors.begin(), graph.actors.end(), id,
                                     [](const Actor& actor, const std::string& key) { return actor.id < key; });
    if (at != graph.actors.end() && at->id == id) return;
    root.complain(
        "", fmt::format("interaction {} names {}, which is not among the nodes", shown(interaction.id), shown(id)));
  };
  for (const Interaction& interaction : graph.interactions) {
    for (const std::string& id : interaction.actor) check(interaction, id);
    for (const std::string& id : interaction.recipient) check(interaction, id);
  }
}

void read_header(const JsonObject& root) {
  root.object("graph", [&](const JsonObject& header) {
    std::uint32_t format = 1;
    header.number("format", &format);
    if (format > 1) {
      root.complain("", fmt::format("written by a newer demarche (format {}; this one reads format 1)", format));
    }
  });
  if (!root.has("nodes") || !root.has("interactions")) {
    root.complain("", "no graph of demarche: it has no \"nodes\" and \"interactions\"");
  }
}

void read_graph(const JsonObject& root, Graph* graph) {
  read_header(root);
  root.objects("nodes", [&](const JsonObject& item) { read_node(item, &graph->actors.emplace_back()); });
  root.objects("interactions",
               [&](const JsonObject& item) { read_interaction(item, &graph->interactions.emplace_back()); });
  root.objects("mentions", [&](const JsonObject& item) { read_mention(item, &graph->mentions.emplace_back()); });
  root.objects("sources", [&](const JsonObject& item) { read_source(item, &graph->sources.emplace_back()); });
  sort_by_id(root, "nodes", &graph->actors);
  sort_by_id(root, "interactions", &graph->interactions);
  sort_by_id(root, "mentions", &graph->mentions);
  sort_by_id(root, "sources", &graph->sources);
  check_participants(root, *graph);
}

}  // namespace
}  // namespace exporting

std::string write_json(const Graph& graph) {
  std::string out = "{\"directed\":true,\"multigraph\":true,\n\"graph\":";
  exporting::append_header(graph, &out);
  exporting::append_list("nodes", graph.actors, exporting::append_node, &out);
  exporting::append_edges(graph, &out);
  exporting::append_list("interactions", graph.interactions, exporting::append_interaction, &out);
  exporting::append_list("mentions", graph.mentions, write_record, &out);
  exporting::append_list("sources", graph.sources, exporting::append_source, &out);
  out.append("}\n");
  return out;
}

Result<Graph> read_json(std::string_view json, std::string_view where) {
  exporting::JsonReader reader;
  Graph graph;
  const auto problem = reader.read(json, where, "the graph of `demarche export --to json`",
                                   [&](const exporting::JsonObject& root) { exporting::read_graph(root, &graph); });
  if (problem) return *problem;
  return graph;
}

}  // namespace demarche
