// The day that a text is telling of: what "the next day" counts from, and when "he then met Y" was.
//
// A clause in the plain past without a time of its own goes on with the last day that the paragraph told of, where it
// speaks of somebody whom that sentence spoke of; a plan goes on with the last plan's time.
//
// Thread safety: one a document.
#ifndef DEMARCHE_EXTRACT_STORY_TIME_H
#define DEMARCHE_EXTRACT_STORY_TIME_H

#include <optional>
#include <string>
#include <vector>

#include "demarche/mention.h"
#include "extract/actions.h"
#include "extract/clauses.h"
#include "extract/coreference.h"
#include "extract/dates.h"

namespace demarche::extract {

class StoryTime {
 public:
  // The time of a plan as its record has it.
  struct Plan {
    std::string date, enddate;
    DatePrecision precision = DatePrecision::none;
  };

  // Every sentence in order, before its records are written.
  void enter(const Sentence& sentence);
  // After them, where the sentence has expressions of time. `recorded`: the day of its last record that has one.
  void read(const Sentence& sentence, const std::vector<Clause>& clauses, const std::vector<TimeExpression>& times,
            const std::optional<text::Date>& document, const std::vector<DocEntity>& entities,
            const std::optional<text::Date>& recorded);
  void note_plan(const Sentence& sentence, const Found& found, const Plan& plan);

  // The day that a past event goes on with: that of the sentences just before where they speak of its people, else,
  // while no other day was told of, the day of the report's first sentences. nullopt where the text does not tell.
  std::optional<text::Date> day(const Sentence& sentence, const Found& found, const std::vector<DocEntity>& entities);
  // The last day told of, whoever it was about: for "the next day".
  std::optional<text::Date> last_day(const Sentence& sentence) const;
  // The time that a plan goes on with: that of the plans just before with the same people, and of a schedule's steps
  // before ("following that, he will meet Y").
  const Plan* plan(const Sentence& sentence, const Found& found, const std::vector<DocEntity>& entities);

 private:
  void read_plan(const Sentence& sentence, const Clause& clause, const TimeExpression& time, const text::Date& document,
                 const std::vector<DocEntity>& entities);
  bool near(std::uint32_t sentence, std::uint32_t paragraph, const Sentence& here) const;

  std::uint32_t paragraph_ = 0;
  std::optional<text::Date> day_;
  std::uint32_t day_sentence_ = 0, day_paragraph_ = 0;
  std::optional<text::Date> lead_;  // "agreed on Wednesday night": what a report of the days after is about
  FewNumbers who_;                  // entities that the day's sentences spoke of, states apart
  Plan plan_;
  std::uint32_t plan_sentence_ = 0, plan_paragraph_ = 0;
  FewNumbers planners_;
};

}  // namespace demarche::extract

#endif
