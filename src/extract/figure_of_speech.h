// Clauses that look like a contact and tell of none: "as we call it", "was met with a refusal", "came to France at the
// age of nine".
#ifndef DEMARCHE_EXTRACT_FIGURE_OF_SPEECH_H
#define DEMARCHE_EXTRACT_FIGURE_OF_SPEECH_H

#include "extract/clauses.h"
#include "rules/rule.h"

namespace demarche::extract {

// Thread safety: any.
bool figure_of_speech(const rules::PackTables& tables, const Sentence& sentence, const Clause& clause,
                      const rules::Rule& rule);

}  // namespace demarche::extract

#endif
