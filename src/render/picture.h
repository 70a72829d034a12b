// Layout and drawing through libgvc.
#ifndef DEMARCHE_RENDER_PICTURE_H
#define DEMARCHE_RENDER_PICTURE_H

#include <string>

#include "demarche/error.h"
#include "export/agraph.h"

namespace demarche::rendering {

inline constexpr const char* card_engine = "cards";  // see cards.h
inline constexpr const char* fixed_engine = "nop";   // every node has its place, and edges have no labels

// Lays `diagram` out with a Graphviz engine, or with ours, and draws it in a Graphviz format. Cause::failed with
// Graphviz's own words when it cannot. Nothing is printed.
Result<std::string> picture(exporting::Agraph diagram, const std::string& engine, const std::string& format);

}  // namespace demarche::rendering

#endif
