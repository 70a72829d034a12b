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

Result<Done> find_centre(const Graph& names, const ExploreFlags& flags, ExploreOptions* options) {
  if (flags.around.empty()) return Done{};
  auto id = actor_id(names, text::repair_utf8(flags.around));
  if (!id) return id.error();
  options->around = std::move(*id);
  return Done{};
}

// Of a store without conditions only what the page can hold.
Result<Graph> shown_part(const ExploreFlags& flags, ExploreOptions* options) {
  if (auto checked = check_graph(flags.graph); !checked) return checked.error();
  if (!(flags.query == Query()) || is_graph_text(flags.graph)) {
    auto graph = load_part(flags.graph, flags.query);
    if (!graph) return graph;
    if (auto found = find_centre(*graph, flags, options); !found) return found.error();
    return graph;
  }
  const auto store = open_store(flags.graph, Store::Mode::read);
  if (!store) return store.error();
  if (!flags.around.empty()) {
    const auto names = store->load_actors();
    if (!names) return names.error();
    if (auto found = find_centre(*names, flags, options); !found) return found.error();
  }
  return explore_part(*store, options);
}

int explore_graph(const ExploreFlags& flags) {
  if (auto checked = check_output_path(flags.output); !checked) return fail(checked.error());
  // Said before a large graph is read and laid out in vain.
  if (!has_explorer_page()) return fail(explorer_page({}, false).error());
  ExploreOptions options = flags.options;
  options.title = text::repair_utf8(options.title);
  const auto graph = shown_part(flags, &options);
  if (!graph) return fail(graph.error());
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
