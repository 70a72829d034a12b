// The graph behind `demarche serve`.
//
// Of a store no more is read than an answer needs, so that one of millions of interactions is served from little
// memory, and what `build` adds meanwhile is told, too. JSON, GraphML, and a store that is not merged are held whole.
//
// Thread safety: all const functions may be called from several threads at once. Of answers that take much memory one
// is made at a time.
#ifndef DEMARCHE_CLI_SERVED_GRAPH_H
#define DEMARCHE_CLI_SERVED_GRAPH_H

#include <memory>
#include <string>
#include <vector>

#include "demarche/error.h"
#include "demarche/explore.h"
#include "demarche/graph.h"
#include "demarche/query.h"
#include "demarche/report.h"

namespace demarche::cli {

class ServedGraph {
 public:
  static Result<ServedGraph> open(const std::string& path);

  ServedGraph(ServedGraph&&) noexcept;
  ServedGraph& operator=(ServedGraph&&) noexcept;
  ~ServedGraph();

  // All actors as they were at the start, each with the number of its interactions; of a graph held whole all of it.
  const Graph& names() const;

  // Actors, interactions, mentions and sources, now.
  Result<Whole> size() const;

  // What the answer to a query needs, at least. Cause::wrong_use when that is more than is read for one answer.
  using Part = std::shared_ptr<const Graph>;
  Result<Part> part_for(const Query& query) const;

  // All that an actor takes part in, without sentences; nothing for one that is unknown.
  Result<Part> deeds_of(const std::string& actor) const;

  // These interactions with their sentences, as far as there are any.
  Result<Part> told(const std::vector<std::string>& interactions) const;

  // The interactions that meet a query, newest first: those from `offset` on, `limit` at most, in a part that has them.
  struct Found {
    Answer answer;  // the query as it was understood, or the candidates of an ambiguous name
    std::size_t total = 0;
    std::vector<std::string> listed;  // ids
    Part part;
  };
  Result<Found> find(const Query& query, std::size_t offset, std::size_t limit) const;

  enum class Kind { as_asked, communities };
  struct Reported {
    Report report;
    Part part;
  };
  Result<Reported> report(const Query& query, Kind kind) const;

  // The data of a page. Graphviz draws for one thread at a time.
  Result<ExploreData> page(ExploreOptions options) const;

 private:
  struct Rep;
  explicit ServedGraph(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace demarche::cli

#endif
