// An HTML page as libxml2's tree, and what is asked of its elements.
//
// Pages come from strangers: no network, no entities of their own, a limit on the work that nesting causes. Trees may
// be hundreds of thousands of elements deep, so whoever walks one keeps no frame of the stack for each level.
#ifndef DEMARCHE_INGEST_HTML_TREE_H
#define DEMARCHE_INGEST_HTML_TREE_H

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace demarche::ingesting {

struct FreeTree {
  void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};
using HtmlTree = std::unique_ptr<xmlDoc, FreeTree>;

// Never fails for being wrong HTML: what cannot be understood is passed over. nullptr when there is no element at all,
// or when elements lie so deep in each other that reading on would take seconds; `too_deep` tells which.
HtmlTree parse_html(std::string_view valid_utf8, bool* too_deep);

// "p"; empty for what is no element.
std::string_view tag_of(const xmlNode* node);
bool is_tag(const xmlNode* node, std::string_view tag);

// Empty where the element has none.
std::string attribute(const xmlNode* element, const char* name);

// The node behind this one in the order of the page: its first child unless `into` is false, its next sibling, that of
// its parents …; nullptr at the end of `root`. Elements that are left on the way are not told.
xmlNode* next_node(xmlNode* node, const xmlNode* root, bool into = true);

// All text within, white space made single spaces, at most about `limit` bytes, of the first two thousand nodes: what
// has more of them is no title, date or byline, and may be asked for at each of its ancestors.
std::string text_within(xmlNode* root, std::size_t limit = 1000);

// Appends with each run of white space made one space; none at the start of `out` or behind a space or line end.
void append_collapsed(std::string_view text, std::string* out);

}  // namespace demarche::ingesting

#endif
