#include "cli/terminal.h"

#include <doctest/doctest.h>
#include <stdlib.h>

namespace demarche::cli {
namespace {

TEST_CASE("text for a terminal") {
  CHECK(one_line("Lula met\n\t Erdoğan. ") == "Lula met Erdoğan.");
  CHECK(one_line("\x1b[2Jgone\x7f\x08") == "[2Jgone");
  CHECK(one_line("a\u202Eb\u0085c") == "abc");
  CHECK(one_line("\u4e2d\u56fd\u00A0\U0001F600") == "\u4e2d\u56fd \U0001F600");
  CHECK(one_line(" \n").empty());
}

TEST_CASE("colour") {
  ::unsetenv("NO_COLOR");
  CHECK(use_color(Color::always));
  CHECK(!use_color(Color::never));
  ::setenv("NO_COLOR", "1", 1);
  CHECK(!use_color(Color::automatic));
  CHECK(use_color(Color::always));
  ::unsetenv("NO_COLOR");
}

TEST_CASE("the exit code of a failure") {
  CHECK(fail({Cause::failed, "failed, as it should"}) == 1);
  CHECK(fail({Cause::wrong_use, "wrong use, as it should be"}) == 2);
  CHECK(fail({Cause::bad_rules, "bad rules, as they should be"}) == 3);
}

}  // namespace
}  // namespace demarche::cli
