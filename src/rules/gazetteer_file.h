// Loading actors/*.toml, offices/*.toml and places/*.toml into a gazetteer.
#ifndef DEMARCHE_RULES_GAZETTEER_FILE_H
#define DEMARCHE_RULES_GAZETTEER_FILE_H

#include <string>
#include <string_view>
#include <vector>

#include "rules/actor_file.h"
#include "rules/gazetteer_builder.h"
#include "rules/toml_file.h"

namespace demarche::rules {

// States, then organisations, groups, persons and places; last the rows without a name, which add to others.
void in_order_of_loading(std::vector<ActorRow>* rows);

// Loads the rows of all actor files, in whatever order they come. A row whose id is known already adds its names,
// terms, members and codes; only a person's may then have another name. Unknown references are left open; `actors lint`
// names them. A row without a name that adds to nobody, and an id that stands for another actor already, are errors.
Result<Done> load_actors(std::vector<ActorRow> rows, GazetteerBuilder* gazetteer);

// A CAMEO code as the record has it: "USAGOVMIL" is code USA, sector GOV (the first role that it names); "IGOUNO" is
// code and sector IGO.
struct CameoCode {
  std::string code, sector;
};
CameoCode split_cameo(std::string_view code);

}  // namespace demarche::rules

#endif
