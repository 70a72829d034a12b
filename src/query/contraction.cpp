#include "query/contraction.h"

#include <algorithm>
#include <iterator>

#include "query/words.h"

namespace demarche::query {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t most_readings = 9;

bool one_of(std::string_view word, const auto& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// Words that shorten what follows them. "Clinton's" is none of them: there the 's is a genitive.
constexpr std::string_view hosts[] = {"who", "what", "where", "when", "how", "why", "that",  "there", "it",
                                      "he",  "she",  "they",  "we",   "you", "i",   "which", "whom"};
// Typed without the apostrophe.
constexpr std::string_view bare[] = {"whos", "whats", "wheres", "whens", "hows", "whys"};

constexpr std::string_view negative[] = {"didn't", "doesn't",  "don't",    "hasn't",  "haven't", "hadn't",
                                         "isn't",  "aren't",   "wasn't",   "weren't", "won't",   "wouldn't",
                                         "can't",  "couldn't", "mightn't", "didnt",   "doesnt",  "hasnt",
                                         "havent", "isnt",     "wasnt",    "werent"};

// Without its "not"; the word itself where it has none.
std::string affirmed(const std::string& word) {
  const std::string w = lowered(word);
  if (!one_of(w, negative)) return word;
  if (w == "won't") return "will";
  if (w == "can't") return "can";
  return w.substr(0, w.rfind('n'));
}

// What the word may be in full; itself first. "'s" after a host is "is" or "has", "'d" is "did" or "had", or "would".
Words full_forms(const std::string& word, bool would) {
  const std::string w = lowered(word);
  if (w == "w/") return {"with"};
  if (one_of(w, bare)) return {word, w.substr(0, w.size() - 1) + " is", w.substr(0, w.size() - 1) + " has"};
  const std::size_t mark = w.find('\'');
  if (mark == std::string::npos || !one_of(std::string_view(w).substr(0, mark), hosts)) return {word};
  const std::string host = word.substr(0, mark);
  const std::string_view end = std::string_view(w).substr(mark + 1);
  if (end == "s") return {word, host + " is", host + " has", host + " does"};
  if (end == "d") return would ? Words{host + " would"} : Words{word, host + " did", host + " had"};
  if (end == "re") return {word, host + " are", host + " were"};
  if (end == "ve") return {word, host + " have"};
  if (end == "ll") return {word, host + " will"};
  return {word};
}

}  // namespace

std::vector<std::string> readings_of(std::string_view question, bool would) {
  std::vector<std::string> out = {""};
  bool first = true;
  for (const std::string& word : split_words(question)) {
    Words forms = full_forms(word, would);
    if (first) {
      if (const std::string plain = affirmed(word); plain != word) forms.push_back(plain);
    }
    first = false;
    std::vector<std::string> longer;
    for (const std::string& head : out) {
      for (const std::string& form : forms) {
        if (longer.size() < most_readings) longer.push_back(head + form + " ");
      }
    }
    out = std::move(longer);
  }
  return out;
}

}  // namespace demarche::query
