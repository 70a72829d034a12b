// One rule of rules/actions: patterns over tapes, what they mean, and the examples that prove it.
#ifndef DEMARCHE_RULES_RULE_H
#define DEMARCHE_RULES_RULE_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"
#include "demarche/mention.h"
#include "rules/pattern.h"
#include "rules/toml_file.h"

namespace demarche::rules {

struct Example {
  std::string text;
  std::string date;                // the document's date; empty = the frozen reference date
  std::vector<std::string> facts;  // "Laura Vance > call > Ahmet Davutoglu (planned)"; the actors' canonical names,
                                   // several joined by " & "
  std::uint32_t line = 0;
};

enum class SubjectRole : std::uint8_t { none, actor, recipient };

struct Rule {
  std::string id, action, event, mode, meaning;
  bool reciprocal = false;
  std::optional<Status> status;  // overrides what the clause says
  int priority = 0;              // higher wins where several rules fit a trigger
  SubjectRole subject = SubjectRole::none;  // nominal patterns: what the subject of the clause around them is
  bool presupposed = false;      // nominal patterns: true whatever the clause says, also inside another rule's match
  bool joins = false;            // takes part in the event told before: its actor and action complete the record
  std::string plover;            // the type in the PLOVER projection, where that codebook wants another
  std::string planned_event;     // the type instead, when the status is planned
  double confidence = 0.9;
  std::vector<std::string> patterns;
  std::vector<PatternCode> codes;  // one for each pattern
  std::vector<Example> examples, counter;
  std::string path;
  std::uint32_t line = 0;
};

// PLOVER's quad code and score (ontology of 2021) of a type, or of one of its modes.
struct EventType {
  std::string name;
  int quad = 0;
  double score = 0;
  std::vector<std::pair<std::string, double>> modes;
};

// Words that put an event into a PLOVER context.
struct Context {
  std::string name;
  std::vector<std::string> words;  // lower case; a space joins two words, "*" ends a stem
};

// Appends the rules of a file. A rule without examples or counter-examples is an error, so is an unknown event type.
Result<Done> load_rules(const toml::table& file, std::string_view path, const std::vector<EventType>& types,
                        Vocabulary* vocabulary, MentionedWords* mentioned, std::vector<Rule>* rules);

Result<Done> load_events(const toml::table& file, std::string_view path, std::vector<EventType>* types);
Result<Done> load_contexts(const toml::table& file, std::string_view path, std::vector<Context>* contexts);

}  // namespace demarche::rules

#endif
