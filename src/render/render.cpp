#include "demarche/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "export/diagram.h"
#include "render/picture.h"
#include "render/slice.h"

namespace demarche {
namespace rendering {
namespace {

// Above that the frames of countries fill up, and only sfdp is fast enough.
constexpr std::size_t most_for_cards = 150;
// Curves round the nodes cost the cube of their number: 6 s for 200, against 0.1 s for straight lines.
constexpr std::size_t most_routed = 150;
// A PNG of more actors, at two pixels for one, has hundreds of millions of them.
constexpr std::size_t most_for_double = 80;
// More words than that are specks.
constexpr std::size_t most_labels = 400;

template <std::size_t N>
bool known(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string pick_engine(const Graph& graph, const RenderOptions& options) {
  if (!options.layout.empty()) return options.layout;
  return graph.actors.size() <= most_for_cards ? card_engine : "sfdp";
}

void set_layout(const std::string& engine, const std::string& format, const Graph& graph, exporting::Agraph* diagram) {
  if (engine != "dot") {
    diagram->graph_default("splines", graph.interactions.size() <= most_routed ? "true" : "line");
    diagram->graph_default("esep", "+5");
  }
  if (engine != "dot" && engine != card_engine) {
    diagram->graph_default("overlap", "prism");
    diagram->graph_default("sep", "+10");
    diagram->graph_default("K", "1.2");
  }
  if (format == "png") diagram->graph_default("dpi", graph.actors.size() <= most_for_double ? "192" : "96");
}

std::string note_of(const Graph& whole, const Graph& part) {
  if (part.actors.size() == whole.actors.size()) return "";
  return fmt::format("{} (of {} actors, {} interactions)", exporting::counts(part), whole.actors.size(),
                     whole.interactions.size());
}

}  // namespace
}  // namespace rendering

Result<std::string> render(const Graph& graph, const RenderOptions& options) {
  static constexpr std::array<std::string_view, 3> formats = {"svg", "png", "pdf"};
  static constexpr std::array<std::string_view, 4> layouts = {"dot", "neato", "fdp", "sfdp"};
  if (!rendering::known(formats, options.format)) {
    return Error{Cause::wrong_use,
                 fmt::format("unknown picture format \"{}\"; known are svg, png, pdf", options.format)};
  }
  if (!options.layout.empty() && !rendering::known(layouts, options.layout)) {
    return Error{Cause::wrong_use,
                 fmt::format("unknown layout \"{}\"; known are dot, neato, fdp, sfdp", options.layout)};
  }
  const Result<Graph> part = rendering::slice(graph, options);
  if (!part.ok()) return part.error();
  const std::string engine = rendering::pick_engine(*part, options);
  exporting::DiagramOptions look;
  look.title = options.title;
  look.note = rendering::note_of(graph, *part);
  look.focus = options.around;
  look.group_countries = options.group_countries && engine != "neato" && engine != "sfdp";
  look.legend = options.legend;
  look.spread = engine != "dot";
  if (engine == "sfdp") look.loose = 1;
  look.edge_labels = part->interactions.size() <= rendering::most_labels;
  exporting::Agraph diagram = exporting::draw(*part, look);
  rendering::set_layout(engine, options.format, *part, &diagram);
  return rendering::picture(std::move(diagram), engine, options.format);
}

}  // namespace demarche
