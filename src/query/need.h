// What a question must hold for a pattern to fit it: cheap to test, so that most patterns of a pack are never compiled.
//
// Thread safety: const use is safe.
#ifndef DEMARCHE_QUERY_NEED_H
#define DEMARCHE_QUERY_NEED_H

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "query/verbs.h"

namespace demarche::query {

// One of these words stands in the question, or a word that opens a verb phrase of one of these forms.
struct Need {
  std::vector<std::string> words;
  std::vector<VerbForm> forms;

  bool empty() const { return words.empty() && forms.empty(); }
  std::size_t size() const { return words.size() + 100 * forms.size(); }  // the smaller, the more it rules out
  void add(const Need& other);
};

// Every need must be met.
using Needs = std::vector<Need>;

// The words of one question. Borrows the verbs.
class QuestionWords {
 public:
  // `question` as spaced() gives it.
  QuestionWords(std::string_view question, const Verbs& verbs);

  bool meets(const Needs& needs) const;
  // How many of the needs are met.
  std::size_t met(const Needs& needs) const;

 private:
  bool meets(const Need& need) const;

  std::unordered_set<std::string> words_;
  std::array<bool, verb_forms> opens_{};
};

}  // namespace demarche::query

#endif
