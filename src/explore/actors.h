// The actors and countries of a page as JSON, with the places where they stand.
#ifndef DEMARCHE_EXPLORE_ACTORS_H
#define DEMARCHE_EXPLORE_ACTORS_H

#include <string>

#include "demarche/error.h"
#include "demarche/graph.h"
#include "explore/part.h"

namespace demarche::exploring {

// Appends "countries":{code: {name, x, y}} and "actors":[…]. An actor's country is its code if that is a country's.
// The countries stand where a layout of their own puts them: for the roll-up.
Result<Done> append_actors(const Graph& graph, const Part& part, std::string* out);

}  // namespace demarche::exploring

#endif
