// Question rules as the files have them: verbs, macros and rules, read and checked.
#ifndef DEMARCHE_QUERY_RULE_FILE_H
#define DEMARCHE_QUERY_RULE_FILE_H

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demarche/pack.h"
#include "demarche/query.h"
#include "query/countries.h"
#include "query/pattern.h"
#include "query/verbs.h"

namespace demarche::query {

struct Example {
  std::string question;
  std::string today;  // ISO; frozen, so that "last week" stays the same week
  Query query;
  std::string where;   // "questions/who.toml:12"
  bool later = false;  // rules before take it too: it is this rule's where their names mean nobody
};

struct Rule {
  std::string id;
  std::string meaning;
  std::string form;  // for people: "who did X call"
  bool common = false;
  std::string where;
  std::vector<Pattern> patterns;
  std::vector<std::pair<std::string, std::string>> conditions;  // as add_condition() takes them; "$X" = slot X
  std::vector<Example> examples;
  std::vector<std::string> counterexamples;
};

struct RuleFile {
  Verbs verbs;
  std::vector<Region> regions;
  std::vector<Rule> rules;  // in the order of the files; the first that fits wins

  RuleFile() = default;
  RuleFile(RuleFile&&) = default;
  RuleFile& operator=(RuleFile&&) = default;
};

// Whether load_rules() wants the file of a rule pack: "questions/20-who.toml", "actions/consult.toml".
bool is_question_file(std::string_view path);

// Verbs and macros of all files are shared. Files in "actions/" are the rules of records: they lend the names of their
// actions, for those that no verb means. Cause::bad_rules; the message names file, line and fragment.
Result<RuleFile> load_rules(const std::vector<PackFile>& files);

}  // namespace demarche::query

#endif
