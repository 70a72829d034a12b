#include "render/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "export/label.h"
#include "export/legend.h"
#include "export/pairs.h"
#include "export/stroke_words.h"
#include "export/style.h"

namespace demarche::rendering {
namespace {

namespace style = exporting::style;
using exporting::font_markup;

struct Cell {
  std::array<unsigned, 5> quad{};
  unsigned count = 0;
  std::vector<const Interaction*> interactions;
};

class Matrix {
 public:
  Matrix(const Graph& graph, const exporting::DiagramOptions& options) : graph_(graph), options_(options) {}

  exporting::Agraph draw() {
    count();
    order();
    exporting::Agraph out;
    for (const auto& [name, value] : style::page_defaults) out.graph_default(name, value);
    out.node_default("fontname", style::font);
    out.node_default("fontcolor", style::ink);
    Agnode_s* const node = out.node("matrix");
    out.set(node, "shape", "plain");
    out.set(node, "tooltip", "who × whom");
    out.set_html(node, "label", table());
    const std::string rows = exporting::heading_rows(graph_, options_) + legend();
    if (!rows.empty()) out.set_html(out.get(), "label", exporting::heading_table(rows));
    return out;
  }

 private:
  void add(const std::string& from, const std::string& to, const Interaction& interaction) {
    Cell& cell = cells_[{from, to}];
    ++cell.count;
    ++cell.quad[static_cast<std::size_t>(
        interaction.quad_code >= 0 && interaction.quad_code <= 4 ? interaction.quad_code : 0)];
    cell.interactions.push_back(&interaction);
    ++busy_[from];
    ++busy_[to];
    most_ = std::max(most_, cell.count);
  }

  void count() {
    for (const Interaction& interaction : graph_.interactions) {
      if (interaction.status == Status::denied) continue;
      for (const exporting::Pair& pair : exporting::pairs_of(interaction)) {
        if (*pair.from == *pair.to) continue;
        add(*pair.from, *pair.to, interaction);
        if (interaction.reciprocal) add(*pair.to, *pair.from, interaction);
      }
    }
  }

  // Countrymen together, the busiest country first and within it the busiest actor.
  void order() {
    std::map<std::string, unsigned> of_country;
    const auto group_of = [](const Actor& actor) { return actor.code.empty() ? actor.id : actor.code; };
    for (const Actor& actor : graph_.actors) of_country[group_of(actor)] += busy_[actor.id];
    for (const Actor& actor : graph_.actors) {
      if (busy_[actor.id] > 0) actors_.push_back(&actor);
    }
    std::sort(actors_.begin(), actors_.end(), [&](const Actor* a, const Actor* b) {
      const std::string in_a = group_of(*a);
      const std::string in_b = group_of(*b);
      if (in_a != in_b) return std::pair(of_country[in_b], in_a) < std::pair(of_country[in_a], in_b);
      return std::pair(busy_[b->id], a->id) < std::pair(busy_[a->id], b->id);
    });
  }

  static std::string name_of(const Actor& actor) {
    const auto lines = exporting::wrap(exporting::clean(actor.name.empty() ? actor.id : actor.name), 34, 1);
    return lines.empty() ? "?" : lines.front();
  }

  // Graphviz cannot turn words, so columns have the numbers of their rows.
  std::string table() const {
    std::string out =
        fmt::format("<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" CELLPADDING=\"3\" COLOR=\"{}\">",
                    style::cluster_border);
    out += "<TR><TD BORDER=\"0\"></TD>";
    for (std::size_t i = 0; i < actors_.size(); ++i) {
      out += fmt::format("<TD BORDER=\"0\" WIDTH=\"26\" HEIGHT=\"22\" TITLE=\"{}\" HREF=\"#\">{}</TD>",
                         attribute(name_of(*actors_[i])),
                         font_markup(style::small_size, style::quiet_ink, fmt::format("<B>{}</B>", i + 1)));
    }
    out += "</TR>";
    for (std::size_t row = 0; row < actors_.size(); ++row) out += row_of(row);
    return out + "</TABLE>";
  }

  std::string row_of(std::size_t row) const {
    std::string out = fmt::format(
        "<TR><TD BORDER=\"0\" ALIGN=\"RIGHT\" HEIGHT=\"24\">{}{}</TD>",
        font_markup(style::edge_size, style::ink, "<B>" + exporting::html_text(name_of(*actors_[row])) + "</B>"),
        font_markup(style::small_size, style::quiet_ink, fmt::format("  {} ", row + 1)));
    for (std::size_t column = 0; column < actors_.size(); ++column) out += cell_of(row, column);
    return out + "</TR>";
  }

  std::string cell_of(std::size_t row, std::size_t column) const {
    if (row == column) return fmt::format("<TD BGCOLOR=\"{}\"></TD>", style::cluster_border);
    const auto found = cells_.find({actors_[row]->id, actors_[column]->id});
    if (found == cells_.end()) return "<TD></TD>";
    const Cell& cell = found->second;
    const auto quad =
        static_cast<std::size_t>(std::max_element(cell.quad.begin(), cell.quad.end()) - cell.quad.begin());
    const unsigned depth = most_ <= 1 ? 0 : std::min(3U, 4 * (cell.count - 1) / most_);
    const style::Shade& shade = style::shades[quad][depth];
    return fmt::format("<TD BGCOLOR=\"{}\" TITLE=\"{}\" HREF=\"{}\">{}</TD>", shade.paper, attribute(told(cell)),
                       link(cell), font_markup(style::edge_size, shade.ink, fmt::format("{}", cell.count)));
  }

  static std::string attribute(const std::string& text) { return exporting::html_text(text); }

  std::string told(const Cell& cell) const {
    constexpr std::size_t most = 6;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, cell.interactions.size()); ++i) {
      out += (out.empty() ? "" : " — ") + exporting::in_words(graph_, *cell.interactions[i]);
    }
    return cell.interactions.size() > most ? out + fmt::format(" — and {} more", cell.interactions.size() - most) : out;
  }

  std::string link(const Cell& cell) const {
    for (const Interaction* const interaction : cell.interactions) {
      const Mention* const mention =
          options_.evidence == nullptr ? nullptr : exporting::best_mention(*options_.evidence, *interaction);
      if (mention != nullptr && (mention->url.starts_with("http://") || mention->url.starts_with("https://"))) {
        return exporting::html_text(mention->url);
      }
    }
    return "#";
  }

  std::string legend() const {
    if (!options_.legend || actors_.empty()) return "";
    std::string words = font_markup(style::small_size, style::quiet_ink,
                                    "Rows act, columns are acted upon; colour is the commonest kind: ");
    for (std::size_t quad = 1; quad <= 4; ++quad) {
      words += font_markup(style::note_size, style::quad_colour[quad], "<B>■ </B>") +
               font_markup(style::small_size, style::quiet_ink, fmt::format("{}   ", style::quad_word[quad]));
    }
    return "<TR><TD ALIGN=\"LEFT\">" + words + "</TD></TR>";
  }

  const Graph& graph_;
  const exporting::DiagramOptions& options_;
  std::map<std::pair<std::string, std::string>, Cell> cells_;
  std::map<std::string, unsigned> busy_;
  std::vector<const Actor*> actors_;
  unsigned most_ = 0;
};

}  // namespace

exporting::Agraph draw_matrix(const Graph& graph, const exporting::DiagramOptions& options) {
  return Matrix(graph, options).draw();
}

}  // namespace demarche::rendering
