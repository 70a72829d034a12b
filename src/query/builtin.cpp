// The questions and countries of the pack that is built into the program.
#include <mutex>

#include "demarche/pack.h"
#include "demarche/query.h"
#include "query/embedded.h"
#include "query/question_rules.h"
#include "query/question_table.h"

namespace demarche {
namespace {

query::QuestionTable table() {
  return query::read_table(
      {demarche_questions_data, static_cast<std::size_t>(demarche_questions_end - demarche_questions_data)});
}

}  // namespace

std::vector<PackFile> query::builtin_question_files() {
  std::vector<PackFile> files;
  for (const EmbeddedFile& file : builtin_files()) {
    if (is_question_file(file.path)) files.push_back({std::string(file.path), std::string(file.text)});
  }
  return files;
}

const query::Countries& query::Countries::builtin() {
  static const Countries countries = table().countries;
  return countries;
}

Result<QuestionRules> QuestionRules::builtin() {
  auto rep = std::make_unique<Rep>();
  rep->file = table().rules;
  rep->is_builtin = true;
  return QuestionRules(std::move(rep));
}

}  // namespace demarche
