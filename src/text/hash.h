// Stable 64-bit hashing for permanent ids: FNV-1a (Fowler, Noll, Vo 1991), the same on every machine.
#ifndef DEMARCHE_TEXT_HASH_H
#define DEMARCHE_TEXT_HASH_H

#include <cstdint>
#include <string>
#include <string_view>

namespace demarche::text {

class StableHash {
 public:
  // Parts are kept apart: add("ab"), add("c") differs from add("a"), add("bc").
  StableHash& add(std::string_view part) {
    for (const char c : part) mix(static_cast<unsigned char>(c));
    mix(0x1F);
    return *this;
  }
  std::uint64_t value() const { return state_; }

  // 16 hexadecimal digits.
  std::string hex() const {
    static constexpr char digit[] = "0123456789abcdef";
    std::string out(16, '0');
    for (int i = 0; i < 16; ++i) out[static_cast<std::size_t>(i)] = digit[(state_ >> (60 - 4 * i)) & 15];
    return out;
  }

 private:
  void mix(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001B3ULL; }

  std::uint64_t state_ = 0xCBF29CE484222325ULL;
};

}  // namespace demarche::text

#endif
