#include "demarche/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "export/diagram.h"
#include "export/legend.h"
#include "export/palette.h"
#include "render/accessible.h"
#include "render/matrix.h"
#include "render/picture.h"
#include "render/slice.h"
#include "render/thinning.h"
#include "render/timeline.h"
#include "text/date.h"

namespace demarche {
namespace rendering {
namespace {

// Above that the frames of countries fill up, and only sfdp is fast enough.
constexpr std::size_t most_for_cards = 150;
// Curves round the nodes cost the cube of their number: 6 s for 200, against 0.1 s for straight lines.
constexpr std::size_t most_routed = 120;
// A PNG of more actors, at two pixels for one, has hundreds of millions of them.
constexpr std::size_t most_for_double = 80;
// More words than that are specks.
constexpr std::size_t most_labels = 200;

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
    diagram->graph_default("splines", count_lines(graph) <= most_routed ? "true" : "line");
    diagram->graph_default("esep", "+5");
  }
  if (engine != "dot" && engine != card_engine) {
    diagram->graph_default("overlap", "prism");
    diagram->graph_default("sep", "+10");
    diagram->graph_default("K", "1.2");
  }
  if (format == "png") diagram->graph_default("dpi", graph.actors.size() <= most_for_double ? "192" : "96");
}

// A picture of everybody is legible up to this many actors; of more, the busiest are drawn.
constexpr std::size_t most_unasked = 60;
constexpr unsigned busiest_unasked = 40;
constexpr std::size_t most_lines_unasked = 60;
constexpr std::size_t fewest_unasked = 24;
// More are specks, and take too long.
constexpr unsigned most_actors = 1000;

std::string plural(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string note_of(const Graph& whole, const Graph& part) {
  if (part.actors.size() == whole.actors.size() && part.interactions.size() == whole.interactions.size()) return "";
  return fmt::format("{} (of {} actors, {} interactions)", exporting::counts(part), whole.actors.size(),
                     whole.interactions.size());
}

// Who prints it, the most frequent first: "The Meridian Wire, 18 documents".
std::string source_of(const Graph& graph) {
  constexpr std::size_t most_named = 3;
  std::map<std::string, std::size_t> count;
  for (const Source& source : graph.sources) {
    if (!source.publication.empty()) ++count[source.publication];
  }
  std::vector<std::pair<std::string, std::size_t>> order(count.begin(), count.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (std::size_t i = 0; i < std::min(most_named, order.size()); ++i) out += order[i].first + ", ";
  if (order.size() > most_named) out += plural(order.size() - most_named, "other") + ", ";
  return graph.sources.empty() ? "" : out + plural(graph.sources.size(), "document");
}

// How many actors the view shows at most; 0 = all.
unsigned top_of(const Graph& graph, const RenderOptions& options) {
  const auto most_of_view = static_cast<unsigned>(options.view == View::timeline ? most_lanes
                                                  : options.view == View::matrix ? most_rows_of_matrix
                                                                                 : most_actors);
  const unsigned many = std::min(busiest_unasked, most_of_view);
  if (options.top == RenderOptions::top_by_size) {
    return graph.actors.size() <= (options.view == View::network ? most_unasked : many) ? 0 : many;
  }
  return options.top == 0 || options.top > most_of_view ? most_of_view : options.top;
}

// The newest of the interactions that a timeline has room for; undated ones have no place on it.
void cut_to_timeline(std::size_t most, Graph* graph) {
  std::erase_if(graph->interactions, [](const Interaction& i) { return !text::parse_iso(i.date); });
  if (graph->interactions.size() <= most) return;
  std::vector<const Interaction*> order;
  for (const Interaction& interaction : graph->interactions) order.push_back(&interaction);
  std::stable_sort(order.begin(), order.end(),
                   [](const Interaction* a, const Interaction* b) { return a->date > b->date; });
  std::set<std::string> kept;
  for (std::size_t i = 0; i < most; ++i) kept.insert(order[i]->id);
  std::erase_if(graph->interactions, [&](const Interaction& i) { return kept.count(i.id) == 0; });
}

// Who has to do with nobody else in the picture only takes room in it; whom it is about stays.
void drop_idle(std::string_view centre, Graph* graph) {
  std::set<std::string_view> taking_part = {centre};
  for (const Interaction& interaction : graph->interactions) {
    taking_part.insert(interaction.actor.begin(), interaction.actor.end());
    taking_part.insert(interaction.recipient.begin(), interaction.recipient.end());
  }
  std::erase_if(graph->actors, [&](const Actor& actor) { return taking_part.count(actor.id) == 0; });
}

// slice() without those whom the cut has left alone.
Result<Graph> joined_slice(const Graph& graph, const RenderOptions& cut) {
  auto part = slice(graph, cut);
  if (!part || part->interactions.empty()) return part;
  if (part->interactions.size() < graph.interactions.size()) drop_idle(cut.around, &*part);
  return part;
}

// As many actors as were asked for: for those who are left alone come the next busiest.
Result<Graph> filled_slice(const Graph& graph, RenderOptions cut) {
  constexpr int most_tries = 12;  // each looks at the whole graph
  const unsigned asked = cut.top;
  auto part = joined_slice(graph, cut);
  for (int i = 0; i < most_tries && part && part->actors.size() < asked && cut.top < graph.actors.size(); ++i) {
    // Half of those who are missing: who comes next may bring in one that was left alone before.
    cut.top += (asked - static_cast<unsigned>(part->actors.size()) + 1) / 2;
    auto next = joined_slice(graph, cut);
    if (!next || next->actors.size() > asked) break;
    part = std::move(next);
  }
  return part;
}

// Of the actors that were asked for, all are drawn, but not more lines than three for two of them: with twice as many
// the words on the lines cover each other.
std::size_t most_lines(const Graph& part) { return std::max(most_lines_unasked, part.actors.size() * 3 / 2); }

std::string left_out(const Graph& whole, const Graph& part, std::size_t thinned, const RenderOptions& options) {
  const std::size_t actors = whole.actors.size() - part.actors.size();
  const std::size_t interactions = whole.interactions.size() - part.interactions.size();
  if (!options.around.empty() && thinned != 0) {
    return fmt::format("left out {} with few reports; --expand or a condition shows them",
                       plural(thinned, "interaction"));
  }
  if (!options.around.empty() || (actors == 0 && interactions == 0)) return "";
  return fmt::format("left out {} and {}; {}", plural(actors, "actor"), plural(interactions, "interaction"),
                     options.top == RenderOptions::top_by_size
                         ? "--top N, --around NAME or a condition chooses others"
                         : "what is left is what was asked for, as far as it fits");
}

// What is drawn: cut to the slice, and cut to what the view can show. `thinned` counts interactions that would make a
// hairball of it.
Result<Graph> part_of(const Graph& graph, const RenderOptions& options, std::size_t* thinned) {
  RenderOptions cut = options;
  cut.top = top_of(graph, options);
  auto part = filled_slice(graph, cut);
  if (part && options.view == View::timeline) {
    const bool unasked = options.top == RenderOptions::top_by_size && options.around.empty() && !options.expand;
    cut_to_timeline(unasked ? most_moments_unasked : most_moments, &*part);
    drop_idle("", &*part);
  }
  *thinned = 0;
  if (!part || options.view != View::network || options.expand) return part;
  const bool free = options.top == RenderOptions::top_by_size && options.around.empty();
  while (free && part && part->actors.size() > fewest_unasked && count_lines(*part) > most_lines_unasked) {
    cut.top = static_cast<unsigned>(part->actors.size()) - 3;
    part = filled_slice(graph, cut);
  }
  if (!part || count_lines(*part) <= most_lines(*part)) return part;
  const std::size_t before = part->interactions.size();
  thin(most_lines(*part), options.around, &*part);
  *thinned = before - part->interactions.size();
  return part;
}

exporting::DiagramOptions look_of(const Graph& graph, const Graph& part, const RenderOptions& options,
                                  const std::string& engine) {
  exporting::DiagramOptions look;
  look.title = options.title;
  look.note = note_of(graph, part);
  look.source = options.source;
  look.focus = options.around;
  look.countries = options.countries;
  look.group_countries = options.group_countries && engine != "neato" && engine != "sfdp";
  look.legend = options.legend;
  look.spread = engine != "dot";
  look.loose = options.expand ? SIZE_MAX : 1;
  look.edge_labels = options.expand ? part.interactions.size() <= most_labels : count_lines(part) <= most_labels;
  return look;
}

}  // namespace
}  // namespace rendering

Result<std::string> render(const Graph& graph, const RenderOptions& options, std::string* notice) {
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
  std::size_t thinned = 0;
  const Result<Graph> part = rendering::part_of(graph, options, &thinned);
  if (!part.ok()) return part.error();
  if (notice != nullptr) *notice = rendering::left_out(graph, *part, thinned, options);
  const std::string engine = options.view == View::timeline ? rendering::fixed_engine
                             : options.view == View::matrix ? "dot"
                                                            : rendering::pick_engine(*part, options);
  exporting::DiagramOptions look = rendering::look_of(graph, *part, options, engine);
  look.evidence = &graph;
  if (options.source.empty()) look.source = rendering::source_of(graph);
  exporting::Agraph diagram = options.view == View::timeline ? rendering::draw_timeline(*part, look)
                              : options.view == View::matrix ? rendering::draw_matrix(*part, look)
                                                             : exporting::draw(*part, look);
  if (options.view == View::network) {
    rendering::set_layout(engine, options.format, *part, &diagram);
  } else if (options.format == "png") {
    diagram.graph_default("dpi", "192");
  }
  if (options.dark) exporting::darken(&diagram);
  auto picture = rendering::picture(std::move(diagram), engine, options.format);
  if (picture && options.format == "svg") {
    rendering::describe(*part, options.title, look.note.empty() ? exporting::counts(*part) : look.note, &*picture);
  }
  return picture;
}

}  // namespace demarche
