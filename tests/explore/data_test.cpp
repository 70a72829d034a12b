// What the page is given: complete, cut where asked, safe inside a script element.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "demarche/explore.h"
#include "demarche/store.h"
#include "export/sample.h"

namespace demarche {
namespace {

using Json = nlohmann::json;

Entity entity(const std::string& name, const std::string& id, Kind kind, const std::string& code) {
  Entity entity;
  entity.identifier_text = entity.entity_text = name;
  entity.actor = id;
  entity.kind = kind;
  entity.code = code;
  return entity;
}

// A star: the centre calls each of `rays` others, the first of them three times; and two who know only each other.
Graph star(int rays) {
  GraphBuilder builder;
  int number = 0;
  const auto add = [&](const Entity& from, const Entity& to, int times) {
    for (int i = 0; i < times; ++i) {
      Document document;
      document.id = "d" + std::to_string(++number);
      document.title = "Title " + std::to_string(number);
      document.date = "2020-02-01";
      document.url = "https://example.org/" + std::to_string(number);
      Mention mention;
      mention.id = "m" + std::to_string(number);
      mention.date = "2020-01-" + std::to_string(10 + number % 18);
      mention.date_precision = DatePrecision::day;
      mention.event = "CONSULT";
      mention.action = "call";
      mention.actor = {from};
      mention.recipient = {to};
      mention.text = from.identifier_text + " called " + to.identifier_text + ".";
      mention.event_text = "called";
      mention.event_start = static_cast<std::uint32_t>(from.identifier_text.size()) + 1;
      mention.confidence = 0.5 + number * 0.001;
      mention.quad_code = 1;
      builder.add(document, {mention});
    }
  };
  const Entity centre = entity("Centre", "p.centre", Kind::person, "TUR");
  for (int i = 0; i < rays; ++i) {
    add(centre, entity("Ray " + std::to_string(i), "p.ray-" + std::to_string(i), Kind::person, "BRA"), i == 0 ? 3 : 1);
  }
  add(entity("Iran", "IRN", Kind::state, "IRN"), entity("A Bank", "x.bank", Kind::organisation, "IGO"), 1);
  return builder.finish();
}

Json data_of(const Graph& graph, const ExploreOptions& options = {}) {
  const auto data = explore_data(graph, options);
  REQUIRE(data.ok());
  return Json::parse(data->json);
}

std::set<std::string> ids(const Json& list) {
  std::set<std::string> out;
  for (const Json& item : list) out.insert(item.at("id").get<std::string>());
  return out;
}

TEST_CASE("everything is in it, numbers point at the right things") {
  const Graph graph = star(3);
  const Json data = data_of(graph);
  CHECK(data.at("totals") == Json{{"actors", 6}, {"interactions", 6}, {"mentions", 6}, {"sources", 6}});
  CHECK(data.at("actors").size() == graph.actors.size());
  CHECK(data.at("interactions").size() == graph.interactions.size());
  CHECK(!data.contains("note"));
  for (const Json& deed : data.at("interactions")) {
    const Interaction* interaction = graph.interaction(deed.at("id").get<std::string>());
    REQUIRE(interaction != nullptr);
    CHECK(data.at("actors").at(deed.at("a").at(0).get<std::size_t>()).at("id") == interaction->actor.at(0));
    CHECK(data.at("actors").at(deed.at("r").at(0).get<std::size_t>()).at("id") == interaction->recipient.at(0));
    const Json& mention = data.at("mentions").at(deed.at("m").at(0).get<std::size_t>());
    CHECK(mention.at("text") == graph.mention(interaction->mentions.at(0))->text);
    CHECK(
        data.at("sources").at(mention.at("s").get<std::size_t>()).at("url").get<std::string>().starts_with("https://"));
  }
}

TEST_CASE("countries have names and places; codes that are no country's are no country") {
  const Json data = data_of(star(2));
  CHECK(data.at("countries").at("TUR").at("name") == "Turkey");
  CHECK(data.at("countries").at("IRN").at("name") == "Iran");
  CHECK(!data.at("countries").contains("IGO"));
  for (const Json& actor : data.at("actors")) {
    if (actor.at("id") == "x.bank") CHECK(actor.at("code") == "IGO");
    if (actor.at("id") == "x.bank") CHECK(!actor.contains("country"));
    CHECK(actor.contains("country") != actor.contains("rolled_x"));
  }
}

TEST_CASE("no two actors stand in one place") {
  std::set<std::pair<double, double>> places;
  const Json data = data_of(star(40));
  for (const Json& actor : data.at("actors")) {
    places.emplace(actor.at("x").get<double>(), actor.at("y").get<double>());
  }
  CHECK(places.size() == data.at("actors").size());
}

TEST_CASE("larger graphs are cut to the busiest, and say so") {
  ExploreOptions options;
  options.most_actors = 2;
  const auto data = explore_data(star(5), options);
  REQUIRE(data.ok());
  CHECK(data->note == "the 2 busiest of 8 actors; 3 of 8 interactions");
  const Json json = Json::parse(data->json);
  CHECK(json.at("note") == data->note);
  CHECK(ids(json.at("actors")) == std::set<std::string>{"p.centre", "p.ray-0"});
  CHECK(json.at("interactions").size() == 3);
  CHECK(json.at("mentions").size() == 3);

  options.most_actors = 5000;
  options.most_interactions = 4;
  const auto fewer = explore_data(star(5), options);
  REQUIRE(fewer.ok());
  CHECK(fewer->note == "the 4 best reported of their 8 interactions");
  CHECK(Json::parse(fewer->json).at("interactions").size() == 4);
}

TEST_CASE("the neighbourhood of an actor") {
  ExploreOptions options;
  options.around = "p.ray-1";
  auto data = explore_data(star(5), options);
  REQUIRE(data.ok());
  CHECK(data->note == "Ray 1 and who is within one tie of it: 2 of the graph's 8 actors; 1 of 8 interactions");
  options.hops = 2;
  CHECK(ids(data_of(star(5), options).at("actors")) ==
        std::set<std::string>{"p.centre", "p.ray-0", "p.ray-1", "p.ray-2", "p.ray-3", "p.ray-4"});
  // The centre stays, however busy the others are.
  options.most_actors = 1;
  CHECK(ids(data_of(star(5), options).at("actors")) == std::set<std::string>{"p.ray-1"});

  options.around = "nobody";
  data = explore_data(star(5), options);
  REQUIRE(!data.ok());
  CHECK(data.error().cause == Cause::wrong_use);
  CHECK(data.error().message == "no actor has the id \"nobody\"");
}

// The sample's documents in a store.
Store stored(const Graph& graph) {
  auto store = Store::open(":memory:", Store::Mode::write);
  REQUIRE(store.ok());
  REQUIRE(each_document(graph, [&](StoredDocument&& document) -> Result<Done> {
            const auto added = store->add(document);
            if (!added) return added.error();
            return Done{};
          }).ok());
  REQUIRE(store->merge().ok());
  return std::move(*store);
}

TEST_CASE("of a store the same part is read as is chosen of the whole graph") {
  const Store store = stored(star(9));
  const auto whole = store.load();
  REQUIRE(whole.ok());
  for (const std::string around : {"", "p.ray-1", "p.centre"}) {
    for (const unsigned hops : {1u, 2u}) {
      for (const std::size_t most : {1u, 3u, 5000u}) {
        for (const std::size_t deeds : {0u, 4u, 20000u}) {
          ExploreOptions options{"", around, hops, most, deeds, false, {}};
          const auto expected = explore_data(*whole, options);
          const auto part = explore_part(store, &options);
          REQUIRE(part.ok());
          CHECK(part->interactions.size() <= deeds);
          const auto got = explore_data(*part, options);
          REQUIRE(expected.ok());
          REQUIRE(got.ok());
          CHECK(got->note == expected->note);
          CHECK(got->json == expected->json);
        }
      }
    }
  }
  ExploreOptions nobody;
  nobody.around = "nobody";
  CHECK(explore_part(store, &nobody).error().message == "no actor has the id \"nobody\"");
}

TEST_CASE("a store that is not merged is shown, too") {
  auto store = Store::open(":memory:", Store::Mode::write);
  REQUIRE(store.ok());
  REQUIRE(each_document(star(3), [&](StoredDocument&& document) -> Result<Done> {
            const auto added = store->add(document);
            if (!added) return added.error();
            return Done{};
          }).ok());
  ExploreOptions options;
  const auto part = explore_part(*store, &options);
  REQUIRE(part.ok());
  CHECK(data_of(*part, options).at("interactions").size() == 6);
}

TEST_CASE("an empty graph is a page, too") {
  const Json data = data_of(Graph{});
  CHECK(data.at("actors").empty());
  CHECK(data.at("interactions").empty());
}

TEST_CASE("the same graph gives the same bytes") {
  const Graph graph = star(60);
  const auto once = explore_data(graph, {});
  const auto twice = explore_data(graph, {});
  REQUIRE((once.ok() && twice.ok()));
  CHECK(once->json == twice->json);
}

TEST_CASE("no text gets out of the script element that holds it") {
  sample::Dice dice(11);
  for (int round = 0; round < 150; ++round) {
    GraphBuilder builder;
    for (int i = 0; i < 4; ++i) {
      Document document;
      document.id = "d" + std::to_string(i);
      document.title = dice.text() + "</script><!-- ]]>";
      document.url = dice.text();
      Mention mention = sample::random_mention(&dice);
      mention.id += std::to_string(i);
      mention.text += "</ScRiPt \u2028";
      builder.add(document, {mention});
    }
    ExploreOptions options;
    options.title = "<!--<script>";
    const auto data = explore_data(std::move(builder).finish(), options);
    REQUIRE(data.ok());
    CHECK(data->json.find('<') == std::string::npos);
    CHECK(data->json.find("\u2028") == std::string::npos);
    CHECK(Json::accept(data->json));
  }
}

TEST_CASE("the page holds its policy, its notices and the data") {
  if (!has_explorer_page()) {
    const auto page = explorer_page({}, false);
    REQUIRE(!page.ok());
    CHECK(page.error().message ==
          "this program was built without the explorer's page; install nodejs and npm and build it again");
    MESSAGE("skipped: built without npm");
    return;
  }
  const auto data = explore_data(star(2), {});
  REQUIRE(data.ok());
  const auto page = explorer_page(*data, false);
  REQUIRE(page.ok());
  CHECK(page->find("default-src 'none'") < page->find("<script"));
  CHECK(page->find("connect-src 'none'") != std::string::npos);
  CHECK(page->find("unsafe") > page->find("<script>"));  // only as a word of some script, if at all
  CHECK(page->find(data->json) != std::string::npos);
  CHECK(page->find("sigma 3") != std::string::npos);
  CHECK(page->find(" src=") == std::string::npos);
  CHECK(page->find("@import") == std::string::npos);
  const auto served = explorer_page(*data, true);
  REQUIRE(served.ok());
  CHECK(served->find("connect-src 'self'") != std::string::npos);
  CHECK(served->find("connect-src 'none'") == std::string::npos);
  CHECK(explorer_notices().find("graphology") != std::string::npos);
}

}  // namespace
}  // namespace demarche
