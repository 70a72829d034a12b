#include "query/network_reports.h"

#include <algorithm>
#include <set>

#include "graph/measures.h"
#include "graph/paths.h"
#include "text/date.h"

namespace demarche::query {
namespace {

using Numbers = std::vector<std::uint32_t>;

// In a larger network only the measure that is asked for: each of the others takes minutes there.
constexpr std::size_t kMostTiesForAll = 50000;

std::string day_of(std::int32_t day) { return day == kNoDay ? "" : text::iso(text::from_days(day)); }

graph::TieNetwork network_of(const Graph& graph) {
  return graph::TieNetwork(graph.actors.size(), graph::ties_of(graph::contacts_of(graph)));
}

Numbers numbers_of(const Graph& graph, const Party& party) {
  Numbers out;
  for (const std::string_view id : party.ids) {
    if (const Actor* actor = graph.actor(id)) out.push_back(static_cast<std::uint32_t>(actor - graph.actors.data()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

graph::PathBy way_of(By by) {
  if (by == By::recent) return graph::PathBy::recent;
  return by == By::strongest ? graph::PathBy::strongest : graph::PathBy::fewest;
}

bool takes_part(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// The interactions of two actors with each other, newest first.
Interactions between(const Graph& graph, const std::string& a, const std::string& b) {
  Interactions out;
  for (const Interaction& i : graph.interactions) {
    const bool across = (takes_part(i.actor, a) && takes_part(i.recipient, b)) ||
                        (takes_part(i.actor, b) && takes_part(i.recipient, a));
    const bool beside = i.recipient.empty() && takes_part(i.actor, a) && takes_part(i.actor, b);
    if (across || beside) out.push_back(&i);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto* x, const auto* y) { return x->date > y->date; });
  return out;
}

void add_step(const Graph& graph, const std::string& one, const std::string& other, Section* section,
              Interactions* cited) {
  const Interactions met = between(graph, one, other);
  const Actor* from = graph.actor(one);
  const Actor* to = graph.actor(other);
  if (met.empty() || from == nullptr || to == nullptr) return;
  const Proof proof = best_proof(graph, *met.front());
  section->rows.push_back({static_cast<std::int64_t>(section->rows.size() + 1), from->name, to->name,
                           static_cast<std::int64_t>(met.size()), met.front()->date, met.front()->action, proof.source,
                           proof.sentence, proof.link});
  cited->push_back(met.front());
}

}  // namespace

std::vector<std::pair<std::string, std::string>> steps_of_path(const Graph& graph, const std::vector<Dealing>& dealings,
                                                               const Party& from, const Party& to, By by) {
  const graph::TieNetwork network(graph.actors.size(), graph::ties_of(dealings));
  const Numbers one = numbers_of(graph, from), other = numbers_of(graph, to);
  std::vector<std::pair<std::string, std::string>> out;
  if (one.empty() || other.empty()) return out;
  if (by == By::cut) {
    for (const std::uint32_t tie : graph::minimum_cut(network, one, other)) {
      out.emplace_back(graph.actors[network.ties()[tie].a].id, graph.actors[network.ties()[tie].b].id);
    }
    return out;
  }
  const auto path = graph::best_path(network, one, other, way_of(by));
  for (std::size_t i = 1; path && i < path->size(); ++i) {
    out.emplace_back(graph.actors[(*path)[i - 1]].id, graph.actors[(*path)[i]].id);
  }
  return out;
}

Section tie_list(const Graph& graph, std::size_t limit) {
  Section section{"ties", {"one", "other", "interactions", "first", "last", "balance", "events"}, {}};
  std::map<std::pair<std::uint32_t, std::uint32_t>, Tally> events;
  for (const Interaction& i : graph.interactions) {
    std::vector<Dealing> pairs;
    const auto number = [&](const std::vector<std::string>& ids) {
      Numbers out;
      for (const std::string& id : ids) {
        if (const Actor* actor = graph.actor(id)) {
          out.push_back(static_cast<std::uint32_t>(actor - graph.actors.data()));
        }
      }
      return out;
    };
    graph::add_contacts(number(i.actor), number(i.recipient), 0, 0, &pairs);
    for (const Dealing& pair : pairs) ++events[{pair.a, pair.b}][i.event];
  }
  const graph::TieNetwork network = network_of(graph);
  std::vector<graph::Tie> ties = network.ties();
  std::stable_sort(ties.begin(), ties.end(),
                   [](const graph::Tie& a, const graph::Tie& b) { return a.contacts > b.contacts; });
  for (const graph::Tie& tie : ties) {
    std::vector<std::string> words;
    for (const auto& [event, count] : ranked(events[{tie.a, tie.b}]))
      words.push_back(event + " " + std::to_string(count));
    section.rows.push_back({graph.actors[tie.a].name, graph.actors[tie.b].name, std::int64_t{tie.contacts},
                            day_of(tie.first), day_of(tie.last), rounded(tie.balance, 1), words});
  }
  trim(&section, limit);
  return section;
}

Section ranking_section(const Graph& graph, const std::vector<Dealing>& dealings, const Query& query,
                        std::size_t limit) {
  const graph::TieNetwork network(graph.actors.size(), graph::ties_of(dealings));
  std::vector<double> columns[] = {graph::contact_counts(network), graph::interaction_counts(network), {}, {}, {}, {}};
  const std::pair<RankBy, std::vector<double> (*)(const graph::TieNetwork&)> measures[] = {
      {RankBy::betweenness, [](const graph::TieNetwork& n) { return graph::betweenness(n); }},
      {RankBy::pagerank, graph::pagerank},
      {RankBy::core, graph::core_numbers},
      {RankBy::clustering, graph::clustering}};
  const bool all = network.ties().size() <= kMostTiesForAll;
  for (const auto& [rank, measure] : measures) {
    if (all || query.rank == rank) columns[static_cast<std::size_t>(rank)] = measure(network);
  }
  const std::vector<double>& key = columns[static_cast<std::size_t>(query.rank)];
  Numbers order;
  for (std::uint32_t v = 0; v < network.size(); ++v) {
    const bool wanted =
        query.kind.empty() || std::find(query.kind.begin(), query.kind.end(), graph.actors[v].kind) != query.kind.end();
    if (wanted && columns[0][v] > 0) order.push_back(v);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (key[a] != key[b]) return key[a] > key[b];
    return columns[1][a] > columns[1][b];
  });
  Section section{
      "top",
      {"rank", "name", "kind", "country", "contacts", "interactions", "betweenness", "pagerank", "core", "clustering"},
      {}};
  const auto cell = [&columns](RankBy rank, std::uint32_t v, int digits) -> Value {
    const std::vector<double>& column = columns[static_cast<std::size_t>(rank)];
    return column.empty() ? Value{std::string()} : Value{rounded(column[v], digits)};
  };
  for (const std::uint32_t v : order) {
    const Actor& actor = graph.actors[v];
    section.rows.push_back({static_cast<std::int64_t>(section.rows.size() + 1), actor.name,
                            std::string(to_string(actor.kind)), actor.code, static_cast<std::int64_t>(columns[0][v]),
                            static_cast<std::int64_t>(columns[1][v]), cell(RankBy::betweenness, v, 4),
                            cell(RankBy::pagerank, v, 4),
                            columns[4].empty() ? Value{std::string()} : Value{static_cast<std::int64_t>(columns[4][v])},
                            cell(RankBy::clustering, v, 3)});
    if (limit > 0 && section.rows.size() == limit) break;
  }
  return section;
}

Section community_section(const Graph& graph, const std::vector<Dealing>& dealings, std::size_t limit) {
  const graph::TieNetwork network(graph.actors.size(), graph::ties_of(dealings));
  const Numbers community = graph::communities(network);
  const std::vector<double> weight = graph::interaction_counts(network);
  std::map<std::uint32_t, Numbers> members;
  for (std::uint32_t v = 0; v < community.size(); ++v) members[community[v]].push_back(v);
  std::map<std::uint32_t, std::int64_t> inside;
  for (const graph::Tie& tie : network.ties()) {
    if (community[tie.a] == community[tie.b]) inside[community[tie.a]] += tie.contacts;
  }
  std::vector<std::pair<std::uint32_t, Numbers>> sorted(members.begin(), members.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
  Section section{"communities", {"community", "size", "interactions", "members"}, {}};
  for (auto& [number, list] : sorted) {
    if (list.size() < 2) continue;
    std::stable_sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) { return weight[a] > weight[b]; });
    std::vector<std::string> names;
    for (const std::uint32_t v : list) names.push_back(graph.actors[v].name);
    section.rows.push_back({static_cast<std::int64_t>(section.rows.size() + 1), static_cast<std::int64_t>(list.size()),
                            inside[number], names});
  }
  trim(&section, limit);
  return section;
}

Section step_section(const Graph& graph, const std::vector<std::pair<std::string, std::string>>& steps, By by,
                     Interactions* cited) {
  Section section{by == By::cut ? "cut" : "path",
                  {"step", "from", "to", "interactions", "last", "action", "source", "sentence", "link"},
                  {}};
  for (const auto& [one, other] : steps) add_step(graph, one, other, &section, cited);
  return section;
}

Section path_section(const Graph& graph, const Party& from, const Party& to, By by, Interactions* cited) {
  return step_section(graph, steps_of_path(graph, graph::contacts_of(graph), from, to, by), by, cited);
}

}  // namespace demarche::query
