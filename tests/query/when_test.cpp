#include "query/when.h"

#include <doctest/doctest.h>

#include <string>

#include "query/tail.h"

using namespace demarche;

namespace {

const text::Date today{2010, 5, 20};  // a Thursday

std::string when(const std::string& words) {
  const auto period = query::parse_when(words, today);
  return period ? period->since + ".." + period->until : "none";
}

std::string tail(const std::string& words) {
  Query query;
  query.action = {"talk"};
  return query::read_tail(words, today, &query) ? to_text(query) : "none";
}

}  // namespace

TEST_CASE("time expressions") {
  struct Row {
    const char* words;
    const char* period;
  };
  const Row rows[] = {
      {"in May 2010", "2010-05..2010-05"},
      {"in 2009", "2009..2009"},
      {"in June", "2009-06..2009-06"},
      {"in May", "2010-05..2010-05"},
      {"on 12 May 2010", "2010-05-12..2010-05-12"},
      {"on May 12, 2010", "2010-05-12..2010-05-12"},
      {"on the 12th of May", "2010-05-12..2010-05-12"},
      {"on the twelfth of May", "2010-05-12..2010-05-12"},
      {"on the twenty-first of March 2009", "2009-03-21..2009-03-21"},
      {"on May the fourth", "2010-05-04..2010-05-04"},
      {"since the thirty-first of January", "2010-01-31.."},
      {"from the third to the fifth of May", "2010-05-03..2010-05-05"},
      {"from 3 to 5 May", "2010-05-03..2010-05-05"},
      {"on the thirty-second of May", "none"},
      {"on 1st December", "2009-12-01..2009-12-01"},
      {"on 2010-05-12", "2010-05-12..2010-05-12"},
      {"on 29 February", "2008-02-29..2008-02-29"},
      {"on 31 February", "none"},
      {"on Thursday", "2010-05-20..2010-05-20"},
      {"on Friday", "2010-05-14..2010-05-14"},
      {"last Thursday", "2010-05-13..2010-05-13"},
      {"next Thursday", "2010-05-27..2010-05-27"},
      {"next Friday", "2010-05-21..2010-05-21"},
      {"today", "2010-05-20..2010-05-20"},
      {"yesterday", "2010-05-19..2010-05-19"},
      {"tomorrow", "2010-05-21..2010-05-21"},
      {"last week", "2010-05-10..2010-05-16"},
      {"this week", "2010-05-17..2010-05-23"},
      {"next week", "2010-05-24..2010-05-30"},
      {"last month", "2010-04..2010-04"},
      {"this year", "2010..2010"},
      {"last year", "2009..2009"},
      {"last May", "2009-05..2009-05"},
      {"in the last 3 weeks", "2010-04-29..2010-05-20"},
      {"over the past ten days", "2010-05-10..2010-05-20"},
      {"two weeks ago", "2010-05-03..2010-05-09"},
      {"3 days ago", "2010-05-17..2010-05-17"},
      {"a month ago", "2010-04..2010-04"},
      {"recently", "2010-04-20..2010-05-20"},
      {"lately", "2010-04-20..2010-05-20"},
      {"since 1 May", "2010-05-01.."},
      {"since last week", "2010-05-10.."},
      {"after 12 May 2010", "2010-05-13.."},
      {"after May", "2010-06-01.."},
      {"before 2010", "..2009-12-31"},
      {"until March 2010", "..2010-03"},
      {"by Monday", "..2010-05-17"},
      {"between 1 and 15 March 2010", "2010-03-01..2010-03-15"},
      {"between 1 March and 4 April 2010", "2010-03-01..2010-04-04"},
      {"from March to May 2010", "2010-03..2010-05"},
      {"from 2010-03-01 to 2010-03-04", "2010-03-01..2010-03-04"},
      {"from 2008 until 2009", "2008..2009"},
      {"in Geneva", "none"},
      {"since the war", "none"},
      {"", "none"},
      {"in", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    CHECK(when(row.words) == row.period);
  }
}

TEST_CASE("modifiers in any order") {
  struct Row {
    const char* words;
    const char* query;
  };
  const Row rows[] = {
      {"", "want=interactions action=talk"},
      {"about Iran in May 2010", "want=interactions action=talk since=2010-05 until=2010-05 about=Iran"},
      {"in Geneva on 12 May about Iran",
       "want=interactions action=talk since=2010-05-12 until=2010-05-12 about=Iran place=Geneva"},
      {"about the war in Ukraine in Geneva", "want=interactions action=talk about=\"the war in Ukraine\" place=Geneva"},
      {"on Iran on Monday", "want=interactions action=talk since=2010-05-17 until=2010-05-17 about=Iran"},
      {"since March until May", "want=interactions action=talk since=2010-03 until=2010-05"},
      {"by phone last week", "want=interactions action=call since=2010-05-10 until=2010-05-16"},
      {"in person", "want=interactions action=meet"},
      {"in New York with Lavrov", "want=interactions party=Lavrov action=talk place=\"New York\""},
      {"in Geneva recently", "want=interactions action=talk since=2010-04-20 until=2010-05-20 place=Geneva"},
      {"from Turkey", "want=interactions action=talk country=Turkey"},
      {"in May in June", "none"},
      {"in the 3rd week of May 2010", "none"},
      {"since", "none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    CHECK(tail(row.words) == row.query);
  }
}
