// One event told by many texts, from the texts to the answer: plans and what became of them, copies, quarrels of
// sources, visits and their meetings; and the same graph from any split of the texts, in any order.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

#include "program_run.h"

namespace demarche::cli {
namespace {

using nlohmann::json;

struct Text {
  const char *id, *date, *text;
};

const std::vector<Text> texts = {
    {"a1", "2021-03-02",
     "Foreign Minister Heiko Maas will visit Turkey on 10 March 2021. German officials announced the trip on Tuesday."},
    {"a2", "2021-03-11",
     "German Foreign Minister Heiko Maas visited Turkey on 10 March 2021. He met Turkish Foreign Minister Mevlut "
     "Cavusoglu in Ankara on 10 March 2021. They discussed refugees and trade over a long lunch at the ministry."},
    {"a3", "2021-03-11",
     "German Foreign Minister Heiko Maas visited Turkey on 10 March 2021. He met Turkish Foreign Minister Mevlut "
     "Cavusoglu in Ankara on 10 March 2021. They discussed refugees and trade over a long lunch at the ministry."},
    {"a4", "2021-03-12", "Heiko Maas met Mevlut Cavusoglu in Istanbul on 10 March 2021, an official said."},
    {"a5", "2021-03-12", "Heiko Maas met Mevlut Cavusoglu on 11 March 2021."},
    {"b1", "2021-04-01",
     "Polish President Andrzej Duda called Ukrainian President Volodymyr Zelensky on 31 March 2021."},
    {"b2", "2021-04-01",
     "Ukrainian President Volodymyr Zelensky called Polish President Andrzej Duda on 31 March 2021."},
    {"c1", "2021-05-02", "French President Emmanuel Macron met Iranian President Hassan Rouhani on 1 May 2021."},
    {"c2", "2021-05-03",
     "The French government denied that President Emmanuel Macron met Iranian President Hassan Rouhani on 1 May 2021."},
    {"d1", "2021-06-01", "British Foreign Secretary Dominic Raab plans to visit India on 14 June 2021."},
    {"d2", "2021-06-10", "British Foreign Secretary Dominic Raab has cancelled his visit to India on 14 June 2021."},
};

std::string line_of(const Text& t) {
  return json{{"id", t.id}, {"date", t.date}, {"text", t.text}, {"url", std::string("https://e.org/") + t.id}}.dump() +
         "\n";
}

std::string graph_of(const std::string& store) { return demarche("export " + store + " --to json").out; }

struct WithTexts {
  TemporaryFolder here;
  WithTexts() {
    std::string all;
    for (const Text& t : texts) all += line_of(t);
    here.write("all.jsonl", all);
    REQUIRE(demarche("build all.jsonl -o all.db").code == 0);
  }
};

TEST_CASE_FIXTURE(WithTexts, "copies and follow-ups add reports; a plan and its fulfilment are one event") {
  const std::string talks = demarche("talks all.db --with Maas --action any --until 2021-03-10").out;
  CHECK(talks.find("3 reports, 2 independent, part of the visit Heiko Maas → Turkey\n") != std::string::npos);
  CHECK(talks.find("Heiko Maas → Turkey: visit, 3 reports, 2 independent; planned 2021-03-02, actual 2021-03-11\n"
                   "  German Foreign Minister Heiko Maas [visited] Turkey on 10 March 2021.\n") != std::string::npos);
  CHECK(demarche("ask all.db \"How many sources report the meeting between Maas and Cavusoglu?\"")
            .out.starts_with("2 interactions, 4 reports, 3 independent\n"));
}

TEST_CASE_FIXTURE(WithTexts, "each step of a status has its day and its sentence") {
  const json page = json::parse(demarche("talks all.db --with Raab --action visit --status any --format json").out);
  REQUIRE(page["interactions"].size() == 1);
  const json& visit = page["interactions"][0];
  CHECK(visit["status"] == "denied");
  REQUIRE(visit["history"].size() == 2);
  CHECK(visit["history"][0]["status"] == "planned");
  CHECK(visit["history"][0]["said"] == "2021-06-01");
  CHECK(visit["history"][1]["status"] == "cancelled");
  CHECK(visit["history"][1]["said"] == "2021-06-10");
  CHECK(visit["history"][1]["mention"] == visit["mentions"][0]["id"]);
  CHECK(demarche("ask all.db \"Which planned visits never took place?\"").out.starts_with("Dominic Raab → India\n"));
}

TEST_CASE_FIXTURE(WithTexts, "sources quarrel about whether, when, where and who whom") {
  const json page = json::parse(demarche("disputes all.db --format json").out);
  std::set<std::string> about;
  for (const json& row : page["disputes"]) about.insert(row["about"].get<std::string>());
  CHECK(about == std::set<std::string>{"happened", "date", "place", "direction"});
  CHECK(demarche("ask all.db \"Did Macron meet Rouhani?\"").out.starts_with("unknown\n"));
}

TEST_CASE_FIXTURE(WithTexts, "a name that is none is no topic either, unless the texts hold it") {
  CHECK(demarche("ask all.db \"Who met Mevlut Cavusoglo?\"") ==
        failed(2, "no actor \"Mevlut Cavusoglo\" in this graph; nearest: Mevlut Cavusoglu"));
  CHECK(demarche("ask all.db \"Who discussed the lunch?\"").err ==
        "demarche: nothing found for want=counterparts action=talk about=\"the lunch\" status=actual\n");
  CHECK(demarche("ask all.db \"Who discussed refugees?\"").out.starts_with("Heiko Maas\nMevlut Cavusoglu\n"));
}

// Catherine Ashton spoke for the European Union in 2010 and for nobody but her country before; Britain was no member
// any more in 2021.
TEST_CASE("states, organisations and blocs inherit by the day") {
  TemporaryFolder here;
  here.write("docs.jsonl",
             R"({"id":"r1","date":"2010-03-02","text":"Catherine Ashton met Sergei Lavrov in Moscow on 1 March 2010."})"
             "\n"
             R"({"id":"r2","date":"2002-03-02","text":"Catherine Ashton met Igor Ivanov on 1 March 2002."})"
             "\n"
             R"({"id":"r3","date":"2019-03-02","text":"Theresa May met Hassan Rouhani on 1 March 2019."})"
             "\n"
             R"({"id":"r4","date":"2021-03-02","text":"Boris Johnson met Hassan Rouhani on 1 March 2021."})"
             "\n"
             // A prince of Andorra from the day on which he became president.
             R"({"id":"r5","date":"2022-03-02","text":"Emmanuel Macron met Olaf Scholz on 1 March 2022."})"
             "\n");
  REQUIRE(demarche("build docs.jsonl -o g.db").code == 0);
  const auto ties = [](const std::string& flags) {
    std::set<std::string> out;
    const json page = json::parse(demarche("talks g.db --format json " + flags).out);
    for (const json& row : page["ties"]) {
      out.insert(row["one"].get<std::string>() + "-" + row["other"].get<std::string>() + " " +
                 row["first"].get<std::string>());
    }
    return out;
  };
  const std::set<std::string> by_day = {"Russia-European Union 2010-03-01", "United Kingdom-Russia 2002-03-01",
                                        "United Kingdom-Iran 2019-03-01", "Germany-France 2022-03-01"};
  CHECK(ties("--rollup organisation") == by_day);
  CHECK(ties("--rollup country") == by_day);
  const std::set<std::string> blocs = ties("--rollup bloc --with Rouhani");
  CHECK(blocs.count("European Union-OPEC 2019-03-01") == 1);
  CHECK(ties("--rollup bloc --with Rouhani --since 2020").count("European Union-OPEC 2021-03-01") == 0);
}

TEST_CASE_FIXTURE(WithTexts, "any split of the texts, in any order, gives the same graph") {
  const std::string expected = graph_of("all.db");
  REQUIRE(expected.size() > 1000);
  std::vector<Text> shuffled = texts;
  for (unsigned seed = 0; seed < 6; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    std::string parts[3];
    for (const Text& t : shuffled) parts[random() % 3] += line_of(t);
    std::string stores;
    for (int i = 0; i < 3; ++i) {
      if (parts[i].empty()) continue;
      const std::string name = "part" + std::to_string(seed) + std::to_string(i);
      here.write(name + ".jsonl", parts[i]);
      REQUIRE(demarche("build " + name + ".jsonl -o " + name + ".db").code == 0);
      stores = name + ".db " + stores;
    }
    const std::string merged = "merged" + std::to_string(seed) + ".db";
    REQUIRE(demarche("merge " + stores + "-o " + merged).code == 0);
    REQUIRE(graph_of(merged) == expected);
  }
}

}  // namespace
}  // namespace demarche::cli
