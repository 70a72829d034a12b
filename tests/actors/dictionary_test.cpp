// Actor and agent dictionaries: own small files, and those of ../shared where they are.
#include "actors/dictionary.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "actors/actor_toml.h"
#include "actors/agents.h"
#include "actors/match.h"
#include "demarche/pack.h"
#include "rules/pack_compiler.h"
#include "rules/pack_data.h"

using namespace demarche;
using namespace demarche::actors;

namespace {

// "name (variant, …) type: CODE from–until; …", a row a line.
std::string text_of(const Imported& list) {
  std::string out;
  for (const rules::ActorRow& row : list.rows) {
    out += row.name;
    for (const rules::RowName& n : row.names) out += ", " + n.text;
    out += fmt::format(" [{}]", rules::to_string(row.type));
    for (const rules::RowCode& c : row.codes) {
      out +=
          fmt::format(" {}{}", c.code, c.from.empty() && c.until.empty() ? "" : fmt::format(":{}/{}", c.from, c.until));
    }
    out += "\n";
  }
  return out;
}

std::string problems_of(const Imported& list) {
  std::string out;
  for (const ImportProblem& p : list.problems) out += fmt::format("{}: {}\n", p.line, p.what);
  return out;
}

}  // namespace

TEST_CASE("an actor dictionary") {
  const Imported list = read_dictionary(
      "# A comment\n\n"
      "RURITANIA_ [RUR]\n+RURITANIAN_\n\n"
      "RUDOLF_RASSENDYLL_  # the impostor\n+RASSENDYLL_\n\t[RURELI 620101-931231]\n\t[RURGOV "
      "940101-20041207]\n\t[RURELI]\n"
      "BLACK_MICHAEL_ [RUROPP <931231] [RURREB >19931231] [---]\n"
      "RURITANIAN_LIBERATION_ARMY_(RLA)_ [RURREB] # armed\n"
      "LEAGUE_OF_NOBLES [NGO]\n+LON\n");
  CHECK(text_of(list) ==
        "Ruritania, Ruritanian [organisation] RUR\n"
        "Rudolf Rassendyll, Rassendyll [person] RURELI:1962-01-01/1993-12-31 RURGOV:1994-01-01/2004-12-07 RURELI\n"
        "Black Michael [person] RUROPP:/1993-12-30 RURREB:1994-01-01/ ---\n"
        "Ruritanian Liberation Army (RLA), Ruritanian Liberation Army, RLA [group] RURREB\n"
        "League of Nobles, LON [organisation] NGO\n");
  CHECK(problems_of(list) == "");
  CHECK(list.entries == 5);
  CHECK(list.names == 8);
  CHECK(list.codes == 9);
}

TEST_CASE("what a dictionary gets wrong is named, and the rest is kept") {
  const Imported list = read_dictionary(
      "+NOBODY_\n[XXX]\nA_MAN_ [RURGOV 9008223-911221]\nB_MAN_ [RURGOV 990101-980101\nC_MAN\nTHE_C_MAN_ [RURGOV "
      "990101-980101]\n\nD_MAN_\n");
  CHECK(
      text_of(list) ==
      "A Man [person] RURGOV:/1991-12-21\nB Man, C Man, The C Man [person] RURGOV:1999-01-01/\nD Man [organisation]\n");
  CHECK(problems_of(list) ==
        "1: a further name before any actor: NOBODY_\n"
        "2: a code before any actor: XXX\n"
        "3: \"9008223-911221\" is no date; left open\n"
        "4: a bracket that does not close: [RURGOV 990101-980101\n"
        "5: B Man has no code; C_MAN on the next line is taken as another name of it\n"
        "6: B Man has no code; THE_C_MAN_ on the next line is taken as another name of it\n"
        "6: \"990101-980101\" ends before it starts; the end is left open\n"
        "8: D Man has no code\n");
  CHECK(read_dictionary("").rows.empty());
  CHECK(read_dictionary("\xFF\xFE[[[]]]+\n").codes == 0);
}

TEST_CASE("names in usual capitals and encodings") {
  CHECK(usual_capitals("AHMAD_SHAH_MASSOUD_") == "Ahmad Shah Massoud");
  CHECK(usual_capitals("MINISTRY_OF_THE_INTERIOR") == "Ministry of the Interior");
  CHECK(usual_capitals("AL-QAEDA_IN_YEMEN_") == "Al-Qaeda in Yemen");
  CHECK(usual_capitals("UNSG") == "UNSG");
  CHECK(usual_capitals("J.D._O'NEILL") == "J.D. O'Neill");
  CHECK(usual_capitals("___") == "");
  CHECK(to_utf8("C\xD4TE D\x92IVOIRE") == "CÔTE D’IVOIRE");
  CHECK(to_utf8("Côte") == "Côte");
}

TEST_CASE("sets that hold themselves, or each other many times over, come to an end") {
  const Imported own = read_agents("!PERSON! = MAN, WO!PERSON!\nCATTLE!PERSON! [~AGR]\n");
  REQUIRE(own.problems.size() == 1);
  CHECK(own.problems[0].what == "\"CATTLE!PERSON! [~AGR]\" makes too many nouns; not all of them are taken");
  std::string many;
  for (int i = 0; i < 8; ++i) {
    many += "!S" + std::to_string(i) + "! = ";
    for (int k = 0; k < 50; ++k) many += std::to_string(k) + "!S" + std::to_string(i + 1) + "!, ";
    many += "x\n";
  }
  CHECK(read_agents(many + "!S8! = y\nA!S0! [~AGR]\n").nouns.size() < 10000000);
  // Nouns that come to nothing: no words in the last set, no letters, no sector.
  const std::string commas(99, ',');
  CHECK(read_agents("!A! = " + commas + "\n!B! =\n!A!!A!!A!!A!!A!!A!!A!!B! [~AGR]\n").nouns.empty());
  CHECK(read_agents("!A! = " + commas + "\n!A!!A!!A!!A! [~AGR]\n").nouns.empty());
  CHECK(problems_of(read_agents("!A! = " + commas + "\n!A!!A!!A!!A! [~XYZ]\n")) ==
        "2: \"!A!!A!!A!!A!\": its code names no sector of PLOVER or CAMEO\n");
}

TEST_CASE("an agent dictionary") {
  const Imported list = read_agents(
      "!PERSON! = MAN, WOMAN\n# comment\nCATTLE!PERSON! [~AGR]\nRANCHER {RANCHERS} [~AGR]\nHUMAN_RIGHTS_ACTIVIST_ "
      "[~OPP]\n"
      "IMAM [~MUS]\nTHING [~XYZ]\nNO_CODE\nRANCHER [~BUS]\n");
  std::string nouns;
  for (const ImportedNoun& n : list.nouns) nouns += n.word + " " + n.sector + "\n";
  CHECK(nouns == "cattleman AGR\ncattlewoman AGR\nrancher AGR\nhuman rights activist OPP\nimam REL\n");
  CHECK(list.phrases == 1);
  CHECK(problems_of(list) == "7: \"THING\": its code names no sector of PLOVER or CAMEO\n8: \"NO_CODE\" has no code\n");
  CHECK(write_noun_file(list.nouns) ==
        "[[nouns]]\nkind = \"person\"\nsector = \"AGR\"\nwords = [\"cattleman\", \"cattlewoman\", \"rancher\"]\n\n"
        "[[nouns]]\nkind = \"person\"\nsector = \"OPP\"\nwords = [\"human rights activist\"]\n\n"
        "[[nouns]]\nkind = \"person\"\nsector = \"REL\"\nwords = [\"imam\"]\n");
}

TEST_CASE("the dictionaries of ../shared come in without loss") {
  const std::filesystem::path folder = std::filesystem::path(DEMARCHE_SOURCE_DIR) / "../shared/dictionaries";
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: no ../shared/dictionaries");
    return;
  }
  const auto files = rules::pack_files("").value();
  const auto roster = rules::Roster::read(files).value();
  std::vector<rules::ActorRow> rows;
  std::map<std::string, std::vector<std::string>> wanted;  // codes by name, as the lists have them
  for (const char* name :
       {"Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt", "Phoenix.MilNonState.actors.txt"}) {
    std::ifstream file(folder / name, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    Imported list = read_dictionary(bytes);
    CHECK(list.entries > 1000);
    for (const rules::ActorRow& row : list.rows) {
      std::vector<std::string> names = {row.name};
      for (const rules::RowName& n : row.names) names.push_back(n.text);
      for (const std::string& n : names) {
        for (const rules::RowCode& c : row.codes) wanted[n].push_back(c.code + c.from + c.until);
      }
    }
    std::move(list.rows.begin(), list.rows.end(), std::back_inserter(rows));
  }
  CHECK(wanted.size() > 18000);
  const std::string text = write_actor_file(match(std::move(rows), roster).rows);
  std::vector<PackFile> all = files;
  all.push_back({"actors/imported.toml", text});
  const Pack pack = Pack::compile(all).value();
  const rules::Gazetteer& g = pack.rep().tables->gazetteer;
  // Every name leads to actors that together have every code with its dates.
  std::size_t lost = 0;
  for (const auto& [name, codes] : wanted) {
    std::uint32_t node = 0;
    for (const std::string& word : rules::name_words(name)) node = g.step(node, g.name_word(word));
    const rules::NameRefs* const refs = node == 0 ? nullptr : g.names_at(node);
    if (refs == nullptr) {
      if (!rules::name_words(name).empty() && ++lost < 9) FAIL_CHECK("lost: " << name);
      continue;
    }
    std::size_t dated = 0;
    for (const rules::NameRef& r : *refs) dated += r.actor == rules::no_actor ? 0 : g[r.actor].codes.size();
    if (dated < codes.size() && ++lost < 9) FAIL_CHECK("codes lost: " << name);
  }
  CHECK(lost == 0);
}
