// Nouns, verbs, adjectives and adverbs, by what the word can be and what stands before it; "-ing" forms.
#include "extract/tagging.h"

namespace demarche::extract {

using namespace rules;

// Nouns, verbs, adjectives, adverbs, unknown words.
Tag Tagging::open_class(const Word& w, std::uint16_t* form) {
  if (w.reads("last") && time_ahead()) return Tag::adjective;
  if (w.reads("provided") && next_is("that") && tag_at(1) == Tag::comma) return Tag::adverb;
  if (w.reads("last") && next_is_past() &&
      (tag_at(1) == Tag::name || tag_at(1) == Tag::pronoun || tag_at(1) == Tag::number ||
       (tag_at(1) == Tag::noun && word(at_ - 1) && word(at_ - 1)->plural_noun())))
    return Tag::adverb;  // "Annan last saw Assad"
  if (w.is_title(office_head) && w.can(any_noun) && capital(at_ + 1) && before_noun_or_noun()) return Tag::noun;
  if (majesty(&w) && tag_at(1) == Tag::adverb) return Tag::adverb;
  const bool cap = capital(at_) && !first_word();
  if (cap && !s_.headline && !(behind_mark() && w.can(verb_third))) {
    if (!before_verb_only(w)) return proper(w);
  }
  if (capital(at_) && (!w.in_lexicon || starts_name(w))) return proper(w);
  if (capital(at_) && first_word() && w.can(adjective) && peoples_adjective(w) && next() && next()->can(any_noun))
    return Tag::name;
  const bool noun = w.can(any_noun), verb = w.can(any_verb);
  if (w.can(verb_ing) && !noun && tag_at(1) == Tag::determiner && next_is("of"))
    return Tag::noun;  // "the reopening of"
  if (w.reads("free") && tag_at(1) == Tag::verb && word(at_ - 1) && word(at_ - 1)->verb_lemma == "set")
    return Tag::adverb;  // "set free 19 hostages"
  if (w.can(verb_participle) && prenominal_start(w)) return Tag::adjective;
  // "an estimated 5,000 troops"
  if (w.can(verb_participle) && tag_at(1) == Tag::determiner &&
      (punct(at_ + 1) == 'n' || (next() && next()->is(number_word))))
    return Tag::adjective;
  if (verb) {
    *form = verb_reading(w);
    if (*form) {
      if (prenominal(w, *form)) {
        *form = 0;
        return Tag::adjective;
      }
      return Tag::verb;
    }
  }
  if (w.can(adjective) && (!noun || object_complement())) return Tag::adjective;
  if (previous() == Tag::be && w.can(adjective) && tag_at(1) != Tag::determiner &&
      w.adjective_count * 2 >= w.noun_count && !next_can_be_noun())
    return Tag::adjective;
  if (w.can(adjective) && next_can_be_noun() && !next_is_verb_only() && !(noun && w.actor_noun && next_acts()) &&
      !(noun && next_is_time()) && !(noun && next_is_past()))
    return Tag::adjective;
  if (w.can(adverb) && !noun) return Tag::adverb;
  if (noun) return Tag::noun;
  if (w.can(adjective)) return Tag::adjective;
  if (verb) {
    *form = any_form(w);
    return Tag::verb;
  }
  return w.can(adverb) ? Tag::adverb : Tag::noun;
}

// "Armed men attacked", "A Chadian armed group": a past participle that opens a noun phrase, or stands in one.
bool Tagging::prenominal_start(const Word& w) const {
  const Word* n = next();
  if (!n || n->function || n->is(determiner | preposition | subject_pronoun | object_pronoun | possessive_pronoun) ||
      !w.can(verb_past) || !w.can(adjective))
    return false;
  const bool noun_next =
      n->plural_noun() || (n->can(any_noun) && n->noun_count > n->verb_count) || s_.tagged[at_ + 1].match != none;
  if (!noun_next) return false;
  if (first_word()) return at_ == 0 || capital(at_);  // not '…," said Merkel'
  return tag_at(1) == Tag::name && s_.tagged[at_ - 1].match != none && adjective_match(at_ - 1) && at_ >= 2 &&
         s_.tagged[at_ - 2].tag == Tag::determiner;
}

Tag Tagging::proper(const Word& w) {
  return w.is_title(office_head | portfolio | rank | honorific) || w.actor_noun ? Tag::noun : Tag::name;
}

// A sentence's first word that is common in the lexicon but a given name here ("Bill Burns").
bool Tagging::starts_name(const Word& w) const {
  return (w.given_name || !w.can(any_verb | adjective | adverb)) && capital(at_ + 1) && w.function == 0 &&
         !w.is_title(office_head | portfolio | rank | honorific) && !w.actor_noun && (w.given_name || w.noun_count < 3);
}

std::uint16_t Tagging::any_form(const Word& w) {
  for (const std::uint16_t f : {verb_past, verb_third, verb_base, verb_ing, verb_participle}) {
    if (w.can(f)) return f;
  }
  return 0;
}

// Which verb form the word is here; 0 when it is not a verb.
std::uint16_t Tagging::verb_reading(const Word& w) const {
  const Tag p = previous();
  if (w.can(adjective) && !w.can(verb_participle) && w.folded.find('-') != std::string_view::npos)
    return compound_reading(w, p);
  const bool nounish = w.can(any_noun);
  if (p == Tag::modal || p == Tag::to || p == Tag::do_verb) return w.can(verb_base) ? verb_base : 0;
  if (p == Tag::have && w.can(verb_participle)) {
    // "to have detailed conversations": an infinitive with an adjective, no perfect.
    const bool owned = at_ > 1 && s_.tagged[at_ - 2].tag == Tag::to && w.can(adjective) && w.adjective_count > 0 &&
                       next() && next()->plural_noun();
    return owned ? std::uint16_t{0} : std::uint16_t{verb_participle};
  }
  if (p == Tag::be) {
    if (w.is_title(rank) && capital(at_ + 1) && next() && next()->is_title(office_head | portfolio | rank)) return 0;
    if (w.can(verb_ing)) return w.can(adjective) && w.props && w.props->governor ? 0 : verb_ing;  // "is willing to"
    if (w.can(verb_participle) && !(w.can(adjective) && w.adjective_count > w.verb_count * 4)) return verb_participle;
    if (nounish || w.can(adjective)) return 0;
  }
  if (tag_at(1) == Tag::be && w.can(verb_participle)) return verb_participle;
  if (helped_to(w)) return verb_base;
  if (second_participle(w)) return verb_participle;
  if (rather_than(w)) return verb_base;
  if (w.can(verb_ing)) return ing_reading(w, p);
  if (w.can(verb_past | verb_participle)) return past_reading(w, p);
  if (before_noun(tag_at(1))) return !nounish && !w.can(adjective) && tag_at(1) != Tag::genitive ? any_form(w) : 0;
  if (nounish && p == Tag::relative && at_ > 0 && word(at_ - 1) && word(at_ - 1)->reads("whose")) return 0;
  if (p == Tag::pronoun && nounish && (behind_object() || governed_pronoun())) return 0;
  if (p == Tag::pronoun && w.can(adjective) && object_complement()) return 0;
  if (p == Tag::pronoun || p == Tag::relative) return finite_form(w);
  if (p == Tag::preposition) return 0;
  if (!nounish && !w.can(adjective)) return finite_form(w);
  return noun_or_verb(w, p);
}

// "helped track al-Qaida": the act that was helped, its object behind it.
bool Tagging::helped_to(const Word& w) const {
  const Word* const verb = at_ > 0 && tag_at(1) == Tag::verb ? word(at_ - 1) : nullptr;
  if (!verb || verb->verb_lemma != "help" || !w.can(verb_base) || w.actor_noun || w.person_noun || capital(at_))
    return false;
  const Word* const n = next();
  return capital(at_ + 1) || (n && n->is(determiner | possessive_pronoun | object_pronoun));
}

// "Pyongyang test-fired a missile" beside "a Turkish-backed group": a verb where a name does it to an object.
std::uint16_t Tagging::compound_reading(const Word& w, Tag p) const {
  const Word* n = next();
  const bool object = punct(at_ + 1) == 'n' || (n && n->is(determiner | possessive_pronoun | number_word));
  const bool acts = w.can(verb_past) && nominal(p) && !finite_ && object && at_ > 0 && named_subject(at_ - 1);
  return acts ? std::uint16_t{verb_past} : std::uint16_t{0};
}

// "denied them access", not "let them call": behind an object another object follows, but for some verbs an act.
bool Tagging::behind_object() const {
  const Word* w = at_ > 0 ? word(at_ - 1) : nullptr;
  if (!w || !w->is(object_pronoun) || w->is(subject_pronoun | possessive_pronoun)) return false;
  const Word* verb = at_ > 1 && tag_at(2) == Tag::verb ? word(at_ - 2) : nullptr;
  return verb && verb->can(any_verb) && !verb->verb_has_trait(Trait::bare_infinitive_verb);
}

// "among them aid workers": nobody who aids.
bool Tagging::governed_pronoun() const {
  const Word* const w = at_ > 1 && tag_at(2) == Tag::preposition ? word(at_ - 1) : nullptr;
  return w && tag_at(1) == Tag::pronoun && w->is(object_pronoun) && !w->is(subject_pronoun);
}

// "made it clear that", "finds them guilty": behind these verbs an object and what it is.
bool Tagging::object_complement() const {
  const Word* verb = at_ > 1 && tag_at(2) == Tag::verb && tag_at(1) == Tag::pronoun ? word(at_ - 2) : nullptr;
  return verb && verb->verb_has_trait(Trait::predicative_verb);
}

// "have attacked and beaten protesters".
bool Tagging::second_participle(const Word& w) const {
  return tag_at(1) == Tag::conjunction && tag_at(2) == Tag::verb && s_.tagged[at_ - 2].form == verb_participle &&
         w.can(verb_participle) && !w.can(any_noun);
}

// "rather than sanction Russia": the act that was not chosen, with its object.
bool Tagging::rather_than(const Word& w) const {
  if (at_ < 2 || !w.can(verb_base) || !word(at_ - 1) || !word(at_ - 1)->reads("than") || !word(at_ - 2) ||
      !word(at_ - 2)->reads("rather"))
    return false;
  const Word* const n = next();
  return capital(at_ + 1) || !w.can(any_noun) ||
         (n && n->is(determiner | possessive_pronoun | object_pronoun | preposition | number_word));
}

std::uint16_t Tagging::finite_form(const Word& w) {
  if (w.can(verb_third)) return verb_third;
  return w.can(verb_base) ? std::uint16_t{verb_base} : any_form(w);
}

std::uint16_t Tagging::ing_reading(const Word& w, Tag p) const {
  if (!w.can(any_noun) && !w.can(adjective)) return verb_ing;
  if (w.can(adjective) && tag_at(1) == Tag::conjunction && tag_at(2) == Tag::adjective && next() &&
      next()->can(any_noun) && !next()->is(determiner))
    return 0;  // "strong and enduring ties"
  // "a resolution calling for sanctions"
  if (w.reads("calling") && (next_is("for") || next_is("on"))) return verb_ing;
  const Word* n = next();
  const bool object = n && (n->is(determiner | possessive_pronoun | object_pronoun) ||
                            (capital(at_ + 1) && !n->is_title(office_head)) || n->is(number_word));
  if (w.is_title(rank) && n && n->is_title(office_head | portfolio | rank)) return 0;  // "acting Prime Minister"
  if (before_noun(tag_at(1))) return 0;
  // "Russian shelling of the city", but "the Russians shelling the city"
  if (w.can(any_noun) && tag_at(1) == Tag::name && s_.tagged[at_ - 1].match != none && !named_subject(at_ - 1) &&
      (adjective_match(at_ - 1) || next_is("of")))
    return 0;
  if (w.can(any_noun) && next_is("between")) return 0;  // "Fighting between the two armies"
  if (w.folded == "visiting" && p == Tag::preposition && capital(at_ + 1) && visited_by(word(at_ - 1))) return 0;
  if (p == Tag::preposition || p == Tag::comma || p == Tag::stop || p == Tag::subordinator || p == Tag::conjunction) {
    if (object || (n && n->is(preposition) && w.verb_count > w.noun_count)) return verb_ing;
    return w.can(any_noun) && w.noun_count >= w.verb_count ? 0 : verb_ing;
  }
  if (p == Tag::noun && w.can(any_noun) && word(at_ - 1) && !word(at_ - 1)->plural_noun() &&
      !word(at_ - 1)->person_noun && !object)
    return 0;
  // "arrived in Brussels seeking aid", but "in Paris meeting rooms"
  if (finite_ && n && n->can(any_noun) && w.verb_count > w.noun_count && !w.reads("meeting") &&
      tag_at(1) == Tag::name && s_.tagged[at_ - 1].match != none) {
    const NameMatch& place = s_.matches[s_.tagged[at_ - 1].match];
    if (place.last == at_ && place.first > 0 && s_.tagged[place.first - 1].tag == Tag::preposition) return verb_ing;
  }
  if (nominal(p) || p == Tag::pronoun)
    return object || (n && (n->is(preposition) || n->reads("to")) && w.verb_count >= w.noun_count)
               ? verb_ing
               : (w.can(any_noun) ? 0 : verb_ing);
  if (p == Tag::verb) return object || !w.can(any_noun) || w.verb_count > w.noun_count * 2 ? verb_ing : 0;
  return object ? verb_ing : 0;
}

// "a lawsuit against visiting Crown Prince X": not after the prepositions that an act follows ("before visiting
// Cairo").
bool Tagging::visited_by(const Word* w) {
  return w && (w->folded == "against" || w->folded == "with" || w->folded == "between" || w->folded == "to");
}

// "elected officials", "proposed meeting": a participle that modifies the noun after it.
bool Tagging::prenominal(const Word& w, std::uint16_t form) const {
  if (form != verb_participle && form != verb_ing) return false;
  const Tag p = tag_at(1);
  if (p == Tag::be || p == Tag::have || p == Tag::to || p == Tag::modal || second_participle(w)) return false;
  const Word* n = next();
  if (!n) return false;
  const bool noun_next =
      (n->can(any_noun | adjective) && !n->is(determiner | preposition | possessive_pronoun | object_pronoun)) ||
      s_.tagged[at_ + 1].match != none;
  if (p == Tag::verb && form == verb_participle && noun_next && w.can(adjective))
    return true;  // "offered continued support"
  if (before_noun(p) || (p == Tag::adverb && at_ > 1 &&
                         (s_.tagged[at_ - 2].tag == Tag::determiner || s_.tagged[at_ - 2].tag == Tag::possessive ||
                          s_.tagged[at_ - 2].tag == Tag::genitive)))
    return noun_next || n->is_title(office_head);
  if (form == verb_participle && w.folded.find('-') != std::string::npos) return true;
  if (form == verb_participle && p == Tag::preposition && w.can(adjective) && noun_next && !capital(at_ + 1))
    return true;  // "in the face of repeated abuse"
  return form == verb_participle && (p == Tag::preposition || p == Tag::stop || p == Tag::conjunction) && noun_next &&
         plural_ahead();
}

}  // namespace demarche::extract
