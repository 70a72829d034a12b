// demarche explore: one offline page to look at a graph with.
#include "demarche/explore.h"

#include <memory>
#include <string>

#include "cli/actor_choice.h"
#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/output.h"
#include "demarche/query.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

struct ExploreFlags {
  std::string graph, output, around;
  ExploreOptions options;
  Query query;
};

int explore_graph(const ExploreFlags& flags) {
  if (auto checked = check_output_path(flags.output); !checked) return fail(checked.error());
  // Said before a large graph is read and laid out in vain.
  if (!has_explorer_page()) return fail(explorer_page({}, false).error());
  const auto graph = load_part(flags.graph, flags.query);
  if (!graph) return fail(graph.error());
  ExploreOptions options = flags.options;
  options.title = text::repair_utf8(options.title);
  if (!flags.around.empty()) {
    auto id = actor_id(*graph, text::repair_utf8(flags.around));
    if (!id) return fail(id.error());
    options.around = *id;
  }
  const auto data = explore_data(*graph, options);
  if (!data) return fail(data.error());
  const auto page = explorer_page(*data, false);
  if (!page) return fail(page.error());
  if (auto written = write_whole(flags.output, *page); !written) return fail(written.error());
  if (!data->note.empty()) say("the page shows " + one_line(data->note));
  return success;
}

}  // namespace

void set_up_explore(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<ExploreFlags>();
  add_graph(command, &flags->graph);
  add_text(command, "-o,--output", "FILE", "The page: explorer.html; - is standard output", &flags->output)->required();
  add_text(command, "--title", "TEXT", "A title for the page", &flags->options.title);
  add_text(command, "--around", "NAME", "Only the neighbourhood of an actor", &flags->around);
  command.add_option("--hops", flags->options.hops, "How far the neighbourhood reaches (default: 1)")->type_name("N");
  command
      .add_option("--top", flags->options.most_actors,
                  "Only the actors with most interactions (default: 5000, which a browser opens in three seconds)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  add_conditions(command, &flags->query);
  command.callback([flags, run] { *run = [flags] { return explore_graph(*flags); }; });
}

}  // namespace demarche::cli
