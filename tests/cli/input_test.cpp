// Wrong input, as it comes: each with the whole message.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "program_run.h"

namespace demarche::cli {
namespace {

using namespace std::string_literals;

// No records: what was said, and the two lines at the end, which begin as given.
ProgramRun quiet(int code, const std::string& err, const std::string& documents, const std::string& sentences) {
  return {code, "",
          err + "demarche: " + documents + "\ndemarche: " + sentences + ", 0 mentions; 0.00 MB in T s, S MB/s\n"};
}

TEST_CASE("a missing file") {
  TemporaryFolder here;
  here.write("a.txt", "Nothing happened.");
  CHECK(demarche("extract a.txt notes/b.txt") == failed(1, "notes/b.txt: no such file; check the path"));
  CHECK(demarche("build notes/b.txt -o graph.db") == failed(1, "notes/b.txt: no such file; check the path"));
  CHECK(!std::filesystem::exists("graph.db"));
}

TEST_CASE("a folder without readable files") {
  TemporaryFolder here;
  std::filesystem::create_directory("notes");
  const std::string message = "notes: no readable files in this folder; name one with texts, pages or feeds";
  CHECK(demarche("extract notes") == failed(1, message));
  here.write("notes/.hidden.txt", "T");
  here.write("notes/picture.png", "\x89PNG\0\0"s);
  CHECK(demarche("extract notes") == failed(1, message));
  CHECK(demarche("build notes -o graph.json") == failed(1, message));
  CHECK(!std::filesystem::exists("graph.json"));
}

TEST_CASE("a broken line among good ones is named, skipped and counted") {
  TemporaryFolder here;
  here.write("feed.jsonl", "{\"text\":\"Nothing.\"}\n{\"text\":\"No\n{\"text\":\"Nothing.\"}\n{\"text\":5}\n");
  const std::string said =
      "demarche: feed.jsonl:2: broken JSON at byte 12 (invalid string: missing closing quote); line skipped\n"
      "demarche: feed.jsonl:4: \"text\" is a number, not a string; line skipped\n"
      "demarche: 2 problems in the input, 2 documents skipped\n";
  const std::string documents = "2 documents (2 JSON Lines): 2 read, 2 skipped (2 broken); 2 without a date";
  CHECK(demarche("extract feed.jsonl") == quiet(0, said, documents, "2 sentences"));
  CHECK(demarche("extract --threads 1 feed.jsonl") == quiet(0, said, documents, "2 sentences"));
  CHECK(demarche("extract --strict feed.jsonl") == quiet(1, said, documents, "2 sentences"));
  CHECK(demarche("extract --quiet feed.jsonl") == ProgramRun{0, "", said});
  const ProgramRun built = demarche("build --strict feed.jsonl -o graph.json");
  CHECK(built.code == 1);
  CHECK(built.err.starts_with(said));
  CHECK(std::filesystem::exists("graph.json"));
}

TEST_CASE("repaired input is read, and said") {
  TemporaryFolder here;
  here.write("utf8.txt", "Nothing\xFF happened.");
  here.write("nul.txt", "Nothing\0happened."s);
  CHECK(demarche("extract utf8.txt nul.txt") == quiet(0,
                                                      "demarche: utf8.txt: invalid UTF-8; 1 byte replaced by U+FFFD\n"
                                                      "demarche: nul.txt: 1 NUL byte; read as spaces\n"
                                                      "demarche: 2 problems in the input, 0 documents skipped\n",
                                                      "2 documents (2 text): 2 read, 0 skipped; 2 without a date",
                                                      "2 sentences"));
  CHECK(demarche("extract --strict nul.txt").code == 1);
}

TEST_CASE("an empty file") {
  TemporaryFolder here;
  here.write("a.txt", "");
  CHECK(demarche("extract a.txt") ==
        quiet(0, "demarche: a.txt: empty file; skipped\ndemarche: 1 problem in the input, 1 document skipped\n",
              "0 documents: 0 read, 1 skipped (1 empty)", "0 sentences"));
  CHECK(demarche("extract", "", "</dev/null") ==
        quiet(0, "demarche: -: empty file; skipped\ndemarche: 1 problem in the input, 1 document skipped\n",
              "0 documents: 0 read, 1 skipped (1 empty)", "0 sentences"));
}

TEST_CASE("a single line of 50 MB") {
  TemporaryFolder here;
  {
    std::ofstream line("line.txt");
    for (int i = 0; i < 1200000; ++i) line << "The weather in the capital was fine today. ";
  }
  CHECK(demarche("extract line.txt") ==
        ProgramRun{0, "",
                   "demarche: 1 document (1 text): 1 read, 0 skipped; 1 without a date\n"
                   "demarche: 1200000 sentences, 0 mentions; 51.60 MB in T s, S MB/s\n"});
}

TEST_CASE("a line over the limit") {
  TemporaryFolder here;
  {
    std::ofstream line("line.jsonl");
    const std::string megabyte(1u << 20, 'x');
    line << "{\"text\":\"";
    for (int i = 0; i < 65; ++i) line << megabyte;
    line << "\"}\n{\"text\":\"Nothing.\"}\n";
  }
  CHECK(demarche("extract line.jsonl") ==
        quiet(0,
              "demarche: line.jsonl:1: longer than 64 MiB; line skipped\n"
              "demarche: 1 problem in the input, 1 document skipped\n",
              "1 document (1 JSON Lines): 1 read, 1 skipped (1 too large); 1 without a date", "1 sentence"));
}

TEST_CASE("terminal codes in names and messages do not reach the terminal") {
  TemporaryFolder here;
  here.write("a\x1b[31m.txt", "");
  CHECK(demarche("extract -q *.txt").err ==
        "demarche: a[31m.txt: empty file; skipped\ndemarche: 1 problem in the input, 1 document skipped\n");
}

}  // namespace
}  // namespace demarche::cli
