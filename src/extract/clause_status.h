// Whether what a clause tells of happened, and who says so: from its own verb, what governs it, and who reports it.
#ifndef DEMARCHE_EXTRACT_CLAUSE_STATUS_H
#define DEMARCHE_EXTRACT_CLAUSE_STATUS_H

#include <vector>

#include "extract/clauses.h"

namespace demarche::extract {

// Fills status, source, content and hearsay. REQUIRES clauses whose subjects, tails and governors are found.
void find_statuses(const rules::PackTables& tables, const Sentence& sentence, std::vector<Clause>* clauses);

}  // namespace demarche::extract

#endif
