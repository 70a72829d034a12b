// Rows of the store ↔ values of the library. All functions throw Failure.
#ifndef DEMARCHE_STORE_ROWS_H
#define DEMARCHE_STORE_ROWS_H

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/document.h"
#include "demarche/graph.h"
#include "demarche/store.h"
#include "store/dictionary.h"
#include "store/sqlite.h"

namespace demarche::store {

// Beyond this many code points into a text its sentences are kept by themselves: SQLite counts from the text's start.
inline constexpr std::uint32_t kFar = 1U << 16;

// Of everything that the mentions rest on: text, metadata, given mentions, rules.
std::string content_hash(const Document& document, const std::string& pack_hash);

// Of the text alone: tells whether a text that somebody brings back is the one that was read.
std::string text_hash(std::string_view text);

// A document on its way into the tables. Borrows.
struct DocumentRow {
  const Source& source;
  const std::string& hash;
  const std::string& text_hash;
  const std::string* text;  // nullptr: neither the text nor the sentences are kept
  const std::vector<Mention>& mentions;
  bool keep_sentences = true;  // also where there is no text that holds them: from graphs without texts
};

// REQUIRES a transaction and that no document of this id is stored.
void insert_document(Database* db, Dictionary* words, const DocumentRow& row);

// Deletes the document and what stands in it. REQUIRES a transaction.
void delete_document(Database* db, std::int64_t key);

// Gives a document that was stored without its text the text back. REQUIRES a transaction and that the text is the one
// that was read.
void insert_text(Database* db, std::int64_t document, const std::string& text);

// Replaces all actors and interactions. REQUIRES a transaction.
void replace_merged(Database* db, const Graph& graph);

// The documents and mentions, with actors and interactions merged from them now.
Graph merged_now(Database* db, Dictionary* words);

// The same, with actors and interactions as replace_merged() stored them.
Graph stored_graph(Database* db, Dictionary* words);

// All actors, and the interactions within the scope. REQUIRES that replace_merged() was called last.
Graph stored_actors(Database* db);
// REQUIRES all actors, in their order.
std::vector<Affiliation> stored_affiliations(Database* db, const std::vector<Actor>& actors, bool evidence);
Graph stored_part(Database* db, Dictionary* words, Graph actors, const Scope& scope);

// See Store::newest(). REQUIRES as stored_part().
Listed newest(Database* db, const Graph& actors, const Scope& scope, std::size_t offset, std::size_t limit);

// See Store::best_told(). REQUIRES that replace_merged() was called last.
BestTold best_told(Database* db, const std::vector<bool>& chosen, std::size_t most);

// The interactions within the scope, parties apart, as pairs of actors.
std::vector<Dealing> stored_dealings(Database* db, const Scope& scope);

// Documents that replace_merged() found to be copies of nothing any more, without statements.
std::vector<Document> unread_documents(Database* db);

// Every document in the order of ids, until `take` returns false.
void each_document(Database* db, Dictionary* words, const std::function<bool(StoredDocument&&)>& take);

// What is wrong with the store, one line a fault; see Store::verify().
std::vector<std::string> faults(Database* db, Dictionary* words, bool merged);

// Deletes the words that no record uses any more. REQUIRES a transaction.
void delete_unused_words(Database* db);

}  // namespace demarche::store

#endif
