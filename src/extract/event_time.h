// When an event happened: which expression of time of its sentence belongs to it, and what it inherits.
//
// A time belongs to the clause whose complements it stands in ("who visited Oman in May, praised …" dates the visit
// only), to infinitives under that clause, and, at the head of the sentence, to all of it. A clause without a time of
// its own takes that of the clause it goes on from.
#ifndef DEMARCHE_EXTRACT_EVENT_TIME_H
#define DEMARCHE_EXTRACT_EVENT_TIME_H

#include <vector>

#include "extract/actions.h"
#include "extract/clauses.h"
#include "extract/dates.h"

namespace demarche::extract {

class EventTime {
 public:
  // Borrows all of them.
  EventTime(const Sentence& sentence, const std::vector<Clause>& clauses, const std::vector<TimeExpression>& times)
      : s_(sentence), clauses_(clauses), times_(times) {}

  // The event's time, or nullptr. `clause`: of the event, or the one around an event noun; may be nullptr.
  const TimeExpression* of(const Found& found, const Clause* clause) const;

  // "Tuesday: Obama visits Greece": a diary's day lies ahead.
  bool diary(const TimeExpression& time) const;

  // "to be held on Friday", "scheduled for Friday": the day is still to come, whatever the sentence's verb tells.
  bool lies_ahead(const TimeExpression& time) const;

  // "will continue to help", "pledged to remain in contact", "is trying to reach": it goes on while it is told.
  bool lasts(const Clause& clause) const;

  // "the attack of 22 April", "Monday's attack": the chunk whose day it is; none where the time is no noun's own.
  std::uint32_t thing_of(const TimeExpression& time) const;
  // The innermost clause that the time stands in; nullptr at the head of the sentence.
  const Clause* owner(const TimeExpression& time) const;
  const Clause* opened_by(std::uint32_t chunk) const;

  // "two weeks after he resigned": the expression that says how far the clause is from the rest; nullptr where none
  // does.
  const TimeExpression* distance(const Clause& clause) const;
  // The time of the clause that `clause` hangs on or stands beside, before it.
  const TimeExpression* before(const Clause& clause) const;
  // "…, the ministry said on Monday": when it was said; nullptr where the clause is not reported.
  const TimeExpression* of_report(const Clause& clause) const;

 private:
  bool may_date(const TimeExpression& time, const Clause* clause) const;
  bool set_apart(const Clause& clause) const;
  bool before_report(const Clause& clause) const;
  bool names_which(const Clause& clause) const;
  bool goes_on(const Clause& clause) const;
  bool other_verb(const Clause& clause, std::uint32_t chunk) const;
  std::uint32_t chunk_of(const TimeExpression& time) const;
  bool hangs_on(const Clause* clause, const Clause* above) const;
  const TimeExpression* own(std::uint32_t trigger, const Clause* clause) const;
  const TimeExpression* inherited(const Clause& clause) const;
  const Clause* holding(const Found& found) const;
  const TimeExpression* meanwhile(const Clause& clause) const;
  const TimeExpression* antecedent(const Clause& clause) const;

  const Sentence& s_;
  const std::vector<Clause>& clauses_;
  const std::vector<TimeExpression>& times_;
};

}  // namespace demarche::extract

#endif
