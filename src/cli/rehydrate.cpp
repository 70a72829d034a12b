// demarche rehydrate: texts come back into a store that was shared without them.
#include <fmt/format.h>

#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/reading.h"
#include "demarche/store.h"

namespace demarche::cli {
namespace {

struct RehydrateFlags {
  std::string graph;
  InputFlags input;
};

int rehydrate(const RehydrateFlags& flags) {
  if (auto checked = check_paths(flags.input.paths); !checked) return fail(checked.error());
  auto store = open_store(flags.graph, Store::Mode::write);
  if (!store) return fail(store.error());
  if (auto begun = store->begin(); !begun) return fail(begun.error());
  std::uint64_t restored = 0, others = 0;
  Error fault;
  const auto counts = ingest(
      flags.input.paths, flags.input.ingest,
      [&](Document&& document) {
        const auto done = store->rehydrate(document);
        if (!done) fault = done.error();
        if (done) ++(*done ? restored : others);
        return done.ok();
      },
      say_problem);
  if (!counts) return fail(counts.error());
  if (!fault.message.empty()) return fail(fault);
  if (auto committed = store->commit(); !committed) return fail(committed.error());
  const auto left = store->without_text();
  if (!left) return fail(left.error());
  say(fmt::format("{} given back, {} of other or known documents; {} without text left in {}",
                  counted(restored, "text"), counted(others, "text"), counted(*left, "document"), flags.graph));
  return exit_code_of(*counts, flags.input.strict);
}

}  // namespace

void set_up_rehydrate(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<RehydrateFlags>();
  add_graph(command, &flags->graph);
  command.add_option("PATH", flags->input.paths, "The texts, as build read them")->type_name("")->required();
  command.add_flag("--strict", flags->input.strict, "Exit with 1 when any input had a problem");
  command.callback([flags, run] { *run = [flags] { return rehydrate(*flags); }; });
}

}  // namespace demarche::cli
