// The macro language of rule patterns and its translation into RE2 over tapes. docs: rules/actions/README.md.
#ifndef DEMARCHE_RULES_PATTERN_H
#define DEMARCHE_RULES_PATTERN_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/vocabulary_builder.h"

namespace demarche::rules {

// A pattern in RE2 syntax (Latin-1, dot matches all) with the words that it needs.
struct PatternCode {
  std::string regex;
  std::vector<WordId> verbs;  // words of the first V element; empty for nominal patterns
  std::vector<WordId> nouns;  // words of the first N element of a nominal pattern
  std::vector<WordId> needs;  // one word each of the other obligatory elements that have one word only
  std::vector<std::vector<WordId>> any;  // the words of obligatory elements that have several
  std::uint32_t first = 0;    // see CompiledPattern::first
  unsigned weight = 0;        // how many elements name words
  bool infinitive = false;    // goes on into an infinitive
};

// Which modifier and adverb words patterns mention; only these stand on tapes.
struct MentionedWords {
  std::vector<WordId> modifiers, adverbs;
};

// `error` gets the offending fragment and what is wrong with it.
bool compile_pattern(std::string_view pattern, VocabularyBuilder* vocabulary, PatternCode* code,
                     MentionedWords* mentioned, std::string* error);

// Numbers of the RE2 capture groups that bind slots; 0 = absent.
struct PatternGroups {
  int count = 0;
  int x = 0, y = 0, z = 0, both = 0, topic = 0;
  int negated = 0;  // NOT stands there
};

// False where RE2 does not take the pattern's expression; `error` gets the reason.
bool number_groups(const PatternCode& code, PatternGroups* groups, std::string* error);

}  // namespace demarche::rules

#endif
