// The matching of one interaction against a query.
//
// Thread safety: const use is safe. Borrows the graph.
#ifndef DEMARCHE_QUERY_FILTER_H
#define DEMARCHE_QUERY_FILTER_H

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "demarche/query.h"
#include "query/name_index.h"
#include "text/date.h"

namespace demarche::query {

// The names of a query, looked up.
struct Names {
  std::vector<Party> actor, recipient, party;
  std::vector<std::string> country;  // codes

  bool names(std::string_view actor_id) const;  // one of those above
};

// Names of a query that cannot be used: `error` is set for an unknown one, `candidates` for an ambiguous one.
struct NameFault {
  std::string error;
  std::string ambiguous;
  std::vector<std::string> candidates;
  std::vector<Party> anyone;  // of the ambiguous names: all whom they may mean, and of the others whom they mean
};

// Looks all names up, ambiguous ones in the light of the others, and writes their canonical forms into the query.
// False, and the fault set, at the first bad name.
bool look_up(const NameIndex& index, Query* query, Names* names, NameFault* fault);

// How the interaction's sides stand to the query's.
enum class Fit {
  forward,   // its actors are the query's actors
  backward,  // its recipients are
  group,     // it has only one side, which holds all
};

class Filter {
 public:
  // REQUIRES a query and names that outlive the filter.
  Filter(const Graph& graph, const Query& query, const Names& names);

  // nullopt if a condition is not met. Empty `status` does not restrict.
  std::optional<Fit> match(const Interaction& interaction) const;

 private:
  bool meets_status(const Interaction& i) const;
  bool meets_action(const Interaction& i) const;
  bool meets_dates(const Interaction& i) const;
  bool meets_country(const Interaction& i) const;
  bool meets_context(const Interaction& i) const;
  bool meets_about(const Interaction& i) const;
  bool meets_place(const Interaction& i) const;
  bool is_on_visit_there(const Interaction& i) const;
  std::optional<Fit> meets_names(const Interaction& i) const;
  bool is_undirected(const Interaction& i) const;

  const Graph& graph_;
  const Query& query_;
  const Names& names_;
  std::string about_, place_, place_code_;
  std::optional<text::Date> since_, until_;
  bool mutual_ = false;
};

// First and last day that the interaction's date may mean; nullopt where none is known. A document's date counts.
std::optional<std::pair<text::Date, text::Date>> days_of(const Graph& graph, const Interaction& interaction);

// Its recipients are only states, or nobody.
bool is_to_state_only(const Graph& graph, const Interaction& interaction);

}  // namespace demarche::query

#endif
