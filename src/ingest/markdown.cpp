#include "ingest/markdown.h"

#include <cmark.h>
#include <re2/re2.h>

#include <cstdlib>
#include <memory>
#include <vector>

#include "ingest/html_blocks.h"

namespace demarche::ingesting {

bool is_marked_down(std::string_view text) {
  static const RE2 pattern(R"((?m)^#{1,6} +\S|\[[^\]\n]+\]\((?:https?:|/|#|mailto:)[^)\n]*\)|\*\*\S[^*\n]*\*\*)");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

std::string plain_text_of_markdown(const std::string& text, std::string* title) {
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_markdown_to_html(text.data(), text.size(), CMARK_OPT_DEFAULT), &std::free);
  bool too_deep = false;
  const HtmlTree tree = html == nullptr ? nullptr : parse_html(html.get(), &too_deep);
  if (tree == nullptr) return text;  // marks are better than nothing
  std::vector<Block> blocks = blocks_within(xmlDocGetRootElement(tree.get()), [](xmlNode*) { return false; });
  if (!blocks.empty() && blocks[0].rank == 1) {
    if (title->empty()) *title = blocks[0].text;
    blocks.erase(blocks.begin());
  }
  return join(blocks);
}

}  // namespace demarche::ingesting
