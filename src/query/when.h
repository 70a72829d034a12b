// Time expressions of questions: "in May 2010", "since 1 June", "last week", "between 12 and 20 May 2010".
#ifndef DEMARCHE_QUERY_WHEN_H
#define DEMARCHE_QUERY_WHEN_H

#include <optional>
#include <string>
#include <string_view>

#include "text/date.h"

namespace demarche::query {

// Inclusive bounds as Query has them: ISO days, months or years; an empty one is open.
struct Period {
  std::string since, until;
  bool operator==(const Period&) const = default;
};

// `words` is the whole expression, its preposition included. A month or day without a year is the latest one that has
// begun by `today`; a weekday the latest one, today included; "last week" the Monday to Sunday before this week's.
// nullopt if it is no time expression.
std::optional<Period> parse_when(std::string_view words, const text::Date& today);

// "3", "three": up to twelve in words; -1 for no number.
int number_of(std::string_view word);

}  // namespace demarche::query

#endif
