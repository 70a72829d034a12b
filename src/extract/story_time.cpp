#include "extract/story_time.h"

#include <algorithm>

#include "extract/event_time.h"

namespace demarche::extract {

namespace {

constexpr std::uint32_t memory = 2;  // sentences that a day holds in its paragraph; one where a paragraph begins

constexpr std::uint32_t foresight = 3;  // and a plan's
constexpr std::uint32_t schedule = 10;  // that a schedule's day holds: "Friday the 18th, this is all in Bali"
constexpr std::uint32_t lead = 1;       // the last sentence of those that open a report
constexpr long days_to_report = 4;      // a report comes out within so many days

void add(std::uint32_t number, FewNumbers* list) {
  if (std::find(list->begin(), list->end(), number) == list->end()) list->push_back(number);
}

// Whether one of those who take part is in the list; states are in every sentence and prove nothing.
bool shares(const Sentence& s, const Found& f, const std::vector<DocEntity>& entities, const FewNumbers& list) {
  const auto in = [&](std::uint32_t m) {
    const FewNumbers& all = s.mentions[m].entities;
    return std::any_of(all.begin(), all.end(), [&](std::uint32_t e) {
      return entities[e].kind != Kind::state && std::find(list.begin(), list.end(), e) != list.end();
    });
  };
  return std::any_of(f.actors.begin(), f.actors.end(), in) || std::any_of(f.recipients.begin(), f.recipients.end(), in);
}

// The clause's verb tells of what happened, not of what had happened before that.
bool tells(const Sentence& s, const Clause& c) {
  const VerbGroup& v = s.verbs[c.verb];
  if (!v.past || v.future || v.perfect || v.form != VerbForm::finite || c.relation == Relation::relative) return false;
  if (c.relation != Relation::adverbial || c.subject.empty() || c.subject.first == 0) return true;
  const Word* w = s.tagged[s.chunks[c.subject.first - 1].first].word;
  return w && (w->reads("when") || w->reads("as") || w->reads("while") || w->reads("where"));
}

// "until Monday", "by Monday", "since Monday": no day on which something was.
bool bounds(const Sentence& s, const TimeExpression& t) {
  const Word* w = t.first > 0 ? s.tagged[t.first - 1].word : nullptr;
  return w && (w->reads("until") || w->reads("till") || w->reads("by") || w->reads("since") || w->reads("before") ||
               w->reads("after"));
}

// "Following that", "Then": a schedule's next step.
bool next_step(const Sentence& s) {
  std::uint32_t i = 0;
  const auto reads = [&](std::uint32_t at, const auto& word) {
    return at < s.tagged.size() && s.tagged[at].word && s.tagged[at].word->reads(word);
  };
  if (reads(0, "and")) ++i;
  return reads(i, "then") || reads(i, "afterwards") ||
         ((reads(i, "following") || reads(i, "after")) && reads(i + 1, "that"));
}

}  // namespace

void StoryTime::enter(const Sentence& s) {
  if (!s.tokens.empty() && (s.tokens.front().flags & (text::blank_before | text::line_before))) ++paragraph_;
}

bool StoryTime::near(std::uint32_t sentence, std::uint32_t paragraph, const Sentence& here) const {
  return here.number - sentence <= (paragraph == paragraph_ ? memory : 1u);
}

void StoryTime::read(const Sentence& s, const std::vector<Clause>& clauses, const std::vector<TimeExpression>& times,
                     const std::optional<text::Date>& document, const std::vector<DocEntity>& entities,
                     const std::optional<text::Date>& recorded) {
  if (!document) return;
  const EventTime event_time(s, clauses, times);
  std::optional<text::Date> told = recorded;
  for (const TimeExpression& t : times) {
    if (t.precision != DatePrecision::day || t.story || t.apart || t.end || bounds(s, t) ||
        event_time.thing_of(t) != none)
      continue;
    const Clause* c = event_time.owner(t);
    if (!c) {
      const auto finite = std::find_if(clauses.begin(), clauses.end(),
                                       [&](const Clause& x) { return s.verbs[x.verb].form == VerbForm::finite; });
      if (finite == clauses.end() || s.chunks[finite->chunk].first < t.first) continue;
      c = &*finite;
    }
    read_plan(s, *c, t, *document, entities);
    if (!tells(s, *c)) continue;
    const auto resolved = resolve_time(t, document, false);
    if (resolved && resolved->first.day != 0 && resolved->first <= *document) told = resolved->first;
  }
  if (!told) return;
  if (s.number <= lead && !lead_ && text::to_days(*document) - text::to_days(*told) <= days_to_report) lead_ = told;
  day_ = told;
  day_sentence_ = s.number;
  day_paragraph_ = paragraph_;
  who_.clear();
  for (const ActorMention& m : s.mentions) {
    for (const std::uint32_t e : m.entities) {
      if (entities[e].kind != Kind::state) add(e, &who_);
    }
  }
}

// "You will hear from the president tomorrow": what follows may be of that day.
void StoryTime::read_plan(const Sentence& s, const Clause& c, const TimeExpression& t, const text::Date& document,
                          const std::vector<DocEntity>& entities) {
  const VerbGroup& v = s.verbs[c.verb];
  if (plan_sentence_ == s.number && !plan_.date.empty()) return;
  if (v.past || v.perfect || v.form != VerbForm::finite) return;
  const auto resolved = resolve_time(t, document, true);
  if (!resolved || resolved->first.day == 0 || resolved->first <= document) return;
  plan_ = {text::iso(resolved->first), {}, DatePrecision::day};
  plan_sentence_ = s.number;
  plan_paragraph_ = paragraph_;
  planners_.clear();
  for (const ActorMention& m : s.mentions) {
    for (const std::uint32_t e : m.entities) {
      if (entities[e].kind == Kind::person) add(e, &planners_);
    }
  }
}

void StoryTime::note_plan(const Sentence& s, const Found& f, const Plan& plan) {
  plan_ = plan;
  plan_sentence_ = s.number;
  plan_paragraph_ = paragraph_;
  planners_.clear();
  for (const auto* list : {&f.actors, &f.recipients}) {
    for (const std::uint32_t m : *list) {
      for (const std::uint32_t e : s.mentions[m].entities) add(e, &planners_);
    }
  }
}

std::optional<text::Date> StoryTime::day(const Sentence& s, const Found& f, const std::vector<DocEntity>& entities) {
  if (!day_) return std::nullopt;
  const bool goes_on = near(day_sentence_, day_paragraph_, s);
  if (!goes_on) return lead_;
  if (!shares(s, f, entities, who_)) return std::nullopt;
  // The story goes on: the next sentence may go on from here.
  day_sentence_ = s.number;
  day_paragraph_ = paragraph_;
  for (const auto* list : {&f.actors, &f.recipients}) {
    for (const std::uint32_t m : *list) {
      for (const std::uint32_t e : s.mentions[m].entities) {
        if (entities[e].kind != Kind::state) add(e, &who_);
      }
    }
  }
  return day_;
}

std::optional<text::Date> StoryTime::last_day(const Sentence& s) const {
  return day_ && near(day_sentence_, day_paragraph_, s) ? day_ : std::nullopt;
}

const StoryTime::Plan* StoryTime::plan(const Sentence& s, const Found& f, const std::vector<DocEntity>& entities) {
  if (plan_.date.empty()) return nullptr;
  const bool step = next_step(s) && s.number - plan_sentence_ <= schedule;
  const bool soon = near(plan_sentence_, plan_paragraph_, s) ||
                    (plan_paragraph_ == paragraph_ && s.number - plan_sentence_ <= foresight);
  if (!step && (!soon || !shares(s, f, entities, planners_))) return nullptr;
  note_plan(s, f, plan_);
  return &plan_;
}

}  // namespace demarche::extract
