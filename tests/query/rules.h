// The question rules of the source tree.
#ifndef DEMARCHE_TESTS_QUERY_RULES_H
#define DEMARCHE_TESTS_QUERY_RULES_H

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "demarche/query.h"

inline std::vector<demarche::PackFile> question_files() {
  std::vector<demarche::PackFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(DEMARCHE_SOURCE_DIR "/rules/questions")) {
    if (entry.path().extension() != ".toml") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    files.push_back({"questions/" + entry.path().filename().string(), text.str()});
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

inline const demarche::QuestionRules& question_rules() {
  static const demarche::QuestionRules rules = [] {
    demarche::Result<demarche::QuestionRules> loaded = demarche::QuestionRules::compile(question_files());
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(*loaded);
  }();
  return rules;
}

#endif
