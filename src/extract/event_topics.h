// What an event was about: up to three phrases of the text.
#ifndef DEMARCHE_EXTRACT_EVENT_TOPICS_H
#define DEMARCHE_EXTRACT_EVENT_TOPICS_H

#include <string>
#include <string_view>
#include <vector>

#include "extract/actions.h"
#include "extract/clauses.h"

namespace demarche::extract {

// From the rule's topic slot, from verbs like "discuss" beside the event, and from "about", "on", "over" behind it.
// `clause` may be nullptr; `talk`: the event is a CONSULT.
std::vector<std::string> topics_of(std::string_view text, const rules::PackTables& tables, const Sentence& sentence,
                                   const std::vector<Clause>& clauses, const Found& found, const Clause* clause,
                                   bool talk);

}  // namespace demarche::extract

#endif
