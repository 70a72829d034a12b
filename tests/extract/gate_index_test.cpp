#include "extract/gate_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "extract/reading.h"
#include "extract/tape_words.h"

namespace demarche::extract {
namespace {

using namespace rules;

std::vector<TapeCode> tape_of(const std::vector<WordId>& words) {
  std::vector<TapeCode> tape;
  for (const WordId w : words) tape.push_back({kind_bit(item_noun), w, 0});
  return tape;
}

// The words that a pattern asks for, the `n`th of each list of which it wants one.
std::vector<WordId> words_of(const CompiledPattern& p, std::size_t n) {
  std::vector<WordId> words(p.needs.begin(), p.needs.end());
  for (const auto& any : p.any) {
    if (!any.empty()) words.push_back(any[n % any.size()]);
  }
  return words;
}

// Every pattern that the tape's words allow is handed over, once, in the list's order.
void check(const PackTables& tables, const TableList<Gates>& lists, WordId word, const std::vector<TapeCode>& tape,
           GateIndex* index) {
  TapeWords here;
  here.take(tape);
  std::vector<const Gate*> allowed, handed;
  for (const Gate& gate : lists[word]) {
    if (here.shows(tables.patterns[gate.pattern])) allowed.push_back(&gate);
  }
  const bool entered = index->first_of(tables, lists, word, tape, [&](const Gate& gate) {
    handed.push_back(&gate);
    return false;
  });
  CHECK(!entered);
  CHECK(std::adjacent_find(handed.begin(), handed.end(), std::greater_equal<>()) == handed.end());
  CHECK(std::includes(handed.begin(), handed.end(), allowed.begin(), allowed.end()));
}

}  // namespace

TEST_CASE("gate index: hands over all that the words of a tape allow") {
  const PackTables& tables = *test::pack().rep().tables;
  GateIndex index;
  std::size_t longest = 0;
  for (const auto* lists : {&tables.by_verb, &tables.by_noun}) {
    for (std::size_t w = 1; w < lists->size(); ++w) {
      const Gates& gates = (*lists)[w];
      longest = std::max(longest, gates.size());
      for (std::size_t i = 0; i < gates.size(); ++i) {  // often enough for a long list to be filed
        const auto words = words_of(tables.patterns[gates[i].pattern], i);
        check(tables, *lists, static_cast<WordId>(w), tape_of(words), &index);
      }
    }
  }
  CHECK(longest > 100);  // lists that are filed
}

TEST_CASE("gate index: stops at the first that is entered") {
  const PackTables& tables = *test::pack().rep().tables;
  GateIndex index;
  const auto most = std::max_element(tables.by_verb.begin(), tables.by_verb.end(),
                                     [](const Gates& a, const Gates& b) { return a.size() < b.size(); });
  const auto word = static_cast<WordId>(most - tables.by_verb.begin());
  const auto tape = tape_of(words_of(tables.patterns[(*most)[most->size() - 1].pattern], 0));
  for (int time = 0; time < 40; ++time) {  // before it is filed, and behind
    int asked = 0;
    CHECK(index.first_of(tables, tables.by_verb, word, tape, [&](const Gate&) { return ++asked == 1; }));
    CHECK(asked == 1);
  }
}

}  // namespace demarche::extract
