// Parts of speech in context: one pass from left to right over what each word can be.
//
// The decisions are the usual constraints of English (after a determiner stands a noun, after a modal a verb …), with
// WordNet's sense counts where the context leaves two readings.
#ifndef DEMARCHE_EXTRACT_TAGGER_H
#define DEMARCHE_EXTRACT_TAGGER_H

#include <string_view>

#include "extract/sentence.h"

namespace demarche::extract {

// REQUIRES tokens, words and matches; sets tag and form of every token, and Sentence::headline.
void tag(std::string_view text, Sentence* sentence);

// What a word is wherever it stands ("the", "was", "and"), with its verb form; Tag::other where the context decides.
Tag fixed_tag(const Word& word, std::uint16_t* form);

}  // namespace demarche::extract

#endif
