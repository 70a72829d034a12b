// Offices as edges: what texts name and what the gazetteer knows.
#include "graph/affiliation.h"

#include <doctest/doctest.h>

#include "graph/graph_text.h"

namespace demarche {
namespace {

// "person office of from-until told first/last n mentions"
std::string line(const Affiliation& a) {
  const auto or_dash = [](const std::string& s) { return s.empty() ? "-" : s; };
  return a.person + " | " + a.office + " | " + a.of + " | " + or_dash(a.from) + " to " + or_dash(a.until) + " | " +
         or_dash(a.first_told) + " to " + or_dash(a.last_told) + " | " + std::to_string(a.mentions.size()) +
         (a.former ? " former" : "") + (a.known ? " known" : "");
}

std::vector<std::string> lines_of(const Graph& graph, const std::string& person) {
  std::vector<std::string> out;
  for (const Affiliation& a : graph.affiliations) {
    if (a.person == person) out.push_back(line(a));
  }
  return out;
}

test::Told in_office(const std::string& row, const std::string& office, std::uint32_t number,
                     const std::string& id = "") {
  test::Told out = test::told(row, number);
  out.mention.actor[0].office = office;
  out.mention.actor[0].actor = id;
  return out;
}

Graph graph_of(const std::vector<test::Told>& told) {
  GraphBuilder builder;
  test::add(told, &builder);
  return std::move(builder).finish();
}

TEST_CASE("sightings of one office are one edge, whatever its wording") {
  const Graph graph =
      graph_of({in_office("a 2010-05-14 | Haddad@JOR meet Obama@USA | doc | actual", "Foreign Minister", 0),
                in_office("b 2010-06-14 | Haddad@JOR meet Obama@USA | doc | actual", "Minister for Foreign Affairs", 1),
                in_office("c 2010-06-20 | Haddad@JOR meet Obama@USA | doc | actual", "Foreign Minister", 2),
                in_office("d 2012-01-01 | Haddad@JOR meet Obama@USA | doc | actual", "former Foreign Minister", 3)});
  CHECK(
      lines_of(graph, "x.haddad-jor") ==
      std::vector<std::string>{"x.haddad-jor | Foreign Minister | JOR | - to - | 2010-05-14 to 2010-06-20 | 3",
                               "x.haddad-jor | Foreign Minister | JOR | - to - | 2012-01-01 to 2012-01-01 | 1 former"});
  CHECK(graph.affiliations[0].of_name == "Jordan");
  CHECK(graph.affiliations[0].mentions == std::vector<std::string>{"m.a.0", "m.b.1", "m.c.2"});
}

TEST_CASE("a term of the gazetteer takes the sightings that fall into it") {
  const Graph graph = graph_of({in_office("a 2010-05-14 | Clinton@USA meet Haddad@JOR | doc | actual",
                                          "Secretary of State", 0, "p.hillary-clinton"),
                                in_office("b 2005-05-14 | Clinton@USA meet Haddad@JOR | doc | actual",
                                          "Secretary of State", 1, "p.hillary-clinton")});
  const std::vector<std::string> all = lines_of(graph, "p.hillary-clinton");
  const auto has = [&](const std::string& line) { return std::count(all.begin(), all.end(), line) == 1; };
  CHECK(has(
      "p.hillary-clinton | Secretary of State | USA | 2009-01-21 to 2013-02-01 | 2010-05-14 to 2010-05-14 | 1 known"));
  CHECK(has("p.hillary-clinton | Secretary of State | USA | - to - | 2005-05-14 to 2005-05-14 | 1"));
}

// Somebody takes or leaves an office of a state or body, as the extractor tells it.
test::Told turn(const std::string& document, const std::string& action, const std::string& person,
                const std::string& office, const std::string& body, const std::string& date, std::uint32_t number,
                const std::string& id = "") {
  test::Told out = test::told(document + " | " + person + " meet - | doc | actual", number);
  out.mention.event.clear();
  out.mention.action = action;
  out.mention.actor[0].office = office;
  out.mention.actor[0].actor = id;
  Entity of;
  of.actor = body;
  of.kind = Kind::state;
  out.mention.recipient = {of};
  out.mention.date = date;
  out.mention.date_precision = date.empty() ? DatePrecision::document : DatePrecision::day;
  return out;
}

TEST_CASE("what a text tells of begin and end dates the edge, and is no interaction") {
  const Graph graph =
      graph_of({turn("a 2010-05-14", "take office", "Haddad@JOR", "foreign minister", "JOR", "2010-05-10", 0),
                in_office("b 2010-06-14 | Haddad@JOR meet Obama@USA | doc | actual", "Foreign Minister", 1),
                turn("c 2012-03-02", "leave office", "Haddad@JOR", "foreign minister", "JOR", "2012-03-01", 2)});
  CHECK(graph.interactions.size() == 1);
  CHECK(lines_of(graph, "x.haddad-jor") ==
        std::vector<std::string>{
            "x.haddad-jor | foreign minister | JOR | 2010-05-10 to 2012-03-01 | 2010-05-14 to 2012-03-02 | 3"});
  CHECK(graph::held_from(graph.affiliations[0]) == "2010-05-10");
  CHECK(graph::held_until(graph.affiliations[0]) == "2012-03-01");
}

TEST_CASE("a person whom the texts only appoint is in the graph") {
  const Graph graph = graph_of({turn("a 2010-05-14", "take office", "Haddad@JOR", "official", "JOR", "", 0)});
  CHECK(lines_of(graph, "x.haddad-jor") ==
        std::vector<std::string>{"x.haddad-jor | official | JOR | - to - | 2010-05-14 to 2010-05-14 | 1"});
  CHECK(graph::held_from(graph.affiliations[0]) == "2010-05-14");
  REQUIRE(graph.actors.size() == 1);
  CHECK(graph.actors[0].interactions == 0);
}

TEST_CASE("an end that is told alone does not say since when") {
  const Graph graph =
      graph_of({turn("a 2010-05-14", "leave office", "Haddad@JOR", "official", "JOR", "2010-05-12", 0)});
  REQUIRE(graph.affiliations.size() == 1);
  CHECK(graph::held_from(graph.affiliations[0]).empty());
  CHECK(graph::held_until(graph.affiliations[0]) == "2010-05-12");
}

TEST_CASE("who takes an office after leaving it holds it") {
  const Graph graph = graph_of({turn("a 2010-05-14", "leave office", "Haddad@JOR", "official", "JOR", "2010-05-12", 0),
                                turn("b 2011-05-14", "take office", "Haddad@JOR", "official", "JOR", "2011-05-12", 1)});
  CHECK(lines_of(graph, "x.haddad-jor") ==
        std::vector<std::string>{"x.haddad-jor | official | JOR | 2011-05-12 to - | 2010-05-14 to 2011-05-14 | 2"});
}

TEST_CASE("an appointment is evidence of the gazetteer's term that begins soon after it") {
  const Graph graph = graph_of({turn("a 2008-12-14", "take office", "Clinton@USA", "secretary of state", "USA",
                                     "2008-12-01", 0, "p.hillary-clinton")});
  const std::vector<std::string> all = lines_of(graph, "p.hillary-clinton");
  CHECK(std::count(
            all.begin(), all.end(),
            "p.hillary-clinton | Secretary of State | USA | 2009-01-21 to 2013-02-01 | 2008-12-14 to 2008-12-14 | 1 "
            "known") == 1);
}

TEST_CASE("no more sentences than a reader needs") {
  std::vector<test::Told> told;
  for (std::uint32_t i = 0; i < 25; ++i) {
    told.push_back(in_office("d" + std::to_string(10 + i) + " 2010-05-" + std::to_string(10 + i % 20) +
                                 " | Haddad@JOR meet Obama@USA | doc | actual",
                             "Foreign Minister", i));
  }
  const Graph graph = graph_of(told);
  REQUIRE(graph.affiliations.size() == 1);
  CHECK(graph.affiliations[0].mentions.size() == 10);
}

TEST_CASE("states, groups, and persons without state or office have none") {
  CHECK(graph_of({test::told("a 2010-05-14 | !TUR meet Haddad@JOR | doc | actual", 0)}).affiliations.empty());
  CHECK(graph_of({in_office("a 2010-05-14 | Haddad meet Obama@USA | doc | actual", "Foreign Minister", 0)})
            .affiliations.empty());
}

}  // namespace
}  // namespace demarche
