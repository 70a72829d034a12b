// The macro language of rule patterns and its translation. docs: rules/actions/README.md.
#ifndef DEMARCHE_RULES_PATTERN_H
#define DEMARCHE_RULES_PATTERN_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern_tree.h"
#include "rules/vocabulary_builder.h"

namespace demarche::rules {

// A pattern, and the words that it needs.
struct PatternCode {
  PatternNode tree;
  std::vector<WordId> verbs;             // words of the first V element; empty for nominal patterns
  std::vector<WordId> nouns;             // words of the first N element of a nominal pattern
  std::vector<WordId> needs;             // one word each of the other obligatory elements that have one word only
  std::vector<std::vector<WordId>> any;  // the words of obligatory elements that have several
  unsigned weight = 0;                   // how many elements name words
  std::size_t trigger = 0;  // after which of the tree's parts the word that it is found by has come; 0 = unclear
  bool marked = false;      // set by the caller: of a rule for marked pairs, which no word finds; V is any verb
};

// Which modifier and adverb words patterns mention; only these stand on tapes.
struct MentionedWords {
  std::vector<WordId> modifiers, adverbs;
};

// `error` gets the offending fragment and what is wrong with it.
bool compile_pattern(std::string_view pattern, VocabularyBuilder* vocabulary, PatternCode* code,
                     MentionedWords* mentioned, std::string* error);

}  // namespace demarche::rules

#endif
