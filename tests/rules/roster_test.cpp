#include "rules/roster.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "rules/actor_lint.h"
#include "rules/gazetteer_file.h"
#include "rules/pack_data.h"
#include "small_pack.h"

using namespace demarche;
using namespace demarche::rules;

namespace {

Roster roster_of(const SmallPack& pack) { return Roster::read(pack.files()).value(); }

std::string found(const Roster& roster, const char* name) {
  std::string out;
  for (const Found& f : search(roster, name, 9)) out += fmt::format(" {}", f.row->id);
  return out;
}

std::string person(const char* id, const char* name, const char* more) {
  return fmt::format("[[person]]\nid = \"{}\"\nname = \"{}\"\n{}\n", id, name, more);
}

std::string linted(const SmallPack& pack, const std::vector<LintException>& exceptions = {}) {
  std::string out;
  for (const LintFinding& f : lint_actors(roster_of(pack), exceptions)) {
    out += fmt::format("{}:{} {} {}: {}\n", f.path, f.line, f.error ? "error" : "doubt", f.check, f.what);
  }
  return out;
}

constexpr const char* one_term =
    "country = \"TUR\"\nterms = [\n  {{ office = \"foreign-minister\", of = \"TUR\", title = \"Foreign Minister\", "
    "from = "
    "{}, until = {} }},\n]";

std::string term(const char* from, const char* until) { return fmt::format(fmt::runtime(one_term), from, until); }

}  // namespace

TEST_CASE("search by name, accents, parts and slips") {
  const Roster roster = roster_of(SmallPack().with(
      "offices/more.toml",
      person("p.erdogan", "Recep Tayyip Erdogan", "variants = [\"Tayyip Erdoğan\"]\ncountry = \"TUR\"") +
          person("p.bilal-erdogan", "Bilal Erdogan", "country = \"TUR\"") +
          person("p.xi-jinping", "Xi Jinping", "surname = \"Xi\"\ncountry = \"CHN\"")));
  CHECK(found(roster, "Tayyip Erdogan") == " p.erdogan");
  CHECK(found(roster, "ERDOĞAN") == " p.bilal-erdogan p.erdogan");
  CHECK(found(roster, "Erdogn") == " p.bilal-erdogan p.erdogan");  // one letter short
  CHECK(found(roster, "erdogan recep") == " p.erdogan");
  CHECK(found(roster, "xi") == " p.xi-jinping");
  CHECK(found(roster, "Turkish") == " TUR");
  CHECK(found(roster, "Nobody") == "");
  CHECK(found(roster, "") == "");
  CHECK(search(roster, "Erdogan", 1).size() == 1);
}

TEST_CASE("a body of a state is found with the state's name, too") {
  const Roster roster = roster_of(SmallPack().with(
      "actors/bodies.toml",
      "[[organisation]]\nid = \"org.tr-mfa\"\nname = \"Turkish Foreign Ministry\"\ncode = \"TUR\"\nkind = "
      "\"government\"\nsector = \"GOV\"\n"));
  CHECK(found(roster, "Turkish foreign ministry") == " org.tr-mfa");
  CHECK(found(roster, "Turkey's foreign ministry") == " org.tr-mfa");
  CHECK(found(roster, "the foreign ministry of Turkey") == " org.tr-mfa");
  CHECK(found(roster, "Turkey foreign ministry") == " org.tr-mfa");
  CHECK(found(roster, "Turkey's finance ministry") == "");
  CHECK(found(roster, "Turkey") == " TUR");
}

TEST_CASE("rows know where they stand") {
  const Roster roster =
      roster_of(SmallPack().with("offices/more.toml", person("p.x", "X Y", term("2001-01-02", "2002").c_str())));
  const ActorRow* row = roster.find("p.x");
  REQUIRE(row != nullptr);
  CHECK(row->path == "offices/more.toml");
  CHECK(row->line == 1);
  REQUIRE(row->terms.size() == 1);
  CHECK(row->terms[0].line == 6);
  CHECK(row->terms[0].until == "2002");
  CHECK(roster.find("p.nobody") == nullptr);
  CHECK(roster.rows_of("p.nobody").empty());
  const auto held = roster.held_of("TUR");
  REQUIRE(held.size() == 2);
  CHECK(held[0].row->id == "p.x");
  CHECK(held[1].row->id == "p.ahmet-davutoglu");
}

TEST_CASE("files may be laid over others: rows of a known id add to it") {
  const Pack pack =
      SmallPack()
          .with("actors/own.toml",
                "[[state]]\nid = \"TUR\"\nvariants = [\"Republic of Turkey\"]\n"
                "[[person]]\nid = \"p.own\"\nname = \"Own Person\"\ncountry = \"OWN\"\n"
                "codes = [{ code = \"OWNGOVMIL\", from = 1990-01-01, until = 1999-12-31 }, { code = \"OWNOPP\" }]\n"
                "[[state]]\nid = \"OWN\"\nname = \"Ownland\"\n")
          .compile();
  const Gazetteer& g = pack.rep().tables->gazetteer;
  CHECK(g.name_word("republic") != 0);
  const ActorIndex own = g.find_id("p.own");
  REQUIRE(own != no_actor);
  CHECK(g[g[own].home].name == "Ownland");  // though it stands below
  CHECK(g.coding(own, "1995-05-05").code == "OWN");
  CHECK(g.coding(own, "1995-05-05").sector == "GOV");
  CHECK(g.coding(own, "2005-05-05").sector == "OPP");
  CHECK(g.coding(own, "").sector == "OPP");
  CHECK(g.coding(g.find_id("TUR"), "2005-05-05").code == "TUR");
}

TEST_CASE("codes of CAMEO") {
  const auto split = [](const char* code) {
    const CameoCode c = split_cameo(code);
    return c.code + " " + c.sector;
  };
  CHECK(split("USA") == "USA ");
  CHECK(split("USAGOVMIL") == "USA GOV");
  CHECK(split("IGOUNO") == "IGO IGO");
  CHECK(split("IMGMUSALQ") == "IMG ");
  CHECK(split("NGOHRI") == "NGO HRI");
  CHECK(split("REB") == "REB REB");
  CHECK(split("") == " ");
}

TEST_CASE("lint: what is wrong") {
  CHECK(linted(SmallPack()) == "");
  CHECK(linted(SmallPack().with("offices/a.toml", person("p.x", "X Y", term("2009-03-01", "2009-02-01").c_str()))) ==
        "offices/a.toml:6 error date: ends 2009-02-01 before it starts 2009-03-01\n");
  CHECK(linted(SmallPack().with("offices/a.toml", person("p.x", "X Y", term("\"2007-13\"", "2008-01-01").c_str()))) ==
        "offices/a.toml:6 error date: \"2007-13\" is no date like 2009-01-21, 2009-01 or 2009\n");
  CHECK(linted(SmallPack().with("offices/a.toml", person("p.x", "X Y", term("2009-02-01", "2009-02-05").c_str()))) ==
        "offices/a.toml:6 doubt short: 2009-02-01 to 2009-02-05 is a term of 4 days\n");
  CHECK(linted(SmallPack().with("offices/a.toml", person("p.x", "X Y", "country = \"TRU\"\nqid = \"6294\""))) ==
        "offices/a.toml:1 error qid: \"6294\" is no Wikidata id like Q6294\n"
        "offices/a.toml:1 error reference: country \"TRU\" is no actor\n");
  CHECK(
      linted(SmallPack().with("offices/a.toml", person("p.x", "X Y",
                                                       "terms = [{ office = \"foreign-minster\", of = \"TUR\", title = "
                                                       "\"Minister\" }]"))) ==
      "offices/a.toml:4 error office: office \"foreign-minster\" is no category; did you mean "
      "\"foreign-minister\"?\n");
}

TEST_CASE("lint: offices with two holders or none, and what is right though strange") {
  const SmallPack two =
      SmallPack().with("offices/a.toml", person("p.x", "X Y", term("2010-01-01", "2011-01-01").c_str()));
  const std::string doubt =
      "offices/a.toml:6 doubt overlap: Foreign Minister of TUR 2010-01-01 to 2011-01-01 together with "
      "p.ahmet-davutoglu "
      "(2009-05-01 to 2014-08)\n";
  CHECK(linted(two) == doubt);
  CHECK(linted(two, {{"overlap", "foreign-minister", "TUR", "", "", "two of them"}}) == "");
  CHECK(linted(two, {{"overlap", "foreign-minister", "USA", "", "", "elsewhere"}}) == doubt);
  CHECK(linted(two, {{"gap", "foreign-minister", "TUR", "", "", "another check"}}) == doubt);
  // A change within a month, and acting holders, are no overlap.
  CHECK(linted(SmallPack().with("offices/a.toml", person("p.x", "X Y", term("2007-01-01", "2009-05-20").c_str()))) ==
        "");
  CHECK(linted(SmallPack().with("offices/a.toml", person("p.x", "X Y", term("2005-01-01", "2008-05-01").c_str()))) ==
        "offices/turkey.toml:6 doubt gap: nobody is foreign-minister of TUR between 2008-05-01 (p.x) and 2009-05-01\n");
  CHECK(linted(SmallPack().with("offices/a.toml",
                                person("p.ahmet-davutoglu-2", "Ahmet Davutoglu", "country = \"TUR\""))) ==
        "offices/turkey.toml:1 doubt twins: has the name and country of p.ahmet-davutoglu-2 (offices/a.toml:1)\n");
}

TEST_CASE("mistakes in the exceptions") {
  const auto error = [](const char* text) {
    const auto read = read_lint_exceptions(text, "lint.toml");
    return read ? "no error" : read.error().message;
  };
  CHECK(error("[[except]]\ncheck = \"gap\"\n") == "lint.toml:1: an exception needs \"check\" and \"reason\"");
  CHECK(error("[[except]]\nchek = \"gap\"\n") == "lint.toml:2: unknown key \"chek\"; did you mean \"check\"?");
  CHECK(error("[[except]]\ncheck = \"gap\"\nreason = \"so\"\n") == "no error");
}

TEST_CASE("the built-in actors have no certain mistake") {
  std::vector<PackFile> files;
  std::vector<LintException> exceptions;
  for (const EmbeddedFile& f : builtin_files()) {
    files.push_back({std::string(f.path), std::string(f.text)});
    if (f.path == "lookup/lint.toml") exceptions = read_lint_exceptions(f.text, f.path).value();
  }
  const Roster roster = Roster::read(files).value();
  CHECK(exceptions.size() > 3);
  for (const LintFinding& f : lint_actors(roster, exceptions)) {
    if (f.error || f.check != "gap") FAIL_CHECK(f.path << ":" << f.line << ": " << f.what);
  }
}
