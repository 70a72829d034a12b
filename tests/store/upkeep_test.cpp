// Joining, retracting, checking and shrinking stores; texts left out and brought back; older schemas.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "demarche/export.h"
#include "store/schema.h"
#include "store/store_fixture.h"

namespace demarche {
namespace {

using test::Folder;
using test::Stored;

template <typename T>
T got(Result<T> result) {
  if (!result.ok()) FAIL(result.error().message);
  return std::move(result).value();
}

Store opened(const std::string& path, Store::Mode mode = Store::Mode::write) { return got(Store::open(path, mode)); }

// A text in which the sentences of its mentions stand where they say.
Stored in_place(Stored s) {
  s.document.text = "Çankaya — ";
  std::uint32_t at = 10;
  std::uint32_t sequence = 0;
  for (Mention& m : s.mentions) {
    const std::string words = "Clinton called " + m.recipient[0].identifier_text + ", “again”. ";
    s.document.text += words;
    m.text = words.substr(0, words.size() - 1);
    m.sequence = sequence++;
    m.start = at;
    m.end = at + static_cast<std::uint32_t>(m.recipient[0].identifier_text.size()) + 25;
    m.event_text = "called";
    m.event_start = at + 8;
    m.event_end = at + 14;
    for (auto* side : {&m.actor, &m.recipient}) {
      for (Entity& e : *side) e.entity_text.clear();
    }
    at = m.end + 1;
  }
  return s;
}

std::vector<Stored> documents_in_place(unsigned seed) {
  std::vector<Stored> out;
  for (Stored& s : test::random_documents(seed)) out.push_back(in_place(std::move(s)));
  return out;
}

void fill(Store* store, const std::vector<Stored>& documents) {
  got(store->begin());
  for (const Stored& s : documents) got(store->put(s.document, s.mentions, "pack"));
  got(store->commit());
}

std::string joined(const std::string& path, const std::vector<std::string>& parts) {
  Store whole = opened(path);
  for (const std::string& part : parts) {
    got(opened(part, Store::Mode::read).each([&](StoredDocument&& d) {
      got(whole.add(d));
      return true;
    }));
  }
  got(whole.merge());
  return write_json(got(whole.load()));
}

TEST_CASE("any split into stores, joined in any order and twice, gives the bytes of the whole") {
  for (unsigned seed = 0; seed < 12; ++seed) {
    CAPTURE(seed);
    const Folder folder;
    std::mt19937 random(seed);
    const std::vector<Stored> documents = documents_in_place(seed);
    const std::string expected = write_json(test::graph_of(documents));
    std::vector<std::vector<Stored>> split(3);
    for (const Stored& s : documents) split[random() % 3].push_back(s);
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < split.size(); ++i) {
      parts.push_back(folder / (std::to_string(i) + ".db"));
      Store part = opened(parts.back());
      fill(&part, split[i]);
      if (i == 1) got(part.merge());
    }
    for (int round = 0; round < 3; ++round) {
      parts.push_back(parts[random() % 3]);
      std::shuffle(parts.begin(), parts.end(), random);
      REQUIRE(joined(folder / fmt::format("whole{}.db", round), parts) == expected);
    }
    // Graphs of graphs: joining is associative.
    joined(folder / "ab.db", {folder / "0.db", folder / "1.db"});
    REQUIRE(joined(folder / "abc.db", {folder / "2.db", folder / "ab.db"}) == expected);
  }
}

TEST_CASE("two versions of one document give the same store in either order") {
  const Folder folder;
  std::vector<Stored> documents = documents_in_place(3);
  {
    Store store = opened(folder / "a.db");
    fill(&store, documents);
    documents[0].document.title += " (corrected)";
    documents[0].mentions.pop_back();
    Store other = opened(folder / "b.db");
    fill(&other, documents);
  }
  CHECK(joined(folder / "ab.db", {folder / "a.db", folder / "b.db"}) ==
        joined(folder / "ba.db", {folder / "b.db", folder / "a.db"}));
  CHECK(test::logical_content(folder / "ab.db") == test::logical_content(folder / "ba.db"));
}

TEST_CASE("documents are removed by id or URL, all or none") {
  const Folder folder;
  std::vector<Stored> documents = documents_in_place(4);
  Store store = opened(folder / "g.db");
  fill(&store, documents);
  got(store.merge());
  const std::string before = test::logical_content(folder / "g.db");
  CHECK(store.remove({documents[0].document.id, "nobody"}).error().message ==
        (folder / "g.db") + ": no document \"nobody\"");
  CHECK(test::logical_content(folder / "g.db") == before);
  got(store.remove({documents[0].document.url, documents[1].document.id, documents[1].document.id}));
  documents.erase(documents.begin(), documents.begin() + 2);
  got(store.merge());
  CHECK(write_json(got(store.load())) == write_json(test::graph_of(documents)));
  CHECK(got(store.verify()).empty());
}

TEST_CASE("compacting leaves the content and forgets the words of what was removed") {
  const Folder folder;
  std::vector<Stored> documents = documents_in_place(5);
  documents[0].mentions[0].topic = {"a secret of its own"};
  Store store = opened(folder / "g.db");
  fill(&store, documents);
  got(store.remove({documents[0].document.id}));
  got(store.compact());
  documents.erase(documents.begin());
  CHECK(write_json(got(store.load())) == write_json(test::graph_of(documents)));
  store::Database db(folder / "g.db", store::Database::Mode::read, 1000);
  CHECK(db.number("SELECT count(*) FROM words WHERE word LIKE '%a secret of%'") == 0);
  CHECK(db.number("SELECT value FROM state WHERE name = 'merged'") == store::kMergeRules);
  // Writing goes on with the numbers that are left.
  fill(&store, documents_in_place(6));
  CHECK(got(store.verify()).empty());
}

TEST_CASE("without texts the graph is the same but for its sentences, and texts come back") {
  const Folder folder;
  const std::vector<Stored> documents = documents_in_place(7);
  Store whole = opened(folder / "whole.db");
  fill(&whole, documents);
  got(whole.merge());
  Store slim = opened(folder / "slim.db");
  slim.keep_texts(false);
  fill(&slim, documents);
  got(slim.merge());
  Graph expected = test::graph_of(documents);
  for (Mention& m : expected.mentions) m.text.clear();
  CHECK(write_json(got(slim.load())) == write_json(expected));
  CHECK(slim.text(documents[0].document.id).error().message ==
        fmt::format("{}: the text of \"{}\" is not kept; bring it back with demarche rehydrate", folder / "slim.db",
                    documents[0].document.id));
  CHECK(got(slim.verify()).empty());

  Document changed = documents[0].document;
  changed.text += " More.";
  CHECK_FALSE(got(slim.rehydrate(changed)));
  for (const Stored& s : documents) CHECK(got(slim.rehydrate(s.document)));
  CHECK_FALSE(got(slim.rehydrate(documents[0].document)));
  CHECK(test::logical_content(folder / "slim.db") == test::logical_content(folder / "whole.db"));
  CHECK(got(slim.verify()).empty());
  store::Database db(folder / "slim.db", store::Database::Mode::read, 1000);
  CHECK(db.number("SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH 'clinton again'") > 0);
}

TEST_CASE("sentences are kept once, in the text") {
  const Folder folder;
  Store store = opened(folder / "g.db");
  fill(&store, documents_in_place(8));
  store::Database db(folder / "g.db", store::Database::Mode::read, 1000);
  CHECK(db.number("SELECT count(*) FROM sentences WHERE text IS NOT NULL") == 0);
  CHECK(db.number("SELECT count(*) FROM sentence_texts WHERE text LIKE 'Clinton called %'") ==
        db.number("SELECT count(*) FROM sentences"));
}

TEST_CASE("copies keep no statements, in any order, and speak for themselves once the first is gone") {
  const Folder folder;
  std::vector<Stored> documents = documents_in_place(9);
  documents.resize(3);
  for (std::size_t i = 0; i < 3; ++i) {
    documents[i].document.date = "2010-05-13";
    documents[i].document.text = documents[0].document.text;
    documents[i].mentions = documents[0].mentions;
    for (Mention& m : documents[i].mentions) m.id += "-" + std::to_string(i);
  }
  // Read last to first, so that each takes the place of the one before; then the copies unread.
  Store read = opened(folder / "read.db");
  for (std::size_t i = 3; i-- > 0;) got(read.put(documents[i].document, documents[i].mentions, "pack"));
  got(read.merge());
  Store store = opened(folder / "g.db");
  got(store.put(documents[0].document, documents[0].mentions, "pack"));
  for (std::size_t i = 1; i < 3; ++i) got(store.put(documents[i].document, {}, "pack", documents[0].document.id));
  got(store.merge());
  CHECK(test::logical_content(folder / "g.db") == test::logical_content(folder / "read.db"));
  CHECK(write_json(got(store.load())) == write_json(test::graph_of(documents)));
  CHECK(got(store.counts()).mentions == documents[0].mentions.size());
  CHECK(got(store.unread()).empty());
  CHECK(got(store.has(documents[2].document, "pack")));
  CHECK(got(store.verify()).empty());

  got(store.remove({documents[0].document.id}));
  got(store.merge());
  const std::vector<Document> unread = got(store.unread());
  REQUIRE(unread.size() == 1);
  CHECK(unread[0].id == documents[1].document.id);
  CHECK(unread[0].text == documents[1].document.text);
  CHECK_FALSE(got(store.has(documents[1].document, "pack")));
  got(store.put(unread[0], documents[1].mentions, "pack"));
  got(store.merge());
  CHECK(write_json(got(store.load())) == write_json(test::graph_of({documents[1], documents[2]})));
  CHECK(got(store.unread()).empty());
  CHECK(got(store.verify()).empty());
}

TEST_CASE("verify names what is wrong") {
  struct Row {
    const char* damage;
    const char* line;
  };
  const Row rows[] = {
      {"UPDATE texts SET text = 'x' || text WHERE document = 1", "document d0: its text has changed"},
      {"UPDATE sentences SET stop = stop - 12 WHERE key = 1", "full-text index: does not fit the sentences"},
      {"DELETE FROM mentions WHERE sentence = 1", "document d0: sentence 0 has no mention"},
      {"PRAGMA foreign_keys = OFF; DELETE FROM sentences WHERE key = 1",
       "mentions: 1 row belongs to no row of sentences"},
      {"DELETE FROM sentences_fts_data WHERE id > 10", "full-text index: does not fit the sentences"},
      {"UPDATE actors SET name = 'Nobody' WHERE id = 'x.lavrov-rus'",
       "actor x.lavrov-rus: is not what its mentions say"},
      {"UPDATE documents SET title = 'Another' WHERE key = 1", "document d0: what is stored of it has changed"},
      {"UPDATE mentions SET date = '1999-01-01' WHERE key = 1", "document d0: what is stored of it has changed"},
      {"DROP VIEW v_ties; CREATE VIEW v_ties AS SELECT 1", "view v_ties: has changed"},
      {"DROP INDEX evidence_interaction", "index evidence_interaction: is missing"},
  };
  for (const Row& row : rows) {
    const std::string damage = row.damage;
    CAPTURE(damage);
    const Folder folder;
    {
      Store store = opened(folder / "g.db");
      fill(&store, documents_in_place(0));
      got(store.merge());
    }
    {
      store::Database db(folder / "g.db", store::Database::Mode::write, 1000);
      db.run(row.damage);
    }
    const std::vector<std::string> faults = got(opened(folder / "g.db").verify());
    const bool named = std::find(faults.begin(), faults.end(), row.line) != faults.end();
    CHECK_MESSAGE(named, fmt::format("{}", fmt::join(faults, "\n")));
  }
}

// All that somebody reads of a store, or what it says instead.
std::string read_back(const std::string& path) {
  auto store = Store::open(path, Store::Mode::read);
  if (!store) return store.error().message;
  std::string out;
  const auto read = store->each([&out](StoredDocument&& d) {
    out += fmt::format("{} {} {} {} {} {} {}\n", d.source.id, d.source.title, d.source.date, d.source.url, d.hash,
                       d.text_hash, d.text.value_or("-"));
    return true;
  });
  const auto graph = store->load();
  if (!read || !graph) return (read ? graph.error() : read.error()).message;
  return out + write_json(*graph);
}

TEST_CASE("no damaged bit changes what is read and goes unseen by verify") {
  const Folder folder;
  const std::string whole = folder / "g.db", damaged = folder / "damaged.db";
  {
    Store store = opened(whole);
    fill(&store, documents_in_place(5));
    got(store.merge());
    got(store.compact());
  }
  const std::string expected = read_back(whole);
  std::ifstream file(whole, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::mt19937 random(7);
  int seen = 0, changed = 0;
  for (int i = 0; i < 300; ++i) {
    std::string copy = bytes;
    const std::size_t at = random() % copy.size();
    copy[at] = static_cast<char>(copy[at] ^ (1U << (random() % 8)));
    for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(damaged + part);
    std::ofstream(damaged, std::ios::binary) << copy;
    const std::string read = read_back(damaged);
    changed += read != expected ? 1 : 0;
    auto store = Store::open(damaged, Store::Mode::read);
    const bool fault = !store || !store->verify() || !got(store->verify()).empty();
    seen += fault ? 1 : 0;
    CAPTURE(at);
    CHECK((fault || read == expected));
  }
  // Else the damage never struck.
  CHECK(changed > 20);
  CHECK(seen >= changed);
}

TEST_CASE("a store of schema 1 is brought up to date when it is opened for writing") {
  const Folder folder;
  const std::string path = folder / "old.db";
  {
    store::Database db(path, store::Database::Mode::write, 1000);
    std::ifstream file(DEMARCHE_SOURCE_DIR "/tests/golden/store/schema-1.sql");
    std::stringstream sql;
    sql << file.rdbuf();
    db.run(sql.str().c_str());
    db.run("PRAGMA application_id = 1148023395; PRAGMA user_version = 1");
  }
  CHECK(Store::open(path, Store::Mode::read).error().message ==
        path + ": schema 1 of an earlier program; bring it up to date once: demarche compact " + path);
  Store store = opened(path);
  CHECK(got(store.verify()).empty());
  const Graph graph = got(store.load());
  REQUIRE(graph.interactions.size() == 2);
  CHECK(graph.interactions[1].id == "i.a530c5c72283aa8f");
  CHECK(graph.interactions[1].topic == std::vector<std::string>{"Iran"});
  CHECK(graph.mentions[1].text == "She will visit Brazil next week.");
  CHECK(graph.actor("p.ahmet-davutoglu")->aliases == std::vector<std::string>{"Ahmet Davutoğlu"});
  store::Database db(path, store::Database::Mode::read, 1000);
  CHECK(db.number("SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH 'davutoglu'") == 1);
  CHECK(db.number("PRAGMA user_version") == store::kSchemaVersion);
}

TEST_CASE("a store of schema 3 gets its offices when it is opened for writing") {
  const Folder folder;
  const std::string path = folder / "old.db";
  const auto documents = documents_in_place(3);  // verify() holds texts to their mentions
  std::string expected;
  {
    Store store = opened(path);
    for (const Stored& s : documents) got(store.put(s.document, s.mentions, "pack"));
    got(store.merge());
    const Graph graph = got(store.load());
    CHECK(!graph.affiliations.empty());
    expected = write_json(graph);
  }
  {
    store::Database db(path, store::Database::Mode::write, 1000);
    db.run(
        "DROP VIEW v_affiliations; DROP TABLE affiliation_evidence; DROP TABLE affiliations; DROP INDEX documents_date;"
        "DROP INDEX interactions_enddate; ALTER TABLE documents DROP COLUMN seal;"
        "UPDATE state SET value = '1' WHERE name = 'merged'; PRAGMA user_version = 3");
  }
  Store store = opened(path);
  got(store.merge());
  CHECK(write_json(got(store.load())) == expected);
  CHECK(got(store.verify()).empty());
}

}  // namespace
}  // namespace demarche
