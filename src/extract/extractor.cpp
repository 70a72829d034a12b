#include "demarche/extractor.h"

#include <algorithm>
#include <iterator>

#include "extract/actions.h"
#include "extract/analysis.h"
#include "extract/appointments.h"
#include "extract/called_off.h"
#include "extract/clauses.h"
#include "extract/dates.h"
#include "extract/explain.h"
#include "extract/records.h"
#include "extract/retold.h"

namespace demarche {
namespace {

// Offsets into a text that was repaired lead to the text as it came.
void lead_back(const std::vector<OffsetShift>& shifts, std::vector<Mention>* mentions) {
  const auto move = [&shifts](std::uint32_t* offset) { *offset = to_own_offset(shifts, *offset); };
  const auto move_entity = [&move](Entity* entity) {
    if (entity->start == entity->end) return;
    move(&entity->start);
    move(&entity->end);
  };
  for (Mention& mention : *mentions) {
    for (Entity& entity : mention.actor) move_entity(&entity);
    for (Entity& entity : mention.recipient) move_entity(&entity);
    if (mention.attribution) move_entity(&mention.attribution->source);
    move(&mention.event_start);
    move(&mention.event_end);
    move(&mention.start);
    move(&mention.end);
  }
}

// A sentence without a record may still say what day the next ones tell of.
bool tells_time(const extract::Sentence& s) {
  return std::any_of(s.tagged.begin(), s.tagged.end(),
                     [](const extract::Tagged& t) { return t.tag == extract::Tag::time; });
}

}  // namespace

struct Extractor::Rep {
  Rep(const Pack& p, ExtractorOptions o) : pack(p.rep()), options(o), words(*p.rep().tables) {}

  const Pack::Rep& pack;
  ExtractorOptions options;
  extract::Words words;
  extract::SentencePool sentences;
  std::vector<extract::Clause> clauses;
  extract::ActionBench bench;
  std::vector<extract::Found> found;
  std::vector<extract::TimeExpression> times;
  std::uint64_t sentence_count = 0;
};

Extractor::Extractor(const Pack& pack, ExtractorOptions options) : rep_(std::make_unique<Rep>(pack, options)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

std::vector<Mention> Extractor::extract(const Document& document) {
  extract::Analysis analysis(rep_->pack, &rep_->words, &rep_->sentences, document);
  analysis.run();
  rep_->sentence_count += analysis.sentences().size();
  std::vector<Mention> out, appointments;
  extract::StoryTime story;
  for (const extract::Sentence& s : analysis.sentences()) {
    story.enter(s);
    const bool anybody =
        std::any_of(s.mentions.begin(), s.mentions.end(), [](const auto& m) { return !m.entities.empty(); });
    const bool any_verb = rep_->options.lone_actors || !s.marked.empty();
    const bool offices = anybody && rep_->options.offices && extract::may_appoint(s);
    const bool ends_plan = extract::may_be_called_off(out, s);
    if (!ends_plan && (!anybody || !(s.can_act || any_verb || offices))) continue;
    extract::find_clauses(*rep_->pack.tables, s, &rep_->clauses);
    if (offices) {
      extract::find_times(analysis.text(), s, analysis.date(), &rep_->times);
      extract::find_appointments(analysis, s, rep_->clauses, rep_->times, &appointments);
    }
    if (!(s.can_act || any_verb || ends_plan)) continue;
    extract::find_actions(rep_->pack, analysis.text(), s, rep_->clauses, rep_->options.lone_actors, &rep_->bench,
                          &rep_->found);
    if (rep_->found.empty() && !tells_time(s) && !ends_plan) continue;
    extract::find_times(analysis.text(), s, analysis.date(), &rep_->times);
    extract::write_records(analysis, s, rep_->clauses, rep_->found, rep_->times, rep_->options.lone_actors, &story,
                           &out);
  }
  // Behind the rest: no record of an interaction goes back to them.
  std::move(appointments.begin(), appointments.end(), std::back_inserter(out));
  extract::join_retold_talks(&out);
  if (!document.shifts.empty()) lead_back(document.shifts, &out);
  return out;
}

std::uint64_t Extractor::sentences() const { return rep_->sentence_count; }

std::string Extractor::explain(const Document& document) {
  extract::Analysis analysis(rep_->pack, &rep_->words, &rep_->sentences, document);
  analysis.run();
  return extract::explain(analysis, rep_->options.lone_actors);
}

}  // namespace demarche
