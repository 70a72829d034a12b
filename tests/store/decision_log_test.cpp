// The log of decisions: kept, replayed, undone.
#include <doctest/doctest.h>

#include "demarche/decision.h"
#include "store/store_fixture.h"

namespace demarche {
namespace {

using test::Folder;

void put(const std::string& path, const std::vector<std::string>& rows) {
  Store store = Store::open(path, Store::Mode::write).value();
  for (const test::Told& t : test::told(rows)) {
    Document d;
    d.id = t.source.id;
    d.date = t.source.date;
    d.text = t.mention.text;
    REQUIRE(store.put(d, {t.mention}, "pack").ok());
  }
  REQUIRE(store.merge().ok());
}

std::string ids(const std::string& path) {
  Store store = Store::open(path, Store::Mode::write).value();
  const Graph unmerged = store.load().value();
  REQUIRE(store.merge().ok());
  const Graph graph = store.load().value();
  CHECK(unmerged.actors.size() == graph.actors.size());
  std::string out;
  for (const Actor& a : graph.actors) out += (out.empty() ? "" : " ") + a.id;
  return out;
}

Decision merge_of(const char* actor, const char* other) {
  Decision d;
  d.actor = actor;
  d.other = other;
  return d;
}

TEST_CASE("decisions are replayed when the store is rebuilt, and taken back") {
  const Folder folder;
  const std::string path = folder / "g.db";
  put(path, {"a 2010-05-14 | Clinton@USA call Davutoglu@TUR | 2010-05-13 | actual",
             "b 2010-05-15 | Rodham@USA call Davutoglu@TUR | 2010-05-13 | actual"});
  const std::string before = "x.clinton-usa x.davutoglu-tur x.rodham-usa";
  CHECK(ids(path) == before);
  {
    DecisionLog log = DecisionLog::open(path).value();
    CHECK(log.all().value().empty());
    CHECK(log.add(merge_of("x.clinton-usa", "x.rodham-usa")).value().number == 1);
  }
  CHECK(ids(path) == "x.clinton-usa x.davutoglu-tur");
  // A new document, and the same one again: the decision still holds.
  put(path, {"c 2010-05-16 | Rodham@USA call Lavrov@RUS | 2010-05-16 | actual"});
  CHECK(ids(path) == "x.clinton-usa x.davutoglu-tur x.lavrov-rus");
  DecisionLog log = DecisionLog::open(path).value();
  CHECK(log.undo().value().number == 1);
  CHECK(ids(path) == "x.clinton-usa x.davutoglu-tur x.lavrov-rus x.rodham-usa");
  CHECK(log.all().value().at(0).undone);
}

TEST_CASE("every field of a decision is kept") {
  const Folder folder;
  const std::string path = folder / "g.db";
  put(path, {"a 2010-05-14 | Clinton@USA call Davutoglu@TUR | 2010-05-13 | actual"});
  DecisionLog log = DecisionLog::open(path).value();
  Decision d;
  d.kind = Decision::Kind::split;
  d.actor = "x.a";
  d.other = "x.b";
  d.name = "B";
  d.documents = {"one", "two\nlines", "'; DROP TABLE decisions"};
  d.called = "A";
  d.country = "USA";
  d.office = "Minister";
  d.since = "2001";
  d.until = "2002-03-04";
  d.note = "two people";
  d.made = "2020-01-01T00:00:00Z";
  REQUIRE(log.add(d).ok());
  d.kind = Decision::Kind::alias;
  REQUIRE(log.add(d).ok());
  const std::vector<Decision> all = log.all().value();
  REQUIRE(all.size() == 2);
  const Decision& kept = all[0];
  CHECK(kept.kind == Decision::Kind::split);
  CHECK(kept.actor == "x.a");
  CHECK(kept.other == "x.b");
  CHECK(kept.name == "B");
  CHECK(kept.documents == std::vector<std::string>{"'; DROP TABLE decisions", "one", "two\nlines"});
  CHECK(kept.called == "A");
  CHECK(kept.country == "USA");
  CHECK(kept.office == "Minister");
  CHECK(kept.since == "2001");
  CHECK(kept.until == "2002-03-04");
  CHECK(kept.note == "two people");
  CHECK(kept.made == "2020-01-01T00:00:00Z");
  CHECK_FALSE(kept.undone);
  CHECK(all[1].kind == Decision::Kind::alias);
}

TEST_CASE("what cannot be undone") {
  const Folder folder;
  const std::string path = folder / "g.db";
  put(path, {"a 2010-05-14 | Clinton@USA call Davutoglu@TUR | 2010-05-13 | actual"});
  DecisionLog log = DecisionLog::open(path).value();
  CHECK(log.undo().error().message == path + ": nothing to undo");
  REQUIRE(log.add(merge_of("x.a", "x.b")).ok());
  REQUIRE(log.add(merge_of("x.c", "x.d")).ok());
  CHECK(log.undo(7).error().message == path + ": no decision 7; see demarche actors log");
  CHECK(log.undo(1).ok());
  CHECK(log.undo(1).error().message == path + ": decision 1 is undone already");
  CHECK(log.undo().value().number == 2);
  CHECK(log.undo().error().message == path + ": nothing to undo");
  CHECK(DecisionLog::open(folder / "missing.db").error().message ==
        (folder / "missing.db") + ": no such file; make it with demarche build");
}

TEST_CASE("logs are joined: each decision once, by time, the same in any order, an undone one stays undone") {
  const Folder folder;
  const std::vector<std::string> rows = {"a 2010-05-14 | Clinton@USA call Davutoglu@TUR | 2010-05-13 | actual",
                                         "b 2010-05-15 | Rodham@USA call Davutoglu@TUR | 2010-05-13 | actual"};
  const auto at = [](Decision d, const char* made) {
    d.made = made;
    return d;
  };
  const Decision late = at(merge_of("x.clinton-usa", "x.rodham-usa"), "2020-01-03T00:00:00Z");
  const Decision early = at(merge_of("x.c", "x.d"), "2020-01-01T00:00:00Z");
  const Decision middle = at(merge_of("x.e", "x.f"), "2020-01-02T00:00:00Z");
  for (const char* name : {"one.db", "two.db"}) put(folder / name, rows);
  DecisionLog one = DecisionLog::open(folder / "one.db").value();
  DecisionLog two = DecisionLog::open(folder / "two.db").value();
  REQUIRE(one.add(late).ok());
  REQUIRE(one.add(middle).ok());
  REQUIRE(two.add(middle).ok());
  REQUIRE(two.add(early).ok());
  REQUIRE(two.undo(1).ok());
  const auto words = [](const std::vector<Decision>& all) {
    std::string out;
    for (const Decision& d : all) out += std::to_string(d.number) + " " + d.other + (d.undone ? " undone" : "") + "; ";
    return out;
  };
  const auto of_two = two.all().value();
  CHECK(two.join(one.all().value()).value() == 1);
  CHECK(one.join(of_two).value() == 1);
  CHECK(one.join(of_two).value() == 0);
  CHECK(words(one.all().value()) == "1 x.d; 2 x.f undone; 3 x.rodham-usa; ");
  CHECK(words(two.all().value()) == words(one.all().value()));
  CHECK(words(DecisionLog::read(folder / "two.db").value()) == words(one.all().value()));
  CHECK(ids(folder / "two.db") == "x.clinton-usa x.davutoglu-tur");
}

}  // namespace
}  // namespace demarche
