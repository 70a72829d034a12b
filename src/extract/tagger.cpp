#include "extract/tagger.h"

#include <algorithm>

namespace demarche::extract {

using namespace rules;

namespace {

bool nominal(Tag t) { return t == Tag::noun || t == Tag::name || t == Tag::number || t == Tag::time; }
std::uint16_t be_form(const Word& w) {
  return w.reads("being") ? verb_ing : w.reads("been") ? verb_participle : w.reads("be") ? verb_base : verb_past;
}
std::uint16_t have_form(const Word& w) {
  return w.reads("having") ? verb_ing : w.reads("had") ? verb_past : w.reads("has") ? verb_third : verb_base;
}

bool before_noun(Tag t) {
  return t == Tag::determiner || t == Tag::quantifier || t == Tag::adjective || t == Tag::possessive ||
         t == Tag::genitive || t == Tag::number;
}

class Tagger {
 public:
  Tagger(std::string_view text, Sentence* s)
      : text_(text), s_(*s), count_(static_cast<std::uint32_t>(s->tokens.size())) {}

  void run() {
    find_headline();
    for (at_ = 0; at_ < count_; ++at_) {
      Tagged& t = s_.tagged[at_];
      if (t.word && t.word->fixed && t.match == none) {
        t.tag = static_cast<Tag>(t.word->fixed - 1);
        t.form = t.word->fixed_form;
      } else {
        t.tag = decide(&t.form);
      }
      const std::uint32_t end = s_.marked.empty() ? at_ : s_.marked_end(at_);
      if (end == at_) {
        if (!quiet(t.tag)) note(t);
      } else
        t.tag = inside_marked(t.tag, end);
    }
  }

 private:
  // A span that the user marked is a noun phrase, whatever its words look like: "armed men", "the shelling".
  Tag inside_marked(Tag t, std::uint32_t end) const {
    const bool last = at_ + 1 == end;
    if (last && !nominal(t) && t != Tag::pronoun && s_.tokens[at_].is_word()) return Tag::noun;
    const bool first = at_ == 0 || s_.marked_end(at_ - 1) == at_ - 1;
    if (t == Tag::verb && (first || tag_at(1) == Tag::determiner || tag_at(1) == Tag::possessive))
      return Tag::adjective;
    return t;
  }

  const Word* word(std::uint32_t i) const { return i < count_ ? s_.tagged[i].word : nullptr; }
  const Word* next() const { return word(at_ + 1); }
  char punct(std::uint32_t i) const { return i < count_ ? s_.tokens[i].punct : '.'; }
  bool capital(std::uint32_t i) const { return i < count_ && (s_.tokens[i].flags & text::capitalised); }
  Tag tag_at(std::uint32_t back) const { return at_ >= back ? s_.tagged[at_ - back].tag : Tag::stop; }

  // The tag before, over adverbs.
  Tag previous() const {
    std::uint32_t i = at_;
    if (at_ > 3 && punct(at_ - 1) == ')' && punct(at_ - 3) == '(') i -= 3;  // "the minister (left) holds"
    while (i > 0 && (s_.tagged[i - 1].tag == Tag::adverb || s_.tagged[i - 1].tag == Tag::negation)) --i;
    return i == 0 ? Tag::stop : s_.tagged[i - 1].tag;
  }

  bool first_word() const {
    for (std::uint32_t i = at_; i > 0; --i) {
      const char p = s_.tokens[i - 1].punct;
      if (p == '"' || p == '{' || p == ':') return true;
      if (p == 0 || p == 'n' || p == ',' || p == '-' || p == ')') return false;
    }
    return true;
  }

  void find_headline() {
    std::uint32_t words = 0, capitals = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
      const Word* w = s_.tagged[i].word;
      if (!w) continue;
      const unsigned counts = !w->is(determiner | preposition | conjunction | be);
      words += counts;
      capitals += counts & (s_.tokens[i].flags & text::capitalised);
    }
    const bool stop = count_ > 0 && punct(count_ - 1) == '.';
    s_.headline = words >= 4 && count_ > 0 && (stop ? words >= 5 && capitals == words : capitals * 10 >= words * 8);
  }

  // Parts of noun phrases, which note() has nothing to learn from.
  static bool quiet(Tag t) {
    constexpr auto bit = [](Tag of) { return 1u << static_cast<unsigned>(of); };
    constexpr unsigned parts = bit(Tag::name) | bit(Tag::noun) | bit(Tag::determiner) | bit(Tag::adjective) |
                               bit(Tag::pronoun) | bit(Tag::genitive) | bit(Tag::number) | bit(Tag::time);
    return (parts >> static_cast<unsigned>(t)) & 1u;
  }

  // A finite verb has been seen since the last clause boundary.
  void note(const Tagged& t) {
    switch (t.tag) {
      case Tag::verb:
        demanded_ = t.word && t.word->verb_has_trait(Trait::demand_verb);
        subjunctive_ = false;
        speech_ = t.word && t.word->verb_props && t.word->verb_props->speech;
        addressed_ = speech_ && !t.word->can(verb_ing);
        asks_ = after_preposition_ = comma_ = false;
        if (relative_) {
          if (relative_verb_) relative_ = false;
          relative_verb_ = true;
        }
        if (t.form != verb_ing && t.form != verb_participle && !(t.form == verb_base && tag_before_is_to()))
          finite_ = true;
        return;
      case Tag::do_verb:
      case Tag::modal:
        if (first_word()) asks_ = true;
        finite_ = true;
        break;
      case Tag::be:
        asks_ = false;
        finite_ = true;
        break;
      case Tag::have:
        finite_ = true;
        break;
      case Tag::preposition:
        if (t.word && t.word->is(subordinator)) after_preposition_ = true;
        break;
      case Tag::relative:
        relative_ = true;
        relative_verb_ = false;
        finite_ = false;
        break;
      case Tag::comma:
        comma_ = true;
        after_preposition_ = false;
        break;
      case Tag::subordinator:
      case Tag::quote:
      case Tag::stop:
        subjunctive_ = demanded_ && t.word && t.word->reads("that");
        finite_ = relative_ = comma_ = false;
        break;
      case Tag::conjunction:
        finite_ = false;
        break;
      default:
        break;
    }
    addressed_ = false;
  }

  bool tag_before_is_to() const { return at_ > 0 && previous() == Tag::to; }

  Tag decide(std::uint16_t* form) {
    const text::Token& t = s_.tokens[at_];
    if (t.is_number()) return Tag::number;
    if (!t.is_word()) return s_.tagged[at_].match != none && t.punct != '\'' ? Tag::name : mark(t.punct);
    const Word& w = *word(at_);
    if (clitic_s(w)) return previous_takes_be() ? Tag::be : Tag::genitive;
    if (s_.tagged[at_].match != none && accepts_match(w)) return Tag::name;
    if (w.props && (w.props->month || w.props->weekday) && time_word(w)) return Tag::time;
    if (w.props && w.props->is_day) return Tag::time;
    if (w.folded == "may" && capital(at_) && !s_.headline && (!first_word() || next_is_finite())) return Tag::name;
    if (w.folded == "according" && next_is("to")) return Tag::preposition;
    if (w.function) {
      const Tag f = function_tag(w, form);
      if (f != Tag::other) return f;
    }
    return open_class(w, form);
  }

  Tag mark(char p) {
    switch (p) {
      case ',':
        return Tag::comma;
      case '"':
      case '{':
      case '}':
        return Tag::quote;
      case '\'':
        return apostrophe();
      case '.':
      case '?':
      case '!':
      case ';':
      case ':':
      case '-':
      case '(':
      case ')':
      case '[':
      case ']':
      case '~':
      case '*':
        return Tag::stop;
      case '&':
        return Tag::conjunction;
      case '$':
        return Tag::number;
      case '%':
        return Tag::noun;
      default:
        return Tag::other;
    }
  }

  // After a plural's s an apostrophe is a genitive when a noun can follow.
  Tag apostrophe() const {
    if (at_ == 0 || !nominal(tag_at(1)) || s_.tokens[at_].flags & text::space_before) return Tag::quote;
    const std::string_view before = text::view(text_, s_.tokens[at_ - 1]);
    const Word* w = next();
    const bool s = !before.empty() && (before.back() == 's' || before.back() == 'S' || before.back() == 'z');
    return s && w && (s_.tokens[at_ + 1].flags & text::space_before) ? Tag::genitive : Tag::quote;
  }

  static bool clitic_s(const Word& w) { return w.reads("'s") || w.reads("s'"); }

  bool previous_takes_be() const {
    if (at_ == 0) return false;
    const Word* w = word(at_ - 1);
    if (!w) return false;
    if (w->is(subject_pronoun | question_word) || w->reads("there") || w->reads("that") || w->reads("here"))
      return true;
    // "Clinton's visiting Moscow": rare; a genitive is far likelier.
    return false;
  }

  // Small words that are also names ("May", "US") count as names only as capitals allow.
  bool accepts_match(const Word& w) const {
    const NameMatch& m = s_.matches[s_.tagged[at_].match];
    if (m.last - m.first > 1) return true;
    if (w.props && (w.props->month || w.props->weekday)) return false;
    if (first_word() && w.function && !(s_.tokens[at_].flags & text::all_caps)) return false;
    return !title_before_name(w, *m.refs);
  }

  // "Grand Mufti Shawki Allam": a title, though somebody is called Mufti.
  bool title_before_name(const Word& w, const NameRefs& refs) const {
    if (!w.is_title(office_head) || !capital(at_ + 1) || !next() || next()->function) return false;
    if (at_ > 0 && (tag_at(1) == Tag::name || tag_at(1) == Tag::verb)) return false;
    return std::all_of(refs.begin(), refs.end(), [](const NameRef& r) { return r.kind == NameKind::ambiguous; });
  }

  bool time_word(const Word& w) const {
    if (!capital(at_)) return false;
    if (!w.reads("may") && !w.reads("march") && !w.reads("mar") && !w.reads("sat") && !w.reads("sun")) return true;
    const Tag p = tag_at(1);
    if (p == Tag::preposition && word(at_ - 1) && word(at_ - 1)->is(preposition) && takes_no_time(*word(at_ - 1)) &&
        punct(at_ + 1) != 'n')
      return false;
    return p == Tag::number || p == Tag::preposition || p == Tag::time || punct(at_ + 1) == 'n' ||
           (at_ > 0 && word(at_ - 1) &&
            (word(at_ - 1)->reads("last") || word(at_ - 1)->reads("early") || word(at_ - 1)->reads("late") ||
             word(at_ - 1)->reads("next")));
  }

  // "with May", "against May": the prime minister, not the month.
  static bool takes_no_time(const Word& w) {
    return w.folded == "with" || w.folded == "against" || w.folded == "for" || w.folded == "to" ||
           w.folded == "about" || w.folded == "under" || w.folded == "behind";
  }

  bool next_is_finite() const {
    const Word* w = next();
    return w && !capital(at_ + 1) && (clitic_s(*w) || w->is(be | have | modal) || w->can(verb_past | verb_third)) &&
           !w->can(verb_base);
  }

  bool next_is_time() const {
    const Word* w = next();
    return w && w->props && ((w->props->weekday && capital(at_ + 1)) || w->props->is_day);
  }

  // "last autumn", "last Tuesday".
  bool time_ahead() const {
    const Word* w = next();
    return w && w->props && (w->props->weekday || w->props->month || w->props->unit != TimeUnit::none);
  }

  bool next_can_be_noun() const {
    if (punct(at_ + 1) == 'n' || punct(at_ + 1) == '$') return true;
    const Word* w = next();
    if (!w) return false;
    if (capital(at_ + 1) || s_.tagged[at_ + 1].match != none) return true;
    if (w->is(preposition | determiner | conjunction | modal | be | have | do_verb)) return false;
    return w->can(any_noun | adjective) || w->is(number_word | quantifier) || w->can(verb_participle | verb_ing);
  }

  Tag function_tag(const Word& w, std::uint16_t* form) {
    if (tag_at(1) == Tag::to && w.can(verb_base) && !w.is(be | have | do_verb | determiner)) return Tag::other;
    if (w.is(negation)) return Tag::negation;
    if (w.is(quantifier | determiner) && floats(w)) return Tag::adverb;
    if (w.is(be)) {
      *form = be_form(w);
      return Tag::be;
    }
    if (before_number()) return Tag::quantifier;
    if (w.reads("to")) return to_tag();
    if (w.is(have)) return have_tag(w, form);
    if (w.is(do_verb)) return do_tag(w, form);
    if (w.is(modal) &&
        (at_ == 0 || !before_noun(tag_at(1)) || tag_at(1) == Tag::number || tag_at(1) == Tag::quantifier))
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
  bool before_number() const {
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
  static bool majesty(const Word* w) {
    return w && (w->reads("highness") || w->reads("majesty") || w->reads("excellency") || w->reads("holiness") ||
                 w->reads("eminence"));
  }

  // "even", "nearly", "about" count only before a number.
  Tag quantifier_tag(const Word& w) const {
    const bool number = punct(at_ + 1) == 'n' || (next() && next()->is(number_word));
    if (w.is(plain_adverb)) return number ? Tag::quantifier : Tag::adverb;
    return number || next_can_be_noun() || next_is("of") || (next() && next()->is(determiner | possessive_pronoun))
               ? Tag::quantifier
               : Tag::adverb;
  }

  template <std::size_t size>
  bool next_is(const char (&folded)[size]) const {
    return next() && next()->reads(folded);
  }

  Tag to_tag() const {
    if (at_ > 0 && word(at_ - 1) && word(at_ - 1)->folded == "according") return Tag::preposition;
    std::uint32_t i = at_ + 1;
    while (word(i) && (word(i)->can(adverb) && !word(i)->can(verb_base | any_noun))) ++i;
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
      return after && (after->is(determiner | possessive_pronoun) || capital(i + 1)) ? Tag::to : Tag::preposition;
    }
    return Tag::to;
  }

  // "offered to host talks", "plan to aid": what stands before takes an infinitive.
  bool governs_infinitive() const {
    const Word* w = at_ > 0 ? word(at_ - 1) : nullptr;
    if (!w) return false;
    if (tag_at(1) == Tag::adjective) return w->props && w->props->governor;  // "ready to hand over"
    if (tag_at(1) == Tag::verb)
      return w->verb_props && w->verb_props->governor && !w->can(verb_ing) && !w->verb_has_trait(Trait::way_verb);
    return tag_at(1) == Tag::noun && w->noun_props && w->noun_props->plan_noun;
  }

  Tag have_tag(const Word& w, std::uint16_t* form) const {
    *form = have_form(w);
    return Tag::have;
  }

  Tag do_tag(const Word& w, std::uint16_t* form) const {
    *form = w.reads("doing") ? verb_ing : w.reads("done") ? verb_participle : w.reads("did") ? verb_past : verb_base;
    if (*form == verb_ing || *form == verb_participle) return Tag::verb;
    return Tag::do_verb;
  }

  Tag that_tag() const {
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

  Tag relative_tag(const Word& w) const {
    const Tag p = tag_at(1);
    if (w.reads("whose")) return Tag::relative;
    if (nominal(p) || p == Tag::comma || p == Tag::preposition || p == Tag::stop || p == Tag::conjunction ||
        p == Tag::pronoun)
      return Tag::relative;
    return Tag::subordinator;
  }

  // "They both agreed", "the leaders all signed": the subject stands before.
  bool floats(const Word& w) const {
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

  bool her_is_possessive() const {
    const Word* w = next();
    if (!w) return false;
    if (w->is(preposition | determiner | conjunction | subject_pronoun)) return false;
    return w->can(any_noun | adjective) || capital(at_ + 1) || w->is(number_word);
  }

  Tag determiner_tag(const Word& w) const {
    if (w.reads("a") || w.reads("an") || w.reads("the") || w.reads("every")) return Tag::determiner;
    if (w.is(quantifier)) return Tag::quantifier;
    if (w.is(question_word) && (capital(at_ + 1) || punct(at_ + 1) == ',' ||
                                (next() && next()->is(determiner | subject_pronoun | possessive_pronoun | modal | be))))
      return Tag::subordinator;
    if (next_can_be_noun()) return Tag::determiner;
    return w.is(question_word) ? Tag::subordinator : Tag::pronoun;
  }

  Tag preposition_tag(const Word& w) {
    // "Under Secretary": a rank.
    if (w.is_title(rank) && capital(at_) && capital(at_ + 1) && next() && next()->is_title(office_head))
      return Tag::noun;
    const bool handed = w.reads("over") && at_ > 0 && word(at_ - 1) && tag_at(1) == Tag::verb &&
                        (word(at_ - 1)->verb_lemma == "hand" || word(at_ - 1)->verb_lemma == "turn");
    if (w.is(quantifier) && punct(at_ + 1) == 'n' && !handed) return Tag::quantifier;
    if ((w.reads("following") || w.reads("including") || w.reads("concerning") || w.reads("regarding")) &&
        previous() == Tag::be)
      return Tag::other;
    if (w.reads("like") && (tag_at(1) == Tag::modal || tag_at(1) == Tag::to)) return Tag::other;
    return Tag::preposition;
  }

  // Nouns, verbs, adjectives, adverbs, unknown words.
  Tag open_class(const Word& w, std::uint16_t* form) {
    if (w.reads("last") && time_ahead()) return Tag::adjective;
    if (w.reads("last") && next_is_past() && (tag_at(1) == Tag::name || tag_at(1) == Tag::pronoun))
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
    if (w.can(verb_participle) && prenominal_start(w)) return Tag::adjective;
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
    if (w.can(adjective) && !noun) return Tag::adjective;
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

  // "Kurdish", "Rwandese", "Bavarian": by its ending, the adjective of a people or place.
  static bool peoples_adjective(const Word& w) {
    const std::string_view f = w.folded;
    return w.adjective_count < 3 &&
           (f.ends_with("ish") || f.ends_with("ese") || f.ends_with("ian") || f.ends_with("ean"));
  }

  // "Armed men attacked", "A Chadian armed group": a past participle that opens a noun phrase, or stands in one.
  bool prenominal_start(const Word& w) const {
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

  bool before_noun_or_noun() const { return at_ > 0 && (nominal(tag_at(1)) || before_noun(tag_at(1))); }

  bool next_is_past() const {
    const Word* w = next();
    return w && w->can(verb_past) && !capital(at_ + 1) && w->verb_count > w->adjective_count;
  }

  // "the US military trains pilots", "the opposition calls for talks": a noun, as what follows is the verb.
  bool next_acts() const {
    const Word *w = next(), *object = word(at_ + 2);
    if (finite_ || !w || !w->can(verb_third) || capital(at_ + 1) || w->verb_count < w->noun_count) return false;
    return capital(at_ + 2) || (object && (object->is(determiner | possessive_pronoun) || object->can(adjective)));
  }

  bool next_is_verb_only() const {
    const Word* w = next();
    return w && w->can(any_verb) && !w->can(any_noun | adjective);
  }

  bool before_verb_only(const Word& w) const {
    return w.can(any_verb) && !w.can(any_noun) && !w.is_title(office_head) && s_.headline;
  }

  static Tag proper(const Word& w) {
    return w.is_title(office_head | portfolio | rank | honorific) || w.actor_noun ? Tag::noun : Tag::name;
  }

  // A sentence's first word that is common in the lexicon but a given name here ("Bill Burns").
  bool starts_name(const Word& w) const {
    return (w.given_name || !w.can(any_verb | adjective | adverb)) && capital(at_ + 1) && w.function == 0 &&
           !w.is_title(office_head | portfolio | rank | honorific) && !w.actor_noun &&
           (w.given_name || w.noun_count < 3);
  }

  static std::uint16_t any_form(const Word& w) {
    for (const std::uint16_t f : {verb_past, verb_third, verb_base, verb_ing, verb_participle}) {
      if (w.can(f)) return f;
    }
    return 0;
  }

  // Which verb form the word is here; 0 when it is not a verb.
  std::uint16_t verb_reading(const Word& w) const {
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
    if (second_participle(w)) return verb_participle;
    if (w.can(verb_ing)) return ing_reading(w, p);
    if (w.can(verb_past | verb_participle)) return past_reading(w, p);
    if (before_noun(tag_at(1))) return !nounish && !w.can(adjective) && tag_at(1) != Tag::genitive ? any_form(w) : 0;
    if (p == Tag::pronoun && nounish && behind_object()) return 0;
    if (p == Tag::pronoun && w.can(adjective) && object_complement()) return 0;
    if (p == Tag::pronoun || p == Tag::relative) return finite_form(w);
    if (p == Tag::preposition) return 0;
    if (!nounish && !w.can(adjective)) return finite_form(w);
    return noun_or_verb(w, p);
  }

  // "Pyongyang test-fired a missile" beside "a Turkish-backed group": a verb where a name does it to an object.
  std::uint16_t compound_reading(const Word& w, Tag p) const {
    const Word* n = next();
    const bool object = punct(at_ + 1) == 'n' || (n && n->is(determiner | possessive_pronoun | number_word));
    const bool acts = w.can(verb_past) && nominal(p) && !finite_ && object && at_ > 0 && named_subject(at_ - 1);
    return acts ? std::uint16_t{verb_past} : std::uint16_t{0};
  }

  // "denied them access", not "let them call": behind an object another object follows, but for some verbs an act.
  bool behind_object() const {
    const Word* w = at_ > 0 ? word(at_ - 1) : nullptr;
    if (!w || !w->is(object_pronoun) || w->is(subject_pronoun | possessive_pronoun)) return false;
    const Word* verb = at_ > 1 && tag_at(2) == Tag::verb ? word(at_ - 2) : nullptr;
    return verb && verb->can(any_verb) && !verb->verb_has_trait(Trait::bare_infinitive_verb);
  }

  // "made it clear that", "finds them guilty": behind these verbs an object and what it is.
  bool object_complement() const {
    const Word* verb = at_ > 1 && tag_at(2) == Tag::verb && tag_at(1) == Tag::pronoun ? word(at_ - 2) : nullptr;
    return verb && verb->verb_has_trait(Trait::predicative_verb);
  }

  // "have attacked and beaten protesters".
  bool second_participle(const Word& w) const {
    return tag_at(1) == Tag::conjunction && tag_at(2) == Tag::verb && s_.tagged[at_ - 2].form == verb_participle &&
           w.can(verb_participle) && !w.can(any_noun);
  }

  static std::uint16_t finite_form(const Word& w) {
    if (w.can(verb_third)) return verb_third;
    return w.can(verb_base) ? std::uint16_t{verb_base} : any_form(w);
  }

  std::uint16_t ing_reading(const Word& w, Tag p) const {
    if (!w.can(any_noun) && !w.can(adjective)) return verb_ing;
    if (w.can(adjective) && tag_at(1) == Tag::conjunction && tag_at(2) == Tag::adjective && next() &&
        next()->can(any_noun) && !next()->is(determiner))
      return 0;  // "strong and enduring ties"
    const Word* n = next();
    const bool object = n && (n->is(determiner | possessive_pronoun | object_pronoun) ||
                              (capital(at_ + 1) && !n->is_title(office_head)) || n->is(number_word));
    if (w.is_title(rank) && n && n->is_title(office_head | portfolio | rank)) return 0;  // "acting Prime Minister"
    if (before_noun(tag_at(1))) return 0;
    if (w.folded == "visiting" && p == Tag::preposition && capital(at_ + 1) && visited_by(word(at_ - 1))) return 0;
    if (p == Tag::preposition || p == Tag::comma || p == Tag::stop || p == Tag::subordinator || p == Tag::conjunction) {
      if (object || (n && n->is(preposition) && w.verb_count > w.noun_count)) return verb_ing;
      return w.can(any_noun) && w.noun_count >= w.verb_count ? 0 : verb_ing;
    }
    if (p == Tag::noun && w.can(any_noun) && word(at_ - 1) && !word(at_ - 1)->plural_noun() &&
        !word(at_ - 1)->person_noun && !object)
      return 0;
    if (nominal(p) || p == Tag::pronoun)
      return object || (n && (n->is(preposition) || n->reads("to")) && w.verb_count >= w.noun_count)
                 ? verb_ing
                 : (w.can(any_noun) ? 0 : verb_ing);
    if (p == Tag::verb) return object || !w.can(any_noun) || w.verb_count > w.noun_count * 2 ? verb_ing : 0;
    return object ? verb_ing : 0;
  }

  // "a lawsuit against visiting Crown Prince X": not after the prepositions that an act follows ("before visiting
  // Cairo").
  static bool visited_by(const Word* w) {
    return w && (w->folded == "against" || w->folded == "with" || w->folded == "between" || w->folded == "to");
  }

  std::uint16_t past_reading(const Word& w, Tag p) const {
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
    // ", accused by Hariri of meddling,".
    if (w.can(verb_participle) && p == Tag::comma && next_is("by") && finite_subject_follows()) return verb_participle;
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
    if (invariable && (nominal(p) || p == Tag::pronoun) && !finite_ && (complement || w.verb_count >= w.noun_count))
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
      if (reduced_subject(w, p)) return verb_participle;
      return finite_ && !subject_before(p) ? verb_participle : verb_past;
    }
    return w.can(verb_past) ? verb_past : verb_participle;
  }

  bool next_but_one_noun() const {
    const Word* w = word(at_ + 3);
    return w && (w->plural_noun() || s_.tagged[at_ + 3].match != none);
  }

  // "the sanctions the United States imposed": a name that stands right behind another noun begins a clause about it.
  bool contact_subject() const {
    std::uint32_t i = at_;
    while (i > 0 && s_.tagged[i - 1].tag == Tag::name) --i;
    if (i == at_) return false;
    if (i > 0 && s_.tagged[i - 1].tag == Tag::determiner) --i;
    return i > 0 && s_.tagged[i - 1].tag == Tag::noun && s_.tagged[i - 1].word &&
           !s_.tagged[i - 1].word->is_title(office_head | portfolio | rank | honorific) &&
           !s_.tagged[i - 1].word->person_noun && !(s_.tokens[i - 1].flags & text::capitalised);
  }

  // Behind "by" stands who did it.
  bool finite_subject_follows() const {
    const Word* w = word(at_ + 2);
    return w && (capital(at_ + 2) || w->is(determiner));
  }

  // "People evacuated from Haiti are safe": the finite verb of the clause is still to come.
  bool reduced_subject(const Word& w, Tag p) const {
    if (p != Tag::noun || finite_ || (w.verb_props && w.verb_props->speech)) return false;
    const Word* n = next();
    return n && n->is(preposition) && !n->is(subordinator) && be_ahead();
  }

  // A form of "be", "have" or a modal follows in this clause, with only noun and prepositional phrases before it.
  bool be_ahead() const {
    for (std::uint32_t i = at_ + 2; i < count_ && i < at_ + 10; ++i) {
      const Word* w = word(i);
      if (!w && !s_.tokens[i].is_number()) return false;
      if (!w) continue;
      if (w->is(be | have | modal) && w->folded != "be" && w->folded != "being" && w->folded != "been")
        return i > at_ + 2;
      if (w->is(relative | subordinator | conjunction | subject_pronoun) || w->folded == "to" ||
          (w->can(any_verb) && !w->can(any_noun | adjective) && !w->function))
        return false;
    }
    return false;
  }

  static bool subject_before(Tag p) {
    return nominal(p) || p == Tag::pronoun || p == Tag::relative || p == Tag::comma || p == Tag::stop ||
           p == Tag::quote || p == Tag::conjunction;
  }

  // "Japan's prime minister, Shinzo Abe, meets": the comma before ends a name or title that another comma began.
  bool closes_apposition() const {
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

  // "calls", "talks", "visit": a verb only where a subject stands before it and the clause has no verb yet.
  std::uint16_t noun_or_verb(const Word& w, Tag p) const {
    if (tag_at(1) == Tag::conjunction) return after_conjunction(w);
    // "A sanctions programme": behind "a" no plural is the head.
    if (at_ > 1 && tag_at(1) == Tag::noun && word(at_ - 1) && word(at_ - 1)->plural_noun() && word(at_ - 2) &&
        (word(at_ - 2)->reads("a") || word(at_ - 2)->reads("an")))
      return 0;
    std::uint32_t before = at_ - (at_ > 0);  // "Norway deeply values", "again urges": behind the subject
    while (before > 0 && s_.tagged[before].tag == Tag::adverb) --before;
    // "Blinken said the United States remains a partner": a clause may begin behind a verb of speech.
    const bool reported = speech_ && at_ > 0 && w.can(verb_third) && s_.tagged[before].tag == Tag::name &&
                          named_subject(before) && next() && next()->is(determiner | preposition | possessive_pronoun);
    if (asks_ && nominal(p) && w.can(verb_base)) return verb_base;
    if (subjunctive_ && nominal(p) && w.can(verb_base) && !finite_) return verb_base;
    if (p == Tag::comma && !finite_ && w.can(verb_third) && closes_apposition()) {
      const Word* n = next();
      if (n && (n->is(determiner | preposition | possessive_pronoun | object_pronoun) || capital(at_ + 1)))
        return verb_third;
    }
    if (!nominal(p) || (finite_ && !reported)) return 0;
    if (p == Tag::time && tag_at(1) == Tag::time) return 0;
    const Word* n = next();
    const bool links =
        w.verb_has_trait(Trait::link_verb) && named_subject(before);  // "the United States remains committed"
    if (!links && n &&
        (n->is(be | modal | have | do_verb) ||
         (n->can(verb_past) && !n->can(any_noun) && n->verb_count > n->adjective_count)))
      return 0;
    const bool goes_on = n && (n->is(determiner | possessive_pronoun | preposition | object_pronoun | subordinator) ||
                               capital(at_ + 1) || n->reads("to") || n->is(number_word | quantifier) ||
                               n->plural_noun() || n->can(adjective | adverb));
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
    if (demonym) return 0;
    const bool plural = word(before) && word(before)->plural_noun();
    if (w.reads("talks") && tag_at(1) == Tag::noun && word(before) && !word(before)->person_noun &&
        !word(before)->actor_noun)
      return 0;  // "peace talks"
    if (w.can(verb_third) && named_subject(before)) {
      const bool noun_follows = n && n->is(preposition) && w.noun_count > w.verb_count;
      // "Greece puts navy on alert", "Russia holds 24 sailors": headlines leave the article out.
      const bool verbal = person_subject(before) || (w.verb_count >= w.noun_count && !w.reads("talks")) || only_verb();
      const bool object = verbal && ((n && n->can(any_noun)) || punct(at_ + 1) == 'n');
      return (goes_on || object) && !noun_follows ? verb_third : 0;
    }
    if (w.can(verb_third))
      return goes_on && !plural && (s_.headline || w.verb_count * 2 >= w.noun_count || !w.can(any_noun)) ? verb_third
                                                                                                         : 0;
    if (w.can(verb_base) && named_subject(before) && tag_before_noun_is_conjunction() && goes_on && only_verb())
      return verb_base;  // "Oman and Qatar hand over"
    if (w.can(verb_base) && named_subject(before) && w.verb_count >= w.noun_count) {
      const bool pair = tag_before_noun_is_conjunction();
      if (pair && ((n && n->can(any_noun)) || punct(at_ + 1) == 'n')) return verb_base;  // "Oman and Israel sign deal"
      // "Taliban reject offer": a body may have a plural verb.
      std::uint32_t first = at_ - 1;
      while (first > 0 && (s_.tagged[first - 1].tag == Tag::name || s_.tagged[first - 1].tag == Tag::adjective))
        --first;
      const Tag opens = first > 0 ? s_.tagged[first - 1].tag : Tag::stop;
      const bool bare = opens != Tag::determiner && opens != Tag::possessive && opens != Tag::preposition &&
                        opens != Tag::genitive && opens != Tag::verb;
      if (bare && goes_on && w.verb_count > 3 * w.noun_count) return verb_base;
    }
    if (w.can(verb_base))
      return goes_on && (plural || tag_before_noun_is_conjunction()) && w.verb_count * 2 >= w.noun_count ? verb_base
                                                                                                         : 0;
    return 0;
  }

  // The word follows a span that the user marked.
  bool behind_mark() const { return !s_.marked.empty() && s_.marked_end(at_ - 1) == at_ && s_.marked_end(at_) == at_; }

  // That span holds a plural, or is a pair or the second of one: "[US] and [Britain] launch".
  bool plural_mark() const {
    for (const auto& [first, last] : s_.marked) {
      if (last != at_) continue;
      if (first > 0 && s_.tagged[first - 1].tag == Tag::conjunction) return true;
      for (std::uint32_t i = first; i < last; ++i) {
        if (s_.tagged[i].tag == Tag::conjunction || (word(i) && word(i)->plural_noun())) return true;
      }
    }
    return false;
  }

  // Another word of this clause can be nothing but its finite verb: this one is a noun ("Peace talks with Iran
  // resumed").
  bool finite_ahead() const {
    for (std::uint32_t i = at_ + 1; i < count_ && i < at_ + 12; ++i) {
      const Word* w = word(i);
      if (!w) {
        if (s_.tokens[i].is_number() || s_.tokens[i].punct == '\'') continue;
        return false;
      }
      if (w->is(relative | subordinator | conjunction) && !w->is(preposition)) return false;
      if (w->is(modal | have | do_verb)) return true;
      if (w->is(be) && !w->reads("be") && !w->reads("being") && !w->reads("been")) return true;
      if (w->reads("to")) return false;
      if (!capital(i) && !w->function && w->can(verb_past) && !w->can(any_noun | adjective) &&
          w->can(verb_participle) && i > at_ + 1)
        return true;
    }
    return false;
  }

  // No other word of the sentence can be a finite verb.
  bool only_verb() const {
    for (std::uint32_t i = 0; i < count_; ++i) {
      const Word* w = word(i);
      if (i == at_ || !w) continue;
      if (w->is(be | have | modal | do_verb)) return false;
      if (!w->function && !capital(i) && w->can(verb_past | verb_third | verb_base) &&
          !(w->can(any_noun | adjective) && w->noun_count + w->adjective_count >= w->verb_count))
        return false;
    }
    return true;
  }

  // A person or state by a name that is no adjective too ("Turkey", "Mike Pence"; not "U.S.").
  bool named_subject(std::uint32_t i) const {
    if (s_.tagged[i].tag != Tag::name) return false;
    if (s_.tagged[i].match == none) return !(word(i) && peoples_adjective(*word(i)));
    const auto& refs = *s_.matches[s_.tagged[i].match].refs;
    return std::none_of(refs.begin(), refs.end(), [](const NameRef& r) { return r.kind == NameKind::adjective; });
  }

  bool person_subject(std::uint32_t i) const {
    if (s_.tagged[i].match == none) return word(i) && !s_.headline;
    const auto& refs = *s_.matches[s_.tagged[i].match].refs;
    return std::any_of(refs.begin(), refs.end(), [](const NameRef& r) { return r.kind == NameKind::ambiguous; }) ||
           s_.matches[s_.tagged[i].match].last - s_.matches[s_.tagged[i].match].first > 1;
  }

  bool adjective_match(std::uint32_t i) const {
    const auto& refs = *s_.matches[s_.tagged[i].match].refs;
    return std::all_of(refs.begin(), refs.end(),
                       [](const NameRef& r) { return r.kind == NameKind::adjective || r.kind == NameKind::people; });
  }

  bool tag_before_noun_is_conjunction() const { return at_ >= 2 && s_.tagged[at_ - 2].tag == Tag::conjunction; }

  // "and calls on Armenia", "and calls for an end": with the preposition that makes it a verb.
  bool calls_on(const Word& w) const {
    const Word* n = next();
    const bool particle = n && (n->reads("on") || n->reads("upon") || n->reads("for"));
    return w.can(verb_third) && w.verb_has_trait(Trait::governs_with_particle) && particle &&
           (capital(at_ + 2) || (word(at_ + 2) && word(at_ + 2)->is(determiner | possessive_pronoun)));
  }

  // Parallel to what stood before the conjunction.
  std::uint16_t after_conjunction(const Word& w) const {
    for (std::uint32_t i = at_ - 1; i > 0; --i) {
      const Tagged& t = s_.tagged[i - 1];
      if (t.tag != Tag::verb) continue;
      // "rejects the use of force to mark the border and calls on Armenia": over what hangs on the first verb.
      if (t.form == verb_base && i > 1 && s_.tagged[i - 2].tag == Tag::to && w.can(verb_third) && calls_on(w)) continue;
      if (t.form == verb_third && calls_on(w)) return verb_third;
      if (t.form == verb_past && w.can(verb_past))
        return at_ - i < 14 && next() &&
                       (next()->is(determiner | possessive_pronoun | object_pronoun) || capital(at_ + 1))
                   ? verb_past
                   : 0;
      if (t.form == verb_third && w.can(verb_third))
        return at_ - i < 14 && next() && !next()->is(preposition) ? verb_third : 0;
      if (t.form == verb_base && w.can(verb_base))
        return next() &&
                       (next()->is(determiner | possessive_pronoun | preposition | object_pronoun) ||
                        capital(at_ + 1)) &&
                       w.verb_count >= w.noun_count
                   ? verb_base
                   : 0;
      return 0;
    }
    return 0;
  }

  // A plural noun follows, or an adjective and one: "suspected foreign fighters".
  bool plural_ahead() const {
    const Word *n = next(), *second = word(at_ + 2);
    if (!n) return false;
    return n->plural_noun() || (n->can(adjective) && !n->can(any_noun | any_verb) && second && second->plural_noun());
  }

  // "elected officials", "proposed meeting": a participle that modifies the noun after it.
  bool prenominal(const Word& w, std::uint16_t form) const {
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

  std::string_view text_;
  Sentence& s_;
  std::uint32_t count_;
  std::uint32_t at_ = 0;
  bool finite_ = false;
  bool comma_ = false;                             // a comma has come since the last verb
  bool relative_ = false, relative_verb_ = false;  // inside a relative clause; its verb has come
  bool asks_ = false;  // the sentence began with "did", "will": its verb is still to come, in its base form
  bool after_preposition_ = false;  // since the last verb came a preposition that may begin a clause: "after", "as"
  bool demanded_ = false, subjunctive_ = false;  // the last verb demands; in its clause the verb has its base form
  bool speech_ = false;                          // the last verb was one of speech: a clause may follow without "that"
  bool addressed_ = false;                       // since the last verb, one of speech, only noun phrases have come
};

}  // namespace

void tag(std::string_view text, Sentence* sentence) { Tagger(text, sentence).run(); }

// As Tagger::decide and function_tag, of the words whose neighbours neither asks for.
Tag fixed_tag(const Word& w, std::uint16_t* form) {
  const bool time = w.props && (w.props->month || w.props->weekday || w.props->is_day);
  const bool verb_after_to = w.can(verb_base) && !w.is(be | have | do_verb | determiner);
  if (!w.function || time || verb_after_to || w.reads("may") || w.reads("according") || w.reads("'s") || w.reads("s'"))
    return Tag::other;
  if (w.is(negation)) return Tag::negation;
  if (w.is(be)) {
    *form = be_form(w);
    return Tag::be;
  }
  if (w.has_trait(Trait::number_weight) || w.reads("to")) return Tag::other;
  if (w.is(have)) {
    *form = have_form(w);
    return Tag::have;
  }
  if (w.is(do_verb | modal | relative | possessive_pronoun) || w.reads("that") || w.reads("s") || w.reads("once"))
    return Tag::other;
  if (w.is(determiner) && !w.is(preposition))
    return w.reads("a") || w.reads("an") || w.reads("the") || w.reads("every") ? Tag::determiner : Tag::other;
  if (w.is(subject_pronoun | object_pronoun))
    return w.folded.ends_with("self") || w.folded.ends_with("selves") ? Tag::other : Tag::pronoun;
  if (w.is(conjunction)) return Tag::conjunction;
  if (w.is(number_word)) return Tag::number;
  if (!w.is(preposition)) return w.is(subordinator | question_word) ? Tag::subordinator : Tag::other;
  const bool asks = w.is_title(rank) || w.is(quantifier) || w.reads("following") || w.reads("including") ||
                    w.reads("concerning") || w.reads("regarding") || w.reads("like");
  return asks ? Tag::other : Tag::preposition;
}

}  // namespace demarche::extract
