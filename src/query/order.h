// One event in time before or after another: "who met Putin after Blinken did", "what did Iran do before the summit".
#ifndef DEMARCHE_QUERY_ORDER_H
#define DEMARCHE_QUERY_ORDER_H

#include <functional>
#include <optional>
#include <string>

#include "demarche/query.h"

namespace demarche::query {

inline bool has_order(const Query& query) { return !query.after.empty() || !query.before.empty(); }

// Reads a question without order; nullopt where no rule fits.
using ReadPlain = std::function<std::optional<Reading>(const std::string& question)>;

// The question's part before "after", "before", "since" …, with the event behind it as a condition: that part is read
// as a question for the event's day ("when did Blinken meet Putin"). nullopt where there is no such word, or where it
// is a date that stands behind it, or where one of the two is not understood.
std::optional<Reading> read_ordered(const std::string& question, const ReadPlain& read,
                                    const std::function<bool(const std::string&)>& is_time);

}  // namespace demarche::query

#endif
