#include "graph/affiliation.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>
#include <tuple>

#include "extract/office_record.h"
#include "rules/pack_data.h"
#include "text/date.h"
#include "text/fold.h"

namespace demarche::graph {
namespace {

const rules::Gazetteer& gazetteer() {
  static const auto pack = Pack::load();
  return pack->rep().tables->gazetteer;
}

bool one_of(std::string_view word, const auto& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words(1);
  for (const char c : folded) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
    if (letter) {
      words.back() += c;
    } else if (!words.back().empty() && c != '.') {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

constexpr std::string_view over[] = {"former", "ex", "late", "onetime"};
constexpr std::string_view small[] = {"of", "for", "the", "and", "affairs", "to", "in"};

// "Minister for Foreign Affairs" → "foreign minister"; `former` is set where the words say that it is over.
std::string office_key(std::string_view office, bool* former) {
  std::vector<std::string> words = words_of(text::fold(office));
  *former = !words.empty() && one_of(words[0], over);
  std::erase_if(words, [](const std::string& word) { return one_of(word, over) || one_of(word, small); });
  std::sort(words.begin(), words.end());
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// The office without "former".
std::string plain_office(const std::string& office) {
  std::size_t at = 0;
  const std::string folded = text::fold(office);
  for (const std::string_view word : over) {
    if (folded.size() != office.size() || folded.rfind(word, 0) != 0 || folded.size() == word.size()) continue;
    const char next = folded[word.size()];
    if (next == ' ' || next == '-') at = word.size() + 1;
  }
  return office.substr(at);
}

// Whether an ISO date, as precise as it is, may fall into the bounds.
bool covers(std::string_view from, std::string_view until, std::string_view date) {
  if (date.empty()) return until.empty();
  const auto before = [](std::string_view a, std::string_view b) {
    const std::size_t n = std::min(a.size(), b.size());
    return a.substr(0, n) < b.substr(0, n);
  };
  return (from.empty() || !before(date, from)) && (until.empty() || !before(until, date));
}

std::string most_frequent(const std::map<std::string, std::uint32_t>& counts) {
  const auto best =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? std::string() : best->first;
}

const rules::KnownActor* known(std::string_view id) {
  const rules::ActorIndex at = gazetteer().find_id(id);
  return at == rules::no_actor ? nullptr : &gazetteer()[at];
}

// The state of the code, or the body of the id; for codes of no state, the organisation where the gazetteer has the
// person at home.
const rules::KnownActor* body_of(const Actor& person, const std::string& code) {
  if (const rules::KnownActor* body = known(code); body != nullptr && body->kind != Kind::person) return body;
  const rules::KnownActor* self = known(person.id);
  return self == nullptr || self->home == rules::no_actor ? nullptr : &gazetteer()[self->home];
}

// Sentences kept for an edge: an office that is named a thousand times needs no thousand proofs.
constexpr std::size_t most_evidence = 10;

// The edges of one person.
class Career {
 public:
  explicit Career(const Actor& person) : person_(person) {
    const rules::KnownActor* self = known(person.id);
    if (self == nullptr || self->kind != Kind::person) return;
    for (const rules::Term& term : self->terms) {
      Affiliation& edge = open(known(std::string_view(term.of)), std::string(std::string_view(term.of)));
      edge.office = std::string_view(term.title);
      edge.from = std::string_view(term.from);
      edge.until = std::string_view(term.until);
      edge.known = true;
    }
  }

  void see(const std::string& office, const std::string& code, const std::string& wording, const Mention& mention,
           const std::string& told, bool former, bool turn) {
    const rules::KnownActor* body = body_of(person_, code);
    if (body == nullptr) return;
    const std::string of(std::string_view(body->id));
    const bool dated = turn && !mention.date.empty() && mention.date_precision != DatePrecision::document;
    const std::string& day = dated ? mention.date : told;
    Affiliation* edge = former ? nullptr : term_at(office, day);
    if (edge == nullptr && turn) edge = term_near(office, of, day, mention.action == extract::take_office);
    if (edge == nullptr) edge = seen_before(office, of, former);
    if (edge == nullptr) {
      edge = &open(body, of);
      edge->office = wording;
      edge->former = former;
    }
    evidence_[static_cast<std::size_t>(edge - edges_.data())].emplace(told, mention.id);
    if (dated && !edge->known) bound(mention, edge);
    if (told.empty()) return;
    if (edge->first_told.empty() || told < edge->first_told) edge->first_told = told;
    edge->last_told = std::max(edge->last_told, told);
  }

  void give(std::vector<Affiliation>* out) {
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      const auto& told = evidence_[i];
      for (auto at = told.rbegin(); at != told.rend() && edges_[i].mentions.size() < most_evidence; ++at) {
        edges_[i].mentions.push_back(at->second);
      }
      std::sort(edges_[i].mentions.begin(), edges_[i].mentions.end());
      // Who took the office after leaving it holds it again.
      if (!edges_[i].known && !edges_[i].until.empty() && edges_[i].until < edges_[i].from) edges_[i].until.clear();
      out->push_back(std::move(edges_[i]));
    }
  }

 private:
  Affiliation& open(const rules::KnownActor* body, std::string id) {
    Affiliation& edge = edges_.emplace_back();
    edge.person = person_.id;
    edge.of = std::move(id);
    edge.of_name = body == nullptr ? edge.of : std::string(std::string_view(body->name));
    return edge;
  }

  static bool is_office(const Affiliation& edge, const std::string& office) {
    bool former = false;
    return office_key(edge.office, &former) == office;
  }

  Affiliation* term_at(const std::string& office, const std::string& told) {
    for (Affiliation& edge : edges_) {
      if (edge.known && is_office(edge, office) && covers(edge.from, edge.until, told)) return &edge;
    }
    return nullptr;
  }

  // A term of that body that begins within a year of an appointment, or ended within a year of a resignation.
  Affiliation* term_near(const std::string& office, const std::string& of, const std::string& day, bool begins) {
    const auto at = text::parse_iso(day);
    if (!at) return nullptr;
    for (Affiliation& edge : edges_) {
      if (!edge.known || edge.of != of || !is_office(edge, office)) continue;
      const auto turn = text::parse_iso(begins ? edge.from : edge.until);
      if (turn && std::abs(turn->year - at->year) <= 1) return &edge;
    }
    return nullptr;
  }

  // The first begin and the last end that are told.
  static void bound(const Mention& m, Affiliation* edge) {
    const bool begins = m.action == extract::take_office;
    if (begins && (edge->from.empty() || m.date < edge->from)) edge->from = m.date;
    if (!begins) edge->until = std::max(edge->until, m.date);
  }

  Affiliation* seen_before(const std::string& office, const std::string& of, bool former) {
    for (Affiliation& edge : edges_) {
      if (!edge.known && edge.of == of && edge.former == former && is_office(edge, office)) return &edge;
    }
    return nullptr;
  }

  const Actor& person_;
  std::vector<Affiliation> edges_;
  std::map<std::size_t, std::set<std::pair<std::string, std::string>>> evidence_;  // by edge: date, mention
};

}  // namespace

void AffiliationBook::see(std::uint32_t person, const Entity& entity, const Mention& mention, const std::string& told) {
  if (entity.office.empty() || entity.kind != Kind::person) return;
  note(person, entity.office, entity.code, mention, told, false);
}

void AffiliationBook::see_turn(std::uint32_t person, const Mention& mention, const std::string& told) {
  const Entity& body = mention.recipient[0];
  note(person, mention.actor[0].office, body.actor.empty() ? body.code : body.actor, mention, told, true);
}

void AffiliationBook::note(std::uint32_t person, const std::string& office, const std::string& code,
                           const Mention& mention, const std::string& told, bool turn) {
  bool former = false;
  const std::string words = office_key(office, &former);
  if (words.empty()) return;
  Seen& seen = seen_[person][{words, code}];
  ++seen.wordings[plain_office(office)];
  seen.sightings.push_back({&mention, &told, former, turn});
}

std::vector<Affiliation> AffiliationBook::edges(const std::vector<Actor>& actors) const {
  std::vector<Affiliation> out;
  for (std::uint32_t i = 0; i < actors.size(); ++i) {
    if (actors[i].kind != Kind::person) continue;
    Career career(actors[i]);
    if (const auto seen = seen_.find(i); seen != seen_.end()) {
      for (const auto& [key, sightings] : seen->second) {
        const std::string wording = most_frequent(sightings.wordings);
        for (const Sighting& s : sightings.sightings) {
          career.see(key.first, key.second, wording, *s.mention, *s.told, s.former, s.turn);
        }
      }
    }
    career.give(&out);
  }
  std::stable_sort(out.begin(), out.end(), [](const Affiliation& a, const Affiliation& b) {
    return std::tie(a.person, a.of, a.office, a.from, a.first_told, a.former) <
           std::tie(b.person, b.of, b.office, b.from, b.first_told, b.former);
  });
  return out;
}

std::string held_from(const Affiliation& a) {
  if (a.known || !a.from.empty()) return a.from;
  // A text that tells of the end alone does not tell since when.
  return a.former || (!a.until.empty() && a.until <= a.first_told) ? "" : a.first_told;
}

std::string held_until(const Affiliation& a) {
  if (a.known || !a.until.empty()) return a.until;
  if (a.former) return a.first_told;
  return a.from.empty() ? a.last_told : "";
}

}  // namespace demarche::graph
