#include "export/label.h"

#include <fmt/format.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "text/date.h"
#include "text/utf8.h"

namespace demarche::exporting {
namespace {

bool turns_direction(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_line_end(char32_t c) { return c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_no_character(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFEFF; }

constexpr std::array<std::string_view, 13> months = {"",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string words(const text::Date& date) {
  if (date.month == 0) return fmt::format("{}", date.year);
  const auto month = months[static_cast<std::size_t>(date.month)];
  if (date.day == 0) return fmt::format("{} {}", month, date.year);
  return fmt::format("{} {} {}", date.day, month, date.year);
}

// Says the year, and the month, once where both ends share it.
std::string words(const text::Date& from, const text::Date& until) {
  if (from == until) return words(from);
  const bool same_year = from.year == until.year && from.month != 0 && until.month != 0;
  if (!same_year) return words(from) + " – " + words(until);
  if (from.month == until.month && from.day != 0 && until.day != 0) return fmt::format("{}–{}", from.day, words(until));
  const auto month = months[static_cast<std::size_t>(from.month)];
  const std::string start = from.day == 0 ? std::string(month) : fmt::format("{} {}", from.day, month);
  return start + " – " + words(until);
}

std::string cut(std::string_view text, std::size_t characters) {
  const text::OffsetMap map(text);
  return std::string(text.substr(0, map.to_bytes(static_cast<std::uint32_t>(characters)))) + "…";
}

std::vector<std::string> fill_lines(std::string_view clean_text, std::size_t width, std::size_t lines) {
  std::vector<std::string> out;
  std::size_t line_length = 0;
  for (std::size_t at = 0; at < clean_text.size();) {
    const std::size_t space = std::min(clean_text.find(' ', at), clean_text.size());
    const std::string_view word = clean_text.substr(at, space - at);
    at = space + 1;
    if (word.empty()) continue;
    const std::size_t length = text::count_code_points(word);
    if (!out.empty() && line_length + 1 + length <= width) {
      out.back().append(" ").append(word);
      line_length += 1 + length;
      continue;
    }
    if (out.size() == lines) {
      out.back().append(" …");
      break;
    }
    // A single endless word must not stretch the picture.
    out.push_back(length > 2 * width ? cut(word, 2 * width) : std::string(word));
    line_length = length;
  }
  return out;
}

}  // namespace

std::string clean(std::string_view text) {
  std::string out;
  std::size_t length = 1;
  for (std::size_t i = 0; i < text.size(); i += length) {
    const char32_t c = text::decode(text, i, &length);
    if (is_line_end(c)) {
      out.push_back(' ');
    } else if (!is_control(c) && !turns_direction(c) && !is_no_character(c)) {
      text::append_utf8(c, &out);
    }
  }
  return out;
}

std::string plain_attribute(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    if (c == '\\') {
      out.append("\\\\");
    } else if (c == '&') {
      out.append("&amp;");
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    switch (c) {
      case '&':
        out.append("&amp;");
        break;
      case '<':
        out.append("&lt;");
        break;
      case '>':
        out.append("&gt;");
        break;
      case '"':
        out.append("&quot;");
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string font_markup(std::string_view size, std::string_view colour, std::string_view markup) {
  return fmt::format("<FONT POINT-SIZE=\"{}\" COLOR=\"{}\">{}</FONT>", size, colour, markup);
}

std::vector<std::string> wrap(std::string_view clean_text, std::size_t width, std::size_t lines) {
  std::vector<std::string> best = fill_lines(clean_text, width, lines);
  if (best.size() < 2) return best;
  const bool cut_off = best.back().size() > 3 && best.back().substr(best.back().size() - 3) == "…";
  // Lines of like length: "Luiz Inácio / Lula da Silva", not "Luiz Inácio Lula da / Silva".
  for (std::size_t narrower = width - 1; !cut_off && narrower > width / 3; --narrower) {
    std::vector<std::string> next = fill_lines(clean_text, narrower, lines + 1);
    if (next.size() != best.size()) break;
    best = std::move(next);
  }
  return best;
}

std::string date_words(std::string_view date, std::string_view enddate) {
  const auto from = text::parse_iso(date);
  if (!from) return std::string(date);
  const auto until = text::parse_iso(enddate);
  return until ? words(*from, *until) : words(*from);
}

std::string date_words(const Interaction& interaction) {
  const std::string date = date_words(interaction.date, interaction.enddate);
  if (date.empty()) return date;
  if (interaction.date_precision == DatePrecision::week && interaction.enddate.empty()) return "week of " + date;
  if (interaction.date_precision != DatePrecision::document) return date;
  return (interaction.status == Status::actual ? "by " : "as of ") + date;
}

void DateSpan::add(const Interaction& interaction) {
  const auto first = text::parse_iso(interaction.date);
  if (!first) return;
  const auto last = text::parse_iso(interaction.enddate).value_or(*first);
  if (!from_ || text::first_day(*first) < text::first_day(*from_)) from_ = first;
  if (!until_ || text::last_day(*until_) < text::last_day(last)) until_ = last;
}

std::string DateSpan::words() const { return from_ ? exporting::words(*from_, *until_) : ""; }

std::string date_span(const std::vector<const Interaction*>& interactions) {
  DateSpan span;
  for (const Interaction* interaction : interactions) span.add(*interaction);
  return span.words();
}

namespace {

// "TR" for "TUR"; empty for other codes.
std::string alpha2_of(std::string_view code) {
  if (code.size() != 3 || !std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
    return "";
  UErrorCode status = U_ZERO_ERROR;
  const std::string locale = "und_" + std::string(code);
  char alpha2[ULOC_COUNTRY_CAPACITY] = "";
  uloc_getCountry(locale.c_str(), alpha2, sizeof alpha2, &status);
  return U_FAILURE(status) || std::string_view(alpha2).size() != 2 ? "" : alpha2;
}

}  // namespace

std::string country_name(std::string_view code) {
  const std::string alpha2 = alpha2_of(code);
  if (alpha2.empty()) return "";
  std::array<UChar, 128> name{};
  UErrorCode status = U_ZERO_ERROR;
  const std::string region = "und_" + alpha2;
  uloc_getDisplayCountry(region.c_str(), "en", name.data(), static_cast<std::int32_t>(name.size()), &status);
  if (U_FAILURE(status)) return "";
  std::string out;
  for (const UChar c : name) {
    if (c == 0) break;
    text::append_utf8(c, &out);
  }
  return out == alpha2 ? "" : out;
}

std::string flag_of(std::string_view code) {
  constexpr char32_t first_indicator = 0x1F1E6;  // of A
  std::string out;
  for (const char c : country_name(code).empty() ? std::string() : alpha2_of(code)) {
    text::append_utf8(first_indicator + static_cast<char32_t>(c - 'A'), &out);
  }
  return out;
}

}  // namespace demarche::exporting
