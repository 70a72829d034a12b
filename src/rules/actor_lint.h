// What looks wrong in the actor files: unknown references, impossible dates, offices with two holders or none.
//
// An error is certainly wrong (a reference to nothing, an end before the start); a doubt wants a person's eye. What is
// strange and true stands in rules/lookup/lint.toml, each with its reason.
//
// Thread safety: const use from several threads is safe.
#ifndef DEMARCHE_RULES_ACTOR_LINT_H
#define DEMARCHE_RULES_ACTOR_LINT_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"
#include "rules/roster.h"

namespace demarche::rules {

struct LintFinding {
  bool error = false;
  std::string check;  // "overlap", "gap", "short", "date", "reference", "office", "qid", "twins", "name", "outside"
  std::string path;
  std::uint32_t line = 0;
  std::string actor;  // id
  std::string what;   // one line in English
};

// A finding that is right in the world. Empty fields hold for all.
struct LintException {
  std::string check, office, of, actor, title;
  std::string reason;
};

// Cause::bad_rules for a mistake in the file.
Result<std::vector<LintException>> read_lint_exceptions(std::string_view text, std::string_view path);

// Whether it is one of the categories of rules/README.md.
bool is_office_category(std::string_view office);

// By file and line.
std::vector<LintFinding> lint_actors(const Roster& roster, const std::vector<LintException>& exceptions);

}  // namespace demarche::rules

#endif
