// One text file is one document: optional front matter, then the text.
#ifndef DEMARCHE_INGEST_TEXT_FILE_H
#define DEMARCHE_INGEST_TEXT_FILE_H

#include <string>

#include "demarche/document.h"
#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Fills `text`, and those fields that are empty and stand in the front matter. False, with the problem reported at
// `where`, when the file is empty, too large or breaks off.
bool read_text(Input* input, const std::string& where, Reading* reading, Document* document);

// Reads one document and hands it over; of Markdown the words without the marks.
void read_text_file(Input* input, const Origin& origin, Reading* reading);

}  // namespace demarche::ingesting

#endif
