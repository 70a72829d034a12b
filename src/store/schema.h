// The tables of a store, their version, and the way from one version to the next.
#ifndef DEMARCHE_STORE_SCHEMA_H
#define DEMARCHE_STORE_SCHEMA_H

#include "store/sqlite.h"

namespace demarche::store {

// PRAGMA user_version. Raise it with every change of the tables, and add the way from the version before.
inline constexpr int kSchemaVersion = 6;

// PRAGMA application_id: "Dmrc".
inline constexpr int kApplicationId = 0x446D7263;

// Raise it when the merge rules of src/graph change: stores that were merged by other rules are merged anew.
inline constexpr int kMergeRules = 5;

// Checks that the file is a store this program can use; for write, creates or migrates its tables. Throws Failure.
void prepare(Database* db, Database::Mode mode, int busy_ms);

}  // namespace demarche::store

#endif
