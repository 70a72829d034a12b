#include "query/changes.h"

#include <algorithm>
#include <set>

namespace demarche::query {
namespace {

// The day on which a document first told of it; the event's own date where the document has none.
std::string first_told(const Interaction& i) {
  std::string first;
  for (const StatusStep& step : i.history) {
    if (!step.said.empty() && (first.empty() || step.said < first)) first = step.said;
  }
  return first.empty() ? i.date : first;
}

struct Span {
  std::string since, until;

  bool before(const std::string& day) const { return !since.empty() && (day.empty() || day < since); }
  bool holds(const std::string& day) const {
    // "2010-06" is the whole month: the day's own front is compared.
    return !day.empty() && !before(day) && (until.empty() || day.substr(0, until.size()) <= until);
  }
};

using Pair = std::pair<std::string, std::string>;

std::vector<Pair> pairs_of(const Interaction& i) {
  std::vector<Pair> out;
  const auto& others = i.recipient.empty() ? i.actor : i.recipient;
  for (const std::string& a : i.actor) {
    for (const std::string& b : others) {
      if (a < b || (a != b && !i.recipient.empty())) out.emplace_back(std::min(a, b), std::max(a, b));
    }
  }
  return out;
}

Section status_changes(const Graph& graph, const Interactions& interactions, const Span& span, Interactions* changed) {
  Section section{"status changes",
                  {"said", "was", "now", "date", "action", "actor", "recipient", "source", "sentence", "link"},
                  {}};
  for (const Interaction* i : interactions) {
    const StatusStep* last = nullptr;
    for (const StatusStep& step : i->history) {
      if (last != nullptr && word_of(step) != word_of(*last) && span.holds(step.said)) {
        const Mention* mention = graph.mention(step.mention);
        const Proof proof = mention == nullptr ? Proof() : proof_of(graph, *mention);
        section.rows.push_back({step.said, std::string(word_of(*last)), std::string(word_of(step)), i->date, i->action,
                                names_of(graph, i->actor), names_of(graph, i->recipient), proof.source, proof.sentence,
                                proof.link});
        changed->push_back(i);
      }
      last = &step;
    }
  }
  return section;
}

}  // namespace

std::vector<Section> change_sections(const Inquiry& inquiry, const Interactions& interactions, Interactions* changed) {
  const Graph& graph = inquiry.graph;
  const Span span{inquiry.query.since, inquiry.query.until};
  Interactions fresh, known;
  for (const Interaction* i : interactions) {
    const std::string told = first_told(*i);
    if (span.holds(told)) fresh.push_back(i);
    if (span.before(told)) known.push_back(i);
  }
  std::set<Pair> met;
  std::set<std::string> heard;
  for (const Interaction* i : known) {
    for (const Pair& pair : pairs_of(*i)) met.insert(pair);
    heard.insert(i->actor.begin(), i->actor.end());
    heard.insert(i->recipient.begin(), i->recipient.end());
  }
  std::map<Pair, const Interaction*> first_contacts;
  std::map<std::string, std::int64_t> newcomers;
  for (const Interaction* i : fresh) {
    if (i->status == Status::actual) {
      for (const Pair& pair : pairs_of(*i)) {
        // Newest first: the last one kept is the oldest.
        if (met.count(pair) == 0) first_contacts[pair] = i;
      }
    }
    for (const auto* side : {&i->actor, &i->recipient}) {
      for (const std::string& id : *side) {
        if (heard.count(id) == 0) ++newcomers[id];
      }
    }
  }
  *changed = fresh;
  std::vector<Section> sections;
  sections.push_back(interaction_section(graph, "new interactions", fresh, inquiry.query.limit));
  sections.push_back(status_changes(graph, interactions, span, changed));
  Section ties{"first contacts", {"one", "other", "date", "action", "source", "sentence", "link"}, {}};
  for (const auto& [pair, i] : first_contacts) {
    const Proof proof = best_proof(graph, *i);
    ties.rows.push_back({name_of(graph, pair.first), name_of(graph, pair.second), i->date, i->action, proof.source,
                         proof.sentence, proof.link});
  }
  sections.push_back(std::move(ties));
  Section actors{"new actors", {"name", "interactions"}, {}};
  for (const auto& [id, count] : newcomers) actors.rows.push_back({name_of(graph, id), count});
  std::stable_sort(actors.rows.begin(), actors.rows.end(), [](const auto& a, const auto& b) {
    return std::get<std::int64_t>(a[1]) > std::get<std::int64_t>(b[1]);
  });
  sections.push_back(std::move(actors));
  for (Section& section : sections) trim(&section, inquiry.query.limit);
  return sections;
}

}  // namespace demarche::query
