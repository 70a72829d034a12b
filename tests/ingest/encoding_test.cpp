#include "ingest/encoding.h"

#include <doctest/doctest.h>

#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using namespace std::string_literals;
using Strings = std::vector<std::string>;

Run read(const std::string& name, const std::string& bytes) {
  TemporaryFolder here;
  here.write(name, bytes);
  return run({name});
}

std::string utf16(std::string_view ascii, bool little, bool mark) {
  std::string out = mark ? (little ? "\xFF\xFE" : "\xFE\xFF") : "";
  for (const char c : ascii) out += little ? std::string{c, '\0'} : std::string{'\0', c};
  return out;
}

TEST_CASE("UTF-16 with and without a mark, in every format") {
  for (const bool little : {true, false}) {
    for (const bool mark : {true, false}) {
      CHECK(read("a.txt", utf16("Clinton called Davutoglu.", little, mark)).texts() == "Clinton called Davutoglu.");
      CHECK(read("a", utf16("{\"text\":\"Clinton called.\"}\n{\"text\":\"B\"}\n", little, mark)).texts() ==
            "Clinton called.|B");
      CHECK(read("a", utf16("<html><body><p>Clinton called.</p></body></html>", little, mark)).texts() ==
            "Clinton called.");
      CHECK(read("a", utf16("id,text\n1,Clinton called.\n", little, mark)).texts() == "Clinton called.");
    }
  }
  CHECK(read("a.txt", "\xFF\xFE\x11\x01\x31\x01\n\0"s).texts() == "đı\n");
}

TEST_CASE("UTF-16 that ends within a character") {
  CHECK(read("a.txt", utf16("Clinton called.", true, true) + "x").texts() == "Clinton called.\uFFFD");
}

TEST_CASE("Windows-1252 and Latin-1 are known by what English has of them") {
  const Run got = read("a.txt",
                       "\x93"
                       "Clinton\x94 \x96 she\x92s in S\xE3o Paulo, for \x80"
                       "5.");
  CHECK(got.texts() == "“Clinton” – she’s in São Paulo, for €5.");
  CHECK(got.problems == Strings{"(read) a.txt: not UTF-8; read as windows-1252"});
}

TEST_CASE("UTF-8 with faults stays UTF-8") {
  CHECK(read("a.txt", "Erdoğan called Gül\xFF today.").texts() == "Erdoğan called Gül\uFFFD today.");
  CHECK(read("a.txt", "A\xC0\xAF").problems == Strings{"(read) a.txt: invalid UTF-8; 2 bytes replaced by U+FFFD"});
}

TEST_CASE("a few words in other letters are not English, a few Latin ones may be") {
  CHECK(read("a.txt", "奥巴马总统在布拉格会见了梅德韦杰夫总统。\n").problems ==
        Strings{"a.txt: in Chinese, not English; skipped (--language any reads it)"});
  CHECK(read("a.txt", "Clinton rencontre Lavrov à Genève\n").problems.empty());
}

TEST_CASE("Cyrillic in its old encoding is found and is not English") {
  std::string text;
  for (int i = 0; i < 20; ++i) {
    text +=
        "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xEF\xEE\xE7\xE2\xEE\xED\xE8\xEB \xE8 \xF1\xEA\xE0\xE7\xE0\xEB, "
        "\xF7\xF2\xEE \xE2\xF1\xF2\xF0\xE5\xF7\xE0. ";
  }
  const Run got = read("a.txt", text);
  CHECK(got.problems == Strings{"(read) a.txt: not UTF-8; read as windows-1251",
                                "a.txt: in Russian, not English; skipped (--language any reads it)"});
}

}  // namespace
}  // namespace demarche::ingesting
