// Where on a page the article is: its text without navigation, teasers, share bars, comments, "More from" and the
// author's biography.
#ifndef DEMARCHE_INGEST_MAIN_TEXT_H
#define DEMARCHE_INGEST_MAIN_TEXT_H

#include <string>
#include <vector>

#include "ingest/html_blocks.h"
#include "ingest/html_tree.h"

namespace demarche::ingesting {

struct MainText {
  std::vector<Block> blocks;  // of the article, in order
  std::string byline;         // "By Jane Doe", where a line says so; not among the blocks
  xmlNode* root = nullptr;    // the element that holds the article; borrowed from the tree
};

// Elements that say by tag, role, class or id that they are no article are left out. The article is in the smallest
// element that holds most of the remaining running text (text outside links, in blocks long enough to be sentences;
// after Kohlschütter, Fankhauser and Nejdl, WSDM 2010). Within it, blocks of links and lines like "Share this" go, and
// what stands under a heading like "More from". `title` is the page's; a heading that repeats it goes, too.
//
// When classes would leave out most of a page, they are not believed.
MainText find_main_text(xmlDoc* page, const std::string& title);

}  // namespace demarche::ingesting

#endif
