// Rows of documents, mentions and interactions → values, for everything that reads them: whole graphs, parts, streams.
// All functions throw Failure.
#ifndef DEMARCHE_STORE_ROW_READER_H
#define DEMARCHE_STORE_ROW_READER_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "demarche/graph.h"
#include "store/dictionary.h"
#include "store/sqlite.h"
#include "text/utf8.h"

namespace demarche::store {

// What read_source() takes; `d` is the table of documents.
#define DEMARCHE_SOURCE_COLUMNS \
  "d.id, d.title, d.date, d.url, d.publication, d.language, d.fingerprint, d.signature, d.copy_of"
inline constexpr int source_columns = 9;

// DEMARCHE_SOURCE_COLUMNS from `at`.
Source read_source(const Statement& row, int at);

// What a mention takes from its document.
void complete(const Source& source, Mention* mention);

// The sentences of one document: its text is read once, not for each of them.
class SentenceTexts {
 public:
  explicit SentenceTexts(Database* db) : db_(*db) {}

  // The view is valid until the next call.
  std::string_view find(std::int64_t document, std::uint32_t start, std::uint32_t end);

 private:
  void read(std::int64_t document);

  Database& db_;
  std::int64_t document_ = -1;
  std::string text_;
  std::optional<text::OffsetMap> offsets_;
};

// What read_mention() reads; conditions follow. Column 0 is the key of the document.
#define DEMARCHE_MENTION_COLUMNS \
  "SELECT s.document, m.id, m.date, m.event, m.action, m.status, m.record, s.sequence, s.start, s.stop, s.text"
#define DEMARCHE_MENTION_TABLES " FROM mentions m JOIN sentences s ON s.key = m.sentence "

// Columns 1 to 10 of it. Borrows from wherever the row is kept.
struct MentionRow {
  std::string_view id, date, event, action, status, record, text;
  std::uint32_t sequence = 0, start = 0, end = 0;
};

// Valid until the statement's or the texts' next call.
MentionRow mention_row(const Statement& row, SentenceTexts* texts);

// Without what the document gives it, see complete().
Mention read_mention(const MentionRow& row, const Database& db, Dictionary* words);
Mention read_mention(const Statement& row, Database* db, Dictionary* words, SentenceTexts* texts);

// What read_interaction() reads. Column 0 is the key.
#define DEMARCHE_INTERACTION_COLUMNS                                                                                 \
  "SELECT i.key, i.id, i.event, i.mode, i.action, i.reciprocal, i.status, i.date, i.enddate, i.precision, i.place, " \
  "i.part_of, i.reports, i.independent, i.confidence, i.event_scale, i.quad_code"

// What to throw where a row names a row that there is not: "damaged (no actor 7)".
Failure missing(std::string_view what, std::int64_t key, const Database& db);

// The place of an actor among all, by its key. A key that no actor has is damage.
std::size_t actor_place(std::int64_t key, std::size_t actors, const Database& db);

// What stands in its own row; sides, topics, history and mentions are in other tables.
Interaction read_interaction(const Statement& row);

}  // namespace demarche::store

#endif
