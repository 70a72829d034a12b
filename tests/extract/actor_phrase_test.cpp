// Described actors of several words that a user's own list brings.
#include "extract/actor_phrase.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "demarche/extractor.h"
#include "extract/reading.h"

using namespace demarche;

namespace {

// The actor and its sector as a pack with the nouns reads the sentence.
std::string actor_of(const std::string& nouns, const std::string& sentence) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "demarche-actor-phrase";
  std::filesystem::create_directories(folder / "lexicon");
  std::ofstream(folder / "lexicon" / "imported.toml") << nouns;
  const Pack pack = Pack::load(folder.string()).value();
  std::filesystem::remove_all(folder);
  const std::vector<Mention> found = Extractor(pack).extract(test::document(sentence));
  if (found.empty() || found[0].actor.empty()) return "nobody";
  return fmt::format("{} {} {}", found[0].actor[0].identifier_text, found[0].actor[0].sector,
                     found[0].actor[0].kind == Kind::person ? "person" : "body");
}

}  // namespace

TEST_CASE("a phrase of the list gives its sector, the longest first") {
  const std::string none = "[[nouns]]\nkind = \"person\"\nsector = \"AGR\"\nwords = [\"rancher\"]\n";
  const std::string some = none +
                           "[[nouns]]\nkind = \"person\"\nsector = \"NGO\"\nwords = [\"rights activist\", "
                           "\"minister of information\"]\n"
                           "[[nouns]]\nkind = \"person\"\nsector = \"JUD\"\nwords = [\"human rights activist\"]\n"
                           "[[nouns]]\nkind = \"organisation\"\nsector = \"LEG\"\nwords = [\"election panel\"]\n";
  CHECK(actor_of(none, "Kenyan human rights activists criticized Uganda.") ==
        "Kenyan human rights activists OPP person");
  CHECK(actor_of(some, "Kenyan human rights activists criticized Uganda.") ==
        "Kenyan human rights activists JUD person");
  CHECK(actor_of(some, "Kenyan rights activists criticized Uganda.") == "Kenyan rights activists NGO person");
  CHECK(actor_of(some, "Kenyan activists criticized Uganda.") == "Kenyan activists OPP person");
  CHECK(actor_of(some, "The Kenyan election panel criticized Uganda.") == "Kenyan election panel LEG body");
  CHECK(actor_of(some, "The Kenyan minister of information criticized Uganda.") == "Kenyan minister NGO person");
}
