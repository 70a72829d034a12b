// A pattern as a regular expression over the bytes of a tape (append_item()): the definition of what it matches.
//
// RE2 syntax, Latin-1, anchored at the start by who runs it; slots are named groups (X, Y, Z, B, T, N). Extraction runs
// slot programs, which must say the same of every tape (tests/rules/slot_program_test.cpp).
#ifndef DEMARCHE_RULES_PATTERN_REGEX_H
#define DEMARCHE_RULES_PATTERN_REGEX_H

#include <string>

#include "rules/pattern_tree.h"

namespace demarche::rules {

std::string regex_of(const PatternNode& tree);

// The name of a slot's group.
char group_of(Slot slot);

// False where RE2 does not take the expression; `error` gets the reason.
bool check_regex(const std::string& regex, std::string* error);

}  // namespace demarche::rules

#endif
