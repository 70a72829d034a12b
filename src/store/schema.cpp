#include "store/schema.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "store/migrate.h"
#include "store/seal.h"

namespace demarche::store {
namespace {

// README.md explains each table and column.
constexpr const char* kTables = R"sql(

-- What was read.

CREATE TABLE documents (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  hash        TEXT NOT NULL,
  text_hash   TEXT NOT NULL,
  title       TEXT,
  date        TEXT,
  url         TEXT,
  publication TEXT,
  language    TEXT,
  fingerprint INTEGER NOT NULL,
  signature   BLOB,
  copy_of     TEXT,
  seal        TEXT
);

CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  text     TEXT NOT NULL
);

CREATE TABLE sentences (
  key      INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  stop     INTEGER NOT NULL,
  text     TEXT
);
CREATE INDEX sentences_document ON sentences (document);

CREATE VIEW sentence_texts AS
SELECT s.key, coalesce(s.text, substr(t.text, s.start + 1, s.stop - s.start)) AS text
FROM sentences s LEFT JOIN texts t ON t.document = s.document;

CREATE VIRTUAL TABLE sentences_fts USING fts5 (
  text, content = 'sentence_texts', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE words (
  key  INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
);

CREATE TABLE mentions (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  sentence INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE,
  date     TEXT,
  event    TEXT,
  action   TEXT,
  status   TEXT NOT NULL,
  record   BLOB NOT NULL
);
CREATE INDEX mentions_sentence ON mentions (sentence);

-- What the merge makes of it.

CREATE TABLE actors (
  key    INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  name   TEXT NOT NULL,
  kind   TEXT NOT NULL,
  code   TEXT,
  sector TEXT,
  qid    TEXT,
  interactions INTEGER NOT NULL
);
CREATE TABLE offices (
  actor  INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
  rank   INTEGER NOT NULL,
  office TEXT NOT NULL,
  PRIMARY KEY (actor, rank)
) WITHOUT ROWID;
CREATE TABLE aliases (
  actor INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
  alias TEXT NOT NULL,
  PRIMARY KEY (actor, alias)
) WITHOUT ROWID;

CREATE TABLE interactions (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  event       TEXT,
  mode        TEXT,
  action      TEXT,
  reciprocal  INTEGER NOT NULL,
  status      TEXT NOT NULL,
  date        TEXT,
  enddate     TEXT,
  precision   TEXT,
  place       TEXT,
  part_of     TEXT,
  reports     INTEGER NOT NULL,
  independent INTEGER NOT NULL,
  confidence  REAL NOT NULL,
  event_scale REAL NOT NULL,
  quad_code   INTEGER NOT NULL
);
CREATE TABLE participants (
  interaction INTEGER NOT NULL REFERENCES interactions ON DELETE CASCADE,
  role        TEXT NOT NULL,
  actor       INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
  PRIMARY KEY (interaction, role, actor)
) WITHOUT ROWID;
CREATE TABLE evidence (
  mention     INTEGER PRIMARY KEY REFERENCES mentions ON DELETE CASCADE,
  interaction INTEGER NOT NULL REFERENCES interactions ON DELETE CASCADE
);
CREATE TABLE history (
  interaction INTEGER NOT NULL REFERENCES interactions ON DELETE CASCADE,
  step        INTEGER NOT NULL,
  status      TEXT NOT NULL,
  said        TEXT,
  mention     INTEGER NOT NULL REFERENCES mentions ON DELETE CASCADE,
  PRIMARY KEY (interaction, step)
) WITHOUT ROWID;
CREATE TABLE topics (
  interaction INTEGER NOT NULL REFERENCES interactions ON DELETE CASCADE,
  rank        INTEGER NOT NULL,
  topic       TEXT NOT NULL,
  PRIMARY KEY (interaction, rank)
) WITHOUT ROWID;
CREATE TABLE contexts (
  interaction INTEGER NOT NULL REFERENCES interactions ON DELETE CASCADE,
  context     TEXT NOT NULL,
  PRIMARY KEY (interaction, context)
) WITHOUT ROWID;

CREATE INDEX participants_actor ON participants (actor);
CREATE INDEX evidence_interaction ON evidence (interaction);
CREATE INDEX history_mention ON history (mention);
CREATE INDEX interactions_date ON interactions (date);

CREATE TABLE state (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO state VALUES ('merged', '0');

-- For people.

CREATE VIEW v_mentions AS
SELECT m.id, m.date, m.status, m.event, m.action, x.text AS sentence, d.id AS document, d.date AS published,
       d.publication, d.url
FROM mentions m
JOIN sentences s ON s.key = m.sentence
JOIN sentence_texts x ON x.key = s.key
JOIN documents d ON d.key = s.document;

CREATE VIEW v_ties AS
SELECT a.name AS one, b.name AS other, count(DISTINCT p.interaction) AS interactions,
       min(i.date) AS first, max(coalesce(i.enddate, i.date)) AS last
FROM participants p
JOIN participants q ON q.interaction = p.interaction AND p.actor < q.actor
JOIN actors a ON a.key = p.actor
JOIN actors b ON b.key = q.actor
JOIN interactions i ON i.key = p.interaction
WHERE p.role <> q.role
   OR NOT EXISTS (SELECT 1 FROM participants r WHERE r.interaction = p.interaction AND r.role <> p.role)
GROUP BY p.actor, q.actor;

)sql";

// What schema 4 adds: offices as edges, and the newest document at once.
constexpr const char* kAffiliations = R"sql(

CREATE TABLE affiliations (
  key        INTEGER PRIMARY KEY,
  person     INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
  office     TEXT NOT NULL,
  of_id      TEXT NOT NULL,
  of_name    TEXT NOT NULL,
  since      TEXT,
  until      TEXT,
  first_told TEXT,
  last_told  TEXT,
  former     INTEGER NOT NULL,
  gazetteer  INTEGER NOT NULL
);
CREATE TABLE affiliation_evidence (
  affiliation INTEGER NOT NULL REFERENCES affiliations ON DELETE CASCADE,
  mention     INTEGER NOT NULL REFERENCES mentions ON DELETE CASCADE,
  PRIMARY KEY (affiliation, mention)
) WITHOUT ROWID;

CREATE INDEX documents_date ON documents (date DESC, id);
CREATE INDEX affiliations_person ON affiliations (person);
CREATE INDEX affiliation_evidence_mention ON affiliation_evidence (mention);

CREATE VIEW v_affiliations AS
SELECT a.name AS person, f.office, f.of_name AS of_whom, f.since, f.until, f.first_told, f.last_told, f.former,
       f.gazetteer, (SELECT count(*) FROM affiliation_evidence e WHERE e.affiliation = f.key) AS mentions
FROM affiliations f JOIN actors a ON a.key = f.person;

)sql";

// What schema 5 adds: the few events that last longer than a day, which an index of their first days does not find.
constexpr const char* kIntervals =
    "CREATE INDEX interactions_enddate ON interactions (enddate) WHERE enddate IS NOT NULL";

// As of schema 6.
constexpr const char* kInteractionView = R"sql(

CREATE VIEW v_interactions AS
SELECT i.id, i.date, i.enddate, i.status, i.event, i.action,
       (SELECT group_concat(a.name, ', ') FROM participants p JOIN actors a ON a.key = p.actor
        WHERE p.interaction = i.key AND p.role = 'actor') AS actors,
       (SELECT group_concat(a.name, ', ') FROM participants p JOIN actors a ON a.key = p.actor
        WHERE p.interaction = i.key AND p.role = 'recipient') AS recipients,
       (SELECT group_concat(t.topic, ', ') FROM topics t WHERE t.interaction = i.key) AS topics,
       i.place, i.part_of, i.reports, i.independent, i.confidence
FROM interactions i;

)sql";

[[noreturn]] void fail(const Database& db, std::string_view what) {
  throw Failure{{Cause::failed, fmt::format("{}: {}", db.path(), what)}};
}

bool is_empty(Database* db) { return db->number("SELECT count(*) FROM sqlite_schema") == 0; }

// REQUIRES a file with tables.
void check_version(Database* db) {
  if (db->number("PRAGMA application_id") != kApplicationId) fail(*db, "a SQLite file of another program, not a graph");
  const std::int64_t version = db->number("PRAGMA user_version");
  if (version > kSchemaVersion) {
    fail(*db, fmt::format("schema {} is newer than this program's {}; use a newer demarche", version, kSchemaVersion));
  }
}

void set_version(Database* db) {
  db->run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, kSchemaVersion).c_str());
}

void create_tables(Database* db) {
  Transaction transaction(db);
  // Another program may have been faster.
  if (is_empty(db)) {
    db->run(kTables);
    db->run(kAffiliations);
    db->run(kIntervals);
    db->run(kInteractionView);
    set_version(db);
  }
  transaction.commit();
}

void migrate(Database* db) {
  Transaction transaction(db);
  // Another program may have been faster.
  const std::int64_t version = db->number("PRAGMA user_version");
  if (version < 2) {
    set_old_tables_aside(db);
    db->run(kTables);
    copy_old_documents(db);
  } else if (version < 3) {
    add_copy_columns(db);
  }
  if (version < 4) db->run(kAffiliations);
  if (version < 5) db->run(kIntervals);
  if (version < 6) {
    db->run("DROP VIEW IF EXISTS v_interactions");
    db->run(kInteractionView);
    if (version >= 2) db->run("ALTER TABLE documents ADD COLUMN seal TEXT");
    seal_all(db);
  }
  if (version < kSchemaVersion) set_version(db);
  transaction.commit();
}

void prepare_once(Database* db, Database::Mode mode) {
  const bool empty = is_empty(db);
  if (!empty) check_version(db);
  if (mode == Database::Mode::read) {
    if (empty) fail(*db, "an empty file, not a graph");
    if (db->number("PRAGMA user_version") < kSchemaVersion) {
      fail(*db, fmt::format("schema {} of an earlier program; bring it up to date once: demarche compact {}",
                            db->number("PRAGMA user_version"), db->path()));
    }
    // A question reads rows all over the file: mapped, they cost no call each.
    db->run("PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
    return;
  }
  db->run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
      "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
  if (empty) create_tables(db);
  if (db->number("PRAGMA user_version") < kSchemaVersion) migrate(db);
  check_version(db);
}

}  // namespace

void prepare(Database* db, Database::Mode mode, int busy_ms) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end = Clock::now() + std::chrono::milliseconds(busy_ms);
  for (;;) {
    try {
      return prepare_once(db, mode);
    } catch (const Failure& failure) {
      // Turning to WAL does not wait for another connection that is doing the same, whatever the busy timeout is.
      if (!failure.busy || Clock::now() > end) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
}

}  // namespace demarche::store
