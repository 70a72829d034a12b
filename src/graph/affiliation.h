// Offices of persons as edges of the graph, from the entities of mentions and from the gazetteer.
//
// An entity that a text names in an office ("Turkish Foreign Minister Ahmet Davutoglu") is a sighting. Sightings of one
// person, office and state are one edge; those that fall into a term of the gazetteer are evidence of that term.
// Offices are compared by their words without order and small words: "Minister for Foreign Affairs" is "Foreign
// Minister". Which edges there are depends on the set of sightings, not on their order.
//
// A record of an appointment (extract/office_record.h) is a sighting that says when the office begins or ends.
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
  // The person takes or leaves the office. REQUIRES extract::tells_office(mention).
  void see_turn(std::uint32_t person, const Mention& mention, const std::string& told);

  // For all actors: their terms in the gazetteer, and what was seen. Sorted by person, state, office and time.
  std::vector<Affiliation> edges(const std::vector<Actor>& actors) const;

 private:
  struct Sighting {
    const Mention* mention;
    const std::string* told;
    bool former;
    bool turn;  // the mention tells that the office begins or ends
  };
  struct Seen {
    std::map<std::string, std::uint32_t> wordings;  // of the office, how often
    std::vector<Sighting> sightings;
  };
  void note(std::uint32_t person, const std::string& office, const std::string& code, const Mention& mention,
            const std::string& told, bool turn);

  using Key = std::pair<std::string, std::string>;  // words of the office; code, or id of the body
  std::map<std::uint32_t, std::map<Key, Seen>> seen_;
};

// From when to when the person is known to hold the office, ISO: the gazetteer's term, what texts say of its begin and
// end, else the days of the first and the last document that name it. Empty = unknown or open.
std::string held_from(const Affiliation& affiliation);
std::string held_until(const Affiliation& affiliation);

}  // namespace demarche::graph

#endif
