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
  CHECK(
      demarche(ask + " --format csv") ==
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
  CHECK(
      demarche("actors lookup 'foreign minister of Atlantis'").err ==
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
  CHECK(demarche("actors lint --rules broken") == failed(3, "offices/own.toml:1: an actor needs \"id\" and \"name\""));
}

TEST_CASE("actors import makes a folder that extract and the other commands take") {
  TemporaryFolder here;
  here.write("own.actors", "RUDOLF_RASSENDYLL_ [GBRELI 620101-931231] [GBRREB >931231]\n+RUDOLPH_RASSENDYLL\n");
  here.write("own.agents", "HENCHMAN [~REB]\nHUMAN_RIGHTS_ACTIVIST [~OPP]\n");
  const ProgramRun run = demarche("actors import own.actors own.agents -o own");
  CHECK(run ==
        ProgramRun{0, "",
                   "demarche: own.actors: 1 entries, 2 names, 2 codes; 0 are known actors, 1 new ones; 0 names and 0 "
                   "terms known already; not kept: 1 marks of names that may begin a longer word\n"
                   "demarche: own.agents: 2 entries, 1 nouns, 1 phrases of several words\n"
                   "demarche: lay them over the built-in actors with --rules own\n"});
  CHECK(read_whole("own/actors/imported-own.toml") ==
        "# Made of own.actors by demarche actors import.\n\n"
        "[[person]]\nid = \"p.rudolf-rassendyll-gbr\"\nname = \"Rudolf Rassendyll\"\nvariants = [\"Rudolph "
        "Rassendyll\"]\ncountry = \"GBR\"\nsector = \"ELI\"\ncodes = [\n"
        "  { code = \"GBRELI\", from = 1962-01-01, until = 1993-12-31 },\n  { code = \"GBRREB\", from = 1994-01-01 "
        "},\n]\n");
  here.write("a.txt", "Rudolph Rassendyll met Ahmet Davutoglu.\n");
  CHECK(demarche("extract a.txt --rules own --date 1990-05-05").out.find("\"sector\":\"ELI\"") != std::string::npos);
  CHECK(demarche("extract a.txt --rules own --date 2010-05-05").out.find("\"sector\":\"REB\"") != std::string::npos);
  CHECK(demarche("actors search Rassendyll --rules own --format tsv").out.find("p.rudolf-rassendyll-gbr") !=
        std::string::npos);
  // The same again changes nothing; another list of the same name is not written over it.
  CHECK(demarche("actors import own.actors -o own").code == 0);
  here.write("own.actors", "A_MAN [GBR]\n");
  CHECK(demarche("actors import own.actors -o own") ==
        failed(1, "own/actors/imported-own.toml: is there already and differs; move it away or say --force"));
  CHECK(demarche("actors import own.actors -o own --force").code == 0);
}

TEST_CASE("actors import: wrong files") {
  TemporaryFolder here;
  here.write("x.txt", "");
  here.write("x.json", "{");
  CHECK(demarche("actors import missing.csv -o own") == failed(1, "missing.csv: no such file"));
  CHECK(demarche("actors import x.txt -o own") ==
        failed(2, "x.txt: what kind of list; say --as actors, agents, csv or json"));
  here.write("two.csv", "name,country\nAnn Aywell,NOR\n");
  here.write("two.tsv", "name\tcountry\nBo Beewell\tNOR\n");
  CHECK(demarche("actors import two.csv two.tsv -o both").code == 0);
  CHECK(demarche("actors search 'Ann Aywell' --rules both").out.find("p.ann-aywell-nor") != std::string::npos);
  CHECK(demarche("actors search 'Bo Beewell' --rules both").out.find("p.bo-beewell-nor") != std::string::npos);
  CHECK(demarche("actors import x.json -o own") == failed(1, "x.json: no query result; download it as JSON or CSV"));
  CHECK(demarche("actors import x.txt") == failed(2, "--output is required; see demarche actors import --help"));
}

TEST_CASE("actors merge, split, alias, log and undo on a store") {
  TemporaryFolder here;
  here.write("a.txt", "Slovene Foreign Minister Janez Novak met Croatian Foreign Minister Ivan Horvat on Monday.\n");
  here.write("b.txt", "Slovene Foreign Minister J. P. Novak met Croatian Foreign Minister Ivan Horvat on Monday.\n");
  REQUIRE(demarche("build a.txt b.txt -o g.db --date 2010-05-18").code == 0);
  const std::string before = demarche("talks g.db").out;
  CHECK(before.find("J. P. Novak") != std::string::npos);
  CHECK(demarche("actors log g.db") == ProgramRun{0, "", "demarche: no decisions yet\n"});
  const ProgramRun merge = demarche("actors merge g.db 'Janez Novak' 'J. P. Novak' --note same");
  CHECK(merge == ProgramRun{0, "",
                            "demarche: decision 1: x.j-p-novak-svn is x.janez-novak-svn; 2 actors (before: 3), 1 "
                            "interactions\n"});
  CHECK(demarche("talks g.db").out.starts_with("2010-05-17  Janez Novak ↔ Ivan Horvat: meet, 2 reports"));
  // Reading more documents replays it.
  here.write("c.txt", "Slovene Foreign Minister J. P. Novak called Croatian Foreign Minister Ivan Horvat on Friday.\n");
  REQUIRE(demarche("build c.txt -o g.db --date 2010-06-18").code == 0);
  CHECK(demarche("talks g.db --actor 'Janez Novak' --action call --format tsv").out.find("\tJanez Novak\t") !=
        std::string::npos);
  // One document's Novak is somebody else.
  CHECK(demarche("actors split g.db x.janez-novak-svn --since 2010-06 --name 'Jure Novak'").err ==
        "demarche: decision 2: x.janez-novak-svn is x.janez-novak-svn-2 where: since 2010-06; 3 actors (before: 2), 2 "
        "interactions\n");
  CHECK(demarche("talks g.db --actor 'Jure Novak' --format tsv").out.find("\tcall\t") != std::string::npos);
  CHECK(demarche("actors alias g.db 'Ivan Horvat' ' '") ==
        failed(2, "an alias needs a name: demarche actors alias STORE ACTOR NAME"));
  CHECK(demarche("actors alias g.db 'Ivan Horvat' 'The Fox'").code == 0);
  CHECK(demarche("talks g.db --party 'The Fox' --action call --format tsv").out.find("\tcall\t") != std::string::npos);
  const ProgramRun log = demarche("actors log g.db --format csv");
  CHECK(log.out.starts_with("number,decision,actor,other,name,documents,"));
  CHECK(log.out.find("\n1,merge,x.janez-novak-svn,x.j-p-novak-svn,") != std::string::npos);
  CHECK(log.out.find("\n3,alias,x.ivan-horvat-hrv,,The Fox,") != std::string::npos);
  // Taken back one by one, the graph is what it was.
  CHECK(demarche("actors undo g.db").err.starts_with("demarche: undone 3: \"The Fox\" is x.ivan-horvat-hrv"));
  CHECK(demarche("actors undo g.db 2").code == 0);
  CHECK(demarche("actors split g.db x.janez-novak-svn x.j-p-novak-svn").err.starts_with("demarche: undone 1: "));
  CHECK(demarche("talks g.db --until 2010-05").out == before);
  CHECK(demarche("actors undo g.db") == failed(1, "g.db: nothing to undo"));
  CHECK(demarche("actors log g.db").out.find("  undone  x.j-p-novak-svn is x.janez-novak-svn") != std::string::npos);
}

TEST_CASE("merge and actors replay carry the decisions to other stores") {
  TemporaryFolder here;
  here.write("a.txt", "Slovene Foreign Minister Janez Novak met Croatian Foreign Minister Ivan Horvat on Monday.\n");
  here.write("b.txt", "Slovene Foreign Minister J. P. Novak met Croatian Foreign Minister Ivan Horvat on Monday.\n");
  REQUIRE(demarche("build a.txt b.txt -o g.db --date 2010-05-18").code == 0);
  REQUIRE(demarche("build b.txt -o h.db --date 2010-05-18").code == 0);
  REQUIRE(demarche("actors merge g.db 'Janez Novak' 'J. P. Novak' --note same").code == 0);
  const std::string talks = demarche("talks g.db").out;
  // A fresh store of the same documents takes the log of the old one.
  REQUIRE(demarche("build a.txt b.txt -o fresh.db --date 2010-05-18").code == 0);
  CHECK(demarche("actors replay fresh.db g.db").err ==
        "demarche: fresh.db: 1 decision taken over; 2 actors (before: 3), 1 interactions\n");
  CHECK(demarche("talks fresh.db").out == talks);
  CHECK(demarche("actors replay fresh.db g.db").err ==
        "demarche: fresh.db: 0 decisions taken over; 2 actors (before: 2), 1 interactions\n");
  // Joined graphs keep it, in either order, as a store and as JSON.
  for (const char* order : {"g.db h.db -o gh.db", "h.db g.db -o hg.db", "h.db g.db -o hg.json"}) {
    CAPTURE(order);
    REQUIRE(demarche(std::string("merge ") + order).code == 0);
    CHECK(demarche("talks " + std::string(order).substr(13)).out == talks);
  }
  CHECK(demarche("actors log hg.db --format csv").out == demarche("actors log g.db --format csv").out);
  CHECK(demarche("actors undo hg.db").code == 0);
  CHECK(demarche("talks hg.db").out.find("J. P. Novak") != std::string::npos);
}

TEST_CASE("actors merge and split: what cannot be done") {
  TemporaryFolder here;
  here.write("a.txt", "Slovene Foreign Minister Janez Novak met Croatian Foreign Minister Ivan Horvat on Monday.\n");
  REQUIRE(demarche("build a.txt -o g.db --date 2010-05-18").code == 0);
  CHECK(demarche("actors merge g.db Nobody 'Ivan Horvat'") ==
        failed(1, "\"Nobody\": no actor of the graph has this id or name"));
  CHECK(demarche("actors merge g.db 'Ivan Horvat' x.ivan-horvat-hrv") ==
        failed(2, "x.ivan-horvat-hrv: is one actor already"));
  CHECK(demarche("actors split g.db 'Ivan Horvat'") ==
        failed(2,
               "say what belongs to the new actor: --document, --called, --country, --office, --since or --until; see "
               "demarche actors split --help"));
  CHECK(
      demarche("actors split g.db x.ivan-horvat-hrv x.other") ==
      failed(1,
             "x.other was not merged into x.ivan-horvat-hrv; say what belongs to the new actor: --document, --called, "
             "--country, --office, --since or --until"));
  CHECK(demarche("actors log missing.db") == failed(1, "missing.db: no such file; make it with demarche build"));
  here.write("x.json", "{}");
  CHECK(demarche("actors log x.json").code == 1);
}

}  // namespace
}  // namespace demarche::cli
