#include "ingest/reading.h"

#include <utility>

namespace demarche {

std::string_view reason_in_words(Skip reason) {
  switch (reason) {
    case Skip::none:
      break;
    case Skip::broken:
      return "broken";
    case Skip::empty:
      return "empty";
    case Skip::too_large:
      return "too large";
    case Skip::not_text:
      return "not text";
    case Skip::not_english:
      return "not English";
    case Skip::unreadable:
      return "unreadable";
    case Skip::unsafe:
      return "unsafe";
  }
  return "other";
}

}  // namespace demarche

namespace demarche::ingesting {

void Reading::hand_over(Document&& document) {
  if (stopped()) return;
  ++counts.documents;
  counts.bytes += document.text.size();
  counts.undated += document.date.empty();
  ++counts.formats[format];
  if (!on_document_(std::move(document))) stopped_ = true;
}

void Reading::report(const Problem& problem) {
  if (stopped()) return;  // an input that ends there is cut short, not broken
  ++counts.problems;
  if (problem.lost) {
    ++counts.lost;
    ++counts.skipped[std::string(reason_in_words(problem.reason))];
  }
  if (on_problem_) on_problem_(problem);
}

}  // namespace demarche::ingesting
