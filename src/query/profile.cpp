#include "query/profile.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "graph/affiliation.h"
#include "query/words.h"

namespace demarche::query {
namespace {

// Those who bear the party's name: a state's party holds all its people too.
std::vector<const Actor*> named(const Graph& graph, const Party& party) {
  std::vector<const Actor*> out;
  for (const std::string_view id : party.ids) {
    const Actor* actor = graph.actor(id);
    if (actor != nullptr && actor->name == party.name) out.push_back(actor);
  }
  std::sort(out.begin(), out.end(), [](const Actor* a, const Actor* b) { return a->id < b->id; });
  return out;
}

// The sentence that names the office most surely, of those that are loaded.
Proof proof_of_office(const Graph& graph, const Affiliation& affiliation) {
  const Mention* best = nullptr;
  for (const std::string& id : affiliation.mentions) {
    const Mention* m = graph.mention(id);
    if (m != nullptr && (best == nullptr || m->confidence > best->confidence)) best = m;
  }
  return best == nullptr ? Proof() : proof_of(graph, *best);
}

using graph::held_from;
using graph::held_until;

std::string known_from(const Affiliation& a) {
  if (!a.known) return a.former ? "texts (former)" : "texts";
  return a.mentions.empty() ? "gazetteer" : "gazetteer, texts";
}

Section event_section(const Interactions& interactions) {
  Section section{"events", {"event", "actual", "planned", "possible", "denied"}, {}};
  std::map<std::string, std::array<std::int64_t, 4>> counts;
  for (const Interaction* i : interactions) ++counts[i->event][static_cast<std::size_t>(i->status)];
  for (const auto& [event, by] : counts) section.rows.push_back({event, by[0], by[1], by[2], by[3]});
  std::stable_sort(section.rows.begin(), section.rows.end(), [](const auto& a, const auto& b) {
    return std::get<std::int64_t>(a[1]) > std::get<std::int64_t>(b[1]);
  });
  return section;
}

}  // namespace

Section office_section(const Graph& graph, const Party& party) {
  std::vector<const Affiliation*> offices;
  for (const Actor* actor : named(graph, party)) {
    for (const Affiliation& a : graph.affiliations) {
      if (a.person == actor->id) offices.push_back(&a);
    }
  }
  std::stable_sort(offices.begin(), offices.end(),
                   [](const Affiliation* a, const Affiliation* b) { return held_from(*a) > held_from(*b); });
  Section section{"offices", {"office", "of", "from", "until", "known from", "sentence", "link"}, {}};
  for (const Affiliation* a : offices) {
    const Proof proof = proof_of_office(graph, *a);
    section.rows.push_back(
        {a->office, a->of_name, held_from(*a), held_until(*a), known_from(*a), proof.sentence, proof.link});
  }
  return section;
}

// The other end of the same edges: who holds an office of a state or organisation.
Section people_section(const Graph& graph, const Party& party) {
  std::vector<const Affiliation*> offices;
  for (const Actor* actor : named(graph, party)) {
    if (actor->kind == Kind::person) continue;
    for (const Affiliation& a : graph.affiliations) {
      if (a.of == actor->id || (actor->kind == Kind::state && a.of == actor->code)) offices.push_back(&a);
    }
  }
  std::stable_sort(offices.begin(), offices.end(), [&](const Affiliation* a, const Affiliation* b) {
    return std::tuple(held_from(*b), a->person) < std::tuple(held_from(*a), b->person);
  });
  Section section{"people", {"name", "office", "from", "until", "known from"}, {}};
  for (const Affiliation* a : offices) {
    section.rows.push_back({name_of(graph, a->person), a->office, held_from(*a), held_until(*a), known_from(*a)});
  }
  return section;
}

Section actor_section(const Graph& graph, const Interactions& interactions, const Party& party) {
  Section section{"actor", {"name", "kind", "country", "interactions", "contacts", "first", "last", "balance"}, {}};
  std::string first, last, kind, country;
  double balance = 0;
  for (const Interaction* i : interactions) {
    balance += i->event_scale;
    if (i->date.empty()) continue;
    if (first.empty() || i->date < first) first = i->date;
    last = std::max(last, i->date);
  }
  for (const Actor* actor : named(graph, party)) {
    kind = to_string(actor->kind);
    country = Countries::builtin().name(actor->code);
    if (country.empty()) country = actor->code;
  }
  section.rows.push_back({party.name, kind, country, static_cast<std::int64_t>(interactions.size()),
                          static_cast<std::int64_t>(counterparts(graph, interactions, party).size()), first, last,
                          rounded(balance, 1)});
  return section;
}

Section tie_section(const Graph& graph, const Interactions& interactions, const Party& party, std::size_t limit) {
  Section section{"ties", {"name", "interactions", "first", "last", "balance"}, {}};
  for (const Counted& c : counterparts(graph, interactions, party)) {
    section.rows.push_back({c.name, c.count, c.first, c.last, rounded(c.balance, 1)});
  }
  trim(&section, limit);
  return section;
}

std::vector<Section> profile_sections(const Inquiry& inquiry, const Interactions& interactions) {
  const Graph& graph = inquiry.graph;
  const Party& party = inquiry.names.party.at(0);
  constexpr std::size_t shown = 10;
  const std::size_t limit = inquiry.query.limit > 0 ? inquiry.query.limit : shown;
  Interactions held;
  for (const Interaction* i : interactions) {
    if (i->status == Status::actual) held.push_back(i);
  }
  std::vector<Section> sections;
  sections.push_back(actor_section(graph, held, party));
  sections.push_back(office_section(graph, party));
  if (Section people = people_section(graph, party); !people.rows.empty()) sections.push_back(std::move(people));
  sections.push_back(tie_section(graph, held, party, limit));
  sections.push_back(event_section(interactions));
  Section years{"years", {"year", "interactions", "cooperation", "conflict"}, {}};
  std::map<std::string, std::array<double, 3>> by_year;
  Tally topics;
  for (const Interaction* i : held) {
    for (const std::string& topic : i->topic) ++topics[topic];
    std::array<double, 3>& year = by_year[i->date.substr(0, 4)];
    year[0] += 1;
    year[i->event_scale < 0 ? 2 : 1] += i->event_scale;
  }
  for (const auto& [year, sums] : by_year) {
    years.rows.push_back({year.empty() ? "undated" : year, static_cast<std::int64_t>(sums[0]), rounded(sums[1], 1),
                          rounded(sums[2], 1)});
  }
  sections.push_back(std::move(years));
  Section about{"topics", {"topic", "interactions"}, {}};
  for (const auto& [topic, count] : ranked(topics)) about.rows.push_back({topic, count});
  trim(&about, limit);
  sections.push_back(std::move(about));
  sections.push_back(interaction_section(graph, "latest", interactions, limit));
  return sections;
}

}  // namespace demarche::query
