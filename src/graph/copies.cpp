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
  }

  std::vector<std::uint32_t> run() {
    std::vector<Place> places = all_places();
    const auto order = [this](const Place& p) {
      return std::tuple(p.key, p.day == text::kNoDay, p.day, std::string_view(sources_[p.source].id));
    };
    std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) { return order(a) < order(b); });
    for (auto begin = places.begin(); begin != places.end();) {
      const auto end = std::find_if(begin, places.end(), [&](const Place& p) { return p.key != begin->key; });
      for (auto at = begin; at != end; ++at) look_before(begin, at);
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
      const long day = text::day_of(sources_[i].date);
      for (const std::uint64_t key : keys) out.push_back({key, day, i});
    }
    return out;
  }

  // The places before `at` stand in the order of text::comes_first: the first that says the same is the one.
  void look_before(At begin, At at) {
    const bool dated = at->day != text::kNoDay;
    const At from =
        dated ? std::lower_bound(begin, at, at->day - 1, [](const Place& p, long day) { return p.day < day; }) : begin;
    for (At other = from; other != at; ++other) {
      if (!text::say_the_same(sources_[other->source].signature, sources_[at->source].signature)) continue;
      std::uint32_t& first = first_[at->source];
      if (first == at->source || comes_first(other->source, first)) first = other->source;
      return;
    }
  }

  bool comes_first(std::uint32_t a, std::uint32_t b) const {
    return text::comes_first(text::day_of(sources_[a].date), sources_[a].id, text::day_of(sources_[b].date),
                             sources_[b].id);
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
};

}  // namespace

std::vector<std::uint32_t> first_reports(const std::vector<Source>& sources) { return CopySearch(sources).run(); }

}  // namespace demarche::graph
