// demarche actors lint: what looks wrong in the actor files.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>

#include "cli/actors.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "rules/actor_lint.h"
#include "rules/pack_compiler.h"

namespace demarche::cli {
namespace {

constexpr std::string_view exceptions_path = "lookup/lint.toml";

struct LintFlags {
  std::string rules;
  ResultFormat format = ResultFormat::table;
  bool strict = false;
};

Json to_json(const rules::LintFinding& f) {
  return {{"where", fmt::format("{}:{}", f.path, f.line)},
          {"level", f.error ? "error" : "doubt"},
          {"check", f.check},
          {"actor", f.actor},
          {"what", f.what}};
}

Result<std::vector<rules::LintFinding>> findings(const LintFlags& flags) {
  const auto files = rules::pack_files(flags.rules);
  if (!files) return files.error();
  const auto roster = rules::Roster::read(*files);
  if (!roster) return roster.error();
  std::vector<rules::LintException> exceptions;
  for (const PackFile& file : *files) {
    if (file.path != exceptions_path) continue;
    auto read = rules::read_lint_exceptions(file.text, file.path);
    if (!read) return read.error();
    exceptions = std::move(*read);
  }
  return rules::lint_actors(*roster, exceptions);
}

int lint(const LintFlags& flags) {
  const auto found = findings(flags);
  if (!found) return fail(found.error());
  Listing out{
      "findings", {"where", "level", "check", "actor", "what"}, {"where", "level", "check", "actor", "what"}, {}};
  std::size_t errors = 0;
  for (const rules::LintFinding& f : *found) {
    errors += f.error ? 1 : 0;
    out.rows.push_back(to_json(f));
  }
  if (auto written = write_whole("", in_format(out, flags.format)); !written) return fail(written.error());
  const auto counted = [](std::size_t n, const char* what) {
    return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
  };
  say(counted(errors, "error") + ", " + counted(found->size() - errors, "doubt"));
  if (errors > 0) return bad_rules_code;
  return flags.strict && !found->empty() ? failure : success;
}

}  // namespace

void set_up_actors_lint(CLI::App& command, Run* run) {
  const auto flags = make_flags(command, run, lint);
  add_rules_flag(command, &flags->rules);
  add_result_format(command, &flags->format);
  command.add_flag("--strict", flags->strict, "Exit with 1 also when there are only doubts");
}

}  // namespace demarche::cli
