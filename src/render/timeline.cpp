#include "render/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "export/label.h"
#include "export/legend.h"
#include "export/stroke_words.h"
#include "export/style.h"
#include "text/date.h"
#include "text/utf8.h"

namespace demarche::rendering {
namespace {

namespace style = exporting::style;
using exporting::font_markup;

// All in points.
constexpr double lane_height = 26;
constexpr double name_width = 240;
constexpr double names_end = -24;   // where the lanes' names end
constexpr double axis_height = 46;  // over the first lane of a band
constexpr double band_gap = 14;
constexpr double least_column = 16;
constexpr double most_gap = 44;       // of a stretch without events
constexpr double points_a_day = 1.2;  // up to that
constexpr double letter = 6.0;        // of the small size
constexpr double date_width = 80;

// A4 on its side, less a printer's margins, and about what stands over the picture.
constexpr double paper_width = 800;
constexpr double paper_height = 550;
constexpr double heading_height = 90;

struct Moment {
  const Interaction* interaction;
  long day;                 // of its beginning
  std::size_t top, bottom;  // lanes that its line joins
  std::string verb;
  double x = 0;
  std::size_t band = 0;
};

// A stretch of time under the one before it, like a line of text. It has the lanes of those who do something in it.
struct Band {
  std::size_t first = 0, last = 0;          // moments [first, last)
  double right = date_width;                // where its lanes end
  double top = 0;                           // of its first lane
  std::map<std::size_t, std::size_t> lane;  // place in the band, by number of the lane
};

class Timeline {
 public:
  Timeline(const Graph& graph, const exporting::DiagramOptions& options) : graph_(graph), options_(options) {}

  exporting::Agraph draw() {
    order_lanes();
    collect();
    place();
    set_defaults();
    for (const Band& band : bands_) {
      draw_lanes(band);
      draw_axis(band);
    }
    for (std::size_t i = 0; i < moments_.size(); ++i) draw_moment(moments_[i], i);
    const std::string rows = exporting::heading_rows(graph_, options_) + legend();
    if (!rows.empty()) out_.set_html(out_.get(), "label", exporting::heading_table(rows));
    return std::move(out_);
  }

 private:
  static std::vector<std::string> everybody(const Interaction& interaction) {
    std::vector<std::string> ids = interaction.actor;
    ids.insert(ids.end(), interaction.recipient.begin(), interaction.recipient.end());
    return ids;
  }

  static std::optional<long> day_of(const Interaction& interaction) {
    const auto date = text::parse_iso(interaction.date);
    if (!date) return std::nullopt;
    return text::to_days(text::first_day(*date));
  }

  // Countrymen stand together; countries, and people within one, by their first appearance.
  void order_lanes() {
    std::map<std::string, long> first, first_of_country;
    for (const Interaction& interaction : graph_.interactions) {
      const auto day = day_of(interaction);
      if (!day) continue;
      for (const std::string& id : everybody(interaction)) {
        const auto earlier = [&](std::map<std::string, long>* days, const std::string& key) {
          long& known = days->try_emplace(key, *day).first->second;
          known = std::min(known, *day);
        };
        const Actor* const actor = graph_.actor(id);
        if (actor == nullptr) continue;
        earlier(&first, id);
        earlier(&first_of_country, actor->code.empty() ? id : actor->code);
      }
    }
    std::vector<std::pair<std::tuple<long, std::string, long, std::string>, const Actor*>> order;
    for (const Actor& actor : graph_.actors) {
      const std::string group = actor.code.empty() ? actor.id : actor.code;
      if (first.count(actor.id) == 0) continue;
      order.push_back({{first_of_country[group], group, first[actor.id], actor.id}, &actor});
    }
    std::sort(order.begin(), order.end());
    for (const auto& [key, actor] : order) {
      lane_[actor->id] = lanes_.size();
      lanes_.push_back(actor);
    }
  }

  std::set<std::size_t> touched_by(const Interaction& interaction) const {
    std::set<std::size_t> lanes;
    for (const std::string& id : everybody(interaction)) {
      if (const auto at = lane_.find(id); at != lane_.end()) lanes.insert(at->second);
    }
    return lanes;
  }

  void collect() {
    for (const Interaction& interaction : graph_.interactions) {
      const auto day = day_of(interaction);
      if (!day) continue;
      const std::set<std::size_t> touched = touched_by(interaction);
      if (touched.empty()) continue;
      std::string verb = exporting::clean(interaction.action.empty() ? interaction.event : interaction.action);
      if (interaction.status != Status::actual) verb += fmt::format(" ({})", style::edge(interaction.status).word);
      moments_.push_back({&interaction, *day, *touched.begin(), *touched.rbegin(), std::move(verb)});
    }
    std::stable_sort(moments_.begin(), moments_.end(), [](const Moment& a, const Moment& b) {
      return std::tuple(a.day, a.top, a.interaction->id) < std::tuple(b.day, b.top, b.interaction->id);
    });
  }

  static double width_of(const Moment& moment) {
    return least_column + letter * static_cast<double>(text::count_code_points(moment.verb));
  }

  // Breaks the time into bands so that the picture is largest on a sheet of paper: in one line, a year of news is a
  // strip that nobody can read in print.
  void place() {
    double best = 0;
    double best_width = 0;
    for (double width = 400; width <= 3200; width += 100) {
      const auto [wide, high] = place(width);
      const double scale = std::min(paper_width / wide, paper_height / high);
      if (scale <= best) continue;
      best = scale;
      best_width = width;
    }
    place(best_width);
  }

  // Bands of at most `width` points, names apart. The size of it all.
  std::pair<double, double> place(double width) {
    bands_.assign(1, {});
    for (std::size_t from = 0; from < moments_.size(); from = bands_.back().last) {
      if (from > 0) bands_.emplace_back();
      fill(from, width, &bands_.back());
    }
    double right = 0;
    double y = 0;
    for (std::size_t i = 0; i < bands_.size(); ++i) {
      Band& band = bands_[i];
      for (std::size_t m = band.first; m < band.last; ++m) {
        moments_[m].band = i;
        for (const std::size_t lane : touched_by(*moments_[m].interaction)) band.lane.try_emplace(lane);
      }
      std::size_t number = 0;
      for (auto& [lane, place] : band.lane) place = number++;
      band.top = y;
      y -= lane_height * static_cast<double>(number) + axis_height + band_gap;
      right = std::max(right, band.right);
    }
    // Lanes of all bands end alike, but for a short last one.
    for (std::size_t i = 0; i < bands_.size(); ++i) {
      if (i + 1 < bands_.size()) bands_[i].right = right;
    }
    return {right + name_width - names_end, heading_height - y};
  }

  // From left to right; lines whose lanes do not meet may stand in one column, if they are of one day.
  void fill(std::size_t first, double width, Band* band) {
    std::vector<double> free(lanes_.size(), 0);  // where each lane is empty again
    double column = 0;
    long day = 0;
    band->first = first;
    for (band->last = first; band->last < moments_.size(); ++band->last) {
      Moment& moment = moments_[band->last];
      const bool new_day = band->last == first || moment.day != day;
      double at = column;
      if (band->last > first && moment.day != day) {
        // A new day is never left of the day before it.
        double right = column;
        for (std::size_t j = first; j < band->last; ++j) {
          if (moments_[j].day == day) right = std::max(right, moments_[j].x);
        }
        at = right + std::clamp(points_a_day * static_cast<double>(moment.day - day), least_column, most_gap);
      }
      for (std::size_t lane = moment.top; lane <= moment.bottom; ++lane) at = std::max(at, free[lane]);
      if (band->last > first && at + width_of(moment) > width) return;
      moment.x = at;
      if (new_day) column = at;
      day = moment.day;
      for (std::size_t lane = moment.top; lane <= moment.bottom; ++lane) {
        free[lane] = at + (lane == moment.top ? width_of(moment) : least_column);
      }
      band->right = std::max(band->right, at + width_of(moment));
    }
  }

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
      const Actor& actor = *lanes_[lane];
      const std::vector<std::string> name =
          exporting::wrap(exporting::clean(actor.name.empty() ? actor.id : actor.name), 30, 1);
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
      const Moment& moment = moments_[i];
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
    const Band& band = bands_[moment.band];
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
      const auto lane = lane_.find(id);
      if (lane == lane_.end() || dots.count(lane->second) != 0) continue;
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
    if (!options_.legend || moments_.empty()) return "";
    std::set<int> quads;
    for (const Moment& moment : moments_) {
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
  std::vector<const Actor*> lanes_;
  std::map<std::string, std::size_t> lane_;
  std::vector<Moment> moments_;
  std::vector<Band> bands_;
  std::size_t points_ = 0;
  exporting::Agraph out_;
};

}  // namespace

exporting::Agraph draw_timeline(const Graph& graph, const exporting::DiagramOptions& options) {
  return Timeline(graph, options).draw();
}

}  // namespace demarche::rendering
