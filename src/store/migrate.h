// From the tables of schema 1 to those of schema 2: records as JSON become packed ones, and sentences are no longer
// kept beside the text that holds them. Actors and interactions are made anew by the next merge.
#ifndef DEMARCHE_STORE_MIGRATE_H
#define DEMARCHE_STORE_MIGRATE_H

#include "store/sqlite.h"

namespace demarche::store {

// Both REQUIRE a transaction and throw Failure. Between the two the new tables are made.
void set_old_tables_aside(Database* db);
void copy_old_documents(Database* db);

}  // namespace demarche::store

#endif
