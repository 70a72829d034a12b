// The program as a whole: help, flags, exit codes, formats.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "demarche/pack.h"
#include "program_run.h"
#include "sample_graph.h"

namespace demarche::cli {
namespace {

TEST_CASE("version and help go to standard output") {
  TemporaryFolder here;
  const ProgramRun version = demarche("--version");
  CHECK(version.code == 0);
  CHECK(version.err.empty());
  CHECK(version.out.starts_with("demarche "));
  CHECK(version.out.ends_with("\nrules " + std::string(builtin_hash()) + "\n"));
  const ProgramRun help = demarche("--help");
  CHECK(help.code == 0);
  CHECK(help.err.empty());
  for (const char* command :
       {"build", "extract", "ask", "talks", "export", "render", "explore", "serve", "explain", "rules", "actors"}) {
    CHECK(help.out.find("\n  " + std::string(command) + " ") != std::string::npos);
    CHECK(demarche(command + std::string(" --help")).code == 0);
  }
}

TEST_CASE("wrong use is one line and exit code 2") {
  TemporaryFolder here;
  CHECK(demarche("") == failed(2, "which command; see demarche --help"));
  CHECK(demarche("extrakt") == failed(2, "extrakt: unknown command, did you mean extract; see demarche --help"));
  CHECK(demarche("build a.txt") == failed(2, "--output is required; see demarche build --help"));
  CHECK(demarche("build -o g.db") == failed(2, "PATH is required; see demarche build --help"));
  CHECK(demarche("ask g.db q --formt=json") ==
        failed(2, "--formt: unknown flag, did you mean --format; see demarche ask --help"));
  CHECK(demarche("ask g.db q --format yaml") ==
        failed(2, "--format: \"yaml\" is none of table|json|jsonl|csv|tsv|markdown; see demarche ask --help"));
  CHECK(demarche("extract --threads 0") ==
        failed(2, "--threads: Value 0 not in range 1 to 256; see demarche extract --help"));
  CHECK(demarche("extract --date 2010-02-30") ==
        failed(2, "--date: \"2010-02-30\" is not a day like 2010-05-13; see demarche extract --help"));
  CHECK(demarche("talks g.db --since May") ==
        failed(2, "--since \"May\": no such date; write YYYY, YYYY-MM or YYYY-MM-DD; see demarche talks --help"));
  CHECK(demarche("talks g.db --status done") == failed(2,
                                                       "--status \"done\": no such status; known: actual, planned, "
                                                       "possible, denied, any; see demarche talks --help"));
  CHECK(demarche("export g.json --to dot x") == failed(2, "x: one argument too many; see demarche export --help"));
  here.write("g.json", write_json(sample_graph()));
  CHECK(demarche("render g.json -o x.bmp") == failed(2, "x.bmp: name it .svg, .png or .pdf, or say --format"));
}

TEST_CASE("a path may have the name of a command") {
  TemporaryFolder here;
  here.write("build/export", "Nothing happened.");
  CHECK(demarche("extract --quiet build") == ProgramRun{0, "", ""});
}

TEST_CASE("a reader that goes away ends the program quietly") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  const ProgramRun run = demarche("export g.json --to json; echo $? >.code )", "(", "| head -c 1");
  CHECK(run.out == "{");
  CHECK(run.err.empty());
  CHECK(read_whole(".code") == "0\n");
}

TEST_CASE("a full disk") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  CHECK(demarche("export g.json --to json -o /dev/full") ==
        failed(1, "/dev/full: the disk is full; make room and run again"));
}

TEST_CASE("export writes the same graph to a file and to standard output") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  const ProgramRun json = demarche("export g.json --to json");
  CHECK(json.out == read_whole("g.json"));
  CHECK(demarche("export g.json --to json -o h.json") == ProgramRun{0, "", ""});
  CHECK(read_whole("h.json") == json.out);
  CHECK(demarche("export g.json --to dot").out.starts_with("digraph"));
}

TEST_CASE("render takes the format from the name") {
  TemporaryFolder here;
  here.write("g.json", write_json(sample_graph()));
  CHECK(demarche("render g.json -o x.svg") == ProgramRun{0, "", ""});
  CHECK(read_whole("x.svg").find("<svg") != std::string::npos);
  CHECK(demarche("render g.json -o x.PNG --around Clinton --title Calls") == ProgramRun{0, "", ""});
  CHECK(read_whole("x.PNG").starts_with("\x89PNG"));
  CHECK(demarche("render g.json -o - --format pdf").out.starts_with("%PDF"));
}

TEST_CASE("rules export writes every file and spares what was edited") {
  TemporaryFolder here;
  const std::string said = "demarche: " + std::to_string(builtin_files().size()) + " rule files written to r\n";
  CHECK(demarche("rules export r") == ProgramRun{0, "", said});
  const EmbeddedFile& first = builtin_files().front();
  const std::string path = "r/" + std::string(first.path);
  CHECK(read_whole(path) == first.text);
  CHECK(demarche("rules export r") == ProgramRun{0, "", said});
  here.write(path, "# mine\n");
  CHECK(demarche("rules export r") ==
        failed(1, path + ": differs from the built-in file; move it away or say --force"));
  CHECK(demarche("rules export r --force") == ProgramRun{0, "", said});
  CHECK(read_whole(path) == first.text);
}

}  // namespace
}  // namespace demarche::cli
