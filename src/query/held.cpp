#include "query/held.h"

#include <algorithm>
#include <set>
#include <utility>

#include "graph/affiliation.h"
#include "query/office.h"
#include "query/words.h"
#include "text/date.h"

namespace demarche::query {
namespace {

class Offices {
 public:
  Offices(const Graph& graph, const Query& query, const Names& names) : graph_(graph), query_(query), names_(names) {}

  Held offices() && {
    find_offices();
    return std::move(told_);
  }

  Held holders() && {
    find_holders();
    return std::move(told_);
  }

 private:
  // The offices of the named, and the sentences that name them in office.
  void find_offices() {
    if (!query_.since.empty() || !query_.until.empty() || !query_.office.empty() || query_.pick != Pick::all) {
      return terms();
    }
    std::set<std::pair<std::string, std::string>> dated;
    for (const Party& party : names_.party) {
      for (const Actor& actor : graph_.actors) {
        if (actor.name != party.name || party.ids.count(actor.id) == 0) continue;
        told_.answers.insert(told_.answers.end(), actor.offices.begin(), actor.offices.end());
      }
    }
    for (const Affiliation& a : graph_.affiliations) {
      if (!is_asked(a.person)) continue;
      for (const std::string& id : a.mentions) {
        const Mention* mention = graph_.mention(id);
        const Source* source = mention == nullptr ? nullptr : graph_.source(mention->doc);
        if (mention != nullptr) dated.emplace(source == nullptr ? "" : source->date, id);
      }
    }
    // Graphs of other makers may have no affiliations.
    for (const Mention& mention : dated.empty() ? graph_.mentions : std::vector<Mention>()) {
      const Source* source = graph_.source(mention.doc);
      if (names_in_office(mention)) dated.emplace(source == nullptr ? "" : source->date, mention.id);
    }
    for (auto at = dated.rbegin(); at != dated.rend(); ++at) told_.mentions.push_back(at->second);
    if (told_.answers.empty()) known_offices();
  }

  // The terms of the named that meet the office and the period, the latest first; with `pick` the day on which the
  // earliest begins or the latest ends.
  void terms() {
    using Term = std::pair<std::string, const Affiliation*>;
    std::vector<std::string> wanted = split_words(key(query_.office));
    std::vector<Term> found = terms_as(wanted);
    // "Prime minister of Finland", where the state is no part of the office.
    if (const auto of = std::find(wanted.begin(), wanted.end(), "of"); found.empty() && of != wanted.end()) {
      wanted.erase(of, wanted.end());
      found = terms_as(wanted);
    }
    std::stable_sort(found.begin(), found.end(), [](const Term& a, const Term& b) { return a.first > b.first; });
    // What the gazetteer knows is exact; days of the documents that name somebody in office are not.
    const bool known = std::any_of(found.begin(), found.end(), [](const auto& f) { return f.second->known; });
    if (query_.pick != Pick::all) std::erase_if(found, [&](const auto& f) { return known && !f.second->known; });
    if (query_.pick == Pick::first && !found.empty()) found.erase(found.begin(), found.end() - 1);
    if (query_.pick == Pick::last && found.size() > 1) found.resize(1);
    std::set<std::string> cited;
    for (const auto& [from, a] : found) {
      add_once(query_.pick == Pick::first ? from : query_.pick == Pick::last ? graph::held_until(*a) : a->office);
      for (const std::string& id : a->mentions) {
        if (graph_.mention(id) != nullptr && cited.insert(id).second) told_.mentions.push_back(id);
      }
    }
  }

  std::vector<std::pair<std::string, const Affiliation*>> terms_as(const std::vector<std::string>& office) const {
    std::vector<std::pair<std::string, const Affiliation*>> found;
    for (const Affiliation& a : graph_.affiliations) {
      if (a.former || !is_asked(a.person)) continue;
      if (!office.empty() && office_fit(office, split_words(key(a.office))) == 0) continue;
      const std::string from = graph::held_from(a);
      if (touches(from, graph::held_until(a))) found.emplace_back(from, &a);
    }
    return found;
  }

  void add_once(std::string answer) {
    auto& known = told_.answers;
    if (!answer.empty() && std::find(known.begin(), known.end(), answer) == known.end()) {
      known.push_back(std::move(answer));
    }
  }

  bool is_asked(const std::string& person) const {
    const Actor* actor = graph_.actor(person);
    return actor != nullptr && std::any_of(names_.party.begin(), names_.party.end(), [&](const Party& party) {
             return actor->name == party.name && party.ids.count(person) > 0;
           });
  }

  // What the gazetteer knows where the texts name none.
  void known_offices() {
    for (const Affiliation& a : graph_.affiliations) {
      if (is_asked(a.person)) add_once(a.office);
    }
  }

  // Whoever held an office of the named after (before) them: the nearest one of each of their offices, the latest
  // first.
  void find_neighbours() {
    const bool after = query_.pick == Pick::successor;
    std::vector<std::pair<std::string, const Affiliation*>> found;
    for (const auto& [from, own] : terms_as(split_words(key(query_.office)))) {
      const std::vector<std::string> office = split_words(key(own->office));
      std::string nearest;
      const Affiliation* neighbour = nullptr;
      for (const Affiliation& a : graph_.affiliations) {
        if (a.former || is_asked(a.person) || a.of != own->of) continue;
        if (office_fit(office, split_words(key(a.office))) != 2) continue;
        const std::string day = graph::held_from(a);
        if (day.empty() || from.empty() || (after ? day <= from : day >= from)) continue;
        if (neighbour != nullptr && (after ? day >= nearest : day <= nearest)) continue;
        nearest = day;
        neighbour = &a;
      }
      if (neighbour != nullptr) found.emplace_back(nearest, neighbour);
    }
    tell(std::move(found));
  }

  // Who held the office of one of the named states or organisations, newest first.
  void find_holders() {
    if (query_.pick == Pick::successor || query_.pick == Pick::predecessor) return find_neighbours();
    const std::vector<std::string> wanted = split_words(key(query_.office));
    std::vector<std::pair<std::string, const Affiliation*>> found;
    for (const Affiliation& a : graph_.affiliations) {
      const bool of =
          names_.party.empty() || std::any_of(names_.party.begin(), names_.party.end(), [&](const Party& party) {
            return a.of_name == party.name || party.ids.count(a.of) > 0;
          });
      if (!of || (!wanted.empty() && office_fit(wanted, split_words(key(a.office))) == 0)) continue;
      const std::string from = graph::held_from(a), until = graph::held_until(a);
      if (a.former || !touches(from, until)) continue;
      found.emplace_back(from, &a);
    }
    tell(std::move(found));
  }

  // Those in office and the sentences that say so, the latest first.
  void tell(std::vector<std::pair<std::string, const Affiliation*>> found) {
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::set<std::string> seen, cited;
    for (const auto& [from, a] : found) {
      const Actor* person = graph_.actor(a->person);
      if (person == nullptr) continue;
      if (seen.insert(person->name).second) told_.answers.push_back(person->name);
      for (const std::string& id : a->mentions) {
        if (graph_.mention(id) != nullptr && cited.insert(id).second) told_.mentions.push_back(id);
      }
    }
  }

  // Whether a term meets the period of the query; without one every term does.
  bool touches(const std::string& from, const std::string& until) const {
    const auto since = text::parse_iso(query_.since), last = text::parse_iso(query_.until);
    const auto begins = text::parse_iso(from), ends = text::parse_iso(until);
    if (since && ends && text::last_day(*ends) < text::first_day(*since)) return false;
    return !(last && begins && text::first_day(*begins) > text::last_day(*last));
  }

  bool names_in_office(const Mention& mention) const {
    const auto holds = [&](const Entity& e) {
      return !e.office.empty() && std::any_of(names_.party.begin(), names_.party.end(),
                                              [&](const Party& party) { return party.name == e.identifier_text; });
    };
    return std::any_of(mention.actor.begin(), mention.actor.end(), holds) ||
           std::any_of(mention.recipient.begin(), mention.recipient.end(), holds);
  }

  const Graph& graph_;
  const Query& query_;
  const Names& names_;
  Held told_;
};

}  // namespace

Held offices_of(const Graph& graph, const Query& query, const Names& names) {
  return Offices(graph, query, names).offices();
}

Held holders_of(const Graph& graph, const Query& query, const Names& names) {
  return Offices(graph, query, names).holders();
}

}  // namespace demarche::query
