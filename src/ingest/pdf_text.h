// Pages of a PDF as running text.
#ifndef DEMARCHE_INGEST_PDF_TEXT_H
#define DEMARCHE_INGEST_PDF_TEXT_H

#include <string>
#include <vector>

namespace demarche::ingesting {

// Lines that stand at the head or foot of most pages, but for their numbers, are left out, page numbers too; words that
// a hyphen parts at a line's end are joined; lines become paragraphs, also across pages. REQUIRES valid UTF-8.
std::string text_of_pages(const std::vector<std::string>& pages);

}  // namespace demarche::ingesting

#endif
