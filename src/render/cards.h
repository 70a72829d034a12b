// The layout of our own: every frame of the diagram is a card with its actors in columns, and only the cards are placed
// by forces. Graphviz's engines for clusters spread forty actors over a wall: dot stretches each frame over all layers,
// fdp throws what has few edges far out.
#ifndef DEMARCHE_RENDER_CARDS_H
#define DEMARCHE_RENDER_CARDS_H

#include "export/agraph.h"

struct GVC_s;

namespace demarche::rendering {

// Gives every node a `pos` and every frame a `bb`, for the engine `nop`, which then routes the edges. False when
// Graphviz fails; it has said why.
bool lay_out_cards(GVC_s* context, exporting::Agraph* diagram);

}  // namespace demarche::rendering

#endif
