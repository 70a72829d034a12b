// Where the subject of a finite verb ends and begins: leftwards from the verb over what may stand between the two.
//
// Works on the clauses found so far, from left to right; the verb's own clause is not among them yet.
#ifndef DEMARCHE_EXTRACT_CLAUSE_SUBJECTS_H
#define DEMARCHE_EXTRACT_CLAUSE_SUBJECTS_H

#include <boost/container/small_vector.hpp>

#include "extract/clause_view.h"

namespace demarche::extract {

class ClauseSubjects : protected ClauseView {
 public:
  using ClauseView::ClauseView;

 protected:
  // Last clause before chunk i that is not cut off by a boundary.
  std::uint32_t clause_before(std::uint32_t i) const;
  // Last finite clause before i at the same level, for coordination.
  std::uint32_t finite_before(std::uint32_t i) const;
  bool dash_or_bracket(std::uint32_t i) const;
  // Leftwards over adverbs and expressions of time with their prepositions: "the president on Tuesday defended".
  std::uint32_t skip_time(std::uint32_t i) const;
  // From the verb leftwards over what may stand between subject and verb: prepositional phrases, time, commas round an
  // insertion, relative clauses. Returns the end of the subject.
  std::uint32_t skip_left(std::uint32_t i) const;
  // "The plan to attack Israel alarmed Jordan": an infinitive at i that belongs to the noun which opens the clause.
  bool opening_plan(std::uint32_t i) const;
  // "Rebels fighting to topple X attacked Y", "the man accused of attacking X was arrested": the noun before i is the
  // object of what describes the subject. Where the subject's own noun phrase ends; none where it is not so.
  std::uint32_t modified_head(std::uint32_t i) const;
  // A bare number between a noun's comma and what follows.
  bool age(std::uint32_t i) const;
  // An adjective alone behind its noun.
  bool described(std::uint32_t i) const;
  // "as", "after", "before", "since" behind a finished clause begin another: "withdrew as the killing started".
  bool introduces_clause(std::uint32_t i) const;
  // The noun at i ends what is claimed, in "a claim that X had met Y was denied": where the claim's own noun ends.
  std::uint32_t claimed_before(std::uint32_t i) const;
  // The noun at i is the object inside a relative clause that began before it, without comma: "the man who met X said".
  bool in_relative(std::uint32_t i) const;
  std::uint32_t relative_start(std::uint32_t i) const;
  // The comma at `comma` closes an insertion that another comma opens: where that one stands.
  std::uint32_t insertion_start(std::uint32_t comma) const;
  // The comma closes a participle whose opening comma an apposition took with it: "the minister | arriving in Oslo,
  // urged".
  std::uint32_t closed_participle(std::uint32_t comma) const;
  bool joiner(std::uint32_t i) const;
  // "Russia, the ministry said on Monday, has …": who says it and when, and nothing else.
  bool says_aside(std::uint32_t from, std::uint32_t to) const;
  bool single_apposition(std::uint32_t from, std::uint32_t to) const;
  // The list of noun phrases that ends before `last`: "A, B and C".
  ChunkRange subject_list(std::uint32_t last) const;
  // The subject ends before chunk `first`, which is the second of a pair under a preposition: where the noun phrase
  // before that preposition ends; none otherwise.
  std::uint32_t before_pair(std::uint32_t first) const;
  // The noun phrase (with its complements) that ends before j.
  std::uint32_t list_item(std::uint32_t j) const;
  // An object of a verb or preposition is no part of the next verb's subject.
  bool governed(std::uint32_t i) const;
  // The verb at i tells what others do, and has no object of its own: "said A, B and C would …".
  bool reports(std::uint32_t i) const;

  // By chunk: the clause of the verb there; none of other chunks.
  boost::container::small_vector<std::uint32_t, 64> clause_at_;
};

}  // namespace demarche::extract

#endif
