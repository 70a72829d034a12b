// demarche merge: several graphs become one.
#include <fmt/format.h>

#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "demarche/decision.h"
#include "demarche/export.h"
#include "demarche/store.h"

namespace demarche::cli {
namespace {

struct MergeFlags {
  std::vector<std::string> graphs;
  std::string output;
  bool no_text = false;
};

using Take = std::function<Result<Done>(StoredDocument&&)>;

Result<Done> each_of_store(const std::string& path, const Take& take) {
  const auto store = Store::open(path, Store::Mode::read);
  if (!store) return store.error();
  Result<Done> outcome = Done{};
  const auto read = store->each([&](StoredDocument&& document) {
    outcome = take(std::move(document));
    return outcome.ok();
  });
  return read ? outcome : read;
}

Result<Done> each_document(const std::string& path, const Take& take) {
  if (!is_graph_text(path)) return each_of_store(path, take);
  auto graph = load_graph(path);
  return graph ? demarche::each_document(std::move(*graph), take) : Result<Done>(graph.error());
}

// Who is who by a person's word, from the logs of the stores among these; a JSON graph has none.
Result<std::vector<Decision>> decisions_of(const std::vector<std::string>& graphs) {
  std::vector<Decision> all;
  for (const std::string& path : graphs) {
    if (is_graph_text(path)) continue;
    auto log = DecisionLog::read(path);
    if (!log) return log.error();
    std::move(log->begin(), log->end(), std::back_inserter(all));
  }
  return all;
}

void say_counts(const std::string& path, const Store::Counts& counts) {
  say(fmt::format("{}: {}, {}, {}, {}", path, counted(counts.documents, "document"),
                  counted(counts.mentions, "mention"), counted(counts.interactions, "interaction"),
                  counted(counts.actors, "actor")));
}

// Of two versions of a document the one with the greater hash stays, as in a store.
Result<Done> merge_to_json(const MergeFlags& flags) {
  auto output = Output::open(flags.output);
  if (!output) return output.error();
  GraphBuilder builder;
  std::unordered_map<std::string, std::string> hashes;
  for (const std::string& path : flags.graphs) {
    const auto added = each_document(path, [&](StoredDocument&& d) -> Result<Done> {
      std::string& hash = hashes[d.source.id];
      if (!hash.empty() && hash >= d.hash) return Done{};
      hash = d.hash;
      if (flags.no_text) {
        for (Mention& m : d.mentions) m.text.clear();
      }
      builder.add(std::move(d.source), std::move(d.mentions));
      return Done{};
    });
    if (!added) return added;
  }
  auto decisions = decisions_of(flags.graphs);
  if (!decisions) return decisions.error();
  builder.decide(join_decisions(std::move(*decisions)));
  const Graph graph = std::move(builder).finish();
  output->write(write_json(graph));
  if (auto finished = output->finish(); !finished) return finished;
  say_counts(flags.output,
             {graph.sources.size(), graph.mentions.size(), graph.actors.size(), graph.interactions.size()});
  return Done{};
}

// The output's log takes in those of the others.
Result<Done> join_logs(const MergeFlags& flags) {
  const auto decisions = decisions_of(flags.graphs);
  if (!decisions) return decisions.error();
  if (decisions->empty()) return Done{};
  auto log = DecisionLog::open(flags.output);
  if (!log) return log.error();
  const auto taken = log->join(*decisions);
  if (!taken) return taken.error();
  if (*taken > 0) say(fmt::format("{}: {} of who is who taken over", flags.output, counted(*taken, "decision")));
  return Done{};
}

Result<Done> merge_to_store(const MergeFlags& flags) {
  auto store = Store::open(flags.output, Store::Mode::write);
  if (!store) return store.error();
  store->keep_texts(!flags.no_text);
  const auto before = store->counts();
  if (!before) return before.error();
  if (before->documents > 0) {
    say(fmt::format("{}: holds {} already; the others are added", flags.output,
                    counted(before->documents, "document")));
  }
  std::uint64_t versions = 0;
  for (const std::string& path : flags.graphs) {
    if (path == flags.output) continue;
    if (auto begun = store->begin(); !begun) return begun;
    const auto added = each_document(path, [&](StoredDocument&& document) -> Result<Done> {
      const auto outcome = store->add(document);
      if (!outcome) return outcome.error();
      versions += *outcome == Store::Added::replaced || *outcome == Store::Added::outdated ? 1 : 0;
      return Done{};
    });
    if (!added) return added;
    if (auto committed = store->commit(); !committed) return committed;
  }
  if (auto joined = join_logs(flags); !joined) return joined;
  if (auto merged = store->merge(); !merged) return merged;
  const auto counts = store->counts();
  if (!counts) return counts.error();
  if (versions > 0) say(counted(versions, "document") + " in two versions; one of each is kept, the same in any order");
  say_counts(flags.output, *counts);
  return Done{};
}

int merge_graphs(const MergeFlags& flags) {
  if (auto checked = check_output_path(flags.output); !checked) return fail(checked.error());
  // A misspelt input must leave nothing behind.
  for (const std::string& path : flags.graphs) {
    if (auto checked = check_graph(path); !checked) return fail(checked.error());
  }
  const auto merged = flags.output.ends_with(".json") ? merge_to_json(flags) : merge_to_store(flags);
  return merged ? success : fail(merged.error());
}

}  // namespace

void set_up_merge(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<MergeFlags>();
  command.add_option("GRAPH", flags->graphs, "Graphs that build has written: stores or JSON, in any order")
      ->type_name("")
      ->required();
  add_text(command, "-o,--output", "FILE", "The graph of all: c.db (a store; one that exists is added to) or c.json",
           &flags->output)
      ->required();
  command.add_flag("--no-text", flags->no_text,
                   "Keep offsets and links but neither texts nor sentences: a copy that may be shared");
  command.callback([flags, run] { *run = [flags] { return merge_graphs(*flags); }; });
}

}  // namespace demarche::cli
