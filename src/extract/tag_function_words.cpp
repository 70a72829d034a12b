// The tags of small words: "to", "that", "her", "both", numbers and what weighs them.
#include "extract/tagging.h"

namespace demarche::extract {

using namespace rules;

// "given to date", "has in turn accused", "so far this year"; not "to date the letter", "in general elections".
bool Tagging::opens_adverb(const Word& w) const {
  static constexpr std::pair<std::string_view, Trait> pairs[] = {
      {"at", Trait::adverb_behind_at}, {"for", Trait::adverb_behind_for}, {"in", Trait::adverb_behind_in},
      {"of", Trait::adverb_behind_of}, {"so", Trait::adverb_behind_so},   {"to", Trait::adverb_behind_to}};
  constexpr std::uint64_t any = trait_bit(Trait::adverb_behind_at) | trait_bit(Trait::adverb_behind_for) |
                                trait_bit(Trait::adverb_behind_in) | trait_bit(Trait::adverb_behind_of) |
                                trait_bit(Trait::adverb_behind_so) | trait_bit(Trait::adverb_behind_to);
  const Word* const end = next();
  if (!end || !(end->traits & any)) return false;
  for (const auto& [opener, trait] : pairs) {
    if (!end->has_trait(trait) || w.folded != opener) continue;
    const Word* const behind = word(at_ + 2);
    return !behind || capital(at_ + 2) || behind->function || behind->can(verb_past | verb_third);
  }
  return false;
}

// "they kind of worked together", "he has sort of agreed": how people talk; not "a kind of talks", "the sort of thing".
bool Tagging::softens(const Word& w) const {
  if (!(w.reads("kind") || w.reads("sort")) || !next() || !next()->reads("of") || at_ == 0) return false;
  const Tag before = s_.tagged[at_ - 1].tag;
  const bool said_of = before == Tag::name || before == Tag::noun || before == Tag::pronoun || before == Tag::have ||
                       before == Tag::be || before == Tag::modal || before == Tag::adverb;
  const Word* const verb = word(at_ + 2);
  return said_of && verb && !capital(at_ + 2) && !verb->function && verb->can(verb_past | verb_third | verb_ing);
}

Tag Tagging::function_tag(const Word& w, std::uint16_t* form) {
  if (tag_at(1) == Tag::to && w.can(verb_base) && !w.is(be | have | do_verb | determiner)) return Tag::other;
  if (w.is(negation)) return Tag::negation;
  if (w.is(quantifier | determiner) && floats(w)) return Tag::adverb;
  // "Scholz neither confirmed nor denied it"
  if (w.reads("neither") && (nominal(tag_at(1)) || tag_at(1) == Tag::pronoun) && next() &&
      (next()->is(be | have | modal) || next()->can(verb_past | verb_third)) && !next()->can(any_noun))
    return Tag::negation;
  if (w.is(be)) {
    *form = be_form(w);
    return Tag::be;
  }
  if (before_number()) return Tag::quantifier;
  if (w.reads("to")) return to_tag();
  if (w.is(have)) return have_tag(w, form);
  if (w.is(do_verb)) return do_tag(w, form);
  if (w.reads("might") && nominal(tag_at(1)) && next() &&
      (next()->reads("to") || next()->reads("of") || next()->reads("and")))
    return Tag::other;  // "their military might to prop up"
  if (w.is(modal) && (at_ == 0 || !before_noun(tag_at(1)) || tag_at(1) == Tag::number || tag_at(1) == Tag::quantifier))
    return Tag::modal;
  if (w.reads("that")) return that_tag();
  if (w.is(relative) && !w.reads("where")) return relative_tag(w);
  if (w.is(possessive_pronoun) && majesty(next())) return Tag::adverb;
  if (w.is(possessive_pronoun) && (!w.is(object_pronoun) || her_is_possessive())) return Tag::possessive;
  if (w.reads("s")) return Tag::other;
  if (w.is(determiner) && !w.is(preposition)) return determiner_tag(w);
  if (w.is(subject_pronoun | object_pronoun))
    return (w.folded.ends_with("self") || w.folded.ends_with("selves")) && nominal(tag_at(1)) ? Tag::adverb
                                                                                              : Tag::pronoun;
  if (w.is(conjunction)) return Tag::conjunction;
  if (w.is(number_word)) return Tag::number;
  if (w.is(preposition)) return preposition_tag(w);
  if (w.reads("once") && next() && (next()->reads("again") || next()->reads("more"))) return Tag::adverb;
  if (w.is(subordinator | question_word)) return Tag::subordinator;
  if (w.is(quantifier)) return quantifier_tag(w);
  if (w.is_title(portfolio) && next() && next()->is_title(office_head)) return Tag::noun;  // "home secretary"
  if (w.is(plain_adverb) && !(w.can(any_noun) && before_noun(tag_at(1)))) return Tag::adverb;
  if (w.is(interjection) && (at_ == 0 || !w.can(any_noun))) return Tag::adverb;
  return Tag::other;
}

// "at least 81", "as many as", "up to", "more than", "about one million": words that only weigh a number.
bool Tagging::before_number() const {
  std::uint32_t i = at_, count = 0;
  while (word(i) && word(i)->has_trait(Trait::number_weight)) {
    ++i;
    ++count;
  }
  if (count == 0) return false;
  const bool large = word(i) && (word(i)->reads("a") || word(i)->reads("one")) && word(i + 1) &&
                     word(i + 1)->is(number_word);  // "more than a million"
  const bool number =
      punct(i) == 'n' || punct(i) == '$' || large || (word(i) && word(i)->is(number_word) && !word(i)->reads("one"));
  if (!number) return false;
  if (count == 1)
    return tag_at(1) == Tag::quantifier || word(at_)->reads("nearly") || word(at_)->reads("almost") ||
           ((word(at_)->reads("about") || word(at_)->reads("around") || word(at_)->reads("over")) &&
            tag_at(1) == Tag::preposition);
  return !word(at_)->reads("to") || tag_at(1) == Tag::quantifier;
}

// "His Highness the Amir", "Her Majesty": forms of address, not persons.
bool Tagging::majesty(const Word* w) {
  return w && (w->reads("highness") || w->reads("majesty") || w->reads("excellency") || w->reads("holiness") ||
               w->reads("eminence"));
}

// "even", "nearly", "about" count only before a number.
Tag Tagging::quantifier_tag(const Word& w) const {
  const bool number = punct(at_ + 1) == 'n' || (next() && next()->is(number_word));
  if (w.is(plain_adverb)) return number ? Tag::quantifier : Tag::adverb;
  return number || next_can_be_noun() || next_is("of") || (next() && next()->is(determiner | possessive_pronoun))
             ? Tag::quantifier
             : Tag::adverb;
}

Tag Tagging::to_tag() const {
  if (at_ > 0 && word(at_ - 1) && word(at_ - 1)->folded == "according") return Tag::preposition;
  std::uint32_t i = at_ + 1;
  while (word(i) && word(i)->can(adverb) && !word(i)->can(verb_base | any_noun) && !word(i)->is(determiner)) ++i;
  const Word* w = word(i);
  if (!w || capital(i)) return Tag::preposition;
  if (w->reads("be") || w->reads("have") || w->reads("do")) return Tag::to;
  if (!w->can(verb_base) || w->is(determiner | possessive_pronoun | preposition | subject_pronoun))
    return Tag::preposition;
  if (governs_infinitive()) return Tag::to;
  if (w->has_trait(Trait::noun_after_to)) return Tag::preposition;
  // "to parliament": a noun that is hardly ever a verb.
  if (w->can(any_noun) && w->noun_count > 20 && w->verb_count * 8 < w->noun_count) {
    const Word* after = word(i + 1);
    const Word* beyond = after ? word(i + 2) : nullptr;
    const bool particle =
        after && (w->reads("hand") ? after->reads("over") : after->reads("off") || after->reads("down"));
    const bool object =
        after && (after->is(determiner | possessive_pronoun) || capital(i + 1) ||
                  (particle && beyond &&
                   (beyond->is(determiner | possessive_pronoun) || beyond->can(any_noun) || capital(i + 2))));
    return object || object_governs_infinitive() ? Tag::to : Tag::preposition;
  }
  return Tag::to;
}

// "offered to host talks", "plan to aid": what stands before takes an infinitive.
bool Tagging::governs_infinitive() const {
  const Word* w = at_ > 0 ? word(at_ - 1) : nullptr;
  if (!w) return false;
  if (tag_at(1) == Tag::adjective) return w->props && w->props->governor;  // "ready to hand over"
  if (tag_at(1) == Tag::verb)
    return w->verb_props && w->verb_props->governor && !w->can(verb_ing) && !w->verb_has_trait(Trait::way_verb);
  return tag_at(1) == Tag::noun && w->noun_props && w->noun_props->plan_noun;
}

// "wants Iran to hand over the files": the verb before the object.
bool Tagging::object_governs_infinitive() const {
  constexpr std::uint32_t reach = 8;  // words of an object
  for (std::uint32_t back = 1; back <= std::min(reach, at_); ++back) {
    const Tag t = tag_at(back);
    if (t == Tag::verb)
      return back > 1 && word(at_ - back) && word(at_ - back)->verb_has_trait(Trait::object_infinitive_verb);
    if (!nominal(t) && !before_noun(t) && t != Tag::pronoun) return false;
  }
  return false;
}

Tag Tagging::have_tag(const Word& w, std::uint16_t* form) const {
  *form = have_form(w);
  return Tag::have;
}

Tag Tagging::do_tag(const Word& w, std::uint16_t* form) const {
  *form = w.reads("doing") ? verb_ing : w.reads("done") ? verb_participle : w.reads("did") ? verb_past : verb_base;
  if (*form == verb_ing || *form == verb_participle) return Tag::verb;
  return Tag::do_verb;
}

Tag Tagging::that_tag() const {
  const Tag p = tag_at(1);
  if (p == Tag::verb || p == Tag::be || p == Tag::adverb) {
    const Word* w = next();
    // A bare singular noun needs a determiner: "make that case".
    if (w && w->can(noun_singular) && w->noun_count > 3 && w->noun_class != NounClass::none && !w->function &&
        !w->can(adjective | adverb) && !capital(at_ + 1))
      return Tag::determiner;
    return Tag::subordinator;
  }
  // "told Putin that sanctions would stay".
  if (nominal(p) && addressed_) return Tag::subordinator;
  if (nominal(p) || p == Tag::comma) {
    const Word* w = next();
    if (w && (w->is(be | have | modal | do_verb) || (w->can(any_verb) && !w->is(determiner) && !capital(at_ + 1)) ||
              w->can(adverb)))
      return Tag::relative;
    return Tag::subordinator;
  }
  if (p == Tag::preposition || p == Tag::stop || p == Tag::quote) {
    const Word* w = next();
    if (w && w->is(be | modal | have | do_verb)) return Tag::pronoun;
    return next_can_be_noun() ? Tag::determiner : Tag::pronoun;
  }
  return Tag::subordinator;
}

Tag Tagging::relative_tag(const Word& w) const {
  const Tag p = tag_at(1);
  if (w.reads("whose")) return Tag::relative;
  if (nominal(p) || p == Tag::comma || p == Tag::preposition || p == Tag::stop || p == Tag::conjunction ||
      p == Tag::pronoun)
    return Tag::relative;
  return Tag::subordinator;
}

// "They both agreed", "the leaders all signed": the subject stands before.
bool Tagging::floats(const Word& w) const {
  const Word* n = next();
  if (!n || at_ == 0 || !(w.reads("both") || w.reads("all") || w.reads("each"))) return false;
  std::uint32_t name = at_;
  while (name > 0 && s_.tagged[name - 1].tag == Tag::name) --name;
  const bool pair = name < at_ && name > 1 && s_.tagged[name - 1].tag == Tag::conjunction;
  const bool subject =
      pair || tag_at(1) == Tag::pronoun || (tag_at(1) == Tag::noun && word(at_ - 1) && word(at_ - 1)->plural_noun());
  if (!subject) return false;
  return n->is(modal | be | have) || (n->can(verb_past | verb_third) && !n->can(any_noun));
}

bool Tagging::her_is_possessive() const {
  const Word* w = next();
  if (!w) return false;
  if (w->is(preposition | determiner | conjunction | subject_pronoun)) return false;
  return w->can(any_noun | adjective) || capital(at_ + 1) || w->is(number_word);
}

Tag Tagging::determiner_tag(const Word& w) const {
  if (w.reads("a") || w.reads("an") || w.reads("the") || w.reads("every")) return Tag::determiner;
  if (w.is(quantifier)) return Tag::quantifier;
  if (w.is(question_word) && (capital(at_ + 1) || punct(at_ + 1) == ',' ||
                              (next() && next()->is(determiner | subject_pronoun | possessive_pronoun | modal | be))))
    return Tag::subordinator;
  if (next_can_be_noun()) return Tag::determiner;
  return w.is(question_word) ? Tag::subordinator : Tag::pronoun;
}

Tag Tagging::preposition_tag(const Word& w) {
  // "Under Secretary": a rank.
  if (w.is_title(rank) && capital(at_) && capital(at_ + 1) && next() && next()->is_title(office_head)) return Tag::noun;
  const bool handed = w.reads("over") && at_ > 0 && word(at_ - 1) && tag_at(1) == Tag::verb &&
                      (word(at_ - 1)->verb_lemma == "hand" || word(at_ - 1)->verb_lemma == "turn");
  if (w.is(quantifier) && punct(at_ + 1) == 'n' && !handed) return Tag::quantifier;
  if ((w.reads("following") || w.reads("including") || w.reads("concerning") || w.reads("regarding")) &&
      previous() == Tag::be)
    return Tag::other;
  if (w.reads("like") && (tag_at(1) == Tag::modal || tag_at(1) == Tag::to)) return Tag::other;
  // "has since asked", "have since been released".
  if (w.reads("since") && previous() == Tag::have && next() && (next()->is(be) || next()->can(verb_participle)))
    return Tag::adverb;
  return Tag::preposition;
}

}  // namespace demarche::extract
