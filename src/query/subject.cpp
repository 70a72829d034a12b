#include "query/subject.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "query/order.h"

namespace demarche {
namespace query {
namespace {

// Questions that look at every status.
bool is_open(Want want) {
  switch (want) {
    case Want::truth:
    case Want::offices:
    case Want::holders:
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

// See is_meant().
void narrow_actions(const Query& q, Scope* scope) {
  if (q.action.empty()) scope->events = q.event;
  for (const std::string& action : q.action) {
    if (action == "talk") {
      scope->events.emplace_back("CONSULT");
    } else if (action == "meet") {
      scope->actions.insert(scope->actions.end(), {"meet", "host", "visit"});
    } else {
      scope->actions.push_back(action);
    }
  }
}

std::vector<std::string> ids_of(const Party& party) { return {party.ids.begin(), party.ids.end()}; }

}  // namespace

Error Subject::error() const {
  if (!fault.error.empty()) return {Cause::wrong_use, fault.error};
  return {Cause::wrong_use,
          fmt::format("\"{}\" may be {}; give the whole name", fault.ambiguous, fmt::join(fault.candidates, ", "))};
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

bool knows_names(const Graph& graph, const Query& query) {
  const Subject subject = look_up(NameIndex(graph, Countries::builtin()), query);
  return subject.fault.error.empty();
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
  for (const Affiliation& each : graph.affiliations) {
    if (actors.count(each.person) == 0) continue;
    Affiliation& kept_one = part.affiliations.emplace_back(each);
    std::erase_if(kept_one.mentions, [&](const std::string& id) { return mentions.count(id) == 0; });
  }
  return part;
}

}  // namespace query

std::optional<Scope> scope_of(const Graph& actors, const Query& query) {
  if (query::has_order(query)) return std::nullopt;
  const query::NameIndex index(actors, query::Countries::builtin());
  Query asked = query;
  if (query.want == Want::path && query.rollup != Rollup::none) {
    // Its ends may be blocs that only the roll-up makes.
    asked.actor.clear();
    asked.recipient.clear();
    asked.party.clear();
  }
  const query::Subject subject = query::look_up(index, asked);
  Scope scope;
  if (!subject.ok()) {
    // Which of several is meant, the interactions with the others that are named may tell.
    if (subject.fault.anyone.size() < 2) scope.parties = {{"nobody"}};
    for (const query::Party& party : subject.fault.anyone) {
      if (subject.fault.anyone.size() > 1) scope.parties.push_back(query::ids_of(party));
    }
    return scope;
  }
  const Query& q = subject.query;
  // A dispute stands between interactions; what is new shows against what was before.
  if (q.want == Want::disputes || q.want == Want::changes) return std::nullopt;
  scope.min_confidence = q.min_confidence;
  scope.offices = q.want == Want::profile || q.want == Want::offices || q.want == Want::holders ||
                  q.want == Want::comparison || q.rollup != Rollup::none || !q.office.empty();
  // Who somebody is: the ties need no sentences.
  scope.evidence = q.want != Want::offices;
  if (q.pick != Pick::lapsed) {
    scope.since = q.since;
    scope.until = q.until;
  }
  if (q.want != Want::truth) scope.status = q.status;
  // A meeting takes its place from the visit that contains it, whatever the action that is asked for.
  if (q.place.empty()) query::narrow_actions(q, &scope);
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
  if (!scope) return scope;
  scope->status = query.status;
  scope->offices = true;
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
