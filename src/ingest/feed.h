// RSS 2.0, RSS 1.0 and Atom: each item is a document.
#ifndef DEMARCHE_INGEST_FEED_H
#define DEMARCHE_INGEST_FEED_H

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Hands over a document for each item that has a text: the full text where the feed has it (content:encoded, Atom's
// content), else the summary; names the others as "where: item N". The item's guid is the id. A feed that declares
// entities of its own is not read: nobody needs them, and they can grow without end.
void read_feed(Input* input, const Origin& origin, Reading* reading);

}  // namespace demarche::ingesting

#endif
