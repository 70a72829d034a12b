#include "extract/clause_plans.h"

namespace demarche::extract {

using namespace rules;

bool ClausePlans::owned_plan(Clause* c) const {
  const std::uint32_t i = c->chunk;
  if (i == 0 || !noun(i - 1)) return false;
  if (plan_of_giver(c)) return true;
  const NounPhrase& p = s_.phrases[chunk(i - 1).index];
  const Word* w = word(p.head);
  if (p.possessors.empty() || p.mention != none || !w) return false;
  const bool refused = w->noun_has_trait(Trait::refusal_noun);
  // "our latest action to hold them to account"
  if (w->noun_lemma == "action" || w->noun_lemma == "measure") {
    c->subject = {i - 1, i};
    return true;
  }
  if (!refused && !(w->noun_props && w->noun_props->plan_noun && !w->noun_has_trait(Trait::request_noun))) return false;
  c->subject = {i - 1, i};
  c->status = refused ? Status::denied : Status::planned;
  c->content = w->noun_has_trait(Trait::wish_noun);
  return true;
}

bool ClausePlans::plan_of_others(std::uint32_t i) const {
  if (i < 2 || !noun(i - 1)) return false;
  const NounPhrase& p = s_.phrases[chunk(i - 1).index];
  const Word *const w = word(p.head), *const first = word(p.first);
  if (!p.possessors.empty() || p.mention != none || !w || !w->noun_props || !w->noun_props->plan_noun) return false;
  const std::uint32_t n = kind(i - 2, ChunkKind::verb) ? clause_at_[i - 2] : none;
  const bool judged = kind(i - 2, ChunkKind::preposition) || (n != none && lemma_in(head(out_[n]), "judging_verb"));
  // "supports the plan to attack Egypt", "was briefed on the effort to free them", "a case for the strategy to …".
  return judged &&
         ((first && first->reads("any")) || !kind(i - 2, ChunkKind::preposition) || chunk_is(i - 2, "about") ||
          chunk_is(i - 2, "over") || chunk_is(i - 2, "against") || chunk_is(i - 2, "on") || chunk_is(i - 2, "behind"));
}

bool ClausePlans::plan_of_giver(Clause* c) const {
  const std::uint32_t i = c->chunk;
  if (i < 3 || !s_.marked.empty() || !noun(i - 3) || !(chunk_is(i - 2, "from") || chunk_is(i - 2, "by")) ||
      s_.phrases[chunk(i - 1).index].mention == none || s_.phrases[chunk(i - 3).index].mention != none)
    return false;
  const Word* const w = word(s_.phrases[chunk(i - 3).index].head);
  if (!w || !w->noun_props || !w->noun_props->plan_noun || w->noun_has_trait(Trait::request_noun)) return false;
  c->subject = {i - 1, i};
  c->status = Status::planned;
  return true;
}

bool ClausePlans::owned_aim(const Clause& copula, Clause* c) const {
  if (!verb(copula).copula || copula.chunk + 1 != c->chunk || copula.subject.empty()) return false;
  const std::uint32_t i = copula.subject.first;
  if (!noun(i)) return false;
  const NounPhrase& p = s_.phrases[chunk(i).index];
  const Word* w = word(p.head);
  if (p.mention != none || !w || !w->noun_props || !w->noun_props->plan_noun) return false;
  if (!p.possessors.empty()) {
    c->subject = {i, i + 1};
  } else if (i + 2 < copula.chunk && chunk_is(i + 1, "of") && noun(i + 2)) {
    c->subject = {i + 2, i + 3};
  } else {
    return false;
  }
  c->status = verb(copula).negated ? Status::denied : Status::planned;
  return true;
}

bool ClausePlans::what_was_done(std::uint32_t copula, Clause* c) const {
  const Clause& is = out_[copula];
  if (copula == 0 || !verb(is).copula || !is.subject.empty() || is.chunk + 1 != c->chunk) return false;
  const Clause& done = out_[copula - 1];
  const bool what = !done.subject.empty() && done.subject.first > 0 && chunk_is(done.subject.first - 1, "what");
  if (!what || !does(done)) return false;
  c->subject = done.subject;
  const bool ahead = verb(done).form != VerbForm::finite || verb(done).future || verb(done).possible;
  c->status = verb(done).negated ? Status::denied : ahead ? Status::planned : Status::actual;
  return true;
}

void ClausePlans::subject_of_noun_plan(Clause* c) const {
  for (std::uint32_t i = c->chunk; i > 0 && noun(i - 1); --i) {
    if (!s_.phrases[chunk(i - 1).index].possessors.empty()) c->subject = {i - 1, i};
    break;
  }
}

void ClausePlans::subject_of_headline(Clause* c) const {
  const std::uint32_t i = skip_time(c->chunk);
  if (i == 0 || !noun(i - 1) || s_.phrases[chunk(i - 1).index].mention == none) return;
  ChunkRange list = subject_list(i);
  // "Japan, Russia to discuss islands": headlines leave the "and" out.
  if (list.first == 2 && list.last == 3 && kind(1, ChunkKind::comma) && noun(0) &&
      s_.phrases[chunk(0).index].mention != none)
    list.first = 0;
  const bool starts =
      list.first == 0 || kind(list.first - 1, ChunkKind::stop) || (time(list.first - 1) && list.first == 1);
  if (!starts) return;
  c->subject = list;
  c->relation = Relation::main;
  c->status = Status::planned;
}

}  // namespace demarche::extract
