// The words on a tape, to refuse the patterns that need others before any is run.
#ifndef DEMARCHE_EXTRACT_TAPE_WORDS_H
#define DEMARCHE_EXTRACT_TAPE_WORDS_H

#include <algorithm>
#include <cstdint>
#include <vector>

#include "rules/rule.h"
#include "rules/tape_code.h"

namespace demarche::extract {

class TapeWords {
 public:
  bool empty() const { return words_.empty(); }
  void clear() {
    for (const rules::WordId w : words_) bits_[w / 64u] = 0;
    words_.clear();
  }
  void take(const std::vector<rules::TapeCode>& code) {
    clear();
    for (const rules::TapeCode& c : code) {
      words_.push_back(c.word);
      bits_[c.word / 64u] |= std::uint64_t{1} << (c.word % 64u);
    }
  }
  // Whether all the words that the pattern asks for are there.
  bool shows(const rules::CompiledPattern& p) const {
    return std::all_of(p.needs.begin(), p.needs.end(), [this](rules::WordId w) { return has(w); }) &&
           shows_any(p.any[0]) && shows_any(p.any[1]);
  }

 private:
  bool has(rules::WordId w) const { return (bits_[w / 64u] >> (w % 64u)) & 1u; }
  bool shows_any(const rules::TableList<rules::WordId>& list) const {
    return list.empty() || std::any_of(list.begin(), list.end(), [this](rules::WordId w) { return has(w); });
  }

  std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(1024);  // by WordId
  std::vector<rules::WordId> words_;
};

}  // namespace demarche::extract

#endif
