// A Graph in memory as a stream.
#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "demarche/graph_stream.h"

namespace demarche {
namespace graph {
namespace {

class GraphView : public GraphStream {
 public:
  explicit GraphView(const Graph& graph) : graph_(graph) {}

  Counts counts() const override {
    return {graph_.actors.size(), graph_.interactions.size(), graph_.mentions.size(), graph_.sources.size()};
  }

  const std::vector<Actor>& actors() const override { return graph_.actors; }

  const std::vector<Affiliation>& affiliations() const override { return graph_.affiliations; }

  Result<Done> each_interaction(bool with_evidence, const VisitInteraction& visit) const override {
    std::vector<const Mention*> evidence;
    for (const Interaction& interaction : graph_.interactions) {
      evidence.clear();
      for (const std::string& id : with_evidence ? interaction.mentions : std::vector<std::string>()) {
        if (const Mention* const mention = graph_.mention(id); mention != nullptr) evidence.push_back(mention);
      }
      visit(interaction, evidence);
    }
    return Done{};
  }

  Result<Done> each_mention(const std::function<void(const Told&)>& visit) const override {
    std::unordered_map<std::string_view, std::string_view> interaction_of;
    for (const Interaction& interaction : graph_.interactions) {
      for (const std::string& id : interaction.mentions) interaction_of.emplace(id, interaction.id);
    }
    std::vector<const Mention*> order;
    for (const Mention& mention : graph_.mentions) order.push_back(&mention);
    std::sort(order.begin(), order.end(), [](const Mention* a, const Mention* b) {
      return std::tie(a->doc, a->sequence, a->event_start, a->id) <
             std::tie(b->doc, b->sequence, b->event_start, b->id);
    });
    for (const Mention* const mention : order) {
      const auto found = interaction_of.find(mention->id);
      visit(
          {*mention, graph_.source(mention->doc), found == interaction_of.end() ? std::string_view() : found->second});
    }
    return Done{};
  }

  Result<Done> each_source(const std::function<void(const Source&)>& visit) const override {
    for (const Source& source : graph_.sources) visit(source);
    return Done{};
  }

 private:
  const Graph& graph_;
};

struct Owner {
  const Graph owned;
};

class OwnedView : private Owner, public GraphView {
 public:
  explicit OwnedView(Graph graph) : Owner{std::move(graph)}, GraphView(owned) {}
};

}  // namespace
}  // namespace graph

const Actor* GraphStream::actor(std::string_view id) const {
  if (by_id_.empty()) {
    by_id_.reserve(actors().size());
    for (const Actor& each : actors()) by_id_.emplace(each.id, &each);
  }
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

Result<Done> GraphStream::each_loose_mention(const std::function<void(const Mention&)>& visit) const {
  return each_mention([&visit](const Told& told) {
    if (told.interaction.empty()) visit(told.mention);
  });
}

std::unique_ptr<GraphStream> stream(const Graph& graph) { return std::make_unique<graph::GraphView>(graph); }
std::unique_ptr<GraphStream> stream(Graph&& graph) { return std::make_unique<graph::OwnedView>(std::move(graph)); }

}  // namespace demarche
