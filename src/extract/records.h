// Records: what a rule found, with status, date, place, topic, attribution and confidence.
#ifndef DEMARCHE_EXTRACT_RECORDS_H
#define DEMARCHE_EXTRACT_RECORDS_H

#include <vector>

#include "demarche/mention.h"
#include "extract/actions.h"
#include "extract/analysis.h"
#include "extract/dates.h"
#include "extract/story_time.h"

namespace demarche::extract {

// Appends the records of one sentence, best first, and lets the story go on. `lone_actors`: see ExtractorOptions.
// REQUIRES that the story has entered the sentence.
void write_records(const Analysis& analysis, const Sentence& sentence, const std::vector<Clause>& clauses,
                   const std::vector<Found>& found, const std::vector<TimeExpression>& times, bool lone_actors,
                   StoryTime* story, std::vector<Mention>* out);

}  // namespace demarche::extract

#endif
