// The merge rules of src/graph/README.md, one row a rule: statements in, interactions out.
#include <doctest/doctest.h>

#include "graph/graph_text.h"

namespace demarche {
namespace {

using test::graph_of;
using test::lines;
using Rows = std::vector<std::string>;

struct Case {
  const char* rule;
  Rows statements;
  Rows interactions;
};

const std::vector<Case> cases = {
    {"one statement",
     {"a 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual"},
     {"x.clinton call x.davutoglu 2010-05-13 actual 1 mentions 1 reports: actual"}},
    {"repeated in one document: a mention more, not an interaction",
     {"a 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual",
      "a 2010-05-14 | Clinton call Davutoglu | doc | actual"},
     {"x.clinton call x.davutoglu 2010-05-13 actual 2 mentions 1 reports: actual"}},
    {"told by two documents",
     {"a 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual",
      "b 2010-05-13 | Clinton call Davutoglu | doc | actual"},
     {"x.clinton call x.davutoglu 2010-05-13 actual 2 mentions 2 reports: actual actual"}},
    {"other days are other calls",
     {"a 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual",
      "b 2010-05-15 | Clinton call Davutoglu | 2010-05-14 | actual"},
     {"x.clinton call x.davutoglu 2010-05-13 actual 1 mentions 1 reports: actual",
      "x.clinton call x.davutoglu 2010-05-14 actual 1 mentions 1 reports: actual"}},
    {"other participants are another event",
     {"a 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual",
      "a 2010-05-14 | Clinton call Mottaki | 2010-05-13 | actual"},
     {"x.clinton call x.davutoglu 2010-05-13 actual 1 mentions 1 reports: actual",
      "x.clinton call x.mottaki 2010-05-13 actual 1 mentions 1 reports: actual"}},
    {"talk is refined to call",
     {"a 2010-05-14 | Clinton talk Davutoglu | 2010-05-13 | actual",
      "b 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual"},
     {"x.clinton call x.davutoglu 2010-05-13 actual 2 mentions 2 reports: actual actual"}},
    {"a meeting and a call are two, and talk joins the one of its document",
     {"a 2010-05-14 | Clinton meet Davutoglu | 2010-05-13 | actual",
      "b 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual",
      "b 2010-05-14 | Clinton talk Davutoglu | 2010-05-13 | actual"},
     {"x.clinton call x.davutoglu 2010-05-13 actual 2 mentions 1 reports: actual",
      "x.clinton meet x.davutoglu 2010-05-13 actual 1 mentions 1 reports: actual"}},
    {"reciprocal: who stands first does not matter",
     {"a 2010-05-14 | Clinton meet Davutoglu | 2010-05-13 | actual",
      "b 2010-05-14 | Davutoglu meet Clinton | 2010-05-13 | actual",
      "c 2010-05-14 | Davutoglu meet Clinton | 2010-05-13 | actual"},
     {"x.davutoglu meet x.clinton 2010-05-13 actual 3 mentions 3 reports: actual actual actual"}},
    {"two visitors share a side or stand on both",
     {"a 2010-05-14 | Lula+Erdogan meet Ahmadinejad | 2010-05-13 | actual",
      "b 2010-05-14 | Lula+Erdogan+Ahmadinejad meet - | 2010-05-13 | actual",
      "c 2010-05-14 | Lula+Erdogan+Ahmadinejad meet - | 2010-05-13 | actual"},
     {"x.ahmadinejad+x.erdogan+x.lula meet - 2010-05-13 actual 3 mentions 3 reports: actual actual actual"}},
    {"a host and his visitor tell of one event",
     {"a 2010-05-14 | Lula visit !IRN | 2010-05-13 | actual", "b 2010-05-14 | !IRN host Lula | 2010-05-13 | actual"},
     {"IRN host x.lula 2010-05-13 actual 2 mentions 2 reports: actual actual"}},
    {"hosting goes one way",
     {"a 2010-05-14 | Lula host Erdogan | 2010-05-13 | actual",
      "b 2010-05-14 | Erdogan host Lula | 2010-05-13 | actual"},
     {"x.erdogan host x.lula 2010-05-13 actual 1 mentions 1 reports: actual",
      "x.lula host x.erdogan 2010-05-13 actual 1 mentions 1 reports: actual"}},
    {"letters go one way",
     {"a 2010-05-14 | Obama write Khamenei | 2010-05 | actual",
      "b 2010-05-14 | Khamenei write Obama | 2010-05 | actual"},
     {"x.khamenei write x.obama 2010-05 actual 1 mentions 1 reports: actual",
      "x.obama write x.khamenei 2010-05 actual 1 mentions 1 reports: actual"}},
    {"synonyms",
     {"a 2010-05-14 | Clinton ACCUSE:condemn !IRN | 2010-05-13 | actual",
      "b 2010-05-14 | Clinton ACCUSE:denounce !IRN | 2010-05-13 | actual",
      "c 2010-05-14 | Clinton ACCUSE:condemn !IRN | 2010-05-13 | actual"},
     {"x.clinton condemn IRN 2010-05-13 actual 3 mentions 3 reports: actual actual actual"}},
    {"other acts are other events",
     {"a 2010-05-14 | Clinton SUPPORT:praise Lula | 2010-05-13 | actual",
      "a 2010-05-14 | Clinton SUPPORT:thank Lula | 2010-05-13 | actual",
      "a 2010-05-14 | Lula SUPPORT:thank Clinton | 2010-05-13 | actual"},
     {"x.clinton praise x.lula 2010-05-13 actual 1 mentions 1 reports: actual",
      "x.clinton thank x.lula 2010-05-13 actual 1 mentions 1 reports: actual",
      "x.lula thank x.clinton 2010-05-13 actual 1 mentions 1 reports: actual"}},
    {"the publication date reaches three days back",
     {"a 2010-05-14 | Clinton meet Lavrov | 2010-05-11 | actual", "b 2010-05-14 | Clinton meet Lavrov | doc | actual",
      "c 2010-05-15 | Clinton meet Lavrov | doc | actual"},
     {"x.clinton meet x.lavrov 2010-05-11 actual 2 mentions 2 reports: actual actual",
      "x.clinton meet x.lavrov 2010-05-15 actual 1 mentions 1 reports: actual"}},
    {"of two fitting days the publication date takes the nearer",
     {"a 2010-05-14 | Clinton meet Lavrov | 2010-05-11 | actual",
      "a 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | actual", "b 2010-05-14 | Clinton meet Lavrov | doc | actual"},
     {"x.clinton meet x.lavrov 2010-05-11 actual 1 mentions 1 reports: actual",
      "x.clinton meet x.lavrov 2010-05-13 actual 2 mentions 2 reports: actual actual"}},
    {"a month joins its only day",
     {"a 2010-05-14 | Clinton meet Lavrov | 2010-05-11 | actual",
      "b 2010-07-01 | Clinton meet Lavrov | 2010-05 | actual"},
     {"x.clinton meet x.lavrov 2010-05-11 actual 2 mentions 2 reports: actual actual"}},
    {"a month with two fitting days stays alone, with others like it",
     {"a 2010-05-14 | Clinton meet Lavrov | 2010-05-11 | actual",
      "a 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | actual",
      "b 2010-07-01 | Clinton meet Lavrov | 2010-05 | actual", "c 2010-07-02 | Clinton meet Lavrov | 2010-05 | actual"},
     {"x.clinton meet x.lavrov 2010-05 actual 2 mentions 2 reports: actual actual",
      "x.clinton meet x.lavrov 2010-05-11 actual 1 mentions 1 reports: actual",
      "x.clinton meet x.lavrov 2010-05-13 actual 1 mentions 1 reports: actual"}},
    {"sharp dates are placed before vague ones, wherever they stand",
     {"a 2010-07-01 | Clinton meet Lavrov | 2010-05 | actual",
      "b 2010-05-14 | Clinton meet Lavrov | 2010-05-11 | actual",
      "c 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | actual"},
     {"x.clinton meet x.lavrov 2010-05 actual 1 mentions 1 reports: actual",
      "x.clinton meet x.lavrov 2010-05-11 actual 1 mentions 1 reports: actual",
      "x.clinton meet x.lavrov 2010-05-13 actual 1 mentions 1 reports: actual"}},
    {"a week holds its days",
     {"a 2010-05-14 | Clinton meet Lavrov | 2010-05-11 | actual",
      "b 2010-05-16 | Clinton meet Lavrov | week 2010-05-13 | actual",
      "c 2010-05-23 | Clinton meet Lavrov | week 2010-05-17 | actual"},
     {"x.clinton meet x.lavrov 2010-05-11 actual 2 mentions 2 reports: actual actual",
      "x.clinton meet x.lavrov 2010-05-17 actual 1 mentions 1 reports: actual"}},
    {"days within an interval",
     {"a 2010-05-18 | Lula visit !IRN | 2010-05-15/2010-05-17 | actual",
      "b 2010-05-18 | Lula visit !IRN | 2010-05-15/2010-05-17 | actual",
      "c 2010-05-16 | Lula visit !IRN | 2010-05-16 | actual"},
     {"x.lula visit IRN 2010-05-15/2010-05-17 actual 3 mentions 3 reports: actual actual actual"}},
    {"nothing dates it: a season",
     {"a 2010-05-14 | Obama write Khamenei | - | actual", "b 2010-06-14 | Obama write Khamenei | - | actual",
      "c 2011-06-14 | Obama write Khamenei | - | actual"},
     {"x.obama write x.khamenei - actual 1 mentions 1 reports: actual",
      "x.obama write x.khamenei - actual 2 mentions 2 reports: actual actual"}},
    {"documents without date",
     {"a - | Obama write Khamenei | - | actual", "b - | Obama write Khamenei | - | actual"},
     {"x.obama write x.khamenei - actual 2 mentions 2 reports: actual actual"}},
    {"a plan and its fulfilment",
     {"a 2010-05-10 | Lula visit !IRN | 2010-05 | planned", "b 2010-05-16 | Lula visit !IRN | 2010-05-15 | actual"},
     {"x.lula visit IRN 2010-05-15 actual 2 mentions 2 reports: planned actual"}},
    {"a plan without date is fulfilled within a season",
     {"a 2010-05-10 | Lula visit !IRN | - | planned", "b 2010-06-16 | Lula visit !IRN | 2010-06-15 | actual",
      "c 2010-01-10 | Lula visit !TUR | - | planned", "d 2010-06-16 | Lula visit !TUR | 2010-06-15 | actual"},
     {"x.lula visit IRN 2010-06-15 actual 2 mentions 2 reports: planned actual",
      "x.lula visit TUR - planned 1 mentions 1 reports: planned",
      "x.lula visit TUR 2010-06-15 actual 1 mentions 1 reports: actual"}},
    {"a plan that is told after an event is of another event",
     {"a 2010-05-16 | Lula meet Erdogan | 2010-05-15 | actual", "b 2010-05-17 | Lula meet Erdogan | 2010-05 | planned"},
     {"x.lula meet x.erdogan 2010-05 planned 1 mentions 1 reports: planned",
      "x.lula meet x.erdogan 2010-05-15 actual 1 mentions 1 reports: actual"}},
    {"met, and will meet again: one document tells of two",
     {"a 2010-05-16 | Lula meet Erdogan | 2010-05-15 | actual", "a 2010-05-16 | Lula meet Erdogan | - | planned"},
     {"x.lula meet x.erdogan - planned 1 mentions 1 reports: planned",
      "x.lula meet x.erdogan 2010-05-15 actual 1 mentions 1 reports: actual"}},
    {"alleged, then told as fact",
     {"a 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | possible",
      "b 2010-05-15 | Clinton meet Lavrov | 2010-05-13 | actual"},
     {"x.clinton meet x.lavrov 2010-05-13 actual 2 mentions 2 reports: possible actual"}},
    {"alleged, then denied",
     {"a 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | possible",
      "b 2010-05-15 | Clinton meet Lavrov | doc | denied"},
     {"x.clinton meet x.lavrov 2010-05-13 denied 2 mentions 2 reports: possible denied"}},
    {"planned, then cancelled",
     {"a 2018-05-10 | Trump meet Kim | 2018-06-12 | planned", "b 2018-05-25 | Trump meet Kim | 2018-06-12 | denied"},
     {"x.trump meet x.kim 2018-06-12 denied 2 mentions 2 reports: planned denied"}},
    {"cancelled, then on again, then held",
     {"a 2018-05-10 | Trump meet Kim | 2018-06-12 | planned", "b 2018-05-25 | Trump meet Kim | 2018-06-12 | denied",
      "c 2018-06-01 | Trump meet Kim | 2018-06-12 | planned"},
     {"x.trump meet x.kim 2018-06-12 planned 3 mentions 3 reports: planned denied planned"}},
    {"planned, postponed to another day, then held",
     {"a 2010-05-01 | Clinton meet Davutoglu | 2010-05-05 | planned",
      "b 2010-05-04 | Clinton meet Davutoglu | doc | postponed>2010-05-12",
      "c 2010-05-13 | Clinton meet Davutoglu | 2010-05-12 | actual"},
     {"x.clinton meet x.davutoglu 2010-05-12 actual 3 mentions 3 reports: planned postponed actual"}},
    {"planned, then postponed to another day: a plan still, for the new day",
     {"a 2010-05-01 | Clinton meet Davutoglu | 2010-05-05 | planned",
      "b 2010-05-04 | Clinton meet Davutoglu | doc | postponed>2010-05-12"},
     {"x.clinton meet x.davutoglu 2010-05-12 planned 2 mentions 2 reports: planned postponed"}},
    {"postponed twice",
     {"a 2010-05-01 | Lula visit !IRN | 2010-05-05 | planned",
      "b 2010-05-04 | Lula visit !IRN | doc | postponed>2010-05-12",
      "c 2010-05-11 | Lula visit !IRN | doc | postponed>2010-06",
      "d 2010-06-16 | Lula visit !IRN | 2010-06-15 | actual"},
     {"x.lula visit IRN 2010-06-15 actual 4 mentions 4 reports: planned postponed postponed actual"}},
    {"postponed without a day, then held on the one day of the season",
     {"a 2010-05-01 | Lula visit !IRN | 2010-05-05 | planned", "b 2010-05-04 | Lula visit !IRN | doc | postponed",
      "c 2010-06-16 | Lula visit !IRN | 2010-06-15 | actual"},
     {"x.lula visit IRN 2010-06-15 actual 3 mentions 3 reports: planned postponed actual"}},
    {"postponed without a day: which of two later meetings it became, nobody says",
     {"a 2010-05-01 | Clinton meet Davutoglu | 2010-05-05 | planned",
      "b 2010-05-04 | Clinton meet Davutoglu | doc | postponed",
      "c 2010-05-20 | Clinton meet Davutoglu | 2010-05-19 | actual",
      "d 2010-06-20 | Clinton meet Davutoglu | 2010-06-19 | actual"},
     {"x.clinton meet x.davutoglu 2010-05-05 denied 2 mentions 2 reports: planned postponed",
      "x.clinton meet x.davutoglu 2010-05-19 actual 1 mentions 1 reports: actual",
      "x.clinton meet x.davutoglu 2010-06-19 actual 1 mentions 1 reports: actual"}},
    {"postponed, then cancelled",
     {"a 2010-05-01 | Lula visit !IRN | 2010-05-05 | planned",
      "b 2010-05-04 | Lula visit !IRN | doc | postponed>2010-05-12",
      "c 2010-05-11 | Lula visit !IRN | 2010-05-12 | cancelled"},
     {"x.lula visit IRN 2010-05-12 denied 3 mentions 3 reports: planned postponed cancelled"}},
    {"the postponed meeting is not the one that was held before",
     {"a 2010-05-03 | Clinton meet Davutoglu | 2010-05-02 | actual",
      "b 2010-05-04 | Clinton meet Davutoglu | doc | postponed>2010-05-12"},
     {"x.clinton meet x.davutoglu 2010-05-02 actual 1 mentions 1 reports: actual",
      "x.clinton meet x.davutoglu 2010-05-12 planned 1 mentions 1 reports: postponed"}},
    {"a meeting that is called off was to come: it is not the one that took place",
     {"a 2022-02-21 | Lavrov meet LeDrian | 2022-02-21 | actual",
      "b 2022-02-23 | Lavrov meet LeDrian | doc | cancelled"},
     {"x.lavrov meet x.ledrian 2022-02-21 actual 1 mentions 1 reports: actual",
      "x.lavrov meet x.ledrian 2022-02-23 denied 1 mentions 1 reports: cancelled"}},
    {"a vague plan that was denied is not what took place later",
     {"a 2010-05-01 | Lula visit !IRN | 2010-05 | planned", "b 2010-05-10 | Lula visit !IRN | 2010-05 | denied",
      "c 2010-05-26 | Lula visit !IRN | 2010-05-25 | actual"},
     {"x.lula visit IRN 2010-05 denied 2 mentions 2 reports: planned denied",
      "x.lula visit IRN 2010-05-25 actual 1 mentions 1 reports: actual"}},
    {"one document never bridges its own denial",
     {"a 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | actual",
      "a 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | denied"},
     {"x.clinton meet x.lavrov 2010-05-13 actual 1 mentions 1 reports: actual",
      "x.clinton meet x.lavrov 2010-05-13 denied 1 mentions 1 reports: denied"}},
    {"a dispute: one source asserts the day, another denies it",
     {"a 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | actual",
      "b 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | denied"},
     {"x.clinton meet x.lavrov 2010-05-13 actual 2 mentions 2 reports: actual denied"}},
    {"a dispute that the denial wins by number of reports",
     {"a 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | actual",
      "b 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | denied",
      "c 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | denied"},
     {"x.clinton meet x.lavrov 2010-05-13 denied 3 mentions 3 reports: actual denied denied"}},
    {"an undated denial disputes only what had been asserted",
     {"a 2010-05-14 | Clinton meet Lavrov | doc | denied", "b 2010-05-16 | Clinton meet Lavrov | 2010-05-15 | actual"},
     {"x.clinton meet x.lavrov 2010-05-14 denied 1 mentions 1 reports: denied",
      "x.clinton meet x.lavrov 2010-05-15 actual 1 mentions 1 reports: actual"}},
    {"a state stands for its president",
     {"a 2010-05-14 | Obama@USA call Medvedev@RUS | 2010-05-13 | actual",
      "b 2010-05-14 | Obama@USA call !RUS | 2010-05-13 | actual",
      "b 2010-05-14 | Obama@USA call !CHN | 2010-05-13 | actual"},
     {"x.obama-usa call CHN 2010-05-13 actual 1 mentions 1 reports: actual",
      "x.obama-usa call x.medvedev-rus 2010-05-13 actual 2 mentions 2 reports: actual actual"}},
    {"a state that two could stand for stays itself",
     {"a 2010-05-14 | Obama@USA call Medvedev@RUS | 2010-05-13 | actual",
      "a 2010-05-14 | Obama@USA call Putin@RUS | 2010-05-13 | actual",
      "b 2010-05-14 | Obama@USA call !RUS | 2010-05-13 | actual"},
     {"x.obama-usa call RUS 2010-05-13 actual 1 mentions 1 reports: actual",
      "x.obama-usa call x.medvedev-rus 2010-05-13 actual 1 mentions 1 reports: actual",
      "x.obama-usa call x.putin-rus 2010-05-13 actual 1 mentions 1 reports: actual"}},
    {"a visit to a state and a meeting with its president are two",
     {"a 2010-05-16 | Lula@BRA visit !IRN | 2010-05-15 | actual",
      "a 2010-05-16 | Lula@BRA meet Ahmadinejad@IRN | 2010-05-15 | actual"},
     {"x.lula-bra meet x.ahmadinejad-irn 2010-05-15 actual 1 mentions 1 reports: actual",
      "x.lula-bra visit IRN 2010-05-15 actual 1 mentions 1 reports: actual"}},
    {"nobody does nothing", {"a 2010-05-16 | - visit - | 2010-05-15 | actual"}, {}},
};

TEST_CASE("merge rules") {
  for (const Case& c : cases) {
    CAPTURE(c.rule);
    CHECK(test::joined(lines(graph_of(c.statements)), "\n") == test::joined(c.interactions, "\n"));
  }
}

TEST_CASE("a visit contains its meetings") {
  const Graph graph = graph_of({"a 2010-05-18 | Lula@BRA visit !IRN | 2010-05-15/2010-05-17 | actual",
                                "a 2010-05-18 | Lula@BRA meet Ahmadinejad@IRN | 2010-05-16 | actual",
                                "a 2010-05-18 | Lula@BRA meet Erdogan@TUR | 2010-05-16 | actual",
                                "a 2010-05-18 | Lula@BRA meet Mottaki@IRN | 2010-05-18 | actual",
                                "a 2010-05-18 | Lula@BRA meet Khamenei@IRN | 2010-05-17 | planned"});
  std::map<std::string, std::string> part_of;
  std::string visit;
  for (const Interaction& i : graph.interactions) {
    if (i.action == "visit") visit = i.id;
    part_of[i.recipient.front()] = i.part_of;
  }
  REQUIRE(!visit.empty());
  CHECK(part_of["x.ahmadinejad-irn"] == visit);
  CHECK(part_of["x.erdogan-tur"].empty());
  CHECK(part_of["x.mottaki-irn"].empty());
  CHECK(part_of["x.khamenei-irn"].empty());
  CHECK(part_of["IRN"].empty());
}

TEST_CASE("wire copies are one independent report") {
  std::vector<test::Told> statements;
  const std::uint64_t texts[] = {0xF0F0F0F0F0F0F0F0, 0xF0F0F0F0F0F0F0F1, 0x0F0F0F0F0F0F0F0F, 0, 0};
  for (std::uint32_t i = 0; i < 5; ++i) {
    const std::string doc(1, static_cast<char>('a' + i));
    statements.push_back(test::told(doc + " 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual", i));
    statements.back().source.fingerprint = texts[i];
  }
  GraphBuilder builder;
  test::add(statements, &builder);
  const Graph graph = builder.finish();
  REQUIRE(graph.interactions.size() == 1);
  CHECK(graph.interactions[0].reports == 5);
  CHECK(graph.interactions[0].independent == 4);
  CHECK(graph.interactions[0].confidence == doctest::Approx(0.9375));
}

TEST_CASE("what most documents say") {
  std::vector<test::Told> statements =
      test::told(std::vector<std::string>{"a 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | actual",
                                          "b 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | actual",
                                          "c 2010-05-14 | Clinton meet Lavrov | 2010-05-13 | actual"});
  statements[0].mention.topic = {"Arms", "Iran"};
  statements[1].mention.topic = {"iran"};
  statements[2].mention.topic = {"iran", "Iran"};
  statements[0].mention.event_loc = Location{"Geneva", "", "", ""};
  statements[1].mention.event_loc = Location{"the Swiss city", "Geneva", "CHE", ""};
  statements[2].mention.event_loc = Location{"Bern", "", "", ""};
  statements[0].mention.context = {"military", "diplomatic"};
  statements[1].mention.context = {"cbrn", "military"};
  statements[1].mention.confidence = 0.9;
  statements[1].mention.event_scale = 4;
  statements[1].mention.quad_code = 1;
  statements[1].mention.mode = "multilateral";
  GraphBuilder builder;
  test::add(statements, &builder);
  const Graph graph = builder.finish();
  REQUIRE(graph.interactions.size() == 1);
  const Interaction& i = graph.interactions[0];
  CHECK(i.topic == std::vector<std::string>{"Iran", "Arms"});
  CHECK(i.place == "Geneva");
  CHECK(i.context == std::vector<std::string>{"cbrn", "diplomatic", "military"});
  CHECK(i.event_scale == 4);
  CHECK(i.quad_code == 1);
  CHECK(i.mode == "multilateral");
  CHECK(i.mentions == std::vector<std::string>{"m.a.0", "m.b.1", "m.c.2"});
}

TEST_CASE("look-ups") {
  const Graph graph = graph_of({"a 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual"});
  REQUIRE(graph.actor("x.clinton") != nullptr);
  CHECK(graph.actor("x.clinton")->name == "Clinton");
  CHECK(graph.actor("x.clintons") == nullptr);
  REQUIRE(graph.mention("m.a.0") != nullptr);
  REQUIRE(graph.source("a") != nullptr);
  CHECK(graph.source("") == nullptr);
  CHECK(graph.interaction(graph.interactions[0].id) == &graph.interactions[0]);
  CHECK(graph.interaction("i.") == nullptr);
}

TEST_CASE("adding a document again replaces its mentions") {
  GraphBuilder builder;
  test::add(test::told(Rows{"a 2010-05-14 | Clinton call Davutoglu | 2010-05-13 | actual"}), &builder);
  test::add(test::told(Rows{"a 2010-05-14 | Clinton call Lavrov | 2010-05-13 | actual"}), &builder);
  CHECK(lines(builder.finish()) == Rows{"x.clinton call x.lavrov 2010-05-13 actual 1 mentions 1 reports: actual"});
}

}  // namespace
}  // namespace demarche
