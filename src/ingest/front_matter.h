// The block of "key: value" lines between two "---" lines at the head of a text (as Jekyll, Hugo and Pandoc write it).
#ifndef DEMARCHE_INGEST_FRONT_MATTER_H
#define DEMARCHE_INGEST_FRONT_MATTER_H

#include <cstddef>
#include <string_view>

#include "demarche/document.h"

namespace demarche::ingesting {

// Sets those of id, title, date, url, publication and language that the front matter names and the document leaves
// empty. Returns the number of bytes before the text proper; 0 when the text has no front matter, and then the document
// is not touched. REQUIRES "\n" line ends.
std::size_t read_front_matter(std::string_view text, Document* document);

}  // namespace demarche::ingesting

#endif
