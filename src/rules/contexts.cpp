#include "rules/contexts.h"

namespace demarche::rules {
namespace {

constexpr std::size_t key_length = 3;

std::string key_of(std::string_view word) { return std::string(word.substr(0, key_length)); }

}  // namespace

void ContextIndex::build(std::vector<Context> contexts) {
  for (const Context& c : contexts) {
    const auto number = static_cast<std::uint8_t>(names_.size());
    names_.push_back(c.name);
    for (const std::string& phrase : c.words) {
      Trigger t;
      t.context = number;
      for (std::size_t from = 0; from < phrase.size();) {
        const std::size_t space = std::min(phrase.find(' ', from), phrase.size());
        t.words.push_back(phrase.substr(from, space - from));
        from = space + 1;
      }
      if (t.words.empty() || t.words.front().size() < key_length) continue;
      by_prefix_[key_of(t.words.front())].push_back(std::move(t));
    }
  }
}

bool ContextIndex::fits(std::string_view pattern, std::string_view word) {
  if (!pattern.empty() && pattern.back() == '*') return word.substr(0, pattern.size() - 1) == pattern.substr(0, pattern.size() - 1);
  return word == pattern;
}

void ContextIndex::find(const std::vector<std::string_view>& words, std::uint64_t* out) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() < key_length) continue;
    const auto it = by_prefix_.find(key_of(words[i]));
    if (it == by_prefix_.end()) continue;
    for (const Trigger& t : it->second) {
      if (*out >> t.context & 1 || i + t.words.size() > words.size()) continue;
      bool all = true;
      for (std::size_t k = 0; k < t.words.size() && all; ++k) all = fits(t.words[k], words[i + k]);
      if (all) *out |= std::uint64_t{1} << t.context;
    }
  }
}

}  // namespace demarche::rules
