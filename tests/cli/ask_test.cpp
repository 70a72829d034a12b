#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "program_run.h"
#include "sample_graph.h"

namespace demarche::cli {
namespace {

using nlohmann::json;

struct WithGraph {
  TemporaryFolder here;
  WithGraph() { here.write("g.json", write_json(sample_graph())); }
};

TEST_CASE_FIXTURE(WithGraph, "the answer first, then the sentences that prove it") {
  const ProgramRun expected = {0,
                               "Ahmet Davutoglu\n"
                               "\n"
                               "2010-05-13  The Meridian Wire\n"
                               "  Hillary Clinton [called] Ahmet Davutoglu on Thursday.\n"
                               "  https://e.org/a1\n",
                               ""};
  CHECK(demarche("ask g.json 'Who did Clinton call?'") == expected);
  CHECK(demarche("ask g.json Who did Clinton call") == expected);
}

TEST_CASE_FIXTURE(WithGraph, "JSON is one object") {
  const json answer = json::parse(demarche("ask g.json 'Who did Clinton call?' --format json").out);
  CHECK(answer["question"] == "Who did Clinton call?");
  CHECK(answer["answers"] == json{"Ahmet Davutoglu"});
  CHECK(answer["query"]["actor"] == json{"Hillary Clinton"});
  REQUIRE(answer["mentions"].size() == 1);
  const json& mention = answer["mentions"][0];
  CHECK(mention["doc"] == "a1");
  CHECK(mention["title"] == "Clinton calls");
  CHECK(mention["date"] == "2010-05-13");
  CHECK(mention["url"] == "https://e.org/a1");
  CHECK(mention["text"] == "Hillary Clinton called\nAhmet Davutoglu on Thursday.");
  CHECK(mention["event_text"] == "called");
  CHECK(mention["status"] == "actual");
  CHECK(mention["rule"] == "consult.call");
  CHECK(mention["confidence"] == 0.9);
}

TEST_CASE_FIXTURE(WithGraph, "no answer") {
  const ProgramRun run = demarche("ask g.json 'Who did Davutoglu visit?' --exit-status");
  CHECK(run.code == 1);
  CHECK(run.out.empty());
  CHECK(demarche("ask g.json 'Who did Davutoglu visit?'").code == 0);
}

TEST_CASE_FIXTURE(WithGraph, "an unknown actor") {
  CHECK(demarche("ask g.json 'Who did Clintonn call?'") ==
        failed(2, "no actor \"Clintonn\" in this graph; nearest: Hillary Clinton"));
}

TEST_CASE_FIXTURE(WithGraph, "a question that is not understood") {
  const std::string listed = demarche("ask --forms").out;
  const auto forms = std::count(listed.begin(), listed.end(), '\n') / 3;  // form, meaning, example
  CHECK(demarche("ask g.json 'How tall is Clinton?'") ==
        failed(2,
               "question not understood: \"How tall is Clinton\"; recognised: How, is, Clinton (Hillary Clinton); not "
               "recognised: tall (call?); nearest form: since when has X been OFFICE (\"Since when has Stubb been "
               "foreign minister?\"); understood are: \"who talked to whom\", \"who did X call\", \"who called X\", "
               "\"when did X speak with Y\", \"how often did X call Y\", \"where did X meet Y\", \"what did X and Y "
               "discuss\", \"what happened between X and Y\", \"how do you know that X and Y met\", \"did X take part "
               "in the meeting\", \"did X meet Y\", \"which countries did X visit\", \"how is X connected with Y\", "
               "\"compare X and Y\", \"who is X\", " +
                   std::to_string(forms) + " forms in all: demarche ask --forms"));
}

}  // namespace
}  // namespace demarche::cli
