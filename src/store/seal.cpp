#include "store/seal.h"

#include <vector>

#include "text/hash.h"

namespace demarche::store {
namespace {

void add_rows(Statement* rows, int columns, text::StableHash* hash) {
  while (rows->next()) {
    // As bytes: a number is its digits, and nothing is the same as an empty text.
    for (int i = 0; i < columns; ++i) hash->add(rows->bytes(i));
  }
}

}  // namespace

std::string seal_of(Database* db, std::int64_t document) {
  text::StableHash hash;
  Statement& source = db->statement(
      "SELECT id, hash, text_hash, title, date, url, publication, language, fingerprint, signature, copy_of "
      "FROM documents WHERE key = ?");
  source.start(document);
  add_rows(&source, 11, &hash);
  Statement& mentions = db->statement(
      "SELECT s.sequence, s.start, s.stop, s.text, m.id, m.date, m.event, m.action, m.status, m.record "
      "FROM sentences s JOIN mentions m ON m.sentence = s.key WHERE s.document = ? ORDER BY m.key");
  mentions.start(document);
  add_rows(&mentions, 10, &hash);
  return hash.hex();
}

void seal(Database* db, std::int64_t document) {
  db->statement("UPDATE documents SET seal = ? WHERE key = ?").run(seal_of(db, document), document);
}

void seal_all(Database* db) {
  std::vector<std::int64_t> keys;
  Statement& rows = db->statement("SELECT key FROM documents ORDER BY key");
  for (rows.start(); rows.next();) keys.push_back(rows.integer(0));
  for (const std::int64_t key : keys) seal(db, key);
}

}  // namespace demarche::store
