// How diagrams look: the one place for colours, shapes, line styles and sizes.
//
// Hues are those of Okabe and Ito (2008), which colour-blind readers tell apart, darkened where text stands in them. No
// difference rests on colour alone: kinds differ in shape, statuses in the stroke.
#ifndef DEMARCHE_EXPORT_STYLE_H
#define DEMARCHE_EXPORT_STYLE_H

#include <array>
#include <string_view>
#include <utility>

#include "demarche/mention.h"

namespace demarche::exporting::style {

struct NodeStyle {
  std::string_view word;   // for the legend
  std::string_view shape;  // of Graphviz
  std::string_view style;
  std::string_view fill;
  std::string_view border;
  std::string_view ink;    // name
  std::string_view quiet;  // office
};

// In the order of Kind.
inline constexpr std::array<NodeStyle, 6> nodes = {{
    {"person", "box", "filled,rounded", "#E3F0FA", "#0072B2", "#10273A", "#44617A"},
    {"state", "box", "filled", "#22384F", "#22384F", "#FFFFFF", "#C9D6E2"},
    {"government", "box", "filled", "#FFFFFF", "#22384F", "#22384F", "#566A7D"},
    {"organisation", "hexagon", "filled", "#DDF3EB", "#00805E", "#0B3A2D", "#3F6B5E"},
    {"group", "box", "filled,rounded,dashed", "#FBF0DA", "#A86F00", "#43300A", "#7A6134"},
    {"other", "box", "filled,rounded,dotted", "#F2F2F2", "#707070", "#303030", "#606060"},
}};
constexpr const NodeStyle& node(Kind kind) { return nodes[static_cast<std::size_t>(kind)]; }

struct EdgeStyle {
  std::string_view word;
  std::string_view stroke;  // style of Graphviz
};

// In the order of Status.
inline constexpr std::array<EdgeStyle, 4> edges = {{
    {"happened", "solid"},
    {"planned", "dashed"},
    {"possible", "dotted"},
    {"denied", "solid"},
}};
constexpr const EdgeStyle& edge(Status status) { return edges[static_cast<std::size_t>(status)]; }

// By quad code, 1 to 4; 0 for none.
inline constexpr std::array<std::string_view, 5> quad_colour = {"#55606B", "#0067A3", "#00805E", "#946600", "#C24E00"};
inline constexpr std::array<std::string_view, 5> quad_word = {"", "words, friendly", "deeds, friendly",
                                                              "words, hostile", "deeds, hostile"};
// Of a table's cells: four depths of each quad's hue, on which black letters (on the two lighter) or white ones keep a
// contrast of 4.5 to 1. In the dark look the deepest is the brightest.
struct Shade {
  std::string_view paper, ink;
};
inline constexpr Shade shades[5][4] = {
    {{"#EEF0F2", "#1B242C"}, {"#D5DADF", "#1B242C"}, {"#6B7680", "#FFFFFF"}, {"#55606B", "#FFFFFF"}},
    {{"#E1EFF9", "#1B242C"}, {"#A9D2EE", "#1B242C"}, {"#0072B2", "#FFFFFF"}, {"#004C78", "#FFFFFF"}},
    {{"#DDF3EB", "#1B242C"}, {"#9FDCC6", "#1B242C"}, {"#007A5A", "#FFFFFF"}, {"#00543E", "#FFFFFF"}},
    {{"#FBF0DA", "#1B242C"}, {"#F0CC85", "#1B242C"}, {"#946600", "#FFFFFF"}, {"#6B4A00", "#FFFFFF"}},
    {{"#FDE5D8", "#1B242C"}, {"#F6B48E", "#1B242C"}, {"#C24E00", "#FFFFFF"}, {"#8A3700", "#FFFFFF"}},
};

inline constexpr std::string_view denied_colour = "#8A8F94";
inline constexpr std::string_view denied_mark = "✗";

inline constexpr std::string_view cluster_fill = "#F5F6F8";
inline constexpr std::string_view cluster_border = "#C8CDD3";
inline constexpr std::string_view cluster_ink = "#4A5560";
inline constexpr std::string_view page = "#FFFFFF";
inline constexpr std::string_view label_paper = "#FFFFFFE0";
inline constexpr std::string_view ink = "#1B242C";
inline constexpr std::string_view quiet_ink = "#66717B";

// The first of them that the reader's machine has.
inline constexpr std::string_view font = "Noto Sans,DejaVu Sans,Helvetica,Arial,sans-serif";

// What every picture begins with: its paper, its letters, its heading at the top left.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 8> page_defaults = {{
    {"bgcolor", page},
    {"fontname", font},
    {"fontcolor", ink},
    {"charset", "UTF-8"},
    {"labelloc", "t"},
    {"labeljust", "l"},
    {"label", ""},
    {"pad", "0.3"},
}};

// Points.
inline constexpr std::string_view name_size = "13";
inline constexpr std::string_view small_size = "10";
inline constexpr std::string_view tiny_size = "9";
inline constexpr std::string_view edge_size = "11";
inline constexpr std::string_view title_size = "24";
inline constexpr std::string_view note_size = "12";
inline constexpr std::string_view kind_mark_size = "17";

}  // namespace demarche::exporting::style

#endif
