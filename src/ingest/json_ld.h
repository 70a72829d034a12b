// What JSON-LD (schema.org) in a page says of its article.
#ifndef DEMARCHE_INGEST_JSON_LD_H
#define DEMARCHE_INGEST_JSON_LD_H

#include <string_view>

#include "ingest/page_facts.h"

namespace demarche::ingesting {

// Fills those fields that are empty, from the first object in `json` whose type is an article. Broken JSON says
// nothing.
void read_json_ld(std::string_view json, PageFacts* facts);

}  // namespace demarche::ingesting

#endif
