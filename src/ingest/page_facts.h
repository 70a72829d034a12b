// What a page says of itself: title, date, author, publication, address, language.
#ifndef DEMARCHE_INGEST_PAGE_FACTS_H
#define DEMARCHE_INGEST_PAGE_FACTS_H

#include <libxml/tree.h>

#include <string>

#include "ingest/reading.h"

namespace demarche::ingesting {

struct PageFacts {
  std::string title, date, author, publication, url, language;
  std::string body;  // the article's text, where JSON-LD carries it
};

// Each fact from the first of these that has it: JSON-LD of an article (schema.org), OpenGraph, <meta> of the usual
// names, <time>, <link rel="canonical">, <h1>, <title>, elements with classes like "date" and "byline", the address.
PageFacts facts_of(xmlDoc* page, const Origin& origin);

}  // namespace demarche::ingesting

#endif
