// What a run that read documents did, said at its end.
#ifndef DEMARCHE_CLI_SUMMARY_H
#define DEMARCHE_CLI_SUMMARY_H

#include <cstdint>
#include <optional>
#include <string>

#include "demarche/ingest.h"

namespace demarche::cli {

// Numbers of documents, except where another unit is named.
struct Work {
  std::uint64_t documents = 0;  // handed over by the readers
  struct Known {
    std::uint64_t duplicate = 0;  // say what another one says
    std::uint64_t unchanged = 0;  // were in the graph already
  };
  std::optional<Known> known;  // of a run that fills a graph
  std::uint64_t sentences = 0, mentions = 0;
  std::uint64_t bytes = 0;  // of text
  double seconds = 0;
};

// Two lines:
// "20 documents (12 HTML, 8 text): 17 read, 2 duplicate, 1 unchanged, 3 skipped (2 broken, 1 empty); 1 without a date"
// "303 sentences, 222 mentions; 0.03 MB in 0.06 s, 0.5 MB/s"
std::string in_words(const Work& work, const IngestCounts& counts);
std::string figures(const Work& work);

}  // namespace demarche::cli

#endif
