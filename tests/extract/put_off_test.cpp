// Plans that are called off or put off, and to which day.
#include "extract/put_off.h"

#include <doctest/doctest.h>

#include <string>

#include "extract/record_text.h"

using namespace demarche;

namespace {

// "visit postponed 2018-05-12" of what did not come about.
std::string ends(const std::string& text) {
  std::string out;
  for (const Mention& m : test::extractor().extract(test::document(text, "2018-05-04"))) {  // a Friday
    if (m.status != Status::denied) continue;
    out += (out.empty() ? "" : "; ") + m.action;
    if (m.turn != Turn::none) out += " " + std::string(to_string(m.turn));
    if (!m.turn_date.empty()) out += " " + m.turn_date;
  }
  return out;
}

}  // namespace

TEST_CASE("what became of a plan") {
  struct Row {
    const char *text, *ends;
  };
  const Row rows[] = {
      {"The meeting of Angela Merkel with Vladimir Putin has been postponed to May 12.", "meet postponed 2018-05-12"},
      {"Angela Merkel rescheduled her visit to Oman for November.", "visit postponed 2018-11"},
      {"The visit of Angela Merkel to Oman was put off until Monday.", "visit postponed 2018-05-07"},
      {"The visit of Angela Merkel to Oman was pushed back to June.", "visit postponed 2018-06"},
      {"The visit of Angela Merkel to Oman was postponed indefinitely.", "visit postponed"},
      {"The visit of Angela Merkel to Oman was postponed on Thursday.", "visit postponed"},
      {"The visit of Angela Merkel to Oman was cancelled.", "visit cancelled"},
      {"The meeting between Norway and Iran planned for Monday was called off.", "meet cancelled"},
      {"Angela Merkel was to meet Emmanuel Macron on May 7, but the summit was postponed to May 12.",
       "meet postponed 2018-05-12"},
      {"Angela Merkel did not meet Vladimir Putin.", "meet"},
      {"There was no meeting between Norway and Iran.", "meet"},
  };
  for (const Row& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(ends(text) == row.ends);
  }
}
