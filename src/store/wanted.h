// Which interactions a scope wants, found by the indexes before any interaction is read.
//
// A store of a million interactions keeps them in no order that a question asks for, so that each one that is looked at
// costs a page. Who took part and when stand in indexes, side by side: their keys are intersected first.
#ifndef DEMARCHE_STORE_WANTED_H
#define DEMARCHE_STORE_WANTED_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "demarche/graph.h"
#include "demarche/store.h"
#include "store/sqlite.h"

namespace demarche::store {

// A statement's text must not grow without bound; a party beyond this is not narrowed by.
inline constexpr std::size_t kMostIds = 20000;

// Keys of the actors with these ids: places in the list of actors, from 1. Unknown ids have none.
std::vector<std::int64_t> actor_keys(const Graph& graph, const std::vector<std::string>& ids);

// Fills the table temp.wanted (key INTEGER PRIMARY KEY) with the interactions of the scope.
void fill_wanted(Database* db, const Graph& graph, const Scope& scope);

}  // namespace demarche::store

#endif
