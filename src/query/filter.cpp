#include "query/filter.h"

#include <fmt/format.h>

#include <algorithm>

#include "query/family.h"
#include "query/words.h"

namespace demarche::query {
namespace {

bool any_in(const Party& party, const std::vector<std::string>& ids) {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return party.ids.count(id) > 0; });
}

bool all_in(const std::vector<Party>& parties, const std::vector<std::string>& ids) {
  return std::all_of(parties.begin(), parties.end(), [&](const Party& party) { return any_in(party, ids); });
}

template <typename T>
bool has(const std::vector<T>& list, const auto& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// "Bosnia and Herzegovina" was cut at its "and"; two neighbours that are one actor become one name again.
void rejoin(const NameIndex& index, std::vector<std::string>* names) {
  for (std::size_t i = 0; i + 1 < names->size(); ++i) {
    const std::string joined = (*names)[i] + " and " + (*names)[i + 1];
    if (!index.find(joined).found()) continue;
    (*names)[i] = joined;
    names->erase(names->begin() + static_cast<long>(i) + 1);
  }
}

// A name as it was typed, and whom it may mean.
struct Typed {
  std::string* name;
  std::vector<Party>* parties;
  Lookup found;
};

bool find_all(const NameIndex& index, std::vector<std::string>* names, std::vector<Party>* parties,
              std::vector<Typed>* out, NameFault* fault) {
  rejoin(index, names);
  for (std::string& name : *names) {
    Lookup found = index.find(name);
    if (found.candidates.size() <= 1 && !found.found()) {
      const std::vector<std::string> near = index.nearest(name);
      fault->error = fmt::format("no actor \"{}\" in this graph", name);
      if (!near.empty()) fault->error += fmt::format("; nearest: {}", fmt::join(near, ", "));
      return false;
    }
    out->push_back({&name, parties, std::move(found)});
  }
  return true;
}

// Of an ambiguous name, the one who deals with the others that are named.
bool settle_names(const NameIndex& index, std::vector<Typed>* typed, NameFault* fault) {
  std::unordered_set<std::string_view> company;
  for (const Typed& each : *typed) company.insert(each.found.party.ids.begin(), each.found.party.ids.end());
  for (Typed& each : *typed) {
    if (each.found.candidates.size() <= 1) continue;
    Lookup nearer = company.empty() ? Lookup() : index.among(each.found, company);
    if (!nearer.found()) {
      fault->ambiguous = *each.name;
      fault->candidates = each.found.candidates;
      for (const Typed& any : *typed) {
        fault->anyone.push_back(any.found.candidates.size() > 1 ? any.found.anyone : any.found.party);
      }
      return false;
    }
    each.found = std::move(nearer);
  }
  for (Typed& each : *typed) {
    *each.name = each.found.party.name;
    each.parties->push_back(std::move(each.found.party));
  }
  return true;
}

bool look_up_countries(const NameIndex& index, Query* query, Names* names, NameFault* fault) {
  for (std::string& country : query->country) {
    const std::vector<std::string> codes = index.country_codes(country);
    if (codes.empty()) {
      fault->error = fmt::format("no country \"{}\"", country);
      const std::string near = index.nearest_country(country);
      if (!near.empty()) fault->error += fmt::format("; nearest: {}", near);
      return false;
    }
    // A region keeps its name.
    if (const Region* region = Countries::builtin().region(country)) {
      country = region->name;
    } else {
      country = codes[0];
    }
    names->country.insert(names->country.end(), codes.begin(), codes.end());
  }
  return true;
}

}  // namespace

bool Names::names(std::string_view id) const {
  const auto holds = [&](const Party& each) { return each.ids.count(id) > 0; };
  return std::any_of(actor.begin(), actor.end(), holds) || std::any_of(recipient.begin(), recipient.end(), holds) ||
         std::any_of(party.begin(), party.end(), holds);
}

bool look_up(const NameIndex& index, Query* query, Names* names, NameFault* fault) {
  std::vector<Typed> typed;
  return find_all(index, &query->actor, &names->actor, &typed, fault) &&
         find_all(index, &query->recipient, &names->recipient, &typed, fault) &&
         find_all(index, &query->party, &names->party, &typed, fault) && settle_names(index, &typed, fault) &&
         look_up_countries(index, query, names, fault);
}

std::optional<std::pair<text::Date, text::Date>> days_of(const Graph& graph, const Interaction& interaction) {
  std::optional<text::Date> first = text::parse_iso(interaction.date);
  if (!first && interaction.date_precision == DatePrecision::document) {
    for (const std::string& id : interaction.mentions) {
      const Mention* mention = graph.mention(id);
      const Source* source = mention == nullptr ? nullptr : graph.source(mention->doc);
      if (source != nullptr && !first) first = text::parse_iso(source->date);
    }
  }
  if (!first) return std::nullopt;
  const std::optional<text::Date> end = text::parse_iso(interaction.enddate);
  return std::pair{text::first_day(*first), text::last_day(end ? *end : *first)};
}

bool is_to_state_only(const Graph& graph, const Interaction& interaction) {
  return std::all_of(interaction.recipient.begin(), interaction.recipient.end(), [&](const std::string& id) {
    const Actor* actor = graph.actor(id);
    return actor != nullptr && actor->kind == Kind::state;
  });
}

Filter::Filter(const Graph& graph, const Query& query, const Names& names)
    : graph_(graph), query_(query), names_(names), about_(key(query.about)), place_(key(query.place)) {
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (about_.rfind(article, 0) == 0) about_.erase(0, article.size());
  }
  if (place_.rfind("the ", 0) == 0) place_.erase(0, 4);
  if (!place_.empty()) {
    const Countries& countries = Countries::builtin();
    // "in Iran" is every place of Iran; "in Tehran" is not.
    const std::string code = countries.code(place_);
    if (key(countries.name(code)) == place_) place_code_ = code;
  }
  if (const auto date = text::parse_iso(query.since)) since_ = text::first_day(*date);
  if (const auto date = text::parse_iso(query.until)) until_ = text::last_day(*date);
  mutual_ =
      query.event.empty() && !query.action.empty() && std::all_of(query.action.begin(), query.action.end(), is_mutual);
}

std::optional<Fit> Filter::match(const Interaction& i) const {
  const bool met = meets_status(i) && i.confidence >= query_.min_confidence && meets_action(i) && meets_dates(i) &&
                   meets_country(i) && meets_context(i);
  if (!met) return std::nullopt;
  const std::optional<Fit> fit = meets_names(i);
  return fit && meets_place(i) && meets_about(i) ? fit : std::nullopt;
}

bool Filter::meets_status(const Interaction& i) const { return query_.status.empty() || has(query_.status, i.status); }

bool Filter::meets_action(const Interaction& i) const {
  if (!query_.event.empty() && !has(query_.event, i.event)) return false;
  if (query_.action.empty()) return true;
  const bool to_state_only = is_to_state_only(graph_, i);
  return std::any_of(query_.action.begin(), query_.action.end(),
                     [&](const std::string& asked) { return is_meant(asked, i.event, i.action, to_state_only); });
}

bool Filter::meets_dates(const Interaction& i) const {
  if (!since_ && !until_) return true;
  const auto days = days_of(graph_, i);
  return days && (!since_ || days->second >= *since_) && (!until_ || days->first <= *until_);
}

bool Filter::meets_country(const Interaction& i) const {
  if (names_.country.empty()) return true;
  const auto belongs = [&](const std::string& id) {
    const Actor* actor = graph_.actor(id);
    return actor != nullptr && has(names_.country, actor->code);
  };
  return std::any_of(i.actor.begin(), i.actor.end(), belongs) ||
         std::any_of(i.recipient.begin(), i.recipient.end(), belongs);
}

bool Filter::meets_context(const Interaction& i) const {
  if (query_.context.empty()) return true;
  return std::any_of(i.context.begin(), i.context.end(),
                     [&](const std::string& context) { return has(query_.context, context); });
}

bool Filter::meets_about(const Interaction& i) const {
  if (about_.empty()) return true;
  const auto tells = [&](const std::string& words) { return contains_words(key(words), about_); };
  if (std::any_of(i.topic.begin(), i.topic.end(), tells)) return true;
  if (std::any_of(i.context.begin(), i.context.end(), tells)) return true;
  return std::any_of(i.mentions.begin(), i.mentions.end(), [&](const std::string& id) {
    const Mention* mention = graph_.mention(id);
    return mention != nullptr && (tells(mention->text) || tells(std::string(to_string(mention->turn))));
  });
}

// A visit to a state, and the meetings of a visit, are where the visit goes, if their own sentences name no other
// place.
bool Filter::is_on_visit_there(const Interaction& i) const {
  if (!i.place.empty()) return false;
  const Interaction* visit = i.action == "visit" ? &i : i.part_of.empty() ? nullptr : graph_.interaction(i.part_of);
  if (visit == nullptr) return false;
  if (contains_words(key(visit->place), place_)) return true;
  const std::string code = Countries::builtin().code(place_);
  const auto& hosts = visit->action == "host" ? visit->actor : visit->recipient;
  return !code.empty() && std::any_of(hosts.begin(), hosts.end(), [&](const std::string& id) {
    const Actor* host = graph_.actor(id);
    return host != nullptr && host->kind == Kind::state && host->code == code;
  });
}

bool Filter::meets_place(const Interaction& i) const {
  if (place_.empty() || is_on_visit_there(i)) return true;
  if (contains_words(key(i.place), place_)) return true;
  return std::any_of(i.mentions.begin(), i.mentions.end(), [&](const std::string& id) {
    const Mention* mention = graph_.mention(id);
    if (mention == nullptr || !mention->event_loc) return false;
    const Location& at = *mention->event_loc;
    if (!place_code_.empty() && at.country == place_code_) return true;
    return contains_words(key(at.extracted_place), place_) || contains_words(key(at.resolved_place), place_);
  });
}

bool Filter::is_undirected(const Interaction& i) const {
  return query_.either_way || mutual_ || (i.reciprocal && !is_directed(i.action));
}

std::optional<Fit> Filter::meets_names(const Interaction& i) const {
  const auto takes_part = [&](const Party& party) { return any_in(party, i.actor) || any_in(party, i.recipient); };
  if (!std::all_of(names_.party.begin(), names_.party.end(), takes_part)) return std::nullopt;
  if (all_in(names_.actor, i.actor) && all_in(names_.recipient, i.recipient)) return Fit::forward;
  if (!is_undirected(i)) return std::nullopt;
  if (all_in(names_.actor, i.recipient) && all_in(names_.recipient, i.actor)) return Fit::backward;
  const bool one_side = i.recipient.empty() && i.actor.size() > 1;
  if (one_side && all_in(names_.actor, i.actor) && all_in(names_.recipient, i.actor)) return Fit::group;
  return std::nullopt;
}

}  // namespace demarche::query
