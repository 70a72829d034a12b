// The dark look: every colour of style.h has a counterpart for dark paper.
#ifndef DEMARCHE_EXPORT_PALETTE_H
#define DEMARCHE_EXPORT_PALETTE_H

#include <string_view>

#include "export/agraph.h"

namespace demarche::exporting {

// What stands for a light colour ("#0067A3") in the dark look; a colour that is none of ours as it is.
std::string_view dark_colour(std::string_view colour);

// Replaces the colours of everything drawn so far. Hues stay, so that a legend learnt once holds for both.
void darken(Agraph* diagram);

}  // namespace demarche::exporting

#endif
