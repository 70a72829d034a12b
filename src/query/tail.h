// The tail of a question: modifiers in any order, "in Geneva about Syria since May", and the conditions they set.
#ifndef DEMARCHE_QUERY_TAIL_H
#define DEMARCHE_QUERY_TAIL_H

#include <string>
#include <string_view>

#include "demarche/query.h"
#include "text/date.h"

namespace demarche::query {

// RE2 text for whatever may be a tail: nothing, or words that begin with one that opens a modifier.
const std::string& tail_regexp();

// Reads the whole tail into `query`: time (since, until), "about" (about), "in" and "at" (place), "with" (party),
// "from" (country), "by phone", "by letter", "in person" (action, for questions about talking). Each kind once; two
// times only if one is the start and one the end. Where words can be cut in several ways, the shortest modifiers win.
// False, and the query as before, if some words fit nowhere.
bool read_tail(std::string_view tail, const text::Date& today, Query* query);

}  // namespace demarche::query

#endif
