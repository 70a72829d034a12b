// Imported rows and the actors of a pack: who is known already.
#ifndef DEMARCHE_ACTORS_MATCH_H
#define DEMARCHE_ACTORS_MATCH_H

#include <cstdint>
#include <vector>

#include "rules/actor_file.h"
#include "rules/roster.h"

namespace demarche::actors {

struct Matched {
  std::vector<rules::ActorRow> rows;  // each with an id; those of known actors without a name, so that they add to it
  std::uint64_t known = 0;            // entries that are actors of the pack
  std::uint64_t fresh = 0;            // entries that are new actors
  std::uint64_t names_known = 0;      // names that the actor has already; left out
  std::uint64_t terms_known = 0;      // terms that the actor has already, perhaps with other dates; left out
};

// By Wikidata id, else by a whole name that one actor of a fitting kind alone has. New actors get ids of name and
// country; entries with the same id are put together. In the order of the entries.
Matched match(std::vector<rules::ActorRow> imported, const rules::Roster& pack);

}  // namespace demarche::actors

#endif
