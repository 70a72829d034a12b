// The tape of a clause: subject, verb and complements in one normal order, written in the alphabet of
// rules/tape_code.h. Passives are turned round; adverbs, determiners and expressions of time are left out.
#ifndef DEMARCHE_EXTRACT_TAPE_H
#define DEMARCHE_EXTRACT_TAPE_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/clauses.h"
#include "extract/sentence.h"

namespace demarche::extract {

struct TapeItem {
  std::uint32_t mention = none;  // of actors and places
  std::uint32_t chunk = none;
  std::uint32_t first = 0, last = 0;  // tokens
};

struct Tape {
  std::vector<rules::TapeCode> code;  // of each item
  std::vector<TapeItem> items;
  rules::Bloom words{};  // the words on it
  FewNumbers own;        // entities of the subject

  void clear() {
    code.clear();
    items.clear();
    words = {};
    own.clear();
  }
};

// Writes the tape of a clause.
void write_clause(const rules::PackTables& tables, const Sentence& sentence, const std::vector<Clause>& clauses,
                  std::uint32_t number, Tape* tape);

// Writes the tape of an event noun: its phrase and what follows it up to the next verb or boundary.
// With `owner`, that clause's subject stands before it as if it owned the noun ("after talks with Y, X said").
void write_nominal(const rules::PackTables& tables, const Sentence& sentence, std::uint32_t chunk, const Clause* owner,
                   Tape* tape);

// Writes the tape that has `actor` as subject (as owner before an event noun) of the verb or noun at `chunk`, and
// behind it all that the sentence still says, over the ends of clauses. Where `actor` is none, the noun phrase at
// `phrase` acts. `object` is what stands before a passive verb.
void write_marked(const rules::PackTables& tables, const Sentence& sentence, std::uint32_t actor, std::uint32_t phrase,
                  std::uint32_t chunk, const ChunkRange& object, Tape* tape);

// The tape for people: "A1:person V:call A2:person P:about N:sanction".
std::string show(const rules::PackTables& tables, std::string_view text, const Sentence& sentence, const Tape& tape);

}  // namespace demarche::extract

#endif
