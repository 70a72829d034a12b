// How a plan ended, by the verb that says so: called off, or put off, and to which day.
#ifndef DEMARCHE_EXTRACT_PUT_OFF_H
#define DEMARCHE_EXTRACT_PUT_OFF_H

#include <vector>

#include "demarche/mention.h"
#include "extract/clauses.h"
#include "extract/dates.h"
#include "rules/pack_data.h"

namespace demarche::extract {

// Turn::none where the clause's verb neither calls off nor puts off.
Turn turn_of(const rules::PackTables& tables, const Sentence& sentence, const Clause& clause);

// "postponed to 12 May", "delayed until June", "rescheduled for Friday", "moved from Monday to Friday": the expression
// behind the clause's verb that names the new day; nullptr where none does.
const TimeExpression* new_day(const Sentence& sentence, const Clause& clause, const std::vector<TimeExpression>& times);

}  // namespace demarche::extract

#endif
