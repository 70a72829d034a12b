// demarche export: a graph in another format.
#include "demarche/export.h"

#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/output.h"

namespace demarche::cli {
namespace {

struct ExportFlags {
  std::string graph, output;
  std::string (*write)(const Graph&) = nullptr;
};

int export_graph(const ExportFlags& flags) {
  const auto graph = load_graph(flags.graph);
  if (!graph) return fail(graph.error());
  const auto written = write_whole(flags.output, flags.write(*graph));
  return written ? success : fail(written.error());
}

}  // namespace

void set_up_export(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<ExportFlags>();
  add_graph(command, &flags->graph);
  add_choice(command, "--to", "Node-link JSON as NetworkX reads it, or DOT for Graphviz", &flags->write,
             {{"json", write_json}, {"dot", write_dot}})
      ->required();
  add_text(command, "-o,--output", "FILE", "Write to a file instead of standard output", &flags->output);
  command.callback([flags, run] { *run = [flags] { return export_graph(*flags); }; });
}

}  // namespace demarche::cli
