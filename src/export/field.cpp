#include "export/field.h"

#include <algorithm>
#include <set>

namespace demarche::exporting {
namespace {

Value text(std::string_view s) { return s.empty() ? Value() : Value(s); }
Value texts(const std::vector<std::string>& list) {
  return list.empty() ? Value() : Value(std::span<const std::string>(list));
}
Value whole(std::uint64_t n) { return n; }

constexpr Field<Actor> actors[] = {
    {"id", Type::text, [](const Actor& a) { return text(a.id); }},
    {"name", Type::text, [](const Actor& a) { return text(a.name); }},
    {"label", Type::text, [](const Actor& a) { return text(a.name.empty() ? a.id : a.name); }},
    {"kind", Type::text, [](const Actor& a) { return text(to_string(a.kind)); }},
    {"code", Type::text, [](const Actor& a) { return text(a.code); }},
    {"sector", Type::text, [](const Actor& a) { return text(a.sector); }},
    {"qid", Type::text, [](const Actor& a) { return text(a.qid); }},
    {"offices", Type::texts, [](const Actor& a) { return texts(a.offices); }},
    {"aliases", Type::texts, [](const Actor& a) { return texts(a.aliases); }},
};

constexpr Field<Deed> interaction = {"interaction", Type::text, [](const Deed& d) { return text(d.interaction->id); }};
constexpr Field<Deed> label = {"label", Type::text, [](const Deed& d) {
                                 const Interaction& i = *d.interaction;
                                 return text(i.action.empty() ? i.event : i.action);
                               }};

constexpr Field<Deed> what[] = {
    {"date", Type::text, [](const Deed& d) { return text(d.interaction->date); }},
    {"enddate", Type::text, [](const Deed& d) { return text(d.interaction->enddate); }},
    {"date_precision", Type::text,
     [](const Deed& d) {
       const DatePrecision precision = d.interaction->date_precision;
       return precision == DatePrecision::none ? Value() : text(to_string(precision));
     }},
    {"status", Type::text, [](const Deed& d) { return text(to_string(d.interaction->status)); }},
    {"action", Type::text, [](const Deed& d) { return text(d.interaction->action); }},
    {"event", Type::text, [](const Deed& d) { return text(d.interaction->event); }},
    {"mode", Type::text, [](const Deed& d) { return text(d.interaction->mode); }},
    {"reciprocal", Type::boolean, [](const Deed& d) { return Value(d.interaction->reciprocal); }},
};

constexpr Field<Deed> sides[] = {
    {"actor", Type::texts, [](const Deed& d) { return texts(d.actor); }},
    {"actor_id", Type::texts, [](const Deed& d) { return texts(d.interaction->actor); }},
    {"actor_country", Type::texts, [](const Deed& d) { return texts(d.actor_country); }},
    {"recipient", Type::texts, [](const Deed& d) { return texts(d.recipient); }},
    {"recipient_id", Type::texts, [](const Deed& d) { return texts(d.interaction->recipient); }},
    {"recipient_country", Type::texts, [](const Deed& d) { return texts(d.recipient_country); }},
};

constexpr Field<Deed> circumstances[] = {
    {"topic", Type::texts, [](const Deed& d) { return texts(d.interaction->topic); }},
    {"context", Type::texts, [](const Deed& d) { return texts(d.interaction->context); }},
    {"place", Type::text, [](const Deed& d) { return text(d.interaction->place); }},
    {"part_of", Type::text, [](const Deed& d) { return text(d.interaction->part_of); }},
    {"reports", Type::whole, [](const Deed& d) { return whole(d.interaction->reports); }},
    {"independent", Type::whole, [](const Deed& d) { return whole(d.interaction->independent); }},
    {"confidence", Type::number, [](const Deed& d) { return Value(d.interaction->confidence); }},
    {"quad_code", Type::whole,
     [](const Deed& d) {
       const int quad = d.interaction->quad_code;
       return quad > 0 ? whole(static_cast<std::uint64_t>(quad)) : Value();
     }},
    {"event_scale", Type::number,
     [](const Deed& d) { return d.interaction->quad_code > 0 ? Value(d.interaction->event_scale) : Value(); }},
    {"text", Type::text, [](const Deed& d) { return d.best == nullptr ? Value() : text(d.best->text); }},
    {"title", Type::text, [](const Deed& d) { return d.best == nullptr ? Value() : text(d.best->title); }},
    {"publication", Type::text, [](const Deed& d) { return d.best == nullptr ? Value() : text(d.best->publication); }},
    {"url", Type::text, [](const Deed& d) { return d.best == nullptr ? Value() : text(d.best->url); }},
};

template <std::size_t N>
void append(const Field<Deed> (&more)[N], std::vector<Field<Deed>>* fields) {
  fields->insert(fields->end(), std::begin(more), std::end(more));
}

std::vector<Field<Deed>> make_deed_fields(bool as_edge) {
  std::vector<Field<Deed>> all = {interaction};
  if (as_edge) all.push_back(label);
  append(what, &all);
  if (!as_edge) append(sides, &all);
  append(circumstances, &all);
  return all;
}

constexpr Field<Tie> ties[] = {
    {"source", Type::text, [](const Tie& t) { return text(t.source->id); }},
    {"target", Type::text, [](const Tie& t) { return text(t.target->id); }},
    {"source_name", Type::text, [](const Tie& t) { return text(t.source->name); }},
    {"target_name", Type::text, [](const Tie& t) { return text(t.target->name); }},
    {"interactions", Type::whole, [](const Tie& t) { return whole(t.count); }},
    {"reports", Type::whole, [](const Tie& t) { return whole(t.reports); }},
    {"actual", Type::whole, [](const Tie& t) { return whole(t.status[0]); }},
    {"planned", Type::whole, [](const Tie& t) { return whole(t.status[1]); }},
    {"possible", Type::whole, [](const Tie& t) { return whole(t.status[2]); }},
    {"denied", Type::whole, [](const Tie& t) { return whole(t.status[3]); }},
    {"verbal_cooperation", Type::whole, [](const Tie& t) { return whole(t.quad[1]); }},
    {"material_cooperation", Type::whole, [](const Tie& t) { return whole(t.quad[2]); }},
    {"verbal_conflict", Type::whole, [](const Tie& t) { return whole(t.quad[3]); }},
    {"material_conflict", Type::whole, [](const Tie& t) { return whole(t.quad[4]); }},
    {"mean_scale", Type::number, [](const Tie& t) { return Value(t.scale / t.count); }},
    {"first", Type::text, [](const Tie& t) { return text(t.first); }},
    {"last", Type::text, [](const Tie& t) { return text(t.last); }},
    {"actions", Type::texts, [](const Tie& t) { return texts(t.actions); }},
};

constexpr Field<Statement> statements[] = {
    {"id", Type::text, [](const Statement& s) { return text(s.mention->id); }},
    {"interaction", Type::text, [](const Statement& s) { return text(s.interaction); }},
    {"doc", Type::text, [](const Statement& s) { return text(s.mention->doc); }},
    {"date", Type::text, [](const Statement& s) { return text(s.mention->date); }},
    {"enddate", Type::text, [](const Statement& s) { return text(s.mention->enddate); }},
    {"date_text", Type::text, [](const Statement& s) { return text(s.mention->date_text); }},
    {"date_precision", Type::text,
     [](const Statement& s) {
       const DatePrecision precision = s.mention->date_precision;
       return precision == DatePrecision::none ? Value() : text(to_string(precision));
     }},
    {"status", Type::text, [](const Statement& s) { return text(to_string(s.mention->status)); }},
    {"action", Type::text, [](const Statement& s) { return text(s.mention->action); }},
    {"event", Type::text, [](const Statement& s) { return text(s.mention->event); }},
    {"mode", Type::text, [](const Statement& s) { return text(s.mention->mode); }},
    {"reciprocal", Type::boolean, [](const Statement& s) { return Value(s.mention->reciprocal); }},
    {"actor", Type::texts, [](const Statement& s) { return texts(s.actor); }},
    {"actor_id", Type::texts, [](const Statement& s) { return texts(s.actor_id); }},
    {"actor_code", Type::texts, [](const Statement& s) { return texts(s.actor_code); }},
    {"recipient", Type::texts, [](const Statement& s) { return texts(s.recipient); }},
    {"recipient_id", Type::texts, [](const Statement& s) { return texts(s.recipient_id); }},
    {"recipient_code", Type::texts, [](const Statement& s) { return texts(s.recipient_code); }},
    {"said_by", Type::text,
     [](const Statement& s) {
       return s.mention->attribution ? text(s.mention->attribution->source.identifier_text) : Value();
     }},
    {"topic", Type::texts, [](const Statement& s) { return texts(s.mention->topic); }},
    {"context", Type::texts, [](const Statement& s) { return texts(s.mention->context); }},
    {"place", Type::text,
     [](const Statement& s) {
       if (!s.mention->event_loc) return Value();
       const Location& place = *s.mention->event_loc;
       return text(place.resolved_place.empty() ? place.extracted_place : place.resolved_place);
     }},
    {"place_country", Type::text,
     [](const Statement& s) { return s.mention->event_loc ? text(s.mention->event_loc->country) : Value(); }},
    {"event_text", Type::text, [](const Statement& s) { return text(s.mention->event_text); }},
    {"text", Type::text, [](const Statement& s) { return text(s.mention->text); }},
    {"sequence", Type::whole, [](const Statement& s) { return whole(s.mention->sequence); }},
    {"start", Type::whole, [](const Statement& s) { return whole(s.mention->start); }},
    {"end", Type::whole, [](const Statement& s) { return whole(s.mention->end); }},
    {"confidence", Type::number, [](const Statement& s) { return Value(s.mention->confidence); }},
    {"quad_code", Type::whole,
     [](const Statement& s) {
       return s.mention->quad_code > 0 ? whole(static_cast<std::uint64_t>(s.mention->quad_code)) : Value();
     }},
    {"event_scale", Type::number,
     [](const Statement& s) { return s.mention->quad_code > 0 ? Value(s.mention->event_scale) : Value(); }},
    {"rule", Type::text, [](const Statement& s) { return text(s.mention->rule); }},
    {"title", Type::text, [](const Statement& s) { return text(s.mention->title); }},
    {"publication", Type::text, [](const Statement& s) { return text(s.mention->publication); }},
    {"published", Type::text, [](const Statement& s) { return s.source == nullptr ? Value() : text(s.source->date); }},
    {"language", Type::text, [](const Statement& s) { return text(s.mention->language); }},
    {"url", Type::text, [](const Statement& s) { return text(s.mention->url); }},
};

void describe(const GraphStream& graph, const std::vector<std::string>& ids, std::vector<std::string>* names,
              std::vector<std::string>* countries) {
  std::set<std::string> codes;
  for (const std::string& id : ids) {
    const Actor* const actor = graph.actor(id);
    names->push_back(actor == nullptr || actor->name.empty() ? id : actor->name);
    if (actor != nullptr && !actor->code.empty()) codes.insert(actor->code);
  }
  countries->assign(codes.begin(), codes.end());
}

void describe(const std::vector<Entity>& entities, std::vector<std::string>* names, std::vector<std::string>* ids,
              std::vector<std::string>* codes) {
  for (const Entity& entity : entities) {
    names->push_back(entity.identifier_text);
    ids->push_back(entity.actor);
    codes->push_back(entity.code);
  }
}

}  // namespace

std::span<const Field<Actor>> actor_fields() { return actors; }
std::span<const Field<Deed>> deed_fields() {
  static const std::vector<Field<Deed>> all = make_deed_fields(false);
  return all;
}
std::span<const Field<Deed>> edge_fields() {
  static const std::vector<Field<Deed>> all = make_deed_fields(true);
  return all;
}
std::span<const Field<Tie>> tie_fields() { return ties; }
std::span<const Field<Statement>> statement_fields() { return statements; }

Deed edge_deed(const Interaction& interaction, const std::vector<const Mention*>& evidence) {
  Deed deed;
  deed.interaction = &interaction;
  for (const Mention* const mention : evidence) {
    const auto rank = [&](const Mention& m) { return std::pair(m.status == interaction.status, m.confidence); };
    if (deed.best == nullptr || rank(*deed.best) < rank(*mention)) deed.best = mention;
  }
  return deed;
}

Deed deed_of(const GraphStream& graph, const Interaction& interaction, const std::vector<const Mention*>& evidence) {
  Deed deed = edge_deed(interaction, evidence);
  describe(graph, interaction.actor, &deed.actor, &deed.actor_country);
  describe(graph, interaction.recipient, &deed.recipient, &deed.recipient_country);
  return deed;
}

Statement statement_of(const GraphStream::Told& told) {
  Statement statement;
  statement.mention = &told.mention;
  statement.source = told.source;
  statement.interaction = told.interaction;
  describe(told.mention.actor, &statement.actor, &statement.actor_id, &statement.actor_code);
  describe(told.mention.recipient, &statement.recipient, &statement.recipient_id, &statement.recipient_code);
  return statement;
}

bool is_text_field(std::string_view name) { return name == "text" || name == "event_text"; }

}  // namespace demarche::exporting
