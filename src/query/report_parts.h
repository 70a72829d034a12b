// What the reports have in common: the subject, the interactions that fit, and rows about them.
#ifndef DEMARCHE_QUERY_REPORT_PARTS_H
#define DEMARCHE_QUERY_REPORT_PARTS_H

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demarche/report.h"
#include "graph/ties.h"
#include "query/hits.h"
#include "query/subject.h"

namespace demarche::query {

// One report under way. Borrows the graph.
struct Inquiry {
  const Graph& graph;
  const NameIndex& index;
  Query query;
  Names names;
};

using Interactions = std::vector<const Interaction*>;

// Newest first. `names` replace those of the inquiry.
Interactions fitting(const Inquiry& inquiry, const Names& names);
Interactions fitting(const Inquiry& inquiry);
// Without conditions on names and dates.
Interactions fitting_at_any_time(const Inquiry& inquiry);

std::vector<std::string> ids_of(const Interactions& interactions);

std::string name_of(const Graph& graph, std::string_view id);
std::vector<std::string> names_of(const Graph& graph, const std::vector<std::string>& ids);

// The best sentence with its trigger in brackets, who says so ("The Meridian Wire, according to U.S. officials") and
// the link. `status`: rather a mention of this status.
struct Proof {
  std::string sentence, source, link, published;
};
Proof proof_of(const Graph& graph, const Mention& mention);
Proof best_proof(const Graph& graph, const Interaction& interaction);

// "planned 2021-03-02, postponed 2021-03-04, actual 2021-03-11": each step of the status on the day on which it was
// first told; empty where there is one.
std::string steps_of(const Interaction& interaction);

// date, status, action, actor, recipient, about, place, reports, sentence, source, link, steps. `limit` 0 = all.
Section interaction_section(const Graph& graph, std::string name, const Interactions& interactions, std::size_t limit);

// Who stood on the other side, and how often; most first, then by name.
struct Counted {
  std::string name;
  std::int64_t count = 0;
  std::string first, last;  // dates
  double balance = 0;
};
std::vector<Counted> counterparts(const Graph& graph, const Interactions& interactions, const Party& party);

// Words with their number, most first.
using Tally = std::map<std::string, std::int64_t>;
std::vector<std::pair<std::string, std::int64_t>> ranked(const Tally& tally);

double rounded(double value, int decimals);
void trim(Section* section, std::size_t limit);

}  // namespace demarche::query

#endif
