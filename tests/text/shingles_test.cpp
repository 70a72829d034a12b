#include "text/shingles.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace demarche::text {
namespace {

// A text of `words` words; `seed` makes another one.
std::string words(unsigned seed, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    seed = seed * 1664525 + 1013904223;
    out += "word" + std::to_string(seed >> 20) + (i % 12 == 11 ? ". " : " ");
  }
  return out;
}

const std::string story =
    "GENEVA, May 13 (Wire) — Secretary of State Hillary Clinton met Russian Foreign Minister Sergei Lavrov in Geneva "
    "on "
    "Thursday and urged him to support new sanctions against Iran. The two ministers talked for three hours. \"We "
    "agreed "
    "on most of the text,\" Clinton said after the talks. Lavrov said that Moscow would look at the draft, and that he "
    "would call her on Monday. Turkey and Brazil want to mediate. Turkish Foreign Minister Ahmet Davutoglu called both "
    "of them on Wednesday, officials said.";

std::string with(std::string text, std::string_view old, std::string_view other) {
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), other);
}

bool is_copy(std::string_view copy, std::string_view first) { return repeats(signature_of(copy), signature_of(first)); }
bool copies(std::string_view a, std::string_view b) { return is_copy(a, b) && is_copy(b, a); }

TEST_CASE("what papers do to a wire story leaves it a copy") {
  CHECK(copies(story, story));
  CHECK(copies(story, with(story, "GENEVA, May 13 (Wire) — ", "")));
  CHECK(copies(story, with(story, "GENEVA, May 13 (Wire)", "Geneva (Other Agency)")));
  CHECK(copies(story, "  " + with(story, ", officials said.", ".\n\n© Example Post.")));
  CHECK(copies(story, with(story, "talked for three hours", "spoke for three hours")));
}

TEST_CASE("another headline, other credits, another agency") {
  CHECK(copies(story, "Ministers meet in Geneva over Iran and its programme\n\nBy Jane Roe and John Doe\n\n" + story));
  CHECK(copies(story, story +
                          "\n\n(Additional reporting by John Doe in Ankara and Ann Major in Brasilia; Writing by Paul "
                          "Minor; Editing by Mary Black and Peter White)"));
  CHECK(copies(story,
               story + "\n\nAssociated Press writers Ann Major and John Doe in Ankara contributed to this report.\n"));
}

TEST_CASE("a shortened text repeats the whole one, which says more than it") {
  std::string whole = story;
  for (int i = 0; i < 5; ++i) whole += "\n\nAnother thing was " + words(static_cast<unsigned>(i), 40);
  const std::string half = whole.substr(0, whole.size() * 11 / 20);
  CHECK(is_copy(half, whole));
  CHECK_FALSE(is_copy(whole, half));
  CHECK(is_copy("By JANE ROE\n\n" + half + "\n\nEditing by John Doe", whole));
  CHECK_FALSE(is_copy(half + " The Kremlin denied that they had not met.", whole));
  CHECK_FALSE(is_copy(whole.substr(0, whole.size() / 4), whole));
  CHECK_FALSE(is_copy(half + words(9, 60), whole));
}

TEST_CASE("who says something else is no copy") {
  CHECK_FALSE(copies(story, with(story, "met Russian", "did not meet Russian")));
  CHECK_FALSE(copies(story, with(story, "would call her", "wouldn’t call her")));
  CHECK_FALSE(copies(story, with(story, "The two ministers talked", "Correction: the two ministers talked")));
  CHECK_FALSE(copies(story, words(1, 100)));
  // The same template for other people.
  const std::string readout =
      "The Secretary of State spoke with %1 today. The two discussed the partnership between the United States and %2, "
      "and "
      "the Secretary thanked %3 for the help of the people of %2 with the evacuation of citizens. They also discussed "
      "the "
      "need for reforms in %2, and agreed to stay in touch in the weeks to come. The Secretary looks forward to a "
      "visit.";
  const auto filled = [&](std::string_view who, std::string_view land, std::string_view title) {
    std::string out = readout;
    for (const auto& [mark, word] :
         {std::pair<std::string_view, std::string_view>{"%1", who}, {"%2", land}, {"%3", title}}) {
      for (std::size_t at; (at = out.find(mark)) != std::string::npos;) out.replace(at, 2, word);
    }
    return out;
  };
  CHECK_FALSE(copies(filled("Prime Minister Garibashvili", "Georgia", "the Prime Minister"),
                     filled("President Sandu", "Moldova", "the President")));
}

TEST_CASE("short texts are copies when their words are the same") {
  CHECK(copies("Clinton called Davutoglu.", "Clinton called  Davutoglu"));
  CHECK_FALSE(copies("Clinton called Davutoglu.", "Clinton called Lavrov."));
  CHECK_FALSE(copies("Clinton called", story));
  CHECK(signature_of("").empty());
  CHECK(signature_of(" … ").size() == 8);  // a word of other letters, as far as bytes tell
  CHECK_FALSE(copies("", ""));
}

TEST_CASE("the estimate is near the truth") {
  const std::string head = words(5, 400);
  // 396 runs in common, 100 of each alone: two thirds.
  const double got = similarity(signature_of(head + words(6, 100)), signature_of(head + words(7, 100)));
  CHECK(got > 0.45);
  CHECK(got < 0.85);
  CHECK(similarity(signature_of(head), signature_of(head)) == 1);
  CHECK(similarity(signature_of(head), signature_of(words(9, 400))) < 0.1);
}

TEST_CASE("copies share a band, other texts do not") {
  const auto shared = [](std::string_view a, std::string_view b) {
    std::vector<std::uint64_t> one, other;
    add_band_keys(signature_of(a), &one);
    add_band_keys(signature_of(b), &other);
    return std::any_of(one.begin(), one.end(),
                       [&](std::uint64_t key) { return std::find(other.begin(), other.end(), key) != other.end(); });
  };
  CHECK(shared(story, with(story, "talked for three hours", "spoke for three hours")));
  CHECK_FALSE(shared(words(1, 300), words(2, 300)));
  CHECK(shared("Clinton called Davutoglu.", "Clinton called Davutoglu."));
}

TEST_CASE("days and order") {
  CHECK(day_of("1970-01-02") == 1);
  CHECK(day_of("2010-05") == kNoDay);
  CHECK(day_of("") == kNoDay);
  CHECK(near_days(10, 11));
  CHECK_FALSE(near_days(10, 12));
  CHECK(near_days(10, kNoDay));
  const std::string text = signature_of(words(1, 100)), longer = signature_of(words(1, 150));
  CHECK(comes_first({text, 10, "b"}, {text, 11, "a"}));
  CHECK(comes_first({text, 10, "a"}, {text, 10, "b"}));
  CHECK(comes_first({text, 10, "b"}, {text, kNoDay, "a"}));
  CHECK_FALSE(comes_first({text, 10, "a"}, {text, 10, "a"}));
  CHECK(comes_first({longer, 11, "b"}, {text, 10, "a"}));
  CHECK_FALSE(comes_first({text, 10, "a"}, {longer, 11, "b"}));
}

}  // namespace
}  // namespace demarche::text
