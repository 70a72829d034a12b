// Rows: a text and its sentences, apart by " | ", line ends shown as spaces.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/abbreviations.h"
#include "text/tokens.h"

using namespace demarche;

namespace {

std::string sentences(std::string_view s) {
  std::vector<text::Token> tokens;
  std::vector<text::Sentence> ranges;
  text::tokenize(s, test::abbreviations(), &tokens);
  text::split_sentences(s, tokens, test::abbreviations(), &ranges);
  std::string out;
  std::uint32_t next = 0;
  for (const text::Sentence& r : ranges) {
    REQUIRE_EQ(r.first, next);
    REQUIRE_LT(r.first, r.last);
    next = r.last;
    if (!out.empty()) out += " | ";
    bool space = false;
    for (const char c : s.substr(tokens[r.first].start, tokens[r.last - 1].end - tokens[r.first].start)) {
      if (c == '\n' || c == '\r' || c == ' ') {
        space = true;
        continue;
      }
      if (space) out += ' ';
      space = false;
      out += c;
    }
  }
  REQUIRE_EQ(next, tokens.size());
  return out;
}

struct Row {
  std::string text, expected;
};

}  // namespace

TEST_CASE("sentences") {
  const Row rows[] = {
      {"He left Cuba.It's a start.", "He left Cuba. | It's a start."},
      {"He read Asia.NIKKEI and J.Smith.", "He read Asia.NIKKEI and J.Smith."},
      {"", ""},
      {"Merkel met Macron. They spoke.", "Merkel met Macron. | They spoke."},
      {"Merkel met Macron. They spoke", "Merkel met Macron. | They spoke"},
      {"Who called? Nobody! Good.", "Who called? | Nobody! | Good."},
      {"Growth was 3.5 per cent. Trade grew.", "Growth was 3.5 per cent. | Trade grew."},
      {"Talks began at 10:30. 20 envoys came.", "Talks began at 10:30. | 20 envoys came."},
      // abbreviations and initials
      {"Gen. David Petraeus spoke. Sen. John Kerry listened.",
       "Gen. David Petraeus spoke. | Sen. John Kerry listened."},
      {"He met Mr. Lee, Dr. Khan and Ms. Sato.", "He met Mr. Lee, Dr. Khan and Ms. Sato."},
      {"The P.J. Crowley briefing ended. George W. Bush left.",
       "The P.J. Crowley briefing ended. | George W. Bush left."},
      {"J. R. R. Tolkien never met him.", "J. R. R. Tolkien never met him."},
      {"George H. W. Bush called.", "George H. W. Bush called."},
      {"They spoke at No. 10 Downing Street.", "They spoke at No. 10 Downing Street."},
      {"Parliament voted no. The talks failed.", "Parliament voted no. | The talks failed."},
      {"Parliament voted no. Merkel resigned.", "Parliament voted no. | Merkel resigned."},
      {"Nobody talked while Putin sat. Merkel left.", "Nobody talked while Putin sat. | Merkel left."},
      {"He came on Sat. Jan. 5 with Merkel.", "He came on Sat. Jan. 5 with Merkel."},
      {"They discussed gas, oil, etc. Merkel left.", "They discussed gas, oil, etc. | Merkel left."},
      {"He flew to St. Petersburg on Jan. 5 and left.", "He flew to St. Petersburg on Jan. 5 and left."},
      {"The firm is Acme Inc. The deal is off.", "The firm is Acme Inc. | The deal is off."},
      {"Acme Inc. Chairman Lee called.", "Acme Inc. Chairman Lee called."},
      {"They chose Plan B. The others agreed.", "They chose Plan B. | The others agreed."},
      {"The U.S. Senate voted.", "The U.S. Senate voted."},
      {"He praised the U.S. and left.", "He praised the U.S. and left."},
      {"She returned to the U.S. The talks go on.", "She returned to the U.S. | The talks go on."},
      {"She returned to the U.S.", "She returned to the U.S."},
      {"She returned to the U.S.\n\nClinton stayed.", "She returned to the U.S. | Clinton stayed."},
      {"“She is in the U.S.” He left.", "“She is in the U.S.” | He left."},
      {"The call came at 5 p.m. It lasted an hour.", "The call came at 5 p.m. | It lasted an hour."},
      {"The call came at 5 p.m. Eastern time.", "The call came at 5 p.m. Eastern time."},
      {"He lives in Washington, D.C. In May he left.", "He lives in Washington, D.C. | In May he left."},
      // quotation marks and brackets
      {"“We are ready.” She left.", "“We are ready.” | She left."},
      {"\"We are ready.\" She left.", "\"We are ready.\" | She left."},
      {"“We are ready,” she said. “We go.”", "“We are ready,” she said. | “We go.”"},
      {"\"We are ready,\" she said. \"We go.\"", "\"We are ready,\" she said. | \"We go.\""},
      {"“Is it over?” he asked.", "“Is it over?” he asked."},
      {"He said: “No.” Then he left.", "He said: “No.” | Then he left."},
      {"'We are ready.' She left.", "'We are ready.' | She left."},
      {"He left. (She stayed.) They met.", "He left. | (She stayed.) | They met."},
      {"[Laughter.] Thank you.", "[Laughter.] | Thank you."},
      {"The deal (see below) is off. Lee left.", "The deal (see below) is off. | Lee left."},
      {"What?! Never.", "What?! | Never."},
      {"We talked... and left.", "We talked... and left."},
      {"Yahoo! said no.", "Yahoo! said no."},
      // lines
      {"Merkel visits Ankara\n\nThe chancellor arrived.", "Merkel visits Ankara | The chancellor arrived."},
      {"Merkel visits Ankara\nThe chancellor arrived.", "Merkel visits Ankara | The chancellor arrived."},
      {"Merkel visits Ankara\r\n\r\nThe chancellor arrived.", "Merkel visits Ankara | The chancellor arrived."},
      {"Q Did you call?\nMR. CROWLEY: We did.\nQ: When?", "Q Did you call? | MR. CROWLEY: We did. | Q: When?"},
      {"Results:\n• a deal with Iran\n• a visit", "Results: | • a deal with Iran | • a visit"},
      {"Results:\n* a deal with Iran\n* a visit", "Results: | * a deal with Iran | * a visit"},
      {"Agenda:\n- Iran\n- trade", "Agenda: | - Iran | - trade"},
      {"Agenda:\n1. Iran\n2. Trade with Oman", "Agenda: | 1. Iran | 2. Trade with Oman"},
      {"Merkel met\nMacron in Paris\nand they spoke for an hour on the\neuro, as her office said, with\nGreek "
       "and\nItalian guests. She left\non Monday.",
       "Merkel met Macron in Paris and they spoke for an hour on the euro, as her office said, with Greek and Italian "
       "guests. | She left on Monday."},
      {"The envoy flew on\nto Oman, where he met\nthe sultan and spoke\nwith his advisers.\nThey will meet "
       "again.\n\nHe left.",
       "The envoy flew on to Oman, where he met the sultan and spoke with his advisers. | They will meet again. | He "
       "left."},
      {"They last met in\n2009. The talks then were\nshort and led to no\nresult, as many had\nfeared.",
       "They last met in 2009. | The talks then were short and led to no result, as many had feared."},
      // other scripts and what no writer meant
      {"Şimşek met Ümit. Élysée said no.", "Şimşek met Ümit. | Élysée said no."},
      {"...", "..."},
      {". . .", ". . ."},
      {"?", "?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(sentences(row.text), row.expected);
  }
}
