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

#include "query/need.h"
#include "query/verbs.h"

namespace demarche::query {

// What a slot holds.
enum class SlotKind { name, owner, topic, place, country, office, when, verb, tail };

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

// A pattern with its macros put in: RE2 text in which each slot is one byte, 1 and up in the order of `slots`.
struct PatternText {
  std::string regexp;
  std::vector<Slot> slots;
  Needs needs;
};

// nullopt, and the fault set, for a pattern that breaks the grammar.
std::optional<PatternText> read_pattern(std::string_view source, const Macros& macros, PatternFault* fault);

// RE2 programs are made when a question meets the needs for the first time: first a small outline with any words in the
// place of slots, then, if that fits, the whole, which lists every verb. Most patterns of a pack never get so far.
class Pattern {
 public:
  explicit Pattern(PatternText text);
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  // What each slot takes of a question, as spaced() gives it; without the space at the end. nullopt if it does not fit.
  // REQUIRES the same verbs at each call.
  std::optional<std::map<std::string, std::string>> match(std::string_view spaced_question, const QuestionWords& words,
                                                          const Verbs& verbs) const;

  const PatternText& text() const { return text_; }
  const Needs& needs() const { return text_.needs; }
  const Slot* slot(std::string_view name) const;

  // Compiles the whole; what RE2 has against it, empty if nothing.
  std::string error(const Verbs& verbs) const;

 private:
  struct Lazy;
  const RE2& outline() const;
  const RE2& whole(const Verbs& verbs) const;

  PatternText text_;
  std::unique_ptr<Lazy> lazy_;
};

}  // namespace demarche::query

#endif
