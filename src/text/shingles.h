// What a text says, in 110 bytes: tells near copies of texts without the texts.
//
// MinHash (Broder 1997) in one pass with one hash function (Li, Owen and Zhang, NIPS 2012; empty bins after Shrivastava
// and Li, 2014), eight bits a bin (Li and König, WWW 2010).
#ifndef DEMARCHE_TEXT_SHINGLES_H
#define DEMARCHE_TEXT_SHINGLES_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {

// A signature is kSignatureBytes of binary: 64 bins over runs of five words, 32 bins over the names and numbers, how
// many different runs and names there are (a byte each, sixteenths of their binary logarithms), a hash of the words
// that deny
// ("not", "cancelled" …) and how often each stands, and eight counts of them. What agencies and papers put round a
// story does not count (story.h). Of a text with fewer than thirty words it is eight bytes, the hash of its words; of
// one without words it is empty.
inline constexpr std::size_t kRunBins = 64, kNameBins = 32, kDenialBins = 8,
                             kSignatureBytes = kRunBins + kNameBins + 14;
std::string signature_of(std::string_view text);

// Whether the text of `copy` says what that of `first` says, all of it or a part: four fifths (nine tenths of short
// texts) of its runs and of its names are in the other one, as the bins estimate it, and it is no shorter than two
// fifths. Of texts of one length the words that deny must be the same (a correction is no copy, nor is the next text of
// a template); of a shortened one they must stand in the other, and it must have ninety runs of its own. Short texts
// are copies when their words are the same.
bool repeats(std::string_view copy, std::string_view first);

// The share of bins over runs that are the same, from 0 to 1. REQUIRES signatures of kSignatureBytes.
double similarity(std::string_view signature, std::string_view other);

// Copies and what they repeat nearly always share one of these keys (three bins each), other texts hardly ever.
void add_band_keys(std::string_view signature, std::vector<std::uint64_t>* keys);

// When a text was published: days since 1970-01-01, kNoDay where that is unknown.
inline constexpr long kNoDay = -2147483647L - 1;
long day_of(std::string_view iso_date);

// A copy is printed on the same day or the next; a text without a date may be a copy of any.
bool near_days(long day, long other);

// What the order of copies needs to know of a text; the views must outlive it.
struct Report {
  std::string_view signature;
  long day;
  std::string_view id;
};

// Which of several copies is the first: the longer by a fifth (it tells what the shortened ones leave out), then the
// earliest, of one day the one with the lowest id, undated ones last. A strict total order of texts with different ids.
bool comes_first(const Report& report, const Report& other);

}  // namespace demarche::text

#endif
