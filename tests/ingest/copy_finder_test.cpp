#include "ingest/copy_finder.h"

#include <doctest/doctest.h>

#include <string>

namespace demarche::ingesting {
namespace {

// A text of `words` words; `seed` makes another one.
std::string text(unsigned seed, int words) {
  std::string out;
  for (int i = 0; i < words; ++i) {
    seed = seed * 1664525 + 1013904223;
    out += "word" + std::to_string(seed >> 20) + (i % 12 == 11 ? ". " : " ");
  }
  return out;
}

Document document(std::string words, std::string date = "2010-05-13") {
  Document d;
  d.text = std::move(words);
  d.date = std::move(date);
  return d;
}

TEST_CASE("wire copies are found, other texts are not") {
  CopyFinder finder;
  const std::string story = text(1, 300);
  CHECK(!finder.is_copy(document(story)));
  CHECK(finder.is_copy(document(story)));
  CHECK(finder.is_copy(document("By a staff writer\n\n" + story + "\n\nCopyright The Wire.")));
  CHECK(finder.is_copy(document(story.substr(0, story.size() * 9 / 10), "2010-05-15")));
  CHECK(!finder.is_copy(document(text(2, 300))));
  CHECK(!finder.is_copy(document(story.substr(0, story.size() / 2) + text(3, 150))));
  CHECK(!finder.is_copy(document(story, "2011-05-13")));
}

TEST_CASE("short texts are copies only when they are equal") {
  CopyFinder finder;
  CHECK(!finder.is_copy(document("Clinton called Davutoglu on Thursday and thanked him.")));
  CHECK(!finder.is_copy(document("Clinton called Davutoglu on Thursday and thanked her.")));
  CHECK(finder.is_copy(document("Clinton called Davutoglu on Thursday and thanked him.", "")));
  CHECK(!finder.is_copy(document("")));
}

TEST_CASE("the estimate is near the truth") {
  const std::string head = text(5, 400), tail = text(6, 100), other = text(7, 100);
  // 396 runs in common of 396 + 2 * 100 and the seams.
  const double got = similarity(signature_of(head + tail), signature_of(head + other));
  CHECK(got > 0.45);
  CHECK(got < 0.85);
  CHECK(similarity(signature_of(head), signature_of(head)) == 1);
  CHECK(similarity(signature_of(head), signature_of(text(9, 400))) < 0.1);
}

}  // namespace
}  // namespace demarche::ingesting
