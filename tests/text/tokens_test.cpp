// Rows: a text and its tokens. Words stand as they are, numbers behind #, marks as their class in < >.
#include "text/tokens.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "text/abbreviations.h"
#include "text/utf8.h"

using namespace demarche;

namespace {

std::vector<text::Token> tokens_of(std::string_view s) {
  std::vector<text::Token> tokens;
  text::tokenize(s, test::abbreviations(), &tokens);
  return tokens;
}

std::string shown(std::string_view s) {
  std::string out;
  for (const text::Token& t : tokens_of(s)) {
    if (!out.empty()) out += ' ';
    if (t.is_word()) {
      out += text::view(s, t);
    } else if (t.is_number()) {
      out += '#';
      out += text::view(s, t);
    } else {
      out += '<';
      out += t.punct;
      out += '>';
    }
  }
  return out;
}

// C capitalised, A all capitals, s space, l line, b blank line, d dot, n not ASCII, h hyphen; tokens apart by spaces.
std::string flags(std::string_view s) {
  static constexpr std::pair<text::TokenFlag, char> letters[] = {
      {text::capitalised, 'C'},  {text::all_caps, 'A'}, {text::space_before, 's'}, {text::line_before, 'l'},
      {text::blank_before, 'b'}, {text::has_dot, 'd'},  {text::not_ascii, 'n'},    {text::has_hyphen, 'h'}};
  std::string out;
  for (const text::Token& t : tokens_of(s)) {
    if (!out.empty()) out += ' ';
    std::string one;
    for (const auto& [flag, letter] : letters) {
      if (t.flags & flag) one += letter;
    }
    out += one.empty() ? "-" : one;
  }
  return out;
}

struct Row {
  std::string text, expected;
};

}  // namespace

TEST_CASE("tokens") {
  const Row rows[] = {
      // words and clitics
      {"Merkel met Macron.", "Merkel met Macron <.>"},
      {"Clinton's deputy", "Clinton 's deputy"},
      {"Clinton’s deputy", "Clinton ’s deputy"},
      {"the ministers' talks", "the ministers <'> talks"},
      {"the ministers’ talks", "the ministers <'> talks"},
      {"did not, didn't", "did not <,> did n't"},
      {"didn’t", "did n’t"},
      {"can't and won't", "ca n't and wo n't"},
      {"WE DIDN'T CALL", "WE DID N'T CALL"},
      {"they're I've she'll he'd I'm", "they 're I 've she 'll he 'd I 'm"},
      {"U.N.'s envoy", "U.N. 's envoy"},
      {"PUTIN'S VISIT", "PUTIN 'S VISIT"},
      // dots inside words
      {"the U.S. Senate", "the U.S. Senate"},
      {"P.J. Crowley", "P.J. Crowley"},
      {"George W. Bush", "George W. Bush"},
      {"J. R. R. Tolkien", "J. R. R. Tolkien"},
      {"at 5 p.m. on Friday", "at #5 p.m. on Friday"},
      {"Gen. Lee and Mr. Kim", "Gen. Lee and Mr. Kim"},
      {"No. 10", "No. #10"},
      {"He left.", "He left <.>"},
      {"www.state.gov", "www <.> state <.> gov"},
      {"the U.S.-led force", "the U.S.-led force"},
      {"U.S.-Iran talks", "U.S.-Iran talks"},
      {"J.-P. Raffarin", "J.-P. Raffarin"},
      {"a J.-shaped key", "a J. <-> shaped key"},
      {"G.I.s", "G.I. s"},
      // hyphens, apostrophes and signs inside words
      {"al-Qaeda", "al-Qaeda"},
      {"O'Brien and O’Brien", "O'Brien and O’Brien"},
      {"Côte d'Ivoire", "Côte d'Ivoire"},
      {"N'Djamena, Sana'a", "N'Djamena <,> Sana'a"},
      {"the P5+1 and the E3+3", "the P5+1 and the E3+3"},
      {"AT&T, R&D", "AT&T <,> R&D"},
      {"vice-president-elect", "vice-president-elect"},
      {"non‑proliferation", "non‑proliferation"},
      {"the G-20", "the G-20"},
      {"and/or", "and </> or"},
      {"well-", "well <->"},
      // numbers
      {"4:49", "#4:49"},
      {"1,200 troops", "#1,200 troops"},
      {"3.5 per cent, 20%", "#3.5 per cent <,> #20 <%>"},
      {"$1.2bn", "<$> 1.2bn"},
      {"€30 and £4", "<$> #30 and <$> #4"},
      {"9/11", "#9/11"},
      {"2010-05-13", "#2010-05-13"},
      {"2009–2013", "#2009 <-> #2013"},
      {"the 21st and the 1990s", "the 21st and the 1990s"},
      {"in 2010, 12 states", "in #2010 <,> #12 states"},
      {"at 10:30.", "at #10:30 <.>"},
      {"a 12-year-old", "a 12-year-old"},
      {"a 1,200-strong force", "a 1,200-strong force"},
      // quotation marks, dashes, brackets, dots
      {"\"Yes,\" he said", "<\"> Yes <,> <\"> he said"},
      {"“Yes,” he said", "<{> Yes <,> <}> he said"},
      {"«Oui»", "<{> Oui <}>"},
      {"'Yes,' he said", "<'> Yes <,> <'> he said"},
      {"‘Yes,’ he said", "<'> Yes <,> <'> he said"},
      {"Kerry — in Paris — spoke", "Kerry <-> in Paris <-> spoke"},
      {"Kerry—in Paris—spoke", "Kerry <-> in Paris <-> spoke"},
      {"Kerry -- in Paris -- spoke", "Kerry <-> in Paris <-> spoke"},
      {"well... yes", "well <~> yes"},
      {"well… yes", "well <~> yes"},
      {"(AP) [sic]", "<(> AP <)> <[> sic <]>"},
      {"Who? You!", "Who <?> You <!>"},
      {"one; two: three", "one <;> two <:> three"},
      {"• a deal", "<*> a deal"},
      {"* a deal", "<*> a deal"},
      {"· a deal ▪ a visit", "<*> a deal <*> a visit"},
      {"@StateDept", "<@> StateDept"},
      // letters of other alphabets
      {"Erdoğan met Şimşek", "Erdoğan met Şimşek"},
      {"Željko Komšić", "Željko Komšić"},
      {"Зеленский", "Зеленский"},
      {"王毅 met", "王毅 met"},
      {"Erdog\u0306an", "Erdog\u0306an"},
      // spaces and what cannot be seen
      {"Mr.\u00A0Lee", "Mr. Lee"},
      {"a\u2009b\u202Fc\u3000d", "a b c d"},
      {"minis\u00ADter met", "minis\u00ADter met"},
      {"\uFEFFClinton\u200B met\u200B.", "Clinton met <.>"},
      {"Clin\u200Bton", "Clin\u200Bton"},
      {"\u202Aabc\u202C", "abc"},
      {"one\r\ntwo", "one two"},
      {"one\ttwo\rthree", "one two three"},
      {"", ""},
      {" \r\n\t ", ""},
      {"\u200B\u00AD", ""},
      // what no writer meant
      {"a\x01"
       "b\x7F"
       "c",
       "a b c"},
      {"\uFFFD\uFFFD met", "<@> <@> met"},
      {"¿Qué? ¡No!", "<@> Qué <?> <@> No <!>"},
      {"😀 met", "😀 met"},
      {"<b>^|\\", "<@> b <@> <@> <@> <@>"},
      {"-----", "<->"},
      {"'", "<'>"},
      {"'''", "<'> <'> <'>"},
      {"......", "<~>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(shown(row.text), row.expected);
  }
}

TEST_CASE("flags of tokens") {
  const Row rows[] = {
      {"Merkel met", "Clb s"},
      {"NATO met the U.S. and UK", "CAlb s s CAsd s CAs"},
      {"I met", "Clb s"},
      {"P5+1", "CAlb"},
      {"al-Qaeda el-Sisi bin-Laden", "Clbh Csh Csh"},
      {"pro-Russian ex-President", "lbh sh"},
      {"U.S.-led", "Clbh"},
      {"Gen. Lee", "Clbd Cs"},
      {"Erdoğan", "Clbn"},
      {"Željko žuri", "Clbn sn"},
      {"Şahin Ürümqi école Țuțea Ậu", "Clbn Csn sn Csn Csn"},
      {"Єва", "Clbn"},
      {"one\ntwo", "lb sl"},
      {"one\r\ntwo", "lb sl"},
      {"one\rtwo", "lb sl"},
      {"one\n\ntwo", "lb slb"},
      {"one\r\n\r\ntwo", "lb slb"},
      {"one\n \t\ntwo", "lb slb"},
      {"one\n\u00A0\ntwo", "lb slb"},
      {"one\u2028two\u2029three", "lb sl slb"},
      {"(one)", "lb - -"},
      {"didn't", "lb -"},
      {"a\u00A0b", "lb s"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(flags(row.text), row.expected);
  }
}

TEST_CASE("tokens follow one another and leave only white space and invisible characters between them") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"Merkel", "U.S.", "didn't", " ",      "\n", "\r\n",        "’s", "—", "…",
                                           "1,200",  "é",    "\u00AD", "\u200B", "-",  "'",           ".",  ",", "“",
                                           "\u00A0", "王",   "😀",      "+",      "&",  "\xEF\xBF\xBD"};
  for (int round = 0; round < 3000; ++round) {
    std::string s;
    for (unsigned n = random() % 12; n > 0; --n) s += pieces[random() % pieces.size()];
    CAPTURE(s);
    std::size_t end = 0;
    for (const text::Token& t : tokens_of(s)) {
      REQUIRE_LE(end, t.start);
      REQUIRE_LT(t.start, t.end);
      REQUIRE_LE(t.end, s.size());
      CHECK(text::is_valid_utf8(text::view(s, t)));
      for (const char* gap = s.data() + end; gap < s.data() + t.start; ++gap) {
        CHECK_FALSE((*gap > ' ' && *gap < 0x7F));
      }
      end = t.end;
    }
  }
}
