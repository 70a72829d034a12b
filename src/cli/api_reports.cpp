#include "cli/api_reports.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace demarche::cli {
namespace {

using Kind = ServedGraph::Kind;

struct Endpoint {
  std::string_view path;
  Want want;
  std::size_t least_names, most_names;  // of the parameter `name`
  Kind kind = Kind::as_asked;
};

constexpr Endpoint endpoints[] = {
    {"/api/profile", Want::profile, 1, 2},
    {"/api/timeline", Want::timeline, 1, 2},
    {"/api/path", Want::path, 0, 0},
    {"/api/top", Want::ranking, 0, 0},
    {"/api/communities", Want::ranking, 0, 0, Kind::communities},
    {"/api/changes", Want::changes, 0, 0},
    {"/api/disputes", Want::disputes, 0, 0},
};

constexpr By ways[] = {By::fewest, By::recent, By::strongest, By::cut};
constexpr RankBy ranks[] = {RankBy::contacts, RankBy::interactions, RankBy::betweenness,
                            RankBy::pagerank, RankBy::core,         RankBy::clustering};

template <typename Choice, std::size_t count>
std::string choose(const Choice (&choices)[count], std::string_view word, Choice* chosen) {
  std::string known;
  for (const Choice choice : choices) {
    if (to_string(choice) == word) {
      *chosen = choice;
      return "";
    }
    known.append(known.empty() ? "" : ", ").append(to_string(choice));
  }
  return fmt::format("by: \"{}\" is none of {}", word, known);
}

// Puts one parameter into the query. A message for a wrong one, else empty.
std::string take(const Endpoint& endpoint, std::string_view name, const std::string& value, Query* query) {
  const bool of_path = endpoint.want == Want::path;
  if (name == "name" && endpoint.most_names > 0) {
    query->party.push_back(value);
  } else if (name == "from" && of_path) {
    query->actor = {value};
  } else if (name == "to" && of_path) {
    query->recipient = {value};
  } else if (name == "by" && of_path) {
    return choose(ways, value, &query->by);
  } else if (name == "by" && endpoint.path == "/api/top") {
    return choose(ranks, value, &query->rank);
  } else if (const auto added = add_condition(query, name, value); !added) {
    return added.error().message;
  }
  return "";
}

std::string missing(const Endpoint& endpoint, const Query& query) {
  const std::size_t names = query.party.size();
  if (names < endpoint.least_names) return "name: the actor is missing";
  if (endpoint.most_names > 0 && names > endpoint.most_names) return "name: at most two actors";
  if (endpoint.want == Want::path && query.actor.empty()) return "from: the actor is missing";
  if (endpoint.want == Want::path && query.recipient.empty()) return "to: the actor is missing";
  if (endpoint.want == Want::changes && query.since.empty()) return "since: the day is missing";
  return "";
}

}  // namespace

std::optional<Result<RequestedReport>> requested_report(const serving::Request& request) {
  const auto at = std::find_if(std::begin(endpoints), std::end(endpoints),
                               [&](const Endpoint& endpoint) { return endpoint.path == request.path; });
  if (at == std::end(endpoints)) return std::nullopt;
  Query query;
  query.want = at->want;
  for (const auto& [name, value] : request.query) {
    if (std::string fault = take(*at, name, value, &query); !fault.empty()) {
      return Error{Cause::wrong_use, std::move(fault)};
    }
  }
  std::erase(query.action, "any");
  if (std::string fault = missing(*at, query); !fault.empty()) return Error{Cause::wrong_use, std::move(fault)};
  if (at->want == Want::profile && query.party.size() == 2) query.want = Want::comparison;
  return RequestedReport{std::move(query), at->kind};
}

}  // namespace demarche::cli
