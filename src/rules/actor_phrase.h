// Described actors of several words in [[nouns]] ("human rights activist"): sets of the vocabulary, one for each head
// word.
#ifndef DEMARCHE_RULES_ACTOR_PHRASE_H
#define DEMARCHE_RULES_ACTOR_PHRASE_H

#include <string_view>

namespace demarche::rules {

// Before the head word: the set's name. A member is "phrase\tsector\tkind", the kind as its number.
inline constexpr std::string_view actor_phrases_of = "actor phrases of ";

}  // namespace demarche::rules

#endif
