// The macro language of rule patterns and its translation into RE2 over tapes. docs: rules/actions/README.md.
#ifndef DEMARCHE_RULES_PATTERN_H
#define DEMARCHE_RULES_PATTERN_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"
#include "rules/vocabulary.h"

namespace demarche::rules {

// A pattern in RE2 syntax (Latin-1, dot matches all) with the words that it needs.
struct PatternCode {
  std::string regex;
  std::vector<WordId> verbs;  // words of the first V element; empty for nominal patterns
  std::vector<WordId> nouns;  // words of the first N element of a nominal pattern
  std::vector<WordId> needs;  // one word each of the other obligatory elements that have one word only
  unsigned weight = 0;        // how many elements name words
  bool infinitive = false;    // goes on into an infinitive
};

// Which modifier and adverb words patterns mention; only these stand on tapes.
struct MentionedWords {
  std::vector<WordId> modifiers, adverbs;
};

// `error` gets the offending fragment and what is wrong with it.
bool compile_pattern(std::string_view pattern, Vocabulary* vocabulary, PatternCode* code, MentionedWords* mentioned,
                     std::string* error);

}  // namespace demarche::rules

#endif
