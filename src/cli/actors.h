// The subcommands of `demarche actors`, by file.
#ifndef DEMARCHE_CLI_ACTORS_H
#define DEMARCHE_CLI_ACTORS_H

#include "cli/command.h"

namespace demarche::cli {

void set_up_actors_lookup(CLI::App& command, Run* run);  // who held an office
void set_up_actors_search(CLI::App& command, Run* run);  // who has a name
void set_up_actors_show(CLI::App& command, Run* run);    // all about one
void set_up_actors_stats(CLI::App& command, Run* run);
void set_up_actors_lint(CLI::App& command, Run* run);
void set_up_actors_import(CLI::App& command, Run* run);
void set_up_actors_merge(CLI::App& command, Run* run);
void set_up_actors_split(CLI::App& command, Run* run);
void set_up_actors_alias(CLI::App& command, Run* run);
void set_up_actors_log(CLI::App& command, Run* run);
void set_up_actors_replay(CLI::App& command, Run* run);
void set_up_actors_undo(CLI::App& command, Run* run);

}  // namespace demarche::cli

#endif
