#include "query/name_index.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "query/office.h"
#include "query/words.h"
#include "text/fold.h"

namespace demarche::query {
namespace {

using Words = std::vector<std::string>;

bool one_of(const auto& word, const auto& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Countries whose people write the family name first.
constexpr std::array<std::string_view, 9> family_first = {"CHN", "HKG", "MAC", "TWN", "PRK",
                                                          "KOR", "VNM", "SGP", "KHM"};

// Words that may stand between a country and a name: "U.S. Secretary of State Hillary Clinton".
constexpr std::array<std::string_view, 44> titles = {
    "president",  "vice",      "prime",     "minister",   "foreign", "secretary", "state",    "of",       "general",
    "chancellor", "premier",   "king",      "queen",      "prince",  "emir",      "sultan",   "sheikh",   "pope",
    "mr",         "mrs",       "ms",        "dr",         "sir",     "lord",      "lady",     "senator",  "sen",
    "ambassador", "envoy",     "special",   "deputy",     "defense", "defence",   "finance",  "interior", "supreme",
    "leader",     "ayatollah", "councilor", "councillor", "under",   "assistant", "security", "national"};

// Sectors of those who act for their state; an empty one is not known to be another.
constexpr std::array<std::string_view, 7> state_sectors = {"", "GOV", "MIL", "SPY", "JUD", "LEG", "COP"};

bool ends_with(const Words& all, const Words& end) {
  return end.size() <= all.size() && std::equal(end.rbegin(), end.rend(), all.rbegin());
}

bool acts_for(const Actor& actor, std::string_view code) {
  if (actor.code != code || actor.kind == Kind::other) return false;
  return one_of(actor.sector, state_sectors);
}

// How many letters of a name of this length may be wrong.
unsigned typing_slips(std::string_view k) { return static_cast<unsigned>(std::min<std::size_t>(k.size() / 4 + 1, 4)); }

std::string without_article(std::string k) {
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (k.rfind(article, 0) == 0) return k.erase(0, article.size());
  }
  return k;
}

}  // namespace

NameIndex::NameIndex(const Graph& graph, const Countries& countries) : graph_(graph), countries_(countries) {
  entries_.reserve(graph.actors.size());
  for (const Actor& actor : graph.actors) {
    Entry entry{key(actor.name), {}, {}, {}};
    entry.words = split_words(entry.name);
    for (const std::string& alias : actor.aliases) entry.aliases.push_back(without_article(key(alias)));
    for (const std::string& office : actor.offices) entry.offices.push_back(key(office));
    if (actor.kind == Kind::state && !actor.code.empty()) {
      state_codes_.emplace(entry.name, actor.code);
      state_codes_.emplace(key(actor.code), actor.code);
      state_names_.emplace(actor.code, actor.name);
    }
    entries_.push_back(std::move(entry));
  }
  for (const Interaction& each : graph.interactions) {
    for (const std::string& id : each.actor) ++contacts_[id];
    for (const std::string& id : each.recipient) ++contacts_[id];
  }
  // Where only a part is loaded, the actors know better.
  for (const Actor& actor : graph.actors) {
    std::size_t& contacts = contacts_[actor.id];
    contacts = std::max<std::size_t>(contacts, actor.interactions);
  }
}

// An alias that is only a piece of the name ("Clinton") is no proof against others who share the piece.
bool NameIndex::is_alias_proper(std::size_t at, const std::string& alias) const {
  return graph_.actors[at].kind != Kind::person || !is_subsequence(split_words(alias), entries_[at].words);
}

NameIndex::List NameIndex::equal(const std::string& k) const {
  List list;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    if (entry.name == k || without_article(entry.name) == k || (one_of(k, entry.aliases) && is_alias_proper(i, k))) {
      list.push_back(i);
    }
  }
  return list;
}

NameIndex::List NameIndex::surname(const std::string& k) const {
  const Words typed = split_words(k);
  List list;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    if (graph_.actors[i].kind != Kind::person || entry.words.size() <= typed.size() || typed.empty()) continue;
    const bool first = one_of(graph_.actors[i].code, family_first) && typed.size() == 1 && entry.words[0] == typed[0];
    if (first || ends_with(entry.words, typed) || one_of(k, entry.aliases)) list.push_back(i);
  }
  return list;
}

NameIndex::List NameIndex::part(const std::string& k) const {
  const Words typed = split_words(k);
  List list;
  if (typed.empty()) return list;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Words& words = entries_[i].words;
    bool fits = ends_with(words, typed);
    if (graph_.actors[i].kind == Kind::person) {
      const bool fuller = words.size() > 1 && typed.size() > words.size() && typed.front() == words.front() &&
                          typed.back() == words.back() && is_subsequence(words, typed);
      fits = fuller || is_subsequence(typed, words);
    }
    if (fits) list.push_back(i);
  }
  return list;
}

// One or two words that name a country are taken out, wherever they stand; the rest must be an office.
NameIndex::List NameIndex::office(const std::string& k) const {
  Words words = split_words(k);
  std::erase_if(words, [](const std::string& w) { return w == "s"; });
  std::string code;
  for (const std::size_t length : {3U, 2U, 1U}) {
    for (std::size_t i = 0; code.empty() && i + length <= words.size() && length < words.size(); ++i) {
      code = country_code(join_words(words, i, i + length));
      if (code.empty()) continue;
      words.erase(words.begin() + static_cast<long>(i), words.begin() + static_cast<long>(i + length));
      if (i > 0 && words[i - 1] == "the") words.erase(words.begin() + static_cast<long>(--i));
      if (i > 0 && words[i - 1] == "of") words.erase(words.begin() + static_cast<long>(i) - 1);
    }
  }
  List best;
  int best_fit = 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (graph_.actors[i].kind != Kind::person || (!code.empty() && graph_.actors[i].code != code)) continue;
    int fit = 0;
    for (const std::string& office : entries_[i].offices) {
      // "Turkish Foreign Minister" as an office of a Turk says no more than "Foreign Minister".
      Words held = split_words(office);
      if (held.size() > 1 && country_code(held[0]) == graph_.actors[i].code) held.erase(held.begin());
      fit = std::max(fit, office_fit(words, held));
    }
    if (fit > best_fit) best.clear();
    if (fit >= best_fit) {
      best.push_back(i);
      best_fit = fit;
    }
  }
  return best;
}

NameIndex::List NameIndex::titled(const std::string& k) const {
  Words words = split_words(k);
  while (words.size() > 1) {
    const bool title = one_of(words[0], titles) || !country_code(words[0]).empty();
    if (!title) return {};
    words.erase(words.begin());
    const std::string rest = join_words(words, 0, words.size());
    for (const List& list : {equal(rest), surname(rest), part(rest)}) {
      List persons;
      std::copy_if(list.begin(), list.end(), std::back_inserter(persons),
                   [&](std::size_t i) { return graph_.actors[i].kind == Kind::person; });
      if (!persons.empty()) return persons;
    }
  }
  return {};
}

void NameIndex::add_people(std::string_view code, Party* party) const {
  for (const Actor& actor : graph_.actors) {
    if (acts_for(actor, code)) party->ids.insert(actor.id);
  }
}

Lookup NameIndex::by_state(const std::string& k) const {
  std::string code = countries_.code(k);
  constexpr std::string_view ending = " government";
  if (code.empty() && k.size() > ending.size() && k.substr(k.size() - ending.size()) == ending) {
    code = countries_.code(k.substr(0, k.size() - ending.size()));
  }
  Lookup lookup;
  if (const Region* region = code.empty() ? countries_.region(k) : nullptr) {
    lookup.party.name = region->name;
    for (const std::string& state : region->states) add_people(state, &lookup.party);
  }
  if (code.empty()) return lookup;
  lookup.party.name = country_name(code);
  add_people(code, &lookup.party);
  return lookup;
}

// "Russian diplomats": whoever the texts call so, and for officials all who act for the state.
Lookup NameIndex::described(const std::string& k) const {
  const Words words = split_words(k);
  Lookup lookup;
  if (words.empty() || words.size() > 4) return lookup;
  std::string noun = words.back();
  if (noun.size() > 3 && noun.back() == 's') noun.pop_back();
  const std::string of = join_words(words, 0, words.size() - 1);
  const std::vector<std::string> codes = of.empty() ? std::vector<std::string>() : country_codes(of);
  if (!of.empty() && codes.empty()) return lookup;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Actor& actor = graph_.actors[i];
    if (!codes.empty() && !one_of(actor.code, codes)) continue;
    const std::string& last = entries_[i].words.empty() ? noun : entries_[i].words.back();
    const bool called = entries_[i].words.size() <= 4 && (last == noun || last == noun + "s");
    const bool official =
        !codes.empty() && noun == "official" && actor.kind == Kind::person && acts_for(actor, actor.code);
    const bool in_office = !codes.empty() && actor.kind == Kind::person && holds_office(actor, noun);
    if (called || official || in_office) lookup.party.ids.insert(actor.id);
  }
  if (!lookup.party.ids.empty()) lookup.party.name = k;
  return lookup;
}

Lookup NameIndex::owner(std::string_view typed) const {
  const std::size_t mark = typed.find("'s ");
  if (mark == std::string_view::npos) return {};
  Lookup lookup = find(typed.substr(0, mark));
  const bool person = std::any_of(lookup.party.ids.begin(), lookup.party.ids.end(), [&](std::string_view id) {
    const Actor* actor = graph_.actor(id);
    return actor != nullptr && actor->kind == Kind::person && actor->name == lookup.party.name;
  });
  return person ? Lookup() : lookup;
}

Lookup NameIndex::among(const Lookup& ambiguous, const std::unordered_set<std::string_view>& company) const {
  std::unordered_set<std::string_view> met;
  for (const Interaction& each : graph_.interactions) {
    const auto here = [&](const auto& ids) {
      return std::any_of(each.actor.begin(), each.actor.end(), [&](const auto& id) { return ids.count(id) > 0; }) ||
             std::any_of(each.recipient.begin(), each.recipient.end(),
                         [&](const auto& id) { return ids.count(id) > 0; });
    };
    if (!here(company) || !here(ambiguous.anyone.ids)) continue;
    for (const auto* side : {&each.actor, &each.recipient}) {
      for (const std::string& id : *side) {
        if (const auto at = ambiguous.anyone.ids.find(id); at != ambiguous.anyone.ids.end()) met.insert(*at);
      }
    }
  }
  List list;
  for (std::size_t i = 0; i < graph_.actors.size(); ++i) {
    if (met.count(graph_.actors[i].id) > 0) list.push_back(i);
  }
  return decide(list);
}

Party NameIndex::party_of(const List& list) const {
  Party party{graph_.actors[list[0]].name, {}};
  for (const std::size_t i : list) {
    const Actor& actor = graph_.actors[i];
    party.ids.insert(actor.id);
    if (actor.kind == Kind::state && !actor.code.empty()) add_people(actor.code, &party);
  }
  return party;
}

Lookup NameIndex::decide(const List& list) const {
  Lookup lookup;
  if (list.empty()) return lookup;
  List sorted = list;
  const auto contacts = [&](std::size_t i) {
    const auto found = contacts_.find(graph_.actors[i].id);
    return found == contacts_.end() ? std::size_t{0} : found->second;
  };
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](std::size_t a, std::size_t b) { return contacts(a) > contacts(b); });
  for (const std::size_t i : sorted) {
    const std::string& name = graph_.actors[i].name;
    if (!one_of(name, lookup.candidates)) lookup.candidates.push_back(name);
  }
  if (lookup.candidates.size() == 1) {
    lookup.party = party_of(list);
  } else {
    for (const std::size_t i : list) lookup.anyone.ids.insert(graph_.actors[i].id);
  }
  return lookup;
}

// A bare "Clinton" beside one "Hillary Clinton": whoever is in more interactions is meant.
Lookup NameIndex::prefer(const List& same, const List& surnames) const {
  List others;
  for (const std::size_t i : surnames) {
    if (!one_of(i, same)) others.push_back(i);
  }
  const bool person =
      std::all_of(same.begin(), same.end(), [&](auto i) { return graph_.actors[i].kind == Kind::person; });
  if (!person || others.empty()) return decide(same);
  const Lookup a = decide(same);
  const Lookup b = decide(others);
  if (a.candidates.size() == 1 && b.candidates.size() == 1) {
    const auto contacts = [&](const List& list) {
      std::size_t sum = 0;
      for (const std::size_t i : list) {
        const auto found = contacts_.find(graph_.actors[i].id);
        if (found != contacts_.end()) sum += found->second;
      }
      return sum;
    };
    return contacts(others) > contacts(same) ? b : a;
  }
  List all = same;
  all.insert(all.end(), others.begin(), others.end());
  return decide(all);
}

Lookup NameIndex::find(std::string_view typed) const {
  const std::string k = without_article(key(typed));
  if (k.empty()) return {};
  const List same = equal(k);
  const List surnames = surname(k);
  if (!same.empty()) return prefer(same, surnames);
  if (!surnames.empty()) return decide(surnames);
  Lookup state = by_state(k);
  if (state.found()) return state;
  if (const List list = part(k); !list.empty()) return decide(list);
  if (const List list = office(k); !list.empty()) return decide(list);
  if (Lookup group = described(k); group.found()) return group;
  if (const List list = titled(k); !list.empty()) return decide(list);
  return owner(typed);
}

std::vector<std::string> NameIndex::nearest(std::string_view typed) const {
  const std::string k = without_article(key(typed));
  const unsigned limit = typing_slips(k);
  std::set<std::pair<unsigned, std::string>> ranked;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    unsigned best = text::edit_distance(k, entries_[i].name, limit);
    for (const std::string& alias : entries_[i].aliases) best = std::min(best, text::edit_distance(k, alias, limit));
    for (const std::string& word : entries_[i].words) best = std::min(best, text::edit_distance(k, word, limit));
    if (best <= limit) ranked.emplace(best, graph_.actors[i].name);
  }
  std::vector<std::string> names;
  for (const auto& [distance, name] : ranked) {
    if (names.size() < 3 && !one_of(name, names)) names.push_back(name);
  }
  return names;
}

std::string NameIndex::country_code(std::string_view typed) const {
  const std::string k = without_article(key(typed));
  const auto found = state_codes_.find(k);
  return found == state_codes_.end() ? countries_.code(k) : found->second;
}

std::vector<std::string> NameIndex::country_codes(std::string_view typed) const {
  const std::string code = country_code(typed);
  if (!code.empty()) return {code};
  const Region* region = countries_.region(typed);
  return region == nullptr ? std::vector<std::string>() : region->states;
}

std::string NameIndex::nearest_country(std::string_view typed) const {
  const std::string k = without_article(key(typed));
  std::string nearest;
  unsigned best = typing_slips(k) + 1;
  for (const std::string& name : countries_.names()) {
    const unsigned distance = text::edit_distance(k, key(name), best - 1);
    if (distance >= best) continue;
    best = distance;
    nearest = name;
    if (best == 0) break;
  }
  return nearest;
}

std::string NameIndex::country_name(std::string_view code) const {
  const auto found = state_names_.find(std::string(code));
  return found == state_names_.end() ? countries_.name(code) : found->second;
}

}  // namespace demarche::query
