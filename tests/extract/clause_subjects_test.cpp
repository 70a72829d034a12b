// Who acts where much stands between the subject and its verb, and whom lists hold: a row a construction.
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
    // What describes the subject has objects of its own.
    {"Rebels fighting to topple Bashar al-Assad attacked Oman.",
     "Rebels > overthrow > Bashar al-Assad (planned)\nRebels > attack > Oman"},
    {"Norwegian officials seeking to isolate Iran criticised Oman.", "Norwegian officials > criticise > Oman"},
    {"The man accused of attacking Norway was arrested by Oman.", ""},
    {"Norwegian officials hoping Iran would comply left Oman.", ""},
    {"Angela Merkel said Norway, Oman and Kenya would help Chad.", "Norway & Oman & Kenya > help > Chad (planned)"},
    {"Angela Merkel stressed trade with Kenya, and Norway and Oman condemned Iran.", "Norway & Oman > condemn > Iran"},
    {"Norway stopped Oman from inviting Angela Merkel.", "Norway > prevent > Oman"},
    {"Angela Merkel flew to Rome seeking help from Oman.",
     "Angela Merkel > seek help > Oman\nAngela Merkel > visit > Italy"},
    {"Barack Obama sent John Kerry to Oman to meet Yusuf bin Alawi.",
     "John Kerry > visit > Oman\nJohn Kerry > meet > Yusuf bin Alawi (planned)"},
    // A plan's noun with its infinitive is the subject, not what the infinitive is about.
    {"Norway's refusal to sue Oman over the ship angered Kenya.",
     "Norway > sue > Oman (denied)\nKenya > voice anger > Norway"},
    {"Norway's attempt to mediate between Oman and Chad failed.", "Norway > mediate > Oman & Chad (planned)"},
    // Ways to join.
    {"Norway as well as Oman condemned Iran.", "Norway & Oman > condemn > Iran"},
    {"Norway, as well as Oman, condemned Iran.", "Norway & Oman > condemn > Iran"},
    {"Not only Norway but also Oman condemned Iran.", "Norway & Oman > condemn > Iran"},
    {"Norway and not Oman condemned Iran.", "Norway > condemn > Iran"},
    {"Norway thanked Iran as well as Chad.", "Norway > thank > Iran & Chad"},
    {"Norway condemned Iran, Chad and Oman.", "Norway > condemn > Iran & Chad & Oman"},
    {"Norway condemned the attack and left Chad.", ""},
    {"Angela Merkel met Emmanuel Macron and, later, Vladimir Putin.",
     "Angela Merkel > meet > Emmanuel Macron & Vladimir Putin"},
    // Semicolons part a list whose commas open appositions.
    {"Angela Merkel met Heiko Maas, foreign minister of Germany; Sergei Lavrov, foreign minister of Russia; and Adel "
     "al-Jubeir, Saudi Arabia's foreign minister.",
     "Angela Merkel > meet > Heiko Maas & Sergei Lavrov & Adel al-Jubeir"},
    {"Angela Merkel met the following leaders: Emmanuel Macron; Vladimir Putin; and Theresa May.",
     "Angela Merkel > meet > Emmanuel Macron & Vladimir Putin & Theresa May"},
    // Behind a relative clause the clause around it goes on.
    {"Angela Merkel urged Vladimir Putin, whom she met on Monday, to leave Chad.",
     "Angela Merkel > ask to yield > Vladimir Putin\nAngela Merkel > meet > Vladimir Putin"},
    {"Angela Merkel flew to Oman, where she met Emmanuel Macron, and to Kenya.",
     "Angela Merkel > visit > Oman\nAngela Merkel > meet > Emmanuel Macron"},
    {"The army could defeat Iranian rebels who hold Basra, and go on to fight Norway.",
     "army > clash > Norway (possible)\narmy > capture > Iranian rebels (possible)"},
    // A comment between commas, a subject that is nobody, a verb behind "let".
    {"Angela Merkel, I'm sure you saw, was in Geneva.", "Angela Merkel > visit > Switzerland"},
    {"Since the army took Basra, few have questioned Norway's claims.", "army > capture > Iraq"},
    {"Norway will not let Angela Merkel enter Oman.", "Norway > refuse entry or permission > Angela Merkel"},
    {"Russia used its military might to attack Norway.", "Russia > attack > Norway"},
    // Whose a plan is: who gives it; nobody, where it is only spoken of.
    {"Chad sought a pledge from Norway to release Iranian rebels.",
     "Chad > demand > Norway\nNorway > release > Iranian rebels (planned)"},
    {"Norway is worried about efforts to attack Iran.", ""},
    {"Norway condemned any attempt to attack Iran.", ""},
    {"Norway made an attempt to attack Iran.", "Norway > attack > Iran (planned)"},
    // A participle behind its noun, with the finite verb still to come.
    {"The talks held in Muscat between Norway and Kenya failed.", "Norway > meet > Kenya"},
    {"Norwegian envoys expelled from Kenya in May arrived in Oman.",
     "Kenya > expel > Norwegian envoys\nNorwegian envoys > visit > Oman"},
    {"The accord, signed in Muscat in May by Norway and Kenya, failed.", "Norway > sign agreement > Kenya"},
    {"The Norwegian ministry held on Monday a meeting with Kenya.", "Norwegian ministry > meet > Kenya"},
    {"The Kenyan envoy got arrested by Norwegian police.", "Norwegian police > arrest > Kenyan envoy"},
    // What stands between commas, dashes or the parts of a quotation ends no clause.
    {"Angela Merkel called on Norway, which has tanks, to send them to Kenya.", "Angela Merkel > ask to help > Norway"},
    {"The United Nations Security Council voted, with Russia abstaining, to impose sanctions on Kenya.",
     "United Nations Security Council > sanction > Kenya (planned)"},
    {"Norway would not, Angela Merkel said, attack Kenya.", "Norway > attack > Kenya (denied)"},
    {"\"We will,\" Vladimir Putin told Angela Merkel, \"attack Kenya.\"",
     "Russia > attack > Kenya (planned)\nVladimir Putin > tell > Angela Merkel"},
    {"Norway would not, for the time being, attack Kenya.", "Norway > attack > Kenya (denied)"},
    {"Angela Merkel, who had called Mali weak, condemned Chad, and Norway answered by expelling Kenya's ambassador.",
     "Angela Merkel > brand > Mali\nAngela Merkel > condemn > Chad\nNorway > expel > Kenyan ambassador"},
    {"Norway — which, Angela Merkel says, is poor — condemned Chad.", "Norway > condemn > Chad"},
    {"Norway, which rules Svalbard, and Kenya, which is poor, attacked Chad.", "Norway & Kenya > attack > Chad"},
    {"Emmanuel Macron laid a wreath, embraced Angela Merkel and condemned Chad.",
     "Emmanuel Macron > endorse > Angela Merkel\nEmmanuel Macron > condemn > Chad"},
    {"After soldiers stormed her palace, Angela Merkel met Emmanuel Macron.", "Angela Merkel > meet > Emmanuel Macron"},
    // Whose army it is.
    {"Kenya, whose army attacked Chad on Monday, praised Oman.", "Kenyan army > attack > Chad\nKenya > praise > Oman"},
    {"Norway attacked Chad, whose army had been accused of murder, and warned Oman.",
     "Norway > attack > Chad\nNorway > warn > Oman"},
    {"The Norwegian embassy in Oman, which condemned Chad, praised Kenya.",
     "Norwegian embassy > condemn > Chad\nNorwegian embassy > praise > Kenya"},
    // What others are brought, helped or made to do; what is not chosen, what is to end.
    {"Norway persuaded Kenya to apologise to Chad.", "Kenya > apologise > Chad\nNorway > persuade > Kenya"},
    {"Norway helped Kenya negotiate a truce with Chad.", "Kenya > reach understanding > Chad\nNorway > help > Kenya"},
    {"Norway made Kenya expel Chad's ambassador and got Oman to condemn Mali.",
     "Kenya > expel > Chadian ambassador\nOman > condemn > Mali"},
    {"Norway condemned Chad after Kenya let Oman attack Mali.", "Norway > condemn > Chad\nOman > attack > Mali"},
    {"Rather than sanction Kenya, Norway praised Oman.", "Norway > sanction > Kenya (denied)\nNorway > praise > Oman"},
    {"Norway praised Oman rather than criticise Kenya.", "Norway > praise > Oman\nNorway > criticise > Kenya (denied)"},
    {"Norway must stop attacking Chad.", ""},
    {"Norway agreed to help Oman and to help Kenya.", "Norway > agree > Oman\nNorway > help > Kenya (planned)"},
    // Two objects; a body is spoken to as a person is.
    {"Norway promised Kenya air defence systems.", "Norway > promise > Kenya"},
    {"Angela Merkel met Emmanuel Macron and thanked Norwegian forces.",
     "Angela Merkel > meet > Emmanuel Macron\nAngela Merkel > thank > Norwegian forces"},
    // Participles that share what they describe, verbs that go on behind a relative clause, "there", "provided that".
    {"Norwegian rebels, armed by Chad and trained in Mali by Oman, attacked Kenya.",
     "Chad > arm > Norwegian rebels\nOman > train > Norwegian rebels\nNorwegian rebels > attack > Kenya"},
    {"Angela Merkel neither confirmed nor denied that Norway had attacked Oman.", "Norway > attack > Oman (possible)"},
    {"Norway attacked the town that Oman had built and threatened to invade Kenya.",
     "Norway > threaten with force > Kenya"},
    {"Norway recalled its ambassador from Muscat and closed its embassy there.",
     "Norway > recall > Oman\nNorway > close > Oman"},
    {"Norway will help Kenya, provided that Oman condemned Chad.",
     "Oman > condemn > Chad (possible)\nNorway > help > Kenya (planned)"},
    {"Angela Merkel and Emmanuel Macron, meeting for the first time since Oman broke ties with Chad, condemned Mali.",
     "Oman > break ties > Chad\nAngela Merkel & Emmanuel Macron > condemn > Mali"},
    {"The European Union voted to condemn Oman for refusing to help Chad and to praise Kenya.",
     "European Union > censure > Oman\nEuropean Union > praise > Kenya (planned)"},
    {"Norway expelled Chad's ambassador after a raid ordered by Mahamat Deby killed Kenyan soldiers.",
     "Norway > expel > Chadian ambassador\nMahamat Idriss Deby > kill > Kenyan soldiers"},
    {"The Norwegian foreign minister, Espen Barth Eide, arriving in Muscat on Monday, urged Oman to condemn Chad.",
     "Espen Barth Eide > ask to change > Oman\nEspen Barth Eide > visit > Oman"},
    // One side is not two.
    {"Angela Merkel and her advisers are working together on the answer.", ""},
    {"Angela Merkel and Germany are working together on the answer.", ""},
    {"Talks between Angela Merkel or Emmanuel Macron and somebody resumed.", ""},
    {"Angela Merkel and Emmanuel Macron met with bakers.", ""},
    {"Our government supports Oman.", ""},
    // Who made a thing answers for it; who brokered it does not.
    {"Kenya criticised the sanctions imposed by Norway.", "Kenya > criticise > Norway"},
    {"Kenya criticised the sanctions brokered by Norway.", ""},
    {"Talks between Kenya and Chad, mediated by Oman, resumed.", "Oman > mediate > Kenya & Chad\nKenya > meet > Chad"},
    // What was said in a call tells of the call.
    {"Angela Merkel said in a phone call with Vladimir Putin that Norway would help Oman.",
     "Norway > help > Oman (planned)\nAngela Merkel > call > Vladimir Putin"},
};

}  // namespace

TEST_CASE("who acts") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(read(row.text), row.records);
  }
}
