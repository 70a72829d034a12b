#include "demarche/export.h"
#include "export/diagram.h"

namespace demarche {

std::string write_dot(const Graph& graph) { return exporting::draw(graph, {}).dot(); }

}  // namespace demarche
