#include "cli/rows.h"

#include <doctest/doctest.h>

#include "sample_graph.h"

namespace demarche::cli {
namespace {

TEST_CASE("CSV quotes what needs it, TSV keeps fields on their line") {
  const std::vector<Row> rows = {{"plain", "a,b", "say \"no\"", "two\nlines", ""}, {"\ttab\r\n"}};
  CHECK(csv(rows) == "plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\n\"\ttab\r\n\"\n");
  CHECK(tsv(rows) == "plain\ta,b\tsay \"no\"\ttwo lines\t\n tab  \n");
}

TEST_CASE("every row has the columns of the head") {
  const Graph graph = sample_graph();
  std::vector<const Interaction*> interactions;
  for (const Interaction& interaction : graph.interactions) interactions.push_back(&interaction);
  for (const auto& rows : {rows_of(evidence_of(graph, {"m1", "m2"})), rows_of(graph, interactions)}) {
    REQUIRE(rows.size() == 3);
    for (const Row& row : rows) CHECK(row.size() == rows[0].size());
  }
}

}  // namespace
}  // namespace demarche::cli
