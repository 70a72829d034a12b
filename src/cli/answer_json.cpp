#include "cli/answer_json.h"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::cli {
namespace {

void put(Json* object, const char* key, std::string_view value) {
  if (!value.empty()) (*object)[key] = value;
}

void put(Json* object, const char* key, const std::vector<std::string>& values) {
  if (!values.empty()) (*object)[key] = values;
}

}  // namespace

Json to_json(const Query& query) {
  Json out = {{"want", to_string(query.want)}};
  put(&out, "actor", query.actor);
  put(&out, "recipient", query.recipient);
  put(&out, "party", query.party);
  put(&out, "action", query.action);
  put(&out, "event", query.event);
  put(&out, "country", query.country);
  put(&out, "office", query.office);
  put(&out, "since", query.since);
  put(&out, "until", query.until);
  put(&out, "about", query.about);
  put(&out, "context", query.context);
  put(&out, "place", query.place);
  for (const Kind kind : query.kind) out["kind"].push_back(to_string(kind));
  for (const Status status : query.status) out["status"].push_back(to_string(status));
  if (query.min_confidence > 0) out["min_confidence"] = query.min_confidence;
  if (query.limit > 0) out["limit"] = query.limit;
  if (query.pick != Pick::all) out["pick"] = to_string(query.pick);
  if (query.rollup != Rollup::none) out["rollup"] = to_string(query.rollup);
  if (query.by != By::fewest) out["by"] = to_string(query.by);
  if (query.rank != RankBy::contacts) out["by"] = to_string(query.rank);
  if (query.either_way) out["either_way"] = true;
  return out;
}

Json to_json(const Evidence& evidence) {
  const Mention& mention = *evidence.mention;
  Json out = {{"id", mention.id}, {"doc", mention.doc}};
  put(&out, "title", evidence.title());
  put(&out, "publication", evidence.publication());
  put(&out, "published", evidence.published());
  put(&out, "url", evidence.url());
  put(&out, "date", mention.date);
  put(&out, "enddate", mention.enddate);
  put(&out, "action", mention.action);
  put(&out, "actor", names_of(mention.actor));
  put(&out, "recipient", names_of(mention.recipient));
  out["status"] = to_string(mention.status);
  put(&out, "turn", std::string(to_string(mention.turn)));
  put(&out, "turn_date", mention.turn_date);
  if (mention.attribution) put(&out, "said_by", names_of({mention.attribution->source}));
  put(&out, "topic", mention.topic);
  put(&out, "text", mention.text);
  put(&out, "event_text", mention.event_text);
  out["start"] = mention.start;
  out["end"] = mention.end;
  out["event_start"] = mention.event_start;
  out["event_end"] = mention.event_end;
  out["confidence"] = mention.confidence;
  put(&out, "rule", mention.rule);
  return out;
}

Json to_json(const Graph& graph, const Interaction& interaction) {
  Json out = {{"id", interaction.id}};
  put(&out, "date", interaction.date);
  put(&out, "enddate", interaction.enddate);
  put(&out, "action", interaction.action);
  put(&out, "event", interaction.event);
  put(&out, "mode", interaction.mode);
  out["status"] = to_string(interaction.status);
  put(&out, "actor", names_of(graph, interaction.actor));
  put(&out, "recipient", names_of(graph, interaction.recipient));
  out["reciprocal"] = interaction.reciprocal;
  put(&out, "topic", interaction.topic);
  put(&out, "context", interaction.context);
  put(&out, "place", interaction.place);
  out["reports"] = interaction.reports;
  out["independent"] = interaction.independent;
  out["confidence"] = interaction.confidence;
  put(&out, "part_of", interaction.part_of);
  for (const StatusStep& step : interaction.history) {
    Json told = {{"status", word_of(step)}};
    put(&told, "said", step.said);
    told["mention"] = step.mention;
    out["history"].push_back(std::move(told));
  }
  for (const Evidence& evidence : evidence_of(graph, interaction.mentions))
    out["mentions"].push_back(to_json(evidence));
  return out;
}

Json to_json(const Graph& graph, const std::string& question, const Answer& answer) {
  Json out = {{"question", question}, {"answers", answer.answers}, {"query", to_json(answer.query)}};
  if (!answer.candidates.empty()) {
    out["ambiguous"] = answer.ambiguous;
    out["candidates"] = answer.candidates;
  }
  out["mentions"] = Json::array();
  for (const Evidence& evidence : evidence_of(graph, answer.mentions)) out["mentions"].push_back(to_json(evidence));
  return out;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace demarche::cli
