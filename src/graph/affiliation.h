// Offices of persons as edges of the graph, from the entities of mentions and from the gazetteer.
//
// An entity that a text names in an office ("Turkish Foreign Minister Ahmet Davutoglu") is a sighting. Sightings of one
// person, office and state are one edge; those that fall into a term of the gazetteer are evidence of that term.
// Offices are compared by their words without order and small words: "Minister for Foreign Affairs" is "Foreign
// Minister". Which edges there are depends on the set of sightings, not on their order.
#ifndef DEMARCHE_GRAPH_AFFILIATION_H
#define DEMARCHE_GRAPH_AFFILIATION_H

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "demarche/graph.h"

namespace demarche::graph {

// Use: see() every entity, then edges() once.
class AffiliationBook {
 public:
  // `person` is the place of the entity's actor in the list of actors; `told` the date of the document. Entities
  // without office, and what is no person, are left out. Borrows mention and date until edges().
  void see(std::uint32_t person, const Entity& entity, const Mention& mention, const std::string& told);

  // For all actors: their terms in the gazetteer, and what was seen. Sorted by person, state, office and time.
  std::vector<Affiliation> edges(const std::vector<Actor>& actors) const;

 private:
  struct Sighting {
    const Mention* mention;
    const std::string* told;
    bool former;
  };
  struct Seen {
    std::map<std::string, std::uint32_t> wordings;  // of the office, how often
    std::vector<Sighting> sightings;
  };
  using Key = std::pair<std::string, std::string>;  // words of the office; code
  std::map<std::uint32_t, std::map<Key, Seen>> seen_;
};

}  // namespace demarche::graph

#endif
