// When the event of a statement may have happened: an interval of days. Texts date loosely; two statements can be about
// one event only where their intervals overlap.
#ifndef DEMARCHE_GRAPH_WHEN_H
#define DEMARCHE_GRAPH_WHEN_H

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>

#include "demarche/mention.h"

namespace demarche::graph {

struct When {
  static constexpr long kUnbounded = std::numeric_limits<long>::max() / 4;

  long first = -kUnbounded;  // days since 1970-01-01, inclusive
  long last = kUnbounded;
  bool firm = false;  // the text names the day or the week itself

  bool operator==(const When&) const = default;
  long width() const { return last - first + 1; }
  bool overlaps(const When& other) const { return first <= other.last && other.first <= last; }
  bool contains(const When& other) const { return first <= other.first && other.last <= last; }
  // REQUIRES overlaps(other).
  When narrowed(const When& other) const {
    return {std::max(first, other.first), std::min(last, other.last), firm || other.firm};
  }
};

// Reach of a statement without a date of its own, in days from the document's date. News tells within three days what
// has happened; one day more for time zones. A plan without a date reaches a season ahead, an undated past one back.
inline constexpr long kNear = 3;
inline constexpr long kTimeZone = 1;
inline constexpr long kSeason = 90;

// `said` is the day of the document, where known. A statement with neither date nor document date is unbounded.
When when(const Mention& mention, std::optional<long> said);

// Days since 1970-01-01 of a full ISO day; nullopt for anything else.
std::optional<long> day_number(std::string_view iso);

}  // namespace demarche::graph

#endif
