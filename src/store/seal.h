// A sum over the rows of a document: what random damage changes in them without breaking the file.
//
// Over its metadata, sentences and packed mentions as they are stored. Texts have a sum of their own (`text_hash`),
// words and ids stand in an index as well, and what the merge makes is made again by verify. All functions throw
// Failure.
#ifndef DEMARCHE_STORE_SEAL_H
#define DEMARCHE_STORE_SEAL_H

#include <string>

#include "store/sqlite.h"

namespace demarche::store {

std::string seal_of(Database* db, std::int64_t document);

// Writes it down, after every change of these rows. REQUIRES a transaction.
void seal(Database* db, std::int64_t document);
void seal_all(Database* db);

}  // namespace demarche::store

#endif
