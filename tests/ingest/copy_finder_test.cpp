#include "ingest/copy_finder.h"

#include <doctest/doctest.h>

#include <string>

namespace demarche::ingesting {
namespace {

// A text of `words` words, each sixth a name; `seed` makes another one.
std::string text(unsigned seed, int words) {
  std::string out;
  for (int i = 0; i < words; ++i) {
    seed = seed * 1664525 + 1013904223;
    out += (i % 6 == 5 ? "Word" : "word") + std::to_string(seed >> 20) + (i % 12 == 11 ? ". " : " ");
  }
  return out;
}

Document document(std::string id, std::string words, std::string date = "2010-05-13") {
  Document d;
  d.id = std::move(id);
  d.text = std::move(words);
  d.date = std::move(date);
  return d;
}

// "-" not seen before, "copy of ID" of one that comes first, "copy" that itself comes first.
std::string look(CopyFinder* finder, const Document& document) {
  const CopyFinder::Found found = finder->look(document);
  return found.first.empty() ? (found.copy ? "copy" : "-") : "copy of " + found.first;
}

TEST_CASE("wire copies are found, other texts are not") {
  CopyFinder finder;
  const std::string story = text(1, 300);
  CHECK(look(&finder, document("m", story)) == "-");
  CHECK(look(&finder, document("n", story)) == "copy of m");
  CHECK(look(&finder, document("o", "By a staff writer\n\n" + story + "\n\nCopyright The Wire.")) == "copy of m");
  CHECK(look(&finder, document("a", story.substr(0, story.size() * 19 / 20), "2010-05-14")) == "copy of m");
  CHECK(look(&finder, document("p", text(2, 300))) == "-");
  CHECK(look(&finder, document("q", story.substr(0, story.size() / 2) + text(3, 150))) == "-");
  CHECK(look(&finder, document("r", story, "2011-05-13")) == "-");
}

TEST_CASE("the first of several copies is read, also when it is seen last") {
  CopyFinder finder;
  const std::string story = text(4, 100);
  CHECK(look(&finder, document("m", story)) == "-");
  CHECK(look(&finder, document("a", story)) == "copy");
  CHECK(look(&finder, document("z", story, "2010-05-12")) == "copy");
  CHECK(look(&finder, document("b", story)) == "copy of z");
}

TEST_CASE("marks of its own make a document one of its own, and itself again is no copy") {
  CopyFinder finder;
  Document marked = document("b", "Clinton called Davutoglu.");
  marked.mentions.push_back({0, 7, "", ""});
  CHECK(look(&finder, document("a", marked.text)) == "-");
  CHECK(look(&finder, marked) == "-");
  CHECK(look(&finder, document("a", marked.text)) == "-");
  CHECK(look(&finder, document("c", marked.text)) == "copy of a");
  CHECK(look(&finder, document("d", "")) == "-");
  CHECK(look(&finder, document("e", "")) == "-");
}

}  // namespace
}  // namespace demarche::ingesting
