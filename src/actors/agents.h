// Agent dictionaries of PETRARCH: common nouns with the role that they stand for.
//
//   !PERSON! = MAN, MEN, WOMAN, WOMEN, PERSON
//   CATTLE!PERSON! [~AGR]
//   RANCHER {RANCHERS} [~AGR]
#ifndef DEMARCHE_ACTORS_AGENTS_H
#define DEMARCHE_ACTORS_AGENTS_H

#include <string_view>

#include "actors/imported.h"

namespace demarche::actors {

// Never fails: what cannot be read is named among the problems. Phrases of several words
// ("HUMAN_RIGHTS_ACTIVIST") are kept as such, and counted.
Imported read_agents(std::string_view bytes);

}  // namespace demarche::actors

#endif
