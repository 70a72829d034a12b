#include "ingest/written_date.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "ingest/clean_text.h"

namespace demarche::ingesting {
namespace {

using text::Date;

constexpr std::size_t longest_date = 200;   // a field that is longer is no date
constexpr std::size_t head_of_text = 1000;  // where a text says its date, if it does
constexpr int head_lines = 6;

#define MONTH                                                                                                   \
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|" \
  "nov(?:ember)?|dec(?:ember)?)\\.?"
#define WEEKDAY "(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?"
#define NTH "(?:st|nd|rd|th)?"
#define CLOCK "(?:\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?|\\d{1,2}(?: ?[ap]\\.?m\\.?))"
#define ZONE "(?:\\(?[A-Z]{2,5}\\)?|[+-]\\d{2}:?\\d{2}|\\(?[A-Z][a-z]+ time\\)?)"
#define TIME CLOCK "(?: ?[ap]\\.?m\\.?)?(?:,? " ZONE "){0,2}"
#define DAY_MONTH "(\\d{1,2})" NTH "(?:[ -]+of)?[ -]+" MONTH "(?:,?[ -]+(\\d{4}))?"
#define MONTH_DAY MONTH "[ -]+(?:the )?(\\d{1,2})" NTH "(?:,? +(\\d{4}))?"

// Compiled when first needed: most documents say their date as ISO does.
struct Patterns {
  const RE2 year_first{R"((?:^|[^0-9])(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})(?:[^0-9]|$))"};
  const RE2 eight_digits{R"((?:^|[^0-9])((?:19|20)\d{2})(\d{2})(\d{2})(?:[^0-9]|$))"};
  const RE2 without_marks{R"((?:^|[^0-9])((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{2}){2,3}(?:[^0-9]|$))"};  // and the time
  const RE2 year_last{R"((?:^|[^0-9])(\d{1,2})([-/.])(\d{1,2})([-/.])(\d{4})(?:[^0-9]|$))"};
  const RE2 year_behind_time{"(?i)\\b" MONTH " +(\\d{1,2})(?: +at)?,? +" TIME ",? +(\\d{4})\\b"};
  const RE2 short_year{"(?i)\\b(\\d{1,2})[ -]" MONTH "[ -](\\d{2}) +" CLOCK};
  const RE2 day_month{"(?i)\\b" DAY_MONTH "(?:[^0-9]|$)"};
  const RE2 month_day{"(?i)\\b" MONTH_DAY "(?:[^0-9]|$)"};
  const RE2 weekday{"(?i)\\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|r|rs|rsday|nes|nesday|ur|urday)?\\b"};
  const RE2 month_in_address{R"((?i)/((?:19|20)\d{2})/(\d{1,2}|[a-z]{3})(?:/|$))"};
  const RE2 named_in_address{R"((?i)/((?:19|20)\d{2})/([a-z]{3,9})/(\d{1,2})(?:/|$))"};
  const RE2 own_line{
      "(?i)(?:(?:first )?(?:published|posted|updated|last updated|issued|released|date|dated|press release|"
      "for immediate release|immediate release)(?: on)?[:,. |]*)?(?:" WEEKDAY ",? +)?(?:the )?(?:" DAY_MONTH
      "|" MONTH_DAY R"(|\d{4}-\d{2}-\d{2})(?:[T,. |·–—-]|at)*(?:)" TIME ")?[. |]*"};
  const RE2 dateline{"(?:[A-Z][A-Za-z.'’/-]* ?){1,4}(?:, (?:[A-Z][A-Za-z.'’-]* ?){1,3})?[,(] ?(?:(?i:" WEEKDAY
                     "),? +)?(?i:" DAY_MONTH "|" MONTH_DAY ")\\)?[^.!?]{0,40}?(?:—|–|--| - |:)"};
};

const Patterns& patterns() {
  static const Patterns* const compiled = new Patterns;
  return *compiled;
}

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> full_months = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

template <std::size_t n>
int index_of(std::string_view word, const std::array<std::string_view, n>& words) {
  std::string start(word.substr(0, 3));
  for (char& c : start) c = static_cast<char>(c | 0x20);
  const auto at = std::find(words.begin(), words.end(), start);
  return at == words.end() ? -1 : static_cast<int>(at - words.begin());
}

int number(std::string_view digits) {
  int n = 0;
  for (const char c : digits) n = n * 10 + (c - '0');
  return n;
}

std::optional<Date> real_day(int year, int month, int day) {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  return text::parse_iso(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

DateReading found(std::optional<Date> day) {
  if (!day) return {{}, "is not a day like 2010-05-13"};
  return {day, ""};
}

int weekday_in(std::string_view written) {
  re2::StringPiece name;
  if (!RE2::PartialMatch(re2::StringPiece(written.data(), written.size()), patterns().weekday, &name)) return -1;
  return index_of({name.data(), name.size()}, weekdays);
}

// "Thursday, May 13": the year of the hint, unless another weekday shows that it is not meant.
DateReading without_year(int month, int day, std::string_view written, const YearHint& hint) {
  std::optional<Date> out;
  if (hint.year != 0 && (hint.month == 0 || hint.month == month)) {
    out = real_day(hint.year, month, day);
  } else if (hint.retrieved) {
    out = real_day(hint.retrieved->year, month, day);
    if (!out || *out > *hint.retrieved) out = real_day(hint.retrieved->year - 1, month, day);
  }
  const int named = weekday_in(written);
  if (!out || (named >= 0 && text::weekday(*out) != named)) return {{}, "has no year"};
  return {out, ""};
}

DateReading in_numbers(int first, int second, int year) {
  const auto day_first = real_day(year, second, first), month_first = real_day(year, first, second);
  if (!day_first || !month_first || first == second) return found(day_first ? day_first : month_first);
  return {{},
          fmt::format("may be {} {} or {} {}", first, full_months[static_cast<std::size_t>(second) - 1], second,
                      full_months[static_cast<std::size_t>(first) - 1])};
}

// Seconds or milliseconds since 1970, as databases keep them.
std::optional<Date> from_seconds(std::string_view digits) {
  if ((digits.size() != 10 && digits.size() != 13) ||
      digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return {};
  }
  long n = 0;
  for (const char c : digits.substr(0, 10)) n = n * 10 + (c - '0');
  return text::from_days(n / 86400);
}

}  // namespace

DateReading read_written_date(std::string_view written, const YearHint& hint) {
  written = trim(written);
  if (written.size() > longest_date) return found({});
  if (const auto iso = text::parse_iso(written); iso && iso->day != 0) return {iso, ""};
  if (const auto day = from_seconds(written)) return {day, ""};
  const re2::StringPiece s(written.data(), written.size());
  const Patterns& p = patterns();
  re2::StringPiece a, b, c, mark, second_mark;
  const auto text_of = [](const re2::StringPiece& piece) { return std::string_view(piece.data(), piece.size()); };
  const auto month_of = [&](const re2::StringPiece& piece) { return index_of(text_of(piece), months) + 1; };
  const auto number_of = [&](const re2::StringPiece& piece) { return number(text_of(piece)); };
  if (RE2::PartialMatch(s, p.year_first, &a, &mark, &b, &second_mark, &c) && mark == second_mark) {
    return found(real_day(number_of(a), number_of(b), number_of(c)));
  }
  if (RE2::PartialMatch(s, p.eight_digits, &a, &b, &c) || RE2::PartialMatch(s, p.without_marks, &a, &b, &c))
    return found(real_day(number_of(a), number_of(b), number_of(c)));
  if (RE2::PartialMatch(s, p.year_last, &a, &mark, &b, &second_mark, &c) && mark == second_mark) {
    return in_numbers(number_of(a), number_of(b), number_of(c));
  }
  if (RE2::PartialMatch(s, p.year_behind_time, &a, &b, &c))
    return found(real_day(number_of(c), month_of(a), number_of(b)));
  if (RE2::PartialMatch(s, p.short_year, &a, &b, &c)) {
    const int year = number_of(c);  // RFC 2822, 4.3: two digits below 50 are of this century
    return found(real_day(year + (year < 50 ? 2000 : 1900), month_of(b), number_of(a)));
  }
  if (RE2::PartialMatch(s, p.day_month, &a, &b, &c)) {
    if (!c.empty()) return found(real_day(number_of(c), month_of(b), number_of(a)));
    return without_year(month_of(b), number_of(a), written, hint);
  }
  if (RE2::PartialMatch(s, p.month_day, &a, &b, &c)) {
    if (!c.empty()) return found(real_day(number_of(c), month_of(a), number_of(b)));
    return without_year(month_of(a), number_of(b), written, hint);
  }
  return found({});
}

std::optional<Date> date_in_address(std::string_view url) {
  if (url.find_first_of("0123456789") == std::string_view::npos) return {};
  const re2::StringPiece s(url.data(), url.size());
  const Patterns& p = patterns();
  int year = 0, month = 0, day = 0;
  std::string first, second;
  if (RE2::PartialMatch(s, p.year_first, &year, &first, &month, &second, &day) && first == second && year > 1900) {
    if (const auto found = real_day(year, month, day)) return found;
  }
  std::string name;
  if (RE2::PartialMatch(s, p.named_in_address, &year, &name, &day)) {
    if (const auto found = real_day(year, index_of(name, months) + 1, day)) return found;
  }
  if (RE2::PartialMatch(s, p.eight_digits, &year, &month, &day)) return real_day(year, month, day);
  return {};
}

YearHint hint_in_address(std::string_view url) {
  if (url.find("/19") == url.npos && url.find("/20") == url.npos) return {};  // sooner asked than the patterns made
  YearHint hint;
  std::string month;
  if (!RE2::PartialMatch(re2::StringPiece(url.data(), url.size()), patterns().month_in_address, &hint.year, &month))
    return {};
  const bool digits = month[0] >= '0' && month[0] <= '9';
  hint.month = digits ? number(month) : index_of(month, months) + 1;
  if (hint.month < 1 || hint.month > 12) hint.month = 0;
  return hint;
}

bool is_date_line(std::string_view line) {
  if (line.size() > longest_date || line.find_first_of("0123456789") == std::string_view::npos) return false;
  return RE2::FullMatch(re2::StringPiece(line.data(), line.size()), patterns().own_line);
}

std::optional<Date> date_in_text(std::string_view text, const YearHint& hint) {
  std::string_view left = text.substr(0, head_of_text);
  for (int n = 0; n < head_lines && !left.empty();) {
    const std::size_t end = std::min(left.find('\n'), left.size());
    const std::string_view line = trim(left.substr(0, end));
    left.remove_prefix(std::min(end + 1, left.size()));
    if (line.empty()) continue;
    ++n;
    if (line.find_first_of("0123456789") == std::string_view::npos) continue;
    if (is_date_line(line)) {
      if (const auto day = read_written_date(line, hint).day) return day;
    }
    re2::StringPiece rest(line.data(), line.size());
    if (RE2::Consume(&rest, patterns().dateline)) {
      if (const auto day = read_written_date(line.substr(0, line.size() - rest.size()), hint).day) return day;
    }
  }
  return {};
}

}  // namespace demarche::ingesting
