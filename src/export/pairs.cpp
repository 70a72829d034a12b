#include "export/pairs.h"

#include <algorithm>

namespace demarche::exporting {
namespace {

using Ids = std::vector<std::string>;

void add(const std::string& from, const std::string& to, std::vector<Pair>* pairs) {
  const auto same = [&](const Pair& pair) { return *pair.from == from && *pair.to == to; };
  if (std::none_of(pairs->begin(), pairs->end(), same)) pairs->push_back({&from, &to});
}

std::vector<Pair> each_two(const Ids& ids) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    for (std::size_t j = i + 1; j < ids.size(); ++j) {
      if (ids[i] != ids[j]) add(ids[i], ids[j], &pairs);
    }
  }
  return pairs;
}

}  // namespace

std::vector<Pair> pairs_of(const Interaction& interaction) {
  std::vector<Pair> pairs;
  for (const std::string& from : interaction.actor) {
    for (const std::string& to : interaction.recipient) add(from, to, &pairs);
  }
  if (pairs.empty() && interaction.reciprocal) pairs = each_two(interaction.actor);
  if (!pairs.empty()) return pairs;
  for (const std::string& alone : interaction.actor.empty() ? interaction.recipient : interaction.actor) {
    add(alone, alone, &pairs);
  }
  return pairs;
}

}  // namespace demarche::exporting
