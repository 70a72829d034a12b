#include "render/placement.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

namespace demarche::rendering {
namespace {

// More edges than that are drawn too small for their labels to be read; the search is quadratic.
constexpr std::size_t most_edges = 600;

// Marks an edge whose words are left out.
constexpr const char* unsaid = "unsaid";

struct Box {
  double left, bottom, right, top;
};

Box around(pointf centre, double width, double height) {
  return {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2};
}

double overlap(const Box& a, const Box& b) {
  const double width = std::min(a.right, b.right) - std::max(a.left, b.left);
  const double height = std::min(a.top, b.top) - std::max(a.bottom, b.bottom);
  return width > 0 && height > 0 ? width * height : 0;
}

bool holds(const Box& box, pointf p) { return p.x > box.left && p.x < box.right && p.y > box.bottom && p.y < box.top; }

pointf between(pointf a, pointf b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

// De Casteljau.
pointf on_cubic(const pointf* p, double t) {
  const pointf ab = between(p[0], p[1], t);
  const pointf bc = between(p[1], p[2], t);
  const pointf cd = between(p[2], p[3], t);
  return between(between(ab, bc, t), between(bc, cd, t), t);
}

using Path = std::vector<pointf>;

// Points in even steps along the edge.
Path sample(const splines& curve) {
  constexpr int steps_a_piece = 12;
  Path fine;
  for (int i = 0; i < curve.size; ++i) {
    const bezier& piece = curve.list[i];
    for (int at = 0; at + 3 < piece.size; at += 3) {
      for (int step = 0; step <= steps_a_piece; ++step) {
        fine.push_back(on_cubic(piece.list + at, static_cast<double>(step) / steps_a_piece));
      }
    }
  }
  return fine;
}

double length_of(const Path& path) {
  double length = 0;
  for (std::size_t i = 1; i < path.size(); ++i)
    length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
  return length;
}

// The point at a share of the path's length.
pointf at_share(const Path& path, double share) {
  std::vector<double> length = {0};
  for (std::size_t i = 1; i < path.size(); ++i) {
    length.push_back(length.back() + std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y));
  }
  const double wanted = share * length.back();
  const auto found = std::lower_bound(length.begin(), length.end(), wanted);
  return path[static_cast<std::size_t>(std::min<std::ptrdiff_t>(found - length.begin(), std::ssize(path) - 1))];
}

struct Labelled {
  Agedge_t* edge;
  textlabel_t* label;
  Path path;
};

struct Obstacles {
  std::vector<Box> nodes;
  std::vector<Box> labels;
  std::vector<Labelled> edges;
};

void add_frame_labels(Agraph_t* graph, Obstacles* obstacles) {
  for (int i = 1; i <= GD_n_cluster(graph); ++i) {
    const textlabel_t* label = GD_label(GD_clust(graph)[i]);
    if (label != nullptr && label->set) obstacles->labels.push_back(around(label->pos, label->dimen.x, label->dimen.y));
  }
}

Obstacles look_around(Agraph_t* graph) {
  constexpr double points_an_inch = 72;
  Obstacles obstacles;
  add_frame_labels(graph, &obstacles);
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    obstacles.nodes.push_back(
        around(ND_coord(node), ND_width(node) * points_an_inch, ND_height(node) * points_an_inch));
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      if (ED_spl(edge) == nullptr || ED_label(edge) == nullptr) continue;
      obstacles.edges.push_back({edge, ED_label(edge), sample(*ED_spl(edge))});
    }
  }
  return obstacles;
}

// In square points covered; an edge that runs through counts less than words that cannot be read.
double cost(const Box& box, const Labelled& self, const Obstacles& obstacles) {
  double sum = 0;
  // Names before all: one that is covered makes the picture useless.
  for (const Box& node : obstacles.nodes) sum += 12 * overlap(box, node);
  for (const Box& label : obstacles.labels) sum += 6 * overlap(box, label);
  for (const Labelled& other : obstacles.edges) {
    if (other.label == self.label) continue;
    sum += 25.0 * static_cast<double>(
                      std::count_if(other.path.begin(), other.path.end(), [&](pointf p) { return holds(box, p); }));
  }
  return sum;
}

// Even at its best place it would cover a name, or most of other words. What it says stays in the tooltip.
bool is_hidden(const Box& box, const Obstacles& obstacles) {
  constexpr double most_of_names = 0.01;
  constexpr double most_of_words = 0.01;  // a letter is more
  const double area = (box.right - box.left) * (box.top - box.bottom);
  double names = 0;
  double words = 0;
  for (const Box& node : obstacles.nodes) names += overlap(box, node);
  for (const Box& label : obstacles.labels) words += overlap(box, label);
  return names > most_of_names * area || words > most_of_words * area;
}

void place(const Labelled& edge, Obstacles* obstacles) {
  constexpr int steps = 15;
  constexpr double step = 0.025;
  double least = HUGE_VAL;
  Box best{};
  // From the middle outwards: 0.5, 0.475, 0.525 …; the line runs through the middle of its words, or at least through
  // them.
  for (int i = 0; i <= 2 * steps; ++i) {
    const double share = 0.5 + step * ((i + 1) / 2) * (i % 2 == 0 ? 1 : -1);
    const pointf on_line = at_share(edge.path, share);
    for (const double aside : {0.0, -0.32, 0.32}) {
      const pointf point = {on_line.x + aside * edge.label->dimen.x, on_line.y};
      const Box box = around(point, edge.label->dimen.x + 4, edge.label->dimen.y + 2);
      const double here = cost(box, edge, *obstacles) + 60 * std::abs(share - 0.5) + 90 * std::abs(aside);
      if (here >= least) continue;
      least = here;
      best = box;
      edge.label->pos = point;
    }
  }
  edge.label->set = TRUE;
  if (is_hidden(best, *obstacles)) {
    agsafeset(edge.edge, const_cast<char*>(unsaid), const_cast<char*>("true"), const_cast<char*>(""));
  } else {
    obstacles->labels.push_back(best);
  }
}

}  // namespace

void place_labels(Agraph_s* graph) {
  Obstacles obstacles = look_around(graph);
  if (obstacles.edges.size() > most_edges) return;
  // Short edges have the least choice, so they choose first.
  std::vector<std::size_t> order(obstacles.edges.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return length_of(obstacles.edges[a].path) < length_of(obstacles.edges[b].path);
  });
  for (const std::size_t i : order) {
    const Labelled edge = obstacles.edges[i];
    if (!edge.path.empty()) place(edge, &obstacles);
  }
}

namespace {

char* attribute(void* thing, const char* name) { return agget(thing, const_cast<char*>(name)); }

// The names of frames, on paper of the frame's colour.
void lift_frame_names(const std::vector<Agraph_t*>& frames, exporting::Agraph* diagram) {
  std::size_t number = 0;
  for (Agraph_t* frame : frames) {
    const std::string place = attribute(frame, "lp");
    if (place.empty()) continue;
    Agnode_t* words = diagram->node("words of frame " + std::to_string(++number));
    diagram->set_html(
        words, "label",
        std::string("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\" BGCOLOR=\"") +
            attribute(frame, "fillcolor") + "\"><TR><TD>" + attribute(frame, "label") + "</TD></TR></TABLE>");
    diagram->set(words, "shape", "plain");
    diagram->set(words, "pos", place);
    diagram->set(frame, "label", "");
  }
}

}  // namespace

bool lift_labels(GVC_s* context, exporting::Agraph* diagram) {
  Agraph_t* graph = diagram->get();
  attach_attrs(graph);
  std::vector<Agraph_t*> frames;
  for (int i = 1; i <= GD_n_cluster(graph); ++i) {
    if (GD_label(GD_clust(graph)[i]) != nullptr) frames.push_back(GD_clust(graph)[i]);
  }
  std::vector<Agedge_t*> labelled;
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      if (ED_label(edge) != nullptr) labelled.push_back(edge);
    }
  }
  // Before new nodes come, which the layout does not know and would free wrongly.
  gvFreeLayout(context, graph);
  lift_frame_names(frames, diagram);
  std::size_t number = 0;
  for (Agedge_t* edge : labelled) {
    const char* const hidden = agget(edge, const_cast<char*>(unsaid));
    if (hidden != nullptr && *hidden != '\0') {
      diagram->set(edge, "label", "");
      continue;
    }
    Agnode_t* words = diagram->node("words of edge " + std::to_string(++number));
    diagram->set_html(words, "label", agget(edge, const_cast<char*>("label")));
    diagram->set(words, "shape", "plain");
    diagram->set(words, "pos", agget(edge, const_cast<char*>("lp")));
    diagram->set(words, "tooltip", agget(edge, const_cast<char*>("tooltip")));
    const char* const url = agget(edge, const_cast<char*>("URL"));
    if (url != nullptr && *url != '\0') diagram->set(words, "URL", url);
    diagram->set(edge, "label", "");
  }
  // Both must be measured anew: words may reach over the old border.
  diagram->set(graph, "bb", "");
  diagram->set(graph, "lp", "");
  return gvLayout(context, graph, "nop2") == 0;
}

}  // namespace demarche::rendering
