// Loading actors/*.toml, offices/*.toml and places/*.toml into a gazetteer.
#ifndef DEMARCHE_RULES_GAZETTEER_FILE_H
#define DEMARCHE_RULES_GAZETTEER_FILE_H

#include <string_view>

#include "rules/gazetteer_builder.h"
#include "rules/toml_file.h"

namespace demarche::rules {

// Reads every [[state]], [[organisation]], [[group]], [[person]] and [[place]] of a file, and [places]. States must be
// loaded before the files that refer to them. Unknown references are left open; `actors lint` names them. An unknown
// key, kind or repeated id is an error.
Result<Done> load_actors(const toml::table& file, std::string_view path, GazetteerBuilder* gazetteer);

}  // namespace demarche::rules

#endif
