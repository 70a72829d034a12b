// Where the actors stand in the explorer's graph.
//
// Thread safety: none; Graphviz keeps global state.
#ifndef DEMARCHE_EXPLORE_LAYOUT_H
#define DEMARCHE_EXPLORE_LAYOUT_H

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "demarche/error.h"

namespace demarche::exploring {

struct Point {
  double x = 0;
  double y = 0;
};

// Two different nodes, the smaller number first, and how many interactions join them.
using Ties = std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>;

// One point a node. What hangs together is laid out by sfdp, nodes as large as they are drawn, kept apart; the largest
// such part stands at the top, the others side by side under it, and those without ties in rows under all. The same
// input gives the same points, rounded to hundredths. Cause::failed with Graphviz's words.
Result<std::vector<Point>> lay_out(std::size_t nodes, const Ties& ties);

}  // namespace demarche::exploring

#endif
