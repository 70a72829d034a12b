#include "extract/chunker.h"

#include <algorithm>
#include <optional>

namespace demarche::extract {

using namespace rules;

namespace {

class Chunker {
 public:
  Chunker(std::string_view text, const Gazetteer& gazetteer, Sentence* s)
      : text_(text), gazetteer_(gazetteer), s_(*s), count_(static_cast<std::uint32_t>(s->tokens.size())) {}

  void run() {
    while (at_ < count_) {
      const std::uint32_t before = at_;
      step();
      if (at_ == before) ++at_;
    }
  }

 private:
  Tag tag(std::uint32_t i) const { return i < count_ ? s_.tagged[i].tag : Tag::stop; }
  const Word* word(std::uint32_t i) const { return i < count_ ? s_.tagged[i].word : nullptr; }
  template <std::size_t size>
  bool is(std::uint32_t i, const char (&folded)[size]) const {
    return word(i) && word(i)->reads(folded);
  }
  bool capital(std::uint32_t i) const { return i < count_ && s_.tokens[i].flags & text::capitalised; }

  void add(ChunkKind kind, std::uint32_t first, std::uint32_t last, std::uint32_t index = none) {
    s_.chunks.push_back({kind, first, last, index});
    at_ = last;
  }

  void step() {
    if (!s_.marked.empty() && s_.marked_end(at_) != at_) return noun_phrase();
    switch (tag(at_)) {
      case Tag::preposition:
        if (as_well_as()) return add(ChunkKind::conjunction, at_, at_ + 3);
        if (along_with()) return add(ChunkKind::conjunction, at_, at_ + 2);
        return add(ChunkKind::preposition, at_, at_ + 1);
      case Tag::conjunction:
        return add(ChunkKind::conjunction, at_, at_ + 1);
      case Tag::comma:
        return add(ChunkKind::comma, at_, at_ + 1);
      case Tag::subordinator:
        return add(ChunkKind::subordinator, at_, at_ + 1);
      case Tag::relative:
        return add(ChunkKind::relative, at_, at_ + 1);
      case Tag::quote:
        if (quotes_in_passing()) {
          ++at_;
          return;
        }
        return add(ChunkKind::quote, at_, at_ + 1);
      case Tag::stop:
        return mark();
      case Tag::adverb:
      case Tag::negation:
        if (starts_verb_group(at_)) return verb_group();
        if (!directs(at_) &&
            (tag(at_ + 1) == Tag::adjective || tag(at_ + 1) == Tag::quantifier || tag(at_ + 1) == Tag::number))
          break;
        return add(ChunkKind::adverb, at_, at_ + 1);
      case Tag::to:
      case Tag::modal:
      case Tag::be:
      case Tag::have:
      case Tag::do_verb:
      case Tag::verb:
        // "Iran is ready for talks: Rouhani": as ", says Rouhani".
        if (s_.tokens[at_].punct == ':' && s_.verbs.size() > 0) add(ChunkKind::comma, at_, at_);
        return verb_group();
      case Tag::other:
      case Tag::genitive:
        ++at_;
        return;
      default:
        break;
    }
    noun_phrase();
  }

  void mark() {
    const char p = s_.tokens[at_].punct;
    if (p == '(' || p == '[') return add(ChunkKind::open, at_, at_ + 1);
    if (p == ')' || p == ']') return add(ChunkKind::close, at_, at_ + 1);
    if (list_separator()) return add(ChunkKind::comma, at_, at_ + 1);
    if (p == '-')
      if (const std::optional<ChunkKind> pair = dashes()) return add(*pair, at_, at_ + 1);
    if (const std::size_t announced = announces_list()) {
      for (std::size_t i = 0; i < announced; ++i) {
        if (s_.chunks.back().kind == ChunkKind::noun) s_.phrases.pop_back();
        s_.chunks.pop_back();
      }
      ++at_;
      return;
    }
    add(ChunkKind::stop, at_, at_ + 1);
  }

  // 'accepted the "road map" in principle', 'asked him "respectfully" not to sign': a few words in quotation marks
  // within a clause are read as if they stood without. The closing mark is found by the opening one.
  bool quotes_in_passing() {
    if (at_ == closing_) return true;
    if (at_ == 0) return false;
    const Tag before = tag(at_ - 1);
    if (before == Tag::comma || before == Tag::stop || before == Tag::quote) return false;
    for (std::uint32_t i = at_ + 1; i < count_ && i < at_ + 8; ++i) {
      const Tag t = tag(i);
      if (t == Tag::comma || t == Tag::stop || t == Tag::subordinator || t == Tag::modal || t == Tag::be ||
          t == Tag::have)
        return false;
      if (t != Tag::quote) continue;
      if (i == at_ + 1 || i + 1 >= count_) return false;
      closing_ = i;
      return true;
    }
    return false;
  }

  // "A as well as B": as "and". Between commas before the verb it is an insertion.
  bool as_well_as() const {
    if (!is(at_, "as") || !is(at_ + 1, "well") || !is(at_ + 2, "as") || at_ == 0) return false;
    const Tag next = tag(at_ + 3);
    const bool item = heads(next) || next == Tag::determiner || next == Tag::possessive || next == Tag::adjective;
    return item && (heads(tag(at_ - 1)) || (tag(at_ - 1) == Tag::comma && !s_.verbs.empty()));
  }

  // "met Merkel along with Hollande", "President X of Y together with Z".
  bool along_with() const {
    if (!(is(at_, "along") || is(at_, "together")) || !is(at_ + 1, "with") || s_.chunks.empty()) return false;
    const Tag next = tag(at_ + 2);
    return s_.chunks.back().kind == ChunkKind::noun && tag(at_ - 1) == Tag::name &&
           (heads(next) || next == Tag::determiner || next == Tag::possessive || next == Tag::adjective);
  }

  // "sanctions on A; B, a general; and C": between the semicolons of a list stands no verb.
  bool list_separator() const {
    return s_.tokens[at_].punct == ';' && at_ > 0 && heads(tag(at_ - 1)) && list_item_behind();
  }

  // "met the following leaders: A, B and C": who they are stands behind the colon. The number of chunks that say no
  // more than that; 0 where it is not so.
  std::size_t announces_list() const {
    if (s_.tokens[at_].punct != ':' || s_.chunks.empty() || s_.chunks.back().last != at_ || !list_item_behind())
      return 0;
    std::size_t i = s_.chunks.size();
    while (i > 0 && s_.chunks.size() - i < 3 &&
           (s_.chunks[i - 1].kind == ChunkKind::noun || s_.chunks[i - 1].kind == ChunkKind::preposition)) {
      --i;
      for (std::uint32_t t = s_.chunks[i].first; t < s_.chunks[i].last; ++t) {
        if (!is(t, "following")) continue;
        const bool the = s_.chunks[i].kind == ChunkKind::preposition && i > 0 && is(s_.chunks[i].first - 1, "the");
        return s_.chunks.size() - i + (the ? 1 : 0);
      }
    }
    return 0;
  }

  // "Annan – a former chief – urged", "the deal -- it was signed in May -- failed": two dashes set off what stands
  // between them, as commas do, or brackets where that is a clause of its own.
  std::optional<ChunkKind> dashes() {
    if (at_ == dash_end_) return dash_kind_ == ChunkKind::comma ? ChunkKind::comma : ChunkKind::close;
    if (at_ == 0) return std::nullopt;
    std::uint32_t end = at_ + 1;
    bool clause = false, relative = false;
    for (; end < count_; ++end) {
      const Tag t = tag(end);
      if (t == Tag::stop) break;
      relative = relative || t == Tag::relative;
      const bool finite = t == Tag::modal || t == Tag::be || t == Tag::have || t == Tag::do_verb || t == Tag::verb;
      clause = clause || (finite && !relative && end != at_ + 1 && tag(end - 1) != Tag::to);
    }
    if (end == at_ + 1 || end + 1 >= count_ || s_.tokens[end].punct != '-' || tag(end + 1) == Tag::stop)
      return std::nullopt;
    dash_end_ = end;
    dash_kind_ = clause ? ChunkKind::open : ChunkKind::comma;
    return dash_kind_;
  }

  // Up to the next semicolon or the end stands no verb.
  bool list_item_behind() const {
    std::uint32_t i = at_ + 1;
    if (tag(i) == Tag::conjunction) ++i;
    if (!(tag(i) == Tag::name || tag(i) == Tag::noun || tag(i) == Tag::determiner)) return false;
    for (; i < count_; ++i) {
      const Tag t = tag(i);
      if (t == Tag::stop) return s_.tokens[i].punct == ';' || s_.tokens[i].punct == '.';
      if (t == Tag::verb || t == Tag::modal || t == Tag::have || t == Tag::be || t == Tag::do_verb ||
          t == Tag::subordinator || t == Tag::relative || t == Tag::quote)
        return false;
    }
    return true;
  }

  // Adverbs before a verb belong to its group ("also met", "never called").
  bool starts_verb_group(std::uint32_t i) const {
    while (tag(i) == Tag::adverb || tag(i) == Tag::negation) ++i;
    const Tag t = tag(i);
    return t == Tag::verb || t == Tag::modal || t == Tag::be || t == Tag::have || t == Tag::do_verb || t == Tag::to;
  }

  void note_adverb(std::uint32_t i, VerbGroup* v) const {
    const bool only =
        is(i + 1, "only") || is(i + 1, "just") || is(i + 1, "merely") || is(i + 1, "simply");  // "not only met"
    if (tag(i) == Tag::negation && !only) v->negated = true;
    if (word(i) && word(i)->props && word(i)->props->hedge) v->possible = true;
    if ((is(i, "nearly") || is(i, "almost")) && tag(i + 1) == Tag::verb) v->negated = true;  // "almost attacked"
  }

  void note_modal(std::uint32_t i, VerbGroup* v) const {
    const Word& w = *word(i);
    if (w.props && w.props->modal_planned)
      v->future = true;
    else if (w.reads("would") || w.reads("'d"))
      v->future = v->past = true;
    else
      v->possible = true;
    if (w.reads("cannot")) v->negated = true;
  }

  void verb_group() {
    VerbGroup v;
    v.first = at_;
    std::uint32_t i = at_;
    bool be = false, have = false, any = false;
    for (; i < count_; ++i) {
      const Tag t = tag(i);
      if (t == Tag::adverb || t == Tag::negation) {
        if (any && !starts_verb_group(i) && t == Tag::adverb && aside(i + 1) == i + 1) break;
        note_adverb(i, &v);
      } else if (const std::uint32_t end = any ? aside(i) : i; end != i) {
        i = end;
      } else if (const std::uint32_t time = any ? between_time(i) : i; time != i) {
        i = time - 1;
      } else if (t == Tag::to && !any) {
        v.form = VerbForm::infinitive;
        any = true;
      } else if (t == Tag::modal) {
        note_modal(i, &v);
        any = true;
      } else if (t == Tag::be) {
        if (!any || be) note_be(i, &v);
        be = true;
        any = true;
        v.head = i;
        if (s_.tagged[i].form == verb_ing && i == v.first) v.form = VerbForm::ing;
      } else if (t == Tag::have || t == Tag::do_verb) {
        have = t == Tag::have;
        if (!any && s_.tagged[i].form == verb_past) v.past = true;
        if (!any && s_.tagged[i].form == verb_ing) v.form = VerbForm::ing;
        any = true;
        v.head = i;
        if (have && !participle_follows(i + 1)) {
          ++i;
          return close(&v, i);
        }
      } else if (t == Tag::verb && !be && links(i)) {
        v.head = i;
        v.perfect = have;
        if (!any) v.past = s_.tagged[i].form == verb_past;
        be = any = true;  // "remains committed to", as "is committed to"
      } else if (t == Tag::verb) {
        lexical(i, be, have, any, &v);
        ++i;
        return close(&v, i);
      } else {
        break;
      }
    }
    if (be) {
      v.perfect = v.perfect || have;  // "has been able"
      i = predicate(i, &v);
    }
    v.auxiliary_only = !be;
    v.copula = be && tag(v.head) == Tag::be;
    close(&v, i);
  }

  // "remains", "became", before a participle or an adjective that takes an infinitive.
  bool links(std::uint32_t i) const {
    const std::uint16_t form = s_.tagged[i].form;
    if (!word(i)->verb_has_trait(Trait::link_verb) || form == verb_participle || form == verb_ing) return false;
    std::uint32_t j = i + 1;
    while (tag(j) == Tag::adverb) ++j;
    if (tag(j) == Tag::verb) return s_.tagged[j].form == verb_participle;
    const Word* w = word(j);
    return w && tag(j) == Tag::adjective && tag(j + 1) == Tag::to && w->props &&
           (w->props->governor || w->props->object_governor);
  }

  void note_be(std::uint32_t i, VerbGroup* v) const {
    const std::string_view f = word(i)->folded;
    if (f == "was" || f == "were") v->past = true;
  }

  // "had, however, refused", "will, for the first time, meet": the comma behind what is put between; i = nothing is.
  std::uint32_t aside(std::uint32_t i) const {
    if (tag(i) != Tag::comma) return i;
    const Tag first = tag(i + 1);
    if (first != Tag::adverb && first != Tag::preposition && first != Tag::time) return i;
    std::uint32_t end = i + 1;
    for (; end < i + 9 && tag(end) != Tag::comma; ++end) {
      const Tag t = tag(end);
      const bool phrase = t == Tag::adverb || t == Tag::preposition || t == Tag::time || t == Tag::noun ||
                          t == Tag::name || t == Tag::adjective || t == Tag::determiner || t == Tag::number ||
                          t == Tag::quantifier || t == Tag::possessive || t == Tag::genitive;
      if (!phrase) return i;
    }
    if (tag(end) != Tag::comma) return i;
    std::uint32_t verb = end + 1;
    while (tag(verb) == Tag::adverb) ++verb;
    const bool goes_on = tag(verb) == Tag::be || (tag(verb) == Tag::verb && s_.tagged[verb].form != verb_third);
    return goes_on ? end : i;
  }

  // "has today summoned", "will on Tuesday host", "will next week send": behind the time that stands between the
  // auxiliary and its verb; i = none does.
  std::uint32_t between_time(std::uint32_t i) const {
    std::uint32_t end = i;
    if (tag(end) == Tag::preposition && tag(end + 1) == Tag::time) ++end;
    while (tag(end) == Tag::adjective || tag(end) == Tag::determiner) ++end;
    if (!time_noun(end)) return i;
    while (time_noun(end)) ++end;
    std::uint32_t verb = end;
    while (tag(verb) == Tag::adverb) ++verb;
    const bool goes_on =
        tag(verb) == Tag::be ||
        (tag(verb) == Tag::verb && (s_.tagged[verb].form == verb_participle || s_.tagged[verb].form == verb_base));
    return goes_on ? end : i;
  }

  bool participle_follows(std::uint32_t i) const {
    while (tag(i) == Tag::adverb || tag(i) == Tag::negation) ++i;
    i = aside(i) == i ? i : aside(i) + 1;
    i = between_time(i);
    while (tag(i) == Tag::adverb || tag(i) == Tag::negation) ++i;
    return tag(i) == Tag::be || (tag(i) == Tag::verb && word(i)->can(verb_participle));
  }

  void lexical(std::uint32_t i, bool be, bool have, bool any, VerbGroup* v) const {
    const std::uint16_t form = s_.tagged[i].form;
    v->head = i;
    v->perfect = have;
    if (be) {
      v->passive = form != verb_ing;
      v->progressive = form == verb_ing;
    } else if (!any) {
      v->past = form == verb_past;
      v->form = form == verb_ing          ? VerbForm::ing
                : form == verb_participle ? VerbForm::participle
                : form == verb_base       ? VerbForm::base
                                          : VerbForm::finite;
    }
  }

  // "is due to", "was likely to", "is ready to": the adjective is the head, as it governs the infinitive. "is less
  // ready to" says that it is not.
  std::uint32_t predicate(std::uint32_t i, VerbGroup* v) const {
    const bool less = is(i, "less");
    if (less || is(i, "more")) {
      const std::uint32_t end = predicate(i + 1, v);
      if (end == i + 1) return i;
      v->negated = v->negated != less;
      return end;
    }
    std::uint32_t adjective = i;
    while (tag(adjective) == Tag::adverb) ++adjective;  // "was recently able to"
    const Word* w = word(adjective);
    if (w && w->props && (w->props->governor || w->props->object_governor) && tag(adjective + 1) == Tag::to &&
        tag(adjective) != Tag::to) {
      v->head = adjective;
      return adjective + 1;
    }
    return i;
  }

  void close(VerbGroup* v, std::uint32_t last) {
    v->last = std::max(last, v->first + 1);
    if (v->head < v->first) v->head = v->last - 1;
    s_.verbs.push_back(*v);
    add(ChunkKind::verb, v->first, v->last, static_cast<std::uint32_t>(s_.verbs.size() - 1));
  }

  // A noun that names a stretch of time ("week"), or a day or month.
  bool time_noun(std::uint32_t i) const {
    const Word* w = i < count_ ? word(i) : nullptr;
    if (!w) return false;
    if (tag(i) == Tag::time) return true;
    return tag(i) == Tag::noun && w->props && w->props->unit != TimeUnit::none;
  }

  // "the visit Macron made", "the offer Iran rejected": what is done or said has no name.
  bool deed(std::uint32_t i) const {
    const Word* w = word(i);
    const bool done = w && (w->noun_class == NounClass::act || w->noun_class == NounClass::communication ||
                            w->noun_class == NounClass::event || w->noun_class == NounClass::possession);
    return done && !capital(i) && !w->actor_noun && !w->person_noun &&
           !w->is_title(office_head | portfolio | rank | honorific);
  }

  // "the aid Germany has given", "the concern Iran raised": with an article and before a name that acts.
  bool thought(std::uint32_t first, std::uint32_t i) const {
    const Word* w = word(i);
    return w && first < i && tag(first) == Tag::determiner && !capital(i) && !w->actor_noun && !w->person_noun &&
           !w->is_title(office_head | portfolio | rank | honorific) &&
           (w->noun_class == NounClass::cognition || w->noun_class == NounClass::feeling ||
            w->noun_class == NounClass::attribute || w->noun_class == NounClass::state);
  }

  // A name known that a finite verb follows.
  bool acts(std::uint32_t i) const { return s_.tagged[i].match != none && finite_verb_behind_name(i); }

  bool finite_verb_behind_name(std::uint32_t i) const {
    if (tag(i) != Tag::name) return false;
    while (tag(i) == Tag::name) ++i;
    return finite_behind(i);
  }

  bool finite_behind(std::uint32_t i) const {
    while (tag(i) == Tag::adverb) ++i;
    const Tag t = tag(i);
    return t == Tag::have || t == Tag::modal || t == Tag::be || t == Tag::do_verb ||
           (t == Tag::verb && s_.tagged[i].form != verb_ing && word(i) &&
            (s_.tagged[i].form != verb_participle || word(i)->can(verb_past)));
  }

  // "promised Kyiv | air defence systems", "sent Mali | two helicopters"; but "sent US troops", "gave Iraqi police
  // rifles".
  bool given_to(std::uint32_t first, std::uint32_t i) const {
    if (first == 0 || tag(first - 1) != Tag::verb || !word(first - 1) ||
        !word(first - 1)->verb_has_trait(Trait::ditransitive_verb))
      return false;
    std::uint32_t head = i;
    while (tag(head + 1) == Tag::noun) ++head;
    if (!lower_plural(head) || word(head)->person_noun) return false;
    for (std::uint32_t k = first; k < i; ++k) {
      if (tag(k) != Tag::name || s_.tokens[k].flags & text::all_caps || s_.tokens[k].flags & text::has_dot)
        return false;
    }
    const std::uint32_t m = s_.tagged[first].match;
    if (m == none || s_.matches[m].first != first || s_.matches[m].last != i) return false;
    const NameRefs& refs = *s_.matches[m].refs;
    return std::any_of(refs.begin(), refs.end(), [&](const NameRef& r) {
      return (r.kind == NameKind::full || r.kind == NameKind::capital) && r.actor != no_actor &&
             gazetteer_[r.actor].kind == Kind::state;
    });
  }

  // "in 1998", "by late 2016".
  bool bare_year(std::uint32_t first, std::uint32_t i) const {
    const text::Token& t = s_.tokens[i];
    if (first == 0 || tag(first - 1) != Tag::preposition || is(first - 1, "of") || t.end - t.start != 4) return false;
    if (i != first && !(i == first + 1 && (is(first, "late") || is(first, "early")))) return false;
    const std::string_view digits = text::view(text_, t);
    return digits.starts_with("19") || digits.starts_with("20");
  }

  // "In 1998 | Turkey attacked", "in 2011 | rebels seized", but "in 2015 attacks".
  bool begins_behind_year(std::uint32_t i) const {
    if (tag(i) == Tag::name || (tag(i) == Tag::noun && capital(i))) return true;
    while (tag(i) == Tag::adjective) ++i;
    while (tag(i) == Tag::noun || tag(i) == Tag::name) ++i;
    return finite_behind(i);
  }

  // "the talks Secretary Kerry is having": a title with a name that acts, behind a noun that is no part of it.
  bool office_acts(std::uint32_t first, std::uint32_t i) const {
    const Word *noun = word(i - 1), *title = word(i);
    if (!(lower_plural(i - 1) || tag(first) == Tag::time || tag(first) == Tag::determiner ||
          tag(first) == Tag::possessive))
      return false;
    if (i == first || !noun || !title || capital(i - 1) || !capital(i) || noun->actor_noun || noun->person_noun ||
        noun->is_title(office_head | portfolio | rank | honorific) ||
        !title->is_title(office_head | portfolio | rank | honorific) || time_noun(i - 1))
      return false;
    while (tag(i) == Tag::noun && capital(i) && word(i) &&
           word(i)->is_title(office_head | portfolio | rank | honorific))
      ++i;
    return finite_verb_behind_name(i);
  }

  bool continues(std::uint32_t first, std::uint32_t i) const {
    const Tag t = tag(i), before = tag(i - 1);
    if (i > first && time_noun(i) != time_noun(i - 1) && (time_noun(i) || !(t == Tag::noun || t == Tag::number))) {
      // "Thursday morning" is one phrase, "Monday Clinton" two, "last week" one.
      if (time_noun(i - 1) && t == Tag::genitive) return true;
      return (before == Tag::adjective || before == Tag::determiner || before == Tag::number ||
              before == Tag::quantifier || before == Tag::possessive || before == Tag::adverb) &&
             time_noun(i);
    }
    // "on July 21-22 members met": the day ends the date, unless an article opened the phrase ("the May 5 meeting").
    if (before == Tag::number && i > first + 1 && tag(i - 2) == Tag::time && tag(first) == Tag::time &&
        (t == Tag::noun || t == Tag::name || t == Tag::adjective))
      return false;
    if (t == Tag::noun && given_to(first, i)) return false;
    if (before == Tag::noun && is(i, "dead")) return false;  // "left four soldiers dead"
    if (before == Tag::number && bare_year(first, i - 1) && begins_behind_year(i)) return false;
    switch (t) {
      case Tag::noun:
        return before != Tag::pronoun && !(before == Tag::noun && office_acts(first, i));
      case Tag::name:
        if (before == Tag::adjective && i == first + 1 && word(i - 1) && predicate_adjective(*word(i - 1)))
          return false;
        return before != Tag::pronoun && !(before == Tag::noun && (lower_plural(i - 1) || fronted(first, i) ||
                                                                   deed(i - 1) || (thought(first, i - 1) && acts(i))));
      case Tag::time:
        return time_noun(i - 1);
      case Tag::genitive:
        return before == Tag::noun || before == Tag::name || before == Tag::time || before == Tag::number;
      case Tag::adjective:
        if (before == Tag::noun && word(i - 1) && word(i - 1)->is_title(rank) && word(i) &&
            word(i)->is_title(portfolio))
          return true;                                                               // "vice foreign minister"
        if (before == Tag::name && (is(i, "late") || is(i, "early"))) return false;  // "visited Oman late last month"
        return before != Tag::noun && before != Tag::pronoun && before != Tag::time &&
               !(before == Tag::name && (time_noun(i + 1) || (tag(i + 1) != Tag::noun && tag(i + 1) != Tag::name &&
                                                              tag(i + 1) != Tag::adjective)));
      case Tag::number:
        if (before == Tag::time || time_noun(i - 1)) return true;
        return before != Tag::noun && before != Tag::name && before != Tag::pronoun
                   ? true
                   : capital(i - 1) && before == Tag::noun;
      case Tag::quantifier:
        return before == Tag::determiner || before == Tag::quantifier || before == Tag::possessive ||
               before == Tag::number;
      case Tag::determiner:
      case Tag::possessive:
        return before == Tag::quantifier && (is(i - 1, "all") || is(i - 1, "both") || is(i - 1, "half"));
      case Tag::adverb:
        return (tag(i + 1) == Tag::adjective || tag(i + 1) == Tag::number) && before != Tag::noun &&
               before != Tag::name && before != Tag::pronoun;
      case Tag::conjunction:
        if (joins_portfolios(i)) return true;
        return before == Tag::adjective && (tag(i + 1) == Tag::adjective || tag(i + 1) == Tag::noun) &&
               (tag(i + 2) == Tag::noun || tag(i + 2) == Tag::adjective) && !is(i, "but");
      case Tag::other:
        return s_.tokens[i].punct == '/' && i + 1 < count_ && (tag(i + 1) == Tag::noun || tag(i + 1) == Tag::name);
      default:
        return false;
    }
  }

  // "Foreign and European Affairs Minister": two portfolios of one office.
  bool joins_portfolios(std::uint32_t i) const {
    if (!is(i, "and") || !capital(i - 1) || !word(i - 1) || !word(i - 1)->is_title(portfolio)) return false;
    if (word(i - 1)->is_title(office_head)) return false;
    for (std::uint32_t j = i + 1; j < i + 5 && capital(j) && word(j); ++j) {
      if (word(j)->is_title(office_head)) return j > i + 1 && !word(j)->plural_noun();
      if (tag(j) != Tag::noun && tag(j) != Tag::adjective && tag(j) != Tag::name) return false;
    }
    return false;
  }

  // "sent home | two envoys", "pushed back | several boats": goes with the verb before it.
  bool directs(std::uint32_t i) const {
    return i > 0 && tag(i - 1) == Tag::verb && (is(i, "home") || is(i, "back") || is(i, "away") || is(i, "free"));
  }

  // "make sure Turkey understood": an adjective that takes a clause.
  static bool predicate_adjective(const Word& w) { return w.has_trait(Trait::clause_adjective); }

  bool lower_plural(std::uint32_t i) const { return word(i) && word(i)->plural_noun() && !capital(i); }

  // "In the letter Erdogan expressed": a fronted phrase ends where the clause's subject begins.
  bool fronted(std::uint32_t first, std::uint32_t i) const {
    if (first == 0 || tag(first - 1) != Tag::preposition ||
        !(first == 1 || tag(first - 2) == Tag::stop || tag(first - 2) == Tag::quote))
      return false;
    const Word* noun = word(i - 1);
    if (!noun || capital(i - 1) || noun->actor_noun || noun->person_noun ||
        noun->is_title(office_head | portfolio | rank | honorific))
      return false;
    while (tag(i) == Tag::name) ++i;
    while (tag(i) == Tag::adverb) ++i;
    return tag(i) == Tag::verb || tag(i) == Tag::have || tag(i) == Tag::be || tag(i) == Tag::modal;
  }

  // "for an hour and three quarters", "two weeks and a half".
  std::uint32_t time_remainder(std::uint32_t i) const {
    if (tag(i) != Tag::conjunction ||
        !(tag(i + 1) == Tag::number || tag(i + 1) == Tag::determiner || tag(i + 1) == Tag::quantifier))
      return i;
    const bool part = is(i + 2, "half") || is(i + 2, "quarter") || is(i + 2, "quarters") || time_noun(i + 2);
    return part ? i + 3 : i;
  }

  // The noun phrase that a marked span begins with; the chunk covers the whole span ("troops | loyal to Gbagbo").
  void marked_phrase(std::uint32_t end) {
    NounPhrase p;
    p.first = at_;
    std::uint32_t i = at_;
    while (i + 1 < end && !heads(tag(i))) ++i;
    ++i;
    for (;;) {
      while (i < end && continues(p.first, i)) ++i;
      const std::uint32_t extended = title_complement(p.first, i);  // "Minister of Defence | of Norway | Brekkestad"
      if (extended == i || extended > end) break;
      i = extended;
    }
    while (i > p.first + 1 &&
           (tag(i - 1) == Tag::genitive || tag(i - 1) == Tag::conjunction || tag(i - 1) == Tag::adverb))
      --i;
    p.last = i;
    p.head = head_of(p);
    s_.phrases.push_back(p);
    add(ChunkKind::noun, p.first, end, static_cast<std::uint32_t>(s_.phrases.size() - 1));
  }

  static bool heads(Tag t) { return t == Tag::noun || t == Tag::name || t == Tag::pronoun || t == Tag::time; }

  // Behind a marked span that ends before i: does the phrase go on ("Turkey | 's parliament", "rebel | positions")?
  bool goes_on(std::uint32_t i) const {
    if (tag(i) == Tag::genitive) return i + 1 < count_ && tag(i + 1) != Tag::stop && tag(i + 1) != Tag::comma;
    if (tag(i) == Tag::noun) return true;
    return tag(i) == Tag::adjective && (tag(i + 1) == Tag::noun || tag(i + 1) == Tag::adjective);
  }

  void noun_phrase() {
    const std::uint32_t end = s_.marked.empty() ? at_ : s_.marked_end(at_);
    if (end != at_ && !goes_on(end)) return marked_phrase(end);
    NounPhrase p;
    p.first = at_;
    std::uint32_t i = std::max(at_ + 1, end);
    if (tag(at_) != Tag::pronoun) {
      for (;;) {
        const std::uint32_t span = s_.marked.empty() ? i : s_.marked_end(i);
        if (span != i) {
          if (!continues(p.first, i)) break;
          i = span;
          if (goes_on(i)) continue;
          break;
        }
        if (i < count_ && continues(p.first, i)) {
          ++i;
          continue;
        }
        const std::uint32_t extended = title_complement(p.first, i);
        if (extended == i) break;
        i = extended;
      }
    }
    while (i > p.first + 1 &&
           (tag(i - 1) == Tag::genitive || tag(i - 1) == Tag::conjunction || tag(i - 1) == Tag::adverb))
      --i;
    p.last = i;
    p.head = head_of(p);
    p.time = time_noun(p.head) && !followed_by_genitive(p);
    if (p.time) p.last = i = time_remainder(i);
    s_.phrases.push_back(p);
    add(ChunkKind::noun, p.first, p.last, static_cast<std::uint32_t>(s_.phrases.size() - 1));
  }

  bool followed_by_genitive(const NounPhrase& p) const { return tag(p.last) == Tag::genitive; }

  std::uint32_t head_of(const NounPhrase& p) const {
    for (std::uint32_t i = p.last; i > p.first; --i) {
      const Tag t = tag(i - 1);
      if (t == Tag::noun || t == Tag::name || t == Tag::time || t == Tag::pronoun) return i - 1;
    }
    return p.last - 1;
  }

  // After an office ("Secretary", "Minister") at i-1: where "of State", "for Political Affairs", and a name that
  // follows them, end. Returns i when there is no such complement.
  std::uint32_t title_complement(std::uint32_t first, std::uint32_t i) const {
    if (i == 0 || i <= first || !word(i - 1) || !(word(i - 1)->is_title(office_head)) || tag(i - 1) != Tag::noun)
      return i;
    if (!is(i, "of") && !is(i, "for")) return i;
    std::uint32_t j = i;
    std::uint32_t title_end = i;
    while (j < count_ && complement_word(j)) {
      ++j;
      if (tag(j - 1) == Tag::noun || tag(j - 1) == Tag::name) title_end = j;
    }
    if (title_end == i) return i;
    // A name right behind makes the whole stretch one title.
    if (j == title_end && j < count_ && tag(j) == Tag::name && open_or_person(j)) return j + 1;
    std::uint32_t k = i + 1;
    while (k < title_end && tag(k) == Tag::noun && word(k)->is_title(portfolio) && capital(k)) ++k;
    return k > i + 1 && capital(i - 1) ? k : i;
  }

  bool complement_word(std::uint32_t j) const {
    const Word* w = word(j);
    if (!w) return s_.tokens[j].punct == '&';
    if (is(j, "of") || is(j, "for") || is(j, "and") || is(j, "the") || is(j, "on")) return true;
    if (tag(j) == Tag::noun || tag(j) == Tag::adjective) return capital(j) || w->is_title(portfolio);
    if (tag(j) == Tag::preposition) return capital(j);  // "for Near Eastern Affairs"
    return tag(j) == Tag::name && !open_or_person(j);
  }

  bool open_or_person(std::uint32_t j) const {
    const std::uint32_t m = s_.tagged[j].match;
    if (m == none) return word(j) && !(word(j)->in_lexicon && !word(j)->given_name);
    const auto& refs = *s_.matches[m].refs;
    return std::any_of(refs.begin(), refs.end(), [](const NameRef& r) { return r.kind == NameKind::ambiguous; }) ||
           (refs.front().kind == NameKind::full && s_.matches[m].last - s_.matches[m].first > 1 && person_match(refs));
  }

  bool person_match(const NameRefs& refs) const { return refs.front().actor != no_actor && person(refs.front().actor); }

  bool person(ActorIndex a) const { return gazetteer_[a].kind == Kind::person; }

  std::string_view text_;
  const Gazetteer& gazetteer_;
  Sentence& s_;
  std::uint32_t count_;
  std::uint32_t at_ = 0;
  std::uint32_t closing_ = none;   // the mark that ends a quotation in passing
  std::uint32_t dash_end_ = none;  // the second of two dashes
  ChunkKind dash_kind_ = ChunkKind::comma;
};

}  // namespace

void chunk(std::string_view text, const rules::Gazetteer& gazetteer, Sentence* sentence) {
  Chunker(text, gazetteer, sentence).run();
}

}  // namespace demarche::extract
