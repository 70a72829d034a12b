// The day that a document's title ends in: "Press Briefing, 7/18/2016", "Remarks to the press – 18 July 2016".
#ifndef DEMARCHE_TEXT_TITLE_DAY_H
#define DEMARCHE_TEXT_TITLE_DAY_H

#include <optional>
#include <string_view>

#include "text/date.h"

namespace demarche::text {

// A full day at the title's very end; nothing for days elsewhere ("the anniversary of 11 September 2001 in New York"),
// for parts of a date, and for figures that could be day or month first, unless `month_first` says so.
std::optional<Date> title_day(std::string_view title, bool month_first);

}  // namespace demarche::text

#endif
