// When an event was that its own clause does not date.
#include "extract/story_time.h"

#include <doctest/doctest.h>

#include <string>

#include "extract/record_text.h"

using namespace demarche;

namespace {

struct Row {
  std::string date, text, records;
};

const Row rows[] = {
    // A plain past verb goes on with the day told before, also where that stood with a verb of speech.
    {"2018-03-09", "On Tuesday Angela Merkel met Emmanuel Macron in Berlin. She thanked Macron for his help.",
     "Angela Merkel > meet > Emmanuel Macron 2018-03-06\nAngela Merkel > thank > Emmanuel Macron 2018-03-06"},
    {"2018-03-09",
     "Angela Merkel met Emmanuel Macron on Monday. On Wednesday Merkel said that she was content. She thanked Macron.",
     "Angela Merkel > meet > Emmanuel Macron 2018-03-05\nAngela Merkel > thank > Emmanuel Macron 2018-03-07"},
    // A day that belongs to a noun dates neither the verb nor the story.
    {"2018-03-09",
     "Norway condemned the attack of 5 February in Oman and thanked Kenya. Angela Merkel met Emmanuel Macron.",
     "Norway > thank > Kenya ?\nAngela Merkel > meet > Emmanuel Macron ?"},
    {"2018-03-09", "Norway thanked Oman for last year's summit.", "Norway > thank > Oman ?"},
    {"2018-03-09", "In Monday's call with Emmanuel Macron, Angela Merkel praised Oman.",
     "Angela Merkel > praise > Oman 2018-03-05\nAngela Merkel > call > Emmanuel Macron 2018-03-05"},
    // Not with the day of other people.
    {"2018-03-09", "Angela Merkel met Emmanuel Macron on Monday. Norway condemned Iran.",
     "Angela Merkel > meet > Emmanuel Macron 2018-03-05\nNorway > condemn > Iran ?"},
    // Two main clauses of one sentence.
    {"2018-03-09", "Norway condemned Iran on Monday; Denmark summoned the Iranian ambassador.",
     "Norway > condemn > Iran 2018-03-05\nDenmark > summon the ambassador > Iranian ambassador 2018-03-05"},
    // A joined verb under "said that".
    {"2018-03-09", "Officials said that Angela Merkel flew to Moscow on Monday and met Vladimir Putin.",
     "Angela Merkel > meet > Vladimir Putin 2018-03-05\nAngela Merkel > visit > Russia 2018-03-05"},
    // The present perfect has no day of its own; what was reported on a day is dated by the report.
    {"2016-06-28", "Norway has thanked Oman for the release of a sailor in November, the ministry said on Monday.",
     "Norway > thank > Oman 2016-06-27"},
    // An infinitive goes on with the clause that its governor goes on from.
    {"2016-06-28", "Angela Merkel will travel to Moscow on Friday, where she is to meet Vladimir Putin.",
     "Angela Merkel > visit > Russia (planned) 2016-07-01\nAngela Merkel > meet > Vladimir Putin (planned) 2016-07-01"},
    // Behind "after" and "before" stands another time, and how far away it may be told.
    {"2018-03-09", "Norway recalled its ambassador from Iran on Tuesday, two weeks after Iran condemned Norway.",
     "Norway > recall > Iran 2018-03-06\nIran > condemn > Norway 2018-02-20"},
    {"2018-03-09", "Norway recalled its ambassador from Iran on Tuesday after Iran condemned Norway.",
     "Norway > recall > Iran 2018-03-06\nIran > condemn > Norway ?"},
    // "since", "until": where something that lasts begins or ends.
    {"2018-03-09", "Norway has given aid worth $2 million to Oman since 2012.", "Norway > give aid > Oman ?"},
    {"2018-03-09", "Norway gave aid to Oman in 2012.", "Norway > give aid > Oman 2012"},
    {"2018-03-09", "Norway will give aid to Oman in the coming days.", "Norway > give aid > Oman (planned) -"},
    {"2018-03-09", "Norway praised Oman before elections later this year.", "Norway > praise > Oman ?"},
    {"2018-03-09", "Angela Merkel visited Oman on 4 and 5 March.",
     "Angela Merkel > visit > Oman 2018-03-04..2018-03-05"},
    // A day that is weeks ahead is not that of last year.
    {"2018-03-09", "Norway congratulated Oman on its national day on 20 March.", "Norway > congratulate > Oman ?"},
    {"2018-03-09", "Norway congratulated Oman on 20 November.", "Norway > congratulate > Oman 2017-11-20"},
    {"2018-03-09", "Norway has recalled its ambassador from Oman, the ministry announced late on Wednesday.",
     "Norway > recall > Oman 2018-03-07"},
    // What had happened before it was told did not happen when it was told.
    {"2018-03-09", "Last week Angela Merkel said that she had thanked Oman.", "Angela Merkel > thank > Oman ?"},
    {"2018-03-09", "Last week Angela Merkel thanked Oman.", "Angela Merkel > thank > Oman 2018-02-26..2018-03-04"},
    // A relative clause without a comma tells which man is meant, one behind a comma goes on.
    {"2018-03-09", "Norway on Monday met the Omani minister who thanked Kenya.",
     "Norway > meet > Omani minister 2018-03-05\nOmani minister > thank > Kenya ?"},
    {"2018-03-09", "Norway on Monday met the Omani minister, who thanked Kenya.",
     "Norway > meet > Omani minister 2018-03-05\nOmani minister > thank > Kenya 2018-03-05"},
    {"2018-03-09", "Angela Merkel met Emmanuel Macron late last month.",
     "Angela Merkel > meet > Emmanuel Macron 2018-02"},
    // A time in front of the second clause is that one's.
    {"2018-03-09", "In January, Angela Merkel visited Poland; in February she visited Kenya.",
     "Angela Merkel > visit > Poland 2018-01\nAngela Merkel > visit > Kenya 2018-02"},
    {"2018-03-09", "Angela Merkel visited Poland in January, and on Monday she visited Kenya.",
     "Angela Merkel > visit > Poland 2018-01\nAngela Merkel > visit > Kenya 2018-03-05"},
    {"2018-03-09", "In 2014 Norway thanked Oman.", "Norway > thank > Oman 2014"},
    {"2018-03-09", "In late 2014 Norway thanked Oman.", "Norway > thank > Oman 2014"},
    // "the next day", "two days later".
    {"2018-03-09", "Angela Merkel met Emmanuel Macron on 5 February and visited Poland on the next day.",
     "Angela Merkel > meet > Emmanuel Macron 2018-02-05\nAngela Merkel > visit > Poland 2018-02-06"},
    {"2018-03-09", "Angela Merkel met Emmanuel Macron on 5 February. Two days later she visited Poland.",
     "Angela Merkel > meet > Emmanuel Macron 2018-02-05\nAngela Merkel > visit > Poland 2018-02-07"},
    {"2018-03-09", "Angela Merkel visited Poland at the weekend.",
     "Angela Merkel > visit > Poland 2018-03-03..2018-03-04"},
    // What a meeting's noun is followed by tells when it is to be.
    {"2018-03-06", "Talks between Norway and Oman to be held in Rome on Friday were praised by Kenya.",
     "Norway > meet > Oman (planned) 2018-03-09"},
    {"2018-03-06", "When Angela Merkel visited Poland last month, she thanked Andrzej Duda.",
     "Angela Merkel > visit > Poland 2018-02\nAngela Merkel > thank > Andrzej Duda 2018-02"},
    // The day that a report opens with holds where it tells of no other.
    {"2018-03-09",
     "Norway expelled two Iranian diplomats on Wednesday. It was the third time. Nobody was surprised. Oman was quiet. "
     "Denmark condemned Iran.",
     "Norway > expel > Iranian diplomats 2018-03-07\nDenmark > condemn > Iran 2018-03-07"},
    // What goes on is of now, though it is promised, too.
    {"2018-03-09", "Norway will continue to help Oman.", "Norway > help > Oman (planned) ?"},
    {"2018-03-09", "Norway will help Oman.", "Norway > help > Oman (planned) -"},
    // So many days from a month: the year is sure.
    {"2019-03-09", "Norway recalled its ambassador from Iran in May 2018, nine days after Iran condemned Norway.",
     "Norway > recall > Iran 2018-05\nIran > condemn > Norway 2018"},
    // A schedule goes on step by step.
    {"2018-03-06",
     "Friday, March 9, this is all in Oslo. There are no times yet. It is cold there. Following that, Angela Merkel "
     "will meet Emmanuel Macron.",
     "Angela Merkel > meet > Emmanuel Macron (planned) 2018-03-09"},
    // A plan goes on with the plan before.
    {"2018-03-09", "Angela Merkel will visit Poland in May. She will also meet Andrzej Duda.",
     "Angela Merkel > visit > Poland (planned) 2018-05\nAngela Merkel > meet > Andrzej Duda (planned) 2018-05"},
};

}  // namespace

TEST_CASE("the day that a text tells of") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string out;
    for (const Mention& m : test::extractor().extract(test::document(row.text, row.date))) {
      const std::string when = m.date.empty() ? std::string("-") : test::when(m);
      out += (out.empty() ? "" : "\n") + test::fact(m) + " " + when;
    }
    CHECK(out == row.records);
  }
}
