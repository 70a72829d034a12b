// Part of a graph, so that a picture stays readable.
#ifndef DEMARCHE_RENDER_SLICE_H
#define DEMARCHE_RENDER_SLICE_H

#include "demarche/error.h"
#include "demarche/graph.h"
#include "demarche/render.h"

namespace demarche::rendering {

// The actors that `around`, `hops` and `top` leave, and the interactions among them. An interaction that loses some of
// its participants keeps the others; it goes when nobody is left on a side that had somebody. Mentions and sources are
// left out. Cause::wrong_use when there is no actor `around`.
Result<Graph> slice(const Graph& graph, const RenderOptions& options);

}  // namespace demarche::rendering

#endif
