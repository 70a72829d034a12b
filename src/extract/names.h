// Gazetteer names in a sentence: the longest match of the trie at each capitalised token.
#ifndef DEMARCHE_EXTRACT_NAMES_H
#define DEMARCHE_EXTRACT_NAMES_H

#include <string_view>

#include "extract/sentence.h"

namespace demarche::extract {

// REQUIRES tokens and words of the sentence; fills matches and Tagged::match.
void find_names(std::string_view text, const rules::Gazetteer& gazetteer, Sentence* sentence);

}  // namespace demarche::extract

#endif
