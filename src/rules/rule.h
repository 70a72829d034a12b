// One rule of rules/actions: patterns over tapes, what they mean, and the examples that prove it; and the event types
// that rules name.
//
// Rows of tables (table.h): constant data.
#ifndef DEMARCHE_RULES_RULE_H
#define DEMARCHE_RULES_RULE_H

#include <cstdint>
#include <optional>

#include "demarche/mention.h"
#include "rules/slot_program.h"
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

// A set of words that may say yes too often (Bloom 1970), never no.
struct Bloom {
  std::uint64_t bits;

  void add(WordId id) { bits |= std::uint64_t{1} << (id * 0x9E3779B1u >> 26); }
  bool shares(Bloom o) const { return (bits & o.bits) != 0; }
  bool within(Bloom o) const { return (bits & ~o.bits) == 0; }
};

// What a tape must show before a pattern is worth running. The gates of a word's patterns stand next to each other.
struct Gate {
  Bloom needs;            // words that the tape must show
  Bloom any[2];           // of each the tape must show one; all bits where there is no such element
  std::uint32_t pattern;  // index into PackTables::patterns
  std::uint16_t first;    // kinds that the tape may begin with
  std::uint16_t next;     // kinds that must follow the word that the pattern is found by; all bits = nothing must

  bool open(std::uint16_t kind, std::uint16_t behind, Bloom words) const {
    // Most gates stay shut for want of a word.
    return any[0].shares(words) && needs.within(words) && (first & kind) && (next == 0xFFFF || (next & behind)) &&
           any[1].shares(words);
  }
};

// A pattern ready to run.
struct CompiledPattern {
  TableString source;         // as the rule has it
  TableString regex;          // RE2 over tapes: pattern_regex.h
  TableList<SlotStep> steps;  // the same as a program
  TableList<WordId> words;    // of the program
  TableList<WordId> needs;    // words that the tape must show
  TableList<WordId> any[2];   // of each the tape must show one; empty where there is no such element
  std::uint32_t rule;         // index into PackTables::rules
  std::uint32_t weight;
  std::uint16_t first;  // kinds that the tape may begin with
  std::uint8_t slots;   // bits of Slot that it may bind
  bool binds(Slot s) const { return (slots >> static_cast<unsigned>(s)) & 1u; }
};

enum class SubjectRole : std::uint8_t { none, actor, recipient };

struct Rule {
  TableString id, action, event, mode;
  TableString planned_event;  // the type instead, when the status is planned
  TableString plover;         // the type in the PLOVER projection, where that codebook wants another
  TableString denies;         // the talk that by this act did not take place: an action of CONSULT
  double confidence;
  std::int32_t priority;  // higher wins where several rules fit a trigger
  bool reciprocal;
  std::optional<Status> status;  // overrides what the clause says
  SubjectRole subject;           // nominal patterns: what the subject of the clause around them is
  bool presupposed;              // nominal patterns: true whatever the clause says, also inside another rule's match
  bool marked;                   // only for pairs that the user marked (extract/marked_pairs.h)
  bool joins;                    // takes part in the event told before: its actor and action complete the record
  bool repeats;                  // does what was told before: the record takes that act with its other side
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
