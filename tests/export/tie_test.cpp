#include "export/tie.h"

#include <doctest/doctest.h>

#include "export/sample.h"
#include "export/spill.h"

using namespace demarche;
using exporting::Spill;
using exporting::Ties;

TEST_CASE("ties gather what two actors did, whoever acted") {
  Graph graph;
  graph.actors = {sample::actor("a", "A", Kind::person, "USA"), sample::actor("b", "B", Kind::person, "USA"),
                  sample::actor("c", "C", Kind::person, "USA")};
  graph.interactions = {sample::interaction("i.1", "meet", "2010-05", {"a"}, {"b"}),
                        sample::interaction("i.2", "call", "2010-04-30", {"b"}, {"a"}),
                        sample::interaction("i.3", "meet", "", {"b"}, {"a", "c"}),
                        sample::interaction("i.4", "mobilize", "2011", {"c"}, {})};
  const auto ties = Ties::of(*stream(graph));
  REQUIRE(ties.ok());
  REQUIRE(ties->size() == 3);
  const exporting::Tie tie = (*ties)[0];
  CHECK(tie.source->id == "a");
  CHECK(tie.target->id == "b");
  CHECK(tie.count == 3);
  CHECK(tie.first == "2010-04-30");
  CHECK(tie.last == "2010-05-31");
  CHECK(tie.actions == std::vector<std::string>{"call", "meet"});
  CHECK((*ties)[1].first == "");
  CHECK(!ties->is_alone(1));
  CHECK(ties->is_alone(2));
  CHECK((*ties)[2].last == "2011-12-31");
}

TEST_CASE("a spill gives back what was put in, in any order, also through its file") {
  for (const std::size_t most : {std::size_t{0}, std::size_t{10}, std::size_t{1} << 20}) {
    CAPTURE(most);
    Spill spill(most);
    std::vector<std::pair<Spill::Place, std::string>> kept;
    for (int i = 0; i < 200; ++i) {
      const std::string text(static_cast<std::size_t>(i % 17), static_cast<char>('a' + i % 26));
      kept.emplace_back(spill.add(text), text);
    }
    std::string read;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const auto& [place, text] = kept[(i * 77) % kept.size()];
      spill.read(place, &read);
      CHECK(read == text);
    }
    CHECK(spill.done().ok());
  }
}
