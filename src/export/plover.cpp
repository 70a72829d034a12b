#include <algorithm>
#include <array>
#include <initializer_list>

#include "demarche/export.h"
#include "export/record.h"
#include "extract/office_record.h"
#include "text/date.h"

namespace demarche {
namespace exporting {
namespace {

// What the projection changes; everything else is taken from the mention.
struct Projection {
  std::string_view event;
  std::vector<std::string> mode;
  int quad_code = 0;
  double event_scale = 0;
  bool all_in_actor = false;
};

// The types that a projection can lead to, with their quad code and score (Plover 0.8).
struct Type {
  std::string_view name;
  int quad_code;
  double score;
};
constexpr Type agree = {"AGREE", 1, 2.5};
constexpr Type concede = {"CONCEDE", 1, 4.5};
constexpr Type threaten = {"THREATEN", 3, -3.5};
constexpr Type reject = {"REJECT", 3, -2.0};

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool same_actor(const Entity& a, const Entity& b) {
  if (!a.actor.empty() || !b.actor.empty()) return a.actor == b.actor;
  return a.identifier_text == b.identifier_text;
}

// The author's own statement counts as the actor's: "The United States will impose sanctions on Iran."
bool said_by_actor(const Mention& mention) {
  if (!mention.attribution) return true;
  const Entity& source = mention.attribution->source;
  return std::any_of(mention.actor.begin(), mention.actor.end(), [&](const Entity& actor) {
    return same_actor(actor, source) || (!actor.code.empty() && actor.code == source.code);
  });
}

bool begins_with_refusal(std::string_view words) {
  static constexpr std::array<std::string_view, 7> beginnings = {"refus",    "declin",    "reject", "ruled out",
                                                                 "rule out", "rules out", "rebuff"};
  return std::any_of(beginnings.begin(), beginnings.end(), [&](auto b) { return words.substr(0, b.size()) == b; });
}

// "Iran refused to meet the envoys" did not happen, but the refusal did.
bool is_refusal(const Mention& mention) {
  if (begins_with_refusal(mention.action) || begins_with_refusal(mention.event_text)) return true;
  return mention.attribution && begins_with_refusal(mention.attribution->verb) && said_by_actor(mention);
}

std::string_view threat_mode(const Mention& mention) {
  if (mention.event == "ASSAULT") return "violence";
  if (mention.event == "SANCTION") return mention.mode == "expel" ? "expel" : "relations";
  if (mention.event == "COERCE") return mention.mode == "arrest" ? "arrest" : "restrict";
  return "";
}

std::string_view refusal_mode(const Mention& mention) {
  if (mention.event == "CONSULT") return "meet";
  if (one_of(mention.event, {"AID", "COOPERATE", "SUPPORT"})) return "assist";
  if (one_of(mention.event, {"CONCEDE", "RETREAT"})) return "yield";
  return "";
}

void change(const Type& type, std::string_view mode, Projection* projection) {
  projection->event = type.name;
  projection->quad_code = type.quad_code;
  projection->event_scale = type.score;
  projection->mode.clear();
  if (!mode.empty()) projection->mode.emplace_back(mode);
}

void project_plan(const Mention& mention, Projection* projection) {
  if (one_of(mention.event, {"CONSULT", "SUPPORT", "COOPERATE", "AID"})) return change(agree, "", projection);
  if (mention.event == "RETREAT") return change(concede, "", projection);
  const bool hostile = one_of(mention.event, {"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"});
  if (hostile && !mention.recipient.empty() && said_by_actor(mention)) {
    return change(threaten, threat_mode(mention), projection);
  }
  projection->mode.emplace_back("future");
}

// False: no record.
bool project(const Mention& mention, Projection* projection) {
  // Who takes or leaves an office: no event of PLOVER's.
  if (extract::tells_office(mention)) return false;
  projection->event = mention.event;
  projection->quad_code = mention.quad_code;
  projection->event_scale = mention.event_scale;
  if (!mention.mode.empty()) projection->mode.push_back(mention.mode);
  if (mention.status == Status::denied) {
    if (!is_refusal(mention)) return false;
    change(reject, refusal_mode(mention), projection);
  }
  if (mention.status == Status::planned) project_plan(mention, projection);
  if (mention.status == Status::possible) projection->mode.emplace_back("hypothetical");
  // Another type by PLOVER's codebook: its scores are not ours to tell.
  if (!mention.plover.empty() && projection->event == mention.event) {
    projection->event = mention.plover;
    projection->mode.clear();
  }
  projection->all_in_actor =
      mention.reciprocal && one_of(projection->event, {"CONSULT", "AGREE", "COOPERATE", "ASSAULT"});
  return true;
}

// PLOVER wants days: a month becomes its first and last day.
void append_dates(const Mention& mention, ObjectText* object) {
  const auto from = text::parse_iso(mention.date);
  if (!from) return;
  const auto until = mention.enddate.empty() ? from : text::parse_iso(mention.enddate);
  const text::Date first = text::first_day(*from);
  const text::Date last = until ? text::last_day(*until) : first;
  object->text("date", text::iso(first));
  if (first < last) object->text("enddate", text::iso(last));
}

std::vector<Entity> participants(const Mention& mention) {
  std::vector<Entity> all = mention.actor;
  for (const Entity& recipient : mention.recipient) {
    const bool known = std::any_of(mention.actor.begin(), mention.actor.end(), [&](const Entity& actor) {
      return same_actor(actor, recipient) && actor.start == recipient.start;
    });
    if (!known) all.push_back(recipient);
  }
  return all;
}

void append_projection(const Mention& mention, const Projection& projection, std::string* out) {
  ObjectText object(out);
  object.text("id", mention.id);
  object.text("doc", mention.doc);
  append_dates(mention, &object);
  append_entities(projection.all_in_actor ? participants(mention) : mention.actor, RecordForm::plover,
                  object.key("actor"));
  append_entities(projection.all_in_actor ? std::vector<Entity>() : mention.recipient, RecordForm::plover,
                  object.key("recipient"));
  if (!projection.event.empty()) object.optional_texts("event", {std::string(projection.event)});
  object.optional_texts("mode", projection.mode);
  object.optional_texts("context", mention.context);
  if (mention.event_loc) append_location(*mention.event_loc, object.key("event_loc"));
  object.optional_text("event_text", mention.event_text);
  append_text_fields(mention, &object);
  append_ontology_fields(projection.quad_code, projection.event_scale, &object);
  append_evidence_fields(mention, &object);
}

}  // namespace
}  // namespace exporting

bool write_plover(const Mention& mention, std::string* out) {
  exporting::Projection projection;
  if (!exporting::project(mention, &projection)) return false;
  exporting::append_projection(mention, projection, out);
  return true;
}

}  // namespace demarche
