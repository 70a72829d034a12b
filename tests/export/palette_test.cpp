#include "export/palette.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "export/style.h"

namespace style = demarche::exporting::style;
using demarche::exporting::dark_colour;

namespace {

// Relative luminance of "#RRGGBB" (WCAG 2.1).
double luminance(std::string_view colour) {
  const auto part = [&](std::size_t at) {
    const double c = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

double contrast(std::string_view a, std::string_view b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

TEST_CASE("numbers in the cells of a matrix can be read in both looks") {
  for (const auto& quad : style::shades) {
    for (const style::Shade& shade : quad) {
      CAPTURE(shade.paper);
      CHECK(contrast(shade.paper, shade.ink) >= 4.5);
      CHECK(contrast(dark_colour(shade.paper), dark_colour(shade.ink)) >= 4.5);
      CHECK(dark_colour(shade.paper) != shade.paper);
    }
  }
}

TEST_CASE("lines and quiet words can be read on either paper") {
  for (const std::string_view ink : {style::ink, style::quiet_ink, style::quad_colour[1], style::quad_colour[2],
                                     style::quad_colour[3], style::quad_colour[4]}) {
    CAPTURE(ink);
    CHECK(contrast(ink, style::page) >= 4.5);
    CHECK(contrast(dark_colour(ink), dark_colour(style::page)) >= 4.5);
  }
}
