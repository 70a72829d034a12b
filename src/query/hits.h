// The interactions that match a query, and what they answer.
#ifndef DEMARCHE_QUERY_HITS_H
#define DEMARCHE_QUERY_HITS_H

#include <string>
#include <vector>

#include "demarche/query.h"
#include "query/filter.h"

namespace demarche::query {

struct Hit {
  const Interaction* interaction;
  Fit fit;
};

std::vector<Hit> find_hits(const Graph& graph, const Query& query, const Names& names);

// Newest first; undated ones last; of one day by id. find_hits() gives them so.
void sort_hits(const Graph& graph, std::vector<Hit>* hits);

// Ids of the actors that answer: the acting side, the other side, or the side that the named ones are not on. Named
// actors never answer. `query.kind` and `query.country` restrict them.
std::vector<std::string> answering_actors(const Graph& graph, const Query& query, const Names& names, const Hit& hit);

// What one hit answers, in words: names, dates, topics … Empty where the interaction does not tell.
std::vector<std::string> answers_of(const Graph& graph, const Query& query, const Names& names, const NameIndex& index,
                                    const Hit& hit);

// "Hillary Clinton → Ahmet Davutoglu", "–" for both ways.
std::string label(const Graph& graph, const Interaction& interaction);

// Ids of the mentions that support the hits, newest document first: those with one of `status` where there are such.
std::vector<std::string> evidence(const Graph& graph, const std::vector<Hit>& hits, const std::vector<Status>& status);

}  // namespace demarche::query

#endif
