#include <doctest/doctest.h>
#include <fmt/format.h>

#include <utility>

#include "query/fixture.h"
#include "query/rules.h"

using namespace demarche;

namespace {

using Flags = std::vector<std::pair<const char*, const char*>>;

Query from_flags(const Flags& flags) {
  Query query;
  for (const auto& [flag, value] : flags) {
    const Result<Done> done = add_condition(&query, flag, value);
    REQUIRE_MESSAGE(done.ok(), done.error().message);
  }
  return query;
}

std::string fault(const char* flag, const char* value) {
  Query query;
  const Result<Done> done = add_condition(&query, flag, value);
  CHECK(query == Query{});
  return done ? "accepted" : done.error().message;
}

std::string interactions(const Flags& flags) {
  const Result<Answer> answer = run(fixture::graph(), from_flags(flags));
  return answer ? fmt::format("{}", fmt::join(answer->interactions, " ")) : answer.error().message;
}

}  // namespace

TEST_CASE("flags and English give the same query") {
  struct Row {
    const char* question;
    Flags flags;
  };
  const Row rows[] = {
      {"Who did Merkel call in May 2012?",
       {{"want", "recipients"}, {"actor", "Merkel"}, {"action", "call"}, {"since", "2012-05"}, {"until", "2012-05"}}},
      {"Who talked to Lavrov about Syria?",
       {{"want", "counterparts"}, {"with", "Lavrov"}, {"action", "talk"}, {"about", "Syria"}}},
      {"Who talked to whom in Geneva?", {{"action", "talk"}, {"in", "Geneva"}}},
      {"Who is going to visit Germany?",
       {{"want", "actors"}, {"recipient", "Germany"}, {"action", "Visit"}, {"status", "planned"}}},
      {"When did Merkel and Putin speak on 10 April 2012?",
       {{"want", "dates"}, {"actor", "Merkel"}, {"recipient", "Putin"}, {"action", "talk"}, {"on", "2012-04-10"}}},
      {"What happened between Turkey and Syria?",
       {{"actor", "Turkey"}, {"recipient", "Syria"}, {"status", "any"}, {"either-way", "true"}}},
      {"Did Lavrov meet Davutoglu?",
       {{"want", "truth"}, {"actor", "Lavrov"}, {"recipient", "Davutoglu"}, {"action", "meet"}}},
      {"Who did Turkey attack?", {{"want", "recipients"}, {"actor", "Turkey"}, {"event", "assault"}}},
      {"Which Turkish officials did Merkel meet most?", {}},
  };
  for (const Row& row : rows) {
    const std::string question = row.question;
    CAPTURE(question);
    const Result<Query> query = question_rules().understand(question, "2012-06-15");
    if (row.flags.empty()) {
      CHECK(!query.ok());
      continue;
    }
    REQUIRE(query.ok());
    CHECK(to_text(*query) == to_text(from_flags(row.flags)));
    CHECK(*query == from_flags(row.flags));
  }
}

TEST_CASE("flags select interactions") {
  struct Row {
    Flags flags;
    const char* ids;
  };
  const Row rows[] = {
      {{{"party", "Merkel"}, {"action", "talk"}}, "i29 i18 i02 i26 i01 i06"},
      {{{"party", "Merkel"}, {"action", "call"}, {"since", "2012-03-06"}, {"until", "2012-04"}}, "i02 i26"},
      {{{"party", "Merkel"}, {"limit", "2"}, {"want", "counterparts"}}, "i29 i18 i02 i01"},
      {{{"event", "CONSULT"}, {"since", "2012-02-10"}, {"until", "2012-02-12"}}, "i05"},
      {{{"with-country", "TUR"}, {"action", "meet,host"}}, "i04 i06"},
      {{{"country", "Bosnia and Herzegovina"}}, "i28"},
      {{{"in", "Syria"}}, "i07"},
      {{{"in", "Damascus"}}, "i07"},
      {{{"in", "York"}, {"action", "meet"}}, "i19 i03"},
      {{{"about", "TRUCE"}}, "i21 i04 i07"},
      {{{"about", "ruce"}}, ""},
      {{{"about", "ambassador"}}, "i25"},
      {{{"status", "planned,possible"}}, "i09 i10 i23"},
      {{{"status", "any"}, {"min-confidence", "0.6"}, {"action", "visit"}}, "i09 i28 i07 i05 i11"},
      {{{"actor", "Lavrov"}, {"recipient", "Davutoğlu"}}, "i04"},
      {{{"actor", "Davutoğlu"}, {"recipient", "Lavrov"}}, "i04"},
      {{{"actor", "Putin"}, {"recipient", "Merkel"}}, "i02"},
      {{{"actor", "Putin"}, {"recipient", "Merkel"}, {"either-way", ""}}, "i29 i02 i01"},
      {{{"actor", "Narnia"}}, "no actor \"Narnia\" in this graph"},
  };
  for (const Row& row : rows) {
    const std::string query = to_text(from_flags(row.flags));
    CAPTURE(query);
    CHECK(interactions(row.flags) == row.ids);
  }
}

TEST_CASE("flags that make no sense") {
  CHECK(fault("actr", "x") == "no condition \"actr\"; nearest: actor");
  CHECK(fault("colour", "x") ==
        "no condition \"colour\"; known: about, action, actor, at-least, by, context, country, either-way, event, in, "
        "kind, "
        "limit, min-confidence, office, on, party, pick, place, recipient, rollup, since, status, until, want, with, "
        "with-country");
  CHECK(fault("since", "May") == "--since \"May\": no such date; write YYYY, YYYY-MM or YYYY-MM-DD");
  CHECK(fault("on", "2012-02-30") == "--on \"2012-02-30\": no such date; write YYYY, YYYY-MM or YYYY-MM-DD");
  CHECK(fault("status", "actual,planed") ==
        "--status \"actual,planed\": no such status; known: actual, planned, possible, denied, any");
  CHECK(fault("kind", "man") ==
        "--kind \"man\": no such kind; known: person, state, government, organisation, group, other");
  CHECK(fault("pick", "best") ==
        "--pick \"best\": no such choice; known: all, first, last, most, common, lapsed, number, unfulfilled, "
        "successor, predecessor");
  CHECK(fault("min-confidence", "2") == "--min-confidence \"2\": must be a number from 0 to 1");
  CHECK(fault("min-confidence", "nan") == "--min-confidence \"nan\": must be a number from 0 to 1");
  CHECK(fault("limit", "-1") == "--limit \"-1\": must be a whole number");
  CHECK(fault("either-way", "maybe") == "--either-way \"maybe\": must be true or false");
}

TEST_CASE("a query as text") {
  Query query;
  CHECK(to_text(query) == "want=interactions");
  query.party = {"Ban Ki-moon", "a\"b"};
  query.min_confidence = 0.5;
  query.limit = 3;
  CHECK(to_text(query) == "want=interactions party=\"Ban Ki-moon\",\"a\\\"b\" min-confidence=0.5 limit=3");
}

TEST_CASE("select() keeps what belongs to the interactions") {
  const Result<Graph> part = select(fixture::graph(), from_flags({{"party", "Annan"}, {"status", "any"}}));
  REQUIRE(part.ok());
  std::vector<std::string> actors, ids, sources;
  for (const Actor& each : part->actors) actors.push_back(each.id);
  for (const Interaction& each : part->interactions) ids.push_back(each.id);
  for (const Source& each : part->sources) sources.push_back(each.id);
  CHECK(actors == std::vector<std::string>{"SYR", "grp.fsa", "p.annan", "p.ban"});
  CHECK(ids == std::vector<std::string>{"i07", "i08", "i21"});
  CHECK(sources == std::vector<std::string>{"d07", "d08", "d21"});
  CHECK(part->mentions.size() == 3);
  CHECK(select(fixture::graph(), from_flags({{"party", "Clinton"}})).error().message ==
        "\"Clinton\" may be Hillary Clinton, Bill Clinton; give the whole name");
}
