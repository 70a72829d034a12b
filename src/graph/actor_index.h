// Entities of many documents → actors of one graph.
//
// Who is who, first rule that decides: the gazetteer's id; a Wikidata QID that belongs to such an id, or is shared; the
// canonical name together with the country code. A name without code is the one known actor of that name and kind, or,
// when there is none or more than one, an actor of its own. Then the decisions of a person hold (resolution.h). The
// answer depends on the set of entities and the decisions, not on the order of the entities.
#ifndef DEMARCHE_GRAPH_ACTOR_INDEX_H
#define DEMARCHE_GRAPH_ACTOR_INDEX_H

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "demarche/graph.h"
#include "graph/resolution.h"

namespace demarche::graph {

// Use: see() every entity, settle() once, then the rest.
class ActorIndex {
 public:
  // Without decisions, or with those that must outlive the index.
  ActorIndex() = default;
  explicit ActorIndex(const Resolution* resolution) : resolution_(resolution) {}

  // Returns the number of the entity's form: entities of one form are the same actor. `tag`: Resolution::tag().
  std::uint32_t see(const Entity& entity, const std::string& tag = {});

  void settle();

  // REQUIRES settle(). The number of the form's actor: its place in the order of actor ids.
  std::uint32_t actor_of(std::uint32_t form) const { return forms_[form].actor_number; }
  const std::string& id(std::uint32_t actor) const { return ids_[actor]; }

  // REQUIRES settle(). Sorted by id, so that actors()[n].id == id(n).
  std::vector<Actor> actors() const;

 private:
  using Tally = std::map<std::string, std::uint32_t>;

  struct Form {
    std::string gazetteer, qid, name, code, slug;
    Kind kind = Kind::other;
    std::uint32_t count = 0;
    Tally words, sectors, offices;
    std::string tag;
    std::string id;      // settled
    bool moved = false;  // a decision made it another actor
    std::uint32_t actor_number = 0;
  };

  std::vector<const Form*> sorted_forms() const;
  std::vector<Form*> sorted_forms();
  void settle_by_gazetteer(const std::vector<Form*>& forms);
  void settle_by_qid(const std::vector<Form*>& forms);
  void settle_by_name(const std::vector<Form*>& forms);
  void settle_by_decision(const std::vector<Form*>& forms);
  Actor describe(const std::string& id, const std::vector<const Form*>& forms) const;

  const Resolution* resolution_ = nullptr;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // by the joined fields of a form
  std::vector<Form> forms_;
  std::vector<std::string> ids_;
};

// The name among an entity's words ("Secretary Clinton", "she", "the Kremlin") that can serve as an alias of `name`:
// without title and article; empty for pronouns and descriptions.
// `office_words`: the words of the offices that the texts give the person; they are no part of a name.
std::string alias_in(const std::string& words, const std::string& name, Kind kind,
                     const std::set<std::string>& office_words = {});

}  // namespace demarche::graph

#endif
