#include "extract/salience.h"

#include <algorithm>
#include <cmath>

namespace demarche::extract {

namespace {

constexpr std::size_t longest = 4096;  // mentions kept
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

double weight_at(Role role, std::uint32_t sentences) { return std::ldexp(recency + weight_of(role), -static_cast<int>(sentences)); }

std::vector<std::pair<std::uint32_t, double>> Salience::weights(std::uint32_t here, std::uint32_t reach, bool object) const {
  std::vector<std::pair<std::uint32_t, double>> out;
  for (auto t = told_.rbegin(); t != told_.rend() && here - t->sentence <= reach; ++t) {
    const Role role = object && t->role == Role::subject && t->sentence != here ? Role::oblique : t->role;
    const double weight = weight_at(role, here - t->sentence);
    const auto known = std::find_if(out.begin(), out.end(), [&](const auto& o) { return o.first == t->entity; });
    if (known == out.end()) out.emplace_back(t->entity, weight);
    else known->second = std::max(known->second, weight) + repeated * std::min(known->second, weight);
  }
  return out;
}

void Salience::note(const Told& told) {
  told_.push_back(told);
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
