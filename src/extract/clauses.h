// Clauses: for each verb group its subject, its complements, what governs it, and what that makes of its status.
//
// Passives keep their surface subject here; the tape turns them round.
#ifndef DEMARCHE_EXTRACT_CLAUSES_H
#define DEMARCHE_EXTRACT_CLAUSES_H

#include <cstdint>
#include <vector>

#include "extract/sentence.h"

namespace demarche::extract {

// A stretch of chunks, end exclusive.
struct ChunkRange {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
};

enum class Relation : std::uint8_t {
  main,
  coordinate,
  infinitive,
  participle,
  reduced,
  relative,
  complement,
  adverbial
};

struct Clause {
  std::uint32_t verb = 0;   // index into Sentence::verbs
  std::uint32_t chunk = 0;  // of the verb group
  ChunkRange subject;       // noun phrases with commas and conjunctions between; may stand after the verb
  bool inverted = false;    // subject behind the verb ("said Crowley")
  ChunkRange tail;          // what follows the verb
  ChunkRange gap;     // within it, what another clause tells between commas: "urged Oman, which has tanks, to …"
  ChunkRange object;  // of a relative clause: what it is about ("the deal that Iran signed"), before the clause
  std::uint32_t object_preposition = none;  // "the man with whom Putin spoke": the chunk of "with"
  std::uint32_t governor = none;            // clause that this infinitive or participle hangs on
  Relation relation = Relation::main;
  bool joined = false;       // goes on from another verb: "and met", ", met"
  bool passive = false;      // also of a participle that shares an auxiliary: "were detained and beaten by …"
  bool conditional = false;  // under "if", "whether", "unless"
  bool question = false;
  bool echo = false;     // does what was just told: "so did Obama", "Estonia did the same"
  bool content = false;  // content of a demand, threat, thanks: no interaction of its own
  Status status = Status::actual;
  std::uint32_t modal_of = none;  // clause whose modal it shares: "will meet X and visit Y"
  std::uint32_t source = none;    // clause of the speech verb that reports it
  bool hearsay = false;           // status lowered by a hedge or a doubting source
};

void find_clauses(const rules::PackTables& tables, const Sentence& sentence, std::vector<Clause>* clauses);

}  // namespace demarche::extract

#endif
