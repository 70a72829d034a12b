#include "extract/dates.h"

#include <charconv>

namespace demarche::extract {

using namespace rules;
using text::Date;

namespace {

class Finder {
 public:
  Finder(std::string_view text, const Sentence& s, const std::optional<Date>& document,
         std::vector<TimeExpression>* out)
      : text_(text), s_(s), document_(document), out_(*out), count_(static_cast<std::uint32_t>(s.tokens.size())) {}

  void run() {
    out_.clear();
    for (std::uint32_t i = 0; i < count_;) {
      const std::uint32_t next = at(i);
      i = next > i ? next : i + 1;
    }
    join_intervals();
  }

 private:
  // "from May 3 to May 5", "between Monday and Thursday".
  void join_intervals() {
    for (std::size_t i = 0; i + 1 < out_.size(); ++i) {
      TimeExpression &a = out_[i], &b = out_[i + 1];
      if (a.first == 0 || b.first != a.last + 1 || a.precision != b.precision || a.weekday >= 0 || b.weekday >= 0 ||
          a.end || a.bare_month != b.bare_month)
        continue;
      const std::string_view opens = folded(a.first - 1), joins = folded(a.last);
      if (!(opens == "from" && (joins == "to" || joins == "until" || joins == "till" || joins == "through")) &&
          !(opens == "between" && joins == "and"))
        continue;
      if (b.date < a.date) continue;
      a.end = b.date;
      a.last = b.last;
      out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  const WordProps* props(std::uint32_t i) const {
    return i < count_ && s_.tagged[i].word ? s_.tagged[i].word->props : nullptr;
  }
  std::string_view folded(std::uint32_t i) const {
    return i < count_ && s_.tagged[i].word ? std::string_view(s_.tagged[i].word->folded) : std::string_view();
  }
  bool comma(std::uint32_t i) const { return i < count_ && s_.tokens[i].punct == ','; }

  int number(std::uint32_t i) const {
    if (i >= count_) return -1;
    std::string_view t = text::view(text_, s_.tokens[i]);
    if (t[0] != '-' && (t[0] < '0' || t[0] > '9')) return -1;  // most are words
    int value = 0;
    const auto [end, error] = std::from_chars(t.data(), t.data() + t.size(), value);
    if (error != std::errc() || end == t.data()) return -1;
    const std::string_view rest(end, static_cast<std::size_t>(t.data() + t.size() - end));
    return rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th" ? value : -1;
  }
  // "3-5": the first day, the last one through `end`; 0 = no range.
  int day_range(std::uint32_t i, int* end) const {
    if (i >= count_ || !s_.tokens[i].is_number()) return 0;
    const std::string_view t = text::view(text_, s_.tokens[i]);
    const std::size_t dash = t.find_first_of("-\xE2");
    if (dash == std::string_view::npos || dash == 0 || dash > 2) return 0;
    const std::size_t second = t.find_first_of("0123456789", dash);
    int a = 0, b = 0;
    std::from_chars(t.data(), t.data() + dash, a);
    if (second == std::string_view::npos ||
        std::from_chars(t.data() + second, t.data() + t.size(), b).ptr != t.data() + t.size())
      return 0;
    if (a < 1 || b <= a || b > 31) return 0;
    *end = b;
    return a;
  }
  int year(std::uint32_t i) const {
    const int n = number(i);
    return n >= 1900 && n <= 2100 && s_.tokens[i].end - s_.tokens[i].start == 4 ? n : -1;
  }
  int day(std::uint32_t i) const {
    const int n = number(i);
    return n >= 1 && n <= 31 && s_.tokens[i].end - s_.tokens[i].start <= 4 ? n : -1;
  }
  // "fourth".
  int day_in_words(std::uint32_t i) const {
    const WordProps* p = props(i);
    if (!p || !p->nth || (i > 0 && s_.tagged[i - 1].tag == Tag::number)) return -1;  // "twenty first"
    return p->nth;
  }
  // "fourth", "4th".
  int nth(std::uint32_t i) const {
    const int d = day(i);
    if (d < 0) return day_in_words(i);
    const char last = text_[s_.tokens[i].end - 1];
    return last < '0' || last > '9' ? d : -1;
  }
  // "May the fourth", "May fourth": the day's token. One meets on a day and in a month: "in May the fourth of the
  // rounds". Behind other words a noun tells: "by May the fourth round". 0 = none.
  std::uint32_t day_behind(std::uint32_t month) const {
    const std::uint32_t i = folded(month + 1) == "the" ? month + 2 : month + 1;
    if (nth(i) < 0) return 0;
    const std::string_view before = month > 0 ? folded(month - 1) : std::string_view();
    if (before == "in") return 0;
    if (before == "on" || i + 1 >= count_) return i;
    const Tag after = s_.tagged[i + 1].tag;
    const bool counts =
        after == Tag::noun || after == Tag::adjective || after == Tag::name || after == Tag::conjunction;
    return counts ? 0 : i;
  }
  int day_of_month(std::uint32_t i) const {
    const int d = day(i);
    return d > 0 ? d : day_in_words(i);
  }
  // The month of the day at `i`: "13 May", "13th of May", "thirteenth of May"; but "the first of May's meetings". 0 =
  // none.
  std::uint32_t month_behind(std::uint32_t i) const {
    if (day(i) > 0 && month(i + 1)) return i + 1;
    if (folded(i + 1) != "of" || !month(i + 2)) return 0;
    return i + 3 < count_ && s_.tagged[i + 3].tag == Tag::genitive ? 0 : i + 2;
  }
  // "10 and 11", "10–11", "the third to the fifth": the later day. 0 = none.
  std::uint32_t second_day(std::uint32_t i) const {
    const std::string_view joins = folded(i + 1);
    const bool dash = i + 1 < count_ && s_.tokens[i + 1].punct == '-';
    if (!dash && joins != "and" && joins != "to" && joins != "until" && joins != "till" && joins != "through") return 0;
    const std::uint32_t to = folded(i + 2) == "the" ? i + 3 : i + 2;
    return day_of_month(to) > day_of_month(i) ? to : 0;
  }
  int month(std::uint32_t i) const {
    const WordProps* p = props(i);
    const std::uint32_t m = i < count_ ? s_.tagged[i].match : none;
    if (m != none && s_.matches[m].last - s_.matches[m].first > 1) return 0;
    if (i < count_ && s_.tagged[i].tag == Tag::name && folded(i) == "may") return 0;
    return p && p->month && (s_.tagged[i].tag == Tag::time || s_.tokens[i].flags & text::capitalised) &&
                   s_.tagged[i].tag != Tag::modal && s_.tagged[i].tag != Tag::verb
               ? p->month
               : 0;
  }
  int weekday(std::uint32_t i) const {
    const WordProps* p = props(i);
    return p && p->weekday && s_.tagged[i].tag == Tag::time ? p->weekday - 1 : -1;
  }
  TimeUnit unit(std::uint32_t i) const {
    const WordProps* p = props(i);
    return p ? p->unit : TimeUnit::none;
  }

  std::uint32_t add(std::uint32_t first, std::uint32_t last, Date date, DatePrecision precision,
                    std::optional<Date> end = {}) {
    TimeExpression t;
    t.first = first;
    t.last = last;
    t.date = date;
    t.end = end;
    t.precision = precision;
    out_.push_back(t);
    return last;
  }

  std::uint32_t at(std::uint32_t i) {
    if (const int d = weekday(i); d >= 0) return on_weekday(i, d);
    if (month(i)) return on_month(i);
    if (day_of_month(i) > 0) {
      if (month_behind(i)) return day_month(i);
      if (const std::uint32_t to = second_day(i); to && month_behind(to)) return two_days(i, to);
    }
    int end = 0;
    if (const int d = day_range(i, &end); d && month(i + 1)) return days_month(i, i + 1, d, end);
    if (const WordProps* p = props(i); p && p->is_day && document_) return on_day(i, p->day);
    if (const int y = year(i); y > 0) return on_year(i, y);
    if (i < count_ && s_.tokens[i].is_number() && s_.tokens[i].end - s_.tokens[i].start == 10) {
      if (const auto d = text::parse_iso(text::view(text_, s_.tokens[i]))) return add(i, i + 1, *d, DatePrecision::day);
    }
    if (document_) return relative(i);
    return i;
  }

  std::uint32_t on_weekday(std::uint32_t i, int d) {
    std::uint32_t last = i + 1;
    if (unit(last) == TimeUnit::part) ++last;
    // "Thursday, May 13" and "Thursday (13 May)": the date says it.
    std::uint32_t j = last;
    if (comma(j) || (j < count_ && s_.tokens[j].punct == '(')) ++j;
    if (month(j) && (day(j + 1) > 0 || day_behind(j))) return on_month(j, i);
    if (folded(j) == "the") ++j;
    if (day_of_month(j) > 0 && month_behind(j)) return day_month(j, i);
    if (!document_) return last;
    const std::string_view before = i > 0 ? folded(i - 1) : std::string_view();
    TimeExpression t;
    t.first = i;
    t.last = last;
    t.precision = DatePrecision::day;
    t.weekday = d;
    if (before == "last" || before == "next") {
      const int back = (text::weekday(*document_) - d + 7) % 7;
      t.first = i - 1;
      t.weekday = -1;
      t.date = before == "last" ? text::add_days(*document_, back == 0 ? -7 : -back)
                                : text::add_days(*document_, back == 0 ? 7 : 7 - back);
    }
    out_.push_back(t);
    return last;
  }

  // "May 13, 2010", "May 2010", "May 13", "May".
  std::uint32_t on_month(std::uint32_t i, std::uint32_t first = none) {
    if (first == none) first = i;
    const int m = month(i);
    std::uint32_t last = i + 1;
    int range_end = 0;
    int d = day(last) > 0 && year(last) < 0 ? day(last) : day_range(last, &range_end);
    if (d) ++last;
    if (const std::uint32_t named = d ? 0 : day_behind(i)) {
      d = nth(named);
      last = named + 1;
    }
    if (d && !range_end && last + 1 < count_ && s_.tokens[last].punct == '-' && day(last + 1) > d) {
      range_end = day(last + 1);
      last += 2;
    }
    std::uint32_t j = last;
    if (comma(j)) ++j;
    const int y = year(j);
    if (y > 0) last = j + 1;
    return dated(first, last, y, m, d, range_end);
  }

  // "13 May 2010", "thirteenth of May".
  std::uint32_t day_month(std::uint32_t i, std::uint32_t first = none) {
    if (first == none) first = i;
    const std::uint32_t m = month_behind(i);
    const std::uint32_t j = comma(m + 1) ? m + 2 : m + 1;
    const int y = year(j);
    return dated(first, y > 0 ? j + 1 : m + 1, y, month(m), day_of_month(i), 0);
  }

  // "10 and 11 March".
  std::uint32_t two_days(std::uint32_t i, std::uint32_t to) {
    return days_month(i, month_behind(to), day_of_month(i), day_of_month(to));
  }

  std::uint32_t days_month(std::uint32_t first, std::uint32_t m, int day, int end) {
    const int y = year(m + 1);
    return dated(first, y > 0 ? m + 2 : m + 1, y, month(m), day, end);
  }

  std::uint32_t dated(std::uint32_t first, std::uint32_t last, int y, int m, int d, int range_end) {
    if (y < 0 && !document_) return last;
    TimeExpression t;
    t.first = first;
    t.last = last;
    t.bare_month = y < 0;
    t.date = {y > 0 ? y : document_->year, m, d};
    if (d && !text::parse_iso(text::iso(t.date))) t.date.day = 0;
    t.precision = t.date.day ? DatePrecision::day : DatePrecision::month;
    if (range_end) t.end = Date{t.date.year, m, range_end};
    if (t.end && !text::parse_iso(text::iso(*t.end))) t.end.reset();
    out_.push_back(t);
    return last;
  }

  std::uint32_t on_day(std::uint32_t i, int shift) {
    const std::uint32_t last = unit(i + 1) == TimeUnit::part ? i + 2 : i + 1;
    add(i, last, text::add_days(*document_, shift), DatePrecision::day);
    out_.back().evening = folded(i) == "tonight";
    return last;
  }

  std::uint32_t on_year(std::uint32_t i, int y) {
    const std::string_view before = i > 0 ? folded(i - 1) : std::string_view();
    const bool dated = before == "in" || before == "since" || before == "of" || before == "late" || before == "early" ||
                       before == "during" || before == "mid" || before == "from" || before == "until" || before == "by";
    if (!dated) return i + 1;
    return add(i, i + 1, {y, 0, 0}, DatePrecision::year);
  }

  std::uint32_t to_come(std::uint32_t last) {
    if (!out_.empty() && out_.back().last == last) out_.back().later = true;
    return last;
  }

  Date monday_of(Date d) const { return text::add_days(d, -text::weekday(d)); }

  std::uint32_t week(std::uint32_t first, std::uint32_t last, int shift) {
    const Date monday = text::add_days(monday_of(*document_), 7L * shift);
    return add(first, last, monday, DatePrecision::week, text::add_days(monday, 6));
  }

  std::uint32_t weekend(std::uint32_t first, std::uint32_t last, int shift) {
    long days = text::to_days(monday_of(*document_)) + 5 + 7L * shift;
    const Date saturday = text::from_days(days);
    return add(first, last, saturday, DatePrecision::week, text::add_days(saturday, 1));
  }

  std::uint32_t shifted(std::uint32_t first, std::uint32_t last, TimeUnit u, int shift) {
    const Date doc = *document_;
    switch (u) {
      case TimeUnit::day:
        return add(first, last, text::add_days(doc, shift), DatePrecision::day);
      case TimeUnit::week:
        return week(first, last, shift);
      case TimeUnit::weekend:
        return weekend(first, last, shift);
      case TimeUnit::month:
        return add(first, last, text::add_months({doc.year, doc.month, 0}, shift), DatePrecision::month);
      case TimeUnit::year:
        return add(first, last, {doc.year + shift, 0, 0}, DatePrecision::year);
      case TimeUnit::part:
        return add(first, last, text::add_days(doc, shift), DatePrecision::day);
      default:
        return last;
    }
  }

  // "last autumn", "this summer", "next spring": three months of the northern year, a season that is over, that of the
  // year, or one that has not begun.
  std::uint32_t season(std::uint32_t i) {
    const std::string_view which = folded(i), name = folded(i + 1);
    const int month = name == "spring" ? 3 : name == "summer" ? 6 : name == "winter" ? 12 : 9;
    const auto begins = [&](int year) { return Date{year, month, 1}; };
    const auto ends = [&](int year) {
      return text::add_days(text::first_day(text::add_months({year, month, 0}, 3)), -1);
    };
    int year = document_->year;
    if (which == "last" || which == "past") {
      while (ends(year) >= *document_) --year;
    } else if (which == "next" || which == "coming") {
      while (begins(year) <= *document_) ++year;
    } else if (which != "this") {
      return i;
    } else if (month == 12 && document_->month < 6) {
      --year;
    }
    return add(i, i + 2, begins(year), DatePrecision::month, ends(year));
  }

  // "the following day", "on the next morning": a day after what the text told last.
  std::uint32_t of_story(std::uint32_t first, std::uint32_t last, TimeUnit u) {
    if (u != TimeUnit::day && u != TimeUnit::part) return last;
    add(first, last, *document_, DatePrecision::day);
    out_.back().story = true;
    out_.back().shift = 1;
    return last;
  }

  // "two days later": of the story.
  std::uint32_t days_later(std::uint32_t first, std::uint32_t last, TimeUnit u, int n) {
    if (u != TimeUnit::day && u != TimeUnit::week && u != TimeUnit::hour) return last;
    add(first, last, *document_, DatePrecision::day);
    out_.back().story = true;
    out_.back().shift = u == TimeUnit::hour ? 0 : u == TimeUnit::week ? 7 * n : n;
    return last;
  }

  // "two weeks after he resigned": how long before the rest of the sentence that was.
  std::uint32_t apart(std::uint32_t first, std::uint32_t last, TimeUnit u, int n) {
    add(first, last, *document_, DatePrecision::none);
    out_.back().apart = true;
    out_.back().unit = u;
    out_.back().shift = n;
    return last;
  }

  int count_word(std::uint32_t i) const {
    if (const int n = number(i); n > 0 && n < 1000) return n;
    static constexpr std::string_view words[] = {"one", "two",   "three", "four", "five",
                                                 "six", "seven", "eight", "nine", "ten"};
    for (int n = 0; n < 10; ++n) {
      if (folded(i) == words[n]) return n + 1;
    }
    return folded(i) == "a" || folded(i) == "an" ? 1 : folded(i) == "several" || folded(i) == "few" ? 3 : -1;
  }

  // "last week", "next month", "this morning", "three days ago", "earlier this month", "the previous day".
  std::uint32_t relative(std::uint32_t i) {
    const std::string_view w = folded(i);
    const TimeUnit u = unit(i + 1);
    if (u == TimeUnit::season) return season(i);
    if (u != TimeUnit::none && u != TimeUnit::hour && u != TimeUnit::minute && u != TimeUnit::season) {
      // "in the coming days", "over the past weeks": some days, nobody says which.
      const bool near =
          w == "last" || w == "past" || w == "previous" || w == "next" || w == "coming" || w == "following";
      if ((near && folded(i + 1).ends_with('s')) || (w == "past" && i > 0 && folded(i - 1) == "the")) return i;
      if (w == "last" || w == "past" || w == "previous")
        return u == TimeUnit::part ? shifted(i, i + 2, TimeUnit::day, -1) : shifted(i, i + 2, u, -1);
      if (w == "following" || (w == "next" && i > 0 && folded(i - 1) == "the")) return of_story(i, i + 2, u);
      if (w == "next" || w == "coming") return shifted(i, i + 2, u, 1);
      if (w == "this") {
        const std::uint32_t last = shifted(i, i + 2, u, 0);
        if (folded(i + 1) == "evening" || folded(i + 1) == "afternoon") out_.back().evening = true;
        return last;
      }
    }
    const int n = u != TimeUnit::none ? count_word(i) : -1;
    if (n > 0 && u != TimeUnit::none && folded(i + 2) == "ago") {
      if (u == TimeUnit::hour || u == TimeUnit::minute) return shifted(i, i + 3, TimeUnit::day, 0);
      return shifted(i, i + 3, u, -n);
    }
    if (n > 0 && (u == TimeUnit::day || u == TimeUnit::week || u == TimeUnit::month || u == TimeUnit::year ||
                  u == TimeUnit::hour)) {
      const std::string_view then = folded(i + 2);
      if (then == "later") return days_later(i, i + 3, u, n);
      if (then == "after" || then == "before") return apart(i, i + 3, u, then == "after" ? -n : n);
    }
    if (w == "hours" && folded(i + 1) == "later") return days_later(i, i + 2, TimeUnit::hour, 1);
    if (w == "weekend" && i > 1 && folded(i - 1) == "the" &&
        (folded(i - 2) == "at" || folded(i - 2) == "over" || folded(i - 2) == "on" || folded(i - 2) == "during")) {
      add(i - 1, i + 1, *document_, DatePrecision::week);
      out_.back().weekday = 5;
      out_.back().weekend = true;
      return i + 1;
    }
    if (w == "later" && folded(i + 1) == "this" && unit(i + 2) != TimeUnit::none)
      return to_come(shifted(i, i + 3, unit(i + 2), 0));
    if (const WordProps* p = props(i + 1); w == "later" && p && p->is_day) return to_come(on_day(i + 1, p->day));
    return i;
  }

  std::string_view text_;
  const Sentence& s_;
  const std::optional<Date>& document_;
  std::vector<TimeExpression>& out_;
  std::uint32_t count_;
};

// The month (and day) nearest to the document's date in the direction of the tense.
Date nearest_year(Date d, const Date& document, bool future) {
  if (!future && text::first_day(d) > document) d.year -= 1;
  if (future && text::last_day(d) < document) d.year += 1;
  return d;
}

}  // namespace

void find_times(std::string_view text, const Sentence& sentence, const std::optional<Date>& document,
                std::vector<TimeExpression>* times) {
  Finder(text, sentence, document, times).run();
}

std::optional<std::pair<Date, std::optional<Date>>> resolve_time(const TimeExpression& t,
                                                                 const std::optional<Date>& document, bool future) {
  if (t.story) {
    if (!document) return std::nullopt;
    return std::pair(text::add_days(*document, t.shift), std::optional<Date>());
  }
  if (t.weekday >= 0) {
    if (!document) return std::nullopt;
    const int back = (text::weekday(*document) - t.weekday + 7) % 7;
    if (t.weekend) {
      const Date saturday = text::add_days(*document, future ? (7 - back) % 7 : -back);
      return std::pair(saturday, std::optional(text::add_days(saturday, 1)));
    }
    return std::pair(text::add_days(*document, future ? (7 - back) % 7 : -back), std::optional<Date>());
  }
  if (t.bare_month && document) {
    const Date d = nearest_year(t.date, *document, future);
    std::optional<Date> end = t.end;
    if (end) end->year = d.year;
    return std::pair(d, end);
  }
  return std::pair(t.date, t.end);
}

std::optional<std::pair<Date, DatePrecision>> away_from(const TimeExpression& t, const Date& day) {
  if (day.day == 0) {
    // "in May 2018, nine days after …": that year, unless it may have been the next or the last one.
    const bool days = t.unit == TimeUnit::hour || t.unit == TimeUnit::day || t.unit == TimeUnit::week;
    const bool edge = t.shift < 0 ? day.month == 1 : day.month == 12;
    if (!days || day.month == 0 || edge) return std::nullopt;
    return std::pair(Date{day.year, 0, 0}, DatePrecision::year);
  }
  switch (t.unit) {
    case TimeUnit::hour:
      return std::pair(day, DatePrecision::day);
    case TimeUnit::day:
      return std::pair(text::add_days(day, t.shift), DatePrecision::day);
    case TimeUnit::week:
      return std::pair(text::add_days(day, 7L * t.shift), DatePrecision::day);
    case TimeUnit::month:
      return std::pair(text::add_months({day.year, day.month, 0}, t.shift), DatePrecision::month);
    case TimeUnit::year:
      return std::pair(Date{day.year + t.shift, 0, 0}, DatePrecision::year);
    default:
      return std::nullopt;
  }
}

}  // namespace demarche::extract
