#include "extract/words.h"

#include <algorithm>

#include "extract/tagger.h"
#include "rules/lexicon_table.h"
#include "text/fold.h"

namespace demarche::extract {

using namespace rules;

namespace {

bool ends(std::string_view s, std::string_view suffix) {
  return s.size() > suffix.size() + 1 && s.substr(s.size() - suffix.size()) == suffix;
}

}  // namespace

Words::Words(const PackTables& tables, std::size_t limit) : tables_(tables), limit_(limit), slots_(1u << 15) {}

void Words::start_document() {
  if (words_.size() < limit_) return;
  words_.clear();
  keys_.clear();
  folded_.clear();
  slots_.assign(1u << 15, {});
}

namespace {

std::uint64_t eight_bytes(const char* from) {
  std::uint64_t bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

// A word's first eight bytes, zeros behind its end. `readable` bytes may be read.
std::uint64_t begin_of(std::string_view word, std::size_t readable) {
  if (readable >= 8) {
    const std::uint64_t all = eight_bytes(word.data());
    return word.size() >= 8 ? all : all & ((std::uint64_t{1} << (word.size() * 8)) - 1);
  }
  char bytes[8] = {};
  std::copy(word.begin(), word.end(), bytes);
  return eight_bytes(bytes);
}

// Multiplies by the golden ratio's bits (Knuth, TAOCP 6.4), eight bytes at a time.
std::size_t hash_of(std::string_view word, std::uint64_t begin) {
  constexpr std::uint64_t golden = 0x9E3779B97F4A7C15u;
  std::uint64_t h = (begin ^ word.size()) * golden;
  for (std::size_t at = 8; at < word.size(); at += 8) {
    h = (h ^ (h >> 29) ^ begin_of(word.substr(at), word.size() - at)) * golden;
  }
  return h ^ (h >> 32);
}

}  // namespace

Words::Place Words::place_of(std::string_view token, std::size_t readable) const {
  const std::uint64_t begin = begin_of(token, readable);
  const std::size_t hash = hash_of(token, begin);
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return {begin, hash};
}

const Word& Words::find(std::string_view token, const Place& place) {
  const auto [begin, hash] = place;
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].word; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.begin != begin || slot.size != token.size()) continue;
    if (token.size() <= 8 || keys_[slot.number] == token) return *slot.word;
  }
  keys_.emplace_back(token);
  words_.emplace_back();
  resolve(token, &folded_.emplace_back(), &words_.back());
  slots_[at] = {begin, &words_.back(), static_cast<std::uint32_t>(token.size()),
                static_cast<std::uint32_t>(words_.size() - 1)};
  if (words_.size() * 2 > slots_.size()) grow();
  return words_.back();
}

void Words::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& s : old) {
    if (!s.word) continue;
    std::size_t at = hash_of(keys_[s.number], s.begin) & mask;
    while (slots_[at].word) at = (at + 1) & mask;
    slots_[at] = s;
  }
}

void Words::add_lexicon(std::string_view form, Word* word) const {
  const LexiconEntry* e = find_word(form);
  if (!e) return;
  word->in_lexicon = true;
  word->forms = e->forms;
  word->verb_count = e->verb_count;
  word->noun_count = e->noun_count;
  word->adjective_count = e->adjective_count;
  word->noun_class = e->noun_class;
  if (const LexiconEntry* v = verb_lemma_of(*e)) word->verb_lemma = text_of(*v);
  if (const LexiconEntry* n = noun_lemma_of(*e)) word->noun_lemma = text_of(*n);
  word->person_noun = e->noun_class == NounClass::person && word->can(any_noun);
}

// The last part of a compound decides: "Turkish-backed" is a participle, "cease-fire" a noun.
void Words::add_hyphenated(Word* word) const {
  const std::size_t hyphen = word->folded.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= word->folded.size()) return;
  const std::string_view last = word->folded.substr(hyphen + 1);
  const std::string_view first = word->folded.substr(0, word->folded.find('-'));
  const WordProps* number = tables_.vocabulary.find(first);
  if ((first[0] >= '0' && first[0] <= '9') || (number && number->function & number_word)) {
    word->in_lexicon = true;
    word->forms = adjective;  // "two-hour", "45-minute"
    return;
  }
  add_lexicon(last, word);
  if (word->can(any_verb) && (first == "co" || first == "re")) return;  // "co-hosted": as the verb itself
  if (word->can(verb_participle | verb_ing | any_verb) && !word->can(any_noun)) {
    // "test-fired" may be what somebody did, too; the tagger looks at what stands around it.
    const bool past = word->can(verb_past) && word->verb_count > 0;
    word->forms = static_cast<std::uint16_t>(past ? adjective | verb_past : adjective);
    if (!past) word->verb_lemma = {};
  } else if (word->can(any_noun)) {
    word->forms &= any_noun | adjective;
    word->verb_lemma = {};
  }
  word->verb_count = 0;
}

// "Saudi-led", "UN-brokered": a state or body before a participle of doing.
ActorIndex Words::doer_of(std::string_view token) const {
  const std::size_t hyphen = token.rfind('-');
  if (hyphen == 0 || hyphen == std::string_view::npos || token[0] < 'A' || token[0] > 'Z') return no_actor;
  const WordProps* participle = tables_.vocabulary.find(text::fold(token.substr(hyphen + 1)));
  if (!participle || !participle->has_trait(Trait::doing_participle)) return no_actor;
  const std::uint32_t name = tables_.gazetteer.name_word(name_form(token.substr(0, hyphen)));
  const std::uint32_t node = name ? tables_.gazetteer.step(0, name) : 0;
  const NameRefs* refs = node ? tables_.gazetteer.names_at(node) : nullptr;
  if (!refs) return no_actor;
  for (const NameRef& r : *refs) {
    const bool names = r.kind == NameKind::full || r.kind == NameKind::adjective || r.kind == NameKind::people ||
                       r.kind == NameKind::capital || r.kind == NameKind::seat;
    if (names && r.actor != no_actor && tables_.gazetteer[r.actor].kind != Kind::person &&
        tables_.gazetteer[r.actor].kind != Kind::other)
      return r.actor;
  }
  return no_actor;
}

// "gunmen", "militiamen": the plural of a noun in -man.
void Words::add_men(Word* word) const {
  const std::string singular = std::string(word->folded.substr(0, word->folded.size() - 2)) + "an";
  const LexiconEntry* e = find_word(singular);
  if (!e || !(e->forms & noun_singular)) return;
  word->in_lexicon = true;
  word->forms = noun_plural;
  word->noun_lemma = text_of(*e);
  word->noun_count = e->noun_count;
  word->noun_class = e->noun_class;
  word->person_noun = true;
}

// A word that only the rules know ("ceasefire") is a noun.
void Words::add_rule_noun(Word* word) const {
  const auto known = [&](std::string_view form) {
    const WordProps* p = tables_.vocabulary.find(form);
    return p && p->id && !p->function;
  };
  std::string_view f = word->folded;
  const bool singular = known(f);
  const bool plural = !singular && ends(f, "s") && known(f.substr(0, f.size() - 1));
  if (!singular && !plural) return;
  word->in_lexicon = true;
  word->forms = singular ? noun_singular : noun_plural;
  word->noun_lemma = singular ? f : f.substr(0, f.size() - 1);
  word->noun_count = 1;
}

void Words::guess(Word* word) const {
  const std::string_view f = word->folded;
  if (ends(f, "ly"))
    word->forms = adverb;
  else if (ends(f, "tion") || ends(f, "ment") || ends(f, "ness") || ends(f, "ism") || ends(f, "ship"))
    word->forms = noun_singular;
  else if (ends(f, "ors") || ends(f, "ers") || ends(f, "ists") || ends(f, "ians")) {
    word->forms = noun_plural;  // "protestors"
    word->noun_lemma = f.substr(0, f.size() - 1);
  } else if (ends(f, "al") || ends(f, "ive") || ends(f, "ous") || ends(f, "able") || ends(f, "less"))
    word->forms = adjective;
}

void Words::resolve(std::string_view token, std::string* folded, Word* word) const {
  *folded = text::fold(token);
  word->name_word = tables_.gazetteer.name_word(name_form(token));
  word->given_name = tables_.gazetteer.is_given_name(*folded);
  if (!folded->empty() && folded->back() == '.') folded->pop_back();
  if (const TableString* full = tables_.vocabulary.spelled_out(*folded)) *folded = *full;
  word->folded = *folded;
  add_lexicon(word->folded, word);
  if (!word->in_lexicon) {
    add_hyphenated(word);
    word->doer = doer_of(token);
  }
  if (!word->in_lexicon && ends(word->folded, "men")) add_men(word);
  if (!word->in_lexicon) add_rule_noun(word);
  if (!word->in_lexicon) guess(word);
  const Vocabulary& v = tables_.vocabulary;
  word->props = v.find(word->folded);
  if (word->props) {
    word->self = word->props->id;
    word->function = word->props->function;
    word->title = word->props->title;
  }
  if (!word->verb_lemma.empty()) word->verb_props = v.find(word->verb_lemma);
  if (word->noun_lemma.empty() && word->props && word->props->actor_noun) {
    word->noun_lemma = word->folded;
    word->forms |= noun_singular;
  }
  if (!word->noun_lemma.empty()) word->noun_props = v.find(word->noun_lemma);
  if (word->verb_props) word->verb = word->verb_props->id;
  if (word->noun_props) {
    word->noun = word->noun_props->id;
    word->actor_noun = word->noun_props->actor_noun;
    word->title |= word->noun_props->title & office_head;
  }
  if (!word->actor_noun && word->props) word->actor_noun = word->props->actor_noun;
  if (word->props) word->traits = word->props->traits;
  const auto finds = [this](WordId id) { return id && (!tables_.by_verb[id].empty() || tables_.event_noun[id]); };
  if (const Tag fixed = fixed_tag(*word, &word->fixed_form); fixed != Tag::other)
    word->fixed = static_cast<std::uint8_t>(static_cast<unsigned>(fixed) + 1);
  for (const WordId id : {word->noun, word->self, word->verb}) {
    if (!word->modifier && id && id < tables_.shown_modifier.size() && tables_.shown_modifier[id]) word->modifier = id;
  }
  word->can_act = finds(word->self) || finds(word->verb) || finds(word->noun) || word->is(be) || word->reads("'s");
}

}  // namespace demarche::extract
