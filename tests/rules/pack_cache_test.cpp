// Compiled packs kept between runs.
#include "rules/pack_cache.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "rules/pack_compiler.h"
#include "rules/small_pack.h"

namespace demarche::rules {
namespace {

namespace fs = std::filesystem;

struct CacheFolder {
  CacheFolder() : path(fs::temp_directory_path() / fmt::format("demarche-cache-test-{}", ::getpid())) {
    fs::remove_all(path);
  }
  ~CacheFolder() { fs::remove_all(path); }

  std::string name() const { return path.string(); }
  std::string file(const std::string& key) const { return (path / (key + ".pack")).string(); }
  std::size_t count() const {
    return fs::exists(path) ? std::distance(fs::directory_iterator(path), fs::directory_iterator()) : 0;
  }

  fs::path path;
};

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

const std::string one_key = "00000000000000a1";

TEST_CASE("a pack that is kept is read back, for its key only") {
  const CacheFolder folder;
  CHECK(find_cached(folder.name(), one_key) == nullptr);
  const TableBytes pack = compile_pack(SmallPack().files()).value();
  keep_cached(folder.name(), one_key, pack);
  const auto found = find_cached(folder.name(), one_key);
  REQUIRE(found != nullptr);
  const PackTables& compiled = *table_root<PackTables>(pack.data.get());
  CHECK(found->hash == compiled.hash);
  CHECK(found->gazetteer.find_id("TUR") != no_actor);
  CHECK(found->rules.size() == 1);
  CHECK(find_cached(folder.name(), "00000000000000a2") == nullptr);
  fs::rename(folder.file(one_key), folder.file("00000000000000a2"));
  CHECK(find_cached(folder.name(), "00000000000000a2") == nullptr);
}

TEST_CASE("a file that is broken, or that others can write, is not read") {
  const CacheFolder folder;
  keep_cached(folder.name(), one_key, compile_pack(SmallPack().files()).value());
  const std::string path = folder.file(one_key), whole = read(path);
  REQUIRE(find_cached(folder.name(), one_key) != nullptr);
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{40}, whole.size() / 2, whole.size() - 1}) {
    CAPTURE(size);
    write(path, whole.substr(0, size));
    CHECK(find_cached(folder.name(), one_key) == nullptr);
  }
  for (std::size_t at = 0; at < whole.size(); at += whole.size() / 97 + 1) {
    CAPTURE(at);
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    write(path, changed);
    CHECK(find_cached(folder.name(), one_key) == nullptr);
  }
  write(path, whole);
  CHECK(find_cached(folder.name(), one_key) != nullptr);
  ::chmod(path.c_str(), 0666);
  CHECK(find_cached(folder.name(), one_key) == nullptr);
  ::chmod(path.c_str(), 0600);
  fs::rename(path, folder.file("real"));
  fs::create_symlink(folder.file("real"), path);
  CHECK(find_cached(folder.name(), one_key) == nullptr);
}

TEST_CASE("only the newest few are kept, and no temporary file stays") {
  const CacheFolder folder;
  const TableBytes pack = compile_pack(SmallPack().files()).value();
  for (int i = 0; i < 7; ++i) keep_cached(folder.name(), fmt::format("{:016x}", i), pack);
  CHECK(folder.count() == 4);
  CHECK(find_cached(folder.name(), fmt::format("{:016x}", 6)) != nullptr);
  write((folder.path / "x").string(), "");
  keep_cached((folder.path / "x").string(), one_key, pack);  // no folder: nothing happens
  CHECK(find_cached((folder.path / "x").string(), one_key) == nullptr);
}

TEST_CASE("the key knows the program, every path and every text") {
  const std::vector<PackFile> files = {{"actors/a.toml", "one"}, {"actors/b.toml", "two"}};
  const std::string key = cache_key("program", files);
  CHECK(key.size() == 16);
  CHECK(cache_key("program", files) == key);
  CHECK(cache_key("programs", files) != key);
  CHECK(cache_key("program", {{"actors/a.toml", "one"}, {"actors/b.toml", "twO"}}) != key);
  CHECK(cache_key("program", {{"actors/a.toml", "one"}, {"actors/c.toml", "two"}}) != key);
  CHECK(cache_key("program", {{"actors/a.tomlo", "ne"}, {"actors/b.toml", "two"}}) != key);
  CHECK(cache_key("program", {}) != key);
}

TEST_CASE("where packs are kept") {
  const auto with = [](const char* named, const char* base, const char* home) {
    const std::pair<const char*, const char*> all[] = {
        {"DEMARCHE_CACHE", named}, {"XDG_CACHE_HOME", base}, {"HOME", home}};
    std::vector<std::pair<const char*, std::string>> before;
    for (const auto& [name, value] : all) {
      before.emplace_back(name, std::getenv(name) == nullptr ? "" : std::getenv(name));
      ::setenv(name, value, 1);
    }
    const std::string folder = cache_folder();
    for (const auto& [name, value] : before) ::setenv(name, value.c_str(), 1);
    return folder;
  };
  CHECK(with("off", "/c", "/h") == "");
  CHECK(with("/own", "/c", "/h") == "/own");
  CHECK(with("", "/c", "/h") == "/c/demarche");
  CHECK(with("", "relative", "/h") == "/h/.cache/demarche");
  CHECK(with("", "", "") == "");
}

TEST_CASE("a folder of rules compiled once is the same pack the next time") {
  const CacheFolder folder;
  const fs::path rules = folder.path / "rules/actors";
  fs::create_directories(rules);
  write((rules / "own.toml").string(), "[[person]]\nid = \"p.own\"\nname = \"Own Person\"\ncountry = \"TUR\"\n");
  const std::string before = std::getenv("DEMARCHE_CACHE") == nullptr ? "" : std::getenv("DEMARCHE_CACHE");
  ::setenv("DEMARCHE_CACHE", (folder.path / "cache").c_str(), 1);
  const Pack first = Pack::load((folder.path / "rules").string()).value();
  const Pack second = Pack::load((folder.path / "rules").string()).value();
  ::setenv("DEMARCHE_CACHE", before.c_str(), 1);
  CHECK(fs::exists(folder.path / "cache"));
  CHECK(first.hash() == second.hash());
  CHECK(first.rep().tables.get() != second.rep().tables.get());
  const Gazetteer& g = second.rep().tables->gazetteer;
  REQUIRE(g.find_id("p.own") != no_actor);
  CHECK(g[g.find_id("p.own")].name == "Own Person");
  CHECK(g.actors().size() == first.rep().tables->gazetteer.actors().size());
}

}  // namespace
}  // namespace demarche::rules
