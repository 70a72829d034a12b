// What a rule's pattern says, as a tree: the one source of its regular expression and of its slot program.
#ifndef DEMARCHE_RULES_PATTERN_TREE_H
#define DEMARCHE_RULES_PATTERN_TREE_H

#include <cstdint>
#include <string>
#include <vector>

#include "rules/tape_code.h"
#include "rules/vocabulary.h"

namespace demarche::rules {

// One item of the tape.
struct ItemTest {
  std::string kinds;          // letters of ItemKind
  std::vector<WordId> words;  // empty = any word, and none
  std::string details;        // letters; empty = any
};

struct PatternNode {
  enum class Is : std::uint8_t { item, sequence, choice, repeat, slot, start, end };

  Is is = Is::sequence;
  ItemTest test;                 // of an item
  Slot slot = Slot::x;           // of a slot: what its parts bind
  unsigned least = 0, most = 0;  // of a repeat of its parts; most 0 = without end
  bool greedy = true;            // tries more before fewer
  std::vector<PatternNode> parts;
};

}  // namespace demarche::rules

#endif
