#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "graph/postponed.h"
#include "graph/statement.h"

namespace demarche::graph {
namespace {

// Unknown days say nothing against an order.
bool not_after(const std::optional<long>& a, const std::optional<long>& b) { return !a || !b || *a <= *b; }

bool same_direction(const Statement& a, const Statement& b) {
  const auto fixed = [](const Statement& s) { return s.contact == Contact::visit || s.contact == Contact::host; };
  if (fixed(a) && fixed(b)) return a.guest() == b.guest();
  if (a.contact != Contact::none) return true;
  return a.reciprocal() || b.reciprocal() || a.actor == b.actor;
}

// What is put off is what was planned before it, not the plan for the new day, and nothing that took place.
bool may_be_put_off(const Statement& a, const Statement& news) {
  const bool named_day = a.when.firm && news.when.firm;
  if (a.status() == Status::actual) return a.source != news.source && named_day;
  const std::optional<When> day = put_off_to(news);
  if (day && a.when.firm && a.when.overlaps(*day)) return false;
  if (a.source == news.source) return a.mention->sequence <= news.mention->sequence;
  return not_after(a.said, news.said);
}

// REQUIRES a.status() <= b.status().
bool statuses_agree(const Statement& a, const Statement& b) {
  if (a.status() == b.status()) return true;
  if (puts_off(b)) return may_be_put_off(a, b);
  const bool named_day = a.when.firm && b.when.firm;
  // To call off is to speak of what was to come, not to deny what has been.
  if (b.mention->turn == Turn::cancelled && a.status() == Status::actual && !named_day) return false;
  if (a.status() == Status::actual && b.status() == Status::possible) return true;
  if (a.status() == Status::actual && b.status() == Status::planned) {
    return named_day || (a.source != b.source && not_after(b.said, a.said));
  }
  if (b.status() == Status::denied && a.status() == Status::actual) {
    return a.source != b.source && (named_day || (a.said && b.said && *a.said <= *b.said));
  }
  if (b.status() == Status::denied) return named_day || a.source == b.source || not_after(a.said, b.said);
  return true;
}

class Clustering {
 public:
  explicit Clustering(Bucket* bucket) : bucket_(*bucket) {}

  std::vector<Cluster> run() {
    sort();
    for (std::uint32_t i = 0; i < bucket_.size(); ++i) {
      if (bucket_[i].status() == Status::denied && !puts_off(bucket_[i])) denials_.push_back(i);
    }
    for (std::uint32_t i = 0; i < bucket_.size(); ++i) place(i);
    std::vector<Cluster> out;
    for (Group& group : groups_) out.push_back(std::move(group.members));
    follow_postponements(&bucket_, &out);
    return out;
  }

 private:
  struct Group {
    When when;     // common to all members
    When founded;  // of the first one
    Cluster members;
  };

  // The sharpest dates found the events, vaguer statements then look for theirs.
  void sort() {
    std::sort(bucket_.begin(), bucket_.end(), [](const Statement& a, const Statement& b) {
      const auto key = [](const Statement& s) {
        return std::tuple(!s.when.firm, s.when.width(), s.status(), -detail(s.contact), s.when.first);
      };
      return std::tuple(key(a), std::tie(a.mention->id, a.mention->doc)) <
             std::tuple(key(b), std::tie(b.mention->id, b.mention->doc));
    });
  }

  void place(std::uint32_t i) {
    Group* group = choose(i, candidates(i));
    if (group == nullptr) {
      groups_.push_back({bucket_[i].when, bucket_[i].when, {i}});
    } else {
      group->when = group->when.narrowed(bucket_[i].when);
      group->members.push_back(i);
    }
  }

  std::vector<Group*> candidates(std::uint32_t i) {
    std::vector<Group*> out;
    for (Group& group : groups_) {
      if (!group.when.overlaps(bucket_[i].when)) continue;
      if (std::all_of(group.members.begin(), group.members.end(),
                      [&](std::uint32_t m) { return agree(bucket_[i], bucket_[m]); })) {
        out.push_back(&group);
      }
    }
    return out;
  }

  bool agree(const Statement& a, const Statement& b) const {
    return may_be_one(a, b) && !denied_between(a, b) && !denied_between(b, a);
  }

  // A plan that was denied before the event took place is not what took place, unless the day says so.
  bool denied_between(const Statement& plan, const Statement& fact) const {
    if (denials_.empty() || fact.status() != Status::actual || plan.status() == Status::actual) return false;
    if (plan.status() == Status::denied || (plan.when.firm && fact.when.firm)) return false;
    return std::any_of(denials_.begin(), denials_.end(), [&](std::uint32_t d) {
      const Statement& denial = bucket_[d];
      return denial.said && fact.said && *denial.said < *fact.said && not_after(plan.said, denial.said) &&
             denial.when.overlaps(plan.when) && same_event(denial.contact, plan.contact);
    });
  }

  Group* choose(std::uint32_t i, const std::vector<Group*>& found) const {
    if (found.empty()) return nullptr;
    if (Group* near = nearest_in_text(i, found)) return near;
    if (found.size() == 1) return found.front();
    const Statement& s = bucket_[i];
    if (s.when.firm && s.when.width() == 1) return largest(found);
    if (s.mention->date_precision == DatePrecision::document && s.said) return nearest_in_time(*s.said, found);
    // Several events would fit: rather its own than the wrong one.
    for (Group* group : found) {
      if (group->founded == s.when) return group;
    }
    return nullptr;
  }

  Group* nearest_in_text(std::uint32_t i, const std::vector<Group*>& found) const {
    Group* best = nullptr;
    long least = 0;
    for (Group* group : found) {
      for (const std::uint32_t m : group->members) {
        if (bucket_[m].source != bucket_[i].source) continue;
        const long distance = std::labs(static_cast<long>(bucket_[m].mention->sequence) -
                                        static_cast<long>(bucket_[i].mention->sequence));
        if (best == nullptr || distance < least) {
          best = group;
          least = distance;
        }
      }
    }
    return best;
  }

  static Group* largest(const std::vector<Group*>& found) {
    return *std::max_element(found.begin(), found.end(),
                             [](const Group* a, const Group* b) { return a->members.size() < b->members.size(); });
  }

  static Group* nearest_in_time(long said, const std::vector<Group*>& found) {
    const auto distance = [said](const Group* g) {
      return said < g->when.first ? g->when.first - said : std::max(0L, said - g->when.last);
    };
    return *std::min_element(found.begin(), found.end(),
                             [&](const Group* a, const Group* b) { return distance(a) < distance(b); });
  }

  Bucket& bucket_;
  std::vector<std::uint32_t> denials_;
  std::vector<Group> groups_;
};

}  // namespace

bool may_be_one(const Statement& a, const Statement& b) {
  if (!same_event(a.contact, b.contact) || !same_direction(a, b)) return false;
  return a.status() <= b.status() ? statuses_agree(a, b) : statuses_agree(b, a);
}

std::vector<Cluster> cluster(Bucket* bucket) { return Clustering(bucket).run(); }

}  // namespace demarche::graph
