// From interactions to ties: everything between the same two.
#ifndef DEMARCHE_EXPORT_TIE_H
#define DEMARCHE_EXPORT_TIE_H

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "demarche/graph_stream.h"
#include "export/field.h"

namespace demarche::exporting {

// Sets of actions, each kept once: ties are many, what is done in them is not.
class ActionSets {
 public:
  // The set with the action besides. 0 is the empty set.
  std::uint32_t with(std::uint32_t set, const std::string& action);
  // Sorted.
  std::vector<std::string> names(std::uint32_t set) const;

 private:
  using Set = std::vector<std::uint32_t>;

  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Set> sets_ = {{}};
  std::map<Set, std::uint32_t> known_ = {{{}, 0}};
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> next_;
};

// All ties of a graph, some eighty bytes each. Borrows the graph's actors.
class Ties {
 public:
  // Fails where reading the graph does.
  static Result<Ties> of(const GraphStream& graph);

  // The same for who reads the graph anyway: add() for each interaction, then finish() before anything is asked.
  explicit Ties(const GraphStream& graph) : graph_(&graph), actors_(&graph.actors()) {}
  void add(const Interaction& interaction);
  void finish();

  std::size_t size() const { return order_.size(); }
  // By the ids of both; what an actor did alone is a tie with itself.
  Tie operator[](std::size_t place) const;
  std::uint32_t count(std::size_t place) const { return rows_[order_[place]].count; }
  // Tie::first and Tie::last alone.
  std::pair<std::string, std::string> span(std::size_t place) const;
  // Ties in which the same was done have the same set: what is made of its sorted names need be made only once.
  std::uint32_t action_set(std::size_t place) const { return rows_[order_[place]].actions; }
  std::vector<std::string> names_in(std::uint32_t action_set) const { return actions_.names(action_set); }
  bool is_alone(std::size_t place) const;
  // The places of both among the actors.
  std::pair<std::uint32_t, std::uint32_t> ends(std::size_t place) const {
    const Row& row = rows_[order_[place]];
    return {row.source, row.target};
  }

 private:
  struct Row {
    std::uint32_t source = 0, target = 0;  // places of the actors
    std::uint32_t count = 0, reports = 0, actions = 0;
    std::array<std::uint32_t, 4> status{};
    std::array<std::uint32_t, 5> quad{};
    std::int32_t first = 0, last = 0;  // days since 1970-01-01
    bool dated = false;
    double scale = 0;
  };

  void add(const Interaction& interaction, Row* row);
  // The slot that holds the pair's row, or the free one for it. REQUIRES a free one.
  std::uint32_t* slot_of(std::uint32_t source, std::uint32_t target);
  Row* row_of(std::uint32_t source, std::uint32_t target);

  const GraphStream* graph_;
  const std::vector<Actor>* actors_;
  // A hash table of pairs of actors, half full at most: numbers of rows from 1, 0 where it is free. Until finish(). The
  // nodes of a map would take as much memory again as the rows.
  std::vector<std::uint32_t> slots_;
  std::deque<Row> rows_;  // as they were met
  std::vector<std::uint32_t> order_;
  ActionSets actions_;
};

}  // namespace demarche::exporting

#endif
