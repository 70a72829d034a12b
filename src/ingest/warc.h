// WARC 1.0 and 1.1 (ISO 28500): what a crawler fetched. WET files are WARC with plain texts.
#ifndef DEMARCHE_INGEST_WARC_H
#define DEMARCHE_INGEST_WARC_H

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Reads every page, feed, text and PDF in it, named as "where: record N". Requests, notes of the crawler, pictures and
// what was not found (an HTTP status other than 200) are passed over in silence. The address is the record's, the day
// of fetching a hint for dates without a year. Holds one record at a time.
void read_warc(Input* input, const Origin& origin, Reading* reading);

}  // namespace demarche::ingesting

#endif
