// "met", "accused", "hit": past tense, participle or noun.
#include "extract/tagging.h"

namespace demarche::extract {

using namespace rules;

std::uint16_t Tagging::past_reading(const Word& w, Tag p) const {
  const bool nounish = w.can(any_noun) && w.noun_count > w.verb_count;
  if (before_noun(tag_at(1)) && tag_at(1) != Tag::number) {
    if (w.can(verb_participle) && (next_can_be_noun() || w.can(adjective))) return verb_participle;
    return nounish || w.can(any_noun) ? 0 : verb_participle;
  }
  if (at_ == 0 && w.can(verb_participle) && next() && next()->is(preposition | subordinator)) return verb_participle;
  if (w.can(adjective) && tag_at(1) == Tag::preposition && w.can(verb_participle) && next_can_be_noun() && next() &&
      !next()->is(determiner | possessive_pronoun | object_pronoun | preposition) && !capital(at_ + 1))
    return verb_participle;
  // "interested and eligible nationals".
  if (w.can(adjective) && (p == Tag::verb || p == Tag::preposition) && next() && next()->is(conjunction) &&
      word(at_ + 2) && word(at_ + 2)->can(adjective) && !word(at_ + 2)->can(any_verb) && next_but_one_noun())
    return 0;
  // "a committee of elected lawmakers", "the newly established dialogue".
  if (w.can(verb_participle) && next_can_be_noun() &&
      !(next() && next()->is(determiner | possessive_pronoun | object_pronoun)) && !capital(at_ + 1) &&
      tag_at(1) == Tag::preposition && plural_ahead())
    return verb_participle;
  if (w.can(verb_participle) && next_can_be_noun() && tag_at(1) == Tag::adverb &&
      (p == Tag::determiner || p == Tag::possessive || p == Tag::genitive))
    return verb_participle;
  // ", joined by Canada and backed by Japan,"
  if (participle_ && p == Tag::conjunction && w.can(verb_participle) && next() && next()->is(preposition) &&
      (next_is("by") || !w.verb_has_trait(Trait::intransitive_verb)))
    return verb_participle;
  // ", accused by Hariri of meddling,".
  const bool set_off = p == Tag::comma || (p == Tag::stop && at_ > 0 && punct(at_ - 1) == '-');
  if (w.can(verb_participle) && set_off && next_is("by") &&
      (finite_subject_follows() || !w.verb_has_trait(Trait::intransitive_verb)))
    return verb_participle;
  if (nounish && p == Tag::preposition) return 0;
  // "air and ground assaults".
  if (nounish && tag_at(1) == Tag::conjunction && nominal(tag_at(2)) && next() && next()->plural_noun()) return 0;
  // "Obama put pressure on", "China hit back": the past looks like the base.
  const bool invariable = w.can(verb_past) && w.can(verb_base) && !w.can(verb_third);
  const Word* n = next();
  const bool object =
      punct(at_ + 1) == 'n' ||
      (n && (n->is(determiner | possessive_pronoun | number_word | object_pronoun) || capital(at_ + 1)));
  const bool complement = object || (n && n->is(preposition));
  if (invariable && p == Tag::comma && set_off_ended_ && !finite_ &&
      (complement || (n && n->can(adjective | any_noun) && w.verb_count >= w.noun_count)))
    return verb_past;
  if (invariable && (nominal(p) || p == Tag::pronoun) && !finite_ && (complement || w.verb_count >= w.noun_count))
    return verb_past;
  // "recalled its envoy after Oman let them in": the name behind "after" has a verb of its own.
  if (invariable && finite_ && after_preposition_ && object && tag_at(1) == Tag::name && opened_by_subordinator())
    return verb_past;
  if (w.can(any_noun | verb_base) && w.can(verb_base) && !w.can(verb_third)) {
    const std::uint16_t form = noun_or_verb(w, p);
    if (!form || tag_at(1) == Tag::conjunction) return form;
    return static_cast<std::uint16_t>(w.can(verb_past) ? verb_past : verb_base);
  }
  if (w.can(adjective) && w.adjective_count > w.verb_count * 3 && !nominal(p)) return 0;
  if (w.can(verb_past) && w.can(verb_participle)) {
    if (nominal(p) && finite_ && after_preposition_ && (object || (tag_at(1) == Tag::name && !next_is("by"))))
      return verb_past;
    if (nominal(p) && finite_ && contact_subject() && !next_is("by")) return verb_past;
    // One finite verb a clause: "arrested a man suspected of …", "talks hosted by Oman failed".
    if (nominal(p) && finite_ && !speech_ && !comma_ && !(relative_ && relative_verb_)) return verb_participle;
    if (nominal(p) && next_is("by") &&
        (finite_ahead() || (!finite_ && !w.verb_has_trait(Trait::intransitive_verb) && finite_subject_follows())))
      return verb_participle;
    // "closed the border, a move condemned by Greece"
    if (finite_ && p == Tag::noun && next_is("by") && !w.verb_has_trait(Trait::intransitive_verb) &&
        finite_subject_follows())
      return verb_participle;
    if (reduced_subject(w, p) || objectless(w, p) || set_off_participle(w)) return verb_participle;
    return finite_ && !subject_before(p) ? verb_participle : verb_past;
  }
  return w.can(verb_past) ? verb_past : verb_participle;
}

// "the sanctions the United States imposed": a name that stands right behind another noun begins a clause about it.
bool Tagging::contact_subject() const {
  std::uint32_t i = at_;
  while (i > 0 && s_.tagged[i - 1].tag == Tag::name) --i;
  if (i == at_) return false;
  if (i > 0 && s_.tagged[i - 1].tag == Tag::determiner) --i;
  return i > 0 && s_.tagged[i - 1].tag == Tag::noun && s_.tagged[i - 1].word &&
         !s_.tagged[i - 1].word->is_title(office_head | portfolio | rank | honorific) &&
         !s_.tagged[i - 1].word->person_noun && !(s_.tokens[i - 1].flags & text::capitalised);
}

// "People evacuated from Haiti are safe": the finite verb of the clause is still to come.
bool Tagging::reduced_subject(const Word& w, Tag p) const {
  if (p != Tag::noun || finite_ || (w.verb_props && w.verb_props->speech)) return false;
  const Word* n = next();
  return n && n->is(preposition) && !n->is(subordinator) && be_ahead();
}

// Right behind the name that ends before the word, or its article, stands a word that begins a clause: "after Oman".
bool Tagging::opened_by_subordinator() const {
  std::uint32_t i = at_;
  while (i > 0 && s_.tagged[i - 1].tag == Tag::name) --i;
  if (i > 0 && s_.tagged[i - 1].tag == Tag::determiner) --i;
  return i > 0 && s_.tagged[i - 1].tag == Tag::preposition && word(i - 1) && word(i - 1)->is(subordinator);
}

// "The talks held in Oslo lasted two days", "The accord signed in Minsk failed": the verb needs an object and has
// none, or no thing does it.
bool Tagging::objectless(const Word& w, Tag p) const {
  if (p != Tag::noun || tag_at(1) != Tag::noun || finite_ || !word(at_ - 1)) return false;
  const Word& noun = *word(at_ - 1);
  const bool thing = !noun.actor_noun && !noun.person_noun && noun.noun_class != NounClass::group &&
                     noun.noun_class != NounClass::person && !noun.is_title(office_head | portfolio | rank);
  if (!w.verb_has_trait(Trait::object_verb) && !(thing && w.verb_has_trait(Trait::actors_verb))) return false;
  const Word *const n = next(), *const second = word(at_ + 2);
  if (!n || !n->is(preposition) || n->is(subordinator)) return false;
  // "sent in tanks", "held on to power"
  const bool phrase = capital(at_ + 2) || punct(at_ + 2) == 'n' ||
                      (second && (second->is(determiner | possessive_pronoun | number_word) ||
                                  (second->can(any_noun) && !n->reads("in"))));
  if (!phrase) return false;
  // "held on Monday a meeting": the object comes late.
  if (second && second->props && second->props->weekday) {
    const Word* const third = word(at_ + 3);
    if (third && third->is(determiner)) return false;
  }
  return finite_behind();
}

// In this sentence a word follows that can be the finite verb of what stands before this one.
bool Tagging::finite_behind() const {
  for (std::uint32_t i = at_ + 3; i < count_; ++i) {
    const Word* const w = word(i);
    if (punct(i) == ';' || punct(i) == ':') return false;
    if (!w || capital(i)) continue;
    if (w->is(relative | subordinator) && !w->is(preposition)) return false;
    if (w->is(modal | be | have | do_verb)) return true;
    if (!w->function && w->can(verb_past | verb_third) && w->verb_count > w->noun_count) return true;
  }
  return false;
}

// "The deal, reached in Doha in May, obliged them": behind the sentence's first comma, with another to come.
bool Tagging::set_off_participle(const Word& w) const {
  const Word* const n = next();
  if (finite_ || at_ < 2 || tag_at(1) != Tag::comma || !nominal(tag_at(2)) || tag_at(2) == Tag::time || !n ||
      !n->is(preposition) || (w.verb_props && w.verb_props->speech) ||
      (w.verb_has_trait(Trait::intransitive_verb) && !w.verb_has_trait(Trait::actors_verb)))
    return false;
  for (std::uint32_t i = at_ - 1; i > 0; --i) {
    const Tag t = s_.tagged[i - 1].tag;
    if (t == Tag::stop || t == Tag::quote || t == Tag::subordinator) break;
    if (t == Tag::comma || t == Tag::verb || t == Tag::relative) return false;
  }
  for (std::uint32_t i = at_ + 2; i + 2 < count_; ++i) {
    if (punct(i) != ',') continue;
    const Word* const verb = word(i + 1);
    return verb && !capital(i + 1) &&
           (verb->is(modal | be | have | do_verb) || verb->can(verb_past | verb_third | adverb));
  }
  return false;
}

bool Tagging::subject_before(Tag p) {
  return nominal(p) || p == Tag::pronoun || p == Tag::relative || p == Tag::comma || p == Tag::stop ||
         p == Tag::quote || p == Tag::conjunction;
}

}  // namespace demarche::extract
