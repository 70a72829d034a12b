#include "store/migrate.h"

#include <utility>

#include "demarche/export.h"
#include "store/dictionary.h"
#include "store/rows.h"

namespace demarche::store {
namespace {

std::vector<Mention> old_mentions(Database* db, std::int64_t document) {
  std::vector<Mention> out;
  Statement& rows = db->statement(
      "SELECT m.record, s.text FROM old_mentions m JOIN old_sentences s ON s.key = m.sentence "
      "WHERE m.document = ? ORDER BY m.key");
  for (rows.start(document); rows.next();) {
    Result<Mention> mention = read_record(rows.text(0), db->path());
    if (!mention.ok()) throw Failure{mention.error()};
    mention->text = rows.text(1);
    out.push_back(std::move(*mention));
  }
  return out;
}

}  // namespace

void set_old_tables_aside(Database* db) {
  // Children first: dropping a parent would look for them row by row.
  db->run(
      "DROP VIEW v_interactions; DROP VIEW v_ties;"
      "DROP TRIGGER sentences_inserted; DROP TRIGGER sentences_deleted; DROP TABLE sentences_fts;"
      "DROP TABLE history; DROP TABLE evidence; DROP TABLE participants; DROP TABLE topics; DROP TABLE contexts;"
      "DROP TABLE interactions; DROP TABLE aliases; DROP TABLE offices; DROP TABLE actors; DROP TABLE state;"
      "DROP INDEX mentions_sentence; DROP INDEX sentences_document;"
      "ALTER TABLE mentions RENAME TO old_mentions; ALTER TABLE sentences RENAME TO old_sentences;"
      "ALTER TABLE texts RENAME TO old_texts; ALTER TABLE documents RENAME TO old_documents");
}

void copy_old_documents(Database* db) {
  Dictionary words(db);
  Statement& rows = db->statement(
      "SELECT d.key, d.id, d.title, d.date, d.url, d.publication, d.language, d.fingerprint, d.hash, t.text "
      "FROM old_documents d JOIN old_texts t ON t.document = d.key ORDER BY d.key");
  for (rows.start(); rows.next();) {
    Source source;
    source.id = rows.text(1);
    source.title = rows.text(2);
    source.date = rows.text(3);
    source.url = rows.text(4);
    source.publication = rows.text(5);
    source.language = rows.text(6);
    source.fingerprint = static_cast<std::uint64_t>(rows.integer(7));
    const std::string hash(rows.text(8));
    const std::string text(rows.text(9));
    insert_document(db, &words, {source, hash, text_hash(text), &text, old_mentions(db, rows.integer(0)), true});
  }
  db->run("DROP TABLE old_mentions; DROP TABLE old_sentences; DROP TABLE old_texts; DROP TABLE old_documents");
}

void add_copy_columns(Database* db) {
  db->run("ALTER TABLE documents ADD COLUMN signature BLOB; ALTER TABLE documents ADD COLUMN copy_of TEXT");
}

}  // namespace demarche::store
