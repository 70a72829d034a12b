// Text that was UTF-8, read as Windows-1252 and written as UTF-8 again ("itâ€™s", "DavutoÄŸlu"), made readable.
#ifndef DEMARCHE_INGEST_MOJIBAKE_H
#define DEMARCHE_INGEST_MOJIBAKE_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/document.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// The text with every certain case repaired: a run of characters beyond ASCII that is valid UTF-8 when written in
// Windows-1252, and begins as Latin letters, quotes and dashes do there. `shifts`, if given, becomes the way back to
// the text as it was. `places` counts the repaired runs; with 0 the text is returned as it is.
std::string undo_mojibake(std::string_view valid_utf8, std::size_t* places, std::vector<OffsetShift>* shifts);

// Repairs the document's text and title, moves its given mentions along, and says so as a notice. Offsets of what is
// extracted still lead to the text as it was (Document::shifts).
void repair_mojibake(Document* document, Reading* reading);

}  // namespace demarche::ingesting

#endif
