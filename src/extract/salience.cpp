#include "extract/salience.h"

#include <algorithm>
#include <cstdint>

namespace demarche::extract {

namespace {

constexpr std::size_t longest = 4096;   // mentions kept
constexpr std::size_t looked_at = 256;  // of them, by a pronoun: more than any five sentences of prose hold
constexpr double recency = 50;          // of any mention, whatever its role
constexpr double repeated = 0.25;       // share of an actor's further mentions that counts

}  // namespace

double weight_of(Role role) {
  switch (role) {
    case Role::subject:
      return 80;
    case Role::object:
      return 50;
    case Role::oblique:
      return 40;
    case Role::owner:
      return 30;
  }
  return 0;
}

double weight_at(Role role, std::uint32_t sentences) {
  return (recency + weight_of(role)) / static_cast<double>(std::uint64_t{1} << std::min<std::uint32_t>(sentences, 63));
}

const std::vector<std::pair<std::uint32_t, double>>& Salience::weights(std::uint32_t here, std::uint32_t reach,
                                                                       bool object) {
  for (const auto& [entity, weight] : weights_) place_[entity] = 0;
  weights_.clear();
  const auto oldest = told_.rbegin() + static_cast<std::ptrdiff_t>(std::min(looked_at, told_.size()));
  for (auto t = told_.rbegin(); t != oldest && here - t->sentence <= reach; ++t) {
    const Role role = object && t->role == Role::subject && t->sentence != here ? Role::oblique : t->role;
    const double weight = weight_at(role, here - t->sentence + turn_ - t->turn);
    std::uint32_t& place = place_[t->entity];
    if (place == 0) {
      weights_.emplace_back(t->entity, weight);
      place = static_cast<std::uint32_t>(weights_.size());
    } else {
      double& known = weights_[place - 1].second;
      known = std::max(known, weight) + repeated * std::min(known, weight);
    }
  }
  return weights_;
}

std::span<const ToldGroup> Salience::groups_since(std::uint32_t here, std::uint32_t reach) const {
  std::size_t first = groups_.size();
  while (first > 0 && here - groups_[first - 1].sentence <= reach) --first;
  return std::span<const ToldGroup>(groups_).subspan(first);
}

void Salience::note(Told told) {
  told.turn = turn_;
  told_.push_back(told);
  if (told.entity >= place_.size()) place_.resize(told.entity + 1);
  if (const auto it = std::find(recent_.rbegin(), recent_.rend(), told.entity); it != recent_.rend()) {
    recent_.erase(std::next(it).base());
  }
  recent_.push_back(told.entity);
}

void Salience::shorten() {
  if (told_.size() > longest) told_.erase(told_.begin(), told_.begin() + static_cast<std::ptrdiff_t>(longest / 2));
  if (groups_.size() > longest)
    groups_.erase(groups_.begin(), groups_.begin() + static_cast<std::ptrdiff_t>(longest / 2));
}

}  // namespace demarche::extract
