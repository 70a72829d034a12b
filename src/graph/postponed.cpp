#include "graph/postponed.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "text/date.h"

namespace demarche::graph {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

class Chains {
 public:
  Chains(Bucket* bucket, std::vector<Cluster>* clusters)
      : bucket_(*bucket), clusters_(*clusters), next_(clusters->size(), kNowhere) {}

  void run() {
    for (std::size_t c = 0; c < clusters_.size(); ++c) {
      const std::vector<std::uint32_t> news = postponements(clusters_[c]);
      for (const std::uint32_t p : news) {
        const std::size_t follower = follower_of(bucket_[p], c);
        if (follower == kNowhere || leads_to(follower, c)) continue;
        next_[c] = follower;
        break;
      }
      if (next_[c] != kNowhere) {
        for (const std::uint32_t m : clusters_[c]) bucket_[m].left = true;
      } else if (!news.empty()) {
        leave_old_days(clusters_[c], bucket_[news.front()]);
      }
    }
    join();
  }

 private:
  // The newest first; none where somebody says that the event took place.
  std::vector<std::uint32_t> postponements(const Cluster& cluster) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t m : cluster) {
      if (bucket_[m].status() == Status::actual) return {};
      if (puts_off(bucket_[m])) out.push_back(m);
    }
    std::sort(out.begin(), out.end(), [this](std::uint32_t a, std::uint32_t b) {
      const auto key = [this](std::uint32_t m) {
        const Statement& s = bucket_[m];
        return std::tuple(s.said.value_or(-When::kUnbounded), s.mention->sequence, std::tie(s.mention->id));
      };
      return key(a) > key(b);
    });
    return out;
  }

  std::size_t follower_of(const Statement& news, std::size_t own) const {
    const std::optional<When> day = put_off_to(news);
    if (!day && (!news.said || news.contact == Contact::none)) return kNowhere;
    const When reach = day ? *day : When{*news.said + 1, *news.said + kSeason, false};
    std::vector<std::size_t> fit, on_the_day;
    for (std::size_t c = 0; c < clusters_.size(); ++c) {
      if (c == own || !continues(clusters_[c], news, reach, !day)) continue;
      fit.push_back(c);
      if (reach.contains(common_time(clusters_[c]))) on_the_day.push_back(c);
    }
    if (fit.size() == 1) return fit.front();
    return on_the_day.size() == 1 ? on_the_day.front() : kNowhere;
  }

  When common_time(const Cluster& cluster) const {
    When out = bucket_[cluster.front()].when;
    for (const std::uint32_t m : cluster) out = out.narrowed(bucket_[m].when);
    return out;
  }

  // Told after the news, of the days in reach, and of the same kind of event. Without a named day the follower has to
  // name its own.
  bool continues(const Cluster& cluster, const Statement& news, const When& reach, bool named) const {
    const When when = common_time(cluster);
    if (!when.overlaps(reach) || (named && (!when.firm || !reach.contains(when)))) return false;
    return std::all_of(cluster.begin(), cluster.end(), [&](std::uint32_t m) {
      const Statement& s = bucket_[m];
      const bool later = !s.said || !news.said || *news.said <= *s.said;
      return later && same_event(s.contact, news.contact) && (s.contact != Contact::none || s.actor == news.actor);
    });
  }

  bool leads_to(std::size_t from, std::size_t to) const {
    for (; from != kNowhere; from = next_[from]) {
      if (from == to) return true;
    }
    return false;
  }

  // Nobody tells of the new day but the news itself: what was said before is of a day that was given up.
  void leave_old_days(const Cluster& cluster, const Statement& news) {
    if (news.mention->turn_date.empty()) return;
    for (const std::uint32_t m : cluster) {
      Statement& s = bucket_[m];
      const bool before = !s.said || !news.said || *s.said <= *news.said;
      s.left = before && s.mention->turn_date != news.mention->turn_date;
    }
  }

  void join() {
    std::vector<Cluster> out(clusters_.size());
    for (std::size_t c = 0; c < clusters_.size(); ++c) {
      std::size_t last = c;
      while (next_[last] != kNowhere) last = next_[last];
      out[last].insert(out[last].end(), clusters_[c].begin(), clusters_[c].end());
    }
    std::erase_if(out, [](const Cluster& c) { return c.empty(); });
    clusters_ = std::move(out);
  }

  Bucket& bucket_;
  std::vector<Cluster>& clusters_;
  std::vector<std::size_t> next_;  // the cluster that goes on from it
};

}  // namespace

bool puts_off(const Statement& statement) { return statement.mention->turn == Turn::postponed; }

std::optional<When> put_off_to(const Statement& statement) {
  const auto date = text::parse_iso(statement.mention->turn_date);
  if (!date) return std::nullopt;
  return When{text::to_days(text::first_day(*date)), text::to_days(text::last_day(*date)), date->day != 0};
}

void follow_postponements(Bucket* bucket, std::vector<Cluster>* clusters) {
  const bool any = std::any_of(bucket->begin(), bucket->end(), puts_off);
  if (any) Chains(bucket, clusters).run();
}

}  // namespace demarche::graph
