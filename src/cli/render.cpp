// demarche render: a picture of a graph.
#include "demarche/render.h"

#include <filesystem>
#include <memory>
#include <string>

#include "cli/actor_choice.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/output.h"

namespace demarche::cli {
namespace {

struct RenderFlags {
  std::string graph, output, around, format;
  RenderOptions options;
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
  const auto graph = load_graph(flags.graph);
  if (!graph) return fail(graph.error());
  if (!flags.around.empty()) {
    auto id = actor_id(*graph, flags.around);
    if (!id) return fail(id.error());
    options.around = *id;
  }
  const auto picture = render(*graph, options);
  if (!picture) return fail(picture.error());
  const auto written = write_whole(flags.output, *picture);
  return written ? success : fail(written.error());
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
  command.add_option("--top", flags->options.top, "Only the actors with most interactions; 0 = all")->type_name("N");
  add_text(command, "--layout", "dot|neato|fdp|sfdp", "Graphviz layout (default: by size)", &flags->options.layout);
  add_text(command, "--title", "TEXT", "A title under the picture", &flags->options.title);
  command.callback([flags, run] { *run = [flags] { return render_graph(*flags); }; });
}

}  // namespace demarche::cli
