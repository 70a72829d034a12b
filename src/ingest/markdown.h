// Markdown as plain text, by cmark in the process of demarche-convert: there are texts of 60 kB that take it seconds,
// and ten times as long ones minutes.
#ifndef DEMARCHE_INGEST_MARKDOWN_H
#define DEMARCHE_INGEST_MARKDOWN_H

#include <string>
#include <string_view>

#include "ingest/reading.h"

namespace demarche::ingesting {

// True when the text has marks that plain text has not: headings with "#", links, bold words.
bool is_marked_down(std::string_view text);

// The words without the marks, paragraphs with an empty line between them. A heading of the first rank at the head
// becomes `title` where that is empty. A text that costs too much stays as it is, which a notice at `where` says.
std::string plain_text_of_markdown(const std::string& text, const std::string& where, Reading* reading,
                                   std::string* title);

}  // namespace demarche::ingesting

#endif
