// What QuestionRules holds.
#ifndef DEMARCHE_QUERY_QUESTION_RULES_H
#define DEMARCHE_QUERY_QUESTION_RULES_H

#include <vector>

#include "demarche/query.h"
#include "query/rule_file.h"

namespace demarche {

struct QuestionRules::Rep {
  query::RuleFile file;
  bool is_builtin = false;  // from the table; its examples are in the pack's files
};

namespace query {

std::vector<PackFile> builtin_question_files();

}  // namespace query
}  // namespace demarche

#endif
