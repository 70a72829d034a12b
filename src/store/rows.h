// Rows of the store ↔ values of the library. All functions throw Failure.
#ifndef DEMARCHE_STORE_ROWS_H
#define DEMARCHE_STORE_ROWS_H

#include <string>
#include <vector>

#include "demarche/document.h"
#include "demarche/graph.h"
#include "store/sqlite.h"

namespace demarche::store {

// Of everything that the mentions rest on: text, metadata, given mentions, rules.
std::string content_hash(const Document& document, const std::string& pack_hash);

// REQUIRES a transaction and that no document of this id is stored.
void insert_document(Database* db, const Document& document, const std::vector<Mention>& mentions,
                     const std::string& hash);

// Replaces all actors and interactions. REQUIRES a transaction.
void replace_merged(Database* db, const Graph& graph);

// The documents and mentions, with actors and interactions merged from them now.
Graph merged_now(Database* db);

// The same, with actors and interactions as replace_merged() stored them.
Graph stored_graph(Database* db);

}  // namespace demarche::store

#endif
