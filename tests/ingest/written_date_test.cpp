#include "ingest/written_date.h"

#include <doctest/doctest.h>

#include <string>

namespace demarche::ingesting {
namespace {

std::string day(std::string_view written, const YearHint& hint = {}) {
  const DateReading got = read_written_date(written, hint);
  return got.day ? text::iso(*got.day) : got.fault;
}

constexpr auto no_day = "is not a day like 2010-05-13";

TEST_CASE("dates as pages, feeds, mails and people write them") {
  for (const auto& [written, expected] : std::initializer_list<std::pair<const char*, const char*>>{
           {"2010-05-13", "2010-05-13"},
           {"2010-05-13T23:30:00-04:00", "2010-05-13"},
           {"2010-05-13 00:10:00 +0900", "2010-05-13"},
           {"2010/5/13", "2010-05-13"},
           {"2010.05.13", "2010-05-13"},
           {"20100513", "2010-05-13"},
           {"20100513T101500Z", "2010-05-13"},
           {"20100513101500", "2010-05-13"},
           {"201005131015", "2010-05-13"},
           {"Thu, 13 May 2010 14:45:51 +0000", "2010-05-13"},
           {"13 May 10 14:45 EST", "2010-05-13"},
           {"13 May 99 14:45 EST", "1999-05-13"},
           {"Thu May 13 14:45:51 EDT 2010", "2010-05-13"},
           {"May 13, 2010", "2010-05-13"},
           {"MAY 13, 2010", "2010-05-13"},
           {"Thursday, May 13th, 2010 at 10:20 p.m. ET", "2010-05-13"},
           {"13 May 2010", "2010-05-13"},
           {"the 13th of May, 2010", "2010-05-13"},
           {"13-May-2010", "2010-05-13"},
           {"Sept. 3, 2010", "2010-09-03"},
           {"Published: 3 Sep 2010 09.15 BST", "2010-09-03"},
           {"13/05/2010", "2010-05-13"},
           {"05/13/2010", "2010-05-13"},
           {"13.5.2010", "2010-05-13"},
           {"5/5/2010", "2010-05-05"},
           {"1273708800", "2010-05-13"},
           {"1273708800000", "2010-05-13"},
       }) {
    CAPTURE(written);
    CHECK(day(written) == expected);
  }
}

TEST_CASE("what is no day stays none") {
  for (const char* written : {"", "2010", "2010-05", "2010-02-30", "May 2010", "31 April 2010", "yesterday", "13",
                              "10:20", "32/13/2010", "0000-00-00", "99999999", "2010-05/13"}) {
    CAPTURE(written);
    CHECK(day(written) == no_day);
  }
  CHECK(day("05/06/2010") == "may be 5 June or 6 May");
  CHECK(day("5.6.2010") == "may be 5 June or 6 May");
  CHECK(day(std::string(300, '1')) == no_day);
}

TEST_CASE("a day without a year needs a hint") {
  CHECK(day("Thursday, May 13") == "has no year");
  CHECK(day("May 13", {.year = 2010}) == "2010-05-13");
  CHECK(day("May 13", {.year = 2010, .month = 5}) == "2010-05-13");
  CHECK(day("May 13", {.year = 2010, .month = 6}) == "has no year");
  CHECK(day("Friday, May 13", {.year = 2010}) == "has no year");
  const text::Date fetched{2011, 1, 4};
  CHECK(day("13 May", {.retrieved = fetched}) == "2010-05-13");
  CHECK(day("4 January", {.retrieved = fetched}) == "2011-01-04");
  CHECK(day("29 February", {.retrieved = fetched}) == "has no year");
}

TEST_CASE("dates in addresses") {
  const auto in = [](std::string_view url) {
    const auto found = date_in_address(url);
    return found ? text::iso(*found) : "";
  };
  CHECK(in("https://example.org/world/2010/05/13/clinton") == "2010-05-13");
  CHECK(in("https://example.org/world/2010/may/13/clinton") == "2010-05-13");
  CHECK(in("https://example.org/2010-05-13-clinton.html") == "2010-05-13");
  CHECK(in("https://example.org/clinton-20100513.html") == "2010-05-13");
  CHECK(in("https://example.org/2010/05/clinton") == "");
  CHECK(in("https://example.org/article/12345678") == "");
  CHECK(in("https://example.org/article/20109999") == "");
  CHECK(in("") == "");
  const YearHint hint = hint_in_address("https://example.org/2010/05/clinton");
  CHECK(hint.year == 2010);
  CHECK(hint.month == 5);
}

TEST_CASE("dates that stand by themselves near the head of a text") {
  const auto in = [](std::string_view text, const YearHint& hint = {}) {
    const auto found = date_in_text(text, hint);
    return found ? text::iso(*found) : "";
  };
  CHECK(in("Readout of a call\n\nMay 13, 2010\n\nClinton called Davutoglu.") == "2010-05-13");
  CHECK(in("Posted on Thursday, 13 May 2010 at 10:20 GMT\nClinton called.") == "2010-05-13");
  CHECK(in("FOR IMMEDIATE RELEASE: May 13, 2010\nClinton called.") == "2010-05-13");
  CHECK(in("WASHINGTON, May 13, 2010 (Wire) — Clinton called Davutoglu.") == "2010-05-13");
  CHECK(in("ANKARA, Turkey, May 13 — Clinton called.", {.year = 2010}) == "2010-05-13");
  CHECK(in("ANKARA, May 13 — Clinton called.") == "");
  CHECK(in("Clinton called Davutoglu on May 13, 2010.") == "");
  CHECK(in("On May 13, 2010, Clinton called Davutoglu.") == "");
  CHECK(in("a\nb\nc\nd\ne\nf\ng\nMay 13, 2010\n") == "");
}

}  // namespace
}  // namespace demarche::ingesting
