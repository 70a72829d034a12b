#include "ingest/mojibake.h"

#include <doctest/doctest.h>

#include "ingest/temporary_run.h"
#include "text/utf8.h"

namespace demarche::ingesting {
namespace {

std::string undone(std::string_view text) {
  std::size_t places = 0;
  return undo_mojibake(text, &places, nullptr);
}

TEST_CASE("what is certain is repaired") {
  CHECK(undone("itâ€™s â€œhereâ€\u009D â€” cafÃ©") == "it’s “here” — café");
  CHECK(undone("DavutoÄŸlu and Å ahin") == "Davutoğlu and Å ahin");
  CHECK(undone("â‚¬5, Â£6, Wireâ„¢") == "€5, £6, Wire™");
}

TEST_CASE("what someone may have written stays") {
  for (const char* text : {"LIBERTÉ» – São Paulo, NÃO, Ãngela, “é”", "Ăâ", "plain", "Â", "â€", "Łódź Äh", "日本語 Ã"}) {
    CHECK(undone(text) == text);
  }
}

TEST_CASE("offsets lead back to the text as it came") {
  const std::string broken = "aâ€™b cafÃ© Ä±x";
  std::size_t places = 0;
  std::vector<OffsetShift> shifts;
  const std::string good = undo_mojibake(broken, &places, &shifts);
  CHECK(good == "a’b café ıx");
  CHECK(places == 3);
  const text::OffsetMap here(good), there(broken);
  // Every character that was not repaired is the same at both ends.
  for (std::uint32_t i = 0; i <= text::count_code_points(good); ++i) {
    const std::size_t at = here.to_bytes(i), was = there.to_bytes(to_own_offset(shifts, i));
    if (at < good.size() && static_cast<signed char>(good[at]) >= 0) CHECK(good[at] == broken[was]);
    CHECK(from_own_offset(shifts, to_own_offset(shifts, i)) == i);
  }
  CHECK(to_own_offset(shifts, 1) == 1);
  CHECK(to_own_offset(shifts, 2) == 4);
  CHECK(from_own_offset(shifts, 2) == 1);
}

TEST_CASE("given mentions move along, and it is said") {
  TemporaryFolder here;
  here.write("f.jsonl", "{\"text\":\"Itâ€™s Clinton.\",\"mentions\":[{\"start\":7,\"end\":14}]}\n");
  const Run got = run({"f.jsonl"});
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].text == "It’s Clinton.");
  CHECK(got.documents[0].mentions[0].start == 5);
  CHECK(got.documents[0].mentions[0].end == 12);
  CHECK(got.problems ==
        std::vector<std::string>{"(read) f.jsonl:1: UTF-8 that was read as Windows-1252 in 1 place; repaired"});
}

}  // namespace
}  // namespace demarche::ingesting
