#include "extract/coreference.h"

#include <algorithm>

#include "extract/mentions.h"
#include "text/fold.h"

namespace demarche::extract {

using namespace rules;

namespace {

constexpr std::uint32_t memory = 4;  // sentences that a pronoun looks back over

bool contains_word(std::string_view folded, std::string_view word) {
  for (std::size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const bool left = at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '-';
    const std::size_t end = at + word.size();
    if (left && (end == folded.size() || folded[end] == ' ' || folded[end] == '-')) return true;
  }
  return false;
}

// Every word of `wanted` stands in `title`.
bool contains_words(std::string_view title, std::string_view wanted) {
  for (std::size_t from = 0; from < wanted.size();) {
    const std::size_t space = std::min(wanted.find(' ', from), wanted.size());
    if (space > from && !contains_word(title, wanted.substr(from, space - from))) return false;
    from = space + 1;
  }
  return true;
}

int year_of(std::string_view day) { return day.size() < 4 ? 0 : (day[0] - '0') * 1000 + (day[1] - '0') * 100 + (day[2] - '0') * 10 + (day[3] - '0'); }

// How many years a day lies outside a term; 0 inside it, also where the term's end or the day is unknown.
int years_from(const Term& term, std::string_view day) {
  if (day.empty()) return 0;
  const auto before = [](std::string_view a, std::string_view b) {
    const std::size_t n = std::min(a.size(), b.size());
    return a.substr(0, n) < b.substr(0, n);
  };
  if (!term.from.empty() && before(day, term.from)) return std::max(1, year_of(term.from) - year_of(day));
  if (!term.until.empty() && before(term.until, day)) return std::max(1, year_of(day) - year_of(term.until));
  return 0;
}

}  // namespace

Coreference::Coreference(std::string_view text, const PackTables& tables) : text_(text), tables_(tables), g_(tables.gazetteer) {}

void Coreference::start(std::string_view day, ActorIndex home) {
  day_ = day;
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
  by_name_.emplace(text::fold(e.name), number);
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
  if (m.known != no_actor) {
    refine(s, m, entity_of(m.known));
    return;
  }
  const bool full = m.name_last - m.name_first > 1;
  if (!full || (m.kind != Kind::person && s.headline)) return;
  if (m.candidates && std::any_of(m.candidates->begin(), m.candidates->end(), [](const NameRef& r) { return r.kind != NameKind::ambiguous; })) return;
  const std::string name = words_of(text_, s, m.name_first, m.name_last);
  const std::string surname = text::fold(text::view(text_, s.tokens[m.head]));
  if (const auto it = by_name_.find(text::fold(name)); it != by_name_.end()) {
    if (m.kind == Kind::person) entities_[it->second].weak = false;
    refine(s, m, it->second);
    return;
  }
  DocEntity e;
  e.name = name;
  e.kind = Kind::person;
  e.surname = surname;
  e.weak = m.kind != Kind::person;
  const std::uint32_t number = add(std::move(e));
  refine(s, m, number);
}

// 1 for Mr, Sir, King …; 2 for Mrs, Ms, Queen …; 0 where the title does not tell.
int Coreference::honorific_gender(const Sentence& s, const ActorMention& m) {
  static constexpr std::string_view men[] = {"mr", "sir", "king", "prince", "lord", "monsieur"};
  static constexpr std::string_view women[] = {"mrs", "ms", "miss", "queen", "princess", "lady", "dame", "madame", "madam"};
  for (std::uint32_t i = m.first; i < m.name_first; ++i) {
    const Word* w = s.tagged[i].word;
    if (w && std::find(std::begin(men), std::end(men), w->folded) != std::end(men)) return 1;
    if (w && std::find(std::begin(women), std::end(women), w->folded) != std::end(women)) return 2;
  }
  return 0;
}

void Coreference::refine(const Sentence& s, const ActorMention& m, std::uint32_t number) {
  DocEntity& e = entities_[number];
  if (e.country == no_actor) e.country = m.country;
  if (m.title_last && e.office.empty()) {
    e.office = title_of(s, m);
    for (auto& [title, known] : bearers_) {
      if (number < known.size()) known[number] = 0;
    }
  }
  const int gender = honorific_gender(s, m);
  if (gender == 1) e.male = true;
  if (gender == 2) e.female = true;
  if (e.sector.empty()) e.sector = m.sector.empty() ? "GOV" : m.sector;
}

void Coreference::collect(Sentence* s) {
  for (const ActorMention& m : s->mentions) {
    if (m.refers == Refers::person) collect_person(*s, m);
  }
  for (const auto& [token, acronym] : s->acronyms) name_acronym(*s, token, acronym);
}

// "the Southern Transitional Council (STC)": from here on the letters name it.
void Coreference::name_acronym(const Sentence& s, std::uint32_t token, const std::string& acronym) {
  for (const ActorMention& m : s.mentions) {
    if (m.last != token + 1 || m.refers == Refers::pronoun || m.refers == Refers::person) continue;
    ActorMention copy = m;
    if (m.known != no_actor) copy.entities = {entity_of(m.known)};
    else if (m.refers == Refers::described) resolve_described(s, &copy);
    if (copy.entities.size() == 1) by_name_.emplace(text::fold(acronym), copy.entities.front());
    return;
  }
}

std::uint32_t Coreference::person_by_surname(const Sentence& s, const ActorMention& m, const std::string& surname) const {
  const auto it = surnames_.find(surname);
  if (it == surnames_.end()) return none;
  std::vector<std::uint32_t> list = it->second;
  if (list.size() == 1) return list.front();
  const int gender = honorific_gender(s, m);
  std::erase_if(list, [&](std::uint32_t n) { return (gender == 1 && entities_[n].female) || (gender == 2 && entities_[n].male); });
  if (list.empty()) return none;
  if (list.size() == 1) return list.front();
  const std::string title = text::fold(title_of(s, m));
  std::uint32_t fits = none, count = 0;
  for (const std::uint32_t n : list) {
    const DocEntity& e = entities_[n];
    const bool title_fits = !title.empty() && contains_word(text::fold(e.office), title.substr(title.rfind(' ') + 1));
    const bool country_fits = m.country != no_actor && e.country == m.country;
    if (title_fits || country_fits) {
      fits = n;
      ++count;
    }
  }
  if (count == 1) return fits;
  for (auto r = salient_.rbegin(); r != salient_.rend(); ++r) {
    if (std::find(list.begin(), list.end(), r->entity) != list.end()) return r->entity;
  }
  return list.front();
}

// The gazetteer's person for a bare or titled surname: the one in office on the document's day.
ActorIndex Coreference::known_by_surname(const Sentence& s, const ActorMention& m, const std::string& surname) const {
  const auto* list = g_.by_surname(surname);
  std::vector<ActorIndex> candidates;
  if (list) candidates.assign(list->begin(), list->end());
  if (m.candidates) {
    for (const NameRef& r : *m.candidates) {
      if (r.actor != no_actor && g_[r.actor].kind == Kind::person && std::find(candidates.begin(), candidates.end(), r.actor) == candidates.end()) candidates.push_back(r.actor);
    }
  }
  const std::string title = text::fold(title_of(s, m));
  const std::string head = title.substr(title.rfind(' ') == std::string::npos ? 0 : title.rfind(' ') + 1);
  ActorIndex best = no_actor;
  int best_rank = 0;
  bool tie = false;
  for (const ActorIndex a : candidates) {
    if (m.country != no_actor && g_[a].home != m.country && g_[m.country].kind == Kind::state && g_[a].code != g_[m.country].code) continue;
    const int rank = standing(a, head, m.former);
    if (rank == 0 || rank < best_rank) continue;
    tie = rank == best_rank;
    best = a;
    best_rank = rank;
  }
  return tie ? no_actor : best;
}

ActorIndex Coreference::known_speaker(const std::string& surname, const std::string& label) const {
  const auto* list = g_.by_surname(surname);
  const std::string title = label.substr(0, label.find(' '));
  ActorIndex best = no_actor;
  int best_rank = 0;
  for (std::size_t i = 0; list && i < list->size(); ++i) {
    const int rank = std::max(standing((*list)[i], title, false) * 2, standing((*list)[i], "", false));
    if (rank <= best_rank || day_.empty()) continue;
    best = (*list)[i];
    best_rank = rank;
  }
  return best;
}

// How likely a bare surname means this person: in office on the day or near it, in a leading office, with the title that
// the text gives. 0 = not at all.
int Coreference::standing(ActorIndex person, std::string_view title_head, bool former) const {
  int rank = 0;
  for (const Term& t : g_[person].terms) {
    if (!title_head.empty() && !contains_word(t.folded_title, title_head)) continue;
    const int nearness = years_from(t, day_);
    if (nearness > 1 && !(former && !title_head.empty())) continue;
    const bool leading = t.office == "head-of-state" || t.office == "head-of-government" || t.office == "foreign-minister";
    rank = std::max(rank, (leading ? 8 : t.office == "organisation-head" || t.office == "defence-minister" ? 4 : 2) - std::min(nearness, 1));
  }
  return rank;
}

void Coreference::resolve_person(const Sentence& s, ActorMention* m) {
  if (m->known != no_actor) {
    m->entities = {entity_of(m->known)};
    return;
  }
  const std::string name = words_of(text_, s, m->name_first, m->name_last);
  if (const auto it = by_name_.find(text::fold(name)); it != by_name_.end()) {
    m->entities = {it->second};
    return;
  }
  const std::string surname = text::fold(text::view(text_, s.tokens[m->head]));
  std::uint32_t found = person_by_surname(s, *m, surname);
  if (found == none) {
    const ActorIndex known = known_by_surname(s, *m, surname);
    if (known != no_actor) found = entity_of(known);
  }
  if (found == none && m->kind == Kind::person) {
    DocEntity e;
    e.name = name;
    e.kind = Kind::person;
    e.surname = surname;
    found = add(std::move(e));
  }
  if (found == none) return;
  refine(s, *m, found);
  m->entities = {found};
}

bool Coreference::same_office(std::uint32_t entity, std::string_view title, Bearers* known) const {
  if (known->size() < entities_.size()) known->resize(entities_.size());
  std::uint8_t& answer = (*known)[entity];
  if (answer == 0) answer = bears(entities_[entity], title) ? 2 : 1;
  return answer == 2;
}

bool Coreference::bears(const DocEntity& e, std::string_view title) const {
  if (contains_words(text::fold(e.office), title)) return true;
  if (e.known == no_actor) return false;
  const auto& terms = g_[e.known].terms;
  return std::any_of(terms.begin(), terms.end(), [&](const Term& t) {
    return contains_words(t.folded_title, title) && !day_.empty() && years_from(t, day_) == 0;
  });
}

// "foreign minister" → foreign-minister, by the title's words.
std::string Coreference::office_category(const Sentence& s, const ActorMention& m) const {
  std::string title = text::fold(title_of(s, m));
  if (title.empty()) title = text::fold(text::view(text_, s.tokens[m.head]));
  const auto has = [&](std::string_view w) { return contains_word(title, w); };
  if (has("deputy") || has("vice") || has("assistant") || has("under") || has("former") || m.former) return "";
  if (has("minister") || has("secretary")) {
    if (has("foreign") || has("state") || has("external")) return "foreign-minister";
    if (has("defense") || has("defence")) return "defence-minister";
    if (has("finance") || has("treasury")) return "finance-minister";
    if (has("interior") || has("home")) return "interior-minister";
    if (has("prime")) return "head-of-government";
    return "";
  }
  if (has("premier") || has("chancellor") || has("taoiseach")) return "head-of-government";
  if (has("president") || has("king") || has("queen") || has("emir") || has("sultan") || has("pope")) return "head-of-state";
  if (has("leader") && title == "leader") return "leader";
  if (has("secretary-general") || has("chief") || has("director-general")) return "organisation-head";
  return "";
}

std::uint32_t Coreference::holder(std::string_view category, ActorIndex country) {
  if (category.empty() || country == no_actor) return none;
  const std::string_view id = g_[country].id;
  std::vector<ActorIndex> found;
  found = g_.holders(category, id, day_);
  return found.size() == 1 ? entity_of(found.front()) : none;
}

// "the Turkish leader": head of state or of government, whom the text has named; else the one whom there is.
std::uint32_t Coreference::leader_of(ActorIndex country) {
  if (country == no_actor) return none;
  const std::string id(g_[country].id);
  std::vector<ActorIndex> both = g_.holders("head-of-state", id, day_);
  for (const ActorIndex a : g_.holders("head-of-government", id, day_)) both.push_back(a);
  for (auto r = salient_.rbegin(); r != salient_.rend(); ++r) {
    const DocEntity& e = entities_[r->entity];
    if (e.known != no_actor && std::find(both.begin(), both.end(), e.known) != both.end()) return r->entity;
  }
  return both.size() == 1 ? entity_of(both.front()) : none;
}

void Coreference::resolve_role(const Sentence& s, ActorMention* m) {
  const Word& head = *s.tagged[m->head].word;
  const std::string_view lemma = head.noun_lemma.empty() ? std::string_view(head.folded) : head.noun_lemma;
  if (m->kind == Kind::government) {  // "the Obama administration"
    std::uint32_t owner = none;
    for (const ActorMention& o : s.mentions) {
      if (&o != m && o.refers == Refers::person && o.first >= m->first && o.last <= m->last && !o.entities.empty()) owner = o.entities.front();
    }
    if (m->owner != none && !s.mentions[m->owner].entities.empty()) owner = s.mentions[m->owner].entities.front();
    if (owner != none && lemma == "office") m->entities = {owner};
    else if (owner != none && entities_[owner].country != no_actor) m->entities = {entity_of(entities_[owner].country)};
    return;
  }
  if (m->owner != none && m->country == no_actor && !s.mentions[m->owner].entities.empty()) {
    m->country = entities_[s.mentions[m->owner].entities.front()].country;
  }
  std::string category = office_category(s, *m);
  if (lemma == "counterpart" && m->country != no_actor) {
    for (auto r = salient_.rbegin(); r != salient_.rend() && category.empty(); ++r) {
      const DocEntity& e = entities_[r->entity];
      if (e.kind != Kind::person) continue;
      ActorMention probe;
      for (const char* c : {"foreign-minister", "head-of-government", "head-of-state", "defence-minister", "finance-minister"}) {
        if (e.country == no_actor) break;
        const auto list = g_.holders(c, g_[e.country].id, day_);
        if (e.known != no_actor && std::find(list.begin(), list.end(), e.known) != list.end()) category = c;
      }
      break;
    }
  }
  const std::string given_title = text::fold(title_of(s, *m));
  const std::string title = given_title.empty() ? std::string(lemma) : given_title;
  // "the President" in a government's own text is that government's.
  const bool at_home = m->country == no_actor && m->owner == none && m->definite && home_ != no_actor && s.tokens[m->head].flags & text::capitalised &&
                       (title == "president" || title == "secretary" || title == "secretary of state" || title == "vice president");
  if (at_home) {
    const std::uint32_t own = holder(title == "secretary" ? "foreign-minister" : category, home_);
    if (own != none) {
      m->entities = {own};
      return;
    }
    m->country = home_;
  }
  // Someone of that office whom the text has named; the last one first.
  if (lemma != "counterpart") {
    Bearers& bearers = bearers_[title];
    const bool deputy = contains_word(given_title, "deputy");
    for (auto r = recent_.rbegin(); r != recent_.rend(); ++r) {
      const DocEntity& e = entities_[*r];
      if (e.kind != Kind::person || !same_office(*r, title, &bearers)) continue;
      if (m->country != no_actor && e.country != m->country) continue;
      if (m->country == no_actor && !m->definite && !(s.tokens[m->head].flags & text::capitalised)) continue;
      if (at_home && e.country != home_) continue;
      if (deputy != contains_word(text::fold(e.office), "deputy")) continue;
      m->entities = {*r};
      return;
    }
  }
  std::uint32_t found = category == "leader" ? leader_of(m->country) : holder(category, m->country);
  if (found != none) {
    m->entities = {found};
    return;
  }
  resolve_described(s, m);
}

// "the two leaders", "both ministers", "the presidents": the last two persons who fit.
void Coreference::resolve_plural_role(const Sentence& s, ActorMention* m) {
  const Word& head = *s.tagged[m->head].word;
  const bool any = head.noun_lemma == "leader" || head.noun_lemma == "side" || head.noun_lemma == "man" || head.noun_lemma == "pair" || head.noun_lemma == "official" ||
                   head.noun_lemma == "diplomat" || head.noun_lemma == "counterpart" || head.noun_lemma == "statesman";
  bool two = false;
  for (std::uint32_t i = m->first; i < m->head; ++i) {
    const Word* w = s.tagged[i].word;
    two = two || (w && (w->folded == "two" || w->folded == "both"));
  }
  if (head.noun_lemma == "official" && !two) return;
  const bool states = head.noun_lemma == "country" || head.noun_lemma == "nation" || head.noun_lemma == "government" || head.noun_lemma == "side";
  std::vector<std::uint32_t> found;
  Bearers& bearers = bearers_[std::string(head.noun_lemma)];
  for (auto r = recent_.rbegin(); r != recent_.rend() && found.size() < 2; ++r) {
    const DocEntity& e = entities_[*r];
    const bool person = e.kind == Kind::person && (any || same_office(*r, head.noun_lemma, &bearers)) && head.noun_lemma != "country";
    const bool state = states && e.kind == Kind::state && head.noun_lemma != "side";
    if (person || state) found.push_back(*r);
  }
  if (found.size() == 2) m->entities = {found[1], found[0]};
}

void Coreference::resolve_described(const Sentence& s, ActorMention* m) {
  const std::string name = described_name(text_, tables_, s, *m);
  if (name.empty()) return;
  const std::string key = text::fold(name);
  if (const auto it = by_name_.find(key); it != by_name_.end()) {
    m->entities = {it->second};
    return;
  }
  DocEntity e;
  e.name = name;
  e.kind = m->kind;
  e.country = m->country;
  e.sector = m->sector;
  e.plural = m->plural;
  m->entities = {add(std::move(e))};
}

void Coreference::pronoun_person(const Sentence& s, const ActorMention& m, bool female, bool object, FewNumbers* out) {
  const auto fits = [&](std::uint32_t n) {
    const DocEntity& e = entities_[n];
    return e.kind == Kind::person && !e.plural && !(female ? e.male : e.female);
  };
  // Earlier in the same sentence: its first person, but an object is not its own clause's subject.
  bool boundary = false;
  for (std::uint32_t i = 0; i < m.first; ++i) {
    const Tag t = s.tagged[i].tag;
    boundary = boundary || t == Tag::subordinator || t == Tag::relative || t == Tag::quote || t == Tag::stop;
  }
  std::uint32_t best = none, order = none;
  std::uint32_t first_here = none, first_position = none;
  for (const ActorMention& o : s.mentions) {
    if (o.last > m.first || o.entities.size() != 1 || !fits(o.entities.front())) continue;
    if (o.first < first_position) {
      first_position = o.first;
      first_here = o.entities.front();
    }
  }
  if (first_here != none && !(object && !boundary)) {
    *out = {first_here};
    return;
  }
  // "called Morrison to congratulate him": the last other person of the sentence.
  if (object) {
    std::uint32_t last = none;
    for (const ActorMention& o : s.mentions) {
      if (o.last > m.first || o.entities.size() != 1 || !fits(o.entities.front()) || o.entities.front() == first_here) continue;
      last = o.entities.front();
    }
    if (last != none) {
      *out = {last};
      return;
    }
  }
  std::uint32_t sentence = none;
  for (auto r = salient_.rbegin(); r != salient_.rend(); ++r) {
    if (s.number - r->sentence > memory) break;
    if (!fits(r->entity) || r->entity == first_here) continue;
    if (sentence == none) sentence = r->sentence;
    if (r->sentence != sentence) break;
    if (best == none || r->subject || r->position < order) {
      best = r->entity;
      order = r->position;
      if (r->subject) break;
    }
  }
  if (best != none) *out = {best};
}

// The plural actor that the last sentences speak of most: "them" goes back to it rather than to one named by the way.
std::uint32_t Coreference::often_named(std::uint32_t candidate, std::uint32_t here) const {
  std::uint32_t best = candidate;
  std::ptrdiff_t most = 0;
  for (auto r = salient_.rbegin(); r != salient_.rend() && here - r->sentence <= 2 * memory; ++r) {
    const DocEntity& e = entities_[r->entity];
    if (!e.plural || e.country == no_actor) continue;
    const auto count = std::count_if(salient_.begin(), salient_.end(), [&](const Salient& s) { return s.entity == r->entity; });
    if (count > most) {
      most = count;
      best = r->entity;
    }
  }
  return best;
}

void Coreference::pronoun_plural(const Sentence& s, const ActorMention& m, FewNumbers* out) {
  for (const ActorMention& o : s.mentions) {
    if (o.last <= m.first && o.entities.size() > 1) *out = o.entities;
  }
  if (!out->empty()) return;
  const std::uint32_t here = s.number;
  for (auto r = salient_.rbegin(); r != salient_.rend() && here - r->sentence <= 2 * memory; ++r) {
    const DocEntity& e = entities_[r->entity];
    const bool placed = e.country != no_actor || e.known != no_actor;
    if (e.plural && placed) {
      *out = {often_named(r->entity, here)};
      return;
    }
    if (((e.plural || e.kind == Kind::group) && here - r->sentence <= 2 && e.sector != "GOV" && e.name.find(' ') != std::string::npos)) {
      *out = {r->entity};
      return;
    }
  }
  // Two persons of the last sentence.
  std::vector<std::uint32_t> found;
  std::uint32_t sentence = none;
  for (auto r = salient_.rbegin(); r != salient_.rend() && here - r->sentence <= 2; ++r) {
    if (entities_[r->entity].kind != Kind::person) continue;
    if (sentence != none && r->sentence != sentence) break;
    sentence = r->sentence;
    if (std::find(found.begin(), found.end(), r->entity) == found.end()) found.push_back(r->entity);
  }
  if (found.size() == 2 && m.first == 0) *out = {found[1], found[0]};
}

// Only a verb, no clause boundary, lies between: the pronoun is the object of the other's clause.
bool Coreference::verb_between(const Sentence& s, std::uint32_t from, std::uint32_t to) {
  bool verb = false;
  for (std::uint32_t i = from; i < to; ++i) {
    const Tag t = s.tagged[i].tag;
    if (t == Tag::subordinator || t == Tag::relative || t == Tag::quote || t == Tag::stop || t == Tag::comma || t == Tag::conjunction) return false;
    if (t == Tag::verb && s.tagged[i].word && s.tagged[i].word->verb_props && s.tagged[i].word->verb_props->speech) return false;
    verb = verb || t == Tag::verb;
  }
  return verb;
}

void Coreference::pronoun_thing(const Sentence& s, const ActorMention& m, FewNumbers* out) {
  const auto fits = [&](std::uint32_t n) {
    const DocEntity& e = entities_[n];
    return e.kind != Kind::person && e.kind != Kind::other && !e.plural;
  };
  std::uint32_t position = none;
  for (const ActorMention& o : s.mentions) {
    if (o.last > m.first || o.entities.size() != 1 || !fits(o.entities.front())) continue;
    if (verb_between(s, o.last, m.first)) continue;
    if (o.first < position) {
      position = o.first;
      *out = {o.entities.front()};
    }
  }
  if (!out->empty()) return;
  for (auto r = salient_.rbegin(); r != salient_.rend() && s.number - r->sentence <= 1; ++r) {
    if (fits(r->entity) && r->subject) {
      *out = {r->entity};
      return;
    }
  }
}

void Coreference::resolve_pronoun(const Sentence& s, ActorMention* m) {
  const std::string_view f = s.tagged[m->head].word->folded;
  if (f == "he" || f == "his" || f == "him" || f == "himself") pronoun_person(s, *m, false, f == "him", &m->entities);
  else if (f == "she" || f == "her" || f == "herself") pronoun_person(s, *m, true, f == "her" && s.tagged[m->head].tag == Tag::pronoun, &m->entities);
  else if (f == "they" || f == "them" || f == "their") pronoun_plural(s, *m, &m->entities);
  else if (f == "it" || f == "its") pronoun_thing(s, *m, &m->entities);
  else if ((f == "i" || f == "me" || f == "my") && speaker_ != none) m->entities = {speaker_};
  else if ((f == "we" || f == "us" || f == "our") && speaker_ != none) {
    const ActorIndex country = entities_[speaker_].country;
    if (country != no_actor) m->entities = {entity_of(country)};
  }
}

// The user's own name and code for a marked entity.
void Coreference::resolve_marked(const Sentence& s, ActorMention* m) {
  const GivenMention& given = *m->marked;
  const std::string name = given.name.empty() ? words_of(text_, s, m->name_last ? m->name_first : m->first, m->name_last ? m->name_last : m->last) : given.name;
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

void Coreference::resolve_mention(Sentence& s, ActorMention* m) {
  if (m->marked && !(m->marked->name.empty() && m->marked->code.empty())) return resolve_marked(s, m);
  switch (m->refers) {
    case Refers::person: return resolve_person(s, m);
    case Refers::actor: case Refers::capital:
      m->entities = {entity_of(m->known)};
      return;
    case Refers::place:
      if (m->country != no_actor) m->entities = {entity_of(m->country)};
      return;
    case Refers::role: return resolve_role(s, m);
    case Refers::described:
      if (m->plural && m->definite && m->country == no_actor && m->owner == none) {
        resolve_plural_role(s, m);
        if (!m->entities.empty()) return;
      }
      return resolve_described(s, m);
    case Refers::pronoun: return resolve_pronoun(s, m);
  }
}

void Coreference::note(const Sentence& s, const ActorMention& m, bool subject) {
  // "his leadership as African Union chairperson": a capacity, nobody new.
  if (m.first > 0 && s.tagged[m.first - 1].word && s.tagged[m.first - 1].word->folded == "as") return;
  for (const std::uint32_t e : m.entities) {
    salient_.push_back({e, s.number, m.first, subject});
    if (const auto it = std::find(recent_.rbegin(), recent_.rend(), e); it != recent_.rend()) recent_.erase(std::next(it).base());
    recent_.push_back(e);
  }
}

// "[The German government] … in [Berlin]": what the user marked apart are two actors.
void Coreference::separate_marks(Sentence* s) {
  for (ActorMention& m : s->mentions) {
    if (!m.marked || m.entities.size() != 1 || entities_[m.entities.front()].kind == Kind::person) continue;
    const bool same = std::any_of(s->mentions.begin(), s->mentions.end(), [&](const ActorMention& o) {
      return o.marked && o.first < m.first && o.entities == m.entities && text::fold(words_of(text_, *s, o.first, o.last)) != text::fold(words_of(text_, *s, m.first, m.last));
    });
    if (!same) continue;
    DocEntity e;
    e.name = words_of(text_, *s, m.first, m.last);
    e.kind = m.kind;
    e.country = entities_[m.entities.front()].country;
    m.entities = {add(std::move(e))};
  }
}

void Coreference::resolve(Sentence* s) {
  std::vector<std::uint32_t>& order = order_;
  order.resize(s->mentions.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return s->mentions[a].first != s->mentions[b].first ? s->mentions[a].first < s->mentions[b].first : a < b;
  });
  std::uint32_t first_verb = none;
  for (const VerbGroup& v : s->verbs) first_verb = std::min(first_verb, v.first);
  // Owners and named actors first, so that roles and pronouns can lean on them.
  for (const std::uint32_t i : order) {
    ActorMention& m = s->mentions[i];
    if (m.merged) continue;
    if (m.refers == Refers::person || m.refers == Refers::actor || m.refers == Refers::capital) resolve_mention(*s, &m);
  }
  // What stands in brackets is said aside: pronouns do not go back to it.
  const bool aside = !s->tokens.empty() && s->tokens.front().punct == '(';
  const std::size_t before = salient_.size();
  for (const std::uint32_t i : order) {
    ActorMention& m = s->mentions[i];
    if (m.merged) continue;
    if (m.entities.empty()) resolve_mention(*s, &m);
    if (m.entities.empty() && m.marked) resolve_marked(*s, &m);
    m.political = !m.entities.empty() && std::all_of(m.entities.begin(), m.entities.end(), [&](std::uint32_t e) { return entities_[e].known != no_actor || !entities_[e].office.empty(); });
    if (!aside && m.refers != Refers::place) note(*s, m, m.first < first_verb && m.owner == none);
  }
  separate_marks(s);
  if (salient_.size() > 4096) salient_.erase(salient_.begin(), salient_.begin() + static_cast<std::ptrdiff_t>(before / 2));
}

}  // namespace demarche::extract
