// The wire story that many papers print: read once, counted as often as it was printed.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <vector>

#include "program_run.h"

namespace demarche::cli {
namespace {

constexpr const char* agency =
    "Secretary of State Hillary Clinton called Turkish Foreign Minister Ahmet Davutoglu on Thursday to discuss Iran, "
    "officials said. The call came two days before a summit in Tehran, to which Brazil and Turkey send their leaders. "
    "Diplomats in New York expect a vote on new sanctions in June. The talks went on until late in the evening.";
constexpr const char* rival =
    "ANKARA — Turkey was pressed again on Thursday to join the efforts against Iran's nuclear programme. Hillary "
    "Clinton "
    "called Ahmet Davutoglu, his spokesman told reporters in the capital, and the two agreed to stay in touch.";
constexpr const char* third =
    "A quiet day in Washington: Clinton called Davutoglu on Thursday about the fuel swap, said a department official "
    "who "
    "asked not to be named, and there was not much else to report from the building.";

// Twelve papers print the agency's story, each in its way, two others have their own.
std::vector<std::string> lines() {
  std::vector<std::string> out;
  const auto add = [&](const std::string& id, const std::string& text) {
    out.push_back(
        fmt::format(R"({{"id":"{}","date":"2010-05-13","publication":"Paper {}","text":"{}"}})", id, id, text));
  };
  for (int i = 0; i < 12; ++i) {
    const std::string head = i % 3 == 0 ? "" : i % 3 == 1 ? "WASHINGTON, May 13 (Wire) — " : "By a staff writer — ";
    const std::string tail = i % 2 == 0 ? "" : " More on this page tomorrow.";
    add(fmt::format("p{:02}", (i * 5) % 12), head + agency + tail);
  }
  add("rival", rival);
  add("third", third);
  return out;
}

void write(const std::string& path, const std::vector<std::string>& lines) {
  std::ofstream file(path);
  for (const std::string& line : lines) file << line << '\n';
}

TEST_CASE("one call, fourteen reports, three independent, in any order") {
  TemporaryFolder here;
  std::vector<std::string> documents = lines();
  write("a.jsonl", documents);
  const ProgramRun built = demarche("build a.jsonl -o graph.db");
  CHECK(built.code == 0);
  CHECK(
      built.err.starts_with("demarche: 14 documents (14 JSON Lines): 3 read, 11 duplicate, 0 unchanged, 0 skipped\n"));
  CHECK(demarche("talks graph.db --with Davutoglu").out.find("14 reports, 3 independent") != std::string::npos);
  const std::string expected = demarche("export graph.db --to json").out;
  // Of those that print a line more, which come first, the lowest id.
  CHECK(expected.find("\"copy_of\":\"p01\"") != std::string::npos);
  CHECK(expected.find("\"copy_of\":\"p00\"") == std::string::npos);
  std::mt19937 random(5);
  for (int round = 0; round < 4; ++round) {
    std::shuffle(documents.begin(), documents.end(), random);
    write("b.jsonl", documents);
    CHECK(demarche("build b.jsonl -o b.json").code == 0);
    CHECK(read_whole("b.json") == expected);
    // In two runs, and in two stores that are joined.
    const auto half = documents.begin() + 7;
    write("one.jsonl", {documents.begin(), half});
    write("two.jsonl", {half, documents.end()});
    const std::string name = fmt::format("-{}.db", round);
    CHECK(demarche("build one.jsonl -o runs" + name).code == 0);
    CHECK(demarche("build two.jsonl -o runs" + name).code == 0);
    CHECK(demarche("export runs" + name + " --to json").out == expected);
    CHECK(demarche("build one.jsonl -o one" + name).code == 0);
    CHECK(demarche("build two.jsonl -o two" + name).code == 0);
    CHECK(demarche("merge two" + name + " one" + name + " -o joined" + name).code == 0);
    CHECK(demarche("export joined" + name + " --to json").out == expected);
    CHECK(demarche("verify joined" + name).code == 0);
  }
}

TEST_CASE("papers that print the same words, without ids and addresses") {
  TemporaryFolder here;
  std::vector<std::string> documents;
  for (const char* paper : {"The Day", "The Echo", "The Herald"}) {
    documents.push_back(fmt::format(R"({{"date":"2010-05-13","publication":"{}","text":"{}"}})", paper, agency));
  }
  write("a.jsonl", documents);
  const ProgramRun built = demarche("build a.jsonl -o graph.db");
  CHECK(built.err.starts_with("demarche: 3 documents (3 JSON Lines): 1 read, 2 duplicate, 0 unchanged, 0 skipped\n"));
  CHECK(demarche("talks graph.db --with Davutoglu").out.find("3 reports, 1 independent") != std::string::npos);
}

TEST_CASE("once the first report is removed, the next one is read") {
  TemporaryFolder here;
  std::vector<std::string> documents = lines();
  write("a.jsonl", documents);
  CHECK(demarche("build a.jsonl -o graph.db").code == 0);
  CHECK(demarche("remove graph.db p00").code == 0);
  std::erase_if(documents, [](const std::string& line) { return line.find("\"p00\"") != std::string::npos; });
  write("b.jsonl", documents);
  CHECK(demarche("build b.jsonl -o b.json").code == 0);
  CHECK(demarche("export graph.db --to json").out == read_whole("b.json"));
  CHECK(demarche("verify graph.db").code == 0);
}

TEST_CASE("a document that changes leaves its copies to be read") {
  TemporaryFolder here;
  write("a.jsonl", lines());
  CHECK(demarche("build a.jsonl -o graph.db").code == 0);
  here.write("c.jsonl", "{\"id\":\"p00\",\"date\":\"2010-05-13\",\"text\":\"The weather in Ankara was fine.\"}\n");
  CHECK(demarche("build c.jsonl -o graph.db").code == 0);
  CHECK(demarche("talks graph.db --with Davutoglu").out.find("13 reports, 3 independent") != std::string::npos);
}

}  // namespace
}  // namespace demarche::cli
