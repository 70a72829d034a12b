// SVG for those who hear it read.
#ifndef DEMARCHE_RENDER_ACCESSIBLE_H
#define DEMARCHE_RENDER_ACCESSIBLE_H

#include <string>

#include "demarche/graph.h"

namespace demarche::rendering {

// Gives the picture a title and a description in words, one sentence an interaction, and says that it is one picture
// (WAI-ARIA graphics). Long descriptions end with what they leave out.
void describe(const Graph& graph, const std::string& title, const std::string& note, std::string* svg);

}  // namespace demarche::rendering

#endif
