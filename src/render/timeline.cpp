#include "render/timeline.h"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "export/label.h"
#include "export/legend.h"
#include "export/stroke_words.h"
#include "export/style.h"
#include "render/timeline_plan.h"

namespace demarche::rendering {
namespace {

namespace style = exporting::style;
using exporting::font_markup;

class Timeline {
 public:
  Timeline(const Graph& graph, const exporting::DiagramOptions& options)
      : graph_(graph), options_(options), plan_(plan_timeline(graph)) {}

  exporting::Agraph draw() {
    set_defaults();
    for (const Band& band : plan_.bands) {
      draw_lanes(band);
      draw_axis(band);
    }
    for (std::size_t i = 0; i < plan_.moments.size(); ++i) draw_moment(plan_.moments[i], i);
    const std::string rows = exporting::heading_rows(graph_, options_) + legend();
    if (!rows.empty()) out_.set_html(out_.get(), "label", exporting::heading_table(rows));
    return std::move(out_);
  }

 private:
  double y_of(const Band& band, std::size_t lane) const {
    return band.top - lane_height * static_cast<double>(band.lane.at(lane));
  }

  Agnode_s* point(double x, double y) {
    Agnode_s* const node = out_.node(fmt::format("point {}", ++points_));
    place_at(node, x, y);
    out_.set(node, "style", "invis");
    out_.set(node, "shape", "point");
    out_.set(node, "width", "0.01");
    return node;
  }

  void place_at(Agnode_s* node, double x, double y) { out_.set(node, "pos", fmt::format("{:.2f},{:.2f}", x, y)); }

  void line(double x1, double y1, double x2, double y2, std::string_view colour, std::string_view width,
            std::string_view stroke) {
    Agnode_s* const from = point(x1, y1);
    Agedge_s* const edge = out_.edge(from, point(x2, y2), fmt::format("line {}", points_));
    out_.set(edge, "color", colour);
    out_.set(edge, "penwidth", width);
    out_.set(edge, "style", stroke);
    out_.set(edge, "dir", "none");
  }

  // Words in a box of known width, since Graphviz centres them on their place.
  void words(double left, double y, double width, std::string_view align, const std::string& markup) {
    Agnode_s* const node = out_.node(fmt::format("words {}", ++points_));
    out_.set(node, "shape", "plain");
    out_.set_html(node, "label",
                  fmt::format("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD "
                              "ALIGN=\"{}\" WIDTH=\"{:.0f}\">{}</TD></TR></TABLE>",
                              align, width, markup));
    place_at(node, left + width / 2, y);
  }

  void set_defaults() {
    for (const auto& [name, value] : style::page_defaults) out_.graph_default(name, value);
    out_.graph_default("splines", "line");
    out_.graph_default("outputorder", "edgesfirst");
    out_.node_default("fontname", style::font);
    out_.node_default("fontsize", style::small_size);
    out_.node_default("label", "");
    out_.edge_default("fontname", style::font);
    out_.edge_default("arrowsize", "0.7");
  }

  void draw_lanes(const Band& band) {
    for (const auto& [lane, place_in_band] : band.lane) {
      const double y = band.top - lane_height * static_cast<double>(place_in_band);
      const Actor& actor = *plan_.lanes[lane];
      const std::vector<std::string> name =
          exporting::wrap(exporting::clean(actor.name.empty() ? actor.id : actor.name), 34, 1);
      std::string markup = font_markup(style::note_size, style::ink,
                                       "<B>" + exporting::html_text(name.empty() ? "?" : name.front()) + "</B>");
      const std::string country = exporting::country_name(actor.code);
      if (actor.kind != Kind::state && !country.empty()) {
        markup = font_markup(style::small_size, style::quiet_ink, exporting::html_text(country) + "  ") + markup;
      }
      words(names_end - name_width, y, name_width, "RIGHT", markup + "<BR ALIGN=\"RIGHT\"/>");
      line(-12, y, band.right, y, style::cluster_border, "0.8", "solid");
    }
  }

  // A date over the first line of each day, where there is room for one.
  void draw_axis(const Band& band) {
    const double top = band.top + 36;
    double free[2] = {-1e9, -1e9};  // of two rows
    long day = 0;
    for (std::size_t i = band.first; i < band.last; ++i) {
      const Moment& moment = plan_.moments[i];
      if (i > band.first && moment.day == day) continue;
      day = moment.day;
      const int row = moment.x >= free[0] ? 0 : moment.x >= free[1] ? 1 : -1;
      line(moment.x, band.top + 18, moment.x, band.top + 12, style::quiet_ink, "0.8", "solid");
      if (row < 0) continue;
      free[row] = moment.x + date_width;
      const std::string date = exporting::date_words(moment.interaction->date, "");
      words(moment.x - 4, top + 13 * row - 9, date_width - 4, "LEFT",
            font_markup(style::small_size, style::quiet_ink, exporting::html_text(date)) + "<BR ALIGN=\"LEFT\"/>");
    }
  }

  std::string_view colour_of(const Interaction& interaction) const {
    if (interaction.status == Status::denied) return style::denied_colour;
    return style::quad_colour[interaction.quad_code >= 0 && interaction.quad_code <= 4
                                  ? static_cast<std::size_t>(interaction.quad_code)
                                  : 0];
  }

  Agnode_s* dot(double x, double y, std::string_view colour, bool filled, const std::string& tooltip,
                const std::string& url) {
    Agnode_s* const node = out_.node(fmt::format("dot {}", ++points_));
    place_at(node, x, y);
    out_.set(node, "shape", "circle");
    out_.set(node, "fixedsize", "true");
    out_.set(node, "width", filled ? "0.12" : "0.14");
    out_.set(node, "height", filled ? "0.12" : "0.14");
    out_.set(node, "style", "filled");
    out_.set(node, "color", colour);
    out_.set(node, "penwidth", "1.6");
    out_.set(node, "fillcolor", filled ? colour : style::page);
    out_.set(node, "tooltip", tooltip);
    if (!url.empty()) out_.set(node, "URL", url);
    return node;
  }

  void draw_moment(const Moment& moment, std::size_t number) {
    const Interaction& interaction = *moment.interaction;
    const Band& band = plan_.bands[moment.band];
    const std::string_view colour = colour_of(interaction);
    const Mention* const mention =
        options_.evidence == nullptr ? nullptr : exporting::best_mention(*options_.evidence, interaction);
    std::string told = exporting::in_words(graph_, interaction);
    if (mention != nullptr && !mention->text.empty()) told += ": “" + mention->text + "”";
    const std::string tooltip = exporting::plain_attribute(told);
    const bool linked =
        mention != nullptr && (mention->url.starts_with("http://") || mention->url.starts_with("https://"));
    const std::string url = linked ? exporting::plain_attribute(mention->url) : "";
    const std::set<std::string> actors(interaction.actor.begin(), interaction.actor.end());
    std::map<std::size_t, Agnode_s*> dots;
    for (const std::string& id : everybody(interaction)) {
      const auto lane = plan_.lane.find(id);
      if (lane == plan_.lane.end() || dots.count(lane->second) != 0) continue;
      // Filled for who acted, open for the other side.
      const bool filled = interaction.reciprocal || actors.count(id) != 0;
      dots[lane->second] = dot(moment.x, y_of(band, lane->second), colour, filled, tooltip, url);
    }
    for (auto at = dots.begin(); std::next(at) != dots.end(); ++at) {
      Agedge_s* const edge = out_.edge(at->second, std::next(at)->second, fmt::format("moment {}", number));
      out_.set(edge, "color", colour);
      out_.set(edge, "penwidth", "1.6");
      out_.set(edge, "style", style::edge(interaction.status).stroke);
      out_.set(edge, "dir", "none");
      out_.set(edge, "tooltip", tooltip);
      if (!url.empty()) out_.set(edge, "URL", url);
    }
    words(moment.x + 7, y_of(band, moment.top) + 8, width_of(moment) - 10, "LEFT",
          font_markup(style::small_size, interaction.status == Status::denied ? style::quiet_ink : colour,
                      exporting::html_text(moment.verb)) +
              "<BR ALIGN=\"LEFT\"/>");
  }

  std::string legend() const {
    if (!options_.legend || plan_.moments.empty()) return "";
    std::set<int> quads;
    for (const Moment& moment : plan_.moments) {
      if (moment.interaction->status != Status::denied) quads.insert(moment.interaction->quad_code);
    }
    std::string cells;
    for (const int quad : quads) {
      if (quad < 1 || quad > 4) continue;
      cells += font_markup(style::note_size, style::quad_colour[static_cast<std::size_t>(quad)], "<B>● </B>") +
               font_markup(style::small_size, style::quiet_ink,
                           fmt::format("{}   ", style::quad_word[static_cast<std::size_t>(quad)]));
    }
    cells += font_markup(style::small_size, style::quiet_ink, "● who acted   ○ the other side   time is not to scale");
    return "<TR><TD ALIGN=\"LEFT\">" + cells + "</TD></TR>";
  }

  const Graph& graph_;
  const exporting::DiagramOptions& options_;
  const TimelinePlan plan_;
  std::size_t points_ = 0;
  exporting::Agraph out_;
};

}  // namespace

exporting::Agraph draw_timeline(const Graph& graph, const exporting::DiagramOptions& options) {
  return Timeline(graph, options).draw();
}

}  // namespace demarche::rendering
