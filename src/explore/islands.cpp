#include "explore/islands.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace demarche::exploring {
namespace {

constexpr std::size_t most_of_island = 6;
constexpr std::size_t fewest_of_mainland = 12;
constexpr double between = 26;  // nodes of an island, and loners, in points

// The number of its component's first node, for each node.
std::vector<std::uint32_t> components(std::size_t nodes, const Ties& ties) {
  std::vector<std::uint32_t> first(nodes);
  std::iota(first.begin(), first.end(), 0u);
  const auto root = [&](std::uint32_t node) {
    while (first[node] != node) node = first[node] = first[first[node]];
    return node;
  };
  for (const auto& [ends, count] : ties) {
    const std::uint32_t a = root(ends.first), b = root(ends.second);
    first[std::max(a, b)] = std::min(a, b);
  }
  for (std::uint32_t node = 0; node < nodes; ++node) first[node] = root(node);
  return first;
}

double rounded(double value) { return std::round(value * 100) / 100; }

// Of the circle on which an island's nodes stand.
double radius(std::size_t nodes) {
  if (nodes < 2) return 0;
  return std::max(between, between * static_cast<double>(nodes) / (2 * std::numbers::pi));
}

double width(const std::vector<std::uint32_t>& island) {
  return 2 * radius(island.size()) + (island.size() < 2 ? between : 3 * between);
}

// Where the others stand.
struct Mainland {
  double left = 0, right = 0, bottom = 0;
};

Mainland mainland(const Islands& islands, const std::vector<Point>& points) {
  std::vector<bool> apart(points.size());
  for (const auto& island : islands) {
    for (const std::uint32_t node : island) apart[node] = true;
  }
  Mainland out;
  bool any = false;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (apart[i]) continue;
    out.left = any ? std::min(out.left, points[i].x) : points[i].x;
    out.right = any ? std::max(out.right, points[i].x) : points[i].x;
    out.bottom = any ? std::min(out.bottom, points[i].y) : points[i].y;
    any = true;
  }
  if (any) out.bottom -= 2 * between;
  return out;
}

}  // namespace

Islands islands_of(std::size_t nodes, const Ties& ties) {
  const std::vector<std::uint32_t> first = components(nodes, ties);
  Islands all(nodes);
  for (std::uint32_t node = 0; node < nodes; ++node) all[first[node]].push_back(node);
  const bool has_mainland =
      std::any_of(all.begin(), all.end(), [](const auto& each) { return each.size() >= fewest_of_mainland; });
  const std::size_t most = has_mainland ? most_of_island : 1;
  std::erase_if(all, [most](const auto& each) { return each.empty() || each.size() > most; });
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return all;
}

void seat(const Islands& islands, std::vector<Point>* points) {
  const Mainland land = mainland(islands, *points);
  double area = 0;
  for (const auto& island : islands) area += width(island) * width(island);
  const double row = std::max(land.right - land.left, std::sqrt(2 * area));
  double x = land.left, y = land.bottom, height = 0;
  for (const auto& island : islands) {
    const double size = width(island), r = radius(island.size());
    if (x > land.left && x + size > land.left + row + between) {
      x = land.left;
      y -= height;
      height = 0;
    }
    for (std::size_t i = 0; i < island.size(); ++i) {
      const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(island.size());
      (*points)[island[i]] = {rounded(x + r - r * std::cos(angle)), rounded(y - r + r * std::sin(angle))};
    }
    x += size;
    height = std::max(height, size);
  }
}

}  // namespace demarche::exploring
