// Many documents in one file of JSON: one object a line (JSON Lines), or one list of objects. Each has the text itself
// ("text", or what the user's map says) or the path of a text file ("file").
#ifndef DEMARCHE_INGEST_JSON_LINES_H
#define DEMARCHE_INGEST_JSON_LINES_H

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Hands over a document for each good line; names every bad one as "where:LINE" and goes on.
void read_json_lines(Input* input, const Origin& origin, Reading* reading);

// A list of objects, in as many lines as it likes, or one object; named as "where: record N". An object without a text
// of its own that holds a list of objects ("articles", "items") is read as that list. Never holds more than one record.
void read_json(Input* input, const Origin& origin, Reading* reading);

}  // namespace demarche::ingesting

#endif
