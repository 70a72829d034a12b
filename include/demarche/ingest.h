// Readers: files, folders, archives and standard input become documents.
//
// One bad record never stops a batch: it is counted and named through `on_problem`. At most one document and a buffer
// are held at a time, so memory does not grow with the input.
#ifndef DEMARCHE_INGEST_H
#define DEMARCHE_INGEST_H

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demarche/document.h"
#include "demarche/error.h"

namespace demarche {

// What one input may cost. Beyond a limit the document, or the rest of the archive, is a Problem; the batch goes on.
struct IngestLimits {
  std::size_t document_bytes = 64u << 20;  // a larger file, line, row, message or archive member is not read
  std::size_t page_bytes = 16u << 20;      // an HTML page or feed; parsing one takes about ten times as much memory
  std::size_t pdf_bytes = 32u << 20;
  unsigned pdf_pages = 2000;                // of one PDF; later ones are not read
  unsigned pdf_seconds = 20;                // of processor time for one PDF
  unsigned archive_depth = 4;               // archives within archives
  std::uint64_t archive_members = 1000000;  // of one archive
  unsigned expansion = 500;                 // unpacked bytes a packed one, once `expansion_free_bytes` came out
  std::uint64_t expansion_free_bytes = 64u << 20;
  unsigned folder_depth = 64;
};

struct IngestOptions {
  // Defaults for documents that do not say it themselves (front matter, JSON fields, a page's own words win).
  std::string date, title, url, publication, language;
  // Names of JSON fields and CSV columns: {"text", "body"} takes a document's text from the field "body". A dot leads
  // into a nested object ("content.body"). The first is one of id, text, title, date, url, publication, language,
  // author.
  std::vector<std::pair<std::string, std::string>> map;
  bool any_language = false;     // also hand over documents that are not in English
  bool date_from_mtime = false;  // a file without a date of its own takes that of its last change (UTC)
  IngestLimits limits;
  // When given, grows by the bytes that are read from files and standard input, packed as they are.
  std::uint64_t* bytes_consumed = nullptr;
  // When given and true, reading ends before the next document, as if `on_document` had returned false. A signal
  // handler may set it: a read that waits for input ends too (EINTR).
  const std::atomic<bool>* stop = nullptr;
};

// Why a document was not read; a word for each in reason_in_words().
enum class Skip : std::uint8_t { none, broken, empty, too_large, not_text, not_english, unreadable, unsafe };
std::string_view reason_in_words(Skip reason);  // "broken", "too large" …

struct Problem {
  std::string where;         // "notes/a.txt", "feed.jsonl:17"
  std::string message;       // "broken JSON at byte 23 (…); line skipped"
  bool lost = false;         // true: a document was not read; false: it was repaired and read
  Skip reason = Skip::none;  // of a lost one
};

struct IngestCounts {
  std::uint64_t files = 0;                       // read, standard input and members of archives included
  std::uint64_t documents = 0;                   // handed over
  std::uint64_t problems = 0;                    // reported, the lost ones included
  std::uint64_t lost = 0;                        // documents that could not be read
  std::uint64_t undated = 0;                     // handed over without a date
  std::uint64_t bytes = 0;                       // of text handed over
  std::map<std::string, std::uint64_t> formats;  // documents handed over by format: "HTML", "JSON Lines" …
  std::map<std::string, std::uint64_t> skipped;  // lost ones by reason_in_words()
};

// Whether every path can be read, without reading it: what ingest() does first. For callers that create something
// before they read.
Result<Done> check_paths(const std::vector<std::string>& paths);

// The bytes that reading these paths will consume; 0 when one of them is a pipe. For showing how far reading is.
std::uint64_t size_of_paths(const std::vector<std::string>& paths);

// Reads every path in order ("-" is standard input; folders recursively, sorted by name) and hands documents over one
// by one, on the calling thread. `on_document` returns false to stop early. Fails only when a named path does not
// exist, cannot be opened, or a folder holds no readable file (Cause::failed); all paths are looked at before the first
// document is read. Everything else is a Problem.
//
// Formats are known by content: text and Markdown with optional front matter, HTML, RSS and Atom, JSON Lines, JSON
// arrays, CSV and TSV, WARC and WET, mbox and mail, PDF; each also within gzip, zstd, bzip2, xz, zip and tar.
// src/ingest/README.md describes each.
Result<IngestCounts> ingest(const std::vector<std::string>& paths, const IngestOptions& options,
                            const std::function<bool(Document&&)>& on_document,
                            const std::function<void(const Problem&)>& on_problem);

}  // namespace demarche

#endif
