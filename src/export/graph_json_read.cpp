// Reading a graph's JSON back.
#include <fmt/format.h>

#include <charconv>
#include <string>

#include "demarche/export.h"
#include "export/graph_json.h"
#include "export/record.h"
#include "export/settle.h"

namespace demarche {
namespace exporting {
namespace {

void read_step(const JsonObject& object, StatusStep* step) {
  object.word("status", step, parse_step, known_steps);
  object.text("said", &step->said);
  object.text("mention", &step->mention);
}

// An even number of hexadecimal digits; false for anything else.
bool read_bytes(std::string_view digits, std::string* bytes) {
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    unsigned char byte = 0;
    const auto parsed = std::from_chars(digits.data() + i, digits.data() + i + 2, byte, 16);
    if (parsed.ec != std::errc() || parsed.ptr != digits.data() + i + 2) return false;
    bytes->push_back(static_cast<char>(byte));
  }
  return digits.size() % 2 == 0;
}

}  // namespace

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

void read_affiliation(const JsonObject& object, Affiliation* affiliation) {
  object.required_text("person", &affiliation->person);
  object.text("office", &affiliation->office);
  object.text("of", &affiliation->of);
  object.text("of_name", &affiliation->of_name);
  object.text("from", &affiliation->from);
  object.text("until", &affiliation->until);
  object.text("first_told", &affiliation->first_told);
  object.text("last_told", &affiliation->last_told);
  object.boolean("former", &affiliation->former);
  object.boolean("gazetteer", &affiliation->known);
  object.texts("mentions", &affiliation->mentions);
}

void read_source(const JsonObject& object, Source* source) {
  object.required_text("id", &source->id);
  object.text("title", &source->title);
  object.text("date", &source->date);
  object.text("url", &source->url);
  object.text("publication", &source->publication);
  object.text("language", &source->language);
  std::string signature, digits;
  object.text("signature", &signature);
  if (!read_bytes(signature, &source->signature)) object.complain("signature", "must be pairs of hexadecimal digits");
  object.text("copy_of", &source->copy_of);
  object.text("fingerprint", &digits);
  if (digits.empty()) return;
  const char* end = digits.data() + digits.size();
  const auto parsed = std::from_chars(digits.data(), end, source->fingerprint, 16);
  if (parsed.ec != std::errc() || parsed.ptr != end) object.complain("fingerprint", "must be 16 hexadecimal digits");
}

namespace {

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
  root.objects("affiliations",
               [&](const JsonObject& item) { read_affiliation(item, &graph->affiliations.emplace_back()); });
  root.objects("mentions", [&](const JsonObject& item) { read_mention(item, &graph->mentions.emplace_back()); });
  root.objects("sources", [&](const JsonObject& item) { read_source(item, &graph->sources.emplace_back()); });
  if (const std::string fault = settle(graph); !fault.empty()) root.complain("", fault);
}

}  // namespace
}  // namespace exporting

Result<Graph> read_json(std::string_view json, std::string_view where) {
  exporting::JsonReader reader;
  Graph graph;
  const auto problem = reader.read(json, where, "the graph of `demarche export --to json`",
                                   [&](const exporting::JsonObject& root) { exporting::read_graph(root, &graph); });
  if (problem) return *problem;
  return graph;
}

}  // namespace demarche
