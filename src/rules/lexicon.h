// The word lexicon: what WordNet 3.0 (Miller 1995; Debian's wordnet-base) knows about single English words, compiled at
// build time by tools/compile_lexicon.cpp into constant data. Looking a word up costs one hash probe and no start-up.
//
// Inflected forms stand beside their lemmas: "met" is an entry whose verb lemma is "meet".
//
// Thread safety: constant data.
#ifndef DEMARCHE_RULES_LEXICON_H
#define DEMARCHE_RULES_LEXICON_H

#include <cstdint>
#include <string_view>

namespace demarche::rules {

// What a word form can be; several bits may be set.
enum Form : std::uint16_t {
  noun_singular = 1 << 0,
  noun_plural = 1 << 1,
  verb_base = 1 << 2,
  verb_third = 1 << 3,       // calls
  verb_past = 1 << 4,        // called, spoke
  verb_participle = 1 << 5,  // called, spoken
  verb_ing = 1 << 6,
  adjective = 1 << 7,
  adverb = 1 << 8,
};
inline constexpr std::uint16_t any_noun = noun_singular | noun_plural;
inline constexpr std::uint16_t any_verb = verb_base | verb_third | verb_past | verb_participle | verb_ing;

// Lexicographer files of WordNet, for the commonest sense of a noun (lexnames(5WN)).
enum class NounClass : std::uint8_t {
  none = 0,
  act = 4,
  animal = 5,
  artifact = 6,
  attribute = 7,
  body = 8,
  cognition = 9,
  communication = 10,
  event = 11,
  feeling = 12,
  food = 13,
  group = 14,
  location = 15,
  motive = 16,
  object = 17,
  person = 18,
  phenomenon = 19,
  plant = 20,
  possession = 21,
  process = 22,
  quantity = 23,
  relation = 24,
  shape = 25,
  state = 26,
  substance = 27,
  time = 28,
};

// One word form, all lower case. Layout of the compiled table: 32 bytes, native byte order.
struct LexiconEntry {
  std::uint32_t text;        // offset into the string pool
  std::uint32_t verb_lemma;  // entry number + 1 of the lemma, 0 = none
  std::uint32_t noun_lemma;
  std::uint16_t forms;       // of Form
  std::uint16_t verb_count;  // sense-tagged occurrences of the lemma as verb (SemCor, cntlist), capped
  std::uint16_t noun_count;
  std::uint16_t adjective_count;
  std::uint8_t length;  // of the text, bytes
  NounClass noun_class;
  std::uint8_t can_be_person;  // one of its first three noun senses is a person …
  std::uint8_t can_be_group;   // … or a group
  std::uint32_t unused[2];
};
static_assert(sizeof(LexiconEntry) == 32);

// nullptr for a word that is not in the lexicon. REQUIRES lower case.
const LexiconEntry* find_word(std::string_view lower_case);

std::string_view text_of(const LexiconEntry& entry);

// The lemma's entry, or nullptr.
const LexiconEntry* verb_lemma_of(const LexiconEntry& entry);
const LexiconEntry* noun_lemma_of(const LexiconEntry& entry);

}  // namespace demarche::rules

#endif
