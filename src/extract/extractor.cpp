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

// What the stages find in a sentence.
struct Told {
  std::vector<extract::Clause> clauses;
  std::vector<extract::Found> found;
  bool may_act = false;
};

// Sentences that pass each stage together: the code of all stages outgrows the processor's first cache.
constexpr std::size_t batch = 32;

}  // namespace

struct Extractor::Rep {
  Rep(const Pack& p, ExtractorOptions o)
      : pack(p.rep()), options(o), words(*p.rep().tables), offices(*p.rep().tables) {}

  const Pack::Rep& pack;
  ExtractorOptions options;
  extract::Words words;
  extract::OfficePhrases offices;
  extract::SentencePool sentences;
  std::vector<Told> told = std::vector<Told>(batch);
  extract::ActionBench bench;
  std::vector<extract::TimeExpression> times;
  std::uint64_t sentence_count = 0;

  // The stages behind coreference, in turn.
  void find_clauses(const extract::Analysis& analysis, const extract::Sentence& s, Told* t,
                    std::vector<Mention>* appointments) {
    t->clauses.clear();
    const bool anybody =
        std::any_of(s.mentions.begin(), s.mentions.end(), [](const auto& m) { return !m.entities.empty(); });
    t->may_act = anybody && (s.can_act || options.lone_actors || !s.marked.empty());
    const bool may_appoint = anybody && options.offices && extract::may_appoint(s);
    if (!t->may_act && !may_appoint) return;
    extract::find_clauses(*pack.tables, s, &t->clauses);
    if (!may_appoint) return;
    extract::find_times(analysis.text(), s, analysis.date(), &times);
    extract::find_appointments(analysis, s, t->clauses, times, appointments);
  }

  void find_actions(const extract::Analysis& analysis, const extract::Sentence& s, Told* t) {
    if (!t->may_act) return;
    extract::find_actions(pack, analysis.text(), s, t->clauses, options.lone_actors, &bench, &t->found);
  }

  void write_records(const extract::Analysis& analysis, const extract::Sentence& s, Told* t, extract::StoryTime* story,
                     std::vector<Mention>* out) {
    const bool ends_plan = extract::may_be_called_off(*out, s);
    if (ends_plan && !t->may_act) {  // which only the records before it tell
      extract::find_clauses(*pack.tables, s, &t->clauses);
      t->may_act = true;
      find_actions(analysis, s, t);
    }
    if (!t->may_act || (t->found.empty() && !tells_time(s) && !ends_plan)) return;
    extract::find_times(analysis.text(), s, analysis.date(), &times);
    extract::write_records(analysis, s, t->clauses, t->found, times, options.lone_actors, story, out);
  }
};

Extractor::Extractor(const Pack& pack, ExtractorOptions options) : rep_(std::make_unique<Rep>(pack, options)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

std::vector<Mention> Extractor::extract(const Document& document) {
  extract::Analysis analysis(rep_->pack, &rep_->words, &rep_->sentences, &rep_->offices, document);
  analysis.run();
  rep_->sentence_count += analysis.sentences().size();
  std::vector<Mention> out, appointments;
  out.reserve(batch);
  extract::StoryTime story;
  const std::span<const extract::Sentence> all = analysis.sentences();
  for (std::size_t first = 0; first < all.size(); first += batch) {
    const auto some = all.subspan(first, std::min(batch, all.size() - first));
    for (std::size_t i = 0; i < some.size(); ++i) rep_->find_clauses(analysis, some[i], &rep_->told[i], &appointments);
    for (std::size_t i = 0; i < some.size(); ++i) rep_->find_actions(analysis, some[i], &rep_->told[i]);
    for (std::size_t i = 0; i < some.size(); ++i) {
      story.enter(some[i]);
      rep_->write_records(analysis, some[i], &rep_->told[i], &story, &out);
    }
  }
  // Behind the rest: no record of an interaction goes back to them.
  std::move(appointments.begin(), appointments.end(), std::back_inserter(out));
  extract::join_retold_talks(&out);
  if (!document.shifts.empty()) lead_back(document.shifts, &out);
  return out;
}

std::uint64_t Extractor::sentences() const { return rep_->sentence_count; }

std::string Extractor::explain(const Document& document) {
  extract::Analysis analysis(rep_->pack, &rep_->words, &rep_->sentences, &rep_->offices, document);
  analysis.run();
  return extract::explain(analysis, rep_->options.lone_actors);
}

}  // namespace demarche
