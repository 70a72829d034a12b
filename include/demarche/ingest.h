// Readers: files, folders, JSON Lines and standard input become documents.
//
// One bad record never stops a batch: it is counted and named through `on_problem`.
#ifndef DEMARCHE_INGEST_H
#define DEMARCHE_INGEST_H

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "demarche/document.h"
#include "demarche/error.h"

namespace demarche {

struct IngestOptions {
  // Defaults for documents that do not say it themselves (front matter and JSON fields win).
  std::string date, title, url, publication, language;
  std::size_t max_document_bytes = 64u << 20;  // a larger text is a problem, not read
};

struct Problem {
  std::string where;    // "notes/a.txt", "feed.jsonl:17"
  std::string message;  // "broken JSON: …; line skipped"
};

struct IngestCounts {
  std::uint64_t files = 0, documents = 0, problems = 0, bytes = 0;  // bytes of text
};

// Reads every path in order ("-" is standard input; folders recursively, sorted by name) and hands documents over one
// by one, on the calling thread. `on_document` returns false to stop early. Fails only when a named path does not
// exist, cannot be opened, or a folder holds no readable file (Cause::failed); everything else is a Problem.
Result<IngestCounts> ingest(const std::vector<std::string>& paths, const IngestOptions& options,
                            const std::function<bool(Document&&)>& on_document,
                            const std::function<void(const Problem&)>& on_problem);

}  // namespace demarche

#endif
