#include "graph/actor_index.h"

#include <doctest/doctest.h>

#include "graph/graph_text.h"

namespace demarche::graph {
namespace {

Entity person(const std::string& name, const std::string& code, const std::string& gazetteer = "",
              const std::string& qid = "") {
  Entity e;
  e.identifier_text = e.entity_text = name;
  e.code = code;
  e.actor = gazetteer;
  e.identifier_id = qid;
  e.kind = Kind::person;
  return e;
}

std::vector<std::string> ids(const std::vector<Entity>& entities) {
  ActorIndex index;
  std::vector<std::uint32_t> forms;
  for (const Entity& e : entities) forms.push_back(index.see(e));
  index.settle();
  std::vector<std::string> out;
  for (const std::uint32_t form : forms) out.push_back(index.id(index.actor_of(form)));
  return out;
}

using Ids = std::vector<std::string>;

TEST_CASE("who is who") {
  CHECK(ids({person("Hillary Clinton", "USA", "p.hillary-clinton")}) == Ids{"p.hillary-clinton"});
  CHECK(ids({person("Nasser Judeh", "JOR")}) == Ids{"x.nasser-judeh-jor"});
  CHECK(ids({person("Nasser Judeh", "")}) == Ids{"x.nasser-judeh"});
  // Case and accents do not matter, the country does.
  CHECK(ids({person("Nasser Judéh", "JOR"), person("nasser judeh", "JOR"), person("Nasser Judeh", "SYR")}) ==
        Ids{"x.nasser-judeh-jor", "x.nasser-judeh-jor", "x.nasser-judeh-syr"});
  // Without a country: the only one of that name.
  CHECK(ids({person("Nasser Judeh", ""), person("Nasser Judeh", "JOR")}) == Ids(2, "x.nasser-judeh-jor"));
  CHECK(ids({person("Wang Yi", ""), person("Wang Yi", "CHN"), person("Wang Yi", "TWN")}) ==
        Ids{"x.wang-yi", "x.wang-yi-chn", "x.wang-yi-twn"});
  // A name of the gazetteer, from a text whose entities the user gave.
  CHECK(ids({person("Hillary Clinton", ""), person("Hillary Clinton", "USA", "p.hillary-clinton")}) ==
        Ids(2, "p.hillary-clinton"));
  CHECK(ids({person("Hillary Clinton", "CAN"), person("Hillary Clinton", "USA", "p.hillary-clinton")}) ==
        Ids{"x.hillary-clinton-can", "p.hillary-clinton"});
  // Wikidata.
  CHECK(ids({person("H. Clinton", "", "", "Q6294"), person("Hillary Clinton", "USA", "p.hillary-clinton", "Q6294")}) ==
        Ids(2, "p.hillary-clinton"));
  CHECK(ids({person("Lula", "BRA", "", "Q37181"), person("Luiz Lula", "BRA", "", "Q37181"),
             person("Luiz Lula", "BRA", "", "Q37181")}) == Ids(3, "x.luiz-lula-bra"));
}

TEST_CASE("persons and groups of one name are two") {
  Entity group = person("Houthi", "");
  group.kind = Kind::group;
  CHECK(ids({group, person("Houthi", "YEM")}) == Ids{"x.houthi", "x.houthi-yem"});
  group.kind = Kind::other;
  CHECK(ids({group, person("Houthi", "YEM")}) == Ids(2, "x.houthi-yem"));
}

TEST_CASE("an actor is what most texts say") {
  ActorIndex index;
  Entity e = person("Hillary Clinton", "USA", "p.hillary-clinton");
  for (const char* office : {"Senator", "SECRETARY OF STATE", "Secretary of State", "SECRETARY OF STATE"}) {
    e.office = office;
    index.see(e);
  }
  for (const char* words : {"Secretary Clinton", "she", "the secretary", "Hillary Rodham Clinton", "Clinton's"}) {
    e.entity_text = words;
    index.see(e);
  }
  index.settle();
  const std::vector<Actor> actors = index.actors();
  REQUIRE(actors.size() == 1);
  CHECK(actors[0].name == "Hillary Clinton");
  CHECK(actors[0].kind == Kind::person);
  CHECK(actors[0].offices == std::vector<std::string>{"Secretary of State", "Senator"});
  CHECK(actors[0].aliases == std::vector<std::string>{"Clinton", "Hillary Rodham Clinton"});
}

struct AliasRow {
  const char* words;
  const char* name;
  Kind kind;
  const char* alias;
};

TEST_CASE("aliases") {
  const AliasRow rows[] = {
      {"Clinton", "Hillary Clinton", Kind::person, "Clinton"},
      {"Hillary Clinton", "Hillary Clinton", Kind::person, ""},
      {"U.S. Secretary of State Hillary Clinton", "Hillary Clinton", Kind::person, ""},
      {"Nasser Judeh, Jordan's foreign minister", "Nasser Judeh", Kind::person, ""},
      {"President Lula", "Luiz Inácio Lula da Silva", Kind::person, "Lula"},
      {"Davutoğlu", "Ahmet Davutoglu", Kind::person, "Davutoğlu"},
      {"Secretary", "Hillary Clinton", Kind::person, ""},
      {"She", "Hillary Clinton", Kind::person, ""},
      {"the Kremlin", "Russia", Kind::state, "Kremlin"},
      {"Moscow", "Russia", Kind::state, "Moscow"},
      {"They", "Russia", Kind::state, ""},
      {"the country", "Russia", Kind::state, ""},
      {"", "Russia", Kind::state, ""},
  };
  for (const AliasRow& row : rows) {
    CAPTURE(row.words);
    CHECK(alias_in(row.words, row.name, row.kind) == row.alias);
  }
}

}  // namespace
}  // namespace demarche::graph
