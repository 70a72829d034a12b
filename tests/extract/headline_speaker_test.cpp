// Who speaks in a headline, to whom, and what that is; sentence and facts.
#include "extract/headline_speaker.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "extract/reading.h"
#include "extract/record_text.h"

using namespace demarche;

namespace {

std::string facts(const std::string& text) { return test::facts(test::extractor().extract(test::document(text))); }

std::uint32_t colon(const std::string& text) {
  const test::Reading reading(text);
  return extract::headline_speaker(test::Reading::tables().gazetteer, reading.sentences().front());
}

}  // namespace

TEST_CASE("a colon behind a person, a body or an office stands for says") {
  CHECK(colon("Angela Merkel: Hungary must pay for the bridge") == 2);
  CHECK(colon("Merkel: Hungary must pay for the bridge") == 1);
  CHECK(colon("Hungary must pay for the bridge: Merkel") == 6);
  CHECK(colon("European Commission: Hungary must pay for the bridge") == 2);
}

TEST_CASE("a colon behind a state, a place or a subject does not") {
  for (const std::string& text :
       std::vector<std::string>{"Syria: Russia bombs a bridge near Idlib", "Paris: Macron meets Merkel for talks",
                                "Bridge row: Hungary must pay", "At the table: Merkel, Macron and others met"})
    CHECK_MESSAGE(colon(text) == extract::none, text);
}

TEST_CASE("what is said in a quotation is said to whom it is told") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Angela Merkel: Hungary must pay for the bridge", "Angela Merkel > say that one must > Hungary"},
      {"\"You must pay for the bridge,\" Angela Merkel told Viktor Orban.",
       "Angela Merkel > say that one must > Viktor Orban"},
      {"Angela Merkel told Viktor Orban: \"You must pay for the bridge.\"",
       "Angela Merkel > say that one must > Viktor Orban"},
  };
  for (const auto& [text, expected] : rows) CHECK_MESSAGE(facts(text) == expected, text);
}
