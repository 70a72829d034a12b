// The last step before a document leaves: defaults, checked date and language, the id.
#ifndef DEMARCHE_INGEST_METADATA_H
#define DEMARCHE_INGEST_METADATA_H

#include "demarche/document.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Fields that the document leaves open come from the options; a date that is no calendar day and a language that is no
// ISO 639 code are left out with a notice at document->source; a missing id becomes the hash of the text.
void settle(Document* document, Reading* reading);

}  // namespace demarche::ingesting

#endif
