#include "extract/mentions.h"

#include <algorithm>
#include <boost/container/small_vector.hpp>

#include "extract/actor_phrase.h"
#include "extract/mention_joiner.h"
#include "text/fold.h"

namespace demarche::extract {

using namespace rules;

namespace {

// A part of a noun phrase between determiners and genitives.
enum class Part : std::uint8_t {
  person,
  open,
  ambiguous,
  state,
  adjective,
  people,
  organisation,
  group,
  capital,
  place,
  office,
  title_word,
  noun,
  other
};

struct Element {
  Part part = Part::other;
  std::uint32_t first = 0, last = 0;
  ActorIndex actor = no_actor;
  const NameRefs* refs = nullptr;
};

class Parser {
 public:
  Parser(std::string_view text, const PackTables& tables, Sentence* s)
      : text_(text), tables_(tables), g_(tables.gazetteer), s_(*s) {}

  void run() {
    for (NounPhrase& p : s_.phrases) {
      if (p.time) continue;
      parse(p);
      if (p.mention == none) doers(&p);
    }
  }

 private:
  const Word* word(std::uint32_t i) const { return s_.tagged[i].word; }
  Tag tag(std::uint32_t i) const { return s_.tagged[i].tag; }
  bool capital(std::uint32_t i) const { return s_.tokens[i].flags & text::capitalised; }

  // Whether a word of the phrase could be a name, a title or a noun of actors, or stands for somebody.
  bool may_name(const NounPhrase& p) const {
    for (std::uint32_t i = p.first; i < p.last; ++i) {
      const Tag t = tag(i);
      if (t == Tag::name || t == Tag::possessive || t == Tag::pronoun || s_.tagged[i].match != none) return true;
      const Word* w = word(i);
      if (w && (w->title || w->actor_noun || w->person_noun)) return true;
    }
    if (p.last == p.first + 1) return both(p.first);
    if (each_other(p.first) && p.first + 1 < p.last) return true;
    if (p.last != p.first + 2 || tag(p.first) != Tag::determiner) return false;
    return (tag(p.last - 1) == Tag::number && word(p.last - 1)) || several(p.last - 1) || one_of_two(p.last - 1) ||
           of_age(p.last - 1);  // "the four", "the pair", "the latter"
  }

  // "The 21-year-old".
  bool of_age(std::uint32_t i) const { return word(i) && word(i)->folded.ends_with("-year-old"); }

  // "Both agreed"; not "both of the ships".
  bool both(std::uint32_t i) const {
    const bool of = i + 1 < s_.tokens.size() && word(i + 1) && word(i + 1)->reads("of");
    return !of && tag(i) == Tag::quantifier && word(i) && word(i)->reads("both");
  }

  // "each other", "one another".
  bool each_other(std::uint32_t i) const {
    const Word *const each = word(i), *const other = i + 1 < s_.tokens.size() ? word(i + 1) : nullptr;
    if (!each || !other) return false;
    return each->reads("each") ? other->reads("other") : each->reads("one") && other->reads("another");
  }

  bool one_of_two(std::uint32_t i) const {
    return tag(i) != Tag::verb && word(i) && (word(i)->reads("former") || word(i)->reads("latter"));
  }

  // "the pair", "the trio", but not "the pair of boots".
  bool several(std::uint32_t i) const {
    const Word* const w = word(i);
    const bool of = i + 1 < s_.tokens.size() && word(i + 1) && word(i + 1)->reads("of");
    return w && tag(i) == Tag::noun && !of && (w->reads("pair") || w->reads("duo") || w->reads("trio"));
  }

  void parse(NounPhrase& p) {
    if (!may_name(p)) return;
    std::uint32_t owner = none;
    for (std::uint32_t a = p.first; a < p.last;) {
      std::uint32_t b = a;
      while (b < p.last && (tag(b) != Tag::genitive || s_.tagged[b].match != none))
        ++b;  // "People's Protection Units" is one name
      const bool last = b == p.last;
      if (owner == none) owner = possessive_owner(a);
      const std::uint32_t mention = segment(a, b, owner, last, &p);
      if (last) {
        p.mention = mention;
        if (mention == none && owner != none) p.possessors.insert(p.possessors.begin(), owner);
      } else {
        if (mention == none && owner != none) p.possessors.push_back(owner);
        owner = mention;
      }
      a = b + 1;
    }
  }

  // "his visit", "their ambassador": the pronoun owns the phrase.
  std::uint32_t possessive_owner(std::uint32_t a) {
    if (tag(a) != Tag::possessive) return none;
    ActorMention m;
    m.first = a;
    m.last = a + 1;
    m.head = a;
    m.refers = Refers::pronoun;
    return add(m);
  }

  std::uint32_t add(ActorMention m) {
    s_.mentions.push_back(std::move(m));
    return static_cast<std::uint32_t>(s_.mentions.size() - 1);
  }

  // One genitive-free stretch; returns its mention, or none, and notes the actors that modify a plain noun.
  std::uint32_t segment(std::uint32_t a, std::uint32_t b, std::uint32_t owner, bool last, NounPhrase* p) {
    ActorMention m;
    m.first = a;
    m.last = b;
    m.owner = owner;
    if (b == a + 2 && each_other(a)) {
      m.refers = Refers::pronoun;
      m.head = a + 1;
      return add(m);
    }
    while (a < b && leading(a, &m)) ++a;
    if (a == b || tag(a) == Tag::pronoun || (a + 1 == b && m.definite && (several(a) || one_of_two(a))))
      return pronoun_or_nothing(m, a == b ? b : a + 1);
    if (a + 1 == b && last && m.definite && of_age(a)) {
      m.head = a;
      m.kind = Kind::person;
      m.sector = "CVL";
      return add(m);
    }
    elements_.clear();
    collect(a, b);
    if (elements_.empty()) return none;
    merge_names();
    const std::uint32_t found = interpret(m);
    if (found == none) modifiers(last, p);
    return found;
  }

  bool leading(std::uint32_t i, ActorMention* m) const {
    switch (tag(i)) {
      case Tag::determiner:
        m->definite = m->definite || word(i)->reads("the") || word(i)->reads("this") || word(i)->reads("these") ||
                      word(i)->reads("those") || word(i)->reads("that");
        return true;
      case Tag::possessive:
        m->his = m->definite = true;
        return true;
      case Tag::quantifier:
      case Tag::number:
        if (word(i) && word(i)->reads("both")) m->definite = true;
        return s_.tagged[i].match == none;
      case Tag::adverb:
        return true;
      default:
        return false;
    }
  }

  std::uint32_t pronoun_or_nothing(ActorMention m, std::uint32_t b) {
    const std::uint32_t i = b - 1;
    const bool counts = (tag(i) == Tag::number && word(i) && !s_.tokens[i].is_number()) || several(i) || one_of_two(i);
    const bool counted = m.definite && b == m.last && i == m.first + 1 && counts;  // "the two", "the pair"
    const bool bare = b == m.last && i == m.first && both(i);
    if (tag(i) != Tag::pronoun && tag(i) != Tag::possessive && !counted && !bare) return none;
    m.refers = Refers::pronoun;
    m.head = i;
    return add(m);
  }

  void collect(std::uint32_t a, std::uint32_t b) {
    for (std::uint32_t i = a; i < b;) {
      const std::uint32_t number = s_.tagged[i].match;
      if (number != none && s_.matches[number].first == i && s_.matches[number].last <= b && usable(i)) {
        elements_.push_back(from_match(s_.matches[number]));
        i = s_.matches[number].last;
      } else if (tag(i) == Tag::name || goes_on_as_name(i, b)) {
        Element e{Part::open, i, i + 1, no_actor, nullptr};
        const auto goes_on = [&](std::uint32_t at) {
          if (at > i && tag(at) == Tag::noun && particle(at - 1, b)) return true;
          return s_.tagged[at].match == none && (tag(at) == Tag::name || particle(at, b));
        };
        while (e.last < b && goes_on(e.last)) ++e.last;
        elements_.push_back(e);
        i = e.last;
      } else {
        elements_.push_back({word_part(i), i, i + 1, no_actor, nullptr});
        ++i;
      }
    }
  }

  // "Mohammed | bin Salman", "Mohammed bin Salman | bin Abdulaziz": a particle right behind a name that is known.
  bool goes_on_as_name(std::uint32_t i, std::uint32_t b) const {
    if (elements_.empty() || elements_.back().last != i || !particle(i, b)) return false;
    const Part before = elements_.back().part;
    return before == Part::person || namelike(before);
  }

  bool usable(std::uint32_t i) const {
    return tag(i) == Tag::name || s_.matches[s_.tagged[i].match].last - s_.matches[s_.tagged[i].match].first > 1;
  }

  bool particle(std::uint32_t i, std::uint32_t b) const {
    if (i + 1 >= b || !word(i) || !word(i)->is_title(name_particle)) return false;
    // "bin Sultan", "bin Hamad": whatever else the word may be, a capital behind a small particle is a name's.
    return tag(i + 1) == Tag::name || (tag(i + 1) == Tag::noun && capital(i + 1) && !capital(i));
  }

  Part word_part(std::uint32_t i) const {
    const Word* w = word(i);
    if (!w) return Part::other;
    if (tag(i) == Tag::pronoun) return Part::other;
    if (w->reads("pm") && i > 0 && s_.tokens[i - 1].is_number()) return Part::other;  // "5:10 P.M. EDT"
    if (w->is_title(office_head) && (tag(i) == Tag::noun || capital(i))) return Part::office;
    if (tag(i) == Tag::noun || tag(i) == Tag::adjective)
      return w->is_title(portfolio | rank | honorific) ? Part::title_word
             : tag(i) == Tag::noun                     ? Part::noun
                                                       : Part::other;
    return w->is_title(honorific) ? Part::title_word : Part::other;
  }

  // The reading of a gazetteer name: persons by full name first, then states and their adjectives, bodies, places.
  Element from_match(const NameMatch& m) const {
    Element e{Part::other, m.first, m.last, no_actor, m.refs};
    static constexpr NameKind order[] = {NameKind::full,    NameKind::adjective, NameKind::people, NameKind::seat,
                                         NameKind::capital, NameKind::ambiguous, NameKind::place};
    const bool adjective_use = followed_by_noun(m.last);
    const bool capitals = s_.tokens[m.first].flags & (text::all_caps | text::has_dot) || s_.tokens[m.first].is_number();
    const bool somewhere = place_rather(m);
    for (const NameKind kind : order) {
      if (kind == NameKind::ambiguous && somewhere) continue;
      for (const NameRef& r : *m.refs) {
        if (r.kind != kind || r.actor == no_actor) continue;
        if (r.caps_only && m.last - m.first == 1 && !capitals) continue;
        if (kind == NameKind::people && e.part == Part::adjective && !adjective_use) e.part = Part::people;
        if (e.part != Part::other) continue;
        e.actor = r.actor;
        e.part = part_of(r);
      }
    }
    return e;
  }

  // "captured Goma", "in Lagos": a surname that is a place as well, neither behind a title or name nor before a verb.
  bool place_rather(const NameMatch& m) const {
    if (std::none_of(m.refs->begin(), m.refs->end(), [](const NameRef& r) { return r.kind == NameKind::place; }))
      return false;
    const Tag before = m.first == 0 ? Tag::stop : tag(m.first - 1);
    if (before == Tag::preposition) return true;
    const bool acts = m.last < s_.tokens.size() && (tag(m.last) == Tag::verb || tag(m.last) == Tag::have ||
                                                    tag(m.last) == Tag::be || tag(m.last) == Tag::modal);
    return !acts && before != Tag::name && before != Tag::noun;
  }

  bool followed_by_noun(std::uint32_t i) const {
    return i < s_.tokens.size() && (tag(i) == Tag::noun || tag(i) == Tag::adjective || tag(i) == Tag::name);
  }

  Part part_of(const NameRef& r) const {
    switch (r.kind) {
      case NameKind::adjective:
        return Part::adjective;
      case NameKind::people:
        return Part::people;
      case NameKind::capital:
      case NameKind::seat:
        return Part::capital;
      case NameKind::place:
        return Part::place;
      case NameKind::ambiguous:
        if (g_[r.actor].kind == Kind::person) return Part::ambiguous;
        break;
      case NameKind::full:
        break;
    }
    switch (g_[r.actor].kind) {
      case Kind::person:
        return Part::person;
      case Kind::state:
        return Part::state;
      case Kind::group:
        return Part::group;
      default:
        return Part::organisation;
    }
  }

  static bool namelike(Part p) { return p == Part::open || p == Part::ambiguous; }

  bool ends_in_particle(const Element& e) const {
    return word(e.last - 1) && word(e.last - 1)->is_title(name_particle);
  }

  // "al-Sabah" may go on a name that is known: "Sheikh Nawaf Al-Ahmad Al-Sabah".
  bool article(std::uint32_t i) const {
    const std::string folded = text::fold(text::view(text_, s_.tokens[i]));
    return folded == "al" || folded.starts_with("al-") || folded == "el" || folded.starts_with("el-");
  }

  // "Sheikh Khalifa" is another man in "Sheikh Khalifa Al Harthy", King Hussein in "Hussein Badrawi", King Juan Carlos
  // in "Juan Carlos Robles": a known name that ends in a given name has no surname yet.
  bool somebody_else(const Element& known, const Element& more) const {
    const Word* const next = word(more.first);
    if (next && next->is_title(name_suffix)) return false;
    if (next && next->is_title(name_particle)) return known.last - known.first <= 2;
    if (article(more.first)) return known.last - known.first == 1;
    return known.last - known.first == 1 || (word(known.last - 1) && word(known.last - 1)->given_name);
  }

  // "Bill" + "Burns", "Michael" + "Jordan", "Mohammed bin" + … : adjacent name parts are one name.
  void merge_names() {
    for (std::size_t i = 0; i + 1 < elements_.size();) {
      Element &e = elements_[i], &f = elements_[i + 1];
      const bool given = namelike(e.part) && word(e.first) && word(e.first)->given_name;
      if (e.part == Part::person && e.refs && namelike(f.part) && somebody_else(e, f)) e.part = Part::open;
      const bool titled = i > 0 && elements_[i - 1].part == Part::office && namelike(e.part) && f.part == Part::place &&
                          i + 2 == elements_.size();  // "Minister Mori Takeo"
      const bool join =
          titled || (namelike(e.part) && namelike(f.part)) ||
          (e.part == Part::person &&
           (f.part == Part::open || (f.part == Part::ambiguous && (ends_in_particle(e) || article(f.first))))) ||
          (given && e.last - e.first == 1 &&
           (f.part == Part::state || f.part == Part::capital || f.part == Part::place) && i + 2 == elements_.size());
      if (!join) {
        ++i;
        continue;
      }
      if (e.part != Part::person) e.part = Part::open;
      e.last = f.last;
      e.refs = nullptr;
      elements_.erase(elements_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  ActorIndex context_country() const {
    ActorIndex country = no_actor;
    for (const Element& e : elements_) {
      const bool tells = e.part == Part::state || e.part == Part::adjective || e.part == Part::organisation ||
                         e.part == Part::group || e.part == Part::people || e.part == Part::capital;
      // "the French European Affairs Minister": of France.
      const bool foreign_body = tells && country != no_actor && g_[country].kind == Kind::state &&
                                g_[e.actor].kind != Kind::state && g_[e.actor].home != country;
      if (tells && !foreign_body) country = e.actor;
    }
    return country;
  }

  void note_title(ActorMention* m) const {
    for (std::size_t i = 0; i + 1 < elements_.size() || (i < elements_.size() && m->refers == Refers::role); ++i) {
      const Element& e = elements_[i];
      if (e.part != Part::office && e.part != Part::title_word && !(m->title_last && e.part == Part::noun)) continue;
      if (e.part == Part::title_word && word(e.first)->is_title(honorific)) continue;
      if (word(e.first) &&
          (word(e.first)->reads("former") || word(e.first)->reads("ex") || word(e.first)->reads("late")))
        m->former = true;
      if (m->title_last == 0) m->title_first = e.first;
      m->title_last = e.last;
    }
  }

  bool has(Part part) const {
    return std::any_of(elements_.begin(), elements_.end() - 1, [&](const Element& e) { return e.part == part; });
  }
  // "government forces", "rebel command": a noun of actors before the last one.
  bool has_actor_noun() const {
    return std::any_of(elements_.begin(), elements_.end() - 1, [&](const Element& e) {
      const Word* const w = e.part == Part::noun ? word(e.first) : nullptr;
      return w && w->actor_noun && !tables_.vocabulary.actor_nouns[w->actor_noun - 1].weak;
    });
  }
  bool has_honorific() const {
    return std::any_of(elements_.begin(), elements_.end(), [&](const Element& e) {
      return e.part == Part::title_word && word(e.first)->is_title(honorific);
    });
  }

  ActorIndex owner_country(const ActorMention& m) const {
    if (m.owner == none) return no_actor;
    const ActorMention& o = s_.mentions[m.owner];
    if (o.refers == Refers::pronoun) return no_actor;
    return o.known != no_actor && o.refers != Refers::person ? o.known : o.country;
  }

  std::uint32_t interpret(ActorMention m) {
    const Element& e = elements_.back();
    m.country = context_country();
    if (m.country == no_actor) m.country = owner_country(m);
    switch (e.part) {
      case Part::person:
      case Part::open:
      case Part::ambiguous:
        return name(m, e);
      case Part::state:
      case Part::organisation:
      case Part::group:
        m.refers = Refers::actor;
        m.known = e.actor;
        m.kind = g_[e.actor].kind;
        m.country = g_[e.actor].home;
        break;
      case Part::people:
        return people(m, e);
      case Part::capital:
        m.refers = Refers::capital;
        m.known = e.actor;
        m.kind = Kind::state;
        break;
      case Part::place:
        m.refers = Refers::place;
        m.country = e.actor;
        break;
      case Part::office:
      case Part::noun:
      case Part::title_word:
        return common(m, e);
      default:
        return none;
    }
    m.name_first = e.first;
    m.name_last = e.last;
    m.head = e.last - 1;
    m.candidates = e.refs;
    return add(m);
  }

  // "Strategic Dialogue", "World Cup": capitals, and yet only common words.
  bool common_words(const Element& e) const {
    if (e.part != Part::open || e.last - e.first < 2) return false;
    for (std::uint32_t i = e.first; i < e.last; ++i) {
      const Word* w = word(i);
      if (!w || w->given_name || w->is_title(name_particle) || (w->noun_count == 0 && w->adjective_count == 0))
        return false;
    }
    return true;
  }

  // "the Artemis Accords", "Keysight Technologies", "Nord Stream", "Southeast Asia": names, but of nobody.
  bool names_a_thing(const ActorMention& m, const Element& e) const {
    if (e.part != Part::open || e.last - e.first < 2) return false;
    const Word *const first = word(e.first), *const last = word(e.last - 1);
    if (!last || (first && first->given_name) || s_.tokens[e.first].flags & text::has_dot) return false;
    const bool article = m.definite && m.first + 1 == e.first && tag(m.first) == Tag::determiner;
    const bool things = last->plural_noun() && !last->person_noun && !last->given_name;
    return article || things || tables_.vocabulary.holds("no_surname", last->folded);
  }

  std::uint32_t name(ActorMention m, const Element& e) {
    if (named_body(e)) return body(m, e);
    const bool untitled = !s_.headline && !has(Part::office) && !has_honorific();
    if (untitled && (common_words(e) || names_a_thing(m, e))) return none;
    if (const Word* const zone = word(e.last - 1);  // "12:54 P.M. EDT"
        zone && e.last - e.first == 2 && s_.tokens[e.first].flags & text::has_dot &&
        tables_.vocabulary.holds("time_zone", zone->folded))
      return none;
    m.refers = Refers::person;
    m.name_first = e.first;
    m.name_last = e.last;
    m.head = e.last - 1;
    while (m.head > e.first && word(m.head) && word(m.head)->is_title(name_suffix)) --m.head;
    m.candidates = e.refs;
    note_title(&m);
    const bool titled = has(Part::office) || has_honorific();
    const Word* first = word(e.first);
    const bool given = first && (first->given_name || s_.tokens[e.first].flags & text::has_dot);
    if (e.part == Part::person) m.known = e.actor;
    if (e.part == Part::person || titled || (given && e.last - e.first > 1)) m.kind = Kind::person;
    return add(m);
  }

  // "the two men", "both women".
  bool counted_pair(const ActorMention& m) const {
    for (std::uint32_t i = m.first; i < m.last; ++i) {
      if (word(i) && (word(i)->folded == "two" || word(i)->folded == "both")) return true;
    }
    return false;
  }

  bool counted(const ActorMention& m) const {
    const Tag t = tag(m.first);
    return t == Tag::number || t == Tag::quantifier;
  }

  // "civilians, including | Britons", "partners, including | Israelis": only of people at large.
  bool some_of_people(std::uint32_t i) const {
    if (i == 0 || !word(i - 1) || !word(i - 1)->reads("including")) return false;
    --i;
    while (i > 0 && !word(i - 1)) --i;
    const Word* const whole = i > 0 && tag(i - 1) == Tag::noun ? word(i - 1) : nullptr;
    if (!whole || !whole->plural_noun() || tables_.vocabulary.holds("vague_actor_noun", whole->noun_lemma))
      return false;
    return whole->actor_noun ? tables_.vocabulary.actor_nouns[whole->actor_noun - 1].sector == "CVL"
                             : whole->person_noun;
  }

  // "Iranians", "the Palestinians": the state; "3,000 Turks": described.
  std::uint32_t people(ActorMention m, const Element& e) {
    m.head = e.last - 1;
    m.name_first = e.first;
    m.name_last = e.last;
    m.plural = true;
    if (counted(m)) {
      m.refers = Refers::described;
      m.kind = Kind::person;
      m.country = e.actor;
      m.sector = "CVL";
      return add(m);
    }
    // "foreign nationals, including Britons": some of them, not their state.
    if (m.first == e.first && g_[e.actor].kind == Kind::state && some_of_people(m.first)) {
      m.refers = Refers::described;
      m.kind = Kind::person;
      m.country = e.actor;
      m.sector = "CVL";
      return add(m);
    }
    // "the American", "a Spaniard": one of them.
    const std::string_view last = word(m.head) ? std::string_view(word(m.head)->folded) : std::string_view();
    const Word* const opens = word(m.first);
    const bool one = m.definite || (opens && (opens->reads("a") || opens->reads("an") || opens->reads("another") ||
                                              opens->reads("each") || opens->reads("every")));
    if (one && !last.ends_with("s") && !last.ends_with("sh") && !last.ends_with("ch") && !last.ends_with("ese") &&
        g_[e.actor].kind == Kind::state && last != "swiss") {
      m.refers = Refers::described;
      m.kind = Kind::person;
      m.country = e.actor;
      m.plural = false;
      if (!m.definite) m.sector = "CVL";
      return add(m);
    }
    m.refers = Refers::actor;
    m.known = e.actor;
    m.kind = g_[e.actor].kind;
    return add(m);
  }

  // "the Secretary of State", "Minister of Foreign Affairs": the office before its complement; nullptr for other
  // phrases.
  const Element* office_with_complement() const {
    for (std::size_t i = 0; i + 2 < elements_.size(); ++i) {
      const Element& of = elements_[i + 1];
      if (elements_[i].part != Part::office || elements_[i].last != of.first || !word(of.first)) continue;
      if (word(of.first)->reads("of") || word(of.first)->reads("for")) return &elements_[i];
    }
    return nullptr;
  }

  // Whose people they are says more than the noun: "Houthi leaders", "NATO officials", "rebel commanders".
  std::string_view sector_of(const ActorNoun& noun, const ActorMention& m) const {
    const std::string_view own = noun.sector;
    const bool serves = own == "GOV" || own == "MIL";
    for (const Element& e : elements_) {
      const Word* const w = &e == &elements_.back() ? nullptr : word(e.first);
      if (!w || w->actor_noun == 0) continue;
      const ActorNoun& of = tables_.vocabulary.actor_nouns[w->actor_noun - 1];
      if (of.sector == "SPY" && (serves || own == "CVL")) return of.sector;  // "intelligence agencies", "… agents"
      if (noun.kind != Kind::person || !serves) continue;
      const bool party = of.sector == "OPP" && w->noun_lemma != "opposition";
      if (of.sector != "GOV" && !party && (own == "GOV" || of.sector == "REB")) return of.sector;
    }
    const bool official = noun.kind == Kind::person && own == "GOV" && m.country != no_actor;
    return official ? body_sector(g_, m.country, own) : own;
  }

  // "aid groups", "relief agencies": a noun says of which kind the bodies are.
  bool compound(const ActorMention& m, const Element& e) const {
    return word(e.first)->can(noun_plural) && e.first > m.first && s_.tagged[e.first - 1].tag == Tag::noun;
  }

  // "3,400 people", "two men": how many they are tells them from people at large.
  bool counted_people(const ActorMention& m) const {
    return std::any_of(s_.tagged.begin() + m.first, s_.tagged.begin() + m.last,
                       [](const Tagged& t) { return t.tag == Tag::number && !(t.word && t.word->reads("one")); });
  }

  std::uint32_t common(ActorMention m, const Element& e) {
    if (const Element* const head = office_with_complement()) return office(m, *head);
    const Word& w = *word(e.first);
    const bool owned = m.owner != none;
    if (proper_body(e)) return body(m, e);
    if (own_work(m, w)) return none;
    const ActorNoun* noun = w.actor_noun ? &tables_.vocabulary.actor_nouns[w.actor_noun - 1] : nullptr;
    if (const auto phrase = actor_phrase(tables_, s_, e.last - 1)) return listed(m, e, *phrase);
    if (!noun && tables_.vocabulary.holds("no_actor_noun", w.noun_lemma)) return none;
    if (!noun && !(w.person_noun && (w.plural_noun() || m.country != no_actor)))
      return e.part == Part::office ? office(m, e) : none;
    m.tentative = noun && noun->weak && m.country == no_actor && !has(Part::title_word) && !has(Part::group) &&
                  !owned && !m.his && !(m.definite && counted_pair(m)) && !has_actor_noun() &&
                  !(noun->sector == "MIL" && has(Part::open)) && !(noun->sector == "NGO" && compound(m, e));
    m.counted = m.tentative && noun->sector == "CVL" && counted_people(m);
    m.tentative = m.tentative && !m.counted;
    m.head = e.last - 1;
    m.plural = w.can(noun_plural) || m.counted || tables_.vocabulary.holds("plural_only_noun", w.folded);
    m.kind = noun ? noun->kind : Kind::person;
    m.sector = noun ? sector_of(*noun, m) : "CVL";
    note_title(&m);
    if (w.noun_lemma == "counterpart" && !m.plural) {
      m.refers = Refers::role;
      return add(m);
    }
    if (e.part == Part::office && !m.plural) return office(m, e);
    m.refers = Refers::described;
    if (const ActorIndex group = same_group(m, w); group != no_actor) {
      m.refers = Refers::actor;
      m.known = group;
    } else if (m.kind == Kind::government && w.noun_lemma != "office" && stands_for_state(w) && m.country != no_actor &&
               g_[m.country].kind == Kind::state) {
      m.refers = Refers::actor;
      m.known = m.country;
      m.kind = Kind::state;
    } else if (stands_for_state(w) && (person_owner(m) || has(Part::person) || has(Part::ambiguous))) {
      m.refers = Refers::role;  // "the Obama administration": resolved to the person's country
      for (const Element& x : elements_) {
        if (m.owner != none || (x.part != Part::person && x.part != Part::ambiguous)) continue;
        ActorMention person;
        person.first = person.name_first = x.first;
        person.last = person.name_last = x.last;
        person.head = x.last - 1;
        person.candidates = x.refs;
        person.refers = Refers::person;
        person.kind = Kind::person;
        if (x.part == Part::person) person.known = x.actor;
        m.owner = add(person);
      }
    }
    return add(m);
  }

  // "his service", "Blinken's leadership": what the person does, no body of his.
  bool own_work(const ActorMention& m, const Word& w) const {
    if (m.owner == none || elements_.size() != 1 || !tables_.vocabulary.holds("own_work_noun", w.noun_lemma))
      return false;
    const ActorMention& owner = s_.mentions[m.owner];
    const Word* const whose = owner.refers == Refers::pronoun ? word(owner.head) : nullptr;
    const bool serve = whose && whose->reads("their") && w.noun_lemma == "service";  // of soldiers
    return whose ? serve || whose->reads("his") || whose->reads("her") || whose->reads("my") || whose->reads("your")
                 : owner.refers == Refers::person || owner.refers == Refers::role;
  }

  // An actor by a phrase of a user's own list.
  std::uint32_t listed(ActorMention m, const Element& e, const ActorPhrase& phrase) {
    m.sector = phrase.sector;
    if (e.part == Part::office) return office(m, e);
    m.refers = Refers::described;
    m.head = e.last - 1;
    m.kind = phrase.kind;
    m.plural = word(e.first)->can(noun_plural);
    note_title(&m);
    return add(m);
  }

  // "the Hamas militant group": Hamas.
  ActorIndex same_group(const ActorMention& m, const Word& head) const {
    const bool one = m.kind == Kind::group && m.definite && !m.plural && m.owner == none && elements_.size() > 1;
    if (!one || elements_.front().part != Part::group || !tables_.vocabulary.holds("same_group_noun", head.noun_lemma))
      return no_actor;
    const bool plain = std::all_of(elements_.begin() + 1, elements_.end(), [](const Element& e) {
      return e.part == Part::noun || e.part == Part::other || e.part == Part::title_word;
    });
    return plain ? elements_.front().actor : no_actor;
  }

  bool person_owner(const ActorMention& m) const {
    return m.owner != none &&
           (s_.mentions[m.owner].refers == Refers::person || s_.mentions[m.owner].refers == Refers::role);
  }

  static bool stands_for_state(const Word& w) {
    return w.noun_lemma == "office" || w.noun_lemma == "government" || w.noun_lemma == "administration" ||
           w.noun_lemma == "regime" || w.noun_lemma == "authority" || w.noun_lemma == "authorities" ||
           w.noun_lemma == "side" || w.noun_lemma == "leadership" || w.noun_lemma == "state" ||
           w.noun_lemma == "republic" || w.noun_lemma == "kingdom";
  }

  std::uint32_t office(ActorMention m, const Element& e) {
    m.refers = word(e.first)->can(noun_plural) ? Refers::described : Refers::role;
    m.kind = Kind::person;
    m.head = e.last - 1;
    m.plural = word(e.first)->can(noun_plural) && !word(e.first)->can(noun_singular);
    if (m.sector.empty()) m.sector = "GOV";
    note_title(&m);
    return add(m);
  }

  // "Henry Jackson Society", "Supreme Electoral Council": capitals throughout make a proper name of a body.
  bool proper_body(const Element& e) const {
    const Word& w = *word(e.first);
    if (!capital(e.first) || s_.headline || !w.actor_noun) return false;
    const Kind kind = tables_.vocabulary.actor_nouns[w.actor_noun - 1].kind;
    if (kind == Kind::person || e.part == Part::office) return false;
    if (elements_.size() < 2) return false;
    const Element& before = elements_[elements_.size() - 2];
    // "the U.S.-Indonesia Strategic Dialogue": of two states, no body of its own.
    const auto of_state = [](const Element& x) { return x.part == Part::state || x.part == Part::adjective; };
    if (std::count_if(elements_.begin(), elements_.end(), of_state) > 1) return false;
    // "the Obama Administration", "the Assad Regime": the state that the person leads.
    if (stands_for_state(w) && (before.part == Part::person || before.part == Part::ambiguous)) return false;
    // "the Kenyan Ministry of Finance": an organ of that state.
    if (before.part == Part::adjective && kind == Kind::government) return false;
    return capital(before.first) && before.last == e.first && !(of_state(before) && stands_for_state(w));
  }

  // "ASEAN COVID-19 Response Fund", "Levant Relief Network": capitals behind the name of a body, and a noun of bodies.
  bool named_body(const Element& e) const {
    if (e.part != Part::open || e.last - e.first < 2 || elements_.size() < 2 || s_.headline || has(Part::office) ||
        has_honorific())
      return false;
    const Element& before = elements_[elements_.size() - 2];
    if (before.part != Part::organisation || before.last != e.first) return false;
    const Word* const w = word(e.last - 1);
    return w && tables_.vocabulary.holds("named_body_noun", w->noun_lemma);
  }

  std::uint32_t body(ActorMention m, const Element& e) {
    std::size_t i = elements_.size() - 1;
    while (i > 0 && capital(elements_[i - 1].first) && elements_[i - 1].last == elements_[i].first) --i;
    m.refers = Refers::described;
    m.kind = Kind::organisation;
    const Word* const noun = word(e.last - 1);
    m.sector = noun && noun->actor_noun ? tables_.vocabulary.actor_nouns[noun->actor_noun - 1].sector.view() : "IGO";
    m.head = e.last - 1;
    m.name_first = elements_[i].first;
    m.name_last = e.last;
    m.plural = false;
    return add(m);
  }

  // "a Saudi-led strike", "the UN-brokered ceasefire": whose act the noun tells of. Talks stay between those who talk.
  void doers(NounPhrase* p) {
    const Word* noun = word(p->head);
    if (!noun) return;
    const bool deed = noun->noun_class == NounClass::act || noun->noun_class == NounClass::event;
    for (std::uint32_t t = p->first; t < p->head; ++t) {
      const Word* w = word(t);
      if (!w || w->doer == no_actor) continue;
      // "a British-flagged tanker"
      const std::size_t hyphen = w->folded.rfind('-');
      if (!deed && !tables_.vocabulary.holds("owning_participle", w->folded.substr(hyphen + 1))) continue;
      ActorMention m;
      m.first = m.name_first = m.head = t;
      m.last = m.name_last = t + 1;
      m.refers = Refers::actor;
      m.known = w->doer;
      m.kind = g_[m.known].kind;
      p->possessors.push_back(add(m));
    }
  }

  // Actors that own or modify a plain noun.
  // "Syrian rebel positions", "Kurdish militia bases": the rebels', not Syria's. nullptr for "Syrian army bases".
  const ActorNoun* modifying_people(std::size_t i) const {
    if (i + 2 >= elements_.size()) return nullptr;
    const Part next = elements_[i + 1].part;
    if (next != Part::noun && next != Part::title_word) return nullptr;
    if (elements_[i].part != Part::adjective && elements_[i].part != Part::state) return nullptr;
    const Word* const w = word(elements_[i + 1].first);
    if (!w || !w->actor_noun) return nullptr;
    const ActorNoun& noun = tables_.vocabulary.actor_nouns[w->actor_noun - 1];
    return !noun.weak && (noun.sector == "REB" || noun.sector == "OPP") ? &noun : nullptr;
  }

  void modifiers(bool last, NounPhrase* p) {
    const Word* const head = word(elements_.back().last - 1);
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      const Element& e = elements_[i];
      // "the Minsk agreement": called after the place where it was made.
      if (e.part == Part::capital && head && tables_.vocabulary.holds("place_named_noun", head->noun_lemma)) continue;
      if (const ActorNoun* const noun = last ? modifying_people(i) : nullptr) {
        ActorMention m;
        m.first = e.first;
        m.last = elements_[i + 1].last;
        m.head = m.last - 1;
        m.refers = Refers::described;
        m.kind = noun->kind;
        m.sector = noun->sector;
        m.country = e.actor;
        m.plural = true;
        p->possessors.push_back(add(m));
        ++i;
        continue;
      }
      // "an Iraqi Peshmerga operation": the group's.
      const bool of_group = last && i + 2 < elements_.size() && elements_[i + 1].part == Part::group &&
                            elements_[i + 1].first == e.last && e.part == Part::adjective;
      if (of_group) continue;
      const bool known = e.part == Part::state || e.part == Part::adjective || e.part == Part::organisation ||
                         e.part == Part::group || e.part == Part::person || e.part == Part::people ||
                         e.part == Part::capital;
      const Word* const tail = namelike(e.part) && e.last - e.first > 1 ? word(e.last - 1) : nullptr;
      if (tail && tables_.vocabulary.holds("no_surname", tail->folded)) continue;  // "Johnson COVID vaccines"
      if (!known &&
          (!(namelike(e.part) && e.last < elements_.back().last) || (word(e.first) && word(e.first)->doer != no_actor)))
        continue;
      ActorMention m;
      m.first = e.first;
      m.last = e.last;
      m.name_first = e.first;
      m.name_last = e.last;
      m.head = e.last - 1;
      m.candidates = e.refs;
      m.known = e.actor;
      m.refers = e.part == Part::person || namelike(e.part) ? Refers::person
                 : e.part == Part::capital                  ? Refers::capital
                                                            : Refers::actor;
      if (namelike(e.part)) m.known = no_actor;
      m.kind = m.known != no_actor ? g_[m.known].kind : Kind::other;
      if (last) p->possessors.push_back(add(m));
    }
  }

  std::string_view text_;
  const PackTables& tables_;
  const Gazetteer& g_;
  Sentence& s_;
  boost::container::small_vector<Element, 16> elements_;
};

}  // namespace

void find_mentions(std::string_view text, const PackTables& tables, Sentence* sentence) {
  Parser(text, tables, sentence).run();
  join_mentions(tables, sentence);
}

std::string words_of(std::string_view text, const Sentence& s, std::uint32_t first, std::uint32_t last) {
  std::string out;
  words_to(text, s, first, last, &out);
  return out;
}

void words_to(std::string_view text, const Sentence& s, std::uint32_t first, std::uint32_t last, std::string* out) {
  out->clear();
  for (std::uint32_t i = first; i < last; ++i) {
    if (i > first && s.tokens[i].flags & text::space_before) *out += ' ';
    *out += text::view(text, s.tokens[i]);
  }
}

}  // namespace demarche::extract
