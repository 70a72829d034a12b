#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace demarche::text {
namespace {

bool is_ascii(std::string_view s) {
  unsigned char all = 0;  // without a branch a byte
  for (const char c : s) all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
  return all < 0x80;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Letters without a decomposition in Unicode, and typographic marks.
std::string_view spelled(UChar32 c) {
  switch (c) {
    case 0x00F8:
      return "o";
    case 0x00D8:
      return "O";
    case 0x0142:
      return "l";
    case 0x0141:
      return "L";
    case 0x0111:
      return "d";
    case 0x0110:
      return "D";
    case 0x0131:
      return "i";
    case 0x00DF:
      return "ss";
    case 0x00E6:
      return "ae";
    case 0x00C6:
      return "Ae";
    case 0x0153:
      return "oe";
    case 0x0152:
      return "Oe";
    case 0x00FE:
      return "th";
    case 0x00DE:
      return "Th";
    case 0x00F0:
      return "d";
    case 0x00D0:
      return "D";
    case 0x0259:
      return "e";
    case 0x018F:
      return "E";
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x02BB:
    case 0x2032:
    case 0x00B4:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x2033:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return "-";
    case 0x00A0:
    case 0x2009:
    case 0x202F:
      return " ";
    default:
      return {};
  }
}

std::string stripped(std::string_view s, bool lower_case) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return std::string(s);
  icu::UnicodeString source;
  for (std::size_t i = 0; i < s.size();) {
    std::size_t n = 1;
    const auto c = static_cast<UChar32>(decode(s, i, &n));
    i += n;
    const std::string_view spelling = spelled(c);
    if (spelling.empty()) {
      source.append(c);
    } else {
      source.append(icu::UnicodeString::fromUTF8({spelling.data(), static_cast<int32_t>(spelling.size())}));
    }
  }
  icu::UnicodeString decomposed = nfkd->normalize(source, status);
  if (U_FAILURE(status)) return std::string(s);
  if (lower_case) decomposed.foldCase();
  std::string out;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) continue;
    const std::string_view spelling = spelled(c);  // some decompose into letters that have one
    spelling.empty() ? append_utf8(static_cast<char32_t>(c), &out) : static_cast<void>(out.append(spelling));
  }
  return out;
}

}  // namespace

void fold_to(std::string_view s, std::string* out) {
  if (!is_ascii(s)) {
    *out = stripped(s, true);
    return;
  }
  out->assign(s);
  for (char& c : *out) c = lower(c);
}

std::string fold(std::string_view s) {
  std::string out;
  fold_to(s, &out);
  return out;
}

std::string strip_accents(std::string_view s) { return is_ascii(s) ? std::string(s) : stripped(s, false); }

std::string slug(std::string_view s) {
  std::string out;
  const std::string folded = fold(s);
  for (std::size_t i = 0; i < folded.size();) {
    std::size_t n = 1;
    const char32_t c = decode(folded, i, &n);
    if (u_isalnum(static_cast<UChar32>(c))) {
      out.append(folded, i, n);
    } else if (c != '\'' && c != '.' && !out.empty() && out.back() != '-') {
      out.push_back('-');
    }
    i += n;
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "x" : out;
}

unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<unsigned> row(a.size() + 1);
  for (unsigned i = 0; i < row.size(); ++i) row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    unsigned diagonal = row[0];
    unsigned best = row[0] = static_cast<unsigned>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const unsigned replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[i];
      row[i] = std::min({replace, row[i] + 1, row[i - 1] + 1});
      best = std::min(best, row[i]);
    }
    if (best > limit) return limit + 1;
  }
  return std::min(row[a.size()], limit + 1);
}

}  // namespace demarche::text
