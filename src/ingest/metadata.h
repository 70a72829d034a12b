// The last step before a document leaves: defaults, checked date and language, the id.
#ifndef DEMARCHE_INGEST_METADATA_H
#define DEMARCHE_INGEST_METADATA_H

#include "demarche/document.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Who says which language a document is in.
enum class LanguageWord {
  user,  // of a record or front matter: taken at its word
  page   // a page's or feed's frame, which is often in another language than the article: only the text counts
};

// Settles the document and hands it over, or says why not.
//
// Date: the document's own, else that of its address, else one that stands by itself near the head of its text, else
// the option's, else the file's last change where the user wants that; else none. A date that is no calendar day is
// left out with a notice. Language: the document's own or the option's; a text in another one than English is lost,
// unless the user wants any. A missing id becomes the hash of the text.
//
// REQUIRES clean text and a source.
void deliver(Document&& document, const Origin& origin, LanguageWord word, Reading* reading);

}  // namespace demarche::ingesting

#endif
