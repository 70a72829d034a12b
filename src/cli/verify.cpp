// demarche verify: is a store whole?
#include <unistd.h>

#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "demarche/store.h"

namespace demarche::cli {
namespace {

int verify(const std::string& path) {
  auto store = open_store(path, Store::Mode::read);
  if (!store) return fail(store.error());
  // The full-text index is checked only through a connection that may write.
  if (::access(path.c_str(), W_OK) == 0) {
    if (auto writable = Store::open(path, Store::Mode::write); writable) store = std::move(writable);
  }
  const auto faults = store->verify();
  if (!faults) return fail(faults.error());
  std::string page;
  for (const std::string& line : *faults) page += one_line(line) + "\n";
  if (auto written = write_whole("", page); !written) return fail(written.error());
  if (!faults->empty()) {
    return fail({Cause::failed, path + ": " + counted(faults->size(), "fault") +
                                    "; build it again from its documents, or go back to a copy"});
  }
  const auto counts = store->counts();
  if (!counts) return fail(counts.error());
  say(path + ": whole; " + counted(counts->documents, "document") + ", " + counted(counts->mentions, "mention"));
  return success;
}

}  // namespace

void set_up_verify(CLI::App& command, const Settings&, Run* run) {
  auto path = std::make_shared<std::string>();
  add_graph(command, path.get());
  command.callback([path, run] { *run = [path] { return verify(*path); }; });
}

}  // namespace demarche::cli
