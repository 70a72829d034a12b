#include <doctest/doctest.h>

#include "program_run.h"

namespace demarche::cli {
namespace {

constexpr const char* rule = R"([[rule]]
id = "mine.call"
action = "call"
event = "CONSULT"
mode = "phone"
meaning = "X calls Y."
patterns = [
  'X <V:call Y',
]
examples = [{ text = "Clinton called Davutoglu.", facts = ["Hillary Clinton > call > Ahmet Davutoglu"] }]
counter = ["Clinton wrote."]
)";

TEST_CASE("a rule file with a bad pattern: file, line and fragment") {
  TemporaryFolder here;
  here.write("a.txt", "Nothing.");
  here.write("my/actions/mine.toml", rule);
  for (const std::string command : {"extract a.txt", "build a.txt -o g.db", "explain Nothing."}) {
    CHECK(demarche(command + " --rules my") ==
          failed(3,
                 "actions/mine.toml:8: rule mine.call: \"<V:call\" has an unknown kind before the colon; known are "
                 "V N M P R W A X Y Z THING"));
  }
  CHECK(!std::filesystem::exists("g.db"));
}

TEST_CASE("a missing folder of rules") {
  TemporaryFolder here;
  here.write("a.txt", "Nothing.");
  CHECK(demarche("extract a.txt --rules my") == failed(3, "my: no such folder of rules"));
}

}  // namespace
}  // namespace demarche::cli
