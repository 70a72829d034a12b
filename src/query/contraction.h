// "who'd", "what's", "didn't": the full forms that a contraction may stand for.
#ifndef DEMARCHE_QUERY_CONTRACTION_H
#define DEMARCHE_QUERY_CONTRACTION_H

#include <string>
#include <string_view>
#include <vector>

namespace demarche::query {

// The question, as spaced() gives it, as it stands and with its contractions written out, likelier readings first:
// "who'd Lula meet " → also "who did Lula meet ", "who had Lula meet ". With `would`, only those in which 'd
// is "would". At most nine. A "not" at the very front of a yes-or-no question is dropped: "didn't they meet" asks
// whether they met.
std::vector<std::string> readings_of(std::string_view question, bool would = false);

}  // namespace demarche::query

#endif
