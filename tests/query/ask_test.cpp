#include <doctest/doctest.h>
#include <fmt/format.h>

#include "query/fixture.h"
#include "query/rules.h"

using namespace demarche;

namespace {

constexpr const char* today = "2012-06-15";  // a Friday

const Graph& graph() {
  static const Graph made = fixture::graph();
  return made;
}

Result<Answer> ask(const std::string& question) {
  const Result<Query> query = question_rules().understand(question, today);
  if (!query) return query.error();
  return run(graph(), *query);
}

// "answer; answer", or the error, or the candidates.
std::string told(const std::string& question) {
  const Result<Answer> answer = ask(question);
  if (!answer) return "error: " + answer.error().message;
  if (!answer->candidates.empty()) {
    return fmt::format("{} = {}", answer->ambiguous, fmt::join(answer->candidates, " or "));
  }
  return fmt::format("{}", fmt::join(answer->answers, "; "));
}

std::string cited(const std::string& question) {
  const Result<Answer> answer = ask(question);
  return answer ? fmt::format("{}", fmt::join(answer->mentions, " ")) : answer.error().message;
}

struct Row {
  const char* question;
  const char* answers;
};

void check(const auto& rows) {
  for (const Row& row : rows) {
    const std::string question = row.question;
    CAPTURE(question);
    CHECK(told(question) == std::string(row.answers));
  }
}

}  // namespace

TEST_CASE("in order of time") {
  check(std::initializer_list<Row>{
      {"Who met Lavrov after Clinton did?", "Ahmet Davutoğlu"},
      {"Who met Lavrov before Davutoglu did?", "Hillary Clinton"},
      {"Who did Lavrov meet after he met Clinton?", "Ahmet Davutoğlu"},
      {"Who did Lavrov meet before meeting Davutoglu?", "Hillary Clinton"},
      {"After Clinton met Lavrov, who met Lavrov?", "Ahmet Davutoğlu"},
      {"Did Lavrov meet Davutoglu after he met Clinton?", "yes"},
      // She called him later, too: after is after the last time.
      {"When did Putin talk to Merkel after she called Putin?", ""},
      {"Who did Annan write to after visiting Syria?", "Ban Ki-moon"},
      {"Who met Lavrov after March 2012?", ""},
      {"Who met Lavrov after Obama visited Syria?", "error: no actor \"Obama\" in this graph"},
      {"Who met Lavrov after Annan called Ban?", ""},
  });
}

TEST_CASE("who") {
  check(std::initializer_list<Row>{
      {"Who did Merkel call?", "Vladimir Putin; Sergei Lavrov"},
      {"Who did Angela Merkel call in March 2012?", "Sergei Lavrov; Vladimir Putin"},
      {"Who called Merkel?", "Vladimir Putin"},
      {"Who did Putin call?", "Angela Merkel"},
      {"Whom did Merkel talk to?",
       "Vladimir Putin; Hillary Clinton; Luiz Inácio Lula da Silva; Sergei Lavrov; Recep Tayyip Erdoğan"},
      {"Who talked to Lavrov?", "Ahmet Davutoğlu; Hillary Clinton; Angela Merkel"},
      {"Who talked to Lavrov about Syria in March 2012?", "Hillary Clinton; Angela Merkel"},
      {"Who did Lavrov meet?", "Ahmet Davutoğlu; Hillary Clinton"},
      {"Who met Merkel?", "Recep Tayyip Erdoğan"},
      {"Who did Merkel meet in Turkey?", "Recep Tayyip Erdoğan"},
      {"Who did Erdogan host?", "Angela Merkel"},
      {"Who was received by Erdoğan?", "Angela Merkel"},
      {"Who did Annan write to?", "Ban Ki-moon"},
      {"Who wrote to Ban in March?", "Kofi Annan"},
      {"Who wrote to Erdogan in 2012?", ""},
      {"Who wrote to Erdogan in 2011?", "Luiz Inácio Lula da Silva"},
      {"To whom did Lula write?", "Recep Tayyip Erdoğan"},
      {"Who did Annan talk to?", "Free Syrian Army; Ban Ki-moon"},
      {"Who visited Syria?", "Kofi Annan"},
      {"Who is going to visit Germany?", "Vladimir Putin"},
      {"Who might visit Germany?", "Luiz Inácio Lula da Silva"},
      {"Who will Putin visit?", "Germany"},
      {"Who condemned Syria?", "Turkey; Guido Westerwelle"},
      {"Who did Germany condemn?", "Syria"},
      {"Who imposed sanctions on Syria?", "Turkey"},
      {"Who thanked Turkey?", "Ban Ki-moon"},
      {"Who did Hillary Clinton urge?", "Russia"},
      {"Who was expelled by Germany last month?", "Syria"},
      {"Who talked to Russia in March 2012?", "Ahmet Davutoğlu; Hillary Clinton; Angela Merkel"},
      {"Who talked to the United States?", "Recep Tayyip Erdoğan; Angela Merkel; Sergei Lavrov"},
      {"Who did Merkel discuss Syria with on 5 March 2012?", "Vladimir Putin"},
      {"Who discussed the truce?", "Kofi Annan; Free Syrian Army; Sergei Lavrov; Ahmet Davutoğlu"},
      {"Who did the Turkish foreign minister talk to?", "Guido Westerwelle; Sergei Lavrov"},
      {"Who called Turkey's foreign minister?", "Guido Westerwelle"},
      {"Who met the Foreign Minister of Russia?", "Ahmet Davutoğlu; Hillary Clinton"},
      {"Who did Chancellor Merkel call most?", "Vladimir Putin"},
      {"Who called Putin most often?", "Angela Merkel"},
      {"Who has Merkel not called since May 2012?", "Sergei Lavrov"},
      {"Who met both Hillary Clinton and Davutoglu?", "Sergei Lavrov"},
      {"Who knows both Annan and Turkey?", "Ban Ki-moon; Syria"},
      {"Which Russian officials did Merkel call?", "Vladimir Putin; Sergei Lavrov"},
      {"Who from Turkey met Lavrov?", "Ahmet Davutoğlu"},
      {"Which officials condemned Syria?", "Guido Westerwelle"},
      {"Which organisations did Ban thank?", ""},
      {"In May 2012, who did Merkel talk to?", "Vladimir Putin; Hillary Clinton; Luiz Inácio Lula da Silva"},
      {"Who did Merkel talk to by phone before April 2012?", "Sergei Lavrov; Vladimir Putin"},
      {"Who visited Bosnia and Herzegovina?", "Recep Tayyip Erdoğan"},
      {"Who is Erdogan?", "Prime Minister"},
      {"Who took part in the video conference with Merkel?", "Hillary Clinton; Luiz Inácio Lula da Silva"},
      {"Who hosted the video conference?", "Angela Merkel"},
      {"Who got a letter from Annan?", "Ban Ki-moon"},
      {"Who did Erdogan receive a letter from?", "Luiz Inácio Lula da Silva"},
      {"Who met in Moscow?", "Sergei Lavrov; Ahmet Davutoğlu"},
      {"Who is visiting Germany?", "Vladimir Putin"},
      {"Who is Putin visiting in June 2012?", "Germany"},
      {"Please tell me who Merkel called in May 2012.", "Vladimir Putin"},
  });
}

TEST_CASE("who whom") {
  check(std::initializer_list<Row>{
      {"Who met whom in New York?", "United Nations Security Council; Hillary Clinton – Sergei Lavrov"},
      {"Who called whom between 1 and 6 March 2012?", "Angela Merkel → Sergei Lavrov; Angela Merkel → Vladimir Putin"},
      {"Who is going to visit whom?", "Vladimir Putin → Germany"},
      {"Which planned visits never took place?", "Vladimir Putin → Germany; Ban Ki-moon → Syria"},
      {"What happened between Turkey and Syria in April 2012?", "Turkey → Syria; Turkish official → Syria"},
      {"What did Ban do?", "Ban Ki-moon → Turkey; Kofi Annan → Ban Ki-moon"},
      {"How is Westerwelle connected with Hillary Clinton?",
       "Guido Westerwelle; Ahmet Davutoğlu; Sergei Lavrov; Hillary Clinton"},
  });
}

TEST_CASE("when, how often, where, what") {
  check(std::initializer_list<Row>{
      {"When did Merkel call Putin?", "2012-05-20; 2012-03-05"},
      {"When did Merkel first call Putin?", "2012-03-05"},
      {"When did Putin last speak with Merkel?", "2012-05-20"},
      {"When did Merkel and Putin speak?", "2012-05-20; 2012-04-10; 2012-03-05"},
      {"When did Merkel visit Turkey?", "2012-02"},
      {"When was the last time that Merkel and Putin spoke?", "2012-05-20"},
      {"When did the Security Council meet?", "2012-03-21"},
      {"Where did the UNSC meet?", "New York"},
      {"When did Merkel last talk to anybody?", "2012-05-20"},
      {"When did Annan write to Ban?", "2012-03-15"},
      {"When will Putin visit Germany?", "2012-06-01"},
      {"How often did Merkel call Putin?", "2"},
      {"How many times did Merkel and Putin talk?", "3"},
      {"How often did Putin call Lavrov?", "0"},
      {"Where did Clinton meet anyone?", "Clinton = Hillary Clinton or Bill Clinton"},
      {"Where did Clinton meet Lavrov?", "New York"},  // only one of them dealt with him
      {"Where did Hillary Clinton meet Lavrov?", "New York"},
      {"Where did Lavrov and Davutoglu meet?", "Moscow"},
      {"What did Merkel and Putin discuss?", "Syria; missile defence; gas prices"},
      {"What did Merkel discuss with Erdogan?", "accession"},
      {"What did Annan discuss in April?", "the truce"},
      {"What was the call between Putin and Merkel about?", "Syria; missile defence; gas prices"},
      {"How do you know that Erdogan hosted Merkel?", "Erdoğan received Merkel."},
  });
}

TEST_CASE("whether") {
  check(std::initializer_list<Row>{
      {"Did Merkel call Putin?", "yes"},
      {"Did Lavrov call Merkel?", "unknown"},
      {"Did Lavrov meet Hillary Clinton?", "yes"},
      {"Did Putin and Hillary Clinton meet?", "no"},
      {"Did Putin meet Bill Clinton?", "unknown"},
      {"Did Westerwelle meet Lavrov?", "unknown"},
      {"Did Lula visit Germany?", "unknown"},
      {"Did Putin visit Germany?", "unknown"},
      {"Will Putin visit Germany?", "yes"},
      {"Will Ban visit Syria?", "no"},
      {"Did Lula take part in the video conference?", "yes"},
      {"Did Erdogan take part in the video conference?", "unknown"},
      {"Did Merkel meet Putin in January 2012?", "unknown"},
      {"Was Putin called by Merkel in May?", "yes"},
      {"Has Turkey ever sanctioned Syria?", "yes"},
      {"Might Lula visit Germany?", "yes"},
      {"Did Ban get a letter from Annan?", "yes"},
      {"Did the Security Council meet in March 2012?", "yes"},
      {"Did anybody visit Syria?", "yes"},
  });
}

TEST_CASE("which countries") {
  check(std::initializer_list<Row>{
      {"Which countries did Merkel visit?", "Turkey"},
      {"Which countries has Erdogan visited?", "Bosnia and Herzegovina"},
      {"Which countries did Merkel talk to?", "Russia; United States; Brazil; Turkey"},
      {"Which countries will Putin visit?", "Germany"},
      {"Which countries has Merkel been to?", "Turkey"},
      {"Which countries condemned Syria?", "Turkey; Germany"},
      {"Which countries did Annan visit in Damascus?", "Syria"},
  });
}

TEST_CASE("last contacts, stays, sides taken, reports") {
  check(std::initializer_list<Row>{
      {"When was the most recent contact between Merkel and Putin?", "2012-05-20"},
      {"When was the first contact between Merkel and Putin?", "2012-03-05"},
      {"How long was Hillary Clinton in New York?", "1 day"},
      {"How long was Putin in Ankara?", ""},
      {"Was Merkel in Ankara?", "yes"},
      {"Has Erdogan been to Sarajevo?", "yes"},
      {"Was Ban in Damascus?", "no"},
      {"Was Putin in Damascus?", "unknown"},
      {"Who is against Syria?", "Germany; Turkey; Guido Westerwelle"},
      {"Which countries are opposed to Syria?", "Germany; Turkey"},
      {"Who is Turkey hostile to?", "Syria"},
      {"Who opposed Syria in 2011?", "Turkey"},
      {"Who were the participants of the meeting in Moscow?", "Sergei Lavrov; Ahmet Davutoğlu"},
      {"What is Putin planning to do?", "Vladimir Putin → Germany"},
      {"What is planned for June?", "Vladimir Putin → Germany"},
      {"Which country did Erdogan visit most often?", "Bosnia and Herzegovina"},
      {"Did Lavrov discuss the truce with Davutoglu?", "yes"},
      {"What does Hillary Clinton want from Russia?", "Hillary Clinton → Russia"},
      {"What has not been confirmed?", "Luiz Inácio Lula da Silva → Germany; Turkish official → Syria"},
      {"Calls with Lavrov", "Angela Merkel → Sergei Lavrov"},
      {"Who condemned?", "Turkey; Guido Westerwelle"},
      {"How many sources report the meeting between Hillary Clinton and Lavrov?",
       "1 interaction, 0 reports, 0 independent"},
  });
}

TEST_CASE("what names nobody is a topic in another reading") {
  const auto read = [](const std::string& question) {
    const Result<Reading> reading = question_rules().read(question, today, graph());
    return reading ? reading->rule + ": " + to_text(reading->query) : reading.error().message;
  };
  CHECK(read("Who is against the truce?") ==
        "Q-who-against-topic: want=actors event=REJECT,ACCUSE,THREATEN,PROTEST,SANCTION,COERCE,ASSAULT "
        "about=\"the truce\"");
  CHECK(read("Who is against Syria?").starts_with("Q-who-against-x: want=actors recipient=Syria"));
  CHECK(read("Did Turkey condemn the shelling?") ==
        "Q-did-x-action-topic: want=truth actor=Turkey action=condemn about=\"the shelling\"");
  CHECK(read("Who urged Russia to withdraw its ships?") ==
        "Q-who-urged-x-to: want=interactions recipient=Russia action=urge");
}

TEST_CASE("a month without year is the next one in questions about plans, else the latest") {
  const auto since = [](const std::string& question) {
    const Result<Query> query = question_rules().understand(question, today);
    return query ? query->since : query.error().message;
  };
  CHECK(since("Who will Merkel meet in March?") == "2013-03");
  CHECK(since("Who will Merkel meet in June?") == "2012-06");
  CHECK(since("Who did Merkel meet in March?") == "2012-03");
  CHECK(since("What was planned for March?") == "2012-03");
  CHECK(since("Who will Merkel meet in March 2012?") == "2012-03");
}

TEST_CASE("names that cannot be used") {
  check(std::initializer_list<Row>{
      {"Who did Clinton meet?", "Clinton = Hillary Clinton or Bill Clinton"},
      {"Who met Sergei?", "Sergei = Sergei Lavrov or Sergei Ryabkov"},
      {"Who met Davutoglo?", "error: no actor \"Davutoglo\" in this graph; nearest: Ahmet Davutoğlu"},
      {"Who met Angela Merkle?", "error: no actor \"Angela Merkle\" in this graph; nearest: Angela Merkel"},
      {"Who met Michelle Obama?", "error: no actor \"Michelle Obama\" in this graph"},
      {"Who from Turkye met Lavrov?", "error: no country \"Turkye\"; nearest: Turkey"},
      {"Who from Atlantis met Lavrov?", "error: no country \"Atlantis\""},
  });
}

TEST_CASE("answers cite their evidence, newest first") {
  CHECK(cited("Who did Merkel call?") == "m29 m26 m01");
  CHECK(cited("Who did Merkel call most?") == "m29 m01");
  CHECK(cited("Did Putin and Hillary Clinton meet?") == "m12");
  CHECK(cited("Did Lula visit Germany?") == "m10");
  CHECK(cited("Did Putin meet Bill Clinton?") == "");
  CHECK(cited("Who is Erdogan?") == "m06");
  CHECK(cited("Which planned visits never took place?") == "m09 m11");
  const Result<Answer> answer = ask("When did Merkel first call Putin?");
  REQUIRE(answer.ok());
  CHECK(answer->interactions == std::vector<std::string>{"i01"});
  CHECK(to_text(answer->query) ==
        "want=dates actor=\"Angela Merkel\" recipient=\"Vladimir Putin\" action=call "
        "status=actual pick=first");
}

TEST_CASE("regions") {
  check(std::initializer_list<Row>{
      {"Which European foreign ministers did Hillary Clinton meet?", "Sergei Lavrov"},
      {"Which European leaders called Merkel?", "Vladimir Putin"},
      {"Which Middle Eastern countries did Merkel visit?", "Turkey"},
      {"Which European countries did Merkel visit?", ""},
      {"Did Clinton talk to European officials?", "yes"},
      {"Did Clinton talk to African officials?", "error: no actor \"African officials\" in this graph"},
  });
}

TEST_CASE("how many times") {
  check(std::initializer_list<Row>{
      {"Who did Merkel talk to more than once?", "Vladimir Putin"},
      {"Who did Merkel speak with twice?", "Vladimir Putin"},
      {"Who did Merkel talk to more than ten times?", ""},
      {"Did Merkel talk to Putin more than once?", "yes"},
      {"Did Merkel talk to Putin more than four times?", "unknown"},
  });
}

TEST_CASE("who came after and before somebody in office") {
  Graph held = fixture::graph();
  const auto term = [&held](const char* person, const char* office, const char* of, const char* from) {
    Affiliation& a = held.affiliations.emplace_back();
    a.person = person, a.office = office, a.of = a.of_name = of, a.from = from, a.known = true;
  };
  term("p.putin", "President", "RUS", "2000-05-07");
  term("p.lavrov", "President", "RUS", "2008-05-07");
  term("p.ryabkov", "President", "RUS", "2012-05-07");
  term("p.merkel", "President", "DEU", "2009-01-01");
  const auto answer = [&held](const char* question) {
    const auto query = question_rules().understand(question, today);
    const auto answered = run(held, query.ok() ? *query : Query());
    return answered.ok() ? fmt::format("{}", fmt::join(answered->answers, "; ")) : answered.error().message;
  };
  CHECK(answer("Who succeeded Putin as president?") == "Sergei Lavrov");
  CHECK(answer("Who was Lavrov's successor?") == "Sergei Ryabkov");
  CHECK(answer("Who was Lavrov's predecessor?") == "Vladimir Putin");
  CHECK(answer("Whom did Ryabkov replace as president?") == "Sergei Lavrov");
  CHECK(answer("Who succeeded Ryabkov?").empty());
  CHECK(answer("Who succeeded Putin as foreign minister?").empty());
}
