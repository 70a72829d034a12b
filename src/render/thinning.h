// Fewer lines in a crowded picture.
#ifndef DEMARCHE_RENDER_THINNING_H
#define DEMARCHE_RENDER_THINNING_H

#include <cstddef>
#include <string_view>

#include "demarche/graph.h"

namespace demarche::rendering {

// Lines that a picture of these interactions has: a bundle is one, a gathering one for each guest.
std::size_t count_lines(const Graph& part);

// Takes away interactions until at most `most` lines are left, the least reported first; what has to do with the actor
// `centre` (empty = nobody) goes last. Everybody keeps the best line, so that a few more may be left. Nobody goes.
void thin(std::size_t most, std::string_view centre, Graph* part);

}  // namespace demarche::rendering

#endif
