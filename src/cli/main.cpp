#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <string>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/parse_fault.h"
#include "demarche/pack.h"

namespace demarche::cli {
namespace {

std::string version() { return "demarche " DEMARCHE_VERSION "\nrules " + std::string(builtin_hash()); }

void set_up(CLI::App& app, Settings* settings, Run* run) {
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", version, "Print the version and the hash of the built-in rules");
  add_choice(app, "--color", "When to colour", &settings->color,
             {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}});
  app.footer("Exit codes: 0 success, 1 the work failed, 2 wrong use, 3 bad rules, 130 interrupted.");
  for (const Command& command : commands) {
    command.set_up(*app.add_subcommand(command.name, command.summary), *settings, run);
  }
}

int run_program(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  CLI::App app("Reads diplomatic news and builds a knowledge graph of who did what to whom.", "demarche");
  Settings settings;
  Run run;
  set_up(app, &settings, &run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wish) {
    return app.exit(wish);
  } catch (const CLI::ParseError& error) {
    return fail({Cause::wrong_use, in_words(app, error)});
  }
  return run ? run() : wrong_use_code;
}

}  // namespace
}  // namespace demarche::cli

int main(int argc, char** argv) {
  try {
    return demarche::cli::run_program(argc, argv);
  } catch (const std::exception& error) {
    demarche::cli::say(std::string("unexpected failure (") + error.what() + "); please report it");
    return demarche::cli::failure;
  }
}
