#include "text/title_day.h"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;

namespace {

struct Row {
  const char* title;
  bool month_first;
  const char* day;  // "" = none
};

const Row rows[] = {
    {"Press Briefing by the Spokesman, 7/18/2016", true, "2016-07-18"},
    {"Press Briefing by the Spokesman, 3-27-09", true, "2009-03-27"},
    {"Gaggle en route Oslo, Norway 07/08/2009", true, "2009-07-08"},
    {"Briefing on trade, 18/7/2016", false, "2016-07-18"},
    {"Briefing on trade, 18/7/2016", true, ""},
    {"Briefing on trade, 7/8/2016", false, ""},
    {"Briefing on trade, 8/8/2016", false, "2016-08-08"},
    {"Briefing on trade (2016-07-18)", false, "2016-07-18"},
    {"Briefing on trade, 2/30/2016", true, ""},
    {"Remarks to the press, July 18, 2016", true, "2016-07-18"},
    {"Remarks to the press – 18 July 2016", false, "2016-07-18"},
    {"Remarks to the press | Sept. 3, 1998", false, "1998-09-03"},
    {"Briefing on trade, 1-2-70", true, "1970-01-02"},
    {"Remarks on the anniversary of September 11, 2001", true, ""},
    {"The attack of September 11, 2001, remembered", true, ""},
    {"Report for July 2016", true, ""},
    {"24/7", true, ""},
    {"Version 1.2.3", true, ""},
    {"", true, ""},
    {"7/18/2016", true, "2016-07-18"},
};

}  // namespace

TEST_CASE("the day that a title ends in") {
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CAPTURE(row.month_first);
    const auto day = text::title_day(row.title, row.month_first);
    CHECK_EQ(day ? text::iso(*day) : "", std::string(row.day));
  }
}
