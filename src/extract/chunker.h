// Noun phrases and verb groups: tagged tokens become chunks.
#ifndef DEMARCHE_EXTRACT_CHUNKER_H
#define DEMARCHE_EXTRACT_CHUNKER_H

#include "extract/sentence.h"

namespace demarche::extract {

// REQUIRES tags. Fills chunks, phrases and verbs; phrases have no mentions yet. A title with its complement and name is
// one phrase: "Minister of Foreign Affairs Wang Yi".
void chunk(std::string_view text, const rules::Gazetteer& gazetteer, Sentence* sentence);

}  // namespace demarche::extract

#endif
