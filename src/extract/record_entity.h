// The entity of a record: who a mention stands for, as it is written out.
#ifndef DEMARCHE_EXTRACT_RECORD_ENTITY_H
#define DEMARCHE_EXTRACT_RECORD_ENTITY_H

#include <cstdint>
#include <string>

#include "demarche/mention.h"
#include "extract/analysis.h"
#include "extract/sentence.h"

namespace demarche::extract {

// `number` is an entity of the document that `mention`, one of the sentence's, stands for.
Entity record_entity(const Analysis& analysis, const Sentence& sentence, std::uint32_t number,
                     const ActorMention& mention);

// An actor of the gazetteer, as itself: no name in the text, no place there.
Entity known_entity(const rules::KnownActor& actor);

// The text's own words between two bytes, white space collapsed.
std::string own_words(const Analysis& analysis, std::uint32_t from, std::uint32_t to);

}  // namespace demarche::extract

#endif
