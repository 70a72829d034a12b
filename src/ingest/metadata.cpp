#include "ingest/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "ingest/clean_text.h"
#include "text/date.h"
#include "text/hash.h"

namespace demarche::ingesting {
namespace {

void settle_field(std::string* field, const std::string& otherwise) {
  const std::string_view kept = trim(*field);
  if (kept.size() != field->size()) *field = std::string(kept);
  if (field->empty()) *field = otherwise;
}

// A month or a year is not enough: "Thursday" could not be resolved against it.
void check_date(Document* document, Reading* reading) {
  if (document->date.empty()) return;
  const auto date = text::parse_iso(document->date);
  if (date && date->day != 0) {
    document->date = text::iso(*date);
    return;
  }
  reading->notice(document->source,
                  fmt::format("date \"{}\" is not a day like 2010-05-13; date left out", document->date));
  document->date.clear();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "en-US" and "EN" become "en".
void check_language(Document* document, Reading* reading) {
  if (document->language.empty()) return;
  std::string code = document->language.substr(0, document->language.find_first_of("-_"));
  if ((code.size() == 2 || code.size() == 3) && std::all_of(code.begin(), code.end(), is_letter)) {
    for (char& c : code) c = static_cast<char>(c | 0x20);
    document->language = code;
    return;
  }
  reading->notice(document->source,
                  fmt::format("language \"{}\" is not a code like en; language left out", document->language));
  document->language.clear();
}

}  // namespace

void settle(Document* document, Reading* reading) {
  const IngestOptions& defaults = reading->options;
  settle_field(&document->title, defaults.title);
  settle_field(&document->date, defaults.date);
  settle_field(&document->url, defaults.url);
  settle_field(&document->publication, defaults.publication);
  settle_field(&document->language, defaults.language);
  check_date(document, reading);
  check_language(document, reading);
  settle_field(&document->id, "");
  if (document->id.empty()) document->id = text::StableHash().add(document->text).hex();
}

}  // namespace demarche::ingesting
