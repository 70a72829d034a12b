#include "graph/ties.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/date.h"

namespace demarche::graph {
namespace {

using Numbers = std::vector<std::uint32_t>;

Numbers numbers_of(const Graph& graph, const std::vector<std::string>& ids) {
  Numbers out;
  for (const std::string& id : ids) {
    if (const Actor* actor = graph.actor(id)) out.push_back(static_cast<std::uint32_t>(actor - graph.actors.data()));
  }
  return out;
}

TieNetwork::Boost rows_of(std::size_t actors, const std::vector<Tie>& ties) {
  struct Row {
    std::uint32_t from, to, tie;
  };
  std::vector<Row> rows;
  rows.reserve(ties.size() * 2);
  for (std::uint32_t i = 0; i < ties.size(); ++i) {
    rows.push_back({ties[i].a, ties[i].b, i});
    rows.push_back({ties[i].b, ties[i].a, i});
  }
  std::sort(rows.begin(), rows.end(),
            [](const Row& x, const Row& y) { return std::tie(x.from, x.to) < std::tie(y.from, y.to); });
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<TieNetwork::Arc> arcs;
  ends.reserve(rows.size());
  arcs.reserve(rows.size());
  for (const Row& row : rows) {
    ends.emplace_back(row.from, row.to);
    arcs.push_back({row.tie});
  }
  return {boost::edges_are_sorted, ends.begin(), ends.end(), arcs.begin(), static_cast<std::uint32_t>(actors)};
}

}  // namespace

void add_contacts(const Numbers& actors, const Numbers& recipients, std::int32_t day, float scale,
                  std::vector<Dealing>* out) {
  const auto add = [&](std::uint32_t x, std::uint32_t y) {
    if (x != y) out->push_back({std::min(x, y), std::max(x, y), day, scale});
  };
  if (!actors.empty() && !recipients.empty()) {
    for (const std::uint32_t x : actors) {
      for (const std::uint32_t y : recipients) add(x, y);
    }
    return;
  }
  const Numbers& all = actors.empty() ? recipients : actors;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) add(all[i], all[j]);
  }
}

std::vector<Dealing> contacts_of(const Graph& graph, const std::function<bool(const Interaction&)>& keep) {
  std::vector<Dealing> out;
  for (const Interaction& i : graph.interactions) {
    if (keep && !keep(i)) continue;
    const auto date = text::parse_iso(i.date);
    const std::int32_t day = date ? static_cast<std::int32_t>(text::to_days(text::first_day(*date))) : kNoDay;
    add_contacts(numbers_of(graph, i.actor), numbers_of(graph, i.recipient), day, static_cast<float>(i.event_scale),
                 &out);
  }
  return out;
}

std::vector<Tie> ties_of(std::vector<Dealing> contacts) {
  // By day and score too, so that the sums do not depend on the order of the input.
  std::sort(contacts.begin(), contacts.end(), [](const Dealing& x, const Dealing& y) {
    return std::tie(x.a, x.b, x.day, x.scale) < std::tie(y.a, y.b, y.day, y.scale);
  });
  std::vector<Tie> out;
  for (const Dealing& c : contacts) {
    if (out.empty() || out.back().a != c.a || out.back().b != c.b) out.push_back({c.a, c.b});
    Tie& tie = out.back();
    ++tie.contacts;
    tie.balance += static_cast<double>(c.scale);
    if (c.day == kNoDay) continue;
    if (tie.first == kNoDay) tie.first = c.day;
    tie.last = c.day;
  }
  return out;
}

TieNetwork::TieNetwork(std::size_t actors, std::vector<Tie> ties)
    : ties_(std::move(ties)), rows_(rows_of(actors, ties_)) {}

const Tie* TieNetwork::between(std::uint32_t a, std::uint32_t b) const {
  const std::pair<std::uint32_t, std::uint32_t> key = std::minmax(a, b);
  const auto at = std::lower_bound(ties_.begin(), ties_.end(), key,
                                   [](const Tie& tie, const auto& k) { return std::pair(tie.a, tie.b) < k; });
  return at != ties_.end() && at->a == key.first && at->b == key.second ? &*at : nullptr;
}

}  // namespace demarche::graph
