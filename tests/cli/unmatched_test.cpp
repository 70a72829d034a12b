#include <doctest/doctest.h>

#include "program_run.h"

namespace demarche::cli {
namespace {

// Twice a verb that no rule codes, once a rank that no list of titles has, once a name that nothing knows.
constexpr const char* news =
    "Norway outclassed Chile.\n\nNorway outclassed Sweden in May.\n\n"
    "Sweden praised Bosun Jonas Gahr Store.\n\nNorway praised Zwelbeck.\n\nNorway praised Chile.\n";

TEST_CASE("unmatched: verbs between known actors, titles and names, the most frequent first") {
  TemporaryFolder here;
  here.write("news.txt", news);
  const ProgramRun run = demarche("unmatched news.txt --format csv");
  CHECK(run.code == 0);
  CHECK(run.err == "");
  CHECK(run.out ==
        "kind,words,count,example\n"
        "verb,outclass,2,Norway outclassed Chile.\n"
        "title,bosun,1,Sweden praised Bosun Jonas Gahr Store.\n"
        "name,Zwelbeck,1,Norway praised Zwelbeck.\n");
}

TEST_CASE("unmatched: a verb's stub is a rule that loads and passes its example") {
  TemporaryFolder here;
  here.write("news.txt", news);
  const ProgramRun run = demarche("unmatched news.txt --top 1 --format toml");
  REQUIRE(run.code == 0);
  here.write("my/actions/mine.toml", run.out);
  CHECK(demarche("rules test CONSULT.my --rules my") ==
        ProgramRun{0, "", "demarche: 1 rules, 1 examples, 1 counter-examples, 0 failures\n"});
  // Once coded it is no gap any more.
  CHECK(demarche("unmatched news.txt --top 1 --format csv --rules my").out.find("outclass") == std::string::npos);
}

TEST_CASE("unmatched: nothing to report, wrong use") {
  TemporaryFolder here;
  here.write("news.txt", "Norway praised Chile.\n");
  CHECK(demarche("unmatched news.txt") == ProgramRun{0, "", ""});
  CHECK(demarche("unmatched missing.txt").code != 0);
  CHECK(demarche("unmatched news.txt --top 0").code == 2);
  CHECK(demarche("unmatched news.txt --format xml").code == 2);
}

}  // namespace
}  // namespace demarche::cli
