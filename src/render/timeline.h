// Time from left to right: a lane an actor, an upright line an interaction.
#ifndef DEMARCHE_RENDER_TIMELINE_H
#define DEMARCHE_RENDER_TIMELINE_H

#include <cstddef>

#include "demarche/graph.h"
#include "export/agraph.h"
#include "export/diagram.h"

namespace demarche::rendering {

inline constexpr std::size_t most_lanes = 30;
inline constexpr std::size_t most_moments = 150;
// As many can be read on a sheet of A4.
inline constexpr std::size_t most_moments_unasked = 40;

// Every node has its `pos`, for the engine `nop`. REQUIRES at most `most_lanes` actors and `most_moments` interactions;
// undated ones are not drawn. Long stretches without events are shortened: each day with an event has its column.
exporting::Agraph draw_timeline(const Graph& graph, const exporting::DiagramOptions& options);

}  // namespace demarche::rendering

#endif
