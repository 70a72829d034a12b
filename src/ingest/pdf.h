// PDF files, by poppler.
#ifndef DEMARCHE_INGEST_PDF_H
#define DEMARCHE_INGEST_PDF_H

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// One file is one document: its text without running heads, page numbers and the hyphens of line ends.
void read_pdf(Input* input, const Origin& origin, Reading* reading);

}  // namespace demarche::ingesting

#endif
