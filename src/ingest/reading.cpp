#include "ingest/reading.h"

#include <utility>

namespace demarche::ingesting {

void Reading::hand_over(Document&& document) {
  if (stopped()) return;
  ++counts.documents;
  counts.bytes += document.text.size();
  if (!on_document_(std::move(document))) stopped_ = true;
}

void Reading::report(const Problem& problem) {
  ++counts.problems;
  if (problem.lost) ++counts.lost;
  if (on_problem_) on_problem_(problem);
}

}  // namespace demarche::ingesting
