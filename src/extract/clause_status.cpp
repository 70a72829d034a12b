#include "extract/clause_status.h"

#include <algorithm>
#include <optional>

#include "extract/clause_view.h"

namespace demarche::extract {

using namespace rules;

namespace {

class StatusFinder : ClauseView {
 public:
  using ClauseView::ClauseView;

  void run() {
    for (std::uint32_t i = 0; i < out_.size(); ++i) find_source(i);
    tag_question();
    diary_ = diary_line(s_);
    for (std::uint32_t i = 0; i < out_.size(); ++i) find_status(i);
    times_ahead();
  }

 private:
  // "He met Putin, is that correct?", "He met Putin, right?": told to be confirmed.
  void tag_question() {
    const std::size_t end = s_.tokens.size();
    if (end < 4 || s_.tokens[end - 1].punct != '?') return;
    const Word* const last = word(static_cast<std::uint32_t>(end - 2));
    if (!last || !tables_.vocabulary.holds("tag_question_word", last->folded)) return;
    std::uint32_t comma = none;
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (kind(i, ChunkKind::comma)) comma = i;
    }
    if (comma == none || end - 2 - chunk(comma).first > 4) return;
    const std::uint32_t first = chunk(comma).last;
    const Tag tag = s_.tagged[first].tag;
    if (first != end - 2 && tag != Tag::be && tag != Tag::have && tag != Tag::do_verb && tag != Tag::modal) return;
    for (Clause& c : out_) {
      if (c.chunk < comma && verb(c).form == VerbForm::finite && c.relation != Relation::relative) c.question = true;
    }
  }

  // The speech clause that reports clause i: just before it (with or without "that"), or at the sentence's end.
  void find_source(std::uint32_t i) {
    Clause& c = out_[i];
    if (c.governor != none) {
      c.source = out_[c.governor].source;
      return;
    }
    for (std::uint32_t j = c.relation == Relation::infinitive ? 0 : i; j-- > 0;) {
      const Clause& s = out_[j];
      if (!is_speech(s) || s.inverted) continue;
      // "Rwanda, which denies it, cut ties": told of whoever denies it.
      if (s.relation == Relation::relative && !c.subject.empty() && c.subject.first < s.chunk) continue;
      // "rejects the claim and calls on Iran to …": told beside, not reported.
      if (c.joined && c.subject.first == s.subject.first && c.subject.last == s.subject.last) break;
      const bool told_beside = s.gap.first < c.chunk && c.chunk < s.gap.last;
      const bool adjacent =
          (!told_beside && s.tail.last >= (c.subject.empty() ? c.chunk : std::min(c.subject.first, c.chunk))) ||
          c.relation == Relation::complement || same_complement(j, i) || opens_quotation(s, c);
      if (adjacent && verb(s).form != VerbForm::infinitive) c.source = j;
      break;
    }
    if (c.source == none) c.source = denial(c);
    // "Iran has recalled its ambassador, the ministry said"; not "Merkel said, she added".
    if (c.source != none || (is_speech(c) && !noun(c.chunk + 1))) return;
    for (std::uint32_t j = i + 1; j < out_.size(); ++j) {
      const Clause& s = out_[j];
      const bool closing =
          is_speech(s) && (s.inverted || closes_quotation(s) ||
                           (only_time(s.tail) && s.subject.first > 0 && kind(s.subject.first - 1, ChunkKind::comma)));
      if (closing) {
        c.source = j;
        return;
      }
    }
  }

  // "a claim that X had met Y was denied": the verb that denies it.
  std::uint32_t denial(const Clause& c) const {
    if (content_of(c) == none) return none;
    for (std::uint32_t j = 0; j < out_.size(); ++j) {
      const Clause& d = out_[j];
      if (d.chunk <= c.chunk || verb(d).form != VerbForm::finite) continue;
      const WordProps* p = props(d);
      const bool denies =
          d.passive && p && p->speech && tables_.vocabulary.speech[p->speech - 1].status == Status::denied;
      return denies ? j : none;
    }
    return none;
  }

  bool same_complement(std::uint32_t speech, std::uint32_t clause) const {
    const Clause& c = out_[clause];
    return c.relation == Relation::coordinate && clause > 0 && out_[clause - 1].source == speech;
  }

  static Status worse(Status a, Status b) {
    if (a == Status::denied || b == Status::denied) return Status::denied;
    if (a == Status::possible || b == Status::possible) return Status::possible;
    if (a == Status::planned || b == Status::planned) return Status::planned;
    return Status::actual;
  }

  Status own_status(const Clause& c) const {
    const VerbGroup& v = verb(c);
    if ((v.negated || nor(c)) != nobody(c) || (c.question && c.status == Status::denied)) return Status::denied;
    if ((v.form == VerbForm::ing || v.form == VerbForm::base) &&
        (behind(c, [](const Word& w) { return w.reads("without"); }) || short_of(v)))
      return Status::denied;
    if (v.form == VerbForm::infinitive && yet(v)) return Status::denied;
    if (v.possible || c.conditional || c.question) return Status::possible;
    if (diary_ && v.form == VerbForm::finite && !v.past && !v.perfect) return Status::planned;
    // "I would urge Beijing to …": said is done.
    if (v.future && v.past && !v.perfect && !c.conditional && first_person(c) && lemma_in(word(v.head), "urging_verb"))
      return Status::actual;
    if (v.future) return v.perfect || would_like(v) ? Status::possible : Status::planned;
    return c.status;
  }

  // "would welcome", "would support": what one would think of it, if it came.
  bool would_like(const VerbGroup& v) const { return v.past && lemma_in(word(v.head), "attitude_verb"); }

  // "stopped short of condemning", "instead of meeting him", "far from helping", "rather than meet him".
  bool short_of(const VerbGroup& v) const {
    const Word *last = v.first > 1 ? word(v.first - 1) : nullptr, *before = v.first > 1 ? word(v.first - 2) : nullptr;
    if (!last || !before) return false;
    if (last->reads("than")) return before->reads("rather");
    return last->reads("of") ? before->reads("short") || before->reads("instead")
                             : last->reads("from") && before->reads("far");
  }

  // "has yet to answer".
  bool yet(const VerbGroup& v) const {
    for (std::uint32_t t = v.first > 0 ? v.first - 1 : 0; t < v.head; ++t) {
      if (word(t) && word(t)->reads("yet")) return true;
    }
    return false;
  }

  // "It is not true that X attacked", "There is no evidence that X attacked": what is left of the clause.
  std::optional<Status> doubted(const Clause& c) const {
    if (c.relation != Relation::complement || c.subject.empty() || c.subject.first < 2 ||
        !chunk_is(c.subject.first - 1, "that"))
      return std::nullopt;
    const std::uint32_t i = c.subject.first - 2;
    const Word* w = word(chunk(i).last - 1);
    if (!w) return std::nullopt;
    const bool fact = w->reads("true") || w->reads("correct") || w->reads("case");
    const bool trace = w->reads("evidence") || w->reads("proof") || w->reads("indication") || w->reads("indications") ||
                       w->reads("sign") || w->reads("suggestion");
    if (!fact && !trace) return std::nullopt;
    for (const Clause& g : out_) {
      if (g.tail.first > i || i >= g.tail.last || !verb(g).copula) continue;
      const Word* first = word(chunk(i).first);
      if (fact && verb(g).negated) return Status::denied;
      if (trace && (verb(g).negated || (first && first->reads("no")))) return Status::possible;
    }
    return std::nullopt;
  }

  // "neither confirmed nor denied it": behind "nor".
  bool nor(const Clause& c) const {
    return c.chunk > 0 && kind(c.chunk - 1, ChunkKind::conjunction) && chunk_is(c.chunk - 1, "nor");
  }

  // "No Ethiopian leader had visited Eritrea", "neither side called".
  bool nobody(const Clause& c) const {
    if (c.subject.empty() || c.inverted) return false;
    const Word* w = word(chunk(c.subject.first).first);
    return w && (w->reads("no") || w->reads("neither") || w->reads("nobody") || w->reads("none"));
  }

  // "This is not something that we have discussed with Iran".
  bool not_something(std::uint32_t i) const {
    const Clause &c = out_[i], &is = out_[i - 1];
    if (!verb(is).copula || c.subject.empty()) return false;
    std::uint32_t k = c.subject.first;
    if (k > 0 && (kind(k - 1, ChunkKind::subordinator) || kind(k - 1, ChunkKind::relative))) --k;
    const Word* const what = k > 0 && noun(k - 1) ? word(s_.phrases[chunk(k - 1).index].head) : nullptr;
    if (!what || k - 1 <= is.chunk) return false;
    const std::uint32_t at = chunk(k - 1).first;
    const auto no = [&](std::uint32_t t) { return word(t) && word(t)->reads("not"); };
    return (verb(is).negated || no(at) || no(at - 1)) &&
           (what->reads("something") || what->reads("anything") || what->reads("thing"));
  }

  void find_status(std::uint32_t i) {
    Clause& c = out_[i];
    if (i > 0 && c.joined && verb(c).form == VerbForm::ing && !verb(c).negated) {
      c.status = out_[i - 1].status;
      c.content = out_[i - 1].content;
      c.hearsay = out_[i - 1].hearsay;
      return;
    }
    c.status = own_status(c);
    if (made_sure_of(i)) {
      // "want to make sure that we work with Iraq": what one means to do.
      if (own_aim(c))
        c.status = worse(c.status, Status::planned);
      else
        c.content = true;
    }
    if (i > 0 && not_something(i) && c.status == Status::actual) c.status = Status::denied;
    if (c.modal_of != none) c.status = worse(c.status, out_[c.modal_of].status);
    if (verb(c).possible) c.hearsay = true;
    // "Do you believe Iran attacked?": the answer is open.
    if (c.source != none && c.source != i && c.relation != Relation::infinitive) {
      const Clause& source = out_[c.source];
      if (source.question && c.relation != Relation::relative) c.status = worse(c.status, Status::possible);
      // "I don't think Iran attacked."
      if (verb(source).negated && lemma_in(head(source), "doubting_verb"))
        c.status = verb(c).negated ? Status::actual : Status::denied;
    }
    if (c.relation == Relation::infinitive && pleaded_for(i)) c.content = true;
    if (i > 0 && of_supposed(i)) c.status = worse(c.status, Status::possible);
    if (c.relation == Relation::infinitive && able(c)) c.status = worse(c.status, Status::possible);
    if (i > 0 && supposed(i)) c.status = worse(c.status, Status::possible);
    if (i > 0 && asked_for_any(i)) c.status = worse(c.status, Status::possible);
    if (c.conditional && verb(c).negated) c.content = true;  // "if he does not object": nobody does anything
    if (demanded(c)) {
      c.content = true;
      c.status = worse(c.status, Status::planned);
    }
    if (threatened(c)) c.content = true;
    if (c.governor != none)
      under_governor(&c, out_[c.governor]);
    else if (c.relation == Relation::infinitive)
      under_noun(&c);
    if (c.source != none && c.source != i) {
      const WordProps* p = props(out_[c.source]);
      const Speech& s = tables_.vocabulary.speech[p->speech - 1];
      const bool quoted_before = out_[c.source].chunk > c.chunk;
      if (!s.keeps && nor(out_[c.source])) {
        c.status = worse(c.status, Status::possible);  // "neither confirmed nor denied that he met them"
        c.hearsay = true;
      } else if (!s.keeps && (!quoted_before || out_[c.source].passive) && !verb(out_[c.source]).negated) {
        c.status = worse(c.status, s.status);
        c.hearsay = true;
      }
    } else if (const auto doubt = doubted(c)) {
      c.status = worse(c.status, *doubt);
      c.hearsay = true;
    } else if (const std::uint32_t noun = content_of(c); noun != none) {
      const Word* w = word(s_.phrases[chunk(noun).index].head);
      if (w && w->noun_has_trait(Trait::hearsay_noun)) {
        c.status = worse(c.status, Status::possible);
        c.hearsay = true;
      }
    }
  }

  // "if there are Republicans who share it": who, if anybody.
  bool of_supposed(std::uint32_t i) const {
    const Clause &c = out_[i], &g = out_[i - 1];
    const bool is = verb(g).copula || s_.tagged[verb(g).head].tag == Tag::be;
    const bool asks = g.conditional || (g.chunk > 0 && chunk_is(g.chunk - 1, "if"));
    if (c.relation != Relation::relative || !asks || !is || g.tail.empty()) return false;
    std::uint32_t at = c.chunk;
    while (at > g.chunk && !kind(at, ChunkKind::relative) && !chunk_is(at, "that")) --at;
    if (at != g.tail.last && at + 1 != g.tail.last) return false;
    for (std::uint32_t k = g.tail.first; k < at; ++k) {
      if (kind(k, ChunkKind::comma)) return false;
    }
    return at > g.tail.first;
  }

  // "our calls for Norway to withdraw its forces and for Oman to pay": what is asked for.
  bool pleaded_for(std::uint32_t i) const {
    const Clause& c = out_[i];
    if (c.chunk < 3 || !noun(c.chunk - 1) || !chunk_is(c.chunk - 2, "for")) return false;
    if (kind(c.chunk - 3, ChunkKind::conjunction))
      return i > 0 && out_[i - 1].relation == Relation::infinitive && pleaded_for(i - 1);
    const Word* const w = noun(c.chunk - 3) ? word(s_.phrases[chunk(c.chunk - 3).index].head) : nullptr;
    return w && tables_.vocabulary.holds("plea_noun", w->noun_lemma);
  }

  // "has the right to attack", "the ability to help": it may.
  bool able(const Clause& c) const {
    if (c.governor != none && verb(out_[c.governor]).future) return false;  // "will have the ability to discuss it"
    const Word* const w = c.chunk > 0 && noun(c.chunk - 1) ? word(s_.phrases[chunk(c.chunk - 1).index].head) : nullptr;
    return w && tables_.vocabulary.holds("ability_noun", w->noun_lemma);
  }

  // "Imagine that Iran attacks Oman", "Suppose Iran attacks Oman".
  bool supposed(std::uint32_t i) const {
    const Clause& g = out_[i - 1];
    return out_[i].relation == Relation::complement && g.subject.empty() && lemma_in(head(g), "supposing_verb") &&
           verb(out_[i]).form == VerbForm::finite;
  }

  // "Was there anything that X agreed to?", "Is there anybody who met X?"
  bool asked_for_any(std::uint32_t i) const {
    const Clause& c = out_[i];
    if (s_.tokens.empty() || s_.tokens.back().punct != '?' || verb(c).form != VerbForm::finite ||
        (c.relation != Relation::complement && c.relation != Relation::relative))
      return false;
    const Clause& asks = out_[i - 1];
    return verb(asks).copula && asks.tail.last > asks.chunk + 1 && chunk_is(asks.chunk + 1, "there") &&
           c.subject.first + 1 > asks.chunk;
  }

  // The word before an "-ing" form, adverbs aside.
  template <typename Test>
  bool behind(const Clause& c, Test test) const {
    std::uint32_t i = c.chunk;
    while (i > 0 && kind(i - 1, ChunkKind::adverb)) --i;
    if (i == 0 || !(kind(i - 1, ChunkKind::preposition) || kind(i - 1, ChunkKind::subordinator))) return false;
    const Word* w = word(chunk(i - 1).first);
    return w && test(*w);
  }

  // "Biden will raise it when he meets Macron": the present tense of a clause of time looks ahead with its main clause.
  void times_ahead() {
    for (std::uint32_t i = 0; i < out_.size(); ++i) {
      Clause& c = out_[i];
      const VerbGroup& v = verb(c);
      if (c.status != Status::actual || v.form != VerbForm::finite || v.past || c.subject.empty() ||
          c.subject.first == 0 || c.inverted)
        continue;
      const std::uint32_t joint = c.subject.first - 1;
      const Word* w = kind(joint, ChunkKind::subordinator) || kind(joint, ChunkKind::preposition)
                          ? word(chunk(joint).first)
                          : nullptr;
      // "in Geneva, where Putin meets Biden": a diary's present looks ahead, too.
      const Word* const place =
          joint < count_ && (kind(joint, ChunkKind::relative) || w) ? word(chunk(joint).first) : nullptr;
      if (place && place->reads("where") && i > 0 && lemma_in(head(c), "diary_verb") && !v.progressive) {
        const Clause& g = out_[i - 1];
        const bool ahead =
            g.status == Status::planned || (verb(g).form == VerbForm::infinitive && g.status == Status::possible);
        if (ahead && !g.content) c.status = Status::planned;
        continue;
      }
      // "until Russia releases them": it has not.
      if (w && w->reads("until")) {
        look_ahead(i);
        continue;
      }
      const bool as = w && w->reads("as") && !v.perfect && lemma_in(head(c), "diary_verb");  // "as she makes her trip"
      if (!w || !(as || w->has_trait(Trait::time_clause_word)) || w->reads("since")) continue;
      const Clause* main = i > 0 && out_[i - 1].relation != Relation::relative ? &out_[i - 1] : nullptr;
      for (std::uint32_t j = i + 1; !main && j < out_.size(); ++j) {
        if (verb(out_[j]).form == VerbForm::finite && out_[j].relation != Relation::relative) main = &out_[j];
      }
      const bool awaits = main && !verb(*main).past && lemma_in(head(*main), "awaiting_verb");
      // "comes a week before Xi meets Trump".
      const bool lies_before = main && w->reads("before") && !verb(*main).past && !v.perfect;
      if (main &&
          (awaits || lies_before || main->status == Status::planned || (verb(*main).future && !verb(*main).past))) {
        look_ahead(i);
      }
    }
  }

  void look_ahead(std::uint32_t i) {
    out_[i].status = Status::planned;
    // "when he has the chance to meet Macron"
    for (Clause& d : out_) {
      if (d.governor == i) d.status = worse(d.status, Status::planned);
    }
  }

  // "demanded that Poland pay": what is asked for, with the verb in its base form.
  bool demanded(const Clause& c) const {
    std::uint32_t that = c.subject.first;
    if (that > 0 && kind(that - 1, ChunkKind::verb)) ++that;  // "demanding Poland pay"
    if (c.subject.empty() || that < 2 || s_.tagged[verb(c).head].form != verb_base || verb(c).first != verb(c).head ||
        !(that > c.subject.first || chunk_is(that - 1, "that")) || !kind(that - 2, ChunkKind::verb) ||
        !noun(c.subject.last - 1))
      return false;
    const Word* w = word(s_.verbs[chunk(that - 2).index].head);
    const Word* subject = word(s_.phrases[chunk(c.subject.last - 1).index].head);
    return w && w->verb_has_trait(Trait::demand_verb) && subject && !subject->plural_noun() &&
           s_.tagged[s_.phrases[chunk(c.subject.last - 1).index].head].tag != Tag::pronoun;
  }

  // "must ensure that all forces leave", "make sure they do not attack": an aim, and no event beside it. What somebody
  // ensured is so.
  bool made_sure_of(std::uint32_t i) const {
    const Clause& c = out_[i];
    const VerbForm form = verb(c).form;
    if (i == 0 || c.subject.empty() || c.inverted || (form != VerbForm::finite && form != VerbForm::base)) return false;
    if (c.joined && c.relation == Relation::complement && made_sure_of(i - 1)) return true;
    std::uint32_t at = std::min(c.subject.first, c.chunk);
    // "every country, including Iran, cooperates"
    while (at > 0 && c.chunk - at < 12 &&
           (noun(at - 1) || kind(at - 1, ChunkKind::comma) || chunk_is(at - 1, "including")))
      --at;
    if (at > 0 && chunk_is(at - 1, "that")) --at;
    if (at == 0) return false;
    if (chunk_is(at - 1, "sure") || chunk_is(at - 1, "certain")) --at;
    if (at == 0 || !kind(at - 1, ChunkKind::verb)) return false;
    const bool sure = at < c.subject.first && (chunk_is(at, "sure") || chunk_is(at, "certain"));
    for (std::uint32_t j = i; j-- > 0;) {
      const Clause& g = out_[j];
      if (g.chunk != at - 1) continue;
      const Word* const w = head(g);
      if (!w || (sure ? w->verb_lemma != "make" : w->verb_lemma != "ensure")) return false;
      return !(verb(g).form == VerbForm::finite && verb(g).past && g.status == Status::actual);
    }
    return false;
  }

  // Who makes sure is who acts.
  bool own_aim(const Clause& c) const {
    const std::uint32_t m = sole_actor(c.subject);
    if (m == none) return false;
    for (const Clause& g : out_) {
      const std::uint32_t own = g.chunk < c.chunk ? sole_actor(g.subject) : none;
      if (own != none && own != m && s_.mentions[own].entities == s_.mentions[m].entities) return true;
    }
    return false;
  }

  std::uint32_t sole_actor(const ChunkRange& subject) const {
    if (subject.last != subject.first + 1 || !noun(subject.first)) return none;
    const std::uint32_t m = s_.phrases[chunk(subject.first).index].mention;
    return m != none && !s_.mentions[m].entities.empty() ? m : none;
  }

  // "threatened that it would attack": what is threatened is no event beside the threat.
  bool threatened(const Clause& c) const {
    const std::uint32_t i = c.subject.first;
    if (c.subject.empty() || c.inverted || i == 0 || !verb(c).future || verb(c).perfect) return false;
    const std::uint32_t at = chunk_is(i - 1, "that") && i > 1 ? i - 2 : i - 1;
    const Word* w = kind(at, ChunkKind::verb) ? word(s_.verbs[chunk(at).index].head) : nullptr;
    return w && w->verb_lemma == "threaten";
  }

  // "had the opportunity to meet", "it is an honour to host", "became the first president to visit": done, as far as
  // the governor is.
  bool takes_place(const Clause& c, const Clause& g) const {
    const VerbGroup& v = verb(g);
    const Word* w = head(g);
    // "was able to meet", "were pleased to host"; "is able to meet" tells of what may be.
    if ((v.past || v.perfect) && !v.negated && !v.possible && w && w->has_trait(Trait::done_adjective) &&
        c.chunk == g.chunk + 1)
      return true;
    if (v.future || v.possible || c.chunk == 0) return false;
    const bool takes = lemma_in(w, "occasion_taking_verb"), misses = lemma_in(w, "occasion_missing_verb");
    const bool is = v.copula || takes || misses || lemma_in(w, "occasion_having_verb") ||
                    (w && (w->reads("had") || w->reads("have") || w->reads("has")));
    if (!is) return false;
    std::uint32_t i = c.chunk;
    if (named_doer(i)) i -= 2;
    while (i > g.chunk + 1 && !noun(i - 1)) --i;
    if (i <= g.chunk + 1) return false;
    const NounPhrase& p = s_.phrases[chunk(i - 1).index];
    const Word* noun = word(p.head);
    if (noun && noun->noun_has_trait(Trait::pleasure_noun)) return true;
    // "misses no opportunity to attack", "lost no time to thank".
    const Word* first = word(p.first);
    if (misses) return noun && noun->noun_has_trait(Trait::occasion_noun) && first && first->reads("no");
    // "we take this opportunity to thank Oman": by saying so.
    if (takes && noun && noun->noun_has_trait(Trait::occasion_noun)) return true;
    if (!v.past && !v.perfect) return false;
    return (noun && noun->noun_has_trait(Trait::occasion_noun)) || ranked(p);
  }

  bool first_person(const Clause& g) const {
    return !g.subject.empty() && (chunk_is(g.subject.first, "i") || chunk_is(g.subject.first, "we"));
  }

  bool pleased(const Clause& g) const { return head(g) && head(g)->has_trait(Trait::done_adjective); }

  // "the first", "the highest", "the only one".
  bool ranked(const NounPhrase& p) const {
    for (std::uint32_t t = p.first; t <= p.head; ++t) {
      const Word* w = word(t);
      if (!w) continue;
      if (w->reads("first") || w->reads("last") || w->reads("only") || w->reads("latest") || w->reads("second") ||
          w->reads("third"))
        return true;
      const bool describes = s_.tagged[t].tag == Tag::adjective || (p.mention != none && t == p.first + 1);
      if (describes && w->folded.size() > 5 && w->folded.ends_with("est")) return true;
    }
    return false;
  }

  // "went to talk with X", "fled to Syria to join Y": who went there did it; "is going to talk" is still to come.
  bool went(const Clause& g) const {
    const VerbGroup& v = verb(g);
    const Word* w = head(g);
    const bool after = v.form == VerbForm::ing && behind(g, [](const Word& b) { return b.reads("after"); });
    return (v.past || v.perfect || after) && !v.progressive && !v.future && !v.possible && w &&
           w->verb_has_trait(Trait::motion_verb);
  }

  // "waged a war to oust the rebels", "spearheaded the campaign to free Raqqa": by that they did so.
  bool wages(const Clause& c, const Clause& g) const {
    if (!(verb(g).past || verb(g).perfect) || c.chunk == 0 || !noun(c.chunk - 1)) return false;
    const NounPhrase& p = s_.phrases[chunk(c.chunk - 1).index];
    const Word *const w = p.mention == none ? word(p.head) : nullptr, *const first = word(p.first);
    if (!w || !tables_.vocabulary.holds("waged_noun", w->noun_lemma)) return false;
    // "died in the campaign to oust them": it was waged.
    const bool known = !p.possessors.empty() || (first && (first->reads("the") || first->reads("this")));
    return lemma_in(head(g), "waging_verb") || (known && kind(c.chunk - 2, ChunkKind::preposition));
  }

  // "spoke of the need to end", "have a plan to meet": the infinitive goes with that noun.
  bool intended(const Clause& c) const { return behind_noun(c, Trait::intent_noun); }

  // The noun phrase right before the verb is headed by a noun of that kind.
  bool behind_noun(const Clause& c, Trait trait) const {
    const Word* w = c.chunk > 0 && noun(c.chunk - 1) ? word(s_.phrases[chunk(c.chunk - 1).index].head) : nullptr;
    return w && w->noun_has_trait(trait);
  }

  // "His offer to meet X still stood", "Y's refusal to meet X": nothing but the noun says what became of it.
  void under_noun(Clause* c) const {
    if (behind_noun(*c, Trait::refusal_noun))
      c->status = worse(c->status, Status::denied);
    else if (intended(*c))
      c->status = worse(c->status, Status::planned);
  }

  // "have no plans to meet".
  bool none_of(const Clause& c) const {
    const std::uint32_t i = named_doer(c.chunk) ? c.chunk - 2 : c.chunk;  // "no plans for Abbas to meet"
    if (i == 0 || !noun(i - 1)) return false;
    const NounPhrase& p = s_.phrases[chunk(i - 1).index];
    const Word *first = word(p.first), *plan = word(p.head);
    return first && first->reads("no") && plan &&
           ((plan->noun_props && plan->noun_props->plan_noun) ||
            tables_.vocabulary.holds("lacking_noun", plan->noun_lemma));
  }

  // "It is important for Turkey to help Syria", "There is no reason for Norway to attack": what is thought of it.
  bool judged(const Clause& c, const Clause& g) const {
    if ((!verb(g).copula && s_.tagged[verb(g).head].tag != Tag::be) || takes_place(c, g)) return false;
    const bool doer = c.chunk > 2 && noun(c.chunk - 1) && chunk_is(c.chunk - 2, "for");
    const std::uint32_t i = doer ? c.chunk - 2 : c.chunk;
    const NounPhrase* const p = i > 0 && noun(i - 1) ? &s_.phrases[chunk(i - 1).index] : nullptr;
    const Word* const n = p ? word(p->head) : nullptr;
    const Word* const first = p ? word(p->first) : nullptr;
    if (n && first && first->reads("no")) return tables_.vocabulary.holds("needless_noun", n->noun_lemma);
    if (g.subject.empty() || !chunk_is(g.subject.first, "it") || g.subject.last != g.subject.first + 1) return false;
    const Word* const what = n ? n : i > 0 && kind(i - 1, ChunkKind::adverb) ? word(chunk(i - 1).last - 1) : nullptr;
    return what && (tables_.vocabulary.holds("judging_predicate", what->folded) ||
                    tables_.vocabulary.holds("judging_predicate", what->noun_lemma));
  }

  // "is the leading donor, giving millions": behind a comma, or a copula, it tells more, not what is planned.
  bool set_off(const Clause& c, const Clause& g) const {
    if (c.relation != Relation::participle) return false;
    if (verb(g).copula) return true;
    for (std::uint32_t i = g.chunk + 1; i < c.chunk; ++i) {
      if (s_.chunks[i].kind == ChunkKind::comma) return true;
    }
    return false;
  }

  // "denied meeting him", "decided against visiting", "held off on imposing": the "-ing" form behind it was not done.
  bool denies_it(const Clause& c, const Clause& g) const {
    const WordProps* p = props(g);
    const Word* w = head(g);
    if (!w || verb(c).form != VerbForm::ing) return false;
    if (c.chunk == g.chunk + 1)
      return p && p->speech && tables_.vocabulary.speech[p->speech - 1].status == Status::denied;
    if (chunk_is(g.chunk + 1, "against") && c.chunk == g.chunk + 2) return lemma_in(w, "deciding_verb");
    return chunk_is(g.chunk + 1, "off") && c.chunk <= g.chunk + 3 && lemma_in(w, "off_verb");
  }

  // The noun before "of" or "for" and an "-ing" form; nullptr where none stands there.
  const Word* noun_of(const Clause& c) const {
    std::uint32_t i = c.chunk;
    while (i > 0 && kind(i - 1, ChunkKind::adverb)) --i;
    if (i < 2 || !(chunk_is(i - 1, "of") || chunk_is(i - 1, "for")) || !noun(i - 2)) return nullptr;
    const NounPhrase& p = s_.phrases[chunk(i - 2).index];
    return p.mention == none ? word(p.head) : nullptr;
  }

  // "is not interested in attacking", "did not succeed in ending": what the preposition right behind the verb brings.
  bool taken_up(const Clause& c, const Clause& g) const {
    return c.chunk == g.chunk + 2 && (chunk_is(g.chunk + 1, "in") || chunk_is(g.chunk + 1, "of") ||
                                      chunk_is(g.chunk + 1, "at") || chunk_is(g.chunk + 1, "to"));
  }

  // "argued for lifting the sanctions", "calls for attacking the bases": others are to do it.
  bool urged(const Clause& c, const Clause& g) const {
    return lemma_in(head(g), "arguing_verb") && behind(c, [](const Word& w) { return w.reads("for"); }) && !noun_of(c);
  }

  // "turned down an invitation from Trump to visit": he did not.
  bool refuses(const Clause& c, const Clause& g) const {
    if (verb(g).negated || !lemma_in(head(g), "refusing_verb")) return false;
    for (std::uint32_t i = g.chunk + 1; i < c.chunk && i < g.chunk + 3; ++i) {
      const Word* const w = noun(i) ? word(s_.phrases[chunk(i).index].head) : nullptr;
      if (w && w->noun_has_trait(Trait::request_noun)) return true;
    }
    return false;
  }

  // "did nothing to help", "has done little to stop it".
  bool does_nothing(const Clause& c, const Clause& g) const {
    if (c.chunk != g.chunk + 2 || !noun(g.chunk + 1) || !does(g)) return false;
    const Word* const w = word(s_.phrases[chunk(g.chunk + 1).index].head);
    return w && (w->reads("nothing") || w->reads("little"));
  }

  void under_governor(Clause* c, const Clause& g) const {
    const WordProps* p = props(g);
    if (c->relation == Relation::infinitive && none_of(*c) && !takes_place(*c, g)) {
      c->status = Status::denied;
      return;
    }
    // "should not wait for a disaster to mend ties": neither done nor not.
    if (c->relation == Relation::infinitive && head(g) && head(g)->verb_lemma == "wait") {
      c->content = true;
      c->status = Status::possible;
      return;
    }
    if (c->relation == Relation::infinitive && judged(*c, g)) {
      c->content = true;
      c->status = worse(c->status, worse(g.status, Status::possible));
      return;
    }
    if (c->relation == Relation::infinitive && (refuses(*c, g) || does_nothing(*c, g))) {
      c->status = Status::denied;
      return;
    }
    if (c->relation == Relation::infinitive && !intended(*c) && (takes_place(*c, g) || went(g) || wages(*c, g))) {
      c->status = worse(c->status, g.status);
      return;
    }
    if (c->relation == Relation::infinitive) {
      const std::uint16_t object = governs_object(g) ? p->object_governor : std::uint16_t{0};
      const std::uint16_t number = !p                                              ? 0
                                   : c->subject.first != g.subject.first && object ? object
                                   : p->governor                                   ? p->governor
                                                                                   : object;
      // "voted by 141 to 7 to demand": the vote is the demand.
      if (head(g) && head(g)->verb_lemma == "vote" && lemma_in(head(*c), "resolving_verb")) {
        c->status = worse(c->status, g.status);
        return;
      }
      // "helped Oman negotiate a truce", "made them pay"
      if (verb(*c).form == VerbForm::base && head(g) &&
          (head(g)->verb_lemma == "make" || (head(g)->verb_lemma == "help" && (verb(g).past || verb(g).perfect)))) {
        c->status = worse(c->status, g.status);
        return;
      }
      const bool apart = kind(c->chunk - 1, ChunkKind::comma) && does(g);
      // "burned tyres to protest against the law": done with it.
      if (number == 0 && (verb(g).past || verb(g).perfect) && !intended(*c) && lemma_in(head(*c), "expressing_verb")) {
        c->status = worse(c->status, g.status);
        return;
      }
      if (number == 0 || apart) {
        c->status = worse(c->status, g.status == Status::actual ? Status::planned : g.status);
        return;
      }
      // "has to release them": due, not done; "had to release them" tells that it was.
      if (!verb(g).past && !verb(g).future && c->chunk == g.chunk + 1 && head(g) && !head(g)->reads("had") &&
          s_.tagged[verb(g).head].tag == Tag::have) {
        c->status = worse(c->status, g.status == Status::actual ? Status::possible : g.status);
        return;
      }
      // "I would like to thank Oman": said is done.
      if (would_like(verb(g)) && first_person(g) && lemma_in(head(*c), "performative_verb")) {
        c->status = verb(g).negated ? Status::denied : Status::actual;
        return;
      }
      const Governor& rule = tables_.vocabulary.governors[number - 1];
      c->content = rule.content || g.content;
      // "persuaded him to go", but "tried to persuade him to go".
      const bool tried = g.governor != none && lemma_in(head(out_[g.governor]), "trying_verb");
      if (number == object && rule.keeps && (g.status != Status::actual || tried)) c->content = true;
      if (rule.keeps) {
        c->status = worse(c->status, g.status);
        if (intended(*c)) c->status = worse(c->status, Status::planned);
      } else if (rule.status == Status::denied) {
        // "has not ruled out attacking": it may.
        c->status = !verb(g).negated                           ? Status::denied
                    : head(g) && head(g)->verb_lemma == "rule" ? Status::possible
                                                               : Status::actual;
      } else if (lemma_in(head(g), "trying_verb") && lemma_in(head(*c), "persuading_verb")) {
        c->status = worse(c->status, g.status);
      } else if (verb(*c).perfect && rule.status == Status::planned) {
        // "was pleased to have met", "is expected to have met": over, if it was.
        c->status = worse(c->status, verb(g).copula || pleased(g) ? g.status : Status::possible);
      } else {
        c->status =
            worse(c->status, g.status == Status::denied || g.status == Status::possible ? g.status : rule.status);
      }
      return;
    }
    if (c->relation == Relation::adverbial || c->relation == Relation::participle) {
      // "may readmit Syria, seven years after expelling it"
      if (c->chunk > 2 && chunk_is(c->chunk - 1, "after") && time(c->chunk - 2)) {
        c->status = own_status(*c);
        return;
      }
      // "will be jailed after joining Isis": that was before, and what it is for.
      if (g.passive && behind(*c, [](const Word& w) { return w.reads("after"); }) &&
          (verb(g).future || (p && p->object_governor))) {
        c->status = own_status(*c);
        return;
      }
      if (g.content && g.governor != none && c->chunk == g.chunk + 1)
        c->content = true;  // "called on them to stop fighting"
      // "must stop shelling us", "will stop selling arms": it is what is to end.
      if (c->chunk == g.chunk + 1 && g.status != Status::actual && lemma_in(head(g), "stopping_verb"))
        c->content = true;
      // "warned Washington against selling arms to Taiwan"
      if (behind(*c, [](const Word& w) { return w.reads("against"); }) && head(g) && head(g)->verb_lemma == "warn")
        c->content = true;
      // "stopped Russia from inviting her"
      const bool object = c->subject.first > g.chunk && c->subject.last + 1 == c->chunk;
      if (object && c->relation == Relation::adverbial && behind(*c, [](const Word& w) { return w.reads("from"); }))
        c->content = true;
      if (denies_it(*c, g)) {
        c->status = verb(g).negated ? Status::possible : Status::denied;
        return;
      }
      if (p && p->object_governor && tables_.vocabulary.governors[p->object_governor - 1].content &&
          c->relation == Relation::adverbial)
        c->content = true;
      const Governor* rule = p && p->governor ? &tables_.vocabulary.governors[p->governor - 1] : nullptr;
      const bool undenied = rule && rule->status == Status::denied && verb(g).negated;
      // "would not attend, blaming Iran": the comma ends what is denied.
      if (g.status == Status::denied && c->relation == Relation::participle && set_off(*c, g) && !verb(g).copula)
        return;
      if (urged(*c, g)) c->content = true;
      if (!undenied && (g.status != Status::denied || c->relation == Relation::participle || taken_up(*c, g)))
        c->status = worse(c->status, g.status);
      // "the idea of restoring ties": nothing but an idea.
      if (const Word* const w = noun_of(*c)) {
        if (tables_.vocabulary.holds("weighed_noun", w->noun_lemma)) c->content = true;
        if (tables_.vocabulary.holds("possible_noun", w->noun_lemma))
          c->status = worse(c->status, Status::possible);
        else if (w->noun_has_trait(Trait::intent_noun) || tables_.vocabulary.holds("planning_noun", w->noun_lemma))
          c->status = worse(c->status, Status::planned);
      }
      // "said after meeting X": when it was said.
      if (!rule || rule->keeps || verb(g).copula || set_off(*c, g) ||
          behind(*c, [](const Word& w) { return w.has_trait(Trait::time_clause_word); }))
        return;
      if (undenied)
        c->status = Status::possible;  // "has not ruled out attacking"
      else if (!rule->content)
        c->status = worse(c->status, rule->status);
      else if (c->relation == Relation::participle && c->chunk == g.chunk + 1)
        c->content = true;  // "discussed strengthening"
    }
  }

  bool diary_ = false;  // a line of a day's schedule
};

}  // namespace

bool diary_line(const Sentence& s) {
  if (s.tokens.size() < 4 || s.tagged[0].tag != Tag::number) return false;
  const Word* const w = s.tagged[1].word;
  return w && (w->reads("p.m") || w->reads("a.m") || w->reads("p.m.") || w->reads("a.m.") || w->reads("pm") ||
               w->reads("am"));
}

void find_statuses(const PackTables& tables, const Sentence& sentence, std::vector<Clause>* clauses) {
  StatusFinder(tables, sentence, clauses).run();
}

}  // namespace demarche::extract
