#include "explore/layout.h"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <string>

#include "export/agraph.h"

namespace demarche::exploring {
namespace {

// All in points.
constexpr double points_an_inch = 72;
constexpr double between_loners = 26;
constexpr double between_parts = 22;
constexpr double between_nodes = 5;
constexpr double between_few_nodes = 16;  // room for their names
constexpr std::size_t few_nodes = 300;
constexpr double side_tie = 42;  // of a part beside the main one, on the average

// One for the life of the program, as in src/render: Graphviz's text layout keeps pointers into it.
GVC_t* context() {
  static GVC_t* const shared = gvContext();
  return shared;
}

double rounded(double value) { return std::round(value * 100) / 100; }

std::vector<std::uint32_t> degrees(std::size_t nodes, const Ties& ties) {
  std::vector<std::uint32_t> out(nodes);
  for (const auto& [ends, count] : ties) {
    ++out[ends.first];
    ++out[ends.second];
  }
  return out;
}

double radius_of(std::uint32_t degree) {
  return points_an_inch / 2 * std::min(1.2, 0.16 + 0.07 * std::sqrt(static_cast<double>(degree)));
}

using Numbers = std::vector<std::uint32_t>;

// What hangs together, the largest first, then by the smallest number; nodes without ties are left out.
std::vector<Numbers> parts_of(const std::vector<std::uint32_t>& degree, const Ties& ties) {
  Numbers leader(degree.size());
  std::iota(leader.begin(), leader.end(), 0u);
  const auto find = [&](std::uint32_t i) {
    while (leader[i] != i) i = leader[i] = leader[leader[i]];
    return i;
  };
  for (const auto& [ends, count] : ties) {
    const std::uint32_t one = find(ends.first);
    const std::uint32_t other = find(ends.second);
    leader[std::max(one, other)] = std::min(one, other);
  }
  std::map<std::uint32_t, Numbers> by_leader;
  for (std::uint32_t i = 0; i < degree.size(); ++i) {
    if (degree[i] != 0) by_leader[find(i)].push_back(i);
  }
  std::vector<Numbers> parts;
  for (auto& [first, part] : by_leader) parts.push_back(std::move(part));
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return parts;
}

// Pushes nodes apart until none covers another. Graphviz's own way, prism, takes 7 s for 5,000 nodes and spreads them
// evenly over a disc, so that groups can no longer be seen.
void part_from_each_other(const std::vector<double>& radius, std::vector<Point>* points) {
  // The few that are left in the densest crowds of a large graph are worth no more time.
  const std::size_t most_rounds = std::clamp<std::size_t>(400'000 / points->size(), 60, 300);
  constexpr double enough = 1;
  constexpr double golden_angle = 2.399963;
  const double gap = points->size() <= few_nodes ? between_few_nodes : between_nodes;
  Numbers order(points->size());
  std::iota(order.begin(), order.end(), 0u);
  const auto left_of = [&](std::uint32_t i) { return (*points)[i].x - radius[i]; };
  for (std::size_t round = 0; round < most_rounds; ++round) {
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return std::pair(left_of(a), a) < std::pair(left_of(b), b); });
    double worst = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (std::size_t j = i + 1; j < order.size(); ++j) {
        const std::uint32_t one = order[i], other = order[j];
        Point& a = (*points)[one];
        Point& b = (*points)[other];
        if (left_of(other) > a.x + radius[one] + gap) break;
        const double wanted = radius[one] + radius[other] + gap;
        Point way{b.x - a.x, b.y - a.y};
        double distance = std::hypot(way.x, way.y);
        if (distance >= wanted) continue;
        worst = std::max(worst, wanted - distance);
        if (distance < 1e-6) way = {std::cos(golden_angle * other), std::sin(golden_angle * other)}, distance = 1;
        // The smaller one goes: hubs, with hundreds of small ones round them, stay where they are.
        const double heavy = std::pow(radius[other], 3);
        const double share = heavy / (std::pow(radius[one], 3) + heavy);
        const double push = (wanted - std::min(distance, wanted)) / distance;
        a = {a.x - way.x * push * share, a.y - way.y * push * share};
        b = {b.x + way.x * push * (1 - share), b.y + way.y * push * (1 - share)};
      }
    }
    if (worst < enough) return;
  }
}

exporting::Agraph drawing_of(const Numbers& part, const std::vector<std::uint32_t>& degree,
                             const std::vector<const Ties::value_type*>& ties, std::vector<Agnode_s*>* nodes) {
  exporting::Agraph drawing;
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"overlap", "true"}, {"splines", "none"}, {"start", "7"}, {"K", "0.7"}, {"repulsiveforce", "1.5"}}) {
    drawing.graph_default(name, value);
  }
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"shape", "circle"}, {"fixedsize", "true"}, {"label", ""}}) {
    drawing.node_default(name, value);
  }
  for (const std::uint32_t i : part) {
    Agnode_s* node = (*nodes)[i] = drawing.node(fmt::format("{}", i));
    const std::string width = fmt::format("{:.3f}", 2 * radius_of(degree[i]) / points_an_inch);
    drawing.set(node, "width", width);
    drawing.set(node, "height", width);
  }
  for (const Ties::value_type* tie : ties) {
    Agedge_s* edge = drawing.edge((*nodes)[tie->first.first], (*nodes)[tie->first.second], "");
    drawing.set(edge, "weight", fmt::format("{:.3f}", 1 + std::log2(tie->second)));
  }
  return drawing;
}

// Where the nodes of one part stand, seen from anywhere. What stands beside the main part is drawn small.
Result<std::vector<Point>> places_in(const Numbers& part, const std::vector<std::uint32_t>& degree,
                                     const std::vector<const Ties::value_type*>& ties, bool beside,
                                     std::vector<Agnode_s*>* nodes) {
  std::vector<Point> places;
  if (part.size() == 2) return std::vector<Point>{{0, 0}, {1.5 * between_loners, 0}};
  const exporting::Agraph drawing = drawing_of(part, degree, ties, nodes);
  // Its engines draw from the C library's dice, wherever somebody has left them.
  std::srand(1);
  ::srand48(1);
  agseterr(AGMAX);
  if (gvLayout(context(), drawing.get(), "sfdp") != 0) {
    const char* said = aglasterr();
    return Error{Cause::failed, fmt::format("Graphviz cannot lay the graph out: {}", said ? said : "no reason given")};
  }
  std::vector<double> radius;
  for (const std::uint32_t i : part) {
    places.push_back({ND_coord((*nodes)[i]).x, ND_coord((*nodes)[i]).y});
    radius.push_back(radius_of(degree[i]));
  }
  if (beside) {
    double length = 1e-6;
    for (const Ties::value_type* tie : ties) {
      const pointf from = ND_coord((*nodes)[tie->first.first]), to = ND_coord((*nodes)[tie->first.second]);
      length += std::hypot(from.x - to.x, from.y - to.y) / static_cast<double>(ties.size());
    }
    for (Point& p : places) p = {p.x * side_tie / length, p.y * side_tie / length};
  }
  gvFreeLayout(context(), drawing.get());
  part_from_each_other(radius, &places);
  return places;
}

// A part with its own places, and the room that it takes.
struct Patch {
  Numbers nodes;
  std::vector<Point> places;
  double left = 0, right = 0, bottom = 0, top = 0;
  double width() const { return right - left + between_parts; }
  double height() const { return top - bottom + between_parts; }
};

Patch patch_of(Numbers nodes, std::vector<Point> places, const std::vector<std::uint32_t>& degree) {
  Patch patch{std::move(nodes), std::move(places)};
  for (std::size_t i = 0; i < patch.nodes.size(); ++i) {
    const Point& p = patch.places[i];
    const double r = radius_of(degree[patch.nodes[i]]);
    patch.left = i == 0 ? p.x - r : std::min(patch.left, p.x - r);
    patch.right = i == 0 ? p.x + r : std::max(patch.right, p.x + r);
    patch.bottom = i == 0 ? p.y - r : std::min(patch.bottom, p.y - r);
    patch.top = i == 0 ? p.y + r : std::max(patch.top, p.y + r);
  }
  return patch;
}

void put(const Patch& patch, double left, double top, std::vector<Point>* points) {
  for (std::size_t i = 0; i < patch.nodes.size(); ++i) {
    const Point& p = patch.places[i];
    (*points)[patch.nodes[i]] = {rounded(p.x - patch.left + left), rounded(p.y - patch.top + top)};
  }
}

// The largest part at the top, the others under it on shelves as wide as it is, the highest first.
void pack(std::vector<Patch> patches, std::vector<Point>* points) {
  constexpr double wide = 1.6;  // where the others take more room than the first: width to height
  if (patches.empty()) return;
  double area = 0;
  for (std::size_t i = 1; i < patches.size(); ++i) area += patches[i].width() * patches[i].height();
  const double width = std::max(patches.front().width(), std::sqrt(wide * area));
  put(patches.front(), (width - patches.front().width()) / 2, 0, points);
  std::stable_sort(patches.begin() + 1, patches.end(),
                   [](const Patch& a, const Patch& b) { return a.height() > b.height(); });
  double top = -patches.front().height();
  double right = 0;
  double deepest = 0;
  for (std::size_t i = 1; i < patches.size(); ++i) {
    if (right > 0 && right + patches[i].width() > width) {
      top -= std::exchange(deepest, 0);
      right = 0;
    }
    put(patches[i], right, top, points);
    right += patches[i].width();
    deepest = std::max(deepest, patches[i].height());
  }
}

// Rows as wide as the drawing above them.
void seat_loners(const std::vector<std::uint32_t>& degree, std::vector<Point>* points) {
  double left = 0, right = 0, bottom = 0;
  bool any = false;
  for (std::size_t i = 0; i < degree.size(); ++i) {
    if (degree[i] == 0) continue;
    const Point& p = (*points)[i];
    left = any ? std::min(left, p.x) : p.x;
    right = any ? std::max(right, p.x) : p.x;
    bottom = any ? std::min(bottom, p.y) : p.y;
    any = true;
  }
  const auto loners = static_cast<std::size_t>(std::count(degree.begin(), degree.end(), 0u));
  const auto fit = static_cast<std::size_t>((right - left) / between_loners) + 1;
  const auto square = static_cast<std::size_t>(std::ceil(std::sqrt(2.0 * static_cast<double>(loners))));
  const std::size_t columns = std::max<std::size_t>({fit, square, 1});
  if (any) bottom -= 2 * between_loners;
  std::size_t seated = 0;
  for (std::size_t i = 0; i < degree.size(); ++i) {
    if (degree[i] != 0) continue;
    (*points)[i] = {rounded(left + static_cast<double>(seated % columns) * between_loners),
                    rounded(bottom - static_cast<double>(seated / columns) * between_loners)};
    ++seated;
  }
}

}  // namespace

Result<std::vector<Point>> lay_out(std::size_t nodes, const Ties& ties) {
  const std::vector<std::uint32_t> degree = degrees(nodes, ties);
  std::vector<Point> points(nodes);
  std::vector<Numbers> parts = parts_of(degree, ties);
  std::vector<std::size_t> part_of(nodes);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (const std::uint32_t node : parts[i]) part_of[node] = i;
  }
  std::vector<std::vector<const Ties::value_type*>> ties_in(parts.size());
  for (const auto& tie : ties) ties_in[part_of[tie.first.first]].push_back(&tie);
  std::vector<Agnode_s*> drawn(nodes);
  std::vector<Patch> patches;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto places = places_in(parts[i], degree, ties_in[i], i > 0, &drawn);
    if (!places) return places.error();
    patches.push_back(patch_of(std::move(parts[i]), std::move(*places), degree));
  }
  pack(std::move(patches), &points);
  seat_loners(degree, &points);
  return points;
}

}  // namespace demarche::exploring
