// extract and build over a longer input: threads, repeated runs, Ctrl-C.
#include <doctest/doctest.h>

#include "demarche/export.h"
#include "program_run.h"

namespace demarche::cli {
namespace {

constexpr int documents = 600;

// Enough for several batches, of uneven size, no text a copy of another.
void write_feed(const std::string& name, int count = documents) {
  std::ofstream feed(name);
  for (int i = 0; i < count; ++i) {
    feed << R"({"id":"d)" << i << R"(","date":"2010-05-14","text":")";
    for (int n = 0; n <= i % 13; ++n) {
      feed << "Secretary of State Hillary Clinton called Turkish Foreign Minister Ahmet Davutoglu on Thursday. "
              "The weather in town "
           << i << " was fine, nobody in street " << i << " said why, and house " << i << " stood empty. ";
    }
    feed << "\"}\n";
  }
}

std::string last_line(const std::string& text) {
  const std::size_t end = text.find_last_not_of('\n');
  const std::size_t newline = text.rfind('\n', end);
  return text.substr(newline == std::string::npos ? 0 : newline + 1);
}

TEST_CASE("the same bytes with 1 and with 8 threads") {
  TemporaryFolder here;
  write_feed("feed.jsonl");
  for (const std::string format : {"jsonl", "plover"}) {
    const ProgramRun one = demarche("extract feed.jsonl --threads 1 --format " + format);
    CHECK(one.code == 0);
    CHECK(one.err.starts_with("demarche: 600 documents (600 JSON Lines): 600 read, 0 skipped"));
    CHECK(one.out.find("\"d0\"") < one.out.find("\"d599\""));
    CHECK(one.out.find("\"d599\"") != std::string::npos);
    CHECK(demarche("extract feed.jsonl --threads 8 --format " + format) == one);
    CHECK(demarche("extract --threads 3 --format " + format, "", "<feed.jsonl") == one);
    CHECK(demarche("extract feed.jsonl -o out --format " + format) == ProgramRun{0, "", one.err});
    CHECK(read_whole("out") == one.out);
  }
}

TEST_CASE("every line that extract writes is a record") {
  TemporaryFolder here;
  write_feed("feed.jsonl", 3);
  std::istringstream lines(demarche("extract feed.jsonl").out);
  int records = 0;
  for (std::string line; std::getline(lines, line); ++records) {
    const auto record = read_record(line, "out");
    REQUIRE(record);
    CHECK(record->action == "call");
  }
  CHECK(records == 1 + 2 + 3);
}

TEST_CASE("the same graph with 1 and with 8 threads, in any order of the input") {
  TemporaryFolder here;
  write_feed("feed.jsonl");
  CHECK(demarche("build feed.jsonl -o one.json --threads 1").code == 0);
  CHECK(demarche("build feed.jsonl -o eight.json --threads 8").code == 0);
  CHECK(read_whole("one.json").find("Davutoglu") != std::string::npos);
  CHECK(read_whole("eight.json") == read_whole("one.json"));
  CHECK(demarche("build - -o back.json", "tac feed.jsonl |").code == 0);
  CHECK(read_whole("back.json") == read_whole("one.json"));
  CHECK(demarche("build feed.jsonl -o graph.db").code == 0);
  CHECK(demarche("export graph.db --to json").out == read_whole("one.json"));
}

TEST_CASE("a second run reads only what is new") {
  TemporaryFolder here;
  write_feed("feed.jsonl");
  const ProgramRun first = demarche("build feed.jsonl -o graph.db");
  CHECK(first.code == 0);
  CHECK(first.out.empty());
  CHECK(
      first.err.starts_with("demarche: 600 documents (600 JSON Lines): 600 read, 0 duplicate, 0 unchanged, 0 skipped"));
  const std::string before = demarche("export graph.db --to json").out;
  const ProgramRun second = demarche("build feed.jsonl -o graph.db");
  CHECK(second.err.starts_with(
      "demarche: 600 documents (600 JSON Lines): 0 read, 0 duplicate, 600 unchanged, 0 skipped"));
  CHECK(last_line(second.err) == last_line(first.err));
  CHECK(demarche("export graph.db --to json").out == before);
  write_feed("more.jsonl", documents + 5);
  CHECK(
      demarche("build more.jsonl -o graph.db")
          .err.starts_with("demarche: 605 documents (605 JSON Lines): 5 read, 0 duplicate, 600 unchanged, 0 skipped"));
}

TEST_CASE("a document that comes twice") {
  TemporaryFolder here;
  here.write("a.jsonl", "{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"x\",\"text\":\"One.\"}\n");
  here.write("b.jsonl", "{\"id\":\"x\",\"text\":\"Two.\"}\n");
  for (const std::string graph : {"graph.db", "graph.json"}) {
    const ProgramRun run = demarche("build a.jsonl b.jsonl -o " + graph);
    CHECK(
        run.err.starts_with("demarche: b.jsonl:1: id \"x\" was read before; this text takes its place\n"
                            "demarche: 3 documents (3 JSON Lines): 2 read, 0 duplicate, 1 unchanged, 0 skipped"));
    CHECK(last_line(run.err) ==
          "demarche: " + graph + ": 1 document, 0 mentions, 0 interactions, 0 actors; merged in T s\n");
  }
}

TEST_CASE("Ctrl-C ends extract while it waits for input") {
  TemporaryFolder here;
  CHECK(demarche("extract -o out", "sleep 1.5 | timeout --preserve-status -s INT 0.5") ==
        ProgramRun{
            130, "",
            "demarche: 0 documents: 0 read, 0 skipped\ndemarche: 0 sentences, 0 mentions; 0.00 MB in T s, S MB/s\n"});
  CHECK(!std::filesystem::exists("out"));
}

// Whenever the signal comes: what was read by then is there.
TEST_CASE("Ctrl-C keeps what build has read; the next run goes on from there") {
  TemporaryFolder here;
  write_feed("feed.jsonl");
  const std::string interrupted_feed = "{ cat feed.jsonl; sleep 2; } | timeout --preserve-status -s INT 1";
  const ProgramRun stopped = demarche("build - -o graph.db", interrupted_feed);
  CHECK(stopped.code == 130);
  CHECK(last_line(stopped.err) ==
        "demarche: interrupted; what was read is kept, run the same command again to go on\n");
  const std::string read = stopped.err.substr(0, stopped.err.find(" document"));
  const ProgramRun again = demarche("build feed.jsonl -o graph.db");
  CHECK(again.err.find(" duplicate, " + read.substr(read.find(' ') + 1) + " unchanged, 0 skipped") !=
        std::string::npos);

  const ProgramRun unwritten = demarche("build - -o graph.json", interrupted_feed);
  CHECK(unwritten.code == 130);
  CHECK(unwritten.err == "demarche: interrupted; graph.json is not written\n");
  CHECK(!std::filesystem::exists("graph.json"));
}

}  // namespace
}  // namespace demarche::cli
