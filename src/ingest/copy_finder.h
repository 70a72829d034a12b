// Copies of texts across sources: the wire story that forty papers print.
#ifndef DEMARCHE_INGEST_COPY_FINDER_H
#define DEMARCHE_INGEST_COPY_FINDER_H

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/document.h"

namespace demarche::ingesting {

// MinHash over runs of five words (Broder 1997), in one pass with one hash function (Li, Owen and Zhang, NIPS 2012: one
// permutation, 64 bins), with bands that find candidates without comparing all pairs. Two texts are near copies when at
// least 0.8 of their runs are the same, as the 64 numbers estimate it. Texts of fewer than thirty words are copies only
// when they are equal. Copies have the same date, or one some days apart, or none: the same words a year later are
// another report.
//
// Half a kilobyte a document. Not thread-safe.
class CopyFinder {
 public:
  static constexpr std::size_t bins = 64;
  using Signature = std::array<std::uint16_t, bins>;

  // True when the document is a copy of an earlier one; remembers it otherwise.
  bool is_copy(const Document& document);

 private:
  struct Seen {
    Signature signature;
    long day;  // since 1970; no_day where there is none
  };

  std::vector<Seen> seen_;
  std::unordered_map<std::uint64_t, std::uint32_t> bands_;  // hash of some bins → the last text that had them
  std::unordered_map<std::uint64_t, long> texts_;           // hash of a whole text → its day
};

// How much of their runs two texts share, from 0 to 1.
double similarity(const CopyFinder::Signature& a, const CopyFinder::Signature& b);

// REQUIRES at least five words.
CopyFinder::Signature signature_of(std::string_view text);

}  // namespace demarche::ingesting

#endif
