#include "export/diagram.h"

#include "export/graph_canvas.h"
#include "export/label.h"
#include "export/legend.h"
#include "export/painter.h"

namespace demarche::exporting {
Agraph draw(const Graph& graph, const DiagramOptions& options) {
  GraphCanvas canvas;
  Painter painter(graph, options, &canvas);
  const Drawing drawing = plan_drawing(graph, options.loose);
  Seen seen;
  painter.begin();
  for (const Stroke& stroke : drawing.strokes) painter.paint(stroke), seen.note(stroke);
  for (const Gathering& gathering : drawing.gatherings) painter.paint(gathering), seen.note(gathering);
  painter.end(heading(graph, seen, options));
  return std::move(canvas.graph);
}

}  // namespace demarche::exporting
