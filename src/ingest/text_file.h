// One text file is one document: optional front matter, then the text.
#ifndef DEMARCHE_INGEST_TEXT_FILE_H
#define DEMARCHE_INGEST_TEXT_FILE_H

#include <string>

#include "demarche/document.h"
#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Everything that is left, in memory. False, with the problem reported at `where`, when it is larger than `limit` or
// breaks off. `what` is what the message calls it: "file", "page".
bool read_whole(Input* input, std::size_t limit, std::string_view what, const std::string& where, Reading* reading,
                std::string* bytes);

// Fills `text`, and those fields that are empty and stand in the front matter. False, with the problem reported at
// `where`, when the file is empty, too large or breaks off.
bool read_text(Input* input, const std::string& where, Reading* reading, Document* document);

// Reads one document and hands it over; of Markdown the words without the marks.
void read_text_file(Input* input, const Origin& origin, Reading* reading);

}  // namespace demarche::ingesting

#endif
