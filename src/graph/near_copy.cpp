#include "graph/near_copy.h"

#include <array>
#include <bit>
#include <cstddef>
#include <numeric>
#include <unordered_map>

#include "text/fold.h"

namespace demarche::graph {
namespace {

enum class Byte : std::uint8_t { mark, ascii, other };

Byte byte_class(char c) {
  const auto u = static_cast<unsigned char>(c);
  if (u >= 0x80) return Byte::other;
  return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') ? Byte::ascii : Byte::mark;
}

// FNV leaves neighbouring inputs alike in the high bits; SimHash wants every bit fair (finaliser of MurmurHash3).
std::uint64_t scrambled(std::uint64_t x) {
  x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCDULL;
  x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53ULL;
  return x ^ (x >> 33);
}

std::uint64_t lower_case_hash(std::string_view ascii) {
  std::uint64_t h = 0xCBF29CE484222325ULL;
  for (const char c : ascii) h = (h ^ static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c)) * 0x100000001B3ULL;
  return h;
}

// Folds only the words that need it: ICU is slow, and most words are ASCII.
void add_word_hashes(std::string_view text, bool folded, std::vector<std::uint64_t>* out) {
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && byte_class(text[i]) == Byte::mark) ++i;
    const std::size_t start = i;
    bool plain = true;
    for (; i < text.size() && byte_class(text[i]) != Byte::mark; ++i) plain &= byte_class(text[i]) == Byte::ascii;
    if (i == start) continue;
    const std::string_view word = text.substr(start, i - start);
    if (plain || folded) {
      out->push_back(lower_case_hash(word));
    } else {
      add_word_hashes(text::fold(word), true, out);
    }
  }
}

// Counts for each of 64 positions how often the bit is set. The counters stand upright, one word a binary digit, so
// that adding costs two operations on average instead of 64.
class BitVotes {
 public:
  void add(std::uint64_t bits) {
    ++total_;
    for (std::size_t digit = 0; bits != 0; ++digit) {
      const std::uint64_t carry = digits_[digit] & bits;
      digits_[digit] ^= bits;
      bits = carry;
    }
  }

  std::uint64_t majority() const {
    std::uint64_t out = 0;
    for (unsigned b = 0; b < 64; ++b) {
      std::uint64_t count = 0;
      for (std::size_t digit = 0; digit < digits_.size(); ++digit) count |= ((digits_[digit] >> b) & 1U) << digit;
      out |= static_cast<std::uint64_t>(2 * count > total_) << b;
    }
    return out;
  }

 private:
  std::array<std::uint64_t, 40> digits_{};
  std::uint64_t total_ = 0;
};

std::uint32_t root(std::vector<std::uint32_t>* parent, std::uint32_t i) {
  while ((*parent)[i] != i) i = (*parent)[i] = (*parent)[(*parent)[i]];
  return i;
}

}  // namespace

std::uint64_t fingerprint(std::string_view valid_utf8) {
  std::vector<std::uint64_t> words;
  words.reserve(valid_utf8.size() / 5);
  add_word_hashes(valid_utf8, false, &words);
  if (words.empty()) return 0;
  constexpr std::size_t run = 3;
  const std::size_t count = words.size() < run ? 1 : words.size() - run + 1;
  BitVotes votes;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t feature = 0;
    for (std::size_t k = i; k < i + run && k < words.size(); ++k) feature = feature * 0x9E3779B97F4A7C15ULL + words[k];
    votes.add(scrambled(feature));
  }
  const std::uint64_t out = votes.majority();
  return out == 0 ? 1 : out;
}

bool near_copies(std::uint64_t a, std::uint64_t b) { return a != 0 && b != 0 && std::popcount(a ^ b) <= kCopyBits; }

std::vector<std::uint32_t> independent_groups(const std::vector<std::uint64_t>& fingerprints) {
  std::vector<std::uint32_t> parent(fingerprints.size());
  std::iota(parent.begin(), parent.end(), 0U);
  std::unordered_map<std::uint64_t, std::uint32_t> first;
  std::vector<std::uint32_t> distinct;
  for (std::uint32_t i = 0; i < fingerprints.size(); ++i) {
    if (fingerprints[i] == 0) continue;
    const auto [at, fresh] = first.try_emplace(fingerprints[i], i);
    if (!fresh) {
      parent[i] = at->second;
      continue;
    }
    for (const std::uint32_t other : distinct) {
      if (near_copies(fingerprints[i], fingerprints[other])) parent[root(&parent, i)] = root(&parent, other);
    }
    distinct.push_back(i);
  }
  std::unordered_map<std::uint32_t, std::uint32_t> number;
  std::vector<std::uint32_t> out(fingerprints.size());
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    const auto next = static_cast<std::uint32_t>(number.size());
    out[i] = number.try_emplace(root(&parent, i), next).first->second;
  }
  return out;
}

}  // namespace demarche::graph
