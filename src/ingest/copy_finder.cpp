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
    const bool same =
        text::near_days(day, other.day) && other.id != document.id && text::say_the_same(signature, other.signature);
    found.copy |= same;
    if (same && text::comes_first(other.day, other.id, day, document.id)) {
      if (found.first.empty()) found.first = other.id;
    } else {
      at->second = number;
    }
  }
  seen_.push_back({signature, document.id, day});
  return found;
}

}  // namespace demarche::ingesting
