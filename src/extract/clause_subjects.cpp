#include "extract/clause_subjects.h"

namespace demarche::extract {

using namespace rules;

std::uint32_t ClauseSubjects::clause_before(std::uint32_t i) const {
  for (; i > 0; --i) {
    const ChunkKind k = chunk(i - 1).kind;
    if (k == ChunkKind::verb) return clause_at_[i - 1];
    if (k == ChunkKind::stop || k == ChunkKind::subordinator || k == ChunkKind::relative) return none;
  }
  return none;
}

std::uint32_t ClauseSubjects::finite_before(std::uint32_t i) const {
  for (; i > 0; --i) {
    if (chunk(i - 1).kind == ChunkKind::stop && !dash_or_bracket(i - 1)) return none;
    const std::uint32_t n = clause_at_[i - 1];
    if (n == none) continue;
    const VerbForm f = verb(out_[n]).form;
    if (f == VerbForm::finite || (f == VerbForm::base && out_[n].relation != Relation::infinitive)) return n;
  }
  return none;
}

bool ClauseSubjects::dash_or_bracket(std::uint32_t i) const {
  const char p = s_.tokens[chunk(i).first].punct;
  return p == '-' || p == '(' || p == ')';
}

std::uint32_t ClauseSubjects::skip_time(std::uint32_t i) const {
  for (;;) {
    if (i > 0 && kind(i - 1, ChunkKind::adverb))
      --i;
    else if (i > 1 && time(i - 1) && kind(i - 2, ChunkKind::preposition))
      i -= 2;
    else if (i > 0 && time(i - 1))
      --i;
    else
      return i;
  }
}

std::uint32_t ClauseSubjects::skip_left(std::uint32_t i) const {
  for (std::uint32_t guard = 0; guard < 24 && i > 0; ++guard) {
    if (kind(i - 1, ChunkKind::adverb) || time(i - 1)) {
      i = skip_time(i);
    } else if (noun(i - 1) && i > 1 && introduces_clause(i - 2)) {
      return i;
    } else if (noun(i - 1) && i > 1 && noun(i - 2) && described(i - 1)) {
      --i;  // "troops loyal | to Gbagbo"
    } else if (noun(i - 1) && age(i - 1)) {
      i -= 2;  // "Rojkan, 23, was arrested"
    } else if (guard == 0 && noun(i - 1) && opening_plan(i - 2)) {
      return i - 2;
    } else if (noun(i - 1) && i > 1 && kind(i - 2, ChunkKind::preposition)) {
      // "jets which like their Belgian counterparts bombed"
      const bool likened =
          i > 2 && kind(i - 3, ChunkKind::relative) && (chunk_is(i - 2, "like") || chunk_is(i - 2, "unlike"));
      if (likened) return i - 2;
      if (i == 2 || !(noun(i - 3) || time(i - 3) || kind(i - 3, ChunkKind::comma) || kind(i - 3, ChunkKind::adverb) ||
                      kind(i - 3, ChunkKind::verb)))
        return i;
      i -= 2;
    } else if (const std::uint32_t head = modified_head(i); head != none) {
      i = head;
    } else if (kind(i - 1, ChunkKind::close)) {
      while (i > 0 && !kind(i - 1, ChunkKind::open)) --i;
      if (i > 0) --i;
    } else if (kind(i - 1, ChunkKind::comma)) {
      std::uint32_t before = insertion_start(i - 1);
      if (before == none) before = closed_participle(i - 1);
      if (before == none) return i;
      i = before;
    } else if (kind(i - 1, ChunkKind::verb) && clause_at_[i - 1] != none &&
               out_[clause_at_[i - 1]].relation == Relation::reduced) {
      --i;  // "a delegation led by Pelosi visited"
    } else if (kind(i - 1, ChunkKind::verb)) {
      const std::uint32_t before = relative_start(i);
      if (before == none) return i;
      i = before;
    } else if (noun(i - 1) && claimed_before(i - 1) != none) {
      return claimed_before(i - 1);
    } else if (noun(i - 1) && in_relative(i - 1)) {
      const std::uint32_t before = relative_start(i);
      if (before == none) return i;
      i = before;
    } else {
      return i;
    }
  }
  return i;
}

bool ClauseSubjects::opening_plan(std::uint32_t i) const {
  if (i == 0 || i >= count_ || !kind(i, ChunkKind::verb) || s_.verbs[chunk(i).index].form != VerbForm::infinitive ||
      !noun(i - 1))
    return false;
  const Word* w = word(s_.phrases[chunk(i - 1).index].head);
  const bool plan = w && s_.phrases[chunk(i - 1).index].mention == none &&
                    (w->noun_has_trait(Trait::refusal_noun) || (w->noun_props && w->noun_props->plan_noun));
  return plan && (i == 1 || kind(i - 2, ChunkKind::stop) || kind(i - 2, ChunkKind::comma) ||
                  kind(i - 2, ChunkKind::subordinator));
}

bool ClauseSubjects::age(std::uint32_t i) const {
  const NounPhrase& p = s_.phrases[chunk(i).index];
  return p.last == p.first + 1 && s_.tagged[p.first].tag == Tag::number && i > 1 && kind(i - 1, ChunkKind::comma) &&
         noun(i - 2);
}

std::uint32_t ClauseSubjects::modified_head(std::uint32_t i) const {
  if (!noun(i - 1) || i < 3 || !(kind(i - 2, ChunkKind::verb) || kind(i - 2, ChunkKind::conjunction))) return none;
  std::uint32_t first = none;  // the verb that stands behind the noun it describes
  bool pair = false;           // "a truce brokered by A and B failed"
  bool between = false;        // "talks held in Oslo between A and B failed"
  for (std::uint32_t j = i - 1; j > 0; --j) {
    const ChunkKind k = chunk(j - 1).kind;
    if (k == ChunkKind::verb) {
      const Clause* c = clause_at_[j - 1] == none ? nullptr : &out_[clause_at_[j - 1]];
      if (!c) return none;
      if (verb(*c).form == VerbForm::finite) {
        if (!is_speech(*c) || first == none) return none;
        break;  // "said rebels trying to topple X attacked Y"
      }
      // "officials hoping Iran will comply", "a report showing Iran has complied"
      if (is_speech(*c) || lemma_in(head(*c), "clause_taking_verb")) return none;
      first = j - 1;
    } else if (k == ChunkKind::conjunction && first == none && noun(j) && j > 1 && noun(j - 2)) {
      pair = true;
      between = j > 2 && chunk_is(j - 3, "between");
    } else if (k != ChunkKind::noun && k != ChunkKind::preposition && k != ChunkKind::adverb) {
      break;
    }
  }
  if (first == none || first == 0 || !noun(first - 1) || (pair && !between && !chunk_is(first + 1, "by"))) return none;
  const Clause& c = out_[clause_at_[first]];
  return c.relation == Relation::reduced && c.subject.last == first ? first : none;
}

bool ClauseSubjects::described(std::uint32_t i) const {
  return s_.tagged[s_.phrases[chunk(i).index].head].tag == Tag::adjective;
}

bool ClauseSubjects::introduces_clause(std::uint32_t i) const {
  if (!kind(i, ChunkKind::preposition)) return false;
  const Word* w = word(chunk(i).first);
  if (!w || !w->is(subordinator)) return false;
  const bool opens = i == 0 || kind(i - 1, ChunkKind::stop) ||
                     (i == 1 && (kind(0, ChunkKind::conjunction) || kind(0, ChunkKind::adverb))) ||
                     (time(i - 1) && (i == 1 || kind(i - 2, ChunkKind::stop)));  // "A day after Iran fired"
  if (opens || finite_before(i) != none) return true;
  const std::uint32_t n = clause_before(i);  // "meeting for the first time since they broke off relations"
  return n != none && verb(out_[n]).form == VerbForm::ing && out_[n].chunk > 0 &&
         kind(out_[n].chunk - 1, ChunkKind::comma);
}

std::uint32_t ClauseSubjects::claimed_before(std::uint32_t i) const {
  std::uint32_t j = i;
  while (j > 0 && (noun(j) || kind(j, ChunkKind::preposition) || kind(j, ChunkKind::adverb) || time(j))) --j;
  const std::uint32_t n = kind(j, ChunkKind::verb) ? clause_at_[j] : none;
  const std::uint32_t claim = n == none ? none : content_of(out_[n]);
  const Word* w = claim == none ? nullptr : word(s_.phrases[chunk(claim).index].head);
  const bool told =
      w && (w->noun_has_trait(Trait::hearsay_noun) || w->noun_has_trait(Trait::deed_noun) || w->noun_lemma == "report");
  return told ? claim + 1 : none;
}

bool ClauseSubjects::in_relative(std::uint32_t i) const {
  if (i < 2) return false;
  std::uint32_t j = i;
  while (j > 0 && (noun(j) || kind(j, ChunkKind::preposition) || kind(j, ChunkKind::adverb) || time(j))) --j;
  if (!kind(j, ChunkKind::verb) || j == 0 || !kind(j - 1, ChunkKind::relative)) return false;
  // "who said Putin had called": what is said is another clause.
  const Clause* const c = clause_at_[j] == none ? nullptr : &out_[clause_at_[j]];
  return !(c && is_speech(*c) && !c->passive && i == j + 1);
}

std::uint32_t ClauseSubjects::relative_start(std::uint32_t i) const {
  for (std::uint32_t j = i; j > 0 && i - j < 14; --j) {
    if (kind(j - 1, ChunkKind::relative)) return j - 1;
    if (kind(j - 1, ChunkKind::stop) || kind(j - 1, ChunkKind::subordinator) || kind(j - 1, ChunkKind::quote))
      return none;
  }
  return none;
}

std::uint32_t ClauseSubjects::insertion_start(std::uint32_t comma) const {
  const auto dash = [&](std::uint32_t i) {
    return kind(i, ChunkKind::comma) && s_.tokens[chunk(i).first].punct == '-';
  };
  for (std::uint32_t j = comma; dash(comma) && j > 1; --j) {
    if (dash(j - 1)) return noun(j - 2) || time(j - 2) ? j - 1 : none;
  }
  bool paired = false;
  for (std::uint32_t j = comma; j > 0 && comma - j < 16; --j) {
    if (kind(j - 1, ChunkKind::comma)) {
      const std::uint32_t inside = j;
      // "X, condemned by A, B and C, has": the list's commas open nothing.
      const bool told = noun(inside) && kind(inside + 1, ChunkKind::relative);  // ", a group that includes A and B,"
      if (paired && noun(inside) && !told) continue;
      const bool clause = told || kind(inside, ChunkKind::relative) || kind(inside, ChunkKind::verb);
      if (paired && !clause && !joiner(inside) && !chunk_is(inside, "including")) return none;
      const bool opens = kind(inside, ChunkKind::relative) || kind(inside, ChunkKind::preposition) ||
                         kind(inside, ChunkKind::adverb) || kind(inside, ChunkKind::verb) || time(inside) ||
                         noun(inside) || kind(inside, ChunkKind::subordinator);
      if (!opens || j < 2 || !(noun(j - 2) || time(j - 2))) return none;
      // "Macron laid a wreath, embraced Abbas and left": a verb with a subject of its own inserts nothing.
      const std::uint32_t n = kind(inside, ChunkKind::verb) ? clause_at_[inside] : none;
      if (n != none && noun(inside + 1) && verb(out_[n]).form == VerbForm::finite && !out_[n].subject.empty() &&
          !out_[n].inverted)
        return none;
      if (noun(inside) && !told && !single_apposition(inside, comma) && !says_aside(inside, comma)) return none;
      return j - 1;
    }
    // "Putin, along with Rouhani and Erdogan, visited".
    const bool pair = kind(j - 1, ChunkKind::conjunction) && noun(j) && j > 1 && noun(j - 2);
    const std::uint32_t n = kind(j - 1, ChunkKind::conjunction) && kind(j, ChunkKind::verb) ? clause_at_[j] : none;
    const bool again = n != none && out_[n].relation == Relation::reduced;  // "joined by Canada and backed by Japan"
    if (kind(j - 1, ChunkKind::stop) || (kind(j - 1, ChunkKind::conjunction) && !pair && !again)) return none;
    paired = paired || pair;
  }
  return none;
}

std::uint32_t ClauseSubjects::closed_participle(std::uint32_t comma) const {
  for (std::uint32_t j = comma; j > 1; --j) {
    const Chunk& c = chunk(j - 1);
    if (c.kind == ChunkKind::verb) {
      const std::uint32_t n = clause_at_[j - 1];
      const bool behind_actor = noun(j - 2) && s_.phrases[chunk(j - 2).index].mention != none;
      return n != none && out_[n].relation == Relation::reduced && behind_actor ? j - 1 : none;
    }
    if (c.kind != ChunkKind::noun && c.kind != ChunkKind::preposition && c.kind != ChunkKind::adverb) return none;
  }
  return none;
}

bool ClauseSubjects::joiner(std::uint32_t i) const {
  return chunk_is(i, "along") || chunk_is(i, "together") || chunk_is(i, "alongside") || chunk_is(i, "accompanied") ||
         chunk_is(i, "joined") || (chunk_is(i, "among") && chunk_is(i + 1, "them")) ||
         (chunk_is(i, "as") && chunk_is(i + 1, "well"));
}

bool ClauseSubjects::says_aside(std::uint32_t from, std::uint32_t to) const {
  std::uint32_t i = from;
  while (i < to && (noun(i) || kind(i, ChunkKind::preposition) || kind(i, ChunkKind::adverb))) ++i;
  if (i == from || i == to || !kind(i, ChunkKind::verb) || clause_at_[i] == none) return false;
  const Clause& c = out_[clause_at_[i]];
  return is_speech(c) && verb(c).form == VerbForm::finite && c.subject.first >= from && only_time({i + 1, to});
}

bool ClauseSubjects::single_apposition(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to; ++i) {
    if (kind(i, ChunkKind::verb)) return false;
  }
  return true;
}

ChunkRange ClauseSubjects::subject_list(std::uint32_t last) const {
  std::uint32_t first = last - 1;
  if (first > 2 && kind(first - 1, ChunkKind::adverb) && chunk_is(first - 1, "not") &&
      kind(first - 2, ChunkKind::conjunction) && noun(first - 3))
    return subject_list(first - 2);    // "A and not B"
  std::uint32_t behind_comma = first;  // where the item behind the leftmost separator with a comma starts
  bool conjunction = false;
  while (first >= 2) {
    std::uint32_t j = first;
    if (kind(j - 1, ChunkKind::adverb) &&
        (chunk_is(j - 1, "also") || chunk_is(j - 1, "later") || chunk_is(j - 1, "even")) &&
        kind(j - 2, ChunkKind::conjunction))
      --j;
    if (kind(j - 1, ChunkKind::conjunction)) {
      --j;
      if (j > 0 && kind(j - 1, ChunkKind::comma)) --j;
    } else if (kind(j - 1, ChunkKind::comma) && conjunction) {
      --j;
    } else {
      break;
    }
    const bool here = kind(first - 1, ChunkKind::conjunction) || kind(first - 1, ChunkKind::adverb);
    if (j == 0) break;
    std::uint32_t item = list_item(j);
    // "Hamas, which rules Gaza, and Iran fired": what is told between commas of the first of them.
    if (kind(first - 1, ChunkKind::conjunction) && kind(j, ChunkKind::comma)) {
      const std::uint32_t relative = relative_start(j);
      bool closed = relative != none && relative > 1;  // by this comma
      for (std::uint32_t i = closed ? relative : j; i < j; ++i) closed = closed && !kind(i, ChunkKind::comma);
      if (closed && kind(relative - 1, ChunkKind::comma) && noun(relative - 2)) item = list_item(relative - 1);
    }
    if (item == none) break;
    const bool comma = kind(j, ChunkKind::comma);
    if (comma) behind_comma = first;
    // "…, including Iraq and Syria, and the Secretary said": the list under the preposition ends at the comma.
    if (governed(item)) return {comma ? first : behind_comma, last};
    // "after a failed coup, and its president has demanded": two are no list with a comma.
    if (comma && here && first + 1 == last && item > 0 && kind(item - 1, ChunkKind::preposition)) return {first, last};
    conjunction = conjunction || here;
    first = item;
  }
  return {first, last};
}

std::uint32_t ClauseSubjects::before_pair(std::uint32_t first) const {
  if (first < 4 || !kind(first - 1, ChunkKind::conjunction) || !noun(first - 2) ||
      !kind(first - 3, ChunkKind::preposition))
    return none;
  if (!noun(first - 4) || kind(first - 2, ChunkKind::comma)) return none;
  return first - 3;
}

std::uint32_t ClauseSubjects::list_item(std::uint32_t j) const {
  if (j == 0 || !noun(j - 1)) return none;
  std::uint32_t i = j - 1;
  while (i >= 2 && kind(i - 1, ChunkKind::preposition) && noun(i - 2) && chunk_is(i - 1, "of")) i -= 2;
  return i;
}

bool ClauseSubjects::governed(std::uint32_t i) const {
  if (i == 0) return false;
  if (kind(i - 1, ChunkKind::preposition)) return !introduces_clause(i - 1);
  return kind(i - 1, ChunkKind::verb) && !reports(i - 1);
}

bool ClauseSubjects::reports(std::uint32_t i) const {
  const Clause* c = clause_at_[i] == none ? nullptr : &out_[clause_at_[i]];
  const Word* w = c ? head(*c) : nullptr;
  if (!w || !is_speech(*c) || c->passive) return false;
  return noun(i + 1) && s_.phrases[chunk(i + 1).index].mention != none && lemma_in(w, "opinion_verb");
}

}  // namespace demarche::extract
