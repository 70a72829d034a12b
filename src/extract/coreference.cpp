#include "extract/coreference.h"

#include <algorithm>

#include "extract/mentions.h"
#include "extract/title_sector.h"
#include "text/fold.h"

namespace demarche::extract {

using namespace rules;

Coreference::Coreference(std::string_view text, const PackTables& tables, OfficePhrases* offices)
    : text_(text), tables_(tables), g_(tables.gazetteer), offices_(offices) {
  entities_.reserve(64);
  if (const auto* const states = tables.vocabulary.set("state_of_seat"); states && states->size() > 0)
    seat_state_ = g_.find_id(*states->begin());
}

void Coreference::start(std::vector<std::string> days, ActorIndex home) {
  days_ = std::move(days);
  office_holders_.clear();
  home_ = home;
}

std::uint32_t Coreference::add(DocEntity e) {
  const auto number = static_cast<std::uint32_t>(entities_.size());
  if (e.known != no_actor) {
    const KnownActor& k = g_[e.known];
    e.name = k.name;
    e.kind = k.kind;
    e.female = k.female;
    e.male = k.male;
    if (e.country == no_actor) e.country = k.home;
    if (e.sector.empty()) e.sector = k.sector;
    e.surname = text::fold(k.surname);
    by_known_[e.known] = number;
  }
  if (e.kind == Kind::person && !e.surname.empty()) surnames_[e.surname].push_back(number);
  text::fold_to(e.name, &e.folded_name);
  // "Schraner Burgener" is called by the last of the two, too.
  if (const std::size_t last = e.surname.rfind(' '); e.kind == Kind::person && last != std::string::npos) {
    surnames_[e.surname.substr(last + 1)].push_back(number);
  }
  by_name_.emplace(e.folded_name, number);
  if (const std::size_t space = e.folded_name.find(' '); e.kind == Kind::person && space != std::string::npos) {
    first_names_[e.folded_name.substr(0, space)].push_back(number);
  }
  entities_.push_back(std::move(e));
  return number;
}

std::uint32_t Coreference::entity_of(ActorIndex known) {
  if (const auto it = by_known_.find(known); it != by_known_.end()) return it->second;
  DocEntity e;
  e.known = known;
  return add(std::move(e));
}

std::string Coreference::title_of(const Sentence& s, const ActorMention& m) const {
  return m.title_last ? words_of(text_, s, m.title_first, m.title_last) : std::string();
}

// Names in full make persons; the fullest form wins.
void Coreference::collect_person(const Sentence& s, const ActorMention& m) {
  const bool full = m.name_last - m.name_first > 1;
  if (m.known != no_actor) {
    const std::uint32_t number = entity_of(m.known);
    refine(s, m, number);
    // "Moammar Qaddafi" is "Qaddafi" in this text, whatever our spelling is.
    const Word* const last = s.tagged[m.head].word;
    if (!full || (last && last->given_name) || entities_[number].surname.find(' ') != std::string::npos) return;
    std::vector<std::uint32_t>& named = surnames_[text::fold(text::view(text_, s.tokens[m.head]))];
    if (named.empty()) named.push_back(number);
    return;
  }
  if (!full || (m.kind != Kind::person && s.headline)) return;
  if (m.candidates && std::any_of(m.candidates->begin(), m.candidates->end(),
                                  [](const NameRef& r) { return r.kind != NameKind::ambiguous; }))
    return;
  words_to(text_, s, m.name_first, m.name_last, &name_);
  text::fold_to(name_, &folded_);
  if (g_.by_surname(folded_)) return;  // "Von der Leyen": of several words, and still no full name
  if (const auto it = by_name_.find(folded_); it != by_name_.end()) {
    if (m.kind == Kind::person) entities_[it->second].weak = false;
    refine(s, m, it->second);
    return;
  }
  if (const ActorIndex known = known_by_outer_names(s, m); known != no_actor) {
    const std::uint32_t number = entity_of(known);
    by_name_.emplace(text::fold(name_), number);
    refine(s, m, number);
    return;
  }
  DocEntity e;
  e.name = name_;
  e.kind = Kind::person;
  text::fold_to(text::view(text_, s.tokens[m.head]), &e.surname);
  e.weak = m.kind != Kind::person;
  const std::uint32_t number = add(std::move(e));
  refine(s, m, number);
}

// 1 for Mr, Sir, King …; 2 for Mrs, Ms, Queen …; 0 where the title does not tell.
int Coreference::honorific_gender(const Sentence& s, const ActorMention& m) {
  for (std::uint32_t i = m.first; i < m.name_first; ++i) {
    const Word* w = s.tagged[i].word;
    if (w && w->has_trait(Trait::male_title)) return 1;
    if (w && w->has_trait(Trait::female_title)) return 2;
  }
  return 0;
}

void Coreference::refine(const Sentence& s, const ActorMention& m, std::uint32_t number) {
  DocEntity& e = entities_[number];
  if (e.country == no_actor) e.country = m.country;
  e.former = e.former || m.former;
  if (m.title_last && e.office.empty()) {
    e.office = title_of(s, m);
    text::fold_to(e.office, &e.folded_office);
    for (auto& [title, known] : bearers_) {
      if (number < known.size()) known[number] = 0;
    }
  }
  const int gender = honorific_gender(s, m);
  if (gender == 1 && !e.female) e.male = true;
  if (gender == 2 && !e.male) e.female = true;
  if (e.sector.empty()) e.sector = m.sector.empty() ? title_sector(s, m.title_first, m.title_last, tables_) : m.sector;
}

// "Foreign Minister Hussein" after "Fuad Hussein": not the king of that one name, who never held the office.
bool Coreference::another_of_the_text(const Sentence& s, const ActorMention& m) const {
  if (m.name_last != m.name_first + 1 || m.title_last == 0) return false;
  const std::string title = folded_title(s, m);
  const std::size_t space = title.rfind(' ');
  if (standing(m.known, space == std::string::npos ? title : title.substr(space + 1), m.former) != 0) return false;
  const auto named = surnames_.find(text::fold(text::view(text_, s.tokens[m.head])));
  return named != surnames_.end() && std::any_of(named->second.begin(), named->second.end(),
                                                 [&](std::uint32_t n) { return entities_[n].known != m.known; });
}

void Coreference::collect(Sentence* s) {
  for (ActorMention& m : s->mentions) {
    count_offices(*s, m);
    if (m.refers != Refers::capital && m.refers != Refers::place &&
        (m.known == seat_state_ || m.country == seat_state_))
      seat_state_named_ = seat_state_ != no_actor || seat_state_named_;
    if (m.refers != Refers::person) continue;
    if (m.known != no_actor && m.candidates && m.candidates->size() > 1) m.known = namesake(*s, m);
    if (m.known != no_actor && another_of_the_text(*s, m)) m.known = no_actor;
    collect_person(*s, m);
  }
  for (const auto& [token, acronym] : s->acronyms) name_acronym(*s, token, acronym);
}

namespace {

std::string initials(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if ((i == 0 || name[i - 1] == ' ') && name[i] >= 'A' && name[i] <= 'Z') out += name[i];
  }
  return out;
}

}  // namespace

// "the Southern Transitional Council (STC)": from here on the letters name it.
void Coreference::name_acronym(const Sentence& s, std::uint32_t token, const std::string& acronym) {
  for (const ActorMention& m : s.mentions) {
    if (m.last != token + 1 || m.refers == Refers::pronoun || m.refers == Refers::person) continue;
    ActorMention copy = m;
    if (m.known != no_actor)
      copy.entities = {entity_of(m.known)};
    else if (m.refers == Refers::described)
      resolve_described(s, &copy);
    if (copy.entities.size() != 1) return;
    by_name_.emplace(text::fold(acronym), copy.entities.front());
    const DocEntity& e = entities_[copy.entities.front()];
    if (e.known == no_actor && initials(e.name) == acronym) acronyms_.emplace(acronym, copy.entities.front());
    return;
  }
}

// The user's own name and code for a marked entity.
void Coreference::resolve_marked(const Sentence& s, ActorMention* m) {
  const GivenMention& given = *m->marked;
  const std::string name = given.name.empty() ? words_of(text_, s, m->name_last ? m->name_first : m->first,
                                                         m->name_last ? m->name_last : m->last)
                                              : given.name;
  if (const auto it = by_name_.find(text::fold(name)); it != by_name_.end()) {
    m->entities = {it->second};
    return;
  }
  DocEntity e;
  e.name = name;
  e.kind = m->kind;
  e.code = given.code;
  e.sector = m->sector;
  m->entities = {add(std::move(e))};
}

// "Brussels warned London": the body that speaks from there, unless the text names the state itself; nobody where it
// names only another body of that seat. Where something is or who goes there is the state's.
ActorIndex Coreference::body_that_acts(const Sentence& s, const ActorMention& m) const {
  if (m.known != seat_state_ || seat_state_named_) return m.known;
  const Word* const before = m.first > 0 ? s.tagged[m.first - 1].word : nullptr;
  const Tag tag = m.first > 0 ? s.tagged[m.first - 1].tag : Tag::stop;
  const bool owns = m.last < s.tagged.size() && s.tagged[m.last].tag == Tag::genitive;
  const bool acts = roles_[static_cast<std::size_t>(&m - s.mentions.data())] == Role::subject;
  const bool dealt_with = before && (before->reads("against") || before->reads("with") || before->reads("between")) &&
                          tag == Tag::preposition;
  if (!owns && !acts && !dealt_with) return m.known;
  const auto first_of = [&](std::string_view set) {
    const auto* const ids = tables_.vocabulary.set(set);
    return ids && ids->size() > 0 ? g_.find_id(*ids->begin()) : no_actor;
  };
  const ActorIndex body = first_of("body_called_by_seat");
  if (body == no_actor || by_known_.contains(body)) return body == no_actor ? m.known : body;
  return by_known_.contains(first_of("other_body_of_seat")) ? no_actor : body;
}

void Coreference::resolve_mention(Sentence& s, ActorMention* m) {
  if (m->marked && !(m->marked->name.empty() && m->marked->code.empty())) return resolve_marked(s, m);
  // "No Ethiopian leader had come": nobody.
  const Word* first = s.tagged[m->first].word;
  if (first && first->reads("no") && !m->marked && (m->refers == Refers::role || m->refers == Refers::described))
    return;
  switch (m->refers) {
    case Refers::person:
      resolve_person(s, m);
      if (m->country == no_actor && m->entities.size() == 1) m->country = entities_[m->entities.front()].country;
      return;
    case Refers::actor:
    case Refers::capital:
      // The text's own letters go before those of another body: "the Sea Navigation Council (SNC)".
      if (!acronyms_.empty() && m->name_last == m->name_first + 1) {
        if (const auto own = acronyms_.find(std::string(text::view(text_, s.tokens[m->name_first])));
            own != acronyms_.end()) {
          m->entities = {own->second};
          return;
        }
      }
      if (m->refers == Refers::capital) {
        if (const ActorIndex body = body_that_acts(s, *m); body != m->known) {
          if (body == no_actor) return;
          m->known = body;
          m->kind = g_[body].kind;
        }
      }
      m->entities = {entity_of(m->known)};
      entities_[m->entities.front()].told_as_people = m->refers == Refers::actor && m->plural;
      return;
    case Refers::place:
      if (tells(s, *m)) {
        // "Bali tweeted": a town or an island says nothing, a man of that name does.
        const auto it = surnames_.find(text::fold(text::view(text_, s.tokens[m->head])));
        if (it == surnames_.end() || it->second.size() != 1) return;
        m->refers = Refers::person;
        m->kind = Kind::person;
        m->entities = {it->second.front()};
        m->country = entities_[it->second.front()].country;
        return;
      }
      if (m->country != no_actor) m->entities = {entity_of(m->country)};
      return;
    case Refers::role:
      resolve_role(s, m);
      if (m->country == no_actor && m->entities.size() == 1) m->country = entities_[m->entities.front()].country;
      return;
    case Refers::described:
      if (m->plural && m->definite && m->country == no_actor) {
        resolve_plural_role(s, m);
        if (!m->entities.empty()) return;
      }
      return resolve_described(s, m);
    case Refers::pronoun:
      return resolve_pronoun(s, m);
  }
}

// "the troops, which have driven the rebels out": of less weight than whom the sentence itself tells of.
bool Coreference::in_relative(const Sentence& s, const ActorMention& m) {
  for (std::uint32_t i = m.first; i-- > 0;) {
    const Tag t = s.tagged[i].tag;
    if (t == Tag::relative) return true;
    if (t == Tag::comma || t == Tag::stop || t == Tag::subordinator || t == Tag::quote) return false;
  }
  return false;
}

void Coreference::note(const Sentence& s, const ActorMention& m, Role role) {
  // "his leadership as African Union chairperson": a capacity, nobody new.
  if (m.first > 0 && s.tagged[m.first - 1].word && s.tagged[m.first - 1].word->folded == "as") return;
  if (m.counted) return;  // "they" are seldom the "30 people" of the list
  // "was held captive": what one is, nobody to speak of.
  if (m.refers == Refers::described && m.kind == Kind::person && !m.plural && m.first == m.head && m.owner == none &&
      !s.headline && s.tagged[m.head].tag == Tag::noun && !(s.tokens[m.head].flags & text::capitalised))
    return;
  // Nor does "I" lead on to "he".
  if (m.refers == Refers::pronoun && m.entities.size() == 1 && m.entities.front() == speaker_) return;
  const bool speaks = first_person(s, m);
  // "missile defence in Europe": where it is, nobody who does anything.
  const Word* const in = m.first > 0 && m.refers == Refers::actor ? s.tagged[m.first - 1].word : nullptr;
  if (in && s.tagged[m.first - 1].tag == Tag::preposition &&
      (in->reads("in") || in->reads("across") || in->reads("inside") || in->reads("throughout"))) {
    if (m.kind == Kind::group) return;  // "in Europe"
    role = Role::owner;
  }
  if (role != Role::owner && in_relative(s, m)) role = role == Role::subject ? Role::object : Role::owner;
  for (const std::uint32_t e : m.entities) salience_.note({e, s.number, m.first, role, speaks});
  if (m.entities.size() > 1) salience_.note_group({m.entities, s.number, m.first, role});
}

// The subject of a verb of speech, before or behind it.
bool Coreference::tells(const Sentence& s, const ActorMention& m) const {
  for (std::size_t i = 0; i < s.chunks.size(); ++i) {
    const Chunk& c = s.chunks[i];
    if (c.kind != ChunkKind::verb) continue;
    const VerbGroup& v = s.verbs[c.index];
    const Word* const w = s.tagged[v.head].word;
    if (!w || !w->verb_props || !w->verb_props->speech || v.form != VerbForm::finite || v.passive) continue;
    if (c.first == m.last || (c.last == m.first && i > 0 && said(s, i))) return true;
  }
  return false;
}

// '…," said Crowley': what stands behind such a verb is its subject.
bool Coreference::said(const Sentence& s, std::size_t i) {
  const ChunkKind before = s.chunks[i - 1].kind;
  if (before != ChunkKind::comma && before != ChunkKind::quote) return false;
  const VerbGroup& v = s.verbs[s.chunks[i].index];
  const Word* w = s.tagged[v.head].word;
  return v.form == VerbForm::finite && w && w->verb_props && w->verb_props->speech;
}

// Subjects stand before a verb, obliques behind a preposition, owners inside another phrase.
void Coreference::find_roles(const Sentence& s) {
  roles_.assign(s.mentions.size(), Role::owner);
  bool verb = false;  // since the last boundary
  Role before = Role::object;
  for (std::size_t i = 0; i < s.chunks.size(); ++i) {
    const Chunk& c = s.chunks[i];
    if (c.kind == ChunkKind::verb) verb = s.verbs[c.index].form != VerbForm::infinitive || verb;
    if (c.kind == ChunkKind::subordinator || c.kind == ChunkKind::relative || c.kind == ChunkKind::stop) verb = false;
    if (c.kind != ChunkKind::noun) continue;
    const ChunkKind left = i == 0 ? ChunkKind::stop : s.chunks[i - 1].kind;
    const bool acts = i + 1 < s.chunks.size() && s.chunks[i + 1].kind == ChunkKind::verb &&
                      s.verbs[s.chunks[i + 1].index].form == VerbForm::finite;
    // "after Maliki sent him a letter": that clause's subject.
    const Word* const opens = left == ChunkKind::preposition ? s.tagged[s.chunks[i - 1].first].word : nullptr;
    const bool clause = acts && opens && opens->is(subordinator);
    Role role = left == ChunkKind::preposition && !clause ? Role::oblique
                : acts || !verb                           ? Role::subject
                                                          : Role::object;
    if (role == Role::object && i > 1 && left == ChunkKind::verb && said(s, i - 1)) role = Role::subject;
    // "the revolution against X", "a book about X": inside another phrase.
    if (role == Role::oblique && i > 1 && s.chunks[i - 2].kind == ChunkKind::noun) {
      const Word* const w = s.tagged[s.chunks[i - 1].first].word;
      if (w && (w->reads("against") || w->reads("of") || w->reads("about"))) role = Role::owner;
    }
    if (role == Role::oblique && agent(s, i)) role = Role::subject;
    if (left == ChunkKind::conjunction && !acts) role = before;
    before = role;
    if (s.phrases[c.index].mention != none) roles_[s.phrases[c.index].mention] = role;
  }
}

// "The move was described as alarming by Borodavkin. He urged": whom a passive names last is who acts.
bool Coreference::agent(const Sentence& s, std::size_t i) const {
  const std::uint32_t m = s.phrases[s.chunks[i].index].mention;
  const Word* const by = s.tagged[s.chunks[i - 1].first].word;
  if (m == none || !by || !by->reads("by") || s.mentions[m].refers != Refers::person) return false;
  std::size_t verb = i - 1;
  while (verb > 0 && s.chunks[verb].kind != ChunkKind::verb) --verb;
  if (s.chunks[verb].kind != ChunkKind::verb) return false;
  const VerbGroup& v = s.verbs[s.chunks[verb].index];
  const bool thing =
      verb > 0 && s.chunks[verb - 1].kind == ChunkKind::noun && s.phrases[s.chunks[verb - 1].index].mention == none;
  return v.passive && v.form == VerbForm::finite && thing;
}

// "A, B and C": named together.
void Coreference::find_groups(const Sentence& s) {
  groups_here_.clear();
  if (s.mentions.size() < 2) return;
  const auto mention = [&](std::size_t i) -> const ActorMention* {
    if (i >= s.chunks.size() || s.chunks[i].kind != ChunkKind::noun || s.phrases[s.chunks[i].index].mention == none)
      return nullptr;
    const ActorMention& m = s.mentions[s.phrases[s.chunks[i].index].mention];
    return m.entities.empty() || m.refers == Refers::place ? nullptr : &m;
  };
  for (std::size_t i = 0; i < s.chunks.size(); ++i) {
    const bool list = i + 1 < s.chunks.size() &&
                      (s.chunks[i + 1].kind == ChunkKind::comma || s.chunks[i + 1].kind == ChunkKind::conjunction);
    if (!list) continue;
    const ActorMention* m = mention(i);
    if (!m) continue;
    ToldGroup g{m->entities, s.number, m->first, roles_[s.phrases[s.chunks[i].index].mention]};
    const Word* before = i == 0 ? nullptr : s.tagged[s.chunks[i - 1].first].word;
    if (before && (before->folded == "including" || before->folded == "like" || before->folded == "as"))
      g.role = Role::owner;
    bool joined = false;
    std::size_t last = i;
    for (;;) {
      std::size_t j = last + 1;
      while (j < s.chunks.size() &&
             (s.chunks[j].kind == ChunkKind::comma || s.chunks[j].kind == ChunkKind::conjunction))
        joined = s.chunks[j++].kind == ChunkKind::conjunction || joined;
      if (joined && j > last + 1 && j < s.chunks.size() && s.chunks[j].kind == ChunkKind::preposition && i > 0 &&
          s.chunks[i - 1].kind == ChunkKind::preposition &&
          s.tagged[s.chunks[j].first].word == s.tagged[s.chunks[i - 1].first].word) {
        ++j;  // "with A and with B"
      }
      const ActorMention* n = j == last + 1 || j > last + 4 ? nullptr : mention(j);
      if (!n) break;
      for (const std::uint32_t e : n->entities) {
        if (std::find(g.entities.begin(), g.entities.end(), e) == g.entities.end()) g.entities.push_back(e);
      }
      last = j;
    }
    // "the army and the rebels" are two sides.
    const auto person = [&](std::uint32_t n) {
      const DocEntity& e = entities_[n];
      return e.kind == Kind::person && !(e.plural && e.sector == "REB");
    };
    const bool persons = person(g.entities.front());
    const bool alike =
        std::all_of(g.entities.begin(), g.entities.end(), [&](std::uint32_t n) { return person(n) == persons; });
    if (joined && last > i && g.entities.size() > 1 && alike) groups_here_.push_back(std::move(g));
    i = last;
  }
  find_relations(s);
}

// "Turkey's ties with Russia": told together, too.
void Coreference::find_relations(const Sentence& s) {
  for (std::size_t i = 0; i + 2 < s.chunks.size(); ++i) {
    const Chunk &c = s.chunks[i], &with = s.chunks[i + 1], &other = s.chunks[i + 2];
    if (c.kind != ChunkKind::noun || with.kind != ChunkKind::preposition || other.kind != ChunkKind::noun) continue;
    const NounPhrase& p = s.phrases[c.index];
    const Word *const head = s.tagged[p.head].word, *const word = s.tagged[with.first].word;
    const std::uint32_t n = s.phrases[other.index].mention;
    if (p.mention != none || p.possessors.size() != 1 || n == none || !head || !word || !word->reads("with")) continue;
    if (head->noun_class != NounClass::event && !tables_.vocabulary.holds("class_tie_noun", head->noun_lemma)) continue;
    const ActorMention &a = s.mentions[p.possessors.front()], &b = s.mentions[n];
    if (a.entities.size() != 1 || b.entities.size() != 1 || a.entities == b.entities) continue;
    if (entities_[a.entities.front()].kind != entities_[b.entities.front()].kind) continue;
    groups_here_.push_back({{a.entities.front(), b.entities.front()}, s.number, a.first, Role::owner});
  }
}

// Who says what stands in quotation marks: the subject of a verb of speech outside them.
void Coreference::find_quoted(Sentence& s) {
  // "Erdogan: We will not allow it", of a headline
  const auto colon = [&](const VerbGroup& v) { return s.tokens[v.head].punct == ':'; };
  const bool quotes =
      std::any_of(s.chunks.begin(), s.chunks.end(), [](const Chunk& c) { return c.kind == ChunkKind::quote; }) ||
      std::any_of(s.verbs.begin(), s.verbs.end(), colon);
  if (!quotes) {
    quoted_ = none;
    return;
  }
  for (std::size_t i = 0; i < s.chunks.size(); ++i) {
    if (s.chunks[i].kind != ChunkKind::verb) continue;
    const Word* w = s.tagged[s.verbs[s.chunks[i].index].head].word;
    const WordProps* p = w ? (w->verb_props ? w->verb_props : w->props) : nullptr;
    if (!p || !p->speech) continue;
    // "Biden told Zelensky", ", said Biden"
    for (const std::size_t j : {i - 1, i + 1}) {
      if (j >= s.chunks.size() || s.chunks[j].kind != ChunkKind::noun || s.phrases[s.chunks[j].index].mention == none)
        continue;
      ActorMention& m = s.mentions[s.phrases[s.chunks[j].index].mention];
      const bool first_person = m.refers == Refers::pronoun && m.entities.empty();
      const bool beside = colon(s.verbs[s.chunks[i].index]) || (i > 0 && s.chunks[i - 1].kind == ChunkKind::quote) ||
                          (i > 1 && s.chunks[i - 2].kind == ChunkKind::quote) ||
                          (i + 1 < s.chunks.size() && s.chunks[i + 1].kind == ChunkKind::quote) ||
                          (i + 2 < s.chunks.size() && s.chunks[i + 2].kind == ChunkKind::quote) ||
                          (i + 3 < s.chunks.size() && s.chunks[i + 3].kind == ChunkKind::quote);
      if (first_person || !beside) continue;
      // '"Our forces …," a spokesman for the group said': whose they are is asked before it is his turn.
      const bool spokesman = m.refers == Refers::role || m.refers == Refers::described;
      if (m.entities.empty() && !m.merged && spokesman && !m.plural) resolve_mention(s, &m);
      if (m.entities.size() != 1) continue;
      quoted_ = m.entities.front();
      return;
    }
  }
  // A transcript's speaker reads out what nobody here says: not whom he quoted before.
  const bool opens = std::any_of(s.tokens.begin(), s.tokens.end(), [](const text::Token& t) { return t.punct == '{'; });
  if (opens && labelled()) quoted_ = none;
}

// "[The German government] … in [Berlin]": what the user marked apart are two actors.
void Coreference::separate_marks(Sentence* s) {
  for (ActorMention& m : s->mentions) {
    if (!m.marked || m.entities.size() != 1 || entities_[m.entities.front()].kind == Kind::person) continue;
    const bool same = std::any_of(s->mentions.begin(), s->mentions.end(), [&](const ActorMention& o) {
      return o.marked && o.first < m.first && o.entities == m.entities &&
             text::fold(words_of(text_, *s, o.first, o.last)) != text::fold(words_of(text_, *s, m.first, m.last));
    });
    if (!same) continue;
    DocEntity e;
    e.name = words_of(text_, *s, m.first, m.last);
    e.kind = m.kind;
    e.country = entities_[m.entities.front()].country;
    m.entities = {add(std::move(e))};
  }
}

// A sentence may begin with a surname that is a common word, too: "Begum said", "Price said".
void Coreference::take_first_word(Sentence* s) const {
  if (s->chunks.empty() || s->chunks.front().kind != ChunkKind::noun || s->headline) return;
  NounPhrase& p = s->phrases[s->chunks.front().index];
  const Tagged& t = s->tagged[p.first];
  if (p.mention != none || p.last != p.first + 1 || t.tag != Tag::noun ||
      !(s->tokens[p.first].flags & text::capitalised) || !t.word)
    return;
  if (!surnames_.contains(std::string(t.word->folded))) return;
  ActorMention m;
  m.first = m.name_first = m.head = p.first;
  m.last = m.name_last = p.last;
  m.refers = Refers::person;
  p.mention = static_cast<std::uint32_t>(s->mentions.size());
  s->mentions.push_back(std::move(m));
}

void Coreference::resolve(Sentence* s) {
  take_first_word(s);
  if (s->mentions.empty()) return find_quoted(*s);
  std::vector<std::uint32_t>& order = order_;
  order.resize(s->mentions.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  // "two of | its soldiers" begin with their owner.
  const auto begins = [&](std::uint32_t i) {
    const ActorMention& m = s->mentions[i];
    return m.core == none ? m.first : m.core;
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return begins(a) != begins(b) ? begins(a) < begins(b) : a < b; });
  offer_epithets(s);
  find_roles(*s);
  // Owners and named actors first, so that roles and pronouns can lean on them.
  for (const std::uint32_t i : order) {
    ActorMention& m = s->mentions[i];
    if (m.merged) continue;
    if (m.refers == Refers::person || m.refers == Refers::actor || m.refers == Refers::capital) resolve_mention(*s, &m);
  }
  find_groups(*s);
  find_quoted(*s);
  // What stands in brackets is said aside: pronouns do not go back to it.
  const bool aside = !s->tokens.empty() && s->tokens.front().punct == '(';
  for (const std::uint32_t i : order) {
    ActorMention& m = s->mentions[i];
    if (m.merged) continue;
    if (m.entities.empty()) resolve_mention(*s, &m);
    if (m.entities.empty() && m.marked) resolve_marked(*s, &m);
    m.political = !m.entities.empty() && std::all_of(m.entities.begin(), m.entities.end(), [&](std::uint32_t e) {
      return entities_[e].known != no_actor || !entities_[e].office.empty();
    });
    if (!aside && m.refers != Refers::place) note(*s, m, roles_[i]);
    note_scene(*s, m);
  }
  withdraw_epithets(s);
  note_things(*s);
  separate_marks(s);
  find_groups(*s);
  for (std::size_t i = 0; i < groups_here_.size() && !aside; ++i) salience_.note_group(std::move(groups_here_[i]));
  salience_.shorten();
}

}  // namespace demarche::extract
