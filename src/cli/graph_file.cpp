#include "cli/graph_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "demarche/export.h"
#include "demarche/store.h"

namespace demarche::cli {
namespace {

namespace fs = std::filesystem;

bool is_json(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return false;
  std::ifstream file(path, std::ios::binary);
  char first = 0;
  return static_cast<bool>(file >> first) && first == '{';
}

Result<Graph> load_json(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) return Error{Cause::failed, path + ": cannot be read; check the disk"};
  return read_json(bytes, path);
}

}  // namespace

Result<Graph> load_graph(const std::string& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    return Error{Cause::failed, path + ": no such file; make it with demarche build"};
  }
  if (is_json(path)) return load_json(path);
  const auto store = Store::open(path, Store::Mode::read);
  if (!store) return store.error();
  return store->load();
}

void add_graph(CLI::App& command, std::string* path) {
  command.add_option("GRAPH", *path, "A graph that build has written: graph.db or graph.json")
      ->type_name("")
      ->required();
}

}  // namespace demarche::cli
