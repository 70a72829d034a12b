// Where actors stand: apart, what hangs together in one place, and not much empty paper.
#include "explore/layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace demarche::exploring {
namespace {

struct Box {
  double left = 1e9, right = -1e9, bottom = 1e9, top = -1e9;
  void add(const Point& p) {
    left = std::min(left, p.x), right = std::max(right, p.x);
    bottom = std::min(bottom, p.y), top = std::max(top, p.y);
  }
  double width() const { return right - left; }
  double height() const { return top - bottom; }
};

Box around(const std::vector<Point>& points, std::size_t first, std::size_t last) {
  Box box;
  for (std::size_t i = first; i < last; ++i) box.add(points[i]);
  return box;
}

std::vector<Point> places(std::size_t nodes, const Ties& ties) {
  auto points = lay_out(nodes, ties);
  REQUIRE(points.ok());
  return std::move(*points);
}

// Three hubs with a thousand others, each of whom deals with one or two of them.
Ties court(std::uint32_t size) {
  std::mt19937 dice(1);
  Ties ties;
  for (std::uint32_t i = 3; i < size; ++i) {
    ties[{dice() % 3, i}] = 1;
    if (dice() % 3 == 0) ties[{dice() % 3, i}] = 2;
  }
  for (std::uint32_t hub : {1U, 2U}) ties[{0, hub}] = 9;
  return ties;
}

TEST_CASE("the largest part stands at the top, the others close under it") {
  Ties ties = court(200);
  for (std::uint32_t i = 0; i < 40; ++i) ties[{200 + 2 * i, 201 + 2 * i}] = 1;
  const auto points = places(290, ties);  // the last ten have no ties
  const Box main = around(points, 0, 200);
  const Box pairs = around(points, 200, 280);
  const Box loners = around(points, 280, 290);
  CHECK(pairs.top < main.bottom);
  CHECK(loners.top < pairs.bottom);
  CHECK(pairs.width() <= main.width());
  CHECK(loners.width() <= main.width());
  CHECK(pairs.height() < main.height());
}

TEST_CASE("many pairs without a main part make a sheet, no strip") {
  Ties ties;
  for (std::uint32_t i = 0; i < 400; ++i) ties[{2 * i, 2 * i + 1}] = 1;
  const Box box = around(places(800, ties), 0, 800);
  CHECK(box.width() > box.height());
  CHECK(box.width() < 3 * box.height());
}

TEST_CASE("nobody covers another, however many there are, and hubs stay among those they deal with") {
  const std::uint32_t size = 1500;
  const Ties ties = court(size);
  const auto points = places(size, ties);
  std::size_t near = 0;
  for (std::uint32_t i = 3; i < size; ++i) {
    for (std::uint32_t j = i + 1; j < size; ++j) {
      near += std::hypot(points[i].x - points[j].x, points[i].y - points[j].y) < 10;
    }
  }
  CHECK(near == 0);
  const Box all = around(points, 0, size);
  for (const Point& hub : {points[0], points[1], points[2]}) {
    CHECK(hub.x > all.left + all.width() / 10);
    CHECK(hub.x < all.right - all.width() / 10);
    CHECK(hub.y > all.bottom + all.height() / 10);
    CHECK(hub.y < all.top - all.height() / 10);
  }
}

TEST_CASE("the same ties give the same places") {
  const auto once = places(300, court(300));
  const auto again = places(300, court(300));
  CHECK(std::equal(once.begin(), once.end(), again.begin(),
                   [](const Point& a, const Point& b) { return a.x == b.x && a.y == b.y; }));
}

TEST_CASE("nobody, and nobody with ties") {
  CHECK(places(0, {}).empty());
  CHECK(around(places(5, {}), 0, 5).width() > 0);
}

}  // namespace
}  // namespace demarche::exploring
