#include "demarche/compare.h"

#include <doctest/doctest.h>

#include <tuple>

using namespace demarche;

namespace {

Actor actor(std::string id, std::string name, Kind kind, std::string code) {
  Actor a;
  a.id = std::move(id), a.name = std::move(name), a.kind = kind, a.code = std::move(code);
  return a;
}

Graph graph(std::vector<std::tuple<std::string, std::string, std::string, std::string, std::string>> deeds) {
  Graph g;
  g.actors = {actor("RUS", "Russia", Kind::state, "RUS"), actor("TUR", "Turkey", Kind::state, "TUR"),
              actor("p.lavrov", "Sergei Lavrov", Kind::person, "RUS"),
              actor("x.un", "United Nations", Kind::organisation, "IGO")};
  for (auto& [event, action, from, to, day] : deeds) {
    Interaction& i = g.interactions.emplace_back();
    i.id = "i" + std::to_string(g.interactions.size());
    i.event = event, i.action = action, i.actor = {from}, i.recipient = {to}, i.date = day;
  }
  return g;
}

std::string text(const Comparison& c) {
  std::string out;
  for (const Contact& x : c.contacts) {
    out += (x.a.empty() ? "B " : x.b.empty() ? "A " : "= ") + x.day + " " + x.who + ">" + x.whom + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("persons stand for their countries, and talks have no direction") {
  const Graph a = graph(
      {{"CONSULT", "call", "p.lavrov", "TUR", "2021-05-13"}, {"ACCUSE", "criticise", "RUS", "TUR", "2021-05-14"}});
  const Graph b =
      graph({{"CONSULT", "meet", "TUR", "RUS", "2021-05-13"}, {"ACCUSE", "criticise", "TUR", "RUS", "2021-05-14"}});
  CHECK(text(compare(a, b, {})) ==
        "= 2021-05-13 Russia>Turkey\nA 2021-05-14 Russia>Turkey\nB 2021-05-14 Turkey>Russia\n");
  CHECK(text(compare(a, b, {.by_country = false})).find("A 2021-05-13 Sergei Lavrov>Turkey") != std::string::npos);
}

TEST_CASE("dates may differ by some days, each day is used once") {
  const Graph a =
      graph({{"CONSULT", "call", "RUS", "TUR", "2021-05-13"}, {"CONSULT", "call", "RUS", "TUR", "2021-05-14"}});
  const Graph b = graph({{"CONSULT", "call", "RUS", "TUR", "2021-05-15"}});
  CHECK(compare(a, b, {}).both == 0);
  const Comparison near = compare(a, b, {.within = 1});
  CHECK(near.both == 1);
  CHECK(near.only_a == 1);
  CHECK(near.only_b == 0);
}

TEST_CASE("the event may have to be the same; what has no day or country is counted") {
  const Graph a = graph({{"CONSULT", "call", "RUS", "TUR", "2021-05-13"},
                         {"CONSULT", "call", "RUS", "x.un", "2021-05-13"},
                         {"CONSULT", "call", "RUS", "TUR", "2021-05"}});
  const Graph b = graph({{"SUPPORT", "praise", "RUS", "TUR", "2021-05-13"}});
  CHECK(compare(a, b, {}).both == 1);
  CHECK(compare(a, b, {.by_event = true}).both == 0);
  CHECK(compare(a, b, {}).left_out_a == 2);
}
