// Writing rows as the text of an actor file.
#ifndef DEMARCHE_ACTORS_ACTOR_TOML_H
#define DEMARCHE_ACTORS_ACTOR_TOML_H

#include <string>
#include <vector>

#include "actors/imported.h"
#include "rules/actor_file.h"

namespace demarche::actors {

// The rows in their order. Reading the text gives the same rows, apart from lines.
std::string write_actor_file(const std::vector<rules::ActorRow>& rows);

// [[nouns]] of a lexicon file, by sector.
std::string write_noun_file(const std::vector<ImportedNoun>& nouns);

}  // namespace demarche::actors

#endif
