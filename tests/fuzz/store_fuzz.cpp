// A damaged store: it is read or refused, never a crash. The input is a list of damages to a good one: three bytes of
// place and one byte to put there.
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "demarche/store.h"
#include "reading_fuzz.h"

namespace {

namespace fs = std::filesystem;

fs::path folder() {
  static const fs::path path = [] {
    std::string name = (fs::temp_directory_path() / "demarche_fuzz_XXXXXX").string();
    return fs::path(::mkdtemp(name.data()));
  }();
  return path;
}

std::string good_store() {
  const std::string path = (folder() / "good.db").string();
  {
    auto store = demarche::Store::open(path, demarche::Store::Mode::write);
    demarche::ingesting::require(store.ok());
    demarche::Document document;
    document.id = "d";
    document.text = "Clinton called Davutoglu.";
    demarche::Mention mention;
    mention.id = "m";
    mention.doc = "d";
    mention.event = "CONSULT";
    mention.action = "call";
    mention.text = document.text;
    mention.end = 25;
    for (const char* name : {"Hillary Clinton", "Ahmet Davutoglu"}) {
      demarche::Entity entity;
      entity.identifier_text = name;
      entity.kind = demarche::Kind::person;
      (mention.actor.empty() ? mention.actor : mention.recipient).push_back(entity);
    }
    demarche::ingesting::require(store->put(document, {mention}, "pack").ok() && store->merge().ok());
  }
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string good = good_store();
  std::string bytes = good;
  for (std::size_t i = 0; i + 3 < size; i += 4) {
    const std::size_t at = (data[i] << 16 | data[i + 1] << 8 | data[i + 2]) % bytes.size();
    bytes[at] = static_cast<char>(data[i + 3]);
  }
  const fs::path path = folder() / "damaged.db";
  for (const char* tail : {"", "-wal", "-shm", "-journal"}) fs::remove(path.string() + tail);
  std::ofstream(path, std::ios::binary) << bytes;
  if (auto store = demarche::Store::open(path.string(), demarche::Store::Mode::read); store.ok()) {
    static_cast<void>(store->load());
    static_cast<void>(store->counts());
    static_cast<void>(store->text("d"));
  }
  return 0;
}
