// Who stands apart, and where.
#include "explore/islands.h"

#include <doctest/doctest.h>

#include <set>
#include <utility>

namespace demarche::exploring {
namespace {

// A chain of `length` nodes from `from` on.
void chain(std::uint32_t from, std::uint32_t length, Ties* ties) {
  for (std::uint32_t i = 0; i + 1 < length; ++i) (*ties)[{from + i, from + i + 1}] = 1;
}

TEST_CASE("small components stand apart from a large one, the largest first") {
  Ties ties;
  chain(0, 2, &ties);
  chain(3, 12, &ties);
  chain(15, 6, &ties);
  chain(21, 7, &ties);
  CHECK(islands_of(28, ties) == Islands{{15, 16, 17, 18, 19, 20}, {0, 1}, {2}});
}

TEST_CASE("where nothing is large only loners stand apart") {
  Ties ties;
  chain(1, 3, &ties);
  CHECK(islands_of(5, ties) == Islands{{0}, {4}});
  CHECK(islands_of(0, {}).empty());
}

TEST_CASE("islands stand under the others, each in a place of its own") {
  Ties ties;
  chain(0, 12, &ties);
  for (std::uint32_t i = 12; i < 60; i += 2) chain(i, 2, &ties);
  std::vector<Point> points(80);
  for (std::size_t i = 0; i < 12; ++i) points[i] = {static_cast<double>(i) * 50, 100};
  seat(islands_of(80, ties), &points);
  std::set<std::pair<double, double>> places;
  for (std::size_t i = 0; i < points.size(); ++i) {
    places.emplace(points[i].x, points[i].y);
    if (i >= 12) CHECK(points[i].y < 100);
    CHECK(points[i].x >= 0);
    CHECK(points[i].x < 950);  // twice as wide as high, where the others take less
  }
  CHECK(places.size() == points.size());
}

}  // namespace
}  // namespace demarche::exploring
