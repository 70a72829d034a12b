#include "query/profile.h"

#include <algorithm>
#include <array>

#include "query/words.h"
#include "rules/pack_data.h"

namespace demarche::query {
namespace {

const rules::Gazetteer& gazetteer() {
  static const auto pack = Pack::load();
  return pack->rep().tables->gazetteer;
}

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

std::string_view str(const rules::TableString& s) { return std::string_view(s); }

struct Office {
  std::string office, of, from, until, source;
  Proof proof;
};

std::string name_of_known(const rules::TableString& id) {
  const rules::ActorIndex at = gazetteer().find_id(str(id));
  return at == rules::no_actor ? std::string(str(id)) : std::string(str(gazetteer()[at].name));
}

// Documents that name the person in this office.
struct Seen {
  std::string first, last;
  const Mention* best = nullptr;
};

std::map<std::string, Seen> offices_in_texts(const Graph& graph, const Party& party) {
  std::map<std::string, Seen> out;
  for (const Mention& m : graph.mentions) {
    for (const auto* side : {&m.actor, &m.recipient}) {
      for (const Entity& e : *side) {
        if (e.office.empty() || e.identifier_text != party.name) continue;
        Seen& seen = out[e.office];
        const Source* source = graph.source(m.doc);
        const std::string date = source == nullptr ? "" : source->date;
        if (seen.best == nullptr || m.confidence > seen.best->confidence) seen.best = &m;
        if (date.empty()) continue;
        if (seen.first.empty() || date < seen.first) seen.first = date;
        seen.last = std::max(seen.last, date);
      }
    }
  }
  return out;
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
  std::map<std::string, Seen> seen = offices_in_texts(graph, party);
  std::vector<Office> offices;
  for (const Actor* actor : named(graph, party)) {
    const rules::ActorIndex at = gazetteer().find_id(actor->id);
    if (at == rules::no_actor) continue;
    for (const rules::Term& term : gazetteer()[at].terms) {
      Office office{std::string(str(term.title)), name_of_known(term.of), std::string(str(term.from)),
                    std::string(str(term.until)), "gazetteer", {}};
      const auto told = seen.find(office.office);
      if (told != seen.end()) {
        if (told->second.best != nullptr) office.proof = proof_of(graph, *told->second.best);
        seen.erase(told);
      }
      offices.push_back(std::move(office));
    }
  }
  for (const auto& [title, when] : seen) {
    offices.push_back({title, "", when.first, when.last, "texts", proof_of(graph, *when.best)});
  }
  std::stable_sort(offices.begin(), offices.end(),
                   [](const Office& a, const Office& b) { return a.from > b.from; });
  Section section{"offices", {"office", "of", "from", "until", "known from", "sentence", "link"}, {}};
  for (const Office& o : offices) {
    section.rows.push_back({o.office, o.of, o.from, o.until, o.source, o.proof.sentence, o.proof.link});
  }
  return section;
}

Section actor_section(const Graph& graph, const Interactions& interactions, const Party& party) {
  Section section{"actor",
                  {"name", "kind", "country", "interactions", "contacts", "first", "last", "balance"},
                  {}};
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
