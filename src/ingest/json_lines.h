// Many documents in one file of JSON: one object a line (JSON Lines), or one list of objects. Each has the text itself
// ("text", or what the user's map says) or the path of a text file ("file").
#ifndef DEMARCHE_INGEST_JSON_LINES_H
#define DEMARCHE_INGEST_JSON_LINES_H

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Hands over a document for each good line; names every bad one as "where:LINE" and goes on. A line without a text of
// its own that holds a list of documents (json_frame.h) is read as that list: "where:LINE: record N".
void read_json_lines(Input* input, const Origin& origin, Reading* reading);

// A list of objects, in as many lines as it likes, or one object; named as "where: record N". An object without a text
// of its own that holds a list of documents is read as that list. Holds one record, or one such object, at a time.
void read_json(Input* input, const Origin& origin, Reading* reading);

}  // namespace demarche::ingesting

#endif
