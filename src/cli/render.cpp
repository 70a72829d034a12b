// demarche render: a picture of a graph.
#include "demarche/render.h"

#include <filesystem>
#include <memory>
#include <string>

#include "cli/actor_choice.h"
#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "demarche/query.h"

namespace demarche::cli {
namespace {

struct RenderFlags {
  std::string graph, output, around, format;
  RenderOptions options;
  Query query;
};

// "x.PNG" is png; the flag wins.
std::string format_of(const RenderFlags& flags) {
  if (!flags.format.empty()) return flags.format;
  std::string extension = std::filesystem::path(flags.output).extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return extension.empty() ? "" : extension.substr(1);
}

int render_graph(const RenderFlags& flags) {
  if (auto checked = check_output_path(flags.output); !checked) return fail(checked.error());
  RenderOptions options = flags.options;
  options.format = format_of(flags);
  if (options.format != "svg" && options.format != "png" && options.format != "pdf") {
    return fail({Cause::wrong_use, flags.output + ": name it .svg, .png or .pdf, or say --format"});
  }
  const auto graph = load_part(flags.graph, flags.query);
  if (!graph) return fail(graph.error());
  if (graph->interactions.empty() && !(flags.query == Query())) {
    return fail({Cause::failed, "nothing found for " + to_text(flags.query) + ": no picture"});
  }
  if (!flags.around.empty()) {
    auto id = actor_id(*graph, flags.around);
    if (!id) return fail(id.error());
    options.around = *id;
  }
  std::string notice;
  const auto picture = render(*graph, options, &notice);
  if (!picture) return fail(picture.error());
  const auto written = write_whole(flags.output, *picture);
  if (!written) return fail(written.error());
  if (!notice.empty()) say(flags.output + ": " + notice);
  return success;
}

}  // namespace

void set_up_render(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<RenderFlags>();
  add_graph(command, &flags->graph);
  add_text(command, "-o,--output", "FILE", "The picture: x.svg, x.png or x.pdf; - is standard output", &flags->output)
      ->required();
  add_text(command, "--format", "svg|png|pdf", "When the name does not say it", &flags->format);
  add_text(command, "--around", "NAME", "Only the neighbourhood of an actor", &flags->around);
  command.add_option("--hops", flags->options.hops, "How far the neighbourhood reaches (default: 1)")->type_name("N");
  command
      .add_option("--top", flags->options.top,
                  "The actors with most interactions; 0 = all (default: 40 of more than 60)")
      ->type_name("N");
  add_choice(command, "--view", "Who with whom (default), lanes over time, or a table", &flags->options.view,
             {{"network", View::network}, {"timeline", View::timeline}, {"matrix", View::matrix}});
  command.add_flag("--expand", flags->options.expand, "A line for each interaction, not one for all of a kind");
  command.add_flag("--dark", flags->options.dark, "On dark paper");
  add_choice(command, "--countries", "How countries are named (default: name)", &flags->options.countries,
             {{"name", CountryMark::name}, {"code", CountryMark::code}, {"flag", CountryMark::flag}});
  add_text(command, "--layout", "dot|neato|fdp|sfdp", "Graphviz layout (default: by size)", &flags->options.layout);
  add_text(command, "--title", "TEXT", "A title over the picture", &flags->options.title);
  add_text(command, "--source", "TEXT", "The line that says where it is from (default: the publications)",
           &flags->options.source);
  add_conditions(command, &flags->query);
  command.callback([flags, run] { *run = [flags] { return render_graph(*flags); }; });
}

}  // namespace demarche::cli
