// Whether what a clause tells of happened, and who says so: from its own verb, what governs it, and who reports it.
#ifndef DEMARCHE_EXTRACT_CLAUSE_STATUS_H
#define DEMARCHE_EXTRACT_CLAUSE_STATUS_H

#include <vector>

#include "extract/clauses.h"

namespace demarche::extract {

// Fills status, source, content and hearsay. REQUIRES clauses whose subjects, tails and governors are found.
void find_statuses(const rules::PackTables& tables, const Sentence& sentence, std::vector<Clause>* clauses);

// A line of a day's schedule: "5:30 p.m. Secretary Blinken meets with …".
bool diary_line(const Sentence& sentence);

}  // namespace demarche::extract

#endif
