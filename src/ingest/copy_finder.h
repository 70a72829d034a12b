// Copies of texts across sources: the wire story that forty papers print.
#ifndef DEMARCHE_INGEST_COPY_FINDER_H
#define DEMARCHE_INGEST_COPY_FINDER_H

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "demarche/document.h"

namespace demarche::ingesting {

// Finds while reading what src/graph/copies.h finds among all documents; text/shingles.h says what a copy is. Bands
// find candidates without comparing all pairs, and only the first text of a band is kept, so that now and then a copy
// is missed: it is read, and counts as a copy all the same when the graph is merged.
//
// Documents with marks of their own are no copies: other marks give other statements. About a kilobyte a document. Not
// thread-safe.
class CopyFinder {
 public:
  struct Found {
    bool copy = false;  // of a text that was seen earlier
    std::string first;  // id of one that stands before it (text::comes_first) and says the same; empty: to be read
  };

  // Remembers the document, too.
  Found look(const Document& document);

 private:
  struct Seen {
    std::string signature, id;
    long day;
  };

  std::vector<Seen> seen_;
  std::unordered_map<std::uint64_t, std::uint32_t> bands_;  // key of a band → a text that has it
  std::vector<std::uint64_t> keys_;                         // of the document looked at
};

}  // namespace demarche::ingesting

#endif
