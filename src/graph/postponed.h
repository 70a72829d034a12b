// A plan that is put off and what becomes of it are one event: planned for the 5th, postponed to the 12th, held then.
#ifndef DEMARCHE_GRAPH_POSTPONED_H
#define DEMARCHE_GRAPH_POSTPONED_H

#include <optional>
#include <vector>

#include "graph/statement.h"

namespace demarche::graph {

// Whether the statement says that a plan was put off.
bool puts_off(const Statement& statement);

// The days to which it was put off; nullopt where the text names none.
std::optional<When> put_off_to(const Statement& statement);

// Joins each cluster in which a plan is put off with the one cluster of the bucket that tells of the new day, and marks
// what tells of a day that was given up (Statement::left). REQUIRES clusters of cluster(); keeps their order.
void follow_postponements(Bucket* bucket, std::vector<Cluster>* clusters);

}  // namespace demarche::graph

#endif
