#include "extract/clauses.h"

#include <algorithm>

#include "extract/clause_plans.h"
#include "extract/clause_status.h"

namespace demarche::extract {

using namespace rules;

namespace {

class Finder : ClausePlans {
 public:
  using ClausePlans::ClausePlans;

  void run() {
    out_.clear();
    clause_at_.assign(count_, none);
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (s_.chunks[i].kind != ChunkKind::verb) continue;
      Clause c;
      c.verb = s_.chunks[i].index;
      c.chunk = i;
      c.passive = s_.verbs[c.verb].passive;
      attach(&c);
      clause_at_[i] = static_cast<std::uint32_t>(out_.size());
      out_.push_back(c);
    }
    fronted_participles();
    for (Clause& c : out_) find_tail(&c);
    shared_objects();
    inversions();
    for (Clause& c : out_) echo(&c);
    for (Clause& c : out_) {
      const bool beside = c.relation == Relation::adverbial || c.relation == Relation::participle;
      if (beside && c.subject.empty() && c.governor != none) c.subject = out_[c.governor].subject;
    }
  }

 private:
  void attach(Clause* c) {
    const VerbGroup& v = verb(*c);
    if (v.form != VerbForm::infinitive && v.form != VerbForm::base && asked(c)) return;
    switch (v.form) {
      case VerbForm::infinitive:
        return attach_infinitive(c);
      case VerbForm::ing:
        return attach_ing(c);
      case VerbForm::participle:
        return attach_reduced(c);
      case VerbForm::base:
        return attach_base(c);
      case VerbForm::finite:
        return attach_finite(c);
    }
  }

  // "Is Biden meeting Putin?", "Have the two been in touch?": the auxiliary stands before the subject.
  bool asked(Clause* c) const {
    if (out_.empty() || s_.tokens.empty()) return false;
    const Clause& before = out_.back();
    // "Is the U.S. helping them to defend —": broken off, and still asked.
    if (s_.tokens.back().punct != '?' && (before.chunk != 0 || s_.headline || verb(before).first != verb(before).head))
      return false;
    const VerbGroup& auxiliary = verb(before);
    const Tag tag = s_.tagged[auxiliary.head].tag;
    // "Does she have plans to meet him?"
    const Tag head = s_.tagged[verb(*c).head].tag;
    const Tag first = s_.tagged[verb(*c).first].tag;  // "Will he be meeting them?"
    const bool joins = tag == Tag::be || tag == Tag::have ||
                       (auxiliary.auxiliary_only && (head == Tag::be || head == Tag::have || first == Tag::be));
    const bool bare = auxiliary.last - auxiliary.first <= 2 && before.subject.empty() && joins;
    std::uint32_t last = c->chunk;
    while (last > before.chunk && kind(last - 1, ChunkKind::adverb)) --last;
    if (!bare || last <= before.chunk + 1 || !noun(last - 1)) return false;
    for (std::uint32_t i = before.chunk + 1; i < last; ++i) {  // "Norway and Oman", "officials of Oman"
      const bool of = kind(i, ChunkKind::preposition) &&
                      (chunk_is(i, "of") || chunk_is(i, "from") || chunk_is(i, "in") || chunk_is(i, "at"));
      const bool link = kind(i, ChunkKind::conjunction) || kind(i, ChunkKind::comma) || of;
      if (!noun(i) && !link) return false;
      if (noun(i) && i > before.chunk + 1 && noun(i - 1)) return false;
    }
    c->subject = {before.chunk + 1, last};
    c->question = true;
    const VerbGroup& v = verb(*c);
    const bool participle =
        v.form == VerbForm::participle || (v.form == VerbForm::finite && s_.tagged[v.first].tag == Tag::verb);
    c->passive = v.passive || (tag == Tag::be && participle);
    return true;
  }

  // The main clause that a complement or relative clause hangs on: ", and pledged" goes on with it.
  std::uint32_t outer_finite(std::uint32_t g) const {
    while (g != none && g > 0 && (out_[g].relation == Relation::complement || out_[g].relation == Relation::relative)) {
      std::uint32_t outer = none;
      for (std::uint32_t j = g; j-- > 0;) {
        if (verb(out_[j]).form == VerbForm::finite) {
          outer = j;
          break;
        }
      }
      if (outer == none) break;
      g = outer;
    }
    return g;
  }

  void attach_infinitive(Clause* c) {
    c->relation = Relation::infinitive;
    if (owned_plan(c)) return;
    if (plan_of_others(c->chunk)) {
      c->subject = {c->chunk - 1, c->chunk};
      return;
    }
    const std::uint32_t g = clause_before(outside_insertion(c->chunk));
    if (g == none) {
      subject_of_noun_plan(c);
      if (c->subject.empty()) subject_of_headline(c);
      return;
    }
    if (owned_aim(out_[g], c) || what_was_done(g, c)) return;
    if (const std::uint32_t first = beside(g, *c); first != none) {
      c->governor = out_[first].governor;
      c->subject = out_[first].subject;
      return;
    }
    const Clause& governor = out_[g];
    c->governor = g;
    c->subject = governor.subject;
    const WordProps* p = props(governor);
    if (!p) return;
    std::uint32_t object = object_between(governor.chunk, c->chunk);
    // "sent Kerry to Moscow to meet Lavrov": Kerry meets him.
    const std::uint32_t direct = governor.chunk + 1;
    if (object != none && object != direct && noun(direct) && actor(direct) && at_place(object)) object = direct;
    const bool got = head(governor) && head(governor)->verb_lemma == "get" && object == governor.chunk + 1;
    if ((got || governs_object(governor)) && object != none && !verb(governor).passive)
      c->subject = {object, object + 1};
    else if (named_doer(c->chunk))
      c->subject = {c->chunk - 1, c->chunk};
  }

  // "agreed to help Oman and to help Qatar", "voted to condemn Oman for refusing to sign and to punish it": the first
  // infinitive, beside which this one stands; none where it stands beside none.
  std::uint32_t beside(std::uint32_t g, const Clause& c) const {
    std::uint32_t i = c.chunk;
    while (i > 0 && kind(i - 1, ChunkKind::adverb)) --i;
    const auto infinitive = [&](std::uint32_t n) {
      return n != none && out_[n].relation == Relation::infinitive && out_[n].governor != none &&
             verb(out_[n]).form == VerbForm::infinitive;
    };
    if (i == 0 || !kind(i - 1, ChunkKind::conjunction) || !infinitive(g)) return none;
    const std::uint32_t above = out_[g].governor;
    const bool nested = out_[above].relation == Relation::adverbial && infinitive(out_[above].governor);
    return nested ? out_[above].governor : g;
  }

  // "urged Putin, whom she met on Monday, to withdraw", "voted, with Oman abstaining, to extend": where the clause that
  // a comma closes before i began.
  std::uint32_t outside_insertion(std::uint32_t i) const {
    if (i == 0 || !kind(i - 1, ChunkKind::comma)) return i;
    std::uint32_t start = relative_start(i - 1);
    if (start != none && start > 0 && kind(start - 1, ChunkKind::preposition)) --start;
    if (start != none && start > 0 && kind(start - 1, ChunkKind::comma)) return start - 1;
    for (std::uint32_t j = i - 1; j > 2 && i - j < 12; --j) {
      if (kind(j - 1, ChunkKind::stop) || kind(j - 1, ChunkKind::subordinator)) break;
      if (!kind(j - 1, ChunkKind::comma)) continue;
      const bool absolute = chunk_is(j, "with") && noun(j + 1) && kind(j + 2, ChunkKind::verb) &&
                            s_.verbs[chunk(j + 2).index].form == VerbForm::ing;
      return absolute ? j - 1 : i;
    }
    return i;
  }

  // Where the clause between commas that begins behind the comma at i ends, if the infinitive of the clause around it
  // follows: the closing comma; none otherwise.
  std::uint32_t insertion_end(std::uint32_t i) const {
    for (std::uint32_t j = i + 2; j + 1 < count_ && j < i + 14; ++j) {
      if (kind(j, ChunkKind::stop) || kind(j, ChunkKind::subordinator)) return none;
      if (kind(j, ChunkKind::comma) && kind(j + 1, ChunkKind::verb) &&
          s_.verbs[chunk(j + 1).index].form == VerbForm::infinitive)
        return outside_insertion(j + 1) == i ? j : none;
    }
    return none;
  }

  std::uint32_t object_between(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t object = none;
    for (std::uint32_t i = from + 1; i < to; ++i) {
      if (noun(i) && s_.phrases[chunk(i).index].mention != none) object = i;
    }
    return object;
  }

  void attach_ing(Clause* c) {
    std::uint32_t i = c->chunk;
    while (i > 0 && kind(i - 1, ChunkKind::adverb)) --i;
    if (i > 0 && (kind(i - 1, ChunkKind::preposition) || kind(i - 1, ChunkKind::subordinator))) {
      c->relation = Relation::adverbial;
      std::uint32_t g = clause_before(i - 1);
      // "enlisted Waters to get them out, after asking Iran": the comma closes the infinitive.
      if (g != none && i > 1 && kind(i - 2, ChunkKind::comma)) {
        while (out_[g].relation == Relation::infinitive && out_[g].governor != none) g = out_[g].governor;
      }
      c->governor = g;
      if (g == none) return;
      c->subject = out_[g].subject;
      if (owned_way(c, i - 1)) return;
      const WordProps* p = props(out_[g]);
      const std::uint32_t object = object_between(out_[g].chunk, i - 1);
      if (p && p->object_governor && object != none && !verb(out_[g]).passive) c->subject = {object, object + 1};
      // "stopped Russia from inviting her"
      if (object != none && object + 2 == i && chunk_is(i - 1, "from") && !verb(out_[g]).passive)
        c->subject = {object, object + 1};
      // "is angry at Hungary for blocking the loan"
      if (verb(out_[g]).copula && i > 3 && chunk_is(i - 1, "for") && noun(i - 2) &&
          (chunk_is(i - 3, "at") || chunk_is(i - 3, "with")))
        c->subject = {i - 2, i - 1};
      return;
    }
    if (listed_gerund(c, i)) return;
    // "a worker killed fighting the rebels": who was killed fought.
    if (i > 0 && kind(i - 1, ChunkKind::verb) && clause_at_[i - 1] != none &&
        out_[clause_at_[i - 1]].relation == Relation::reduced &&
        verb(out_[clause_at_[i - 1]]).form == VerbForm::participle && !out_[clause_at_[i - 1]].subject.empty()) {
      c->relation = Relation::reduced;
      c->subject = out_[clause_at_[i - 1]].subject;
      return;
    }
    c->relation = Relation::participle;
    // "called on them to stop fighting": who is to stop.
    if (i > 0 && kind(i - 1, ChunkKind::verb) && clause_at_[i - 1] != none &&
        verb(out_[clause_at_[i - 1]]).form == VerbForm::infinitive && out_[clause_at_[i - 1]].governor != none) {
      c->governor = clause_at_[i - 1];
      c->subject = out_[c->governor].subject;
      return;
    }
    if (i > 0 && noun(i - 1) && (issued_words(c, i - 1) || written_to(c, i - 1))) return;
    // "arrived in Brussels seeking aid": whoever arrived.
    if (i > 2 && at_place(i - 1) && kind(i - 3, ChunkKind::verb) && clause_at_[i - 3] != none &&
        verb(out_[clause_at_[i - 3]]).form == VerbForm::finite) {
      c->governor = clause_at_[i - 3];
      c->subject = out_[c->governor].subject;
      return;
    }
    if (i > 0 && noun(i - 1) && !kind(i - 1, ChunkKind::comma)) {
      c->relation = Relation::reduced;
      c->subject = {i - 1, i};
      return;
    }
    const std::uint32_t g = clause_before_comma(i);
    c->governor = g;
    if (g != none) {
      c->subject = out_[g].subject;
    } else if (i > 1 && kind(i - 1, ChunkKind::comma) && actor(i - 2) && (i == 2 || kind(i - 3, ChunkKind::stop))) {
      c->subject = {i - 2, i - 1};  // "The presidents, meeting in Oslo, agreed"
    }
  }

  bool at_place(std::uint32_t i) const {
    const std::uint32_t m = noun(i) ? s_.phrases[chunk(i).index].mention : none;
    if (m == none || !kind(i - 1, ChunkKind::preposition)) return false;
    const Refers refers = s_.mentions[m].refers;
    const bool place = refers == Refers::place || refers == Refers::capital || s_.mentions[m].kind == Kind::state;
    return place && (chunk_is(i - 1, "in") || chunk_is(i - 1, "to") || chunk_is(i - 1, "at"));
  }

  // "his strategy for degrading and destroying Isis", "tolerates Russia using gas and escalating the war": the second
  // stands as the first does.
  bool listed_gerund(Clause* c, std::uint32_t i) const {
    if (i < 2) return false;
    const bool conjunction = kind(i - 1, ChunkKind::conjunction);
    if (!conjunction && !(kind(i - 1, ChunkKind::comma) && kind(i - 2, ChunkKind::verb))) return false;
    std::uint32_t d = clause_before(i - 1);
    // "after fleeing to Syria to join them and swearing an oath"
    while (conjunction && d != none && out_[d].relation == Relation::infinitive) d = out_[d].governor;
    if (d == none || verb(out_[d]).form != VerbForm::ing) return false;
    const Clause& first = out_[d];
    const bool described = first.relation == Relation::reduced && !first.subject.empty() && actor(first.subject.first);
    if (first.relation != Relation::adverbial && !described) return false;
    c->relation = first.relation;
    c->governor = first.governor;
    c->subject = first.subject;
    c->status = first.status;
    c->joined = true;
    return true;
  }

  // "backs the President's approach to fighting Isis", "the commitment of Japan to rebuilding Iraq": the owner of the
  // way, the plan, the promise before the preposition acts.
  bool owned_way(Clause* c, std::uint32_t preposition) const {
    if (preposition == 0 || !noun(preposition - 1)) return false;
    if (!chunk_is(preposition, "to") && !chunk_is(preposition, "for") && !chunk_is(preposition, "of") &&
        !chunk_is(preposition, "in") && !chunk_is(preposition, "at") && !chunk_is(preposition, "on"))
      return false;
    std::uint32_t i = preposition - 1;
    const bool of = i > 2 && chunk_is(i - 1, "of") && noun(i - 2) && s_.phrases[chunk(i).index].mention != none;
    if (of) i -= 2;
    const NounPhrase& p = s_.phrases[chunk(i).index];
    const Word* const w = word(p.head);
    if (p.mention != none || !w || (of ? !p.possessors.empty() : p.possessors.empty())) return false;
    const bool in = !of && chunk_is(preposition, "in");  // whatever Poland has in countering something
    const bool way = tables_.vocabulary.holds("owned_way_noun", w->noun_lemma);
    if (!way && !in) return false;
    c->subject = of ? ChunkRange{i + 2, i + 3} : ChunkRange{i, i + 1};
    if (way && w->noun_has_trait(Trait::intent_noun)) c->status = Status::planned;
    return true;
  }

  // "adopted a resolution condemning Mali": whoever issues the words does what they say.
  bool issued_words(Clause* c, std::uint32_t i) const {
    const NounPhrase& p = s_.phrases[chunk(i).index];
    const Word* const w = word(p.head);
    if (p.mention != none || !p.possessors.empty() || !w || !tables_.vocabulary.holds("words_noun", w->noun_lemma))
      return false;
    const std::uint32_t g = clause_before(i);
    if (g == none || out_[g].passive || !lemma_in(head(out_[g]), "issuing_verb")) return false;
    c->relation = Relation::participle;
    c->governor = g;
    c->subject = out_[g].subject;
    return true;
  }

  // "wrote to Mali asking for troops", "sent a letter to Mali seeking help": so does whoever writes.
  bool written_to(Clause* c, std::uint32_t i) const {
    if (i < 2 || verb(*c).form != VerbForm::ing || !chunk_is(i - 1, "to")) return false;
    if (noun(i - 2)) return issued_words(c, i - 2);
    const std::uint32_t g = kind(i - 2, ChunkKind::verb) ? clause_at_[i - 2] : none;
    if (g == none || out_[g].passive || !head(out_[g]) || head(out_[g])->verb_lemma != "write") return false;
    c->relation = Relation::participle;
    c->governor = g;
    c->subject = out_[g].subject;
    return true;
  }

  std::uint32_t clause_before_comma(std::uint32_t i) const {
    if (i > 0 && (kind(i - 1, ChunkKind::comma) || kind(i - 1, ChunkKind::conjunction))) --i;
    for (; i > 0; --i) {
      if (chunk(i - 1).kind == ChunkKind::stop) return none;
      const std::uint32_t n = clause_at_[i - 1];
      if (n != none && !as_said(out_[n]) &&
          (verb(out_[n]).form == VerbForm::finite || out_[n].relation == Relation::participle))
        return n;
    }
    return none;
  }

  // "talks hosted by Oman", ", led by Kerry,".
  void attach_reduced(Clause* c) {
    std::uint32_t i = c->chunk;
    while (i > 0 && kind(i - 1, ChunkKind::adverb)) --i;
    if (i > 0 && kind(i - 1, ChunkKind::conjunction)) {
      const std::uint32_t first = clause_before(i - 1);
      if (first == none || out_[first].relation != Relation::reduced ||
          verb(out_[first]).form != VerbForm::participle || out_[first].subject.empty())
        return attach_finite(c);
      c->relation = Relation::reduced;  // "joined by Canada and backed by Japan"
      c->subject = out_[first].subject;
      return;
    }
    c->relation = Relation::reduced;
    const bool comma = i > 0 && kind(i - 1, ChunkKind::comma);
    if (comma) --i;
    if (comma && i > 1 && kind(i - 1, ChunkKind::adverb) && chunk_is(i - 1, "there")) --i;
    if (i == 0 || !noun(i - 1)) return;
    c->subject = {i - 1, i};
    // "the drive to push Isis out of Syria, led by Iran": not Syria.
    if (comma && i > 2 && place(i - 1) && kind(i - 2, ChunkKind::preposition) && kind(i - 3, ChunkKind::preposition)) {
      c->subject = {};
      return;
    }
    if (const std::uint32_t deed = judged_deed(*c, i - 1); deed != none) c->subject = {deed, deed + 1};
    // "Russia went on to shell the town, backed by Iran": Russia is backed.
    if (comma && i > 1 && kind(i - 2, ChunkKind::verb) && !actor(i - 1) && !paper(i - 1) &&
        lemma_in(head(*c), "backing_verb")) {
      const std::uint32_t g = clause_at_[i - 2];
      if (g != none && out_[g].subject.first < out_[g].subject.last && actor(out_[g].subject.first)) {
        c->subject = out_[g].subject;
        return;
      }
    }
    // "Talks between A and B, sponsored by C": the talks.
    const std::uint32_t pair = comma ? before_pair(i - 1) : none;
    if (pair != none && s_.phrases[chunk(pair - 1).index].mention == none) c->subject = {pair - 1, pair};
  }

  // "vetoed a resolution, backed by Oman": the resolution is.
  bool paper(std::uint32_t i) const {
    const Word* const w = word(s_.phrases[chunk(i).index].head);
    return w && (tables_.vocabulary.holds("words_noun", w->noun_lemma) ||
                 tables_.vocabulary.holds("reject_offer_noun", w->noun_lemma));
  }

  bool actor(std::uint32_t i) const {
    if (!noun(i)) return false;
    const std::uint32_t m = s_.phrases[chunk(i).index].mention;
    return m != none && s_.mentions[m].refers != Refers::place;
  }

  // "Only after he called did Netanyahu apologise", "Not only did Turkey shell Afrin": told, not asked.
  bool only_then(std::uint32_t i) const {
    if (asks() || i == 0) return false;
    for (std::uint32_t j = i; j > 0 && !kind(j - 1, ChunkKind::stop) && !kind(j - 1, ChunkKind::quote); --j) {
      for (std::uint32_t t = chunk(j - 1).first; t < chunk(j - 1).last; ++t) {
        if (word(t) && word(t)->reads("only")) return true;
      }
    }
    return false;
  }

  bool asks() const { return !s_.tokens.empty() && s_.tokens.back().punct == '?'; }

  // "could defeat rebels who hold the city, and go on to …": behind the comma the clause around the relative one goes
  // on.
  std::uint32_t past_relative_clause(std::uint32_t at, std::uint32_t g) const {
    const std::uint32_t i = kind(at - 1, ChunkKind::adverb) ? at - 1 : at;
    if (out_[g].relation != Relation::relative || i < 2 || !kind(i - 1, ChunkKind::conjunction) ||
        !kind(i - 2, ChunkKind::comma))
      return g;
    for (std::uint32_t j = g; j-- > 0;) {
      const VerbGroup& v = verb(out_[j]);
      if (v.form == VerbForm::infinitive || v.future || v.possible) return j;
      if (v.form == VerbForm::finite && out_[j].relation != Relation::relative) break;
    }
    return g;
  }

  void attach_base(Clause* c) {
    if (instead_of(c) || resumes_modal(c)) return;
    std::uint32_t g = clause_before(c->chunk);
    if (g == none) return attach_finite(c);
    g = past_relative_clause(c->chunk, g);
    const VerbGroup& v = verb(out_[g]);
    if (v.auxiliary_only) {  // "Did Clinton call …?"
      // "Should Iran attack, Israel will answer."
      c->conditional = chunk_is(out_[g].chunk, "should") && !asks();
      c->question = !c->conditional && !only_then(out_[g].chunk);
      c->subject = {out_[g].chunk + 1, c->chunk};
      // "Why can't he meet her?": he does not.
      if (v.negated && out_[g].chunk > 0 && chunk_is(out_[g].chunk - 1, "why")) c->status = Status::denied;
      return;
    }
    if (kind(c->chunk - 1, ChunkKind::conjunction) ||
        (c->chunk > 1 && kind(c->chunk - 1, ChunkKind::adverb) && kind(c->chunk - 2, ChunkKind::conjunction))) {
      c->joined = true;
      c->relation = out_[g].relation;
      c->governor = out_[g].governor;
      c->subject = out_[g].subject;
      if (out_[g].relation != Relation::infinitive)
        c->modal_of = g;
      else if (c->governor == none)
        c->status = out_[g].status;
      return;
    }
    if (!does_it(out_[g], *c)) attach_finite(c);
    if (c->subject.empty()) {
      c->relation = Relation::infinitive;
      c->governor = g;
      const std::uint32_t object = object_between(out_[g].chunk, c->chunk);
      c->subject = object == none ? out_[g].subject : ChunkRange{object, object + 1};
    }
  }

  // "Rather than sanction Oman, Iran signed", "it signed rather than sanction Oman".
  bool instead_of(Clause* c) const {
    const std::uint32_t t = verb(*c).first;
    if (t < 2 || !word(t - 1) || !word(t - 2) || !word(t - 1)->reads("than") || !word(t - 2)->reads("rather"))
      return false;
    c->relation = Relation::adverbial;
    c->status = Status::denied;
    const std::uint32_t g = finite_before(c->chunk);
    if (g != none) c->subject = out_[g].subject;
    return true;
  }

  // "let Finland join", "helped Oman negotiate a truce", "made them pay": what stands between the two does it.
  bool does_it(const Clause& g, const Clause& c) const {
    const Word* const w = head(g);
    if (!w || c.chunk < g.chunk + 2 || !head(c)) return false;
    for (std::uint32_t i = g.chunk + 1; i < c.chunk; ++i) {
      const bool joint = kind(i, ChunkKind::conjunction) && i > g.chunk + 1 && noun(i + 1);
      if (!joint && !(noun(i) && s_.phrases[chunk(i).index].mention != none)) return false;
    }
    if (w->verb_lemma == "let") return lemma_in(head(c), "entering_verb");
    return w->verb_lemma == "help" || w->verb_lemma == "make";
  }

  // "Turkey would not, Erdogan said, ratify it", '"We will," Lavrov said, "respond"': the modal stands before who says
  // it.
  bool resumes_modal(Clause* c) const {
    std::uint32_t i = c->chunk;
    if (i > 0 && kind(i - 1, ChunkKind::quote)) --i;
    if (i == 0 || !kind(i - 1, ChunkKind::comma)) return false;
    std::uint32_t said = none;
    for (std::uint32_t n = static_cast<std::uint32_t>(out_.size()); n-- > 0;) {
      const Clause& g = out_[n];
      const VerbGroup& v = verb(g);
      if (v.auxiliary_only && (v.future || v.possible || v.negated) && !g.subject.empty() &&
          kind(g.chunk + 1, ChunkKind::comma)) {
        c->subject = g.subject;
        c->relation = g.relation;
        c->modal_of = n;
        c->source = said;
        return true;
      }
      if (is_speech(g) && v.form == VerbForm::finite && said == none)
        said = n;
      else if (v.form != VerbForm::ing)  // "would not, for the time being, lift"
        return false;
    }
    return false;
  }

  void attach_finite(Clause* c) {
    std::uint32_t i = c->chunk;
    i = skip_time(i);
    if (i == 0) return;
    if (kind(i - 1, ChunkKind::relative)) return attach_relative(c, i - 1);
    if (kind(i - 1, ChunkKind::conjunction)) {
      const bool comma = i > 1 && kind(i - 2, ChunkKind::comma);
      std::uint32_t g = finite_before(i - 1);
      if (g != none && (comma || has_own_object(out_[g], *c))) g = outer_finite(g);
      if (g != none) {
        c->relation = Relation::coordinate;
        c->subject = out_[g].subject;
        c->inverted = out_[g].inverted;
        c->governor = out_[g].governor;
        if (out_[g].relation == Relation::relative || out_[g].relation == Relation::complement)
          c->relation = out_[g].relation;
        c->conditional = out_[g].conditional;
        c->joined = true;
        c->passive = c->passive || shares_auxiliary(*c, out_[g]);
        // "will pick up the phone and have a talk": both are still to come.
        const Word* const w = head(*c);
        if (w && w->reads("have") && (verb(out_[g]).future || verb(out_[g]).possible)) c->modal_of = g;
      }
      return;
    }
    std::uint32_t last = skip_left(i);
    if (last > 0 && kind(last - 1, ChunkKind::relative) && last < i) return attach_relative(c, last - 1);
    if (last > 1 && kind(last - 1, ChunkKind::comma) && lone_comma(last - 1, *c)) last = skip_left(last - 1);
    if (last == 0 || !noun(last - 1)) return bare(c, i);
    c->subject = subject_list(last);
    if (const std::uint32_t plan = plan_before(*c); plan != none) c->subject = {plan, plan + 1};
    headline_pair(c);
    named_among(c);
    joined_subject(c, i);
    // "Talks between A and B resumed": the list is a complement of the subject before it.
    std::uint32_t outer = before_pair(c->subject.first);
    // "Talks in Vienna between A and B".
    while (outer != none && outer > 2 && kind(outer - 2, ChunkKind::preposition) && noun(outer - 3)) outer -= 2;
    if (outer != none) c->subject = subject_list(outer);
    note_boundary(c);
    object_before(c);
    if (c->subject.first > 0 && chunk_is(c->subject.first - 1, "whose")) c->relation = Relation::relative;
  }

  // "Iran's refusal to free the envoy angered Oman": the refusal did, not the envoy; none where no noun with an
  // infinitive stands before the verb.
  std::uint32_t plan_before(const Clause& c) const {
    if (out_.empty()) return none;
    const Clause& d = out_.back();
    if (d.relation != Relation::infinitive || d.governor != none || d.chunk >= c.subject.first || d.chunk == 0 ||
        !noun(d.chunk - 1))
      return none;
    for (std::uint32_t i = d.chunk + 1; i < c.chunk; ++i) {
      if (!noun(i) && !kind(i, ChunkKind::preposition) && !kind(i, ChunkKind::adverb) &&
          !(kind(i, ChunkKind::conjunction) && noun(i - 1) && noun(i + 1)))
        return none;
    }
    std::uint32_t i = d.chunk - 1;
    while (i > 1 && kind(i - 1, ChunkKind::preposition) && noun(i - 2)) i -= 2;
    const Word* const w = word(s_.phrases[chunk(i).index].head);
    const bool plan = w && ((w->noun_props && w->noun_props->plan_noun) || w->noun_has_trait(Trait::refusal_noun) ||
                            w->noun_has_trait(Trait::request_noun));
    const bool opens = i == 0 || !(kind(i - 1, ChunkKind::verb) || kind(i - 1, ChunkKind::preposition));
    return plan && opens ? i : none;
  }

  // "blew up the office that Seoul had built and threatened to attack": what the relative clause is about is its
  // verb's object; a verb with an object of its own is not beside it.
  bool has_own_object(const Clause& relative, const Clause& c) const {
    const std::uint32_t opener = relative.subject.first;
    if (relative.relation != Relation::relative || relative.object.empty() || relative.object_preposition != none ||
        relative.conditional || verb(relative).auxiliary_only || opener == 0 || noun(opener - 1))
      return false;
    const std::uint32_t i = c.chunk + 1;
    return noun(i) || (kind(i, ChunkKind::verb) && s_.verbs[chunk(i).index].form == VerbForm::infinitive);
  }

  // "Imran Khan (PTI), called Erdogan on Friday": no comma belongs there, and nothing else could be the subject.
  bool lone_comma(std::uint32_t comma, const Clause& c) const {
    const std::uint32_t object = c.chunk + 1;
    if (is_speech(c) || c.passive || object >= count_ || !noun(object)) return false;
    std::uint32_t i = comma;
    while (i > 0 && (noun(i - 1) || kind(i - 1, ChunkKind::preposition) || kind(i - 1, ChunkKind::open) ||
                     kind(i - 1, ChunkKind::close)))
      --i;
    const std::uint32_t m = noun(i) ? s_.phrases[chunk(i).index].mention : none;
    return m != none && s_.mentions[m].refers != Refers::pronoun && (i == 0 || dash_or_bracket(i - 1));
  }

  // "Lavrov, Blinken meet in Jakarta": headlines leave the "and" out; the verb is a plural's.
  void headline_pair(Clause* c) const {
    if (c->subject.first != 2 || c->subject.last != 3 || c->chunk != 3 || !noun(0) || !kind(1, ChunkKind::comma))
      return;
    const Tagged& head = s_.tagged[verb(*c).head];
    const bool plural = head.form == verb_base || (head.word && head.word->reads("are"));
    const auto one = [&](std::uint32_t i) {
      const std::uint32_t m = s_.phrases[chunk(i).index].mention;
      return m != none && !s_.mentions[m].plural && s_.mentions[m].refers != Refers::pronoun;
    };
    if (plural && one(0) && one(2)) c->subject.first = 0;
  }

  // "Countries including Japan, Norway and Chad have signed": the first of those named stands behind "including".
  void named_among(Clause* c) const {
    const std::uint32_t i = c->subject.first;
    if (i < 4 || !(kind(i - 1, ChunkKind::comma) || kind(i - 1, ChunkKind::conjunction)) || !noun(i - 2) ||
        !chunk_is(i - 3, "including") || !noun(i - 4) || s_.phrases[chunk(i - 2).index].mention == none)
      return;
    c->subject.first = i - 2;
  }

  // "Putin, along with Rouhani, met Assad": who is joined to the subject acts with it.
  void joined_subject(Clause* c, std::uint32_t verb_at) const {
    const std::uint32_t i = c->subject.last;
    if (i + 4 > verb_at || !kind(i, ChunkKind::comma) || !noun(c->subject.first)) return;
    // "Several countries, including Japan and Norway, condemned": those named, where nobody knows the others.
    if (chunk_is(i + 1, "including")) {
      const NounPhrase& p = s_.phrases[chunk(c->subject.first).index];
      const Word* whole = word(p.head);
      const bool vague = whole && s_.tagged[p.head > p.first ? p.head - 1 : p.head].tag != Tag::name &&
                         (!whole->actor_noun || tables_.vocabulary.actor_nouns[whole->actor_noun - 1].weak);
      if (vague && noun(i + 2) && s_.phrases[chunk(i + 2).index].mention != none) c->subject = following_list(i + 2);
      return;
    }
    if (!joiner(i + 1)) return;
    std::uint32_t j = i + 1;
    while (j < i + 4 && !noun(j)) ++j;  // "along with"
    if (j < verb_at && noun(j) && s_.phrases[chunk(j).index].mention != none && c->subject.last - c->subject.first == 1)
      c->subject.last = following_list(j).last;
  }

  // "were detained and beaten by …": a participle behind a passive, with nothing that it could act on.
  bool shares_auxiliary(const Clause& c, const Clause& first) const {
    const VerbGroup& v = verb(c);
    const Word* w = head(c);
    if (!first.passive || v.passive || !w || !w->can(verb_participle) || v.perfect || v.future || v.possible)
      return false;
    if (s_.tagged[v.first].tag == Tag::be || s_.tagged[v.first].tag == Tag::have ||
        s_.tagged[v.first].tag == Tag::modal)
      return false;
    if (!w->can(verb_past)) return true;  // "was arrested and given a sentence"
    if (noun(c.chunk + 1)) return false;
    if (kind(c.chunk + 1, ChunkKind::preposition) && chunk_is(c.chunk + 1, "by")) return true;
    // "was released and returned home" of oneself, "was arrested and deported" not.
    if (w->can(verb_base) || kind(c.chunk + 1, ChunkKind::verb) || (w->verb_props && w->verb_props->speech))
      return false;
    return !w->verb_has_trait(Trait::way_verb) && !w->verb_has_trait(Trait::intransitive_verb);
  }

  // "the sailors whom Russia captured", "the man with whom Putin spoke": what the relative word stands for.
  void object_before(Clause* c) const {
    std::uint32_t i = c->subject.first;
    if (c->subject.empty() || i == 0) return;
    if (noun(i - 1)) return contact_object(c);
    // "the call that he had with Putin", "the claims that Iran made": had and made, not what is claimed.
    const bool done = lemma_in(head(*c), "done_to_words_verb");
    const bool that = kind(i - 1, ChunkKind::subordinator) && chunk_is(i - 1, "that") && i > 1 && thing(i - 2) &&
                      (done || !takes_content(i - 2));
    if (!that && !kind(i - 1, ChunkKind::relative)) return;
    const Word* w = word(chunk(--i).first);
    if (!w || !(w->reads("whom") || w->reads("which") || w->reads("that") || w->reads("who"))) return;
    const std::uint32_t preposition = i > 0 && kind(i - 1, ChunkKind::preposition) ? --i : none;
    if (i > 0 && kind(i - 1, ChunkKind::comma)) --i;
    // "claims that Netanyahu met the prince": the verb has its object, the clause is what is claimed.
    if (i == 0 || !noun(i - 1) || (preposition == none && noun(c->chunk + 1)) || verb(*c).copula) return;
    c->relation = Relation::relative;
    c->object = {i - 1, i};
    c->object_preposition = preposition;
  }

  // "made clear that", "reports that": what follows is said, not done to it.
  bool takes_content(std::uint32_t i) const {
    const NounPhrase& p = s_.phrases[chunk(i).index];
    const Word* w = word(p.head);
    const Word* const first = word(p.first);  // "a move that Greece condemned" is a thing
    const bool verbal = w && w->noun_count * 8 < w->verb_count && !(first && (first->reads("a") || first->reads("an")));
    return w && ((p.last == p.first + 1 && w->can(adjective)) || verbal || w->noun_has_trait(Trait::content_noun));
  }

  bool thing(std::uint32_t i) const { return noun(i) && s_.phrases[chunk(i).index].mention == none; }

  // "the call he had with Putin", "the sanctions Canada imposed": no word stands between the thing and its clause.
  // Behind a verb of speech the clause is what is said.
  void contact_object(Clause* c) const {
    const std::uint32_t i = c->subject.first;
    // "the last time she met him", "the way Turkey talks to Greece": when and how, not what.
    const Word* const what = word(s_.phrases[chunk(i - 1).index].head);
    const bool when = what && (what->reads("time") || what->reads("way") || what->reads("reason"));
    if (!thing(i - 1) || time(i - 1) || when || noun(c->chunk + 1) || verb(*c).copula || verb(*c).auxiliary_only)
      return;
    if (i > 1 && kind(i - 2, ChunkKind::verb)) {
      const Word* w = word(s_.verbs[chunk(i - 2).index].head);
      if (w && w->verb_props && w->verb_props->speech) return;
    }
    const Tag first = s_.tagged[chunk(i).first].tag;
    const std::uint32_t who = s_.phrases[chunk(i).index].mention;
    const bool titled = who != none && s_.mentions[who].refers == Refers::person;  // "the talks Secretary Kerry had"
    const bool begins =
        first == Tag::pronoun || first == Tag::name || first == Tag::determiner || first == Tag::possessive || titled;
    if (!begins || subject_is_thing(*c)) return;
    c->relation = Relation::relative;
    c->object = {i - 1, i};
  }

  bool subject_is_thing(const Clause& c) const {
    for (std::uint32_t i = c.subject.first; i < c.subject.last; ++i) {
      if (noun(i) && !thing(i)) return false;
    }
    return true;
  }

  // ", who visited": the antecedent.
  void attach_relative(Clause* c, std::uint32_t relative) {
    c->relation = Relation::relative;
    // "Afghans who have helped the government, who have helped the people"
    if (!out_.empty() && relative > 0 && kind(relative - 1, ChunkKind::comma) &&
        out_.back().relation == Relation::relative && head(out_.back()) && head(*c) && !head(*c)->verb_lemma.empty() &&
        head(out_.back())->verb_lemma == head(*c)->verb_lemma && out_.back().chunk < relative &&
        c->chunk == relative + 1) {
      c->subject = out_.back().subject;
      return;
    }
    std::uint32_t i = relative;
    if (i > 0 && kind(i - 1, ChunkKind::preposition)) --i;
    if (i > 0 && kind(i - 1, ChunkKind::comma)) --i;
    while (i > 0 && (time(i - 1))) --i;
    // "the leader of Hezbollah, which attacked": no person.
    if (i > 0 && noun(i - 1) && !(chunk_is(relative, "which") && person(i - 1) && !kind(i - 2, ChunkKind::preposition)))
      c->subject = {i - 1, i};
    if (!c->subject.empty()) {
      const bool within = i > 2 && kind(i - 2, ChunkKind::preposition) && noun(i - 3);
      if (within && !person(i - 1) && (person(i - 3) || (body(i - 3) && place(i - 1) && !chunk_is(i - 2, "of"))))
        c->subject = {i - 3, i - 2};
      else if (const std::uint32_t deed = judged_deed(*c, i - 1); deed != none)
        c->subject = {deed, deed + 1};
    }
  }

  // "air strikes on Aleppo, which were condemned by France": the strikes were, not Aleppo, which the chunk at i names.
  std::uint32_t judged_deed(const Clause& c, std::uint32_t i) const {
    if (i < 2 || !kind(i - 1, ChunkKind::preposition) || !noun(i - 2) || !lemma_in(head(c), "judging_verb"))
      return none;
    const NounPhrase& p = s_.phrases[chunk(i - 2).index];
    const Word* w = word(p.head);
    return p.mention == none && w && tables_.vocabulary.holds("told_deed", w->noun_lemma) ? i - 2 : none;
  }

  bool person(std::uint32_t i) const {
    const std::uint32_t m = s_.phrases[chunk(i).index].mention;
    return m != none && (s_.mentions[m].kind == Kind::person || s_.mentions[m].refers == Refers::person);
  }

  // "the ministry in Minsk, which summoned him": a body, and no place.
  bool body(std::uint32_t i) const {
    const std::uint32_t m = s_.phrases[chunk(i).index].mention;
    return m != none && (s_.mentions[m].refers == Refers::described || s_.mentions[m].refers == Refers::role) &&
           !s_.mentions[m].plural && s_.mentions[m].kind != Kind::person;
  }

  bool place(std::uint32_t i) const {
    const std::uint32_t m = s_.phrases[chunk(i).index].mention;
    if (m == none) return false;
    const Refers r = s_.mentions[m].refers;
    return r == Refers::place || r == Refers::capital || (r == Refers::actor && s_.mentions[m].kind == Kind::state);
  }

  // A finite verb without a subject beside it: ", said Crowley" is handled as inversion; ", met with X" shares the
  // subject.
  void bare(Clause* c, std::uint32_t i) {
    if (i > 0 && kind(i - 1, ChunkKind::comma)) {
      if (few_alone(*c)) return;
      if (const std::uint32_t n = before_comment(i - 1); n != none) {
        c->subject = {n, n + 1};
        return;
      }
      const std::uint32_t g = outer_finite(finite_before(i));
      if (g != none) {
        c->subject = out_[g].subject;
        c->relation = Relation::coordinate;
        c->joined = true;
        if (verb(*c).form == VerbForm::base && (verb(out_[g]).possible || verb(out_[g]).future)) c->modal_of = g;
      }
    } else if (i > 0 && s_.tokens[chunk(i - 1).first].punct == '-') {
      // "he'll meet with -- have a meeting with Malaysia": begun anew.
      const std::uint32_t g = finite_before(i - 1);
      if (g != none) c->subject = out_[g].subject;
      const Word* w = head(*c);
      if (g != none && (verb(*c).form == VerbForm::base || (w && w->reads("have")))) c->modal_of = g;
    }
  }

  // ", few have questioned it": a subject of its own, and nobody.
  bool few_alone(const Clause& c) const {
    const VerbGroup& v = verb(c);
    for (std::uint32_t t = v.first > 0 ? v.first - 1 : 0; t < v.head; ++t) {
      const Word* const w = word(t);
      if (w && (w->reads("few") || w->reads("many") || w->reads("most") || w->reads("some"))) return true;
    }
    return false;
  }

  // "Clinton, I'm sure you all saw, was in Geneva": what stood before a comment put between commas. None where the
  // comma at the index closes none.
  std::uint32_t before_comment(std::uint32_t comma) const {
    for (std::uint32_t j = comma; j > 1; --j) {
      if (kind(j - 1, ChunkKind::stop) || kind(j - 1, ChunkKind::conjunction)) return none;
      if (!kind(j - 1, ChunkKind::comma)) continue;
      const bool opens = noun(j - 2) && (j == 2 || kind(j - 3, ChunkKind::stop) || kind(j - 3, ChunkKind::quote) ||
                                         kind(j - 3, ChunkKind::subordinator));
      if (!opens || s_.phrases[chunk(j - 2).index].mention == none || !noun(j) || !kind(j + 1, ChunkKind::verb))
        return none;
      const bool person = s_.tagged[chunk(j).first].tag == Tag::pronoun;
      const std::uint32_t n = clause_at_[j + 1];
      return person && n != none && (verb(out_[n]).copula || is_speech(out_[n])) ? j - 2 : none;
    }
    return none;
  }

  void note_boundary(Clause* c) const {
    std::uint32_t i = c->subject.first;
    while (i > 0 && (kind(i - 1, ChunkKind::preposition) || kind(i - 1, ChunkKind::adverb) || noun(i - 1) ||
                     time(i - 1) || kind(i - 1, ChunkKind::comma)))
      --i;
    if (i > 1 && kind(i - 1, ChunkKind::conjunction) && chunk_is(i - 2, "whether")) --i;  // "whether or not"
    if (c->subject.first > 0 && introduces_clause(c->subject.first - 1)) {
      c->relation = Relation::adverbial;
      c->conditional = awaited(c->subject.first - 1);
      return;
    }
    if (i == 0) return;
    if (kind(i - 1, ChunkKind::subordinator)) {
      const Word* w = word(chunk(i - 1).first);
      c->relation = Relation::complement;
      if (w && (w->reads("if") || w->reads("unless") || w->reads("whether"))) c->conditional = true;
      // "provided that it pays", "on condition that it pays"
      const std::uint32_t that = chunk(i - 1).first;
      const Word* const before = that > 0 ? word(that - 1) : nullptr;
      if (before && (before->reads("provided") || before->reads("condition"))) c->conditional = true;
      if (w && !w->reads("that") && !w->reads("whether") && !w->reads("if") && !w->reads("how") && !w->reads("why"))
        c->relation = Relation::adverbial;
    }
  }

  // "will not end the strike until the ministry gives in": nobody knows whether it will.
  bool awaited(std::uint32_t i) const {
    if (!chunk_is(i, "until") && !chunk_is(i, "till")) return false;
    const std::uint32_t main = finite_before(i);
    const std::uint32_t m = noun(i + 1) ? s_.phrases[chunk(i + 1).index].mention : none;
    const bool other = m == none || s_.mentions[m].refers != Refers::pronoun;
    return main != none && other && verb(out_[main]).negated && verb(out_[main]).future;
  }

  // "Speaking in Brussels, Clinton said …": the subject of the main clause; "Taking part was X": what follows "was".
  void fronted_participles() {
    for (std::uint32_t i = 0; i < out_.size(); ++i) {
      Clause& c = out_[i];
      if (verb(c).form == VerbForm::finite || (verb(c).form == VerbForm::base && c.relation != Relation::adverbial))
        continue;
      if (!c.subject.empty()) continue;
      for (std::uint32_t j = i + 1; j < out_.size(); ++j) {
        if (verb(out_[j]).form != VerbForm::finite || out_[j].relation == Relation::relative || as_said(out_[j]))
          continue;
        if (verb(out_[j]).copula && out_[j].subject.empty() && noun(out_[j].chunk + 1)) {
          c.subject = following_list(out_[j].chunk + 1);
          c.inverted = true;
          if (verb(out_[j]).negated) c.status = Status::denied;
        } else {
          c.subject = out_[j].subject;
        }
        break;
      }
    }
  }

  // "as Ben mentioned": put in between.
  bool as_said(const Clause& c) const {
    return is_speech(c) && !c.subject.empty() && c.subject.first > 0 && chunk_is(c.subject.first - 1, "as");
  }

  ChunkRange following_list(std::uint32_t first) const {
    std::uint32_t last = first + 1;
    for (;;) {
      std::uint32_t j = last;
      if (kind(j, ChunkKind::comma)) ++j;
      if (kind(j, ChunkKind::relative)) j = past_relative(j);
      if (kind(j, ChunkKind::conjunction)) ++j;
      if (j == last || !noun(j)) break;
      last = j + 1;
    }
    return {first, last};
  }

  // Behind a relative clause: after the comma that is followed by a conjunction.
  std::uint32_t past_relative(std::uint32_t i) const {
    for (std::uint32_t j = i; j + 1 < count_ && !kind(j, ChunkKind::stop); ++j) {
      if (kind(j, ChunkKind::comma) && kind(j + 1, ChunkKind::conjunction)) return j + 1;
    }
    return i;
  }

  // The first chunk after the clause's own words.
  void find_tail(Clause* c) const {
    c->tail.first = c->chunk + 1;
    std::uint32_t end = c->tail.first;
    for (; end < count_; ++end) {
      const ChunkKind k = chunk(end).kind;
      if (k == ChunkKind::stop || k == ChunkKind::subordinator || k == ChunkKind::open || k == ChunkKind::close) break;
      if (k == ChunkKind::comma && kind(end + 1, ChunkKind::verb) && outside_insertion(end + 1) < c->chunk) break;
      if (k == ChunkKind::comma && c->gap.empty() && begins_insertion(end + 1)) {
        const std::uint32_t close = insertion_end(end);
        if (close != none) {
          c->gap = {end, close + 1};
          end = close;
          continue;
        }
      }
      if (k == ChunkKind::relative) break;
      if (k == ChunkKind::quote && verb_before_stop(end)) break;
      if (k == ChunkKind::conjunction && resumes(*c, end)) break;
      if (k != ChunkKind::verb) continue;
      const Clause& other = out_[clause_at_[end]];
      const VerbForm f = verb(other).form;
      if (f == VerbForm::infinitive) continue;
      if (f == VerbForm::ing && kind(end - 1, ChunkKind::preposition)) continue;
      if (f == VerbForm::base && (other.relation == Relation::infinitive)) continue;
      // Another clause: cut before its subject and the conjunction or comma that brings it in.
      std::uint32_t cut = end;
      const bool own = !other.subject.empty() && other.subject.first > c->chunk && other.subject.last <= end &&
                       other.relation != Relation::relative && other.relation != Relation::reduced &&
                       other.relation != Relation::participle && !(f == VerbForm::ing && other.joined);
      if (own) cut = other.subject.first;
      // ", with Ethiopia refusing to attend"
      if (f == VerbForm::ing && end > c->chunk + 3 && noun(end - 1) && chunk_is(end - 2, "with") &&
          kind(end - 3, ChunkKind::comma))
        cut = end - 3;
      // "refused to accept it, and on Wednesday accused …": the time belongs to the second verb.
      const std::uint32_t before = own ? cut : skip_time(cut);
      if (before < cut && before > c->tail.first && kind(before - 1, ChunkKind::conjunction)) cut = before;
      while (cut > c->tail.first &&
             (kind(cut - 1, ChunkKind::conjunction) || kind(cut - 1, ChunkKind::comma) ||
              kind(cut - 1, ChunkKind::adverb) || (own && cut == other.subject.first && introduces_clause(cut - 1))))
        --cut;
      end = std::max(cut, c->tail.first);
      break;
    }
    // "had called Putin but that he had not answered": what joins the next clause is none of this one.
    while (end > c->tail.first && kind(end - 1, ChunkKind::conjunction)) --end;
    c->tail.last = std::max(end, c->tail.first);
  }

  bool begins_insertion(std::uint32_t i) const {
    return kind(i, ChunkKind::relative) ||
           (kind(i, ChunkKind::preposition) && (kind(i + 1, ChunkKind::relative) || chunk_is(i, "with")));
  }

  // "went to A, where he met B, and to C": behind the conjunction at i the clause around this one goes on.
  bool resumes(const Clause& c, std::uint32_t i) const {
    if ((c.relation != Relation::adverbial && c.relation != Relation::relative) || i < 2 ||
        !kind(i - 1, ChunkKind::comma) || !kind(i + 1, ChunkKind::preposition))
      return false;
    const Word* again = word(chunk(i + 1).first);
    const auto same = [&](std::uint32_t j) {
      const Word* w = kind(j, ChunkKind::preposition) ? word(chunk(j).first) : nullptr;
      return w && again && w->folded == again->folded;
    };
    for (std::uint32_t j = c.chunk + 1; j < i; ++j) {
      if (same(j)) return false;
    }
    for (std::uint32_t j = c.chunk; j-- > 0 && !kind(j, ChunkKind::stop);) {
      if (same(j)) return true;
    }
    return false;
  }

  // "Cameron met and thanked Harper", "were arrested and deported by Iran": the first verb shares what follows the
  // last.
  void shared_objects() {
    for (std::uint32_t i = static_cast<std::uint32_t>(out_.size()); i-- > 1;) {
      Clause &first = out_[i - 1], &second = out_[i];
      if (!first.tail.empty() || !second.joined || first.passive != second.passive || verb(first).copula ||
          verb(first).auxiliary_only)
        continue;
      if (is_speech(first) || second.tail.empty() || (first.passive && noun(second.tail.first))) continue;
      std::uint32_t k = first.chunk + 1;
      if (kind(k, ChunkKind::comma)) ++k;
      if (!kind(k, ChunkKind::conjunction)) continue;
      while (kind(k + 1, ChunkKind::adverb)) ++k;
      if (k + 1 == second.chunk) first.tail = second.tail;
    }
  }

  bool verb_before_stop(std::uint32_t quote) const {
    for (std::uint32_t i = quote + 1; i < count_; ++i) {
      if (kind(i, ChunkKind::quote) || kind(i, ChunkKind::stop)) return false;
      if (kind(i, ChunkKind::verb)) return true;
    }
    return false;
  }

  // "Obama did the same", "so did Obama", ", as did Obama", "neither did Obama".
  void echo(Clause* c) const {
    if (!verb(*c).auxiliary_only || c->chunk + 1 >= count_) return;
    const std::uint32_t next = c->chunk + 1;
    if (!c->subject.empty()) {
      const std::uint32_t t = chunk_is(next, "the") ? chunk(next).first + 1 : chunk(next).first;
      const Word* same = t < s_.tokens.size() ? word(t) : nullptr;
      const std::uint32_t m = noun(c->subject.first) ? s_.phrases[chunk(c->subject.first).index].mention : none;
      const bool told = m != none && s_.mentions[m].refers != Refers::pronoun && chunk_is(c->chunk, "did");
      c->echo = told && !c->inverted && !c->question && same && tables_.vocabulary.holds("echo_word", same->folded);
      return;
    }
    const std::uint32_t i = c->chunk;
    if (i == 0 || !noun(next) || s_.phrases[chunk(next).index].mention == none) return;
    if (!chunk_is(i, "did") && !chunk_is(i, "has") && !chunk_is(i, "have") && !chunk_is(i, "had")) return;
    const bool nor = chunk_is(i - 1, "neither") || chunk_is(i - 1, "nor");
    const bool opens =
        i == 1 || kind(i - 2, ChunkKind::comma) || kind(i - 2, ChunkKind::conjunction) || kind(i - 2, ChunkKind::stop);
    if (!opens || !(nor || chunk_is(i - 1, "so") || chunk_is(i - 1, "as"))) return;
    const ChunkRange list = following_list(next);
    if (kind(list.last, ChunkKind::verb)) return;
    c->subject = list;
    c->inverted = c->echo = true;
    c->tail = {list.last, list.last};
    if (nor) c->status = Status::denied;
  }

  // "…," said Crowley: a speech verb right after a quotation or comma with no subject before it.
  void inversions() {
    for (Clause& c : out_) {
      const WordProps* p = props(c);
      if (!p || !p->speech || verb(c).form != VerbForm::finite) continue;
      const bool after = c.chunk > 0 && (kind(c.chunk - 1, ChunkKind::comma) || kind(c.chunk - 1, ChunkKind::quote));
      if (after && noun(c.chunk + 1) && (c.subject.empty() || c.relation == Relation::coordinate) &&
          s_.phrases[chunk(c.chunk + 1).index].mention != none) {
        c.subject = {c.chunk + 1, c.chunk + 2};
        c.inverted = true;
        c.tail.first = std::min(c.chunk + 2, c.tail.last);
        c.relation = Relation::main;
      }
    }
  }
};

}  // namespace

void find_clauses(const PackTables& tables, const Sentence& sentence, std::vector<Clause>* clauses) {
  Finder(tables, sentence, clauses).run();
  find_statuses(tables, sentence, clauses);
}

}  // namespace demarche::extract
