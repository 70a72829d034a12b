// Wrong graphs and wrong questions: each with the whole message.
#include <doctest/doctest.h>

#include "program_run.h"
#include "sample_graph.h"

namespace demarche::cli {
namespace {

TEST_CASE("a missing graph") {
  TemporaryFolder here;
  for (const std::string command :
       {"ask graph.db 'Who called Lula?'", "talks graph.db", "export graph.db --to json", "render graph.db -o x.svg"}) {
    CHECK(demarche(command) == failed(1, "graph.db: no such file; make it with demarche build"));
  }
}

TEST_CASE("a graph.db that is not SQLite") {
  TemporaryFolder here;
  here.write("graph.db", "This is a text, and long enough to be no empty database. " + std::string(200, 'x'));
  const std::string message = "graph.db: not a SQLite file; name a graph that `demarche build` wrote";
  CHECK(demarche("ask graph.db 'Who called Lula?'") == failed(1, message));
  here.write("a.txt", "Nothing.");
  CHECK(demarche("build a.txt -o graph.db") == failed(1, message));
  CHECK(read_whole("graph.db").starts_with("This is a text"));
}

TEST_CASE("a graph.db of a newer schema") {
  TemporaryFolder here;
  here.write("a.txt", "Nothing.");
  REQUIRE(demarche("build a.txt -o graph.db").code == 0);
  {
    // user_version stands at byte 60 of a SQLite file.
    std::fstream file("graph.db", std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(60);
    file.write("\0\0\x03\xE7", 4);
  }
  for (const std::string command : {"talks graph.db", "build a.txt -o graph.db"}) {
    const ProgramRun run = demarche(command);
    CHECK(run.code == 1);
    CHECK(run.out.empty());
    CHECK(run.err.starts_with("demarche: graph.db: schema 999 is newer than this program's "));
    CHECK(run.err.ends_with("; use a newer demarche\n"));
  }
}

TEST_CASE("a graph.json that is none") {
  TemporaryFolder here;
  here.write("graph.json", "{\"nodes\": [");
  const ProgramRun run = demarche("talks graph.json");
  CHECK(run.code == 1);
  CHECK(run.out.empty());
  CHECK(run.err.starts_with("demarche: graph.json: broken JSON"));
}

TEST_CASE("a folder as graph") {
  TemporaryFolder here;
  std::filesystem::create_directory("out");
  here.write("a.txt", "Nothing.");
  CHECK(demarche("build a.txt -o out") == failed(2, "out: is a folder; name a file to write"));
  CHECK(demarche("extract a.txt -o out") == failed(2, "out: is a folder; name a file to write"));
  here.write("g.json", write_json(sample_graph()));
  CHECK(demarche("export g.json --to dot -o out") == failed(2, "out: is a folder; name a file to write"));
  CHECK(demarche("render g.json --format svg -o out/") == failed(2, "out/: is a folder; name a file to write"));
  CHECK(demarche("build a.txt -o -") == failed(2, "-: a graph needs a file; name one like graph.db"));
  CHECK(demarche("build a.txt -o no/g.json") == failed(1, "no/g.json: no such folder as no; create it first"));
}

}  // namespace
}  // namespace demarche::cli
