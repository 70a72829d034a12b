#include "extract/actions.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/marked_pairs.h"
#include "rules/pack_data.h"
#include "rules/tape_code.h"

namespace demarche::extract {

using namespace rules;

namespace {

class Matcher {
 public:
  Matcher(const Pack::Rep& pack, std::string_view text, const Sentence& s, const std::vector<Clause>& clauses,
          bool lone_actors, ActionBench* bench, std::vector<Found>* found, std::vector<Trace>* trace)
      : pack_(pack),
        text_(text),
        s_(s),
        clauses_(clauses),
        lone_actors_(lone_actors),
        found_(*found),
        trace_(trace),
        tape_(bench->tape),
        here_(bench->words),
        gates_(bench->gates),
        matcher_(bench->matcher) {}

  void run() {
    found_.clear();
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) on_clause(i);
    for (std::uint32_t i = 0; i < s_.chunks.size(); ++i) {
      if (s_.chunks[i].kind == ChunkKind::noun) on_noun(i);
    }
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) to_addressee(i);
    for (Found& f : found_) speaker_acts(&f);
    one_event_one_record();
  }

 private:
  // "X agreed to send troops to Y" tells of one event, not of the sending, too; "agreed to meet" tells of the meeting.
  void one_event_one_record() {
    const auto& rules = pack_.tables->rules;
    std::vector<bool> drop(found_.size());
    for (std::size_t i = 0; i < found_.size(); ++i) {
      for (std::size_t j = 0; j < found_.size(); ++j) {
        if (i == j || found_[i].nominal || found_[j].nominal) continue;
        // "If Sudan attacks Chad, Oman will respond": what a threat depends on has not happened.
        if (rules[found_[i].rule].event == "THREATEN" && clauses_[found_[j].clause].conditional &&
            found_[i].recipients == found_[j].actors)
          drop[j] = true;
        if (!governs(found_[i].clause, found_[j].clause)) continue;
        // "gave ASEAN vaccines to support its response": what the gift is for.
        if (rules[found_[i].rule].event == "AID" &&
            (rules[found_[j].rule].event == "SUPPORT" || rules[found_[j].rule].event == "AID"))
          drop[j] = true;
        if (!uses(found_[i], found_[j].chunk)) continue;
        // "called Hollande to express his condolences": what is said in a talk is told beside it.
        if (rules[found_[i].rule].event == "CONSULT" && in_set("said_event", rules[found_[j].rule].event.view()))
          continue;
        const bool talk = rules[found_[j].rule].event == "CONSULT";
        // "A and B agreed to work with C": they with each other, and with C.
        const bool others = rules[found_[i].rule].reciprocal && !found_[j].recipients.empty() &&
                            std::none_of(found_[j].recipients.begin(), found_[j].recipients.end(),
                                         [&](std::uint32_t m) { return takes_part(found_[i], m); });
        if (!talk && brought_about(found_[i], found_[j])) continue;
        if (!talk)
          drop[j] = !others || drop[j];
        else if (rules[found_[i].rule].event == "AGREE")
          drop[i] = true;
      }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (drop[i]) continue;
      if (kept != i) found_[kept] = std::move(found_[i]);
      ++kept;
    }
    found_.resize(kept);
  }

  // "persuaded Israel to apologise to Turkey", "forced Lithuania to recall its envoy": two deeds of two.
  bool brought_about(const Found& by, const Found& deed) const {
    const Clause& c = clauses_[deed.clause];
    return c.governor == by.clause && c.relation == Relation::infinitive && c.status == Status::actual && !c.content &&
           !deed.recipients.empty() && !by.recipients.empty() && same_actors(deed.actors, by.recipients);
  }

  static bool takes_part(const Found& f, std::uint32_t mention) {
    return std::find(f.actors.begin(), f.actors.end(), mention) != f.actors.end() ||
           std::find(f.recipients.begin(), f.recipients.end(), mention) != f.recipients.end();
  }

  // "Blinken reiterated that the United States stands with Ukraine", "Baerbock stressed Germany's support for Israel":
  // by saying so it is the minister who supports. What a state did before, it did itself.
  void speaker_acts(Found* f) const {
    if (f->clause == none || f->actors.size() != 1 || f->group_only ||
        !in_set("said_event", pack_.tables->rules[f->rule].event.view()))
      return;
    const ActorMention& state = s_.mentions[f->actors.front()];
    if (state.given || state.refers != Refers::actor || state.kind != Kind::state) return;
    const Clause& c = clauses_[f->clause];
    const VerbGroup& v = s_.verbs[c.verb];
    if (f->nominal ? v.past && c.source != none : v.past || v.perfect || c.passive) return;
    const std::uint32_t said = f->nominal ? f->clause : c.source;
    if (said == none) return;
    std::vector<std::uint32_t> speakers;
    subject_mentions(clauses_[said], &speakers);
    if (speakers.size() != 1 || speakers.front() == f->actors.front()) return;
    const ActorMention& speaker = s_.mentions[speakers.front()];
    const bool person =
        speaker.entities.size() == 1 && (speaker.kind == Kind::person || speaker.refers == Refers::person ||
                                         speaker.refers == Refers::role || speaker.refers == Refers::pronoun);
    if (speaker.given || !person || home_of(speaker) != state.known) return;
    const Word* w = s_.tagged[s_.verbs[clauses_[said].verb].head].word;
    if (!w || !w->verb_props || !w->verb_props->speech) return;
    f->actors = speakers;
  }

  bool governs(std::uint32_t above, std::uint32_t below) const {
    for (std::uint32_t c = clauses_[below].governor, steps = 0; c != none && steps < 8;
         c = clauses_[c].governor, ++steps) {
      if (c == above) return true;
    }
    return false;
  }

  // The place on the tape of the clause's verb, of the event noun; past the end where it does not stand there.
  std::size_t trigger_at(ItemKind kind, std::uint32_t chunk) const {
    std::size_t i = 0;
    while (i < tape_.items.size() && !(tape_.code[i].is(kind) && tape_.items[i].chunk == chunk)) ++i;
    return i;
  }

  // "sanctions | on Iran | were lifted", "talks | between A and B | collapsed"
  static ChunkRange behind_subject(const Clause& c) {
    return c.subject.empty() || c.subject.last > c.chunk ? ChunkRange{} : ChunkRange{c.subject.last, c.chunk};
  }

  void on_clause(std::uint32_t number) {
    const Clause& c = clauses_[number];
    if (s_.verbs[c.verb].auxiliary_only && !c.echo) return;
    const Word* w = s_.tagged[s_.verbs[c.verb].head].word;
    const bool known =
        c.echo || (w && ((w->verb && !pack_.tables->by_verb[w->verb].empty()) ||
                         (w->self && !pack_.tables->by_verb[w->self].empty()) || s_.verbs[c.verb].copula));
    if (!known && !trace_) return;
    if (!trace_ && !anybody(c.subject) && !anybody(c.tail) && !anybody(behind_subject(c))) return;
    write_clause(*pack_.tables, s_, clauses_, number, &tape_);
    if (trace_) trace_->push_back({show(*pack_.tables, text_, s_, tape_), {}});
    const std::size_t at = trigger_at(item_verb, c.chunk);
    const WordId verb = at < tape_.code.size() ? tape_.code[at].word : WordId{0};
    if (verb == 0) return;
    Found f;
    f.clause = number;
    f.chunk = c.chunk;
    if (!first_match(verb, at, &f) && !with_particle(verb, at, &f) &&
        !(drop_adverbs() && first_match(verb, trigger_at(item_verb, c.chunk), &f)))
      return;
    if (c.content) {
      note("suppressed: the content of a demand or charge is no event of its own");
      return;
    }
    if (threatens_it(c, f)) {
      note("suppressed: it is what was threatened or demanded");
      return;
    }
    found_.push_back(std::move(f));
  }

  bool same_actors(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](std::uint32_t x, std::uint32_t y) {
      return s_.mentions[x].entities == s_.mentions[y].entities;
    });
  }

  // "Turkey warned that it would expel the envoys": a threat, and no expulsion yet. "Johnson said that Iran must
  // release her": a demand, and no release.
  bool threatens_it(const Clause& c, const Found& f) const {
    if (c.source == none) return false;
    return std::any_of(found_.begin(), found_.end(), [&](const Found& told) {
      if (told.clause != c.source || told.nominal) return false;
      const std::string_view event = pack_.tables->rules[told.rule].event.view();
      return event == "THREATEN"  ? told.recipients == f.recipients && same_actors(told.actors, f.actors)
             : event == "REQUEST" ? uses(told, f.chunk) && same_actors(told.recipients, f.actors)
                                  : false;
    });
  }

  // Some actor takes part, or owns something that does.
  bool anybody(const ChunkRange& r) const {
    for (std::uint32_t i = r.first; i < r.last; ++i) {
      if (s_.chunks[i].kind != ChunkKind::noun) continue;
      const NounPhrase& p = s_.phrases[s_.chunks[i].index];
      if (p.mention != none || !p.possessors.empty()) return true;
    }
    return false;
  }

  // "telephoned Maduro to express support", "met Wang and demanded their release", "in a call with Putin, agreed to
  // help": what is said in a talk is said to the other side. Such a clause is read again with that side behind its
  // verb.
  void to_addressee(std::uint32_t number) {
    const Clause& c = clauses_[number];
    const Word* w = s_.tagged[s_.verbs[c.verb].head].word;
    if (c.content || c.subject.empty() || !w || w->verb == 0 || pack_.tables->by_verb[w->verb].empty()) return;
    const auto own =
        std::find_if(found_.begin(), found_.end(), [&](const Found& f) { return !f.nominal && f.clause == number; });
    // "wrote to Putin to apologise for the downing of a Russian jet": to Putin, not to the jet.
    const auto replaced = static_cast<std::size_t>(own - found_.begin());
    if (replaced < found_.size() && !only_things(*own)) return;
    const Found* talk = found_.empty() ? nullptr : talk_of(number);
    if (!talk) return;
    const std::vector<std::uint32_t> other = talk->recipients;
    struct Place {
      bool behind_object;
      std::string_view preposition;
    };
    static constexpr Place places[] = {{true, "to"}, {false, ""}, {false, "to"}, {true, "from"}};
    for (const Place& place : places) {
      write_clause(*pack_.tables, s_, clauses_, number, &tape_);
      if (!insert_addressee(c, other, place.behind_object, place.preposition)) continue;
      if (trace_) trace_->push_back({show(*pack_.tables, text_, s_, tape_), {}});
      Found f;
      f.clause = number;
      f.chunk = c.chunk;
      if (!first_match(w->verb, trigger_at(item_verb, c.chunk), &f) || f.recipients != other ||
          !in_set("said_event", pack_.tables->rules[f.rule].event.view()) ||
          pack_.tables->rules[f.rule].action == "veto")
        continue;
      if (replaced < found_.size())
        found_[replaced] = std::move(f);
      else
        found_.push_back(std::move(f));
      return;
    }
  }

  // What is said goes to nobody whom one could speak to.
  bool only_things(const Found& f) const {
    if (f.recipients.empty() || !in_set("said_event", pack_.tables->rules[f.rule].event.view())) return false;
    return std::all_of(f.recipients.begin(), f.recipients.end(), [&](std::uint32_t n) {
      const ActorMention& m = s_.mentions[n];
      const Word* w = s_.tagged[m.head].word;
      return m.refers == Refers::described && !m.given && w && w->noun_class == NounClass::artifact;
    });
  }

  // The talk in whose course the clause's subject does what the clause says.
  const Found* talk_of(std::uint32_t number) const {
    const Clause& c = clauses_[number];
    std::vector<std::uint32_t> subject;
    subject_mentions(c, &subject);
    for (const Found& f : found_) {
      const Rule& rule = pack_.tables->rules[f.rule];
      const bool verbal = rule.event == "CONSULT" || (!rule.status && in_set("said_event", rule.event.view()));
      if (!verbal || f.group_only || f.recipients.empty() || f.clause == none || f.actors.size() != subject.size())
        continue;
      const bool same = same_actors(f.actors, subject);
      const bool persons = std::all_of(f.recipients.begin(), f.recipients.end(), [&](std::uint32_t m) {
        const bool state = s_.mentions[m].refers == Refers::actor && s_.mentions[m].kind == Kind::state;
        return s_.mentions[m].refers != Refers::place && s_.mentions[m].refers != Refers::capital &&
               !(rule.mode == "visit" && state);
      });
      const bool apart = c.relation == Relation::infinitive && clauses_[f.clause].relation == Relation::infinitive &&
                         c.governor != f.clause && c.governor != clauses_[f.clause].governor;
      const bool beside = clauses_[f.clause].chunk < c.chunk && !apart &&
                          (c.governor == f.clause ||
                           (c.relation == clauses_[f.clause].relation || c.relation == Relation::coordinate) ||
                           c.relation == Relation::participle);
      if (same && persons && (f.nominal ? f.clause == number || beside : beside)) return &f;
    }
    return nullptr;
  }

  bool insert_addressee(const Clause& c, const std::vector<std::uint32_t>& other, bool behind_object,
                        std::string_view preposition) {
    std::size_t at = trigger_at(item_verb, c.chunk);
    if (at == tape_.items.size()) return false;
    ++at;
    if (behind_object) {
      while (at < tape_.items.size() && tape_.code[at].is(item_modifier)) ++at;
      if (at == tape_.items.size() || !tape_.code[at].is(item_noun)) return false;
      ++at;
    }
    return insert_actors(at, c.chunk, other, preposition);
  }

  bool insert_actors(std::size_t at, std::uint32_t chunk, const std::vector<std::uint32_t>& actors,
                     std::string_view preposition) {
    std::vector<TapeCode> code;
    std::vector<TapeItem> items;
    if (!preposition.empty()) {
      const WordProps* p = pack_.tables->vocabulary.find(preposition);
      if (!p) return false;
      code.push_back({kind_bit(item_preposition), p->id, 0});
      items.push_back({none, chunk, 0, 0});
      tape_.words.add(p->id);
    }
    for (const std::uint32_t m : actors) {
      if (!items.empty() && items.back().mention != none) {
        code.push_back({kind_bit(item_conjunction), 0, 0});
        items.push_back({none, chunk, 0, 0});
      }
      code.push_back({kind_bit(item_actor), 0, detail_bit('n')});
      items.push_back({m, chunk, s_.mentions[m].first, s_.mentions[m].last});
    }
    if (tape_.items.size() + items.size() > longest_tape) return false;
    at = std::min(at, tape_.items.size());
    tape_.code.insert(tape_.code.begin() + static_cast<std::ptrdiff_t>(at), code.begin(), code.end());
    tape_.items.insert(tape_.items.begin() + static_cast<std::ptrdiff_t>(at), items.begin(), items.end());
    return true;
  }

  // "gunned the envoy down", "was turned down by X": read again with the particle behind its verb, where rules have it.
  bool with_particle(WordId verb, std::size_t at, Found* f) {
    std::size_t i = at + 1;
    while (i < tape_.code.size() &&
           (tape_.code[i].is(item_noun) || tape_.code[i].is(item_actor) || tape_.code[i].is(item_possessor) ||
            tape_.code[i].is(item_place) || tape_.code[i].is(item_modifier)))
      ++i;
    if (i == at + 1 || i >= tape_.code.size() || !particle(i)) return false;
    const bool governs = i + 1 < tape_.code.size() && !tape_.code[i + 1].is(item_preposition) &&
                         !tape_.code[i + 1].is(item_comma) && !tape_.code[i + 1].is(item_conjunction) &&
                         !tape_.code[i + 1].is(item_adverb);
    // "sent troops in", but "sent troops in March"; "handed the floor over to X" gives nothing up.
    const Word* const behind = i + 1 < tape_.code.size() ? s_.tagged[tape_.items[i + 1].first].word : nullptr;
    if (governs || (behind && behind->reads("to"))) return false;
    move_item(i, at + 1);
    if (first_match(verb, at, f)) return true;
    move_item(at + 1, i);
    return false;
  }

  bool particle(std::size_t i) const {
    if (!tape_.code[i].is(item_preposition) && !tape_.code[i].is(item_adverb)) return false;
    const Word* const w = s_.tagged[tape_.items[i].first].word;
    return w && in_set("particle", w->folded);
  }

  void move_item(std::size_t from, std::size_t to) {
    const auto move = [&](auto& list) {
      const auto first = list.begin() + static_cast<std::ptrdiff_t>(std::min(from, to));
      const auto last = list.begin() + static_cast<std::ptrdiff_t>(std::max(from, to) + 1);
      if (from > to)
        std::rotate(first, last - 1, last);
      else
        std::rotate(first, first + 1, last);
    };
    move(tape_.code);
    move(tape_.items);
  }

  // "twice met X": rules that do not ask for an adverb read past it. Returns false when there is none.
  bool drop_adverbs() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tape_.items.size(); ++i) {
      if (tape_.code[i].is(item_adverb)) continue;
      tape_.code[kept] = tape_.code[i];
      tape_.items[kept++] = tape_.items[i];
    }
    const bool any = kept < tape_.items.size();
    tape_.code.resize(kept);
    tape_.items.resize(kept);
    return any;
  }

  void on_noun(std::uint32_t chunk) {
    const NounPhrase& p = s_.phrases[s_.chunks[chunk].index];
    const WordId trigger = nominal_trigger(chunk, p);
    if (trigger == 0) return;
    outer_.clear();
    for (const Found& f : found_) {
      // "Talks between A and B, mediated by C": both are told.
      if (f.nominal || !uses(f, chunk) || pack_.tables->rules[f.rule].mode == "third-party") continue;
      if (f.recipients.empty() && !f.group_only) continue;  // "a strike on X killed five"
      outer_.insert(outer_.end(), f.actors.begin(), f.actors.end());
      outer_.insert(outer_.end(), f.recipients.begin(), f.recipients.end());
    }
    Found f;
    f.nominal = true;
    f.chunk = chunk;
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      const Clause& c = clauses_[i];
      const bool acts = c.subject.first <= chunk && chunk < c.subject.last;
      // ", widening the war" only shares the subject.
      const bool shares = f.clause != none &&
                          (c.relation == Relation::participle || c.relation == Relation::adverbial) &&
                          clauses_[f.clause].subject.first == c.subject.first;
      if ((acts && !shares) || (c.tail.first <= chunk && chunk < c.tail.last)) f.clause = i;
    }
    if (f.clause == none) f.clause = clause_behind(chunk);
    nominal_tape(chunk, nullptr);
    const bool alone = first_match(trigger, trigger_at(item_noun, chunk), &f);
    const bool owned = !alone && f.clause != none && may_own(chunk, p, clauses_[f.clause]);
    owned_ = owned && chunk > 0 && s_.chunks[chunk - 1].kind == ChunkKind::preposition;
    if (owned) nominal_tape(chunk, &clauses_[f.clause]);
    if (alone || (owned && first_match(trigger, trigger_at(item_noun, chunk), &f) && (!owned_ || owns(f, chunk))))
      found_.push_back(std::move(f));
    else if (owned)
      with_addressee(chunk, trigger, f);
    owned_ = false;
  }

  // "spoke after the talks with X" had them; who spoke after the killing of X killed nobody. "In support of X",
  // "apologised for the attack on X": whose it is goes without saying.
  bool owns(const Found& f, std::uint32_t chunk) const {
    const Word* const w = s_.tagged[s_.chunks[chunk - 1].first].word;
    // "acted with the support of Turkey": Turkey supports.
    if (w && w->reads("with") && pack_.tables->rules[f.rule].event != "CONSULT" && chunk + 1 < s_.chunks.size() &&
        s_.tagged[s_.chunks[chunk + 1].first].word && s_.tagged[s_.chunks[chunk + 1].first].word->reads("of"))
      return false;
    if (!w || !in_set("time_or_cause_preposition", w->folded) || pack_.tables->rules[f.rule].event == "CONSULT")
      return true;
    const Word* const verb = s_.tagged[s_.verbs[clauses_[f.clause].verb].head].word;
    return w->reads("for") && verb &&
           in_set("answering_verb", verb->verb_lemma.empty() ? verb->folded : verb->verb_lemma);
  }

  // "In a call on Thursday, Biden told Zelensky …", "congratulated him by phone": the talk was with whom the clause
  // speaks to.
  void with_addressee(std::uint32_t chunk, WordId trigger, Found f) {
    const Found* told = told_in(f.clause);
    if (!told) return;
    const std::vector<std::uint32_t> other = told->recipients;
    nominal_tape(chunk, &clauses_[f.clause]);
    const std::size_t at = trigger_at(item_noun, chunk);
    if (at == tape_.items.size()) return;
    tape_.items.resize(at + 1);
    tape_.code.resize(at + 1);
    if (!insert_actors(at + 1, chunk, other, "with")) return;
    outer_.clear();
    if (!first_match(trigger, trigger_at(item_noun, chunk), &f)) return;
    if (pack_.tables->rules[f.rule].event == "CONSULT" && f.recipients == other) found_.push_back(std::move(f));
  }

  // What the clause's subject says to persons; nullptr where it says nothing to anybody.
  const Found* told_in(std::uint32_t clause) const {
    for (const Found& f : found_) {
      if (f.nominal || f.clause != clause || f.recipients.empty() || f.group_only) continue;
      const Rule& rule = pack_.tables->rules[f.rule];
      if (rule.action != "tell" && rule.action != "brief" && !in_set("said_event", rule.event.view())) continue;
      const bool persons = std::all_of(f.recipients.begin(), f.recipients.end(), [&](std::uint32_t n) {
        const ActorMention& m = s_.mentions[n];
        const Word* w = s_.tagged[m.head].word;
        return m.refers == Refers::person || m.refers == Refers::role ||
               (m.refers == Refers::pronoun && w && (w->reads("him") || w->reads("her")));
      });
      if (persons) return &f;
    }
    return nullptr;
  }

  void nominal_tape(std::uint32_t chunk, const Clause* owner) {
    write_nominal(*pack_.tables, s_, chunk, owner, &tape_);
    if (trace_) trace_->push_back({show(*pack_.tables, text_, s_, tape_), {}});
  }

  bool in_set(std::string_view set, std::string_view lemma) const { return pack_.tables->vocabulary.holds(set, lemma); }

  // "In a call with Putin, Macron urged …", "Merkel began a visit to Egypt": the clause's subject is who called,
  // visited.
  bool may_own(std::uint32_t chunk, const NounPhrase& p, const Clause& c) const {
    if (p.mention != none || !p.possessors.empty()) return false;
    if (chunk > 0 && s_.chunks[chunk - 1].kind == ChunkKind::preposition) {
      const Word* w = s_.tagged[s_.chunks[chunk - 1].first].word;
      if (!w) return false;
      // "information on calls to Macron": whose they are is not said.
      const Word* const before = chunk > 1 && s_.chunks[chunk - 2].kind == ChunkKind::noun
                                     ? s_.tagged[s_.phrases[s_.chunks[chunk - 2].index].head].word
                                     : nullptr;
      if (before && in_set("report_noun", before->noun_lemma)) return false;
      if (w->has_trait(Trait::own_event_preposition)) return true;
      const Word* head = s_.tagged[p.head].word;
      return (w->reads("by") || w->reads("over")) && head && in_set("phone", head->noun_lemma);
    }
    const Word* verb = s_.tagged[s_.verbs[c.verb].head].word;
    return chunk == c.tail.first && verb && verb->verb_has_trait(Trait::own_event_verb);
  }

  // "talks between Putin and Trump in Budapest": the place is that of the talks.
  bool one_of_pair(std::uint32_t chunk) const {
    if (chunk < 3 || s_.chunks[chunk - 1].kind != ChunkKind::conjunction) return false;
    const Chunk& before = s_.chunks[chunk - 3];
    const Word* const w = s_.tagged[before.first].word;
    return before.kind == ChunkKind::preposition && w && w->reads("between");
  }

  // The event noun that heads the phrase, or the preposition after a person ("Gates in Israel"); 0 = none.
  WordId nominal_trigger(std::uint32_t chunk, const NounPhrase& p) const {
    const Word* w = s_.tagged[p.head].word;
    if (w && w->noun && s_.tagged[p.head].tag == Tag::noun && pack_.tables->event_noun[w->noun]) return w->noun;
    const bool person = p.mention != none && s_.mentions[p.mention].refers == Refers::person;
    if (!person || chunk + 1 >= s_.chunks.size() || s_.chunks[chunk + 1].kind != ChunkKind::preposition) return 0;
    if (one_of_pair(chunk)) return 0;
    // "action taken by Clinton in Bosnia": where it was taken.
    const Word* const by = chunk > 0 && s_.chunks[chunk - 1].kind == ChunkKind::preposition
                               ? s_.tagged[s_.chunks[chunk - 1].first].word
                               : nullptr;
    if (by && by->reads("by")) return 0;
    const Word* preposition = s_.tagged[s_.chunks[chunk + 1].first].word;
    return preposition && preposition->self && pack_.tables->event_noun[preposition->self] ? preposition->self
                                                                                           : WordId{0};
  }

  // "At a press conference with Y, X said": a fronted phrase belongs to the next main clause.
  std::uint32_t clause_behind(std::uint32_t chunk) const {
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      const Clause& c = clauses_[i];
      if (c.chunk > chunk && s_.verbs[c.verb].form == VerbForm::finite && c.relation != Relation::relative) return i;
    }
    return none;
  }

  void note(std::string text) {
    if (trace_ && !trace_->empty()) trace_->back().notes.push_back(std::move(text));
  }

  // `trigger` is the place of the word that the candidates are found by.
  bool first_match(WordId word, std::size_t trigger, Found* f) {
    if (tape_.items.empty()) return false;
    here_.clear();
    const std::uint16_t first = tape_.code.front().kind;
    // Nothing behind it, or nobody knows where it is: then all is possible.
    const std::uint16_t behind = trigger >= tape_.code.size()      ? std::uint16_t{0xFFFF}
                                 : trigger + 1 < tape_.code.size() ? tape_.code[trigger + 1].kind
                                                                   : std::uint16_t{0};
    const Bloom words = tape_.words;
    const auto& lists = f->nominal ? pack_.tables->by_noun : pack_.tables->by_verb;
    return gates_.first_of(*pack_.tables, lists, word, tape_.code, [&](const Gate& gate) {
      return gate.open(first, behind, words) && fits(pack_.tables->patterns[gate.pattern], f);
    });
  }

  bool fits(const CompiledPattern& p, Found* f) {
    if (here_.empty()) here_.take(tape_.code);
    if (!here_.shows(p)) return false;
    SlotMatch match;
    if (!matcher_.match({p.steps.begin(), p.steps.size()}, p.words.begin(), tape_.code, &match)) return false;
    std::string why;
    const bool bound = bind(p, match, f, &why);
    if (trace_) {
      const auto& id = pack_.tables->rules[p.rule].id;
      note(bound ? fmt::format("fired: {}", id) : fmt::format("nearly: {} ({})", id, why));
    }
    return bound;
  }

  void mentions(const SlotMatch::Range& range, std::vector<std::uint32_t>* out) const {
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (tape_.items[i].mention != none && std::find(out->begin(), out->end(), tape_.items[i].mention) == out->end())
        out->push_back(tape_.items[i].mention);
    }
  }

  void things(const SlotMatch::Range& range, std::vector<std::uint32_t>* out) const {
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (tape_.items[i].mention == none && tape_.items[i].chunk != none && tape_.code[i].is(item_noun))
        out->push_back(tape_.items[i].chunk);
    }
  }

  void subject_mentions(const Clause& c, std::vector<std::uint32_t>* out) const {
    for (std::uint32_t i = c.subject.first; i < c.subject.last; ++i) {
      if (s_.chunks[i].kind != ChunkKind::noun) continue;
      const std::uint32_t m = s_.phrases[s_.chunks[i].index].mention;
      if (m != none && !s_.mentions[m].entities.empty()) out->push_back(m);
    }
  }

  std::size_t entity_count(const std::vector<std::uint32_t>& list) const {
    std::size_t n = 0;
    for (const std::uint32_t m : list) n += s_.mentions[m].entities.size();
    return n;
  }

  // "discussed U.S.-Russia cooperation": what is talked about, nothing that was done.
  bool only_topic(const Rule& rule, const Found& f) const {
    if (!f.nominal || f.clause == none || rule.presupposed || rule.event == "CONSULT") return false;
    const Clause& c = clauses_[f.clause];
    const Word* w = s_.tagged[s_.verbs[c.verb].head].word;
    return w && f.chunk >= c.tail.first && in_set("discuss_verb", w->verb_lemma);
  }

  bool bind(const CompiledPattern& p, const SlotMatch& match, Found* f, std::string* why) {
    const Rule& rule = pack_.tables->rules[p.rule];
    if (f->nominal && !rule.presupposed && f->clause != none && clauses_[f->clause].content) {
      *why = "the content of a demand";
      return false;
    }
    if (only_topic(rule, *f)) {
      *why = "what is talked about";
      return false;
    }
    f->rule = p.rule;
    f->reciprocal = rule.reciprocal;
    f->actors.clear();
    f->recipients.clear();
    f->group_only = false;
    mentions(match[Slot::x], &f->actors);
    mentions(match[Slot::y], &f->recipients);
    f->things.clear();
    if (f->recipients.empty()) things(match[Slot::y], &f->things);
    mentions(match[Slot::z], &f->recipients);
    if (rule.event == "SANCTION" && rule.mode == "withdraw") from_own_post(f);
    if (each_other(f)) {
      cover(match.end, f);
      f->topic_first = f->topic_last = 0;
      return true;
    }
    if (!drop_press(rule, f)) {
      *why = "the press is nobody's partner in talks";
      return false;
    }
    if (of_others(rule, *f, match) || told_of(rule, *f, match)) {
      *why = "the talk of others";
      return false;
    }
    if (victim(rule, match)) {
      *why = "what was done to him";
      return false;
    }
    if (!lone_actors_ && between_own(rule, *f)) {
      *why = "one side with itself";
      return false;
    }
    if (rule.event == "THREATEN" && owned_thing(match)) {
      *why = "what is warned of, not who is warned";
      return false;
    }
    if (rule.action == "say that one must" && (own_country(*f) || to_be_done(*f))) {
      *why = "no demand on the other side";
      return false;
    }
    f->negated_pattern = p.binds(Slot::negated);
    if (rule.event == "THREATEN" && !f->negated_pattern && harmless(rule, match)) {
      *why = "a promise not to do it";
      return false;
    }
    const bool between_states =
        rule.event == "CONSULT" ||
        (!lone_actors_ && (rule.event == "SUPPORT" || rule.event == "AGREE" || rule.event == "COOPERATE"));
    if (!f->recipients.empty() && between_states && own_country(*f)) {
      *why = "the recipient is the actor's own country";
      return false;
    }
    if (!lone_actors_ && (rule.event == "AID" || rule.event == "AGREE") && own_nation(*f)) {
      *why = "the actor's own people";
      return false;
    }
    const bool at_home = !lone_actors_ && own_ground(*f);
    f->own_ground = at_home && rule.event == "ASSAULT" && !held_by_others(*f);
    if (at_home && !between_states && !f->own_ground) {
      *why = "a place in the actor's own country is no other side";
      return false;
    }
    if (between_states) drop_own_country(f);
    std::erase_if(f->recipients, [&](std::uint32_t n) { return own_people(s_.mentions[n], *f); });
    if (f->recipients.empty() && p.binds(Slot::y) && f->things.empty()) {
      *why = "the recipient is the actor's own";
      return false;
    }
    if (!f->recipients.empty() && same_as_actors(*f)) {
      *why = "the recipient is the actor";
      return false;
    }
    if (p.binds(Slot::both)) {
      mentions(match[Slot::both], &f->actors);
      drop_own_side(f);
      if (alternatives(f->actors) || (entity_count(f->actors) < 2 && !collective(f->actors))) {
        *why = "needs two actors";
        return false;
      }
      if (f->actors.size() > 1) {
        f->recipients.assign(f->actors.begin() + 1, f->actors.end());
        f->actors.resize(1);
      } else {
        f->group_only = true;
      }
      f->reciprocal = true;
    }
    if (f->nominal && rule.subject != SubjectRole::none && f->clause != none) {
      subject_mentions(clauses_[f->clause], rule.subject == SubjectRole::actor ? &f->actors : &f->recipients);
    }
    if (f->actors.empty()) {
      *why = "no known actor";
      return false;
    }
    if (f->nominal && !rule.presupposed && !outer_.empty() &&
        !(rule.event == "CONSULT" && (owned_ || told_visit(rule, *f) || apart(f->actors)) && apart(f->recipients) &&
          !f->recipients.empty())) {
      *why = "told by another rule already";
      return false;
    }
    cover(match.end, f);
    f->topic_first = f->topic_last = 0;
    if (const auto& topic = match[Slot::topic]; topic.bound() && topic.first < topic.last) {
      f->topic_first = tape_.items[topic.first].first;
      f->topic_last = tape_.items[topic.last - 1u].last;
    }
    return true;
  }

  // "India and Pakistan accused each other": the first, and the others as the other side.
  bool each_other(Found* f) const {
    if (f->recipients.size() != 1 || f->actors.size() < 2) return false;
    const ActorMention& who = s_.mentions[f->recipients.front()];
    const ActorMention& m = who.owner == none ? who : s_.mentions[who.owner];  // "each other's diplomats"
    const Word* const w = m.refers == Refers::pronoun ? s_.tagged[m.head].word : nullptr;
    if (!w || !(w->reads("other") || w->reads("another"))) return false;
    f->recipients.assign(f->actors.begin() + 1, f->actors.end());
    f->actors.resize(1);
    f->reciprocal = true;
    return true;
  }

  // "reviewed preparations for Biden's meeting with Erdogan": Biden meets him.
  bool of_others(const Rule& rule, const Found& f, const SlotMatch& match) const {
    const std::size_t y = match[Slot::y].first;
    if (f.nominal || rule.event != "CONSULT" || f.recipients.empty() || !match[Slot::y].bound() || y < 3 ||
        !tape_.code[y - 1].is(item_preposition) || !tape_.code[y - 2].is(item_noun) ||
        !tape_.code[y - 3].is(item_possessor))
      return false;
    const Word* const with = s_.tagged[tape_.items[y - 1].first].word;
    const Word* const noun = s_.tagged[s_.phrases[s_.chunks[tape_.items[y - 2].chunk].index].head].word;
    const std::uint32_t owner = tape_.items[y - 3].mention;
    return with && with->reads("with") && noun &&
           (noun->noun_class == NounClass::event || noun->noun_class == NounClass::act ||
            noun->noun_class == NounClass::group) &&
           owner != none && std::none_of(f.actors.begin(), f.actors.end(), [&](std::uint32_t a) {
             return s_.mentions[a].entities == s_.mentions[owner].entities;
           });
  }

  // "has information on calls to Macron", "has concerns about their support for Iran", "left despite his call for
  // talks": told, judged or set aside, not done.
  bool told_of(const Rule& rule, const Found& f, const SlotMatch& match) const {
    if (f.nominal || !match[Slot::y].bound() || !in_set("told_event", rule.event.view())) return false;
    const bool talk = rule.event == "CONSULT";
    const std::size_t y = match[Slot::y].first;
    std::size_t i = 0;
    while (i < y && !tape_.code[i].is(item_verb)) ++i;
    for (; i + 2 < y; ++i) {
      if (!tape_.code[i + 1].is(item_preposition)) continue;
      const Word* const by = s_.tagged[tape_.items[i + 1].first].word;
      if (by && in_set("setting_aside_preposition", by->folded)) return true;
      if (!tape_.code[i].is(item_noun) || tape_.items[i].chunk == none) continue;
      const Word* const w = s_.tagged[s_.phrases[s_.chunks[tape_.items[i].chunk].index].head].word;
      if (!w || !by || !in_set("telling_preposition", by->folded)) continue;
      if (in_set("report_noun", w->noun_lemma)) return true;
      if (!talk && !by->reads("of") && !by->reads("from") && in_set("opinion_noun", w->noun_lemma)) return true;
    }
    return false;
  }

  // "We have heard from the Pentagon", "Indian companies work with American companies": a government with its own
  // ministries, firms among themselves.
  bool between_own(const Rule& rule, const Found& f) const {
    if (rule.event != "CONSULT" && rule.event != "COOPERATE") return false;
    if (f.actors.empty() || f.recipients.empty()) return false;
    const auto firm = [&](std::uint32_t n) { return s_.mentions[n].sector == "BUS" && !s_.mentions[n].given; };
    if (std::all_of(f.actors.begin(), f.actors.end(), firm) &&
        std::all_of(f.recipients.begin(), f.recipients.end(), firm))
      return true;
    if (f.actors.size() != 1) return false;
    const ActorMention& actor = s_.mentions[f.actors.front()];
    const bool state =
        !actor.given && actor.known != no_actor && pack_.tables->gazetteer[actor.known].kind == Kind::state;
    return state && std::all_of(f.recipients.begin(), f.recipients.end(), [&](std::uint32_t n) {
             const ActorMention& m = s_.mentions[n];
             if (m.given || m.known == no_actor) return false;
             const KnownActor& k = pack_.tables->gazetteer[m.known];
             return k.kind == Kind::government && k.home == actor.known &&
                    (k.sector == "GOV" || k.sector == "MIL" || k.sector == "SPY");
           });
  }

  // "warned their return would be difficult"
  bool owned_thing(const SlotMatch& match) const {
    const std::size_t i = match[Slot::y].first;
    if (!match[Slot::y].bound() || match[Slot::y].last != i + 1u || i + 1 >= tape_.code.size() ||
        !tape_.code[i].is(item_possessor) || !tape_.code[i + 1].is(item_noun) || tape_.items[i].mention == none)
      return false;
    const ActorMention& m = s_.mentions[tape_.items[i].mention];
    const Word* const w = s_.tagged[tape_.items[i].first].word;
    return m.refers == Refers::pronoun && i > 0 && tape_.code[i - 1].is(item_verb) && w &&
           s_.tagged[tape_.items[i - 1].first].word && s_.tagged[tape_.items[i - 1].first].word->verb_lemma == "warn";
  }

  // "said that the children needed to be brought home": others are to do it.
  bool to_be_done(const Found& f) const {
    return std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& c) {
      if (!c.passive || c.subject.last != c.subject.first + 1 || s_.chunks[c.subject.first].kind != ChunkKind::noun ||
          c.chunk < c.subject.first)
        return false;
      const std::uint32_t m = s_.phrases[s_.chunks[c.subject.first].index].mention;
      return m != none && std::find(f.recipients.begin(), f.recipients.end(), m) != f.recipients.end();
    });
  }

  // "condemned his arrest", "is concerned about their safety": it was done to him, he has it.
  bool victim(const Rule& rule, const SlotMatch& match) const {
    if (rule.event != "ACCUSE" || !match[Slot::y].bound()) return false;
    std::size_t i = match[Slot::y].first + 1u;
    const std::size_t last = std::min<std::size_t>(match[Slot::y].last + 1u, tape_.code.size());
    while (i < last && !(tape_.code[i].is(item_noun) && tape_.code[i - 1].is(item_possessor))) ++i;
    if (i >= last || tape_.items[i].chunk == none) return false;
    const Word* const w = s_.tagged[s_.phrases[s_.chunks[tape_.items[i].chunk].index].head].word;
    if (!w) return false;
    if (in_set("owned_good", w->noun_lemma)) return true;
    const std::uint32_t n = tape_.items[i - 1].mention;
    const Word* const his = n != none ? s_.tagged[s_.mentions[n].head].word : nullptr;
    const bool person =
        n != none && (s_.mentions[n].kind == Kind::person || (his && (his->reads("his") || his->reads("her"))) ||
                      s_.mentions[n].refers == Refers::role || s_.mentions[n].refers == Refers::person);
    return person && in_set("undergone_act", w->noun_lemma) &&
           !(i + 1 < tape_.code.size() && tape_.code[i + 1].is(item_preposition) &&
             s_.tagged[tape_.items[i + 1].first].word && s_.tagged[tape_.items[i + 1].first].word->reads("of"));
  }

  // "promised not to attack", "said it would not strike": the harm itself is negated. Who threatens not to come, warns
  // that he will not pay, threatens all the same, but not with violence.
  bool harmless(const Rule& rule, const SlotMatch& match) const {
    const std::size_t end = std::min<std::size_t>(match.end, tape_.code.size());
    std::size_t verb = 0;
    while (verb < end && !tape_.code[verb].is(item_verb)) ++verb;
    if (verb >= end) return false;
    const Word* w = s_.tagged[tape_.items[verb].first].word;
    const bool threat = w && (w->verb_lemma == "threaten" || w->verb_lemma == "warn");
    if (threat && rule.mode != "violence") return false;
    for (std::size_t i = verb + 1; i + 1 < end; ++i) {
      if (tape_.code[i].is(item_negation) && tape_.code[i + 1].is(item_verb)) return true;
    }
    return false;
  }

  // "Pelosi's visit to Taiwan was condemned": it took place, whatever is said of her.
  bool told_visit(const Rule& rule, const Found& f) const {
    return rule.mode == "visit" && s_.phrases[s_.chunks[f.chunk].index].mention == none;
  }

  // None of these takes part in what the rules around the phrase found: "discussed a summit between A and B".
  bool apart(const std::vector<std::uint32_t>& list) const {
    return std::none_of(list.begin(), list.end(), [&](std::uint32_t m) {
      return std::any_of(outer_.begin(), outer_.end(), [&](std::uint32_t o) {
        const auto &a = s_.mentions[m].entities, &b = s_.mentions[o].entities;
        return m == o || std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
      });
    });
  }

  // "recalled Chile's ambassador to Israel": who calls the own envoy home does it to the state where he serves; of
  // "Chile's ambassador to Israel was recalled" the owner does it.
  void from_own_post(Found* f) const {
    const bool told = f->recipients.empty();
    if (told ? f->actors.size() != 1 : f->recipients.size() != 1) return;
    const ActorMention& envoy = s_.mentions[told ? f->actors.front() : f->recipients.front()];
    if (envoy.given || (envoy.country == no_actor && (told || envoy.owner != none)) ||
        (envoy.refers != Refers::role && envoy.refers != Refers::described))
      return;
    const std::uint32_t post = post_of(envoy);
    if (post == none) return;
    if (told) {
      if (envoy.owner == none) return;
      f->actors = {envoy.owner};
      f->recipients = {post};
    } else if (f->actors.size() == 1 && own_envoy(s_.mentions[f->actors.front()], envoy)) {
      f->recipients = {post};
    }
  }

  // Whose envoy a headline leaves out: "Peru recalls ambassador to Mexico".
  bool own_envoy(const ActorMention& actor, const ActorMention& envoy) const {
    if (envoy.country == no_actor) return true;
    return (actor.refers == Refers::actor || actor.refers == Refers::capital) && actor.kind == Kind::state
               ? actor.known == envoy.country
               : home_of(actor) == envoy.country;
  }

  // The state that stands behind the envoy's office: "ambassador to Israel"; none without one.
  std::uint32_t post_of(const ActorMention& envoy) const {
    for (std::uint32_t n = 0; n < s_.mentions.size(); ++n) {
      const ActorMention& m = s_.mentions[n];
      if (m.first > envoy.head && m.last <= envoy.last && m.kind == Kind::state && m.known != envoy.country) return n;
    }
    return none;
  }

  // Reporters to whom somebody speaks take no part. Returns false when nobody else is left.
  bool drop_press(const Rule& rule, Found* f) const {
    if (rule.event != "CONSULT" || f->recipients.empty()) return true;
    std::erase_if(f->recipients, [&](std::uint32_t n) {
      const ActorMention& m = s_.mentions[n];
      if (m.given || m.entities.size() > 1) return false;
      return m.sector == "MED" ||
             (m.sector == "CVL" && m.refers == Refers::described && m.owner == none && m.last == m.head + 1 &&
              m.head <= m.first + 1) ||
             (m.known != no_actor && pack_.tables->gazetteer[m.known].sector == "MED");
    });
    return !f->recipients.empty();
  }

  ActorIndex home_of(const ActorMention& m) const {
    if (m.known != no_actor && m.refers == Refers::person) return pack_.tables->gazetteer[m.known].home;
    return m.refers == Refers::actor ? pack_.tables->gazetteer[m.known].home : m.country;
  }

  // "Ambassador Bass promised Washington's support for Turkey": Washington is no recipient.
  bool own_country(const Found& f) const {
    if (f.actors.size() != 1) return false;
    return std::all_of(f.recipients.begin(), f.recipients.end(),
                       [&](std::uint32_t n) { return own_country(s_.mentions[f.actors.front()], s_.mentions[n]); });
  }

  bool own_country(const ActorMention& actor, const ActorMention& other) const {
    const ActorIndex home = home_of(actor);
    if (actor.given || other.given) return false;
    if (other.refers == Refers::person && other.known != no_actor && actor.refers == Refers::actor) {
      return pack_.tables->gazetteer[other.known].home == actor.known;
    }
    if (home == no_actor) return false;
    if (other.refers == Refers::place) return other.country == home;
    return (other.refers == Refers::actor || other.refers == Refers::capital || other.refers == Refers::pronoun) &&
           other.known == home;
  }

  // "will protect U.S. citizens", "helps the American people": what a state does for its own is no dealing of two.
  bool own_nation(const Found& f) const {
    if (f.actors.size() != 1 || f.recipients.empty()) return false;
    const ActorMention& actor = s_.mentions[f.actors.front()];
    const bool state = actor.known != no_actor && pack_.tables->gazetteer[actor.known].kind == Kind::state;
    const ActorIndex home = state ? actor.known : home_of(actor);
    if (actor.given || home == no_actor) return false;
    return std::all_of(f.recipients.begin(), f.recipients.end(), [&](std::uint32_t n) {
      const ActorMention& m = s_.mentions[n];
      if (m.given) return false;
      const bool people = m.refers == Refers::described && m.plural && m.country == home && m.sector != "REB" &&
                          m.sector != "OPP" && state;
      return people || own_country(actor, m) || (m.kind == Kind::state && m.known == home);
    });
  }

  // "Syrian jets hit hospitals in Idlib": where it happened, not to whom.
  bool own_ground(const Found& f) const {
    if (f.recipients.empty()) return false;
    return std::all_of(f.recipients.begin(), f.recipients.end(), [&](std::uint32_t n) {
      const ActorMention& place = s_.mentions[n];
      return place.refers == Refers::place && !place.given && place.country != no_actor &&
             std::any_of(f.actors.begin(), f.actors.end(), [&](std::uint32_t a) {
               return acts_for_state(s_.mentions[a]) && home_of(s_.mentions[a]) == place.country;
             });
    });
  }

  // "retook the town from the rebels": who held it is the other side.
  bool held_by_others(const Found& f) const {
    return std::any_of(f.recipients.begin(), f.recipients.end(), [&](std::uint32_t n) {
      const std::uint32_t next = s_.mentions[n].last;
      return next < s_.tagged.size() && s_.tagged[next].word && s_.tagged[next].word->reads("from");
    });
  }

  // Not rebels, parties, protesters: the ground that they act on is the government's.
  bool acts_for_state(const ActorMention& m) const {
    if (m.refers == Refers::described || m.refers == Refers::role)
      return m.sector == "MIL" || m.sector == "GOV" || m.sector == "COP" || m.sector == "SPY";
    if (m.known == no_actor) return false;
    const KnownActor& k = pack_.tables->gazetteer[m.known];
    return k.kind == Kind::state || k.sector == "GOV" || k.sector == "MIL";
  }

  // "Blinken affirmed the partnership between the United States and Egypt": with Egypt.
  void drop_own_country(Found* f) const {
    if (f->actors.size() != 1 || f->recipients.size() < 2) return;
    const ActorMention& actor = s_.mentions[f->actors.front()];
    const bool person =
        actor.kind == Kind::person ||
        ((actor.refers == Refers::role || actor.refers == Refers::pronoun) && actor.entities.size() == 1);
    if (actor.given || !person) return;
    const ActorIndex home = home_of(actor);
    const auto own = [&](std::uint32_t n) {
      const ActorMention& m = s_.mentions[n];
      return home != no_actor && !m.given && m.refers == Refers::actor && m.known == home;
    };
    if (!std::all_of(f->recipients.begin(), f->recipients.end(), own)) std::erase_if(f->recipients, own);
  }

  bool acts(const Found& f, std::uint32_t entity) const {
    return std::any_of(f.actors.begin(), f.actors.end(), [&](std::uint32_t n) {
      const auto& list = s_.mentions[n].entities;
      return std::find(list.begin(), list.end(), entity) != list.end();
    });
  }

  // "instructed their negotiators", "deployed its troops": no other side.
  bool own_people(const ActorMention& m, const Found& f) const {
    if (m.given || m.owner == none || m.country != no_actor ||
        (m.refers != Refers::described && m.refers != Refers::role))
      return false;
    const ActorMention& owner = s_.mentions[m.owner];
    const Word* w = s_.tagged[m.head].word;
    if (owner.refers != Refers::pronoun || !w || in_set("other_side_noun", w->noun_lemma)) return false;
    return std::all_of(owner.entities.begin(), owner.entities.end(), [&](std::uint32_t e) { return acts(f, e); });
  }

  // "the President and his advisers are working on it": one side.
  void drop_own_side(Found* f) const {
    std::vector<std::uint32_t> own;
    for (const std::uint32_t n : f->actors) {
      if (own_people(s_.mentions[n], *f) || own_state_of(s_.mentions[n], *f)) own.push_back(n);
    }
    std::erase_if(f->actors, [&](std::uint32_t n) { return std::find(own.begin(), own.end(), n) != own.end(); });
  }

  // "the administration and the President have said so".
  bool own_state_of(const ActorMention& m, const Found& f) const {
    if (m.given || (m.refers != Refers::actor && m.refers != Refers::capital) || m.known == no_actor) return false;
    return std::any_of(f.actors.begin(), f.actors.end(), [&](std::uint32_t n) {
      const ActorMention& o = s_.mentions[n];
      return !o.given && o.kind == Kind::person && !o.plural && home_of(o) == m.known;
    });
  }

  // "between the President or the Vice President": either, and not with each other.
  bool alternatives(const std::vector<std::uint32_t>& list) const {
    if (list.size() != 2) return false;
    const ActorMention &a = s_.mentions[list.front()], &b = s_.mentions[list.back()];
    const Word* const w = b.first > a.first && b.first > 0 ? s_.tagged[b.first - 1].word : nullptr;
    return w && w->reads("or");
  }

  bool same_as_actors(const Found& f) const {
    for (const std::uint32_t n : f.recipients) {
      for (const std::uint32_t e : s_.mentions[n].entities) {
        if (!acts(f, e)) return false;
      }
    }
    return entity_count(f.recipients) > 0;
  }

  // One mention that stands for several: a bloc, "the two leaders", "officials".
  bool collective(const std::vector<std::uint32_t>& list) const {
    if (list.size() != 1) return false;
    const ActorMention& m = s_.mentions[list.front()];
    if (m.entities.size() > 1) return true;
    if (m.known != no_actor && pack_.tables->gazetteer[m.known].bloc) return true;
    if (!m.plural || m.refers != Refers::described) return false;
    const Word* w = s_.tagged[m.head].word;
    const Tag first = s_.tagged[m.first].tag;
    return w && in_set("collective_noun", w->noun_lemma) &&
           (m.definite || first == Tag::number || first == Tag::quantifier || m.country != no_actor);
  }

  void cover(std::size_t end, Found* f) const {
    f->covered.clear();
    for (std::size_t i = 0; i < end; ++i) {
      if (tape_.items[i].chunk != none) f->covered.push_back(tape_.items[i].chunk);
    }
    std::sort(f->covered.begin(), f->covered.end());
  }

  static bool uses(const Found& f, std::uint32_t chunk) {
    return std::binary_search(f.covered.begin(), f.covered.end(), chunk);
  }

  const Pack::Rep& pack_;
  std::string_view text_;
  const Sentence& s_;
  const std::vector<Clause>& clauses_;
  bool lone_actors_;
  std::vector<Found>& found_;
  std::vector<Trace>* trace_;
  Tape& tape_;
  TapeWords& here_;  // of tape_, while its patterns are tried
  GateIndex& gates_;
  SlotMatcher& matcher_;
  bool owned_ = false;                // "said in a call with X": the clause's subject owns the event noun
  std::vector<std::uint32_t> outer_;  // who takes part in the rule's match that the event noun stands in
};

}  // namespace

void find_actions(const Pack::Rep& pack, std::string_view text, const Sentence& sentence,
                  const std::vector<Clause>& clauses, bool lone_actors, ActionBench* bench, std::vector<Found>* found,
                  std::vector<Trace>* trace) {
  Matcher(pack, text, sentence, clauses, lone_actors, bench, found, trace).run();
  if (sentence.marked.empty() && lone_actors) find_wide_acts(pack, text, sentence, clauses, found, trace);
  if (!sentence.marked.empty()) find_marked_act(pack, text, sentence, clauses, found, trace);
}

}  // namespace demarche::extract
