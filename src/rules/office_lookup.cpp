#include "rules/office_lookup.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <tuple>

#include "rules/toml_file.h"
#include "text/tokens.h"

namespace demarche::rules {
namespace {

// A token of a phrase: as the trie has it, and whether it was written in capitals.
struct Word {
  std::string form;
  bool capitals;
};

bool is_capitals(std::string_view token) {
  return std::none_of(token.begin(), token.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// A token of its own: "Turkey | 's", "Hamas | '".
bool is_possessive(std::string_view form) {
  return form == "'s" || form == "\u2019s" || form == "'" || form == "\u2019";
}

std::vector<Word> words_of(std::string_view phrase) {
  static const text::Abbreviations no_abbreviations;
  std::vector<text::Token> tokens;
  text::tokenize(phrase, no_abbreviations, &tokens);
  const bool all_small = std::none_of(phrase.begin(), phrase.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  std::vector<Word> words;
  for (const text::Token& t : tokens) {
    if (!t.is_word() && !t.is_number()) continue;
    std::string form = name_form(text::view(phrase, t));
    if (!form.empty()) words.push_back({std::move(form), all_small || is_capitals(text::view(phrase, t))});
  }
  return words;
}

bool is_small_word(std::string_view word) {
  static const std::set<std::string_view> words = {"of", "the", "for", "and", "to", "in", "at", "a", "an", "on", "s"};
  return words.contains(word);
}

// Words that titles and askers spell differently.
const std::map<std::string_view, std::string_view>& spellings() {
  static const std::map<std::string_view, std::string_view> list = {{"defense", "defence"},
                                                                    {"advisor", "adviser"},
                                                                    {"organization", "organisation"},
                                                                    {"labor", "labour"},
                                                                    {"chairwoman", "chairman"},
                                                                    {"chairperson", "chairman"},
                                                                    {"chair", "chairman"},
                                                                    {"head", "chief"},
                                                                    {"boss", "chief"},
                                                                    {"spokeswoman", "spokesman"},
                                                                    {"spokesperson", "spokesman"},
                                                                    {"representative", "envoy"},
                                                                    {"personal", "special"},
                                                                    {"undersecretary", "under-secretary"}};
  return list;
}

std::string usual(const std::string& word) {
  const auto found = spellings().find(word);
  return found == spellings().end() ? word : std::string(found->second);
}

// "secretary-general" and "secretary general" are one.
template <typename Items>
void add_words(const std::string& form, Items* items) {
  std::size_t from = 0;
  while (from <= form.size()) {
    const std::size_t to = std::min(form.find('-', from), form.size());
    const std::string part = form.substr(from, to - from);
    if (!part.empty() && !is_small_word(part)) items->insert(usual(part));
    from = to + 1;
  }
}

// "High Representative for Bosnia", "ambassador to Iraq": the state may be part of a title.
bool says_what_for(std::string_view phrase) {
  return phrase.find(" for ") != std::string_view::npos || phrase.find(" to ") != std::string_view::npos;
}

bool is_owner(NameKind kind) { return kind != NameKind::place; }

// Compares by the known prefix, as the gazetteer does.
bool ended_before(const Term& term, std::string_view day) {
  return !term.until.empty() && term.until.view().substr(0, day.size()) < day.substr(0, term.until.size());
}

// "Deputy Political Leader" answers nobody who asks for the leader.
bool is_deputy(const std::multiset<std::string>& title) {
  for (const char* word : {"deputy", "vice", "assistant", "senior", "second", "under"}) {
    if (title.contains(word)) return true;
  }
  return false;
}

// Takes the words out of the phrase that ask for the past; true when there were any.
template <typename Items>
bool take_former(Items* items) {
  bool former = false;
  for (const char* word : {"former", "ex", "past", "previous"}) former = items->erase(word) > 0 || former;
  for (const char* word : {"then", "current", "incumbent", "present"}) items->erase(word);
  return former;
}

// Takes out of a title the words that say its holder is there for a time only; true when there were any.
template <typename Items>
bool take_temporary(Items* items) {
  bool temporary = false;
  for (const char* word : {"acting", "interim", "transitional", "caretaker", "provisional"}) {
    temporary = items->erase(word) > 0 || temporary;
  }
  return temporary;
}

}  // namespace

Result<OfficeLookup> OfficeLookup::open(const Gazetteer& gazetteer, std::string_view words, std::string_view path) {
  const auto file = parse_toml(words, path);
  if (!file) return file.error();
  if (auto checked = check_keys(*file, path, {"office", "phrase"}); !checked) return checked.error();
  OfficeLookup lookup(gazetteer);
  for (const toml::table* office : tables_at(*file, "office")) {
    if (auto checked = check_keys(*office, path, {"id", "called", "otherwise", "else"}); !checked)
      return checked.error();
    const std::string id = string_at(*office, "id");
    if (id.empty()) return bad_rules(path, *office, "an office needs \"id\"");
    for (const std::string& phrase : strings_at(*office, "called")) {
      lookup.called_[lookup.read(phrase).items].insert(id);
    }
    if (const std::string other = string_at(*office, "else"); !other.empty()) lookup.else_[id] = other;
    for (const std::string& phrase : strings_at(*office, "otherwise")) {
      lookup.otherwise_[lookup.read(phrase).items].insert(id);
    }
  }
  for (const toml::table* phrase : tables_at(*file, "phrase")) {
    if (auto checked = check_keys(*phrase, path, {"means", "said"}); !checked) return checked.error();
    const std::string means = string_at(*phrase, "means");
    if (means.empty()) return bad_rules(path, *phrase, "a phrase needs \"means\"");
    for (const std::string& said : strings_at(*phrase, "said")) lookup.usual_[lookup.read(said).items] = means;
  }
  lookup.collect_terms();
  return lookup;
}

const OfficeLookup::Categories* OfficeLookup::called_by(const Words& words, const Phrase& asked) {
  const auto found = words.find(asked);
  return found == words.end() ? nullptr : &found->second;
}

std::uint64_t OfficeLookup::bits_of(const Phrase& words) {
  std::uint64_t bits = 0;
  for (const std::string& word : words) bits |= std::uint64_t{1} << (std::hash<std::string>{}(word) % 64);
  return bits;
}

void OfficeLookup::collect_terms() {
  const auto title_of = [this](const Term& term) -> const Title& {
    const auto [at, added] = titles_.try_emplace(term.title.view());
    Title& title = at->second;
    if (!added) return title;
    title.all = title.words = read(term.title).items;
    title.acting = take_temporary(&title.words);
    title.deputy = is_deputy(title.words);
    title.bits = bits_of(title.words);
    title.holders = &by_title_[title.all];
    return title;
  };
  for (ActorIndex person = 0; person < g_->actors().size(); ++person) {
    for (const Term& term : (*g_)[person].terms) {
      const Title& title = title_of(term);
      std::vector<Titled>& offices = offices_[term.of];
      auto same = std::find_if(offices.begin(), offices.end(), [&](const Titled& t) { return t.title == &title; });
      if (same == offices.end()) same = offices.insert(same, {&title, {}});
      same->holders.push_back({person, &term});
      title.holders->push_back({person, &term});
    }
  }
}

const std::vector<OfficeLookup::Titled>* OfficeLookup::offices_of(std::string_view owner) const {
  const auto found = offices_.find(owner);
  return found == offices_.end() ? nullptr : &found->second;
}

// The longest name at each place, if it stands for a state or body.
OfficeLookup::Reading OfficeLookup::read(std::string_view phrase, Owners owners) const {
  const std::vector<Word> words = words_of(phrase);
  Reading out;
  for (std::size_t i = 0; i < words.size();) {
    std::vector<ActorIndex> best;
    std::size_t end = i + 1;
    std::uint32_t node = 0;
    bool capitals = true;
    for (std::size_t k = i; k < words.size(); ++k) {
      node = g_->step(node, g_->name_word(words[k].form));
      if (node == 0) break;
      capitals = capitals && words[k].capitals;
      const NameRefs* const refs = g_->names_at(node);
      if (refs == nullptr) continue;
      std::vector<ActorIndex> named;
      for (const NameRef& r : *refs) {
        if (r.actor == no_actor || !is_owner(r.kind) || (r.caps_only && !capitals)) continue;
        const Kind kind = (*g_)[r.actor].kind;
        if (kind != Kind::person && (owners == Owners::all || kind != Kind::government)) named.push_back(r.actor);
      }
      if (named.empty()) continue;
      best = std::move(named);
      end = k + 1;
    }
    if (is_possessive(words[i].form)) {  // "People's Bank of China" has it in its name, "Turkey's" has not
      ++i;
      continue;
    }
    if (best.empty()) {
      if ((words[i].form == "to" || words[i].form == "for") && out.owners == 0) out.owners = out.named.size();
      add_words(words[i].form, &out.items);
    } else {
      std::sort(best.begin(), best.end());
      best.erase(std::unique(best.begin(), best.end()), best.end());
      out.items.emplace((*g_)[best.front()].id);
      out.named.insert(out.named.end(), best.begin(), best.end());
      out.items_of_named.resize(out.named.size(), std::string((*g_)[best.front()].id));
    }
    i = end;
  }
  if (out.owners == 0) out.owners = out.named.size();
  return out;
}

// An acting minister answers whoever asks for the minister; who asks for the acting one means only those, if there are
// any.
std::vector<OfficeHolder> OfficeLookup::of_owner(ActorIndex owner, const Phrase& asked) const {
  const std::string own((*g_)[owner].id);
  const auto* const offices = offices_of(own);
  Phrase wanted = asked;
  const bool temporary = take_temporary(&wanted);
  if (!offices || wanted.empty()) return {};
  const bool wants_deputy = is_deputy(wanted);
  const std::uint64_t bits = bits_of(wanted);
  const Categories *const call = called_by(called_, wanted), *const else_call = called_by(otherwise_, wanted);
  std::vector<OfficeHolder> titled, called, otherwise, parts, for_a_time;
  for (const Titled& office : *offices) {
    const Title& full = *office.title;
    const bool may_hold = (bits & ~full.bits) == 0;
    if (!may_hold && !call && !else_call) continue;
    const bool names_owner = may_hold && full.words.contains(own);
    const Phrase rest = names_owner ? without(owner, full.words) : Phrase();
    const Phrase& words = names_owner ? rest : full.words;
    const bool same = may_hold && words == wanted;
    const bool leads = !full.deputy || wants_deputy;
    const bool in_part = may_hold && std::includes(words.begin(), words.end(), wanted.begin(), wanted.end());
    for (const OfficeHolder& h : office.holders) {
      const bool is_called = call && !same && leads && call->contains(h.term->office.view());
      const bool else_called = else_call && leads && else_call->contains(h.term->office.view());
      if (same) titled.push_back(h);
      if (is_called) called.push_back(h);
      if (else_called) otherwise.push_back({h.person, h.term, false, !same});
      if (in_part) parts.push_back({h.person, h.term, !same});
      if (full.acting && (same || is_called || else_called)) for_a_time.push_back(h);
    }
  }
  if (temporary && !for_a_time.empty()) return for_a_time;
  keep_heads(!titled.empty(), &called);
  titled.insert(titled.end(), called.begin(), called.end());
  if (!titled.empty()) return titled;
  return !otherwise.empty() ? otherwise : parts;
}

// "Hezbollah leader": its secretary-general, if somebody is called so, not the commander of its fighters.
void OfficeLookup::keep_heads(bool titled, std::vector<OfficeHolder>* called) const {
  const auto is_head = [this](const OfficeHolder& h) {
    if (h.term->office != "group-leader") return true;
    const Phrase& words = titles_.at(h.term->title).words;
    const Categories *const call = called_by(called_, words), *const else_call = called_by(otherwise_, words);
    return (call && call->contains(h.term->office.view())) || (else_call && else_call->contains(h.term->office.view()));
  };
  if (titled || std::any_of(called->begin(), called->end(), is_head))
    std::erase_if(*called, [&](const OfficeHolder& h) { return !is_head(h); });
}

// "head of Mossad": the state's term is called "Mossad Chief".
std::vector<OfficeHolder> OfficeLookup::of_body(ActorIndex body, const Phrase& asked) const {
  const auto* const offices = offices_of((*g_)[(*g_)[body].home].id);
  if (!offices || !calls_head(asked)) return {};
  std::vector<OfficeHolder> out;
  for (const Titled& office : *offices) {
    const Phrase& words = office.title->words;
    if (words.contains(std::string((*g_)[body].id)) && calls_head(without(body, words)))
      out.insert(out.end(), office.holders.begin(), office.holders.end());
  }
  return out;
}

// Whether the words call the head of whatever body it is.
bool OfficeLookup::calls_head(const Phrase& words) const {
  for (const auto* const list : {&called_, &otherwise_}) {
    const auto found = list->find(words);
    if (found == list->end()) continue;
    if (found->second.contains("organisation-head") || found->second.contains("group-leader")) return true;
  }
  return false;
}

// "head of government of Argentina": where an office does not exist, or not any more, another has its duties.
std::vector<OfficeHolder> OfficeLookup::in_its_place(ActorIndex owner, const Phrase& asked,
                                                     std::string_view day) const {
  const auto* const offices = offices_of((*g_)[owner].id);
  const auto found = called_.find(asked);
  if (!offices || found == called_.end() || found->second.size() != 1) return {};
  const auto other = else_.find(*found->second.begin());
  if (other == else_.end()) return {};
  std::vector<OfficeHolder> out;
  for (const Titled& office : *offices) {
    for (const OfficeHolder& h : office.holders) {
      if (h.term->office == other->first && (day.empty() || !ended_before(*h.term, day))) return {};
      if (h.term->office == other->second) out.push_back(h);
    }
  }
  return out;
}

OfficeLookup::Phrase OfficeLookup::without(ActorIndex named, const Phrase& words) const {
  Phrase rest = words;
  if (const auto own = rest.find(std::string((*g_)[named].id)); own != rest.end()) rest.erase(own);
  return rest;
}

OfficeLookup::Phrase OfficeLookup::without_named(const Reading& reading, std::size_t i) {
  Phrase rest = reading.items;
  if (const auto own = rest.find(reading.items_of_named[i]); own != rest.end()) rest.erase(own);
  return rest;
}

// Whoever holds an office of exactly this title, whatever state or body it is an office of; or of bodies only.
std::vector<OfficeHolder> OfficeLookup::titled(const Phrase& asked, bool of_bodies) const {
  const auto found = by_title_.find(asked);
  if (found == by_title_.end()) return {};
  std::vector<OfficeHolder> out = found->second;
  if (of_bodies) {
    std::erase_if(out, [this](const OfficeHolder& h) {
      const ActorIndex owner = g_->find_id(h.term->of);
      return owner == no_actor || (*g_)[owner].kind != Kind::organisation;
    });
  }
  return out;
}

// "UN High Commissioner for Refugees" is a name of the body itself: whoever leads it.
std::vector<OfficeHolder> OfficeLookup::heads_of(ActorIndex body) const {
  const auto* const offices = offices_of((*g_)[body].id);
  std::vector<OfficeHolder> out;
  if (!offices) return out;
  for (const Titled& office : *offices) {
    if (office.title->deputy) continue;
    std::copy_if(office.holders.begin(), office.holders.end(), std::back_inserter(out),
                 [](const OfficeHolder& h) { return h.term->office == "organisation-head"; });
  }
  return out;
}

std::vector<OfficeHolder> OfficeLookup::holders(const Reading& reading, std::string_view day) const {
  std::vector<OfficeHolder> found;
  const auto add = [&found](std::vector<OfficeHolder> more) { found.insert(found.end(), more.begin(), more.end()); };
  if (reading.named.empty()) return titled(reading.items);
  for (std::size_t i = 0; i < reading.owners; ++i) {
    const ActorIndex owner = reading.named[i];
    const Phrase rest = without_named(reading, i);
    add(of_owner(owner, rest));
    add(in_its_place(owner, rest, day));
  }
  // "CIA director": an office of the state that the body belongs to.
  for (std::size_t i = 0; found.empty() && i < reading.named.size(); ++i) {
    const ActorIndex home = (*g_)[reading.named[i]].home;
    if (home == no_actor) continue;
    add(of_owner(home, reading.items));
    const Phrase rest = without(home, without_named(reading, i));  // "head of Britain's MI6"
    if (found.empty() && rest != reading.items) add(of_body(reading.named[i], rest));
  }
  if (found.empty() && reading.named.size() == 1 && reading.items.size() == 1) add(heads_of(reading.named.front()));
  // "UN High Commissioner for Human Rights", "EU trade commissioner": an office of a body of theirs.
  for (std::size_t i = 0; found.empty() && i < reading.owners; ++i) {
    if ((*g_)[reading.named[i]].kind != Kind::organisation) continue;
    const Phrase rest = without_named(reading, i);
    if (rest.size() > 1) add(titled(rest, true));
  }
  return found;
}

bool OfficeLookup::same_head(std::string_view phrase, std::string_view title) {
  const auto head = [](std::string_view text) {
    std::string last;
    for (const Word& word : words_of(text)) {
      if (!last.empty() && is_small_word(word.form)) break;
      if (!is_small_word(word.form) && !is_possessive(word.form)) last = word.form;
    }
    return usual(last);
  };
  return head(phrase) == head(title);
}

bool OfficeLookup::tells_apart(std::string_view phrase) const {
  const Reading reading = read(phrase);
  const Phrase& words = reading.items;
  const auto names = std::count_if(words.begin(), words.end(),
                                   [this](const std::string& word) { return g_->find_id(word) != no_actor; });
  if (names > 1) return true;  // "UN envoy for Yemen"
  const auto shared = [this](const std::string& word) {
    static const std::set<std::string_view> ranks = {"deputy",  "vice",       "assistant", "senior",  "top",
                                                     "special", "minister",   "secretary", "general", "commander",
                                                     "adviser", "ambassador", "official",  "director"};
    return ranks.contains(word) || called_.contains({word}) || otherwise_.contains({word}) ||
           g_->find_id(word) != no_actor;
  };
  return !std::all_of(words.begin(), words.end(), shared);
}

OfficeAnswer OfficeLookup::ask(std::string_view phrase, std::string_view day) const {
  Reading reading = read(phrase);
  const bool former = take_former(&reading.items);
  if (const auto usual = usual_.find(reading.items); usual != usual_.end()) {
    phrase = usual->second;
    reading = read(phrase);
  }
  OfficeAnswer answer;
  answer.of = reading.named;
  std::vector<OfficeHolder> found;
  if (says_what_for(phrase)) found = titled(reading.items);
  if (found.empty()) found = holders(reading, day);
  // "Turkish Foreign Ministry spokesman": the state's term is called so.
  if (found.empty() && reading.items.size() > 1) {
    reading = read(phrase, Owners::no_national_bodies);
    take_former(&reading.items);
    found = holders(reading, day);
  }
  if (found.empty())
    found = titled(read(phrase).items);  // a title that holds a name: "Supreme Allied Commander Europe"
  answer.office_known = !found.empty();
  for (const OfficeHolder& h : found) {
    const bool undated = h.term->from.empty() && h.term->until.empty();
    if (!day.empty() && undated) continue;  // nobody knows when
    if (!day.empty() && (former ? !ended_before(*h.term, day) : !within(h.term->from, h.term->until, day))) continue;
    answer.holders.push_back(h);
  }
  std::stable_sort(answer.holders.begin(), answer.holders.end(), [this](const OfficeHolder& a, const OfficeHolder& b) {
    return std::tuple(a.term->from.view(), a.term->until.view(), (*g_)[a.person].name.view()) <
           std::tuple(b.term->from.view(), b.term->until.view(), (*g_)[b.person].name.view());
  });
  return answer;
}

}  // namespace demarche::rules
