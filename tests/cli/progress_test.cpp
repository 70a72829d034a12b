#include "cli/progress.h"

#include <doctest/doctest.h>

namespace demarche::cli {
namespace {

TEST_CASE("the bar") {
  CHECK(bar_of(0, 100) == "[            ]");
  CHECK(bar_of(50, 100) == "[******      ]");
  CHECK(bar_of(100, 100) == "[************]");
  CHECK(bar_of(200, 100) == "[************]");
  CHECK(bar_of(5, 0) == "[            ]");
}

TEST_CASE("time left") {
  CHECK(in_hours(0) == "0:00");
  CHECK(in_hours(7.4) == "0:07");
  CHECK(in_hours(61) == "1:01");
  CHECK(in_hours(7400) == "2:03:20");
}

}  // namespace
}  // namespace demarche::cli
