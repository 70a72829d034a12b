// Answers that are tables: who somebody is, how two actors stand, who counts for most, what is new, what is in dispute.
//
// Every function filters the graph by the query first (src/query/README.md) and then rolls it up, if that is asked for.
// Cause::wrong_use for names that mean nobody or several, and for names that are missing.
//
// Thread safety: pure functions.
#ifndef DEMARCHE_REPORT_H
#define DEMARCHE_REPORT_H

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "demarche/error.h"
#include "demarche/graph.h"
#include "demarche/query.h"

namespace demarche {

using Value = std::variant<std::string, std::int64_t, double, std::vector<std::string>>;

// A table. Columns "sentence" and "link" hold the proof of a row; the trigger stands [in brackets].
struct Section {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;  // as long as `columns`
};

struct Report {
  Query query;                            // as understood, names resolved
  std::vector<Section> sections;          // the first one is what was asked for
  std::vector<std::string> interactions;  // ids of what it rests on, newest first
};

// By query.want: profile, timeline, path, comparison, changes, disputes, ranking; interactions with a roll-up are ties.
Result<Report> report(const Graph& graph, const Query& query);

// Whether the query is answered by report() rather than run().
bool is_report(const Query& query);

// Groups of actors that deal with each other more than with others; see src/graph/paths.h.
Result<Report> communities(const Graph& graph, const Query& query);

// A ranking or communities without looking into the interactions: of actors and bare dealings, which a store reads
// quickly (Store::dealings). REQUIRES needs_only_dealings(query); the report names no interactions.
bool needs_only_dealings(const Query& query);
Report ranking(const Graph& actors, const std::vector<Dealing>& dealings, const Query& query);
Report communities(const Graph& actors, const std::vector<Dealing>& dealings, const Query& query);

// A path, or a cut, is found in bare dealings too; the interactions of its steps are all that `path` then needs.
// REQUIRES needs_only_steps(query). The actors (ids) of each step, in order; empty where there is no way, or a name
// means nobody or several.
using Steps = std::vector<std::pair<std::string, std::string>>;
bool needs_only_steps(const Query& query);
Steps path_steps(const Graph& actors, const std::vector<Dealing>& dealings, const Query& query);
// The report of a path whose steps are known. REQUIRES a graph with their interactions.
Result<Report> path(const Graph& graph, const Query& query, const Steps& steps);

// Each actor taken for what it belongs to. A person stands for the country; with `organisation` for the organisation it
// works in, else for the country; with `bloc` for every bloc its country is a member of on the day; with `sector` for
// "United States, government". Interactions that stay inside one of them are left out.
Graph rolled_up(const Graph& graph, Rollup level);

}  // namespace demarche

#endif
