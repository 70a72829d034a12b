// The day that a date means, as pages, feeds, mails and people write it.
//
// One rule: the day is the one that is written, at the place where it was written. Times and zones are dropped, not
// converted ("2010-05-13T23:30:00-04:00" is 13 May); seconds since 1970 are days of UTC. Nothing is guessed: 05/06/2010
// may be a day in May or in June, so it is no day; a day without a year is one only when a hint gives the year.
#ifndef DEMARCHE_INGEST_WRITTEN_DATE_H
#define DEMARCHE_INGEST_WRITTEN_DATE_H

#include <optional>
#include <string>
#include <string_view>

#include "text/date.h"

namespace demarche::ingesting {

// What may give the year of "Thursday, May 13".
struct YearHint {
  int year = 0;                         // of the address: "/2010/05/"; 0 where unknown
  int month = 0;                        // the same
  std::optional<text::Date> retrieved;  // the last such day up to this one, when the address says nothing
};

struct DateReading {
  std::optional<text::Date> day;
  std::string fault;  // "is not a day like 2010-05-13", "has no year", "may be 5 June or 6 May"; empty with a day
};

// The first date in `written`, which is a date with a few words round it at most.
DateReading read_written_date(std::string_view written, const YearHint& hint = {});

// "…/2010/05/13/…", "…/2010/may/13/…", "…-20100513.html".
std::optional<text::Date> date_in_address(std::string_view url);

// Year and month of "…/2010/05/…", where the address has no day.
YearHint hint_in_address(std::string_view url);

// Whether the whole line says a date and nothing else: "Published: Thursday, May 13, 2010".
bool is_date_line(std::string_view line);

// A line of its own near the head of a text ("Published: May 13, 2010"), or a dateline ("WASHINGTON, May 13, 2010 (AP)
// —").
std::optional<text::Date> date_in_text(std::string_view text, const YearHint& hint = {});

}  // namespace demarche::ingesting

#endif
