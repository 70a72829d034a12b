#include "export/palette.h"

#include <graphviz/cgraph.h>

#include <string>
#include <string_view>
#include <utility>

#include "export/style.h"

namespace demarche::exporting {
namespace {

// Light to dark. Words on dark paper keep a contrast of at least 4.5 to 1 (WCAG 2.1).
constexpr std::pair<std::string_view, std::string_view> counterparts[] = {
    {style::page, "#14191F"},
    {style::label_paper, "#14191FE0"},
    {style::ink, "#E8EDF2"},
    {style::quiet_ink, "#A3AFBA"},
    {style::cluster_fill, "#1C232B"},
    {style::cluster_border, "#3A4652"},
    {style::cluster_ink, "#B8C4CF"},
    {style::denied_colour, "#9AA2AA"},
    {style::quad_colour[0], "#A9B4BF"},
    {style::quad_colour[1], "#56B4E9"},
    {style::quad_colour[2], "#2CC49A"},
    {style::quad_colour[3], "#E0A72E"},
    {style::quad_colour[4], "#FF8A4C"},
    // Of a table's cells, where they are no colours of nodes or lines.
    {"#EEF0F2", "#252C33"},
    {"#D5DADF", "#39434D"},
    {"#6B7680", "#8F9BA6"},
    {"#E1EFF9", "#15293A"},
    {"#A9D2EE", "#1F4A68"},
    {"#004C78", "#9AD4F7"},
    {"#9FDCC6", "#1B5A47"},
    {"#007A5A", "#2CC49A"},
    {"#00543E", "#7FE3C6"},
    {"#F0CC85", "#5E4713"},
    {"#6B4A00", "#F5CB74"},
    {"#FDE5D8", "#3B2318"},
    {"#F6B48E", "#6B3417"},
    {"#8A3700", "#FFB48C"},
    // Of nodes: fill, border, name, office.
    {"#E3F0FA", "#173048"},
    {"#0072B2", "#56B4E9"},
    {"#10273A", "#EAF4FC"},
    {"#44617A", "#A9C6DE"},
    {"#22384F", "#C9D6E2"},
    {"#C9D6E2", "#3C5166"},
    {"#566A7D", "#9DB0C2"},
    {"#DDF3EB", "#12382D"},
    {"#0B3A2D", "#DFF7EE"},
    {"#3F6B5E", "#9CCDBD"},
    {"#FBF0DA", "#3B2F16"},
    {"#A86F00", "#E0A72E"},
    {"#43300A", "#FBF0DA"},
    {"#7A6134", "#D9BE8A"},
    {"#F2F2F2", "#2A2F34"},
    {"#707070", "#9AA0A6"},
    {"#303030", "#ECECEC"},
    {"#606060", "#B5BABF"},
};

}  // namespace

std::string_view dark_colour(std::string_view colour) {
  for (const auto& [light, dark] : counterparts) {
    if (light == colour) return dark;
  }
  return colour;
}

namespace {

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); }

// Every "#RRGGBB" or "#RRGGBBAA" that is a colour of ours.
std::string darkened(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 0;
    if (text[i] == '#') {
      while (i + 1 + length < text.size() && length < 8 && is_hexadecimal(text[i + 1 + length])) ++length;
    }
    if (length != 6 && length != 8) {
      out.push_back(text[i++]);
      continue;
    }
    out.append(dark_colour(text.substr(i, length + 1)));
    i += length + 1;
  }
  return out;
}

// Words of documents may look like colours: only attributes that hold colours or markup of ours are touched.
bool is_coloured(std::string_view name) {
  return name == "bgcolor" || name == "fontcolor" || name == "color" || name == "fillcolor" || name == "label";
}

void darken_all(Agraph* diagram, Agraph_t* graph, int kind, void* object) {
  for (Agsym_t* symbol = agnxtattr(agroot(graph), kind, nullptr); symbol != nullptr;
       symbol = agnxtattr(agroot(graph), kind, symbol)) {
    if (!is_coloured(symbol->name)) continue;
    char* const value = agxget(object, symbol);
    if (value == nullptr || *value == '\0') continue;
    if (aghtmlstr(value) != 0) {
      diagram->set_html(object, symbol->name, darkened(value));
    } else if (std::string_view(symbol->name) != "label") {
      diagram->set(object, symbol->name, darkened(value));
    }
  }
}

void darken_subgraphs(Agraph* diagram, Agraph_t* graph) {
  for (Agraph_t* part = agfstsubg(graph); part != nullptr; part = agnxtsubg(part)) {
    darken_all(diagram, graph, AGRAPH, part);
    darken_subgraphs(diagram, part);
  }
}

}  // namespace

void darken(Agraph* diagram) {
  Agraph_t* const graph = diagram->get();
  diagram->node_default("fontcolor", style::ink);
  darken_subgraphs(diagram, graph);
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    darken_all(diagram, graph, AGNODE, node);
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      darken_all(diagram, graph, AGEDGE, edge);
    }
  }
  darken_all(diagram, graph, AGRAPH, graph);
}

}  // namespace demarche::exporting
