// Every rule's own examples.
#include <doctest/doctest.h>

#include "demarche/rule_check.h"
#include "extract/reading.h"

using namespace demarche;

TEST_CASE("the examples of the built-in rules") {
  const RuleCheck check = check_rules(test::pack());
  CHECK_GT(check.rules, 100);
  CHECK_GE(check.examples, 3 * check.rules);
  CHECK_GE(check.counter_examples, 2 * check.rules);
  for (const RuleFailure& f : check.failures) {
    FAIL_CHECK(f.where << ": " << f.rule << ": \"" << f.text << "\": " << f.what);
  }
}
