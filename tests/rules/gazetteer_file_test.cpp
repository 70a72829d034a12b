#include "rules/gazetteer_file.h"

#include <doctest/doctest.h>

#include <string>

#include "rules/pack_data.h"
#include "small_pack.h"

using namespace demarche;
using namespace demarche::rules;

namespace {

// Ids of the actors that a name calls, each with a space before it.
std::string called(const Gazetteer& g, std::string_view name) {
  std::uint32_t node = 0;
  for (const std::string& word : name_words(name)) {
    node = g.step(node, g.name_word(word));
    if (node == 0) return "";
  }
  std::string out;
  const NameRefs* const refs = g.names_at(node);
  if (refs == nullptr) return out;
  for (const NameRef& r : *refs) out += " " + std::string(g[r.actor].id);
  return out;
}

std::string body(const std::string& name, const std::string& more) {
  return "[[organisation]]\nid = \"org.x\"\nname = \"" + name + "\"\ncode = \"TUR\"\n" + more;
}

}  // namespace

TEST_CASE("a state's bodies are called by its adjective and by its name") {
  const Pack pack = SmallPack()
                        .with("actors/bodies.toml", body("Turkish Foreign Ministry",
                                                         "kind = \"government\"\nvariants = [\"MFA\", \"Turkish "
                                                         "Ministry of Foreign Affairs\"]\nambiguous = [\"Turkish "
                                                         "Office\"]\n"))
                        .compile();
  const Gazetteer& g = pack.rep().tables->gazetteer;
  for (const char* name : {"Turkish Foreign Ministry", "Turkey's Foreign Ministry", "Turkey Foreign Ministry",
                           "Foreign Ministry of Turkey", "Turkey's Ministry of Foreign Affairs",
                           "Ministry of Foreign Affairs of Turkey", "Turkish Office"}) {
    CAPTURE(name);
    CHECK(called(g, name) == " org.x");
  }
  for (const char* name : {"Foreign Ministry", "Turkey's MFA", "Turkey's Office", "Foreign Ministry of Ankara"}) {
    CAPTURE(name);
    CHECK(called(g, name) == "");
  }
}

TEST_CASE("a state with an article") {
  const Pack pack =
      SmallPack()
          .with("actors/states.toml", "[[state]]\nid = \"TUR\"\nname = \"United States\"\nadjectives = [\"U.S.\"]\n")
          .with("actors/bodies.toml", body("U.S. Mint", "kind = \"government\"\n"))
          .compile();
  for (const char* name : {"United States' Mint", "United States Mint", "Mint of the United States"}) {
    CAPTURE(name);
    CHECK(called(pack.rep().tables->gazetteer, name) == " org.x");
  }
}

TEST_CASE("a company of the country is called by its own name only") {
  const Pack pack =
      SmallPack().with("actors/bodies.toml", body("Turkish Airlines", "kind = \"organisation\"\n")).compile();
  CHECK(called(pack.rep().tables->gazetteer, "Turkish Airlines") == " org.x");
  CHECK(called(pack.rep().tables->gazetteer, "Airlines of Turkey") == "");
}
