#include "extract/record_status.h"

#include <algorithm>
#include <optional>

#include "extract/called_off.h"
#include "rules/pack_data.h"

namespace demarche::extract {

using namespace rules;

namespace {

class StatusReader {
 public:
  StatusReader(const PackTables& tables, const Sentence& s, const Clause* clause)
      : tables_(tables), s_(s), clause_(clause) {}

  Status of(const Found& f, const Rule& rule) const {
    if (f.nominal && none_of_it(f.chunk)) return Status::denied;
    if (rule.presupposed) return modified_status(f).value_or(Status::actual);
    if (f.negated_pattern) return rule.status.value_or(Status::actual);
    if (!f.nominal && rule.event != "REJECT" && clause_ && object_is_none(*clause_)) return Status::denied;
    if (rule.status && !(clause_ && clause_->status == Status::denied)) {
      // "Is X prepared to help Y?", "unless X is willing to help Y"
      const bool open = clause_ && (clause_->question || clause_->conditional);
      return open && *rule.status != Status::denied ? Status::possible : *rule.status;
    }
    if (f.nominal) return nominal_status(f);
    return clause_ ? clause_->status : Status::actual;
  }

  // "no meeting between X and Y", "neither visit".
  bool none_of_it(std::uint32_t chunk) const {
    const Word* w = s_.tagged[s_.phrases[s_.chunks[chunk].index].first].word;
    return w && (w->reads("no") || w->reads("neither"));
  }

  // "held no talks with X", "gave no aid to X"; not "lost no time", "has no plans to", which an infinitive completes.
  bool object_is_none(const Clause& c) const {
    const std::uint32_t i = c.tail.first;
    if (c.tail.empty() || s_.chunks[i].kind != ChunkKind::noun || s_.verbs[c.verb].copula || !none_of_it(i))
      return false;
    const NounPhrase& p = s_.phrases[s_.chunks[i].index];
    const bool infinitive = i + 1 < s_.chunks.size() && s_.chunks[i + 1].kind == ChunkKind::verb;
    return p.mention == none && !infinitive && s_.tagged[p.head].tag == Tag::noun;
  }

  // "the upcoming visit", "the alleged letter".
  std::optional<Status> modified_status(const Found& f) const {
    const NounPhrase& p = s_.phrases[s_.chunks[f.chunk].index];
    for (std::uint32_t t = p.first; t < p.head; ++t) {
      const Word* w = s_.tagged[t].word;
      if (!w) continue;
      if (in_set("planned_modifier", w->folded)) return Status::planned;
      if (in_set("possible_modifier", w->folded)) return Status::possible;
      if (!asked() && in_set("actual_modifier", w->folded)) return Status::actual;
    }
    return std::nullopt;
  }

  // A noun's event takes its status from its modifiers, and from the clause where that one speaks of its happening.
  Status nominal_status(const Found& f) const {
    if (clause_ && called_off(f)) return Status::denied;
    // "did not rule out a meeting"
    const VerbGroup* const v = clause_ ? &s_.verbs[clause_->verb] : nullptr;
    const Word* const verb = v ? s_.tagged[v->head].word : nullptr;
    if (v && v->negated && verb && verb->verb_lemma == "rule") return Status::possible;
    if (clause_ && unknown_any(f)) return Status::possible;
    if (const auto status = modified_status(f)) return *status;
    if (!clause_) return Status::actual;
    if (asks_whether_any(f)) return Status::possible;
    if (no_date_yet()) return Status::planned;
    // "will answer any attack": whether there will be one is open.
    if (clause_->status == Status::planned && any(f)) return Status::possible;
    if (f.chunk > 1 && s_.chunks[f.chunk - 1].kind == ChunkKind::preposition &&
        s_.chunks[f.chunk - 2].kind == ChunkKind::noun) {
      const Word* before = s_.tagged[s_.phrases[s_.chunks[f.chunk - 2].index].head].word;
      const bool planning =
          before && (in_set("possible_noun", before->noun_lemma) || in_set("planning_noun", before->noun_lemma));
      if (planning && none_of_it(f.chunk - 2)) return Status::denied;  // "no plans for a visit"
      if (before && in_set("possible_noun", before->noun_lemma))
        return clause_->status == Status::denied ? Status::denied : Status::possible;
      if (before && in_set("denying_noun", before->noun_lemma) && reads_of(f.chunk - 1)) return Status::denied;
      if (before && in_set("planning_noun", before->noun_lemma))
        return clause_->status == Status::denied ? Status::denied : Status::planned;
    }
    if (const auto status = wanted(f)) return *status;
    if (wished_for(f)) return clause_->status == Status::denied ? Status::denied : Status::possible;
    // "On a visit to Kenya, he announced more aid."
    const bool opens = f.chunk == 1 && s_.chunks[0].kind == ChunkKind::preposition &&
                       s_.tagged[s_.chunks[0].first].word->reads("on") && !clause_->subject.empty() &&
                       f.chunk < clause_->subject.first;
    if (opens) return clause_->status == Status::planned ? Status::planned : Status::actual;
    // "during a visit", "after talks": presupposed, unless all of it is still to come.
    if (f.chunk > 0 && s_.chunks[f.chunk - 1].kind == ChunkKind::preposition &&
        chunk_is("presupposing_preposition", f.chunk - 1)) {
      return clause_->status == Status::planned ? Status::planned : Status::actual;
    }
    if (asked_about(f)) return Status::actual;
    if (scheduled(f)) return Status::planned;
    const Word* head = s_.tagged[s_.verbs[clause_->verb].head].word;
    if (const auto status = predicate(f)) return *status;
    const std::string_view lemma =
        head ? (head->verb_lemma.empty() ? std::string_view(head->folded) : head->verb_lemma) : std::string_view();
    if (in_set("cancel_verb", lemma) || calls_off(tables_, s_, *clause_)) return Status::denied;
    if (in_set("plan_verb", lemma) || looks_forward(lemma))
      return clause_->status == Status::denied ? Status::denied : Status::planned;
    if (in_set("happen_verb", lemma)) return clause_->status;
    // "will condemn the attack on X", "wants to end its attack": it is going on.
    if (clause_->status == Status::planned && in_set("presupposing_verb", lemma) && definite(f)) return Status::actual;
    return clause_->status == Status::planned || clause_->status == Status::possible ? clause_->status : Status::actual;
  }

  bool asked() const { return clause_ && !s_.tokens.empty() && s_.tokens.back().punct == '?'; }

  // "does not know of any conversations between them"
  bool unknown_any(const Found& f) const {
    const VerbGroup& v = s_.verbs[clause_->verb];
    const Word* const w = s_.tagged[v.head].word;
    return v.negated && any(f) && w && (w->verb_lemma == "know" || w->verb_lemma == "hear" || w->reads("aware"));
  }

  bool any(const Found& f) const {
    const Word* const w = s_.tagged[s_.phrases[s_.chunks[f.chunk].index].first].word;
    return w && w->reads("any");
  }

  // "is interested in a conversation with Congress", "is open to talks with Iran".
  std::optional<Status> wanted(const Found& f) const {
    if (f.chunk < 2 || f.chunk != clause_->chunk + 2 || s_.chunks[f.chunk - 1].kind != ChunkKind::preposition)
      return std::nullopt;
    const Word* const w = s_.tagged[s_.verbs[clause_->verb].head].word;
    if (!w || !in_set("open_adjective", w->folded)) return std::nullopt;
    return clause_->status == Status::denied ? Status::denied : Status::possible;
  }

  // "hopes for talks with Iran", "pushed for a meeting between X and Y", "before any dialogue with X".
  bool wished_for(const Found& f) const {
    if (f.chunk < 2 || s_.chunks[f.chunk - 1].kind != ChunkKind::preposition) return false;
    if (any(f)) return true;
    const Word* const before = s_.tagged[s_.chunks[f.chunk - 1].first].word;
    if (!before || !before->reads("for") || s_.chunks[f.chunk - 2].kind != ChunkKind::verb || definite(f)) return false;
    const Word* const verb = s_.tagged[s_.verbs[s_.chunks[f.chunk - 2].index].head].word;
    return verb && in_set("wishing_verb", verb->verb_lemma);
  }

  // "looks forward to the visit"
  bool looks_forward(std::string_view verb) const {
    const std::uint32_t i = clause_->tail.first;
    const Word* const w = clause_->tail.empty() ? nullptr : s_.tagged[s_.chunks[i].first].word;
    return verb == "look" && w && w->reads("forward");
  }

  // "The planned visit of X was cancelled", "Y put off the upcoming talks".
  bool called_off(const Found& f) const {
    if (clause_->status != Status::actual || !calls_off(tables_, s_, *clause_)) return false;
    const bool subject = clause_->passive && f.chunk < clause_->chunk && f.chunk + 1 > clause_->subject.first;
    const bool object = !clause_->passive && f.chunk > clause_->chunk &&
                        (f.chunk == clause_->tail.first || f.chunk == clause_->tail.first + 1) &&
                        !chunk_is("presupposing_preposition", f.chunk - 1);
    return subject || object;
  }

  // "A date has been set for the visit", "No date was fixed for the talks".
  bool no_date_yet() const {
    if (!clause_->passive || clause_->subject.empty() || s_.chunks[clause_->subject.first].kind != ChunkKind::noun)
      return false;
    const Word* const what = s_.tagged[s_.phrases[s_.chunks[clause_->subject.first].index].head].word;
    const Word* const verb = s_.tagged[s_.verbs[clause_->verb].head].word;
    return what && what->noun_lemma == "date" && verb && in_set("scheduling_verb", verb->verb_lemma);
  }

  // "Has there been a meeting between A and B?", "Was there any contact?".
  bool asks_whether_any(const Found& f) const {
    if (f.chunk > 0 && s_.chunks[f.chunk - 1].kind == ChunkKind::preposition) return false;
    if (s_.tokens.empty() || s_.tokens.back().punct != '?') return false;
    const VerbGroup& v = s_.verbs[clause_->verb];
    const Word* const w = s_.tagged[v.head].word;
    if (!v.copula && !(w && w->reads("been"))) return false;
    for (std::uint32_t t = v.first + 1; t < v.last + 1 && t < s_.tokens.size(); ++t) {
      if (s_.tagged[t].word && s_.tagged[t].word->reads("there")) return true;
    }
    return false;
  }

  bool reads_of(std::uint32_t i) const {
    const Word* const w = s_.tagged[s_.chunks[i].first].word;
    return w && w->reads("of");
  }

  // "the visit", "Iran's attack": one that the reader knows of.
  bool definite(const Found& f) const {
    const NounPhrase& p = s_.phrases[s_.chunks[f.chunk].index];
    const Word* w = s_.tagged[p.first].word;
    return !p.possessors.empty() || (w && (w->reads("the") || w->reads("this") || w->reads("these") ||
                                           w->reads("his") || w->reads("her") || w->reads("their")));
  }

  // "Can you tell us about X's visit?": the telling is in question, not the visit.
  bool asked_about(const Found& f) const {
    if (clause_->status != Status::possible || f.chunk == 0 || s_.chunks[f.chunk - 1].kind != ChunkKind::preposition)
      return false;
    const bool of = clause_->question && s_.tagged[s_.chunks[f.chunk - 1].first].word &&
                    s_.tagged[s_.chunks[f.chunk - 1].first].word->reads("of");
    return (of || chunk_is("topic_preposition", f.chunk - 1)) && definite(f) && f.chunk > clause_->chunk;
  }

  // "talks with X scheduled for July", "the summit, planned for June,".
  bool scheduled(const Found& f) const {
    std::uint32_t i = f.chunk + 1;
    const auto is = [&](ChunkKind kind) { return i < s_.chunks.size() && s_.chunks[i].kind == kind; };
    while (is(ChunkKind::noun) || is(ChunkKind::preposition) || is(ChunkKind::conjunction)) ++i;
    if (is(ChunkKind::comma)) ++i;
    const bool relative =
        is(ChunkKind::relative) || (is(ChunkKind::subordinator) && s_.tagged[s_.chunks[i].first].word &&
                                    s_.tagged[s_.chunks[i].first].word->reads("that"));
    if (relative) ++i;
    if (!is(ChunkKind::verb)) return false;
    const VerbGroup& v = s_.verbs[s_.chunks[i].index];
    const Word* w = s_.tagged[v.head].word;
    // "the trip that is coming up"
    if (relative) return !v.past && !v.negated && v.progressive && w && w->verb_lemma == "come";
    if (v.form == VerbForm::infinitive && v.passive) return true;  // "a summit to be held on Friday"
    return v.last == v.first + 1 && w && w->can(verb_participle) && in_set("scheduling_verb", w->verb_lemma);
  }

  // "A visit is under consideration", "Talks are off the table".
  std::optional<Status> state() const {
    std::uint32_t i = clause_->tail.first;
    const Word* const first = s_.tagged[s_.chunks[i].first].word;
    const bool out = first && (first->reads("off") || first->reads("out"));
    while (i < clause_->tail.last && s_.chunks[i].kind == ChunkKind::preposition) ++i;
    if (i >= clause_->tail.last || s_.chunks[i].kind != ChunkKind::noun) return std::nullopt;
    const Word* const w = s_.tagged[s_.phrases[s_.chunks[i].index].head].word;
    if (!w) return std::nullopt;
    if (out) return in_set("excluded_state", w->noun_lemma) ? std::optional(Status::denied) : std::nullopt;
    if (in_set("possible_state", w->noun_lemma)) return Status::possible;
    if (in_set("planned_state", w->noun_lemma)) return Status::planned;
    return std::nullopt;
  }

  // "Talks between A and B are unlikely", "A visit by C is imminent".
  std::optional<Status> predicate(const Found& f) const {
    if (!s_.verbs[clause_->verb].copula || f.chunk >= clause_->chunk || clause_->tail.empty() ||
        clause_->status == Status::denied)
      return std::nullopt;
    const Chunk& c = s_.chunks[clause_->tail.first];
    if (c.kind == ChunkKind::preposition) return state();
    const Word* w = c.kind == ChunkKind::noun     ? s_.tagged[s_.phrases[c.index].head].word
                    : c.kind == ChunkKind::adverb ? s_.tagged[c.last - 1].word
                                                  : nullptr;
    if (!w) return std::nullopt;
    if (in_set("planned_modifier", w->folded)) return Status::planned;
    if (in_set("possible_predicate", w->folded) || in_set("possible_modifier", w->folded)) return Status::possible;
    return std::nullopt;
  }

 private:
  bool chunk_is(std::string_view set, std::uint32_t i) const {
    const Word* w = s_.tagged[s_.chunks[i].first].word;
    return w && in_set(set, w->folded);
  }

  bool in_set(std::string_view set, std::string_view lemma) const { return tables_.vocabulary.holds(set, lemma); }

  const PackTables& tables_;
  const Sentence& s_;
  const Clause* clause_;
};

}  // namespace

Status record_status(const PackTables& tables, const Sentence& sentence, const Found& found, const Rule& rule,
                     const Clause* clause) {
  return StatusReader(tables, sentence, clause).of(found, rule);
}

}  // namespace demarche::extract
