// What two actors that the user marked have to do with each other.
//
// In a sentence with exactly two marked actors it is known who takes part, and only the act is open. Where the rules
// leave the two unconnected, an act that they found for one of them is taken to be done to the other; failing that,
// each verb and event noun is read with one as its subject, whatever stands between it and the other, and the rules
// with `marked = true` (rules/actions/classes.toml) name the act. Both are guesses of lower confidence.
#ifndef DEMARCHE_EXTRACT_MARKED_PAIRS_H
#define DEMARCHE_EXTRACT_MARKED_PAIRS_H

#include <string_view>
#include <vector>

#include "extract/actions.h"

namespace demarche::extract {

// Appends at most one act to those that `found` holds; none where it connects the two already.
// REQUIRES a sentence with marked spans.
void find_marked_act(const Pack::Rep& pack, std::string_view text, const Sentence& sentence,
                     const std::vector<Clause>& clauses, std::vector<Found>* found, std::vector<Trace>* trace);

// The same without marks, for the PLOVER export, where an act may have any recipient: each clause whose subject is an
// actor is read against its object and the actors behind it that no rule binds.
void find_wide_acts(const Pack::Rep& pack, std::string_view text, const Sentence& sentence,
                    const std::vector<Clause>& clauses, std::vector<Found>* found, std::vector<Trace>* trace);

}  // namespace demarche::extract

#endif
