// What `ask` needs of the rule pack, in the form in which it is built into the program: reading TOML at each start
// would cost more than most answers. tools/compile_questions.cpp writes it when the program is built.
//
// Layout: numbers as LEB128 varints, texts as their length and bytes, lists as their count and items, in the order of
// the fields below. Not for other machines or versions: program and table are made together.
#ifndef DEMARCHE_QUERY_QUESTION_TABLE_H
#define DEMARCHE_QUERY_QUESTION_TABLE_H

#include <string>
#include <string_view>

#include "query/countries.h"
#include "query/rule_file.h"

namespace demarche::query {

struct QuestionTable {
  RuleFile rules;  // of the examples only the first of each rule, without its query; no counter-examples
  Countries countries;
};

std::string write_table(const RuleFile& rules, const Countries& countries);

// REQUIRES what write_table() gave, which must outlive the table.
QuestionTable read_table(std::string_view bytes);

}  // namespace demarche::query

#endif
