// profile, timeline, path, top, communities, disputes, changes: the tables of the query model.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "program_run.h"
#include "sample_graph.h"

namespace demarche::cli {
namespace {

using nlohmann::json;

// Clinton called Davutoglu; another paper has it that he called her a day later, and Ankara denies any call; Davutoglu
// met Lavrov in Geneva, or in Vienna.
Graph quarrelling_graph() {
  GraphBuilder builder;
  const auto tell = [&](const std::string& doc, const std::string& said, Mention m) {
    m.id = "m-" + doc;
    m.doc = doc;
    Document document;
    document.id = doc;
    document.date = said;
    document.text = "Text of its own of document " + doc;
    document.publication = "Paper " + doc;
    document.url = "https://e.org/" + doc;
    builder.add(document, {m});
  };
  const Mention call = sample_mentions()[0].second;
  Mention turned = call;
  std::swap(turned.actor, turned.recipient);
  turned.date = "2010-05-14";
  Mention same_day = turned;
  same_day.date = call.date;
  Mention denial = call;
  denial.status = Status::denied;
  Mention met = call;
  met.action = "meet";
  met.mode = "meeting";
  met.reciprocal = true;
  met.date = "2010-06-02";
  met.actor = {sample_entity("Ahmet Davutoglu", "p.ahmet-davutoglu", "TUR")};
  met.recipient = {sample_entity("Sergei Lavrov", "p.sergei-lavrov", "RUS")};
  met.event_loc = Location{"Geneva", "Geneva", "CHE", ""};
  Mention elsewhere = met;
  elsewhere.event_loc = Location{"Vienna", "Vienna", "AUT", ""};
  tell("a", "2010-05-14", call);
  tell("b", "2010-05-14", turned);
  tell("c", "2010-05-15", denial);
  tell("d", "2010-05-15", same_day);
  tell("e", "2010-06-03", met);
  tell("f", "2010-06-03", elsewhere);
  return builder.finish();
}

struct WithQuarrel {
  TemporaryFolder here;
  WithQuarrel() { here.write("g.json", write_json(quarrelling_graph())); }
};

json rows(const std::string& words, const std::string& section) {
  const ProgramRun run = demarche(words + " --format json");
  CHECK_MESSAGE(run.code == 0, run.err);
  return json::parse(run.out)[section];
}

TEST_CASE_FIXTURE(WithQuarrel, "disputes: whether, when, where, who whom") {
  std::string told;
  for (const json& row : rows("disputes g.json", "disputes")) {
    told += row["about"].get<std::string>() + " " + row["version"].get<std::string>() + "; ";
  }
  CHECK(told.find("happened happened; happened denied; ") != std::string::npos);
  CHECK(told.find("date 2010-05-13; date 2010-05-14; ") != std::string::npos);
  CHECK(told.find("place Austria; place Switzerland; ") != std::string::npos);
  CHECK(told.find("direction Ahmet Davutoglu → Hillary Clinton; direction Hillary Clinton → Ahmet Davutoglu; ") !=
        std::string::npos);
  CHECK(rows("disputes g.json --with Lavrov", "disputes").size() == 2);
  // Sources that agree are in no dispute.
  here.write("s.json", write_json(sample_graph()));
  CHECK(demarche("disputes s.json") == ProgramRun{0, "", "demarche: nothing found for want=disputes\n"});
}

TEST_CASE_FIXTURE(WithQuarrel, "a path, and what holds its ends together") {
  const json path = rows("path g.json Clinton Lavrov", "path");
  REQUIRE(path.size() == 2);
  CHECK(path[0]["from"] == "Hillary Clinton");
  CHECK(path[0]["to"] == "Ahmet Davutoglu");
  CHECK(path[1]["to"] == "Sergei Lavrov");
  CHECK(path[1]["sentence"].get<std::string>().find("[called]") != std::string::npos);
  CHECK(rows("path g.json Clinton Lavrov --by cut", "cut").size() == 1);
  CHECK(rows("path g.json USA Russia --rollup country --by strongest", "path").size() == 2);
  // Blocs are no actors of the graph: their members are.
  const std::string blocs = "path g.json NATO 'Shanghai Cooperation Organization' --rollup bloc";
  CHECK(rows(blocs, "path").size() == 1);
  CHECK(!rows(blocs + " --by cut", "cut").empty());
  CHECK(demarche("path g.json Clinton Lavrov --until 2010-05-20 --exit-status").code == 1);
  CHECK(demarche("path g.json Clinton Nobody").code == 2);
}

TEST_CASE_FIXTURE(WithQuarrel, "top and communities") {
  const json top = rows("top g.json --by betweenness", "top");
  CHECK(top[0]["name"] == "Ahmet Davutoglu");
  CHECK(top[0]["contacts"] == 2);
  CHECK(top[0]["betweenness"] == 1.0);
  CHECK(rows("top g.json --rollup country --limit 1", "top")[0]["name"] == "Turkey");
  CHECK(rows("top g.json --until 2010-05-31", "top").size() == 2);
  CHECK(rows("communities g.json", "communities")[0]["size"] == 3);
  CHECK(demarche("top g.json --by size").code == 2);
}

TEST_CASE_FIXTURE(WithQuarrel, "profile, comparison and timeline") {
  CHECK(rows("profile g.json Davutoglu", "actor")[0]["country"] == "Turkey");
  CHECK(rows("profile g.json Davutoglu", "offices")[0]["office"] == "Prime Minister");
  const json ties = rows("profile g.json Davutoglu", "ties");
  CHECK(ties.size() == 2);
  CHECK(rows("profile g.json Clinton Lavrov", "common contacts")[0]["name"] == "Ahmet Davutoglu");
  const json timeline = rows("timeline g.json Davutoglu", "timeline");
  CHECK(timeline[0]["date"] == "2010-05-13");
  CHECK(timeline.back()["date"] == "2010-06-02");
  CHECK(rows("timeline g.json Davutoglu Lavrov", "timeline").size() == 1);
}

TEST_CASE_FIXTURE(WithQuarrel, "changes: what documents of the time told first") {
  CHECK(demarche("changes g.json").code == 2);
  CHECK(rows("changes g.json --since 2010-06", "new interactions").size() == 1);
  CHECK(rows("changes g.json --since 2010-06", "first contacts")[0]["one"] == "Ahmet Davutoglu");
  CHECK(rows("changes g.json --since 2010-06", "new actors")[0]["name"] == "Sergei Lavrov");
  const json status = rows("changes g.json --since 2010-05-15 --until 2010-05", "status changes");
  REQUIRE(status.size() == 1);
  CHECK(status[0]["was"] == "actual");
  CHECK(status[0]["now"] == "denied");
}

TEST_CASE_FIXTURE(WithQuarrel, "the same table in every format") {
  CHECK(demarche("top g.json --limit 1 --format csv").out ==
        "rank,name,kind,country,contacts,interactions,betweenness,pagerank,core,clustering\n"
        "1,Ahmet Davutoglu,person,TUR,2,3,1,0.4865,1,0\n");
  CHECK(demarche("top g.json --limit 1 --format tsv").out.find("1\tAhmet Davutoglu\tperson") != std::string::npos);
  CHECK(json::parse(demarche("top g.json --limit 1 --format jsonl").out)["rank"] == 1);
  CHECK(demarche("top g.json --limit 1 --format markdown").out.find("| 1 | Ahmet Davutoglu | person |") !=
        std::string::npos);
  CHECK(demarche("profile g.json Clinton --format csv").out.starts_with("section,row,column,value\nactor,1,name,"));
  CHECK(demarche("talks g.json --rollup country --format csv").out.find("Turkey,United States,2") != std::string::npos);
  CHECK(demarche("ask g.json 'Who met Lavrov?' --format markdown").out.starts_with("- Ahmet Davutoglu\n"));
}

TEST_CASE_FIXTURE(WithQuarrel, "a picture of an answer") {
  CHECK(demarche("ask g.json 'Who met Lavrov?' --dot").out.starts_with("digraph"));
  CHECK(demarche("ask g.json --dot 'Who met Lavrov?'").out.find("Clinton") == std::string::npos);
  CHECK(demarche("talks g.json --with Clinton --svg x.svg").out.find("Hillary Clinton") != std::string::npos);
  CHECK(read_whole("x.svg").find("<svg") != std::string::npos);
  // A value of --svg is a file only where it looks like one.
  CHECK(demarche("path g.json --svg Clinton Lavrov").out.find("<svg") != std::string::npos);
}

TEST_CASE_FIXTURE(WithQuarrel, "how a question was understood") {
  CHECK(demarche("ask g.json 'Who met Lavrov?' --explain")
            .out.starts_with("understood as: Who called, met, thanked … X. (Q-who-action-x)\nwant=counterparts "
                             "party=Lavrov action=meet\n\n"));
}

TEST_CASE_FIXTURE(WithQuarrel, "a store and its JSON answer alike") {
  demarche("merge g.json -o g.db");
  for (const char* words : {"ask G 'Who met Lavrov?'", "ask G 'Did Clinton call Davutoglu?'", "profile G Davutoglu",
                            "path G Clinton Lavrov", "top G", "disputes G", "changes G --since 2010-06",
                            "ask G 'Who knows both Clinton and Lavrov?'", "talks G --status any --about iran",
                            "talks G --rollup country", "timeline G Lavrov", "ask G 'Who met Nobody?'"}) {
    CAPTURE(std::string(words));
    const auto on = [&](const std::string& graph) {
      std::string line = words;
      return demarche(line.replace(line.find(" G") + 1, 1, graph) + " --format json");
    };
    CHECK(on("g.db") == on("g.json"));
  }
}

}  // namespace
}  // namespace demarche::cli
