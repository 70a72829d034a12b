#include "graph/copies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "graph/graph_text.h"
#include "text/shingles.h"

namespace demarche::graph {
namespace {

Source source(std::string id, std::string date, const std::string& text) {
  Source s;
  s.id = std::move(id);
  s.date = std::move(date);
  s.signature = text::signature_of(text);
  return s;
}

std::vector<std::uint32_t> firsts(const std::vector<Source>& sources) { return first_reports(sources); }
using Numbers = std::vector<std::uint32_t>;

TEST_CASE("a copy leads to the first report, and so does a copy of a copy") {
  CHECK(firsts({}) == Numbers{});
  CHECK(firsts({source("b", "2010-05-13", "one text"), source("a", "2010-05-13", "one text")}) == Numbers{1, 1});
  CHECK(firsts({source("a", "2010-05-14", "one text"), source("b", "2010-05-13", "one text")}) == Numbers{1, 1});
  CHECK(firsts({source("a", "", "one text"), source("b", "2010-05-13", "one text")}) == Numbers{1, 1});
  // Two days apart, but with one between.
  CHECK(firsts({source("a", "2010-05-13", "one text"), source("b", "2010-05-15", "one text")}) == Numbers{0, 1});
  CHECK(firsts({source("a", "2010-05-13", "one text"), source("b", "2010-05-15", "one text"),
                source("c", "2010-05-14", "one text")}) == Numbers{0, 0, 0});
  CHECK(firsts({source("a", "2010-05-13", "one text"), source("b", "2010-05-13", "another text")}) == Numbers{0, 1});
  CHECK(firsts({source("a", "2010-05-13", ""), source("b", "2010-05-13", "")}) == Numbers{0, 1});
}

TEST_CASE("one source more never makes a first report out of a copy") {
  std::mt19937 random(3);
  const auto any = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  for (int round = 0; round < 200; ++round) {
    std::vector<Source> sources;
    for (int i = 0; i < 12; ++i) {
      const int day = any(8);
      sources.push_back(source("s" + std::to_string(any(999)) + "-" + std::to_string(i),
                               day == 0 ? "" : "2010-05-1" + std::to_string(day),
                               any(1) == 0 ? "one text" : "another"));
    }
    std::vector<std::string> copies;
    for (std::size_t n = 1; n <= sources.size(); ++n) {
      const std::vector<Source> part(sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(n));
      const Numbers first = first_reports(part);
      for (const std::string& id : copies) {
        const auto at = static_cast<std::size_t>(
            std::find_if(part.begin(), part.end(), [&](const Source& s) { return s.id == id; }) - part.begin());
        REQUIRE(first[at] != at);
      }
      for (std::size_t i = 0; i < n; ++i) {
        if (first[i] != i) copies.push_back(part[i].id);
        REQUIRE(first[first[i]] == first[i]);
      }
    }
  }
}

TEST_CASE("copies count as reports of what the first says, whether they were read or not") {
  const auto graph_of = [](bool read) {
    GraphBuilder builder;
    for (const char* doc : {"c", "a", "b"}) {
      test::Told told = test::told(std::string(doc) + " 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual", 0);
      told.mention.id = std::string("m") + doc;
      told.source.signature = "the same";
      const bool mentions = read || told.source.id == "a";
      builder.add(told.source, mentions ? std::vector<Mention>{told.mention} : std::vector<Mention>{});
    }
    test::Told other = test::told("d 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual", 0);
    other.mention.id = "md";
    builder.add(other.source, {other.mention});
    return std::move(builder).finish();
  };
  const Graph graph = graph_of(true);
  REQUIRE(graph.interactions.size() == 1);
  CHECK(graph.interactions[0].reports == 4);
  CHECK(graph.interactions[0].independent == 2);
  CHECK(graph.interactions[0].mentions == std::vector<std::string>{"ma", "md"});
  CHECK(graph.source("b")->copy_of == "a");
  CHECK(graph.source("a")->copy_of.empty());
  CHECK(test::dump(graph_of(false)) == test::dump(graph));
}

}  // namespace
}  // namespace demarche::graph
