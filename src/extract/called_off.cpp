#include "extract/called_off.h"

#include <algorithm>

#include "rules/pack_data.h"

namespace demarche::extract {

using namespace rules;

namespace {

constexpr std::uint32_t memory = 2;  // sentences after which nobody knows which meeting "the meeting" is

class Reader {
 public:
  Reader(const PackTables& tables, const Sentence& s, const std::vector<Clause>& clauses,
         const std::vector<Found>& found)
      : tables_(tables), s_(s), clauses_(clauses), found_(found) {}

  bool cancels(const Clause& c) const {
    const Word* w = head(c);
    if (!w) return false;
    if (in_set("call_off_verb", w->verb_lemma)) return true;
    if (w->verb_lemma == "push" && reads(c.chunk + 1, "back")) return true;
    return (w->verb_lemma == "call" || w->verb_lemma == "put") && reads(c.chunk + 1, "off");
  }

  // What a clause says of talks told before it; only as far as it says that they did not come about.
  struct Ending {
    bool ends = false;
    bool named = false;  // by a noun or "it": then of an earlier sentence, too
    bool trip = false;
  };

  Ending ending(std::uint32_t number) const {
    const Clause& c = clauses_[number];
    const VerbGroup& v = s_.verbs[c.verb];
    if (v.form != VerbForm::finite || c.conditional || c.question || coded(number)) return {};
    if (v.auxiliary_only) return {c.joined && v.negated && c.tail.empty(), false, false};  // "but did not"
    if (v.future || v.possible) return {};
    if (c.status == Status::denied) {
      const Word* w = head(c);
      const bool happens = w && in_set("happen_verb", w->verb_lemma) && !v.copula;
      return happens ? of_noun(c.subject.first, c.subject) : Ending{};
    }
    if (c.status != Status::actual) return {};
    if (cancels(c)) {
      if (v.passive) return of_noun(c.subject.first, c.subject);
      std::uint32_t i = c.tail.first;
      if (reads(i, "off") || reads(i, "back")) ++i;
      const bool nothing =
          i >= c.tail.last || s_.chunks[i].kind != ChunkKind::noun || s_.phrases[s_.chunks[i].index].time;
      if (nothing) return {c.joined, false, false};  // "but cancelled on Friday"
      return of_noun(i, {i, i + 1});
    }
    return {c.joined && (backs_out(c) || instead(c)), false, false};
  }

 private:
  const Word* head(const Clause& c) const { return s_.tagged[s_.verbs[c.verb].head].word; }

  template <std::size_t size>
  bool reads(std::uint32_t chunk, const char (&folded)[size]) const {
    const Word* w = chunk < s_.chunks.size() ? s_.tagged[s_.chunks[chunk].first].word : nullptr;
    return w && w->reads(folded);
  }

  // "was to fly to Paris but went home instead".
  bool instead(const Clause& c) const {
    bool but = false;
    for (std::uint32_t i = c.chunk; i-- > 0 && c.chunk - i <= 3;) but = but || reads(i, "but");
    const VerbGroup& v = s_.verbs[c.verb];
    const std::uint32_t first = v.first > 0 ? v.first - 1 : 0;
    const std::uint32_t last = c.tail.empty() ? v.last : s_.chunks[c.tail.last - 1].last;
    for (std::uint32_t t = first; but && t < last; ++t) {
      const Word* w = s_.tagged[t].word;
      const Word* next = t + 1 < s_.tagged.size() ? s_.tagged[t + 1].word : nullptr;
      if (w && w->reads("instead") && !(next && next->reads("of"))) return true;
    }
    return false;
  }

  // "pulled out", "backed out" of nothing that is named.
  bool backs_out(const Clause& c) const {
    const Word* w = head(c);
    return w && (w->verb_lemma == "pull" || w->verb_lemma == "back" || w->verb_lemma == "drop") &&
           reads(c.chunk + 1, "out") && !reads(c.chunk + 2, "of");
  }

  bool in_set(std::string_view set, std::string_view lemma) const { return tables_.vocabulary.holds(set, lemma); }

  // A rule fired on the clause or on a noun in it: it says itself whose meeting it was.
  bool coded(std::uint32_t number) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Found& f) { return f.clause == number; });
  }

  // "the summit", "the trip", "it": a meeting that the reader knows.
  Ending of_noun(std::uint32_t i, const ChunkRange& range) const {
    if (range.last != range.first + 1 || s_.chunks[i].kind != ChunkKind::noun) return {};
    const NounPhrase& p = s_.phrases[s_.chunks[i].index];
    const Word *first = s_.tagged[p.first].word, *w = s_.tagged[p.head].word;
    if (!first || !w) return {};
    if (p.last == p.first + 1 && (w->reads("it") || w->reads("that") || w->reads("this"))) return {true, true, false};
    const bool known = first->reads("the") || first->reads("that") || first->reads("this") || first->reads("both") ||
                       s_.tagged[p.first].tag == Tag::possessive;
    const bool trip = in_set("visit_noun", w->noun_lemma);
    return {known && p.mention == none && in_set("reject_meeting", w->noun_lemma), true, trip};
  }

  const PackTables& tables_;
  const Sentence& s_;
  const std::vector<Clause>& clauses_;
  const std::vector<Found>& found_;
};

bool planned_talk(const Mention& m) { return m.status == Status::planned && m.event == "CONSULT"; }

}  // namespace

bool calls_off(const PackTables& tables, const Sentence& sentence, const Clause& clause) {
  return Reader(tables, sentence, {}, {}).cancels(clause);
}

bool may_be_called_off(const std::vector<Mention>& records, const Sentence& sentence) {
  constexpr std::size_t last = 4;
  for (std::size_t k = records.size(); k-- > 0 && k + last >= records.size();) {
    if (planned_talk(records[k]) && sentence.number - records[k].sequence <= memory) return true;
  }
  return false;
}

std::size_t call_off(const PackTables& tables, const Sentence& sentence, const std::vector<Clause>& clauses,
                     const std::vector<Found>& found, std::size_t own, std::vector<Mention>* records,
                     std::uint32_t* clause) {
  if (!may_be_called_off(*records, sentence)) return records->size();
  const Reader reader(tables, sentence, clauses, found);
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const Reader::Ending e = reader.ending(i);
    if (!e.ends) continue;
    std::size_t best = records->size();
    for (std::size_t k = records->size(); k-- > 0 && sentence.number - (*records)[k].sequence <= memory;) {
      const Mention& m = (*records)[k];
      if (!planned_talk(m) || (k < own && !e.named)) continue;
      const bool kind = !e.named || e.trip == (m.action == "visit");
      if (best == records->size() || (kind && e.trip != ((*records)[best].action == "visit"))) best = k;
      if (kind) break;
    }
    if (best < records->size()) {
      (*records)[best].status = Status::denied;
      *clause = i;
      return best;
    }
  }
  return records->size();
}

}  // namespace demarche::extract
