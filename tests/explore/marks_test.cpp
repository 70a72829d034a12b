// What is marked in a sentence, drawn under it: ^ trigger, a actor, r recipient.
#include "explore/marks.h"

#include <doctest/doctest.h>

#include <string>

#include "text/utf8.h"

namespace demarche::exploring {
namespace {

Entity entity(const std::string& words, std::uint32_t start) {
  Entity entity;
  entity.entity_text = words;
  entity.start = start;
  return entity;
}

// The mention whose sentence begins at code point 100 of its document; words are found by their first place in it.
Mention mention(const std::string& sentence, const std::string& trigger, const std::string& actor,
                const std::string& recipient) {
  const auto offset = [&](const std::string& words) {
    const std::size_t byte = sentence.find(words);
    REQUIRE(byte != std::string::npos);
    return 100 + static_cast<std::uint32_t>(text::count_code_points(sentence.substr(0, byte)));
  };
  Mention mention;
  mention.text = sentence;
  mention.start = 100;
  mention.event_text = trigger;
  mention.event_start = offset(trigger);
  mention.actor = {entity(actor, offset(actor))};
  mention.recipient = {entity(recipient, offset(recipient))};
  return mention;
}

std::string drawn(const Mention& mention) {
  std::string line;
  for (const Mark& mark : marks_of(mention)) {
    line.resize(mark.start, ' ');
    line.append(mark.end - mark.start, mark.role == Mark::Role::trigger ? '^' : static_cast<char>(mark.role));
  }
  return line;
}

TEST_CASE("trigger and actors are marked where they stand") {
  CHECK(drawn(mention("Clinton called Davutoglu.", "called", "Clinton", "Davutoglu")) == "aaaaaaa ^^^^^^ rrrrrrrrr");
  CHECK(drawn(mention("Davutoglu was called by Clinton.", "called", "Clinton", "Davutoglu")) ==
        "rrrrrrrrr     ^^^^^^    aaaaaaa");
}

TEST_CASE("offsets are UTF-16 units: two for what lies beyond the first plane") {
  CHECK(drawn(mention("Lula disse “não” à Íran.", "disse", "Lula", "Íran")) == "aaaa ^^^^^         rrrr");
  CHECK(drawn(mention("👩🏽 called 習近平.", "called", "👩🏽", "習近平")) == "aaaa ^^^^^^ rrr");
}

TEST_CASE("words that the offsets do not find are searched if they are the trigger, else left out") {
  Mention moved = mention("Clinton called Davutoglu.", "called", "Clinton", "Davutoglu");
  moved.event_start = 0;
  moved.actor[0].start = 7;
  moved.recipient[0].start = 4000000000u;
  CHECK(drawn(moved) == "        ^^^^^^");
  moved.event_text = "phoned";
  CHECK(drawn(moved).empty());
}

TEST_CASE("marks do not overlap: the trigger wins") {
  CHECK(drawn(mention("The Iran talks failed.", "Iran talks", "Iran", "talks")) == "    ^^^^^^^^^^");
}

TEST_CASE("invalid UTF-8 has no marks") {
  Mention broken;
  broken.text = "a\xffz";
  broken.event_text = "z";
  CHECK(marks_of(broken).empty());
}

}  // namespace
}  // namespace demarche::exploring
