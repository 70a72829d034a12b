// From the tables of schema 1: records as JSON become packed ones, and sentences are no longer kept beside the text
// that holds them. Actors and interactions are made anew by the next merge. Schema 2 lacks the two columns about
// copies; documents that were read before have no signature, so that none of them becomes a copy afterwards.
#ifndef DEMARCHE_STORE_MIGRATE_H
#define DEMARCHE_STORE_MIGRATE_H

#include "store/sqlite.h"

namespace demarche::store {

// All REQUIRE a transaction and throw Failure. Between the first two the new tables are made.
void set_old_tables_aside(Database* db);
void copy_old_documents(Database* db);
void add_copy_columns(Database* db);

}  // namespace demarche::store

#endif
