// Lists of interactions by dates, actions, status and countries: of a large store, without loading it.
#ifndef DEMARCHE_CLI_PLAIN_LIST_H
#define DEMARCHE_CLI_PLAIN_LIST_H

#include <cstddef>
#include <string>
#include <vector>

#include "demarche/error.h"
#include "demarche/graph.h"
#include "demarche/query.h"
#include "demarche/store.h"

namespace demarche::cli {

// With its sentences, and its part of an answer, an interaction takes some nine kilobytes, without them less than one.
inline constexpr std::size_t most_at_once = 40000;
inline constexpr std::size_t most_without_sentences = 300000;

// What a request gets that would read more than that.
Error too_much(std::size_t interactions);

// No condition looks into the sentences, and no name needs the company that it is in.
bool is_plain(const Query& query);

// The scope of a plain query takes in what the query does, and nothing else, if all of it is dated.
bool is_told_by_scope(const Query& query);

// All that a plain query takes in of a scope, newest first, read some at a time. REQUIRES a graph of all actors, and
// leaves it so. Writes the query as it was understood.
Result<std::vector<std::string>> walk(const Store& store, Graph* graph, Scope scope, const Query& query,
                                      Query* understood);

// The actors with these interactions and their sentences.
Result<Graph> listed_part(const Store& store, Graph actors, const std::vector<std::string>& interactions);

// Those from `offset` on, `limit` at most.
std::vector<std::string> page_of(const std::vector<std::string>& all, std::size_t offset, std::size_t limit);

}  // namespace demarche::cli

#endif
