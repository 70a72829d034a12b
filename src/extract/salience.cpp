#include "extract/salience.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace demarche::extract {

namespace {

constexpr std::size_t longest = 4096;  // mentions kept
// Mentions that a pronoun weighs: ten times what the sentences within reach hold, unless they are made to hold thousands.
constexpr std::size_t most_weighed = 400;
constexpr double recency = 50;         // of any mention, whatever its role
constexpr double repeated = 0.25;      // share of an actor's further mentions that counts

}  // namespace

double weight_of(Role role) {
  switch (role) {
    case Role::subject: return 80;
    case Role::object: return 50;
    case Role::oblique: return 40;
    case Role::owner: return 30;
  }
  return 0;
}

double weight_at(Role role, std::uint32_t sentences) {
  constexpr double share[] = {1, 1.0 / 2, 1.0 / 4, 1.0 / 8, 1.0 / 16, 1.0 / 32, 1.0 / 64, 1.0 / 128, 1.0 / 256};
  const double weight = recency + weight_of(role);
  return sentences < std::size(share) ? weight * share[sentences] : std::ldexp(weight, -static_cast<int>(sentences));
}

const std::vector<std::pair<std::uint32_t, double>>& Salience::weights(std::uint32_t here, std::uint32_t reach, bool object) {
  for (const auto& [entity, weight] : weights_) place_[entity] = 0;
  weights_.clear();
  const auto end = told_.rbegin() + static_cast<std::ptrdiff_t>(std::min(told_.size(), most_weighed));
  for (auto t = told_.rbegin(); t != end && here - t->sentence <= reach; ++t) {
    const Role role = object && t->role == Role::subject && t->sentence != here ? Role::oblique : t->role;
    const double weight = weight_at(role, here - t->sentence);
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

void Salience::note(const Told& told) {
  told_.push_back(told);
  if (told.entity >= place_.size()) place_.resize(told.entity + 1);
  if (const auto it = std::find(recent_.rbegin(), recent_.rend(), told.entity); it != recent_.rend()) {
    recent_.erase(std::next(it).base());
  }
  recent_.push_back(told.entity);
}

void Salience::shorten() {
  if (told_.size() > longest) told_.erase(told_.begin(), told_.begin() + static_cast<std::ptrdiff_t>(longest / 2));
  if (groups_.size() > longest) groups_.erase(groups_.begin(), groups_.begin() + static_cast<std::ptrdiff_t>(longest / 2));
}

}  // namespace demarche::extract
