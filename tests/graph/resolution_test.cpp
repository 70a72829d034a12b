// Decisions about who is who, on a graph of a few statements.
#include "graph/resolution.h"

#include <doctest/doctest.h>

#include "graph/graph_text.h"

namespace demarche::graph {
namespace {

using test::add;
using test::lines;
using test::told;

Decision merged(const char* actor, const char* other) {
  Decision d;
  d.kind = Decision::Kind::merge;
  d.actor = actor;
  d.other = other;
  return d;
}

Decision divided(const char* actor, const char* other) {
  Decision d = merged(actor, other);
  d.kind = Decision::Kind::split;
  return d;
}

Decision named(const char* actor, const char* name) {
  Decision d;
  d.kind = Decision::Kind::alias;
  d.actor = actor;
  d.name = name;
  return d;
}

Graph graph_with(const std::vector<std::string>& rows, std::vector<Decision> decisions) {
  std::uint64_t number = 0;
  for (Decision& d : decisions) d.number = ++number;
  GraphBuilder builder;
  add(told(rows), &builder);
  builder.decide(std::move(decisions));
  return std::move(builder).finish();
}

std::vector<std::string> actors(const Graph& graph) {
  std::vector<std::string> out;
  for (const Actor& a : graph.actors) {
    out.push_back(a.id + "=" + a.name + (a.aliases.empty() ? "" : " aka " + test::joined(a.aliases, ", ")));
  }
  return out;
}

using Words = std::vector<std::string>;

const Words calls = {
    "a 2010-05-14 | Clinton@USA call Davutoglu@TUR | 2010-05-13 | actual",
    "b 2010-05-15 | Rodham@USA call Davutoglu@TUR | 2010-05-13 | actual",
};

TEST_CASE("two actors are one: their interactions join") {
  CHECK(lines(graph_with(calls, {})).size() == 2);
  const Graph one = graph_with(calls, {merged("x.clinton-usa", "x.rodham-usa")});
  CHECK(actors(one) == Words{"x.clinton-usa=Clinton aka Rodham", "x.davutoglu-tur=Davutoglu"});
  CHECK(lines(one) ==
        Words{"x.clinton-usa call x.davutoglu-tur 2010-05-13 actual 2 mentions 2 reports: actual actual"});
  // Who stays keeps the name, however rarely it is used.
  const Graph other = graph_with(calls, {merged("x.rodham-usa", "x.clinton-usa")});
  CHECK(actors(other) == Words{"x.davutoglu-tur=Davutoglu", "x.rodham-usa=Rodham aka Clinton"});
}

TEST_CASE("decisions hold in their order, and those undone not at all") {
  Decision undone = merged("x.clinton-usa", "x.rodham-usa");
  undone.undone = true;
  CHECK(lines(graph_with(calls, {undone})) == lines(graph_with(calls, {})));
  // A chain: Rodham is Clinton, Clinton is Diane.
  CHECK(actors(graph_with(calls, {merged("x.clinton-usa", "x.rodham-usa"), merged("x.diane", "x.clinton-usa")})) ==
        Words{"x.davutoglu-tur=Davutoglu", "x.diane=Clinton aka Rodham"});
  CHECK(actors(graph_with(calls, {merged("x.diane", "x.clinton-usa"), merged("x.clinton-usa", "x.rodham-usa")})) ==
        Words{"x.clinton-usa=Rodham", "x.davutoglu-tur=Davutoglu", "x.diane=Clinton"});
  // Two that point at each other end where the first put them and the second brings them back.
  CHECK(lines(graph_with(calls, {merged("x.clinton-usa", "x.rodham-usa"), merged("x.rodham-usa", "x.clinton-usa")}))
            .size() == 1);
  CHECK(lines(graph_with(calls, {merged("x.nobody", "x.none")})) == lines(graph_with(calls, {})));
}

const Words kellys = {
    "a 1990-05-14 | Kelly@USA call Levy@ISR | 1990-05-13 | actual",
    "b 2018-05-15 | Kelly@USA call Netanyahu@ISR | 2018-05-13 | actual",
    "c - | Kelly@USA call Rabin@ISR | - | actual",
};

TEST_CASE("one actor is two: by date, document, name, country") {
  Decision late = divided("x.kelly-usa", "x.kelly-usa-2");
  late.since = "2000";
  late.name = "John F. Kelly";
  CHECK(actors(graph_with(kellys, {late})) == Words{"x.kelly-usa=Kelly", "x.kelly-usa-2=John F. Kelly aka Kelly",
                                                    "x.levy-isr=Levy", "x.netanyahu-isr=Netanyahu",
                                                    "x.rabin-isr=Rabin"});
  const auto of_two = [&](Decision d) {
    std::string out;
    for (const Interaction& i : graph_with(kellys, {std::move(d)}).interactions) {
      for (const std::string& id : i.actor) out += id.ends_with("-2") ? " " + i.recipient.front() : "";
    }
    return out;
  };
  CHECK(of_two(late) == " x.netanyahu-isr");
  Decision early = divided("x.kelly-usa", "x.kelly-usa-2");
  early.until = "1990-05";
  CHECK(of_two(early) == " x.levy-isr");
  Decision document = divided("x.kelly-usa", "x.kelly-usa-2");
  document.documents = {"c", "nowhere"};
  CHECK(of_two(document) == " x.rabin-isr");
  Decision called = divided("x.kelly-usa", "x.kelly-usa-2");
  called.called = "KELLY";
  called.documents = {"a"};
  CHECK(of_two(called) == " x.levy-isr");
  called.called = "Smith";
  CHECK(of_two(called) == "");
  Decision country = divided("x.kelly-usa", "x.kelly-usa-2");
  country.country = "GBR";
  CHECK(of_two(country) == "");
  Decision other = late;
  other.actor = "x.levy-isr";
  CHECK(of_two(other) == "");  // the conditions fit, the actor does not
}

TEST_CASE("two splits of one actor, with numbers that hold each other") {
  std::vector<Decision> decisions(12, merged("x.nobody", "x.none"));
  decisions[0] = divided("x.kelly-usa", "x.kelly-one");
  decisions[0].documents = {"a"};
  decisions[10] = divided("x.kelly-usa", "x.kelly-eleven");
  decisions[10].documents = {"b"};
  const Graph graph = graph_with(kellys, decisions);
  CHECK(graph.actor("x.kelly-one") != nullptr);
  CHECK(graph.actor("x.kelly-eleven") != nullptr);
  CHECK(graph.actor("x.kelly-usa") != nullptr);
}

TEST_CASE("a name belongs to an actor") {
  const Words rows = {
      "a 2010-05-14 | Lula call Davutoglu@TUR | 2010-05-13 | actual",
      "b 2010-05-14 | Silva@BRA call Davutoglu@TUR | 2010-05-13 | actual",
  };
  CHECK(actors(graph_with(rows, {named("x.silva-bra", "lula")})) ==
        Words{"x.davutoglu-tur=Davutoglu", "x.silva-bra=Silva aka Lula, lula"});
  CHECK(lines(graph_with(rows, {named("x.silva-bra", "Lula")})).size() == 1);
  // Also where no text has the name yet.
  CHECK(actors(graph_with(rows, {named("x.silva-bra", "The President")})) ==
        Words{"x.davutoglu-tur=Davutoglu", "x.lula=Lula", "x.silva-bra=Silva aka The President"});
}

}  // namespace
}  // namespace demarche::graph
