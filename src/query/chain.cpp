#include "query/chain.h"

#include <algorithm>
#include <map>
#include <queue>

namespace demarche::query {
namespace {

struct Step {
  std::string from;
  const Hit* hit = nullptr;
};

using Edges = std::map<std::string, std::vector<std::pair<std::string, const Hit*>>>;

Edges edges_of(const std::vector<Hit>& hits) {
  Edges edges;
  for (const Hit& hit : hits) {
    const Interaction& i = *hit.interaction;
    const std::vector<std::string>& others = i.recipient.empty() ? i.actor : i.recipient;
    for (const std::string& a : i.actor) {
      for (const std::string& b : others) {
        if (a == b) continue;
        edges[a].emplace_back(b, &hit);
        edges[b].emplace_back(a, &hit);
      }
    }
  }
  return edges;
}

Chain traced(const std::map<std::string, Step>& reached, std::string at) {
  Chain chain;
  for (;;) {
    chain.actors.push_back(at);
    const Step& step = reached.at(at);
    if (step.hit == nullptr) break;
    chain.hits.push_back(*step.hit);
    at = step.from;
  }
  std::reverse(chain.actors.begin(), chain.actors.end());
  std::reverse(chain.hits.begin(), chain.hits.end());
  return chain;
}

}  // namespace

Chain shortest_chain(const std::vector<Hit>& hits, const Party& from, const Party& to) {
  const Edges edges = edges_of(hits);
  std::map<std::string, Step> reached;
  std::queue<std::string> open;
  std::vector<std::string> starts(from.ids.begin(), from.ids.end());
  std::sort(starts.begin(), starts.end());
  for (std::string& id : starts) {
    reached.emplace(id, Step{});
    open.push(std::move(id));
  }
  while (!open.empty()) {
    const std::string at = std::move(open.front());
    open.pop();
    if (to.ids.count(at) > 0) return traced(reached, at);
    const auto next = edges.find(at);
    if (next == edges.end()) continue;
    for (const auto& [id, hit] : next->second) {
      if (reached.emplace(id, Step{at, hit}).second) open.push(id);
    }
  }
  return {};
}

}  // namespace demarche::query
