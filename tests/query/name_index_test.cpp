#include "query/name_index.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "query/fixture.h"
#include "query/words.h"

using namespace demarche;

namespace {

constexpr const char* states = R"(
[[state]]
id = "TUR"
name = "Turkey"
variants = ["Republic of Turkey"]
adjectives = ["Turkish"]
people = ["Turk", "Turks"]
capital = ["Ankara"]

[[state]]
id = "GBR"
name = "United Kingdom"
adjectives = ["British"]
capital = ["London"]

[[state]]
id = "SUN"
name = "Soviet Union"
capital = ["Moscow"]
until = 1991-12-26

[[state]]
id = "RUS"
name = "Russia"
adjectives = ["Russian"]
capital = ["Moscow"]
)";

std::string found(const query::NameIndex& index, const std::string& typed) {
  const query::Lookup lookup = index.find(typed);
  if (lookup.found()) return lookup.party.name;
  return lookup.candidates.empty() ? "none" : fmt::format("{}", fmt::join(lookup.candidates, " or "));
}

void person(Graph* graph, const std::string& id, const std::string& name, const std::string& code = "USA") {
  fixture::actor(graph, id, name, Kind::person, code);
}

}  // namespace

TEST_CASE("a typed name finds its actor") {
  const Graph graph = fixture::graph();
  const query::Countries countries = query::Countries::parse(states);
  const query::NameIndex index(graph, countries);
  struct Row {
    const char* typed;
    const char* name;
  };
  const Row rows[] = {
      {"Angela Merkel", "Angela Merkel"},
      {"angela merkel", "Angela Merkel"},
      {"MERKEL", "Angela Merkel"},
      {"Angela Dorothea Merkel", "Angela Merkel"},
      {"Lula", "Luiz Inácio Lula da Silva"},
      {"Luiz Inacio Lula da Silva", "Luiz Inácio Lula da Silva"},
      {"da Silva", "Luiz Inácio Lula da Silva"},
      {"Luiz da Silva", "Luiz Inácio Lula da Silva"},
      {"Tayyip Erdogan", "Recep Tayyip Erdoğan"},
      {"Ban", "Ban Ki-moon"},
      {"Ban Ki Moon", "Ban Ki-moon"},
      {"Hillary", "Hillary Clinton"},
      {"Clinton", "Hillary Clinton or Bill Clinton"},
      {"Secretary of State Clinton", "Hillary Clinton or Bill Clinton"},
      {"Secretary of State Hillary Clinton", "Hillary Clinton"},
      {"Mrs. Merkel", "Angela Merkel"},
      {"President Putin", "Vladimir Putin"},
      {"Russian President Putin", "Vladimir Putin"},
      {"Chelsea Clinton", "none"},
      {"the UNSC", "United Nations Security Council"},
      {"Security Council", "United Nations Security Council"},
      {"a Turkish official", "Turkish official"},
      {"Ankara", "Turkey"},
      {"the Turkish government", "Turkey"},
      {"Moscow", "Russia"},
      {"Bosnia and Herzegovina", "Bosnia and Herzegovina"},
      {"the Turkish foreign minister", "Ahmet Davutoğlu"},
      {"Turkey's foreign minister", "Ahmet Davutoğlu"},
      {"foreign minister of Turkey", "Ahmet Davutoğlu"},
      {"the foreign minister of Russia", "Sergei Lavrov"},
      {"the Russian deputy foreign minister", "Sergei Ryabkov"},
      {"the foreign minister", "Sergei Lavrov or Guido Westerwelle or Ahmet Davutoğlu"},
      {"the British foreign minister", "none"},
      {"Britain", "none"},
      {"", "none"},
      {"the", "none"},
  };
  for (const Row& row : rows) {
    const std::string typed = row.typed;
    CAPTURE(typed);
    CHECK(found(index, typed) == std::string(row.name));
  }
}

TEST_CASE("a state stands for those who act for it") {
  const Graph graph = fixture::graph();
  const query::Countries countries = query::Countries::parse(states);
  const query::NameIndex index(graph, countries);
  const auto turkey = index.find("Turkey").party.ids;
  CHECK(turkey == std::unordered_set<std::string_view>{"TUR", "p.erdogan", "p.davutoglu", "x.turkish-official"});
  CHECK(index.find("Syria").party.ids == std::unordered_set<std::string_view>{"SYR"});
}

TEST_CASE("a bare surname beside a full name") {
  Graph graph;
  person(&graph, "a", "Gates");
  person(&graph, "b", "Robert Gates");
  Interaction often;
  often.actor = {"b"};
  const query::Countries none;

  SUBCASE("equal: the bare one") { CHECK(found(query::NameIndex(graph, none), "Gates") == "Gates"); }
  SUBCASE("the full one is in more interactions") {
    graph.interactions = {often};
    CHECK(found(query::NameIndex(graph, none), "Gates") == "Robert Gates");
  }
  SUBCASE("two full ones") {
    graph.interactions = {often};
    person(&graph, "c", "Bill Gates");
    CHECK(found(query::NameIndex(graph, none), "Gates") == "Robert Gates or Gates or Bill Gates");
  }
}

TEST_CASE("states go before persons of that surname") {
  Graph graph;
  fixture::actor(&graph, "JOR", "Jordan", Kind::state, "JOR");
  person(&graph, "p", "Vernon Jordan");
  const query::Countries none;
  CHECK(found(query::NameIndex(graph, none), "Jordan") == "Jordan");
}

TEST_CASE("nearest names") {
  const Graph graph = fixture::graph();
  const query::Countries none;
  const query::NameIndex index(graph, none);
  using Names = std::vector<std::string>;
  CHECK(index.nearest("Davutoglo") == Names{"Ahmet Davutoğlu"});
  CHECK(index.nearest("Sergey") == Names{"Sergei Lavrov", "Sergei Ryabkov"});
  CHECK(index.nearest("Clintn") == Names{"Bill Clinton", "Hillary Clinton"});
  CHECK(index.nearest("Xyzzy").empty());
}

TEST_CASE("countries by their words") {
  const query::Countries countries = query::Countries::parse(states);
  CHECK(countries.code("Turks") == "TUR");
  CHECK(countries.code("the Republic of Turkey") == "TUR");
  CHECK(countries.code("moscow") == "RUS");
  CHECK(countries.code("Soviet Union") == "SUN");
  CHECK(countries.code("Narnia") == "");
  CHECK(countries.name("GBR") == "United Kingdom");
  CHECK(countries.name("XXX") == "");
  CHECK(query::Countries::parse("[[state").names().empty());
  CHECK(countries.names() == std::vector<std::string>{"Russia", "Soviet Union", "Turkey", "United Kingdom"});
}

TEST_CASE("words") {
  CHECK(query::spaced("Who called  Davutoğlu,\tin May?") == "Who called Davutoğlu in May ");
  CHECK(query::spaced("Who is “Lula”?") == "Who is Lula ");
  CHECK(query::spaced("Who called Turkey’s minister.") == "Who called Turkey's minister ");
  CHECK(query::spaced("Who visited the U.S.") == "Who visited the U.S. ");
  CHECK(query::spaced("a\xff") == "a\xEF\xBF\xBD ");
  CHECK(query::spaced(" ? ") == "");
  CHECK(query::key("P.J. Crowley") == "pj crowley");
  CHECK(query::key("Erdoğan–Gül!") == "erdogan gul");
  CHECK(query::contains_words("the iranian offer", "iran"));
  CHECK(!query::contains_words("a woman", "oman"));
  CHECK(!query::contains_words("iran", ""));
}
