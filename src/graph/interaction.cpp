#include "graph/interaction.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/near_copy.h"
#include "graph/postponed.h"
#include "text/date.h"
#include "text/fold.h"

namespace demarche::graph {
namespace {

std::size_t index_of(Status status) { return static_cast<std::size_t>(status); }

// What a statement says of the event as it stands: one that was put off to a day is planned for that day.
Status standing(const Statement& s) {
  return puts_off(s) && !s.mention->turn_date.empty() ? Status::planned : s.status();
}

// The documents of an event and which of them are copies of each other.
class Reports {
 public:
  Reports(const Event& event, const std::vector<Source>& sources, const std::vector<std::uint32_t>& copies) {
    for (const Statement* s : event) group_.emplace(s->source, 0);
    std::vector<std::uint64_t> fingerprints;
    for (const auto& [source, group] : group_) {
      fingerprints.push_back(sources[source].fingerprint);
      count_ += 1 + copies[source];
    }
    const std::vector<std::uint32_t> groups = independent_groups(fingerprints);
    std::size_t i = 0;
    for (auto& [source, group] : group_) group = groups[i++];
    independent_ = groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + 1;
  }

  std::uint32_t count() const { return count_; }
  std::uint32_t independent() const { return independent_; }
  std::uint32_t group(std::uint32_t source) const { return group_.at(source); }

 private:
  std::map<std::uint32_t, std::uint32_t> group_;  // by source
  std::uint32_t count_ = 0;
  std::uint32_t independent_ = 0;
};

// Counts each value once a document; the winner is the most frequent, among equals the first in their order.
template <typename Key>
class DocumentTally {
 public:
  void add(const Key& key, std::uint32_t source) { documents_[key].insert(source); }
  bool empty() const { return documents_.empty(); }

  std::vector<Key> ranked() const {
    std::vector<std::pair<std::size_t, Key>> rows;
    for (const auto& [key, sources] : documents_) rows.emplace_back(sources.size(), key);
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Key> out;
    for (auto& row : rows) out.push_back(std::move(row.second));
    return out;
  }
  Key best() const { return empty() ? Key() : ranked().front(); }

 private:
  std::map<Key, std::set<std::uint32_t>> documents_;
};

std::vector<StatusStep> history_of(const Event& event, const std::vector<Source>& sources) {
  // One step for each document and status: its first statement.
  std::map<std::tuple<std::uint32_t, Status, Turn>, const Mention*> first;
  for (const Statement* s : event) {
    const Mention*& kept = first[{s->source, s->status(), s->mention->turn}];
    const auto place = [](const Mention& m) { return std::tie(m.sequence, m.event_start, m.id); };
    if (kept == nullptr || place(*s->mention) < place(*kept)) kept = s->mention;
  }
  std::vector<StatusStep> out;
  for (const auto& [key, mention] : first) {
    const auto& [source, status, turn] = key;
    out.push_back({status, sources[source].date, mention->id, turn});
  }
  // On one day the rumour and the plan come before the event, the denial last; what was put off may still be held.
  const auto order = [](const StatusStep& step) {
    if (step.turn == Turn::postponed) return 2;
    return step.status == Status::actual    ? 3
           : step.status == Status::planned ? 1
           : step.status == Status::denied  ? 4
                                            : 0;
  };
  std::sort(out.begin(), out.end(), [&](const StatusStep& a, const StatusStep& b) {
    return std::tuple(std::tie(a.said), order(a), std::tie(a.mention)) <
           std::tuple(std::tie(b.said), order(b), std::tie(b.mention));
  });
  return out;
}

Status status_of(const Event& event, const std::vector<Source>& sources, const Reports& reports) {
  StatusSupport support;
  std::set<std::uint32_t> groups[4];
  for (const Statement* s : event) {
    if (s->left) continue;
    const std::size_t i = index_of(standing(*s));
    groups[i].insert(reports.group(s->source));
    support.newest[i] = std::max(support.newest[i], sources[s->source].date);
  }
  for (std::size_t i = 0; i < 4; ++i) support.independent[i] = static_cast<std::uint32_t>(groups[i].size());
  return settled_status(support);
}

// The most telling verb; among equally telling ones that of the most documents. News that a plan came to nothing says
// "meeting" of visits too, so that it names the event only where nothing else does.
std::string action_of(const Event& event) {
  int most = -1;
  for (const Statement* s : event) most = std::max(most, detail(s->contact));
  DocumentTally<std::string> verbs, of_ends;
  for (const Statement* s : event) {
    if (detail(s->contact) == most)
      (s->mention->turn == Turn::none ? verbs : of_ends).add(s->mention->action, s->source);
  }
  return verbs.empty() ? of_ends.best() : verbs.best();
}

// The mention that speaks for the event: of its action and status, the surest one.
const Statement& lead_of(const Event& event, const std::string& action, Status status) {
  const auto key = [&](const Statement* s) {
    return std::tuple(s->mention->action == action, !s->left && standing(*s) == status, s->mention->confidence);
  };
  return **std::max_element(event.begin(), event.end(), [&](const Statement* a, const Statement* b) {
    return key(a) != key(b) ? key(a) < key(b) : a->mention->id > b->mention->id;
  });
}

std::vector<std::uint32_t> participants(const Statement& s) {
  std::vector<std::uint32_t> out = s.actor;
  out.insert(out.end(), s.recipient.begin(), s.recipient.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Statements that name a state in place of its people follow the ones that name the people (representative.h).
void set_sides(const Event& event, const ActorIndex& actors, Interaction* out) {
  using Sides = std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>;
  const std::vector<std::uint32_t> who = participants(*event.front());
  DocumentTally<Sides> of_action;
  DocumentTally<Sides> of_any;
  for (const Statement* s : event) {
    if (participants(*s) != who) continue;
    of_any.add({s->actor, s->recipient}, s->source);
    if (s->mention->action == out->action) of_action.add({s->actor, s->recipient}, s->source);
  }
  const Sides best = of_action.empty() ? of_any.best() : of_action.best();
  for (const std::uint32_t a : best.first) out->actor.push_back(actors.id(a));
  for (const std::uint32_t a : best.second) out->recipient.push_back(actors.id(a));
}

using Date = std::tuple<std::string, std::string, DatePrecision>;

// The day to which it was put off; where none is named, the day that was given up.
Date new_date(const Mention& m) {
  const auto day = text::parse_iso(m.turn_date);
  if (!day) return {m.date, m.enddate, m.date_precision};
  return {m.turn_date, "",
          day->day != 0     ? DatePrecision::day
          : day->month != 0 ? DatePrecision::month
                            : DatePrecision::year};
}

// The sharpest date of what still holds, of equally sharp ones the most reported.
void set_date(const Event& event, Interaction* out) {
  constexpr int sharpness[] = {5, 0, 1, 2, 4, 3};  // none, day, week, month, year, document
  int best = 6;
  std::vector<std::pair<Date, std::uint32_t>> told;
  for (const Statement* s : event) {
    const Mention& m = *s->mention;
    const Date date = s->left ? Date() : puts_off(*s) ? new_date(m) : Date(m.date, m.enddate, m.date_precision);
    if (std::get<0>(date).empty()) continue;
    best = std::min(best, sharpness[static_cast<int>(std::get<2>(date))]);
    told.emplace_back(date, s->source);
  }
  DocumentTally<Date> dates;
  for (const auto& [date, source] : told) {
    if (sharpness[static_cast<int>(std::get<2>(date))] == best) dates.add(date, source);
  }
  std::tie(out->date, out->enddate, out->date_precision) = dates.best();
}

// Topics that differ in case and accents only are one, written as most documents write it.
std::vector<std::string> topics_of(const Event& event) {
  DocumentTally<std::string> topics;
  std::map<std::string, DocumentTally<std::string>> spellings;
  for (const Statement* s : event) {
    for (const std::string& topic : s->mention->topic) {
      const std::string folded = text::fold(topic);
      topics.add(folded, s->source);
      spellings[folded].add(topic, s->source);
    }
  }
  std::vector<std::string> out = topics.ranked();
  for (std::string& topic : out) topic = spellings.at(topic).best();
  return out;
}

std::string place_of(const Event& event) {
  DocumentTally<std::string> places;
  for (const Statement* s : event) {
    if (!s->mention->event_loc || s->left) continue;
    const Location& loc = *s->mention->event_loc;
    const std::string& name = loc.resolved_place.empty() ? loc.extracted_place : loc.resolved_place;
    if (!name.empty()) places.add(name, s->source);
  }
  return places.best();
}

// Independent reports of the settled status add up: 1 - Π(1 - c), with the surest statement of each.
double confidence_of(const Event& event, Status status, const Reports& reports) {
  std::map<std::uint32_t, double> surest;
  for (const Statement* s : event) {
    if (s->left || standing(*s) != status) continue;
    double& c = surest[reports.group(s->source)];
    c = std::max(c, std::clamp(s->mention->confidence, 0.0, 1.0));
  }
  std::vector<double> doubts;
  for (const auto& [group, c] : surest) doubts.push_back(1 - c);
  // Group numbers follow the documents' order; sorting keeps the rounding the same for any grouping.
  std::sort(doubts.begin(), doubts.end());
  double doubt = 1;
  for (const double d : doubts) doubt *= d;
  return std::round((1 - doubt) * 1e4) / 1e4;
}

}  // namespace

Status settled_status(const StatusSupport& support) {
  const auto has = [&](Status s) { return support.independent[index_of(s)] > 0; };
  const auto newest = [&](Status s) -> const std::string& { return support.newest[index_of(s)]; };
  if (has(Status::actual)) {
    if (!has(Status::denied)) return Status::actual;
    const auto weight = [&](Status s) { return std::tie(support.independent[index_of(s)], newest(s)); };
    return weight(Status::denied) > weight(Status::actual) ? Status::denied : Status::actual;
  }
  Status best = Status::denied;
  for (const Status s : {Status::denied, Status::planned, Status::possible}) {
    if (has(s) && (!has(best) || newest(s) > newest(best))) best = s;
  }
  return best;
}

Interaction describe(const Event& event, const std::vector<Source>& sources, const std::vector<std::uint32_t>& copies,
                     const ActorIndex& actors) {
  const Reports reports(event, sources, copies);
  Interaction out;
  out.history = history_of(event, sources);
  out.status = status_of(event, sources, reports);
  out.action = action_of(event);
  const Mention& lead = *lead_of(event, out.action, out.status).mention;
  out.event = lead.event;
  out.mode = lead.mode;
  out.reciprocal = lead.reciprocal;
  out.quad_code = lead.quad_code;
  out.event_scale = lead.event_scale;
  set_sides(event, actors, &out);
  set_date(event, &out);
  out.topic = topics_of(event);
  out.place = place_of(event);
  std::set<std::string> contexts;
  for (const Statement* s : event) {
    contexts.insert(s->mention->context.begin(), s->mention->context.end());
    out.mentions.push_back(s->mention->id);
  }
  out.context.assign(contexts.begin(), contexts.end());
  std::sort(out.mentions.begin(), out.mentions.end());
  out.reports = reports.count();
  out.independent = reports.independent();
  out.confidence = confidence_of(event, out.status, reports);
  return out;
}

}  // namespace demarche::graph
