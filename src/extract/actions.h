// Actions: the pack's rules on the tapes of a sentence.
#ifndef DEMARCHE_EXTRACT_ACTIONS_H
#define DEMARCHE_EXTRACT_ACTIONS_H

#include <cstdint>
#include <string>
#include <vector>

#include "extract/clauses.h"
#include "extract/gate_index.h"
#include "extract/sentence.h"
#include "extract/tape.h"
#include "extract/tape_words.h"

namespace demarche::extract {

// A rule that fired.
struct Found {
  std::uint32_t rule = 0;
  std::uint32_t clause = none;  // the clause it fired on; for event nouns the clause around it, or none
  std::uint32_t chunk = 0;      // of the trigger
  bool nominal = false;
  bool reciprocal = false;
  bool negated_pattern = false;       // the pattern asked for a negation: not doing is the act
  std::vector<std::uint32_t> actors;  // mentions
  std::vector<std::uint32_t> recipients;
  std::vector<std::uint32_t> things;              // chunks: recipients that are no actors
  std::vector<std::uint32_t> unknown;             // chunks: who acts, where that is no known actor
  bool wide = false;                              // a guess without marks: the recipient is what the act may reach
  bool marked = false;                            // a guess for a pair that the user marked
  bool own_ground = false;                        // attacks places in the actor's own country: they are the other side
  bool group_only = false;                        // "the P5+1 met": one actor, nobody else
  std::vector<std::uint32_t> covered;             // chunks that the match used, ascending
  std::uint32_t topic_first = 0, topic_last = 0;  // tokens of the topic slot
};

// A rule that was tried and did not fire, or was suppressed; for explain.
struct Trace {
  std::string tape;
  std::vector<std::string> notes;
};

// What find_actions() works with, kept from sentence to sentence for its memory.
struct ActionBench {
  Tape tape;
  TapeWords words;
  GateIndex gates;
  rules::SlotMatcher matcher;
};

// `lone_actors`: see ExtractorOptions; then acts on one's own country count, too.
void find_actions(const Pack::Rep& pack, std::string_view text, const Sentence& sentence,
                  const std::vector<Clause>& clauses, bool lone_actors, ActionBench* bench, std::vector<Found>* found,
                  std::vector<Trace>* trace = nullptr);

}  // namespace demarche::extract

#endif
