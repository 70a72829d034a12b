// The log of decisions as the merge reads it.
#ifndef DEMARCHE_STORE_DECISIONS_H
#define DEMARCHE_STORE_DECISIONS_H

#include <vector>

#include "demarche/decision.h"
#include "store/sqlite.h"

namespace demarche::store {

// In their order. The tables are made with the first decision: a store without them has none. Throws Failure.
std::vector<Decision> read_decisions(Database* db);

}  // namespace demarche::store

#endif
