#include <doctest/doctest.h>

#include <string>

#include "demarche/extractor.h"
#include "extract/marks.h"
#include "reading.h"

namespace demarche::extract {
namespace {

// "actor > type > recipient" of the records, those of the marked pair and others; "; " between.
std::string read(std::string_view marked) {
  Document d = test::document("");
  take_marks(marked, &d);
  std::string out;
  for (const Mention& m : Extractor(test::pack(), {.lone_actors = true}).extract(d)) {
    if (m.recipient.empty()) continue;
    out += (out.empty() ? "" : "; ") + m.actor.front().entity_text + " > " + m.event + " > " +
           m.recipient.front().entity_text;
  }
  return out;
}

bool tells(std::string_view marked, std::string_view fact) {
  const std::string all = "; " + read(marked) + ";";
  return all.find("; " + std::string(fact) + ";") != std::string::npos;
}

TEST_CASE("brackets mark actors, by code points") {
  Document d;
  take_marks("[Erdoğan] met [Öcalan]] and [] left [", &d);
  CHECK(d.text == "Erdoğan met Öcalan and  left ");
  REQUIRE(d.mentions.size() == 2);
  CHECK(d.mentions[0].start == 0);
  CHECK(d.mentions[0].end == 7);
  CHECK(d.mentions[1].start == 12);
  CHECK(d.mentions[1].end == 18);
}

TEST_CASE("an act of one marked actor is done to the other, wherever that one stands") {
  CHECK(tells("[Norway] will not lift the ban on fish until [Chile] opens its ports.", "Norway > REJECT > Chile"));
  CHECK(tells("[Norway] snubbed the games over a quarrel with [Chile].", "Norway > REJECT > Chile"));
  CHECK(tells("[The poets] were tortured in [a prison in Chile].", "a prison in Chile > ASSAULT > The poets"));
}

TEST_CASE("a marked span is one noun phrase: no verb stands in it, and a verb may follow it") {
  CHECK(tells("[Armed men loyal to General Omar Haddad] stormed [the camp].",
              "Armed men loyal to General Omar Haddad > ASSAULT > the camp"));
  CHECK(tells("[Norway and Sweden] launch strikes against [the camp].", "Norway and Sweden > ASSAULT > the camp"));
}

TEST_CASE("a marked title and name are the person, whatever stands between") {
  CHECK(tells(
      "[Foreign Minister Torvald Brekkestad] met [Minister of Justice and Trade of the Republic of Chile Ana Rojas].",
      "Torvald Brekkestad > CONSULT > Ana Rojas"));
}

TEST_CASE("a capital and its government are two when the user marks both") {
  CHECK(tells("[The German government] agreed to set up a new company in [Berlin].",
              "The German government > AGREE > Berlin"));
}

TEST_CASE("without marks the PLOVER export reads main clauses as widely, the native records do not") {
  CHECK(tells("Iceland snubbed the games over a quarrel with Chile.", "Iceland > REJECT > Chile"));
  CHECK(
      Extractor(test::pack()).extract(test::document("Iceland snubbed the games over a quarrel with Chile.")).empty());
}

TEST_CASE("three marked actors are no pair: only the rules proper speak") {
  CHECK(read("[Norway] snubbed the games that [Chile] and that [Peru] like.").find("REJECT") == std::string::npos);
}

}  // namespace
}  // namespace demarche::extract
