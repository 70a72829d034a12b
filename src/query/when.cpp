#include "query/when.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "query/words.h"
#include "text/fold.h"
#include "text/ordinals.h"

namespace demarche::query {
namespace {

using text::Date;
using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 13> numbers = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                      "seven", "eight", "nine", "ten",   "eleven", "twelve"};

int month_of(std::string_view word) {
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (word == months[i] || (word.size() >= 3 && word.size() <= 4 && months[i].substr(0, word.size()) == word)) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

}  // namespace

int number_of(std::string_view word) {
  int n = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), n);
  if (error == std::errc() && end == word.data() + word.size()) return n;
  const auto found = std::find(numbers.begin(), numbers.end(), word);
  return found == numbers.end() ? -1 : static_cast<int>(found - numbers.begin());
}

namespace {

// "12", "12th", "twelfth": 1 to 31, else 0.
int day_of(std::string_view word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') {
    static const std::vector<std::string> days = text::ordinals(31);
    const auto day = std::find(days.begin(), days.end(), word);
    return day == days.end() ? 0 : static_cast<int>(day - days.begin()) + 1;
  }
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.size() > 2 && word.substr(word.size() - 2) == ending) {
      word.remove_suffix(2);
      break;
    }
  }
  if (word.empty() || word.size() > 2 || word[0] < '0' || word[0] > '9') return 0;
  const int n = number_of(word);
  return n >= 1 && n <= 31 ? n : 0;
}

int year_of(std::string_view word) {
  if (word.size() != 4) return 0;
  const int n = number_of(word);
  return n >= 1000 ? n : 0;
}

std::optional<Date> valid(const Date& date) { return text::parse_iso(text::iso(date)); }

// The latest such day or month that has begun by `today`.
std::optional<Date> latest(int month, int day, const Date& today) {
  for (int year = today.year; year > today.year - 8; --year) {
    const std::optional<Date> date = valid({year, month, day});
    if (date && text::first_day(*date) <= today) return date;
  }
  return std::nullopt;
}

// A date without preposition: "2010-05-12", "12 May 2010", "May 12", "the 12th of May", "the twelfth of May", "May
// 2010", "2010", "Monday".
std::optional<Date> parse_date(Words words, const Date& today) {
  std::erase_if(words, [](const std::string& w) { return w == "the" || w == "of"; });
  if (words.size() == 1) {
    const std::string& word = words[0];
    if (word == "today") return today;
    if (word == "yesterday") return text::add_days(today, -1);
    if (word == "tomorrow") return text::add_days(today, 1);
    if (const std::optional<Date> iso = text::parse_iso(word)) return iso;
    if (const int month = month_of(word)) return latest(month, 0, today);
    const auto name = std::find(weekdays.begin(), weekdays.end(), word);
    if (name == weekdays.end()) return std::nullopt;
    return text::add_days(today, -((text::weekday(today) - (name - weekdays.begin()) + 7) % 7));
  }
  if (words.size() != 2 && words.size() != 3) return std::nullopt;
  const int year = words.size() == 3 ? year_of(words[2]) : 0;
  if (words.size() == 3 && year == 0) return std::nullopt;
  if (words.size() == 2 && month_of(words[0]) != 0 && year_of(words[1]) != 0) {
    return valid({year_of(words[1]), month_of(words[0]), 0});
  }
  const bool month_first = month_of(words[0]) != 0;
  const int month = month_of(words[month_first ? 0 : 1]);
  const int day = month == 0 ? 0 : day_of(words[month_first ? 1 : 0]);
  if (day == 0) return std::nullopt;
  return year != 0 ? valid({year, month, day}) : latest(month, day, today);
}

Period whole(const Date& date) { return {text::iso(date), text::iso(date)}; }

Period days(const Date& first, const Date& last) { return {text::iso(first), text::iso(last)}; }

// Weeks, months and years away from the present one; `span` = 0 this one, -1 last, 1 next.
std::optional<Period> calendar(std::string_view unit, int span, const Date& today) {
  if (unit == "week") {
    const Date monday = text::add_days(today, 7L * span - text::weekday(today));
    return days(monday, text::add_days(monday, 6));
  }
  if (unit == "month") return whole(text::add_months({today.year, today.month, 0}, span));
  if (unit == "year") return whole({today.year + span, 0, 0});
  return std::nullopt;
}

// "last week", "next month", "this year", "last Monday", "last May".
std::optional<Period> relative(const Words& words, const Date& today) {
  if (words.size() != 2) return std::nullopt;
  const bool last = words[0] == "last" || words[0] == "previous";
  const bool next = words[0] == "next" || words[0] == "coming";
  if (!last && !next && words[0] != "this") return std::nullopt;
  if (const auto period = calendar(words[1], last ? -1 : next ? 1 : 0, today)) return period;
  const auto name = std::find(weekdays.begin(), weekdays.end(), words[1]);
  if (name != weekdays.end()) {
    const long back = (text::weekday(today) - (name - weekdays.begin()) + 7) % 7;
    if (next) return whole(text::add_days(today, 7 - back));
    return whole(text::add_days(today, -(last && back == 0 ? 7 : back)));
  }
  const int month = month_of(words[1]);
  if (month == 0) return std::nullopt;
  if (last) return whole(*latest(month, 0, text::last_day(text::add_months({today.year, today.month, 0}, -1))));
  return whole({today.year + (next && month <= today.month ? 1 : 0), month, 0});
}

Date back_by(const Date& today, int n, std::string_view unit) {
  if (unit == "week") return text::add_days(today, -7L * n);
  if (unit == "month") return text::add_months(today, -n);
  if (unit == "year") return text::add_months(today, -12 * n);
  return text::add_days(today, -static_cast<long>(n));
}

// "last 3 weeks", "past ten days", "2 weeks ago".
std::optional<Period> counted(const Words& words, const Date& today) {
  if (words.size() != 3) return std::nullopt;
  const bool ago = words[2] == "ago";
  if (!ago && words[0] != "last" && words[0] != "past") return std::nullopt;
  const int n = words[ago ? 0 : 1] == "a" ? 1 : number_of(words[ago ? 0 : 1]);
  std::string unit = words[ago ? 1 : 2];
  if (unit.size() > 1 && unit.back() == 's') unit.pop_back();
  if (n < 1 || n > 5000 || (unit != "day" && unit != "week" && unit != "month" && unit != "year")) return std::nullopt;
  const Date date = back_by(today, n, unit);
  if (date.year < 1) return std::nullopt;
  if (!ago) return days(date, today);
  if (unit == "day") return whole(date);
  if (unit == "week") return calendar("week", -n, today);
  return whole(unit == "month" ? Date{date.year, date.month, 0} : Date{date.year, 0, 0});
}

std::optional<Period> point(const Words& words, const Date& today) {
  // "Recently" is the last month.
  if (words.size() == 1 && (words[0] == "lately" || words[0] == "recently")) {
    return days(text::add_months(today, -1), today);
  }
  if (const auto period = relative(words, today)) return period;
  if (const auto period = counted(words, today)) return period;
  const std::optional<Date> date = parse_date(words, today);
  return date ? std::optional(whole(*date)) : std::nullopt;
}

// The words of "from A to B" with what A leaves out taken from B: "12 to 20 May 2010", "May to June 2010".
std::optional<Period> range(const Words& words, std::string_view joiner, const Date& today) {
  const auto middle = std::find(words.begin(), words.end(), joiner);
  if (middle == words.end()) return std::nullopt;
  Words first(words.begin(), middle);
  std::erase(first, "the");
  const Words last(middle + 1, words.end());
  const std::optional<Period> b = point(last, today);
  if (!b) return std::nullopt;
  if (first.size() == 1 && last.size() >= 2) {
    const Date end = *text::parse_iso(b->until);
    if (day_of(first[0]) != 0 && end.day != 0) {
      const auto day = valid({end.year, end.month, day_of(first[0])});
      return day ? std::optional(Period{text::iso(*day), b->until}) : std::nullopt;
    }
  }
  if (!last.empty() && year_of(last.back()) != 0 && first.size() <= 2 && year_of(first.back()) == 0) {
    Words dated = first;
    dated.push_back(last.back());
    if (point(dated, today)) first = dated;
  }
  std::optional<Period> a = point(first, today);
  if (!a) return std::nullopt;
  // "between May and June" asked in May: each is the latest that has begun, and the first comes before the last.
  const Date start = text::first_day(*text::parse_iso(a->since));
  const Date end = text::last_day(*text::parse_iso(b->until));
  if (start > end) a = point(first, end);
  return a ? std::optional(Period{a->since, b->until}) : std::nullopt;
}

bool is_in(std::string_view word) {
  return word == "in" || word == "on" || word == "during" || word == "at" || word == "of" || word == "over" ||
         word == "within";
}

}  // namespace

std::optional<Period> parse_when(std::string_view text, const Date& today) {
  Words words = split_words(key(text));
  // key() turns "2010-05-12" into three words.
  const Words typed = split_words(text);
  if (words.size() != typed.size()) {
    words = typed;
    for (std::string& word : words) word = text::fold(word);
  }
  if (words.empty()) return std::nullopt;
  const std::string head = words[0];
  const Words rest(words.begin() + 1, words.end());
  if (head == "between") return range(rest, "and", today);
  if (head == "from") {
    if (const auto period = range(rest, "to", today)) return period;
    if (const auto period = range(rest, "until", today)) return period;
  }
  const bool bound = head == "since" || head == "after" || head == "before" || head == "until" || head == "till" ||
                     head == "by" || head == "from";
  if (!bound) {
    Words at = is_in(head) ? rest : words;
    if (!at.empty() && at[0] == "the" && at.size() > 1 && (at[1] == "last" || at[1] == "past")) at.erase(at.begin());
    return point(at, today);
  }
  const std::optional<Period> period = point(rest, today);
  if (!period) return std::nullopt;
  if (head == "since" || head == "from") return Period{period->since, ""};
  if (head == "until" || head == "till" || head == "by") return Period{"", period->until};
  if (head == "after") {
    const Date last = text::last_day(*text::parse_iso(period->until));
    return Period{text::iso(text::add_days(last, 1)), ""};
  }
  const Date first = text::first_day(*text::parse_iso(period->since));
  return Period{"", text::iso(text::add_days(first, -1))};
}

}  // namespace demarche::query
