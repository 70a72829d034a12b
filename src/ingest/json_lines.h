// JSON Lines of documents: one object a line, with the text itself ("text") or the path of a text file ("file").
#ifndef DEMARCHE_INGEST_JSON_LINES_H
#define DEMARCHE_INGEST_JSON_LINES_H

#include <string>

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Hands over a document for each good line; names every bad one as "where:LINE" and goes on. "file" paths are relative
// to `folder` (empty = the current one).
void read_json_lines(Input* input, const std::string& where, const std::string& folder, Reading* reading);

}  // namespace demarche::ingesting

#endif
