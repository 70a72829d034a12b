// demarche actors: what a user types and sees.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "program_run.h"

namespace demarche::cli {
namespace {

TEST_CASE("actors lookup in every format") {
  TemporaryFolder here;
  const std::string ask = "actors lookup 'foreign minister of Turkey' --at 2010-05-13";
  CHECK(demarche(ask) ==
        ProgramRun{0, "Ahmet Davutoglu  Foreign Minister  Turkey  2009-05-01 to 2014-08  p.ahmet-davutoglu\n", ""});
  CHECK(demarche(ask + " --format csv") ==
        ProgramRun{0,
                   "name,title,of,from,until,id,qid,office,of_id\n"
                   "Ahmet Davutoglu,Foreign Minister,Turkey,2009-05-01,2014-08,p.ahmet-davutoglu,,foreign-minister,TUR\n",
                   ""});
  CHECK(demarche(ask + " --format tsv").out.starts_with("name\ttitle\tof\t"));
  const auto json = nlohmann::json::parse(demarche(ask + " --format json").out);
  CHECK(json["office"] == "foreign minister of Turkey");
  CHECK(json["at"] == "2010-05-13");
  REQUIRE(json["holders"].size() == 1);
  CHECK(json["holders"][0]["id"] == "p.ahmet-davutoglu");
  CHECK(nlohmann::json::parse(demarche(ask + " --format jsonl").out) == json["holders"][0]);
}

TEST_CASE("actors lookup without an answer") {
  TemporaryFolder here;
  CHECK(demarche("actors lookup 'foreign minister of Turkey' --at 1850") ==
        ProgramRun{0, "", "demarche: \"foreign minister of Turkey\": nobody is known for 1850\n"});
  CHECK(demarche("actors lookup 'foreign minister of Turkey' --at 1850 --exit-status").code == 1);
  CHECK(demarche("actors lookup 'baker of Turkey'").err ==
        "demarche: \"baker of Turkey\": no such office is known; see demarche actors show\n");
  CHECK(demarche("actors lookup 'foreign minister of Atlantis'").err ==
        "demarche: \"foreign minister of Atlantis\": no state or organisation is named; write it like \"foreign minister "
        "of Turkey\"\n");
  CHECK(demarche("actors lookup x --at May") ==
        failed(2, "--at: \"May\" is no date like 2010-05-13, 2010-05 or 2010; see demarche actors lookup --help"));
  CHECK(demarche("actors lookup") == failed(2, "OFFICE is required; see demarche actors lookup --help"));
  CHECK(demarche("actors") == failed(2, "which command; see demarche actors --help"));
}

TEST_CASE("actors search and show") {
  TemporaryFolder here;
  const ProgramRun search = demarche("actors search davutoğlu");
  CHECK(search.err.empty());
  CHECK(search.out.starts_with("Ahmet Davutoglu  person  TUR  Prime Minister of Turkey, 2014-08"));
  CHECK(demarche("actors search Davutoglo").out == search.out);  // a slip
  CHECK(demarche("actors search Qqqqqqqq") == ProgramRun{0, "", "demarche: \"Qqqqqqqq\": no actor of such a name\n"});
  const ProgramRun show = demarche("actors show p.hillary-clinton");
  CHECK(show.out.starts_with("Hillary Clinton\n  id        p.hillary-clinton\n"));
  CHECK(show.out.find("2009-01-21 to 2013-02-01  Secretary of State  United States  offices/americas-us.toml:") !=
        std::string::npos);
  CHECK(demarche("actors show 'Hillary Clinton'").out == show.out);
  const auto state = nlohmann::json::parse(demarche("actors show FRA --format json").out);
  CHECK(state["name"] == "France");
  CHECK(state["holders"].size() > 20);
  CHECK(demarche("actors show p.hilary-clinton") ==
        failed(1, "\"p.hilary-clinton\": no actor has this id; find it with demarche actors search"));
  const ProgramRun several = demarche("actors show Clinton");
  CHECK(several.code == 1);
  CHECK(several.err.starts_with("demarche: \"Clinton\": no actor has this id; perhaps "));
}

TEST_CASE("actors stats and lint of a folder") {
  TemporaryFolder here;
  const auto counts = nlohmann::json::parse(demarche("actors stats --format json").out);
  CHECK(counts["persons"] > 1800);
  CHECK(counts["office terms"] > 2500);
  here.write("own/offices/own.toml",
             "[[person]]\nid = \"p.own\"\nname = \"Own Person\"\ncountry = \"XYZ\"\nterms = []\n");
  const ProgramRun lint = demarche("actors lint --rules own --format tsv");
  CHECK(lint.code == 3);
  CHECK(lint.out.find("offices/own.toml:1\terror\treference\tp.own\tcountry \"XYZ\" is no actor\n") !=
        std::string::npos);
  CHECK(lint.err.find("demarche: 1 error, ") == 0);
  const ProgramRun builtin = demarche("actors lint");
  CHECK(builtin.code == 0);
  here.write("broken/offices/own.toml", "[[person]]\nid = 1\n");
  CHECK(demarche("actors lint --rules broken") ==
        failed(3, "offices/own.toml:1: an actor needs \"id\" and \"name\""));
}

}  // namespace
}  // namespace demarche::cli
