// What stands on a page beside and below the article, under headings of its own: comments, teasers, "More from".
#ifndef DEMARCHE_INGEST_PAGE_SECTIONS_H
#define DEMARCHE_INGEST_PAGE_SECTIONS_H

#include <cstddef>
#include <vector>

#include "ingest/html_blocks.h"

namespace demarche::ingesting {

// Bytes outside links of a block that is long enough to be a sentence, else 0.
std::size_t running(const Block& block);
std::size_t running(const std::vector<Block>& blocks);

bool is_mostly_links(const Block& block);

// Each of these takes blocks out of a list that stands in the order of the page. Linear in the page.

// What readers wrote: a heading like "12 comments" with all that it heads, however long, once an article stands before
// it.
void leave_out_comments(std::vector<Block>* blocks);

// Teasers: headings that are links, each with a line or two, where there are at least three of them and they are not
// most of the page.
void leave_out_cards(std::vector<Block>* blocks);

// "Related", "More from …", "About the author" with what they head. A heading under which a third of the text stands is
// not believed: then only the links right behind it go.
void leave_out_sections(std::vector<Block>* blocks);

}  // namespace demarche::ingesting

#endif
