// Questions to a graph: one query model with two faces, flags (`talks`) and English (`ask`).
//
// Thread safety: all functions are pure; QuestionRules is immutable after loading.
#ifndef DEMARCHE_QUERY_H
#define DEMARCHE_QUERY_H

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"
#include "demarche/graph.h"

namespace demarche {

// What is asked for.
enum class Want {
  interactions,  // who talked to whom: the interactions themselves
  actors,        // who did it
  recipients,    // to whom it was done
  counterparts,  // the other side, whoever acted ("who talked to X")
  dates,         // when
  topics,        // what about
  places,        // where
  countries,     // which countries (visited, met …)
  truth,         // did it happen: yes, no, unknown
};

std::string_view to_string(Want want);

// A conjunction of conditions; empty ones do not restrict. Names are as the user typed them; run() resolves them.
struct Query {
  Want want = Want::interactions;
  std::vector<std::string> actor;      // each must take part as the acting side (or either side of a reciprocal one)
  std::vector<std::string> recipient;  // each must take part as the other side
  std::vector<std::string> party;      // each must take part on any side
  std::vector<std::string> action;     // any of: call, meet, … or "talk" for every CONSULT
  std::vector<std::string> event;      // any of: PLOVER types
  std::vector<std::string> country;    // alpha-3 or name: some participant belongs to it
  std::string since, until;            // ISO, inclusive; "2010-05" means the whole month
  std::string about;                   // topic, context or sentence contains it, without regard to case and accents
  std::string place;
  std::vector<Status> status;          // any of; empty = the question's default (actual for "did", planned for "will")
  double min_confidence = 0;
  std::size_t limit = 0;               // 0 = all
};

struct Answer {
  std::vector<std::string> answers;        // canonical names; ISO dates; topics; yes, no or unknown
  Query query;                             // as understood, names resolved to canonical ones
  std::vector<std::string> interactions;   // ids, newest first
  std::vector<std::string> mentions;       // ids of the evidence, newest first
  std::vector<std::string> candidates;     // set when a name is ambiguous: canonical names, and `answers` is empty
  std::string ambiguous;                   // the ambiguous name
};

// Cause::wrong_use when a name is unknown; the message names the nearest known names.
Result<Answer> run(const Graph& graph, const Query& query);

// The English question forms of rules/questions/*.toml.
class QuestionRules {
 public:
  // The pack built into the program.
  static Result<QuestionRules> builtin();
  // TOML text of one file; `name` stands in messages.
  static Result<QuestionRules> parse(std::string_view toml, std::string_view name);

  QuestionRules(QuestionRules&&) noexcept;
  QuestionRules& operator=(QuestionRules&&) noexcept;
  ~QuestionRules();

  // `today` (ISO) anchors "last week". Cause::wrong_use when no form fits; the message lists the forms.
  Result<Query> understand(std::string_view question, std::string_view today) const;

  // Runs every rule's examples and counter-examples; returns one line a failure.
  std::vector<std::string> check() const;

 private:
  struct Rep;
  explicit QuestionRules(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace demarche

#endif
