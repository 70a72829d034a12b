// The rules' own examples: every example must give its facts by its rule, every counter-example must not fire it.
#ifndef DEMARCHE_RULE_CHECK_H
#define DEMARCHE_RULE_CHECK_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/pack.h"

namespace demarche {

// The day on which an example without a date is set: Wednesday, 15 January 2020.
inline constexpr std::string_view example_date = "2020-01-15";

struct RuleFailure {
  std::string where;  // "actions/consult.toml:12"
  std::string rule;
  std::string text;  // the example
  std::string what;  // "missing: A > call > B; found: A > meet > B by CONSULT.meet"
};

struct RuleCheck {
  std::size_t rules = 0, examples = 0, counter_examples = 0;
  std::vector<RuleFailure> failures;
};

// Runs the examples of the rules whose id begins with `prefix` (empty = all). Never fails itself.
RuleCheck check_rules(const Pack& pack, std::string_view prefix = "");

}  // namespace demarche

#endif
