// Talks and visits that were planned and then called off: "… but the summit was cancelled", "He pulled out on Friday."
#ifndef DEMARCHE_EXTRACT_CALLED_OFF_H
#define DEMARCHE_EXTRACT_CALLED_OFF_H

#include <cstddef>
#include <vector>

#include "demarche/mention.h"
#include "extract/actions.h"
#include "extract/clauses.h"

namespace demarche::extract {

// Whether the clause's verb cancels or puts off what is its object, of a passive its subject.
bool calls_off(const rules::PackTables& tables, const Sentence& sentence, const Clause& clause);

// Whether one of the last records is of a planned talk that the sentence could say so of.
bool may_be_called_off(const std::vector<Mention>& records, const Sentence& sentence);

// Turns the status of the planned talk that the sentence says will not be, or was not, to denied: one of the
// sentence's own records (`records` from `own` on), else one of the two sentences before. A cancellation that names
// who was to meet is a record of its own (`found`) and changes no other. Returns the number of the record, records'
// size where there is none, and sets the number of the clause that says so.
std::size_t call_off(const rules::PackTables& tables, const Sentence& sentence, const std::vector<Clause>& clauses,
                     const std::vector<Found>& found, std::size_t own, std::vector<Mention>* records,
                     std::uint32_t* clause);

}  // namespace demarche::extract

#endif
