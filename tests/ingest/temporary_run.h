// A run of ingest() with its results in a form that tests compare.
#ifndef DEMARCHE_TESTS_INGEST_TEMPORARY_RUN_H
#define DEMARCHE_TESTS_INGEST_TEMPORARY_RUN_H

#include <string>
#include <utility>
#include <vector>

#include "demarche/ingest.h"
#include "ingest/temporary_folder.h"

namespace demarche::ingesting {

struct Run {
  std::vector<Document> documents;
  std::vector<std::string> problems;  // "where: message", with "(read) " before those that lost no document
  std::string error;
  IngestCounts counts;

  std::string texts() const {
    std::string out;
    for (const Document& document : documents) out += (out.empty() ? "" : "|") + document.text;
    return out;
  }
};

inline Run run(const std::vector<std::string>& paths, const IngestOptions& options = {}) {
  Run out;
  const auto counts = ingest(
      paths, options,
      [&](Document&& document) {
        out.documents.push_back(std::move(document));
        return true;
      },
      [&](const Problem& problem) {
        out.problems.push_back((problem.lost ? "" : "(read) ") + problem.where + ": " + problem.message);
      });
  if (counts) out.counts = *counts;
  if (!counts) out.error = counts.error().message;
  return out;
}

}  // namespace demarche::ingesting

#endif
