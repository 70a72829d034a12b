// Markdown as plain text, by cmark.
#ifndef DEMARCHE_INGEST_MARKDOWN_H
#define DEMARCHE_INGEST_MARKDOWN_H

#include <string>
#include <string_view>

namespace demarche::ingesting {

// True when the text has marks that plain text has not: headings with "#", links, bold words.
bool is_marked_down(std::string_view text);

// The words without the marks, paragraphs with an empty line between them. A heading of the first rank at the head
// becomes `title` where that is empty.
std::string plain_text_of_markdown(const std::string& text, std::string* title);

}  // namespace demarche::ingesting

#endif
