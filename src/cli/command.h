// The commands of the program: one row each, feeding help and dispatch.
#ifndef DEMARCHE_CLI_COMMAND_H
#define DEMARCHE_CLI_COMMAND_H

#include <functional>
#include <string_view>

#include "cli/terminal.h"

namespace CLI {
class App;
}

namespace demarche::cli {

// Flags that every command knows.
struct Settings {
  Color color = Color::automatic;
};

// What the parsed command line asks for; returns the exit code.
using Run = std::function<int()>;

struct Command {
  const char* name;
  const char* summary;
  // Adds the command's flags. When the command is the one that was given, parsing sets *run. `settings` and `run` must
  // outlive the parsing.
  void (*set_up)(CLI::App& command, const Settings& settings, Run* run);
};

void set_up_ask(CLI::App& command, const Settings& settings, Run* run);
void set_up_build(CLI::App& command, const Settings& settings, Run* run);
void set_up_explain(CLI::App& command, const Settings& settings, Run* run);
void set_up_explore(CLI::App& command, const Settings& settings, Run* run);
void set_up_export(CLI::App& command, const Settings& settings, Run* run);
void set_up_extract(CLI::App& command, const Settings& settings, Run* run);
void set_up_render(CLI::App& command, const Settings& settings, Run* run);
void set_up_rules(CLI::App& command, const Settings& settings, Run* run);
void set_up_serve(CLI::App& command, const Settings& settings, Run* run);
void set_up_talks(CLI::App& command, const Settings& settings, Run* run);

inline constexpr Command commands[] = {
    {"build", "Read documents and build a graph of who did what to whom", set_up_build},
    {"extract", "Read documents and write a record for each statement", set_up_extract},
    {"ask", "Answer a question in English, with the sentences that prove it", set_up_ask},
    {"talks", "Who talked to whom, chosen by flags", set_up_talks},
    {"export", "Write a graph in another format", set_up_export},
    {"render", "Draw a graph", set_up_render},
    {"explore", "Make an offline page to look at a graph with", set_up_explore},
    {"serve", "The same page and a JSON API over HTTP, on this machine", set_up_serve},
    {"explain", "Show how a sentence is read, stage by stage", set_up_explain},
    {"rules", "Test, check, list and write out the rules", set_up_rules},
};

}  // namespace demarche::cli

#endif
