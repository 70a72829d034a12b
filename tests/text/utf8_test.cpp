#include "text/utf8.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace demarche;

namespace {

std::string encoded(char32_t c) {
  std::string s;
  text::append_utf8(c, &s);
  return s;
}

}  // namespace

TEST_CASE("decoding") {
  struct Row {
    std::string bytes;
    char32_t c;
    std::size_t length;
  };
  constexpr char32_t bad = 0xFFFD;
  const Row rows[] = {
      {std::string(1, '\0'), 0, 1},
      {"a", 'a', 1},
      {"\x7F", 0x7F, 1},
      {"\xC2\x80", 0x80, 2},
      {"\xC3\xA9", 0xE9, 2},
      {"\xDF\xBF", 0x7FF, 2},
      {"\xE0\xA0\x80", 0x800, 3},
      {"\xE2\x82\xAC", 0x20AC, 3},
      {"\xED\x9F\xBF", 0xD7FF, 3},
      {"\xEE\x80\x80", 0xE000, 3},
      {"\xEF\xBF\xBD", 0xFFFD, 3},
      {"\xF0\x90\x80\x80", 0x10000, 4},
      {"\xF0\x9F\x98\x80", 0x1F600, 4},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
      {"\x80", bad, 1},
      {"\xBF", bad, 1},
      {"\xC0\x80", bad, 1},          // overlong NUL
      {"\xC1\xBF", bad, 1},          // overlong
      {"\xE0\x80\x80", bad, 1},      // overlong
      {"\xE0\x9F\xBF", bad, 1},      // overlong
      {"\xF0\x80\x80\x80", bad, 1},  // overlong
      {"\xF0\x8F\xBF\xBF", bad, 1},  // overlong
      {"\xED\xA0\x80", bad, 1},      // surrogate
      {"\xED\xBF\xBF", bad, 1},      // surrogate
      {"\xF4\x90\x80\x80", bad, 1},  // past the last code point
      {"\xF5\x80\x80\x80", bad, 1},
      {"\xFE", bad, 1},
      {"\xFF", bad, 1},
      {"\xC3", bad, 1},  // cut short
      {"\xE2\x82", bad, 1},
      {"\xF0\x9F\x98", bad, 1},
      {"\xC3\x41", bad, 1},  // continued by a letter
      {"\xE2\x82\x41", bad, 1},
      {"\xF0\x9F\x98\x41", bad, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    std::size_t length = 0;
    CHECK_EQ(static_cast<unsigned>(text::decode(row.bytes, 0, &length)), static_cast<unsigned>(row.c));
    CHECK_EQ(length, row.length);
    CHECK_EQ(text::is_valid_utf8(row.bytes), row.length == row.bytes.size() && !(row.c == bad && row.length == 1));
  }
}

TEST_CASE("every code point is written and read back") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string s = encoded(c);
    std::size_t length = 0;
    if (text::decode(s, 0, &length) != c || length != s.size()) FAIL("code point " << static_cast<unsigned>(c));
  }
}

TEST_CASE("repair replaces each invalid byte") {
  struct Row {
    std::string bytes, repaired;
    std::size_t replaced;
  };
  const Row rows[] = {
      {"", "", 0},
      {"Erdoğan", "Erdoğan", 0},
      {"a\xFF"
       "b",
       "a\uFFFD"
       "b",
       1},
      {"\xC0\x80", "\uFFFD\uFFFD", 2},
      {"caf\xE9", "caf\uFFFD", 1},
      {"\xE2\x82", "\uFFFD\uFFFD", 2},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
      {"\uFFFD", "\uFFFD", 0},
      {"\xF0\x9F\x98\x80\x80", "😀\uFFFD", 1},
      {std::string("a\0b", 3), std::string("a\0b", 3), 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    std::size_t replaced = 99;
    CHECK_EQ(text::repair_utf8(row.bytes, &replaced), row.repaired);
    CHECK_EQ(replaced, row.replaced);
    CHECK_EQ(text::repair_utf8(row.bytes), row.repaired);
  }
}

TEST_CASE("repaired bytes are valid and repair leaves them alone") {
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string s;
    for (unsigned n = random() % 24; n > 0; --n)
      s.push_back(static_cast<char>(random() % 3 ? 0x80 + random() % 128 : random() % 128));
    const std::string once = text::repair_utf8(s);
    CHECK(text::is_valid_utf8(once));
    CHECK_EQ(text::repair_utf8(once), once);
    CHECK_EQ(text::is_valid_utf8(s), once == s);
  }
}

TEST_CASE("code points are counted") {
  CHECK_EQ(text::count_code_points(""), 0);
  CHECK_EQ(text::count_code_points("abc"), 3);
  CHECK_EQ(text::count_code_points("né€😀"), 4);
}

TEST_CASE("OffsetMap agrees with a naive count, both ways") {
  std::mt19937 random(13);
  const char32_t letters[] = {'a', ' ', 0xE9, 0x20AC, 0x1F600, 0x7FF, 0x10FFFF};
  for (int round = 0; round < 400; ++round) {
    const bool ascii = round % 5 == 0;
    std::string s;
    for (unsigned n = random() % 300; n > 0; --n)
      text::append_utf8(ascii ? 'x' : letters[random() % std::size(letters)], &s);
    const text::OffsetMap map(s);
    std::uint32_t points = 0;
    for (std::size_t byte = 0; byte < s.size();) {
      std::size_t length = 1;
      text::decode(s, byte, &length);
      REQUIRE_EQ(map.to_code_points(byte), points);
      REQUIRE_EQ(map.to_bytes(points), byte);
      byte += length;
      ++points;
    }
    CHECK_EQ(map.to_code_points(s.size()), points);
    CHECK_EQ(map.to_bytes(points), s.size());
    CHECK_EQ(map.to_code_points(s.size() + 100), points);
    CHECK_EQ(map.to_bytes(points + 100), s.size());
    CHECK_EQ(text::count_code_points(s), points);
  }
}
