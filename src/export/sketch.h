// What a diagram needs of an interaction, packed into bytes that wait in a Spill.
#ifndef DEMARCHE_EXPORT_SKETCH_H
#define DEMARCHE_EXPORT_SKETCH_H

#include <string>
#include <string_view>

#include "demarche/graph.h"

namespace demarche::exporting {

// Id, participants, what, when and how sure; not what it was about, nor who says so. Replaces what is in `out`.
void pack(const Interaction& interaction, std::string* out);

// The inverse, for bytes of pack() only.
Interaction unpack(std::string_view bytes);

}  // namespace demarche::exporting

#endif
