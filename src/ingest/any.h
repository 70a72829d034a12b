// Reads whatever it is.
#ifndef DEMARCHE_INGEST_ANY_H
#define DEMARCHE_INGEST_ANY_H

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Looks at the first bytes, chooses the reader, and counts what comes out under the format's name.
void read_any(Input* input, const Origin& origin, Reading* reading);

}  // namespace demarche::ingesting

#endif
