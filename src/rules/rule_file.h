// Loading actions/*.toml, events.toml and topics/*.toml.
#ifndef DEMARCHE_RULES_RULE_FILE_H
#define DEMARCHE_RULES_RULE_FILE_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demarche/error.h"
#include "rules/pattern.h"
#include "rules/rule.h"
#include "rules/toml_file.h"

namespace demarche::rules {

// As Example, Rule and EventType (rule.h), before they are written.
struct ExampleSource {
  std::string text, date;
  std::vector<std::string> facts;
  std::uint32_t line = 0;
};

struct PatternSource {
  std::string text;
  PatternCode code;
  std::string regex;
  SlotProgram program;
};

struct RuleSource {
  std::string id, action, event, mode, meaning, planned_event, plover, denies;
  bool reciprocal = false, presupposed = false, joins = false, marked = false, repeats = false;
  std::optional<Status> status;
  SubjectRole subject = SubjectRole::none;
  int priority = 0;
  double confidence = 0.9;
  std::vector<PatternSource> patterns;
  std::vector<ExampleSource> examples, counter;
  std::string path;
  std::uint32_t line = 0;
};

struct EventSource {
  std::string name;
  int quad = 0;
  double score = 0;
  std::vector<std::pair<std::string, double>> modes;
};

// Words that put an event into a PLOVER context.
struct ContextSource {
  std::string name;
  std::vector<std::string> words;  // lower case; a space joins two words, "*" ends a stem
};

// Appends the rules of a file, in its order. An error: a rule without examples or counter-examples, a repeated id, an
// unknown key, event type, mode or status, a pattern that does not compile.
Result<Done> load_rules(const toml::table& file, std::string_view path, const std::vector<EventSource>& types,
                        VocabularyBuilder* vocabulary, MentionedWords* mentioned, std::vector<RuleSource>* rules);

// Append the tables of a file.
Result<Done> load_events(const toml::table& file, std::string_view path, std::vector<EventSource>* types);
Result<Done> load_contexts(const toml::table& file, std::string_view path, std::vector<ContextSource>* contexts);

}  // namespace demarche::rules

#endif
