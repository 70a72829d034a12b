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
     "Angela Merkel > urge > Vladimir Putin\nAngela Merkel > meet > Vladimir Putin"},
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
