#include "cli/graph_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "demarche/export.h"

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

// The first character that is not white space; 0 where there is none, and for anything but a plain file.
char first_character(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return 0;
  std::ifstream file(path, std::ios::binary);
  char first = 0;
  return file >> first ? first : '\0';
}

Result<std::string> read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) return Error{Cause::failed, path + ": cannot be read; check the disk"};
  return bytes;
}

}  // namespace

bool is_json_graph(const std::string& path) { return first_character(path) == '{'; }

bool is_graph_text(const std::string& path) {
  const char first = first_character(path);
  return first == '{' || first == '<';
}

Result<Done> check_graph(const std::string& path) {
  std::error_code ignored;
  if (fs::exists(path, ignored)) return Done{};
  return Error{Cause::failed, path + ": no such file; make it with demarche build"};
}

Result<Store> open_store(const std::string& path, Store::Mode mode) {
  if (auto checked = check_graph(path); !checked) return checked.error();
  const char first = first_character(path);
  if (first == '{') return Error{Cause::wrong_use, path + ": a JSON graph; this command needs a store, graph.db"};
  if (first == '<') return Error{Cause::wrong_use, path + ": GraphML; this command needs a store, graph.db"};
  return Store::open(path, mode);
}

Result<Graph> load_graph(const std::string& path) {
  if (auto checked = check_graph(path); !checked) return checked.error();
  const char first = first_character(path);
  if (first == '{' || first == '<') {
    const auto bytes = read_whole(path);
    if (!bytes) return bytes.error();
    return first == '{' ? read_json(*bytes, path) : read_graphml(*bytes, path);
  }
  const auto store = Store::open(path, Store::Mode::read);
  if (!store) return store.error();
  return store->load();
}

Result<Graph> load_names(const std::string& path) {
  if (is_graph_text(path)) return load_graph(path);
  const auto store = open_store(path, Store::Mode::read);
  if (!store) return store.error();
  return store->load_actors();
}

void add_graph(CLI::App& command, std::string* path) {
  command.add_option("GRAPH", *path, "A graph that build has written: graph.db or graph.json")
      ->type_name("")
      ->required();
}

}  // namespace demarche::cli
