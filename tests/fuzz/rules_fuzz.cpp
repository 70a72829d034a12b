// A file of rules laid over a pack: it loads, or says in one line why not.
#include "demarche/pack.h"
#include "reading_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace demarche;
  static const std::vector<PackFile>* const base = [] {
    auto* const files = new std::vector<PackFile>;
    for (const EmbeddedFile& file : builtin_files()) {
      // Enough to compile; the large tables would take the fuzzer's time.
      if (file.path.starts_with("actions/") || file.path.starts_with("offices/") || file.path.starts_with("actors/") ||
          file.path.starts_with("places/")) {
        continue;
      }
      files->push_back({std::string(file.path), std::string(file.text)});
    }
    // Somebody for places, offices and members to be of.
    files->push_back({"actors/states.toml", "[[state]]\nid = \"USA\"\nname = \"United States\"\n"});
    return files;
  }();
  if (size == 0) return 0;
  // The first byte chooses the kind of file.
  static const char* const paths[] = {"actions/fuzz.toml", "actors/fuzz.toml",  "offices/fuzz.toml",
                                      "places/fuzz.toml",  "lexicon/fuzz.toml", "topics/fuzz.toml"};
  std::vector<PackFile> files = *base;
  files.push_back({paths[data[0] % 6], std::string(reinterpret_cast<const char*>(data) + 1, size - 1)});
  const auto pack = Pack::compile(std::move(files));
  if (!pack) {
    ingesting::require(!pack.error().message.empty() && pack.error().cause == Cause::bad_rules);
    ingesting::require(pack.error().message.find('\n') == std::string::npos);
  }
  return 0;
}
