// Answers as a person reads them on a terminal. All text is made safe for it (see one_line).
#ifndef DEMARCHE_CLI_ANSWER_TEXT_H
#define DEMARCHE_CLI_ANSWER_TEXT_H

#include <string>

#include "cli/evidence.h"
#include "demarche/query.h"

namespace demarche::cli {

// Date and source, the sentence with its trigger words bold ([in brackets] without colour), the link:
//
//   2010-05-13  Foreign Policy, The Cable
//     Secretary of State Hillary Clinton [called] Turkish Foreign Minister Ahmet Davutoglu.
//     https://foreignpolicy.com/…
std::string in_text(const Evidence& evidence, bool color);

// A head line and the best evidence:
//
//   2010-05-13  Hillary Clinton → Ahmet Davutoglu: call, about Iran, 3 reports
std::string in_text(const Graph& graph, const Interaction& interaction, bool color);

// Each answer on a line, then `between`, then the evidence; for an ambiguous name its candidates.
std::string in_text(const Graph& graph, const Answer& answer, bool color, const std::string& between = "");

}  // namespace demarche::cli

#endif
