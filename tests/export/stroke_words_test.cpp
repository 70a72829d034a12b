// What stands on the lines of a diagram.
#include "export/stroke_words.h"

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <vector>

namespace demarche::exporting {
namespace {

// A bundle between two, one interaction for each verb.
struct Bundle {
  std::string from = "a", to = "b";
  std::deque<Interaction> interactions;
  Stroke stroke{&from, &to};

  Bundle(const std::vector<std::string>& verbs, Status status) {
    for (const std::string& verb : verbs) {
      Interaction& each = interactions.emplace_back();
      each.action = verb;
      each.status = status;
      each.date = "2021-05-13";
      stroke.interactions.push_back(&each);
    }
    stroke.status = status;
  }
};

std::string words(const std::string& markup) {
  std::string out;
  bool inside = false;
  for (const char c : markup) {
    if (c == '<') inside = true;
    if (!inside) out.push_back(c);
    if (c == '>') inside = false;
  }
  return out;
}

std::string flat(const std::vector<std::string>& verbs, Status status) {
  return words(flat_label(Bundle(verbs, status).stroke, "#000000"));
}

TEST_CASE("verbs are left out for want of room, the status never") {
  CHECK(flat({"meet"}, Status::actual) == "meet 13 May 2021");
  CHECK(flat({"call", "meet"}, Status::planned) == "2 × call, meet, planned 13 May 2021");
  CHECK(flat({"call", "meet", "praise", "urge"}, Status::actual) == "4 × call, meet, praise, … 13 May 2021");
  CHECK(flat({"conclude an agreement", "demand a change", "meet"}, Status::possible) ==
        "3 × conclude an agreement, …, possible 13 May 2021");
  CHECK(flat({"ask to stop the delivery of weapons to the rebels"}, Status::denied) ==
        "✗ ask to stop the delivery of …, denied 13 May 2021");
  const std::string tall = words(tall_label(
      Bundle({"conclude an agreement", "demand a change of course", "express concern"}, Status::planned).stroke,
      "#000000", 0));
  CHECK(tall.find("planned") != std::string::npos);
}

}  // namespace
}  // namespace demarche::exporting
