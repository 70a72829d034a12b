#include "extract/records.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "extract/called_off.h"
#include "extract/clause_status.h"
#include "extract/confidence.h"
#include "extract/event_time.h"
#include "extract/event_topics.h"
#include "extract/figure_of_speech.h"
#include "extract/mentions.h"
#include "extract/put_off.h"
#include "extract/record_entity.h"
#include "extract/record_status.h"
#include "text/hash.h"

namespace demarche::extract {

using namespace rules;

namespace {

constexpr std::size_t most_participants = 12;

void identify(Mention* m) {
  text::StableHash h;
  h.add(m->doc)
      .add(std::to_string(m->event_start))
      .add(std::to_string(m->event_end))
      .add(m->action)
      .add(to_string(m->status));
  for (const Entity& e : m->actor) h.add(e.identifier_text);
  h.add("→");
  for (const Entity& e : m->recipient) h.add(e.identifier_text);
  m->id = h.hex();
}

class RecordWriter {
 public:
  RecordWriter(const Analysis& a, const Sentence& s, const std::vector<Clause>& clauses,
               const std::vector<TimeExpression>& times, const std::vector<Mention>* told, StoryTime& story,
               bool lone_actors)
      : a_(a),
        s_(s),
        clauses_(clauses),
        times_(times),
        told_(told),
        story_(story),
        tables_(*a.pack().tables),
        lone_actors_(lone_actors) {}

  bool write(const Found& f, Mention* m) {
    const Rule& rule = tables_.rules[f.rule];
    clause_ = f.clause == none ? nullptr : &clauses_[f.clause];
    if (clause_ && !f.nominal && figure_of_speech(tables_, s_, *clause_, rule)) return false;
    participants(f, rule, m);
    if (rule.repeats && !repeat(m)) return false;
    if (rule.joins && m->recipient.empty() &&
        !(rule.mode == "third-party" ? known_talk(f, true) && mediate(m) : known_talk(f, false) && join(m)))
      return false;
    if (m->actor.empty() || (m->recipient.empty() && !lone_actors_ && !f.group_only && !f.recipients.empty()))
      return false;
    if (rule.event == "REQUEST" && !f.nominal && of_their_own(*m)) return false;
    if (rule.mode == "visit" &&
        std::all_of(m->actor.begin(), m->actor.end(), [&](const Entity& e) { return private_person(e); }))
      return false;
    // "The Security Council met" is an event; what ministers agree among themselves has no other side.
    if (f.group_only && m->recipient.empty() && !lone_actors_ && rule.event != "CONSULT") return false;
    if (m->event.empty()) {
      m->event = rule.event;
      m->mode = rule.mode;
      m->action = rule.action;
    }
    m->plover = rule.plover;
    m->rule = rule.id;
    m->reciprocal = f.reciprocal;
    const Clause* const ending = f.nominal ? called_off_by(f) : nullptr;
    m->status = record_status(tables_, s_, f, rule, ending ? ending : clause_);
    if (m->status == Status::denied && !f.nominal && rules_out()) {
      if (rule.denies.empty()) return false;
      hold(rule, m);  // "did not rule out talks": they may be held
      m->status = Status::possible;
    }
    time_ = nullptr;
    date(f, m);
    if (m->status == Status::denied && f.nominal && clause_) end_plan(ending ? *ending : *clause_, time_, m);
    if (m->status == Status::actual && time_) still_to_come(EventTime(s_, clauses_, times_), f, m);
    if (m->status == Status::planned && !rule.planned_event.empty()) {
      m->event = rule.planned_event;
      m->mode.clear();
    }
    scores(m);
    place(f, m);
    visited(rule, m);
    posted(rule, m);
    if (m->recipient.empty() && !lone_actors_ && !f.group_only) return false;
    m->topic = topics_of(a_.text(), tables_, s_, clauses_, f, clause_, m->event == "CONSULT");
    contexts(m);
    attribution(m);
    sentence(f, m);
    m->confidence = sureness(f, rule, *m);
    identify(m);
    return true;
  }

  // "met separately with A and B": a record each.
  std::vector<Mention> apart(Mention m) const {
    std::vector<Mention> out;
    if (m.event != "CONSULT" || m.recipient.size() < 2 || !clause_ || !separately()) {
      out.push_back(std::move(m));
      return out;
    }
    for (const Entity& e : m.recipient) {
      out.push_back(m);
      out.back().recipient = {e};
      identify(&out.back());
    }
    return out;
  }

  bool separately() const {
    const std::uint32_t first = s_.chunks[clause_->chunk].first, last = clause_->tail.empty()
                                                                            ? s_.chunks[clause_->chunk].last
                                                                            : s_.chunks[clause_->tail.last - 1].last;
    for (std::uint32_t i = first; i < last; ++i) {
      const Word* w = s_.tagged[i].word;
      if (w && (w->folded == "separately" || w->folded == "separate" || w->folded == "individually")) return true;
    }
    return false;
  }

  // "The meeting planned for Friday was cancelled": the noun stands in the clause of "planned", and is the subject of
  // the one behind it.
  const Clause* called_off_by(const Found& f) const {
    for (const Clause& c : clauses_) {
      const bool told = f.chunk >= c.subject.first && f.chunk < c.subject.last && c.subject.first < c.chunk;
      // The participle between them has taken the subject.
      const bool taken = c.subject.empty() && clause_ && &c == clause_ + 1 && f.chunk < clause_->chunk &&
                         s_.verbs[clause_->verb].last == s_.verbs[clause_->verb].first + 1;
      const bool subject = told || taken;
      if (&c != clause_ && c.passive && subject && c.status == Status::actual && calls_off(tables_, s_, c)) return &c;
    }
    return nullptr;
  }

  // What became of a plan that the clause says will not come about. A new day is none of the record's own, which
  // `dated_by` gave.
  void end_plan(const Clause& clause, const TimeExpression* dated_by, Mention* m) const {
    m->turn = turn_of(tables_, s_, clause);
    if (m->turn != Turn::postponed) return;
    const TimeExpression* t = new_day(s_, clause, times_);
    const auto day = t ? resolve_time(*t, a_.date(), true) : std::nullopt;
    if (!day) return;
    m->turn_date = text::iso(t->end ? *t->end : day->first);
    if (dated_by != t || !a_.date()) return;
    m->date = text::iso(*a_.date());
    m->enddate.clear();
    m->date_text.clear();
    m->date_precision = DatePrecision::document;
  }

  // How strong the rule of the last record is here, before what the sentence makes doubtful.
  double strength() const { return strength_; }

  // The records of this sentence so far.
  void set_here(const std::vector<Mention>* records) { here_ = records; }

  // The talk that a refusal or cancellation kept from taking place; nullopt where none was.
  std::optional<Mention> not_held(const Found& f, const Mention& m) const {
    const Rule& rule = tables_.rules[f.rule];
    if (rule.denies.empty() || m.status != Status::actual) return std::nullopt;
    Mention out = m;
    hold(rule, &out);
    out.status = Status::denied;
    if (clause_) end_plan(*clause_, time_, &out);
    scores(&out);
    identify(&out);
    return out;
  }

 private:
  // The meeting that a refusal is about.
  static void hold(const Rule& refusal, Mention* m) {
    m->event = "CONSULT";
    m->mode.clear();
    m->action = refusal.denies;
    m->plover.clear();
    m->reciprocal = true;
  }

  bool rules_out() const {
    if (!clause_) return false;
    const VerbGroup& v = s_.verbs[clause_->verb];
    const Word* const w = s_.tagged[v.head].word;
    return v.negated && w && w->verb_lemma == "rule";
  }

  std::uint32_t point(std::uint32_t byte) const { return a_.offsets().to_code_points(byte); }

  Entity entity(std::uint32_t number, const ActorMention& m) const { return record_entity(a_, s_, number, m); }

  std::string own_words(std::uint32_t from, std::uint32_t to) const { return extract::own_words(a_, from, to); }

  // A recipient that is no actor: "the village", "a court decision".
  Entity thing(std::uint32_t chunk) const {
    const Chunk& c = s_.chunks[chunk];
    std::uint32_t first = c.first;
    while (first + 1 < c.last && s_.tagged[first].tag == Tag::determiner) ++first;
    Entity e;
    e.kind = Kind::other;
    e.identifier_text = words_of(a_.text(), s_, first, c.last);
    e.entity_text = own_words(s_.tokens[c.first].start, s_.tokens[c.last - 1].end);
    e.start = point(s_.tokens[c.first].start);
    e.end = point(s_.tokens[c.last - 1].end);
    return e;
  }

  // "Both ministers said that the two neighbours should …": each of his own.
  static bool of_their_own(const Mention& m) {
    return m.recipient.size() > 1 && std::all_of(m.recipient.begin(), m.recipient.end(), [&](const Entity& r) {
             return r.kind == Kind::state && std::any_of(m.actor.begin(), m.actor.end(), [&](const Entity& a) {
                      return a.kind == Kind::person && a.code == r.code;
                    });
           });
  }

  // "The schoolgirls went to Syria": no visit of somebody in office.
  bool private_person(const Entity& e) const {
    return e.kind == Kind::person && e.actor.empty() && e.office.empty() && !lone_actors_ &&
           (e.sector.empty() || in_set("private_sector", e.sector));
  }

  // "leaders", "the minister" that nobody in the text is: no actor that a reader could name.
  bool vague(const ActorMention& m) const {
    const bool owned = m.owner != none && !(s_.mentions[m.owner].refers == Refers::pronoun &&
                                            s_.mentions[m.owner].entities.empty());  // "our government": whose?
    if (m.given || m.country != no_actor || owned || m.entities.size() != 1 || m.name_last != 0) return false;
    if (m.refers != Refers::described && m.refers != Refers::role) return false;
    const DocEntity& d = a_.coreference().entities()[m.entities.front()];
    if (d.known != no_actor || d.country != no_actor || (d.sector != "GOV" && d.sector != "LEG")) return false;
    return d.name.find(' ') == std::string::npos ||
           (m.refers == Refers::role && d.name.find(" of ") == std::string::npos);
  }

  // "members", "our two nations".
  bool nameless(const ActorMention& m) const {
    if (m.given || m.counted || m.entities.size() != 1 || (m.refers != Refers::described && m.refers != Refers::role))
      return false;
    const DocEntity& d = a_.coreference().entities()[m.entities.front()];
    const Word* w = s_.tagged[m.head].word;
    return d.described && d.country == no_actor && d.name.find(' ') == std::string::npos && w &&
           in_set("vague_actor_noun", w->noun_lemma);
  }

  void add_entities(std::uint32_t number, std::vector<Entity>* list, std::vector<std::uint32_t>* seen) const {
    const ActorMention& m = s_.mentions[number];
    if (!lone_actors_ && (vague(m) || nameless(m))) return;
    for (const std::uint32_t e : m.entities) {
      if (std::find(seen->begin(), seen->end(), e) != seen->end() || list->size() >= most_participants) continue;
      seen->push_back(e);
      list->push_back(entity(e, m));
    }
  }

  // "The Syrian army shelled Douma": the town, not its state.
  Entity ground(const ActorMention& place) const {
    Entity e;
    e.kind = Kind::other;
    e.entity_text = own_words(s_.tokens[place.first].start, s_.tokens[place.last - 1].end);
    e.identifier_text = e.entity_text;
    e.code = tables_.gazetteer[place.country].code;
    e.start = point(s_.tokens[place.first].start);
    e.end = point(s_.tokens[place.last - 1].end);
    return e;
  }

  void participants(const Found& f, const Rule& rule, Mention* m) const {
    std::vector<std::uint32_t> seen;
    for (const std::uint32_t n : f.actors) {
      // "116 people arrived in Chad": a crowd marches and attacks, it does not deal with anybody.
      if (s_.mentions[n].counted && !s_.mentions[n].given && !in_set("crowd_event", rule.event)) continue;
      add_entities(n, &m->actor, &seen);
    }
    for (const std::uint32_t n : f.recipients) {
      if (f.own_ground)
        m->recipient.push_back(ground(s_.mentions[n]));
      else if (!of_actors(n, f))
        add_entities(n, &m->recipient, &seen);
    }
    // "India and Pakistan exchanged fire, killing two Indian soldiers": the other one did.
    if (rule.event == "ASSAULT" && m->actor.size() > 1 && !m->recipient.empty()) {
      const auto own = [&](const Entity& a) {
        return a.kind == Kind::state &&
               std::all_of(m->recipient.begin(), m->recipient.end(), [&](const Entity& r) { return r.code == a.code; });
      };
      if (!std::all_of(m->actor.begin(), m->actor.end(), own)) std::erase_if(m->actor, own);
    }
    if (lone_actors_) {
      for (const std::uint32_t c : f.unknown) m->actor.push_back(thing(c));
      for (const std::uint32_t c : f.things) m->recipient.push_back(thing(c));
    }
    // "The two leaders met": one phrase, two sides.
    if (f.group_only && m->actor.size() > 1) {
      m->recipient.assign(m->actor.begin() + 1, m->actor.end());
      m->actor.resize(1);
    }
  }

  // "Obama made clear to his team that we must save": "we" are the actor's own.
  bool of_actors(std::uint32_t number, const Found& f) const {
    const ActorMention& m = s_.mentions[number];
    const Word* const w = m.refers == Refers::pronoun ? s_.tagged[m.head].word : nullptr;
    if (!w || !(w->reads("we") || w->reads("us")) || m.known == no_actor) return false;
    return std::any_of(f.actors.begin(), f.actors.end(), [&](std::uint32_t a) {
      const auto& who = s_.mentions[a].entities;
      return who.size() == 1 && a_.coreference().entities()[who.front()].country == m.known;
    });
  }

  bool chunk_is(std::string_view set, std::uint32_t i) const {
    const Word* w = s_.tagged[s_.chunks[i].first].word;
    return w && in_set(set, w->folded);
  }

  bool in_set(std::string_view set, std::string_view lemma) const { return tables_.vocabulary.holds(set, lemma); }

  // "attended the meeting", "those talks", not "is attending a dinner", "will take part in high-level meetings".
  bool known_talk(const Found& f, bool named) const {
    const VerbGroup* const v = clause_ ? &s_.verbs[clause_->verb] : nullptr;
    if (v && (v->passive || v->form == VerbForm::participle)) return true;  // "a round mediated by X"
    for (std::uint32_t i = f.chunk + 1; i < s_.chunks.size(); ++i) {
      if (s_.chunks[i].kind == ChunkKind::verb) break;
      if (s_.chunks[i].kind != ChunkKind::noun) continue;
      const NounPhrase& p = s_.phrases[s_.chunks[i].index];
      const Word* const w = s_.tagged[p.first].word;
      if (p.time || p.mention != none || (w && w->reads("part"))) continue;
      return w && (w->reads("the") || w->reads("this") || w->reads("that") || w->reads("these") || w->reads("those") ||
                   w->reads("both") || w->reads("his") || w->reads("her") || w->reads("their") || w->reads("all") ||
                   w->reads("it"));
    }
    return !named;
  }

  // Completes "Y took part in the call" from the event told before.
  bool join(Mention* m) const {
    for (auto e = told_->rbegin(); e != told_->rend(); ++e) {
      if (e->event != "CONSULT" || e->actor.empty() || s_.number - e->sequence > 12 || joined(e->rule)) continue;
      // "elections that the President will take part in": nobody joins his own state.
      const bool own = std::any_of(e->actor.begin(), e->actor.end(), [&](const Entity& a) {
        return a.kind == Kind::state && std::any_of(m->actor.begin(), m->actor.end(), [&](const Entity& b) {
                 return b.kind == Kind::person && b.code == a.code;
               });
      });
      if (own || shares_any(e->actor, m->actor) || shares_any(e->recipient, m->actor)) continue;
      m->recipient = e->actor;
      // At a meeting one meets everybody; who comes from one's own country came along.
      const bool meeting = e->action == "meet" || e->action == "call" || e->action == "negotiate";
      if (meeting) m->recipient.insert(m->recipient.end(), e->recipient.begin(), e->recipient.end());
      const auto own_side = [&](const Entity& x) {
        return x.code != "IGO" && std::any_of(m->actor.begin(), m->actor.end(), [&](const Entity& a) {
                 return a.code == x.code && a.kind != Kind::group;
               });
      };
      if (!std::all_of(m->recipient.begin(), m->recipient.end(), own_side)) std::erase_if(m->recipient, own_side);
      m->event = e->event;
      m->mode = e->mode;
      m->action = e->action;
      return true;
    }
    return false;
  }

  // Completes "Chile followed suit": what was told last of somebody else.
  bool repeat(Mention* m) const {
    const auto repeatable = [&](const Mention& e) {
      const bool denied = clause_ && clause_->status == Status::denied;  // "neither did Estonia"
      return !e.actor.empty() && !e.recipient.empty() && (e.status == Status::denied) == denied &&
             !shares_any(e.actor, m->actor) && !shares_any(e.recipient, m->actor);
    };
    const Mention* last = nullptr;
    for (const Mention& e : *here_) {
      if (repeatable(e)) last = &e;
    }
    for (auto e = told_->rbegin(); !last && e != told_->rend() && s_.number - e->sequence <= 2; ++e) {
      if (repeatable(*e)) last = &*e;
    }
    // A sentence's first act is what it is about: "recalled its envoy in protest at X's attack".
    for (auto e = told_->rbegin(); last && e != told_->rend() && e->sequence == last->sequence; ++e) {
      if (repeatable(*e)) last = &*e;
    }
    if (!last || !just_told(*last)) return false;
    m->recipient = last->recipient;
    m->event = last->event;
    m->mode = last->mode;
    m->action = last->action;
    return true;
  }

  // "made clear that X had met Y, as did Z": nothing but the last verb is repeated.
  bool just_told(const Mention& last) const {
    if (!clause_ || !clause_->echo || clause_ == clauses_.data()) return true;
    const VerbGroup& before = s_.verbs[(clause_ - 1)->verb];
    const VerbGroup& own = s_.verbs[clause_->verb];
    return last.event_start >= point(s_.tokens[before.first].start) &&
           last.event_start < point(s_.tokens[own.first].start);
  }

  static bool shares_any(const std::vector<Entity>& a, const std::vector<Entity>& b) {
    return std::any_of(a.begin(), a.end(), [&](const Entity& x) {
      return std::any_of(b.begin(), b.end(), [&](const Entity& y) { return x.identifier_text == y.identifier_text; });
    });
  }

  // Completes "the talks were brokered by X": between those who met or agreed before.
  bool mediate(Mention* m) const {
    for (auto e = told_->rbegin(); e != told_->rend() && s_.number - e->sequence <= 6; ++e) {
      if (e->actor.empty() || e->recipient.empty() ||
          (e->event != "CONSULT" && e->event != "AGREE" && e->event != "SUPPORT") || shares_actor(*e, *m))
        continue;
      if (e->action == "visit" || e->action == "mediate" || e->status == Status::denied) continue;
      m->recipient = e->actor;
      m->recipient.insert(m->recipient.end(), e->recipient.begin(), e->recipient.end());
      return true;
    }
    return false;
  }

  bool joined(std::string_view id) const {
    return std::any_of(tables_.rules.begin(), tables_.rules.end(),
                       [&](const Rule& r) { return r.id == id && r.joins; });
  }

  void scores(Mention* m) const {
    for (const EventType& t : tables_.events) {
      if (t.name != m->event) continue;
      m->quad_code = t.quad;
      m->event_scale = t.score;
      for (const auto& [mode, score] : t.modes) {
        if (mode == m->mode) m->event_scale = score;
      }
    }
  }

  // Whether the verb looks ahead: "will meet", "may meet".
  bool looks_ahead(const Mention& m) const {
    if (m.status == Status::planned) return true;
    if (!clause_) return false;
    const VerbGroup& v = s_.verbs[clause_->verb];
    return v.future || (m.status == Status::possible && v.possible && !v.past && !v.perfect);
  }

  void date(const Found& f, Mention* m) const {
    const EventTime event_time(s_, clauses_, times_);
    if (set_apart(event_time, m)) return;
    const TimeExpression* t = event_time.of(f, clause_);
    if (t && at(*t, event_time, m)) {
      if (m->status == Status::planned) story_.note_plan(s_, f, {m->date, m->enddate, m->date_precision});
      return;
    }
    if (!t && dated_by_story(f, m)) return;
    const TimeExpression* report = !t && clause_ && m->status == Status::actual && !s_.verbs[clause_->verb].future
                                       ? event_time.of_report(*clause_)
                                       : nullptr;
    if (report && report->precision == DatePrecision::day && at(*report, event_time, m)) return;
    const bool lasts = m->status == Status::planned && clause_ && event_time.lasts(*clause_);
    if ((m->status == Status::planned && !lasts && !diary_line(s_)) || !a_.date()) return;
    m->date = text::iso(*a_.date());
    m->date_precision = DatePrecision::document;
  }

  // Dates the record by an expression of time; false where that needs a day that nobody told.
  bool at(const TimeExpression& t, const EventTime& event_time, Mention* m) const {
    const bool future = looks_ahead(*m) || arranged(event_time, t) || event_time.lies_ahead(t) ||
                        (event_time.diary(t) && !(clause_ && s_.verbs[clause_->verb].past));
    const std::optional<text::Date> from = t.story ? counted_from(t) : a_.date();
    auto resolved = from || !t.story ? resolve_time(t, from, future) : std::nullopt;
    if (!resolved) return false;
    if (!future && t.bare_month && resolved->first.day != 0) resolved = not_last_year(t, *resolved);
    if (future && t.bare_month && resolved->first.day != 0) resolved = not_next_year(t, *resolved);
    m->date = text::iso(resolved->first);
    if (resolved->second) m->enddate = text::iso(*resolved->second);
    m->date_text = words_of(a_.text(), s_, t.first, t.last);
    m->date_precision = t.precision;
    time_ = &t;
    return true;
  }

  // "congratulated Oman on its national day on 18 November", told on the 15th: not that of a year ago.
  std::pair<text::Date, std::optional<text::Date>> not_last_year(
      const TimeExpression& t, const std::pair<text::Date, std::optional<text::Date>>& past) const {
    constexpr int weeks_ahead = 45;
    const auto next = a_.date() ? resolve_time(t, a_.date(), true) : std::nullopt;
    return next && next->first <= text::add_days(*a_.date(), weeks_ahead) ? *next : past;
  }

  // "will travel to Oman from 31 May to 6 June", told on the 1st: not of next year.
  std::pair<text::Date, std::optional<text::Date>> not_next_year(
      const TimeExpression& t, const std::pair<text::Date, std::optional<text::Date>>& coming) const {
    constexpr int weeks_back = 6;
    const auto last = a_.date() ? resolve_time(t, a_.date(), false) : std::nullopt;
    const bool ahead_by_a_year = last && last->first < coming.first;
    return ahead_by_a_year && text::add_days(*a_.date(), -7L * weeks_back) <= last->first ? *last : coming;
  }

  // "is meeting X on Friday", "On Friday he meets X": a plan, as "met X on Friday" is none. Headlines tell of the past
  // in the present.
  bool arranged(const EventTime& event_time, const TimeExpression& t) const {
    if (!clause_ || t.weekday < 0) return false;
    const Clause* const owner = event_time.owner(t);
    const bool opens = !owner && !clause_->subject.empty() && t.last <= s_.chunks[clause_->subject.first].first;
    if (owner != clause_ && !opens) return false;
    const VerbGroup& v = s_.verbs[clause_->verb];
    if (v.past || v.perfect || v.form != VerbForm::finite) return false;
    const Word* const w = s_.tagged[v.head].word;
    return v.progressive || (!s_.headline && !clause_->passive && w && in_set("diary_verb", w->verb_lemma));
  }

  // "the talks with X next week": nothing but the noun's complements between.
  bool behind_noun(const Found& f, const TimeExpression& t) const {
    if (t.first < s_.chunks[f.chunk].last) return false;
    const Word* w = s_.tagged[t.first - 1].word;
    if (w && w->reads("by")) return false;
    for (std::uint32_t i = f.chunk + 1; i < s_.chunks.size() && s_.chunks[i].first < t.first; ++i) {
      if (s_.chunks[i].kind == ChunkKind::verb) return false;
    }
    return true;
  }

  // An event whose day is after the document's is still to come ("meets X next week", "the talks later today"), unless
  // the verb says that it happened: then the day belongs to something else.
  void still_to_come(const EventTime& event_time, const Found& f, Mention* m) const {
    const TimeExpression& t = *time_;
    const VerbGroup* v = clause_ ? &s_.verbs[clause_->verb] : nullptr;
    const bool past = v && (v->past || v->perfect);
    const bool beside = f.nominal && (event_time.lies_ahead(t) || behind_noun(f, t));
    const auto day = text::parse_iso(m->date);
    const bool ahead = (day && a_.date() && text::first_day(*day) > *a_.date()) || arranged(event_time, t) || t.later ||
                       (t.evening && !f.nominal && v && v->form == VerbForm::finite);
    if (!ahead) return;
    const Clause* owner = event_time.owner(t);
    const bool others = !f.nominal && owner && clause_ && owner != clause_ && owner->chunk > clause_->chunk;
    if (others || (f.nominal ? past && !beside : past)) {
      if (t.evening) return;
    } else if (f.nominal || !in_set("said_event", m->event)) {
      m->status = Status::planned;
      return;
    }
    m->date = text::iso(*a_.date());
    m->enddate.clear();
    m->date_text.clear();
    m->date_precision = DatePrecision::document;
  }

  // From the sentences before.
  bool dated_by_story(const Found& f, Mention* m) const {
    const auto& entities = a_.coreference().entities();
    if (m->status == Status::planned) {
      const StoryTime::Plan* plan = story_.plan(s_, f, entities);
      if (!plan) return false;
      m->date = plan->date;
      m->enddate = plan->enddate;
      m->date_precision = plan->precision;
      return true;
    }
    const auto day = goes_on(*m) ? story_.day(s_, f, entities) : std::nullopt;
    if (!day) return false;
    m->date = text::iso(*day);
    m->date_precision = DatePrecision::day;
    return true;
  }

  // A plain past verb without a time goes on with the day that the text tells of.
  bool goes_on(const Mention& m) const {
    if (m.status != Status::actual || !clause_ || !a_.date()) return false;
    const VerbGroup& v = s_.verbs[clause_->verb];
    return v.past && !v.perfect && !v.future && (clause_->relation != Relation::complement || clause_->joined);
  }

  // What "the next day" counts from: a day told before in the sentence, else the story's.
  std::optional<text::Date> counted_from(const TimeExpression& t) const {
    std::optional<text::Date> from = story_.last_day(s_);
    for (const TimeExpression& o : times_) {
      if (o.last > t.first || o.precision != DatePrecision::day || o.story || o.apart) continue;
      if (const auto resolved = resolve_time(o, a_.date(), false)) from = resolved->first;
    }
    return from;
  }

  // "A met B on Friday, two weeks after he had called him".
  bool set_apart(const EventTime& event_time, Mention* m) const {
    const TimeExpression* distance = clause_ ? event_time.distance(*clause_) : nullptr;
    const TimeExpression* t = distance ? event_time.before(*clause_) : nullptr;
    const auto day = t ? resolve_time(*t, a_.date(), false) : std::nullopt;
    const auto away = day ? away_from(*distance, day->first) : std::nullopt;
    if (!away) return false;
    m->date = text::iso(away->first);
    m->date_text = words_of(a_.text(), s_, distance->first, distance->last);
    m->date_precision = away->second;
    return true;
  }

  static bool shares_actor(const Mention& a, const Mention& b) {
    const auto in = [](const std::vector<Entity>& list, const Entity& x) {
      return std::any_of(list.begin(), list.end(),
                         [&](const Entity& e) { return e.identifier_text == x.identifier_text; });
    };
    const auto shares = [&](const Entity& x) {
      return x.kind == Kind::person ? in(a.actor, x) || in(a.recipient, x) : false;
    };
    return std::any_of(b.actor.begin(), b.actor.end(), shares) ||
           std::any_of(b.recipient.begin(), b.recipient.end(), shares);
  }

  const ActorMention* place_at(std::uint32_t i) const {
    if (i == 0 || s_.chunks[i].kind != ChunkKind::noun || s_.chunks[i - 1].kind != ChunkKind::preposition)
      return nullptr;
    const NounPhrase& p = s_.phrases[s_.chunks[i].index];
    const Word* w = s_.tagged[s_.chunks[i - 1].first].word;
    if (p.mention == none || !w ||
        (w->folded != "in" && w->folded != "at" && w->folded != "near" && w->folded != "outside"))
      return nullptr;
    const ActorMention& m = s_.mentions[p.mention];
    // "about the war in Syria": part of the topic.
    if (i > 2 && s_.chunks[i - 2].kind == ChunkKind::noun && s_.chunks[i - 3].kind == ChunkKind::preposition &&
        chunk_is("topic_preposition", i - 3))
      return nullptr;
    const bool place = m.refers == Refers::place || m.refers == Refers::capital ||
                       (m.refers == Refers::actor && m.kind == Kind::state);
    return place ? &m : nullptr;
  }

  void place(const Found& f, Mention* m) {
    const std::uint32_t from = f.chunk,
                        to = clause_ ? clause_->tail.last : static_cast<std::uint32_t>(s_.chunks.size());
    const ActorMention* found = nullptr;
    for (std::uint32_t i = from + 1; i < to && !found; ++i) found = place_at(i);
    const std::uint32_t subject = clause_ && !clause_->subject.empty() ? clause_->subject.first : from;
    for (std::uint32_t i = 0; i < subject && !found && clauses_.size() < 3; ++i) found = place_at(i);
    for (std::uint32_t i = subject; i < from && !found && f.nominal; ++i) found = place_at(i);
    if (!found) return;
    Location l;
    const bool named = found->name_last != 0;
    const std::uint32_t first = named ? found->name_first : found->first, last = named ? found->name_last : found->last;
    l.extracted_place = words_of(a_.text(), s_, first, last);
    l.resolved_place = l.extracted_place;
    place_start_ = point(s_.tokens[first].start);
    place_end_ = point(s_.tokens[last - 1].end);
    const ActorIndex state = found->refers == Refers::place ? found->country : found->known;
    if (state != no_actor) l.country = tables_.gazetteer[state].code;
    m->event_loc = std::move(l);
  }

  // "the visit of President Lula … in Tehran": the place names the state that is visited.
  void visited(const Rule& rule, Mention* m) const {
    if (rule.mode != "visit" || !m->recipient.empty() || !m->event_loc || m->event_loc->country.empty()) return;
    const ActorIndex state = tables_.gazetteer.find_id(m->event_loc->country);
    if (state == no_actor || m->actor.front().code == m->event_loc->country) return;
    Entity e = known_entity(tables_.gazetteer[state]);
    e.entity_text = m->event_loc->extracted_place;
    e.start = place_start_;
    e.end = place_end_;
    m->recipient.push_back(std::move(e));
  }

  // "China recalled its ambassador", "closed its embassy there": from the state that it has just been dealing with, or
  // that the sentence tells of before.
  void posted(const Rule& rule, Mention* m) const {
    if (rule.event != "SANCTION" || rule.mode != "withdraw" || m->actor.size() != 1 || m->recipient.size() != 1) return;
    const std::string& own = m->actor.front().code;
    const Entity& post = m->recipient.front();
    if (own.empty() || post.code != own || post.kind == Kind::state) return;
    const std::uint32_t at = post.start;
    m->recipient.clear();
    const ActorMention* before = nullptr;
    for (const ActorMention& o : s_.mentions) {
      if (!o.merged && o.refers == Refers::actor && o.kind == Kind::state && o.entities.size() == 1 &&
          o.known != no_actor && tables_.gazetteer[o.known].code != own && point(s_.tokens[o.first].start) < at)
        before = &o;
    }
    if (before) {
      m->recipient.push_back(entity(before->entities.front(), *before));
      return;
    }
    for (auto e = told_->rbegin(); e != told_->rend() && s_.number - e->sequence <= 2; ++e) {
      const auto of = [&](const Entity& x) { return x.code == own; };
      const bool acted = std::any_of(e->actor.begin(), e->actor.end(), of);
      if (!acted && std::none_of(e->recipient.begin(), e->recipient.end(), of)) continue;
      const auto& others = acted ? e->recipient : e->actor;
      const ActorIndex host = others.size() == 1 ? tables_.gazetteer.find_id(others.front().code) : no_actor;
      if (host == no_actor || tables_.gazetteer[host].kind != Kind::state) continue;
      Entity state = known_entity(tables_.gazetteer[host]);
      state.entity_text = others.front().entity_text;
      state.start = others.front().start;
      state.end = others.front().end;
      m->recipient.push_back(std::move(state));
      return;
    }
  }

  void contexts(Mention* m) const {
    std::vector<std::string_view> words;
    for (const Tagged& t : s_.tagged) words.push_back(t.word ? std::string_view(t.word->folded) : std::string_view());
    std::uint64_t bits = 0;
    tables_.contexts.find(words, &bits);
    for (std::size_t i = 0; i < tables_.contexts.size(); ++i) {
      if (bits >> i & 1) m->context.emplace_back(tables_.contexts.name(i));
    }
  }

  // "according to Iranian officials".
  void according_to(Mention* m) const {
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      const Word* w = s_.tagged[s_.chunks[i].first].word;
      if (s_.chunks[i].kind != ChunkKind::preposition || !w || w->folded != "according" ||
          s_.chunks[i + 2].kind != ChunkKind::noun)
        continue;
      m->attribution = source_of(s_.phrases[s_.chunks[i + 2].index], "say");
      return;
    }
  }

  Attribution source_of(const NounPhrase& p, std::string verb) const {
    Attribution a;
    a.verb = std::move(verb);
    if (p.mention != none && !s_.mentions[p.mention].entities.empty()) {
      a.source = entity(s_.mentions[p.mention].entities.front(), s_.mentions[p.mention]);
    } else {
      a.source.entity_text = a.source.identifier_text = words_of(a_.text(), s_, p.first, p.last);
      a.source.start = point(s_.tokens[p.first].start);
      a.source.end = point(s_.tokens[p.last - 1].end);
    }
    return a;
  }

  void attribution(Mention* m) const {
    if (!clause_ || clause_->source == none) return according_to(m);
    const Clause& source = clauses_[clause_->source];
    if (source.subject.empty()) return;
    const Chunk& c = s_.chunks[source.subject.first];
    if (c.kind != ChunkKind::noun) return;
    const Word* verb = s_.tagged[s_.verbs[source.verb].head].word;
    const std::string_view lemma = !verb                      ? "say"
                                   : verb->verb_lemma.empty() ? std::string_view(verb->folded)
                                                              : verb->verb_lemma;
    m->attribution = source_of(s_.phrases[c.index], std::string(lemma));
  }

  void sentence(const Found& f, Mention* m) const {
    const std::uint32_t from = s_.tokens.front().start, to = s_.tokens.back().end;
    m->text = std::string(a_.text().substr(from, to - from));
    m->start = point(from);
    m->end = point(to);
    m->sequence = s_.number;
    const Chunk& c = s_.chunks[f.chunk];
    std::uint32_t first = c.first, last = c.last;
    if (!f.nominal) {
      const VerbGroup& v = s_.verbs[c.index];
      first = last = v.head;
      ++last;
    } else {
      first = s_.phrases[c.index].head;
      last = first + 1;
    }
    m->event_text = words_of(a_.text(), s_, first, last);
    m->event_start = point(s_.tokens[first].start);
    m->event_end = point(s_.tokens[last - 1].end);
    m->doc = a_.document().id;
    m->title = a_.document().title;
    m->url = a_.document().url;
    m->publication = a_.document().publication;
    m->language = a_.document().language;
  }

  double sureness(const Found& f, const Rule& rule, const Mention& m) {
    ConfidenceCues c;
    c.rule = rule.confidence;
    if (f.nominal) c.rule *= 0.85;
    if (f.wide) c.rule *= 0.75;
    if (clause_ && clause_->hearsay) c.rule *= 0.9;
    for (const auto* list : {&f.actors, &f.recipients}) {
      for (const std::uint32_t n : *list) {
        const ActorMention& a = s_.mentions[n];
        if (a.refers == Refers::pronoun) c.rule *= 0.9;
        if (a.refers == Refers::described && a.country == no_actor && !a.given) c.rule *= 0.85;
        if (!a.entities.empty() && a_.coreference().entities()[a.entities.front()].weak) c.rule *= 0.8;
      }
      if (list->empty()) continue;
      const ActorMention& first = s_.mentions[list->front()];
      const Word* const w = s_.tagged[first.head].word;
      if (first.refers == Refers::pronoun)
        ++(w && in_set("third_plural_word", w->folded) ? c.third_plural : c.pronouns);
      else if ((list == &f.actors ? m.actor : m.recipient).front().actor.empty())
        ++c.unknown;
    }
    if (m.recipient.empty()) c.rule *= 0.9;
    strength_ = std::floor(c.rule * 100 + 0.5) / 100;  // nearly the same is the same
    c.several = m.actor.size() > 1;
    c.lone = m.recipient.empty();
    c.not_actual = m.status != Status::actual;
    c.asked = s_.tokens.back().punct == '?';
    c.reported = m.attribution.has_value();
    c.consult = m.event == "CONSULT";
    const std::uint32_t actor = m.actor.front().start, event = m.event_start;
    c.distance = actor < event ? event - actor : actor - event;
    c.tokens = static_cast<unsigned>(s_.tokens.size());
    const double sure = extract::confidence(c);
    return rule.marked ? std::min(sure, strength_) : sure;
  }

  const Analysis& a_;
  const Sentence& s_;
  const std::vector<Clause>& clauses_;
  const std::vector<TimeExpression>& times_;
  const std::vector<Mention>* told_;            // the records of the document so far
  const std::vector<Mention>* here_ = nullptr;  // of the sentence so far
  StoryTime& story_;
  const PackTables& tables_;
  bool lone_actors_;
  const Clause* clause_ = nullptr;
  double strength_ = 0;
  mutable const TimeExpression* time_ = nullptr;  // that dates the record at hand
  std::uint32_t place_start_ = 0, place_end_ = 0;
};

std::vector<std::string_view> names(const std::vector<Entity>& list) {
  std::vector<std::string_view> out;
  for (const Entity& e : list) out.push_back(e.identifier_text);
  std::sort(out.begin(), out.end());
  return out;
}

// "told May in a phone call": the call is the event.
bool told_in_talk(const Mention& told, const std::vector<Mention>& records) {
  if (told.event != "CONSULT" || told.action != "tell") return false;
  return std::any_of(records.begin(), records.end(), [&](const Mention& m) {
    if (m.event != "CONSULT" || m.action == "tell" || m.status != told.status) return false;
    return (names(m.actor) == names(told.actor) && names(m.recipient) == names(told.recipient)) ||
           (m.reciprocal && names(m.actor) == names(told.recipient) && names(m.recipient) == names(told.actor));
  });
}

bool same_statement(const Mention& a, const Mention& b) {
  return a.action == b.action && a.status == b.status && names(a.actor) == names(b.actor) &&
         names(a.recipient) == names(b.recipient);
}

}  // namespace

void write_records(const Analysis& analysis, const Sentence& sentence, const std::vector<Clause>& clauses,
                   const std::vector<Found>& found, const std::vector<TimeExpression>& times, bool lone_actors,
                   StoryTime* story, std::vector<Mention>* out) {
  RecordWriter writer(analysis, sentence, clauses, times, out, *story, lone_actors);
  std::vector<Mention> records;
  std::vector<double> strength;  // of the rule, by record
  writer.set_here(&records);
  for (const Found& f : found) {
    Mention m;
    if (!writer.write(f, &m)) continue;
    if (std::any_of(records.begin(), records.end(), [&](const Mention& r) { return same_statement(r, m); })) continue;
    std::optional<Mention> missed = writer.not_held(f, m);
    for (Mention& part : writer.apart(std::move(m))) records.push_back(std::move(part));
    if (missed) records.push_back(std::move(*missed));
    strength.resize(records.size(), writer.strength());
  }
  // The strongest rule's first.
  std::vector<std::size_t> order(records.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::erase_if(order, [&](std::size_t i) { return told_in_talk(records[i], records); });
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return strength[a] > strength[b]; });
  const std::size_t told = out->size();
  std::optional<text::Date> day;
  for (const std::size_t i : order) {
    Mention& m = records[i];
    if (m.status == Status::actual && m.date_precision == DatePrecision::day && m.enddate.empty() &&
        !m.date_text.empty())
      day = text::parse_iso(m.date);
    out->push_back(std::move(m));
  }
  std::uint32_t clause = 0;
  const std::size_t off = call_off(*analysis.pack().tables, sentence, clauses, found, told, out, &clause);
  if (off < out->size()) {
    writer.end_plan(clauses[clause], nullptr, &(*out)[off]);
    identify(&(*out)[off]);
  }
  story->read(sentence, clauses, times, analysis.date(), analysis.coreference().entities(), day);
}

}  // namespace demarche::extract
