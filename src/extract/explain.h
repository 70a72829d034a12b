// The cascade's stages as a page of plain text.
#ifndef DEMARCHE_EXTRACT_EXPLAIN_H
#define DEMARCHE_EXTRACT_EXPLAIN_H

#include <string>

#include "extract/analysis.h"

namespace demarche::extract {

std::string explain(const Analysis& analysis, bool lone_actors);

}  // namespace demarche::extract

#endif
