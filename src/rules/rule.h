// One rule of rules/actions: patterns over tapes, what they mean, and the examples that prove it; and the event types
// that rules name.
//
// Rows of tables (table.h): constant data.
#ifndef DEMARCHE_RULES_RULE_H
#define DEMARCHE_RULES_RULE_H

#include <cstdint>
#include <optional>

#include "demarche/mention.h"
#include "rules/table.h"
#include "rules/vocabulary.h"

namespace demarche::rules {

struct Example {
  TableString text;
  TableString date;              // the document's date; empty = the frozen reference date
  TableList<TableString> facts;  // "Laura Vance > call > Ahmet Davutoglu (planned)"; the actors' canonical names,
                                 // several joined by " & "
  std::uint32_t line;
};

// A pattern ready to run. Its regular expression is compiled at its first use: Pack::Rep::regex().
struct CompiledPattern {
  TableString source;   // as the rule has it
  TableString regex;    // RE2 over tapes
  std::uint64_t needs;  // bloom of word ids that the tape must show
  std::uint32_t rule;   // index into PackTables::rules
  std::uint32_t weight;
  std::int32_t groups;  // how many RE2 capture groups; below, their numbers, 0 = absent
  std::int32_t x, y, z, both, topic, negated;
};

inline std::uint64_t bloom(WordId id) { return std::uint64_t{1} << (id * 0x9E37u >> 5 & 63u); }

enum class SubjectRole : std::uint8_t { none, actor, recipient };

struct Rule {
  TableString id, action, event, mode;
  TableString planned_event;  // the type instead, when the status is planned
  TableString plover;         // the type in the PLOVER projection, where that codebook wants another
  double confidence;
  std::int32_t priority;  // higher wins where several rules fit a trigger
  bool reciprocal;
  std::optional<Status> status;  // overrides what the clause says
  SubjectRole subject;           // nominal patterns: what the subject of the clause around them is
  bool presupposed;              // nominal patterns: true whatever the clause says, also inside another rule's match
  bool joins;                    // takes part in the event told before: its actor and action complete the record
  TableList<CompiledPattern> patterns;
  TableString meaning, path;
  std::uint32_t line;
  TableList<Example> examples, counter;
};

struct EventMode {
  TableString name;
  double score;
};

// PLOVER's quad code and score (ontology of 2021) of a type, or of one of its modes.
struct EventType {
  TableString name;
  double score;
  std::int32_t quad;
  TableList<EventMode> modes;
};

}  // namespace demarche::rules

#endif
