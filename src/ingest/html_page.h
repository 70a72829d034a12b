// One HTML page is one document: the article on it.
#ifndef DEMARCHE_INGEST_HTML_PAGE_H
#define DEMARCHE_INGEST_HTML_PAGE_H

#include <string>

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Reads one document and hands it over.
void read_html_page(Input* input, const Origin& origin, Reading* reading);

// The encoding that a page declares in its first bytes (<meta charset>, <?xml encoding>); empty where it does not.
std::string declared_encoding(std::string_view page);

}  // namespace demarche::ingesting

#endif
