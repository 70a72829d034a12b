#include "extract/records.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/known_gaps.h"
#include "extract/record_text.h"

using namespace demarche;
using test::document;
using test::extractor;

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& l : lines) out += (out.empty() ? "" : "\n") + l;
  return out;
}

std::string read(const std::string& text, const std::string& date) {
  return test::full(extractor().extract(document(text, date)));
}
std::string facts(const std::string& text) { return test::facts(extractor().extract(document(text))); }

// Only the meetings: a refusal is a record of its own beside them.
std::string meetings(const std::string& text) {
  std::string out;
  for (const Mention& m : extractor().extract(document(text))) {
    if (m.action == "meet") out += (out.empty() ? "" : "\n") + test::fact(m);
  }
  return out;
}

struct Row {
  std::string date, text;
  std::vector<std::string> records;
};

const Row rows[] = {
    {"2013-06-15",
     "U.S. Secretary of State John Kerry called Turkish Foreign Minister Ahmet Davutoglu on Thursday to discuss Syria. "
     "Kerry will "
     "visit Ankara next week.",
     {"John Kerry > call > Ahmet Davutoglu 2013-06-13 about Syria",
      "John Kerry > visit > Turkey (planned) 2013-06-17..2013-06-23"}},
    {"2016-03-01",
     "German Chancellor Angela Merkel met French President Francois Hollande in Paris on Monday. The two leaders "
     "discussed "
     "migration. She did not meet Prime Minister Manuel Valls.",
     {"Angela Merkel > meet > François Hollande 2016-02-29 in Paris about migration",
      "Angela Merkel > meet > Manuel Valls (denied)"}},
    {"2019-08-22",
     "Denmark's Prime Minister Mette Frederiksen spoke by telephone with President Donald Trump on Wednesday evening, "
     "her office said.",
     {"Mette Frederiksen > call > Donald Trump 2019-08-21, office say"}},
    // what a person does is no body of his; where a text was signed has no part in it
    {"2021-06-07", "Norway praised Antony Blinken's leadership.", {"Norway > praise > Antony Blinken"}},
    {"2021-06-07", "Antony Blinken left. Norway is grateful for his service.", {"Norway > thank > Antony Blinken"}},
    {"2021-06-07", "Norway praised Iran's leadership.", {"Norway > praise > Iran"}},
    {"2021-06-07", "Norway supports the Minsk agreement.", {}},
    // one head for three: each has his own
    {"2022-06-07",
     "Sergei Lavrov met his Saudi, Japanese and Iranian counterparts.",
     {"Sergei Lavrov > meet > Faisal bin Farhan Al Saud & Yoshimasa Hayashi & Hossein Amir-Abdollahian"}},
    {"2022-06-07",
     "UK, Dutch and French forces attacked Syria.",
     {"British forces & Dutch forces & French forces > attack > Syria"}},
    // "the city of" is the place; a surname that is a place, too
    {"2022-06-07", "Antony Blinken visited the city of Lviv.", {"Antony Blinken > visit > Ukraine"}},
    {"2022-06-07", "M23 rebels captured Goma.", {"M23 rebels > capture > Democratic Republic of the Congo"}},
    {"2003-06-07", "Lagos called George W. Bush.", {"Ricardo Lagos > call > George W. Bush"}},
    // offices with the body's name before the holder's
    {"2022-06-07",
     "Antony Blinken met with Speaker of the National Assembly Karim Ghazal and the Chief of Staff to the President "
     "Andriy Yermak.",
     {"Antony Blinken > meet > Karim Ghazal & Andriy Yermak"}},
    // what is said in a call beside the call
    {"2014-06-07",
     "Barack Obama called François Hollande to express his condolences.",
     {"Barack Obama > call > François Hollande", "Barack Obama > express condolences > François Hollande"}},
    // whose words stand above is not who speaks below
    {"2021-07-27",
     "Our partnership is strong.\n– Secretary of State Antony J. Blinken, February 25, 2021\nSecretary of State Antony "
     "J. "
     "Blinken will travel to Muscat, where he will meet Foreign Minister Omar Haddad.",
     {"Antony Blinken > visit > Oman (planned)", "Antony Blinken > meet > Omar Haddad (planned)"}},
    {"2022-06-07",
     "The Taliban said their delegation would visit Oman.",
     {"Taliban delegation > visit > Oman (planned), Taliban say"}},
    {"2022-06-07",
     "A day after Pakistan shot down two Indian jets, Imran Khan met Xi Jinping.",
     {"Pakistan > shoot down > Indian jets", "Imran Khan > meet > Xi Jinping"}},
    {"2020-06-07",
     "Duterte turned down an invitation from Donald Trump to visit Canada.",
     {"Rodrigo Duterte > turn down > Donald Trump", "Rodrigo Duterte > visit > Canada (denied)"}},
    {"2020-06-07", "Angela Merkel rested. Her government has warned Poland.", {"Germany > warn > Poland"}},
    {"2020-06-07",
     "Iran condemned Hassan Nasrallah, the leader of Hezbollah, which attacked Israel.",
     {"Iran > condemn > Hassan Nasrallah"}},
    {"2020-02-11", "Moscow summoned the Dutch ambassador.", {"Russia > summon the ambassador > Dutch ambassador"}},
    {"2020-02-11",
     "The Sudanese army and Darfur rebels agreed to a truce. Omar Haddad, the envoy, praised both sides.",
     {"Sudanese army > reach understanding > Darfur rebels", "Omar Haddad > praise > Sudanese army & Darfur rebels"}},
    {"2019-01-10", "If Iran attacks, Israel will strike back.", {"Israel > vow a response > Iran"}},
    {"2019-01-10",
     "There were no plans for Netanyahu to meet Abbas.",
     {"Benjamin Netanyahu > meet > Mahmoud Abbas (denied)"}},
    {"2019-01-10",
     "Donald Trump might meet Kim in Vietnam.",
     {"Donald Trump > meet > Kim Jong-un (possible) in Vietnam"}},
    // a list of those who did it in between
    {"2022-06-07", "A truce brokered by Oman and Qatar drew praise from Mali.", {}},
    {"2018-03-01", "Merkel Meets Macron in Paris\n\nTrade grew.", {"Angela Merkel > meet > Emmanuel Macron in Paris"}},
    {"2018-03-01",
     "Angela Merkel met Emmanuel Macron in Moscow on Monday.",
     {"Angela Merkel > meet > Emmanuel Macron 2018-02-26 in Moscow"}},
    {"2018-03-01",
     "The week ahead:\n• Angela Merkel will visit Oman\n• Emmanuel Macron will visit Egypt on Friday",
     {"Angela Merkel > visit > Oman (planned)", "Emmanuel Macron > visit > Egypt (planned) 2018-03-02"}},
    {"2018-03-01",
     "Norway condemned Iran, and Iran condemned Norway.",
     {"Norway > condemn > Iran", "Iran > condemn > Norway"}},
    // whose they are says who; whom they include stands beside them, wherever it is told
    {"2018-03-01",
     "Merkel met the heads of the development banks today in Paris, including Emmanuel Macron and Norway.",
     {"Angela Merkel > meet > heads of development banks & Emmanuel Macron & Norway 2018-03-01 in Paris"}},
    {"2018-03-01", "Merkel thanked members of the audience in Paris, including the piano.", {}},
    // whose the positions are
    {"2018-03-01", "Oman shelled Iraqi rebel positions.", {"Oman > shell > Iraqi rebels"}},
    {"2018-03-01", "Oman shelled Iraqi army positions.", {"Oman > shell > Iraq"}},
    // whose the event is
    {"2018-03-01", "Angela Merkel left after talks with Emmanuel Macron.", {"Angela Merkel > meet > Emmanuel Macron"}},
    {"2018-03-01", "Angela Merkel left after the killing of Emmanuel Macron.", {}},
    {"2018-03-01", "Oman apologised for the attack on Iran.", {"Oman > attack > Iran about Iran"}},
    {"2018-03-01", "Oil rose after four hours of talks between the leaders of the three countries.", {}},
    {"2018-03-01",
     "Chile recalled its ambassador from Iraq in protest at Oman's attack on Egypt. Peru took the same step.",
     {"Chile > recall > Iraq about Egypt", "Oman > attack > Egypt about Egypt", "Peru > recall > Iraq"}},
    // where a noun's own complements end
    {"2018-03-01",
     "Oman left over Iraq's attack on Egypt, the Omani army said.",
     {"Iraq > attack > Egypt about Egypt, Omani army say"}},
    // a name is no deed
    {"2018-03-01", "A group called Hamas attacked Israel.", {"Hamas > attack > Israel"}},
    {"2018-03-01", "Angela Merkel met a man named Torvald Brekkestad.", {"Angela Merkel > meet > Torvald Brekkestad"}},
    {"2018-03-01", "An Iraqi militia called the Dawn Brigade attacked Iran.", {"Dawn Brigade > attack > Iran"}},
    {"2018-03-01", "A Norwegian minister called Angela Merkel.", {"Norwegian minister > call > Angela Merkel"}},
    {"2018-03-01",
     "Norway said a Danish envoy called Angela Merkel.",
     {"Danish envoy > call > Angela Merkel, Norway say"}},
    {"2018-03-01", "The two leaders met. The minister praised the delegation.", {}},
    {"2014-03-01", "Trade grew. Nobody was surprised by the weather.", {}},
    {"2018-03-01",
     "Angela Merkel was praised by Emmanuel Macron, who will receive her in May.",
     {"Emmanuel Macron > praise > Angela Merkel", "Emmanuel Macron > host > Angela Merkel (planned) 2018-05"}},
    {"2014-03-01",
     "Foreign Minister Torvald Brekkestad of Norway, who visited Oman in January, praised Sultan Qaboos.",
     {"Torvald Brekkestad > visit > Oman 2014-01", "Torvald Brekkestad > praise > Qaboos bin Said"}},
    {"2018-03-01",
     "Angela Merkel met separately with Mark Rutte and Charles Michel.",
     {"Angela Merkel > meet > Mark Rutte", "Angela Merkel > meet > Charles Michel"}},
    {"2014-03-01",
     "Sultan Qaboos was praised by the Foreign Ministry of Iran on Friday.",
     {"Iranian Foreign Ministry > praise > Qaboos bin Said 2014-02-28"}},
};

const std::vector<Row> row_gaps = {
    {"2021-02-05",
     "Moscow expelled three diplomats from Germany, Poland and Sweden. Berlin condemned the decision.",
     {"Russia > expel > Germany & Poland & Sweden"}},
};

struct Fact {
  std::string text, facts;
};

// Invented people with titles, so that only the status is in question.
const Fact statuses[] = {
    {"President Laura Vance met President Omar Haddad.", "Laura Vance > meet > Omar Haddad"},
    {"President Laura Vance has met President Omar Haddad.", "Laura Vance > meet > Omar Haddad"},
    {"President Laura Vance will meet President Omar Haddad.", "Laura Vance > meet > Omar Haddad (planned)"},
    {"President Laura Vance is to meet President Omar Haddad.", "Laura Vance > meet > Omar Haddad (planned)"},
    {"President Laura Vance plans to meet President Omar Haddad.", "Laura Vance > meet > Omar Haddad (planned)"},
    {"President Laura Vance is expected to meet President Omar Haddad.", "Laura Vance > meet > Omar Haddad (planned)"},
    {"President Laura Vance is scheduled to meet President Omar Haddad.", "Laura Vance > meet > Omar Haddad (planned)"},
    {"President Laura Vance agreed to meet President Omar Haddad.", "Laura Vance > meet > Omar Haddad (planned)"},
    {"President Laura Vance did not meet President Omar Haddad.", "Laura Vance > meet > Omar Haddad (denied)"},
    {"President Laura Vance never met President Omar Haddad.", "Laura Vance > meet > Omar Haddad (denied)"},
    {"President Laura Vance may meet President Omar Haddad.", "Laura Vance > meet > Omar Haddad (possible)"},
    {"President Laura Vance might meet President Omar Haddad.", "Laura Vance > meet > Omar Haddad (possible)"},
    {"President Laura Vance reportedly met President Omar Haddad.", "Laura Vance > meet > Omar Haddad (possible)"},
    {"President Laura Vance allegedly met President Omar Haddad.", "Laura Vance > meet > Omar Haddad (possible)"},
    {"If President Laura Vance meets President Omar Haddad, trade will grow.",
     "Laura Vance > meet > Omar Haddad (possible)"},
    {"President Laura Vance denied that she met President Omar Haddad.", "Laura Vance > meet > Omar Haddad (denied)"},
    {"President Laura Vance, who met President Omar Haddad, left.", "Laura Vance > meet > Omar Haddad"},
    {"After meeting President Omar Haddad, President Laura Vance left.", "Laura Vance > meet > Omar Haddad"},
    {"President Laura Vance left before meeting President Omar Haddad.", "Laura Vance > meet > Omar Haddad"},
    {"President Laura Vance managed to meet President Omar Haddad.", "Laura Vance > meet > Omar Haddad"},
    {"President Laura Vance and President Omar Haddad met.", "Laura Vance > meet > Omar Haddad"},
    {"A planned meeting between President Laura Vance and President Omar Haddad took place.",
     "Laura Vance > meet > Omar Haddad (planned)"},
    {"President Laura Vance called off a meeting with President Omar Haddad.",
     "Laura Vance > meet > Omar Haddad (denied)"},
    {"President Laura Vance will not meet President Omar Haddad.", "Laura Vance > meet > Omar Haddad (denied)"},
    {"Did President Laura Vance meet President Omar Haddad?", "Laura Vance > meet > Omar Haddad (possible)"},
};

}  // namespace

TEST_CASE("documents and their records") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(read(row.text, row.date), joined(row.records));
  }
}

TEST_CASE("status") {
  for (const Fact& row : statuses) {
    CAPTURE(row.text);
    CHECK_EQ(meetings(row.text), row.facts);
  }
}

namespace {

// "Norwegian officials say"; the two who meet get a title here, so that they are persons.
std::string source(std::string text) {
  for (const std::string name : {"Laura Vance", "Omar Haddad"}) text.insert(text.find(name), "President ");
  const auto found = extractor().extract(document(text));
  REQUIRE_FALSE(found.empty());
  const auto& a = found.front().attribution;
  return a ? a->source.identifier_text + ' ' + a->verb : "";
}

// "in Geneva about trade; Iran".
std::string place_and_topics(const std::string& text) {
  const auto found = extractor().extract(document(text));
  REQUIRE_FALSE(found.empty());
  std::string out;
  if (found[0].event_loc) out = "in " + found[0].event_loc->extracted_place;
  for (std::size_t i = 0; i < found[0].topic.size(); ++i)
    out += (i ? "; " : out.empty() ? "about " : " about ") + found[0].topic[i];
  return out;
}

}  // namespace

TEST_CASE("who says so") {
  const Fact rows[] = {
      {"Laura Vance met Omar Haddad, Norwegian officials said.", "Norwegian officials say"},
      {"Norwegian officials said Laura Vance met Omar Haddad.", "Norwegian officials say"},
      {"“Laura Vance met Omar Haddad,” said the Norwegian foreign minister, Torvald Brekkestad.",
       "Torvald Brekkestad say"},
      {"Torvald Brekkestad, the Norwegian envoy, told reporters that Laura Vance met Omar Haddad.",
       "Torvald Brekkestad tell"},
      {"Iran denied that Laura Vance met Omar Haddad.", "Iran deny"},
      {"According to Iran, Laura Vance met Omar Haddad.", "Iran say"},
      {"Laura Vance met Omar Haddad.", ""},
      {"Laura Vance met Omar Haddad. Iran said nothing.", ""},
      {"Iran said nothing. Laura Vance met Omar Haddad.", ""},
  };
  for (const Fact& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(source(row.text), row.facts);
  }
}

TEST_CASE("topics and places") {
  const Fact rows[] = {
      {"Angela Merkel and Emmanuel Macron discussed Syria and Libya.", "about Syria; Libya"},
      {"Angela Merkel met Emmanuel Macron in Geneva.", "in Geneva"},
      {"In Geneva, Angela Merkel met Emmanuel Macron.", "in Geneva"},
      {"Angela Merkel met Emmanuel Macron in Moscow.", "in Moscow"},
      {"Angela Merkel met Emmanuel Macron at Camp David.", "in Camp David"},
      {"Angela Merkel met Emmanuel Macron in May.", ""},
      {"Angela Merkel met Emmanuel Macron to discuss the Iran deal.", "about Iran deal"},
      {"Angela Merkel called Emmanuel Macron over trade, migration and defence.", "about trade; migration; defence"},
      {"Angela Merkel met Emmanuel Macron in Geneva for talks on trade.", "in Geneva about trade"},
  };
  for (const Fact& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(place_and_topics(row.text), row.facts);
  }
}

TEST_CASE("lines of navigation are not read") {
  CHECK_EQ(facts("Related stories: Angela Merkel met Emmanuel Macron"), "");
  CHECK_EQ(facts("More from this author: Angela Merkel met Emmanuel Macron"), "");
  CHECK_NE(facts("Angela Merkel met Emmanuel Macron"), "");
}

TEST_CASE("known gaps of records") {
  for (const Row& row : row_gaps) CHECK_GAP(read(row.text, row.date), joined(row.records));
  CHECK_GAP(place_and_topics("Angela Merkel spoke with Emmanuel Macron about the war in Syria."), "about war in Syria");
}

TEST_CASE("a record of every field") {
  Document d = document(
      "Oslo. Norwegian Foreign Minister Torvald Brekkestad met Omani officials in Geneva on Thursday to discuss trade.",
      "2010-05-15");
  d.id = "doc-7";
  d.title = "A meeting";
  d.url = "https://example.org/7";
  d.publication = "Example Post";
  d.language = "en";
  const std::vector<Mention> found = extractor().extract(d);
  REQUIRE_EQ(found.size(), 1);
  const Mention& m = found.front();
  CHECK_EQ(m.doc, "doc-7");
  CHECK_EQ(m.title, "A meeting");
  CHECK_EQ(m.url, "https://example.org/7");
  CHECK_EQ(m.publication, "Example Post");
  CHECK_EQ(m.language, "en");
  CHECK_EQ(m.event, "CONSULT");
  CHECK_EQ(m.action, "meet");
  CHECK(m.reciprocal);
  CHECK_EQ(m.status, Status::actual);
  CHECK_EQ(m.date, "2010-05-13");
  CHECK_EQ(m.enddate, "");
  CHECK_EQ(m.date_text, "Thursday");
  CHECK_EQ(m.date_precision, DatePrecision::day);
  REQUIRE_EQ(m.actor.size(), 1);
  CHECK_EQ(m.actor[0].identifier_text, "Torvald Brekkestad");
  CHECK_EQ(m.actor[0].entity_text, "Torvald Brekkestad");
  CHECK_EQ(m.actor[0].kind, Kind::person);
  CHECK_EQ(m.actor[0].code, "NOR");
  CHECK_EQ(m.actor[0].office, "Foreign Minister");
  CHECK_EQ(m.actor[0].actor, "");
  REQUIRE_EQ(m.recipient.size(), 1);
  CHECK_EQ(m.recipient[0].identifier_text, "Omani officials");
  CHECK_EQ(m.recipient[0].code, "OMN");
  REQUIRE(m.event_loc);
  CHECK_EQ(m.event_loc->extracted_place, "Geneva");
  CHECK_EQ(m.event_loc->country, "CHE");
  CHECK_EQ(m.event_text, "met");
  CHECK_EQ(m.sequence, 1);
  CHECK_EQ(m.text,
           "Norwegian Foreign Minister Torvald Brekkestad met Omani officials in Geneva on Thursday to discuss trade.");
  CHECK_EQ(m.start, 6);
  CHECK_EQ(m.end, test::document("").text.size() + d.text.size());
  CHECK_EQ(joined(m.topic), "trade");
  CHECK_EQ(m.rule, "CONSULT.meet");
  CHECK_EQ(m.quad_code, 1);
  CHECK_GT(m.confidence, 0.5);
  CHECK_LE(m.confidence, 1.0);
  CHECK_EQ(m.id.size(), 16);
}

TEST_CASE("a record without a date in the text has the document's") {
  const auto found = extractor().extract(document("Angela Merkel met Emmanuel Macron.", "2018-04-19"));
  REQUIRE_EQ(found.size(), 1);
  CHECK_EQ(found[0].date, "2018-04-19");
  CHECK_EQ(found[0].date_precision, DatePrecision::document);
  const auto planned = extractor().extract(document("Angela Merkel will meet Emmanuel Macron.", "2018-04-19"));
  REQUIRE_EQ(planned.size(), 1);
  CHECK_EQ(planned[0].date, "");
  const auto undated = extractor().extract(document("Angela Merkel met Emmanuel Macron on Monday.", ""));
  REQUIRE_EQ(undated.size(), 1);
  CHECK_EQ(undated[0].date, "");
  CHECK_EQ(undated[0].date_precision, DatePrecision::none);
}

TEST_CASE("offsets are code points of the author's own text") {
  const std::string text =
      "Żółć — 王毅 😀 …\n\n“Ägypten” — President Recep Tayyip Erdoğan met Prime\u00A0Minister Torvald Brekkestad\u200B "
      "on Monday — "
      "naïve, said Côte d’Ivoire’s Élodie.";
  const auto found = extractor().extract(document(text, "2016-03-01"));
  REQUIRE_FALSE(found.empty());
  for (const Mention& m : found) {
    CHECK_EQ(test::cut(text, m.start, m.end), m.text);
    CHECK_EQ(test::cut(text, m.event_start, m.event_end), m.event_text);
    for (const Entity& e : m.actor) CHECK_EQ(test::cut(text, e.start, e.end), e.entity_text);
  }
  CHECK_EQ(found[0].actor[0].entity_text, "Recep Tayyip Erdoğan");
  CHECK_EQ(found[0].actor[0].start, 37);
  CHECK_EQ(found[0].recipient[0].identifier_text, "Torvald Brekkestad");
}

TEST_CASE("ids are stable") {
  const std::string text = "Angela Merkel met Emmanuel Macron. Angela Merkel will visit Oman.";
  const auto once = extractor().extract(document(text));
  REQUIRE_EQ(once.size(), 2);
  CHECK_EQ(once[0].id, "69409a601a451a1b");
  CHECK_EQ(once[1].id, "baca4e57292f1aea");
  Document other = document(text);
  other.id = "other";
  CHECK_NE(extractor().extract(other)[0].id, once[0].id);
  other = document(text);
  other.title = "Title";
  other.url = "https://example.org";
  CHECK_EQ(extractor().extract(other)[0].id, once[0].id);
  CHECK_NE(extractor().extract(document(' ' + text))[0].id, once[0].id);
}

TEST_CASE("lines around an article give nothing") {
  const std::string lines[] = {
      "Trending Now: Merkel meets Macron",
      "Sponsored Links by Merkel met Macron",
      "Read more: Angela Merkel met Emmanuel Macron",
      "Sign up for the newsletter in which Merkel met Macron",
      "All rights reserved, Angela Merkel met Emmanuel Macron.",
      "Photo by the office: Angela Merkel met Emmanuel Macron",
      "Jan Novotny covers the talks of Angela Merkel with Emmanuel Macron for the Prague bureau.",
      "He is a staff writer at the paper and met Angela Merkel.",
      "Jan Novotny can be reached at jan@example.org after Angela Merkel met Emmanuel Macron.",
      "Previously, he covered the White House and met Angela Merkel.",
      "He is a graduate of Oxford, where Angela Merkel met Emmanuel Macron.",
  };
  for (const std::string& line : lines) {
    CAPTURE(line);
    CHECK_EQ(facts("Trade grew.\n\n" + line + "\n\nTrade fell."), "");
  }
  CHECK_EQ(facts("Trade grew.\n\nAngela Merkel met Emmanuel Macron.\n\nTrade fell."),
           "Angela Merkel > meet > Emmanuel Macron");
}

TEST_CASE("given mentions are actors") {
  Document d = document("Blorbo met the gleeful Zindians of Vex in Paris.");
  CHECK_EQ(test::facts(extractor().extract(d)), "");
  d.mentions = {{0, 6, "", ""}, {11, 38, "", ""}};
  CHECK_GAP(test::facts(extractor().extract(d)), "Blorbo > meet > gleeful Zindians of Vex");
  d = document("Blorbo met Zind in Paris.");
  d.mentions = {{0, 6, "", ""}, {11, 15, "", ""}};
  CHECK_EQ(test::facts(extractor().extract(d)), "Blorbo > meet > Zind");
  d = document("The firm accused it of fraud.");
  d.mentions = {{0, 8, "", ""}, {17, 19, "", ""}};
  CHECK_EQ(test::facts(extractor().extract(d)), "firm > accuse > it");
}

TEST_CASE("given mentions with a name and a code") {
  Document d = document("Blorbo met Angela Merkel.");
  d.mentions = {{0, 6, "Blorbo Inc.", "MNC"}};
  const auto found = extractor().extract(d);
  REQUIRE_EQ(found.size(), 1);
  CHECK_EQ(test::fact(found[0]) + ' ' + found[0].actor[0].code, "Blorbo Inc. > meet > Angela Merkel MNC");
}

TEST_CASE("given mentions that make no sense are borne") {
  Document d = document("Angela Merkel met Emmanuel Macron.");
  const std::vector<std::vector<GivenMention>> lists = {{{0, 0, "", ""}},
                                                        {{5, 2, "", ""}},
                                                        {{900, 1000, "", ""}},
                                                        {{0, 4000000000u, "", ""}},
                                                        {{13, 14, "", ""}},
                                                        {{33, 34, "", ""}},
                                                        {{0, 13, "", ""}, {0, 13, "", ""}, {7, 20, "", ""}},
                                                        {{14, 17, "", ""}}};
  for (const auto& mentions : lists) {
    d.mentions = mentions;
    for (const Mention& m : extractor().extract(d)) CHECK_LE(m.end, d.text.size());
  }
}

TEST_CASE("texts without anything to read") {
  for (const std::string text :
       {"",       " ", "\n\n\n", ".",   "...",  "?!",  "“”",       "— – -", "()[]{}", "1,200", "• • •", "\u200B",
        "\uFEFF", "a", "'s",     "n't", ",,,,", "The", "\"\"\"\"", ":",     "Q",      "Q:",    "MR. X:"}) {
    CAPTURE(text);
    CHECK(extractor().extract(document(text)).empty());
    extractor().explain(document(text));
  }
}

TEST_CASE("hostile bytes, repaired, are read") {
  std::string text =
      "\xFF\xFE Angela Merkel met\xC0\x80 Emmanuel Macron\xED\xA0\x80. \x01\x02Angela Merkel praised Oman.";
  text += '\0';
  const Document d = document(text::repair_utf8(text));
  for (const Mention& m : extractor().extract(d)) CHECK_EQ(test::cut(d.text, m.start, m.end), m.text);
}

TEST_CASE("a line of a megabyte is read to its end") {
  std::string text;
  while (text.size() < (1u << 20)) text += "Angela Merkel thanked Emmanuel Macron and then she said that ";
  const auto prose = extractor().extract(document(text));
  REQUIRE_GT(prose.size(), 100);
  CHECK_GT(prose.back().end, text.size() - 5000);
  CHECK(extractor().extract(document(std::string(1u << 20, 'a'))).empty());
  CHECK(extractor().extract(document(std::string(1u << 20, '.'))).empty());
  CHECK(extractor().extract(document(std::string(1u << 20, '('))).empty());
  std::string commas;
  while (commas.size() < (1u << 20)) commas += "Oman, ";
  extractor().extract(document(commas));
}

TEST_CASE("records stand in the order of the text, best first in a sentence") {
  const auto found =
      extractor().extract(document("Angela Merkel met Emmanuel Macron and praised Oman. Vladimir Putin called Xi "
                                   "Jinping. Angela Merkel thanked Mark Rutte."));
  REQUIRE_GE(found.size(), 4);
  for (std::size_t i = 1; i < found.size(); ++i) {
    CHECK_LE(found[i - 1].sequence, found[i].sequence);
    if (found[i - 1].sequence == found[i].sequence) CHECK_GE(found[i - 1].confidence, found[i].confidence);
  }
}
