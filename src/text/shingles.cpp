#include "text/shingles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <tuple>
#include <utility>

#include "text/date.h"
#include "text/story.h"

namespace demarche::text {
namespace {

constexpr std::size_t kRun = 5;           // words
constexpr std::size_t kFewestWords = 30;  // of a text whose runs are counted
constexpr std::size_t kBands = 21, kBandBins = kRunBins / kBands;
// Where the parts of a signature stand, behind the bins.
constexpr std::size_t kRunsAt = kRunBins + kNameBins, kNamesAt = kRunsAt + 1, kDenialHashAt = kNamesAt + 1,
                      kDenialsAt = kDenialHashAt + 4;
static_assert(kDenialsAt + kDenialBins == kSignatureBytes);
constexpr std::uint64_t kNothing = std::numeric_limits<std::uint64_t>::max();

// Whatever turns a report into its contrary.
constexpr std::string_view kDenials[] = {
    "abandoned", "aborted",   "canceled", "cancelled", "cannot", "corrected", "correction", "declined", "delayed",
    "denied",    "denies",    "deny",     "denying",   "failed", "false",     "neither",    "never",    "no",
    "nobody",    "none",      "nor",      "not",       "off",    "postponed", "refused",    "refuses",  "rejected",
    "rejects",   "retracted", "scrapped", "suspended", "t",      "untrue",    "withdrawn",  "without"};
constexpr std::size_t kLongestDenial = 10;
static_assert(std::is_sorted(std::begin(kDenials), std::end(kDenials)), "they are looked up by halves");

std::uint64_t scrambled(std::uint64_t x) {  // the finaliser of MurmurHash3
  x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCDULL;
  x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53ULL;
  return x ^ (x >> 33);
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_word_byte(char c) {
  return is_small(c) || is_capital(c) || is_digit(c) || static_cast<signed char>(c) < 0;
}

// "didn’t" with a typographic apostrophe is one word here, with a plain one it ends in the word "t".
bool denies(std::string_view word) {
  constexpr std::string_view not_ending = "n\xE2\x80\x99t";
  if (word.size() > kLongestDenial) return word.ends_with(not_ending);
  std::array<char, kLongestDenial> small{};
  std::transform(word.begin(), word.end(), small.begin(),
                 [](char c) { return is_capital(c) ? static_cast<char>(c | 0x20) : c; });
  const std::string_view folded(small.data(), word.size());
  return std::binary_search(std::begin(kDenials), std::end(kDenials), folded) || word.ends_with(not_ending);
}

struct Words {
  std::vector<std::uint64_t> all;    // hashes without case, in order
  std::vector<std::uint64_t> names;  // of words with a capital or a digit, behind the first word without
  std::uint32_t denials = 0;         // the same for any order
  std::array<std::uint8_t, kDenialBins> denial_counts{};
};

Words words_of(std::string_view text) {
  Words out;
  out.all.reserve(text.size() / 5);
  bool in_dateline = true;
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && !is_word_byte(text[i])) ++i;
    if (i == text.size()) break;
    const std::size_t start = i;
    std::uint64_t h = 0xCBF29CE484222325ULL;
    for (; i < text.size() && is_word_byte(text[i]); ++i) {
      h = (h ^ static_cast<unsigned char>(is_capital(text[i]) ? text[i] | 0x20 : text[i])) * 0x100000001B3ULL;
    }
    const std::string_view word = text.substr(start, i - start);
    out.all.push_back(h);
    if (is_capital(word[0]) || is_digit(word[0])) {
      if (!in_dateline) out.names.push_back(scrambled(h));
    } else if (is_small(word[0])) {
      in_dateline = false;
    }
    if (!denies(word)) continue;
    out.denials += static_cast<std::uint32_t>(scrambled(h));
    std::uint8_t& count = out.denial_counts[(scrambled(h) >> 32) % kDenialBins];
    if (count != std::numeric_limits<std::uint8_t>::max()) ++count;
  }
  return out;
}

// The least number in each bin, eight bits of it.
template <std::size_t n>
class LeastOfBins {
 public:
  LeastOfBins() { least_.fill(kNothing); }

  void add(std::uint64_t hash) {
    std::uint64_t& bin = least_[hash % n];
    bin = std::min(bin, hash / n);
  }

  // A bin that stayed empty takes the number of the next one that did not.
  void append_to(std::string* out) const {
    for (std::size_t i = 0; i < n; ++i) {
      std::size_t from = i, steps = 0;
      while (least_[from] == kNothing && steps < n) {
        from = (from + 1) % n;
        ++steps;
      }
      out->push_back(static_cast<char>(scrambled(least_[from] + steps)));
    }
  }

 private:
  std::array<std::uint64_t, n> least_;
};

template <typename Number>
void append_bytes(Number number, std::string* out) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) out->push_back(static_cast<char>(number >> (8 * i)));
}

std::size_t different(std::vector<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  return static_cast<std::size_t>(std::unique(hashes.begin(), hashes.end()) - hashes.begin());
}

// Sixteenths of the binary logarithm: a step is 4 %.
char size_byte(std::size_t count) {
  return static_cast<char>(std::min(255.0, std::round(16 * std::log2(static_cast<double>(count + 1)))));
}

double size_of(std::string_view signature, std::size_t at) {
  return std::exp2(static_cast<unsigned char>(signature[at]) / 16.0);
}

double equal_share(std::string_view a, std::string_view b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < a.size(); ++i) same += a[i] == b[i];
  return static_cast<double>(same) / static_cast<double>(a.size());
}

// How much of one set is in another one, from the share of the two that is the same and from their sizes.
double contained(double same, double size, double other) { return same * (size + other) / ((1 + same) * size); }

}  // namespace

std::string signature_of(std::string_view text) {
  const Words words = words_of(story_of(text));
  std::string out;
  if (words.all.size() < kFewestWords) {
    std::uint64_t whole = words.all.size();
    for (const std::uint64_t h : words.all) whole = scrambled(whole * 0x9E3779B97F4A7C15ULL + h);
    if (!words.all.empty()) append_bytes(whole, &out);
    return out;
  }
  LeastOfBins<kRunBins> runs;
  std::vector<std::uint64_t> all_runs;
  all_runs.reserve(words.all.size());
  for (std::size_t i = 0; i + kRun <= words.all.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t k = i; k < i + kRun; ++k) run = run * 0x9E3779B97F4A7C15ULL + words.all[k];
    all_runs.push_back(scrambled(run));
    runs.add(all_runs.back());
  }
  runs.append_to(&out);
  LeastOfBins<kNameBins> names;
  for (const std::uint64_t name : words.names) names.add(name);
  names.append_to(&out);
  out.push_back(size_byte(different(std::move(all_runs))));
  out.push_back(size_byte(different(words.names)));
  append_bytes(words.denials, &out);
  for (const std::uint8_t count : words.denial_counts) out.push_back(static_cast<char>(count));
  return out;
}

double similarity(std::string_view signature, std::string_view other) {
  return equal_share(signature.substr(0, kRunBins), other.substr(0, kRunBins));
}

bool repeats(std::string_view copy, std::string_view first) {
  constexpr double one_length = 0.9, nearly = 0.8, shortest = 0.4, shortest_part = 90;
  if (copy.size() != first.size() || copy.empty()) return false;
  if (copy.size() != kSignatureBytes) return copy == first;
  const double size = size_of(copy, kRunsAt), other = size_of(first, kRunsAt);
  const double most = size < kRunBins ? 0.9 : 0.8;  // the fewer the runs, the less the bins know
  if (size < shortest * other || contained(similarity(copy, first), size, other) < most) return false;
  const double names = equal_share(copy.substr(kRunBins, kNameBins), first.substr(kRunBins, kNameBins));
  if (contained(names, size_of(copy, kNamesAt), size_of(first, kNamesAt)) < most) return false;
  const bool denies_alike = copy.substr(kDenialHashAt, 4) == first.substr(kDenialHashAt, 4);
  if (size > one_length * other || (size > nearly * other && denies_alike)) return denies_alike;
  if (size < shortest_part) return false;  // the next day's list of appointments, with little in it
  for (std::size_t i = kDenialsAt; i < kSignatureBytes; ++i) {
    if (static_cast<unsigned char>(copy[i]) > static_cast<unsigned char>(first[i])) return false;
  }
  return true;
}

void add_band_keys(std::string_view signature, std::vector<std::uint64_t>* keys) {
  if (signature.empty()) return;
  const bool whole = signature.size() != kSignatureBytes;
  for (std::size_t band = 0; band < (whole ? 1 : kBands); ++band) {
    std::uint64_t key = whole ? kBands : band;
    for (const char bin : whole ? signature : signature.substr(band * kBandBins, kBandBins)) {
      key = scrambled(key * 65599 + static_cast<unsigned char>(bin));
    }
    keys->push_back(key);
  }
}

long day_of(std::string_view iso_date) {
  const auto date = parse_iso(iso_date);
  return date && date->day != 0 ? to_days(*date) : kNoDay;
}

bool near_days(long day, long other) { return day == kNoDay || other == kNoDay || std::labs(day - other) <= 1; }

bool comes_first(const Report& report, const Report& other) {
  // Texts of one class differ by less than a fifth in length, so that either would repeat the other.
  const auto order = [](const Report& r) {
    constexpr int class_width = 4;  // sixteenths of a binary logarithm
    const bool whole = r.signature.size() != kSignatureBytes;
    const int length = whole ? 0 : static_cast<unsigned char>(r.signature[kRunsAt]) / class_width;
    return std::tuple(-length, r.day == kNoDay, r.day, r.id);
  };
  return order(report) < order(other);
}

}  // namespace demarche::text
