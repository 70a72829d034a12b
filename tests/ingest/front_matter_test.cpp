#include "ingest/front_matter.h"

#include <doctest/doctest.h>

#include <string>

namespace demarche::ingesting {
namespace {

// "title|date|url|publication|language|id" and the text that is left.
std::string read(std::string_view text) {
  Document d;
  const std::size_t at = read_front_matter(text, &d);
  return d.title + "|" + d.date + "|" + d.url + "|" + d.publication + "|" + d.language + "|" + d.id + " # " +
         std::string(text.substr(at));
}

TEST_CASE("front matter gives the fields") {
  CHECK(
      read("---\ntitle: A\ndate: 2010-05-14\nurl: https://e.org/a:b\npublication: P\nlanguage: en\nid: 7\n---\nText") ==
      "A|2010-05-14|https://e.org/a:b|P|en|7 # Text");
}

TEST_CASE("forms of front matter") {
  CHECK(read("---\nTitle: A\n---\nText") == "A||||| # Text");
  CHECK(read("---  \ntitle: A\n...\nText") == "A||||| # Text");
  CHECK(read("---\ntitle: \"He said \\\"no\\\"\"\n---\nT") == "He said \"no\"||||| # T");
  CHECK(read("---\ntitle: 'Lula''s way'\n---\nT") == "Lula's way||||| # T");
  CHECK(read("---\ntitle: Talks: day two\n---\nT") == "Talks: day two||||| # T");
  CHECK(read("---\ntitle: >\n  A long\n  title\n---\nT") == "A long title||||| # T");
  CHECK(read("---\n# a remark\n\nauthor: X\ntags:\n- a\n- b\ntitle: A\n---\nT") == "A||||| # T");
  CHECK(read("---\ntitle:\n---\nT") == "||||| # T");
  CHECK(read("---\ntitle: A\n---") == "A||||| # ");
}

TEST_CASE("what looks like front matter and is text") {
  for (const std::string text :
       {"", "---", "---\n", "---\nA line of dashes.\n---\nT", "----\ntitle: A\n---\nT", "---\ntitle: A\nno end",
        "---\n---\nT", "---\nhttps://e.org/a\n---\nT", "Text\n---\n"}) {
    CHECK(read(text) == "||||| # " + text);
  }
}

TEST_CASE("an unclosed block is not searched to the end of a long text") {
  std::string text = "---\n";
  for (int i = 0; i < 300; ++i) text += "key: value\n";
  text += "---\nT";
  Document d;
  CHECK(read_front_matter(text, &d) == 0);
}

TEST_CASE("fields that are known already stay") {
  Document d;
  d.title = "From the manifest";
  CHECK(read_front_matter("---\ntitle: From the file\ndate: 2010-05-14\n---\nT", &d) > 0);
  CHECK(d.title == "From the manifest");
  CHECK(d.date == "2010-05-14");
}

}  // namespace
}  // namespace demarche::ingesting
