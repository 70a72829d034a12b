// What a text says, in a hundred bytes: tells near copies of texts without the texts.
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

// A signature is kSignatureBytes of binary: 64 bins over runs of five words, 32 bins over the names and numbers behind
// the dateline, and a hash of the words that deny ("not", "cancelled" …) and how often each stands. Of a text with
// fewer than thirty words it is eight bytes, the hash of its words; of one without words it is empty.
inline constexpr std::size_t kRunBins = 64, kNameBins = 32, kSignatureBytes = kRunBins + kNameBins + 4;
std::string signature_of(std::string_view text);

// Whether two texts say the same: of their runs, and of their names, four fifths are the same as the bins estimate it,
// and the words that deny are the same: a correction is no copy, nor is the next text of a template. Short texts are
// copies when their words are the same.
bool say_the_same(std::string_view signature, std::string_view other);

// The share of bins over runs that are the same, from 0 to 1. REQUIRES signatures of kSignatureBytes.
double similarity(std::string_view signature, std::string_view other);

// Texts that say the same nearly always share one of these keys (four bins each), others hardly ever.
void add_band_keys(std::string_view signature, std::vector<std::uint64_t>* keys);

// When a text was published: days since 1970-01-01, kNoDay where that is unknown.
inline constexpr long kNoDay = -2147483647L - 1;
long day_of(std::string_view iso_date);

// A copy is printed on the same day or the next; a text without a date may be a copy of any.
bool near_days(long day, long other);

// Which of several copies is the first: the earliest, of one day the one with the lowest id, undated ones last.
bool comes_first(long day, std::string_view id, long other_day, std::string_view other_id);

}  // namespace demarche::text

#endif
