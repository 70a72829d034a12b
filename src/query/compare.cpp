#include "demarche/compare.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "query/countries.h"
#include "text/date.h"
#include "text/fold.h"

namespace demarche {
namespace query {
namespace {

// The two and what kind of thing; the day apart, since it may differ a little.
using Key = std::tuple<std::string, std::string, std::string>;

struct Day {
  std::set<std::string> actions, interactions;
};
using Days = std::map<long, Day>;

struct Side {
  std::map<Key, Days> contacts;
  std::map<std::string, std::string> names;  // by key of an actor or country
  std::uint64_t left_out = 0;
};

class Collector {
 public:
  Collector(const Graph& graph, const CompareOptions& options) : graph_(graph), options_(options) {}

  Side collect() {
    for (const Interaction& interaction : graph_.interactions) {
      if (!add(interaction)) ++side_.left_out;
    }
    return std::move(side_);
  }

 private:
  // What stands for an actor; empty where it has none.
  std::string key_of(const std::string& id) {
    const Actor* const actor = graph_.actor(id);
    if (actor == nullptr) return "";
    if (!options_.by_country) {
      std::string key = text::fold(actor->name.empty() ? actor->id : actor->name);
      side_.names.emplace(key, actor->name.empty() ? actor->id : actor->name);
      return key;
    }
    const std::string name = Countries::builtin().name(actor->code);
    if (!name.empty()) side_.names.emplace(actor->code, name);
    return name.empty() ? "" : actor->code;
  }

  std::set<std::string> keys_of(const std::vector<std::string>& ids) {
    std::set<std::string> keys;
    for (const std::string& id : ids) keys.insert(key_of(id));
    keys.erase("");
    return keys;
  }

  bool add(const Interaction& interaction) {
    const auto date = text::parse_iso(interaction.date);
    if (!date || date->day == 0) return false;
    const long day = text::to_days(*date);
    const std::set<std::string> from = keys_of(interaction.actor);
    const std::set<std::string> to =
        interaction.recipient.empty() && interaction.reciprocal ? from : keys_of(interaction.recipient);
    bool added = false;
    for (const std::string& a : from) {
      for (const std::string& b : to) {
        if (a == b) continue;
        add_pair(interaction, a, b, day);
        added = true;
      }
    }
    return added;
  }

  void add_pair(const Interaction& interaction, std::string a, std::string b, long day) {
    if ((interaction.event == "CONSULT" || interaction.reciprocal) && b < a) std::swap(a, b);
    Day& at = side_.contacts[{std::move(a), std::move(b), options_.by_event ? interaction.event : ""}][day];
    at.actions.insert(interaction.action.empty() ? interaction.event : interaction.action);
    at.interactions.insert(interaction.id);
  }

  const Graph& graph_;
  const CompareOptions& options_;
  Side side_;
};

void take(const Day& day, std::vector<std::string>* ids, std::set<std::string>* actions) {
  ids->assign(day.interactions.begin(), day.interactions.end());
  actions->insert(day.actions.begin(), day.actions.end());
}

// Days of one pair matched from the earliest: each takes the nearest free one of the other within reach.
void match(const Days& a, const Days& b, long within, const std::function<void(long, const Day*, const Day*)>& found) {
  std::set<long> used;
  for (const auto& [day, what] : a) {
    const Day* partner = nullptr;
    long best = within + 1;
    long partner_day = 0;
    for (auto at = b.lower_bound(day - within); at != b.end() && at->first <= day + within; ++at) {
      if (used.count(at->first) != 0 || std::abs(at->first - day) >= best) continue;
      best = std::abs(at->first - day);
      partner = &at->second;
      partner_day = at->first;
    }
    if (partner != nullptr) used.insert(partner_day);
    found(day, &what, partner);
  }
  for (const auto& [day, what] : b) {
    if (used.count(day) == 0) found(day, nullptr, &what);
  }
}

}  // namespace
}  // namespace query

Comparison compare(const Graph& a, const Graph& b, const CompareOptions& options) {
  query::Side one = query::Collector(a, options).collect();
  query::Side other = query::Collector(b, options).collect();
  one.names.merge(other.names);
  Comparison out;
  out.left_out_a = one.left_out;
  out.left_out_b = other.left_out;
  std::set<query::Key> keys;
  for (const auto& [key, days] : one.contacts) keys.insert(key);
  for (const auto& [key, days] : other.contacts) keys.insert(key);
  for (const query::Key& key : keys) {
    query::match(one.contacts[key], other.contacts[key], options.within,
                 [&](long day, const query::Day* in_a, const query::Day* in_b) {
                   Contact& contact = out.contacts.emplace_back();
                   contact.who = one.names[std::get<0>(key)];
                   contact.whom = one.names[std::get<1>(key)];
                   contact.event = std::get<2>(key);
                   contact.day = text::iso(text::from_days(day));
                   std::set<std::string> actions;
                   if (in_a != nullptr) query::take(*in_a, &contact.a, &actions);
                   if (in_b != nullptr) query::take(*in_b, &contact.b, &actions);
                   contact.actions.assign(actions.begin(), actions.end());
                   ++(in_a == nullptr ? out.only_b : in_b == nullptr ? out.only_a : out.both);
                 });
  }
  std::stable_sort(out.contacts.begin(), out.contacts.end(), [](const Contact& x, const Contact& y) {
    return std::tie(x.day, x.who, x.whom, x.event) < std::tie(y.day, y.who, y.whom, y.event);
  });
  return out;
}

}  // namespace demarche
