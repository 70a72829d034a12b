// demarche actors: what the program knows about states, organisations, groups and persons.
#include "cli/actors.h"

#include <CLI/CLI.hpp>

namespace demarche::cli {

void set_up_actors(CLI::App& command, const Settings&, Run* run) {
  command.require_subcommand(1);
  set_up_actors_lookup(*command.add_subcommand("lookup", "Who held an office: \"foreign minister of Turkey\""), run);
  set_up_actors_search(*command.add_subcommand("search", "Actors by name, accents and small slips apart"), run);
  set_up_actors_show(*command.add_subcommand("show", "All about one actor: names, offices by date, sources"), run);
  set_up_actors_stats(*command.add_subcommand("stats", "How much is known"), run);
  set_up_actors_import(
      *command.add_subcommand("import", "Other people's lists as actor files: Wikidata, PETRARCH, CSV"), run);
  set_up_actors_merge(*command.add_subcommand("merge", "Two actors of a store are one"), run);
  set_up_actors_split(*command.add_subcommand("split", "One actor of a store is two"), run);
  set_up_actors_alias(*command.add_subcommand("alias", "A name belongs to an actor of a store"), run);
  set_up_actors_log(*command.add_subcommand("log", "The decisions of merge, split and alias"), run);
  set_up_actors_replay(*command.add_subcommand("replay", "The decisions of another store hold in this one, too"), run);
  set_up_actors_undo(*command.add_subcommand("undo", "Take a decision back"), run);
  set_up_actors_lint(*command.add_subcommand("lint", "What looks wrong in the actor files"), run);
}

}  // namespace demarche::cli
