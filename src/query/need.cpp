#include "query/need.h"

#include <algorithm>

#include "query/words.h"

namespace demarche::query {

void Need::add(const Need& other) {
  words.insert(words.end(), other.words.begin(), other.words.end());
  for (const VerbForm form : other.forms) {
    if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(form);
  }
}

QuestionWords::QuestionWords(std::string_view question, const Verbs& verbs) {
  for (std::string& word : split_words(lowered(question))) {
    for (std::size_t form = 0; form < verb_forms; ++form) {
      if (!opens_[form]) opens_[form] = verbs.opens(static_cast<VerbForm>(form), word);
    }
    words_.insert(std::move(word));
  }
}

bool QuestionWords::meets(const Need& need) const {
  return std::any_of(need.forms.begin(), need.forms.end(),
                     [this](VerbForm form) { return opens_[static_cast<std::size_t>(form)]; }) ||
         std::any_of(need.words.begin(), need.words.end(),
                     [this](const std::string& word) { return words_.count(word) > 0; });
}

bool QuestionWords::meets(const Needs& needs) const {
  return std::all_of(needs.begin(), needs.end(), [this](const Need& need) { return meets(need); });
}

std::size_t QuestionWords::met(const Needs& needs) const {
  return static_cast<std::size_t>(
      std::count_if(needs.begin(), needs.end(), [this](const Need& need) { return meets(need); }));
}

}  // namespace demarche::query
