#include "extract/mentions.h"

#include <algorithm>
#include <boost/container/small_vector.hpp>

namespace demarche::extract {

using namespace rules;

namespace {

// A part of a noun phrase between determiners and genitives.
enum class Part : std::uint8_t { person, open, ambiguous, state, adjective, people, organisation, group, capital, place, office, title_word, noun, other };

struct Element {
  Part part = Part::other;
  std::uint32_t first = 0, last = 0;
  ActorIndex actor = no_actor;
  const NameRefs* refs = nullptr;
};

// "Hezbollah officials", "officials of the United Nations": of the body's sector, unless it is a state's.
std::string_view body_sector(const Gazetteer& g, ActorIndex of, std::string_view own) {
  const KnownActor& body = g[of];
  return (body.kind == Kind::group || body.kind == Kind::organisation) && !body.sector.empty() ? body.sector.view() : own;
}

class Parser {
 public:
  Parser(std::string_view text, const PackTables& tables, Sentence* s) : text_(text), tables_(tables), g_(tables.gazetteer), s_(*s) {}

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
    return p.last == p.first + 2 && tag(p.last - 1) == Tag::number && word(p.last - 1) && tag(p.first) == Tag::determiner;  // "the four"
  }

  void parse(NounPhrase& p) {
    if (!may_name(p)) return;
    std::uint32_t owner = none;
    for (std::uint32_t a = p.first; a < p.last;) {
      std::uint32_t b = a;
      while (b < p.last && (tag(b) != Tag::genitive || s_.tagged[b].match != none)) ++b;  // "People's Protection Units" is one name
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
    while (a < b && leading(a, &m)) ++a;
    if (a == b || tag(a) == Tag::pronoun) return pronoun_or_nothing(m, a == b ? b : a + 1);
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
        m->definite = m->definite || word(i)->reads("the") || word(i)->reads("this") || word(i)->reads("these") || word(i)->reads("those") || word(i)->reads("that");
        return true;
      case Tag::possessive:
        m->his = m->definite = true;
        return true;
      case Tag::quantifier: case Tag::number:
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
    const bool counted = m.definite && b == m.last && tag(i) == Tag::number && word(i) && i == m.first + 1 && !s_.tokens[i].is_number();  // "the two"
    if (tag(i) != Tag::pronoun && tag(i) != Tag::possessive && !counted) return none;
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
        while (e.last < b && s_.tagged[e.last].match == none && (tag(e.last) == Tag::name || particle(e.last, b))) ++e.last;
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

  bool usable(std::uint32_t i) const { return tag(i) == Tag::name || s_.matches[s_.tagged[i].match].last - s_.matches[s_.tagged[i].match].first > 1; }

  bool particle(std::uint32_t i, std::uint32_t b) const {
    return i + 1 < b && word(i) && word(i)->is_title(name_particle) && tag(i + 1) == Tag::name;
  }

  Part word_part(std::uint32_t i) const {
    const Word* w = word(i);
    if (!w) return Part::other;
    if (tag(i) == Tag::pronoun) return Part::other;
    if (w->reads("pm") && i > 0 && s_.tokens[i - 1].is_number()) return Part::other;  // "5:10 P.M. EDT"
    if (w->is_title(office_head) && (tag(i) == Tag::noun || capital(i))) return Part::office;
    if (tag(i) == Tag::noun || tag(i) == Tag::adjective) return w->is_title(portfolio | rank | honorific) ? Part::title_word : tag(i) == Tag::noun ? Part::noun : Part::other;
    return w->is_title(honorific) ? Part::title_word : Part::other;
  }

  // The reading of a gazetteer name: persons by full name first, then states and their adjectives, bodies, places.
  Element from_match(const NameMatch& m) const {
    Element e{Part::other, m.first, m.last, no_actor, m.refs};
    static constexpr NameKind order[] = {NameKind::full, NameKind::adjective, NameKind::people, NameKind::seat, NameKind::capital, NameKind::ambiguous, NameKind::place};
    const bool adjective_use = followed_by_noun(m.last);
    const bool capitals = s_.tokens[m.first].flags & (text::all_caps | text::has_dot) || s_.tokens[m.first].is_number();
    for (const NameKind kind : order) {
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

  bool followed_by_noun(std::uint32_t i) const {
    return i < s_.tokens.size() && (tag(i) == Tag::noun || tag(i) == Tag::adjective || tag(i) == Tag::name);
  }

  Part part_of(const NameRef& r) const {
    switch (r.kind) {
      case NameKind::adjective: return Part::adjective;
      case NameKind::people: return Part::people;
      case NameKind::capital: case NameKind::seat: return Part::capital;
      case NameKind::place: return Part::place;
      case NameKind::ambiguous:
        if (g_[r.actor].kind == Kind::person) return Part::ambiguous;
        break;
      case NameKind::full: break;
    }
    switch (g_[r.actor].kind) {
      case Kind::person: return Part::person;
      case Kind::state: return Part::state;
      case Kind::group: return Part::group;
      default: return Part::organisation;
    }
  }

  static bool namelike(Part p) { return p == Part::open || p == Part::ambiguous; }

  bool ends_in_particle(const Element& e) const {
    return word(e.last - 1) && word(e.last - 1)->is_title(name_particle);
  }

  // "Bill" + "Burns", "Michael" + "Jordan", "Mohammed bin" + … : adjacent name parts are one name.
  void merge_names() {
    for (std::size_t i = 0; i + 1 < elements_.size();) {
      Element &e = elements_[i], &f = elements_[i + 1];
      const bool given = e.part == Part::open && word(e.first) && word(e.first)->given_name;
      // "Sheikh Khalifa" is somebody else in "Sheikh Khalifa Al Harthy".
      if (e.part == Part::person && f.part == Part::open && e.last - e.first <= 2 && word(f.first) && word(f.first)->is_title(name_particle)) e.part = Part::open;
      const bool titled = i > 0 && elements_[i - 1].part == Part::office && namelike(e.part) && f.part == Part::place && i + 2 == elements_.size();  // "Minister Mori Takeo"
      const bool join = titled || (namelike(e.part) && namelike(f.part)) || (e.part == Part::person && (f.part == Part::open || (f.part == Part::ambiguous && ends_in_particle(e)))) ||
                        (given && e.last - e.first == 1 && (f.part == Part::state || f.part == Part::capital || f.part == Part::place) && i + 2 == elements_.size());
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
      if (word(e.first) && (word(e.first)->reads("former") || word(e.first)->reads("ex") || word(e.first)->reads("late"))) m->former = true;
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
    return std::any_of(elements_.begin(), elements_.end(), [&](const Element& e) { return e.part == Part::title_word && word(e.first)->is_title(honorific); });
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
      case Part::person: case Part::open: case Part::ambiguous:
        return name(m, e);
      case Part::state: case Part::organisation: case Part::group:
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
      case Part::office: case Part::noun: case Part::title_word:
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
      if (!w || w->given_name || w->is_title(name_particle) || (w->noun_count == 0 && w->adjective_count == 0)) return false;
    }
    return true;
  }

  std::uint32_t name(ActorMention m, const Element& e) {
    if (named_body(e)) return body(m, e);
    if (!s_.headline && !has(Part::office) && !has_honorific() && common_words(e)) return none;
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
    // "the American": one of them.
    const std::string_view last = word(m.head) ? std::string_view(word(m.head)->folded) : std::string_view();
    if (m.definite && !last.ends_with("s") && !last.ends_with("sh") && !last.ends_with("ch") && !last.ends_with("ese") && g_[e.actor].kind == Kind::state && last != "swiss") {
      m.refers = Refers::described;
      m.kind = Kind::person;
      m.country = e.actor;
      m.plural = false;
      return add(m);
    }
    m.refers = Refers::actor;
    m.known = e.actor;
    m.kind = g_[e.actor].kind;
    return add(m);
  }

  // "the Secretary of State", "Minister of Foreign Affairs": the office before its complement; nullptr for other phrases.
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
    if (noun.kind != Kind::person || (own != "GOV" && own != "MIL")) return own;
    for (const Element& e : elements_) {
      const Word* const w = &e == &elements_.back() ? nullptr : word(e.first);
      if (!w || w->actor_noun == 0) continue;
      const ActorNoun& of = tables_.vocabulary.actor_nouns[w->actor_noun - 1];
      const bool party = of.sector == "OPP" && w->noun_lemma != "opposition";
      if (of.sector != "GOV" && !party && (own == "GOV" || of.sector == "REB")) return of.sector;
    }
    return own == "GOV" && m.country != no_actor ? body_sector(g_, m.country, own) : own;
  }

  std::uint32_t common(ActorMention m, const Element& e) {
    if (const Element* const head = office_with_complement()) return office(m, *head);
    const Word& w = *word(e.first);
    const bool owned = m.owner != none;
    if (proper_body(e)) return body(m, e);
    const ActorNoun* noun = w.actor_noun ? &tables_.vocabulary.actor_nouns[w.actor_noun - 1] : nullptr;
    if (!noun && !(w.person_noun && (w.plural_noun() || m.country != no_actor))) return e.part == Part::office ? office(m, e) : none;
    m.tentative = noun && noun->weak && m.country == no_actor && !has(Part::title_word) && !has(Part::group) && !owned &&
                  !m.his && !(m.definite && counted_pair(m)) && !has_actor_noun() &&
                  !(noun->sector == "MIL" && has(Part::open));
    m.head = e.last - 1;
    m.plural = w.can(noun_plural);
    m.kind = noun ? noun->kind : Kind::person;
    m.sector = noun ? sector_of(*noun, m) : "CVL";
    note_title(&m);
    if (w.noun_lemma == "counterpart" && !m.plural) {
      m.refers = Refers::role;
      return add(m);
    }
    if (e.part == Part::office && !m.plural) return office(m, e);
    m.refers = Refers::described;
    if (m.kind == Kind::government && w.noun_lemma != "office" && stands_for_state(w) && m.country != no_actor && g_[m.country].kind == Kind::state) {
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

  bool person_owner(const ActorMention& m) const {
    return m.owner != none && (s_.mentions[m.owner].refers == Refers::person || s_.mentions[m.owner].refers == Refers::role);
  }

  static bool stands_for_state(const Word& w) {
    return w.noun_lemma == "office" || w.noun_lemma == "government" || w.noun_lemma == "administration" || w.noun_lemma == "regime" || w.noun_lemma == "authority" || w.noun_lemma == "authorities" ||
           w.noun_lemma == "side" || w.noun_lemma == "leadership" || w.noun_lemma == "state" || w.noun_lemma == "republic" || w.noun_lemma == "kingdom";
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
    return capital(before.first) && before.last == e.first && !(of_state(before) && stands_for_state(w));
  }

  // "ASEAN COVID-19 Response Fund", "Levant Relief Network": capitals behind the name of a body, and a noun of bodies.
  bool named_body(const Element& e) const {
    if (e.part != Part::open || e.last - e.first < 2 || elements_.size() < 2 || s_.headline || has(Part::office) || has_honorific()) return false;
    const Element& before = elements_[elements_.size() - 2];
    if (before.part != Part::organisation || before.last != e.first) return false;
    const Word* const w = word(e.last - 1);
    const auto* const nouns = tables_.vocabulary.set("named_body_noun");
    return w && nouns && std::find(nouns->begin(), nouns->end(), w->noun_lemma) != nouns->end();
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
    if (!noun || (noun->noun_class != NounClass::act && noun->noun_class != NounClass::event)) return;
    for (std::uint32_t t = p->first; t < p->head; ++t) {
      const Word* w = word(t);
      if (!w || w->doer == no_actor) continue;
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
  void modifiers(bool last, NounPhrase* p) {
    for (const Element& e : elements_) {
      const bool known = e.part == Part::state || e.part == Part::adjective || e.part == Part::organisation || e.part == Part::group || e.part == Part::person || e.part == Part::people || e.part == Part::capital;
      if (!known && (!(namelike(e.part) && e.last < elements_.back().last) || word(e.first)->doer != no_actor)) continue;
      ActorMention m;
      m.first = e.first;
      m.last = e.last;
      m.name_first = e.first;
      m.name_last = e.last;
      m.head = e.last - 1;
      m.candidates = e.refs;
      m.known = e.actor;
      m.refers = e.part == Part::person || namelike(e.part) ? Refers::person : e.part == Part::capital ? Refers::capital : Refers::actor;
      if (e.part == Part::ambiguous) m.known = no_actor;
      m.kind = m.known != no_actor ? g_[m.known].kind : Kind::other;
      if (last) p->possessors.push_back(add(m));
    }
  }

  std::string_view text_;
  const PackTables& tables_;
  const Gazetteer& g_;
  Sentence& s_;
  std::vector<Element> elements_;
};

using ChunkList = boost::container::small_vector<std::size_t, 6>;

// Joins phrases that are one actor.
class Joiner {
 public:
  Joiner(const PackTables& tables, Sentence* s) : tables_(tables), s_(*s) {}

  void run() {
    if (s_.mentions.empty()) return;
    joint_owners();
    told_apart();
    // What a sentence lacks, nothing is joined by.
    unsigned kinds = 0;
    for (const Chunk& c : s_.chunks) kinds |= bit(c.kind);
    if (kinds & bit(ChunkKind::preposition)) complements();
    drop_tentative();
    if (kinds & bit(ChunkKind::comma) && kinds & bit(ChunkKind::preposition)) companions();
    bool office = false, person = false;
    for (const ActorMention& m : s_.mentions) {
      office = office || m.refers == Refers::role || m.refers == Refers::described;
      person = person || m.refers == Refers::person;
    }
    if (!office) return;
    const bool comma = kinds & bit(ChunkKind::comma), conjunction = kinds & bit(ChunkKind::conjunction);
    if (comma || conjunction) shared_heads();
    if (person && kinds & bit(ChunkKind::preposition)) envoys();
    if (person && conjunction) double_titles();
    if (comma) list_appositions();
    if (comma || kinds & bit(ChunkKind::open)) appositions();
    if (person && comma) far_appositions();
  }

 private:
  static constexpr unsigned bit(ChunkKind k) { return 1u << static_cast<unsigned>(k); }
  const Word* word(std::uint32_t i) const { return s_.tagged[i].word; }
  bool is_kind(std::size_t i, ChunkKind kind) const { return i < s_.chunks.size() && s_.chunks[i].kind == kind; }
  template <std::size_t size>
  bool is_word(std::size_t i, const char (&folded)[size]) const {
    return i < s_.chunks.size() && word(s_.chunks[i].first) && word(s_.chunks[i].first)->reads(folded);
  }
  NounPhrase& phrase(std::size_t i) { return s_.phrases[s_.chunks[i].index]; }
  ActorMention* mention(std::size_t i) {
    if (!is_kind(i, ChunkKind::noun) || phrase(i).mention == none) return nullptr;
    return &s_.mentions[phrase(i).mention];
  }

  void erase(std::size_t from, std::size_t to) {
    s_.chunks.erase(s_.chunks.begin() + static_cast<std::ptrdiff_t>(from), s_.chunks.begin() + static_cast<std::ptrdiff_t>(to));
  }

  // "president of Turkey", "officials from the ministry", "hundreds of banks", "members of the Security Council".
  void complements() {
    for (std::size_t i = s_.chunks.size(); i-- > 0;) {
      if (!is_kind(i, ChunkKind::noun) || !is_kind(i + 1, ChunkKind::preposition) || !is_kind(i + 2, ChunkKind::noun)) continue;
      const bool of = is_word(i + 1, "of");
      if (of && holds_office_of(i)) continue;
      if (of && counts(i) && mention(i + 2)) {
        take_over(i);
        continue;
      }
      ActorMention* m = mention(i);
      const ActorMention* c = mention(i + 2);
      if (of && m && m->refers == Refers::person && c && c->refers == Refers::actor && c->kind == Kind::state && (m->country == no_actor || m->country == c->known) && !is_kind(i + 3, ChunkKind::conjunction)) {
        m->country = c->known;  // "Foreign Minister Zarif of Iran"
        absorb(i, true);
        continue;
      }
      if (!m || (m->refers != Refers::role && m->refers != Refers::described)) continue;
      const bool from = is_word(i + 1, "from") && !m->his && !(i > 0 && moves(i - 1));
      const bool joins = of || (is_word(i + 1, "for") && m->refers == Refers::role) || from || is_word(i + 1, "at");
      if (!joins) {
        if (is_word(i + 1, "to") && !m->his && diplomat(*m) && c && c->refers != Refers::person) absorb(i, false);
        continue;
      }
      if (c && c->refers != Refers::pronoun) link(m, *c);
      else if (c && !of) continue;
      absorb(i, c != nullptr || of);
      speak_for_state(m);
      if (of && m->plural && c && c->refers == Refers::actor) distribute(i);
    }
  }

  // "We, the ministers of A and B, condemn": the list is who "we" are.
  void told_apart() {
    if (s_.chunks.size() < 5 || !is_kind(0, ChunkKind::noun) || !is_kind(1, ChunkKind::comma) || !mention(2)) return;
    const ActorMention* const m = mention(0);
    const Word* const w = m && m->refers == Refers::pronoun ? word(m->head) : nullptr;
    const bool several = w && (w->reads("we") || w->reads("they"));
    if (!several || mention(2)->refers == Refers::pronoun) return;
    std::size_t end = 2;
    while (end < s_.chunks.size() && (is_kind(end, ChunkKind::noun) || is_kind(end, ChunkKind::preposition) ||
                                      is_kind(end, ChunkKind::comma) || is_kind(end, ChunkKind::conjunction))) {
      ++end;
    }
    if (!is_kind(end, ChunkKind::verb) || !is_kind(end - 1, ChunkKind::comma)) return;
    const VerbForm form = s_.verbs[s_.chunks[end].index].form;
    if (form != VerbForm::finite && form != VerbForm::base) return;
    s_.mentions[phrase(0).mention].merged = true;
    erase(end - 1, end);
    erase(0, 2);
  }

  // "Putin, along with Rouhani, met Biden": both met him.
  void companions() {
    for (std::size_t i = 0; i + 5 < s_.chunks.size(); ++i) {
      if (!mention(i) || !is_kind(i + 1, ChunkKind::comma) || !(is_word(i + 2, "along") || is_word(i + 2, "together"))) continue;
      std::size_t behind = i + 3;
      if (is_word(behind, "with")) ++behind;
      else if (s_.chunks[i + 2].last - s_.chunks[i + 2].first < 2) continue;
      const ChunkList list = joined_from(behind);
      const std::size_t end = list.empty() ? s_.chunks.size() : list.back() + 1;
      if (!is_kind(end, ChunkKind::comma) || !is_kind(end + 1, ChunkKind::verb)) continue;
      erase(end, end + 1);
      s_.chunks[behind - 1].kind = ChunkKind::conjunction;
      erase(i + 1, behind - 1);
    }
  }

  // "Germany's and France's efforts": both own them.
  void joint_owners() {
    for (std::size_t i = s_.chunks.size(); i-- > 0;) {
      if (!mention(i) || !is_kind(i + 1, ChunkKind::conjunction) || !is_kind(i + 2, ChunkKind::noun)) continue;
      const std::uint32_t behind = s_.chunks[i].last;
      if (s_.tagged[behind].tag != Tag::genitive || phrase(i + 2).mention != none || phrase(i + 2).possessors.empty()) continue;
      FewNumbers& owners = phrase(i + 2).possessors;
      owners.insert(owners.begin(), phrase(i).mention);
      erase(i, i + 2);
    }
  }

  // A verb that takes something away: "from" behind its object belongs to it.
  bool moves(std::size_t i) const {
    if (!is_kind(i, ChunkKind::verb)) return false;
    const Word* w = word(s_.verbs[s_.chunks[i].index].head);
    return w && w->verb_has_trait(Trait::taking_verb);
  }

  // "the Qatari and Turkish foreign ministers", "UK, US and French forces": adjectives share the last one's head.
  void shared_heads() {
    for (std::size_t i = s_.chunks.size(); i-- > 0;) {
      const ActorIndex country = lone_adjective(i);
      if (country == no_actor) continue;
      std::size_t j = i + 1;
      if (is_kind(j, ChunkKind::comma)) ++j;
      if (is_kind(j, ChunkKind::conjunction)) ++j;
      const ActorMention* n = j == i + 1 ? nullptr : mention(j);
      if (!n || !n->plural || n->name_last != 0 || (n->refers != Refers::described && n->refers != Refers::role)) continue;
      const std::uint32_t shared = behind_origin(*n);
      if (shared == none) continue;
      ActorMention m = *n;
      m.country = country;
      m.first = phrase(i).first;
      m.core = shared;
      if (one_a_state(m)) {
        hold_alone(&m);
        hold_alone(&s_.mentions[phrase(j).mention]);
      }
      if (phrase(i).mention != none) s_.mentions[phrase(i).mention].merged = true;
      for (const std::uint32_t owner : phrase(i).possessors) s_.mentions[owner].merged = true;
      s_.mentions.push_back(m);
      phrase(i).mention = static_cast<std::uint32_t>(s_.mentions.size() - 1);
      phrase(i).possessors.clear();
    }
  }

  // "foreign ministers", "presidents": each state has one.
  bool one_a_state(const ActorMention& m) const {
    const Word* const w = word(m.head);
    if (m.kind != Kind::person || !w) return false;
    if (w->noun_lemma == "minister") return m.title_last != 0;
    return w->noun_lemma == "president" || w->noun_lemma == "premier" || (w->noun_lemma == "leader" && m.definite);
  }

  static void hold_alone(ActorMention* m) {
    if (m->title_last == 0) m->title_first = m->head;
    m->title_last = m->head + 1;
    m->plural = false;
    m->refers = Refers::role;
  }

  // Where what the list shares begins: behind "French" in "Turkish and French foreign ministers", behind "Kurdish" or
  // "rebel", of which no state is known, in "Iraqi and Kurdish forces".
  std::uint32_t behind_origin(const ActorMention& n) const {
    std::uint32_t at = n.core == none ? n.first : n.core;
    while (at < n.head && (s_.tagged[at].tag == Tag::determiner || s_.tagged[at].tag == Tag::adverb)) ++at;
    if (at >= n.head) return none;
    if (const std::uint32_t number = s_.tagged[at].match; number != none) return std::min(s_.matches[number].last, n.head);
    if (n.country != no_actor) return at;
    const Word* const w = word(at);
    const bool people = s_.tokens[at].flags & text::capitalised || (w && w->actor_noun);
    return people ? at + 1 : none;
  }

  // The state of a phrase that is nothing but an adjective of origin, perhaps with a determiner.
  ActorIndex lone_adjective(std::size_t i) {
    if (!is_kind(i, ChunkKind::noun)) return no_actor;
    const NounPhrase& p = phrase(i);
    const std::uint32_t number = s_.tagged[p.head].match;
    if (number == none || s_.matches[number].last != p.last) return no_actor;
    for (std::uint32_t t = p.first; t < s_.matches[number].first; ++t) {
      if (s_.tagged[t].tag != Tag::determiner && s_.tagged[t].tag != Tag::adjective) return no_actor;
    }
    for (const NameRef& r : *s_.matches[number].refs) {
      if (r.kind == NameKind::adjective && r.actor != no_actor && tables_.gazetteer[r.actor].kind == Kind::state) return r.actor;
    }
    return no_actor;
  }

  void drop_tentative() {
    for (NounPhrase& p : s_.phrases) {
      if (p.mention != none && s_.mentions[p.mention].tentative && s_.mentions[p.mention].country == no_actor) p.mention = none;
    }
  }

  bool diplomat(const ActorMention& m) const {
    const std::string_view l = word(m.head) ? word(m.head)->noun_lemma : std::string_view();
    return l == "ambassador" || l == "envoy" || l == "representative" || l == "emissary" || l == "consul";
  }

  // "the government of Turkey" is Turkey, as "the Turkish government" is.
  void speak_for_state(ActorMention* m) const {
    const Word* w = word(m->head);
    if (m->refers != Refers::described || m->kind != Kind::government || m->country == no_actor || !w) return;
    if (tables_.gazetteer[m->country].kind != Kind::state || (w->noun_lemma != "government" && w->noun_lemma != "administration" && w->noun_lemma != "regime" && w->noun_lemma != "authority" && w->noun_lemma != "state" && w->noun_lemma != "republic" && w->noun_lemma != "nation")) return;
    if (w->noun_lemma == "nation" && (m->plural || !m->definite)) return;
    m->refers = Refers::actor;
    m->known = m->country;
    m->kind = Kind::state;
  }

  // "the leaders of France and Germany": one actor a country.
  void distribute(std::size_t i) {
    const std::uint32_t first = phrase(i).mention;
    std::size_t j = i;
    bool any = false;
    for (;;) {
      std::size_t k = j + 1;
      if (is_kind(k, ChunkKind::comma)) ++k;
      if (is_kind(k, ChunkKind::conjunction)) ++k;
      const ActorMention* n = k == j + 1 ? nullptr : mention(k);
      if (!n || n->refers != Refers::actor || n->kind != Kind::state || is_word(k - 1, "plus")) break;
      ActorMention m = s_.mentions[first];
      m.country = n->known;
      m.plural = false;
      m.refers = m.title_last ? Refers::role : Refers::described;
      if (one_a_state(m)) hold_alone(&m);
      m.last = n->last;
      s_.mentions.push_back(m);
      phrase(k).mention = static_cast<std::uint32_t>(s_.mentions.size() - 1);
      any = true;
      j = k;
    }
    if (!any) return;
    s_.mentions[first].plural = false;
    if (s_.mentions[first].title_last) s_.mentions[first].refers = Refers::role;
    if (one_a_state(s_.mentions[first])) hold_alone(&s_.mentions[first]);
  }

  void link(ActorMention* m, const ActorMention& c) const {
    // "the G7 Foreign Ministers of Canada and Italy": of the states.
    const bool of_bloc = m->country != no_actor && m->plural && tables_.gazetteer[m->country].bloc && c.refers == Refers::actor && c.kind == Kind::state;
    if (m->country != no_actor && !of_bloc) return;
    if (of_bloc) m->country = no_actor;
    if (c.known != no_actor && c.refers != Refers::person) m->country = c.known;
    else if (c.country != no_actor) m->country = c.country;
    if (m->country != no_actor && m->kind == Kind::person && m->sector == "GOV") {
      m->sector = body_sector(tables_.gazetteer, m->country, "GOV");
    }
  }

  // Quantities and collections that stand for what they are made of.
  bool counts(std::size_t i) {
    const NounPhrase& p = phrase(i);
    const Word* w = word(p.head);
    if (!w) return s_.tagged[p.head].tag == Tag::number;
    return w->is(number_word | quantifier) || w->noun_has_trait(Trait::quantity_noun);
  }

  void take_over(std::size_t i) {
    NounPhrase& p = phrase(i);
    NounPhrase& q = phrase(i + 2);
    ActorMention& m = s_.mentions[q.mention];
    m.core = m.first;
    m.first = p.first;
    p.mention = q.mention;
    p.head = q.head;
    p.last = q.last;
    s_.chunks[i].last = q.last;
    erase(i + 1, i + 3);
  }

  void absorb(std::size_t i, bool extend) {
    NounPhrase& p = phrase(i);
    NounPhrase& q = phrase(i + 2);
    if (!extend && q.mention == none) return;
    s_.mentions[p.mention].last = q.last;
    p.last = q.last;
    s_.chunks[i].last = q.last;
    erase(i + 1, i + 3);
  }

  static bool named(const ActorMention& m) { return m.refers == Refers::person; }
  static bool role(const ActorMention& m) { return m.refers == Refers::role || (m.refers == Refers::described && !m.plural); }

  // End of the phrase at i with its prepositional phrases.
  std::size_t phrase_end(std::size_t i) const {
    ++i;
    while (is_kind(i, ChunkKind::preposition) && is_kind(i + 1, ChunkKind::noun)) i += 2;
    return i;
  }

  // "Chairman of the Joint Chiefs of Staff Gen. Mark Milley", "Secretary of Russia's Security Council Nikolai Patrushev":
  // the office, then its body and, perhaps with a rank, the name in one phrase.
  bool holds_office_of(std::size_t i) {
    const ActorMention *m = mention(i), *n = mention(i + 2);
    if (!m || !n || m->refers != Refers::role || m->plural || !named(*n) || n->country == no_actor || !bare(*m)) return false;
    if (n->name_first <= n->first) return false;
    for (std::uint32_t t = n->title_first; t < n->title_last; ++t) {
      const Word* const w = word(t);
      if (!w || !w->props || w->props->office == 0) return false;
      if (tables_.vocabulary.office_categories[w->props->office - 1] != "military-chief") return false;
    }
    return true;
  }

  // A title in capitals without an article: "Permanent Representative".
  bool bare(const ActorMention& m) const {
    const Tag first = s_.tagged[m.first].tag;
    return first != Tag::determiner && first != Tag::possessive && s_.tokens[m.head].flags & text::capitalised;
  }

  void join_office_of(std::size_t i) {
    const ActorMention& m = *mention(i);
    ActorMention& n = *mention(i + 2);
    n.title_first = m.title_last ? m.title_first : m.head;
    n.title_last = m.title_last ? m.title_last : m.head + 1;
    n.former = m.former;
    n.kind = Kind::person;
    take_name(i);
  }

  // The phrase at i and the name two chunks behind it are one phrase, the name's.
  void take_name(std::size_t i) {
    mention(i + 2)->first = mention(i)->first;
    mention(i)->merged = true;
    phrase(i).mention = phrase(i + 2).mention;
    phrase(i).head = phrase(i + 2).head;
    phrase(i).last = phrase(i + 2).last;
    s_.chunks[i].last = s_.chunks[i + 2].last;
    erase(i + 1, i + 3);
  }

  // "Norwegian Permanent Representative to NATO Lars Berg", "acting U.S. Ambassador to the United Nations Mark Doyle": the
  // title with where its holder is sent, and the name.
  void envoys() {
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      if (is_word(i + 1, "of") && holds_office_of(i)) join_office_of(i);
      if (!is_word(i + 1, "to") && !is_word(i + 1, "for") && !is_word(i + 1, "on")) continue;
      ActorMention *m = mention(i), *n = mention(i + 2);
      if (!m || !n || m->refers != Refers::role || m->plural || !named(*n) || n->title_last != 0) continue;
      bool sent = n->name_first > n->first;
      for (std::uint32_t t = n->first; t < n->name_first; ++t) {
        const bool owns = s_.tagged[t].tag == Tag::possessive || (word(t) && (word(t)->reads("'s") || word(t)->reads("'")));
        sent = sent && !owns;
      }
      if (!sent || !bare(*m)) continue;
      const ActorIndex sent_to = n->country;
      n->country = no_actor;
      n->owner = none;
      give_title(n, *m);
      if (n->country == sent_to) n->country = no_actor;
      take_name(i);
    }
  }

  // "Deputy Prime Minister and Minister of Foreign Affairs Mohammed Al Thani": one person.
  void double_titles() {
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      if (!is_kind(i + 1, ChunkKind::conjunction)) continue;
      ActorMention *m = mention(i), *n = mention(i + 2);
      if (!m || !n || m->refers != Refers::role || !named(*n) || n->title_last == 0 || n->country != no_actor) continue;
      if (!bare(*m)) continue;
      n->country = m->country;
      take_name(i);
    }
  }

  // The noun phrases with mentions from chunk i on, joined by commas and a last conjunction; none is time.
  ChunkList joined_from(std::size_t i) {
    ChunkList out;
    for (bool last = false; mention(i);) {
      out.push_back(i);
      if (last) break;
      std::size_t j = phrase_end(i);
      if (j != i + 1) break;
      if (is_kind(j, ChunkKind::comma) && !is_kind(j + 1, ChunkKind::conjunction)) {
        i = j + 1;
        continue;
      }
      if (is_kind(j, ChunkKind::comma)) ++j;
      if (!is_kind(j, ChunkKind::conjunction)) break;
      last = true;
      i = j + 1;
      if (is_kind(i, ChunkKind::adverb)) ++i;  // "Thailand and then the Philippines"
    }
    return out;
  }

  bool all(const ChunkList& list, bool (*test)(const ActorMention&)) {
    return std::all_of(list.begin(), list.end(), [&](std::size_t i) { return test(*mention(i)); });
  }

  static bool state(const ActorMention& m) { return m.refers == Refers::actor && m.kind == Kind::state; }
  static bool office_or_group(const ActorMention& m) { return m.refers == Refers::described && m.name_last == 0; }
  static bool office(const ActorMention& m) { return (m.refers == Refers::role || m.refers == Refers::described) && m.kind == Kind::person && m.name_last == 0; }

  // "the Qatari and Turkish foreign ministers, A and B,", "their presidents, A and B,", "A and B, the French and German
  // ministers,": as many names as offices, or one plural office for them all.
  void list_appositions() {
    for (std::size_t i = 0; i + 3 < s_.chunks.size(); ++i) {
      if (!is_kind(i + 1, ChunkKind::comma) && !is_kind(i + 1, ChunkKind::conjunction)) continue;
      if (!mention(i) || (i > 0 && is_kind(i - 1, ChunkKind::conjunction))) continue;
      const ChunkList first = joined_pair(i);
      const std::size_t comma = first.empty() ? 0 : first.back() + 1;
      if (first.empty() || !is_kind(comma, ChunkKind::comma) || !mention(comma + 1)) continue;
      const ChunkList second = joined_pair(comma + 1);
      if (second.empty()) continue;
      const std::size_t end = second.back() + 1;
      const bool closed = end >= s_.chunks.size() || is_kind(end, ChunkKind::comma) || is_kind(end, ChunkKind::stop) || is_kind(end, ChunkKind::close);
      if (!closed) continue;
      const bool names_behind = all(first, office) && all(second, named);
      const bool names_before = all(first, named) && all(second, office);
      // "two important allies, Thailand and the Philippines": the states stand for the phrase.
      if (first.size() == 1 && second.size() > 1 && all(first, office_or_group) && mention(first.front())->plural && mention(first.front())->country == no_actor && all(second, state)) {
        mention(first.front())->merged = true;
        erase(i, comma + 1);
        continue;
      }
      if (!names_behind && !names_before) continue;
      const ChunkList &names = names_behind ? second : first, &offices = names_behind ? first : second;
      if (names.size() < 2 || !(offices.size() == names.size() || (offices.size() == 1 && mention(offices.front())->plural))) continue;
      for (std::size_t n = 0; n < names.size(); ++n) {
        ActorMention& o = *mention(offices.size() == 1 ? offices.front() : offices[n]);
        give_title(mention(names[n]), o);
        o.merged = true;
      }
      if (names_behind) erase(i, comma + 1);
      else erase(comma, end + (is_kind(end, ChunkKind::comma) || is_kind(end, ChunkKind::close) ? 1 : 0));
      if (names_behind && is_kind(i + second.back() - second.front() + 1, ChunkKind::comma)) erase(i + second.back() - second.front() + 1, i + second.back() - second.front() + 2);
    }
  }

  // "A and B", "A, B and C", or one phrase alone.
  ChunkList joined_pair(std::size_t i) {
    ChunkList list = joined_from(i);
    // A list without a conjunction is no list: "the ministers, A": the first alone.
    if (list.size() > 1 && !is_kind(list.back() - 1, ChunkKind::conjunction)) list.erase(list.begin() + 1, list.end());
    for (std::size_t n = 1; n + 1 < list.size(); ++n) {
      // "the presidents, A and B": the comma opens the apposition.
      if (office(*mention(list[n - 1])) != office(*mention(list[n]))) {
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(n), list.end());
        break;
      }
    }
    if (list.size() == 2 && is_kind(list[1] - 1, ChunkKind::comma)) list.pop_back();
    return list;
  }

  void appositions() {
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      if (!is_kind(i, ChunkKind::noun) || !is_kind(i + 2, ChunkKind::noun)) continue;
      const bool bracket = is_kind(i + 1, ChunkKind::open);
      if (!bracket && !is_kind(i + 1, ChunkKind::comma)) continue;
      std::size_t end = phrase_end(i + 2);
      if (is_kind(end, ChunkKind::conjunction) && is_kind(end + 1, ChunkKind::noun) && is_kind(end + 2, ChunkKind::comma) && is_kind(end + 3, ChunkKind::verb)) end += 2;
      const bool closed = end >= s_.chunks.size() || is_kind(end, bracket ? ChunkKind::close : ChunkKind::comma) || is_kind(end, ChunkKind::stop);
      ActorMention *m = mention(i), *n = mention(i + 2);
      const bool next_role = is_kind(end, ChunkKind::comma) && is_kind(end + 1, ChunkKind::conjunction) && mention(end + 2) && role(*mention(end + 2)) && is_kind(end + 3, ChunkKind::comma) && mention(end + 4) && named(*mention(end + 4));
      const bool explained = m && n && ((named(*m) && n->refers == Refers::role && n->country != no_actor && n->last > n->head + 1) || (role(*m) && m->definite && named(*n) && next_role));
      // "his rival, Juan Guaidó,": a person by a common noun that stands for no actor.
      if (closed && !m && n && named(*n) && !list_follows(i, end) && person_noun(i)) {
        if (is_kind(end, ChunkKind::comma) || is_kind(end, ChunkKind::close)) erase(end, end + 1);
        erase(i, i + 2);
        continue;
      }
      if (!closed || !m || !n || (list_follows(i, end) && !explained) || marked_apart(*m, *n)) continue;
      if (named(*m) && (role(*n) && (described_so(i + 2)))) {
        give_title(m, *n);
        n->merged = true;
        remove_apposition(i, end);
      } else if (role(*m) && named(*n) && (m->definite || m->owner != none || m->country != no_actor || s_.tagged[m->first].tag == Tag::determiner)) {
        give_title(n, *m);
        n->first = m->first;
        m->merged = true;
        phrase(i).mention = phrase(i + 2).mention;
        phrase(i).head = phrase(i + 2).head;
        remove_apposition(i, end);
      } else if (m->refers == Refers::actor && n->refers == Refers::described && described_so(i + 2)) {
        remove_apposition(i, end);
      }
    }
  }

  // "his rival", "a longtime critic", "the exiled writer": one person.
  bool person_noun(std::size_t i) {
    const NounPhrase& p = phrase(i);
    const Word* w = word(p.head);
    const Tag t = s_.tagged[p.first].tag;
    const bool one = t == Tag::determiner || t == Tag::possessive || !p.possessors.empty();
    return one && s_.marked.empty() && w && s_.tagged[p.head].tag == Tag::noun && w->noun_class == NounClass::person && !w->plural_noun();
  }

  // The user marked one of them as an actor by itself.
  bool marked_apart(const ActorMention& m, const ActorMention& n) const {
    return !s_.marked.empty() && (s_.marked_end(m.first) != m.first || s_.marked_end(n.first) != n.first);
  }

  // "the point person on the talks, Under Secretary Bill Burns,": the name behind the role's complements.
  void far_appositions() {
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      if (!is_kind(i, ChunkKind::noun)) continue;
      const std::size_t comma = phrase_end(i);
      if (comma == i + 1 || !is_kind(comma, ChunkKind::comma) || !is_kind(comma + 1, ChunkKind::noun)) continue;
      const std::size_t end = phrase_end(comma + 1);
      const bool closed = is_kind(end, ChunkKind::comma) && !is_kind(end + 1, ChunkKind::conjunction);
      ActorMention *m = mention(i), *n = mention(comma + 1);
      if (!closed || !m || !n || !role(*m) || !named(*n) || m->plural || !(m->definite || m->owner != none)) continue;
      give_title(n, *m);
      n->first = m->first;
      m->merged = true;
      phrase(i).mention = phrase(comma + 1).mention;
      phrase(i).head = phrase(comma + 1).head;
      erase(i + 1, end + 1);
    }
  }

  bool list_follows(std::size_t i, std::size_t end) const {
    if (is_kind(i + 1, ChunkKind::open)) return false;
    if (is_kind(end, ChunkKind::comma) && (is_kind(end + 1, ChunkKind::conjunction))) return !is_kind(end + 2, ChunkKind::verb);
    if (i > 0 && (is_kind(i - 1, ChunkKind::comma) && i > 1 && is_kind(i - 2, ChunkKind::noun) && is_kind(end, ChunkKind::conjunction))) return true;
    return false;
  }

  // "the foreign minister", "Jordan's foreign minister", "a former ambassador": not the next item of a list.
  bool described_so(std::size_t i) {
    const NounPhrase& p = phrase(i);
    const Tag t = s_.tagged[p.first].tag;
    const ActorMention& m = s_.mentions[p.mention];
    return t == Tag::determiner || t == Tag::possessive || m.owner != none || m.country != no_actor || m.former || m.title_last != 0;
  }

  static void give_title(ActorMention* to, const ActorMention& from) {
    to->kind = Kind::person;
    if (to->title_last == 0) {
      to->title_first = from.title_first ? from.title_first : from.head;
      to->title_last = from.title_last ? from.title_last : from.head + 1;
      to->former = from.former;
    }
    if (to->country == no_actor) to->country = from.country;
    if (to->owner == none) to->owner = from.owner;
    if (to->sector.empty()) to->sector = from.sector;
  }

  void remove_apposition(std::size_t i, std::size_t end) {
    if (is_kind(end, ChunkKind::comma) || is_kind(end, ChunkKind::close)) ++end;
    erase(i + 1, end);
  }

  const PackTables& tables_;
  Sentence& s_;
};

bool keeps(const Word& w, Tag tag) {
  if (tag == Tag::noun || tag == Tag::name) return true;
  if (tag != Tag::adjective) return false;
  if (w.reads("tribal") || w.reads("religious") || w.reads("ethnic") || w.folded.starts_with("pro-") || w.folded.starts_with("anti-")) return true;
  const std::size_t hyphen = w.folded.find('-');
  const std::string_view last = hyphen == std::string::npos ? std::string_view() : std::string_view(w.folded).substr(hyphen + 1);
  return (w.is_title(portfolio) && !w.is_title(rank)) || last == "led" || last == "backed" || last == "based" || last == "allied";
}

}  // namespace

void find_mentions(std::string_view text, const PackTables& tables, Sentence* sentence) {
  Parser(text, tables, sentence).run();
  Joiner(tables, sentence).run();
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

namespace {

// "minister" of "ministers", with the text's first letter.
std::string one_of(std::string_view shown, std::string_view lemma) {
  std::string out(lemma);
  if (!shown.empty() && !out.empty() && shown.front() >= 'A' && shown.front() <= 'Z' && out.front() >= 'a') {
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  }
  return out;
}

// "of hostages" behind "relatives": who they are without it nobody knows. Articles and numbers left out.
std::string whose(std::string_view text, const Sentence& s, const ActorMention& m) {
  const std::uint32_t of = m.head + 1;
  const bool civil = m.kind == Kind::person && m.plural && m.sector == "CVL";
  if (!civil || of + 1 >= m.last || !s.tagged[of].word || !s.tagged[of].word->reads("of") || m.last - of > 6) return "";
  std::string out = " of";
  for (std::uint32_t i = of + 1; i < m.last; ++i) {
    const Tag t = s.tagged[i].tag;
    if (t == Tag::determiner || t == Tag::number || t == Tag::quantifier || t == Tag::possessive) continue;
    if (s.tokens[i].flags & text::space_before) out += ' ';
    out += text::view(text, s.tokens[i]);
  }
  return out == " of" ? "" : out;
}

}  // namespace

std::string described_name(std::string_view text, const PackTables& tables, const Sentence& s, const ActorMention& m) {
  if (m.name_last) return words_of(text, s, m.name_first, m.name_last);
  const std::string complement = whose(text, s, m);
  std::string out;
  ActorIndex country = complement.empty() ? m.country : no_actor;
  // "Houthi leaders", "LRA commanders" as they stand, not "Houthis leaders".
  if (country != no_actor && tables.gazetteer[country].kind == Kind::group && m.owner == none && m.first < m.head &&
      s.tagged[m.head - 1].match != none) {
    country = no_actor;
  }
  if (country != no_actor) {
    const KnownActor& c = tables.gazetteer[country];
    const bool adjective = (c.kind == Kind::state || c.kind == Kind::group) && !c.adjective.empty();
    out = adjective ? c.adjective : c.name;
    if (c.id == "USA") out = "U.S.";
  }
  for (std::uint32_t i = m.core == none ? m.first : m.core; i <= m.head && i < s.tokens.size(); ++i) {
    const Tagged& t = s.tagged[i];
    // "Kurdish forces": an adjective that is written with a capital is a name.
    const bool named = t.tag == Tag::adjective && i > 0 && (s.tokens[i].flags & text::capitalised) && !s.headline;
    if (!t.word || !(named || keeps(*t.word, t.tag))) continue;
    if (t.match != none && country != no_actor) {
      const auto& refs = *s.matches[t.match].refs;
      if (std::any_of(refs.begin(), refs.end(), [&](const NameRef& r) { return r.actor == country; })) continue;
    }
    if (!out.empty()) out += ' ';
    const std::string_view shown = text::view(text, s.tokens[i]);
    const bool one = i == m.head && !m.plural && t.word->plural_noun() && !t.word->noun_lemma.empty();
    out += one ? one_of(shown, t.word->noun_lemma) : std::string(shown);
  }
  return out + complement;
}

}  // namespace demarche::extract
