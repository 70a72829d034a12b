// Actor dictionaries of TABARI and PETRARCH: names in capitals with underscores, "+" before further names, dated codes
// in brackets (README.md says what becomes of each).
//
//   AHMAD_SHAH_MASSOUD_
//   +AHMED_SHAH_MASOOD_
//       [AFGREB 790706-920428]
//       [AFGELI]  # comment
#ifndef DEMARCHE_ACTORS_DICTIONARY_H
#define DEMARCHE_ACTORS_DICTIONARY_H

#include <string_view>

#include "actors/imported.h"

namespace demarche::actors {

// Never fails: what cannot be read is named among the problems, and the rest is read.
Imported read_dictionary(std::string_view bytes);

}  // namespace demarche::actors

#endif
