#include "query/hits.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "graph/affiliation.h"
#include "query/family.h"
#include "query/office.h"
#include "query/words.h"

namespace demarche::query {
namespace {

using Ids = std::vector<std::string>;

bool any_named(const std::vector<Party>& parties, const Ids& ids) {
  return std::all_of(parties.begin(), parties.end(), [&](const Party& party) {
    return std::any_of(ids.begin(), ids.end(), [&](const auto& id) { return party.ids.count(id) > 0; });
  });
}

Ids both(const Interaction& i) {
  Ids all = i.actor;
  all.insert(all.end(), i.recipient.begin(), i.recipient.end());
  return all;
}

// The side that the named ones are not on; everybody, if they are on both or nobody is named.
Ids other_side(const Interaction& i, const std::vector<Party>& named) {
  if (named.empty() || i.recipient.empty()) return both(i);
  if (any_named(named, i.actor)) return i.recipient;
  if (any_named(named, i.recipient)) return i.actor;
  return both(i);
}

Ids side(const Query& query, const Names& names, const Hit& hit) {
  const Interaction& i = *hit.interaction;
  Want want = query.want;
  if (want == Want::countries) {
    want = !names.actor.empty() ? Want::recipients : !names.recipient.empty() ? Want::actors : Want::counterparts;
  }
  if (want == Want::counterparts) {
    const bool by_party = !names.party.empty();
    return other_side(i, by_party ? names.party : !names.actor.empty() ? names.actor : names.recipient);
  }
  if (hit.fit == Fit::group) return i.actor;
  // "Who met?", "who signed?": what is done together both did.
  const bool together = i.reciprocal || (i.event == "CONSULT" && !is_directed(i.action));
  if (query.either_way && want == Want::actors && together) return both(i);
  const bool acting = (want == Want::actors) == (hit.fit == Fit::forward);
  if (i.recipient.empty() && i.reciprocal) return i.actor;
  return acting ? i.actor : i.recipient;
}

std::string name_of(const Graph& graph, const std::string& id) {
  const Actor* actor = graph.actor(id);
  return actor == nullptr ? id : actor->name;
}

std::string names_of(const Graph& graph, const Ids& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(name_of(graph, id));
  return fmt::format("{}", fmt::join(names, ", "));
}

void add_new(std::string word, std::vector<std::string>* out) {
  const std::string k = key(word);
  const bool known = std::any_of(out->begin(), out->end(), [&](const auto& each) { return key(each) == k; });
  if (!word.empty() && !known) out->push_back(std::move(word));
}

std::vector<std::string> places_of(const Graph& graph, const Interaction& i) {
  std::vector<std::string> places;
  add_new(i.place, &places);
  if (!places.empty()) return places;
  if (i.action == "visit") {
    for (const std::string& id : i.recipient) {
      const Actor* host = graph.actor(id);
      if (host != nullptr && host->kind == Kind::state) add_new(host->name, &places);
    }
  }
  for (const std::string& id : i.mentions) {
    const Mention* mention = graph.mention(id);
    if (mention == nullptr || !mention->event_loc) continue;
    const Location& at = *mention->event_loc;
    add_new(at.resolved_place.empty() ? at.extracted_place : at.resolved_place, &places);
  }
  return places;
}

// States among the other side, the states of its people, or where there is nobody the state of the place; never the
// named ones' own.
std::vector<std::string> countries_of(const Graph& graph, const Query& query, const Names& names,
                                      const NameIndex& index, const Hit& hit) {
  std::set<std::string> own;
  for (const std::string& id : both(*hit.interaction)) {
    const Actor* actor = graph.actor(id);
    if (actor != nullptr && names.names(id)) own.insert(actor->code);
  }
  std::vector<std::string> countries;
  const Ids others = answering_actors(graph, query, names, hit);
  for (const std::string& id : others) {
    const Actor* actor = graph.actor(id);
    if (actor != nullptr && own.count(actor->code) == 0) add_new(index.country_name(actor->code), &countries);
  }
  if (!others.empty()) return countries;
  for (const std::string& id : hit.interaction->mentions) {
    const Mention* mention = graph.mention(id);
    if (mention == nullptr || !mention->event_loc || own.count(mention->event_loc->country) > 0) continue;
    const auto& codes = names.country;
    const std::string& country = mention->event_loc->country;
    if (!codes.empty() && std::find(codes.begin(), codes.end(), country) == codes.end()) continue;
    add_new(index.country_name(mention->event_loc->country), &countries);
  }
  return countries;
}

std::vector<std::string> date_of(const Graph& graph, const Interaction& i) {
  if (!i.date.empty() && !i.enddate.empty() && i.enddate != i.date) return {i.date + "/" + i.enddate};
  if (!i.date.empty()) return {i.date};
  const auto days = days_of(graph, i);
  if (!days) return {};
  return {text::iso(days->first)};
}

std::vector<std::string> sentences_of(const Graph& graph, const Query& query, const Hit& hit) {
  std::vector<std::string> sentences;
  for (const std::string& id : evidence(graph, {hit}, query.status)) add_new(graph.mention(id)->text, &sentences);
  return sentences;
}

// Whether the gazetteer has the person in such an office on the day of the interaction: texts need not say so.
bool held_then(const Graph& graph, const std::string& person, const std::string& office, const Interaction& i) {
  const auto days = days_of(graph, i);
  if (!days) return false;
  const auto wanted = split_words(key(office));
  auto at = std::lower_bound(graph.affiliations.begin(), graph.affiliations.end(), person,
                             [](const Affiliation& a, const std::string& id) { return a.person < id; });
  for (; at != graph.affiliations.end() && at->person == person; ++at) {
    if (!at->known || at->former || office_fit(wanted, split_words(key(at->office))) == 0) continue;
    const auto from = text::parse_iso(graph::held_from(*at)), until = text::parse_iso(graph::held_until(*at));
    if (from && text::first_day(*from) <= days->second && (!until || days->first <= text::last_day(*until)))
      return true;
  }
  return false;
}

std::string source_date(const Graph& graph, const Mention& mention) {
  const Source* source = graph.source(mention.doc);
  return source == nullptr ? "" : source->date;
}

}  // namespace

std::vector<Hit> find_hits(const Graph& graph, const Query& query, const Names& names) {
  const Filter filter(graph, query, names);
  std::vector<Hit> hits;
  for (const Interaction& each : graph.interactions) {
    if (const auto fit = filter.match(each)) hits.push_back({&each, *fit});
  }
  sort_hits(graph, &hits);
  return hits;
}

void sort_hits(const Graph& graph, std::vector<Hit>* hits) {
  struct Dated {
    Hit hit;
    text::Date day;
  };
  std::vector<Dated> dated;
  for (const Hit& hit : *hits) {
    const auto days = days_of(graph, *hit.interaction);
    dated.push_back({hit, days ? days->first : text::Date{}});
  }
  std::sort(dated.begin(), dated.end(), [](const Dated& a, const Dated& b) {
    return a.day != b.day ? a.day > b.day : a.hit.interaction->id < b.hit.interaction->id;
  });
  for (std::size_t i = 0; i < dated.size(); ++i) (*hits)[i] = dated[i].hit;
}

std::vector<std::string> answering_actors(const Graph& graph, const Query& query, const Names& names, const Hit& hit) {
  Ids out;
  for (const std::string& id : side(query, names, hit)) {
    const Actor* actor = graph.actor(id);
    if (actor == nullptr || names.names(id)) continue;
    if (!query.kind.empty() && std::find(query.kind.begin(), query.kind.end(), actor->kind) == query.kind.end())
      continue;
    if (!query.office.empty() && !holds_office(*actor, query.office) &&
        !held_then(graph, id, query.office, *hit.interaction)) {
      continue;
    }
    const auto& codes = names.country;
    if (!codes.empty() && std::find(codes.begin(), codes.end(), actor->code) == codes.end()) continue;
    out.push_back(id);
  }
  return out;
}

std::vector<std::string> answers_of(const Graph& graph, const Query& query, const Names& names, const NameIndex& index,
                                    const Hit& hit) {
  const Interaction& i = *hit.interaction;
  switch (query.want) {
    case Want::actors:
    case Want::recipients:
    case Want::counterparts: {
      std::vector<std::string> out;
      for (const std::string& id : answering_actors(graph, query, names, hit)) add_new(name_of(graph, id), &out);
      return out;
    }
    case Want::dates:
      return date_of(graph, i);
    case Want::topics:
      return i.topic;
    case Want::places:
      return places_of(graph, i);
    case Want::countries:
      return countries_of(graph, query, names, index, hit);
    case Want::evidence:
      return sentences_of(graph, query, hit);
    default:
      return {label(graph, i)};
  }
}

std::string label(const Graph& graph, const Interaction& i) {
  const std::string left = names_of(graph, i.actor);
  if (i.recipient.empty()) return left;
  return left + (i.reciprocal ? " – " : " → ") + names_of(graph, i.recipient);
}

std::vector<std::string> evidence(const Graph& graph, const std::vector<Hit>& hits, const std::vector<Status>& status) {
  std::set<std::pair<std::string, std::string>> dated;
  for (const Hit& hit : hits) {
    std::vector<const Mention*> all, fitting;
    for (const std::string& id : hit.interaction->mentions) {
      const Mention* mention = graph.mention(id);
      if (mention == nullptr) continue;
      all.push_back(mention);
      if (std::find(status.begin(), status.end(), mention->status) != status.end()) fitting.push_back(mention);
    }
    for (const Mention* mention : fitting.empty() ? all : fitting)
      dated.emplace(source_date(graph, *mention), mention->id);
  }
  std::vector<std::pair<std::string, std::string>> sorted(dated.begin(), dated.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> ids;
  for (auto& [date, id] : sorted) ids.push_back(std::move(id));
  return ids;
}

}  // namespace demarche::query
