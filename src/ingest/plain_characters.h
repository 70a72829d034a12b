// Characters of the printed page, made those of text. For texts that a reader makes itself; the strings of records stay
// as they are, because their users count in them.
#ifndef DEMARCHE_INGEST_PLAIN_CHARACTERS_H
#define DEMARCHE_INGEST_PLAIN_CHARACTERS_H

#include <string>
#include <string_view>

#include "demarche/document.h"

namespace demarche::ingesting {

// Repairs mojibake; takes out soft hyphens and zero-width characters; makes no-break spaces spaces and ligatures
// letters; composes accents (NFC, by ICU).
std::string plain_characters(std::string_view valid_utf8);

// Does so with what people read of a document: text, title, author, publication.
void make_plain(Document* document);

}  // namespace demarche::ingesting

#endif
