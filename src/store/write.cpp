#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "demarche/export.h"
#include "store/rows.h"
#include "text/hash.h"

namespace demarche::store {
namespace {

// Finds the row of a mention's sentence, or adds it: sentences are kept once, however many mentions they hold.
class SentenceRows {
 public:
  SentenceRows(Database* db, std::int64_t document) : db_(*db), document_(document) {}

  std::int64_t key(const Mention& m) {
    const auto [at, fresh] = keys_.try_emplace({m.sequence, m.start, m.end, m.text}, 0);
    if (fresh) {
      db_.statement("INSERT INTO sentences (document, sequence, start, stop, text) VALUES (?, ?, ?, ?, ?)")
          .run(document_, m.sequence, m.start, m.end, m.text);
      // The trigger's own insert into the index does not show here.
      at->second = db_.last_key();
    }
    return at->second;
  }

 private:
  Database& db_;
  std::int64_t document_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string>, std::int64_t> keys_;
};

// The record without what stands in `documents` and `sentences` already.
std::string slim_record(Mention m) {
  m.text.clear();
  m.title.clear();
  m.url.clear();
  m.publication.clear();
  m.language.clear();
  std::string out;
  write_record(m, &out);
  return out;
}

void insert_mention(Database* db, std::int64_t document, std::int64_t sentence, const Mention& m) {
  const bool dated = m.date_precision != DatePrecision::none;
  db->statement(
        "INSERT INTO mentions (id, document, sentence, date, enddate, precision, event, mode, action, reciprocal, "
        "status, "
        "confidence, rule, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")
      .run(m.id, document, sentence, OrNull{m.date}, OrNull{m.enddate},
           OrNull{dated ? to_string(m.date_precision) : std::string_view()}, OrNull{m.event}, OrNull{m.mode},
           OrNull{m.action}, m.reciprocal, to_string(m.status), m.confidence, OrNull{m.rule}, slim_record(m));
}

void insert_actors(Database* db, const Graph& graph) {
  std::int64_t key = 0;
  for (const Actor& a : graph.actors) {
    ++key;
    db->statement("INSERT INTO actors (key, id, name, kind, code, sector, qid) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .run(key, a.id, a.name, to_string(a.kind), OrNull{a.code}, OrNull{a.sector}, OrNull{a.qid});
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
          .run(key, ++step, to_string(s.status), OrNull{s.said}, mentions.at(s.mention));
    }
    for (const std::string& id : i.mentions) {
      db->statement("INSERT INTO evidence (mention, interaction) VALUES (?, ?)").run(mentions.at(id), key);
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

void insert_document(Database* db, const Document& document, const std::vector<Mention>& mentions,
                     const std::string& hash) {
  const Source source = source_of(document);
  db->statement(
        "INSERT INTO documents (id, hash, title, date, url, publication, language, fingerprint) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .run(source.id, hash, OrNull{source.title}, OrNull{source.date}, OrNull{source.url}, OrNull{source.publication},
           OrNull{source.language}, static_cast<std::int64_t>(source.fingerprint));
  const std::int64_t key = db->last_key();
  db->statement("INSERT INTO texts (document, text) VALUES (?, ?)").run(key, document.text);
  SentenceRows sentences(db, key);
  for (const Mention& m : mentions) insert_mention(db, key, sentences.key(m), m);
}

void replace_merged(Database* db, const Graph& graph) {
  // Children first: deleting a parent would look for them row by row.
  for (const char* table :
       {"history", "evidence", "participants", "topics", "contexts", "interactions", "aliases", "offices", "actors"}) {
    db->run((std::string("DELETE FROM ") + table).c_str());
  }
  insert_actors(db, graph);
  insert_interactions(db, graph);
}

}  // namespace demarche::store
