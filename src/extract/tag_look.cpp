// What stands around the word: the words before with their tags, the words after with what they can be.
#include <algorithm>

#include "extract/tagging.h"

namespace demarche::extract {

using namespace rules;

// The tag before, over adverbs.
Tag Tagging::previous() const {
  std::uint32_t i = at_;
  if (at_ > 3 && punct(at_ - 1) == ')' && punct(at_ - 3) == '(') i -= 3;  // "the minister (left) holds"
  while (i > 0 && (s_.tagged[i - 1].tag == Tag::adverb || s_.tagged[i - 1].tag == Tag::negation)) --i;
  if (i == 0) return Tag::stop;
  const std::uint32_t auxiliary = before_time(i);
  return s_.tagged[(auxiliary == none ? i : auxiliary + 1) - 1].tag;
}

// "has today summoned", "will next week visit", "had on Monday met": the auxiliary before a time that ends before i.
std::uint32_t Tagging::before_time(std::uint32_t i) const {
  const auto tag = [&] { return i == 0 ? Tag::stop : s_.tagged[i - 1].tag; };
  const Word* const w = word(i - 1);
  const bool unit = tag() == Tag::noun && w && w->props && w->props->unit != TimeUnit::none;
  if (tag() != Tag::time && !unit) return none;
  while (tag() == Tag::time || (unit && (tag() == Tag::noun || tag() == Tag::adjective || tag() == Tag::determiner)))
    --i;
  if (tag() == Tag::preposition && !unit) --i;
  const bool auxiliary = tag() == Tag::have || tag() == Tag::modal;
  return auxiliary ? i - 1 : none;
}

bool Tagging::first_word() const {
  for (std::uint32_t i = at_; i > 0; --i) {
    const char p = s_.tokens[i - 1].punct;
    if (p == '"' || p == '{' || p == ':') return true;
    if (p == 0 || p == 'n' || p == ',' || p == '-' || p == ')') return false;
  }
  return true;
}

bool Tagging::time_word(const Word& w) const {
  if (!capital(at_)) return false;
  if (!w.reads("may") && !w.reads("march") && !w.reads("mar") && !w.reads("sat") && !w.reads("sun")) return true;
  const Tag p = tag_at(1);
  if (p == Tag::preposition && word(at_ - 1) && word(at_ - 1)->is(preposition) && takes_no_time(*word(at_ - 1)) &&
      punct(at_ + 1) != 'n')
    return false;
  return p == Tag::number || p == Tag::preposition || p == Tag::time || punct(at_ + 1) == 'n' ||
         (at_ > 0 && word(at_ - 1) &&
          (word(at_ - 1)->reads("last") || word(at_ - 1)->reads("early") || word(at_ - 1)->reads("late") ||
           word(at_ - 1)->reads("next"))) ||
         (p == Tag::comma && tag_at(2) == Tag::time && next_is("the") && nth(at_ + 2));  // "Monday, May the fourth"
}

// "fourth", "4th".
bool Tagging::nth(std::uint32_t i) const {
  const Word* w = word(i);
  return punct(i) == 'n' || (w && w->props && w->props->nth);
}

// "with May", "against May": the prime minister, not the month.
bool Tagging::takes_no_time(const Word& w) {
  return w.folded == "with" || w.folded == "against" || w.folded == "for" || w.folded == "to" || w.folded == "about" ||
         w.folded == "under" || w.folded == "behind";
}

bool Tagging::next_is_finite() const {
  const Word* w = next();
  return w && !capital(at_ + 1) && (clitic_s(*w) || w->is(be | have | modal) || w->can(verb_past | verb_third)) &&
         !w->can(verb_base);
}

bool Tagging::next_is_time() const {
  const Word* w = next();
  if (w && (w->reads("last") || w->reads("this"))) {  // "an offensive last month"
    const Word* const when = word(at_ + 2);
    return when && when->props && (when->props->weekday || when->props->unit != TimeUnit::none);
  }
  return w && w->props && ((w->props->weekday && capital(at_ + 1)) || w->props->is_day);
}

// "last autumn", "last Tuesday".
bool Tagging::time_ahead() const {
  const Word* w = next();
  return w && w->props && (w->props->weekday || w->props->month || w->props->unit != TimeUnit::none);
}

bool Tagging::next_can_be_noun() const {
  if (punct(at_ + 1) == 'n' || punct(at_ + 1) == '$') return true;
  const Word* w = next();
  if (!w) return false;
  if (capital(at_ + 1) || s_.tagged[at_ + 1].match != none) return true;
  if (w->is(preposition | determiner | conjunction | modal | be | have | do_verb)) return false;
  return w->can(any_noun | adjective) || w->is(number_word | quantifier) || w->can(verb_participle | verb_ing);
}

// "Kurdish", "Rwandese", "Bavarian": by its ending, the adjective of a people or place.
bool Tagging::peoples_adjective(const Word& w) {
  const std::string_view f = w.folded;
  return w.adjective_count < 3 &&
         (f.ends_with("ish") || f.ends_with("ese") || f.ends_with("ian") || f.ends_with("ean"));
}

bool Tagging::next_is_past() const {
  const Word* w = next();
  return w && w->can(verb_past) && !capital(at_ + 1) && w->verb_count > w->adjective_count;
}

// "the US military trains pilots", "the opposition calls for talks": a noun, as what follows is the verb.
bool Tagging::next_acts() const {
  const Word *w = next(), *object = word(at_ + 2);
  if (finite_ || !w || !w->can(verb_third) || capital(at_ + 1) || w->verb_count < w->noun_count) return false;
  return capital(at_ + 2) || (object && (object->is(determiner | possessive_pronoun) || object->can(adjective)));
}

bool Tagging::next_is_verb_only() const {
  const Word* w = next();
  return w && w->can(any_verb) && !w->can(any_noun | adjective);
}

bool Tagging::before_verb_only(const Word& w) const {
  return w.can(any_verb) && !w.can(any_noun) && !w.is_title(office_head) && s_.headline;
}

bool Tagging::next_but_one_noun() const {
  const Word* w = word(at_ + 3);
  return w && (w->plural_noun() || s_.tagged[at_ + 3].match != none);
}

// Behind "by" stands who did it.
bool Tagging::finite_subject_follows() const {
  const Word* w = word(at_ + 2);
  return w && (capital(at_ + 2) || w->is(determiner));
}

// A form of "be", "have" or a modal follows in this clause, with only noun and prepositional phrases before it.
bool Tagging::be_ahead() const {
  for (std::uint32_t i = at_ + 2; i < count_ && i < at_ + 10; ++i) {
    const Word* w = word(i);
    if (!w && !s_.tokens[i].is_number()) return false;
    if (!w) continue;
    if (w->is(be | have | modal) && !month(i) && w->folded != "be" && w->folded != "being" && w->folded != "been")
      return i > at_ + 2;
    if (w->is(relative | subordinator | conjunction | subject_pronoun) || w->folded == "to" ||
        (w->can(any_verb) && !w->can(any_noun | adjective) && !w->function))
      return false;
  }
  return false;
}

// That span holds a plural, or is a pair or the second of one: "[US] and [Britain] launch".
bool Tagging::plural_mark() const {
  for (const auto& [first, last] : s_.marked) {
    if (last != at_) continue;
    if (first > 0 && s_.tagged[first - 1].tag == Tag::conjunction) return true;
    for (std::uint32_t i = first; i < last; ++i) {
      if (s_.tagged[i].tag == Tag::conjunction || (word(i) && word(i)->plural_noun())) return true;
    }
  }
  return false;
}

// "May" within a sentence is the month.
bool Tagging::month(std::uint32_t i) const { return i > 0 && capital(i) && word(i)->reads("may"); }

// Another word of this clause can be nothing but its finite verb: this one is a noun ("Peace talks with Iran
// resumed").
bool Tagging::finite_ahead() const {
  for (std::uint32_t i = at_ + 1; i < count_ && i < at_ + 12; ++i) {
    const Word* w = word(i);
    if (!w) {
      if (s_.tokens[i].is_number() || s_.tokens[i].punct == '\'') continue;
      return false;
    }
    if (w->is(relative | subordinator | conjunction) && !w->is(preposition)) return false;
    if (w->is(modal | have | do_verb) && !month(i)) return true;
    if (w->is(be) && !w->reads("be") && !w->reads("being") && !w->reads("been")) return true;
    if (w->reads("to") && !capital(i + 1)) return false;
    if (!capital(i) && !w->function && w->can(verb_past) && !w->can(any_noun | adjective) && w->can(verb_participle) &&
        i > at_ + 1)
      return true;
  }
  return false;
}

// No other word of the sentence can be a finite verb.
bool Tagging::only_verb() const {
  for (std::uint32_t i = 0; i < count_; ++i) {
    const Word* w = word(i);
    if (i == at_ || !w) continue;
    if (w->is(be | have | modal | do_verb) && !month(i)) return false;
    if (!w->function && !capital(i) && w->can(verb_past | verb_third | verb_base) &&
        !(w->can(any_noun | adjective) && w->noun_count + w->adjective_count >= w->verb_count))
      return false;
  }
  return true;
}

// A person or state by a name that is no adjective too ("Turkey", "Mike Pence"; not "U.S.").
bool Tagging::named_subject(std::uint32_t i) const {
  if (s_.tagged[i].tag != Tag::name) return false;
  if (s_.tagged[i].match == none) return !(word(i) && peoples_adjective(*word(i)));
  const auto& refs = *s_.matches[s_.tagged[i].match].refs;
  return std::none_of(refs.begin(), refs.end(), [](const NameRef& r) { return r.kind == NameKind::adjective; });
}

bool Tagging::person_subject(std::uint32_t i) const {
  if (s_.tagged[i].match == none) return word(i) && !s_.headline;
  const auto& refs = *s_.matches[s_.tagged[i].match].refs;
  return std::any_of(refs.begin(), refs.end(), [](const NameRef& r) { return r.kind == NameKind::ambiguous; }) ||
         s_.matches[s_.tagged[i].match].last - s_.matches[s_.tagged[i].match].first > 1;
}

bool Tagging::adjective_match(std::uint32_t i) const {
  const auto& refs = *s_.matches[s_.tagged[i].match].refs;
  return std::all_of(refs.begin(), refs.end(),
                     [](const NameRef& r) { return r.kind == NameKind::adjective || r.kind == NameKind::people; });
}

// A plural noun follows, or an adjective and one: "suspected foreign fighters".
bool Tagging::plural_ahead() const {
  const Word *n = next(), *second = word(at_ + 2);
  if (!n) return false;
  return n->plural_noun() || (n->can(adjective) && !n->can(any_noun | any_verb) && second && second->plural_noun());
}

}  // namespace demarche::extract
