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
  set_up_actors_lint(*command.add_subcommand("lint", "What looks wrong in the actor files"), run);
}

}  // namespace demarche::cli
