// demarche rules: the rule files.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <system_error>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/output.h"
#include "demarche/pack.h"
#include "demarche/rule_check.h"

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

struct ExportRulesFlags {
  std::string folder;
  bool force = false;
};

// A file that the user may have edited.
bool holds_other_text(const fs::path& path, std::string_view text) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  const std::string present((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  return present != text;
}

int export_rules(const ExportRulesFlags& flags) {
  const fs::path folder(flags.folder);
  for (const EmbeddedFile& file : builtin_files()) {
    const fs::path path = folder / file.path;
    if (flags.force || !holds_other_text(path, file.text)) continue;
    return fail({Cause::failed, path.string() + ": differs from the built-in file; move it away or say --force"});
  }
  for (const EmbeddedFile& file : builtin_files()) {
    const fs::path path = folder / file.path;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) return fail({Cause::failed, path.parent_path().string() + ": cannot be made (" + error.message() + ")"});
    if (auto written = write_whole(path.string(), file.text); !written) return fail(written.error());
  }
  say(std::to_string(builtin_files().size()) + " rule files written to " + flags.folder);
  return success;
}

void set_up_export_rules(CLI::App& command, Run* run) {
  auto flags = std::make_shared<ExportRulesFlags>();
  add_text(command, "DIR", "", "Where to write them; it is made when missing", &flags->folder)->required();
  command.add_flag("--force", flags->force, "Overwrite files that differ");
  command.callback([flags, run] { *run = [flags] { return export_rules(*flags); }; });
}

struct TestRulesFlags {
  std::string prefix, rules;
};

int test_rules(const TestRulesFlags& flags) {
  const auto pack = Pack::load(flags.rules);
  if (!pack) return fail(pack.error());
  const RuleCheck check = check_rules(*pack, flags.prefix);
  for (const RuleFailure& f : check.failures) say(f.where + ": " + f.rule + ": \"" + f.text + "\": " + f.what);
  say(std::to_string(check.rules) + " rules, " + std::to_string(check.examples) + " examples, " +
      std::to_string(check.counter_examples) + " counter-examples, " + std::to_string(check.failures.size()) +
      " failures");
  return check.failures.empty() ? success : failure;
}

void set_up_test_rules(CLI::App& command, Run* run) {
  auto flags = std::make_shared<TestRulesFlags>();
  add_text(command, "PREFIX", "", "Only rules whose id begins so: CONSULT, CONSULT.call", &flags->prefix);
  add_rules_flag(command, &flags->rules);
  command.callback([flags, run] { *run = [flags] { return test_rules(*flags); }; });
}

}  // namespace

void set_up_rules(CLI::App& command, const Settings&, Run* run) {
  command.require_subcommand(1);
  set_up_export_rules(*command.add_subcommand("export", "Write the built-in rule files to a folder, for editing"), run);
  set_up_test_rules(*command.add_subcommand("test", "Run the rules' own examples and counter-examples"), run);
}

}  // namespace demarche::cli
