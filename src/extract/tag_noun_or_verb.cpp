// "calls", "visit", "talks": a noun or the verb of the clause.
#include "extract/tagging.h"

namespace demarche::extract {

using namespace rules;

// "China, US hold talks": headlines leave the "and" out, and have no stop.
bool Tagging::headline_pair(const Word& w) const {
  if (at_ < 3 || at_ > 8 || !w.can(verb_base) || punct(count_ - 1) == '.' || finite_ahead()) return false;
  std::uint32_t i = at_;
  const auto name = [&] {
    const std::uint32_t end = i;
    while (i > 0 && s_.tagged[i - 1].tag == Tag::name && s_.tagged[i - 1].match != none) --i;
    return i < end;
  };
  if (!name() || i == 0 || s_.tagged[i - 1].tag != Tag::comma) return false;
  --i;
  return name() && i == 0;
}

// "Japan's prime minister, Shinzo Abe, meets": the comma before ends a name or title that another comma began.
bool Tagging::closes_apposition() const {
  bool name = false;
  for (std::uint32_t i = at_ - 1; i > 1 && at_ - i < 10; --i) {
    const Tag t = s_.tagged[i - 1].tag;
    if (t == Tag::comma) return name && nominal(s_.tagged[i - 2].tag);
    if (!nominal(t) && t != Tag::determiner && t != Tag::adjective && t != Tag::genitive && t != Tag::preposition &&
        t != Tag::possessive)
      return false;
    name = name || t == Tag::name;
  }
  return false;
}

// '"Iran is a menace," says Netanyahu'
bool Tagging::closes_quotation(const Word& w) const {
  if (!w.can(verb_third) || !w.verb_props || !w.verb_props->speech || at_ < 3) return false;
  const Word* n = next();
  const bool quoted = tag_at(1) == Tag::quote || (tag_at(1) == Tag::comma && w.verb_count >= w.noun_count);
  return quoted && n && (capital(at_ + 1) || n->is(determiner));
}

// "by Houthi rebels", "against Taliban fighters".
bool Tagging::governed_name(std::uint32_t name) const {
  if (s_.tagged[name].tag != Tag::name) return false;
  while (name > 0 && s_.tagged[name].tag == Tag::name) --name;
  return s_.tagged[name].tag == Tag::preposition && word(name) && !word(name)->is(subordinator);
}

// "a week before Xi meets Trump": behind such a word a name has a verb of its own.
bool Tagging::begins_clause(const Word& w, std::uint32_t name) const {
  // "until Iran stops enrichment", but "before Iran talks failed"
  const bool bare = next() && next()->can(any_noun) && !next()->can(verb_past) && w.verb_count > w.noun_count;
  const bool object = capital(at_ + 1) || bare || (next() && next()->is(determiner));
  if (!w.can(verb_third) || !named_subject(name) || !(object || punct(at_ + 1) == ',')) return false;
  while (name > 0 && s_.tagged[name].tag == Tag::name) --name;
  const Word* const opens = word(name);
  if (!object) return opens && (opens->reads("if") || opens->reads("unless") || opens->reads("once"));
  return opens && s_.tagged[name].tag == Tag::preposition && opens->is(subordinator);
}

// "Officials in Ankara say Turkey …", "…, Western officials say": hardly ever a noun.
bool Tagging::says(const Word& w, Tag p) const {
  if (!nominal(p) || p == Tag::time || !w.can(verb_base) || !w.verb_props || !w.verb_props->speech ||
      w.verb_count <= 4 * w.noun_count || (finite_ && !comma_))
    return false;
  const Word* const n = next();
  return capital(at_ + 1) || punct(at_ + 1) == '.' || punct(at_ + 1) == ',' ||
         (n &&
          (n->is(determiner | possessive_pronoun | subject_pronoun | subordinator | number_word) || n->plural_noun()));
}

// '"We will," Lavrov said, "attack them"'
bool Tagging::resumed(const Word& w) const {
  const Word* const n = next();
  return modal_left_ && (tag_at(1) == Tag::comma || tag_at(1) == Tag::quote) && w.can(verb_base) &&
         (capital(at_ + 1) || (n && n->is(determiner | possessive_pronoun | object_pronoun | number_word)));
}

// "will not let Finland join NATO": behind "let" and whom it lets stands what they are let do.
bool Tagging::let_do(const Word& w) const {
  if (!w.can(verb_base) || w.verb_count < w.noun_count || at_ == 0) return false;
  std::uint32_t i = at_;
  while (i > 0 && (nominal(s_.tagged[i - 1].tag) || s_.tagged[i - 1].tag == Tag::determiner ||
                   s_.tagged[i - 1].tag == Tag::adjective))
    --i;
  if (i == 0 || i == at_ || s_.tagged[i - 1].tag != Tag::verb || !word(i - 1)) return false;
  // "made Seoul pay more"
  const bool name = i + 1 == at_ && s_.tagged[i].tag == Tag::name && named_subject(i);
  return word(i - 1)->verb_lemma == "let" || (name && word(i - 1)->verb_has_trait(Trait::bare_infinitive_verb) &&
                                              !word(i - 1)->can(verb_ing) && w.verb_count > w.noun_count);
}

// "calls", "talks", "visit": a verb only where a subject stands before it and the clause has no verb yet.
std::uint16_t Tagging::noun_or_verb(const Word& w, Tag p) const {
  if (tag_at(1) == Tag::conjunction) return after_conjunction(w);
  if (closes_quotation(w)) return verb_third;
  if (headline_pair(w) || let_do(w) || says(w, p) || resumed(w)) return verb_base;
  // "A sanctions programme": behind "a" no plural is the head.
  if (at_ > 1 && tag_at(1) == Tag::noun && word(at_ - 1) && word(at_ - 1)->plural_noun() && word(at_ - 2) &&
      (word(at_ - 2)->reads("a") || word(at_ - 2)->reads("an")))
    return 0;
  std::uint32_t before = at_ - (at_ > 0);  // "Norway deeply values", "again urges": behind the subject
  while (before > 0 && s_.tagged[before].tag == Tag::adverb) --before;
  // "Blinken said the United States remains a partner": a clause may begin behind a verb of speech.
  const bool reported = speech_ && at_ > 0 && w.can(verb_third) && s_.tagged[before].tag == Tag::name &&
                        named_subject(before) && next() &&
                        (next()->is(determiner | preposition | possessive_pronoun) ||
                         (next()->plural_noun() && w.verb_count > w.noun_count));
  if (asks_ && nominal(p) && w.can(verb_base)) return verb_base;
  if (subjunctive_ && nominal(p) && w.can(verb_base) && !finite_) return verb_base;
  if (p == Tag::comma && !finite_ && w.can(verb_third) && closes_apposition()) {
    const Word* n = next();
    if (n && (n->is(determiner | preposition | possessive_pronoun | object_pronoun) || capital(at_ + 1)))
      return verb_third;
  }
  if (!nominal(p) || (finite_ && !reported && !begins_clause(w, before))) return 0;
  if (p == Tag::time && tag_at(1) == Tag::time) return 0;
  if (punct(at_ + 1) == ',' && begins_clause(w, before)) return verb_third;  // "If Iran attacks, …"
  if (w.actor_noun && w.plural_noun() && governed_name(before)) return 0;
  const Word* n = next();
  const bool links =
      w.verb_has_trait(Trait::link_verb) && named_subject(before);  // "the United States remains committed"
  if (!links && n &&
      (n->is(be | modal | have | do_verb) ||
       (n->can(verb_past) && !n->can(any_noun) && n->verb_count > n->adjective_count)))
    return 0;
  const bool goes_on =
      n && (n->is(determiner | possessive_pronoun | preposition | object_pronoun | subordinator) || capital(at_ + 1) ||
            n->reads("to") || n->is(number_word | quantifier) || n->plural_noun() || n->can(adjective | adverb));
  if (behind_mark() && !w.function && w.can(verb_third | verb_base) && !finite_ahead() &&
      (goes_on || (n && n->can(any_noun)))) {
    if (w.can(verb_third)) return verb_third;
    if (plural_mark()) return verb_base;
  }
  if (asks_ && w.can(verb_base)) return verb_base;
  if (w.can(verb_third) && named_subject(before) && n && n->is(conjunction) && word(at_ + 2) &&
      word(at_ + 2)->can(verb_third) &&
      (capital(at_ + 3) || (word(at_ + 3) && word(at_ + 3)->is(determiner | possessive_pronoun))))
    return verb_third;                                       // "Iran funds and trains Hezbollah"
  const bool speaks = w.verb_props && w.verb_props->speech;  // a clause may follow: "Russia says Israel must …"
  if (!speaks && finite_ahead()) return 0;
  if (links && w.can(verb_third) && n && (n->can(adjective | verb_participle) || n->is(determiner | preposition)))
    return verb_third;
  const bool demonym = s_.tagged[before].match != none && adjective_match(before);
  const bool people = demonym && word(before)->folded.ends_with('s');  // "The Turks need to stop"
  if (demonym && !people) return 0;
  const bool plural = people || (word(before) && word(before)->plural_noun());
  if (w.reads("talks") && tag_at(1) == Tag::noun && word(before) && !word(before)->person_noun &&
      !word(before)->actor_noun)
    return 0;  // "peace talks"
  // "Iran stops enriching uranium"
  if (w.can(verb_third) && named_subject(before) && n && n->can(verb_ing) && !n->can(any_noun | adjective) &&
      w.verb_count >= w.noun_count)
    return verb_third;
  if (w.can(verb_third) && named_subject(before)) {
    const bool noun_follows = n && n->is(preposition) && w.noun_count > w.verb_count;
    // "Greece puts navy on alert", "Russia holds 24 sailors": headlines leave the article out.
    const bool verbal = person_subject(before) || (w.verb_count >= w.noun_count && !w.reads("talks")) || only_verb();
    const bool object = verbal && ((n && n->can(any_noun)) || punct(at_ + 1) == 'n');
    return (goes_on || object) && !noun_follows ? verb_third : 0;
  }
  // "The parliament backs Cyprus", "the government faces charges": behind a body without a verb of its own.
  const bool body = word(before) && word(before)->actor_noun && !w.actor_noun && n && !n->is(preposition) &&
                    (w.verb_count * 8 >= w.noun_count || n->is(determiner | possessive_pronoun));
  if (w.can(verb_third) && body && goes_on && !plural) return verb_third;
  if (w.can(verb_third))
    return goes_on && !plural && (s_.headline || w.verb_count * 2 >= w.noun_count || !w.can(any_noun)) ? verb_third : 0;
  if (w.can(verb_base) && named_subject(before) && tag_before_noun_is_conjunction() && goes_on && only_verb())
    return verb_base;  // "Oman and Qatar hand over"
  if (w.can(verb_base) && named_subject(before) && w.verb_count >= w.noun_count) {
    const bool pair = tag_before_noun_is_conjunction();
    if (pair && ((n && n->can(any_noun)) || punct(at_ + 1) == 'n')) return verb_base;  // "Oman and Israel sign deal"
    // "Taliban reject offer": a body may have a plural verb.
    std::uint32_t first = at_ - 1;
    while (first > 0 && (s_.tagged[first - 1].tag == Tag::name || s_.tagged[first - 1].tag == Tag::adjective)) --first;
    const Tag opens = first > 0 ? s_.tagged[first - 1].tag : Tag::stop;
    const bool bare = opens != Tag::determiner && opens != Tag::possessive && opens != Tag::preposition &&
                      opens != Tag::genitive && opens != Tag::verb;
    if (bare && goes_on && w.verb_count > 3 * w.noun_count) return verb_base;
  }
  if (w.can(verb_base))
    return goes_on && (plural || tag_before_noun_is_conjunction()) && w.verb_count * 2 >= w.noun_count ? verb_base : 0;
  return 0;
}

// "and calls on Armenia", "and calls for an end": with the preposition that makes it a verb.
bool Tagging::calls_on(const Word& w) const {
  const Word* n = next();
  const bool particle = n && (n->reads("on") || n->reads("upon") || n->reads("for"));
  return w.can(verb_third) && w.verb_has_trait(Trait::governs_with_particle) && particle &&
         (capital(at_ + 2) || (word(at_ + 2) && word(at_ + 2)->is(determiner | possessive_pronoun)));
}

// Parallel to what stood before the conjunction.
std::uint16_t Tagging::after_conjunction(const Word& w) const {
  for (std::uint32_t i = at_ - 1; i > 0; --i) {
    const Tagged& t = s_.tagged[i - 1];
    if (t.tag != Tag::verb) continue;
    // "rejects the use of force to mark the border and calls on Armenia": over what hangs on the first verb.
    if (t.form == verb_base && i > 1 && s_.tagged[i - 2].tag == Tag::to && w.can(verb_third) && calls_on(w)) continue;
    if (t.form == verb_third && calls_on(w)) return verb_third;
    // "torched tyres and set up barricades"
    const bool particle = next() && (next()->reads("up") || next()->reads("off") || next()->reads("out"));
    if (t.form == verb_past && w.can(verb_past) && particle && w.verb_count >= w.noun_count) return verb_past;
    if (t.form == verb_past && w.can(verb_past))
      return at_ - i < 14 && next() &&
                     (next()->is(determiner | possessive_pronoun | object_pronoun) || capital(at_ + 1))
                 ? verb_past
                 : 0;
    if (t.form == verb_third && w.can(verb_third))
      return at_ - i < 14 && next() && !next()->is(preposition) ? verb_third : 0;
    if (t.form == verb_base && w.can(verb_base))
      return next() &&
                     (next()->is(determiner | possessive_pronoun | preposition | object_pronoun) || capital(at_ + 1)) &&
                     w.verb_count >= w.noun_count
                 ? verb_base
                 : 0;
    return 0;
  }
  return 0;
}

}  // namespace demarche::extract
