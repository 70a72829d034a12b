#include "ingest/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/clean_text.h"
#include "ingest/language.h"
#include "ingest/written_date.h"
#include "text/date.h"
#include "text/hash.h"

namespace demarche::ingesting {
namespace {

// JSON can say NUL ("\\u0000"), which neither C's strings nor XML can; in texts the readers have made it a space.
void without_nuls(Document* document) {
  for (std::string* field : {&document->id, &document->title, &document->date, &document->url, &document->publication,
                             &document->author, &document->language}) {
    std::replace(field->begin(), field->end(), '\0', ' ');
  }
  for (GivenMention& mention : document->mentions) {
    std::replace(mention.name.begin(), mention.name.end(), '\0', ' ');
    std::replace(mention.code.begin(), mention.code.end(), '\0', ' ');
  }
}

void settle_field(std::string* field, const std::string& otherwise) {
  const std::string_view kept = trim(*field);
  if (kept.size() != field->size()) *field = std::string(kept);
  if (field->empty()) *field = otherwise;
}

// The rule of metadata.h. A month or a year is not enough: "Thursday" could not be resolved against it.
void settle_date(Document* document, const Origin& origin, Reading* reading) {
  settle_field(&document->date, "");
  YearHint hint = hint_in_address(document->url);
  hint.retrieved = text::parse_iso(origin.retrieved);
  std::string fault;
  if (!document->date.empty()) {
    const DateReading own = read_written_date(document->date, hint);
    if (own.day) {
      document->date = text::iso(*own.day);
      return;
    }
    fault = fmt::format("date \"{}\" {}; date left out", in_short(document->date), own.fault);
    document->date.clear();
  }
  auto day = date_in_address(document->url);
  if (!day) day = date_in_text(document->text, hint);
  if (day) {
    document->date = text::iso(*day);
  } else if (!fault.empty()) {
    reading->notice(document->source, fault);
  } else {
    document->date = reading->options.date.empty() ? origin.modified : reading->options.date;
  }
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "en-US" and "EN" become "en".
void check_language(Document* document, Reading* reading) {
  if (document->language.empty()) return;
  std::string code = document->language.substr(0, document->language.find_first_of("-_"));
  if ((code.size() == 2 || code.size() == 3) && std::all_of(code.begin(), code.end(), is_letter)) {
    for (char& c : code) c = static_cast<char>(c | 0x20);
    document->language = code == "eng" ? "en" : code;
    return;
  }
  reading->notice(document->source, fmt::format("language \"{}\" is not a code like en; language left out",
                                                in_short(document->language)));
  document->language.clear();
}

// False when the document is in a language that is not wanted.
bool settle_language(Document* document, LanguageWord word, Reading* reading) {
  settle_field(&document->language, reading->options.language);
  check_language(document, reading);
  if (word == LanguageWord::page || document->language.empty()) {
    std::string seen = detect_language(document->text);
    if (!seen.empty() && (seen != "en" || word == LanguageWord::page)) document->language = std::move(seen);
  }
  if (document->language.empty() || document->language == "en" || reading->options.any_language) return true;
  reading->lost(
      document->source,
      fmt::format("in {}, not English; skipped (--language any reads it)", language_in_words(document->language)),
      Skip::not_english);
  return false;
}

}  // namespace

void deliver(Document&& document, const Origin& origin, LanguageWord word, Reading* reading) {
  const IngestOptions& defaults = reading->options;
  without_nuls(&document);
  settle_field(&document.title, defaults.title);
  settle_field(&document.url, origin.url.empty() ? defaults.url : origin.url);
  settle_field(&document.publication, defaults.publication);
  settle_date(&document, origin, reading);
  if (!settle_language(&document, word, reading)) return;
  settle_field(&document.id, "");
  if (document.id.empty()) {
    text::StableHash hash;
    hash.add(document.text);
    // Two papers may print one text.
    if (!document.url.empty())
      hash.add(document.url);
    else if (!document.publication.empty())
      hash.add(document.publication);
    document.id = hash.hex();
  }
  reading->hand_over(std::move(document));
}

}  // namespace demarche::ingesting
