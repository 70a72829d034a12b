// Questions as people type them: without marks and capitals, contracted, in the present tense, as lists. Each must be
// taken by the rule that stands beside it.
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "query/rules.h"

using namespace demarche;

TEST_CASE("variants of questions are read by the rule that is meant") {
  std::ifstream file(DEMARCHE_SOURCE_DIR "/tests/golden/query/variants.tsv");
  const Result<QuestionRules> rules = QuestionRules::builtin();
  REQUIRE(rules.ok());
  std::size_t rows = 0;
  for (std::string line; std::getline(file, line); ++rows) {
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    CAPTURE(line);
    const Result<Reading> reading = rules->read(line.substr(0, tab), "2021-07-31");
    REQUIRE_MESSAGE(reading.ok(), reading.error().message);
    CHECK(reading->rule == line.substr(tab + 1));
  }
  CHECK(rows >= 300);
}
