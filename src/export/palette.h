// The dark look: every colour of style.h has a counterpart for dark paper.
#ifndef DEMARCHE_EXPORT_PALETTE_H
#define DEMARCHE_EXPORT_PALETTE_H

#include "export/agraph.h"

namespace demarche::exporting {

// Replaces the colours of everything drawn so far. Hues stay, so that a legend learnt once holds for both.
void darken(Agraph* diagram);

}  // namespace demarche::exporting

#endif
