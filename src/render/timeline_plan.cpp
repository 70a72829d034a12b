#include "render/timeline_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "export/label.h"
#include "export/style.h"
#include "text/date.h"
#include "text/utf8.h"

namespace demarche::rendering {
namespace {

namespace style = exporting::style;

// All in points.
constexpr double axis_height = 46;  // over the first lane of a band
constexpr double band_gap = 14;
constexpr double least_column = 16;
constexpr double most_gap = 44;       // of a stretch without events
constexpr double points_a_day = 1.2;  // up to that
constexpr double letter = 6.0;        // of the small size

// A4 on its side, less a printer's margins, and about what stands over the picture.
constexpr double paper_width = 800;
constexpr double paper_height = 550;
constexpr double heading_height = 90;

std::optional<long> day_of(const Interaction& interaction) {
  const auto date = text::parse_iso(interaction.date);
  if (!date) return std::nullopt;
  return text::to_days(text::first_day(*date));
}

class Planner {
 public:
  explicit Planner(const Graph& graph) : graph_(graph) {}

  TimelinePlan plan() {
    order_lanes();
    collect();
    place();
    return std::move(plan_);
  }

 private:
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
      plan_.lane[actor->id] = plan_.lanes.size();
      plan_.lanes.push_back(actor);
    }
  }

  std::set<std::size_t> touched_by(const Interaction& interaction) const {
    std::set<std::size_t> lanes;
    for (const std::string& id : everybody(interaction)) {
      if (const auto at = plan_.lane.find(id); at != plan_.lane.end()) lanes.insert(at->second);
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
      plan_.moments.push_back({&interaction, *day, *touched.begin(), *touched.rbegin(), std::move(verb)});
    }
    std::stable_sort(plan_.moments.begin(), plan_.moments.end(), [](const Moment& a, const Moment& b) {
      return std::tuple(a.day, a.top, a.interaction->id) < std::tuple(b.day, b.top, b.interaction->id);
    });
  }

  // The width at which the picture is largest on paper.
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
    plan_.bands.assign(1, {});
    for (std::size_t from = 0; from < plan_.moments.size(); from = plan_.bands.back().last) {
      if (from > 0) plan_.bands.emplace_back();
      fill(from, width, &plan_.bands.back());
    }
    double right = 0;
    double y = 0;
    for (std::size_t i = 0; i < plan_.bands.size(); ++i) {
      Band& band = plan_.bands[i];
      for (std::size_t m = band.first; m < band.last; ++m) {
        plan_.moments[m].band = i;
        for (const std::size_t lane : touched_by(*plan_.moments[m].interaction)) band.lane.try_emplace(lane);
      }
      std::size_t number = 0;
      for (auto& [lane, place] : band.lane) place = number++;
      band.top = y;
      y -= lane_height * static_cast<double>(number) + axis_height + band_gap;
      right = std::max(right, band.right);
    }
    // Lanes of all bands end alike, but for a short last one.
    for (std::size_t i = 0; i < plan_.bands.size(); ++i) {
      if (i + 1 < plan_.bands.size()) plan_.bands[i].right = right;
    }
    return {right + name_width - names_end, heading_height - y};
  }

  // From left to right; lines whose lanes do not meet may stand in one column, if they are of one day.
  void fill(std::size_t first, double width, Band* band) {
    std::vector<double> free(plan_.lanes.size(), 0);  // where each lane is empty again
    double column = 0;
    long day = 0;
    band->first = first;
    for (band->last = first; band->last < plan_.moments.size(); ++band->last) {
      Moment& moment = plan_.moments[band->last];
      const bool new_day = band->last == first || moment.day != day;
      double at = column;
      if (band->last > first && moment.day != day) {
        // A new day is never left of the day before it.
        double right = column;
        for (std::size_t j = first; j < band->last; ++j) {
          if (plan_.moments[j].day == day) right = std::max(right, plan_.moments[j].x);
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

  const Graph& graph_;
  TimelinePlan plan_;
};

}  // namespace

std::vector<std::string> everybody(const Interaction& interaction) {
  std::vector<std::string> ids = interaction.actor;
  ids.insert(ids.end(), interaction.recipient.begin(), interaction.recipient.end());
  return ids;
}

double width_of(const Moment& moment) {
  return least_column + letter * static_cast<double>(text::count_code_points(moment.verb));
}

TimelinePlan plan_timeline(const Graph& graph) { return Planner(graph).plan(); }

}  // namespace demarche::rendering
