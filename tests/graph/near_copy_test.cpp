#include "graph/near_copy.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace demarche::graph {
namespace {

std::vector<std::string> articles() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(DEMARCHE_SOURCE_DIR "/examples/articles")) {
    if (entry.path().extension() == ".md") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const auto& path : paths) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    out.push_back(text.str());
  }
  return out;
}

// What an agency's customer does to a story: another agency line, a paragraph cut, a word changed.
std::string reprinted(std::string text) {
  const std::size_t body = text.find("\n\n");
  text.insert(body + 2, "(Agency) ");
  const std::size_t last = text.rfind("\n\n");
  if (last != std::string::npos && last > text.size() * 95 / 100) text.resize(last);
  for (std::size_t at; (at = text.find(" said ")) != std::string::npos;) text.replace(at, 6, " told reporters ");
  return text;
}

TEST_CASE("a reprint is a near copy, another article is none") {
  const std::vector<std::string> texts = articles();
  REQUIRE(texts.size() >= 10);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CAPTURE(texts[i].substr(0, 60));
    CHECK(near_copies(fingerprint(texts[i]), fingerprint(reprinted(texts[i]))));
    for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(near_copies(fingerprint(texts[i]), fingerprint(texts[j])));
  }
}

TEST_CASE("case, spaces and marks do not count; words do") {
  CHECK(fingerprint("Clinton called Davutoğlu.") == fingerprint("  CLINTON called\n“Davutoglu”"));
  CHECK(fingerprint("Clinton called Davutoglu") != fingerprint("Clinton called Lavrov"));
  CHECK(fingerprint("") == 0);
  CHECK(fingerprint(" … ") == 0);
  CHECK(fingerprint("No") != 0);
  CHECK_FALSE(near_copies(0, 0));
}

TEST_CASE("groups of copies") {
  const std::uint64_t a = 0xFFFF0000FFFF0000;
  const std::uint64_t b = ~a;
  CHECK(independent_groups({}) == std::vector<std::uint32_t>{});
  CHECK(independent_groups({a, b, a, b}) == std::vector<std::uint32_t>{0, 1, 0, 1});
  CHECK(independent_groups({0, 0, a}) == std::vector<std::uint32_t>{0, 1, 2});
  // Copies of copies: a and a ^ 0x3FFF differ too much, the one between joins them.
  CHECK(independent_groups({a, a ^ 0x3FFF}) == std::vector<std::uint32_t>{0, 1});
  CHECK(independent_groups({a, a ^ 0x3FFF, a ^ 0x7F}) == std::vector<std::uint32_t>{0, 0, 0});
  static_assert(std::popcount(0x3FFFU) == 14 && kCopyBits >= 7 && kCopyBits < 14);
}

}  // namespace
}  // namespace demarche::graph
