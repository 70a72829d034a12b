#include "text/fold.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "text/utf8.h"

using namespace demarche;

TEST_CASE("fold, strip_accents, slug") {
  struct Row {
    std::string text, folded, stripped, slug;
  };
  const Row rows[] = {
      {"", "", "", "x"},
      {"Hillary Clinton", "hillary clinton", "Hillary Clinton", "hillary-clinton"},
      {"Recep Tayyip Erdoğan", "recep tayyip erdogan", "Recep Tayyip Erdogan", "recep-tayyip-erdogan"},
      {"Erdog\u0306an", "erdogan", "Erdogan", "erdogan"},
      {"Luiz Inácio Lula da Silva", "luiz inacio lula da silva", "Luiz Inacio Lula da Silva",
       "luiz-inacio-lula-da-silva"},
      {"Lars Løkke Rasmussen", "lars lokke rasmussen", "Lars Lokke Rasmussen", "lars-lokke-rasmussen"},
      {"Lech Wałęsa", "lech walesa", "Lech Walesa", "lech-walesa"},
      {"Đoković", "dokovic", "Dokovic", "dokovic"},
      {"İstanbul ılık", "istanbul ilik", "Istanbul ilik", "istanbul-ilik"},
      {"Straße", "strasse", "Strasse", "strasse"},
      {"Ærø, Œuvre", "aero, oeuvre", "Aero, Oeuvre", "aero-oeuvre"},
      {"Þór", "thor", "Thor", "thor"},
      {"Əliyev", "eliyev", "Eliyev", "eliyev"},
      {"O’Brien “x” a–b", "o'brien \"x\" a-b", "O'Brien \"x\" a-b", "obrien-x-a-b"},
      {"U.S.", "u.s.", "U.S.", "us"},
      {"P5+1", "p5+1", "P5+1", "p5-1"},
      {"Ｆｕｌｌ ﬁ", "full fi", "Full fi", "full-fi"},
      {"Зеленский", "зеленскии", "Зеленскии", "зеленскии"},
      {"王毅", "王毅", "王毅", "王毅"},
      {"--", "--", "--", "x"},
      {"  a  b ", "  a  b ", "  a  b ", "a-b"},
      {"Mr.\u00A0Lee", "mr. lee", "Mr. Lee", "mr-lee"},
      {"Clin\u00ADton\u200B", "clinton", "Clinton", "clinton"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(text::fold(row.text), row.folded);
    CHECK_EQ(text::strip_accents(row.text), row.stripped);
    CHECK_EQ(text::slug(row.text), row.slug);
  }
}

TEST_CASE("folding twice is folding once, and stays valid UTF-8") {
  for (char32_t c = 1; c <= 0x2FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string s;
    text::append_utf8(c, &s);
    const std::string folded = text::fold(s);
    if (text::fold(folded) != folded) FAIL_CHECK("code point " << static_cast<unsigned>(c) << ": " << folded);
    if (!text::is_valid_utf8(folded)) FAIL_CHECK("code point " << static_cast<unsigned>(c));
    if (text::slug(s).empty()) FAIL_CHECK("code point " << static_cast<unsigned>(c));
  }
}

namespace {

unsigned naive_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (unsigned i = 0; i <= a.size(); ++i) {
    for (unsigned j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
      } else {
        d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("edit distance") {
  CHECK_EQ(text::edit_distance("davutoglu", "davutoglu", 3), 0);
  CHECK_EQ(text::edit_distance("davutoglu", "davutogulu", 3), 1);
  CHECK_EQ(text::edit_distance("kerry", "kelly", 3), 2);
  CHECK_EQ(text::edit_distance("", "abc", 5), 3);
  CHECK_EQ(text::edit_distance("", "", 0), 0);
  CHECK_EQ(text::edit_distance("merkel", "sarkozy", 2), 3);
  std::mt19937 random(17);
  for (int round = 0; round < 2000; ++round) {
    std::string a, b;
    for (unsigned n = random() % 9; n > 0; --n) a.push_back(static_cast<char>('a' + random() % 3));
    for (unsigned n = random() % 9; n > 0; --n) b.push_back(static_cast<char>('a' + random() % 3));
    const unsigned limit = random() % 6;
    CAPTURE(a);
    CAPTURE(b);
    CAPTURE(limit);
    CHECK_EQ(text::edit_distance(a, b, limit), std::min(naive_distance(a, b), limit + 1));
  }
}
