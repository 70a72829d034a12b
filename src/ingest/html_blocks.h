// The text of an HTML tree as paragraphs, headings and list items.
#ifndef DEMARCHE_INGEST_HTML_BLOCKS_H
#define DEMARCHE_INGEST_HTML_BLOCKS_H

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "ingest/html_tree.h"

namespace demarche::ingesting {

struct Block {
  std::string text;            // one line, or several where the page breaks them; never empty
  std::size_t linked = 0;      // bytes of it that stand in links
  xmlNode* element = nullptr;  // the innermost block element round its start; borrowed from the tree
  int rank = 0;                // 1 to 6 of a heading, else 0
};

// The blocks within `root` in order of the page. Scripts, styles, forms and what the page itself hides are not text;
// elements for which `leave_out` is true are passed over with all that is in them.
std::vector<Block> blocks_within(xmlNode* root, const std::function<bool(xmlNode*)>& leave_out);

// Paragraphs with an empty line between them.
std::string join(const std::vector<Block>& blocks);

// The whole text of a fragment: of a feed's item, a mail, a Markdown text.
std::string text_of_fragment(std::string_view html, bool* too_deep);

}  // namespace demarche::ingesting

#endif
