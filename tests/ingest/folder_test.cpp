#include "ingest/folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using namespace std::string_literals;
using Strings = std::vector<std::string>;

Strings sources(const Run& run) {
  Strings out;
  for (const Document& document : run.documents) out.push_back(document.source);
  return out;
}

TEST_CASE("folders are read recursively, sorted by name") {
  TemporaryFolder here;
  for (const char* name : {"n/b.txt", "n/a/z.md", "n/c.jsonl", "n/a/b/c.txt", "n/B.txt"}) {
    here.write(name, name == "n/c.jsonl"s ? "{\"text\":\"A\"}\n{\"text\":\"B\"}\n" : "T");
  }
  CHECK(sources(run({"n"})) == Strings{"n/B.txt", "n/a/b/c.txt", "n/a/z.md", "n/b.txt", "n/c.jsonl:1", "n/c.jsonl:2"});
  CHECK(sources(run({"n/", "n/b.txt"})).back() == "n/b.txt");
}

TEST_CASE("what is passed over: hidden names in silence, what could loop or never end with a line") {
  TemporaryFolder here;
  here.write("n/a.txt", "T");
  here.write("n/.hidden.txt", "T");
  here.write("n/.git/config", "T");
  CHECK(run({"n"}).problems.empty());
  std::filesystem::create_directory_symlink("..", "n/loop");
  std::filesystem::create_symlink("nowhere", "n/lost");
  ::mkfifo("n/pipe.txt", 0600);
  const Run got = run({"n"});
  CHECK(sources(got) == Strings{"n/a.txt"});
  CHECK(got.problems == Strings{"n/loop: a link to a folder, which may loop; skipped, name it to read it",
                                "n/lost: a link that leads to no file; skipped",
                                "n/pipe.txt: a pipe, socket or device; skipped, name it to read it"});
}

TEST_CASE("names that are not known are read by content") {
  TemporaryFolder here;
  here.write("n/README", "Text");
  here.write("n/feed.json", " \n{\"text\":\"A\"}\n");
  here.write("n/picture.png", "\x89PNG\r\n\x1a\n\0\0"s);
  here.write("n/brace.txt", "{ no JSON }");
  const Run got = run({"n"});
  CHECK(sources(got) == Strings{"n/README", "n/brace.txt", "n/feed.json:2"});
  CHECK(got.problems == Strings{"n/picture.png: a picture; file skipped"});
  here.write("rtf", R"({\rtf1\ansi Clinton called Davutoglu.})");
  here.write("ps", "%!PS-Adobe-3.0\n(Clinton called Davutoglu.) show\n");
  std::string noise;
  for (unsigned i = 0; i < 300; ++i) noise.push_back(static_cast<char>(1 + i * 2654435761U % 255));
  here.write("noise", noise);
  CHECK(run({"rtf", "ps", "noise"}).problems == Strings{"rtf: an RTF document; file skipped",
                                                        "ps: a PostScript file; file skipped",
                                                        "noise: not text; file skipped"});
}

TEST_CASE("a link to a file is read when it stays in the folder") {
  TemporaryFolder here;
  here.write("a.txt", "Out");
  here.write("n/c.txt", "T");
  std::filesystem::create_symlink("../a.txt", "n/b.txt");
  std::filesystem::create_symlink("c.txt", "n/d.txt");
  const Run got = run({"n"});
  CHECK(sources(got) == Strings{"n/c.txt", "n/d.txt"});
  CHECK(got.problems == Strings{"n/b.txt: a link that leads out of the folder; skipped, name it to read it"});
  CHECK(run({"n/b.txt"}).texts() == "Out");
}

}  // namespace
}  // namespace demarche::ingesting
