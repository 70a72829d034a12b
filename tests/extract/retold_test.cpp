// One talk, one record, however often the text tells of it.
#include "extract/retold.h"

#include <doctest/doctest.h>

#include <string>

#include "extract/record_text.h"

using namespace demarche;

namespace {

struct Row {
  std::string text, records;
};

const Row rows[] = {
    {"Angela Merkel met Emmanuel Macron in Berlin on Monday. The two leaders discussed migration.",
     "Angela Merkel > meet > Emmanuel Macron 2018-03-05 in Berlin about migration"},
    {"Angela Merkel called Emmanuel Macron. They spoke about migration. They also discussed trade.",
     "Angela Merkel > call > Emmanuel Macron about migration; trade"},
    {"Angela Merkel spoke with Emmanuel Macron. They discussed trade.",
     "Angela Merkel > talk > Emmanuel Macron about trade"},
    // Other people, another day, another status, another event.
    {"Angela Merkel met Emmanuel Macron. Merkel discussed trade with Mark Rutte.",
     "Angela Merkel > meet > Emmanuel Macron\nAngela Merkel > talk > Mark Rutte about trade"},
    {"Angela Merkel met Emmanuel Macron on Monday. The two leaders discussed trade on Wednesday.",
     "Angela Merkel > meet > Emmanuel Macron 2018-03-05\n"
     "Angela Merkel > talk > Emmanuel Macron 2018-03-07 about trade"},
    {"Angela Merkel met Emmanuel Macron in February 2017. Merkel has spoken with Macron about trade.",
     "Angela Merkel > meet > Emmanuel Macron 2017-02\nAngela Merkel > talk > Emmanuel Macron about trade"},
    {"Angela Merkel met Emmanuel Macron. They will discuss trade.",
     "Angela Merkel > meet > Emmanuel Macron\nAngela Merkel > talk > Emmanuel Macron (planned) about trade"},
    {"Angela Merkel met Emmanuel Macron. Merkel thanked Macron.",
     "Angela Merkel > meet > Emmanuel Macron\nAngela Merkel > thank > Emmanuel Macron"},
    // A call and a meeting are two.
    {"Angela Merkel called Emmanuel Macron. Merkel met Macron in Berlin.",
     "Angela Merkel > call > Emmanuel Macron\nAngela Merkel > meet > Emmanuel Macron in Berlin"},
};

}  // namespace

TEST_CASE("talks told again") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(test::full(test::extractor().extract(test::document(row.text, "2018-03-09"))), row.records);
  }
}
