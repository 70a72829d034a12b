#include "ingest/text_file.h"

#include <doctest/doctest.h>

#include <chrono>

#include "ingest/temporary_run.h"
#include "text/hash.h"

namespace demarche::ingesting {
namespace {

using namespace std::string_literals;
using Strings = std::vector<std::string>;

TEST_CASE("a text file is one document") {
  TemporaryFolder here;
  here.write("a.txt", "---\ntitle: A\ndate: 2010-05-14T08:00:00Z\nlanguage: en-US\n---\nClinton called.\n");
  const Run got = run({"a.txt"});
  REQUIRE(got.documents.size() == 1);
  const Document& d = got.documents[0];
  CHECK(d.text == "Clinton called.\n");
  CHECK(d.title == "A");
  CHECK(d.date == "2010-05-14");
  CHECK(d.language == "en");
  CHECK(d.id == text::StableHash().add("Clinton called.\n").hex());
  CHECK(d.source == "a.txt");
  CHECK(got.problems.empty());
  CHECK(got.counts.files == 1);
  CHECK(got.counts.bytes == 16);
}

TEST_CASE("byte-order mark and line ends do not change the document") {
  TemporaryFolder here;
  here.write("a.txt", "---\ntitle: A\n---\nOne.\nTwo.\n");
  here.write("b.txt", "\xEF\xBB\xBF---\r\ntitle: A\r\n---\r\nOne.\r\nTwo.\r\n");
  here.write("c.txt", "One.\rTwo.\r");
  const Run got = run({"a.txt", "b.txt", "c.txt"});
  CHECK(got.texts() == "One.\nTwo.\n|One.\nTwo.\n|One.\nTwo.\n");
  CHECK(got.documents[0].id == got.documents[1].id);
  CHECK(got.documents[1].title == "A");
  CHECK(got.problems.empty());
}

TEST_CASE("options fill what the document does not say") {
  TemporaryFolder here;
  here.write("a.txt", "---\ntitle: Own\n---\nT");
  IngestOptions options;
  options.title = "Given";
  options.date = "2010-05-13";
  options.url = "https://e.org";
  const Run got = run({"a.txt"}, options);
  CHECK(got.documents[0].title == "Own");
  CHECK(got.documents[0].date == "2010-05-13");
  CHECK(got.documents[0].url == "https://e.org");
}

TEST_CASE("repaired and read") {
  TemporaryFolder here;
  here.write("utf8.txt",
             "Erdo\xF0"
             "an met \xFFLula.");
  here.write("nul.txt", "Clinton\0called."s);
  here.write("date.txt", "---\ndate: 2010-02-30\n---\nT");
  here.write("month.txt", "---\ndate: 2010-02\n---\nT");
  here.write("language.txt", "---\nlanguage: English\n---\nT");
  const Run got = run({"utf8.txt", "nul.txt", "date.txt", "month.txt", "language.txt"});
  CHECK(got.texts() == "Erdo\uFFFDan met \uFFFDLula.|Clinton called.|T|T|T");
  CHECK(got.documents[2].date.empty());
  CHECK(got.problems == Strings{
                            "(read) utf8.txt: invalid UTF-8; 2 bytes replaced by U+FFFD",
                            "(read) nul.txt: 1 NUL byte; read as spaces",
                            "(read) date.txt: date \"2010-02-30\" is not a day like 2010-05-13; date left out",
                            "(read) month.txt: date \"2010-02\" is not a day like 2010-05-13; date left out",
                            "(read) language.txt: language \"English\" is not a code like en; language left out",
                        });
  CHECK(got.counts.problems == 5);
  CHECK(got.counts.lost == 0);
}

TEST_CASE("not read") {
  TemporaryFolder here;
  here.write("empty.txt", "");
  here.write("white.txt", " \n\t\r\n");
  here.write("front.txt", "---\ntitle: A\n---\n");
  here.write("large.txt", std::string(11, 'x'));
  here.write("fits.txt", std::string(10, 'x'));
  IngestOptions options;
  options.limits.document_bytes = 10;
  const Run got = run({"empty.txt", "white.txt", "large.txt", "fits.txt"}, options);
  CHECK(got.documents.size() == 1);
  CHECK(got.problems == Strings{
                            "empty.txt: empty file; skipped",
                            "white.txt: empty file; skipped",
                            "large.txt: larger than 10 bytes; file skipped",
                        });
  CHECK(got.counts.lost == 3);
  CHECK(run({"front.txt"}).problems == Strings{"front.txt: empty file; skipped"});
}

TEST_CASE("Markdown that takes its reader too long is read with its marks") {
  TemporaryFolder here;
  std::string nested = "# Talks\n\n", brackets = "# Talks\n\n";
  for (int i = 0; i < 50000; ++i) nested += "* ";
  nested += "Clinton called." + std::string(50000, '\n');
  for (int i = 0; i < 200000; ++i) brackets += "![[]()";
  here.write("nested.md", nested);
  here.write("brackets.md", brackets);
  here.write("good.md", "# Talks\n\nClinton **called**.\n");
  const auto start = std::chrono::steady_clock::now();
  const Run got = run({"nested.md", "brackets.md", "good.md"});
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(40));
  REQUIRE(got.documents.size() == 3);
  CHECK(got.documents[0].text.starts_with("# Talks"));
  CHECK(got.documents[1].text.starts_with("# Talks"));
  CHECK(got.documents[2].text == "Clinton called.");
  CHECK(got.problems == Strings{"(read) nested.md: Markdown: takes more than 2 s; read with its marks",
                                "(read) brackets.md: Markdown: takes more than 2 s; read with its marks"});
}

TEST_CASE("a single line of 50 MB is read whole, in linear time") {
  TemporaryFolder here;
  std::string line;
  while (line.size() < (50u << 20)) line += "Clinton called Ahmet Davutoglu on Thursday. ";
  here.write("line.txt", line);
  const auto start = std::chrono::steady_clock::now();
  const Run got = run({"line.txt"});
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].text == line);
}

}  // namespace
}  // namespace demarche::ingesting
