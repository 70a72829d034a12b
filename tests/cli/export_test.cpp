// The commands that write graphs out, read them back and set them side by side.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "program_run.h"
#include "sample_graph.h"

namespace demarche::cli {
namespace {

struct WithGraph {
  TemporaryFolder here;
  WithGraph() { here.write("g.json", write_json(sample_graph())); }
};

TEST_CASE_FIXTURE(WithGraph, "export --verify reads each format back") {
  for (const ExportFormat& format : export_formats()) {
    CAPTURE(format.name);
    const std::string out = "out" + std::string(format.extension);
    const ProgramRun run = demarche("export g.json --to " + std::string(format.name) + " -o " + out + " --verify");
    CHECK(run.code == 0);
    CHECK(run.out == "");
    CHECK(run.err.find("demarche: " + out + ": read back, ") == 0);
    std::filesystem::remove_all(out);
  }
}

// All files of an export, each after its name.
std::string whole_export(const std::string& path) {
  if (!std::filesystem::is_directory(path)) return read_whole(path);
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files[entry.path().string().substr(path.size())] = read_whole(entry.path().string());
  }
  std::string all;
  for (const auto& [name, text] : files) all += name + "\n" + text;
  return all;
}

TEST_CASE("a store, which is read row by row, gives the same bytes as its graph in memory") {
  TemporaryFolder here;
  REQUIRE(demarche("build " DEMARCHE_SOURCE_DIR "/examples/articles -o g.db").code == 0);
  REQUIRE(demarche("export g.db --to json -o g.json").code == 0);
  for (const ExportFormat& format : export_formats()) {
    for (const std::string flags : {"", " --no-text"}) {
      CAPTURE(format.name);
      CAPTURE(flags);
      const std::string to = " --to " + std::string(format.name) + flags + " -o ";
      const std::string name = std::string(format.name) + std::string(format.extension);
      REQUIRE(demarche("export g.db" + to + "a-" + name).code == 0);
      REQUIRE(demarche("export g.json" + to + "b-" + name).code == 0);
      const std::string bytes = whole_export("a-" + name);
      CHECK(bytes.size() > 1000);
      CHECK(bytes == whole_export("b-" + name));
    }
  }
  for (const std::string table : {"interactions", "ties", "actors", "mentions"}) {
    const std::string rows = demarche("export g.db --to csv --table " + table).out;
    CHECK(rows.size() > 1000);
    CHECK(rows == demarche("export g.json --to csv --table " + table).out);
  }
}

TEST_CASE("a part of a store is the part of its graph") {
  TemporaryFolder here;
  REQUIRE(demarche("build " DEMARCHE_SOURCE_DIR "/examples/articles -o g.db").code == 0);
  REQUIRE(demarche("export g.db --to json -o g.json").code == 0);
  for (const std::string conditions :
       {"--since 2021", "--until 2018-05", "--with Blinken --status any", "--status planned", "--about talks",
        "--in Kyiv", "--with-country TUR", "--min-confidence 0.8", "--rollup country --since 2020"}) {
    CAPTURE(conditions);
    const ProgramRun of_store = demarche("export g.db --to json " + conditions);
    CHECK(of_store.code == 0);
    CHECK(of_store.out == demarche("export g.json --to json " + conditions).out);
  }
}

TEST_CASE_FIXTURE(WithGraph, "a damaged file is found by its reader") {
  demarche("export g.json --to csv -o a.csv");
  const std::string whole = read_whole("a.csv");
  here.write("a.csv", whole.substr(0, whole.size() - 5));
  CHECK(count_exported("a.csv", "csv", {}).error().message == "a.csv: the last row is cut off");
}

TEST_CASE_FIXTURE(WithGraph, "export takes the conditions of talks") {
  const ProgramRun run = demarche("export g.json --to csv --fields action,status --status planned");
  CHECK(run == ProgramRun{0, "status,action\nplanned,visit\n", ""});
  CHECK(demarche("export g.json --to csv --fields action --party Clinton").out == "action\ncall\n");
}

TEST_CASE_FIXTURE(WithGraph, "export says in one line what it cannot do") {
  CHECK(demarche("export g.json --to gephi") == failed(2, "--to gephi writes several files; name a folder with -o"));
  CHECK(demarche("export g.json --to csv --verify") == failed(2, "--verify reads a file back; name one with -o"));
  CHECK(
      demarche("export g.json --to csv --fields colour --table actors") ==
      failed(2,
             "--fields \"colour\": no such field; known: id, name, label, kind, code, sector, qid, offices, aliases"));
  std::filesystem::create_directory("mine");
  here.write("mine/note.md", "my own");
  CHECK(demarche("export g.json --to obsidian -o mine") ==
        failed(2, "mine: is a folder with files that no export to obsidian has made; name a new one"));
  CHECK(read_whole("mine/note.md") == "my own");
  CHECK(demarche("export g.json --to word").code == 2);
}

TEST_CASE_FIXTURE(WithGraph, "a folder is replaced by the next export of its format, and nothing is left beside it") {
  REQUIRE(demarche("export g.json --to obsidian -o vault").code == 0);
  here.write("vault/Actors/Old.md", "gone");
  REQUIRE(demarche("export g.json --to obsidian -o vault").code == 0);
  CHECK(!std::filesystem::exists("vault/Actors/Old.md"));
  CHECK(std::filesystem::exists("vault/Actors/Hillary Clinton.md"));
  std::size_t entries = 0;
  for (const auto& entry : std::filesystem::directory_iterator("."))
    entries += entry.path().filename().string()[0] != '.' || entry.path().string().find("vault") != std::string::npos;
  CHECK(entries == 2);
}

TEST_CASE_FIXTURE(WithGraph, "build reads JSON, GraphML and records back without loss") {
  const std::string whole = read_whole("g.json");
  demarche("export g.json --to graphml -o g.graphml");
  demarche("export g.json --to records -o g.jsonl");
  for (const char* input : {"g.json", "g.graphml", "g.jsonl"}) {
    CAPTURE(input);
    const ProgramRun run = demarche(std::string("build ") + input + " -o back.json");
    CHECK_MESSAGE(run.code == 0, run.err);
    const bool same = read_whole("back.json") == whole;
    CHECK(same);
  }
  CHECK(demarche("ask g.graphml 'Who did Clinton call?'").out.substr(0, 16) == "Ahmet Davutoglu\n");
  here.write("bad.jsonl", "{\"id\":\"m\",\"doc\":\"d\",\"status\":\"soon\"}\n");
  CHECK(demarche("build bad.jsonl -o back.json") ==
        failed(1, "bad.jsonl:1: status is \"soon\"; it must be actual, planned, possible or denied"));
}

TEST_CASE_FIXTURE(WithGraph, "import makes a graph of GDELT rows, and compare sets it beside another") {
  demarche("export g.json --to gdelt -o rows.tsv");
  const ProgramRun imported = demarche("import rows.tsv -o gdelt.json");
  CHECK(imported.code == 0);
  CHECK(imported.err.find("demarche: 2 rows read, 0 skipped\n") == 0);
  const ProgramRun same = demarche("compare g.json g.json");
  CHECK(same.out ==
        "A  g.json: 2 who-whom-days, 100.0 % of them also in B\n"
        "B  g.json: 2 who-whom-days, 100.0 % of them also in A\n"
        "both 2, only A 0, only B 0\n\nboth\n"
        "  2010-05-13  Turkey – United States: call\n"
        "  2010-05-16  Brazil – Iran: visit\n");
  const ProgramRun csv = demarche("compare g.json gdelt.json --format csv");
  CHECK(csv.out.find("in,day,who,whom,event,actions,a,b\nboth,2010-05-13,Turkey,United States,") == 0);
  CHECK(demarche("import g.json -o x.json").code == 1);
  CHECK(!std::filesystem::exists("x.json"));
}

}  // namespace
}  // namespace demarche::cli
