#include "rules/contexts.h"

#include <map>
#include <string>

namespace demarche::rules {
namespace {

constexpr std::size_t key_length = 3;

std::vector<std::string> split(std::string_view phrase) {
  std::vector<std::string> words;
  for (std::size_t from = 0; from < phrase.size();) {
    const std::size_t space = std::min(phrase.find(' ', from), phrase.size());
    words.emplace_back(phrase.substr(from, space - from));
    from = space + 1;
  }
  return words;
}

}  // namespace

bool ContextIndex::fits(std::string_view pattern, std::string_view word) {
  if (pattern.empty() || pattern.back() != '*') return word == pattern;
  const std::string_view stem = pattern.substr(0, pattern.size() - 1);
  return word.substr(0, stem.size()) == stem;
}

void ContextIndex::find(const std::vector<std::string_view>& words, std::uint64_t* out) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() < key_length) continue;
    const Triggers* found = by_prefix_.find(words[i].substr(0, key_length));
    if (!found) continue;
    for (const Trigger& t : found->triggers) {
      if (*out >> t.context & 1 || i + t.words.size() > words.size()) continue;
      bool all = true;
      for (std::size_t k = 0; k < t.words.size() && all; ++k) all = fits(t.words[k], words[i + k]);
      if (all) *out |= std::uint64_t{1} << t.context;
    }
  }
}

void write_contexts(const std::vector<ContextSource>& contexts, TableWriter* writer, Rows<ContextIndex> to) {
  struct Source {
    std::vector<std::string> words;
    std::uint32_t context;
  };
  std::map<std::string, std::vector<Source>> by_prefix;
  std::vector<std::string> names;
  for (const ContextSource& c : contexts) {
    const auto number = static_cast<std::uint32_t>(names.size());
    names.push_back(c.name);
    for (const std::string& phrase : c.words) {
      std::vector<std::string> words = split(phrase);
      if (words.empty() || words.front().size() < key_length) continue;
      const std::string key = words.front().substr(0, key_length);
      by_prefix[key].push_back({std::move(words), number});
    }
  }
  const auto rows = writer->allocate<ContextIndex::Triggers>(by_prefix.size());
  std::size_t i = 0;
  for (const auto& [key, sources] : by_prefix) {
    const auto triggers = writer->allocate<ContextIndex::Trigger>(sources.size());
    for (std::size_t k = 0; k < sources.size(); ++k) {
      const auto words = writer->strings(sources[k].words);
      writer->put(&writer->row(triggers, k).words, words);
      writer->row(triggers, k).context = sources[k].context;
    }
    writer->put(&writer->row(rows, i).key, key);
    writer->put(&writer->row(rows, i++).triggers, triggers);
  }
  const auto slots = writer->slots(keys_of(by_prefix));
  const auto name_rows = writer->strings(names);
  writer->put(&writer->row(to).by_prefix_, slots, rows);
  writer->put(&writer->row(to).names_, name_rows);
}

}  // namespace demarche::rules
