// The macro language of question patterns, compiled to RE2; rules/questions/README.md is its grammar.
//
// Thread safety: const use is safe.
#ifndef DEMARCHE_QUERY_PATTERN_H
#define DEMARCHE_QUERY_PATTERN_H

#include <re2/re2.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/verbs.h"

namespace demarche::query {

// What a slot holds.
enum class SlotKind { name, topic, place, country, when, verb, tail };

struct Slot {
  std::string name;  // "X", "V"; "tail" for {tail}
  SlotKind kind = SlotKind::name;
  VerbForm form = VerbForm::base;  // of a verb slot
};

// Why a pattern does not compile.
struct PatternFault {
  std::string fragment;  // the offending piece of the pattern
  std::string what;
};

using Macros = std::map<std::string, std::string>;

// A small outline, with any words in the place of verbs, is compiled at once; the whole, which lists every verb, when
// the outline fits a question for the first time. Most patterns of a pack never get so far.
class Pattern {
 public:
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  // nullopt, and the fault set, for a pattern that breaks the grammar.
  static std::optional<Pattern> compile(std::string_view source, const Macros& macros, const Verbs& verbs,
                                        PatternFault* fault);

  // What each slot takes of a question, as spaced() gives it; without the space at the end. nullopt if it does not fit.
  std::optional<std::map<std::string, std::string>> match(std::string_view spaced_question) const;

  const std::vector<Slot>& slots() const { return slots_; }
  const Slot* slot(std::string_view name) const;

  // Compiles the whole; what RE2 has against it, empty if nothing.
  std::string error() const;

 private:
  struct Lazy;
  Pattern();
  const RE2& whole() const;

  std::vector<Slot> slots_;  // in the order of the groups
  std::unique_ptr<RE2> outline_;
  std::unique_ptr<Lazy> whole_;
};

}  // namespace demarche::query

#endif
