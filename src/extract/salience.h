// What a document has spoken of so far, and how much: the antecedents that pronouns and definite phrases go back to.
//
// Weights follow Lappin and Leass (1994): a mention counts by its role in the sentence, halved with each sentence
// since, and an actor's mentions add up.
#ifndef DEMARCHE_EXTRACT_SALIENCE_H
#define DEMARCHE_EXTRACT_SALIENCE_H

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "extract/few_numbers.h"

namespace demarche::extract {

enum class Role : std::uint8_t { subject, object, oblique, owner };

// A mention of an actor.
struct Told {
  std::uint32_t entity = 0, sentence = 0, position = 0;  // position: token in the sentence
  Role role = Role::object;
  bool speaks = false;     // "we", "us": nobody whom the speaker calls "it"
  std::uint32_t turn = 0;  // questions that a transcript had by then
};

// Actors told of together: "A and B", "the two leaders".
struct ToldGroup {
  FewNumbers entities;
  std::uint32_t sentence = 0, position = 0;
  Role role = Role::object;
};

class Salience {
 public:
  void note(Told told);
  // A question that somebody asks: what was told before is one sentence farther away.
  void new_question() { ++turn_; }
  void note_group(ToldGroup group) { groups_.push_back(std::move(group)); }

  // Oldest first.
  const std::vector<Told>& told() const { return told_; }
  // Each actor once, the one told of last at the end.
  const std::vector<std::uint32_t>& recent() const { return recent_; }
  const std::vector<ToldGroup>& groups() const { return groups_; }
  // Those of the last `reach` sentences up to `here`, oldest first.
  std::span<const ToldGroup> groups_since(std::uint32_t here, std::uint32_t reach) const;

  // Weights of what the last `reach` sentences up to `here` spoke of, each actor once.
  // An object goes back to an object rather than to a subject: `object`. Valid until the next call.
  const std::vector<std::pair<std::uint32_t, double>>& weights(std::uint32_t here, std::uint32_t reach,
                                                               bool object = false);

  // Forgets the older half of a long document's mentions.
  void shorten();

 private:
  std::vector<Told> told_;
  std::vector<std::uint32_t> recent_;
  std::vector<ToldGroup> groups_;
  std::vector<std::pair<std::uint32_t, double>> weights_;
  std::vector<std::uint32_t> place_;  // in weights_, + 1, by entity
  std::uint32_t turn_ = 0;
};

double weight_of(Role role);
// What a mention that many sentences ago still weighs.
double weight_at(Role role, std::uint32_t sentences);

}  // namespace demarche::extract

#endif
