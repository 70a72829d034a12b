#include "graph/copies.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "text/shingles.h"

namespace demarche::graph {
namespace {

// A source that shares a band with others.
struct Place {
  std::uint64_t key;
  long day;
  std::uint32_t source;
};

class CopySearch {
 public:
  explicit CopySearch(const std::vector<Source>& sources) : sources_(sources), first_(sources.size()) {
    std::iota(first_.begin(), first_.end(), 0U);
    for (const Source& source : sources) days_.push_back(text::day_of(source.date));
  }

  std::vector<std::uint32_t> run() {
    std::vector<Place> places = all_places();
    const auto order = [this](const Place& p) {
      return std::tuple(p.key, p.day == text::kNoDay, p.day, std::string_view(sources_[p.source].id));
    };
    std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) { return order(a) < order(b); });
    for (auto begin = places.begin(); begin != places.end();) {
      const auto end = std::find_if(begin, places.end(), [&](const Place& p) { return p.key != begin->key; });
      for (auto at = begin; at != end; ++at) look_round(begin, at, end);
      begin = end;
    }
    follow();
    return std::move(first_);
  }

 private:
  using At = std::vector<Place>::const_iterator;

  std::vector<Place> all_places() const {
    std::vector<Place> out;
    std::vector<std::uint64_t> keys;
    for (std::uint32_t i = 0; i < sources_.size(); ++i) {
      keys.clear();
      text::add_band_keys(sources_[i].signature, &keys);
      for (const std::uint64_t key : keys) out.push_back({key, days_[i], i});
    }
    return out;
  }

  // A bucket stands in the order of days, the undated last: those of a day round it, and the undated, may be the first.
  void look_round(At begin, At at, At end) {
    const bool dated = at->day != text::kNoDay;
    const At undated = std::partition_point(begin, end, [](const Place& p) { return p.day != text::kNoDay; });
    const auto from_day = [&](long day) {
      return std::lower_bound(begin, undated, day, [](const Place& p, long d) { return p.day < d; });
    };
    const At from = dated ? from_day(at->day - 1) : begin, to = dated ? from_day(at->day + 2) : undated;
    for (At other = from; other != to; ++other) look_at(at->source, other->source);
    for (At other = undated; other != end; ++other) look_at(at->source, other->source);
  }

  void look_at(std::uint32_t source, std::uint32_t other) {
    std::uint32_t& first = first_[source];
    if (other == source || other == first || !comes_first(other, source)) return;
    if (first != source && !comes_first(other, first)) return;
    if (text::repeats(sources_[source].signature, sources_[other].signature)) first = other;
  }

  bool comes_first(std::uint32_t a, std::uint32_t b) const {
    const auto report = [this](std::uint32_t i) {
      return text::Report{sources_[i].signature, days_[i], sources_[i].id};
    };
    return text::comes_first(report(a), report(b));
  }

  // The one that a copy leads to always comes before it, so every way ends.
  void follow() {
    for (std::uint32_t i = 0; i < first_.size(); ++i) {
      std::uint32_t at = i;
      while (first_[at] != at) at = first_[at];
      for (std::uint32_t step = i; first_[step] != at;) {
        const std::uint32_t next = first_[step];
        first_[step] = at;
        step = next;
      }
    }
  }

  const std::vector<Source>& sources_;
  std::vector<std::uint32_t> first_;
  std::vector<long> days_;
};

}  // namespace

std::vector<std::uint32_t> first_reports(const std::vector<Source>& sources) { return CopySearch(sources).run(); }

}  // namespace demarche::graph
