#include "ingest/text_file.h"

#include <string>
#include <utility>

#include "ingest/clean_text.h"
#include "ingest/encoding.h"
#include "ingest/front_matter.h"
#include "ingest/markdown.h"
#include "ingest/metadata.h"
#include "ingest/mojibake.h"
#include "ingest/read_whole.h"

namespace demarche::ingesting {
namespace {

bool is_empty(const std::string& text, const std::string& where, Reading* reading) {
  if (!trim(text).empty()) return false;
  reading->lost(where, "empty file; skipped", Skip::empty);
  return true;
}

// False when it cannot be read. The text may be empty.
bool read_with_front_matter(Input* input, const std::string& charset, const std::string& where, Reading* reading,
                            Document* document) {
  std::string& text = document->text;
  if (!read_whole(input, reading->options.limits.document_bytes, "file", where, reading, &text)) return false;
  decode(&text, charset, where, reading);
  unify_line_ends(&text);
  text.erase(0, read_front_matter(text, document));
  return true;
}

}  // namespace

bool read_text(Input* input, const std::string& where, Reading* reading, Document* document) {
  return read_with_front_matter(input, "", where, reading, document) && !is_empty(document->text, where, reading);
}

void read_text_file(Input* input, const Origin& origin, Reading* reading) {
  Document document;
  document.source = origin.where;
  if (!read_with_front_matter(input, origin.charset, origin.where, reading, &document)) return;
  if (is_marked_down(document.text))
    document.text = plain_text_of_markdown(document.text, origin.where, reading, &document.title);
  if (is_empty(document.text, origin.where, reading)) return;
  repair_mojibake(&document, reading);
  deliver(std::move(document), origin, LanguageWord::user, reading);
}

}  // namespace demarche::ingesting
