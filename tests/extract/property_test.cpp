// What holds for every text, tried on random ones.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "extract/record_text.h"

using namespace demarche;
using test::document;
using test::extractor;

namespace {

const std::vector<std::string> samples = {
    "U.S. Secretary of State John Kerry called Turkish Foreign Minister Ahmet Davutoğlu on Thursday to discuss Syria, "
    "his spokeswoman said.\n\n"
    "“We met twice,” Kerry told reporters in Ankara. The two ministers will meet again next week, and Kerry’s deputy "
    "may visit Oman.",
    "Merkel meets Macron, Hollande\n\nPARIS (Example) — German Chancellor Angela Merkel — who had refused to meet him "
    "— was received by President "
    "Emmanuel Macron, 40, on May 3. Neither Berlin nor Moscow commented; Côte d’Ivoire’s ambassador was summoned.",
    "MR. CROWLEY: Good afternoon. The Secretary spoke with Foreign Minister Lavrov this morning.\nQ Did she call "
    "him?\nMR. CROWLEY: She did.\n"
    "• sanctions on Iran\n• talks between Greece and Turkey\n• the P5+1’s offer",
    "PRESS BRIEFING\n\nAntony J. Blinken, Secretary of State\n\nPRESIDENT OBAMA: All right. We froze $30 billion of "
    "assets, imposing sanctions "
    "against those in the Libyan government who've been shooting at us.\nTHE PRESIDENT: Thank you. I'm grateful to the "
    "Democratic Republic of the "
    "Congo (DRC) President. The DRC has what it needs (see below), and so did Obama.",
    "The prime ministers of Greece and Turkey, Kyriakos Mitsotakis and Recep Tayyip Erdogan, met separately with A, B "
    "and the Quad; neither "
    "of them wants war, “but we may,” one of them, speaking on condition of anonymity, said. Had he known, he'd have "
    "called off U.S.-Iran talks "
    "scheduled for 3-5 May 2014 - the first since 1979 - or refused to.",
    "Norway's foreign minister, Torvald Brekkestad, accused Iranian officials of arming rebels in Yemen and threatened "
    "to recall his "
    "ambassador unless Tehran apologised. Iran rejected the claim.",
};

// Letters and marks that stages stumble over.
const std::vector<std::string> pieces = {
    " ",           " ",          " ",          "\n",        "\n\n",        ",",           ".",         ";",
    ":",           "?",          "(",          ")",         "[",           "“",           "”",         "\"",
    "'",           "’s",         "—",          "-",         "…",           "•",           "\u00AD",    "\u200B",
    "\u00A0",      "Merkel",     "Mr.",        "President", "the",         "Turkish",     "foreign",   "minister",
    "and",         "or",         "who",        "that",      "to",          "by",          "of",        "in",
    "with",        "between",    "said",       "met",       "meets",       "calls",       "visit",     "talks",
    "agreed",      "was",        "will",       "not",       "did",         "n't",         "his",       "her",
    "they",        "both",       "two",        "leaders",   "officials",   "U.S.",        "P5+1",      "Iran",
    "Moscow",      "White",      "House",      "Monday",    "May",         "3",           "2010",      "last",
    "week",        "if",         "sanctions",  "on",        "counterpart", "(AP)",        "Q",         "A:",
    "PRESIDENT",   "OBAMA:",     "SECRETARY",  "CLINTON",   "(DRC)",       "being",       "been",      "have",
    "to be",       "asked",      "whether",    "which",     "whose",       "accompanied", "led",       "neither",
    "nor",         "but",        "so",         "did",       "do",          "may",         "U.S.-Iran", "ministers",
    "president's", "ambassador", "expelled",   "three",     "million",     "no",          "there",     "it",
    "its",         "them",       "himself",    "he",        "she",         "we",          "I",         "you",
    "Clinton's",   "Greece",     "and Turkey", "é",         "王",          "😀",           "\uFFFD",    "al-",
    "O'",          "d'",         "&",          "+",         "/",           "%",           "$",         "1,200",
    "4:49"};

std::string word_soup(std::mt19937* random) {
  std::string s;
  for (unsigned n = (*random)() % 60; n > 0; --n) {
    s += pieces[(*random)() % pieces.size()];
    if ((*random)() % 4) s += ' ';
  }
  return s;
}

std::string byte_soup(std::mt19937* random) {
  std::string s;
  for (unsigned n = (*random)() % 200; n > 0; --n) s.push_back(static_cast<char>((*random)() % 256));
  return text::repair_utf8(s);
}

// A sample with a few of its characters replaced, repeated, dropped or mixed with pieces.
std::string mutation(std::mt19937* random) {
  std::string s = samples[(*random)() % samples.size()];
  for (unsigned n = (*random)() % 8; n > 0 && !s.empty(); --n) {
    const std::size_t at = (*random)() % s.size();
    switch ((*random)() % 4) {
      case 0:
        s.erase(at, (*random)() % 12);
        break;
      case 1:
        s.insert(at, pieces[(*random)() % pieces.size()]);
        break;
      case 2:
        s.insert(at, s.substr((*random)() % s.size(), (*random)() % 40));
        break;
      default:
        s[at] = static_cast<char>((*random)() % 256);
    }
  }
  return text::repair_utf8(s);
}

std::string without_space(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size();) {
    std::size_t length = 1;
    const char32_t c = text::decode(s, i, &length);
    const bool space = c <= ' ' || c == 0x7F || c == 0xA0 || c == 0x200B || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
                       c == 0x2028 || c == 0x2029 || c == 0x85 || (c >= 0x202A && c <= 0x202F) || c == 0x205F ||
                       c == 0x2060 || c == 0x3000 || c == 0x1680 || c == 0xFEFF;
    if (!space) out.append(s.substr(i, length));
    i += length;
  }
  return out;
}

void check_entity(const std::string& text, const Entity& e) {
  REQUIRE_LT(e.start, e.end);
  REQUIRE_EQ(without_space(test::cut(text, e.start, e.end)), without_space(e.entity_text));
  CHECK_FALSE(e.identifier_text.empty());
}

void check_record(const std::string& text, const Mention& m) {
  CHECK_FALSE(m.actor.empty());
  CHECK_FALSE(m.id.empty());
  CHECK_FALSE(m.rule.empty());
  CHECK_GT(m.confidence, 0);
  CHECK_LE(m.confidence, 1);
  CHECK_EQ(test::cut(text, m.start, m.end), m.text);
  CHECK_EQ(without_space(test::cut(text, m.event_start, m.event_end)), without_space(m.event_text));
  CHECK_LE(m.start, m.event_start);
  CHECK_LE(m.event_end, m.end);
  for (const Entity& e : m.actor) check_entity(text, e);
  for (const Entity& e : m.recipient) check_entity(text, e);
  if (m.attribution) check_entity(text, m.attribution->source);
  CHECK(text::is_valid_utf8(m.text));
}

void check_text(const std::string& text) {
  CAPTURE(text);
  for (const Mention& m : extractor().extract(document(text, "2014-05-15"))) check_record(text, m);
}

std::string everything(Extractor* e, const Document& d) {
  std::string out;
  for (const Mention& m : e->extract(d)) out += test::everything(m) + '\n';
  return out;
}

}  // namespace

TEST_CASE("the samples have records, and these point into the text") {
  for (const std::string& s : samples) {
    CHECK_FALSE(extractor().extract(document(s, "2014-05-15")).empty());
    check_text(s);
  }
}

TEST_CASE("word soup") {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) check_text(word_soup(&random));
}

TEST_CASE("byte soup") {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) check_text(byte_soup(&random));
}

TEST_CASE("mutated samples") {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) check_text(mutation(&random));
}

TEST_CASE("random given mentions") {
  std::mt19937 random(4);
  for (int round = 0; round < 1000; ++round) {
    Document d = document(mutation(&random), "2014-05-15");
    for (unsigned n = random() % 4; n > 0; --n) {
      const auto start = static_cast<std::uint32_t>(random() % 300), length = static_cast<std::uint32_t>(random() % 30);
      d.mentions.push_back({start, start + length, random() % 2 ? "Given Name" : "", random() % 2 ? "USA" : ""});
    }
    CAPTURE(d.text);
    for (const Mention& m : extractor().extract(d)) check_record(d.text, m);
  }
}

TEST_CASE("explain never fails") {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    const std::string page =
        extractor().explain(document(round % 2 ? mutation(&random) : word_soup(&random), "2014-05-15"));
    CHECK_FALSE(page.empty());
    CHECK(text::is_valid_utf8(page));
  }
}

TEST_CASE("the same input gives the same records, whatever was read before") {
  std::mt19937 random(6);
  Extractor used(test::pack());
  for (int round = 0; round < 300; ++round) {
    const Document d = document(mutation(&random), "2014-05-15");
    Extractor fresh(test::pack());
    const std::string first = everything(&used, d);
    CHECK_EQ(first, everything(&used, d));
    CHECK_EQ(first, everything(&fresh, d));
  }
}

TEST_CASE("texts put together are read to the end") {
  std::mt19937 random(7);
  std::string all;
  for (int round = 0; round < 400; ++round) all += mutation(&random) + "\n\n\n\n";
  check_text(all);
  CHECK_FALSE(extractor().extract(document(all, "2014-05-15")).empty());
}

TEST_CASE("an unrelated paragraph far behind changes nothing before it") {
  const std::string far = "\n\nTrade grew by 3 per cent. The weather was fine.";
  for (const std::string& s : samples) {
    std::string one, two;
    for (const Mention& m : extractor().extract(document(s, "2014-05-15"))) one += test::everything(m) + '\n';
    for (const Mention& m : extractor().extract(document(s + far, "2014-05-15"))) two += test::everything(m) + '\n';
    CHECK_EQ(one, two);
  }
}
