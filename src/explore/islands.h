// Actors that stand apart: the few who deal with nobody but each other, or with nobody at all.
#ifndef DEMARCHE_EXPLORE_ISLANDS_H
#define DEMARCHE_EXPLORE_ISLANDS_H

#include <cstddef>
#include <cstdint>
#include <vector>

#include "explore/layout.h"

namespace demarche::exploring {

// The largest first, of equals that with the smallest number; in each the nodes in their order.
using Islands = std::vector<std::vector<std::uint32_t>>;

// Nodes without ties; and where some component has a dozen nodes or more, those of half a dozen at most.
Islands islands_of(std::size_t nodes, const Ties& ties);

// Gives each island a place in rows under all other points, as wide as these or twice as wide as high: a layout would
// scatter them over the paper and press the rest together. REQUIRES a point for each node.
void seat(const Islands& islands, std::vector<Point>* points);

}  // namespace demarche::exploring

#endif
