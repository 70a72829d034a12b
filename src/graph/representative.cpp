#include "graph/representative.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace demarche::graph {
namespace {

using Key = std::pair<std::string, std::set<std::uint32_t>>;  // a country, and the persons of the other side

class Absorption {
 public:
  Absorption(const std::vector<Actor>& actors, std::vector<Happening>* happenings)
      : actors_(actors), happenings_(*happenings) {}

  void run() {
    std::vector<std::pair<std::size_t, Key>> vague;
    for (std::size_t i = 0; i < happenings_.size(); ++i) {
      if (!has_named_day(happenings_[i])) continue;
      if (const Key key = state_among_persons(happenings_[i]); !key.first.empty()) vague.emplace_back(i, key);
      for (const Key& key : persons_of_two_countries(happenings_[i])) by_country_[key].push_back(i);
    }
    // Found first, moved afterwards: the answer must not depend on what has moved already.
    std::vector<std::pair<std::size_t, std::size_t>> moves;
    for (const auto& [i, key] : vague) {
      const std::vector<std::size_t> partners = partners_of(i, key);
      if (partners.size() == 1) moves.emplace_back(i, partners.front());
    }
    for (const auto& [from, to] : moves) {
      Event& target = happenings_[to].event;
      target.insert(target.end(), happenings_[from].event.begin(), happenings_[from].event.end());
      happenings_[from].event.clear();
    }
    std::erase_if(happenings_, [](const Happening& h) { return h.event.empty(); });
  }

 private:
  static bool has_named_day(const Happening& h) {
    return std::any_of(h.event.begin(), h.event.end(), [](const Statement* s) { return s->when.firm; });
  }

  static When common_time(const Happening& h) {
    When out = h.event.front()->when;
    for (const Statement* s : h.event) {
      if (!s->left) out = out.overlaps(s->when) ? out.narrowed(s->when) : s->when;
    }
    return out;
  }

  static std::set<std::uint32_t> participants(const Happening& h) {
    std::set<std::uint32_t> out;
    for (const Statement* s : h.event) {
      out.insert(s->actor.begin(), s->actor.end());
      out.insert(s->recipient.begin(), s->recipient.end());
    }
    return out;
  }

  static bool is_talk(const Happening& h) {
    return std::all_of(h.event.begin(), h.event.end(), [](const Statement* s) {
      return s->contact != Contact::none && s->contact != Contact::visit && s->contact != Contact::host;
    });
  }

  Key state_among_persons(const Happening& h) const {
    if (!is_talk(h)) return {};
    Key key;
    for (const std::uint32_t a : participants(h)) {
      const Actor& actor = actors_[a];
      if (actor.kind == Kind::person) {
        key.second.insert(a);
      } else if (actor.kind == Kind::state && key.first.empty() && !actor.code.empty()) {
        key.first = actor.code;
      } else {
        return {};
      }
    }
    const bool own_people = std::any_of(key.second.begin(), key.second.end(),
                                        [&](std::uint32_t a) { return actors_[a].code == key.first; });
    return key.second.empty() || own_people ? Key() : key;
  }

  std::vector<Key> persons_of_two_countries(const Happening& h) const {
    std::vector<Key> out;
    if (!is_talk(h)) return out;
    const std::set<std::uint32_t> all = participants(h);
    std::set<std::string> countries;
    for (const std::uint32_t a : all) {
      if (actors_[a].kind != Kind::person) return out;
      if (!actors_[a].code.empty()) countries.insert(actors_[a].code);
    }
    for (const std::string& country : countries) {
      Key key{country, {}};
      for (const std::uint32_t a : all) {
        if (actors_[a].code != country) key.second.insert(a);
      }
      if (!key.second.empty()) out.push_back(std::move(key));
    }
    return out;
  }

  std::vector<std::size_t> partners_of(std::size_t vague, const Key& key) const {
    std::vector<std::size_t> out;
    const auto found = by_country_.find(key);
    if (found == by_country_.end()) return out;
    const When when = common_time(happenings_[vague]);
    for (const std::size_t i : found->second) {
      if (!common_time(happenings_[i]).overlaps(when)) continue;
      const Event& other = happenings_[i].event;
      const bool one =
          std::all_of(happenings_[vague].event.begin(), happenings_[vague].event.end(), [&](const Statement* a) {
            return std::all_of(other.begin(), other.end(), [&](const Statement* b) { return may_be_one(*a, *b); });
          });
      if (one) out.push_back(i);
    }
    return out;
  }

  const std::vector<Actor>& actors_;
  std::vector<Happening>& happenings_;
  std::map<Key, std::vector<std::size_t>> by_country_;
};

}  // namespace

void absorb_representatives(const std::vector<Actor>& actors, std::vector<Happening>* happenings) {
  Absorption(actors, happenings).run();
}

}  // namespace demarche::graph
