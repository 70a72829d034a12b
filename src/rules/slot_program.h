// A pattern as a small program over the items of a tape: what extraction runs, fifty times faster than the regular
// expression that defines the pattern (pattern_regex.h), and with the same answers.
//
// A backtracking matcher (Thompson 1968's machine, depth first as in Perl): alternatives are tried in the order of the
// regular expression, so it binds what RE2 binds. Tapes are at most some 50 items long; past a number of steps failed
// states are remembered, so that the work stays within states times items.
//
// Thread safety: programs are constant data; one SlotMatcher a thread.
#ifndef DEMARCHE_RULES_SLOT_PROGRAM_H
#define DEMARCHE_RULES_SLOT_PROGRAM_H

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/pattern_tree.h"

namespace demarche::rules {

struct SlotStep {
  enum class Op : std::uint8_t {
    item,        // any word
    word,        // the word a
    words,       // one of the b words from a
    fewest,      // items without test of words, at most a, as few as go; b = the kinds that may come behind them
    most,        // the same, as many as go
    fork,        // the next step, else step a; b = the kinds that the next step may begin with
    fork_late,   // step a, else the next step; b = the kinds that step a may begin with
    jump,        // step a
    open,        // slot a begins
    open_maybe,  // the same, where it may be left out
    close,       // slot a ends
    start,
    end,
    accept,
  };

  static constexpr std::uint16_t anything = 0xFFFF;  // in b: nothing need come

  Op op;
  std::uint8_t details;  // bits, of an item; 0 = any
  std::uint16_t kinds;
  std::uint16_t a, b;
};

struct SlotProgram {
  std::vector<SlotStep> steps;
  std::vector<WordId> words;  // sorted within each step's run
  std::uint16_t first = 0;    // kinds that the tape may begin with; all bits where that says nothing
  std::uint8_t slots = 0;     // bits of the slots it may bind
};

SlotProgram program_of(const PatternNode& tree);

// The kinds of which the first item of these parts may be; all bits where they may take none.
std::uint16_t first_kinds(std::span<const PatternNode> parts);

struct SlotMatch {
  static constexpr std::uint8_t unbound = 0xFF;

  struct Range {
    std::uint8_t first = unbound, last = 0;  // items, end exclusive
    bool bound() const { return first != unbound; }
  };
  std::array<Range, slot_count> slots;
  std::uint8_t end = 0;  // items that the pattern took

  const Range& operator[](Slot s) const { return slots[static_cast<std::size_t>(s)]; }
};

inline constexpr std::size_t longest_tape = 64;  // items

class SlotMatcher {
 public:
  // Whether the program matches from the tape's first item. REQUIRES tape.size() <= longest_tape.
  bool match(std::span<const SlotStep> steps, const WordId* words, std::span<const TapeCode> tape, SlotMatch* match);

 private:
  bool run(std::uint32_t step, std::uint32_t at);
  bool run_fresh(std::uint32_t step, std::uint32_t at);
  bool has_word(const SlotStep& s, WordId word) const;

  std::span<const SlotStep> steps_;
  const WordId* words_ = nullptr;
  std::span<const TapeCode> tape_;
  SlotMatch* match_ = nullptr;
  std::uint32_t runs_ = 0;
  std::vector<bool> failed_;  // by step and item; empty while runs are few
};

}  // namespace demarche::rules

#endif
