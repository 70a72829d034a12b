#include "ingest/markdown.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "ingest/clean_text.h"
#include "ingest/converter.h"
#include "ingest/html_blocks.h"

namespace demarche::ingesting {
namespace {

constexpr unsigned seconds = 2;  // of processor time; an honest megabyte takes a hundredth

// Empty where there is no answer; `fault` says why.
std::string page_of(const std::string& text, Reading* reading, std::string* fault) {
  const nlohmann::json answer = reading->converter().convert("markdown", text, {.seconds = seconds}, fault);
  if (fault->empty()) *fault = answer.value("fault", "");
  if (!fault->empty()) return "";
  std::string page = answer.value("html", "");
  const std::size_t limit = reading->options.limits.page_bytes;
  if (page.size() > limit) *fault = fmt::format("a page larger than {}", size_in_words(limit));
  return page;
}

}  // namespace

bool is_marked_down(std::string_view text) {
  static const RE2 pattern(R"((?m)^#{1,6} +\S|\[[^\]\n]+\]\((?:https?:|/|#|mailto:)[^)\n]*\)|\*\*\S[^*\n]*\*\*)");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

std::string plain_text_of_markdown(const std::string& text, const std::string& where, Reading* reading,
                                   std::string* title) {
  std::string fault;
  const std::string page = page_of(text, reading, &fault);
  bool too_deep = false;
  const HtmlTree tree = fault.empty() ? parse_html(page, &too_deep) : nullptr;
  if (too_deep) fault = "marks too deep in each other";
  if (!fault.empty()) reading->notice(where, fmt::format("Markdown: {}; read with its marks", fault));
  if (tree == nullptr) return text;  // marks are better than nothing
  std::vector<Block> blocks = blocks_within(xmlDocGetRootElement(tree.get()), [](xmlNode*) { return false; });
  if (!blocks.empty() && blocks[0].rank == 1) {
    if (title->empty()) *title = blocks[0].text;
    blocks.erase(blocks.begin());
  }
  return join(blocks);
}

}  // namespace demarche::ingesting
