// The pack's own words: closed classes, titles, actor nouns, words of time, governors, and the numbering of every word
// that a rule mentions.
//
// It is a table (table.h), used where it lies; VocabularyBuilder writes it.
//
// Thread safety: constant data.
#ifndef DEMARCHE_RULES_VOCABULARY_H
#define DEMARCHE_RULES_VOCABULARY_H

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "demarche/mention.h"
#include "rules/table.h"
#include "rules/trait.h"
#include "text/tokens.h"

namespace demarche::rules {

// Number of a word (a lemma) that some rule or list mentions; 0 = none does. Verbs and nouns of one spelling share it.
using WordId = std::uint16_t;

enum Function : std::uint32_t {
  determiner = 1u << 0,
  quantifier = 1u << 1,
  number_word = 1u << 2,
  subject_pronoun = 1u << 3,
  object_pronoun = 1u << 4,
  possessive_pronoun = 1u << 5,
  preposition = 1u << 6,
  conjunction = 1u << 7,
  subordinator = 1u << 8,
  relative = 1u << 9,
  question_word = 1u << 10,
  be = 1u << 11,
  have = 1u << 12,
  do_verb = 1u << 13,
  modal = 1u << 14,
  negation = 1u << 15,
  plain_adverb = 1u << 16,
  interjection = 1u << 17,
};

enum TitlePart : std::uint8_t {
  office_head = 1,
  portfolio = 2,
  rank = 4,
  honorific = 8,
  name_particle = 16,
  name_suffix = 32,
};

enum class TimeUnit : std::uint8_t { none, day, week, weekend, month, year, decade, hour, minute, part, season };

enum class Subject : std::uint8_t { subject, object };

// What a governing verb does to the verb under it.
struct Governor {
  TableString id;
  Subject subject;
  bool keeps;     // leaves the status alone
  Status status;  // where it does not
  bool content;
};

struct Speech {
  TableString id;
  bool keeps;
  Status status;
};

struct ActorNoun {
  TableString sector;
  Kind kind;
  bool weak;
};

struct Abbreviation {
  TableString word;
  text::Abbreviations::Class ends;
};

struct WordProps {
  std::uint32_t function = 0;
  WordId id = 0;
  std::uint16_t actor_noun = 0;       // index + 1 into actor_nouns
  std::uint16_t governor = 0;         // verbs: index + 1; the one whose subject is the subject
  std::uint16_t object_governor = 0;  // verbs: the one whose subject is the object
  std::uint16_t speech = 0;           // verbs: index + 1
  std::uint8_t title = 0;
  std::uint8_t office = 0;  // office_head: index + 1 into office_categories
  std::uint8_t month = 0, weekday = 0;
  bool is_day = false;
  std::int8_t day = 0;
  std::uint8_t nth = 0;             // "fourth": which day of a month it may name
  bool heads_actor_phrase = false;  // see actor_phrase.h
  TimeUnit unit = TimeUnit::none;
  bool hedge = false;  // adverbs that make a clause possible
  bool modal_planned = false, modal_possible = false;
  bool plan_noun = false;
  std::uint8_t unused[5] = {};
  std::uint64_t traits = 0;  // trait_bit()

  bool has_trait(Trait r) const { return (traits & trait_bit(r)) != 0; }
};
static_assert(std::has_unique_object_representations_v<WordProps>, "padding would differ from build to build");

struct WordRow {
  TableString key;  // folded
  WordProps props;
};

struct WordSet {
  TableString key;
  TableList<TableString> words;
};

struct SpelledOut {
  TableString key;   // "sen"
  TableString full;  // "senator"
};

class Vocabulary {
 public:
  // nullptr for a word without properties.
  const WordProps* find(std::string_view folded) const {
    const WordRow* row = words_.find(folded);
    return row ? &row->props : nullptr;
  }
  // REQUIRES id < size().
  std::string_view text(WordId id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }

  // The words of a set, or nullptr.
  const TableList<TableString>* set(std::string_view name) const {
    const WordSet* found = sets_.find(name);
    return found ? &found->words : nullptr;
  }
  // Whether the set `name` has the word; false where there is no such set.
  bool holds(std::string_view name, std::string_view folded) const {
    const TableList<TableString>* words = set(name);
    return words && std::find(words->begin(), words->end(), folded) != words->end();
  }
  // "sen" → "senator", or nullptr.
  const TableString* spelled_out(std::string_view folded) const {
    const SpelledOut* found = spelled_out_.find(folded);
    return found ? &found->full : nullptr;
  }

  TableList<ActorNoun> actor_nouns;
  TableList<Governor> governors;
  TableList<Speech> speech;
  TableList<TableString> office_categories;
  TableList<Abbreviation> abbreviations;

 private:
  friend class VocabularyBuilder;

  TableMap<WordRow> words_;
  TableList<TableString> texts_;  // by WordId
  TableMap<WordSet> sets_;
  TableMap<SpelledOut> spelled_out_;
};

}  // namespace demarche::rules

#endif
