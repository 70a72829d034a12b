// When a text without a date was written, as far as those tell whom it names with their offices: "President Obama" and
// "Secretary Clinton" held theirs together from January 2009 to February 2013.
#ifndef DEMARCHE_EXTRACT_OFFICE_PERIOD_H
#define DEMARCHE_EXTRACT_OFFICE_PERIOD_H

#include <string>
#include <string_view>
#include <vector>

#include "rules/gazetteer.h"

namespace demarche::extract {

// Days (ISO); from <= until. Empty where nothing is known.
struct Period {
  std::string from, until;

  bool known() const { return !from.empty(); }
  // Early, in the middle and late: who held an office on each of them held it whenever the text was written.
  std::vector<std::string> days() const;
};

// Votes for the time at which most of those named held their offices.
class OfficePeriod {
 public:
  explicit OfficePeriod(const rules::Gazetteer& gazetteer) : g_(gazetteer) {}

  // Somebody by name or surname with a title's last word; all readings of the name together have one vote. `words` are
  // the name and the title as written, folded: what was counted once counts no more.
  void named(std::string_view words, const std::vector<rules::ActorIndex>& readings, std::string_view title_head);
  // Persons in full behind the title of an office of theirs: "Press Briefing by Press Secretary Jay Carney".
  void headed(std::string_view title);
  // The surname of a transcript's label: a spokesperson of the publication's state.
  void speaks(std::string_view surname, rules::ActorIndex home);

  Period most_told() const;

 private:
  struct Span {
    long from = 0, until = 0;  // days since 1970
  };
  struct Vote {
    std::string words;
    std::vector<Span> spans;
  };
  void add(std::string_view words, std::vector<Span> spans);

  const rules::Gazetteer& g_;
  std::vector<Vote> votes_;
};

}  // namespace demarche::extract

#endif
