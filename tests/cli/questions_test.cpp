// Questions with the answers that a reader of the documents gives: 60 on examples/articles, 40 on a corpus beside the
// repository. A row with "gap" is known to be answered wrongly, and says why; together at least 95 of 100 are right.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "program_run.h"

namespace demarche::cli {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

const std::string source = DEMARCHE_SOURCE_DIR;

std::vector<json> lines_of(const std::string& path) {
  std::vector<json> out;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) out.push_back(json::parse(line));
  return out;
}

// Asks every question of the table; prints those that are answered wrongly.
void ask_all(const std::string& table, const std::string& graph, std::size_t least_rows, std::size_t most_wrong) {
  const std::vector<json> questions = lines_of(source + "/tests/gold/" + table);
  CHECK(questions.size() >= least_rows);
  std::size_t wrong = 0;
  for (const json& row : questions) {
    const std::string question = row["question"];
    const ProgramRun run =
        demarche("ask " + graph + " \"" + question + "\" --format json --today " + row["today"].get<std::string>());
    std::set<std::string> told;
    if (run.code == 0) told = json::parse(run.out)["answers"].get<std::set<std::string>>();
    if (told == row["answers"].get<std::set<std::string>>()) continue;
    ++wrong;
    MESSAGE(question << " → " << json(told).dump() << (row.contains("gap") ? "; known: " + row["gap"].dump() : "")
                     << run.err);
  }
  CHECK(wrong <= most_wrong);
}

TEST_CASE("questions on the example articles") {
  TemporaryFolder here;
  REQUIRE(demarche("build " + source + "/examples/articles -o g.db").code == 0);
  ask_all("questions_articles.jsonl", "g.db", 60, 2);
}

TEST_CASE("questions on releases of 2021") {
  const std::string corpus = source + "/../shared/corpora/state_2021.jsonl";
  if (!fs::exists(corpus)) {
    MESSAGE("skipped: " << corpus << " is not there");
    return;
  }
  TemporaryFolder here;
  // Announcements and readouts; the long briefings would only make the test slow.
  constexpr std::size_t short_text = 1900;
  std::ofstream part("part.jsonl");
  std::ifstream file(corpus);
  for (std::string line; std::getline(file, line);) {
    if (json::parse(line)["text"].get<std::string>().size() < short_text) part << line << '\n';
  }
  part.close();
  REQUIRE(demarche("build part.jsonl -o g.db").code == 0);
  ask_all("questions_state_2021.jsonl", "g.db", 40, 4);
}

}  // namespace
}  // namespace demarche::cli
