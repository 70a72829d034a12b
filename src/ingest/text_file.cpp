#include "ingest/text_file.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "ingest/clean_text.h"
#include "ingest/front_matter.h"
#include "ingest/metadata.h"

namespace demarche::ingesting {

bool read_text(Input* input, const std::string& where, Reading* reading, Document* document) {
  const std::size_t limit = reading->options.max_document_bytes;
  std::string& text = document->text;
  if (input->read_all(limit, &text) == Input::Got::too_long) {
    reading->lost(where, fmt::format("larger than {}; file skipped", size_in_words(limit)));
    return false;
  }
  if (!input->failure().empty()) {
    reading->lost(where, fmt::format("cannot be read ({}); file skipped", input->failure()));
    return false;
  }
  if (reading->stopped()) return false;
  clean(&text, where, reading);
  unify_line_ends(&text);
  text.erase(0, read_front_matter(text, document));
  if (trim(text).empty()) {
    reading->lost(where, "empty file; skipped");
    return false;
  }
  return true;
}

void read_text_file(Input* input, const std::string& where, Reading* reading) {
  Document document;
  document.source = where;
  if (!read_text(input, where, reading, &document)) return;
  settle(&document, reading);
  reading->hand_over(std::move(document));
}

}  // namespace demarche::ingesting
