// What a compiled pack holds.
#ifndef DEMARCHE_RULES_PACK_DATA_H
#define DEMARCHE_RULES_PACK_DATA_H

#include <memory>
#include <string>
#include <vector>

#include <re2/re2.h>

#include "demarche/pack.h"
#include "rules/contexts.h"
#include "rules/gazetteer.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace demarche::rules {

// What all threads share.
struct PackTables {
  std::string hash;
  Vocabulary vocabulary;
  Gazetteer gazetteer;
  std::vector<EventType> events;
  ContextIndex contexts;
  std::vector<Rule> rules;
  std::vector<std::string> boilerplate;  // RE2 over whole lines
  std::vector<bool> shown_modifier;      // by WordId: stands on tapes as M
  std::vector<bool> shown_adverb;        // by WordId: stands on tapes as R
  std::vector<bool> event_noun;          // by WordId: some nominal pattern starts from it
};

// A pattern ready to run; `group` numbers are RE2 capture groups, 0 = absent.
struct CompiledPattern {
  std::unique_ptr<RE2> regex;
  std::uint32_t rule = 0;
  std::uint64_t needs = 0;  // bloom of word ids that the tape must show
  unsigned weight = 0;
  int groups = 0;
  int x = 0, y = 0, z = 0, both = 0, topic = 0;
};

inline std::uint64_t bloom(WordId id) { return std::uint64_t{1} << (id * 0x9E37u >> 5 & 63u); }

}  // namespace demarche::rules

namespace demarche {

struct Pack::Rep {
  std::shared_ptr<const rules::PackTables> tables;
  std::vector<rules::CompiledPattern> patterns;
  std::vector<std::vector<std::uint32_t>> by_verb;  // WordId → patterns, best first
  std::vector<std::vector<std::uint32_t>> by_noun;
  std::unique_ptr<RE2> boilerplate;                 // nullptr when there is none
};

}  // namespace demarche

#endif
