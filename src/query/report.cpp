#include "demarche/report.h"

#include <algorithm>
#include <set>

#include "query/changes.h"
#include "query/disputes.h"
#include "query/network_reports.h"
#include "query/order.h"
#include "query/profile.h"
#include "query/report_parts.h"

namespace demarche {
namespace query {
namespace {

// Nobody reads a ranking to its end unasked.
std::size_t ranks_shown(const Query& q) { return q.limit > 0 ? q.limit : 20; }

Error missing(std::string_view what) { return {Cause::wrong_use, std::string(what)}; }

// The named ones after a roll-up: the actors that theirs became.
Party rolled_party(const Graph& graph, const Graph& rolled, const Party& party, Rollup level) {
  if (level == Rollup::none) return party;
  // An actor is lifted where it takes part in something.
  Party out{party.name, {}};
  for (const Interaction& i : graph.interactions) {
    const auto has = [&](const std::vector<std::string>& ids) {
      return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return party.ids.count(id) > 0; });
    };
    const Interaction* const lifted = rolled.interaction(i.id);
    if (lifted == nullptr) continue;
    const std::vector<std::string>* sides[] = {has(i.actor) ? &lifted->actor : nullptr,
                                               has(i.recipient) ? &lifted->recipient : nullptr};
    for (const auto* side : sides) {
      if (side == nullptr) continue;
      for (const std::string& id : *side) {
        if (const Actor* actor = rolled.actor(id)) out.ids.insert(actor->id);
      }
    }
  }
  return out;
}

class Reporter {
 public:
  Reporter(const Graph& graph, const NameIndex& index, Subject subject)
      : inquiry_{graph, index, std::move(subject.query), std::move(subject.names)} {}

  Result<Report> run() {
    report_.query = inquiry_.query;
    switch (inquiry_.query.want) {
      case Want::profile:
        return profile();
      case Want::timeline:
        return timeline();
      case Want::path:
        return path();
      case Want::comparison:
        return comparison();
      case Want::changes:
        return changes();
      case Want::disputes:
        return disputes();
      case Want::ranking:
        return network(&ranking_of);
      default:
        return network(&ties_of_graph);
    }
  }

  Result<Report> communities() {
    report_.query = inquiry_.query;
    return network(&communities_of);
  }

 private:
  using Make = Section (*)(const Graph&, const Query&);

  static Section ranking_of(const Graph& graph, const Query& q) {
    return ranking_section(graph, graph::contacts_of(graph), q, ranks_shown(q));
  }
  static Section ties_of_graph(const Graph& graph, const Query& q) { return tie_list(graph, q.limit); }
  static Section communities_of(const Graph& graph, const Query& q) {
    return community_section(graph, graph::contacts_of(graph), q.limit);
  }

  Result<Report> done(const Interactions& cited) {
    report_.interactions = ids_of(cited);
    return std::move(report_);
  }

  // Filters, then rolls up, then asks the network.
  Result<Report> network(Make make) {
    const Interactions found = fitting(inquiry_);
    const Graph part = rolled_up(part_of(inquiry_.graph, found), inquiry_.query.rollup);
    report_.sections.push_back(make(part, inquiry_.query));
    return done(found);
  }

  Result<Report> profile() {
    if (inquiry_.names.party.empty()) return missing("whose profile; name an actor");
    const Interactions found = fitting(inquiry_);
    report_.sections = profile_sections(inquiry_, found);
    return done(found);
  }

  Result<Report> timeline() {
    Interactions found = fitting(inquiry_);
    std::reverse(found.begin(), found.end());
    report_.sections.push_back(interaction_section(inquiry_.graph, "timeline", found, inquiry_.query.limit));
    std::reverse(found.begin(), found.end());
    return done(found);
  }

  Result<Report> path() {
    Names named = inquiry_.names;
    if (named.party.size() == 2 && named.actor.empty()) {
      named.actor = {named.party[0]};
      named.recipient = {named.party[1]};
    }
    if (named.actor.empty() || named.recipient.empty()) return missing("a path needs two actors; name both");
    Names nobody;
    nobody.country = named.country;
    const Interactions found = fitting(inquiry_, nobody);
    const Graph part = part_of(inquiry_.graph, found);
    const Graph rolled = rolled_up(part, inquiry_.query.rollup);
    const Party from = rolled_party(part, rolled, named.actor[0], inquiry_.query.rollup);
    const Party to = rolled_party(part, rolled, named.recipient[0], inquiry_.query.rollup);
    Interactions cited;
    report_.sections.push_back(path_section(rolled, from, to, inquiry_.query.by, &cited));
    return done(cited);
  }

  Result<Report> comparison() {
    if (inquiry_.names.party.size() < 2) return missing("a comparison needs two actors; name both");
    Section both{"comparison", {}, {}};
    Interactions all;
    std::vector<std::set<std::string>> circles;
    std::vector<Section> ties;
    for (const Party& party : inquiry_.names.party) {
      Names one = inquiry_.names;
      one.party = {party};
      const Interactions found = fitting(inquiry_, one);
      Interactions held;
      for (const Interaction* i : found) {
        if (i->status == Status::actual) held.push_back(i);
      }
      Section row = actor_section(inquiry_.graph, held, party);
      both.columns = row.columns;
      both.rows.push_back(std::move(row.rows[0]));
      std::set<std::string>& circle = circles.emplace_back();
      for (const Counted& c : counterparts(inquiry_.graph, held, party)) circle.insert(c.name);
      ties.push_back(tie_section(inquiry_.graph, held, party, inquiry_.query.limit > 0 ? inquiry_.query.limit : 10));
      ties.back().name = "ties of " + party.name;
      all.insert(all.end(), held.begin(), held.end());
    }
    report_.sections.push_back(std::move(both));
    Section common{"common contacts", {"name"}, {}};
    for (const std::string& name : circles[0]) {
      if (circles[1].count(name) > 0) common.rows.push_back({name});
    }
    report_.sections.push_back(std::move(common));
    for (Section& section : ties) report_.sections.push_back(std::move(section));
    Interactions met = fitting(inquiry_);
    report_.sections.push_back(interaction_section(inquiry_.graph, "with each other", met, inquiry_.query.limit));
    return done(all);
  }

  Result<Report> changes() {
    Interactions changed;
    report_.sections = change_sections(inquiry_, fitting_at_any_time(inquiry_), &changed);
    return done(changed);
  }

  Result<Report> disputes() {
    Interactions disputed;
    report_.sections.push_back(dispute_section(inquiry_, fitting(inquiry_), &disputed));
    return done(disputed);
  }

  Inquiry inquiry_;
  Report report_;
};

}  // namespace
}  // namespace query

bool is_report(const Query& query) {
  switch (query.want) {
    case Want::timeline:
    case Want::profile:
    case Want::comparison:
    case Want::changes:
    case Want::disputes:
    case Want::ranking:
      return true;
    case Want::path:
      return query.by != By::fewest || query.rollup != Rollup::none;
    default:
      return query.rollup != Rollup::none;
  }
}

namespace {

// Ends that only the roll-up makes: blocs, and states of which the graph knows only people.
Result<Report> path_between_wholes(const Graph& graph, const query::NameIndex& index, const Query& query) {
  Query open = query;
  open.actor.clear();
  open.recipient.clear();
  open.party.clear();
  const query::Subject all = query::look_up(index, open);
  if (!all.ok()) return all.error();
  const query::Interactions found = query::fitting({graph, index, all.query, all.names});
  const Graph rolled = rolled_up(query::part_of(graph, found), query.rollup);
  const query::NameIndex wholes(rolled, query::Countries::builtin());
  Query named;
  named.actor = query.actor;
  named.recipient = query.recipient;
  named.party = query.party;
  const query::Subject ends = query::look_up(wholes, named);
  if (!ends.ok()) return ends.error();
  std::vector<query::Party> sides = ends.names.actor;
  sides.insert(sides.end(), ends.names.recipient.begin(), ends.names.recipient.end());
  sides.insert(sides.end(), ends.names.party.begin(), ends.names.party.end());
  if (sides.size() != 2) return Error{Cause::wrong_use, "a path needs two actors; name both"};
  Report out{query, {}, {}};
  out.query.status = all.query.status;
  query::Interactions cited;
  out.sections.push_back(query::path_section(rolled, sides[0], sides[1], query.by, &cited));
  out.interactions = query::ids_of(cited);
  return out;
}

}  // namespace

Result<Report> report(const Graph& graph, const Query& query) {
  if (query::has_order(query)) {
    const auto settled = settle_order(query, [&](const Query& event) { return run(graph, event); });
    if (!settled) return settled.error();
    if (!query::has_order(*settled)) return report(graph, *settled);
    Report none;
    none.query = *settled;
    return none;
  }
  const query::NameIndex index(graph, query::Countries::builtin());
  query::Subject subject = query::look_up(index, query);
  const bool wholes = query.want == Want::path && query.rollup != Rollup::none;
  if (!subject.ok() && wholes) return path_between_wholes(graph, index, query);
  if (!subject.ok()) return subject.error();
  return query::Reporter(graph, index, std::move(subject)).run();
}

namespace {

// Conditions that bare dealings cannot tell.
bool looks_inside(const Query& q) {
  return !q.action.empty() || !q.event.empty() || !q.country.empty() || !q.about.empty() || !q.context.empty() ||
         !q.place.empty() || q.rollup != Rollup::none;
}

}  // namespace

bool needs_only_dealings(const Query& q) {
  return q.want == Want::ranking && q.actor.empty() && q.recipient.empty() && q.party.empty() && !looks_inside(q);
}

bool needs_only_steps(const Query& q) { return q.want == Want::path && !looks_inside(q); }

Steps path_steps(const Graph& actors, const std::vector<Dealing>& dealings, const Query& query) {
  const query::NameIndex index(actors, query::Countries::builtin());
  const query::Subject subject = query::look_up(index, query);
  if (!subject.ok()) return {};
  std::vector<query::Party> ends;
  for (const auto* list : {&subject.names.actor, &subject.names.recipient, &subject.names.party}) {
    ends.insert(ends.end(), list->begin(), list->end());
  }
  if (ends.size() != 2) return {};
  return query::steps_of_path(actors, dealings, ends[0], ends[1], query.by);
}

Result<Report> path(const Graph& graph, const Query& query, const Steps& steps) {
  const query::NameIndex index(graph, query::Countries::builtin());
  query::Subject subject = query::look_up(index, query);
  if (!subject.ok()) return subject.error();
  Report out{std::move(subject.query), {}, {}};
  query::Interactions cited;
  out.sections.push_back(query::step_section(graph, steps, query.by, &cited));
  out.interactions = query::ids_of(cited);
  return out;
}

Report ranking(const Graph& actors, const std::vector<Dealing>& dealings, const Query& query) {
  Report out{query, {}, {}};
  query::set_default_status(&out.query);
  out.sections.push_back(query::ranking_section(actors, dealings, query, query::ranks_shown(query)));
  return out;
}

Report communities(const Graph& actors, const std::vector<Dealing>& dealings, const Query& query) {
  Report out{query, {}, {}};
  query::set_default_status(&out.query);
  out.sections.push_back(query::community_section(actors, dealings, query.limit));
  return out;
}

Result<Report> communities(const Graph& graph, const Query& query) {
  const query::NameIndex index(graph, query::Countries::builtin());
  query::Subject subject = query::look_up(index, query);
  if (!subject.ok()) return subject.error();
  return query::Reporter(graph, index, std::move(subject)).communities();
}

}  // namespace demarche
