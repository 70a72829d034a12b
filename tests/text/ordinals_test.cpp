#include "text/ordinals.h"

#include <doctest/doctest.h>

using namespace demarche;

TEST_CASE("ordinals in words") {
  const std::vector<std::string> words = text::ordinals(31);
  REQUIRE(words.size() == 31);
  CHECK(words[0] == "first");
  CHECK(words[3] == "fourth");
  CHECK(words[12] == "thirteenth");
  CHECK(words[20] == "twenty-first");
  CHECK(words[30] == "thirty-first");
  CHECK(text::ordinals(0).empty());
}
