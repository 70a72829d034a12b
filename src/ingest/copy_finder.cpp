#include "ingest/copy_finder.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "text/date.h"
#include "text/hash.h"

namespace demarche::ingesting {
namespace {

constexpr std::size_t run_length = 5;
constexpr std::size_t fewest_words = 30;
constexpr double near_copy = 0.8;
constexpr long days_apart = 3;
constexpr long no_day = std::numeric_limits<long>::min();
constexpr std::size_t bands = 16, rows = CopyFinder::bins / bands;

std::uint64_t scrambled(std::uint64_t x) {  // the finaliser of MurmurHash3
  x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCDULL;
  x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53ULL;
  return x ^ (x >> 33);
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
}

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> out;
  out.reserve(text.size() / 5);
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && !is_word_byte(text[i])) ++i;
    if (i == text.size()) break;
    std::uint64_t h = 0xCBF29CE484222325ULL;
    for (; i < text.size() && is_word_byte(text[i]); ++i) {
      const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] | 0x20) : text[i];
      h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    out.push_back(h);
  }
  return out;
}

CopyFinder::Signature signature_of_words(const std::vector<std::uint64_t>& words) {
  std::array<std::uint64_t, CopyFinder::bins> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (std::size_t i = 0; i + run_length <= words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t k = i; k < i + run_length; ++k) run = run * 0x9E3779B97F4A7C15ULL + words[k];
    run = scrambled(run);
    std::uint64_t& bin = least[run % CopyFinder::bins];
    bin = std::min(bin, run / CopyFinder::bins);
  }
  // A bin that stayed empty takes the number of the next one that did not (Shrivastava and Li, 2014).
  CopyFinder::Signature out{};
  for (std::size_t i = 0; i < CopyFinder::bins; ++i) {
    std::size_t from = i, steps = 0;
    while (least[from] == std::numeric_limits<std::uint64_t>::max() && steps < CopyFinder::bins) {
      from = (from + 1) % CopyFinder::bins;
      ++steps;
    }
    out[i] = static_cast<std::uint16_t>(scrambled(least[from] + steps));
  }
  return out;
}

bool same_time(long a, long b) { return a == no_day || b == no_day || std::labs(a - b) <= days_apart; }

}  // namespace

double similarity(const CopyFinder::Signature& a, const CopyFinder::Signature& b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < CopyFinder::bins; ++i) same += a[i] == b[i];
  return static_cast<double>(same) / CopyFinder::bins;
}

CopyFinder::Signature signature_of(std::string_view text) { return signature_of_words(word_hashes(text)); }

bool CopyFinder::is_copy(const Document& document) {
  const auto date = text::parse_iso(document.date);
  const long day = date && date->day != 0 ? text::to_days(*date) : no_day;
  const auto [same, is_new] = texts_.try_emplace(text::StableHash().add(document.text).value(), day);
  if (!is_new && same_time(same->second, day)) return true;
  same->second = day;
  const std::vector<std::uint64_t> words = word_hashes(document.text);
  if (words.size() < fewest_words) return false;
  const Signature signature = signature_of_words(words);
  const auto number = static_cast<std::uint32_t>(seen_.size());
  bool copy = false;
  for (std::size_t band = 0; band < bands; ++band) {
    std::uint64_t key = band;
    for (std::size_t row = 0; row < rows; ++row) key = scrambled(key * 65599 + signature[band * rows + row]);
    const auto [at, fresh] = bands_.try_emplace(key, number);
    if (fresh) continue;
    const Seen* const other = at->second == number ? nullptr : &seen_[at->second];
    copy = copy ||
           (other != nullptr && same_time(other->day, day) && similarity(signature, other->signature) >= near_copy);
    if (!copy) at->second = number;
  }
  seen_.push_back({signature, day});
  return copy;
}

}  // namespace demarche::ingesting
