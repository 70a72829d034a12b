#include "query/report_parts.h"

#include <algorithm>
#include <cmath>

#include "text/utf8.h"

namespace demarche::query {
namespace {

const Mention* best_mention(const Graph& graph, const Interaction& i) {
  const Mention* best = nullptr;
  for (const std::string& id : i.mentions) {
    const Mention* m = graph.mention(id);
    if (m == nullptr) continue;
    const auto key = [&](const Mention& x) { return std::pair(x.status == i.status, x.confidence); };
    if (best == nullptr || key(*m) > key(*best)) best = m;
  }
  return best;
}

std::string marked(const Mention& m) {
  if (m.event_text.empty() || m.event_start < m.start) return m.text;
  const std::size_t at = text::OffsetMap(m.text).to_bytes(m.event_start - m.start);
  if (std::string_view(m.text).substr(at, m.event_text.size()) != m.event_text) return m.text;
  return m.text.substr(0, at) + "[" + m.event_text + "]" + m.text.substr(at + m.event_text.size());
}

bool holds(const Party& party, const std::vector<std::string>& ids) {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return party.ids.count(id) > 0; });
}

}  // namespace

Interactions fitting(const Inquiry& inquiry, const Names& names) {
  Interactions out;
  for (const Hit& hit : find_hits(inquiry.graph, inquiry.query, names)) out.push_back(hit.interaction);
  return out;
}

Interactions fitting(const Inquiry& inquiry) { return fitting(inquiry, inquiry.names); }

Interactions fitting_at_any_time(const Inquiry& inquiry) {
  Query open = inquiry.query;
  open.since.clear();
  open.until.clear();
  Interactions out;
  for (const Hit& hit : find_hits(inquiry.graph, open, inquiry.names)) out.push_back(hit.interaction);
  return out;
}

std::vector<std::string> ids_of(const Interactions& interactions) {
  std::vector<std::string> out;
  for (const Interaction* i : interactions) out.push_back(i->id);
  return out;
}

std::string name_of(const Graph& graph, std::string_view id) {
  const Actor* actor = graph.actor(id);
  return actor == nullptr ? std::string(id) : actor->name;
}

std::vector<std::string> names_of(const Graph& graph, const std::vector<std::string>& ids) {
  std::vector<std::string> out;
  for (const std::string& id : ids) out.push_back(name_of(graph, id));
  return out;
}

Proof proof_of(const Graph& graph, const Mention& m) {
  Proof proof;
  proof.sentence = marked(m);
  proof.link = m.url;
  proof.source = !m.publication.empty() ? m.publication : !m.title.empty() ? m.title : m.doc;
  if (m.attribution) {
    const Entity& said = m.attribution->source;
    proof.source += ", according to " + (said.identifier_text.empty() ? said.entity_text : said.identifier_text);
  }
  if (const Source* source = graph.source(m.doc)) proof.published = source->date;
  return proof;
}

Proof best_proof(const Graph& graph, const Interaction& interaction) {
  const Mention* mention = best_mention(graph, interaction);
  return mention == nullptr ? Proof() : proof_of(graph, *mention);
}

std::string steps_of(const Interaction& interaction) {
  std::vector<std::string_view> told;
  std::string out;
  for (const StatusStep& step : interaction.history) {
    if (std::find(told.begin(), told.end(), word_of(step)) != told.end()) continue;
    told.push_back(word_of(step));
    out += (out.empty() ? "" : ", ") + std::string(word_of(step));
    if (!step.said.empty()) out += " " + step.said;
  }
  return told.size() > 1 ? out : "";
}

Section interaction_section(const Graph& graph, std::string name, const Interactions& interactions, std::size_t limit) {
  Section section{std::move(name),
                  {"date", "status", "action", "actor", "recipient", "about", "place", "reports", "independent",
                   "source", "sentence", "link", "steps"},
                  {}};
  for (const Interaction* i : interactions) {
    if (limit > 0 && section.rows.size() == limit) break;
    const Proof proof = best_proof(graph, *i);
    section.rows.push_back({i->enddate.empty() || i->enddate == i->date ? i->date : i->date + "/" + i->enddate,
                            std::string(to_string(i->status)), i->action, names_of(graph, i->actor),
                            names_of(graph, i->recipient), i->topic, i->place, std::int64_t{i->reports},
                            std::int64_t{i->independent}, proof.source, proof.sentence, proof.link, steps_of(*i)});
  }
  return section;
}

std::vector<Counted> counterparts(const Graph& graph, const Interactions& interactions, const Party& party) {
  std::map<std::string, Counted> by_id;
  for (const Interaction* i : interactions) {
    std::vector<std::string> others = i->actor;
    if (i->recipient.empty() || holds(party, i->actor)) others = i->recipient.empty() ? i->actor : i->recipient;
    for (const std::string& id : others) {
      if (party.ids.count(id) > 0) continue;
      Counted& c = by_id[id];
      c.name = name_of(graph, id);
      ++c.count;
      c.balance += i->event_scale;
      if (i->date.empty()) continue;
      if (c.first.empty() || i->date < c.first) c.first = i->date;
      c.last = std::max(c.last, i->date);
    }
  }
  std::vector<Counted> out;
  for (auto& [id, counted] : by_id) out.push_back(std::move(counted));
  std::stable_sort(out.begin(), out.end(), [](const Counted& a, const Counted& b) {
    return a.count != b.count ? a.count > b.count : a.name < b.name;
  });
  return out;
}

std::vector<std::pair<std::string, std::int64_t>> ranked(const Tally& tally) {
  std::vector<std::pair<std::string, std::int64_t>> out(tally.begin(), tally.end());
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

double rounded(double value, int decimals) {
  const double scale = std::pow(10, decimals);
  return std::round(value * scale) / scale;
}

void trim(Section* section, std::size_t limit) {
  if (limit > 0 && section->rows.size() > limit) section->rows.resize(limit);
}

}  // namespace demarche::query
