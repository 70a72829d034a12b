// Offices as edges: what texts name and what the gazetteer knows.
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
