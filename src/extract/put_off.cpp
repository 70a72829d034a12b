#include "extract/put_off.h"

#include "extract/called_off.h"

namespace demarche::extract {

using namespace rules;

namespace {

const Word* word_at(const Sentence& s, std::uint32_t token) {
  return token < s.tagged.size() ? s.tagged[token].word : nullptr;
}

bool reads_any(const Word* w, std::initializer_list<std::string_view> words) {
  if (!w) return false;
  for (const std::string_view word : words) {
    if (w->folded == word) return true;
  }
  return false;
}

}  // namespace

Turn turn_of(const PackTables& tables, const Sentence& s, const Clause& clause) {
  const VerbGroup& v = s.verbs[clause.verb];
  const Word* verb = word_at(s, v.head);
  if (!verb) return Turn::none;
  if (tables.vocabulary.holds("postpone_verb", verb->verb_lemma)) return Turn::postponed;
  const Word* particle = word_at(s, v.last);
  if (verb->verb_lemma == "put" && reads_any(particle, {"off", "back"})) return Turn::postponed;
  if (verb->verb_lemma == "push" && reads_any(particle, {"back"})) return Turn::postponed;
  return calls_off(tables, s, clause) ? Turn::cancelled : Turn::none;
}

const TimeExpression* new_day(const Sentence& s, const Clause& clause, const std::vector<TimeExpression>& times) {
  for (const TimeExpression& t : times) {
    if (t.first <= s.verbs[clause.verb].head || t.apart) continue;
    std::uint32_t before = t.first;
    while (before > 0 && reads_any(word_at(s, before - 1), {"the", "later", "at", "least"})) --before;
    if (before > 0 && reads_any(word_at(s, before - 1), {"to", "until", "till", "for"})) return &t;
  }
  return nullptr;
}

}  // namespace demarche::extract
