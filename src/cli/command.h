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

void set_up_actors(CLI::App& command, const Settings& settings, Run* run);
void set_up_ask(CLI::App& command, const Settings& settings, Run* run);
void set_up_compact(CLI::App& command, const Settings& settings, Run* run);
void set_up_merge(CLI::App& command, const Settings& settings, Run* run);
void set_up_rehydrate(CLI::App& command, const Settings& settings, Run* run);
void set_up_remove(CLI::App& command, const Settings& settings, Run* run);
void set_up_verify(CLI::App& command, const Settings& settings, Run* run);
void set_up_changes(CLI::App& command, const Settings& settings, Run* run);
void set_up_communities(CLI::App& command, const Settings& settings, Run* run);
void set_up_disputes(CLI::App& command, const Settings& settings, Run* run);
void set_up_path(CLI::App& command, const Settings& settings, Run* run);
void set_up_profile(CLI::App& command, const Settings& settings, Run* run);
void set_up_timeline(CLI::App& command, const Settings& settings, Run* run);
void set_up_top(CLI::App& command, const Settings& settings, Run* run);
void set_up_build(CLI::App& command, const Settings& settings, Run* run);
void set_up_compare(CLI::App& command, const Settings& settings, Run* run);
void set_up_explain(CLI::App& command, const Settings& settings, Run* run);
void set_up_explore(CLI::App& command, const Settings& settings, Run* run);
void set_up_export(CLI::App& command, const Settings& settings, Run* run);
void set_up_extract(CLI::App& command, const Settings& settings, Run* run);
void set_up_import(CLI::App& command, const Settings& settings, Run* run);
void set_up_read(CLI::App& command, const Settings& settings, Run* run);
void set_up_render(CLI::App& command, const Settings& settings, Run* run);
void set_up_rules(CLI::App& command, const Settings& settings, Run* run);
void set_up_serve(CLI::App& command, const Settings& settings, Run* run);
void set_up_talks(CLI::App& command, const Settings& settings, Run* run);
void set_up_unmatched(CLI::App& command, const Settings& settings, Run* run);

inline constexpr Command commands[] = {
    {"build", "Read documents and build a graph of who did what to whom", set_up_build},
    {"extract", "Read documents and write a record for each statement", set_up_extract},
    {"read", "Show the documents in files, pages, feeds and archives", set_up_read},
    {"ask", "Answer a question in English, with the sentences that prove it", set_up_ask},
    {"talks", "Who talked to whom, chosen by flags", set_up_talks},
    {"profile", "Who somebody is: offices, ties, deeds; or two actors side by side", set_up_profile},
    {"timeline", "What an actor did, or two with each other, oldest first", set_up_timeline},
    {"path", "How two actors are connected", set_up_path},
    {"top", "Who counts for most: contacts, betweenness, PageRank, …", set_up_top},
    {"communities", "Groups that deal with each other more than with others", set_up_communities},
    {"disputes", "Where sources do not agree: whether, when, where, who whom", set_up_disputes},
    {"changes", "What is new in the graph since a day", set_up_changes},
    {"export", "Write a graph, or a part of it, in another format", set_up_export},
    {"import", "Make a graph of the event data of GDELT, ICEWS or POLECAT", set_up_import},
    {"compare", "Show which who-whom-when two graphs share, and which only one has", set_up_compare},
    {"render", "Draw a graph", set_up_render},
    {"explore", "Make an offline page to look at a graph with", set_up_explore},
    {"serve", "The same page and a JSON API over HTTP, on this machine", set_up_serve},
    {"merge", "Join graphs: the result is the same in any order", set_up_merge},
    {"remove", "Retract documents and all that rests on them alone", set_up_remove},
    {"rehydrate", "Give texts back to a store that was shared without them", set_up_rehydrate},
    {"verify", "Check that a store is whole", set_up_verify},
    {"compact", "Give back the room of what was removed; bring an older store up to date", set_up_compact},
    {"explain", "Show how a sentence is read, stage by stage", set_up_explain},
    {"unmatched", "Show the most frequent verbs, titles and names of a corpus that the rules cannot read",
     set_up_unmatched},
    {"rules", "Test, check, list and write out the rules", set_up_rules},
    {"actors", "Who held which office, names, figures and faults of the actor files", set_up_actors},
};

}  // namespace demarche::cli

#endif
