// The commands that look after a graph: merge, remove, verify, compact, rehydrate.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include "program_run.h"

namespace demarche::cli {
namespace {

struct TwoGraphs {
  TemporaryFolder here;
  TwoGraphs() {
    here.write("a.jsonl", R"({"id":"a1","date":"2010-05-14","url":"https://e.org/a1",)"
                          R"("text":"Hillary Clinton called Ahmet Davutoglu on Thursday about Iran."})"
                          "\n");
    here.write("b.jsonl", R"({"id":"b1","date":"2010-05-14","text":"Sergei Lavrov met Hillary Clinton on Thursday."})"
                          "\n");
    demarche("build a.jsonl -o a.db");
    demarche("build b.jsonl -o b.db");
    demarche("build a.jsonl b.jsonl -o ab.json");
  }
};

TEST_CASE_FIXTURE(TwoGraphs, "merge gives the graph of all, in any order") {
  CHECK(demarche("merge a.db b.db -o c.db") ==
        ProgramRun{0, "", "demarche: c.db: 2 documents, 2 mentions, 2 interactions, 3 actors\n"});
  CHECK(demarche("merge b.db a.db b.db -o c.json").code == 0);
  CHECK(read_whole("c.json") == read_whole("ab.json"));
  CHECK(demarche("export c.db --to json").out == read_whole("ab.json"));
  CHECK(demarche("merge c.json a.db -o d.json").code == 0);
  CHECK(read_whole("d.json") == read_whole("ab.json"));
  CHECK(demarche("merge a.db missing.db -o e.db") ==
        failed(1, "missing.db: no such file; make it with demarche build"));
  CHECK(read_whole("e.db").empty());
}

TEST_CASE_FIXTURE(TwoGraphs, "remove retracts what rested on a document") {
  demarche("merge a.db b.db -o c.db");
  CHECK(demarche("remove c.db nobody") == failed(1, "c.db: no document \"nobody\""));
  CHECK(
      demarche("remove c.db https://e.org/a1") ==
      ProgramRun{0, "",
                 "demarche: 1 document and 1 mention removed; c.db: 1 document, 1 mention, 1 interaction, 2 actors\n"});
  CHECK(demarche("export c.db --to json").out == demarche("export b.db --to json").out);
  CHECK(demarche("remove ab.json a1") == failed(2, "ab.json: a JSON graph; this command needs a store, graph.db"));
}

TEST_CASE_FIXTURE(TwoGraphs, "verify tells a whole store from a damaged one") {
  CHECK(demarche("verify a.db") == ProgramRun{0, "", "demarche: a.db: whole; 1 document, 1 mention\n"});
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open("a.db", &db) == SQLITE_OK);
  CHECK(sqlite3_exec(db, "UPDATE texts SET text = replace(text, 'called', 'xalled')", nullptr, nullptr, nullptr) ==
        SQLITE_OK);
  sqlite3_close(db);
  const ProgramRun run = demarche("verify a.db");
  CHECK(run.code == 1);
  CHECK(run.out.find("document a1: its text has changed\n") != std::string::npos);
  CHECK(run.err == "demarche: a.db: 3 faults; build it again from its documents, or go back to a copy\n");
  CHECK(demarche("verify none.db") == failed(1, "none.db: no such file; make it with demarche build"));
}

TEST_CASE("a name with two spaces in it is where verify looks for it") {
  TemporaryFolder here;
  here.write("a.txt", "Hillary Clinton called Ahmet  Davutoglu on Thursday.");
  demarche("build a.txt -o a.db");
  CHECK(demarche("verify a.db") == ProgramRun{0, "", "demarche: a.db: whole; 1 document, 1 mention\n"});
}

TEST_CASE("a document whose characters were repaired is whole to verify") {
  TemporaryFolder here;
  here.write("a.txt", "â€œClinton called,â€\x9D he said. Ahmet DavutoÄŸlu called Sergei Lavrov.");
  demarche("build a.txt -o a.db");
  CHECK(demarche("verify a.db").err.starts_with("demarche: a.db: whole; 1 document, "));
}

TEST_CASE_FIXTURE(TwoGraphs, "a copy without texts, and the texts again") {
  CHECK(demarche("merge a.db b.db --no-text -o slim.db").code == 0);
  CHECK(demarche("ask slim.db 'Who did Clinton call?'").out ==
        "Ahmet Davutoglu\n\n2010-05-13  a1\n  https://e.org/a1\n");
  CHECK(demarche("rehydrate slim.db a.jsonl") ==
        ProgramRun{0, "",
                   "demarche: 1 text given back, 0 texts of other or known documents; 1 document without text left in "
                   "slim.db\n"});
  CHECK(demarche("ask slim.db 'Who did Clinton call?'").out.find("Clinton [called] Ahmet") != std::string::npos);
  demarche("rehydrate slim.db b.jsonl");
  CHECK(demarche("export slim.db --to json").out == read_whole("ab.json"));
  CHECK(demarche("build --no-text a.jsonl b.jsonl -o slim.json").code == 0);
  CHECK(read_whole("slim.json").find("on Thursday about") == std::string::npos);
  CHECK(demarche("compact slim.db").code == 0);
}

}  // namespace
}  // namespace demarche::cli
