// A person's word on who is who: two actors are one, one is two, a name belongs to somebody.
//
// Decisions stand in the store's log and are replayed whenever its actors are made anew, in the order in which they
// were made. None is ever deleted: undoing marks it. A decision about actors that no text names any more does nothing.
#ifndef DEMARCHE_DECISION_H
#define DEMARCHE_DECISION_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"

namespace demarche {

struct Decision {
  enum class Kind {
    merge,  // what was `other` is `actor`
    split,  // of `actor`, what fits all conditions is `other`
    alias,  // whatever is called `name` is `actor`
  };

  std::uint64_t number = 0;  // place in the log, from 1
  Kind kind = Kind::merge;
  std::string actor;  // id
  std::string other;  // id: merge, split
  std::string name;   // alias: the name; split: what to call the new actor (empty = as the texts do)

  // Conditions of a split; an empty one always holds.
  std::vector<std::string> documents;  // any of these ids
  std::string called;                  // its canonical name, or its words in the sentence
  std::string country;                 // its code
  std::string office;                  // words of its office
  std::string since, until;            // day of the document, ISO

  std::string note;  // why, in the user's words
  std::string made;  // when: ISO time
  bool undone = false;
};

std::string_view to_string(Decision::Kind kind);

// Decisions of several logs as one: each once, in the order of the time at which they were made, numbered from 1. What
// is undone in one log is undone. The same in whatever order they are given.
std::vector<Decision> join_decisions(std::vector<Decision> all);

// The log of a store. One object belongs to one thread; each operation is a transaction of its own.
class DecisionLog {
 public:
  // Fails as Store::open() does; a store that is missing is not made.
  static Result<DecisionLog> open(const std::string& path);

  // The decisions of a store, without opening it for writing. Fails as open() does.
  static Result<std::vector<Decision>> read(const std::string& path);

  DecisionLog(DecisionLog&&) noexcept;
  DecisionLog& operator=(DecisionLog&&) noexcept;
  ~DecisionLog();

  // In their order, also those undone.
  Result<std::vector<Decision>> all() const;

  // Appends; gives the decision with its number. The graph shows it after the next Store::merge() or load().
  Result<Decision> add(Decision decision);

  // Takes in the decisions of other logs, as join_decisions() says; those that stand here may change their numbers.
  // Gives how many came in.
  Result<std::size_t> join(const std::vector<Decision>& others);

  // Marks a decision as undone; 0 is the last that is not. Fails for an unknown number, for one that is undone already,
  // and when there is nothing to undo.
  Result<Decision> undo(std::uint64_t number = 0);

 private:
  struct Rep;
  explicit DecisionLog(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace demarche

#endif
