#include "extract/marked_pairs.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/pack_data.h"
#include "rules/slot_program.h"

namespace demarche::extract {

using namespace rules;

namespace {

// Rules from this priority on are frames: they name what becomes of another act.
constexpr std::int32_t frame_priority = 26;
// From this one on they say more than a rule that connects the two: "called Y to apologise".
constexpr std::int32_t purpose_priority = 33;
// How many noun phrases an act may reach that no rule binds.
constexpr std::size_t most_others = 3;

// A marked mention and the noun phrase that it is or owns.
struct Side {
  std::uint32_t mention = none;
  std::uint32_t chunk = none;
};

class PairReader {
 public:
  PairReader(const Pack::Rep& pack, std::string_view text, const Sentence& s, const std::vector<Clause>& clauses,
             std::vector<Found>* found, std::vector<Trace>* trace)
      : pack_(pack), text_(text), s_(s), clauses_(clauses), found_(*found), trace_(trace) {}

  void run() {
    if (!find_sides()) return;
    if (connected()) {
      first_priority_ = purpose_priority;
      on_clauses(sides_[0].chunk, sides_[1].chunk);
      return;
    }
    if (on_clauses(sides_[0].chunk, sides_[1].chunk) || complete(1, none) || complete(2, none) || on_nouns(true))
      return;
    if (on_clauses(sides_[1].chunk, none) || on_clauses(0, sides_[0].chunk)) return;
    on_nouns(false);
  }

  // Without marks: each clause whose subject is an actor, against what is told behind its verb.
  void run_wide() {
    two_ = true;
    count_ = 2;
    const std::size_t precise = found_.size();
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      const Clause& c = clauses_[i];
      const VerbGroup& v = s_.verbs[c.verb];
      if (!tells(c, v) || !wide_sides(c, v)) continue;
      Found act;
      if (!wide_act(i, precise, &act)) continue;
      for (const Side& other : others_) {
        sides_[1] = other;
        if (!linked(other)) add_wide(act, other);
      }
    }
  }

 private:
  // A statement of its own: finite, neither doubted nor said in passing.
  static bool tells(const Clause& c, const VerbGroup& v) {
    if (v.auxiliary_only || v.form != VerbForm::finite || c.content || c.conditional) return false;
    return c.relation != Relation::relative && c.relation != Relation::adverbial && c.status != Status::possible;
  }

  // The actors of a clause, and up to three noun phrases that its act may reach.
  bool wide_sides(const Clause& c, const VerbGroup& v) {
    actors_.clear();
    unknown_ = none;
    others_.clear();
    const bool passive = v.passive;
    if (passive) {
      for (std::uint32_t i = c.tail.first; i < c.tail.last && actors_.empty(); ++i) {
        if (i > 0 && s_.chunks[i].kind == ChunkKind::noun && place_or_agent(i)) note_actor(i);
      }
      for (std::uint32_t i = c.subject.first; i < c.subject.last; ++i) note_other(i, true);
    } else {
      for (std::uint32_t i = c.subject.first; i < c.subject.last; ++i) note_actor(i);
      for (std::uint32_t i = c.chunk + 1; i < s_.chunks.size() && others_.size() < most_others; ++i)
        note_other(i, others_.empty() && i < c.tail.last);
    }
    if (actors_.empty() && unknown_ == none) return false;
    if (actors_.empty())
      sides_[0] = {none, unknown_};
    else
      sides_[0] = {actors_.front(), passive ? c.chunk : c.subject.first};
    sides_[1] = {none, passive ? c.subject.first : c.chunk + 1};
    return true;
  }

  bool place_or_agent(std::uint32_t chunk) const {
    const Word* w = s_.tagged[s_.chunks[chunk - 1].first].word;
    return s_.chunks[chunk - 1].kind == ChunkKind::preposition && w && (w->folded == "by" || w->folded == "in");
  }

  void note_actor(std::uint32_t chunk) {
    if (s_.chunks[chunk].kind != ChunkKind::noun) return;
    const NounPhrase& p = s_.phrases[s_.chunks[chunk].index];
    if (p.mention == none || s_.mentions[p.mention].entities.empty()) {
      if (named(p) && unknown_ == none) unknown_ = chunk;
    } else if (s_.mentions[p.mention].refers != Refers::pronoun) {
      actors_.push_back(p.mention);
    }
  }

  // A name that no list knows.
  bool named(const NounPhrase& p) const { return s_.tagged[p.head].tag == Tag::name; }

  // `thing`: also what is no actor.
  void note_other(std::uint32_t chunk, bool thing) {
    if (s_.chunks[chunk].kind != ChunkKind::noun) return;
    const NounPhrase& p = s_.phrases[s_.chunks[chunk].index];
    if (p.time) return;
    for (const std::uint32_t n : p.possessors) add_other(n, chunk);
    if (p.mention != none && !s_.mentions[p.mention].entities.empty()) return add_other(p.mention, chunk);
    if ((thing && s_.tagged[p.head].tag == Tag::noun) || named(p)) others_.push_back({none, chunk});
  }

  void add_other(std::uint32_t mention, std::uint32_t chunk) {
    const auto& list = s_.mentions[mention].entities;
    const bool acts =
        std::any_of(actors_.begin(), actors_.end(), [&](std::uint32_t a) { return s_.mentions[a].entities == list; });
    if (!list.empty() && !acts) others_.push_back({mention, chunk});
  }

  // What the clause says its actors do: as for a marked pair.
  bool wide_act(std::uint32_t clause, std::size_t precise, Found* act) {
    const std::size_t before = found_.size();
    const bool acted = on_clause(clause, true);
    if (!acted) {
      for (std::size_t i = 0; i < precise; ++i) {
        if (found_[i].nominal || found_[i].clause != clause || sides_in(found_[i].actors) == 0 || joins(found_[i]))
          continue;
        *act = found_[i];
        return true;
      }
      if (!on_clause(clause, false)) return false;
    }
    *act = std::move(found_.back());
    found_.resize(before);
    return true;
  }

  // Its other side is the event told before.
  bool joins(const Found& f) const { return pack_.tables->rules[f.rule].joins; }

  bool linked(const Side& other) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Found& f) {
      if (other.mention == none) return std::find(f.things.begin(), f.things.end(), other.chunk) != f.things.end();
      const unsigned actors = sides_in(f.actors), recipients = sides_in(f.recipients);
      return (actors | recipients) == 3 && (actors != 3 || f.recipients.empty());
    });
  }

  void add_wide(Found f, const Side& other) {
    f.actors = actors_;
    if (actors_.empty()) f.unknown = {unknown_};
    f.recipients.clear();
    f.things.clear();
    f.group_only = false;
    f.wide = true;
    if (other.mention != none)
      f.recipients = {other.mention};
    else
      f.things = {other.chunk};
    found_.push_back(std::move(f));
  }

  // The two marked actors in the order of the text; a lone one acts. False where there are more.
  bool find_sides() {
    for (std::uint32_t i = 0; i < s_.chunks.size(); ++i) {
      if (s_.chunks[i].kind != ChunkKind::noun) continue;
      const NounPhrase& p = s_.phrases[s_.chunks[i].index];
      for (const std::uint32_t n : p.possessors) note_side(n, i);
      if (p.mention != none) note_side(p.mention, i);
    }
    two_ = count_ == 2;
    if (count_ == 1) sides_[1].chunk = static_cast<std::uint32_t>(s_.chunks.size());
    return count_ == 1 || two_;
  }

  void note_side(std::uint32_t mention, std::uint32_t chunk) {
    const ActorMention& m = s_.mentions[mention];
    if (!m.given || m.entities.empty()) return;
    for (int i = 0; i < count_ && i < 2; ++i) {
      if (s_.mentions[sides_[i].mention].entities == m.entities) return;
    }
    if (count_ < 2) sides_[count_] = {mention, chunk};
    ++count_;
  }

  // Which side the mention stands for: 0 or 1, -1 for neither.
  int side_of(std::uint32_t mention) const {
    for (const std::uint32_t e : s_.mentions[mention].entities) {
      for (int i = 0; i < std::min(count_, 2); ++i) {
        if (sides_[i].mention == none) continue;
        const auto& list = s_.mentions[sides_[i].mention].entities;
        if (std::find(list.begin(), list.end(), e) != list.end()) return i;
      }
    }
    return -1;
  }

  // Bit 0 for the first side, bit 1 for the second.
  unsigned sides_in(const std::vector<std::uint32_t>& list) const {
    unsigned bits = 0;
    for (const std::uint32_t m : list) {
      if (const int side = side_of(m); side >= 0) bits |= 1u << side;
    }
    return bits;
  }

  bool connected() const {
    if (!two_)
      return std::any_of(found_.begin(), found_.end(),
                         [&](const Found& f) { return sides_in(f.actors) != 0 || sides_in(f.recipients) != 0; });
    return std::any_of(found_.begin(), found_.end(), [&](const Found& f) {
      const unsigned actors = sides_in(f.actors), recipients = sides_in(f.recipients);
      return (actors | recipients) == 3 && (actors != 3 || f.recipients.empty()) && recipients != 3;
    });
  }

  // "Israel > release > -", and the Palestinian prisoners are marked: they are who was released.
  // `acting` is the bit of the side whose acts are looked at, `clause` the clause that tells them, none for any.
  bool complete(unsigned acting, std::uint32_t clause) {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const unsigned actors = sides_in(found_[i].actors);
      if (!two_ || actors != acting || joins(found_[i]) ||
          (clause != none && (found_[i].nominal || found_[i].clause != clause)))
        continue;
      Found f = found_[i];
      f.recipients = {sides_[actors == 1 ? 1 : 0].mention};
      f.things.clear();
      f.group_only = false;
      f.marked = true;
      note(fmt::format("taken as done to the other marked actor: {}", pack_.tables->rules[f.rule].id));
      found_.push_back(std::move(f));
      return true;
    }
    return false;
  }

  // The clauses whose verbs stand in [first, last).
  bool on_clauses(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      if (clauses_[i].chunk < first || clauses_[i].chunk >= last) continue;
      if (on_clause(i, true)) return true;
      if (first_priority_ == 0 && (complete(1, i) || on_clause(i, false))) return true;
    }
    return false;
  }

  // The event nouns that one of the two owns, or the others.
  bool on_nouns(bool owned) {
    for (std::uint32_t i = 0; i < s_.chunks.size(); ++i) {
      if (s_.chunks[i].kind == ChunkKind::noun && owns(i) == owned && on_noun(i)) return true;
    }
    return false;
  }

  // "S's offensive", "an attack by S", "talks with S".
  bool owns(std::uint32_t chunk) const {
    return std::any_of(sides_, sides_ + count_, [&](const Side& side) {
      const bool owner = side.chunk == chunk && s_.phrases[s_.chunks[chunk].index].mention != side.mention;
      return owner || (side.chunk == chunk + 2 && by_before(side.chunk));
    });
  }

  // `frame`: only the rules whose verb says what becomes of another act ("refused to", "will not").
  bool on_clause(std::uint32_t number, bool frame) {
    const Clause& c = clauses_[number];
    const VerbGroup& v = s_.verbs[c.verb];
    if (v.auxiliary_only) return false;
    const bool passive = v.passive || (c.relation == Relation::reduced && v.form != VerbForm::ing);
    Found f;
    f.clause = number;
    f.chunk = c.chunk;
    object_ = passive ? c.subject : ChunkRange{};
    if (two_ && sides_[1].mention != none && (undergoes(v) || (passive && !stays_subject(c.chunk))))
      return read(1, 0, frame, &f) || read(0, 1, frame, &f);
    return read(0, 1, frame, &f);
  }

  // "died in custody in T": who dies does nothing.
  bool undergoes(const VerbGroup& v) const {
    const Word* w = s_.tagged[v.head].word;
    return w && pack_.tables->vocabulary.holds("undergo_verb", w->verb_lemma);
  }

  // "peacekeepers were sent to Mali": the patient of a passive is the first side, the other no agent.
  bool stays_subject(std::uint32_t verb) const {
    const std::uint32_t other = sides_[1].chunk;
    if (other <= verb || other == 0 || s_.chunks[other - 1].kind != ChunkKind::preposition) return false;
    const Word* w = s_.tagged[s_.chunks[other - 1].first].word;
    return w && (w->folded == "to" || w->folded == "from" || w->folded == "into" || w->folded == "against" ||
                 w->folded == "on");
  }

  bool on_noun(std::uint32_t chunk) {
    const NounPhrase& p = s_.phrases[s_.chunks[chunk].index];
    const Word* w = s_.tagged[p.head].word;
    const bool side = p.mention != none && (p.mention == sides_[0].mention || (two_ && p.mention == sides_[1].mention));
    if (p.time || side || !w || w->noun == 0) return false;
    Found f;
    f.nominal = true;
    f.chunk = chunk;
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      if (clauses_[i].tail.first <= chunk && chunk < clauses_[i].tail.last) f.clause = i;
    }
    const bool second =
        two_ && (sides_[1].chunk == chunk || (chunk + 2 == sides_[1].chunk && by_before(sides_[1].chunk)));
    object_ = {};
    return second ? read(1, 0, false, &f) : read(0, 1, false, &f);
  }

  bool by_before(std::uint32_t chunk) const {
    const Word* w = s_.tagged[s_.chunks[chunk - 1].first].word;
    return s_.chunks[chunk - 1].kind == ChunkKind::preposition && w && (w->folded == "by" || w->folded == "from");
  }

  bool read(int actor, int recipient, bool frame, Found* f) {
    write_marked(*pack_.tables, s_, sides_[actor].mention, sides_[actor].chunk, f->chunk, object_, &tape_);
    if (trace_) trace_->push_back({"marked: " + show(*pack_.tables, text_, s_, tape_), {}});
    const std::uint16_t first = tape_.code.front().kind;
    for (const Gate& gate : pack_.tables->marked) {
      const CompiledPattern& p = pack_.tables->patterns[gate.pattern];
      const Rule& rule = pack_.tables->rules[p.rule];
      if (rule.priority < (frame ? std::max(frame_priority, first_priority_) : first_priority_)) break;  // best first
      if (!gate.open(first, 0xFFFF, tape_.words)) continue;
      SlotMatch match;
      if (!matcher_.match({p.steps.begin(), p.steps.size()}, p.words.begin(), tape_.code, &match)) continue;
      f->rule = p.rule;
      f->reciprocal = rule.reciprocal;
      f->negated_pattern = match[Slot::negated].bound();
      f->marked = true;
      f->actors.clear();
      if (sides_[actor].mention != none) f->actors = {sides_[actor].mention};
      f->recipients.clear();
      if (two_ && sides_[recipient].mention != none) f->recipients = {sides_[recipient].mention};
      f->covered = {f->chunk};
      note(fmt::format("fired: {}", rule.id));
      found_.push_back(std::move(*f));
      return true;
    }
    return false;
  }

  void note(std::string text) {
    if (trace_ && !trace_->empty()) trace_->back().notes.push_back(std::move(text));
  }

  const Pack::Rep& pack_;
  std::string_view text_;
  const Sentence& s_;
  const std::vector<Clause>& clauses_;
  std::vector<Found>& found_;
  std::vector<Trace>* trace_;
  Side sides_[2];
  std::vector<std::uint32_t> actors_;  // without marks: who acts, and what the act may reach
  std::vector<Side> others_;
  std::uint32_t unknown_ = none;  // who acts, where no known actor does
  int count_ = 0;
  bool two_ = false;
  std::int32_t first_priority_ = 0;  // rules below are left out
  ChunkRange object_;                // the surface subject of a passive
  Tape tape_;
  SlotMatcher matcher_;
};

}  // namespace

void find_marked_act(const Pack::Rep& pack, std::string_view text, const Sentence& sentence,
                     const std::vector<Clause>& clauses, std::vector<Found>* found, std::vector<Trace>* trace) {
  PairReader(pack, text, sentence, clauses, found, trace).run();
}

void find_wide_acts(const Pack::Rep& pack, std::string_view text, const Sentence& sentence,
                    const std::vector<Clause>& clauses, std::vector<Found>* found, std::vector<Trace>* trace) {
  PairReader(pack, text, sentence, clauses, found, trace).run_wide();
}

}  // namespace demarche::extract
