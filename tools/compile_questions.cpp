// Compiles the question rules and the names of countries into the table of src/query/question_table.h. Runs at build
// time:
//   compile_questions RULES_FOLDER OUTPUT
// A rule file with an error stops it: RULES_FOLDER/questions/20-who.toml:12: …
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "query/question_table.h"

namespace {

namespace fs = std::filesystem;

int fail(const std::string& message) {
  std::cerr << message << "\n";
  return 1;
}

std::string whole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return fail("usage: compile_questions RULES_FOLDER OUTPUT");
  const fs::path folder = argv[1];
  const std::string path = argv[2];
  std::vector<demarche::PackFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).generic_string();
    if (demarche::query::is_question_file(name)) files.push_back({name, whole(entry.path())});
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  const auto rules = demarche::query::load_rules(files);
  if (!rules) return fail(folder.string() + "/" + rules.error().message);
  auto countries = demarche::query::Countries::parse(whole(folder / "actors" / "states.toml"));
  if (countries.names_by_code().empty()) return fail((folder / "actors/states.toml: no states").string());
  for (const auto& region : rules->regions) {
    for (const std::string& state : region.states) {
      if (countries.name(state).empty()) return fail("region \"" + region.name + "\": no state " + state);
    }
  }
  countries.set_regions(rules->regions);
  std::ofstream out(path, std::ios::binary);
  out << demarche::query::write_table(*rules, countries);
  if (!out.flush()) {
    std::remove(path.c_str());
    return fail(path + ": cannot be written");
  }
}
