// Readers: files, folders, JSON Lines and standard input become documents.
//
// One bad record never stops a batch: it is counted and named through `on_problem`. At most one document and a buffer
// are held at a time, so memory does not grow with the input.
#ifndef DEMARCHE_INGEST_H
#define DEMARCHE_INGEST_H

#include <atomic>
#include <cstddef>
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
  std::size_t max_document_bytes = 64u << 20;  // a larger file or line is a problem, not read
  // When given and true, reading ends before the next document, as if `on_document` had returned false. A signal
  // handler may set it: a read that waits for input ends too (EINTR).
  const std::atomic<bool>* stop = nullptr;
};

struct Problem {
  std::string where;    // "notes/a.txt", "feed.jsonl:17"
  std::string message;  // "broken JSON at byte 23 (…); line skipped"
  bool lost = false;    // true: a document was not read; false: it was repaired and read
};

struct IngestCounts {
  std::uint64_t files = 0;      // read, standard input included
  std::uint64_t documents = 0;  // handed over
  std::uint64_t problems = 0;   // reported, the lost ones included
  std::uint64_t lost = 0;       // documents that could not be read
  std::uint64_t bytes = 0;      // of text handed over
};

// Whether every path can be read, without reading it: what ingest() does first. For callers that create something
// before they read.
Result<Done> check_paths(const std::vector<std::string>& paths);

// Reads every path in order ("-" is standard input; folders recursively, sorted by name) and hands documents over one
// by one, on the calling thread. `on_document` returns false to stop early. Fails only when a named path does not
// exist, cannot be opened, or a folder holds no readable file (Cause::failed); all paths are looked at before the first
// document is read. Everything else is a Problem.
//
// Formats: JSON Lines of documents (.jsonl, .ndjson), text with optional front matter (.txt, .md); other names by
// content: JSON Lines when the first byte that is not white space is "{". src/ingest/README.md describes each.
Result<IngestCounts> ingest(const std::vector<std::string>& paths, const IngestOptions& options,
                            const std::function<bool(Document&&)>& on_document,
                            const std::function<void(const Problem&)>& on_problem);

}  // namespace demarche

#endif
