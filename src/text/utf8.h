// UTF-8: decoding, repair, and the way between bytes and code points.
//
// Everything outside src/text and src/extract counts in Unicode code points; everything inside in bytes.
#ifndef DEMARCHE_TEXT_UTF8_H
#define DEMARCHE_TEXT_UTF8_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::text {

// Decodes the code point at byte `at` (REQUIRES at < s.size()) and stores its length in bytes, 1 to 4. A byte that
// starts no valid sequence (RFC 3629: overlong forms, surrogates and values over U+10FFFF are invalid) gives U+FFFD and
// length 1.
char32_t decode(std::string_view s, std::size_t at, std::size_t* length);

void append_utf8(char32_t c, std::string* out);

bool is_valid_utf8(std::string_view s);

// The text with each invalid byte replaced by U+FFFD; `replaced`, if given, counts them.
std::string repair_utf8(std::string_view s, std::size_t* replaced = nullptr);

// Number of code points of valid UTF-8.
std::size_t count_code_points(std::string_view s);

// Translates between byte and code point offsets of one text. Building is one pass; text that is all ASCII costs
// nothing, other text one number for each 64 bytes. Offsets past the end clamp to it.
class OffsetMap {
 public:
  explicit OffsetMap(std::string_view valid_utf8);

  std::uint32_t to_code_points(std::size_t byte) const;
  std::size_t to_bytes(std::uint32_t code_point) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // code points before byte 64*i; empty for ASCII
};

}  // namespace demarche::text

#endif
