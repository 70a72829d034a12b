#include "rules/gazetteer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "text/fold.h"
#include "text/tokens.h"

namespace demarche::rules {
namespace {

// Partial dates compare by their known prefix: "2009" covers every day of 2009.
bool not_after(std::string_view a, std::string_view b) {
  const std::size_t n = std::min(a.size(), b.size());
  return a.substr(0, n) <= b.substr(0, n);
}

// A Term or DatedCode.
template <typename Dated>
bool covers(const Dated& term, std::string_view day) {
  return within(term.from, term.until, day);
}

std::string shift_year(std::string_view day, int years) {
  int year = 0;
  if (day.size() < 4 || std::from_chars(day.data(), day.data() + 4, year).ptr != day.data() + 4) {
    return std::string(day);
  }
  return fmt::format("{:04}{}", year + years, day.substr(4));
}

// Office categories (rules/README.md) of a state whose holders are not of its government; the later rows give way to
// any other office of the day.
struct OfficeSector {
  std::string_view office, sector;
  int rank;
};
constexpr OfficeSector office_sectors[] = {
    {"judge", "JUD", 1},
    {"legislator", "LEG", 1},
    {"senator", "LEG", 1},
    {"speaker", "LEG", 1},
    {"military-chief", "MIL", 1},
    {"intelligence-chief", "SPY", 1},
    {"religious-leader", "REL", 1},
    {"group-leader", "REB", 3},
    {"opposition-leader", "OPP", 3},
    {"party-leader", "PTY", 4},
};

}  // namespace

bool within(std::string_view from, std::string_view until, std::string_view day) {
  return (from.empty() || not_after(from, day)) && (until.empty() || not_after(day, until));
}

std::string name_form(std::string_view token) {
  std::string form = text::fold(token);
  std::erase(form, '.');
  return form;
}

std::vector<std::string> name_words(std::string_view name) {
  static const text::Abbreviations no_abbreviations;
  std::vector<text::Token> tokens;
  text::tokenize(name, no_abbreviations, &tokens);
  std::vector<std::string> words;
  for (const text::Token& t : tokens) {
    if (t.is_word() || t.is_number()) {
      words.push_back(name_form(text::view(name, t)));
    } else if (t.punct == '&' || t.punct == '\'') {
      words.emplace_back(text::view(name, t));
    }
  }
  return words;
}

ActorIndex Gazetteer::find_id(std::string_view id) const {
  const KnownActor* actor = actors_.find(id);
  return actor ? actors_.number(actor) : no_actor;
}

const TableList<ActorIndex>* Gazetteer::by_surname(std::string_view folded) const {
  const Namesakes* found = surnames_.find(folded);
  return found ? &found->persons : nullptr;
}

std::vector<ActorIndex> Gazetteer::holders(std::string_view office, std::string_view of, std::string_view day) const {
  std::vector<ActorIndex> out;
  if (day.empty()) return out;
  const OfficeHoldings* found = offices_.find(fmt::format("{}|{}", office, of));
  if (!found) return out;
  for (const Holding& h : found->holdings) {
    if (covers((*this)[h.person].terms[h.term], day) && std::find(out.begin(), out.end(), h.person) == out.end()) {
      out.push_back(h.person);
    }
  }
  return out;
}

bool Gazetteer::in_office(ActorIndex person, std::string_view day) const {
  const TableList<Term>& terms = (*this)[person].terms;
  if (day.empty()) return !terms.empty();
  const std::string before = shift_year(day, -1), after = shift_year(day, 1);
  return std::any_of(terms.begin(), terms.end(),
                     [&](const Term& t) { return covers(t, day) || covers(t, before) || covers(t, after); });
}

Gazetteer::Coding Gazetteer::coding(ActorIndex actor, std::string_view day) const {
  const KnownActor& k = (*this)[actor];
  for (const DatedCode& c : k.codes) {
    const bool fits = day.empty() ? c.from.empty() && c.until.empty() : covers(c, day);
    if (fits) return {c.code, c.sector.empty() ? k.sector : c.sector};
  }
  if (k.kind == Kind::person && k.codes.empty()) return office_coding(k, day);
  return {k.code, k.sector};
}

Gazetteer::RankedCoding Gazetteer::coding_of(const KnownActor& person, const Term& term) const {
  const ActorIndex index = find_id(term.of);
  if (index == no_actor) return {{person.code, person.sector}, 0};
  const KnownActor& of = (*this)[index];
  // Parts of states have longer ids; their people are the state's.
  const std::string_view code = of.code.size() == 3 ? of.code.view() : person.code.view();
  if (of.kind != Kind::state) return {{code, of.sector}, 2};
  for (const OfficeSector& o : office_sectors) {
    if (o.office == term.office.view()) return {{code, o.sector}, o.rank};
  }
  return {{code, "GOV"}, 0};
}

Gazetteer::Coding Gazetteer::office_coding(const KnownActor& person, std::string_view day) const {
  const RankedCoding* best = nullptr;
  RankedCoding found, all;
  bool first = true, alike = true;
  for (const Term& t : person.terms) {
    const RankedCoding c = coding_of(person, t);
    alike = alike && (first || c.coding.sector == all.coding.sector);
    all = c;
    first = false;
    if (day.empty() || !covers(t, day) || (best != nullptr && best->rank <= c.rank)) continue;
    found = c;
    best = &found;
  }
  if (best != nullptr) return best->coding;
  const bool of_a_body = all.coding.sector == "IGO" || all.coding.sector == "NGO" || all.coding.sector == "BUS";
  return {person.code, first || !alike || of_a_body ? person.sector.view() : all.coding.sector};
}

std::uint32_t Gazetteer::name_word(std::string_view folded) const {
  const TableString* word = words_.find(folded);
  return word ? words_.number(word) + 1 : 0;
}

std::uint32_t Gazetteer::step(std::uint32_t node, std::uint32_t word) const {
  if (node == 0) return word < by_first_.size() ? by_first_[word] : 0;
  const NameNode* const first = nodes_.begin() + nodes_[node].first_child;
  const NameNode* const last = nodes_.begin() + nodes_[node + 1].first_child;
  const NameNode* const child =
      std::lower_bound(first, last, word, [](const NameNode& n, std::uint32_t w) { return n.word < w; });
  return child != last && child->word == word ? static_cast<std::uint32_t>(child - nodes_.begin()) : 0;
}

const NameRefs* Gazetteer::names_at(std::uint32_t node) const {
  const NameRefs& refs = nodes_[node].refs;
  return refs.empty() ? nullptr : &refs;
}

}  // namespace demarche::rules
