#include "demarche/import.h"

#include <doctest/doctest.h>

#include <sstream>

#include "export/export_program.h"
#include "export/sample.h"

using namespace demarche;

namespace {

struct Imported {
  Graph graph;
  RowCounts counts;
  std::string problems, error;
};

Imported import(const std::string& rows, RowFormat format = RowFormat::automatic) {
  Imported out;
  std::istringstream in(rows);
  RowOptions options;
  options.format = format;
  options.country_code = [](std::string_view name) {
    return std::string(name == "Turkey" ? "TUR" : name == "Russian Federation" ? "RUS" : "");
  };
  options.on_problem = [&out](const std::string& problem) { out.problems += problem + "\n"; };
  GraphBuilder builder;
  const auto counts = import_rows(in, "a.csv", options, &builder);
  if (!counts) {
    out.error = counts.error().message;
    return out;
  }
  out.counts = *counts;
  out.graph = builder.finish();
  return out;
}

// "Turkey > meet > Russia 2010-05-13 planned"
std::string told(const Graph& graph) {
  std::string out;
  const auto names = [&](const std::vector<std::string>& ids) {
    std::string all;
    for (const std::string& id : ids) all += (all.empty() ? "" : "+") + graph.actor(id)->name;
    return all;
  };
  for (const Interaction& i : graph.interactions) {
    out += names(i.actor) + " > " + i.action + " > " + names(i.recipient) + " " + i.date + " " +
           std::string(to_string(i.status)) + "\n";
  }
  return out;
}

// A row of GDELT 2 with the cells that matter.
std::string gdelt(std::string day, std::string code, std::string name1, std::string country1, std::string type1,
                  std::string name2, std::string country2) {
  std::vector<std::string> cells(61);
  static int number = 1000;
  cells[0] = std::to_string(++number), cells[1] = day, cells[6] = name1, cells[7] = country1, cells[12] = type1;
  cells[16] = name2, cells[17] = country2, cells[26] = code, cells[29] = "1", cells[30] = "1.0";
  cells[59] = "20210514000000", cells[60] = "https://example.org/" + name1 + code;
  std::string row;
  for (const std::string& cell : cells) row += (row.empty() && &cell == &cells[0] ? "" : "\t") + cell;
  return row + "\n";
}

constexpr const char* icews_header =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget "
    "Name\t"
    "Target Sectors\tTarget Country\tStory ID\tSentence "
    "Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\t"
    "Longitude\n";

}  // namespace

TEST_CASE("rows of GDELT") {
  const Imported in = import(gdelt("20210513", "041", "TURKEY", "TUR", "", "RUSSIA", "RUS") +
                             gdelt("20210514", "036", "ANKARA", "TUR", "GOV", "RUSSIA", "RUS"));
  CHECK(in.error == "");
  CHECK(in.problems == "");
  CHECK(in.counts.taken == 2);
  CHECK(told(in.graph).find("Turkey > call > Russia 2021-05-13 actual\n") != std::string::npos);
  CHECK(told(in.graph).find("Turkey GOV > meet > Russia 2021-05-14 planned\n") != std::string::npos);
  CHECK(in.graph.sources.size() == 2);
}

TEST_CASE("rows of ICEWS") {
  const Imported in = import(std::string(icews_header) +
                             "1\t2014-03-05\tTurkey\t\tTurkey\tMake a visit\t42\t1.9\tVladimir "
                             "Putin\tExecutive,Government\tRussian Federation\t"
                             "77\t1\tPost\tMoscow\t\t\tRussian Federation\t55.7\t37.6\n");
  CHECK(in.error == "");
  CHECK(told(in.graph) == "Turkey > visit > Vladimir Putin 2014-03-05 actual\n");
  CHECK(in.graph.interactions.at(0).place == "Moscow");
  CHECK(in.graph.sources.at(0).publication == "Post");
}

TEST_CASE("rows of POLECAT, with commas") {
  const Imported in = import(
      "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Recipient Name,"
      "Recipient Country,Placename,Publication Date,Source\n"
      "p1,2021-05-13,CONSULT,phone,2.5,VERBAL COOPERATION,\"diplomatic, military\",\"Doe, "
      "Jane\",TUR,Russia,RUS,,2021-05-14,Post\n");
  CHECK(in.error == "");
  CHECK(told(in.graph) == "Doe, Jane > call > Russia 2021-05-13 actual\n");
  CHECK(in.graph.interactions.at(0).quad_code == 1);
  CHECK(in.graph.interactions.at(0).context == std::vector<std::string>{"diplomatic", "military"});
}

TEST_CASE("rows that say nothing are skipped and named, files that are none are refused") {
  const Imported in =
      import(gdelt("20210513", "041", "TURKEY", "TUR", "", "RUSSIA", "RUS") + "1\t2\n" +
             gdelt("someday", "041", "TURKEY", "TUR", "", "RUSSIA", "RUS") +
             gdelt("20210513", "---", "TURKEY", "TUR", "", "", "") + gdelt("20210513", "041", "", "", "", "", ""));
  CHECK(in.problems ==
        "a.csv:2: 2 columns, not 61; row skipped\n"
        "a.csv:3: \"someday\" is no date; row skipped\n"
        "a.csv:4: \"---\" is no CAMEO code; row skipped\n"
        "a.csv:5: names no actor; row skipped\n");
  CHECK(in.counts.rows == 5);
  CHECK(in.counts.skipped == 4);
  CHECK(import("hello\n").error ==
        "a.csv: neither GDELT (61 columns), ICEWS nor POLECAT (by their headers); say --from");
  CHECK(import("Event ID\tx\n", RowFormat::icews).error == "a.csv: the first line has no column \"Event Date\"");
}

TEST_CASE("our own GDELT rows are read back") {
  Graph graph = sample::small();
  const auto rows = sample::written(graph, "gdelt");
  const Imported in = import(rows.text());
  CHECK(in.problems == "");
  CHECK(in.counts.taken == rows.counts.nodes);
}
