// However few statements are held at once, each interaction gets its own; and a stream tells what the graph tells.
#include "store/proofs.h"

#include <doctest/doctest.h>

#include "demarche/export.h"
#include "demarche/graph_stream.h"
#include "store/store_fixture.h"

namespace demarche {
namespace {

using test::Folder;
using test::Stored;

std::string record(const Mention& mention) {
  std::string out;
  write_record(mention, &out);
  return out + '\n';
}

std::string written_store(const Folder& folder, const std::vector<Stored>& documents) {
  const std::string path = folder / "g.db";
  auto store = Store::open(path, Store::Mode::write);
  REQUIRE(store.ok());
  for (const Stored& s : documents) REQUIRE(store->put(s.document, s.mentions, "pack").ok());
  REQUIRE(store->merge().ok());
  return path;
}

std::string all_proofs(const std::string& path, std::size_t at_once) {
  store::Database db(path, store::Database::Mode::read, 1000);
  store::Dictionary words(&db);
  store::Proofs proofs(&db, &words, true, at_once);
  std::string out;
  const std::int64_t last = db.number("SELECT max(key) FROM interactions");
  // Every second one is asked for, then those that nobody proves.
  for (std::int64_t interaction = 1; interaction <= last + 2; interaction += 2) {
    out += std::to_string(interaction) + '\n';
    std::vector<std::size_t> places;
    proofs.of(interaction, [&](std::int64_t, std::size_t place) { places.push_back(place); });
    for (const std::size_t place : places) out += record(proofs.mention(place));
  }
  return out;
}

// Everything that a stream visits.
std::string told(const GraphStream& stream) {
  std::string out;
  const auto add_evidence = [&](const Interaction& interaction, const std::vector<const Mention*>& evidence) {
    out += interaction.id + ' ' + interaction.date + ' ' + interaction.action + '\n';
    for (const std::string& id : interaction.mentions) out += "  " + id + '\n';
    for (const Mention* const mention : evidence) out += record(*mention);
  };
  CHECK(stream.each_interaction(true, add_evidence).ok());
  CHECK(stream.each_interaction(false, add_evidence).ok());
  const auto add_told = [&](const GraphStream::Told& one) {
    out += std::string(one.interaction) + ' ' + one.source->id + ' ' + record(one.mention);
  };
  CHECK(stream.each_mention(add_told).ok());
  out += "loose\n";
  CHECK(stream.each_loose_mention([&](const Mention& mention) { out += record(mention); }).ok());
  return out;
}

TEST_CASE("however few statements are held at once, each interaction has its own") {
  for (unsigned seed = 0; seed < 4; ++seed) {
    CAPTURE(seed);
    const Folder folder;
    const std::string path = written_store(folder, test::random_documents(seed));
    const std::string expected = all_proofs(path, 1000);
    CHECK(expected.find("\"id\"") != std::string::npos);
    for (const std::size_t at_once : {1, 2, 3, 7}) {
      CAPTURE(at_once);
      CHECK(all_proofs(path, at_once) == expected);
    }
  }
}

TEST_CASE("a stream of the store tells what the graph tells") {
  for (unsigned seed = 0; seed < 4; ++seed) {
    CAPTURE(seed);
    const Folder folder;
    std::vector<Stored> documents = test::random_documents(seed);
    // Nobody takes part in these: they belong to no interaction.
    for (Stored& s : documents) {
      if (seed % 2 == 0 && s.mentions.size() > 1) s.mentions[1].actor.clear(), s.mentions[1].recipient.clear();
    }
    auto store = Store::open(written_store(folder, documents), Store::Mode::read);
    REQUIRE(store.ok());
    const auto from_store = store->stream();
    REQUIRE(from_store.ok());
    const Graph graph = test::graph_of(documents);
    const std::string what = told(**from_store);
    CHECK(what == told(*stream(graph)));
    const std::string loose = what.substr(what.find("loose\n"));
    CHECK((loose.size() > 10) == (seed % 2 == 0));
  }
}

// Found by a fuzzer: the number of an actor that there is not ended the program.
TEST_CASE("an actor that the store does not have is damage, in a graph and in a stream") {
  const Folder folder;
  const std::string path = written_store(folder, test::random_documents(1));
  const std::string message = path + ": damaged (no actor 999); build it again from its documents";
  for (const char* table : {"participants", "aliases"}) {
    CAPTURE(table);
    {
      store::Database db(path, store::Database::Mode::write, 1000);
      db.run("PRAGMA foreign_keys = OFF");
      db.run(table == std::string("participants")
                 ? "INSERT INTO participants VALUES (1, 'actor', 999)"
                 : "DELETE FROM participants WHERE actor = 999; INSERT INTO aliases VALUES (999, 'nobody')");
    }
    auto store = Store::open(path, Store::Mode::read);
    REQUIRE(store.ok());
    const auto graph = store->load();
    REQUIRE(!graph.ok());
    CHECK(graph.error().message == message);
    const auto from_store = store->stream();
    const auto visited = from_store.ok() ? (*from_store)->each_interaction(false, [](const auto&, const auto&) {})
                                         : Result<Done>(from_store.error());
    REQUIRE(!visited.ok());
    CHECK(visited.error().message == message);
  }
}

// Found by a fuzzer, too: a topic of an interaction that there is not.
TEST_CASE("an interaction that the store does not have is damage") {
  const Folder folder;
  const std::string path = written_store(folder, test::random_documents(1));
  {
    store::Database db(path, store::Database::Mode::write, 1000);
    db.run("PRAGMA foreign_keys = OFF");
    db.run("INSERT INTO topics (interaction, rank, topic) VALUES (0, 0, 'trade')");
  }
  auto store = Store::open(path, Store::Mode::read);
  REQUIRE(store.ok());
  const auto graph = store->load();
  REQUIRE(!graph.ok());
  CHECK(graph.error().message == path + ": damaged (no interaction 0); build it again from its documents");
}

}  // namespace
}  // namespace demarche
