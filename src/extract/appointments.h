// Appointments: who takes or leaves which office, as a sentence tells it ("was named ambassador to Oman", "resigned as
// foreign minister", "moved last month to the National Security Council", "succeeded her as defence minister").
//
// No interaction and no PLOVER event: a record of its own kind (office_record.h), from which the graph makes an
// affiliation. It has no `event`; `action` is take_office or leave_office; `actor` the person, in that office;
// `recipient` the state or organisation that the office is of; `date` when, where the text says.
//
// Cautious: only what took place, only named persons, only offices whose state or organisation the text gives (with
// the title, by its owner, by who appoints, by the person's own).
#ifndef DEMARCHE_EXTRACT_APPOINTMENTS_H
#define DEMARCHE_EXTRACT_APPOINTMENTS_H

#include <vector>

#include "demarche/mention.h"
#include "extract/analysis.h"
#include "extract/clauses.h"
#include "extract/dates.h"

namespace demarche::extract {

// Whether a verb of the sentence may tell of one: asked of every sentence, so that few pay for the rest.
bool may_appoint(const Sentence& sentence);

// Appends the records of one sentence, in the order of its clauses.
void find_appointments(const Analysis& analysis, const Sentence& sentence, const std::vector<Clause>& clauses,
                       const std::vector<TimeExpression>& times, std::vector<Mention>* out);

}  // namespace demarche::extract

#endif
