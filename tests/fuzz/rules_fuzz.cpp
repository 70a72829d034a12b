// A file of rules laid over a pack: it loads, or says in one line why not.
#include "demarche/pack.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche;
  // Enough to compile, and somebody for places, offices and members to be of; the real tables would take the fuzzer's
  // time.
  static const std::vector<PackFile> base = {
      {"events.toml", "[CONSULT]\nquad = 1\nscore = 2.5\nmodes = { phone = 1.5, visit = 4.0 }\n"},
      {"lexicon/sets.toml", "[sets]\ncall_noun = [\"call\", \"phone-call\"]\n"},
      {"actors/states.toml", "[[state]]\nid = \"USA\"\nname = \"United States\"\nadjectives = [\"American\"]\n"},
  };
  if (size == 0) return 0;
  // The first byte chooses the kind of file.
  static const char* const paths[] = {"actions/fuzz.toml", "actors/fuzz.toml",  "offices/fuzz.toml",
                                      "places/fuzz.toml",  "lexicon/fuzz.toml", "topics/fuzz.toml"};
  std::vector<PackFile> files = base;
  files.push_back({paths[data[0] % 6], std::string(reinterpret_cast<const char*>(data) + 1, size - 1)});
  const auto pack = Pack::compile(std::move(files));
  if (!pack) {
    ingesting::require(!pack.error().message.empty() && pack.error().cause == Cause::bad_rules);
    ingesting::require(pack.error().message.find('\n') == std::string::npos);
  }
  return 0;
}
