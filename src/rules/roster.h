// Everything that the actor files of a pack say, as written, in one list that can be searched.
//
// The compiled gazetteer is for reading texts; the roster is for people who ask about the data. Reading it parses the
// actor files: a quarter of a second for the built-in ones.
//
// Thread safety: const use from several threads is safe.
#ifndef DEMARCHE_RULES_ROSTER_H
#define DEMARCHE_RULES_ROSTER_H

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/error.h"
#include "demarche/pack.h"
#include "rules/actor_file.h"

namespace demarche::rules {

class Roster {
 public:
  // The actor files among `files`; the others are left alone. Cause::bad_rules as for loading.
  static Result<Roster> read(const std::vector<PackFile>& files);

  // In the order in which a pack loads them. An actor may have several rows; places have no id.
  const std::vector<ActorRow>& rows() const { return rows_; }

  // The rows of an actor, first the one that names it; empty for an unknown id.
  const std::vector<std::size_t>& rows_of(std::string_view id) const;
  // The first row, or nullptr. It lives as long as the roster.
  const ActorRow* find(std::string_view id) const;

  // Who held something of this state or body: (row, term) by office, then by date.
  struct Held {
    const ActorRow* row;
    const RowTerm* term;
  };
  std::vector<Held> held_of(std::string_view id) const;

 private:
  std::vector<ActorRow> rows_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_id_;
};

// How well a name fits what was searched for, best first.
enum class NameFit { exact, words, near };

struct Found {
  const ActorRow* row = nullptr;  // the actor's first row
  std::string name;               // the name that fits best
  NameFit fit = NameFit::exact;
};

// Actors one of whose names is `name` (case and accents apart), holds all its words (in any order), or differs from it
// in a letter or two. A body of a state is found with the state's name, too ("Poland's foreign ministry" for "Polish
// Foreign Ministry"). Best first; equals by name, then id. At most `limit`.
std::vector<Found> search(const Roster& roster, std::string_view name, std::size_t limit);

}  // namespace demarche::rules

#endif
