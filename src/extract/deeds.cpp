#include "extract/deeds.h"

#include <algorithm>
#include <array>

namespace demarche::extract {

using namespace rules;

namespace {

constexpr std::uint32_t memory = 5;          // sentences that "the seizure" looks back over
constexpr std::uint32_t kind_memory = 1;     // "the attack" where it was told in another word
constexpr std::uint32_t custody_memory = 3;  // "her release"
constexpr std::uint32_t pronoun_memory = 1;  // "it"
constexpr std::size_t most_told = 24;        // deeds that are remembered
constexpr std::size_t most_acts = 8;
constexpr std::uint16_t unknown = 0xFFFF;
// Of nouns that may stand for one another.
constexpr std::array kinds = {"violence_deed", "custody_deed", "proposal_deed", "demand_deed",
                              "refusal_deed",  "forces_deed",  "saying_deed"};

// Where the word stands in the list; `unknown` where it does not.
std::uint16_t place_of(const rules::TableList<rules::TableString>* list, std::string_view word) {
  if (!list || word.empty()) return unknown;
  const auto at = std::find(list->begin(), list->end(), word);
  return at == list->end() ? unknown : static_cast<std::uint16_t>(at - list->begin());
}

bool actor(const ActorMention& m) { return !m.merged && !m.entities.empty() && m.refers != Refers::place; }

}  // namespace

Deeds::Deeds(const PackTables& tables, const std::vector<DocEntity>& entities)
    : entities_(entities),
      nouns_(tables.vocabulary.set("deed_noun")),
      verbs_(tables.vocabulary.set("deed_verb")),
      judging_(tables.vocabulary.set("judging_verb")),
      naming_(tables.vocabulary.set("naming_verb")),
      fired_(tables.vocabulary.set("fired_participle")),
      weapons_(tables.vocabulary.set("assault_missile")),
      done_by_(tables.vocabulary.set("deed_done_by")),
      suffered_(tables.vocabulary.set("suffered_deed")),
      any_(tables.vocabulary.set("any_deed_noun")),
      vocabulary_(tables.vocabulary) {}

void Deeds::read(Sentence* s) {
  if (!s->marked.empty()) return;
  subject_ = none;
  for (std::uint32_t i = 0; i < s->chunks.size(); ++i) {
    const Chunk& c = s->chunks[i];
    if (c.kind == ChunkKind::verb) verb(*s, i);
    if (c.kind == ChunkKind::stop) subject_ = none;
    if (c.kind != ChunkKind::noun) continue;
    const NounPhrase& p = s->phrases[c.index];
    const Word* w = word(*s, p.head);
    if (!w) continue;
    if (w->noun_has_trait(Trait::deed_noun) && s->tagged[p.head].tag == Tag::noun)
      phrase(s, i);
    else if (p.mention == none && p.possessors.empty() && fired(*s, i))
      s->phrases[c.index].possessors.push_back(s->phrases[s->chunks[i + 3].index].mention);
    else if (w->reads("it") && p.last == p.first + 1)
      it(s, i);
  }
}

// "a rocket fired by Hamas", "shells launched from Syria": theirs who fired it.
bool Deeds::fired(const Sentence& s, std::uint32_t i) const {
  const auto is = [&](std::uint32_t k, ChunkKind kind) { return k < s.chunks.size() && s.chunks[k].kind == kind; };
  if (!is(i + 1, ChunkKind::verb) || !is(i + 2, ChunkKind::preposition) || !is(i + 3, ChunkKind::noun)) return false;
  const VerbGroup& v = s.verbs[s.chunks[i + 1].index];
  const std::uint32_t m = s.phrases[s.chunks[i + 3].index].mention;
  const Word *const verb = word(s, v.head), *const by = word(s, s.chunks[i + 2].first);
  if (v.form != VerbForm::participle || m == none || !actor(s.mentions[m]) || !verb || !by) return false;
  return (by->reads("by") || by->reads("from")) && place_of(fired_, verb->folded) != unknown &&
         place_of(weapons_, word(s, s.phrases[s.chunks[i].index].head)->noun_lemma) != unknown;
}

// A deed in words of its own.
void Deeds::phrase(Sentence* s, std::uint32_t i) {
  NounPhrase* p = &s->phrases[s->chunks[i].index];
  if (p->mention != none) return;
  const std::uint16_t noun = place_of(nouns_, word(*s, p->head)->noun_lemma);
  if (noun == unknown) return;
  if (suffered(*s, i)) return suffer(s, i, noun);
  const std::uint32_t behind = p->possessors.empty() ? doer_behind(*s, i) : none;
  if (behind != none) p->possessors.push_back(behind);
  if (!p->possessors.empty()) {
    const ActorMention& m = s->mentions[p->possessors.front()];
    if (actor(m)) remember(noun, m.entities, s->number);
    return;
  }
  if (!goes_back(*s, *p)) return;
  if (i + 1 < s->chunks.size() && s->chunks[i + 1].kind == ChunkKind::preposition) {
    const Word* w = word(*s, s->chunks[i + 1].first);
    if (w && (w->reads("by") || w->reads("from") || w->reads("between"))) return;
  }
  const Deed* d = last(noun, s->number);
  if (!d) d = last_like(noun, s->number, kind_memory);
  if (const Deed* act = act_before(*s, i); act && (!d || d->sentence < act->sentence)) d = act;
  if (d) own(s, p, d->doers);
}

// "her release", "Protasevich's arrest", "the release of Sapega", but not "Turkey's arrest of an envoy".
bool Deeds::suffered(const Sentence& s, std::uint32_t i) const {
  const NounPhrase& p = s.phrases[s.chunks[i].index];
  const Word* const w = word(s, p.head);
  if (place_of(suffered_, w->folded) == unknown) return false;
  const bool behind = i + 1 < s.chunks.size() && s.chunks[i + 1].kind == ChunkKind::preposition;
  if (p.possessors.empty()) {
    const Word* const of = behind && w->reads("release") ? word(s, s.chunks[i + 1].first) : nullptr;
    return of && of->reads("of");
  }
  const ActorMention& m = s.mentions[p.possessors.back()];
  return !behind && (m.kind == Kind::person || m.refers == Refers::pronoun || w->reads("release")) && m.last <= p.head;
}

void Deeds::suffer(Sentence* s, std::uint32_t i, std::uint16_t noun) {
  NounPhrase* const p = &s->phrases[s->chunks[i].index];
  const bool judged = i > 0 && s->chunks[i - 1].kind == ChunkKind::verb && judging_ &&
                      place_of(judging_, word(*s, s->verbs[s->chunks[i - 1].index].head)->verb_lemma) != unknown;
  const bool freed = word(*s, p->head)->reads("release");
  const Deed* const told = freed && !judged ? nullptr : last(noun, s->number);
  const Deed* const held = freed ? last_like(place_of(nouns_, "arrest"), s->number, custody_memory)
                                 : last_like(noun, s->number, kind_memory);
  const Deed* const d = told ? told : held;
  const bool own_deed = d && !p->possessors.empty() && s->mentions[p->possessors.back()].entities == d->doers;
  p->possessors.clear();
  if (d && !own_deed) own(s, p, d->doers);
}

// "Algeria cut its ties with Morocco. Rabat called the decision unjustified.": what the noun phrase at i, without any
// complement, may mean; nullptr where it has one, or not just one other actor acted just before.
const Deeds::Deed* Deeds::act_before(const Sentence& s, std::uint32_t i) const {
  if (place_of(any_, word(s, s.phrases[s.chunks[i].index].head)->noun_lemma) == unknown) return nullptr;
  if (i + 1 < s.chunks.size()) {
    const Chunk& next = s.chunks[i + 1];
    const Word* const w = word(s, next.first);
    const bool infinitive = next.kind == ChunkKind::verb && s.verbs[next.index].form == VerbForm::infinitive;
    const bool of = next.kind == ChunkKind::preposition && w && !w->reads("as") && !w->reads("in");
    if (infinitive || of || next.kind == ChunkKind::relative || next.kind == ChunkKind::subordinator) return nullptr;
  }
  return sole_act(s);
}

// What just one actor other than the subject did in the last sentence that tells of acts.
const Deeds::Deed* Deeds::sole_act(const Sentence& s) const {
  const Deed* found = nullptr;
  for (auto d = acts_.rbegin(); d != acts_.rend() && s.number - d->sentence <= pronoun_memory; ++d) {
    if (found && found->sentence != d->sentence) break;
    if (of_subject(s, d->doers)) continue;
    if (d->doers.empty() || (found && found->doers != d->doers)) return nullptr;
    found = &*d;
  }
  return found;
}

void Deeds::note_act(const Sentence& s, const VerbGroup& v, std::uint32_t doer) {
  const Word* const w = word(s, v.head);
  const bool speaks = w && w->verb_props && w->verb_props->speech;
  if (speaks || v.copula || v.auxiliary_only || v.form != VerbForm::finite) return;
  const bool known = doer != none && actor(s.mentions[doer]) && s.mentions[doer].refers != Refers::described;
  if ((!known && !v.passive) || v.future) return;
  if (acts_.size() == most_acts) acts_.erase(acts_.begin());
  acts_.push_back({unknown, known ? s.mentions[doer].entities : FewNumbers(), s.number});
}

// "Egypt proposed a truce. Hamas rejected it." Only as what somebody does something about.
void Deeds::it(Sentence* s, std::uint32_t i) {
  if (i == 0 || s->chunks[i - 1].kind != ChunkKind::verb) return;
  NounPhrase* p = &s->phrases[s->chunks[i].index];
  if (p->mention != none && !s->mentions[p->mention].entities.empty()) return;
  // Not what the sentence's own subject does: "Sudan has rejected it" is about somebody else's deed.
  const auto d = std::find_if(told_.rbegin(), told_.rend(), [&](const Deed& x) { return !of_subject(*s, x.doers); });
  const Deed* deed = d == told_.rend() || s->number - d->sentence > pronoun_memory ? nullptr : &*d;
  const Word* const verb = word(*s, s->verbs[s->chunks[i - 1].index].head);
  const bool judged =
      verb && (place_of(judging_, verb->verb_lemma) != unknown || place_of(naming_, verb->verb_lemma) != unknown);
  if (!deed && judged) deed = sole_act(*s);
  if (deed && deed->noun == unknown && deed->sentence == s->number) deed = nullptr;  // "it" is nearer
  if (!deed) return;
  p->mention = none;
  own(s, p, deed->doers);
}

// "Iran seized the ship": from here on "the seizure" is Iran's.
void Deeds::verb(const Sentence& s, std::uint32_t i) {
  const VerbGroup& v = s.verbs[s.chunks[i].index];
  std::uint32_t k = i;
  while (k > 0 && s.chunks[k - 1].kind == ChunkKind::adverb) --k;
  const bool subject = k > 0 && s.chunks[k - 1].kind == ChunkKind::noun && v.form == VerbForm::finite;
  if (subject) {
    const std::uint32_t m = s.phrases[s.chunks[k - 1].index].mention;
    subject_ = m != none && actor(s.mentions[m]) ? m : none;
  }
  std::uint32_t doer = v.passive ? none : subject_;
  if (v.passive) {
    for (std::uint32_t j = i + 1; j + 1 < s.chunks.size() && j < i + 4; ++j) {
      const Word* by = s.chunks[j].kind == ChunkKind::preposition ? word(s, s.chunks[j].first) : nullptr;
      if (!by || !by->reads("by") || s.chunks[j + 1].kind != ChunkKind::noun) continue;
      doer = s.phrases[s.chunks[j + 1].index].mention;
      break;
    }
  }
  note_act(s, v, doer);
  const Word* w = word(s, v.head);
  if (!w || !w->verb_has_trait(Trait::deed_verb) || v.negated) return;
  const std::uint16_t noun = place_of(verbs_, w->verb_lemma);
  if (doer == none || noun == unknown || !nouns_ || noun >= nouns_->size() || !actor(s.mentions[doer])) return;
  // Several verbs may share a noun: the first place of the noun counts.
  remember(place_of(nouns_, (*nouns_)[noun]), s.mentions[doer].entities, s.number);
}

// "the shelling of Homs by Syrian forces", "an offer of talks that Park made": who did it; none where nobody is told.
std::uint32_t Deeds::doer_behind(const Sentence& s, std::uint32_t i) const {
  const auto is = [&](std::uint32_t j, ChunkKind kind) { return j < s.chunks.size() && s.chunks[j].kind == kind; };
  const auto mention = [&](std::uint32_t j) {
    const std::uint32_t m = is(j, ChunkKind::noun) ? s.phrases[s.chunks[j].index].mention : none;
    return m != none && actor(s.mentions[m]) ? m : none;
  };
  std::uint32_t j = i + 1;
  for (; is(j, ChunkKind::preposition) && is(j + 1, ChunkKind::noun); j += 2) {
    const Word* w = word(s, s.chunks[j].first);
    // Right behind the noun the rules themselves know it: "a proposal by Egypt".
    if (w && w->reads("by")) return j > i + 1 ? mention(j + 1) : none;
    if (!w ||
        !(w->reads("of") || w->reads("in") || w->reads("on") || w->reads("at") || w->reads("near") || w->reads("for")))
      return none;
  }
  // "the attack in Mogadishu, claimed by al-Shabaab", "a raid carried out by Chad".
  if (is(j, ChunkKind::comma) && is(j + 1, ChunkKind::verb)) ++j;
  if (is(j, ChunkKind::verb) && s.verbs[s.chunks[j].index].form == VerbForm::participle) {
    const Word* const done = word(s, s.verbs[s.chunks[j].index].head);
    std::uint32_t by = j + 1;
    const auto reads = [&](std::uint32_t k, const char* what) {
      const Word* const w = k < s.chunks.size() ? word(s, s.chunks[k].first) : nullptr;
      return w && w->folded == what;
    };
    if (reads(by, "out")) ++by;
    const bool does = done && place_of(done_by_, done->folded) != unknown;
    return does && reads(by, "by") ? mention(by + 1) : none;
  }
  if (!(is(j, ChunkKind::relative) || is(j, ChunkKind::subordinator)) || !is(j + 1, ChunkKind::noun) ||
      !is(j + 2, ChunkKind::verb))
    return none;
  const Word* w = word(s, s.chunks[j].first);
  const bool complete = is(j + 3, ChunkKind::noun) && !s.phrases[s.chunks[j + 3].index].time;
  // "a decision that Russia denounced" is another's.
  const Word* const verb = word(s, s.verbs[s.chunks[j + 2].index].head);
  const bool judged = verb && judging_ && place_of(judging_, verb->verb_lemma) != unknown;
  return w && (w->reads("that") || w->reads("which")) && !complete && !judged ? mention(j + 1) : none;
}

// "the seizure", "this plan", "such a move": told before.
bool Deeds::goes_back(const Sentence& s, const NounPhrase& p) const {
  const Word* w = word(s, p.first);
  if (!w) return false;
  if (w->reads("the") || w->reads("this") || w->reads("that") || w->reads("these") || w->reads("those")) return true;
  return p.first > 0 && w->reads("a") && word(s, p.first - 1) && word(s, p.first - 1)->reads("such");
}

// Done by the sentence's own subject, or by its own country.
bool Deeds::of_subject(const Sentence& s, const FewNumbers& doers) const {
  if (subject_ == none || doers.empty()) return false;
  const FewNumbers& subject = s.mentions[subject_].entities;
  if (doers == subject) return true;
  const auto country = [&](const FewNumbers& who) {
    const DocEntity& e = entities_[who.front()];
    return e.kind == Kind::state ? e.known : e.country;
  };
  return country(doers) != no_actor && country(doers) == country(subject);
}

void Deeds::own(Sentence* s, NounPhrase* p, const FewNumbers& doers) const {
  ActorMention m;
  m.first = p->first;
  m.last = p->last;
  m.head = p->head;
  m.refers = Refers::pronoun;
  p->possessors.push_back(static_cast<std::uint32_t>(s->mentions.size()));
  s->mentions.push_back(std::move(m));
  s->mentions.back().entities = doers;
}

void Deeds::remember(std::uint16_t noun, const FewNumbers& doers, std::uint32_t sentence) {
  if (told_.size() == most_told) told_.erase(told_.begin());
  told_.push_back({noun, doers, sentence});
}

const Deeds::Deed* Deeds::last(std::uint16_t noun, std::uint32_t sentence) const {
  for (auto d = told_.rbegin(); d != told_.rend(); ++d) {
    if (d->noun == noun) return sentence - d->sentence <= memory ? &*d : nullptr;
  }
  return nullptr;
}

// Few documents ask for them.
void Deeds::find_kinds() {
  kinds_.resize(nouns_ ? nouns_->size() : 0);
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    const WordList* const list = vocabulary_.set(kinds[kind]);
    for (std::size_t i = 0; list && i < list->size(); ++i) {
      const std::uint16_t noun = place_of(nouns_, (*list)[i].view());
      if (noun != unknown) kinds_[noun] |= static_cast<std::uint8_t>(1U << kind);
    }
  }
}

// "accused Colombia of plotting. Bogotá rejected the charge."
const Deeds::Deed* Deeds::last_like(std::uint16_t noun, std::uint32_t sentence, std::uint32_t reach) {
  if (told_.empty()) return nullptr;
  if (kinds_.empty()) find_kinds();
  const auto d =
      std::find_if(told_.rbegin(), told_.rend(), [&](const Deed& x) { return (kinds_[x.noun] & kinds_[noun]) != 0; });
  return d != told_.rend() && sentence - d->sentence <= reach ? &*d : nullptr;
}

}  // namespace demarche::extract
