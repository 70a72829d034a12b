// Expressions of time in a sentence, resolved against the document's date.
//
// One rule for weekdays: with a past verb the last such day up to the document's date, with a future one the next such
// day after it; "Monday" of a document published on Monday is that day.
#ifndef DEMARCHE_EXTRACT_DATES_H
#define DEMARCHE_EXTRACT_DATES_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/mention.h"
#include "extract/sentence.h"
#include "text/date.h"

namespace demarche::extract {

struct TimeExpression {
  std::uint32_t first = 0, last = 0;  // tokens
  text::Date date;  // both for a past and a future reading unless `weekday` or `bare_month` says otherwise
  std::optional<text::Date> end;
  DatePrecision precision = DatePrecision::none;
  int weekday = -1;    // 0 = Monday: depends on the verb's tense
  bool story = false;  // "the next day": counts from the day that the text tells of; `shift` days on
  int shift = 0;
  bool apart = false;  // "two weeks after …": how far from the clause that follows, `shift` units
  rules::TimeUnit unit = rules::TimeUnit::none;  // of `apart`
  bool weekend = false;                          // "at the weekend": the tense tells which; `weekday` is Saturday
  bool later = false;                            // "later today", "later this week": still to come
  bool evening = false;     // "tonight", "this afternoon": to come, where the verb is in the present tense
  bool bare_month = false;  // a month (and day) without year: depends on the tense
};

// Without a document date only absolute expressions are found.
void find_times(std::string_view text, const Sentence& sentence, const std::optional<text::Date>& document,
                std::vector<TimeExpression>* times);

// The expression's day or interval for a clause that looks back or ahead. nullopt when it needs a document date.
std::optional<std::pair<text::Date, std::optional<text::Date>>> resolve_time(const TimeExpression& time,
                                                                             const std::optional<text::Date>& document,
                                                                             bool future);

// The day, month or year of the clause behind an `apart` expression, where the rest of the sentence tells of `day`, or
// of its month.
std::optional<std::pair<text::Date, DatePrecision>> away_from(const TimeExpression& time, const text::Date& day);

}  // namespace demarche::extract

#endif
