#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "store/packed_record.h"
#include "store/rows.h"
#include "store/seal.h"
#include "text/hash.h"
#include "text/utf8.h"

namespace demarche::store {
namespace {

// Finds the row of a mention's sentence, or adds it: sentences are kept once, however many mentions they hold, and not
// at all where the text of the document holds them.
class SentenceRows {
 public:
  SentenceRows(Database* db, std::int64_t document, const std::string* text, bool keep)
      : db_(*db),
        document_(document),
        text_(text),
        keep_(keep),
        offsets_(text == nullptr ? std::string_view() : *text) {}

  std::int64_t key(const Mention& m) {
    const auto [at, fresh] = keys_.try_emplace({m.sequence, m.start, m.end, m.text}, 0);
    if (!fresh) return at->second;
    const bool own = keep_ && (text_ == nullptr || !stands_in_text(m));
    Statement& insert =
        db_.statement("INSERT INTO sentences (document, sequence, start, stop, text) VALUES (?, ?, ?, ?, ?)");
    insert.run(document_, m.sequence, m.start, m.end, OrNull{own ? std::string_view(m.text) : std::string_view()});
    at->second = db_.last_key();
    db_.statement("INSERT INTO sentences_fts (rowid, text) VALUES (?, ?)")
        .run(at->second, keep_ ? std::string_view(m.text) : std::string_view());
    return at->second;
  }

 private:
  bool stands_in_text(const Mention& m) const {
    if (m.start > kFar || m.end < m.start || text_->find('\0') != std::string::npos) return false;
    const std::size_t start = offsets_.to_bytes(m.start);
    return std::string_view(*text_).substr(start, offsets_.to_bytes(m.end) - start) == m.text;
  }

  Database& db_;
  std::int64_t document_;
  const std::string* text_;
  bool keep_;
  text::OffsetMap offsets_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string>, std::int64_t> keys_;
};

void insert_mention(Database* db, Dictionary* words, std::int64_t sentence, const Mention& m) {
  db->statement(
        "INSERT INTO mentions (id, sentence, date, event, action, status, record) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO NOTHING")
      .run(m.id, sentence, OrNull{m.date}, OrNull{m.event}, OrNull{m.action}, to_string(m.status),
           Blob{pack_record(m, words)});
}

void insert_actors(Database* db, const Graph& graph) {
  std::int64_t key = 0;
  for (const Actor& a : graph.actors) {
    ++key;
    db->statement(
          "INSERT INTO actors (key, id, name, kind, code, sector, qid, interactions) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .run(key, a.id, a.name, to_string(a.kind), OrNull{a.code}, OrNull{a.sector}, OrNull{a.qid}, a.interactions);
    int rank = 0;
    for (const std::string& office : a.offices)
      db->statement("INSERT INTO offices VALUES (?, ?, ?)").run(key, ++rank, office);
    for (const std::string& alias : a.aliases) db->statement("INSERT INTO aliases VALUES (?, ?)").run(key, alias);
  }
}

std::unordered_map<std::string, std::int64_t> mention_keys(Database* db) {
  std::unordered_map<std::string, std::int64_t> out;
  Statement& rows = db->statement("SELECT id, key FROM mentions");
  for (rows.start(); rows.next();) out.emplace(rows.text(0), rows.integer(1));
  return out;
}

void insert_interaction(Database* db, std::int64_t key, const Interaction& i) {
  const bool dated = i.date_precision != DatePrecision::none;
  db->statement(
        "INSERT INTO interactions (key, id, event, mode, action, reciprocal, status, date, enddate, precision, place, "
        "part_of, reports, independent, confidence, event_scale, quad_code) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(key, i.id, OrNull{i.event}, OrNull{i.mode}, OrNull{i.action}, i.reciprocal, to_string(i.status),
           OrNull{i.date}, OrNull{i.enddate}, OrNull{dated ? to_string(i.date_precision) : std::string_view()},
           OrNull{i.place}, OrNull{i.part_of}, i.reports, i.independent, i.confidence, i.event_scale, i.quad_code);
  int rank = 0;
  for (const std::string& topic : i.topic) db->statement("INSERT INTO topics VALUES (?, ?, ?)").run(key, ++rank, topic);
  for (const std::string& context : i.context) db->statement("INSERT INTO contexts VALUES (?, ?)").run(key, context);
}

void insert_interactions(Database* db, const Graph& graph) {
  const auto mentions = mention_keys(db);
  const auto actor_key = [&](const std::string& id) { return graph.actor(id) - graph.actors.data() + 1; };
  Statement& participant = db->statement("INSERT INTO participants VALUES (?, ?, ?)");
  std::int64_t key = 0;
  for (const Interaction& i : graph.interactions) {
    insert_interaction(db, ++key, i);
    for (const std::string& id : i.actor) participant.run(key, "actor", std::int64_t{actor_key(id)});
    for (const std::string& id : i.recipient) participant.run(key, "recipient", std::int64_t{actor_key(id)});
    int step = 0;
    for (const StatusStep& s : i.history) {
      db->statement("INSERT INTO history VALUES (?, ?, ?, ?, ?)")
          .run(key, ++step, word_of(s), OrNull{s.said}, mentions.at(s.mention));
    }
    for (const std::string& id : i.mentions) {
      db->statement("INSERT INTO evidence (mention, interaction) VALUES (?, ?)").run(mentions.at(id), key);
    }
  }
}

void insert_affiliations(Database* db, const Graph& graph) {
  const auto mentions = mention_keys(db);
  std::int64_t key = 0;
  for (const Affiliation& a : graph.affiliations) {
    db->statement("INSERT INTO affiliations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .run(++key, std::int64_t{graph.actor(a.person) - graph.actors.data() + 1}, a.office, a.of, a.of_name,
             OrNull{a.from}, OrNull{a.until}, OrNull{a.first_told}, OrNull{a.last_told}, a.former, a.known);
    for (const std::string& id : a.mentions) {
      db->statement("INSERT INTO affiliation_evidence VALUES (?, ?)").run(key, mentions.at(id));
    }
  }
}

}  // namespace

std::string content_hash(const Document& d, const std::string& pack_hash) {
  text::StableHash hash;
  hash.add(pack_hash).add(d.title).add(d.date).add(d.url).add(d.publication).add(d.language).add(d.text);
  for (const GivenMention& m : d.mentions) {
    hash.add(std::to_string(m.start)).add(std::to_string(m.end)).add(m.name).add(m.code);
  }
  return hash.hex();
}

std::string text_hash(std::string_view text) { return text::StableHash().add(text).hex(); }

void insert_document(Database* db, Dictionary* words, const DocumentRow& row) {
  const Source& source = row.source;
  db->statement(
        "INSERT INTO documents (id, hash, text_hash, title, date, url, publication, language, fingerprint, signature, "
        "copy_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(source.id, row.hash, row.text_hash, OrNull{source.title}, OrNull{source.date}, OrNull{source.url},
           OrNull{source.publication}, OrNull{source.language}, static_cast<std::int64_t>(source.fingerprint),
           Blob{source.signature}, OrNull{source.copy_of});
  const std::int64_t key = db->last_key();
  if (row.text != nullptr) db->statement("INSERT INTO texts (document, text) VALUES (?, ?)").run(key, *row.text);
  SentenceRows sentences(db, key, row.text, row.keep_sentences);
  for (const Mention& m : row.mentions) insert_mention(db, words, sentences.key(m), m);
  seal(db, key);
}

namespace {

void delete_sentences(Database* db, std::int64_t document) {
  // The full-text index must be told the words that it loses while they can still be read.
  db->statement(
        "INSERT INTO sentences_fts (sentences_fts, rowid, text) SELECT 'delete', x.key, coalesce(x.text, '') "
        "FROM sentences s JOIN sentence_texts x ON x.key = s.key WHERE s.document = ?")
      .run(document);
  db->statement("DELETE FROM sentences WHERE document = ?").run(document);
}

// A copy keeps no statements, whether or not it was read; one that is none any more was never read, and is forgotten as
// a version, so that the next build reads it.
void set_copies(Database* db, const Graph& graph) {
  std::unordered_map<std::string, std::pair<std::int64_t, std::string>> known;
  Statement& rows = db->statement("SELECT id, key, copy_of FROM documents WHERE copy_of IS NOT NULL");
  for (rows.start(); rows.next();) known[std::string(rows.text(0))] = {rows.integer(1), std::string(rows.text(2))};
  for (const Source& source : graph.sources) {
    const auto at = known.find(source.id);
    if (at == known.end() ? source.copy_of.empty() : at->second.second == source.copy_of) continue;
    Statement& row = db->statement("SELECT key FROM documents WHERE id = ?");
    row.start(source.id);
    row.next();
    const std::int64_t key = row.integer(0);
    row.next();
    db->statement("UPDATE documents SET copy_of = ?, hash = CASE WHEN ?1 IS NULL THEN '' ELSE hash END WHERE key = ?")
        .run(OrNull{source.copy_of}, key);
    if (!source.copy_of.empty()) delete_sentences(db, key);
    seal(db, key);
  }
}

}  // namespace

void delete_document(Database* db, std::int64_t key) {
  delete_sentences(db, key);
  db->statement("DELETE FROM documents WHERE key = ?").run(key);
}

void insert_text(Database* db, std::int64_t document, const std::string& text) {
  struct Sentence {
    std::int64_t key;
    std::uint32_t start, stop;
  };
  std::vector<Sentence> sentences;
  Statement& rows = db->statement("SELECT key, start, stop FROM sentences WHERE document = ?");
  for (rows.start(document); rows.next();) {
    sentences.push_back(
        {rows.integer(0), static_cast<std::uint32_t>(rows.integer(1)), static_cast<std::uint32_t>(rows.integer(2))});
  }
  db->statement("INSERT INTO texts (document, text) VALUES (?, ?)").run(document, text);
  const text::OffsetMap offsets(text);
  const bool whole = text.find('\0') == std::string::npos;
  for (const Sentence& s : sentences) {
    const std::size_t start = offsets.to_bytes(s.start);
    const std::string_view words = std::string_view(text).substr(start, offsets.to_bytes(s.stop) - start);
    db->statement("INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', ?, '')").run(s.key);
    if (s.start > kFar || !whole) db->statement("UPDATE sentences SET text = ? WHERE key = ?").run(words, s.key);
    db->statement("INSERT INTO sentences_fts (rowid, text) VALUES (?, ?)").run(s.key, words);
  }
  seal(db, document);
}

void delete_unused_words(Database* db) {
  std::vector<std::int64_t> used;
  std::vector<std::int64_t> keys;
  Statement& rows = db->statement("SELECT record FROM mentions");
  for (rows.start(); rows.next();) {
    keys.clear();
    if (!words_of_record(rows.bytes(0), &keys)) continue;
    used.insert(used.end(), keys.begin(), keys.end());
    // Most words stand in many records.
    if (used.size() > (1U << 22)) {
      std::sort(used.begin(), used.end());
      used.erase(std::unique(used.begin(), used.end()), used.end());
    }
  }
  std::sort(used.begin(), used.end());
  std::vector<std::int64_t> unused;
  Statement& words = db->statement("SELECT key FROM words");
  for (words.start(); words.next();) {
    if (!std::binary_search(used.begin(), used.end(), words.integer(0))) unused.push_back(words.integer(0));
  }
  for (const std::int64_t key : unused) db->statement("DELETE FROM words WHERE key = ?").run(key);
}

void replace_merged(Database* db, const Graph& graph) {
  // Children first: deleting a parent would look for them row by row.
  for (const char* table : {"affiliation_evidence", "affiliations", "history", "evidence", "participants", "topics",
                            "contexts", "interactions", "aliases", "offices", "actors"}) {
    db->run((std::string("DELETE FROM ") + table).c_str());
  }
  set_copies(db, graph);
  insert_actors(db, graph);
  insert_interactions(db, graph);
  insert_affiliations(db, graph);
}

}  // namespace demarche::store
