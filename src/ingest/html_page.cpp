#include "ingest/html_page.h"

#include <re2/re2.h>

#include <utility>

#include "ingest/clean_text.h"
#include "ingest/encoding.h"
#include "ingest/html_tree.h"
#include "ingest/main_text.h"
#include "ingest/metadata.h"
#include "ingest/mojibake.h"
#include "ingest/page_facts.h"
#include "ingest/plain_characters.h"
#include "ingest/read_whole.h"

namespace demarche::ingesting {
namespace {

constexpr std::size_t head_of_page = 4096;  // browsers look for the encoding in the first 1024 bytes
constexpr std::size_t too_short = 200;      // a page whose own text is shorter may carry the article in JSON-LD only

}  // namespace

std::string declared_encoding(std::string_view page) {
  static const RE2 pattern(R"((?i)<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]+))");
  std::string encoding;
  const std::string_view head = page.substr(0, head_of_page);
  RE2::PartialMatch(re2::StringPiece(head.data(), head.size()), pattern, &encoding);
  return encoding;
}

void read_html_page(Input* input, const Origin& origin, Reading* reading) {
  std::string page;
  if (!read_whole(input, reading->options.limits.page_bytes, "page", origin.where, reading, &page)) return;
  decode(&page, origin.charset.empty() ? declared_encoding(page) : origin.charset, origin.where, reading);
  bool too_deep = false;
  const HtmlTree tree = parse_html(page, &too_deep);
  page = std::string();
  if (too_deep)
    return reading->lost(origin.where, "elements too deep in each other, or too many attributes; page skipped",
                         Skip::unsafe);
  if (tree == nullptr) return reading->lost(origin.where, "a page without text; skipped", Skip::empty);
  PageFacts facts = facts_of(tree.get(), origin);
  MainText main = find_main_text(tree.get(), facts.title);
  Document document;
  document.source = origin.where;
  document.text = join(main.blocks);
  if (document.text.size() < too_short && facts.body.size() > document.text.size())
    document.text = std::move(facts.body);
  clean(&document.text, origin.where, reading);  // "\u0000" in JSON-LD
  if (facts.author.empty() && main.byline.size() > 3) facts.author = main.byline.substr(3);
  document.title = std::move(facts.title);
  document.date = std::move(facts.date);
  document.author = std::move(facts.author);
  document.publication = std::move(facts.publication);
  document.url = std::move(facts.url);
  document.language = std::move(facts.language);
  make_plain(&document);
  if (trim(document.text).empty()) return reading->lost(origin.where, "a page without text; skipped", Skip::empty);
  deliver(std::move(document), origin, LanguageWord::page, reading);
}

}  // namespace demarche::ingesting
