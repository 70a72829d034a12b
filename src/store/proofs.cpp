#include "store/proofs.h"

#include <algorithm>
#include <numeric>

namespace demarche::store {
namespace {

constexpr std::size_t kBytesAtOnce = std::size_t{64} << 20;

}  // namespace

Proofs::Proofs(Database* db, Dictionary* words, bool with_mentions, std::size_t at_once)
    : rows_(db->statement("SELECT interaction, mention FROM evidence ORDER BY interaction")),
      statements_(db, words),
      with_mentions_(with_mentions),
      at_once_(at_once) {
  rows_.start();
  more_ = rows_.next();
}

// The next proofs. False when there are none.
bool Proofs::fetch() {
  proofs_.erase(proofs_.begin(), proofs_.begin() + static_cast<std::ptrdiff_t>(end_));
  at_ = end_ = 0;
  for (; more_ && (proofs_.size() < at_once_ || proofs_.back().interaction == rows_.integer(0)); more_ = rows_.next()) {
    proofs_.push_back({rows_.integer(0), rows_.integer(1), 0});
  }
  end_ = proofs_.size() <= at_once_ ? proofs_.size() : whole_interactions(at_once_);
  while (with_mentions_ && !fetch_statements()) end_ = at_once_ = whole_interactions(end_ / 2);
  return end_ != 0;
}

// At most so many of the first proofs, but all those of the first interaction. REQUIRES more proofs than that.
std::size_t Proofs::whole_interactions(std::size_t most) const {
  std::size_t end = most;
  while (end > 0 && proofs_[end - 1].interaction == proofs_[end].interaction) --end;
  if (end > 0) return end;
  while (end < proofs_.size() && proofs_[end].interaction == proofs_[0].interaction) ++end;
  return end;
}

// False when the first `end_` proofs take too much memory and can be parted.
bool Proofs::fetch_statements() {
  std::vector<std::size_t> order(end_);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [this](std::size_t i) { return proofs_[i].mention; });
  std::vector<std::int64_t> keys;
  keys.reserve(end_);
  for (const std::size_t i : order) {
    proofs_[i].row = keys.size();
    keys.push_back(proofs_[i].mention);
  }
  const bool one = end_ == 0 || proofs_[0].interaction == proofs_[end_ - 1].interaction;
  return statements_.fetch(keys, one ? SIZE_MAX : kBytesAtOnce);
}

}  // namespace demarche::store
