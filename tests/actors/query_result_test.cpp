// Query results and plain lists, as rows of actor files.
#include "actors/query_result.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "actors/actor_toml.h"
#include "actors/match.h"
#include "rules/small_pack.h"

using namespace demarche;
using namespace demarche::actors;

namespace {

const rules::Roster& small_roster() {
  static const rules::Roster roster = rules::Roster::read(SmallPack().files()).value();
  return roster;
}

std::string written(const std::vector<SheetRow>& sheet, std::string* problems = nullptr) {
  Imported list = read_sheet(sheet, small_roster());
  if (problems) {
    for (const ImportProblem& p : list.problems) *problems += fmt::format("{}: {}\n", p.line, p.what);
  }
  return write_actor_file(match(std::move(list.rows), small_roster()).rows);
}

}  // namespace

TEST_CASE("the query service's JSON, verbose and plain, and its CSV say the same") {
  const std::string verbose = R"({"head":{"vars":[]},"results":{"bindings":[
    {"person":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"},
     "personLabel":{"xml:lang":"en","type":"literal","value":"Ömer \"Bey\" Test"},
     "genderLabel":{"type":"literal","value":"female"},"office":{"type":"literal","value":"foreign-minister"},
     "positionLabel":{"type":"literal","value":"minister of foreign affairs of Turkey"},
     "iso3":{"type":"literal","value":"TUR"},"countryLabel":{"type":"literal","value":"Turkey"},
     "start":{"datatype":"http://www.w3.org/2001/XMLSchema#dateTime","value":"2001-01-01T00:00:00Z"},
     "startPrecision":{"type":"literal","value":"9"},
     "end":{"value":"2002-03-04T00:00:00Z"},"endPrecision":{"value":"11"},
     "aliases":{"value":"O. Test|Omer Test"}}]}})";
  const std::string plain = R"([{"person":"http://www.wikidata.org/entity/Q1","personLabel":"Ömer \"Bey\" Test",
    "genderLabel":"female","office":"foreign-minister","positionLabel":"minister of foreign affairs of Turkey",
    "iso3":"TUR","countryLabel":"Turkey","start":"2001-01-01T00:00:00Z","startPrecision":"9",
    "end":"2002-03-04T00:00:00Z","endPrecision":"11","aliases":"O. Test|Omer Test"}])";
  const std::string csv =
      "person,personLabel,genderLabel,office,positionLabel,iso3,countryLabel,start,startPrecision,end,endPrecision,"
      "aliases\r\n"
      "http://www.wikidata.org/entity/Q1,\"Ömer \"\"Bey\"\" Test\",female,foreign-minister,minister of foreign affairs "
      "of "
      "Turkey,TUR,Turkey,2001-01-01T00:00:00Z,9,2002-03-04T00:00:00Z,11,O. Test|Omer Test\r\n";
  const std::string expected =
      "[[person]]\nid = \"p.q1\"\nname = \"Ömer \\\"Bey\\\" Test\"\nvariants = [\"O. Test\", \"Omer Test\"]\ngender = "
      "\"f\"\n"
      "country = \"TUR\"\nqid = \"Q1\"\nterms = [\n  { office = \"foreign-minister\", of = \"TUR\", title = \"Minister "
      "of "
      "foreign affairs\", from = \"2001\", until = 2002-03-04 },\n]\n";
  CHECK(written(read_query_json(verbose, "v.json").value()) == expected);
  CHECK(written(read_query_json(plain, "p.json").value()) == expected);
  CHECK(written(read_csv(csv, "c.csv").value()) == expected);
}

TEST_CASE("rows of one person add up; those of a known one add to it") {
  const std::string csv =
      "name;country;office;title;from;until\n"
      "Ali Babacan;Turkey;foreign-minister;Foreign Minister;2007-08-29;2009-05-01\n"
      "Ali Babacan;Turkey;finance-minister;Economy Minister;2002-11;2007-08\n"
      "AHMET DAVUTOĞLU;TUR;foreign-minister;Minister of Foreign Affairs;2009-05-01;2014\n"
      "AHMET DAVUTOĞLU;TUR;head-of-government;Prime Minister;2014-08-28;2016-05-24\n";
  CHECK(written(read_csv(csv, "c.csv").value()) ==
        "[[person]]\nid = \"p.ali-babacan-tur\"\nname = \"Ali Babacan\"\ncountry = \"TUR\"\nterms = [\n"
        "  { office = \"foreign-minister\", of = \"TUR\", title = \"Foreign Minister\", from = 2007-08-29, until = "
        "2009-05-01 },\n"
        "  { office = \"finance-minister\", of = \"TUR\", title = \"Economy Minister\", from = \"2002-11\", until = "
        "\"2007-08\" },\n"
        "]\n\n[[person]]\nid = \"p.ahmet-davutoglu\"\nterms = [\n"
        "  { office = \"head-of-government\", of = \"TUR\", title = \"Prime Minister\", from = 2014-08-28, until = "
        "2016-05-24 },\n"
        "]\n");
}

TEST_CASE("states and organisations") {
  const std::string csv =
      "stateLabel,state,iso3,demonyms,capitalLabel,aliases\n"
      "Turkey,http://www.wikidata.org/entity/Q43,TUR,Turkish|Turk,Ankara,Republic of Turkey\n"
      "Ruritania,http://www.wikidata.org/entity/Q999,RUR,Ruritanian,Strelsau,\n";
  CHECK(written(read_csv(csv, "c.csv").value()) ==
        "[[state]]\nid = \"TUR\"\nvariants = [\"Republic of Turkey\"]\nadjectives = [\"Turk\"]\n\n"
        "[[state]]\nid = \"RUR\"\nname = \"Ruritania\"\nadjectives = [\"Ruritanian\"]\ncapital = [\"Strelsau\"]\nqid = "
        "\"Q999\"\n");
  const std::string json =
      R"([{"organisation":"http://www.wikidata.org/entity/Q7","organisationLabel":"League of Tests",
    "code":"IGO","sector":"IGO","inception":"1950-01-01T00:00:00Z","inceptionPrecision":"9","aliases":"LoT"}])";
  CHECK(written(read_query_json(json, "j").value()) ==
        "[[organisation]]\nid = \"org.q7\"\nname = \"League of Tests\"\nvariants = [\"LoT\"]\ncode = \"IGO\"\nsector = "
        "\"IGO\"\n"
        "qid = \"Q7\"\nsince = \"1950\"\n");
}

TEST_CASE("what a list does not say or gets wrong") {
  std::string problems;
  const std::string csv =
      "name,person,country,office,title,from,until\n"
      ",http://www.wikidata.org/entity/Q5,TUR,,,,\n"
      "Q6,Q6,TUR,,,,\n"
      "A B,,Atlantis,,,,\n"
      "C D,,TUR,minister,Minister,May,2001\n"
      "E F,,TUR,minister,Minister,2003,2001\n"
      "G H,,TUR,minister,Minister,http://www.wikidata.org/.well-known/genid/1,\n";
  CHECK(written(read_csv(csv, "c.csv").value(), &problems) ==
        "[[person]]\nid = \"p.a-b\"\nname = \"A B\"\n\n"
        "[[person]]\nid = \"p.c-d-tur\"\nname = \"C D\"\ncountry = \"TUR\"\nterms = [\n"
        "  { office = \"minister\", of = \"TUR\", title = \"Minister\", until = \"2001\" },\n]\n\n"
        "[[person]]\nid = \"p.e-f-tur\"\nname = \"E F\"\ncountry = \"TUR\"\n\n"
        "[[person]]\nid = \"p.g-h-tur\"\nname = \"G H\"\ncountry = \"TUR\"\nterms = [\n"
        "  { office = \"minister\", of = \"TUR\", title = \"Minister\" },\n]\n");
  CHECK(problems ==
        "2: Q5 has no name; left out\n3: Q6 has no name; left out\n"
        "4: \"Atlantis\" is no state or organisation that is known\n5: \"May\" is no date; left open\n"
        "6: Minister ends 2001 before it starts 2003; left out\n");
}

TEST_CASE("columns that nobody reads, and a term of an unknown state") {
  std::string problems;
  const std::string csv =
      "name,country,officeLabel,office,title,from\n"
      "A B,TUR,Vizier,minister,Minister,2003\n"
      "C D,Atlantis,,minister,Minister,2003\n";
  CHECK(written(read_csv(csv, "c.csv").value(), &problems) ==
        "[[person]]\nid = \"p.a-b-tur\"\nname = \"A B\"\ncountry = \"TUR\"\nterms = [\n"
        "  { office = \"minister\", of = \"TUR\", title = \"Minister\", from = \"2003\" },\n]\n\n"
        "[[person]]\nid = \"p.c-d\"\nname = \"C D\"\n");
  CHECK(problems ==
        "2: column \"officeLabel\" is not read\n"
        "3: \"Atlantis\" is no state or organisation that is known\n"
        "3: Minister of nothing that is known; left out\n");
}

TEST_CASE("files that are no lists") {
  const auto json = [](const char* text) {
    const auto read = read_query_json(text, "x.json");
    return read ? "no error" : read.error().message;
  };
  CHECK(json("{") == "x.json: no query result; download it as JSON or CSV");
  CHECK(json("{\"results\":[]}") == "x.json: no query result; download it as JSON or CSV");
  CHECK(json("3") == "x.json: no query result; download it as JSON or CSV");
  CHECK(json("[1]") == "x.json:1: a result that is no object");
  CHECK(json("[]") == "no error");
  const auto csv = [](const char* text) {
    const auto read = read_csv(text, "x.csv");
    return read ? "no error" : read.error().message;
  };
  CHECK(csv("a,b\n1,2,3\n") == "x.csv:2: 3 cells under 2 columns");
  CHECK(csv("a,b\n1,2\n\"3,4\n") == "x.csv:3: a quote does not close");
  CHECK(csv("") == "no error");
  CHECK(csv("a\tb\n1\t\"x\ny\"\n") == "no error");
}
