// Compressed files (gzip, zstd, bzip2, xz) and archives (zip, tar), by libarchive.
#ifndef DEMARCHE_INGEST_PACKED_H
#define DEMARCHE_INGEST_PACKED_H

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Reads what is packed in `input` as if it lay in a folder, in the order of the archive, while it is unpacked: nothing
// is written to disk, no member is held in memory as a whole. Hidden members, links and special files are passed over.
// Where a limit of IngestLimits is reached, the rest is lost and named.
void read_packed(Input* input, const Origin& origin, Reading* reading);

}  // namespace demarche::ingesting

#endif
