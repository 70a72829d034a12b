// Ids of records, documents and actors rest on these values: they must never change.
#include "text/hash.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace demarche;

TEST_CASE("hashes are what they always were") {
  struct Row {
    std::vector<std::string> parts;
    std::string hex;
  };
  const Row rows[] = {
      {{}, "cbf29ce484222325"},          {{""}, "af63d24c8601db8e"},
      {{"a"}, "089be907b544fdc9"},       {{"ab", "c"}, "0ab11b2f87ef04a1"},
      {{"a", "bc"}, "cb31b5381b2a17ab"}, {{"Hillary Clinton", "call", "Ahmet Davutoglu"}, "a04624b6ce61c728"},
      {{"Erdoğan"}, "1fcab1be3452efda"}, {{std::string(1000, 'x')}, "af2e6e0e9cc2486e"},
  };
  for (const Row& row : rows) {
    text::StableHash h;
    for (const std::string& part : row.parts) h.add(part);
    CHECK_EQ(h.hex(), row.hex);
  }
}

TEST_CASE("parts are kept apart") {
  CHECK_NE(text::StableHash().add("ab").add("c").value(), text::StableHash().add("a").add("bc").value());
  CHECK_NE(text::StableHash().add("ab").value(), text::StableHash().add("ab").add("").value());
  CHECK_EQ(text::StableHash().add("ab").hex(), text::StableHash().add("ab").hex());
}

TEST_CASE("hex has sixteen digits and is the value") {
  for (int i = 0; i < 2000; ++i) {
    const auto h = text::StableHash().add(std::to_string(i));
    REQUIRE_EQ(h.hex().size(), 16);
    CHECK_EQ(std::stoull(h.hex(), nullptr, 16), h.value());
  }
}
