// How surely a record is right, from how it was found.
#ifndef DEMARCHE_EXTRACT_CONFIDENCE_H
#define DEMARCHE_EXTRACT_CONFIDENCE_H

namespace demarche::extract {

struct ConfidenceCues {
  double rule = 1;       // the rule's own, less for nouns, wide patterns, hearsay, vague actors
  int third_plural = 0;  // sides told by "they", "these"
  int pronouns = 0;      // sides told by another pronoun
  int unknown = 0;       // sides that no list of actors has
  bool several = false;  // actors
  bool lone = false;     // without recipient
  bool not_actual = false;
  bool asked = false;     // in a question
  bool reported = false;  // somebody is named who says so
  bool consult = false;
  unsigned distance = 0;  // code points from the first actor to the word that tells of the event
  unsigned tokens = 0;    // of the sentence
};

// Between 0.05 and 0.99, two decimals. Logistic regression on the judgements of four readers of 500 random records of
// news, releases and briefings, each right, a border case or wrong; docs/decisions.md.
//
// Thread safety: any.
double confidence(const ConfidenceCues& cues);

}  // namespace demarche::extract

#endif
