// Where the words on edges stand.
#ifndef DEMARCHE_RENDER_PLACEMENT_H
#define DEMARCHE_RENDER_PLACEMENT_H

#include "export/agraph.h"

struct GVC_s;

namespace demarche::rendering {

// REQUIRES a layout. Graphviz puts a label at the middle of its edge, whatever else is there. This moves each along its
// edge to where it covers the fewest nodes, labels and other edges. The order of the edges decides who chooses first,
// so the same graph gives the same picture. Words that find no place without covering a name are left out.
void place_labels(Agraph_s* graph);

// REQUIRES a layout. Graphviz draws each label with its edge, so that later edges run across the words. This turns the
// labels into nodes, which are drawn last, and lays the graph out again with everything where it was. False when
// Graphviz fails; it has said why.
bool lift_labels(GVC_s* context, exporting::Agraph* diagram);

}  // namespace demarche::rendering

#endif
