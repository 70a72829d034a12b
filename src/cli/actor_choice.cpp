#include "cli/actor_choice.h"

#include <algorithm>

#include "cli/evidence.h"
#include "demarche/query.h"

namespace demarche::cli {

Result<std::string> actor_id(const Graph& graph, const std::string& name) {
  if (graph.actor(name) != nullptr) return name;
  Query query;
  query.party = {name};
  const auto answer = run(graph, query);
  if (!answer) return answer.error();
  if (!answer->candidates.empty()) {
    return Error{Cause::wrong_use,
                 "\"" + name + "\" may be " + join(answer->candidates, ", ") + "; give the whole name"};
  }
  const std::string& found = answer->query.party.at(0);
  const auto actor = std::find_if(graph.actors.begin(), graph.actors.end(),
                                  [&](const Actor& candidate) { return candidate.name == found; });
  if (actor == graph.actors.end()) return Error{Cause::wrong_use, name + ": no such actor in the graph"};
  return actor->id;
}

}  // namespace demarche::cli
