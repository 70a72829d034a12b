// What a compiled pack holds.
#ifndef DEMARCHE_RULES_PACK_DATA_H
#define DEMARCHE_RULES_PACK_DATA_H

#include <cstdint>
#include <memory>
#include <string>

#include "demarche/pack.h"
#include "rules/contexts.h"
#include "rules/gazetteer.h"
#include "rules/regex.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace demarche::rules {

using Gates = TableList<Gate>;  // of patterns, best first

// A file that the pack was compiled from.
struct SourceText {
  TableString path, text;
};

// What all threads share: the root of the table (table.h) that compile_pack() writes. The built-in pack's lies in the
// program's constant data, so it costs nothing to load and only the pages that are read.
struct PackTables {
  TableString hash;
  Vocabulary vocabulary;
  Gazetteer gazetteer;
  ContextIndex contexts;
  TableList<EventType> events;
  TableList<Rule> rules;
  TableList<CompiledPattern> patterns;
  TableList<Gates> by_verb;        // by WordId
  TableList<Gates> by_noun;        // by WordId
  Gates marked;                    // of rules for marked pairs
  TableList<bool> shown_modifier;  // by WordId: stands on tapes as M
  TableList<bool> shown_adverb;    // by WordId: stands on tapes as R
  TableList<bool> event_noun;      // by WordId: some nominal pattern starts from it
  WordId be_word, money_word;      // what copulas and sums of money stand on tapes as; 0 where no rule names them
  TableString boilerplate;         // RE2 over whole lines; empty when there is none
  TableList<SourceText> files;     // sorted by path; only the built-in pack keeps them
};

}  // namespace demarche::rules

namespace demarche {

struct Pack::Rep {
  explicit Rep(std::shared_ptr<const rules::PackTables> pack_tables);

  // nullptr when the pack has none.
  const RE2* boilerplate() const {
    return tables->boilerplate.empty() ? nullptr : &boilerplate_regex.get(tables->boilerplate, rules::line_options);
  }

  std::shared_ptr<const rules::PackTables> tables;
  std::shared_ptr<const text::Abbreviations> abbreviations;
  std::string hash;
  rules::LazyRegex boilerplate_regex;
};

}  // namespace demarche

#endif
