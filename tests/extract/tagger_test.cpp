// Rows: a sentence in which the words in question carry their tag, "word/tag"; ~ joins what one word is in the text.
#include "extract/tagger.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "extract/known_gaps.h"
#include "extract/reading.h"

using namespace demarche;

namespace {

constexpr std::array<std::string_view, 26> tags = {
    "other", "det", "quant", "num",  "adj", "noun", "name", "pron",  "poss", "gen", "prep",  "to",   "conj",
    "comma", "sub", "rel",   "verb", "be",  "have", "do",   "modal", "neg",  "adv", "quote", "stop", "time"};

// The row as the tagger would write it: marked words with the tags that it gives.
std::string tagged(const std::string& row) {
  std::string text, mark;
  std::map<std::size_t, std::string> marked;  // byte of the word → word
  for (std::size_t i = 0; i < row.size();) {
    const std::size_t end = std::min(row.find_first_of(" ~", i), row.size());
    const std::string word = row.substr(i, end - i);
    const std::size_t slash = word.find('/');
    if (slash != std::string::npos) marked[text.size()] = word.substr(0, slash);
    text += word.substr(0, slash);
    if (slash != std::string::npos) {
      const std::size_t rest = word.find_first_not_of("abcdefghijklmnopqrstuvwxyz", slash + 1);
      if (rest != std::string::npos) text += word.substr(rest);
    }
    if (end < row.size() && row[end] == ' ') text += ' ';
    i = end + 1;
  }
  const test::Reading reading(text);
  std::string out;
  std::size_t shown = 0;
  for (const extract::Sentence& s : reading.sentences()) {
    for (std::size_t i = 0; i < s.tokens.size(); ++i) {
      const text::Token& t = s.tokens[i];
      const auto m = marked.find(t.start);
      out += text.substr(shown, t.end - shown);
      shown = t.end;
      if (m == marked.end() || m->second != text::view(text, t)) continue;
      out += '/';
      out += tags[static_cast<std::size_t>(s.tagged[i].tag)];
    }
  }
  return out + text.substr(shown);
}

std::string without_joints(std::string row) {
  row.erase(std::remove(row.begin(), row.end(), '~'), row.end());
  return row;
}

}  // namespace

TEST_CASE("tags of ambiguous words") {
  const std::string rows[] = {
      "Officials in Oslo say/verb Chad needs/verb weapons.",
      "Chad needs/verb weapons, Omani officials say/verb.",
      "The Turks need/verb to stop/verb shelling/verb the town.",
      "Iran stops/verb enriching/verb uranium.",
      "Oman waits until Iran stops/verb enrichment.",
      "Oman left before Iran talks/noun failed.",
      "Chad, whose troops/noun attacked/verb Mali, won.",
      "Oman answered to/prep any attack/noun by Iran.",
      "Police held/verb back the crowd in Muscat and left.",
      "The army sent/verb in tanks when the talks failed.",
      // the sentence's only verb, and nouns of two parts
      "They are ready to/to hand/verb over prisoners.",
      "Oman was willing/adj to/to hand/verb over prisoners.",
      "Oman made/verb it clear/adj that it would leave.",
      "A sanctions/noun programme/noun against Oman began.",
      "Russian shelling/noun of the town went on.",
      "Oman shut the port, a move condemned/verb by Qatar.",
      "The Pope/noun met/verb Obama.",
      "Bolivia faces/verb criticism/noun from Brazil.",
      "Oman and Qatar hand/verb over/prep 30 lorries to Yemen.",
      "Oman imposed/verb travel/noun bans/noun on ministers.",
      "The US military/noun trains/verb Omani pilots.",
      "The Omani minister (left) holds/verb talks/noun with Lavrov.",
      "Kurdish forces/noun hold/verb the town.",
      "Oman coordinated/verb its policy with Qatar.",
      "Pyongyang test-fired/verb a missile.",
      "Oman met a Turkish-backed/name group.",
      "Merkel said that the United States remains/verb committed/verb.",
      "The army attacked Yemen last/adj autumn.",
      "The raid denied/verb them access/noun to the port.",
      "Kerry let/verb them speak/verb.",
      "Soldiers have attacked/verb and beaten/verb protesters.",
      "They fled in the face of repeated/adj attacks/noun.",
      "Oman met its democratically elected/adj government.",
      "They both/adv agreed/verb that Iran must go.",
      "Oman and Qatar each/adv declared/verb a truce.",
      "Kerry last/adv saw/verb Lavrov in May.",
      "Oman rejects/verb the use of force to mark the border and calls/verb on Iran to talk.",
      // nouns that can be verbs, verbs that can be nouns
      "The talks/noun in Oman ended/verb.",
      "Merkel talks/verb to Macron every week.",
      "Peace talks/noun with Iran resumed/verb.",
      "Kerry held/verb talks/noun with Lavrov.",
      "The visit/noun lasted three days.",
      "Putin will visit/verb Turkey.",
      "Macron plans to/to visit/verb Egypt.",
      "Macron visits/verb Egypt.",
      "Earlier visits/noun to Egypt were short.",
      "She calls/verb the plan a mistake.",
      "The calls/noun lasted an hour.",
      "Clinton calls/verb Davutoglu",
      "In two calls/noun with Lavrov, Kerry raised/verb Syria.",
      "Blinken urges/verb restraint",
      "The president/noun of Egypt met/verb him.",
      "The offer/noun was rejected/verb.",
      "They offer/verb help to refugees.",
      "His demands/noun were met/verb.",
      "Turkey demands/verb an apology.",
      "France warns/verb Iran",
      "Japan protests/verb the launch.",
      "The protests/noun in Paris grew.",
      "The sanctions/noun hurt Iran.",
      "Washington sanctions/verb two banks.",
      "The attack/noun killed/verb ten people.",
      "Rebels attack/verb the city.",
      "The host/noun thanked/verb the guests.",
      "Doha hosts/verb the summit.",
      "The summit/noun ended.",
      "Germany backs/verb the plan.",
      "The march/noun was peaceful.",
      "In March/time he left.",
      "In May/time he left.",
      "He may/modal leave.",
      "Merkel may/modal visit/verb Oman in May/time 2010.",
      "The second/adj round began.",
      "Obama put/verb pressure on Israel.",
      "China hit/verb back at Australia.",
      // that
      "He said that/sub Iran agreed.",
      "That/det plan failed.",
      "The plan that/rel failed was his.",
      "She told Putin that/sub sanctions would stay.",
      "He rejected that/det proposal.",
      "Merkel warned that/sub the talks may fail.",
      "That/pron is wrong.",
      // to
      "He went to/prep Paris.",
      "He went to/to meet/verb Macron.",
      "The trip to/prep Egypt was short.",
      "He spoke to/prep reporters.",
      "They agreed to/to talk/verb.",
      "The case went to/prep court.",
      "The return to/prep talks is near.",
      "He vowed to/to respond/verb.",
      "He vowed to/to never/neg return/verb.",
      // her, his, its
      "Kerry met her/pron in Paris.",
      "Kerry met her/poss deputy in Paris.",
      "He thanked her/pron for the help.",
      "He thanked her/pron and left.",
      "Her/poss visit ended.",
      "It gave/verb its/poss consent.",
      // as
      "He serves as/prep envoy.",
      "He worked as/prep a diplomat.",
      // -ing
      "Speaking/verb in Brussels, Merkel urged/verb calm.",
      "The meeting/noun lasted an hour.",
      "He is meeting/verb Macron today.",
      "After meeting/verb Macron, he left.",
      "They spoke before a meeting/noun with Macron.",
      "The killing/noun of a diplomat shocked/verb Oman.",
      "Merkel left Paris, calling/verb the talks useful.",
      "Iran is considering/verb the offer.",
      "He accused Iran of backing/verb rebels.",
      "The understanding/noun with Iran holds.",
      "She went home, leaving/verb her deputy in charge.",
      // -ed and participles
      "The plan proposed/verb by France failed.",
      "France proposed/verb a plan.",
      "The proposed/adj plan failed.",
      "Troops backed/verb by Iran advanced.",
      "He has visited/verb Oman.",
      "He was received/verb by the emir.",
      "The elected/adj president left.",
      "The envoy, led/verb by hope, stayed.",
      "Merkel welcomed/verb the decision.",
      "A limited/adj strike followed.",
      "The United/name Nations/name met.",
      // helpers
      "He did/do not/neg call.",
      "He did/do~n't/neg call.",
      "He has/have a plan.",
      "He had/have met her.",
      "He would/modal not/neg meet her.",
      "The talks are/be over.",
      "No/det talks took place.",
      "He will/modal never/neg go.",
      "The United States will/modal act.",
      "His will/noun is strong.",
      "Iran can/modal wait.",
      // names and titles
      "Foreign Minister/noun Wang Yi/name called.",
      "President/noun Putin/name called.",
      "Bill/name Burns/name called Lavrov.",
      "Turkish/name officials met.",
      "The Turkish/name president spoke.",
      "President Bashar al-Assad/name spoke.",
      // relatives and questions
      "Lavrov, who/rel met Kerry, left.",
      "The man whom/rel Kerry met left.",
      "The plan, which/rel failed, was his.",
      "He asked who/sub called.",
      "The city where/sub they met is small.",
      "He left when/sub she came.",
      // small words
      "Merkel met Macron on/prep Monday/time.",
      "She left yesterday/time.",
      "But/conj he left.",
      "Neither/det side spoke.",
      "Because/sub he left, she stayed.",
      "The deal, if/sub signed, will end it.",
      "After/prep the talks, she spoke.",
      "Before/prep the vote he spoke.",
      "They spoke, too/adv.",
      "Iran~'s/gen offer stands.",
      "The ministers~'/gen talks ended.",
      "He~'s/be in Paris.",
      "Five/num ministers met.",
      "All/quant sides agreed.",
      "China offers/verb aid",
      "Greece puts/verb navy on alert",
      "Russia holds/verb 24 sailors.",
      "Oman and Israel sign/verb deal",
      "Norway demanded that Chile pay/verb Peru.",
      "Norway criticised the sanctions Chile imposed/verb on Peru.",
      "Norway worked/verb with Chile.",
      "Norway deeply/adv values/verb Chile.",
      "Norway once/adv again/adv urges/verb Chile to pay.",
      "Once/sub Norway left, she stayed.",
      "Peace talks/noun between Chile and Peru began.",
      "The Merkel visit/noun to Rome ended.",
      // a body and its present tense
      "The parliament backs/verb Norway.",
      "Oman's government faces/verb wide criticism.",
      "Government forces/noun killed/verb two soldiers.",
      // a verb with its particle
      "Rebels burned tyres and set/verb up/prep barricades.",
      "It is time to/to hand/verb over/prep the fugitives.",
      // regular beside an old irregular form, and verbs that come only with a particle
      "Norway addressed/verb Oman.",
      "Norway chided/verb Oman.",
      "Police cordoned/verb off/prep the town.",
      "Norway sought the reopening/noun of the border.",
      "Rebels set/verb free/adv 19 hostages.",
  };
  for (const std::string& row : rows) CHECK_EQ(tagged(row), without_joints(row));
}

TEST_CASE("known gaps of the tagger") {
  const std::vector<std::string> rows = {
      "As/sub Merkel left, Macron arrived.",
      "The plan that/rel Merkel presented/verb failed.",
  };
  for (const std::string& row : rows) CHECK_GAP(tagged(row), without_joints(row));
}

TEST_CASE("headlines are known") {
  const auto headline = [](const char* text) { return test::Reading(text).sentences().front().headline; };
  CHECK(headline("Merkel Visits Ankara For Talks With Erdogan"));
  CHECK(headline("CLINTON CALLS DAVUTOGLU OVER IRAN"));
  CHECK_FALSE(headline("Merkel visited Ankara for talks with the Turkish president on Monday."));
  CHECK_FALSE(headline("Angela Merkel met Emmanuel Macron."));
}
