// What is marked in a sentence: the trigger and the actors.
#ifndef DEMARCHE_EXPLORE_MARKS_H
#define DEMARCHE_EXPLORE_MARKS_H

#include <cstdint>
#include <vector>

#include "demarche/mention.h"

namespace demarche::exploring {

// A part of Mention::text in UTF-16 code units, as JavaScript counts; end exclusive.
struct Mark {
  enum class Role : char { trigger = 't', actor = 'a', recipient = 'r' };
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  Role role = Role::trigger;
  bool operator==(const Mark&) const = default;
};

// In the order of the text, none overlapping another; the trigger wins. What the offsets do not find is left out; a
// trigger is then searched by its words.
std::vector<Mark> marks_of(const Mention& mention);

}  // namespace demarche::exploring

#endif
