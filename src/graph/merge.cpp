#include "graph/merge.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "extract/office_record.h"
#include "graph/actor_index.h"
#include "graph/affiliation.h"
#include "graph/copies.h"
#include "graph/interaction.h"
#include "graph/representative.h"
#include "graph/resolution.h"
#include "graph/statement.h"
#include "graph/visit.h"
#include "text/hash.h"

namespace demarche::graph {
namespace {

using Numbers = std::vector<std::uint32_t>;

void sort_unique(Numbers* numbers) {
  std::sort(numbers->begin(), numbers->end());
  numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
}

class Merger {
 public:
  Merger(std::vector<Source> sources, std::vector<Mention> mentions, std::vector<Decision> decisions)
      : resolution_(std::move(decisions)), actors_(&resolution_) {
    graph_.sources = std::move(sources);
    graph_.mentions = std::move(mentions);
  }

  Graph run() {
    sort_input();
    index_actors();
    graph_.actors = actors_.actors();
    fill_buckets();
    std::vector<Happening> happenings;
    for (auto& [key, bucket] : buckets_) {
      for (const Cluster& members : cluster(&bucket)) {
        Happening& h = happenings.emplace_back();
        h.family = key.first;
        for (const std::uint32_t m : members) h.event.push_back(&bucket[m]);
      }
    }
    absorb_representatives(graph_.actors, &happenings);
    for (const Happening& h : happenings) add(h);
    std::sort(graph_.interactions.begin(), graph_.interactions.end(),
              [](const Interaction& a, const Interaction& b) { return a.id < b.id; });
    link_visits(&graph_);
    count_interactions();
    graph_.affiliations = offices_.edges(graph_.actors);
    return std::move(graph_);
  }

 private:
  using BucketKey = std::pair<std::string, Numbers>;  // family, participants

  void sort_input() {
    std::sort(graph_.sources.begin(), graph_.sources.end(),
              [](const Source& a, const Source& b) { return a.id < b.id; });
    for (std::uint32_t i = 0; i < graph_.sources.size(); ++i) source_number_.emplace(graph_.sources[i].id, i);
    set_copies_aside();
    sort_mentions();
  }

  // What a copy says, the first report says; whether the copy was read does not matter.
  void set_copies_aside() {
    const Numbers first = first_reports(graph_.sources);
    copies_.assign(first.size(), 0);
    bool any = false;
    for (std::uint32_t i = 0; i < first.size(); ++i) {
      Source& source = graph_.sources[i];
      source.copy_of = first[i] == i ? std::string() : graph_.sources[first[i]].id;
      if (first[i] == i) continue;
      ++copies_[first[i]];
      any = true;
    }
    if (!any) return;
    std::erase_if(graph_.mentions,
                  [this](const Mention& m) { return !graph_.sources[source_number_.at(m.doc)].copy_of.empty(); });
  }

  // Sorts numbers instead of the mentions, which are nearly a kilobyte each.
  void sort_mentions() {
    std::vector<Mention>& mentions = graph_.mentions;
    Numbers order(mentions.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t j) {
      const Mention& a = mentions[i];
      const Mention& b = mentions[j];
      return std::tie(a.id, a.doc, a.start, a.text) < std::tie(b.id, b.doc, b.start, b.text);
    });
    std::vector<Mention> sorted;
    sorted.reserve(mentions.size());
    for (const std::uint32_t i : order) {
      if (sorted.empty() || sorted.back().id != mentions[i].id) sorted.push_back(std::move(mentions[i]));
    }
    mentions = std::move(sorted);
  }

  void index_actors() {
    for (const Mention& m : graph_.mentions) {
      const Source& document = graph_.sources[source_number_.at(m.doc)];
      for (const Entity& e : m.actor) forms_.push_back(actors_.see(e, resolution_.tag(e, document)));
      if (extract::tells_office(m)) continue;
      for (const Entity& e : m.recipient) forms_.push_back(actors_.see(e, resolution_.tag(e, document)));
    }
    actors_.settle();
  }

  void fill_buckets() {
    std::size_t form = 0;
    for (const Mention& m : graph_.mentions) {
      if (m.actor.empty() && m.recipient.empty()) continue;
      if (extract::tells_office(m)) {
        offices_.see_turn(actors_.actor_of(forms_[form++]), m, graph_.sources[source_number_.at(m.doc)].date);
        continue;
      }
      Statement s;
      s.mention = &m;
      s.source = source_number_.at(m.doc);
      s.said = day_number(graph_.sources[s.source].date);
      s.when = when(m, s.said);
      const std::string& told = graph_.sources[s.source].date;
      for (const auto& [entities, side] : {std::pair(&m.actor, &s.actor), std::pair(&m.recipient, &s.recipient)}) {
        for (const Entity& entity : *entities) {
          const std::uint32_t actor = actors_.actor_of(forms_[form++]);
          side->push_back(actor);
          offices_.see(actor, entity, m, told);
        }
      }
      sort_unique(&s.actor);
      sort_unique(&s.recipient);
      Family family = family_of(m);
      s.contact = family.contact;
      Numbers participants = s.actor;
      participants.insert(participants.end(), s.recipient.begin(), s.recipient.end());
      sort_unique(&participants);
      buckets_[{std::move(family.name), std::move(participants)}].push_back(std::move(s));
    }
  }

  // The id holds what a reader would call the event by: family, participants, action and date. Events that share all of
  // these (one source denies, another asserts) are numbered.
  void add(const Happening& h) {
    Interaction interaction = describe(h.event, graph_.sources, copies_, actors_);
    text::StableHash hash;
    hash.add(h.family).add(interaction.action).add(interaction.date).add(interaction.enddate);
    std::vector<std::string> participants = interaction.actor;
    participants.insert(participants.end(), interaction.recipient.begin(), interaction.recipient.end());
    std::sort(participants.begin(), participants.end());
    for (const std::string& id : participants) hash.add(id);
    const std::string id = "i." + hash.hex();
    const std::uint32_t twin = twins_[id]++;
    interaction.id = twin == 0 ? id : id + '-' + std::to_string(twin + 1);
    graph_.interactions.push_back(std::move(interaction));
  }

  void count_interactions() {
    std::unordered_map<std::string_view, Actor*> by_id;
    for (Actor& actor : graph_.actors) by_id.emplace(actor.id, &actor);
    for (const Interaction& i : graph_.interactions) {
      for (const std::string& id : i.actor) ++by_id.at(id)->interactions;
      for (const std::string& id : i.recipient) ++by_id.at(id)->interactions;
    }
  }

  Graph graph_;
  Resolution resolution_;
  ActorIndex actors_;
  AffiliationBook offices_;
  Numbers copies_;  // of each source
  Numbers forms_;   // of all entities, in the order of the mentions
  std::unordered_map<std::string, std::uint32_t> source_number_;
  std::map<BucketKey, Bucket> buckets_;
  std::unordered_map<std::string, std::uint32_t> twins_;
};

}  // namespace

Graph merge(std::vector<Source> sources, std::vector<Mention> mentions, std::vector<Decision> decisions) {
  return Merger(std::move(sources), std::move(mentions), std::move(decisions)).run();
}

}  // namespace demarche::graph
