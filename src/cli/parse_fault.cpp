#include "cli/parse_fault.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

constexpr unsigned slips = 2;  // letters that a misspelt word may differ in

std::vector<std::string> known_words(const CLI::App& command, bool flags) {
  std::vector<std::string> words;
  if (flags) {
    for (const CLI::App* app = &command; app != nullptr; app = app->get_parent()) {
      for (const CLI::Option* const option : app->get_options()) {
        for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
      }
    }
    return words;
  }
  for (const CLI::App* const sub : command.get_subcommands(nullptr)) words.push_back(sub->get_name());
  return words;
}

std::string nearest(std::string_view word, const std::vector<std::string>& words) {
  std::string best;
  unsigned least = slips + 1;
  for (const std::string& candidate : words) {
    const unsigned distance = text::edit_distance(word, candidate, slips);
    if (distance < least) best = candidate, least = distance;
  }
  return best;
}

std::string unknown(const CLI::App& command, std::string given) {
  given.erase(std::min(given.find('='), given.size()));  // "--formt=json"
  const bool flag = given.starts_with('-');
  const bool wants_command = !command.get_subcommands(nullptr).empty();
  std::string out = given + (flag ? ": unknown flag" : wants_command ? ": unknown command" : ": one argument too many");
  const std::string meant = nearest(given, known_words(command, flag));
  if (!meant.empty()) out += ", did you mean " + meant;
  return out;
}

}  // namespace

std::string in_words(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* command = &app;
  std::string name = "demarche";
  while (!command->get_subcommands().empty()) {
    command = command->get_subcommands().front();
    name += " " + command->get_name();
  }
  std::string what = error.what();
  // A misspelt word makes another one missing; the misspelt one is what helps.
  const std::vector<std::string> rest = app.remaining(true);
  const int code = error.get_exit_code();
  const bool word_is_wrong =
      code == static_cast<int>(CLI::ExitCodes::RequiredError) || code == static_cast<int>(CLI::ExitCodes::ExtrasError);
  if (word_is_wrong && !rest.empty()) {
    what = unknown(*command, rest.front());
  } else if (what.starts_with("A subcommand is required")) {
    what = "which command";
  }
  return one_line(text::repair_utf8(what)) + "; see " + name + " --help";
}

}  // namespace demarche::cli
