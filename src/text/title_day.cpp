#include "text/title_day.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "text/fold.h"

namespace demarche::text {

namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr int newest_short_year = 69;  // "09" is 2009, "70" is 1970

bool digits(std::string_view s) {
  return !s.empty() && s.size() <= 4 &&
         std::all_of(s.begin(), s.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

int number(std::string_view s) {
  int n = 0;
  for (const char c : s) n = 10 * n + (c - '0');
  return n;
}

int year_of(std::string_view s) {
  const int n = number(s);
  if (s.size() == 4) return n;
  return s.size() == 2 ? (n <= newest_short_year ? 2000 : 1900) + n : 0;
}

std::optional<Date> checked(int year, int month, int day) {
  const Date d{year, month, day};
  if (year < 1000 || month < 1 || month > 12 || day < 1) return std::nullopt;
  return parse_iso(iso(d));
}

std::vector<std::string_view> split(std::string_view s, std::string_view at) {
  std::vector<std::string_view> out;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= s.size(); ++i) {
    if (i < s.size() && at.find(s[i]) == std::string_view::npos) continue;
    if (i > from) out.push_back(s.substr(from, i - from));
    from = i + 1;
  }
  return out;
}

// "7/18/2016", "3-27-09", "2016-07-18".
std::optional<Date> in_figures(std::string_view word, bool month_first) {
  const std::vector<std::string_view> parts = split(word, "/-");
  if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), digits)) return std::nullopt;
  if (parts[0].size() == 4) return checked(number(parts[0]), number(parts[1]), number(parts[2]));
  if (parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
  const int a = number(parts[0]), b = number(parts[1]), year = year_of(parts[2]);
  if (month_first || b > 12) return checked(year, a, b);
  return a > 12 || a == b ? checked(year, b, a) : std::nullopt;
}

int month_of(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  for (std::size_t m = 0; m < months.size(); ++m) {
    const bool abbreviated = word.size() >= 3 && word.size() <= 4 && months[m].starts_with(word);
    if (word == months[m] || abbreviated) return static_cast<int>(m) + 1;
  }
  return 0;
}

// What may stand before a day that is the document's own: "…, July 18, 2016", "… | 18 July 2016", "… on July 18, 2016".
bool opens_day(std::string_view before) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (before.empty()) return true;
  const char last = before.back();
  return last == ',' || last == '-' || last == '|' || last == ':' || last == '(' || last == ';' ||
         static_cast<unsigned char>(last) >= 0x80;  // a dash
}

}  // namespace

std::optional<Date> title_day(std::string_view title, bool month_first) {
  std::string folded = fold(title);
  while (!folded.empty() && std::string_view(" .)").find(folded.back()) != std::string_view::npos) folded.pop_back();
  const std::vector<std::string_view> words = split(folded, " ,(");
  if (words.empty()) return std::nullopt;
  if (const auto day = in_figures(words.back(), month_first)) return day;
  if (words.size() < 3 || words.back().size() != 4 || !digits(words.back())) return std::nullopt;
  const std::string_view a = words[words.size() - 3], b = words[words.size() - 2];
  if (!opens_day(std::string_view(folded).substr(0, static_cast<std::size_t>(a.data() - folded.data()))))
    return std::nullopt;
  if (digits(b) && b.size() <= 2) return checked(number(words.back()), month_of(a), number(b));
  if (digits(a) && a.size() <= 2) return checked(number(words.back()), month_of(b), number(a));
  return std::nullopt;
}

}  // namespace demarche::text
