// A query whose names are looked up: what run(), select() and the reports begin with.
#ifndef DEMARCHE_QUERY_SUBJECT_H
#define DEMARCHE_QUERY_SUBJECT_H

#include "demarche/query.h"
#include "query/filter.h"
#include "query/name_index.h"

namespace demarche::query {

// Borrows the graph.
struct Subject {
  Query query;  // names canonical, the status decided
  Names names;
  NameFault fault;

  bool ok() const { return fault.error.empty() && fault.candidates.empty(); }
  // REQUIRES !ok(). An ambiguous name is an error too: "X" may be …; give the whole name.
  Error error() const;
};

Subject look_up(const NameIndex& index, const Query& query);

// What happened, unless the question is open: whether, who, how things stand.
void set_default_status(Query* query);

// Whether every name means somebody in the graph, or several.
bool knows_names(const Graph& graph, const Query& query);

// The interactions of the graph, their actors, mentions and sources.
Graph part_of(const Graph& graph, const std::vector<const Interaction*>& interactions);

}  // namespace demarche::query

#endif
