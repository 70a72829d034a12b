// What goes in comes out: the store against a GraphBuilder in memory.
#include "demarche/store.h"

#include <doctest/doctest.h>

#include "store/store_fixture.h"

namespace demarche {
namespace {

using test::dump;
using test::Folder;
using test::logical_content;
using test::random_documents;
using test::Stored;

Store opened(const std::string& path, Store::Mode mode = Store::Mode::write) {
  Result<Store> store = Store::open(path, mode);
  if (!store.ok()) FAIL(store.error().message);
  return std::move(store).value();
}

template <typename T>
T got(Result<T> result) {
  if (!result.ok()) FAIL(result.error().message);
  return std::move(result).value();
}

void put_all(Store* store, const std::vector<Stored>& documents) {
  for (const Stored& s : documents) got(store->put(s.document, s.mentions, "pack"));
}

TEST_CASE("a reloaded graph is the built graph") {
  for (unsigned seed = 0; seed < 12; ++seed) {
    CAPTURE(seed);
    const Folder folder;
    const std::vector<Stored> documents = random_documents(seed);
    const std::string expected = dump(test::graph_of(documents));
    {
      Store store = opened(folder / "g.db");
      put_all(&store, documents);
      CHECK(dump(got(store.load())) == expected);
      got(store.merge());
      CHECK(dump(got(store.load())) == expected);
    }
    CHECK(dump(got(opened(folder / "g.db", Store::Mode::read).load())) == expected);
  }
}

TEST_CASE("in memory") {
  Store store = opened(":memory:");
  const std::vector<Stored> documents = random_documents(3);
  put_all(&store, documents);
  got(store.merge());
  CHECK(dump(got(store.load())) == dump(test::graph_of(documents)));
  CHECK(!std::filesystem::exists(":memory:"));
}

TEST_CASE("any order, any grouping and any repetition give the same content") {
  const Folder folder;
  std::vector<Stored> documents = random_documents(5);
  {
    Store store = opened(folder / "a.db");
    put_all(&store, documents);
    got(store.merge());
  }
  std::mt19937 random(1);
  std::shuffle(documents.begin(), documents.end(), random);
  {
    Store store = opened(folder / "b.db");
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (i % 4 == 0) got(store.begin());
      got(store.put(documents[i].document, documents[i].mentions, "pack"));
      if (i % 4 == 3) got(store.commit());
      if (i % 5 == 0) got(store.merge());
    }
    got(store.commit());
    put_all(&store, documents);
    got(store.merge());
    got(store.merge());
  }
  CHECK(logical_content(folder / "a.db") == logical_content(folder / "b.db"));
}

TEST_CASE("a document is known by its content") {
  Store store = opened(":memory:");
  const std::vector<Stored> documents = random_documents(1);
  Document d = documents[0].document;
  CHECK_FALSE(got(store.has(d, "pack")));
  got(store.put(d, documents[0].mentions, "pack"));
  CHECK(got(store.has(d, "pack")));
  CHECK_FALSE(got(store.has(d, "another pack")));
  for (std::string* field : {&d.text, &d.title, &d.date, &d.url, &d.publication, &d.language}) {
    const std::string before = *field;
    *field += "x";
    CHECK_FALSE(got(store.has(d, "pack")));
    *field = before;
  }
  d.mentions = {{1, 2, "Clinton", "USA"}};
  CHECK_FALSE(got(store.has(d, "pack")));
  d.mentions.clear();
  d.source = "elsewhere.jsonl:7";
  CHECK(got(store.has(d, "pack")));
}

TEST_CASE("an unchanged document is left alone, a changed one replaces its mentions") {
  const Folder folder;
  std::vector<Stored> documents = random_documents(2);
  Store store = opened(folder / "g.db");
  put_all(&store, documents);
  got(store.merge());
  const std::string before = logical_content(folder / "g.db");
  // The mentions follow from the content, so that others with the same content are not looked at.
  got(store.put(documents[0].document, {}, "pack"));
  CHECK(logical_content(folder / "g.db") == before);

  documents[0].document.text += " More.";
  documents[0].mentions.resize(1);
  got(store.put(documents[0].document, documents[0].mentions, "pack"));
  CHECK(got(store.text(documents[0].document.id)) == documents[0].document.text);
  got(store.merge());
  CHECK(dump(got(store.load())) == dump(test::graph_of(documents)));
}

TEST_CASE("a removed document leaves nothing behind") {
  const Folder folder;
  std::vector<Stored> documents = random_documents(4);
  Store store = opened(folder / "g.db");
  put_all(&store, documents);
  got(store.merge());
  got(store.remove({documents.back().document.id}));
  documents.pop_back();
  got(store.merge());
  CHECK(dump(got(store.load())) == dump(test::graph_of(documents)));
  Store other = opened(folder / "h.db");
  put_all(&other, documents);
  got(other.merge());
  CHECK(logical_content(folder / "g.db") == logical_content(folder / "h.db"));
}

TEST_CASE("counts") {
  Store store = opened(":memory:");
  const std::vector<Stored> documents = random_documents(6);
  put_all(&store, documents);
  const Graph graph = test::graph_of(documents);
  CHECK(got(store.counts()).documents == documents.size());
  CHECK(got(store.counts()).mentions == graph.mentions.size());
  CHECK(got(store.counts()).interactions == 0);
  got(store.merge());
  CHECK(got(store.counts()).interactions == graph.interactions.size());
  CHECK(got(store.counts()).actors == graph.actors.size());
}

TEST_CASE("sentences are found by their words") {
  const Folder folder;
  {
    Store store = opened(folder / "g.db");
    std::vector<Stored> documents = random_documents(8);
    documents[0].mentions[0].text = "Ahmet Davutoğlu flew to Tehran.";
    put_all(&store, documents);
    const auto found = [&] {
      store::Database db(folder / "g.db", store::Database::Mode::read, 1000);
      return db.number("SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH 'davutoglu tehran'");
    };
    CHECK(found() == 1);
    got(store.remove({documents[0].document.id}));
    CHECK(found() == 0);
  }
}

TEST_CASE("the views are for people") {
  const Folder folder;
  Store store = opened(folder / "g.db");
  Stored s;
  s.document.id = "a";
  s.document.date = "2010-05-14";
  for (const char* row : {"a 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual",
                          "a 2010-05-14 | Clinton meet Davutoglu+Lavrov | 2010-05-11 | actual",
                          "a 2010-05-14 | Obama+Medvedev meet - | 2010-05-10 | planned"}) {
    s.mentions.push_back(test::told(row, static_cast<std::uint32_t>(s.mentions.size())).mention);
  }
  got(store.put(s.document, s.mentions, "pack"));
  got(store.merge());
  store::Database db(folder / "g.db", store::Database::Mode::read, 1000);
  const auto table = [&db](std::string_view sql, int columns) {
    std::string out;
    store::Statement& rows = db.statement(sql);
    for (rows.start(); rows.next();) {
      for (int c = 0; c < columns; ++c) out += std::string(rows.text(c)) + (c + 1 == columns ? "\n" : "|");
    }
    return out;
  };
  CHECK(table("SELECT date, status, actors, action, recipients FROM v_interactions ORDER BY date", 5) ==
        "2010-05-10|planned|Medvedev, Obama|meet|\n"
        "2010-05-11|actual|Clinton|meet|Davutoglu, Lavrov\n"
        "2010-05-13|actual|Clinton|call|Davutoglu\n");
  CHECK(table("SELECT one, other, interactions, first, last FROM v_ties ORDER BY one, other", 5) ==
        "Clinton|Davutoglu|2|2010-05-11|2010-05-13\n"
        "Clinton|Lavrov|1|2010-05-11|2010-05-11\n"
        "Medvedev|Obama|1|2010-05-10|2010-05-10\n");
}

TEST_CASE("a reader leaves no files behind") {
  const Folder folder;
  {
    Store store = opened(folder / "g.db");
    put_all(&store, random_documents(8));
    got(store.merge());
  }
  {
    const Result<Store> one = Store::open(folder / "g.db", Store::Mode::read);
    REQUIRE(one.ok());
    {
      const Result<Store> other = Store::open(folder / "g.db", Store::Mode::read);
      REQUIRE(other.ok());
      got(other->load());
    }
    // The other one has not taken away what this one reads by.
    CHECK(std::filesystem::exists(folder / "g.db-shm"));
    got(one->load());
  }
  std::vector<std::string> files;
  for (const auto& file : std::filesystem::directory_iterator(folder.path())) files.push_back(file.path().filename());
  CHECK(files == std::vector<std::string>{"g.db"});
}

// What SQL finds by looking at every interaction, the indexes must find, too.
TEST_CASE("a part holds just the interactions of its scope") {
  for (unsigned seed = 0; seed < 6; ++seed) {
    CAPTURE(seed);
    const Folder folder;
    Store store = opened(folder / "g.db");
    put_all(&store, random_documents(seed));
    got(store.merge());
    const Graph whole = got(store.load());
    const auto takes_part = [](const Interaction& i, const std::string& id) {
      return std::count(i.actor.begin(), i.actor.end(), id) + std::count(i.recipient.begin(), i.recipient.end(), id) >
             0;
    };
    const auto touches = [](const Interaction& i, const std::string& since, const std::string& until) {
      const std::string& end = i.enddate.empty() ? i.date : i.enddate;
      return i.date.empty() || ((since.empty() || end + "-99" >= since) && (until.empty() || i.date <= until + "-99"));
    };
    for (const auto& [since, until] : {std::pair("", ""), std::pair("2010-05-13", ""), std::pair("", "2010-05-12"),
                                       std::pair("2010-05-13", "2010-05-14"), std::pair("2011-01-01", "2011-12-31")}) {
      for (const char* who : {"", "x.clinton-usa", "x.nobody"}) {
        for (const bool pair : {false, true}) {
          Scope scope;
          scope.since = since;
          scope.until = until;
          if (*who != '\0') scope.parties = {{who}};
          if (pair) scope.pairs = {{"x.lavrov-rus", "x.obama-usa"}, {"RUS", "x.clinton-usa"}};
          std::vector<std::string> expected, found;
          for (const Interaction& i : whole.interactions) {
            const bool both = (takes_part(i, "x.lavrov-rus") && takes_part(i, "x.obama-usa")) ||
                              (takes_part(i, "RUS") && takes_part(i, "x.clinton-usa"));
            if (touches(i, since, until) && (*who == '\0' || takes_part(i, who)) && (!pair || both)) {
              expected.push_back(i.id);
            }
          }
          for (const Interaction& i : got(store.load(got(store.load_actors()), scope)).interactions)
            found.push_back(i.id);
          CHECK(found == expected);
        }
      }
    }
  }
}

// What is listed a page at a time is what all of it, sorted by first day and id, holds there.
TEST_CASE("the newest interactions, a page at a time") {
  for (unsigned seed = 0; seed < 6; ++seed) {
    CAPTURE(seed);
    const Folder folder;
    Store store = opened(folder / "g.db");
    put_all(&store, random_documents(seed));
    CHECK(got(store.newest(Graph(), {}, 0, 9)).total == 0);  // not merged
    got(store.merge());
    const Graph actors = got(store.load_actors());
    std::vector<Interaction> all = got(store.load()).interactions;
    std::stable_sort(all.begin(), all.end(), [](const Interaction& a, const Interaction& b) {
      const auto day = [](const Interaction& i) { return i.date.empty() ? "" : (i.date + "-01-01").substr(0, 10); };
      return day(a) > day(b);
    });
    const auto undated = std::count_if(all.begin(), all.end(), [](const Interaction& i) { return i.date.empty(); });
    for (const std::size_t limit : {std::size_t{0}, std::size_t{1}, std::size_t{4}, SIZE_MAX}) {
      for (const std::size_t offset : {std::size_t{0}, std::size_t{3}, all.size(), all.size() + 5}) {
        std::vector<std::string> expected;
        for (std::size_t i = offset; i < all.size() && i - offset < limit; ++i) expected.push_back(all[i].id);
        const Listed listed = got(store.newest(actors, {}, offset, limit));
        CHECK(listed.interactions == expected);
        CHECK(listed.total == all.size());
        CHECK(listed.undated == static_cast<std::uint64_t>(undated));
      }
    }
    Scope talks;
    talks.tours = false;
    const Graph whole = got(store.load());
    const auto is_tour = [&](const Interaction& i) {
      return i.action == "visit" && std::all_of(i.recipient.begin(), i.recipient.end(), [&](const std::string& id) {
               return whole.actor(id)->kind == Kind::state;
             });
    };
    const auto tours = std::count_if(all.begin(), all.end(), is_tour);
    CHECK(got(store.newest(actors, talks, 0, 0)).total == all.size() - static_cast<std::size_t>(tours));
    Scope three;
    for (std::size_t i = 0; i < all.size() && i < 3; ++i) three.interactions.push_back(all[i].id);
    three.interactions.emplace_back("i.nothing");
    CHECK(got(store.newest(actors, three, 0, 9)).total == std::min<std::size_t>(3, all.size()));
    CHECK(got(store.load(got(store.load_actors()), three)).interactions.size() == std::min<std::size_t>(3, all.size()));
  }
}

TEST_CASE("a put that fails leaves the others of its group") {
  const Folder folder;
  Store store = opened(folder / "g.db");
  const std::vector<Stored> documents = random_documents(9);
  {
    store::Database db(folder / "g.db", store::Database::Mode::write, 1000);
    db.run(
        "CREATE TRIGGER refuse BEFORE INSERT ON sentences WHEN new.document = 2 BEGIN SELECT raise(ABORT, 'no'); END");
  }
  got(store.begin());
  got(store.put(documents[0].document, documents[0].mentions, "pack"));
  const Result<Done> second = store.put(documents[1].document, documents[1].mentions, "pack");
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().message == (folder / "g.db") + ": no");
  got(store.commit());
  CHECK(got(store.counts()).documents == 1);
  CHECK(got(store.counts()).mentions == documents[0].mentions.size());
}

}  // namespace
}  // namespace demarche
