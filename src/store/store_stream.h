// A merged store as a stream: what a writer of a million interactions reads, without a million of them in memory.
#ifndef DEMARCHE_STORE_STORE_STREAM_H
#define DEMARCHE_STORE_STORE_STREAM_H

#include <memory>

#include "demarche/graph_stream.h"
#include "store/dictionary.h"
#include "store/sqlite.h"

namespace demarche::store {

// Borrows both. While the stream lives, it sees the file as it is now. Throws Failure.
// REQUIRES that replace_merged() was called last.
std::unique_ptr<GraphStream> stream(Database* db, Dictionary* words);

}  // namespace demarche::store

#endif
