#include "ingest/language.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace demarche::ingesting {
namespace {

constexpr std::size_t looked_at = 4096;
constexpr int shortest = 60;  // bytes of letters; names alone make short texts look foreign
constexpr int shortest_in_other_letters = 12;

std::string_view head(std::string_view text) {
  if (text.size() <= looked_at) return text;
  std::size_t end = looked_at;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// Whether most letters are of another alphabet than English has, as the first bytes of their UTF-8 tell.
bool is_in_other_letters(std::string_view text) {
  std::size_t latin = 0, other = 0;
  for (const char c : text) {
    const auto b = static_cast<unsigned char>(c);
    latin += (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= 0xC3 && b <= 0xC9);
    other += b >= 0xCE && b <= 0xED && b != 0xE2;  // E2 begins dashes and quotation marks
  }
  return other > latin;
}

}  // namespace

std::string detect_language(std::string_view valid_utf8) {
  const std::string_view text = head(valid_utf8);
  CLD2::Language best[3];
  int percent[3], bytes = 0, valid = 0;
  double score[3];
  bool reliable = false;
  const CLD2::CLDHints no_hints{};
  const CLD2::Language language =
      CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &no_hints, 0, best,
                                              percent, score, nullptr, &bytes, &reliable, &valid);
  const int fewest = is_in_other_letters(text) ? shortest_in_other_letters : shortest;
  if (!reliable || bytes < fewest || language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE)
    return "";
  std::string code = CLD2::LanguageCode(language);
  return code.substr(0, code.find('-'));
}

std::string language_in_words(const std::string& code) {
  icu::UnicodeString name;
  icu::Locale(code.c_str()).getDisplayLanguage(icu::Locale::getEnglish(), name);
  std::string out;
  name.toUTF8String(out);
  return out.empty() ? code : out;
}

}  // namespace demarche::ingesting
