// Actor mentions: what each noun phrase of a sentence refers to, before coreference.
//
// Names come from the gazetteer and from open-world patterns: title + name ("Turkish Foreign Minister Ahmet
// Davutoglu"), honorific + name, known given name + name, name + apposition. Common nouns of lexicon/actor_nouns.toml
// make described actors ("Turkish officials") and roles ("the foreign minister").
#ifndef DEMARCHE_EXTRACT_MENTIONS_H
#define DEMARCHE_EXTRACT_MENTIONS_H

#include <string>
#include <string_view>

#include "extract/sentence.h"

namespace demarche::extract {

// REQUIRES chunks. Fills mentions, NounPhrase::mention and possessors, and merges phrases that are one actor:
// complements ("head of the IAEA"), appositions ("Nasser Judeh, Jordan's foreign minister,").
void find_mentions(std::string_view text, const rules::PackTables& tables, Sentence* sentence);

// The canonical text of a described actor: country first, then nouns, without determiner, number and filler.
std::string described_name(std::string_view text, const rules::PackTables& tables, const Sentence& sentence,
                           const ActorMention& mention);

// The words of a token range as the text has them, joined by single spaces where the text has space.
std::string words_of(std::string_view text, const Sentence& sentence, std::uint32_t first, std::uint32_t last);
// The same into `out`, whose memory is used again.
void words_to(std::string_view text, const Sentence& sentence, std::uint32_t first, std::uint32_t last,
              std::string* out);

}  // namespace demarche::extract

#endif
