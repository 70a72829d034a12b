// Questions to a graph: one query model with two faces, flags (`talks`) and English (`ask`).
//
// Thread safety: all functions are pure; QuestionRules is immutable after loading.
#ifndef DEMARCHE_QUERY_H
#define DEMARCHE_QUERY_H

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"
#include "demarche/graph.h"
#include "demarche/pack.h"
#include "demarche/store.h"

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
  count,         // how many interactions
  evidence,      // the sentences that say so
  offices,       // who somebody is: the offices that the texts name, in a period those held then; with Pick::first
                 // and last the day from and until which the office is held
  holders,       // who held an office of a state or organisation, or any office there
  path,          // the best chain of interactions between two actors
  timeline,      // the interactions themselves, oldest first
  profile,       // who somebody is: offices, closest ties, topics
  comparison,    // two actors side by side
  changes,       // what is new: interactions first told, statuses that changed, first contacts
  disputes,      // on what the sources do not agree
  ranking,       // the actors that count for most in the network, see RankBy
};

// Which of the answers are kept.
enum class Pick {
  all,
  first,        // the earliest
  last,         // the latest
  most,         // those with the most interactions
  common,       // actors that dealt with each of `party`, in one interaction or in several
  lapsed,       // actors with such an interaction on record, but none between `since` and `until`
  number,       // how many answers there are, in the place of them; of dates the days that they cover, of evidence the
                // reports
  unfulfilled,  // interactions once planned that were not reported as held, although their time is over
  successor,    // of `holders`: who held the office after the named person
  predecessor,  // and before
};

// Whom the states inherit interactions from: every actor is taken for what it belongs to.
enum class Rollup { none, country, organisation, bloc, sector };

// What `path` looks for: see src/graph/paths.h.
enum class By { fewest, recent, strongest, cut };

// What `ranking` sorts by: see src/graph/measures.h.
enum class RankBy { contacts, interactions, betweenness, pagerank, core, clustering };

std::string_view to_string(Rollup rollup);
std::string_view to_string(By by);
std::string_view to_string(RankBy by);
std::string_view to_string(Want want);
std::string_view to_string(Pick pick);
bool parse_want(std::string_view word, Want* want);
bool parse_pick(std::string_view word, Pick* pick);

// A conjunction of conditions; empty ones do not restrict. Names are as the user typed them; run() resolves them.
//
// The actions "talk" and "meet" are families and know no direction: "talk" is every CONSULT, "meet" every encounter in
// person (meet, host, visit); a visit that is only to a state is in neither. "call", "visit", "host" and "write" keep
// their direction, also where the record is reciprocal. A state's name stands for the state and for those who act for
// it. src/query/README.md says more.
struct Query {
  Want want = Want::interactions;
  std::vector<std::string> actor;      // each must take part as the acting side (or either side of a reciprocal one)
  std::vector<std::string> recipient;  // each must take part as the other side
  std::vector<std::string> party;      // each must take part on any side
  std::vector<std::string> action;     // any of: call, meet, … or "talk" for every CONSULT
  std::vector<std::string> event;      // any of: PLOVER types
  std::vector<std::string> country;    // alpha-3, name, adjective or region ("European"): some participant belongs to
                                       // one of them; if actors are wanted, they belong to it
  std::vector<Kind> kind;              // wanted actors are of one of these kinds
  std::string office;                  // wanted actors hold it, as the texts say or as the gazetteer knows of the day
  std::string since, until;            // ISO, inclusive; "2010-05" means the whole month
  std::string about;                   // topic, context or sentence contains it, without regard to case and accents
  std::vector<std::string> context;    // any of: PLOVER contexts
  std::string place;
  std::vector<Status> status;  // any of; empty = the question's default (actual for "did", planned for "will")
  double min_confidence = 0;
  std::size_t limit = 0;     // 0 = all; counts answers
  std::size_t at_least = 0;  // answers that rest on so many interactions; "yes" takes so many
  Pick pick = Pick::all;
  Rollup rollup = Rollup::none;  // of what is shown; names are looked up before it
  By by = By::fewest;
  RankBy rank = RankBy::contacts;
  // Only what is later than the last such event, earlier than the first: "after Blinken visited Kyiv". Each of them
  // wants dates; settle_order() turns them into `since` and `until`.
  std::vector<Query> after, before;
  bool either_way = false;  // `actor` and `recipient` may change sides, whatever the action

  bool operator==(const Query&) const = default;
};

// One line for people and tests, conditions in the order of the fields: want=recipients actor="Hillary Clinton"
// action=call since=2010-05. Two queries are equal exactly if their lines are.
std::string to_text(const Query& query);

// Adds the condition that a flag of `talks` names: `flag` without dashes ("actor", "with-country", "about", …), `value`
// as typed. Fails with Cause::wrong_use for an unknown flag, an unknown word or a date that is none; the message names
// what is possible, and the query is as before.
Result<Done> add_condition(Query* query, std::string_view flag, std::string_view value);

struct Answer {
  std::vector<std::string> answers;       // canonical names; ISO dates; topics; yes, no or unknown; for interactions
                                          // "Hillary Clinton → Ahmet Davutoglu" (– where both sides did it)
  Query query;                            // as understood, names resolved to canonical ones
  std::vector<std::string> interactions;  // ids, newest first
  std::vector<std::string> mentions;      // ids of the evidence, newest first
  std::vector<std::string> candidates;    // set when a name is ambiguous: canonical names, and `answers` is empty
  std::string ambiguous;                  // the ambiguous name
};

// Cause::wrong_use when a name is unknown; the message names the nearest known names.
Result<Answer> run(const Graph& graph, const Query& query);

// What the query's `after` and `before` come to: dates of the events that they ask for, each of them answered by `run`,
// narrow `since` and `until`. An event of which no day is known stays in its list: the query has no answers then. Fails
// with Cause::wrong_use where run does.
Result<Query> settle_order(Query query, const std::function<Result<Answer>(const Query&)>& run);

// What has to be loaded of a store to answer the query; `actors` has all actors and needs nothing else. Names that mean
// nobody, or several, give an empty scope that loads nothing: run() then says so. nullopt when everything is needed.
std::optional<Scope> scope_of(const Graph& actors, const Query& query);

// The part of the graph that meets the query: interactions, their actors, mentions and sources. Empty `status` takes
// all. Cause::wrong_use for an unknown or ambiguous name.
Result<Graph> select(const Graph& graph, const Query& query);

// What has to be loaded of a store to select() the same, as scope_of().
std::optional<Scope> scope_of_part(const Graph& actors, const Query& query);

// How a question was understood.
struct Reading {
  Query query;
  std::string rule;     // permanent id
  std::string meaning;  // of the rule
};

// A kind of question that can be asked.
struct Form {
  std::string form;     // "who did X call"
  std::string meaning;  // "Whom X called, met, thanked …"
  std::string example;
  bool common = false;  // one of the few that stand for the rest
};

// The English question forms of rules/questions/*.toml.
class QuestionRules {
 public:
  // The pack built into the program.
  static Result<QuestionRules> builtin();
  // TOML text of one file; `name` stands in messages.
  static Result<QuestionRules> parse(std::string_view toml, std::string_view name);
  // Several files as one pack, verbs shared; rules are tried in the order of the files. Files whose path begins with
  // "actions/" are the rules of records: their actions become verbs of questions.
  static Result<QuestionRules> compile(const std::vector<PackFile>& files);

  QuestionRules(QuestionRules&&) noexcept;
  QuestionRules& operator=(QuestionRules&&) noexcept;
  ~QuestionRules();

  // `today` (ISO) anchors "last week". Cause::wrong_use when no form fits; the message says which parts of the question
  // were recognised, and names the nearest form.
  Result<Query> understand(std::string_view question, std::string_view today) const;
  // The same, with the rule that fitted: for `ask --explain`.
  Result<Reading> read(std::string_view question, std::string_view today) const;

  // Every reading, one a rule, in the order of the rules; the first is what read() gives. Empty where it fails.
  std::vector<Reading> readings(std::string_view question, std::string_view today) const;
  // Of these the first whose names all mean somebody in `names`: "who condemned the coup" asks for a topic where nobody
  // is called "the coup". The first of all where no reading is known so.
  Result<Reading> read(std::string_view question, std::string_view today, const Graph& names) const;

  // The message of read() for a question that no form fits, with the names in it recognised too: `known` gives the
  // canonical name of whom words mean, empty for nobody.
  std::string puzzle(std::string_view question, std::string_view today,
                     const std::function<std::string(std::string_view)>& known) const;

  // In the order in which they are tried.
  std::vector<Form> forms() const;

  // Runs every rule's examples and counter-examples; returns one line a failure.
  std::vector<std::string> check() const;

 private:
  struct Rep;
  explicit QuestionRules(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace demarche

#endif
