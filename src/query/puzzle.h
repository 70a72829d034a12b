// A question that no form fits: which of its parts were recognised, and which form is nearest.
//
// Thread safety: pure function.
#ifndef DEMARCHE_QUERY_PUZZLE_H
#define DEMARCHE_QUERY_PUZZLE_H

#include <functional>
#include <string>
#include <string_view>

#include "query/rule_file.h"
#include "text/date.h"

namespace demarche::query {

// The canonical name of whom the words mean; empty if they mean nobody.
using KnownName = std::function<std::string(std::string_view words)>;

// One line: question not understood: "who yelled at Lavrov in May"; recognised: who, Lavrov (Sergei Lavrov), in May
// (2010-05); not recognised: yelled at; nearest form: who called X, "Who called Angela Merkel?". `question` as spaced()
// gives it; `known` may be empty.
std::string puzzle(const RuleFile& rules, const std::string& question, const text::Date& today, const KnownName& known);

}  // namespace demarche::query

#endif
