#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

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
  const ProgramRun run = demarche("ask g.json 'How tall is Clinton?'");
  CHECK(run.code == 2);
  CHECK(run.out.empty());
  CHECK(
      run.err.starts_with("demarche: question not understood: \"How tall is Clinton\"; recognised: How, is, Clinton "
                          "(Hillary Clinton); not recognised: tall"));
  CHECK(run.err.find('\n') == run.err.size() - 1);
}

}  // namespace
}  // namespace demarche::cli
