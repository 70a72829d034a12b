// Pronouns: the most salient antecedent that agrees in number, gender and kind.
#include <algorithm>

#include "extract/coreference.h"
#include "text/fold.h"

namespace demarche::extract {

using namespace rules;

namespace {

constexpr std::uint32_t memory = 4;  // sentences that a pronoun looks back over
constexpr std::uint32_t near = 2;    // and one of several in a talk: "they" may be anybody
constexpr double acted = 60;         // what the sentence before was about, not whom it named by the way
constexpr double named = 10;         // a group, of three or four sentences before at most
constexpr double running = 1.35;     // of whom the sentences before kept telling
constexpr double aside = 0.7;        // of persons by a common noun, and of open names without a title

bool is_boundary(Tag t) { return t == Tag::subordinator || t == Tag::relative || t == Tag::quote || t == Tag::stop; }

}  // namespace

// "Gates has said it is time for him": where what is said begins, that no word opens; 0 without such a clause.
std::uint32_t Coreference::content_before(const Sentence& s, std::uint32_t token) {
  std::uint32_t from = 0;
  for (std::size_t i = 0; i + 2 < s.chunks.size() && s.chunks[i + 2].first < token; ++i) {
    const Chunk& acts = s.chunks[i + 2];
    if (s.chunks[i].kind != ChunkKind::verb || s.chunks[i + 1].kind != ChunkKind::noun ||
        acts.kind != ChunkKind::verb || s.verbs[acts.index].form != VerbForm::finite)
      continue;
    const Word* const w = s.tagged[s.verbs[s.chunks[i].index].head].word;
    if (w && w->verb_props && w->verb_props->speech) from = s.chunks[i + 1].first;
  }
  return from;
}

// The subject of the pronoun's own clause.
const ActorMention* Coreference::subject_of(const Sentence& s, const ActorMention& m) const {
  std::uint32_t from = m.first;
  const std::uint32_t content = content_before(s, m.first);
  while (from > content && !is_boundary(s.tagged[from - 1].tag)) --from;
  const ActorMention* last = nullptr;
  for (std::size_t i = 0; i < s.mentions.size(); ++i) {
    const ActorMention& o = s.mentions[i];
    if (o.merged || o.last > m.first || roles_[i] == Role::owner) continue;
    const bool inside = o.first >= from && roles_[i] == Role::subject;
    const bool antecedent = o.last == from - 1 || (o.last + 1 == from - 1 && s.tagged[o.last].tag == Tag::comma);
    if ((inside || (antecedent && from > 0 && s.tagged[from - 1].tag == Tag::relative)) &&
        (!last || o.first > last->first))
      last = &o;
    // "prompting China to recall its envoy": whoever is brought to do it.
    const bool brought = o.first > 0 && o.last < m.first && s.tagged[o.last].tag == Tag::to && o.first >= from &&
                         brings(s.tagged[o.first - 1]);
    if (brought && (!last || o.first > last->first)) last = &o;
  }
  return last;
}

bool Coreference::brings(const Tagged& verb) const {
  const WordProps* const p = verb.tag == Tag::verb && verb.word ? verb.word->verb_props : nullptr;
  return p && p->object_governor && tables_.vocabulary.governors[p->object_governor - 1].id == "GOV.cause";
}

// Who does what the pronoun's clause tells: an object is somebody else.
std::vector<std::uint32_t> Coreference::own_subject(const Sentence& s, const ActorMention& m) const {
  const ActorMention* last = subject_of(s, m);
  if (!last) return {};
  std::vector<std::uint32_t> out(last->entities.begin(), last->entities.end());
  for (const ToldGroup& g : groups_here_) {
    const bool member = std::any_of(out.begin(), out.end(), [&](std::uint32_t e) {
      return std::find(g.entities.begin(), g.entities.end(), e) != g.entities.end();
    });
    if (member && g.position <= last->first) out.insert(out.end(), g.entities.begin(), g.entities.end());
  }
  return out;
}

// 1 for a name like Boris, 2 for one like Angela, by the known persons of that given name; 0 where they differ or are
// few.
int Coreference::gender_of_name(DocEntity* e) const {
  if (e->gender_by_name >= 0) return e->gender_by_name;
  e->gender_by_name = 0;
  const std::string& name = e->folded_name;
  if (name.find(' ') == std::string::npos) return 0;
  struct Table {
    const Gazetteer* of = nullptr;
    std::unordered_map<std::string, std::pair<int, int>> counts;  // given name → men, women
  };
  static thread_local Table table;
  if (table.of != &g_) {
    table.of = &g_;
    table.counts.clear();
    for (const KnownActor& k : g_.actors()) {
      if (k.kind != Kind::person || k.male == k.female) continue;
      auto& [men, women] = table.counts[text::fold(k.name.view().substr(0, k.name.view().find(' ')))];
      ++(k.male ? men : women);
    }
  }
  const auto it = table.counts.find(name.substr(0, name.find(' ')));
  if (it == table.counts.end()) return 0;
  const auto [men, women] = it->second;
  if (men >= 2 && women == 0) e->gender_by_name = 1;
  if (women >= 2 && men == 0) e->gender_by_name = 2;
  return e->gender_by_name;
}

// The subject of at least two of the three sentences before.
bool Coreference::keeps_acting(std::uint32_t entity, std::uint32_t here) const {
  constexpr std::uint32_t reach = 3;
  std::uint32_t last = here;
  int sentences = 0;
  const auto& told = salience_.told();
  for (auto t = told.rbegin(); t != told.rend() && here - t->sentence <= reach; ++t) {
    if (t->entity != entity || t->role != Role::subject || t->sentence == last) continue;
    last = t->sentence;
    if (++sentences == 2) return true;
  }
  return false;
}

// "Castro fired missiles given to him by Russia": to him who acts; the participle's own subject are the missiles.
bool Coreference::behind_participle(const Sentence& s, const ActorMention& m) {
  for (std::size_t i = s.chunks.size(); i-- > 0;) {
    const Chunk& c = s.chunks[i];
    if (c.last > m.first || c.kind == ChunkKind::preposition) continue;
    return i > 0 && c.kind == ChunkKind::verb && s.verbs[c.index].form == VerbForm::participle &&
           s.chunks[i - 1].kind == ChunkKind::noun && s.phrases[s.chunks[i - 1].index].mention == none;
  }
  return false;
}

// "He called Merkel and then he called Hollande": the one who acts goes on acting.
const ActorMention* Coreference::same_actor(const Sentence& s, const ActorMention& m) const {
  if (roles_[static_cast<std::size_t>(&m - s.mentions.data())] != Role::subject) return nullptr;
  const ActorMention* last = nullptr;
  for (std::size_t i = 0; i < s.mentions.size(); ++i) {
    const ActorMention& o = s.mentions[i];
    if (o.merged || o.last > m.first || roles_[i] != Role::subject || o.entities.empty()) continue;
    if (!last || o.first > last->first) last = &o;
  }
  const bool same = last && last->refers == Refers::pronoun && s.tagged[last->head].word == s.tagged[m.head].word;
  return same ? last : nullptr;
}

void Coreference::pronoun_person(const Sentence& s, const ActorMention& m, bool female, bool object, FewNumbers* out) {
  if (const ActorMention* const before = object ? nullptr : same_actor(s, m)) {
    *out = before->entities;
    return;
  }
  if (const ActorMention* const own = object ? owner_of_subject(s, m, female) : nullptr) {
    *out = own->entities;
    return;
  }
  if (const ActorMention* const told = object ? nullptr : addressee(s, m, female)) {
    *out = told->entities;
    return;
  }
  std::vector<std::uint32_t> excluded;
  if (object && !behind_participle(s, m)) excluded = own_subject(s, m);
  std::uint32_t best = none;
  double most = 0;
  for (const auto& [n, weight] : salience_.weights(s.number, memory, object)) {
    DocEntity& e = entities_[n];
    if (e.kind != Kind::person || e.plural || (female ? e.male : e.female)) continue;
    if (e.described && tables_.vocabulary.holds("people_noun", e.folded_name.substr(e.folded_name.rfind(' ') + 1)))
      continue;
    if (n == speaker_ || std::find(excluded.begin(), excluded.end(), n) != excluded.end()) continue;
    const bool sure = female ? e.female : e.male;
    const int by_name = sure ? 0 : gender_of_name(&e);
    if (by_name == (female ? 1 : 2)) continue;
    double counted = e.described || e.weak ? weight * aside : weight;
    if (!sure && by_name == 0) counted *= aside;
    if (!object && !told_here(n, s.number) && keeps_acting(n, s.number)) counted *= running;
    if (counted <= most) continue;
    most = counted;
    best = n;
  }
  if (best != none && (told_here(best, s.number) || !another_before(s, m, female))) *out = {best};
}

// "told Putin that he must leave", "threatened Maduro with sanctions if he attacked": whom it is said to.
const ActorMention* Coreference::addressee(const Sentence& s, const ActorMention& m, bool female) const {
  if (m.first < 3 || m.last >= s.tagged.size()) return nullptr;
  const Word* const before = s.tagged[m.first - 1].word;
  const bool condition = before && (before->reads("if") || before->reads("unless"));
  std::uint32_t verb = m.first - 1;
  while (verb > 0 && s.tagged[verb].tag != Tag::verb) --verb;
  const Word* const says = s.tagged[verb].word;
  if (s.tagged[verb].tag != Tag::verb || !says || s.tagged[verb].form == verb_ing) return nullptr;
  const bool threatens = says->verb_lemma == "warn" || says->verb_lemma == "threaten";
  if (!threatens && !tables_.vocabulary.holds("telling_verb", says->verb_lemma)) return nullptr;
  const Word* const next = s.tagged[m.last].word;
  const bool due = next && (next->reads("must") || next->reads("should") || next->reads("ought") ||
                            next->reads("needed") || next->reads("needs") || next->reads("had"));
  const bool to_come = next && (next->reads("would") || next->reads("will") || next->reads("could"));
  if (!(threatens ? condition || due || to_come : due && !condition)) return nullptr;
  for (const ActorMention& o : s.mentions) {
    if (o.merged || o.first != verb + 1 || o.last > m.first || o.entities.size() != 1) continue;
    const DocEntity& e = entities_[o.entities.front()];
    if (e.kind == Kind::person && !e.plural && !(female ? e.male : e.female)) return &o;
  }
  return nullptr;
}

// "His Iraqi host praised him": whose host that is; nullptr where no possessive of that gender owns the subject.
const ActorMention* Coreference::owner_of_subject(const Sentence& s, const ActorMention& m, bool female) const {
  const ActorMention* const subject = subject_of(s, m);
  if (!subject || subject->owner == none || subject->kind != Kind::person) return nullptr;
  const ActorMention& owner = s.mentions[subject->owner];
  const Word* const w = owner.refers == Refers::pronoun ? s.tagged[owner.head].word : nullptr;
  return w && w->reads(female ? "her" : "his") ? &owner : nullptr;
}

// "this killer's allegiance that he told of": somebody of the sentence whom no record could name stands nearer. "As a
// lawyer, he" is the same one.
bool Coreference::another_before(const Sentence& s, const ActorMention& m, bool female) {
  for (std::uint32_t i = 0; i < m.first; ++i) {
    const Word* const w = s.tagged[i].tag == Tag::noun ? s.tagged[i].word : nullptr;
    if (!w || !w->person_noun || w->plural_noun() || w->is_title(office_head) || w->reads("prior")) continue;
    const bool woman = w->folded.ends_with("woman") || w->reads("mother") || w->reads("wife") || w->reads("daughter") ||
                       w->reads("sister") || w->reads("girl");
    const bool man = !woman && (w->folded.ends_with("man") || w->reads("father") || w->reads("husband") ||
                                w->reads("son") || w->reads("brother") || w->reads("boy"));
    if (female ? man : woman) continue;
    const bool somebody = std::any_of(s.mentions.begin(), s.mentions.end(), [&](const ActorMention& o) {
      return !o.entities.empty() && o.first <= i && i < o.last;
    });
    const Tag behind = s.tagged[i + 1].tag;
    if (somebody || behind == Tag::noun || behind == Tag::name || (behind == Tag::comma && i + 2 == m.first)) continue;
    std::uint32_t from = i;
    while (from > 0 && (s.tagged[from - 1].tag == Tag::determiner || s.tagged[from - 1].tag == Tag::adjective ||
                        s.tagged[from - 1].tag == Tag::possessive))
      --from;
    const Word* const before = from > 0 ? s.tagged[from - 1].word : nullptr;
    if (before && (before->reads("as") || s.tagged[from - 1].tag == Tag::be)) continue;
    return true;
  }
  return false;
}

// "Oman has said that it": where the subject of the verb of speech before the pronoun ends; none without such a verb.
std::uint32_t Coreference::says_behind(const Sentence& s, const ActorMention& m) {
  std::uint32_t verb = m.first;
  if (verb > 0 && s.tagged[verb - 1].word && s.tagged[verb - 1].word->reads("that")) --verb;
  if (verb < 2) return none;
  const Word* const w = s.tagged[--verb].word;
  if (!w || !w->verb_props || !w->verb_props->speech || s.tagged[verb].tag != Tag::verb) return none;
  std::uint32_t end = verb;
  while (end > 0 && (s.tagged[end - 1].tag == Tag::have || s.tagged[end - 1].tag == Tag::adverb)) --end;
  return end;
}

// "The rebels (FRA) say that they have left": those who say it; nullptr where nobody stands before such a verb.
const ActorMention* Coreference::who_says(const Sentence& s, const ActorMention& m) const {
  const std::uint32_t end = says_behind(s, m);
  if (end == none) return nullptr;
  std::uint32_t bracket = end;
  if (end > 2 && s.tokens[end - 1].punct == ')') {
    while (bracket > 0 && s.tokens[bracket].punct != '(') --bracket;
  }
  for (const ActorMention& o : s.mentions) {
    const bool beside = o.last == end || (bracket > 0 && o.last == bracket);
    if (!o.merged && beside && o.refers != Refers::pronoun) return &o;
  }
  return nullptr;
}

bool Coreference::say_they(const Sentence& s, const ActorMention& m, FewNumbers* out) const {
  const ActorMention* const o = who_says(s, m);
  if (!o) {
    // "Both countries said they", "The transitional government say they": nobody where nobody knows which.
    const std::uint32_t end = says_behind(s, m);
    return end != none && std::any_of(s.phrases.begin(), s.phrases.end(), [&](const NounPhrase& p) {
             const bool nobody = p.mention == none || s.mentions[p.mention].entities.empty();
             const Word* const w = p.last == end && nobody ? s.tagged[p.head].word : nullptr;
             if (!w || s.tagged[p.head].tag != Tag::noun) return false;
             return w->plural_noun() ||
                    (w->actor_noun && tables_.vocabulary.actor_nouns[w->actor_noun - 1].kind != Kind::person);
           });
  }
  if (o->entities.size() != 1) {
    *out = o->entities;
    return o->plural || o->entities.size() > 1;
  }
  const Word* const head = s.tagged[o->head].word;
  if (o->refers == Refers::described && o->country == no_actor && o->last == o->head + 1 && head &&
      tables_.vocabulary.holds("vague_actor_noun", head->noun_lemma))
    return true;
  for (const ToldGroup& g : groups_here_) {  // "A and B said they"
    if (g.position >= o->first || g.entities.back() != o->entities.front()) continue;
    *out = g.entities;
    return true;
  }
  const DocEntity& e = entities_[o->entities.front()];
  if (!e.plural && e.kind != Kind::group && e.kind != Kind::organisation && e.kind != Kind::government) return false;
  *out = o->entities;
  return true;
}

// "They told how they had fled": those of whom nobody knew who they are at first, unless somebody else was told of
// since.
bool Coreference::unknown_they(const Sentence& s, const ActorMention& m) {
  const ActorMention* last = nullptr;
  for (const ActorMention& o : s.mentions) {
    if (o.merged || o.last > m.first || o.refers == Refers::place) continue;
    const Word* const w = o.refers == Refers::pronoun ? s.tagged[o.head].word : nullptr;
    const bool they = w && (w->reads("they") || w->reads("them") || w->reads("their"));
    if (they ? o.entities.empty() : !o.entities.empty() && o.plural) {
      if (!last || o.first > last->first) last = &o;
    }
  }
  return last && last->entities.empty();
}

// "Obama met Merkel and they agreed": the two of the meeting.
bool Coreference::who_met(const Sentence& s, const ActorMention& they, FewNumbers* out) const {
  const bool owner = s.tagged[they.head].word->reads("their");
  if (owner) return false;
  const ActorMention *first = nullptr, *second = nullptr;
  for (std::size_t i = 0; i < s.mentions.size(); ++i) {
    const ActorMention& o = s.mentions[i];
    if (o.merged || o.last > they.first || o.refers == Refers::place) continue;
    if (roles_[i] == Role::owner) continue;
    if (o.entities.size() != 1 || entities_[o.entities.front()].kind != Kind::person ||
        entities_[o.entities.front()].plural)
      return false;
    if (!first && roles_[i] != Role::subject) return false;
    if (second || (first && first->entities == o.entities)) return false;
    (first ? second : first) = &o;
  }
  if (!second) return false;
  std::size_t verbs = 0;
  for (const Chunk& c : s.chunks) {
    if (c.kind != ChunkKind::verb || c.last > they.first) continue;
    const Word* const w = s.tagged[s.verbs[c.index].head].word;
    if (++verbs > 1 || !w || !tables_.vocabulary.holds("meeting_verb", w->verb_lemma)) return false;
  }
  if (verbs == 0) return false;
  *out = {first->entities.front(), second->entities.front()};
  return true;
}

bool Coreference::opens_with_they(const Sentence& s, const ActorMention& m) {
  return m.first == 0 && s.tagged[m.head].word->reads("they");
}

// "They will brief Oman. They will brief Chad": sentences that begin alike tell of the same ones.
bool Coreference::they_again(const Sentence& s, const ActorMention& m, FewNumbers* out) {
  if (!opens_with_they(s, m)) return false;
  if (labelled() || !they_before(s) || they_.empty()) return false;  // in speech anybody may come between
  *out = they_;
  return true;
}

// The sentence before began with "they".
bool Coreference::they_before(const Sentence& s) const {
  return they_sentence_ != none && s.number == they_sentence_ + 1;
}

void Coreference::pronoun_plural(const Sentence& s, const ActorMention& m, bool object, FewNumbers* out) {
  if (!they_again(s, m, out)) plural_told(s, m, object, out);
  if (!opens_with_they(s, m)) return;
  if (!they_before(s) || !they_.empty()) they_since_ = s.number;
  they_ = *out;
  they_sentence_ = s.number;
}

void Coreference::plural_told(const Sentence& s, const ActorMention& m, bool object, FewNumbers* out) {
  if (!object && say_they(s, m, out)) return;
  if (!object && who_met(s, m, out)) return;
  if (unknown_they(s, m)) return;
  std::vector<std::uint32_t> excluded;
  if (object) excluded = own_subject(s, m);
  // "They met the rebels. They left": not the rebels, whoever "they" are.
  if (opens_with_they(s, m) && they_before(s) && they_.empty()) excluded = new_since(they_since_);
  const auto excludes = [&](std::uint32_t n) {
    return std::find(excluded.begin(), excluded.end(), n) != excluded.end();
  };
  double most = 0, unplaced = 0;
  const auto consider = [&](const ToldGroup& g) {
    if (s.number - g.sentence > 2 || (g.sentence == s.number && g.position >= m.first)) return;
    if (std::any_of(g.entities.begin(), g.entities.end(), excludes)) return;
    const bool persons = entities_[g.entities.front()].kind == Kind::person;
    if (g.role == Role::owner || (g.role != Role::subject && (!persons || s.number - g.sentence > 1))) return;
    const double weight = weight_at(g.role, s.number - g.sentence);
    if (weight < most) return;
    most = weight;
    *out = g.entities;
  };
  for (const ToldGroup& g : salience_.groups_since(s.number, 2)) consider(g);
  for (const ToldGroup& g : groups_here_) consider(g);
  const bool together = most >= weight_at(Role::oblique, 1);  // of the sentence before
  for (const auto& [n, weight] : salience_.weights(s.number, labelled() ? near : 2 * memory)) {
    const DocEntity& e = entities_[n];
    const bool people = e.kind == Kind::group && e.told_as_people && told_here(n, s.number);  // "the Kurds", just here
    const bool several = people || (e.plural && (e.country != no_actor || e.known != no_actor ||
                                                 e.name.find(' ') != std::string::npos || told_here(n, s.number)));
    const bool state = labelled() && foreign_state(e) && weight >= acted;  // "Russia … they", as one talks
    const bool body =
        !several && (state || (e.kind == Kind::group && !e.described && weight >= (labelled() ? acted : named)) ||
                     (e.told_as_people && e.known != home_ && weight >= acted));
    if (!several && !body && e.plural && !excludes(n)) unplaced = std::max(unplaced, weight);
    if ((!several && !body) || excludes(n)) continue;
    // Those whom the text keeps speaking of rather than some named by the way.
    const bool kept = several && often_told(n, s.number) && !(together && !told_here(n, s.number - 1));
    const double counted = kept ? std::max(weight, object ? 70.0 : 60.0) : several ? weight : weight * aside;
    if (counted <= most) continue;
    most = counted;
    *out = {n};
  }
  if (most == 0 && m.first == 0) {
    if (!labelled() || !several_told(s.number)) last_two_persons(s, out);
  } else if (unplaced > most && (labelled() || unplaced >= acted))
    out->clear();  // "The families hold out hope. Among them": nobody whom a record could name
  else if ((labelled() || !speaks_or_hears(s, m, object)) && things_between(s, m, *out))
    out->clear();
  if (opens_with_they(s, m) && goes_back_to_things(s, m, *out)) out->clear();
}

// "The reports describe abuses by soldiers. They accuse": what the sentence before was about, not whom it told of by
// the way. What says something is people, or a text.
bool Coreference::goes_back_to_things(const Sentence& s, const ActorMention& m, const FewNumbers& who) const {
  if (things_sentence_ == none || s.number != things_sentence_ + 1 || who.empty()) return false;
  if (!things_speak_ && speaks_or_hears(s, m, false)) return false;
  const auto& told = salience_.told();
  for (auto t = told.rbegin(); t != told.rend() && t->sentence >= things_sentence_; ++t) {
    if (t->sentence == things_sentence_ && t->role == Role::subject &&
        std::find(who.begin(), who.end(), t->entity) != who.end())
      return false;
  }
  return true;
}

// Whether several things, or people whom no record could name, are what the sentence is about.
void Coreference::note_things(const Sentence& s) {
  for (std::size_t i = 0; i + 1 < s.chunks.size(); ++i) {
    const Chunk& c = s.chunks[i];
    if (c.kind == ChunkKind::verb) return;
    std::size_t next = i + 1;
    while (next + 1 < s.chunks.size() && s.chunks[next].kind == ChunkKind::adverb) ++next;
    const VerbGroup* const v = s.chunks[next].kind == ChunkKind::verb ? &s.verbs[s.chunks[next].index] : nullptr;
    const bool acts = v && (v->form == VerbForm::finite || v->form == VerbForm::base);
    if (c.kind != ChunkKind::noun || !acts || (i > 0 && s.chunks[i - 1].kind == ChunkKind::preposition)) continue;
    const NounPhrase& p = s.phrases[c.index];
    const Word* const w = s.tagged[p.head].word;
    const bool somebody = p.mention != none && !s.mentions[p.mention].entities.empty();
    if (p.time || somebody || !w || s.tagged[p.head].tag != Tag::noun || !w->plural_noun()) return;
    things_sentence_ = s.number;
    things_speak_ = w->person_noun || tables_.vocabulary.holds("text_noun", w->noun_lemma);
    return;
  }
}

// Whom the text has named since that sentence only.
std::vector<std::uint32_t> Coreference::new_since(std::uint32_t sentence) const {
  std::vector<std::uint32_t> out;
  const auto& told = salience_.told();
  for (auto t = told.rbegin(); t != told.rend() && t->sentence >= sentence; ++t) {
    if (std::find(out.begin(), out.end(), t->entity) != out.end()) continue;
    const bool before = std::any_of(told.begin(), told.end(),
                                    [&](const Told& o) { return o.entity == t->entity && o.sentence < sentence; });
    if (!before) out.push_back(t->entity);
  }
  return out;
}

bool Coreference::foreign_state(const DocEntity& e) const {
  return (e.kind == Kind::state || e.kind == Kind::government) && e.known != no_actor && e.known != home_ &&
         (e.country != home_ || e.sector == "LEG");
}

// Of a talk's last sentences some people in the plural, who may be meant as well as two who were named.
bool Coreference::several_told(std::uint32_t here) {
  const auto& weights = salience_.weights(here, 2 * memory);
  return std::any_of(weights.begin(), weights.end(), [&](const auto& w) { return entities_[w.first].plural; });
}

bool Coreference::told_here(std::uint32_t entity, std::uint32_t sentence) const {
  const auto& told = salience_.told();
  for (auto t = told.rbegin(); t != told.rend() && t->sentence >= sentence; ++t) {
    if (t->entity == entity && t->sentence == sentence) return true;
  }
  return false;
}

// "accused them", "they said": people, whatever things stand nearer.
bool Coreference::speaks_or_hears(const Sentence& s, const ActorMention& m, bool object) {
  for (std::size_t i = 0; i < s.chunks.size(); ++i) {
    const Chunk& c = s.chunks[i];
    if (c.kind != ChunkKind::verb || (object ? c.last != m.first : c.first != m.last)) continue;
    const Word* const w = s.tagged[s.verbs[c.index].head].word;
    return w && ((w->verb_props && w->verb_props->speech) || w->has_trait(Trait::demand_verb) ||
                 w->verb_lemma == "accuse" || w->verb_lemma == "thank" || w->verb_lemma == "meet");
  }
  return false;
}

// "disables the drones and shoots them down": a plural that is no actor stands nearer than whom the pronoun might mean.
bool Coreference::things_between(const Sentence& s, const ActorMention& m, const FewNumbers& who) const {
  std::uint32_t from = 0;
  for (const ActorMention& o : s.mentions) {
    if (!o.merged && o.last <= m.first && !o.entities.empty() &&
        std::find(who.begin(), who.end(), o.entities.back()) != who.end())
      from = std::max(from, o.last);
  }
  return std::any_of(s.phrases.begin(), s.phrases.end(), [&](const NounPhrase& p) {
    if (p.last <= from || p.last > m.first || p.time) return false;
    const bool somebody = p.mention != none && !s.mentions[p.mention].entities.empty();
    const Word* w = s.tagged[p.head].word;
    return !somebody && w && s.tagged[p.head].tag == Tag::noun && w->plural_noun() &&
           !tables_.vocabulary.holds("own_body_noun", w->noun_lemma);
  });
}

bool Coreference::often_told(std::uint32_t entity, std::uint32_t here) const {
  const auto& told = salience_.told();
  int count = 0;
  for (auto t = told.rbegin(); t != told.rend() && here - t->sentence <= 2 * memory; ++t) {
    if (t->entity == entity && ++count == 2) return true;
  }
  return false;
}

// "X met Y. They …": the persons of the sentence before, where there are just two.
void Coreference::last_two_persons(const Sentence& s, FewNumbers* out) const {
  std::vector<std::uint32_t> found;
  std::uint32_t sentence = none;
  const auto& told = salience_.told();
  for (auto t = told.rbegin(); t != told.rend() && s.number - t->sentence <= 2; ++t) {
    if (entities_[t->entity].kind != Kind::person) continue;
    if (sentence != none && t->sentence != sentence) break;
    sentence = t->sentence;
    if (std::find(found.begin(), found.end(), t->entity) == found.end()) found.push_back(t->entity);
  }
  const bool single = std::none_of(found.begin(), found.end(), [&](std::uint32_t n) {
    const DocEntity& e = entities_[n];  // nor "our NATO ally"
    const std::string_view noun = std::string_view(e.folded_name).substr(e.folded_name.rfind(' ') + 1);
    return e.plural || (e.described && tables_.vocabulary.holds("other_side_noun", noun));
  });
  if (found.size() == 2 && single) *out = {found[1], found[0]};
}

// Only a verb, no clause boundary, lies between: the pronoun is the object of the other's clause.
bool Coreference::verb_between(const Sentence& s, std::uint32_t from, std::uint32_t to) {
  bool verb = false;
  // "Iran said it would come": the pronoun is the subject of what is said, not the object of "said".
  const Tag behind = to + 1 < s.tagged.size() ? s.tagged[to + 1].tag : Tag::stop;
  const bool acts = behind == Tag::verb || behind == Tag::be || behind == Tag::have || behind == Tag::modal ||
                    behind == Tag::do_verb || behind == Tag::adverb || behind == Tag::negation;
  for (std::uint32_t i = from; i < to; ++i) {
    const Tag t = s.tagged[i].tag;
    if (is_boundary(t) || t == Tag::comma || t == Tag::conjunction) return false;
    if (acts && t == Tag::verb && s.tagged[i].word && s.tagged[i].word->verb_props &&
        s.tagged[i].word->verb_props->speech)
      return false;
    verb = verb || t == Tag::verb;
  }
  return verb;
}

// "In his talks with May, Erdogan said": a possessive in a phrase before the subject looks ahead to it.
const ActorMention* Coreference::subject_ahead(const Sentence& s, const ActorMention& m) const {
  std::size_t i = 0;
  while (i < s.chunks.size() && s.chunks[i].kind != ChunkKind::comma) {
    const ChunkKind kind = s.chunks[i].kind;
    if (kind != ChunkKind::preposition && kind != ChunkKind::noun) return nullptr;
    ++i;
  }
  if (i + 2 >= s.chunks.size() || s.chunks[0].kind != ChunkKind::preposition || s.chunks[i].first < m.last)
    return nullptr;
  const Chunk& subject = s.chunks[i + 1];
  const Chunk& verb = s.chunks[i + 2];
  if (subject.kind != ChunkKind::noun || verb.kind != ChunkKind::verb || s.verbs[verb.index].form != VerbForm::finite)
    return nullptr;
  const std::uint32_t mention = s.phrases[subject.index].mention;
  return mention == none ? nullptr : &s.mentions[mention];
}

// "the SDF and its affiliates": theirs who are named before; but not where a clause begins behind "and", as in "Erdogan
// met Putin and his minister met Lavrov".
const ActorMention* Coreference::joined_before(const Sentence& s, const ActorMention& m) const {
  if (m.first < 2 || s.tagged[m.first - 1].tag != Tag::conjunction) return nullptr;
  const Word* const with = s.tagged[m.first - 1].word;
  if (!with || !(with->reads("and") || with->reads("or"))) return nullptr;
  for (std::size_t i = 2; i < s.chunks.size(); ++i) {
    if (s.chunks[i].kind != ChunkKind::noun || s.chunks[i].first != m.first) continue;
    const Chunk& before = s.chunks[i - 2];
    if (before.kind != ChunkKind::noun || s.chunks[i - 1].kind != ChunkKind::conjunction) return nullptr;
    const std::uint32_t named = s.phrases[before.index].mention;
    // "his secretary and his aides": both of the same one.
    if (named == none || s.mentions[named].his) return nullptr;
    const bool acts = i + 1 < s.chunks.size() && s.chunks[i + 1].kind == ChunkKind::verb &&
                      s.verbs[s.chunks[i + 1].index].form == VerbForm::finite;
    return acts && roles_[named] != Role::subject ? nullptr : &s.mentions[named];
  }
  return nullptr;
}

bool Coreference::thing(std::uint32_t entity) const {
  const DocEntity& e = entities_[entity];
  return e.kind != Kind::person && e.kind != Kind::other && !e.plural;
}

bool Coreference::first_person(const Sentence& s, const ActorMention& m) {
  const Word* const w = m.refers == Refers::pronoun ? s.tagged[m.head].word : nullptr;
  return w &&
         (w->reads("we") || w->reads("us") || w->reads("our") || w->reads("i") || w->reads("me") || w->reads("my"));
}

// "it is important that", "it has been 16 days since", "when it comes to": nothing is meant.
bool Coreference::impersonal(const Sentence& s, const ActorMention& it) const {
  std::size_t i = 0;
  while (i < s.chunks.size() && s.chunks[i].first < it.last) ++i;
  while (i < s.chunks.size() && s.chunks[i].kind == ChunkKind::adverb) ++i;
  if (i >= s.chunks.size() || s.chunks[i].kind != ChunkKind::verb) return false;
  const VerbGroup& v = s.verbs[s.chunks[i].index];
  const std::uint32_t end = static_cast<std::uint32_t>(s.tagged.size());
  const auto reads = [&](std::uint32_t at, const auto& word) {
    return at < end && s.tagged[at].word && s.tagged[at].word->reads(word);
  };
  if (!v.copula) {
    const Word* const w = s.tagged[v.head].word;
    const std::string_view lemma = w ? w->verb_lemma : std::string_view();
    return lemma == "seem" || lemma == "appear" || (lemma == "come" && reads(v.last, "to"));
  }
  std::uint32_t at = v.last;
  while (at < end && (s.tagged[at].tag == Tag::adverb || s.tagged[at].tag == Tag::negation)) ++at;
  if (at >= end) return false;
  if (s.tagged[at].tag == Tag::number || reads(at, "time") || reads(at, "in") || reads(at, "up")) return true;
  return s.tagged[at].word && tables_.vocabulary.holds("impersonal_adjective", s.tagged[at].word->folded);
}

bool Coreference::clause_before(const Sentence& s, std::uint32_t token) {
  return std::any_of(s.chunks.begin(), s.chunks.end(),
                     [&](const Chunk& c) { return c.kind == ChunkKind::verb && c.last <= token; });
}

// A noun that is no actor and might be what "it" is.
bool Coreference::thing_before(const Sentence& s, std::uint32_t from, std::uint32_t to) {
  return std::any_of(s.phrases.begin(), s.phrases.end(), [&](const NounPhrase& p) {
    if (p.head < from || p.last > to || p.time || s.tagged[p.head].tag != Tag::noun) return false;
    const bool somebody = p.mention != none && !s.mentions[p.mention].entities.empty();
    const Word* const w = s.tagged[p.head].word;
    return !somebody && w && !w->plural_noun();
  });
}

// "Russia said Turkey had shot down one of its planes", "cut ties with Mali and expelled its envoy": nobody attacks or
// turns out what is his own, where the sentence told of somebody else before.
const ActorMention* Coreference::harmed(const Sentence& s, const ActorMention& its, const ActorMention& subject) const {
  const Word* verb = nullptr;
  for (std::uint32_t i = subject.last; i < its.first; ++i) {
    if (s.tagged[i].tag == Tag::verb && s.tagged[i].word) verb = s.tagged[i].word;
  }
  const bool expels = verb && tables_.vocabulary.holds("expelling_verb", verb->verb_lemma);
  if (!verb || (!expels && !verb->verb_has_trait(Trait::harming_verb))) return nullptr;
  const ActorMention* other = nullptr;
  for (std::size_t i = 0; i < s.mentions.size(); ++i) {
    const ActorMention& o = s.mentions[i];
    const bool before = expels ? o.last <= its.first : o.last <= subject.first && roles_[i] == Role::subject;
    if (o.merged || !before || o.entities.size() != 1) continue;
    const DocEntity& e = entities_[o.entities.front()];
    if (thing(o.entities.front()) && o.entities != subject.entities && e.known != subject.country) other = &o;
  }
  return other;
}

// "cut its ties with Israel over its war", "sanctioned Iran for its programme": theirs whom the act is done to.
const ActorMention* Coreference::reproached(const Sentence& s, const ActorMention& its,
                                            const ActorMention& subject) const {
  if (its.first < 2) return nullptr;
  const Word* const because = s.tagged[its.first - 1].word;
  if (!because || !(because->reads("over") || because->reads("for"))) return nullptr;
  const Word* verb = nullptr;
  for (std::uint32_t i = subject.last; i < its.first; ++i) {
    if (s.tagged[i].tag == Tag::verb && s.tagged[i].word) verb = s.tagged[i].word;
  }
  if (!verb || tables_.vocabulary.holds("own_fault_verb", verb->verb_lemma)) return nullptr;
  const ActorMention* other = nullptr;
  for (const ActorMention& o : s.mentions) {
    if (o.merged || o.first < subject.last || o.last + 1 != its.first || o.entities.size() != 1) continue;
    if (thing(o.entities.front()) && o.entities != subject.entities) other = &o;
  }
  return other;
}

void Coreference::pronoun_thing(const Sentence& s, const ActorMention& m, bool owner, FewNumbers* out) {
  const auto fits = [&](std::uint32_t n) { return thing(n); };
  if (owner) {
    const ActorMention* subject = subject_of(s, m);
    if (const ActorMention* const victim = subject ? harmed(s, m, *subject) : nullptr) {
      *out = victim->entities;
      return;
    }
    if (const ActorMention* const other = subject ? reproached(s, m, *subject) : nullptr) {
      *out = other->entities;
      return;
    }
    if (subject && subject->entities.size() == 1 && fits(subject->entities.front())) {
      *out = subject->entities;
      return;
    }
  }
  const Tag behind = m.last < s.tagged.size() ? s.tagged[m.last].tag : Tag::stop;
  const bool acts = behind == Tag::verb || behind == Tag::be || behind == Tag::have || behind == Tag::modal ||
                    behind == Tag::do_verb || behind == Tag::adverb || behind == Tag::negation;
  if (!owner && acts) {
    if (impersonal(s, m)) return;
    const ActorMention* const says = who_says(s, m);
    if (says && says->entities.size() == 1 && fits(says->entities.front())) {
      *out = says->entities;
      return;
    }
  }
  const ActorMention* best = nullptr;
  for (std::size_t i = 0; i < s.mentions.size(); ++i) {
    const ActorMention& o = s.mentions[i];
    if (o.last > m.first || o.entities.size() != 1 || !fits(o.entities.front()) || first_person(s, o)) continue;
    // "working with Ukraine to help it": no subject of the verb between.
    if (!owner && (acts || roles_[i] != Role::oblique) && verb_between(s, o.last, m.first)) continue;
    const bool object = !owner && !acts;
    if (!best || (object ? o.first > best->first : o.first < best->first)) best = &o;
  }
  if (best) {
    // "has a plan, and Turkey supports it": a thing of the sentence.
    if (!owner && !acts && thing_before(s, 0, m.first)) return;
    *out = {best->entities.front()};
    return;
  }
  // What is done to "it" across sentences is as well any thing; so is "it" of a sentence's second clause.
  if (!owner && (!acts || clause_before(s, m.first))) return;
  const auto& told = salience_.told();
  for (auto t = told.rbegin(); t != told.rend() && s.number - t->sentence <= 1; ++t) {
    // Of this sentence itself the one before the verb is no other: "Hamas has rejected it".
    if (t->sentence < s.number && !t->speaks && fits(t->entity) && t->role == Role::subject) {
      *out = {t->entity};
      return;
    }
  }
}

// Between the marks of a quotation, which may have begun sentences ago.
bool Coreference::in_quotation(const Sentence& s, std::uint32_t token) {
  bool straight = false;
  for (std::uint32_t i = token; i-- > 0;) {
    const char p = s.tokens[i].punct;
    if (p == '{' || p == '}') return p == '{';
    if (p == '"') straight = !straight;
  }
  if (straight) return true;
  for (std::uint32_t i = token; i < s.tokens.size(); ++i) {
    const char p = s.tokens[i].punct;
    if (p == '{' || p == '}') return p == '}';
  }
  return false;
}

void Coreference::pronoun_speaker(const Sentence& s, const ActorMention& m, bool several, FewNumbers* out) {
  // A transcript's speaker may read out what another said.
  const bool read_out = speaker_ != none && in_quotation(s, m.first);
  const std::uint32_t speaker = speaker_ != none && !read_out ? speaker_ : quoted_;
  if (read_out && speaker == none) return;
  if (speaker == none && several && !joint_.empty() && !questioner_) {
    *out = joint_;
    return;
  }
  if (speaker == none) {
    // A government's own text, whoever speaks for it.
    if (several && home_ != no_actor && !questioner_) *out = {entity_of(home_)};
    return;
  }
  const DocEntity& e = entities_[speaker];
  if (!several) {
    // "I" of an official who is not named is nobody's government.
    if (e.kind == Kind::person) *out = {speaker};
    return;
  }
  // A mayor's "we" is his town.
  if (tables_.vocabulary.holds("local_office", e.folded_office.substr(0, e.folded_office.find(' ')))) return;
  const ActorIndex state = e.country != no_actor ? e.country : e.known;
  if (state != no_actor && g_[state].kind != Kind::person) *out = {entity_of(state)};
}

// Gender and number of a possessive and of whom it may look ahead to.
bool Coreference::agrees(std::string_view possessive, const ActorMention& m) {
  if (m.entities.empty()) return false;
  DocEntity& e = entities_[m.entities.front()];
  if (possessive == "their") return m.entities.size() > 1 || e.plural || e.told_as_people || e.kind == Kind::group;
  if (m.entities.size() != 1) return false;
  if (possessive == "its") return thing(m.entities.front());
  const bool female = possessive == "her";
  return e.kind == Kind::person && !e.plural && !(female ? e.male : e.female) &&
         (female ? e.female : e.male || gender_of_name(&e) != 2);
}

// "both of them", "the three of them": how many; 0 where nothing counts them.
int Coreference::counted_of(const Sentence& s, const ActorMention& m) {
  const std::uint32_t head = m.head;
  if (head < 2 || !s.tagged[head - 1].word || !s.tagged[head - 1].word->reads("of")) return 0;
  const Word* const w = s.tagged[head - 2].word;
  if (!w) return 0;
  return w->reads("both") || w->reads("two") || w->reads("neither") ? 2
         : w->reads("three")                                        ? 3
         : w->reads("four")                                         ? 4
                                                                    : 0;
}

void Coreference::resolve_pronoun(const Sentence& s, ActorMention* m) {
  const std::string_view f = s.tagged[m->head].word->folded;
  const bool object = s.tagged[m->head].tag == Tag::pronoun;
  const bool reflexive = f.ends_with("self") || f.ends_with("selves");
  const bool owner = f == "his" || f == "its" || f == "their" || (f == "her" && !object);
  if (const ActorMention* ahead = owner ? subject_ahead(s, *m) : nullptr; ahead && agrees(f, *ahead))
    m->entities = ahead->entities;
  else if (const ActorMention* beside = owner ? joined_before(s, *m) : nullptr; beside && agrees(f, *beside))
    m->entities = beside->entities;
  else if (const ActorMention* own = reflexive ? subject_of(s, *m) : nullptr;
           own && !own->entities.empty() && !entities_[own->entities.front()].described)
    m->entities = own->entities;
  else if (f == "he" || f == "his" || f == "him" || f == "himself")
    pronoun_person(s, *m, false, f == "him", &m->entities);
  else if (f == "she" || f == "her" || f == "herself")
    pronoun_person(s, *m, true, f == "her" && object, &m->entities);
  else if (const int count = f == "them" || f == "these" ? counted_of(s, *m) : f == "both" ? 2 : 0; count)
    counted_group(s, *m, static_cast<std::size_t>(count), &m->entities);
  else if (f == "other" || f == "another")
    for (const std::uint32_t e : own_subject(s, *m)) {
      if (std::find(m->entities.begin(), m->entities.end(), e) == m->entities.end()) m->entities.push_back(e);
    }
  else if (f == "former" || f == "latter")
    one_of_two(s, *m, f == "former", &m->entities);
  else if (f == "they" || f == "them" || f == "their")
    pronoun_plural(s, *m, f == "them", &m->entities);
  else if (f == "it" || f == "its")
    pronoun_thing(s, *m, owner, &m->entities);
  else if (f == "two" || f == "pair" || f == "duo")
    counted_group(s, *m, 2, &m->entities);
  else if (f == "three" || f == "trio")
    counted_group(s, *m, 3, &m->entities);
  else if (f == "four")
    counted_group(s, *m, 4, &m->entities);
  else if (f == "i" || f == "me" || f == "my")
    pronoun_speaker(s, *m, false, &m->entities);
  else if (f == "we" || f == "us" || f == "our")
    pronoun_speaker(s, *m, true, &m->entities);
  if (m->entities.size() > 1 && (f == "other" || f == "another")) m->kind = entities_[m->entities.front()].kind;
  if (m->entities.size() == 1 && entities_[m->entities.front()].kind == Kind::state)
    m->known = entities_[m->entities.front()].known;
  if (m->entities.size() == 1 && entities_[m->entities.front()].kind == Kind::person)
    m->country = entities_[m->entities.front()].country;
}

}  // namespace demarche::extract
