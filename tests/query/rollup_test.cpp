#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

#include "demarche/report.h"
#include "export/sample.h"

using namespace demarche;

namespace {

// "FRA > USA, AUS" of one interaction between these, rolled up to countries; "nothing" when it is none any more.
std::string rolled(std::vector<std::string> actor, std::vector<std::string> recipient) {
  Graph graph;
  graph.actors = {sample::actor("AUS", "Australia", Kind::state, "AUS"),
                  sample::actor("FRA", "France", Kind::state, "FRA"),
                  sample::actor("USA", "United States", Kind::state, "USA"),
                  sample::actor("x.american-envoy", "American envoy", Kind::person, "USA"),
                  sample::actor("x.french-ambassador", "French ambassador", Kind::person, "FRA"),
                  sample::actor("x.french-president", "French president", Kind::person, "FRA")};
  graph.interactions = {sample::interaction("i", "recall", "2021-09-17", std::move(actor), std::move(recipient))};
  const Graph part = rolled_up(graph, Rollup::country);
  if (part.interactions.empty()) return "nothing";
  const Interaction& i = part.interactions.front();
  return fmt::format("{} > {}", fmt::join(i.actor, ", "), fmt::join(i.recipient, ", "));
}

}  // namespace

TEST_CASE("who is on both sides after a roll-up stays where the deed makes sense") {
  const std::string president = "x.french-president", ambassador = "x.french-ambassador", envoy = "x.american-envoy";
  CHECK(rolled({president}, {"USA"}) == "FRA > USA");
  CHECK(rolled({president}, {ambassador}) == "nothing");
  CHECK(rolled({president}, {"AUS", "USA", ambassador}) == "FRA > AUS, USA");
  CHECK(rolled({president, "USA"}, {envoy}) == "FRA > USA");
  CHECK(rolled({president, "USA"}, {envoy, "AUS"}) == "FRA > AUS");
  CHECK(rolled({president, "USA"}, {envoy, ambassador}) == "nothing");
}
