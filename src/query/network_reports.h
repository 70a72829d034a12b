// Reports that ask the network as a whole: ties, leading actors, communities, ways.
#ifndef DEMARCHE_QUERY_NETWORK_REPORTS_H
#define DEMARCHE_QUERY_NETWORK_REPORTS_H

#include "query/report_parts.h"

namespace demarche::query {

// one, other, interactions, first, last, balance, events; most interactions first.
Section tie_list(const Graph& graph, std::size_t limit);

// rank, name, kind, country and all measures, sorted by the one asked for; of the kinds asked for.
// `dealings` by places in graph.actors; nothing else of the graph is looked at.
Section ranking_section(const Graph& graph, const std::vector<Dealing>& dealings, const Query& query,
                        std::size_t limit);

// community, members, size, interactions inside; the largest first, those of one member are left out.
Section community_section(const Graph& graph, const std::vector<Dealing>& dealings, std::size_t limit);

// The ids of the actors of each step of the best way; with By::cut of each tie that holds the two sides together.
std::vector<std::pair<std::string, std::string>> steps_of_path(const Graph& graph, const std::vector<Dealing>& dealings,
                                                               const Party& from, const Party& to, By by);

// The best way between two parties: step, from, to, interactions, last, then the newest of them as proof. With By::cut
// the ties that hold the two sides together. `cited` takes the interactions shown.
Section path_section(const Graph& graph, const Party& from, const Party& to, By by, Interactions* cited);

// The same of steps that steps_of_path() gave.
Section step_section(const Graph& graph, const std::vector<std::pair<std::string, std::string>>& steps, By by,
                     Interactions* cited);

}  // namespace demarche::query

#endif
