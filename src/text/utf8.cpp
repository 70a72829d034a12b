#include "text/utf8.h"

#include <algorithm>
#include <cstring>

namespace demarche::text {
namespace {

constexpr std::size_t stride = 64;
constexpr char32_t replacement = 0xFFFD;

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Bytes that begin a code point, eight at a time: those that go on have the highest bit and not the next.
std::uint32_t starts_in(std::string_view s) {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  const auto marks = [&s](std::size_t at) {
    std::uint64_t bytes;
    std::memcpy(&bytes, s.data() + at, sizeof bytes);
    return (bytes >> 7) & ~(bytes >> 6) & ones;
  };
  std::size_t at = 0;
  std::uint64_t inner = 0;
  for (; at + 64 <= s.size(); at += 64) {
    std::uint64_t sums = 0;  // of each eighth byte
    for (std::size_t i = 0; i < 64; i += 8) sums += marks(at + i);
    inner += sums * ones >> 56;
  }
  for (; at + 8 <= s.size(); at += 8) inner += marks(at) * ones >> 56;
  for (; at < s.size(); ++at) inner += continues(static_cast<unsigned char>(s[at]));
  return static_cast<std::uint32_t>(s.size() - inner);
}

}  // namespace

char32_t decode(std::string_view s, std::size_t at, std::size_t* length) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned char first = byte(at);
  *length = 1;
  if (first < 0x80) return first;
  std::size_t n = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + n > s.size()) return replacement;
  char32_t c = first & (0xFF >> (n + 1));
  for (std::size_t i = 1; i < n; ++i) {
    if (!continues(byte(at + i))) return replacement;
    c = (c << 6) | (byte(at + i) & 0x3F);
  }
  const char32_t least = n == 2 ? 0x80 : n == 3 ? 0x800 : 0x10000;
  if (c < least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return replacement;
  *length = n;
  return c;
}

void append_utf8(char32_t c, std::string* out) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out->push_back(static_cast<char>(0xC0 | (c >> 6)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | (c >> 12)));
    out->push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out->push_back(static_cast<char>(0xF0 | (c >> 18)));
    out->push_back(static_cast<char>(0x80 | ((c >> 12) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

bool is_valid_utf8(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) {
    std::size_t n = 1;
    if (static_cast<unsigned char>(s[i]) >= 0x80 && decode(s, i, &n) == replacement && n == 1) return false;
    i += n;
  }
  return true;
}

std::string repair_utf8(std::string_view s, std::size_t* replaced) {
  std::string out;
  out.reserve(s.size());
  std::size_t bad = 0;
  for (std::size_t i = 0; i < s.size();) {
    std::size_t n = 1;
    if (static_cast<unsigned char>(s[i]) < 0x80) {
      out.push_back(s[i]);
    } else if (decode(s, i, &n) == replacement && n == 1) {
      append_utf8(replacement, &out);
      ++bad;
    } else {
      out.append(s, i, n);
    }
    i += n;
  }
  if (replaced) *replaced = bad;
  return out;
}

std::size_t count_code_points(std::string_view s) { return starts_in(s); }

OffsetMap::OffsetMap(std::string_view valid_utf8) : text_(valid_utf8) {
  std::uint32_t count = 0;
  before_.reserve(text_.size() / stride + 1);
  for (std::size_t i = 0; i <= text_.size(); i += stride) {
    before_.push_back(count);
    count += starts_in(text_.substr(i, stride));
  }
  if (count == text_.size()) before_ = {};
}

std::uint32_t OffsetMap::to_code_points(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  if (before_.empty()) return static_cast<std::uint32_t>(byte);
  const std::size_t block = byte / stride;
  return before_[block] + starts_in(text_.substr(block * stride, byte - block * stride));
}

std::size_t OffsetMap::to_bytes(std::uint32_t code_point) const {
  if (before_.empty()) return std::min<std::size_t>(code_point, text_.size());
  const auto after = std::upper_bound(before_.begin(), before_.end(), code_point);
  const std::size_t block = static_cast<std::size_t>(after - before_.begin()) - 1;
  std::size_t byte = block * stride;
  std::uint32_t count = before_[block];
  for (; byte < text_.size(); ++byte) {
    if (continues(static_cast<unsigned char>(text_[byte]))) continue;
    if (count++ == code_point) return byte;
  }
  return text_.size();
}

}  // namespace demarche::text
