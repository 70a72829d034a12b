// Whose an infinitive is that hangs on a noun: "Iran's refusal to meet", "the aim of the coalition was to win".
//
// Each question gives the clause its subject and status, and answers whether it did.
#ifndef DEMARCHE_EXTRACT_CLAUSE_PLANS_H
#define DEMARCHE_EXTRACT_CLAUSE_PLANS_H

#include "extract/clause_subjects.h"

namespace demarche::extract {

class ClausePlans : protected ClauseSubjects {
 public:
  using ClauseSubjects::ClauseSubjects;

 protected:
  // "despite Iran's refusal to arrest them": the owner of the refusal, the promise, the attempt is who acts or does
  // not. Whom an invitation or a request asks is not its owner.
  bool owned_plan(Clause* c) const;
  // "has concerns about efforts to …", "condemns any attempt to …": nobody says whose.
  bool plan_of_others(std::uint32_t i) const;
  // "a pledge from Iran to stop", "a promise by Iran to stop": who gave it is to stop.
  bool plan_of_giver(Clause* c) const;
  // "Turkey's aim is to …", "the goal of the coalition was to …": the aim's owner acts.
  bool owned_aim(const Clause& copula, Clause* c) const;
  // "What Iran has done is to let them in": Iran lets them in.
  bool what_was_done(std::uint32_t copula, Clause* c) const;
  // "plans to visit", "invitation to meet" without a verb before: the owner of the noun.
  void subject_of_noun_plan(Clause* c) const;
  // "Trump to meet Putin in July": a plan, in the language of headlines and diaries.
  void subject_of_headline(Clause* c) const;
};

}  // namespace demarche::extract

#endif
