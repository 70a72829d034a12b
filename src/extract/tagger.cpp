#include "extract/tagger.h"

#include <algorithm>

#include "extract/tagging.h"

namespace demarche::extract {

using namespace rules;

std::uint16_t be_form(const Word& w) {
  return w.reads("being") ? verb_ing : w.reads("been") ? verb_participle : w.reads("be") ? verb_base : verb_past;
}

std::uint16_t have_form(const Word& w) {
  return w.reads("having") ? verb_ing : w.reads("had") ? verb_past : w.reads("has") ? verb_third : verb_base;
}

void Tagging::run() {
  find_headline();
  for (at_ = 0; at_ < count_; ++at_) {
    Tagged& t = s_.tagged[at_];
    if (t.word && (t.word->function ? opens_adverb(*t.word) : softens(*t.word))) {
      t.tag = Tag::adverb;
      adverb_end_ = at_ + 1;
    } else if (t.word && t.word->fixed && t.match == none && at_ != adverb_end_) {
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

// A span that the user marked is a noun phrase, whatever its words look like: "armed men", "the shelling".
Tag Tagging::inside_marked(Tag t, std::uint32_t end) const {
  const bool last = at_ + 1 == end;
  if (last && !nominal(t) && t != Tag::pronoun && s_.tokens[at_].is_word()) return Tag::noun;
  const bool first = at_ == 0 || s_.marked_end(at_ - 1) == at_ - 1;
  if (t == Tag::verb && (first || tag_at(1) == Tag::determiner || tag_at(1) == Tag::possessive)) return Tag::adjective;
  return t;
}

void Tagging::find_headline() {
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
bool Tagging::quiet(Tag t) {
  constexpr auto bit = [](Tag of) { return 1u << static_cast<unsigned>(of); };
  constexpr unsigned parts = bit(Tag::name) | bit(Tag::noun) | bit(Tag::determiner) | bit(Tag::adjective) |
                             bit(Tag::pronoun) | bit(Tag::genitive) | bit(Tag::number) | bit(Tag::time);
  return (parts >> static_cast<unsigned>(t)) & 1u;
}

// A finite verb has been seen since the last clause boundary.
void Tagging::note(const Tagged& t) {
  switch (t.tag) {
    case Tag::verb:
      demanded_ = t.word && t.word->verb_has_trait(Trait::demand_verb);
      subjunctive_ = false;
      speech_ = t.word && t.word->verb_props && t.word->verb_props->speech;
      addressed_ = speech_ && !t.word->can(verb_ing);
      asks_ = comma_ = false;
      participle_ = t.form == verb_participle &&
                    (nominal(tag_at(1)) || tag_at(1) == Tag::comma || (participle_ && tag_at(1) == Tag::conjunction));
      after_preposition_ = after_preposition_ && t.form == verb_participle;  // "after a strike ordered by Oman killed"
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
      set_off_ = tag_at(1) == Tag::comma && !finite_;
      set_off_ended_ = false;
      relative_ = true;
      relative_verb_ = false;
      finite_ = false;
      break;
    case Tag::comma:
      modal_left_ = modal_left_ || tag_at(1) == Tag::modal || (tag_at(1) == Tag::negation && tag_at(2) == Tag::modal);
      // "Rwanda, which backs the rebels, cut ties": the comma ends what was told of the subject.
      if (set_off_ && relative_verb_) {
        set_off_ended_ = true;
        set_off_ = finite_ = relative_ = false;
      }
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

Tag Tagging::decide(std::uint16_t* form) {
  const text::Token& t = s_.tokens[at_];
  if (t.is_number()) return Tag::number;
  if (t.punct == ':' && word(at_)) {  // "Guterres: Russia must leave"
    *form = verb_third;
    return Tag::verb;
  }
  if (!t.is_word()) return s_.tagged[at_].match != none && t.punct != '\'' ? Tag::name : mark(t.punct);
  const Word& w = *word(at_);
  if (clitic_s(w)) return previous_takes_be() ? Tag::be : Tag::genitive;
  if (s_.tagged[at_].match != none && accepts_match(w)) return Tag::name;
  if (w.props && (w.props->month || w.props->weekday) && time_word(w)) return Tag::time;
  if (w.props && w.props->is_day) return Tag::time;
  if (w.folded == "may" && capital(at_) && !s_.headline && (!first_word() || next_is_finite())) return Tag::name;
  if (at_ == adverb_end_) return Tag::adverb;
  if (at_ > 0 && word(at_ - 1) &&
      (word(at_ - 1)->reads("each") ? w.reads("other") : word(at_ - 1)->reads("one") && w.reads("another")))
    return Tag::noun;
  if (w.folded == "according" && next_is("to")) return Tag::preposition;
  if (w.folded == "only" && tag_at(1) == Tag::determiner) return Tag::adjective;  // "the only country"
  if (w.function) {
    const Tag f = function_tag(w, form);
    if (f != Tag::other) return f;
  }
  return open_class(w, form);
}

Tag Tagging::mark(char p) {
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
Tag Tagging::apostrophe() const {
  if (at_ == 0 || !nominal(tag_at(1)) || s_.tokens[at_].flags & text::space_before) return Tag::quote;
  const std::string_view before = text::view(text_, s_.tokens[at_ - 1]);
  const Word* w = next();
  const bool s = !before.empty() && (before.back() == 's' || before.back() == 'S' || before.back() == 'z');
  return s && w && (s_.tokens[at_ + 1].flags & text::space_before) ? Tag::genitive : Tag::quote;
}

bool Tagging::previous_takes_be() const {
  if (at_ == 0) return false;
  const Word* w = word(at_ - 1);
  if (!w) return false;
  if (w->is(subject_pronoun | question_word) || w->reads("there") || w->reads("that") || w->reads("here")) return true;
  // "Clinton's visiting Moscow": rare; a genitive is far likelier.
  return false;
}

// Small words that are also names ("May", "US") count as names only as capitals allow.
bool Tagging::accepts_match(const Word& w) const {
  const NameMatch& m = s_.matches[s_.tagged[at_].match];
  if (m.last - m.first > 1) return true;
  if (w.props && (w.props->month || w.props->weekday)) return false;
  if (first_word() && w.function && !(s_.tokens[at_].flags & text::all_caps)) return false;
  return !title_before_name(w, *m.refs);
}

// "Grand Mufti Shawki Allam": a title, though somebody is called Mufti.
bool Tagging::title_before_name(const Word& w, const NameRefs& refs) const {
  if (!w.is_title(office_head)) return false;
  // "the Pope", "the Chancellor": before a bare surname stands no article.
  const bool bare = at_ > 0 && word(at_ - 1) && word(at_ - 1)->reads("the") && !capital(at_ + 1);
  if (!bare && (!capital(at_ + 1) || !next() || next()->function)) return false;
  if (at_ > 0 && (tag_at(1) == Tag::name || tag_at(1) == Tag::verb)) return false;
  return std::all_of(refs.begin(), refs.end(), [](const NameRef& r) { return r.kind == NameKind::ambiguous; });
}

void tag(std::string_view text, Sentence* sentence) { Tagging(text, sentence).run(); }

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
                    w.reads("concerning") || w.reads("regarding") || w.reads("like") || w.reads("since");
  return asks ? Tag::other : Tag::preposition;
}

}  // namespace demarche::extract
