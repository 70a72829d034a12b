#include "explore/layout.h"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "export/agraph.h"

namespace demarche::exploring {
namespace {

constexpr double between_loners = 26;  // points
// Up to so many, nodes are kept from covering each other. Prism takes 7 s for 5,000 nodes, where sfdp takes 1.7, and
// spreads them evenly over a disc, so that groups can no longer be seen.
constexpr std::size_t most_apart = 1200;

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

exporting::Agraph drawing_of(const std::vector<std::uint32_t>& degree, const Ties& ties,
                             std::vector<Agnode_s*>* nodes) {
  exporting::Agraph drawing;
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"overlap", degree.size() <= most_apart ? "prism" : "true"},
           {"sep", "+5"},
           {"splines", "none"},
           {"start", "7"},
           {"K", "0.7"}}) {
    drawing.graph_default(name, value);
  }
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"shape", "circle"}, {"fixedsize", "true"}, {"label", ""}}) {
    drawing.node_default(name, value);
  }
  nodes->resize(degree.size(), nullptr);
  for (std::size_t i = 0; i < degree.size(); ++i) {
    if (degree[i] == 0) continue;
    Agnode_s* node = (*nodes)[i] = drawing.node(fmt::format("{}", i));
    const std::string width = fmt::format("{:.3f}", 0.16 + 0.07 * std::sqrt(degree[i]));
    drawing.set(node, "width", width);
    drawing.set(node, "height", width);
  }
  for (const auto& [ends, count] : ties) {
    Agedge_s* edge = drawing.edge((*nodes)[ends.first], (*nodes)[ends.second], "");
    drawing.set(edge, "weight", fmt::format("{:.3f}", 1 + std::log2(count)));
  }
  return drawing;
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
  if (!ties.empty()) {
    std::vector<Agnode_s*> drawn;
    const exporting::Agraph drawing = drawing_of(degree, ties, &drawn);
    // Its engines draw from the C library's dice, wherever somebody has left them.
    std::srand(1);
    ::srand48(1);
    agseterr(AGMAX);
    if (gvLayout(context(), drawing.get(), "sfdp") != 0) {
      const char* said = aglasterr();
      return Error{Cause::failed,
                   fmt::format("Graphviz cannot lay the graph out: {}", said ? said : "no reason given")};
    }
    for (std::size_t i = 0; i < nodes; ++i) {
      if (drawn[i] != nullptr) points[i] = {rounded(ND_coord(drawn[i]).x), rounded(ND_coord(drawn[i]).y)};
    }
    gvFreeLayout(context(), drawing.get());
  }
  seat_loners(degree, &points);
  return points;
}

}  // namespace demarche::exploring
