#include "query/subject.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

namespace demarche {
namespace query {
namespace {

// Questions that look at every status.
bool is_open(Want want) {
  switch (want) {
    case Want::truth:
    case Want::offices:
    case Want::timeline:
    case Want::changes:
    case Want::disputes:
    case Want::profile:
    case Want::comparison:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> ids_of(const Party& party) { return {party.ids.begin(), party.ids.end()}; }

}  // namespace

Error Subject::error() const {
  if (!fault.error.empty()) return {Cause::wrong_use, fault.error};
  return {Cause::wrong_use, fmt::format("\"{}\" may be {}; give the whole name", fault.ambiguous,
                                        fmt::join(fault.candidates, ", "))};
}

void set_default_status(Query* query) {
  if (query->status.empty() && !is_open(query->want)) query->status = {Status::actual};
}

Subject look_up(const NameIndex& index, const Query& query) {
  Subject subject;
  subject.query = query;
  if (look_up(index, &subject.query, &subject.names, &subject.fault)) set_default_status(&subject.query);
  return subject;
}

Graph part_of(const Graph& graph, const std::vector<const Interaction*>& interactions) {
  std::set<std::string_view> kept, actors, mentions, sources;
  for (const Interaction* i : interactions) {
    kept.insert(i->id);
    actors.insert(i->actor.begin(), i->actor.end());
    actors.insert(i->recipient.begin(), i->recipient.end());
    mentions.insert(i->mentions.begin(), i->mentions.end());
  }
  Graph part;
  for (const Interaction& each : graph.interactions) {
    if (kept.count(each.id) > 0) part.interactions.push_back(each);
  }
  for (const Mention& each : graph.mentions) {
    if (mentions.count(each.id) == 0) continue;
    part.mentions.push_back(each);
    sources.insert(each.doc);
  }
  for (const Actor& each : graph.actors) {
    if (actors.count(each.id) > 0) part.actors.push_back(each);
  }
  for (const Source& each : graph.sources) {
    if (sources.count(each.id) > 0) part.sources.push_back(each);
  }
  return part;
}

}  // namespace query

std::optional<Scope> scope_of(const Graph& actors, const Query& query) {
  const query::NameIndex index(actors, query::Countries::builtin());
  const query::Subject subject = query::look_up(index, query);
  Scope scope;
  if (!subject.ok()) {
    scope.parties = {{"nobody"}};
    return scope;
  }
  const Query& q = subject.query;
  // A dispute stands between interactions; what is new shows against what was before.
  if (q.want == Want::disputes || q.want == Want::changes) return std::nullopt;
  scope.min_confidence = q.min_confidence;
  if (q.pick != Pick::lapsed) {
    scope.since = q.since;
    scope.until = q.until;
  }
  if (q.want != Want::truth) scope.status = q.status;
  if (q.want == Want::path) return scope;
  // "Both" may be met apart, a comparison has two sides that need not meet, and where a meeting was the visit tells
  // that contains it.
  const bool together = q.pick != Pick::common && q.want != Want::comparison && q.place.empty();
  std::vector<std::string> any;
  for (const auto* list : {&subject.names.actor, &subject.names.recipient, &subject.names.party}) {
    for (const query::Party& party : *list) {
      const std::vector<std::string> ids = query::ids_of(party);
      if (together) scope.parties.push_back(ids);
      any.insert(any.end(), ids.begin(), ids.end());
    }
  }
  if (!together && !any.empty()) scope.parties = {any};
  return scope;
}

std::optional<Scope> scope_of_part(const Graph& actors, const Query& query) {
  // Where a meeting was, a visit may tell that meets none of the conditions.
  if (!query.place.empty()) return std::nullopt;
  Query open = query;
  open.want = Want::truth;  // looks at every status
  auto scope = scope_of(actors, open);
  if (scope) scope->status = query.status;
  return scope;
}

Result<Graph> select(const Graph& graph, const Query& query) {
  const query::NameIndex index(graph, query::Countries::builtin());
  Query open = query;
  // Here an empty status takes all.
  const query::Subject subject = query::look_up(index, open);
  if (!subject.ok()) return subject.error();
  Query asked = subject.query;
  asked.status = query.status;
  const query::Filter filter(graph, asked, subject.names);
  std::vector<const Interaction*> kept;
  for (const Interaction& each : graph.interactions) {
    if (filter.match(each)) kept.push_back(&each);
  }
  return query::part_of(graph, kept);
}

}  // namespace demarche
