// Definite phrases that call an actor of the text by what it is: "the kingdom", "the Gulf state", "the strongman".
//
// What is true of whom stands in rules/lexicon/epithets.toml. Where two of the text fit equally, nobody is meant.
#include <algorithm>

#include "extract/coreference.h"
#include "text/fold.h"

namespace demarche::extract {

using namespace rules;

namespace {

constexpr std::uint32_t reach_bare = 1;   // sentences back to a state, a group or a person of no further mark
constexpr std::uint32_t reach_facts = 6;  // and to whom alone the words fit

bool among(const TableList<TableString>* list, std::string_view word) {
  return list && std::find(list->begin(), list->end(), word) != list->end();
}

}  // namespace

// The words before the noun, each of which must be known.
bool Coreference::read_epithet(const Sentence& s, const ActorMention& m, Epithet* out) const {
  const bool plain = m.definite && !m.his && !m.given && m.owner == none && m.name_last == 0 && m.last == m.head + 1 &&
                     m.country == no_actor && s.tagged[m.head].word;
  if (!plain) return false;
  const Vocabulary& v = tables_.vocabulary;
  const std::string_view noun = s.tagged[m.head].word->noun_lemma;
  out->noun = noun;
  out->state = among(v.set("epithet_state"), noun);
  out->group = m.plural ? among(v.set("epithet_fighters"), noun) : among(v.set("epithet_group"), noun);
  std::string key = "epithet_";
  const auto fact = [&](std::string_view word) {
    key.resize(8);
    key += word;
    if (const auto* const true_of = v.set(key)) out->facts.push_back(true_of);
    return v.set(key) != nullptr;
  };
  const bool of_noun = noun != "state" && noun != "group" && fact(noun);
  if (m.plural != (out->group && m.plural)) return false;
  if (!out->state && !out->group && !of_noun) return false;
  for (std::uint32_t i = m.first; i < m.head; ++i) {
    const Tagged& t = s.tagged[i];
    if (t.tag == Tag::determiner || t.tag == Tag::number) continue;
    if (!t.word) return false;
    if (!among(v.set("epithet_neutral"), t.word->folded) && !fact(t.word->folded) &&
        !t.word->folded.ends_with("-nation") && !t.word->folded.ends_with("-member"))
      return false;
  }
  return noun != "state" || !out->facts.empty();  // "the state" is as well what rules any country
}

// The one whom the words fit: of the sentence told of last, and there the subject where several fit.
template <typename Fits>
std::uint32_t Coreference::only_told(const Sentence& s, const ActorMention& m, std::uint32_t reach,
                                     const Fits& fits) const {
  std::uint32_t found = none, sentence = 0, others = 0;
  bool subject = false, subjects = false;
  const auto& told = salience_.told();
  for (auto r = told.rbegin(); r != told.rend() && s.number - r->sentence <= reach; ++r) {
    if (r->sentence == s.number && r->position >= m.first) continue;
    if (found != none && r->sentence != sentence) break;
    const std::uint32_t n = fits(r->entity);
    if (n == none) continue;
    sentence = r->sentence;
    const bool acts = r->role == Role::subject;
    if (found == none || (acts && !subject)) {
      others += found != none && n != found ? 1 : 0;
      found = n;
      subject = acts;
    } else if (n != found) {
      ++others;
      subjects = subjects || (acts && subject);
    }
  }
  return found != none && (others == 0 || (subject && !subjects)) ? found : none;
}

// "the kingdom thanked Qatar": whom the clause names beside it is somebody else. "To attack Hamas and drive the group
// out": a verb's object may be that of another verb before.
bool Coreference::named_beside(const Sentence& s, const ActorMention& m, std::uint32_t n) const {
  const auto ends = [&](std::uint32_t i) {
    const Tag t = s.tagged[i].tag;
    const Word* const next = t == Tag::comma && i + 1 < s.tagged.size() ? s.tagged[i + 1].word : nullptr;
    return t == Tag::subordinator || t == Tag::relative || t == Tag::quote || t == Tag::stop || t == Tag::conjunction ||
           (t == Tag::to && i < m.first) || (next && next->reads("as"));
  };
  std::uint32_t from = m.first, to = m.last;
  while (from > 0 && !ends(from - 1)) --from;
  while (to < s.tagged.size() && !ends(to)) ++to;
  return std::any_of(s.mentions.begin(), s.mentions.end(), [&](const ActorMention& o) {
    return &o != &m && !o.merged && o.first >= from && o.last <= to &&
           std::find(o.entities.begin(), o.entities.end(), n) != o.entities.end();
  });
}

// Whom "the kingdom", "the militants", "the bloc" mean; none where nobody fits or several do.
std::uint32_t Coreference::called_by_epithet(const Sentence& s, const ActorMention& m) {
  if (m.kind == Kind::person && !m.plural) return called_by_calling(s, m);
  Epithet epithet;
  if (!read_epithet(s, m, &epithet)) return called_by_last_word(s, m);
  // "the country" acts for the state told of last; "around the country" may be anywhere.
  const bool acts = roles_[static_cast<std::size_t>(&m - s.mentions.data())] == Role::subject;
  if (epithet.state && epithet.facts.empty() && (labelled() || !acts)) return none;
  const auto true_of = [&](ActorIndex a) {
    return std::all_of(epithet.facts.begin(), epithet.facts.end(),
                       [&](const auto* list) { return among(list, g_[a].id.view()); });
  };
  const bool of_states = epithet.state || epithet.noun == "junta" || epithet.noun == "island";
  const auto fits = [&](std::uint32_t n) -> std::uint32_t {
    const DocEntity& e = entities_[n];
    if (named_beside(s, m, n)) return none;
    if (epithet.group)
      return e.kind == Kind::group && e.known != no_actor && (!m.plural || e.sector == "REB") ? n : none;
    if (!of_states) return e.known != no_actor && true_of(e.known) ? n : none;
    if (e.kind == Kind::state && e.known != no_actor) return true_of(e.known) ? n : none;
    return none;
  };
  const std::uint32_t found = only_told(s, m, epithet.facts.empty() ? reach_bare : reach_facts, fits);
  if (found == none && epithet.group) return called_by_last_word(s, m);
  if (found != none || epithet.facts.empty()) return found;
  // "King Salman …. The kingdom", "EU ministers …. The bloc": that of those told of.
  return only_told(s, m, reach_facts, [&](std::uint32_t n) -> std::uint32_t {
    const auto fits_it = [&](ActorIndex a) {
      return a != no_actor && (g_[a].kind == Kind::state) == of_states && true_of(a);
    };
    ActorIndex own = entities_[n].country;
    if (!fits_it(own) && entities_[n].known != no_actor && entities_[n].kind == Kind::person) {
      // "Stoltenberg spoke. The alliance": the body whose office he holds.
      for (const Term& t : g_[entities_[n].known].terms) {
        if (const ActorIndex body = g_.find_id(t.of); years_outside(t) == 0 && fits_it(body)) own = body;
      }
    }
    if (!fits_it(own)) return none;
    const std::uint32_t of = entity_of(own);
    return named_beside(s, m, of) ? none : of;
  });
}

// "the Council" after "the Security Council", "the Commission" after "the African Union": the body told of whose name
// ends so, else the one that a body told of has.
std::uint32_t Coreference::called_by_last_word(const Sentence& s, const ActorMention& m) {
  const bool plain = m.definite && !m.his && !m.given && !m.plural && m.owner == none && m.name_last == 0 &&
                     m.country == no_actor && m.first + 1 == m.head && m.last == m.head + 1;
  if (!plain) return none;
  const Vocabulary& v = tables_.vocabulary;
  const std::string_view noun = s.tagged[m.head].word ? s.tagged[m.head].word->noun_lemma : std::string_view();
  if (noun == "administration") return none;  // the government's, not the "… Administration" told of
  const bool firm = among(v.set("epithet_firm"), noun);
  if (firm || among(v.set("epithet_body"), noun)) {
    const std::uint32_t found = only_told(s, m, reach_bare + 1, [&](std::uint32_t n) -> std::uint32_t {
      const DocEntity& e = entities_[n];
      const bool fits = e.known != no_actor && e.kind == Kind::organisation && (e.sector == "BUS") == firm;
      return fits && !named_beside(s, m, n) ? n : none;
    });
    if (found != none) return found;
  }
  const std::string ending = " " + text::fold(text::view(text_, s.tokens[m.head]));
  const auto body = [&](std::uint32_t n) {
    const DocEntity& e = entities_[n];
    return e.known != no_actor && e.kind != Kind::person && e.kind != Kind::state && !named_beside(s, m, n);
  };
  const auto& told = salience_.told();
  const auto since = [&](auto t) { return t != told.rend() && s.number - t->sentence <= reach_facts; };
  for (auto t = told.rbegin(); since(t); ++t) {
    if (body(t->entity) && entities_[t->entity].folded_name.ends_with(ending)) return t->entity;
  }
  for (auto t = told.rbegin(); since(t); ++t) {
    if (!body(t->entity)) continue;
    std::uint32_t node = 0;
    for (const std::string& word : name_words(entities_[t->entity].name + ending)) {
      node = g_.step(node, g_.name_word(word));
      if (node == 0) break;
    }
    const NameRefs* const names = node == 0 ? nullptr : g_.names_at(node);
    if (names && names->size() == 1 && names->begin()->kind == NameKind::full) return entity_of(names->begin()->actor);
  }
  return none;
}

// "the strongman", "the envoy", "the former general": the person who alone is told of, where an office of his says so.
std::uint32_t Coreference::called_by_calling(const Sentence& s, const ActorMention& m) {
  if (!m.definite || m.his || m.given || m.name_last != 0 || m.last != m.head + 1 || !s.tagged[m.head].word)
    return none;
  const Vocabulary& v = tables_.vocabulary;
  const std::string_view noun = s.tagged[m.head].word->noun_lemma;
  const bool ruler = among(v.set("epithet_ruler"), noun), envoy = among(v.set("epithet_envoy"), noun);
  const bool soldier = among(v.set("epithet_soldier"), noun), cleric = among(v.set("epithet_cleric"), noun);
  if (!ruler && !envoy && !soldier && !cleric) return none;
  bool first = false;
  for (std::uint32_t i = m.first; i < m.head; ++i) {
    const Word* const w = s.tagged[i].word;
    first = first || (w && (w->reads("top") || w->reads("chief")));
  }
  if (m.country != no_actor && noun == "diplomat" && first) return top_diplomat(m.country);
  if (m.country != no_actor && ruler) return g_[m.country].kind == Kind::state ? leader_of(m.country) : none;
  if (m.country != no_actor && !soldier && !cleric) return none;
  if (m.owner != none) return none;
  const auto held = [&](std::uint32_t n) -> std::uint32_t {
    const DocEntity& e = entities_[n];
    if (e.kind != Kind::person || e.plural || e.described || named_beside(s, m, n)) return none;
    if (m.country != no_actor && e.country != m.country) return none;  // "the Sudanese general"
    const std::string& office = e.folded_office;
    if (!office.empty() &&
        (office.find(noun) != std::string::npos || (envoy && (office.find("ambassador") != std::string::npos ||
                                                              office.find("representative") != std::string::npos))))
      return n;
    if (e.known == no_actor) return none;
    const bool fits = std::any_of(g_[e.known].terms.begin(), g_[e.known].terms.end(), [&](const Term& t) {
      if (ruler) return (t.office == "head-of-state" || t.office == "head-of-government") && years_outside(t) == 0;
      if (first) return t.office == "foreign-minister" && years_outside(t) == 0;
      if (envoy)
        return t.office == "special-envoy" || t.office == "ambassador" || t.office == "un-ambassador" ||
               t.office == "foreign-minister";
      return t.office == (soldier ? "military-chief" : "religious-leader");
    });
    return fits ? n : none;
  };
  return only_told(s, m, 2, held);
}

// "the country", "the group": actors only if the text has told of one; returns whether any phrase was given back.
void Coreference::offer_epithets(Sentence* s) {
  offered_.clear();
  for (std::uint32_t i = 0; i < s->mentions.size(); ++i) {
    const ActorMention& m = s->mentions[i];
    if (!m.tentative || !m.definite || m.merged || m.country != no_actor) continue;
    Epithet epithet;
    if (!read_epithet(*s, m, &epithet) && called_by_last_word(*s, m) == none) continue;
    for (NounPhrase& p : s->phrases) {
      if (p.head != m.head || p.mention != none) continue;
      p.mention = i;
      offered_.push_back(static_cast<std::uint32_t>(&p - s->phrases.data()));
    }
  }
}

// Those that stayed without an actor of the text are none.
void Coreference::withdraw_epithets(Sentence* s) {
  for (const std::uint32_t p : offered_) {
    NounPhrase& phrase = s->phrases[p];
    const FewNumbers& who = s->mentions[phrase.mention].entities;
    if (who.empty() || entities_[who.front()].described) phrase.mention = none;
  }
}

}  // namespace demarche::extract
