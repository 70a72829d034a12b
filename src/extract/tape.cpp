#include "extract/tape.h"

#include <algorithm>

#include "extract/mentions.h"
#include "rules/tape_code.h"

namespace demarche::extract {

using namespace rules;

namespace {

constexpr std::size_t longest = 48;
static_assert(longest <= longest_tape);

char detail_of(Kind kind) {
  switch (kind) {
    case Kind::person:
      return 'p';
    case Kind::state:
      return 's';
    case Kind::government:
      return 'v';
    case Kind::organisation:
      return 'o';
    case Kind::group:
      return 'g';
    case Kind::other:
      break;
  }
  return 'x';
}

char detail_of(NounClass c) {
  switch (c) {
    case NounClass::person:
      return 'h';
    case NounClass::group:
      return 'g';
    case NounClass::location:
      return 'l';
    case NounClass::time:
      return 't';
    case NounClass::event:
    case NounClass::act:
      return 'e';
    case NounClass::communication:
      return 'm';
    default:
      return 'x';
  }
}

class Writer {
 public:
  Writer(const PackTables& tables, const Sentence& s, Tape* tape) : tables_(tables), s_(s), tape_(*tape) {}

  void clause(const std::vector<Clause>& clauses, std::uint32_t number) {
    if (clauses[number].modal_of != none) shared_ = &s_.verbs[clauses[clauses[number].modal_of].verb];
    note_addressee(clauses, clauses[number]);
    note_subject(clauses[number]);
    note_deed(clauses, number);
    clause(clauses[number]);
    governed_clause(clauses, number);
    condition(clauses, number);
  }

  void clause(const Clause& c) {
    verb_chunk_ = c.chunk;
    const VerbGroup& v = s_.verbs[c.verb];
    if (c.echo) return echo(c, v);
    const Word* w = word(v.head);
    says_ = w && w->verb_has_trait(Trait::addressing_verb);
    if (!c.passive && c.relation != Relation::reduced) return active(c, v);
    if (c.relation == Relation::reduced && v.form == VerbForm::ing) return active(c, v);
    const std::uint32_t by = agent(c.tail);
    if (by == none) {
      item(item_nobody, 0, '-', {});
    } else {
      agents(by + 1, agent_end(by + 1, c.tail.last));
    }
    verb(c.chunk, v, 'f');
    patient(c);
    for (std::uint32_t i = c.tail.first; i < c.tail.last; ++i) {
      if (i == by)
        i = agent_end(by + 1, c.tail.last) - 1;
      else if (c.gap.first <= i && i < c.gap.last)
        i = c.gap.last - 1;
      else
        i = one(i, c.tail.last);
    }
  }

  // However it is said: "X did likewise".
  void echo(const Clause& c, const VerbGroup& v) {
    const WordProps *act = tables_.vocabulary.find("do"), *same = tables_.vocabulary.find("likewise");
    subject(c.subject);
    item(item_verb, act ? act->id : WordId{0}, 'f', {none, c.chunk, v.head, v.head + 1});
    item(item_adverb, same ? same->id : WordId{0}, '-', {none, c.chunk, v.head, v.head + 1});
  }

  void marked(std::uint32_t actor, std::uint32_t phrase, std::uint32_t at, const ChunkRange& object) {
    if (actor == none) {
      const Word* w = word(s_.phrases[chunk(phrase).index].head);
      item(item_actor, w ? w->noun : WordId{0}, 'x', {none, phrase, chunk(phrase).first, chunk(phrase).last});
    } else {
      marked_actor(actor, at);
    }
    for (std::uint32_t j = at; j < s_.chunks.size() && tape_.items.size() < longest; ++j) {
      const ChunkKind k = chunk(j).kind;
      if (k == ChunkKind::subordinator || k == ChunkKind::relative)
        item(item_boundary, 0, '-', {none, j, 0, 0});
      else
        j = one(j, static_cast<std::uint32_t>(s_.chunks.size()));
      if (j == at && !object.empty()) subject(object);
    }
  }

  void marked_actor(std::uint32_t actor, std::uint32_t at) {
    const ActorMention& m = s_.mentions[actor];
    const bool event = chunk(at).kind == ChunkKind::noun;
    const Word* w = word(m.head);
    const bool common = (m.refers == Refers::role || m.refers == Refers::described) && w;
    const char detail = m.refers == Refers::person ? 'n' : detail_of(m.kind);
    const auto* owners = event ? &s_.phrases[chunk(at).index].possessors : nullptr;
    const bool told = owners && std::find(owners->begin(), owners->end(), actor) != owners->end();
    if (!told)
      item(event ? item_possessor : item_actor, common ? w->noun : WordId{0}, detail, {actor, at, m.first, m.last});
  }

  void nominal(std::uint32_t chunk, const Clause* owner) {
    if (owner) owners(*owner);
    noun(chunk);
    for (std::uint32_t j = chunk + 1; j < s_.chunks.size() && tape_.items.size() < longest; ++j) {
      const ChunkKind k = s_.chunks[j].kind;
      if (k == ChunkKind::verb && !infinitive(j)) break;
      if (k == ChunkKind::stop || k == ChunkKind::subordinator || k == ChunkKind::relative || k == ChunkKind::open ||
          k == ChunkKind::close || begins_clause(chunk + 1, j))
        break;
      j = one(j, static_cast<std::uint32_t>(s_.chunks.size()));
    }
  }

 private:
  // "Israel's attack on Gaza, the ministry said": what the comma leads to is another clause's subject, also behind a
  // quotation mark.
  // Also ", and Italy convened": where no comma before it opens a list.
  bool begins_clause(std::uint32_t from, std::uint32_t i) const {
    if (chunk(i).kind != ChunkKind::comma || i + 2 >= s_.chunks.size()) return false;
    const bool joined = chunk(i + 1).kind == ChunkKind::conjunction;
    const Word* const w = joined ? word(chunk(i + 1).first) : nullptr;
    const bool but = w && w->reads("but");  // joins no list of names
    for (std::uint32_t k = from; joined && !but && k < i; ++k) {
      if (chunk(k).kind == ChunkKind::comma || chunk(k).kind == ChunkKind::conjunction || between(k)) return false;
    }
    const std::uint32_t noun = chunk(i + 1).kind == ChunkKind::quote || joined ? i + 2 : i + 1;
    return noun + 1 < s_.chunks.size() && chunk(noun).kind == ChunkKind::noun &&
           chunk(noun + 1).kind == ChunkKind::verb && s_.verbs[chunk(noun + 1).index].form == VerbForm::finite;
  }

  bool between(std::uint32_t i) const {
    const Word* const w = word(chunk(i).first);
    return w && w->reads("between");
  }
  const Chunk& chunk(std::uint32_t i) const { return s_.chunks[i]; }
  const Word* word(std::uint32_t token) const { return s_.tagged[token].word; }
  bool is_time(std::uint32_t i) const { return chunk(i).kind == ChunkKind::noun && s_.phrases[chunk(i).index].time; }
  bool infinitive(std::uint32_t i) const { return s_.verbs[chunk(i).index].form == VerbForm::infinitive; }

  void active(const Clause& c, const VerbGroup& v) {
    if (!owner(c)) {
      doer_of_subject(c);
      if (ends_event(c))
        patient(c);
      else
        subject(c.subject);
    }
    verb(c.chunk, v, v.form == VerbForm::finite ? 'f' : v.form == VerbForm::ing ? 'g' : 'i');
    if (c.object_preposition != none) one(c.object_preposition, c.object_preposition + 1);
    if (!c.object.empty()) subject(c.object);
    if (c.gap.empty()) return range(c.tail.first, c.tail.last);
    range(c.tail.first, c.gap.first);
    range(c.gap.last, c.tail.last);
  }

  // "Talks between A and B collapsed", "failed to end the war": whose event it was stands behind its noun.
  bool ends_event(const Clause& c) const {
    const Word* const w = word(s_.verbs[c.verb].head);
    return !c.subject.empty() && chunk(c.subject.first).kind == ChunkKind::noun &&
           s_.phrases[chunk(c.subject.first).index].mention == none && w && w->verb_has_trait(Trait::event_ending_verb);
  }

  // "Iran's refusal to meet them", "Iran's aim is to meet them", "praised Iran's role in hosting them": the owner is
  // the subject.
  bool owner(const Clause& c) {
    const bool listed = c.joined && s_.verbs[c.verb].form == VerbForm::ing;  // "for weakening and defeating them"
    const bool doing = c.relation == Relation::adverbial && c.subject.last == c.subject.first + 1 &&
                       (listed || c.chunk == c.subject.last + 1) &&
                       chunk(c.subject.last).kind == ChunkKind::preposition;
    const bool to_do = c.relation == Relation::infinitive && c.governor == none;
    if (!(doing || to_do) || c.subject.empty() || chunk(c.subject.first).kind != ChunkKind::noun) return false;
    const NounPhrase& p = s_.phrases[chunk(c.subject.first).index];
    if (p.mention != none || p.possessors.empty()) return false;
    const ActorMention& m = s_.mentions[p.possessors.back()];
    if (m.entities.empty()) return false;
    item(item_actor, 0, m.refers == Refers::person ? 'n' : detail_of(m.kind),
         {p.possessors.back(), c.subject.first, m.first, m.last});
    return true;
  }

  // "The visit by Pelosi angered China": who stands behind "by" owns it, as in "Pelosi's visit".
  void doer_of_subject(const Clause& c) {
    const std::uint32_t i = c.subject.first;
    if (c.subject.last != i + 1 || i + 2 >= c.chunk || chunk(i).kind != ChunkKind::noun || !by(i + 1) ||
        chunk(i + 2).kind != ChunkKind::noun)
      return;
    const NounPhrase& p = s_.phrases[chunk(i).index];
    const std::uint32_t mention = s_.phrases[chunk(i + 2).index].mention;
    if (p.mention == none && p.possessors.empty()) possessor(mention, i);
  }

  // Whoever owns the noun phrase at `chunk`, if that is anybody.
  void possessor(std::uint32_t mention, std::uint32_t chunk) {
    if (mention == none || s_.mentions[mention].entities.empty()) return;
    const ActorMention& m = s_.mentions[mention];
    item(item_possessor, 0, m.refers == Refers::person ? 'n' : detail_of(m.kind), {mention, chunk, m.first, m.last});
  }

  void item(char kind, WordId id, char detail, TapeItem what) {
    if (tape_.items.size() >= longest) return;
    tape_.code.push_back({kind_bit(kind), id, detail_bit(detail)});
    tape_.items.push_back(what);
    if (id) tape_.words.add(id);
  }

  // "less willing to help": no refusal.
  bool weakened(const VerbGroup& v) const {
    for (std::uint32_t t = v.first; t < v.head; ++t) {
      if (word(t) && word(t)->reads("less")) return true;
    }
    return false;
  }

  void verb(std::uint32_t i, const VerbGroup& v, char detail) {
    const Word* w = word(v.head);
    // '"We will," he said, "respond"'
    if (shared_ && shared_->auxiliary_only && i == verb_chunk_) modals(i, *shared_);
    const bool lexical = w && (s_.tagged[v.head].tag == Tag::verb || w->is(rules::have) || w->is(rules::do_verb));
    modals(i, v);
    const WordId id = !w ? 0 : lexical && w->verb ? w->verb : v.copula ? tables_.be_word : w->self;
    item(item_verb, id, detail, {none, i, v.head, v.head + 1});
    for (std::uint32_t t = v.first; t < v.last; ++t) {
      if (s_.tagged[t].tag == Tag::adverb) adverb(t, i);
    }
  }

  void modals(std::uint32_t i, const VerbGroup& v) {
    for (std::uint32_t t = v.first; t < v.last; ++t) {
      if (s_.tagged[t].tag == Tag::modal && word(t)) item(item_modal, word(t)->self, '-', {none, i, t, t + 1});
    }
    if (v.negated && !weakened(v)) item(item_negation, 0, '-', {none, i, v.first, std::max(v.head, v.first + 1)});
  }

  // '"You must stop this war," the Pope told Putin': whom the clause's "you" means.
  void note_addressee(const std::vector<Clause>& clauses, const Clause& said) {
    addressee_ = none;
    if (said.source == none) return;
    const Clause& c = clauses[said.source];
    if (c.tail.empty() || c.passive) return;
    std::uint32_t i = c.tail.first;
    const Word* const to = chunk(i).kind == ChunkKind::preposition ? word(chunk(i).first) : nullptr;
    if (to && to->reads("to") && i + 1 < c.tail.last) ++i;
    if (!actor_at(i) || is_time(i)) return;
    addressee_ = s_.phrases[chunk(i).index].mention;
  }

  // "you", "your" of somebody who is spoken to in this sentence: whoever that is.
  std::uint32_t meant(std::uint32_t mention) const {
    const ActorMention& m = s_.mentions[mention];
    if (addressee_ == none || !m.entities.empty() || m.refers != Refers::pronoun) return mention;
    const Word* const w = word(m.head);
    return w && (w->reads("you") || w->reads("your")) ? addressee_ : mention;
  }

  // The subject's entities: their own possessives ("its troops") say nothing new.
  void note_subject(const Clause& c) {
    for (std::uint32_t i = c.subject.first; i < c.subject.last; ++i) {
      if (chunk(i).kind != ChunkKind::noun) continue;
      const std::uint32_t m = s_.phrases[chunk(i).index].mention;
      if (m != none) tape_.own.insert(tape_.own.end(), s_.mentions[m].entities.begin(), s_.mentions[m].entities.end());
    }
  }

  bool own_possessive(const ActorMention& m) const {
    if (m.last == m.first + 2) return false;  // "each other's"
    return m.refers == Refers::pronoun && std::any_of(m.entities.begin(), m.entities.end(), [&](std::uint32_t e) {
             return std::find(tape_.own.begin(), tape_.own.end(), e) != tape_.own.end();
           });
  }

  void owners(const Clause& c) {
    for (std::uint32_t i = c.subject.first; i < c.subject.last; ++i) {
      if (chunk(i).kind != ChunkKind::noun) continue;
      const NounPhrase& p = s_.phrases[chunk(i).index];
      if (p.mention == none || s_.mentions[p.mention].entities.empty()) continue;
      const ActorMention& m = s_.mentions[p.mention];
      item(item_possessor, 0, m.refers == Refers::person ? 'n' : detail_of(m.kind), {p.mention, i, p.first, p.last});
    }
  }

  // "demanded that Y leave", "said Y must leave": the clause under a verb of speech, behind a boundary.
  void governed_clause(const std::vector<Clause>& clauses, std::uint32_t number) {
    const Clause& c = clauses[number];
    for (std::uint32_t k = 0; k < number; ++k) {
      const Clause& d = clauses[k];
      if (d.source != number || d.subject.empty() || d.inverted || d.relation == Relation::relative ||
          s_.verbs[d.verb].form != VerbForm::finite)
        continue;
      item(item_boundary, 0, '-', {none, d.chunk, 0, 0});  // "Turkey has broken the law, he said."
      note_addressee(clauses, d);
      clause(d);
      return;
    }
    for (std::uint32_t k = number + 1; k < clauses.size(); ++k) {
      const Clause& d = clauses[k];
      const std::uint32_t gap = d.subject.first - std::min(d.subject.first, c.tail.last);
      const bool quoted =
          d.source == number && d.subject.first > 0 &&
          (chunk(d.subject.first - 1).kind == ChunkKind::quote || chunk(d.subject.first - 1).kind == ChunkKind::stop);
      if (d.subject.empty() || d.inverted || d.subject.first < c.tail.last || (gap > 2 && !quoted) ||
          d.chunk < d.subject.first)
        continue;
      if (d.relation == Relation::relative || d.relation == Relation::infinitive || d.relation == Relation::reduced)
        continue;
      if (gap > 0 && !quoted && chunk(c.tail.last).kind != ChunkKind::subordinator) continue;
      const Word* that = gap > 0 ? word(chunk(c.tail.last).first) : nullptr;
      if (that && !that->reads("that")) continue;
      item(item_boundary, 0, '-', {none, c.tail.last, 0, 0});
      note_addressee(clauses, d);
      clause(d);
      return;
    }
  }

  // "If Iran attacks, Israel will answer", "Israel threatened an answer should Iran attack": on whom it depends stands
  // at the end, behind "if".
  void condition(const std::vector<Clause>& clauses, std::uint32_t number) {
    const Clause& c = clauses[number];
    if (c.conditional || c.relation == Relation::relative || c.relation == Relation::reduced) return;
    const Clause* d = nullptr;
    for (std::uint32_t k = number; k-- > 0 && clauses[k].chunk < c.subject.first && !d;) {
      if (clauses[k].conditional && clauses[k].relation != Relation::infinitive) d = &clauses[k];
    }
    for (std::uint32_t k = number + 1; k < clauses.size() && !d; ++k) {
      if (clauses[k].conditional) d = &clauses[k];
      if (clauses[k].relation != Relation::infinitive) break;
    }
    const WordProps* const p = d ? tables_.vocabulary.find("if") : nullptr;
    if (!p) return;
    item(item_preposition, p->id, '-', {none, d->subject.first, 0, 0});
    subject(d->subject);
  }

  void adverb(std::uint32_t t, std::uint32_t i) {
    const Word* w = word(t);
    if (w && w->self && w->self < tables_.shown_adverb.size() && tables_.shown_adverb[w->self])
      item(item_adverb, w->self, '-', {none, i, t, t + 1});
  }

  // Behind its verb the subject of a passive keeps its complements: "sanctions against Cuba were eased".
  void patient(const Clause& c) {
    subject(c.subject);
    if (c.subject.empty() || c.subject.last > c.chunk) return;
    for (std::uint32_t i = c.subject.last; i + 1 < c.chunk && chunk(i).kind == ChunkKind::preposition &&
                                           chunk(i + 1).kind == ChunkKind::noun && !is_time(i + 1);
         i += 2) {
      one(i, c.chunk);
      noun(i + 1);
      for (; i + 3 < c.chunk && chunk(i + 2).kind == ChunkKind::conjunction && chunk(i + 3).kind == ChunkKind::noun;
           i += 2) {
        one(i + 2, c.chunk);  // "between A and B"
        noun(i + 3);
      }
    }
  }

  void subject(const ChunkRange& r) {
    const std::size_t start = tape_.items.size();
    for (std::uint32_t i = r.first; i < r.last; ++i) {
      const ChunkKind k = chunk(i).kind;
      if (k == ChunkKind::relative) {  // a relative clause inside the list
        while (i + 1 < r.last && !(chunk(i).kind == ChunkKind::comma && chunk(i + 1).kind == ChunkKind::conjunction))
          ++i;
        continue;
      }
      if (k == ChunkKind::noun && !is_time(i))
        noun(i);
      else if (const std::uint32_t with = joined(i, r.last))
        i = with - 1;
      else if (k == ChunkKind::comma)
        item(item_comma, 0, '-', {none, i, chunk(i).first, chunk(i).last});
      else if (k == ChunkKind::conjunction)
        item(item_conjunction, 0, '-', {none, i, chunk(i).first, chunk(i).last});
      else if (k == ChunkKind::preposition && i + 1 < r.last)
        ++i;
    }
    drop_trailing_things(start);
  }

  // "Putin, along with Rouhani,": written as if joined by "and"; where the one joined stands, 0 = no such thing at i.
  std::uint32_t joined(std::uint32_t i, std::uint32_t last) {
    if (chunk(i).kind != ChunkKind::comma || i + 2 >= last) return 0;
    const ChunkKind next = chunk(i + 1).kind;
    if (next == ChunkKind::noun || next == ChunkKind::conjunction || next == ChunkKind::relative) return 0;
    std::uint32_t j = i + 2;
    while (j < last && chunk(j).kind != ChunkKind::noun) ++j;
    if (j == last) return 0;
    item(item_conjunction, 0, '-', {none, i, chunk(i).first, chunk(i).last});
    return j;
  }

  bool is(std::size_t i, ItemKind kind) const { return tape_.code[i].is(kind); }

  // "A, B and other members": what is no actor at the end of a list of actors is left out.
  void drop_trailing_things(std::size_t start) {
    std::size_t end = tape_.items.size(), last_actor = start;
    bool actor = false;
    for (std::size_t i = start; i < end; ++i) {
      if (!is(i, item_actor)) continue;
      actor = true;
      last_actor = i;
    }
    if (!actor || last_actor + 1 >= end || (!is(last_actor + 1, item_comma) && !is(last_actor + 1, item_conjunction)))
      return;
    tape_.items.resize(last_actor + 1);
    tape_.code.resize(last_actor + 1);
  }

  // "by" before an actor or a noun that can act.
  std::uint32_t agent(const ChunkRange& tail) const {
    for (std::uint32_t i = tail.first; i + 1 < tail.last; ++i) {
      if (chunk(i).kind == ChunkKind::verb) return none;
      if (by(i) && chunk(i + 1).kind == ChunkKind::noun && !is_time(i + 1)) return i;
    }
    return none;
  }

  std::uint32_t agent_end(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t end = first + 1;
    while (end < last) {
      std::uint32_t j = end;
      if (chunk(j).kind == ChunkKind::comma) ++j;
      if (j < last && chunk(j).kind == ChunkKind::conjunction) ++j;
      if (j > end && j + 1 < last && by(j)) ++j;  // "by A and by B"
      if (j == end || j >= last || chunk(j).kind != ChunkKind::noun || is_time(j)) break;
      if (another_agent(j, last)) j += 2;
      end = j + 1;
    }
    // "by 50 countries, including A and B"
    std::uint32_t list = end < last && chunk(end).kind == ChunkKind::comma ? end + 1 : end;
    if (list + 1 < last && chunk(list).kind == ChunkKind::preposition && word(chunk(list).first) &&
        word(chunk(list).first)->reads("including") && actor_at(list + 1))
      return agent_end(list + 1, last);
    return end;
  }

  // "four by Germany, four by Poland and one by Norway": the verb is told once.
  bool another_agent(std::uint32_t i, std::uint32_t last) const {
    if (i + 2 >= last || chunk(i + 1).kind != ChunkKind::preposition || chunk(i + 2).kind != ChunkKind::noun ||
        is_time(i + 2))
      return false;
    return by(i + 1);
  }

  bool by(std::uint32_t i) const {
    const Word* w = word(chunk(i).first);
    return chunk(i).kind == ChunkKind::preposition && w && w->reads("by");
  }

  void agents(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) {
      if (chunk(i).kind == ChunkKind::noun && another_agent(i, last)) i += 2;
      if (!by(i)) i = one(i, last);
    }
  }

  void range(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last && tape_.items.size() < longest; ++i) i = one(i, last);
  }

  // Writes chunk i; returns the last chunk that it used.
  std::uint32_t one(std::uint32_t i, std::uint32_t last) {
    const Chunk& c = chunk(i);
    switch (c.kind) {
      case ChunkKind::noun:
        if (!is_time(i)) noun(i);
        break;
      case ChunkKind::preposition:
        if (i + 1 < last && is_time(i + 1)) return i + 1;
        if (repeats(c)) break;
        if (place_in_list(i, last)) return i + 1;
        if (const std::uint32_t end = included(i, last); end) return end;
        if (i + 2 < last && concerning(i)) {
          const WordProps* p = tables_.vocabulary.find("regarding");
          item(item_preposition, p ? p->id : WordId{0}, '-', {none, i, c.first, c.last});
          return i + 2;
        }
        item(item_preposition, word(c.first) ? word(c.first)->self : WordId{0}, '-', {none, i, c.first, c.last});
        break;
      case ChunkKind::conjunction:
        // "regularly and intensively"
        if (i > 0 && i + 1 < last && chunk(i - 1).kind == ChunkKind::adverb && chunk(i + 1).kind == ChunkKind::adverb)
          break;
        item(item_conjunction, 0, '-', {none, i, c.first, c.last});
        return std::max(i, insertion(i + 1, last));
      case ChunkKind::comma:
        if (const std::uint32_t end = time_aside(i + 1, last); end) return end;
        if (const std::uint32_t end = apposition(i + 1, last); end) return end;
        if (ends_included(i, last)) break;
        item(item_comma, 0, '-', {none, i, c.first, c.last});
        break;
      case ChunkKind::adverb:
        if (const std::uint32_t end = included(i, last); end) return end;
        if (!there(c, i)) adverb(c.first, i);
        break;
      case ChunkKind::verb: {
        const VerbGroup& v = s_.verbs[c.index];
        if (v.form == VerbForm::infinitive) item(item_to, 0, '-', {none, i, c.first, c.first + 1});
        verb(i, v, v.form == VerbForm::ing ? 'g' : 'i');
        break;
      }
      default:
        break;
    }
    return i;
  }

  // "recalled their envoys from Lima and closed their embassies there": in the place named before in the sentence.
  bool there(const Chunk& c, std::uint32_t i) {
    const Word* const w = word(c.first);
    const WordProps* const in = w && w->reads("there") ? tables_.vocabulary.find("in") : nullptr;
    if (!in) return false;
    std::uint32_t where = none;
    for (std::uint32_t n = 0; n < s_.mentions.size(); ++n) {
      const ActorMention& m = s_.mentions[n];
      if (m.last > c.first || m.merged || m.entities.empty() ||
          !(m.refers == Refers::place || m.refers == Refers::capital))
        continue;
      if (where == none || m.first > s_.mentions[where].first) where = n;
    }
    if (where == none) return false;
    item(item_preposition, in->id, '-', {none, i, c.first, c.last});
    item(item_place, 0, detail_of(s_.mentions[where].kind), {where, i, c.first, c.last});
    return true;
  }

  // "met A in Jerusalem, B in Ramallah and then with C in Cairo": where each was met parts no list of persons.
  bool place_in_list(std::uint32_t i, std::uint32_t last) const {
    const Word* const w = word(chunk(i).first);
    if (!w || !(w->reads("in") || w->reads("at")) || i + 3 >= last || chunk(i + 1).kind != ChunkKind::noun ||
        tape_.items.empty() || !is(tape_.items.size() - 1, item_actor) || !person_at(tape_.items.back().chunk))
      return false;
    const std::uint32_t where = s_.phrases[chunk(i + 1).index].mention;
    if (where == none || !located(i + 1, s_.mentions[where])) return false;
    std::uint32_t next = i + 2;
    if (chunk(next).kind == ChunkKind::comma) ++next;
    if (next < last && chunk(next).kind == ChunkKind::conjunction) ++next;
    if (next == i + 2) return false;
    const bool joined = chunk(next - 1).kind == ChunkKind::conjunction;
    while (next < last && chunk(next).kind == ChunkKind::adverb) ++next;
    const bool with = next + 1 < last && chunk(next).kind == ChunkKind::preposition && word(chunk(next).first) &&
                      word(chunk(next).first)->reads("with");
    if (with) ++next;
    // "the minister in London, chair of the meeting": no other.
    return next < last && person_at(next) &&
           (with || joined || s_.mentions[s_.phrases[chunk(next).index].mention].refers == Refers::person);
  }

  bool person_at(std::uint32_t i) const {
    if (i >= s_.chunks.size() || !actor_at(i)) return false;
    const ActorMention& m = s_.mentions[s_.phrases[chunk(i).index].mention];
    return m.refers == Refers::person ||
           ((m.refers == Refers::role || m.refers == Refers::described) && m.kind == Kind::person);
  }

  // "met ministers in Rome, including A and B": the list stands beside those whom it names. The list's last chunk; 0
  // where i begins none or nothing lies between.
  std::uint32_t included(std::uint32_t i, std::uint32_t last) {
    const Word* const w = word(chunk(i).first);
    const bool listing = w && (w->reads("including") || w->reads("especially") || w->reads("notably") ||
                               w->reads("particularly") || w->reads("namely"));
    if (!listing || i + 1 >= last || !actor_at(i + 1)) return 0;
    if (drop_vague_whole()) return listed(i + 1, last);
    std::size_t whole = tape_.items.size();
    while (whole > 0 && (is(whole - 1, item_preposition) || is(whole - 1, item_place) || is(whole - 1, item_noun) ||
                         is(whole - 1, item_comma)))
      --whole;
    if (whole == 0 || !is(whole - 1, item_actor) || tape_.items[whole - 1].mention == none) return 0;
    const std::size_t list = tape_.items.size();
    if (!s_.mentions[tape_.items[whole - 1].mention].plural || list < whole + 2) return 0;
    item(item_preposition, w->self, '-', {none, i, chunk(i).first, chunk(i).last});
    const std::uint32_t end = listed(i + 1, last);
    const auto turn = [&](auto& v) {
      using Offset = std::ptrdiff_t;
      std::rotate(v.begin() + static_cast<Offset>(whole), v.begin() + static_cast<Offset>(list), v.end());
    };
    turn(tape_.items);
    turn(tape_.code);
    return end;
  }

  // "50 countries, including A and B": those named stand for the whole. False where it says who they are.
  bool drop_vague_whole() {
    std::size_t end = tape_.items.size();
    if (end > 0 && is(end - 1, item_comma)) --end;
    if (end == 0 || !is(end - 1, item_noun)) return false;
    const std::uint32_t at = tape_.items[end - 1].chunk;
    const NounPhrase& p = s_.phrases[chunk(at).index];
    const Word* const w = word(p.head);
    if (!w || !w->plural_noun() || !p.possessors.empty() || !tables_.vocabulary.holds("vague_whole", w->noun_lemma))
      return false;
    while (end > 0 && tape_.items[end - 1].chunk == at) --end;
    tape_.items.resize(end);
    tape_.code.resize(end);
    return true;
  }

  // The list of actors that begins at i; its last chunk.
  std::uint32_t listed(std::uint32_t i, std::uint32_t last) {
    std::uint32_t end = i;
    noun(end);
    for (std::uint32_t j = end + 1; j < last; j = end + 1) {
      if (chunk(j).kind == ChunkKind::comma) ++j;
      if (j < last && chunk(j).kind == ChunkKind::conjunction) ++j;
      if (j == end + 1 || j >= last || !actor_at(j)) break;
      item(item_conjunction, 0, '-', {none, j - 1, chunk(j - 1).first, chunk(j - 1).last});
      noun(j);
      end = j;
    }
    return end;
  }

  bool actor_at(std::uint32_t i) const {
    if (chunk(i).kind != ChunkKind::noun) return false;
    const std::uint32_t m = s_.phrases[chunk(i).index].mention;
    return m != none && !s_.mentions[m].entities.empty() && s_.mentions[m].refers != Refers::place;
  }

  // Behind i stands the comma that closes what it began, and the verb's complements go on: "its allies, including A, to
  // send", "A, the largest donor, for help".
  bool closed(std::uint32_t i, std::uint32_t last) const {
    if (i + 2 >= last || chunk(i + 1).kind != ChunkKind::comma) return false;
    const Chunk& next = chunk(i + 2);
    return next.kind == ChunkKind::preposition ||
           (next.kind == ChunkKind::verb && s_.verbs[next.index].form == VerbForm::infinitive);
  }

  // The comma behind ", including A and B,".
  bool ends_included(std::uint32_t i, std::uint32_t last) const {
    if (!closed(i - 1, last)) return false;
    std::size_t k = tape_.items.size();
    while (k > 0 && (is(k - 1, item_actor) || is(k - 1, item_comma) || is(k - 1, item_conjunction))) --k;
    const WordProps* const including = tables_.vocabulary.find("including");
    return k > 1 && k < tape_.items.size() && including && is(k - 1, item_preposition) &&
           tape_.code[k - 1].word == including->id;
  }

  // ", the largest donor to the fund,": says more of the actor before it; the comma that closes what begins at i, 0 =
  // none.
  std::uint32_t apposition(std::uint32_t i, std::uint32_t last) const {
    if (tape_.items.empty() || !is(tape_.items.size() - 1, item_actor) || i >= last ||
        chunk(i).kind != ChunkKind::noun || actor_at(i) || is_time(i))
      return 0;
    std::uint32_t end = i;
    while (end + 2 < last && chunk(end + 1).kind == ChunkKind::preposition && chunk(end + 2).kind == ChunkKind::noun)
      end += 2;
    return closed(end, last) ? end + 1 : 0;
  }

  // ", in the last week,", ", for example,": the comma that closes an expression of time or an adverb set off by
  // commas, begun before i; 0 = none.
  std::uint32_t time_aside(std::uint32_t i, std::uint32_t last) const {
    std::uint32_t end = i;
    while (end < last && chunk(end).kind == ChunkKind::adverb) ++end;
    if (end > i) return end < last && chunk(end).kind == ChunkKind::comma ? end : 0;
    if (i < last && chunk(i).kind == ChunkKind::preposition) ++i;
    return i + 1 < last && chunk(i).kind == ChunkKind::noun && is_time(i) && chunk(i + 1).kind == ChunkKind::comma
               ? i + 1
               : 0;
  }

  // "with respect to", "in relation to", "with regard to".
  bool concerning(std::uint32_t i) const {
    if (chunk(i + 1).kind != ChunkKind::noun || chunk(i + 2).kind != ChunkKind::preposition ||
        chunk(i + 1).last != chunk(i + 1).first + 1)
      return false;
    const Word *noun = word(chunk(i + 1).first), *to = word(chunk(i + 2).first);
    return noun && to && to->reads("to") &&
           (noun->reads("respect") || noun->reads("regard") || noun->reads("relation") || noun->reads("reference"));
  }

  // "met A and, over dinner, B": the last chunk of a phrase set off by commas that begins at i; 0 when there is none.
  std::uint32_t insertion(std::uint32_t i, std::uint32_t last) const {
    if (i + 3 <= last && chunk(i).kind == ChunkKind::comma && chunk(i + 1).kind == ChunkKind::adverb &&
        chunk(i + 2).kind == ChunkKind::comma)
      return i + 2;  // "A and, later, B"
    if (i + 4 > last || chunk(i).kind != ChunkKind::comma || chunk(i + 1).kind != ChunkKind::preposition ||
        chunk(i + 2).kind != ChunkKind::noun || chunk(i + 3).kind != ChunkKind::comma)
      return 0;
    return s_.phrases[chunk(i + 2).index].mention == none ? i + 3 : 0;
  }

  // "spoke with A, with B and with C": the preposition stands already before the first of the list.
  bool repeats(const Chunk& c) const {
    const WordId id = word(c.first) ? word(c.first)->self : WordId{0};
    std::size_t i = tape_.items.size();
    while (i > 0 && (tape_.code[i - 1].is(item_comma) || tape_.code[i - 1].is(item_conjunction))) --i;
    if (id == 0 || i == tape_.items.size() || i < 2 || !tape_.code[i - 1].is(item_actor)) return false;
    while (i > 0 && (tape_.code[i - 1].is(item_actor) || tape_.code[i - 1].is(item_comma) ||
                     tape_.code[i - 1].is(item_conjunction)))
      --i;
    return i > 0 && tape_.code[i - 1].is(item_preposition) && tape_.code[i - 1].word == id;
  }

  // Whether a place or capital at chunk i is where something happens.
  bool located(std::uint32_t i, const ActorMention& m) const {
    if (i == 0 || chunk(i - 1).kind != ChunkKind::preposition) return m.refers == Refers::place;
    const Word* w = word(chunk(i - 1).first);
    if (!w) return false;
    const std::string_view p = w->folded;
    // "apologised to Moscow": to the government.
    if (m.refers == Refers::capital && says_ && (p == "to" || p == "from")) return false;
    if (m.refers == Refers::capital || m.refers == Refers::place) {
      return m.refers == Refers::place || p == "in" || p == "at" || p == "near" || p == "from" || p == "to" ||
             p == "outside" || p == "inside" || p == "into" || p == "around" || p == "through" || p == "via" ||
             p == "for";
    }
    return m.refers == Refers::actor && m.kind == Kind::state && m.name_last != 0 &&
           (p == "in" || p == "inside" || p == "across" || p == "around" || p == "into" || p == "near" ||
            p == "throughout" || p == "within");
  }

  std::uint32_t noun(std::uint32_t i) {
    const NounPhrase& p = s_.phrases[chunk(i).index];
    if (p.mention != none) {
      const std::uint32_t mention = meant(p.mention);
      const ActorMention& m = s_.mentions[mention];
      if (!m.entities.empty()) {
        const bool place = located(i, m);
        const Word* const town = place && p.head < m.head ? word(p.head) : nullptr;  // "the city of Kharkiv"
        const Word* w = word(m.head);
        const bool common = (m.refers == Refers::role || m.refers == Refers::described) && w;
        const bool thing =
            m.refers == Refers::pronoun && (m.known != no_actor || (w && w->reads("it")));  // a state, a body
        const bool named =
            (m.refers == Refers::person || m.refers == Refers::role || (m.refers == Refers::pronoun && !thing)) &&
            (m.political || m.given);
        const bool person =
            m.refers == Refers::person || (m.refers == Refers::pronoun && !thing && m.kind == Kind::other);
        item(place ? item_place : item_actor,
             common ? w->noun
             : town ? town->noun
                    : WordId{0},
             named && m.kind != Kind::government ? 'n'
             : person                            ? 'p'
             : thing && m.known != no_actor      ? 's'
                                                 : detail_of(m.kind),
             {mention, i, p.first, p.last});
        return i;
      }
    }
    for (const std::uint32_t q : p.possessors) {
      if (!own_possessive(s_.mentions[q])) possessor(meant(q), i);
    }
    if (i == deed_)
      told_doers();
    else if (p.possessors.empty())
      doer(i);
    modifiers(i, p);
    const Word* w = word(p.head);
    if (w && s_.tagged[p.head].tag == Tag::adjective) {
      if (w->self && w->self < tables_.shown_adverb.size() && tables_.shown_adverb[w->self])
        item(item_adverb, w->self, '-', {none, i, p.first, p.last});
      return i;
    }
    if (money(p)) {
      item(item_noun, tables_.money_word, 'x', {none, i, p.first, p.last});
      return i;
    }
    item(item_noun, w && s_.tagged[p.head].tag == Tag::noun ? w->noun : WordId{0}, w ? detail_of(w->noun_class) : 'x',
         {none, i, p.first, p.last});
    return i;
  }

  // "Turkey closed the border, a move condemned by Greece", "Russia made raids, which Greece condemned": of the deed
  // that a clause is about, whoever does it in the clause before is the owner.
  void note_deed(const std::vector<Clause>& clauses, std::uint32_t number) {
    const Clause& c = clauses[number];
    if ((c.relation != Relation::reduced && c.relation != Relation::relative) || c.subject.empty() || number == 0)
      return;
    // "a decision that Greece denounced"
    const Word* const judges = word(s_.verbs[c.verb].head);
    const bool judged = !c.object.empty() && judges && tables_.vocabulary.holds("judging_verb", judges->verb_lemma);
    const ChunkRange told = judged ? c.object : c.subject;
    if (told.last != told.first + 1 || chunk(told.first).kind != ChunkKind::noun) return;
    const std::uint32_t i = told.first;
    const NounPhrase& p = s_.phrases[chunk(i).index];
    const Word* w = word(p.head);
    if (p.mention != none || !p.possessors.empty() || !w || !tables_.vocabulary.holds("told_deed", w->noun_lemma))
      return;
    for (std::uint32_t n = number; n-- > 0;) {
      const Clause& d = clauses[n];
      if (d.chunk >= i || d.subject.empty() || d.passive || d.relation == Relation::reduced) continue;
      // "accused Algeria of arming rebels, a charge that Algiers denies": whose charge it is.
      const bool said = tables_.vocabulary.holds("saying_deed", w->noun_lemma);
      if (said && s_.verbs[d.verb].form != VerbForm::finite) continue;
      const Word* verb = word(s_.verbs[d.verb].head);
      const bool apposition = i > 0 && chunk(i - 1).kind == ChunkKind::comma &&
                              s_.tagged[p.first].tag == Tag::determiner && !word(p.first)->reads("the");
      if (!apposition && !(verb && d.tail.first <= i && i < d.tail.last && makes(*verb))) return;
      deed_ = i;
      deed_doers_ = d.subject;
      return;
    }
  }

  void told_doers() {
    for (std::uint32_t i = deed_doers_.first; i < deed_doers_.last; ++i) {
      if (chunk(i).kind == ChunkKind::noun) possessor(s_.phrases[chunk(i).index].mention, deed_);
    }
  }

  // "appreciates the help that the US has extended", "welcomed the talks Kenya has convened": the owner of the help.
  bool doer_behind(std::uint32_t i) {
    if (i + 3 >= s_.chunks.size()) return false;
    const Word* const that = word(chunk(i + 1).first);
    const bool told = (chunk(i + 1).kind == ChunkKind::relative || chunk(i + 1).kind == ChunkKind::subordinator) &&
                      that && (that->reads("that") || that->reads("which"));
    const std::uint32_t who = told ? i + 2 : i + 1;
    if (chunk(who).kind != ChunkKind::noun || chunk(who + 1).kind != ChunkKind::verb || who + 1 == verb_chunk_ ||
        (who + 2 < s_.chunks.size() && chunk(who + 2).kind == ChunkKind::noun && !is_time(who + 2)))
      return false;
    const VerbGroup& v = s_.verbs[chunk(who + 1).index];
    const Word* const w = word(v.head);
    if (v.form != VerbForm::finite || v.passive || !w ||
        !(makes(*w) || tables_.vocabulary.holds("giving_verb", w->verb_lemma)))
      return false;
    possessor(s_.phrases[chunk(who).index].mention, i);
    return true;
  }

  // "criticised the sanctions imposed by the EU": who did it stands before the noun as if it owned it.
  void doer(std::uint32_t i) {
    if (doer_behind(i)) return;
    if (i + 3 >= s_.chunks.size() || chunk(i + 1).kind != ChunkKind::verb || i + 1 == verb_chunk_ || !by(i + 2) ||
        chunk(i + 3).kind != ChunkKind::noun)
      return;
    const VerbGroup& v = s_.verbs[chunk(i + 1).index];
    const std::uint32_t mention = s_.phrases[chunk(i + 3).index].mention;
    const Word* w = word(v.head);
    // "the role played by Qatar", "the efforts being made by Colombia"
    const bool done = v.form == VerbForm::participle || (v.form == VerbForm::ing && v.passive);
    if (done && w && (makes(*w) || tables_.vocabulary.holds("giving_verb", w->verb_lemma))) possessor(mention, i);
  }

  // "imposed", "staged", "launched": not "brokered", "hosted", which others do for the two sides.
  bool makes(const Word& w) const { return tables_.vocabulary.holds("making_verb", w.verb_lemma); }

  // "$20 million", "30 million euros".
  bool money(const NounPhrase& p) const {
    for (std::uint32_t t = p.first; t < p.last; ++t) {
      if (s_.tokens[t].punct == '$') return true;
    }
    const Word* w = word(p.head);
    return w && w->noun_has_trait(Trait::currency);
  }

  void modifiers(std::uint32_t i, const NounPhrase& p) {
    for (std::uint32_t t = p.first; t < p.head; ++t) {
      const Word* w = word(t);
      if (w && w->modifier) item(item_modifier, w->modifier, '-', {none, i, t, t + 1});
    }
  }

  const PackTables& tables_;
  const Sentence& s_;
  Tape& tape_;
  std::uint32_t verb_chunk_ = none;    // of the clause
  const VerbGroup* shared_ = nullptr;  // that it shares a modal with
  std::uint32_t deed_ = none;          // the noun phrase of a deed that the clause is about, and who does it
  ChunkRange deed_doers_;
  std::uint32_t addressee_ = none;  // the mention that "you" stands for in a quoted clause
  bool says_ = false;               // the verb addresses somebody: nobody goes anywhere
};

}  // namespace

void write_clause(const PackTables& tables, const Sentence& sentence, const std::vector<Clause>& clauses,
                  std::uint32_t number, Tape* tape) {
  tape->clear();
  Writer(tables, sentence, tape).clause(clauses, number);
}

void write_nominal(const PackTables& tables, const Sentence& sentence, std::uint32_t chunk, const Clause* owner,
                   Tape* tape) {
  tape->clear();
  Writer(tables, sentence, tape).nominal(chunk, owner);
}

void write_marked(const PackTables& tables, const Sentence& sentence, std::uint32_t actor, std::uint32_t phrase,
                  std::uint32_t chunk, const ChunkRange& object, Tape* tape) {
  tape->clear();
  Writer(tables, sentence, tape).marked(actor, phrase, chunk, object);
}

std::string show(const PackTables& tables, std::string_view text, const Sentence& sentence, const Tape& tape) {
  std::string out;
  for (std::size_t i = 0; i < tape.items.size(); ++i) {
    const char kind = tape.code[i].kind_letter();
    const WordId id = tape.code[i].word;
    const TapeItem& item = tape.items[i];
    if (!out.empty()) out += ' ';
    out += kind;
    if (kind == item_comma || kind == item_conjunction || kind == item_nobody || kind == item_to ||
        kind == item_boundary || kind == item_negation)
      continue;
    out += ':';
    out += id ? std::string(tables.vocabulary.text(id)) : std::string(item.mention == none ? "-" : "");
    if (item.mention == none && kind != item_noun) continue;
    out += '[';
    out += words_of(text, sentence, item.first, item.last);
    out += ']';
  }
  return out;
}

}  // namespace demarche::extract
