#include "text/ordinals.h"

#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

namespace demarche::text {

std::vector<std::string> ordinals(int last) {
  UErrorCode error = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat spelling(icu::URBNF_SPELLOUT, icu::Locale::getEnglish(), error);
  spelling.setDefaultRuleSet(icu::UnicodeString("%spellout-ordinal"), error);
  std::vector<std::string> out;
  for (int n = 1; n <= last && U_SUCCESS(error); ++n) {
    icu::UnicodeString words;
    spelling.format(static_cast<int32_t>(n), words).toUTF8String(out.emplace_back());
  }
  return out;
}

}  // namespace demarche::text
