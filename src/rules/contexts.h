// PLOVER contexts of a sentence, by trigger words.
#ifndef DEMARCHE_RULES_CONTEXTS_H
#define DEMARCHE_RULES_CONTEXTS_H

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/rule.h"

namespace demarche::rules {

// Immutable after build(); safe to share between threads.
class ContextIndex {
 public:
  void build(std::vector<Context> contexts);

  // The contexts whose trigger starts at `words[at]`, appended to `out` as bits of context numbers. REQUIRES folded
  // words; an empty one stands for punctuation.
  void find(const std::vector<std::string_view>& words, std::uint64_t* out) const;

  std::string_view name(std::size_t number) const { return names_[number]; }
  std::size_t size() const { return names_.size(); }

 private:
  struct Trigger {
    std::vector<std::string> words;  // the first is the key; a trailing "*" ends a stem
    std::uint8_t context = 0;
  };
  static bool fits(std::string_view pattern, std::string_view word);

  std::vector<std::string> names_;
  std::unordered_map<std::string, std::vector<Trigger>> by_prefix_;  // by the first three letters of the first word
};

}  // namespace demarche::rules

#endif
