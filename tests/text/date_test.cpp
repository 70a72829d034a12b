#include "text/date.h"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;
using text::Date;

TEST_CASE("ISO dates") {
  struct Row {
    std::string text, iso, first, last;  // iso "none" = no date
  };
  const Row rows[] = {
      {"2010-05-13", "2010-05-13", "2010-05-13", "2010-05-13"},
      {"2010-05", "2010-05", "2010-05-01", "2010-05-31"},
      {"2010", "2010", "2010-01-01", "2010-12-31"},
      {"2012-02", "2012-02", "2012-02-01", "2012-02-29"},
      {"1900-02", "1900-02", "1900-02-01", "1900-02-28"},
      {"2000-02-29", "2000-02-29", "2000-02-29", "2000-02-29"},
      {"0001-01-01", "0001-01-01", "0001-01-01", "0001-01-01"},
      {"9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31"},
      {"2010-05-13T23:59:00Z", "2010-05-13", "2010-05-13", "2010-05-13"},
      {"2010-05-13 08:00", "2010-05-13", "2010-05-13", "2010-05-13"},
      {"", "none", "", ""},
      {"2010-", "none", "", ""},
      {"2010-5-13", "none", "", ""},
      {"2010-13", "none", "", ""},
      {"2010-00", "none", "", ""},
      {"2010-05-00", "none", "", ""},
      {"2010-05-32", "none", "", ""},
      {"2010-02-29", "none", "", ""},
      {"1900-02-29", "none", "", ""},
      {"0000-01-01", "none", "", ""},
      {"2010-05-13x", "none", "", ""},
      {"2010-05-1", "none", "", ""},
      {"2010/05/13", "none", "", ""},
      {"20100513", "none", "", ""},
      {"-010-05-13", "none", "", ""},
      {"May 13, 2010", "none", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto date = text::parse_iso(row.text);
    CHECK_EQ(date ? text::iso(*date) : "none", row.iso);
    if (!date) continue;
    CHECK_EQ(text::iso(text::first_day(*date)), row.first);
    CHECK_EQ(text::iso(text::last_day(*date)), row.last);
  }
}

TEST_CASE("weekdays") {
  struct Row {
    std::string day;
    int weekday;
  };
  const Row rows[] = {{"2010-05-13", 3}, {"1970-01-01", 3}, {"2000-02-29", 1}, {"1999-12-31", 4}, {"2024-02-29", 3},
                      {"1900-01-01", 0}, {"2025-06-01", 6}, {"1945-05-08", 1}, {"2020-01-15", 2}, {"0001-01-01", 0}};
  for (const Row& row : rows) {
    CAPTURE(row.day);
    CHECK_EQ(text::weekday(*text::parse_iso(row.day)), row.weekday);
  }
}

TEST_CASE("adding months") {
  struct Row {
    std::string date;
    int months;
    std::string sum;
  };
  const Row rows[] = {
      {"2010-05-13", 1, "2010-06-13"},  {"2010-05-13", -1, "2010-04-13"}, {"2010-01-31", 1, "2010-02-28"},
      {"2012-01-31", 1, "2012-02-29"},  {"2012-02-29", 12, "2013-02-28"}, {"2010-12-01", 1, "2011-01-01"},
      {"2010-01-01", -1, "2009-12-01"}, {"2010-05", 8, "2011-01"},        {"2010-01", -1, "2009-12"},
      {"2010-03", -27, "2007-12"},      {"2010-10-31", -1, "2010-09-30"}, {"2010-05-13", 0, "2010-05-13"},
      {"2010-12", 0, "2010-12"},        {"2009-12-31", 2, "2010-02-28"}};
  for (const Row& row : rows) {
    CAPTURE(row.date);
    CAPTURE(row.months);
    CHECK_EQ(text::iso(text::add_months(*text::parse_iso(row.date), row.months)), row.sum);
  }
}

TEST_CASE("every day from 1900 to 2100 makes the round trip") {
  const long first = text::to_days({1900, 1, 1}), last = text::to_days({2100, 12, 31});
  CHECK_EQ(text::to_days({1970, 1, 1}), 0);
  CHECK_EQ(last - first + 1, 73414);
  Date before = text::from_days(first - 1);
  for (long n = first; n <= last; ++n) {
    const Date day = text::from_days(n);
    if (text::to_days(day) != n) FAIL_CHECK(text::iso(day));
    if (text::parse_iso(text::iso(day)) != day) FAIL_CHECK(text::iso(day));
    if (!(before < day) || text::add_days(before, 1) != day) FAIL_CHECK(text::iso(day));
    if (text::weekday(day) != (text::weekday(before) + 1) % 7) FAIL_CHECK(text::iso(day));
    if (day.month != before.month && text::last_day({before.year, before.month, 0}) != before)
      FAIL_CHECK(text::iso(day));
    before = day;
  }
}
