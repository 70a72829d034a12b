#include "ingest/copy_finder.h"

#include "text/shingles.h"

namespace demarche::ingesting {

CopyFinder::Found CopyFinder::look(const Document& document) {
  Found found;
  if (!document.mentions.empty()) return found;
  const std::string signature = text::signature_of(document.text);
  const long day = text::day_of(document.date);
  keys_.clear();
  text::add_band_keys(signature, &keys_);
  const auto number = static_cast<std::uint32_t>(seen_.size());
  for (const std::uint64_t key : keys_) {
    const auto [at, fresh] = bands_.try_emplace(key, number);
    if (fresh || at->second == number) continue;
    const Seen& other = seen_[at->second];
    const bool may_be = text::near_days(day, other.day) && other.id != document.id;
    const bool after =
        may_be && text::comes_first({other.signature, other.day, other.id}, {signature, day, document.id});
    const bool same =
        may_be && (after ? text::repeats(signature, other.signature) : text::repeats(other.signature, signature));
    found.copy |= same;
    if (same && after) {
      if (found.first.empty()) found.first = other.id;
    } else {
      at->second = number;
    }
  }
  seen_.push_back({signature, document.id, day});
  return found;
}

}  // namespace demarche::ingesting
