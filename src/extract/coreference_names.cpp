// Persons by their names: surnames back to full names, bare surnames to who was in office.
#include <algorithm>

#include "extract/coreference.h"
#include "extract/mentions.h"
#include "extract/office_words.h"
#include "text/fold.h"

namespace demarche::extract {

using namespace rules;

namespace {

constexpr int years_remembered = 12;  // a surname alone means a former leader for so long

// "minister" of "foreign minister" and of "minister of foreign affairs".
std::string head_of_title(const std::string& title) {
  const std::size_t end = std::min({title.size(), title.find(" of "), title.find(" for ")});
  const std::size_t space = title.rfind(' ', end == 0 ? 0 : end - 1);
  return space == std::string::npos ? title.substr(0, end) : title.substr(space + 1, end - space - 1);
}

}  // namespace

std::uint32_t Coreference::person_by_surname(const Sentence& s, const ActorMention& m,
                                             const std::string& surname) const {
  const auto it = surnames_.find(surname);
  if (it == surnames_.end()) return person_by_first_name(m, surname);
  std::vector<std::uint32_t> list = it->second;
  const int gender = honorific_gender(s, m);
  std::erase_if(list, [&](std::uint32_t n) {
    return (gender == 1 && entities_[n].female) || (gender == 2 && entities_[n].male);
  });
  if (list.empty()) return none;
  if (m.title_last != 0 && !m.former && m.name_last == m.name_first + 1) {
    const std::string title = folded_title(s, m);
    if (!office_category(title).empty() || title == "vice president") {
      // "President A" is nobody of that surname of whom only another calling is known, where A holds the office.
      const auto another = [&](std::uint32_t n) { return kin_of_holder(m, n, title, surname); };
      if (std::all_of(list.begin(), list.end(), another)) return none;
    }
  }
  if (list.size() == 1) return list.front();
  const std::string title = folded_title(s, m);
  std::uint32_t fits = none, count = 0;
  for (const std::uint32_t n : list) {
    const DocEntity& e = entities_[n];
    const bool title_fits = !title.empty() && contains_word(e.folded_office, title.substr(title.rfind(' ') + 1));
    const bool country_fits = m.country != no_actor && e.country == m.country;
    if (title_fits || country_fits) {
      fits = n;
      ++count;
    }
  }
  if (count == 1) return fits;
  // "Kim met Moon. Kim's sister, Kim Yo Jong, was there. Kim left": whom the text has called so.
  const auto called = m.title_last == 0 ? bare_.find(surname) : bare_.end();
  if (called != bare_.end() && std::find(list.begin(), list.end(), called->second) != list.end()) return called->second;
  for (auto r = salience_.told().rbegin(); r != salience_.told().rend(); ++r) {
    if (std::find(list.begin(), list.end(), r->entity) != list.end()) return r->entity;
  }
  return list.front();
}

// The entity does not bear the title, and somebody else of the surname holds the office on the document's days.
bool Coreference::kin_of_holder(const ActorMention& m, std::uint32_t n, const std::string& title,
                                const std::string& surname) const {
  const DocEntity& e = entities_[n];
  if (days_.empty() || bears(e, title)) return false;
  const auto* const list = g_.by_surname(surname);
  if (!list) return false;
  return std::any_of(list->begin(), list->end(), [&](ActorIndex a) {
    if (a == e.known || (m.country != no_actor && g_[a].home != m.country)) return false;
    return std::any_of(g_[a].terms.begin(), g_[a].terms.end(), [&](const Term& t) {
      if (years_outside(t) != 0 || contains_word(t.folded_title, "vice") != contains_word(title, "vice")) return false;
      // "Minister of Foreign Affairs Chung", whom the data title Foreign Minister
      return contains_words(t.folded_title, title) ||
             (t.office == "foreign-minister" && office_category(title) == "foreign-minister" &&
              !contains_word(title, "deputy") && !contains_word(title, "assistant"));
    });
  });
}

// "Meng" after "Meng Wanzhou", "Abiy" after "Abiy Ahmed": the one person of the text whose name begins so.
std::uint32_t Coreference::person_by_first_name(const ActorMention& m, const std::string& name) const {
  if (m.name_last != m.name_first + 1) return none;
  const auto it = first_names_.find(name);
  if (it == first_names_.end()) return none;
  std::uint32_t found = none;
  for (const std::uint32_t n : it->second) {
    if (entities_[n].described || entities_[n].plural) continue;
    if (found != none) return none;
    found = n;
  }
  return found;
}

// The gazetteer's person for a bare or titled surname: the one in office on the document's day.
ActorIndex Coreference::known_by_surname(const Sentence& s, const ActorMention& m, const std::string& surname) const {
  std::vector<ActorIndex> candidates;
  const auto add = [&](const std::string& form) {
    const auto* list = g_.by_surname(form);
    if (list) candidates.insert(candidates.end(), list->begin(), list->end());
  };
  add(surname);
  if (m.candidates) {
    for (const NameRef& r : *m.candidates) {
      if (r.actor != no_actor && g_[r.actor].kind == Kind::person &&
          std::find(candidates.begin(), candidates.end(), r.actor) == candidates.end())
        candidates.push_back(r.actor);
    }
  }
  // "al-Kadhimi", "Kadhimi" and "el-Kadhimi" are one name.
  if (candidates.empty()) {
    const std::string plain = without_articles(surname);
    for (const std::string& form : {plain, "al-" + plain, "el-" + plain}) {
      if (form != surname && candidates.empty()) add(form);
    }
  }
  const std::string title = folded_title(s, m);
  const std::string head = head_of_title(title);
  ActorIndex best = no_actor;
  int best_rank = 0;
  bool tie = false;
  for (const ActorIndex a : candidates) {
    if (m.country != no_actor && g_[a].home != m.country && g_[m.country].kind == Kind::state &&
        g_[a].code != g_[m.country].code)
      continue;
    const int rank = standing(a, head, m.former);
    if (rank == 0 || rank < best_rank) continue;
    tie = rank == best_rank;
    best = a;
    best_rank = rank;
  }
  // "General Petraeus", "Ambassador Khalilzad": the only one of that name whom one calls so on that day, or who was so
  // before his present office.
  if (best == no_actor && !head.empty() && !days_.empty()) {
    ActorIndex courteous = no_actor;
    int fit = 0;
    for (const ActorIndex a : candidates) {
      const KnownActor& k = g_[a];
      if (m.country != no_actor && k.home != m.country && k.code != g_[m.country].code) continue;
      const auto& terms = k.terms;
      const bool holds = std::any_of(terms.begin(), terms.end(), [&](const Term& t) {
        return by_courtesy(head, t.office) && years_outside(t) == 0;
      });
      const bool was =
          std::any_of(terms.begin(), terms.end(), [&](const Term& t) { return contains_word(t.folded_title, head); }) &&
          std::any_of(terms.begin(), terms.end(), [&](const Term& t) { return years_outside(t) == 0; });
      if (!holds && !was) continue;
      courteous = a;
      ++fit;
    }
    if (fit == 1) return courteous;
  }
  if (best == no_actor && !tie) best = leader_before(m, candidates, head);
  if (best == no_actor) return holder_so_called(s, m);
  return tie ? no_actor : best;
}

namespace {

// Whether the words of `part` stand in `whole` in their order.
bool words_in_order(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  while (!part.empty()) {
    const std::size_t end = std::min(part.find(' '), part.size());
    const std::string_view word = part.substr(0, end);
    for (;; ++at) {
      at = whole.find(word, at);
      if (at == std::string_view::npos) return false;
      const std::size_t behind = at + word.size();
      if ((at == 0 || whole[at - 1] == ' ') && (behind == whole.size() || whole[behind] == ' ')) break;
    }
    at += word.size();
    part.remove_prefix(std::min(end + 1, part.size()));
  }
  return true;
}

}  // namespace

// "Saudi Foreign Minister bin Farhan", "Malaysian Prime Minister Mahathir", "UAE Foreign Minister Abdullah bin Zayed
// bin Sultan Al Nahyan": the holder of that office, by a part of his name or by more of it than the data have.
ActorIndex Coreference::holder_so_called(const Sentence& s, const ActorMention& m) const {
  if (m.country == no_actor || m.title_last == 0 || m.former || days_.empty()) return no_actor;
  const std::string_view category = office_category(folded_title(s, m));
  if (category.empty()) return no_actor;
  const std::string called = without_articles(text::fold(words_of(text_, s, m.name_first, m.name_last)));
  ActorIndex found = no_actor;
  for (const ActorIndex a : office_holders(category, g_[m.country].id)) {
    const std::string name = without_articles(text::fold(g_[a].name));
    const bool more = name.find(' ') != std::string::npos && words_in_order(name, called);
    if (!more && !words_in_order(called, name)) continue;
    if (found != no_actor) return no_actor;
    found = a;
  }
  return found;
}

// "Obama" years after: whoever of the surname led a state last before that day and not too long ago.
ActorIndex Coreference::leader_before(const ActorMention& m, const std::vector<ActorIndex>& candidates,
                                      std::string_view title_head) const {
  if (days_.empty()) return no_actor;
  ActorIndex best = no_actor;
  int nearest = years_remembered;
  bool tie = false;
  for (const ActorIndex a : candidates) {
    if (m.country != no_actor && g_[a].home != m.country) continue;
    for (const Term& t : g_[a].terms) {
      if (t.office != "head-of-state" && t.office != "head-of-government") continue;
      if (!title_head.empty() && !contains_word(t.folded_title, title_head)) continue;
      if (t.until.empty() || std::string_view(t.until) > days_.front()) continue;
      const int since = years_outside(t);
      if (since > nearest || (since == nearest && best == a)) continue;
      tie = since == nearest && best != no_actor;
      best = a;
      nearest = since;
    }
  }
  return tie ? no_actor : best;
}

// "Spanish Prime Minister Pedro Sánchez": of all known people of this name the one of the country, then the one whose
// office fits the title and the day; the first where nothing tells.
ActorIndex Coreference::namesake(const Sentence& s, const ActorMention& m) const {
  const std::string title = folded_title(s, m);
  const std::string head = head_of_title(title);
  ActorIndex best = m.known;
  int best_rank = -1;
  for (const NameRef& r : *m.candidates) {
    if (r.kind != NameKind::full || r.actor == no_actor || g_[r.actor].kind != Kind::person) continue;
    const bool home =
        m.country != no_actor && (g_[r.actor].home == m.country || g_[r.actor].code == g_[m.country].code);
    const int rank = (home ? 100 : 0) + 2 * standing(r.actor, head, m.former) + standing(r.actor, "", m.former);
    if (rank <= best_rank) continue;
    best = r.actor;
    best_rank = rank;
  }
  return best;
}

// "Turkish Foreign Minister Ahmed Davutoglu": surname, country and office on the day are a known person's, and the
// first name is his but for a letter or two.
ActorIndex Coreference::known_by_another_spelling(const Sentence& s, const ActorMention& m) const {
  if (m.country == no_actor) return no_actor;
  const ActorIndex known = known_by_surname(s, m, text::fold(text::view(text_, s.tokens[m.head])));
  if (known == no_actor) return no_actor;
  const std::string first = text::fold(text::view(text_, s.tokens[m.name_first]));
  const std::string name = text::fold(g_[known].name);
  const std::string own = name.substr(0, name.find(' '));
  if (first.empty() || own.empty() || first[0] != own[0]) return no_actor;
  const unsigned slips = std::min(first.size(), own.size()) < 5 ? 1 : 2;
  return text::edit_distance(first, own, slips) <= slips ? known : no_actor;
}

// "Sameh Hassan Shoukry" in the office of Sameh Shoukry: first and last name, country and office are a known person's.
// "Foreign Minister Badr Al Busaidi": the name of Badr al-Busaidi. `folded_` is the whole name.
ActorIndex Coreference::known_by_outer_names(const Sentence& s, const ActorMention& m) const {
  if (m.title_last == 0 || m.head == m.name_first || days_.empty()) return no_actor;
  if (const ActorIndex holder = holder_so_called(s, m); holder != no_actor) return holder;
  if (m.head == m.name_first + 1) return known_by_another_spelling(s, m);
  const std::string surname = text::fold(text::view(text_, s.tokens[m.head]));
  const ActorIndex known = known_by_surname(s, m, surname);
  if (known == no_actor) return no_actor;
  const std::string name = text::fold(g_[known].name);
  std::string whole;
  words_to(text_, s, m.name_first, m.head + 1, &whole);
  if (without_articles(name) == without_articles(text::fold(whole))) return known;
  if (m.country == no_actor) return no_actor;
  const std::string first = text::fold(text::view(text_, s.tokens[m.name_first]));
  return name == first + " " + surname ? known : no_actor;
}

ActorIndex Coreference::known_speaker(const std::string& surname, const std::string& label) const {
  const auto* list = g_.by_surname(surname);
  const std::string title = label.substr(0, label.find(' '));
  ActorIndex best = no_actor;
  int best_rank = 0;
  for (std::size_t i = 0; list && i < list->size(); ++i) {
    const int rank = std::max(standing((*list)[i], title, false) * 2, standing((*list)[i], "", false));
    if (rank <= best_rank || days_.empty()) continue;
    best = (*list)[i];
    best_rank = rank;
  }
  return best;
}

ActorIndex Coreference::office_speaker(const std::string& label) const {
  ActorIndex found = no_actor;
  if (days_.empty()) return found;
  // Somebody of that office whom the text names goes before all others.
  for (const DocEntity& e : entities_) {
    if (e.known == no_actor || e.kind != Kind::person || !bears(e, label)) continue;
    if (found != no_actor && found != e.known) return no_actor;
    found = e.known;
  }
  if (found != no_actor) return found;
  for (ActorIndex a = 0; a < g_.actors().size(); ++a) {
    const KnownActor& k = g_[a];
    if (k.kind != Kind::person) continue;
    const bool holds = std::any_of(k.terms.begin(), k.terms.end(),
                                   [&](const Term& t) { return t.folded_title == label && years_outside(t) == 0; });
    if (!holds) continue;
    if (found != no_actor) return no_actor;
    found = a;
  }
  return found;
}

// How likely a bare surname means this person: in office on the day or near it, in a leading office, with the title
// that the text gives. 0 = not at all.
int Coreference::standing(ActorIndex person, std::string_view title_head, bool former) const {
  if (title_head.ends_with("-elect")) title_head.remove_suffix(6);
  if (title_head == "advisor") title_head = "adviser";
  // "spokesperson" calls whoever is titled spokesman or spokeswoman.
  const bool speaks = title_head.starts_with("spokes");
  int rank = 0;
  for (const Term& t : g_[person].terms) {
    const bool titled = speaks ? t.office == "spokesperson" : contains_word(t.folded_title, title_head);
    if (!title_head.empty() && !titled) continue;
    const int nearness = years_outside(t);
    if (nearness > 1 && !(former && !title_head.empty())) continue;
    const bool leading =
        t.office == "head-of-state" || t.office == "head-of-government" || t.office == "foreign-minister";
    // Whom a bare "Guterres" means goes before a president of that name.
    const bool of_all = t.office == "organisation-head" && t.of == "org.un";
    rank = std::max(rank, (of_all                                                              ? 9
                           : leading && t.folded_title == "supreme leader"                     ? 10
                           : leading                                                           ? 8
                           : t.office == "organisation-head" || t.office == "defence-minister" ? 4
                                                                                               : 2) -
                              std::min(nearness, 1));
  }
  return rank;
}

bool Coreference::of_other_sex(const Sentence& s, const ActorMention& m, std::uint32_t entity) const {
  const DocEntity& e = entities_[entity];
  const int gender = m.name_first > m.first ? honorific_gender(s, m) : 0;
  return e.known != no_actor && ((gender == 1 && e.female && !e.male) || (gender == 2 && e.male && !e.female));
}

// "Mrs. Obama" beside President Obama: somebody else of the family, without the surname that alone means him.
std::uint32_t Coreference::spouse(const Sentence& s, const ActorMention& m) {
  const std::string name = words_of(text_, s, m.name_first - 1, m.name_last);
  if (const auto it = by_name_.find(text::fold(name)); it != by_name_.end()) return it->second;
  DocEntity e;
  e.name = name;
  e.kind = Kind::person;
  const int gender = honorific_gender(s, m);
  e.male = gender == 1;
  e.female = gender == 2;
  return add(std::move(e));
}

// "President and Mrs. Obama": the office before the pair is the other one's.
bool Coreference::shares_title(const Sentence& s, const ActorMention& m) {
  const Word* const office = m.first < 2 ? nullptr : s.tagged[m.first - 2].word;
  return office && s.tagged[m.first - 1].tag == Tag::conjunction && office->is_title(office_head);
}

// "Bin Salman" after "Mohammed bin Salman": not his father; none where no such particle opens the name, or nobody was
// called so.
std::uint32_t Coreference::called_by_father(const Sentence& s, const ActorMention& m) const {
  const auto particle = [&](std::uint32_t i) {
    const Word* const w = s.tagged[i].word;
    return w && (w->reads("bin") || w->reads("ibn") || w->reads("bint"));
  };
  const bool inside = particle(m.name_first);
  if (m.title_last != 0 || !(inside || (m.name_first > m.first && particle(m.name_first - 1)))) return none;
  const std::string name = text::fold(words_of(text_, s, inside ? m.name_first : m.name_first - 1, m.name_last));
  const auto& told = salience_.told();
  const auto last = std::find_if(told.rbegin(), told.rend(), [&](const Told& t) {
    return entities_[t.entity].kind == Kind::person && contains_words(entities_[t.entity].folded_name, name);
  });
  return last == told.rend() ? none : last->entity;
}

void Coreference::resolve_person(const Sentence& s, ActorMention* m) {
  if (const std::uint32_t son = called_by_father(s, *m); son != none) {
    m->entities = {son};
    return;
  }
  if (m->known != no_actor) {
    m->entities = {entity_of(m->known)};
    return;
  }
  words_to(text_, s, m->name_first, m->name_last, &name_);
  text::fold_to(name_, &folded_);
  if (const auto it = by_name_.find(folded_); it != by_name_.end()) {
    m->entities = {it->second};
    return;
  }
  const bool several = m->head + 1 != m->name_last || m->name_first != m->head;
  if (several && !g_.by_surname(folded_)) text::fold_to(text::view(text_, s.tokens[m->head]), &folded_);
  std::uint32_t found = person_by_surname(s, *m, folded_);
  if (found == none) {
    const ActorIndex known = known_by_surname(s, *m, folded_);
    // "the West": before a bare surname stands no article.
    const Word* const opens = s.tagged[m->first].word;
    const bool article = m->first + 1 == m->name_first && m->name_first == m->head && opens && opens->reads("the");
    if (known != no_actor && !(article && g_[known].kind == Kind::person)) found = entity_of(known);
  }
  if (found != none && of_other_sex(s, *m, found)) {
    const std::uint32_t holder = found;
    found = spouse(s, *m);
    m->entities = {found};
    if (shares_title(s, *m)) m->entities.insert(m->entities.begin(), holder);
    return;
  }
  if (found == none && m->kind == Kind::person) {
    DocEntity e;
    e.name = name_;
    e.kind = Kind::person;
    e.surname = folded_;
    found = add(std::move(e));
  }
  if (found == none) return;
  refine(s, *m, found);
  m->entities = {found};
  if (m->name_last == m->name_first + 1 && m->title_last == 0) bare_[folded_] = found;
}

}  // namespace demarche::extract
