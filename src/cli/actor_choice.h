// Which actor of a graph a typed name means.
#ifndef DEMARCHE_CLI_ACTOR_CHOICE_H
#define DEMARCHE_CLI_ACTOR_CHOICE_H

#include <string>

#include "demarche/error.h"
#include "demarche/graph.h"

namespace demarche::cli {

// The id of the one actor that a name, or an id, means; names are matched as `ask` does it. Cause::wrong_use for an
// unknown or ambiguous name.
Result<std::string> actor_id(const Graph& graph, const std::string& name);

}  // namespace demarche::cli

#endif
