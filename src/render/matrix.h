// Who × whom: rows act, columns are acted upon.
#ifndef DEMARCHE_RENDER_MATRIX_H
#define DEMARCHE_RENDER_MATRIX_H

#include <cstddef>

#include "demarche/graph.h"
#include "export/agraph.h"
#include "export/diagram.h"

namespace demarche::rendering {

inline constexpr std::size_t most_rows_of_matrix = 40;

// One node that is a table, for the engine `dot`. A cell holds the number of interactions, on the colour of their
// commonest kind, the deeper the more there are; what both sides did together counts in both cells. Denied ones do not
// count. REQUIRES at most `most_rows_of_matrix` actors.
exporting::Agraph draw_matrix(const Graph& graph, const exporting::DiagramOptions& options);

}  // namespace demarche::rendering

#endif
