// Which documents say what another one has said before: wire copies, reprints.
#ifndef DEMARCHE_GRAPH_COPIES_H
#define DEMARCHE_GRAPH_COPIES_H

#include <cstdint>
#include <vector>

#include "demarche/graph.h"

namespace demarche::graph {

// result[i] is the number of the source that i is a copy of, i itself where it is none. Copies of copies lead to the
// first. A source is a copy when one that comes first (text::comes_first) says it all (text::repeats) within a day, so
// another source more never makes the first of its copies out of a copy: a copy need not be read, whatever comes.
//
// Linear but for texts that share a band.
std::vector<std::uint32_t> first_reports(const std::vector<Source>& sources);

}  // namespace demarche::graph

#endif
