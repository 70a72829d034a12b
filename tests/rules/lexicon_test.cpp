// Word forms: form → what it can be, verb lemma, noun lemma.
#include "rules/lexicon.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace demarche::rules;

namespace {

std::string known(std::string_view word) {
  const LexiconEntry* e = find_word(word);
  if (!e) return "unknown";
  static constexpr std::pair<std::uint16_t, const char*> names[] = {
      {noun_singular, "singular"}, {noun_plural, "plural"},  {verb_base, "base"},
      {verb_third, "third"},       {verb_past, "past"},      {verb_participle, "participle"},
      {verb_ing, "ing"},           {adjective, "adjective"}, {adverb, "adverb"}};
  std::string out;
  for (const auto& [bit, name] : names) {
    if (e->forms & bit) out += fmt::format("{}{}", out.empty() ? "" : " ", name);
  }
  if (const LexiconEntry* v = verb_lemma_of(*e)) out += fmt::format("; to {}", text_of(*v));
  if (const LexiconEntry* n = noun_lemma_of(*e)) out += fmt::format("; a {}", text_of(*n));
  return out;
}

}  // namespace

TEST_CASE("regular and irregular verbs") {
  CHECK(known("called") == "past participle; to call");
  CHECK(known("calls") == "plural third; to call; a call");
  CHECK(known("calling") == "singular ing; to call; a calling");
  CHECK(known("met") == "past participle; to meet");
  CHECK(known("meets") == "plural third; to meet; a meet");
  CHECK(known("spoke") == "singular past; to speak; a spoke");
  CHECK(known("spoken") == "participle adjective; to speak");
  CHECK(known("said") == "past participle adjective; to say");
  CHECK(known("went") == "past; to go");
  CHECK(known("told") == "past participle; to tell");
  CHECK(known("wrote") == "past; to write");
  CHECK(known("denied") == "past participle; to deny");
  CHECK(known("expelled") == "past participle; to expel");
  CHECK(known("negotiating") == "ing; to negotiate");
  CHECK(known("visited") == "past participle; to visit");
  CHECK(known("fled") == "past participle; to flee");
  CHECK(known("won") == "singular past participle adjective; to win; a won");
}

TEST_CASE("verbs whose past forms WordNet's list of exceptions leaves open") {
  CHECK(known("read") == "singular base past participle; to read; a read");
  CHECK(known("put") == "singular base past participle; to put; a put");
  CHECK(known("upset") == "singular base past participle adjective; to upset; a upset");
  CHECK(known("showed") == "past participle; to show");
  CHECK(known("shown") == "participle; to show");
  CHECK(known("proved") == "past participle adjective; to prove");
  CHECK(known("forbade") == "past; to forbid");
  CHECK(known("forbidden") == "participle adjective; to forbid");
  CHECK(known("came") == "past; to come");
  CHECK(known("become") == "base participle; to become");
  CHECK(known("begun") == "participle; to begin");
  CHECK(known("sunk") == "past participle adjective; to sink");
  CHECK(known("slid") == "past participle; to slide");
}

TEST_CASE("nouns") {
  CHECK(known("ministers") == "plural third; to minister; a minister");
  CHECK(known("women") == "plural; a woman");
  CHECK(known("spokesmen") == "plural; a spokesman");
  CHECK(known("humans") == "plural; a human");
  CHECK(known("countries") == "plural; a country");
  CHECK(known("crises") == "plural; a crisis");
  CHECK(known("children") == "plural; a child");
  CHECK(known("talks") == "plural third; to talk; a talk");
  CHECK(known("envoy") == "singular; a envoy");
}

TEST_CASE("other words, and what is no word") {
  CHECK(known("quickly") == "adverb");
  CHECK(known("bilateral") == "adjective");
  CHECK(known("clinton") == "unknown");
  CHECK(known("Called") == "unknown");
  CHECK(known("") == "unknown");
  CHECK(known("qwertyuiop") == "unknown");
}

TEST_CASE("what nouns stand for") {
  CHECK(find_word("minister")->noun_class == NounClass::person);
  CHECK(find_word("delegation")->noun_class == NounClass::group);
  CHECK(find_word("summit")->can_be_group == 1);
  CHECK(find_word("visit")->noun_class == NounClass::act);
  CHECK(find_word("envoy")->can_be_person == 1);
  CHECK(find_word("treaty")->can_be_person == 0);
}
