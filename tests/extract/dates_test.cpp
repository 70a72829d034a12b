// Rows: an expression, the document's day, the tense of the clause, and the words found with what they mean.
#include "extract/dates.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/reading.h"

using namespace demarche;

namespace {

// "Thursday morning = 2010-05-13 day"; several apart by "; "; "none" when no expression is found or can be resolved.
std::string times(const std::string& text, const std::string& day, bool future) {
  const test::Reading reading(text, day);
  std::string out;
  for (const extract::Sentence& s : reading.sentences()) {
    std::vector<extract::TimeExpression> found;
    extract::find_times(reading.text(), s, reading.analysis().date(), &found);
    for (const extract::TimeExpression& t : found) {
      const auto resolved = extract::resolve_time(t, reading.analysis().date(), future);
      if (!resolved) continue;
      if (!out.empty()) out += "; ";
      out += reading.words(s, t.first, t.last) + " = " + text::iso(resolved->first);
      if (resolved->second) out += ".." + text::iso(*resolved->second);
      out += ' ';
      out += to_string(t.precision);
    }
  }
  return out.empty() ? "none" : out;
}

struct Row {
  std::string expression, day;
  bool future;
  std::string expected;
};

std::string resolved(const Row& row) {
  const std::string sentence = row.future ? "Kerry will meet Lavrov " : "Kerry met Lavrov ";
  return times(sentence + row.expression + ".", row.day, row.future);
}

constexpr bool past = false, future = true;

// 2010-05-13 is a Thursday, 2013-01-01 a Tuesday, 2012-02-29 a Wednesday, 2014-12-31 a Wednesday.
const Row rows[] = {
    // weekdays
    {"on Thursday", "2010-05-13", past, "Thursday = 2010-05-13 day"},
    {"on Thursday", "2010-05-13", future, "Thursday = 2010-05-13 day"},
    {"on Monday", "2010-05-13", past, "Monday = 2010-05-10 day"},
    {"on Monday", "2010-05-13", future, "Monday = 2010-05-17 day"},
    {"on Friday", "2010-05-13", past, "Friday = 2010-05-07 day"},
    {"on Friday", "2010-05-13", future, "Friday = 2010-05-14 day"},
    {"on Sunday", "2010-05-13", past, "Sunday = 2010-05-09 day"},
    {"Thursday", "2010-05-15", past, "Thursday = 2010-05-13 day"},
    {"on Wednesday", "2013-01-01", past, "Wednesday = 2012-12-26 day"},
    {"on Saturday", "2014-12-31", future, "Saturday = 2015-01-03 day"},
    {"on Tuesday", "2012-02-29", past, "Tuesday = 2012-02-28 day"},
    {"on Thursday", "2012-02-29", future, "Thursday = 2012-03-01 day"},
    {"on Thursday morning", "2010-05-15", past, "Thursday morning = 2010-05-13 day"},
    {"late on Thursday night", "2010-05-15", past, "Thursday night = 2010-05-13 day"},
    {"last Thursday", "2010-05-13", past, "last Thursday = 2010-05-06 day"},
    {"last Friday", "2010-05-13", past, "last Friday = 2010-05-07 day"},
    {"next Thursday", "2010-05-13", future, "next Thursday = 2010-05-20 day"},
    {"next Friday", "2010-05-13", future, "next Friday = 2010-05-14 day"},
    {"this Friday", "2010-05-13", future, "Friday = 2010-05-14 day"},
    {"on Thursday, May 13", "2010-05-15", past, "Thursday, May 13 = 2010-05-13 day"},
    {"on Thursday, 13 May 2010", "2010-06-15", past, "Thursday, 13 May 2010 = 2010-05-13 day"},
    {"on Thurs.", "2010-05-15", past, "Thurs. = 2010-05-13 day"},
    {"on Tuesday and on Friday", "2010-05-15", past, "Tuesday = 2010-05-11 day; Friday = 2010-05-14 day"},
    // days
    {"today", "2010-05-13", past, "today = 2010-05-13 day"},
    {"yesterday", "2010-05-13", past, "yesterday = 2010-05-12 day"},
    {"yesterday", "2012-03-01", past, "yesterday = 2012-02-29 day"},
    {"tomorrow", "2014-12-31", future, "tomorrow = 2015-01-01 day"},
    {"tomorrow morning", "2010-05-13", future, "tomorrow morning = 2010-05-14 day"},
    {"yesterday evening", "2010-05-13", past, "yesterday evening = 2010-05-12 day"},
    {"tonight", "2010-05-13", future, "tonight = 2010-05-13 day"},
    {"overnight", "2010-05-13", past, "overnight = 2010-05-13 day"},
    {"this morning", "2010-05-13", past, "this morning = 2010-05-13 day"},
    {"last night", "2010-05-13", past, "last night = 2010-05-12 day"},
    {"three days ago", "2010-05-13", past, "three days ago = 2010-05-10 day"},
    {"a day ago", "2010-05-01", past, "a day ago = 2010-04-30 day"},
    {"two hours ago", "2010-05-13", past, "two hours ago = 2010-05-13 day"},
    // weeks
    {"last week", "2010-05-13", past, "last week = 2010-05-03..2010-05-09 week"},
    {"this week", "2010-05-13", past, "this week = 2010-05-10..2010-05-16 week"},
    {"next week", "2010-05-13", future, "next week = 2010-05-17..2010-05-23 week"},
    {"next week", "2014-12-31", future, "next week = 2015-01-05..2015-01-11 week"},
    {"two weeks ago", "2010-05-13", past, "two weeks ago = 2010-04-26..2010-05-02 week"},
    {"earlier this week", "2010-05-13", past, "this week = 2010-05-10..2010-05-16 week"},
    {"last weekend", "2010-05-13", past, "last weekend = 2010-05-08..2010-05-09 week"},
    {"this weekend", "2010-05-13", future, "this weekend = 2010-05-15..2010-05-16 week"},
    // months
    {"last month", "2010-05-13", past, "last month = 2010-04 month"},
    {"last month", "2013-01-01", past, "last month = 2012-12 month"},
    {"next month", "2014-12-31", future, "next month = 2015-01 month"},
    {"earlier this month", "2010-05-13", past, "this month = 2010-05 month"},
    {"later this month", "2010-05-13", future, "later this month = 2010-05 month"},
    {"three months ago", "2010-02-13", past, "three months ago = 2009-11 month"},
    {"in March", "2010-05-13", past, "March = 2010-03 month"},
    {"in August", "2010-05-13", past, "August = 2009-08 month"},
    {"in August", "2010-05-13", future, "August = 2010-08 month"},
    {"in March", "2010-05-13", future, "March = 2011-03 month"},
    {"in May", "2010-05-13", past, "May = 2010-05 month"},
    {"in May", "2010-05-13", future, "May = 2010-05 month"},
    {"in May 2009", "2010-05-13", past, "May 2009 = 2009-05 month"},
    {"in May, 2009", "2010-05-13", past, "May, 2009 = 2009-05 month"},
    {"in Sept. 2009", "2010-05-13", past, "Sept. 2009 = 2009-09 month"},
    // days of months
    {"on May 11", "2010-05-13", past, "May 11 = 2010-05-11 day"},
    {"on May 20", "2010-05-13", past, "May 20 = 2009-05-20 day"},
    {"on May 20", "2010-05-13", future, "May 20 = 2010-05-20 day"},
    {"on January 5", "2014-12-31", future, "January 5 = 2015-01-05 day"},
    {"on December 30", "2013-01-01", past, "December 30 = 2012-12-30 day"},
    {"on May 13, 2009", "2010-05-13", past, "May 13, 2009 = 2009-05-13 day"},
    {"on 13 May 2009", "2010-05-13", past, "13 May 2009 = 2009-05-13 day"},
    {"on 12 May", "2010-05-13", past, "12 May = 2010-05-12 day"},
    {"on the 12th of May", "2010-05-13", past, "12th of May = 2010-05-12 day"},
    {"on May 12th", "2010-05-13", past, "May 12th = 2010-05-12 day"},
    // days in words
    {"on the thirteenth of May", "2010-05-14", past, "thirteenth of May = 2010-05-13 day"},
    {"on the Fourth of July", "2010-08-14", past, "Fourth of July = 2010-07-04 day"},
    {"on the twenty-first of March 2009", "2010-05-13", past, "twenty-first of March 2009 = 2009-03-21 day"},
    {"on the thirty-first of March, 2009", "2010-05-13", past, "thirty-first of March, 2009 = 2009-03-31 day"},
    {"on the first of June", "2010-05-13", future, "first of June = 2010-06-01 day"},
    {"on May the fourth", "2010-05-13", past, "May the fourth = 2010-05-04 day"},
    {"on May the 4th", "2010-05-13", past, "May the 4th = 2010-05-04 day"},
    {"on March twenty-first, 2009", "2010-05-13", past, "March twenty-first, 2009 = 2009-03-21 day"},
    {"before March the fourth", "2010-05-13", past, "March the fourth = 2010-03-04 day"},
    {"on Tuesday, the fourth of May", "2010-05-13", past, "Tuesday, the fourth of May = 2010-05-04 day"},
    {"on Tuesday, May the fourth", "2010-05-13", past, "Tuesday, May the fourth = 2010-05-04 day"},
    {"on the evening of the third of May", "2010-05-13", past, "third of May = 2010-05-03 day"},
    {"on the third and fourth of May", "2010-05-13", past, "third and fourth of May = 2010-05-03..2010-05-04 day"},
    {"from the third to the fifth of May", "2010-05-13", past,
     "third to the fifth of May = 2010-05-03..2010-05-05 day"},
    {"from 3 to 5 May", "2010-05-13", past, "3 to 5 May = 2010-05-03..2010-05-05 day"},
    {"on 3-5 May", "2010-05-13", past, "3-5 May = 2010-05-03..2010-05-05 day"},
    {"on 3–5 May 2009", "2010-05-13", past, "3–5 May 2009 = 2009-05-03..2009-05-05 day"},
    {"between 3 and 5 May 2009", "2010-05-13", past, "3 and 5 May 2009 = 2009-05-03..2009-05-05 day"},
    {"on the thirty-first of April", "2010-05-13", past, "thirty-first of April = 2010-04 month"},
    {"on February 30", "2010-05-13", past, "February 30 = 2010-02 month"},
    // ordinals that count something else
    {"on the fourth", "2010-05-13", past, "none"},
    {"for the second April in a row", "2010-05-13", past, "April = 2010-04 month"},
    {"in the first of April's meetings", "2010-05-13", past, "April = 2010-04 month"},
    {"in April the fourth time", "2010-05-13", past, "April = 2010-04 month"},
    {"in April the first of many times", "2010-05-13", past, "April = 2010-04 month"},
    {"before the April fourth round", "2010-05-13", past, "April = 2010-04 month"},
    {"on the twenty first of April", "2010-05-13", past, "April = 2010-04 month"},
    {"on the thirty-second of April", "2010-05-13", past, "April = 2010-04 month"},
    {"on Jan. 5", "2010-05-13", past, "Jan. 5 = 2010-01-05 day"},
    {"on February 29, 2012", "2012-05-13", past, "February 29, 2012 = 2012-02-29 day"},
    {"on May 3-5", "2010-05-13", past, "May 3-5 = 2010-05-03..2010-05-05 day"},
    {"on May 3–5, 2009", "2010-05-13", past, "May 3–5, 2009 = 2009-05-03..2009-05-05 day"},
    // years
    {"in 2009", "2010-05-13", past, "2009 = 2009 year"},
    {"last year", "2010-05-13", past, "last year = 2009 year"},
    {"this year", "2010-05-13", past, "this year = 2010 year"},
    {"next year", "2010-05-13", future, "next year = 2011 year"},
    {"two years ago", "2010-05-13", past, "two years ago = 2008 year"},
    {"since 1979", "2010-05-13", past, "1979 = 1979 year"},
    {"in late 2008", "2010-05-13", past, "2008 = 2008 year"},
    {"on 2009-03-14", "2010-05-13", past, "2009-03-14 = 2009-03-14 day"},
    // a document without a day gives only what is absolute
    {"on Thursday", "", past, "none"},
    {"yesterday", "", past, "none"},
    {"last week", "", past, "none"},
    {"on May 12", "", past, "none"},
    {"in May", "", past, "none"},
    {"on May 12, 2010", "", past, "May 12, 2010 = 2010-05-12 day"},
    {"on 12 May 2010", "", past, "12 May 2010 = 2010-05-12 day"},
    {"in May 2010", "", past, "May 2010 = 2010-05 month"},
    {"in 2009", "", past, "2009 = 2009 year"},
    // seasons
    {"last autumn", "2019-02-12", past, "last autumn = 2018-09-01..2018-11-30 month"},
    {"last summer", "2018-07-10", past, "last summer = 2017-06-01..2017-08-31 month"},
    {"this spring", "2018-07-10", past, "this spring = 2018-03-01..2018-05-31 month"},
    {"this winter", "2018-01-10", past, "this winter = 2017-12-01..2018-02-28 month"},
    {"next spring", "2018-02-10", future, "next spring = 2018-03-01..2018-05-31 month"},
    {"next autumn", "2018-10-10", future, "next autumn = 2019-09-01..2019-11-30 month"},
    // no dates
    {"in Paris", "2010-05-13", past, "none"},
    {"with 2000 troops", "2010-05-13", past, "none"},
    {"for two hours", "2010-05-13", past, "none"},
    {"in Resolution 1929", "2010-05-13", past, "none"},
    {"from May 3 to May 5", "2010-05-13", past, "May 3 to May 5 = 2010-05-03..2010-05-05 day"},
};

}  // namespace

TEST_CASE("expressions of time") {
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    CAPTURE(row.day);
    CHECK_EQ(resolved(row), row.expected);
  }
}

TEST_CASE("a month's name that is another word is no date") {
  CHECK_EQ(times("Merkel may visit Oman.", "2010-05-13", future), "none");
  CHECK_EQ(times("Theresa May met Angela Merkel.", "2017-05-13", past), "none");
  CHECK_EQ(times("Prime Minister May met Angela Merkel.", "2017-05-13", past), "none");
  CHECK_EQ(times("Protesters march on Paris.", "2017-05-13", past), "none");
  CHECK_EQ(times("The sun shone while Merkel sat.", "2017-05-13", past), "none");
}

TEST_CASE("past weekdays are never ahead of the document, future ones never behind") {
  static constexpr const char* names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  for (int weekday = 0; weekday < 7; ++weekday) {
    for (int shift = 0; shift < 7; ++shift) {
      const text::Date day = text::add_days({2024, 2, 26}, shift);
      const test::Reading reading(std::string("Kerry met Lavrov on ") + names[weekday] + ".", text::iso(day));
      std::vector<extract::TimeExpression> found;
      extract::find_times(reading.text(), reading.sentences().front(), day, &found);
      REQUIRE_EQ(found.size(), 1);
      const auto before = extract::resolve_time(found.front(), day, false)->first;
      const auto after = extract::resolve_time(found.front(), day, true)->first;
      CHECK_EQ(text::weekday(before), weekday);
      CHECK_EQ(text::weekday(after), weekday);
      CHECK_LE(before, day);
      CHECK_GT(before, text::add_days(day, -7));
      CHECK_GE(after, day);
      CHECK_LT(after, text::add_days(day, 7));
    }
  }
}
