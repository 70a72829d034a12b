// Calendar dates of the proleptic Gregorian calendar, as precise as a text gives them.
#ifndef DEMARCHE_TEXT_DATE_H
#define DEMARCHE_TEXT_DATE_H

#include <optional>
#include <string>
#include <string_view>

namespace demarche::text {

// A day, a month (day = 0) or a year (month = day = 0). Years 1 to 9999.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  bool operator==(const Date&) const = default;
  auto operator<=>(const Date&) const = default;
};

// "2010-05-13", "2010-05", "2010"; longer strings may go on with "T…" (the time is dropped). nullopt for anything else,
// also for days that do not exist.
std::optional<Date> parse_iso(std::string_view s);

// The shortest form that says what is known.
std::string iso(const Date& date);

// First and last day that a partial date may mean.
Date first_day(const Date& date);
Date last_day(const Date& date);

// REQUIRES a full day. Days since 1970-01-01 and back.
long to_days(const Date& day);
Date from_days(long days);

// REQUIRES a full day. 0 = Monday … 6 = Sunday.
int weekday(const Date& day);

Date add_days(const Date& day, long days);

// Adds months to a month or day; a day past the month's end becomes its last.
Date add_months(const Date& date, int months);

}  // namespace demarche::text

#endif
