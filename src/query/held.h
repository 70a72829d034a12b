// Who held which office: what questions for offices and for their holders are answered with.
#ifndef DEMARCHE_QUERY_HELD_H
#define DEMARCHE_QUERY_HELD_H

#include <string>
#include <vector>

#include "query/filter.h"

namespace demarche::query {

struct Held {
  std::vector<std::string> answers;
  std::vector<std::string> mentions;  // ids of the evidence, newest document first
};

// The offices of the named. With a period or an office only the terms that meet them, the latest first; with
// Pick::first and last the day from and until which the term is held.
Held offices_of(const Graph& graph, const Query& query, const Names& names);

// Who held the office of one of the named states or organisations, newest first.
Held holders_of(const Graph& graph, const Query& query, const Names& names);

}  // namespace demarche::query

#endif
