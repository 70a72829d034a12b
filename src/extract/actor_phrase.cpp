#include "extract/actor_phrase.h"

#include <algorithm>
#include <string>

#include "rules/actor_phrase.h"

namespace demarche::extract {

using namespace rules;

namespace {

bool stands_at(const Sentence& s, std::size_t at, std::string_view phrase) {
  for (std::size_t from = 0; from <= phrase.size(); ++at) {
    const std::size_t space = std::min(phrase.find(' ', from), phrase.size());
    const std::string_view word = phrase.substr(from, space - from);
    const Word* const w = at < s.tagged.size() ? s.tagged[at].word : nullptr;
    if (!w || (w->folded != word && w->noun_lemma != word)) return false;
    from = space + 1;
  }
  return true;
}

// How many words of the phrase stand before its head.
std::size_t words_before(std::string_view phrase, std::string_view head) {
  std::size_t words = 0;
  for (std::size_t from = 0; from < phrase.size(); ++words) {
    const std::size_t space = std::min(phrase.find(' ', from), phrase.size());
    if (phrase.substr(from, space - from) == head) return words;
    from = space + 1;
  }
  return words;
}

}  // namespace

std::optional<ActorPhrase> actor_phrase(const PackTables& tables, const Sentence& s, std::uint32_t head) {
  const Word* const w = s.tagged[head].word;
  if (!w) return std::nullopt;
  std::optional<ActorPhrase> found;
  std::size_t longest = 0;
  const auto see = [&](std::string_view word, const WordProps* props) {
    if (!props || !props->heads_actor_phrase) return;
    const auto* const list = tables.vocabulary.set(std::string(actor_phrases_of) + std::string(word));
    for (std::size_t i = 0; list && i < list->size(); ++i) {
      const std::string_view entry = (*list)[i];
      const std::size_t sector = entry.find('\t'), kind = entry.find('\t', sector + 1);
      const std::string_view phrase = entry.substr(0, sector);
      const std::size_t before = words_before(phrase, word);
      if (phrase.size() <= longest || before > head || !stands_at(s, head - before, phrase)) continue;
      longest = phrase.size();
      found = {entry.substr(sector + 1, kind - sector - 1), static_cast<Kind>(entry[kind + 1] - '0')};
    }
  };
  see(w->folded, w->props);
  if (w->noun_lemma != w->folded) see(w->noun_lemma, w->noun_props);
  return found;
}

}  // namespace demarche::extract
