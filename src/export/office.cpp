#include "export/office.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "export/label.h"
#include "text/date.h"

namespace demarche::exporting {
namespace {

Value text(std::string_view s) { return s.empty() ? Value() : Value(s); }

constexpr Field<Office> fields[] = {
    {"person", Type::text, [](const Office& o) { return text(o.affiliation->person); }},
    {"person_name", Type::text, [](const Office& o) { return o.person == nullptr ? Value() : text(o.person->name); }},
    {"office", Type::text, [](const Office& o) { return text(o.affiliation->office); }},
    {"of", Type::text, [](const Office& o) { return text(o.body); }},
    {"of_name", Type::text, [](const Office& o) { return text(o.affiliation->of_name); }},
    {"since", Type::text, [](const Office& o) { return text(o.affiliation->from); }},
    {"until", Type::text, [](const Office& o) { return text(o.affiliation->until); }},
    {"first_told", Type::text, [](const Office& o) { return text(o.affiliation->first_told); }},
    {"last_told", Type::text, [](const Office& o) { return text(o.affiliation->last_told); }},
    {"former", Type::boolean, [](const Office& o) { return Value(o.affiliation->former); }},
    {"gazetteer", Type::boolean, [](const Office& o) { return Value(o.affiliation->known); }},
    {"statements", Type::whole, [](const Office& o) { return Value(std::uint64_t{o.affiliation->mentions.size()}); }},
    {"text", Type::text, [](const Office& o) { return o.told == nullptr ? Value() : text(o.told->text); }},
    {"title", Type::text, [](const Office& o) { return o.told == nullptr ? Value() : text(o.told->title); }},
    {"publication", Type::text,
     [](const Office& o) { return o.told == nullptr ? Value() : text(o.told->publication); }},
    {"url", Type::text, [](const Office& o) { return o.told == nullptr ? Value() : text(o.told->url); }},
};

bool is_country_code(std::string_view id) {
  return id.size() == 3 && std::all_of(id.begin(), id.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// A body that only a text names has no id of its own.
std::string body_of(const Affiliation& affiliation) {
  if (!affiliation.of.empty()) return affiliation.of;
  return affiliation.of_name.empty() ? "" : "body." + affiliation.of_name;
}

Actor body_actor(const std::string& id, const std::string& name) {
  Actor actor;
  actor.id = id;
  actor.name = name;
  actor.kind = is_country_code(id) ? Kind::state : Kind::organisation;
  if (actor.kind == Kind::state) actor.code = id;
  return actor;
}

}  // namespace

std::span<const Field<Office>> office_fields() { return fields; }

std::vector<Field<Office>> office_edge_fields(const ExportOptions& options) {
  std::vector<Field<Office>> out = chosen(office_fields(), options);
  std::erase_if(out, [](const Field<Office>& field) {
    return field.name == "person" || field.name == "person_name" || field.name == "of" || field.name == "of_name";
  });
  return out;
}

Days term_of(const Affiliation& affiliation) {
  const auto from = text::parse_iso(affiliation.from.empty() ? affiliation.first_told : affiliation.from);
  if (!from) return {};
  const text::Date first = text::first_day(*from);
  const bool is_open = affiliation.until.empty() && !affiliation.from.empty() && !affiliation.former;
  const auto until = text::parse_iso(affiliation.until.empty() ? affiliation.last_told : affiliation.until);
  if (is_open || !until) return {text::iso(first), ""};
  return {text::iso(first), text::iso(std::max(first, text::last_day(*until)))};
}

std::string term_words(const Affiliation& affiliation) {
  const std::string from = date_words(affiliation.from, "");
  const std::string until = date_words(affiliation.until, "");
  if (!from.empty()) return until.empty() ? "since " + from : fmt::format("{} to {}", from, until);
  if (!until.empty()) return "until " + until;
  const std::string told = date_words(affiliation.first_told, "");
  const std::string last = date_words(affiliation.last_told, "");
  if (told.empty()) return "";
  return fmt::format("told {}", told == last || last.empty() ? told : told + " to " + last);
}

Result<Offices> Offices::of(const GraphStream& graph, bool evidence) {
  Offices out;
  std::map<std::string, std::string> bodies;  // names by id
  std::map<std::string, unsigned> keys;
  std::unordered_map<std::string, std::vector<std::size_t>> named_by;  // places of offices, by mention
  for (const Affiliation& affiliation : graph.affiliations()) {
    Office office{&affiliation, graph.actor(affiliation.person), nullptr, body_of(affiliation), ""};
    if (office.person == nullptr || office.body.empty()) continue;
    if (graph.actor(office.body) == nullptr) bodies.try_emplace(office.body, affiliation.of_name);
    office.key =
        fmt::format("office:{}>{}:{}:{}", affiliation.person, office.body, affiliation.office, affiliation.from);
    if (const unsigned number = ++keys[office.key]; number > 1) office.key += fmt::format("#{}", number);
    if (evidence) {
      for (const std::string& id : affiliation.mentions) named_by[id].push_back(out.all_.size());
    }
    out.all_.push_back(std::move(office));
  }
  for (const auto& [id, name] : bodies) out.bodies_.push_back(body_actor(id, name));
  out.told_.resize(out.all_.size());
  if (named_by.empty()) return out;
  const auto done = graph.each_mention([&](const GraphStream::Told& told) {
    const auto found = named_by.find(told.mention.id);
    if (found == named_by.end()) return;
    for (const std::size_t place : found->second) {
      std::unique_ptr<Mention>& best = out.told_[place];
      if (best != nullptr && std::pair(best->date, best->id) > std::pair(told.mention.date, told.mention.id)) continue;
      best = std::make_unique<Mention>(told.mention);
      out.all_[place].told = best.get();
    }
  });
  if (!done) return done.error();
  return out;
}

Result<Offices> offices_for(const GraphStream& graph, const ExportOptions& options) {
  if (!options.offices) return Offices();
  return Offices::of(graph, options.text);
}

}  // namespace demarche::exporting
