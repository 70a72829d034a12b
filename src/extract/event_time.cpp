#include "extract/event_time.h"

#include <algorithm>

namespace demarche::extract {

namespace {

// Verbs of what becomes of a meeting: "held", "scheduled for".
bool arranges(const Sentence& s, const VerbGroup& v) {
  const Word* const w = s.tagged[v.head].word;
  const std::string_view lemma = w ? w->verb_lemma : std::string_view();
  return lemma == "hold" || lemma == "schedule" || lemma == "plan" || lemma == "set" || lemma == "arrange";
}

}  // namespace

std::uint32_t EventTime::chunk_of(const TimeExpression& t) const {
  for (std::uint32_t i = 0; i < s_.chunks.size(); ++i) {
    if (s_.chunks[i].first <= t.first && t.first < s_.chunks[i].last) return i;
  }
  return none;
}

// Between the subject and the time, or the time and the verb, stands another clause whose words the time continues.
bool EventTime::other_verb(const Clause& c, std::uint32_t k) const {
  const auto comma = [&](std::uint32_t i) {
    return i > 0 && (s_.chunks[i - 1].kind == ChunkKind::comma || s_.chunks[i - 1].kind == ChunkKind::conjunction);
  };
  const bool set_off = comma(k) || (k > 0 && s_.chunks[k - 1].kind == ChunkKind::preposition && comma(k - 1));
  return std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& d) {
    if (&d == &c || d.chunk < c.subject.last || d.chunk > c.chunk) return false;
    return d.chunk > k || !set_off;
  });
}

std::uint32_t EventTime::thing_of(const TimeExpression& t) const {
  const Word* before = t.first > 0 ? s_.tagged[t.first - 1].word : nullptr;
  // "for last year's summit", "Monday's attack"; "in Monday's call" dates what was said in it, too.
  if (t.last < s_.tagged.size() && s_.tagged[t.last].tag == Tag::genitive) {
    const bool during = before && (before->reads("in") || before->reads("during") || before->reads("at"));
    return during ? none : chunk_of(t);
  }
  const Word* w = t.first > 1 ? before : nullptr;
  if (!w || !w->reads("of")) return none;
  for (std::uint32_t i = 0; i < s_.chunks.size(); ++i) {
    if (s_.chunks[i].last != t.first - 1 || s_.chunks[i].kind != ChunkKind::noun) continue;
    const NounPhrase& p = s_.phrases[s_.chunks[i].index];
    return p.time || s_.tagged[p.head].tag != Tag::noun ? none : i;
  }
  return none;
}

// The innermost clause that the time stands in, before or behind its verb; nullptr at the head of the sentence.
const Clause* EventTime::owner(const TimeExpression& t) const {
  const std::uint32_t k = chunk_of(t);
  const Clause* best = nullptr;
  for (const Clause& c : clauses_) {
    const bool behind = c.tail.first <= k && k < c.tail.last;
    const bool before = !c.subject.empty() && !c.inverted && c.subject.last <= k && k < c.chunk && !other_verb(c, k);
    const Word* who = c.subject.empty() ? nullptr : s_.tagged[s_.chunks[c.subject.first].first].word;
    if (who && who->folded == "i" && c.tail.first == k - 1) continue;  // "called her, I believe, on Friday"
    if ((behind || before) && (!best || c.chunk > best->chunk)) best = &c;
  }
  const Clause* const next = opened_by(k);
  return next ? next : best;
}

// "visited Moscow; in April he called": the clause that the time opens within the sentence.
const Clause* EventTime::opened_by(std::uint32_t k) const {
  if (k == none) return nullptr;
  const auto is = [&](std::uint32_t i, ChunkKind kind) { return i > 0 && s_.chunks[i - 1].kind == kind; };
  const bool at = is(k, ChunkKind::preposition);
  const std::uint32_t j = at ? k - 1 : k;
  if (j < 2 || !(is(j, ChunkKind::stop) || (at && is(j, ChunkKind::conjunction)))) return nullptr;
  for (const Clause& c : clauses_) {
    const bool next =
        c.subject.first == k + 1 || (c.subject.first == k + 2 && s_.chunks[k + 1].kind == ChunkKind::comma);
    if (!c.subject.empty() && next) return &c;
  }
  return nullptr;
}

bool EventTime::hangs_on(const Clause* clause, const Clause* above) const {
  for (int steps = 0; clause && steps < 8; ++steps) {
    if (clause == above) return true;
    const bool phrase = clause->relation == Relation::infinitive || clause->relation == Relation::participle ||
                        (clause->relation == Relation::adverbial && clause->governor != none);
    clause = phrase && clause->governor != none ? &clauses_[clause->governor] : nullptr;
  }
  return false;
}

// "has met" is true now: no day of the past dates it. "since Monday" may.
bool EventTime::may_date(const TimeExpression& t, const Clause* clause) const {
  if (t.apart) return false;
  const Word* w = t.first > 0 ? s_.tagged[t.first - 1].word : nullptr;
  // "$40m since 2002", "until Friday": where something begins or ends that lasts.
  if (w && (w->reads("until") || w->reads("till"))) return false;
  if (w && w->reads("since") && t.precision != DatePrecision::day) return false;
  if (!clause) return true;
  const VerbGroup& v = s_.verbs[clause->verb];
  if (!v.perfect || v.past || v.future || v.form != VerbForm::finite) return true;
  const bool since = w && (w->reads("since") || w->reads("until") || w->reads("from") || w->reads("the"));
  return since || !(t.weekday >= 0 || t.bare_month);
}

// The nearest time that belongs to the clause: its own before that of a phrase under it, that before the sentence's.
const TimeExpression* EventTime::own(std::uint32_t trigger, const Clause* clause) const {
  const TimeExpression* best = nullptr;
  std::uint32_t least = none;
  for (const TimeExpression& t : times_) {
    if (!may_date(t, clause)) continue;
    const std::uint32_t thing = thing_of(t);
    if (thing != none && s_.chunks[thing].first != trigger) continue;
    const Clause* o = owner(t);
    const bool shared = o && clause && o->joined && !o->tail.empty() && o->tail.first == clause->tail.first;
    const std::uint32_t rank = o == clause || shared                                    ? 0
                               : !o                                                     ? 2
                               : clause && (hangs_on(o, clause) || hangs_on(clause, o)) ? 1
                                                                                        : 3;
    if (rank == 3 || (rank == 2 && clause && before_report(*clause))) continue;
    const std::uint32_t distance = t.first > trigger ? t.first - trigger : (trigger - t.first) * 2;
    const std::uint32_t cost = rank * 10000 + distance;
    if (cost >= least) continue;
    least = cost;
    best = &t;
  }
  return best;
}

// "On Monday she said that she had met him": not on Monday.
bool EventTime::before_report(const Clause& c) const {
  const VerbGroup& v = s_.verbs[c.verb];
  return v.past && v.perfect && (c.source != none || c.relation == Relation::complement);
}

// "until December (when X and Y are to sign …)": the time that "when" goes back to.
const TimeExpression* EventTime::antecedent(const Clause& clause) const {
  if (clause.subject.empty() || clause.subject.first == 0) return nullptr;
  std::uint32_t i = clause.subject.first - 1;
  const Word* w = s_.tagged[s_.chunks[i].first].word;
  if (s_.chunks[i].kind != ChunkKind::subordinator || !w || w->folded != "when") return nullptr;
  while (i > 0 && (s_.chunks[i - 1].kind == ChunkKind::open || s_.chunks[i - 1].kind == ChunkKind::comma)) --i;
  for (const TimeExpression& t : times_) {
    if (i > 0 && t.last == s_.chunks[i - 1].last) return &t;
  }
  return nullptr;
}

// "had a talk on Friday with Han, who asked …", "flew to Sochi on Friday, where he met …": the clause goes on from the
// one before it. Not what had happened before, and not what somebody says.
const TimeExpression* EventTime::inherited(const Clause& clause) const {
  const Clause* c = &clause;
  for (int steps = 0; c->relation == Relation::infinitive && c->governor != none && steps < 4; ++steps)
    c = &clauses_[c->governor];
  if (!goes_on(*c) || names_which(*c)) return nullptr;
  const TimeExpression* t = before(*c);
  const Clause* o = t ? owner(*t) : nullptr;
  // "will meet X on Friday, who praised her": she did so before.
  if (o && s_.verbs[o->verb].future && s_.verbs[c->verb].past && !s_.verbs[c->verb].future) return nullptr;
  return t;
}

// "met the man who had attacked": a relative clause without a comma tells which man, not what happened next.
bool EventTime::names_which(const Clause& c) const {
  if (c.relation != Relation::relative) return false;
  std::uint32_t i = c.chunk;
  while (i > 0 && s_.chunks[i].kind != ChunkKind::relative) --i;
  return i > 0 && s_.chunks[i].kind == ChunkKind::relative && s_.tokens[s_.chunks[i].first - 1].is_word();
}

bool EventTime::goes_on(const Clause& c) const {
  const VerbGroup& v = s_.verbs[c.verb];
  if (v.perfect || set_apart(c)) return false;
  if (c.relation == Relation::coordinate || c.relation == Relation::relative || c.relation == Relation::adverbial ||
      c.relation == Relation::participle || c.relation == Relation::reduced || c.joined) {
    return true;
  }
  // "A was freed on Friday; B followed": a second main clause in the same tense.
  if (c.relation != Relation::main || c.source != none || v.form != VerbForm::finite) return false;
  return std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& d) {
    const VerbGroup& w = s_.verbs[d.verb];
    return d.chunk < c.chunk && d.relation == Relation::main && w.form == VerbForm::finite && w.past == v.past &&
           w.future == v.future && !w.perfect;
  });
}

// Behind "after", "before", "since", "until": another time than that of the clause around it.
bool EventTime::set_apart(const Clause& c) const {
  const Word* w =
      c.subject.empty() || c.subject.first == 0 ? nullptr : s_.tagged[s_.chunks[c.subject.first - 1].first].word;
  return w && (w->reads("after") || w->reads("before") || w->reads("since") || w->reads("until") || w->reads("till") ||
               w->reads("once"));
}

const TimeExpression* EventTime::before(const Clause& clause) const {
  const Clause* last = nullptr;
  for (const Clause& c : clauses_) {
    if (c.chunk < clause.chunk && c.relation != Relation::infinitive && (!last || c.chunk > last->chunk)) last = &c;
  }
  return last ? own(s_.chunks[last->chunk].first, last) : nullptr;
}

const TimeExpression* EventTime::distance(const Clause& c) const {
  if (c.subject.empty() || c.subject.first == 0) return nullptr;
  const std::uint32_t end = s_.chunks[c.subject.first - 1].last;
  for (const TimeExpression& t : times_) {
    if (t.apart && t.last == end) return &t;
  }
  return nullptr;
}

const TimeExpression* EventTime::of_report(const Clause& c) const {
  if (c.source == none || before_report(c)) return nullptr;
  const Clause& report = clauses_[c.source];
  return own(s_.chunks[report.chunk].first, &report);
}

// "talks with X to be held on Friday", "a summit with X, which may be held in May": the clause behind the event's noun
// that tells when; nullptr where none does.
const Clause* EventTime::holding(const Found& f) const {
  if (!f.nominal) return nullptr;
  for (const Clause& c : clauses_) {
    if (c.chunk <= f.chunk || !arranges(s_, s_.verbs[c.verb])) continue;
    const VerbGroup& v = s_.verbs[c.verb];
    if (!v.passive && v.form != VerbForm::participle) continue;
    const bool next = std::none_of(clauses_.begin(), clauses_.end(),
                                   [&](const Clause& d) { return d.chunk > f.chunk && d.chunk < c.chunk; });
    if (next) return &c;
  }
  return nullptr;
}

bool EventTime::lies_ahead(const TimeExpression& t) const {
  const Clause* const c = owner(t);
  if (!c || !arranges(s_, s_.verbs[c->verb])) return false;
  const VerbGroup& v = s_.verbs[c->verb];
  const Word* const w = s_.tagged[v.head].word;
  return (v.form == VerbForm::infinitive && v.passive) || (v.form == VerbForm::participle && w->verb_lemma != "hold");
}

bool EventTime::lasts(const Clause& clause) const {
  const Clause* c = &clause;
  for (int steps = 0; c && steps < 4; ++steps) {
    const VerbGroup& v = s_.verbs[c->verb];
    const Word* const w = s_.tagged[v.head].word;
    const std::string_view lemma = w ? w->verb_lemma : std::string_view();
    if (lemma == "continue" || lemma == "remain" || lemma == "keep" || lemma == "maintain") return true;
    if (v.progressive && !v.past && !v.future && (lemma == "try" || lemma == "seek" || lemma == "work")) return true;
    c = c->relation == Relation::infinitive && c->governor != none ? &clauses_[c->governor] : nullptr;
  }
  return false;
}

// "When he returned last year, he was arrested": both at one time.
const TimeExpression* EventTime::meanwhile(const Clause& event) const {
  const Clause* top = &event;
  for (int steps = 0; top->relation == Relation::infinitive && top->governor != none && steps < 4; ++steps)
    top = &clauses_[top->governor];
  const Clause& clause = *top;
  const VerbGroup& v = s_.verbs[clause.verb];
  if (clause.relation != Relation::main || !v.past || v.perfect || v.future || clause.source != none) return nullptr;
  for (const Clause& c : clauses_) {
    const VerbGroup& w = s_.verbs[c.verb];
    if (c.relation != Relation::adverbial || !w.past || w.perfect || w.future || w.form != VerbForm::finite ||
        c.subject.empty() || c.subject.first == 0)
      continue;
    const Word* const opens = s_.tagged[s_.chunks[c.subject.first - 1].first].word;
    if (!opens || !(opens->reads("when") || opens->reads("as") || opens->reads("while"))) continue;
    if (const TimeExpression* const t = own(s_.chunks[c.chunk].first, &c)) return t;
  }
  return nullptr;
}

const TimeExpression* EventTime::of(const Found& f, const Clause* clause) const {
  if (times_.empty()) return nullptr;
  const Clause* const held = holding(f);
  if (const TimeExpression* const t = held ? own(s_.chunks[held->chunk].first, held) : nullptr) return t;
  const std::uint32_t trigger = s_.chunks[f.chunk].first;
  if (const TimeExpression* t = own(trigger, clause)) return t;
  if (!clause) return nullptr;
  if (const TimeExpression* t = antecedent(*clause)) return t;
  if (const TimeExpression* t = inherited(*clause)) return t;
  return meanwhile(*clause);
}

bool EventTime::diary(const TimeExpression& t) const {
  return t.last < s_.tokens.size() && s_.tokens[t.last].punct == ':' && t.first <= 1;
}

}  // namespace demarche::extract
