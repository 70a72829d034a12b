// Persons stand for their states, organisations and blocs.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "demarche/report.h"
#include "graph/affiliation.h"
#include "query/countries.h"
#include "rules/pack_data.h"

namespace demarche {
namespace {

using Ids = std::vector<std::string>;

const rules::Gazetteer& gazetteer() {
  static const auto pack = Pack::load();
  return pack->rep().tables->gazetteer;
}

Actor actor_of(const rules::KnownActor& known) {
  Actor out;
  out.id = known.id;
  out.name = known.name;
  out.code = known.code;
  out.kind = known.kind;
  return out;
}

bool covers(std::string_view from, std::string_view until, const std::string& date) {
  if (date.empty()) return until.empty();
  // "2013" covers all of 2013.
  return (from.empty() || from <= date) && (until.empty() || date.compare(0, until.size(), until) <= 0);
}

std::string sector_word(const std::string& sector) {
  static const std::map<std::string, std::string> words = {
      {"GOV", "government"}, {"MIL", "military"},  {"REB", "rebels"},      {"OPP", "opposition"},
      {"LEG", "parliament"}, {"JUD", "judiciary"}, {"COP", "police"},      {"SPY", "intelligence"},
      {"BUS", "business"},   {"MED", "media"},     {"CVL", "civilians"},   {"IGO", "organisations"},
      {"NGO", "NGOs"},       {"CRM", "criminals"}, {"UAF", "armed groups"}};
  const auto found = words.find(sector);
  return found == words.end() ? sector : found->second;
}

class Roll {
 public:
  Roll(const Graph& graph, Rollup level) : graph_(graph), level_(level) {}

  Graph run() {
    for (const Interaction& i : graph_.interactions) add(i);
    Graph out;
    for (auto& [id, actor] : actors_) out.actors.push_back(std::move(actor));
    out.interactions = std::move(interactions_);
    out.mentions = graph_.mentions;
    out.sources = graph_.sources;
    return out;
  }

 private:
  void add(const Interaction& i) {
    Interaction rolled = i;
    rolled.actor = lifted(i.actor, i.date);
    rolled.recipient = lifted(i.recipient, i.date);
    std::set<std::string> all(rolled.actor.begin(), rolled.actor.end());
    all.insert(rolled.recipient.begin(), rolled.recipient.end());
    // What stays at home is no tie. Who is on both sides stays on neither, if there are others on each.
    if (all.size() < 2) return;
    const Ids doers = without(rolled.actor, rolled.recipient);
    const Ids others = without(rolled.recipient, rolled.actor);
    if (doers.empty() && others.empty()) return;
    // "France recalled its ambassador from Australia" is France's deed to Australia.
    if (!doers.empty()) rolled.actor = doers;
    if (!others.empty()) rolled.recipient = others;
    interactions_.push_back(std::move(rolled));
  }

  // Both sorted.
  static Ids without(const Ids& ids, const Ids& gone) {
    Ids out;
    std::set_difference(ids.begin(), ids.end(), gone.begin(), gone.end(), std::back_inserter(out));
    return out;
  }

  Ids lifted(const Ids& ids, const std::string& date) {
    std::set<std::string> out;
    for (const std::string& id : ids) {
      const Actor* actor = graph_.actor(id);
      if (actor == nullptr) continue;
      for (Actor& above : lift(*actor, date)) {
        Actor& kept = actors_[above.id];
        if (kept.id.empty()) kept = above;
        ++kept.interactions;
        out.insert(above.id);
      }
    }
    return {out.begin(), out.end()};
  }

  static bool is_state(const std::string& code) { return !query::Countries::builtin().name(code).empty(); }

  static Actor state(const std::string& code) {
    Actor out;
    out.id = code;
    out.code = code;
    out.name = query::Countries::builtin().name(code);
    out.kind = Kind::state;
    return out;
  }

  // The state or organisation whose office the person holds on the day, as the affiliations of the graph say; the
  // sharpest term decides, of two from one day the one at home: France's president is a prince of Andorra, too. nullptr
  // if none covers the day.
  const Affiliation* office_on(const Actor& actor, const std::string& date, Kind kind) const {
    const auto first = std::lower_bound(graph_.affiliations.begin(), graph_.affiliations.end(), actor.id,
                                        [](const Affiliation& a, const std::string& id) { return a.person < id; });
    const Affiliation* best = nullptr;
    const auto rank = [&](const Affiliation& a) { return std::pair(graph::held_from(a), a.of == actor.code); };
    for (auto a = first; a != graph_.affiliations.end() && a->person == actor.id; ++a) {
      const rules::ActorIndex at = gazetteer().find_id(a->of);
      if (a->former || at == rules::no_actor || gazetteer()[at].kind != kind) continue;
      const std::string from = graph::held_from(*a);
      if (date.empty() || !covers(from, graph::held_until(*a), date)) continue;
      if (best == nullptr || rank(*a) > rank(*best)) best = &*a;
    }
    return best;
  }

  std::optional<Actor> organisation_of(const Actor& actor, const std::string& date) const {
    if (actor.kind == Kind::organisation) return actor;
    if (const Affiliation* office = office_on(actor, date, Kind::organisation)) {
      return actor_of(gazetteer()[gazetteer().find_id(office->of)]);
    }
    const rules::ActorIndex at = gazetteer().find_id(actor.id);
    if (at == rules::no_actor || gazetteer()[at].home == rules::no_actor) return std::nullopt;
    const rules::KnownActor& home = gazetteer()[gazetteer()[at].home];
    if (home.kind != Kind::organisation) return std::nullopt;
    return actor_of(home);
  }

  // The state whose office the person held on the day; the organisation of no state that it acted for then; else its
  // own state.
  Actor country_of(const Actor& actor, const std::string& date) const {
    if (actor.kind == Kind::person) {
      const Affiliation* office = office_on(actor, date, Kind::state);
      if (office != nullptr && is_state(office->of)) return state(office->of);
      office = office_on(actor, date, Kind::organisation);
      if (office != nullptr && office->known) {
        const rules::KnownActor& body = gazetteer()[gazetteer().find_id(office->of)];
        if (!is_state(std::string(body.code))) return actor_of(body);
      }
    }
    return is_state(actor.code) ? state(actor.code) : actor;
  }

  static std::vector<Actor> blocs_of(const std::string& code, const std::string& date) {
    std::vector<Actor> out;
    for (const rules::KnownActor& known : gazetteer().actors()) {
      for (const rules::Membership& m : known.members) {
        if (std::string_view(m.state) != code || !covers(m.from, m.until, date)) continue;
        Actor bloc;
        bloc.id = known.id;
        bloc.name = known.name;
        bloc.code = known.code;
        bloc.kind = known.kind;
        out.push_back(std::move(bloc));
        break;
      }
    }
    return out;
  }

  std::vector<Actor> lift(const Actor& actor, const std::string& date) const {
    switch (level_) {
      case Rollup::none:
        break;
      case Rollup::country:
        return {country_of(actor, date)};
      case Rollup::organisation: {
        if (auto organisation = organisation_of(actor, date)) return {*organisation};
        return {country_of(actor, date)};
      }
      case Rollup::bloc: {
        Actor country = country_of(actor, date);
        std::vector<Actor> blocs = is_state(country.code) ? blocs_of(country.code, date) : std::vector<Actor>();
        if (blocs.empty()) blocs.push_back(std::move(country));
        return blocs;
      }
      case Rollup::sector: {
        Actor out = country_of(actor, date);
        const std::string word = actor.kind == Kind::state ? "government" : sector_word(actor.sector);
        if (!is_state(out.code) || word.empty()) return {out};
        out.id += "." + word;
        out.name += ", " + word;
        out.sector = actor.sector;
        out.kind = Kind::group;
        return {out};
      }
    }
    return {actor};
  }

  const Graph& graph_;
  const Rollup level_;
  std::map<std::string, Actor> actors_;
  std::vector<Interaction> interactions_;
};

}  // namespace

Graph rolled_up(const Graph& graph, Rollup level) {
  if (level == Rollup::none) return graph;
  return Roll(graph, level).run();
}

}  // namespace demarche
