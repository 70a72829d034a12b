// What happened, what is planned, asked, denied: a row a way in which English says so.
#include <doctest/doctest.h>

#include <string>

#include "extract/record_text.h"

using namespace demarche;

namespace {

struct Row {
  std::string text, records;
};

std::string read(const std::string& text) {
  return test::facts(test::extractor().extract(test::document(text, "2018-03-09")));
}

const Row rows[] = {
    // Who went somewhere to do something did it; who is going to do it did not yet.
    {"Angela Merkel went to talk with Vladimir Putin.", "Angela Merkel > talk > Vladimir Putin"},
    {"Angela Merkel is going to talk with Vladimir Putin.", "Angela Merkel > talk > Vladimir Putin (planned)"},
    {"Angela Merkel was going to talk with Vladimir Putin.", "Angela Merkel > talk > Vladimir Putin (planned)"},
    {"Oman acted to sanction Iran.", "Oman > sanction > Iran"},
    {"Angela Merkel left Oman to visit Chad.", "Angela Merkel > visit > Chad"},
    {"Oman voted to sanction Iran.", "Oman > sanction > Iran (planned)"},
    // Light verbs: the infinitive is what was done.
    {"Angela Merkel missed no chance to praise Emmanuel Macron.", "Angela Merkel > praise > Emmanuel Macron"},
    {"Angela Merkel missed a chance to praise Emmanuel Macron.", "Angela Merkel > praise > Emmanuel Macron (planned)"},
    {"Norway took steps to put pressure on Iran.", "Norway > press > Iran"},
    {"Norway will take steps to put pressure on Iran.", "Norway > press > Iran (planned)"},
    // Told further behind a comma or a copula, not meant by the verb before.
    {"Norway was the largest donor, sanctioning Iran on the way.", "Norway > sanction > Iran"},
    {"Norway tried sanctioning Iran.", "Norway > sanction > Iran (planned)"},
    {"Viktor Orban was the first to congratulate Vladimir Putin.", "Viktor Orban > congratulate > Vladimir Putin"},
    {"The Security Council voted 10 to 2 to condemn Iran.", "United Nations Security Council > condemn > Iran"},
    // What one hopes or asks for is not held yet.
    {"Norway hopes for talks with Iran.", "Norway > meet > Iran (possible)"},
    {"Norway apologised for the attack on Iran.", "Norway > attack > Iran"},
    // A campaign is waged for what it is for.
    {"Norwegian soldiers have died in the campaign to defeat Hamas.", "Norwegian soldiers > defeat > Hamas"},
    {"This is not something that Norway has discussed with Iran.", "Norway > talk > Iran (denied)"},
    {"Norway should not wait for a war to help Oman.", ""},
    // Whether it happened is what is asked.
    {"Will Angela Merkel be meeting Vladimir Putin?", "Angela Merkel > meet > Vladimir Putin (possible)"},
    {"Norway does not know whether or not Angela Merkel met Vladimir Putin.",
     "Angela Merkel > meet > Vladimir Putin (possible)"},
    {"Was there a meeting between Angela Merkel and Vladimir Putin?",
     "Angela Merkel > meet > Vladimir Putin (possible)"},
    {"Is Norway sanctioning Iran, especially by —", "Norway > sanction > Iran (possible)"},
    {"Reports of Norway potentially arming Iran grew.", "Norway > arm > Iran (possible)"},
    // A participle that shares the subject says nothing about the subject's event.
    {"Norway's attack on Iran goes on, potentially widening the war.", "Norway > attack > Iran"},
    {"Norway opposes Angela Merkel's visit to Oman.",
     "Norway > oppose > Angela Merkel\nAngela Merkel > visit > Oman (planned)"},
    // A noun that wants it.
    {"Angela Merkel said that her offer to meet Vladimir Putin still stood.",
     "Angela Merkel > meet > Vladimir Putin (planned)"},
    {"Norway's proposal to sanction Iran failed.", "Norway > sanction > Iran (planned)"},
    // What is said of an event as of a thing.
    {"A meeting between Angela Merkel and Vladimir Putin is under consideration.",
     "Angela Merkel > meet > Vladimir Putin (possible)"},
    {"A meeting between Angela Merkel and Vladimir Putin is in the works.",
     "Angela Merkel > meet > Vladimir Putin (planned)"},
    {"A meeting between Angela Merkel and Vladimir Putin is off the table.",
     "Angela Merkel > meet > Vladimir Putin (denied)"},
    {"The crisis grew out of a lack of cooperation between Norway and Iran.", "Norway > cooperate > Iran (denied)"},
    // One auxiliary for both.
    {"Norway will pick up the phone and have a conversation with Iran.", "Norway > meet > Iran (planned)"},
    {"The Norwegians left and have a conversation with Iran.", "Norway > meet > Iran"},
    // A need, a plan, a duty is not the deed, whatever the verb before it.
    {"Angela Merkel spoke of the need to sanction Iran.", "Angela Merkel > sanction > Iran (planned)"},
    {"Angela Merkel spoke to praise Emmanuel Macron.", "Angela Merkel > praise > Emmanuel Macron"},
    // "not" before the infinitive.
    {"Angela Merkel voted not to meet Vladimir Putin.",
     "Angela Merkel > refuse to meet > Vladimir Putin\nAngela Merkel > meet > Vladimir Putin (denied)"},
    {"Norway left without condemning Iran.", "Norway > condemn > Iran (denied)"},
    {"Norway left after condemning Iran.", "Norway > condemn > Iran"},
    {"Norway stopped short of condemning Iran.", "Norway > condemn > Iran (denied)"},
    {"Norway has yet to condemn Iran.", "Norway > condemn > Iran (denied)"},
    {"Norway almost attacked Iran.", "Norway > attack > Iran (denied)"},
    {"It is not true that Norway condemned Iran.", "Norway > condemn > Iran (denied)"},
    {"It is true that Norway condemned Iran.", "Norway > condemn > Iran"},
    {"There is no evidence that Iran attacked Oman.", "Iran > attack > Oman (possible)"},
    {"There is evidence that Iran attacked Oman.", "Iran > attack > Oman"},
    {"Norway is less willing to help Oman.", "Norway > be willing > Oman (denied)"},
    {"Norway is more willing to help Oman.", "Norway > be willing > Oman"},
    // When something was said tells nothing against it.
    {"Angela Merkel said after meeting Emmanuel Macron that she was glad.", "Angela Merkel > meet > Emmanuel Macron"},
    {"Angela Merkel is said to have met Emmanuel Macron.", "Angela Merkel > meet > Emmanuel Macron (possible)"},
    // What is talked about is not done.
    {"Norway discussed sanctioning Iran.", ""},
    // The present tense of a clause of time looks ahead with its main clause.
    {"Angela Merkel will speak when she meets Emmanuel Macron.", "Angela Merkel > meet > Emmanuel Macron (planned)"},
    {"When Angela Merkel meets Emmanuel Macron, she will speak.", "Angela Merkel > meet > Emmanuel Macron (planned)"},
    {"Angela Merkel will not speak before she meets Emmanuel Macron.",
     "Angela Merkel > meet > Emmanuel Macron (planned)"},
    {"Angela Merkel will speak because she met Emmanuel Macron.", "Angela Merkel > meet > Emmanuel Macron"},
    {"Norway looks forward to talks when Angela Merkel meets Emmanuel Macron.",
     "Angela Merkel > meet > Emmanuel Macron (planned)"},
    // A rank that somebody has won by doing it.
    {"Angela Merkel became the highest European official to visit Oman.", "Angela Merkel > visit > Oman"},
    {"Angela Merkel will be the highest European official to visit Oman.", "Angela Merkel > visit > Oman (planned)"},
    // Questions, whatever the auxiliary.
    {"Did Angela Merkel meet Vladimir Putin?", "Angela Merkel > meet > Vladimir Putin (possible)"},
    {"Has Angela Merkel met Vladimir Putin?", "Angela Merkel > meet > Vladimir Putin (possible)"},
    {"Is Angela Merkel meeting Vladimir Putin?", "Angela Merkel > meet > Vladimir Putin (possible)"},
    {"Is Angela Merkel going to meet Vladimir Putin?", "Angela Merkel > meet > Vladimir Putin (possible)"},
    {"Was Angela Merkel received by Vladimir Putin?", "Vladimir Putin > host > Angela Merkel (possible)"},
    {"Have Norway and Oman condemned Iran?", "Norway & Oman > condemn > Iran (possible)"},
    {"Angela Merkel has met Vladimir Putin.", "Angela Merkel > meet > Vladimir Putin"},
    {"Why can't Norway condemn Iran?", "Norway > condemn > Iran (denied)"},
    {"How worried is Norway about peace as Oman condemns Iran?", "Oman > condemn > Iran"},
    {"Why would Norway condemn Iran?", "Norway > condemn > Iran (possible)"},
    // What is talked about, asked about, ended.
    {"Can you comment on Angela Merkel's visit to Oman?", "Angela Merkel > visit > Oman"},
    {"Oman may discuss a visit by Angela Merkel to Kenya.", "Angela Merkel > visit > Kenya (possible)"},
    {"Norway has no plans to help Oman.", "Norway > help > Oman (denied)"},
    {"There is speculation about a meeting between Norway and Iran.", "Norway > meet > Iran (possible)"},
    {"Talks between Norway and Iran are unlikely.", "Norway > meet > Iran (possible)"},
    {"A meeting between Norway and Iran is imminent.", "Norway > meet > Iran (planned)"},
    {"The meeting between Norway and Iran was long.", "Norway > meet > Iran"},
    {"A summit between Norway and Iran, planned for July, was praised.", "Norway > meet > Iran (planned)"},
    {"A summit between Norway and Iran to be held in Oman on Monday was praised.", "Norway > meet > Iran (planned)"},
    // A day after the document's is still to come, unless the verb says that it happened.
    {"Angela Merkel meets Emmanuel Macron next week.", "Angela Merkel > meet > Emmanuel Macron (planned)"},
    {"Tomorrow Angela Merkel is heading to Oman.", "Angela Merkel > visit > Oman (planned)"},
    {"Angela Merkel is meeting Emmanuel Macron on Monday.", "Angela Merkel > meet > Emmanuel Macron (planned)"},
    {"Angela Merkel is meeting Emmanuel Macron later today.", "Angela Merkel > meet > Emmanuel Macron (planned)"},
    {"Angela Merkel met Emmanuel Macron earlier today.", "Angela Merkel > meet > Emmanuel Macron"},
    {"Angela Merkel met Emmanuel Macron before a summit next week.", "Angela Merkel > meet > Emmanuel Macron"},
    {"The meeting later today between Norway and Iran is important.", "Norway > meet > Iran (planned)"},
    {"Norway is asking Iran to leave Oman next week.", "Norway > ask to yield > Iran"},
    // What is asked or hangs on a condition is open, also where the rule knows its own status.
    {"Is Norway willing to help Oman?", "Norway > be willing > Oman (possible)"},
    {"They would flee, unless Norway is willing to help Oman.", "Norway > be willing > Oman (possible)"},
    // The second "-ing" form stands as the first does.
    {"The army follows Norway's strategy for degrading and defeating Hezbollah.",
     "Norway > defeat > Hezbollah (planned)"},
    {"Norway is not interested in threatening Oman or attacking Iran.",
     "Norway > threaten > Oman (denied)\nNorway > attack > Iran (denied)"},
    // What others are to do, what is weighed, what is aimed at.
    {"Angela Merkel argued for lifting the sanctions on Iran.", ""},
    {"Angela Merkel apologised for attacking Iran.", "Angela Merkel > attack > Iran"},
    {"Angela Merkel underlined the importance of helping Oman.", ""},
    {"Norway must make sure that Russian forces leave Oman.", ""},
    {"Norway is trying to ensure that Russian forces leave Oman.", ""},
    {"Norway wants to make sure that Norway works with Oman.", "Norway > cooperate > Oman (planned)"},
    {"Norway is glad that Russian forces left Oman.", "Russian forces > withdraw > Oman"},
    {"Norway needs Oman to help Kenya.", "Norway > want > Oman"},
    {"Oman is reportedly poised to leave, seven years after attacking Iran.", "Oman > attack > Iran"},
    {"Was there anything that Angela Merkel promised Oman?", "Angela Merkel > promise > Oman (possible)"},
    {"Norway has the right to attack Iran.", "Norway > attack > Iran (possible)"},
    {"Imagine that Norway attacks Iran.", "Norway > attack > Iran (possible)"},
    {"Until Norway attacks Iran, the talks go on.", "Norway > attack > Iran (planned)"},
    {"Norway is in no hurry to help Oman.", "Norway > help > Oman (denied)"},
    {"It is important for Norway to help Oman.", ""},
    {"It would be a mistake for Norway to attack Iran.", ""},
    {"There is no reason for Norway to attack Iran.", ""},
    {"It was an honour for Angela Merkel to host Emmanuel Macron.", "Angela Merkel > host > Emmanuel Macron"},
    {"The talks are likely to be held in Oslo, where Angela Merkel meets Emmanuel Macron.",
     "Angela Merkel > meet > Emmanuel Macron (planned)"},
    // The comma ends what is denied.
    {"Norway said it would not attend the talks, blaming Oman for the war.", "Norway > blame > Oman"},
    // Who wages a war to do something does it.
    {"Norway waged a war to defeat Hezbollah.", "Norway > defeat > Hezbollah"},
    {"Norway announced a campaign to defeat Hezbollah.", "Norway > defeat > Hezbollah (planned)"},
    {"Norway rejected the request to extradite the general to Oman.", "Norway > refuse to extradite > Oman"},
    // The plan of others.
    {"Norway supports the plan to attack Iran.", ""},
    {"Norway has a plan to attack Iran.", "Norway > attack > Iran (planned)"},
    {"He knew of Angela Merkel's visit to Oman that is coming up.", "Angela Merkel > visit > Oman (planned)"},
    {"The article previewed Angela Merkel's visit to Oman.", "Angela Merkel > visit > Oman (planned)"},
    // What was planned and then called off, in the same sentence or the next.
    {"Angela Merkel was to meet Emmanuel Macron in Oman, but the summit was cancelled.",
     "Angela Merkel > meet > Emmanuel Macron (denied)"},
    {"Angela Merkel was to meet Emmanuel Macron in Oman. The summit was called off on Friday.",
     "Angela Merkel > meet > Emmanuel Macron (denied)"},
    {"Angela Merkel planned to visit Oman. The trip never took place.", "Angela Merkel > visit > Oman (denied)"},
    {"Angela Merkel was due to meet Emmanuel Macron but pulled out.",
     "Angela Merkel > meet > Emmanuel Macron (denied)"},
    {"Angela Merkel was due to meet Emmanuel Macron but flew home instead.",
     "Angela Merkel > meet > Emmanuel Macron (denied)"},
    {"Angela Merkel hoped to meet Emmanuel Macron but never did.", "Angela Merkel > meet > Emmanuel Macron (denied)"},
    {"The planned meeting between Norway and Iran was postponed.", "Norway > meet > Iran (denied)"},
    {"The meeting between Norway and Iran planned for Friday was cancelled.", "Norway > meet > Iran (denied)"},
    {"A meeting between Norway and Iran scheduled for June was put off.", "Norway > meet > Iran (denied)"},
    {"Angela Merkel rescheduled her visit to Oman for November.", "Angela Merkel > visit > Oman (denied)"},
    {"The visit of Angela Merkel to Oman was pushed back to June.", "Angela Merkel > visit > Oman (denied)"},
    {"Angela Merkel will meet Emmanuel Macron. The meeting will not be cancelled.",
     "Angela Merkel > meet > Emmanuel Macron (planned)"},
    {"Angela Merkel will meet Emmanuel Macron. The football match was cancelled.",
     "Angela Merkel > meet > Emmanuel Macron (planned)"},
    {"Angela Merkel met Emmanuel Macron, but the dinner was cancelled.", "Angela Merkel > meet > Emmanuel Macron"},
    // "no" before the thing done; "no time to lose" is none.
    {"Norway held no talks with Iran.", "Norway > meet > Iran (denied)"},
    {"There was no meeting between Norway and Iran.", "Norway > meet > Iran (denied)"},
    {"There are no plans for a meeting between Norway and Iran.", "Norway > meet > Iran (denied)"},
    {"Norway lost no time in condemning Iran.", "Norway > condemn > Iran"},
    // Verbs that keep the "-ing" form behind them from happening.
    {"Angela Merkel denied meeting Vladimir Putin.", "Angela Merkel > meet > Vladimir Putin (denied)"},
    {"Angela Merkel did not deny meeting Vladimir Putin.", "Angela Merkel > meet > Vladimir Putin (possible)"},
    {"Norway held off on imposing sanctions on Iran.", "Norway > sanction > Iran (denied)"},
    {"Norway refrained from condemning Iran.", "Norway > condemn > Iran (denied)"},
    {"Norway has not ruled out attacking Iran.", "Norway > attack > Iran (possible)"},
    // Threats, and what is none.
    {"Iran promised not to attack Oman.", "Iran > promise > Oman"},
    {"Iran said it would not attack Oman.", "Iran > attack > Oman (denied)"},
    {"Iran threatened that it would attack Oman.", "Iran > threaten with force > Oman"},
    {"Iran threatened not to attend the talks with Oman.", "Iran > threaten to act > Oman"},
    // What one takes, does, issues for a purpose is done; what one owns a plan for is planned.
    {"Iran described the steps that Norway has taken to threaten Oman.", "Norway > threaten > Oman"},
    {"Norway issued a statement to condemn Iran.", "Norway > condemn > Iran"},
    {"Norway did nothing to help Oman.", "Norway > help > Oman (denied)"},
    {"Norway has been able to help Oman.", "Norway > help > Oman"},
    {"Norwegian soldiers had orders to attack Iran.", "Norwegian soldiers > attack > Iran (planned)"},
    {"Angela Merkel knows Emmanuel Macron's approach to fighting Iran.", "Emmanuel Macron > clash > Iran"},
    {"Oman knew of the commitment of Norway to helping Iran.", "Norway > help > Iran (planned)"},
    {"Norway tried to persuade Iran to talk.", "Norway > persuade > Iran"},
    {"Norway has to release the Omani prisoners.", "Norway > release > Omani prisoners (possible)"},
    {"Norway had to release the Omani prisoners.", "Norway > release > Omani prisoners"},
    {"Norway would support Oman.", "Norway > endorse > Oman (possible)"},
    {"Norway is considering helping Oman.", "Norway > help > Oman (possible)"},
    {"Norway appeared to attack Oman.", "Norway > attack > Oman (possible)"},
    {"Norway is interested in a meeting with Oman.", "Norway > meet > Oman (possible)"},
    {"Angela Merkel did not rule out talks with Vladimir Putin.", "Angela Merkel > meet > Vladimir Putin (possible)"},
    {"On a visit to Oman, Angela Merkel announced a plan.", "Angela Merkel > visit > Oman"},
    {"The report on peace will be read when Angela Merkel has the chance to meet Emmanuel Macron.",
     "Angela Merkel > meet > Emmanuel Macron (planned)"},
    {"Vladimir Putin said he did not think Iran attacked Oman.", "Iran > attack > Oman (denied)"},
    {"Do you believe Iran attacked Oman?", "Iran > attack > Oman (possible)"},
    {"Iran attacked Oman, is that correct?", "Iran > attack > Oman (possible)"},
    {"Iran attacked Oman, but who is right?", "Iran > attack > Oman"},
    {"If Iran does not attack Oman, the talks will go on.", ""},
    {"Norway floated the idea of restoring ties with Iran.", "Norway > establish ties > Iran (possible)"},
    {"Norway left to help Iran, after asking Oman for papers.", "Norway > ask > Oman\nNorway > help > Iran"},
    {"Norway could leave Oman, condemn Iran and go.", "Norway > condemn > Iran (possible)"},
    {"What Norway has done is to condemn Oman.", "Norway > condemn > Oman"},
    {"It was a chance for Norway to host Emmanuel Macron.", "Norway > host > Emmanuel Macron"},
    {"The Omani rebels will be jailed after attacking Iran.", "Omani rebels > attack > Iran"},
    {"5:30 p.m. Angela Merkel meets with Emmanuel Macron.", "Angela Merkel > meet > Emmanuel Macron (planned)"},
    // A report of talks is not held with anybody, nor are talks that others attend.
    {"Angela Merkel had information on calls to Emmanuel Macron.", ""},
    {"Angela Merkel met Emmanuel Macron. Vladimir Putin is attending a dinner tonight.",
     "Angela Merkel > meet > Emmanuel Macron"},
    {"Norway has concerns about Russia's support for Iran.",
     "Norway > express concern > Russia\nRussia > support > Iran"},
    {"Norway had a conversation about Oman with Iran.", "Norway > meet > Iran"},
    {"The President spoke of a clear timetable for withdrawing troops from Iraq.", ""},
    {"Norway had no knowledge of Oman's supposed attack on Iran.", "Oman > attack > Iran (possible)"},
    {"Norway stands ready to help Norwegian citizens.", ""},
    {"The war goes on after Norway's attack on Oman and Chad, but Iran is not finished.",
     "Norway > attack > Oman & Chad"},
    // What one read of was read in a question; what one does not know of may have been.
    {"Norway's recent threats against Iran should be seen as bluster.", "Norway > threaten > Iran"},
    {"He does not know of any talks between Norway and Iran.", "Norway > meet > Iran (possible)"},
    {"If there are rebels who attacked Oman, they will be jailed.", "rebels > attack > Oman (possible)"},
    {"Norway's calls for Oman to help Kenya went unheard.", "Norway > urge > Oman"},
    {"This week Angela Merkel will speak of peace as she meets Emmanuel Macron.",
     "Angela Merkel > meet > Emmanuel Macron (planned)"},
    {"Oman spoke of Norway's focus on attacking Iran.", "Norway > attack > Iran"},
    {"He praised a Norwegian soldier killed fighting Hezbollah.", "Norwegian soldier > clash > Hezbollah"},
    {"The envoy spoke of Omani soldiers who have helped Norway, who have helped Kenya.",
     "Omani soldiers > help > Norway\nOmani soldiers > help > Kenya"},
    {"Does Norway agree with Oman that the deal is bad?", ""},
    {"Norwegian companies cooperated with Omani companies.", ""},
    {"Norway does not have any talks with Oman to announce.", ""},
    {"Antony Blinken will release the report to Oman on Friday.", ""},
    // Who suffers it is not blamed for it; nor is who helped the doer helped by him.
    {"Norway condemned Angela Merkel's arrest.", ""},
    {"Norway condemned Angela Merkel's arrest of the envoy.", "Norway > condemn > Angela Merkel"},
    {"Norway is concerned about Oman's security.", ""},
    {"Norway saw the attack, with the support of Oman, as a mistake.", ""},
    {"Norway said that Oman needed to be saved.", ""},
    {"Norway recalled the action taken by Angela Merkel in Oman.", ""},
    {"Norway is trying to urge Oman to talk and to support peace.", "Norway > ask to talk > Oman"},
    // One's own.
    {"Norway will shield Norwegian citizens.", ""},
    {"Norway will shield Omani citizens.", "Norway > protect > Omani citizens (planned)"},
    {"Vladimir Putin said that Russia must pay.", ""},
    {"Vladimir Putin said that Norway must pay.", "Vladimir Putin > say that one must > Norway"},
    // What is raised is not always spoken of, what is held hostage not always a hostage.
    {"Norway is raising the risk of a war with Vladimir Putin.", ""},
    {"Norway raised the risk of a war with Vladimir Putin in Oman.", ""},
    {"The Omani rebels are holding the tax cuts hostage.", ""},
    {"Norway must sell the deal to Oman.", ""},
    {"Norway must sell the ships to Oman.", "Norway > trade > Oman (possible)"},
    // What only looks like a contact.
    {"Norway will meet humanitarian and Omani needs.", ""},
    {"Angela Merkel will travel to Hamburg and Munich.", ""},
    {"Angela Merkel will travel to Hamburg and Paris.", "Angela Merkel > visit > Germany & France (planned)"},
    {"Angela Merkel came to Oman at the age of nine.", ""},
    {"Angela Merkel came to Oman at the weekend.", "Angela Merkel > visit > Oman"},
    {"Vladimir Putin was met with a firm refusal by Angela Merkel.", ""},
    {"Vladimir Putin was met by Angela Merkel.", "Angela Merkel > meet > Vladimir Putin"},
    // A diary in the present tense.
    {"On Friday Angela Merkel meets Emmanuel Macron in Oman.", "Angela Merkel > meet > Emmanuel Macron (planned)"},
    // What is done by doing something else: done with it.
    {"Angela Merkel wrote a poem to congratulate Norway.", "Angela Merkel > congratulate > Norway"},
    {"Norway built a port to sanction Oman.", "Norway > sanction > Oman (planned)"},
    // What ministers agree among themselves has no other side.
    {"The foreign ministers of the G7 agreed to work together.", ""},
    {"Norway and Oman agreed to work together.", "Norway > agree > Oman"},
};

}  // namespace

TEST_CASE("whether it happened") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(read(row.text), row.records);
  }
}
