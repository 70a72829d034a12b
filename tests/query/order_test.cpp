// "After", "before": which part of a question is the event, and what it becomes.
#include "query/order.h"

#include <doctest/doctest.h>

#include <string>

#include "query/rules.h"

using namespace demarche;

namespace {

constexpr const char* today = "2012-06-15";

struct Row {
  const char *question, *query;
};

Query days_of(const char* actor, const char* action) {
  Query query;
  query.want = Want::dates;
  query.actor = {actor};
  query.action = {action};
  return query;
}

}  // namespace

TEST_CASE("an event in order") {
  const Row rows[] = {
      {"Who met Putin after Macron did?",
       "want=counterparts party=Putin action=meet after={want=dates actor=Macron recipient=Putin action=meet}"},
      {"Which countries did Lula visit before Amorim had?",
       "want=countries actor=Lula action=visit before={want=dates actor=Amorim action=visit}"},
      {"Who did Merkel call since she met Hollande?",
       "want=recipients actor=Merkel action=call after={want=dates actor=Merkel recipient=Hollande action=meet}"},
      {"What did Lula do after visiting Moscow?",
       "want=interactions party=Lula after={want=dates actor=Lula recipient=Moscow action=visit}"},
      {"Who called Merkel ahead of her visit to Ankara?",
       "want=actors recipient=Merkel action=call before={want=dates actor=Merkel recipient=Ankara action=visit}"},
      {"Who talked to Annan before the NATO summit?",
       "want=counterparts party=Annan action=talk before={want=dates party=NATO event=CONSULT about=summit}"},
      {"After Putin called Merkel, who called Hollande?",
       "want=actors recipient=Hollande action=call after={want=dates actor=Putin recipient=Merkel action=call}"},
      // A day is no event.
      {"Who met Putin after May 2012?", "want=counterparts party=Putin action=meet since=2012-06-01"},
      {"Who met Putin before 3 May?", "want=counterparts party=Putin action=meet until=2012-05-02"},
  };
  for (const Row& row : rows) {
    const std::string question = row.question;
    CAPTURE(question);
    const Result<Query> query = question_rules().understand(question, today);
    REQUIRE(query.ok());
    CHECK(to_text(*query) == row.query);
  }
}

TEST_CASE("after is later than the last such day, before is earlier than the first") {
  Query query;
  query.after = {days_of("A", "call")};
  query.before = {days_of("B", "meet")};
  const auto settled = settle_order(query, [](const Query& event) -> Result<Answer> {
    Answer answer;
    answer.query = event;
    if (event.actor[0] == "A") answer.answers = {"2012-03-05", "2012", "2012-03-07/2012-03-09"};
    if (event.actor[0] == "B") answer.answers = {"2012-05-02", "2012-06-01"};
    return answer;
  });
  REQUIRE(settled.ok());
  CHECK(to_text(*settled) == "want=interactions since=2012-03-10 until=2012-05-01");
}

TEST_CASE("an event of which no day is known stays, an ambiguous name is an error") {
  Query query;
  query.after = {days_of("A", "call")};
  const auto open = settle_order(query, [](const Query& event) -> Result<Answer> {
    Answer answer;
    answer.query = event;
    return answer;
  });
  REQUIRE(open.ok());
  CHECK(to_text(*open) == "want=interactions after={want=dates actor=A action=call}");
  const auto fault = settle_order(query, [](const Query&) -> Result<Answer> {
    Answer answer;
    answer.ambiguous = "A";
    answer.candidates = {"A one", "A two"};
    return answer;
  });
  REQUIRE(!fault.ok());
  CHECK(fault.error().message == "\"A\" may be A one or A two");
}
