// The colon of a headline that stands for "says": "Guterres: Russia must leave", "Iran is ready for talks: Rouhani".
#ifndef DEMARCHE_EXTRACT_HEADLINE_SPEAKER_H
#define DEMARCHE_EXTRACT_HEADLINE_SPEAKER_H

#include <cstdint>

#include "extract/sentence.h"
#include "rules/gazetteer.h"

namespace demarche::extract {

// The token of that colon; none where there is none. Names have to be found, tags not. A state or a place before a
// colon is what the headline is about ("Syria: Russia bombs Aleppo") and speaks for nobody.
std::uint32_t headline_speaker(const rules::Gazetteer& gazetteer, const Sentence& sentence);

}  // namespace demarche::extract

#endif
