// Whether what a rule found happened: from the rule, the clause it stands in, and the words round an event noun.
#ifndef DEMARCHE_EXTRACT_RECORD_STATUS_H
#define DEMARCHE_EXTRACT_RECORD_STATUS_H

#include "extract/actions.h"
#include "extract/clauses.h"

namespace demarche::extract {

// `clause` is the one that the match belongs to; nullptr where it stands in none.
Status record_status(const rules::PackTables& tables, const Sentence& sentence, const Found& found,
                     const rules::Rule& rule, const Clause* clause);

}  // namespace demarche::extract

#endif
