// demarche compact: gives back the room of what was removed, and brings older stores up to date.
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "demarche/store.h"

namespace demarche::cli {
namespace {

// The log beside a store belongs to it.
std::uintmax_t bytes_of(const std::string& path) {
  std::uintmax_t sum = 0;
  for (const char* part : {"", "-wal"}) {
    std::error_code missing;
    const std::uintmax_t size = std::filesystem::file_size(path + part, missing);
    if (!missing) sum += size;
  }
  return sum;
}

int compact(const std::string& path) {
  const std::uintmax_t before = bytes_of(path);
  auto store = open_store(path, Store::Mode::write);
  if (!store) return fail(store.error());
  if (auto done = store->compact(); !done) return fail(done.error());
  say(fmt::format("{}: {:.1f} MB, was {:.1f} MB", path, static_cast<double>(bytes_of(path)) / 1e6,
                  static_cast<double>(before) / 1e6));
  return success;
}

}  // namespace

void set_up_compact(CLI::App& command, const Settings&, Run* run) {
  auto path = std::make_shared<std::string>();
  add_graph(command, path.get());
  command.callback([path, run] { *run = [path] { return compact(*path); }; });
}

}  // namespace demarche::cli
