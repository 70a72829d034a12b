// A graph that is read from front to back, so that a writer need not hold it whole: from a store row by row, or from a
// Graph in memory.
//
// Thread safety: one thread at a time.
#ifndef DEMARCHE_GRAPH_STREAM_H
#define DEMARCHE_GRAPH_STREAM_H

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/error.h"
#include "demarche/graph.h"

namespace demarche {

class GraphStream {
 public:
  virtual ~GraphStream() = default;

  struct Counts {
    std::uint64_t actors = 0, interactions = 0, mentions = 0, sources = 0;
  };
  virtual Counts counts() const = 0;

  // By id. Actors are few; they are held while the stream lives.
  virtual const std::vector<Actor>& actors() const = 0;
  // nullptr when there is none. The first call takes as long as there are actors, the others do not.
  const Actor* actor(std::string_view id) const;

  // In the order of a Graph. Few, like the actors.
  virtual const std::vector<Affiliation>& affiliations() const = 0;

  // Everything given to a visitor lives until it returns. Each may be called many times, but not from a visitor; they
  // fail only where reading does.

  // By id. `evidence` holds the interaction's mentions by id; it is empty when not asked for.
  using VisitInteraction = std::function<void(const Interaction&, const std::vector<const Mention*>& evidence)>;
  virtual Result<Done> each_interaction(bool with_evidence, const VisitInteraction& visit) const = 0;

  struct Told {
    const Mention& mention;
    const Source* source;          // nullptr where the graph does not know the document
    std::string_view interaction;  // id; empty for a statement without participants
  };
  // Documents by id, each in the order of its text.
  virtual Result<Done> each_mention(const std::function<void(const Told&)>& visit) const = 0;
  // Only those that belong to no interaction.
  virtual Result<Done> each_loose_mention(const std::function<void(const Mention&)>& visit) const;

  // By id.
  virtual Result<Done> each_source(const std::function<void(const Source&)>& visit) const = 0;

 private:
  mutable std::unordered_map<std::string_view, const Actor*> by_id_;  // made at the first question
};

// Borrows the graph, which must outlive the stream.
std::unique_ptr<GraphStream> stream(const Graph& graph);
// Keeps the graph.
std::unique_ptr<GraphStream> stream(Graph&& graph);

}  // namespace demarche

#endif
