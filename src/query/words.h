// The words of a question and of names, in the two forms that matching needs.
#ifndef DEMARCHE_QUERY_WORDS_H
#define DEMARCHE_QUERY_WORDS_H

#include <string>
#include <string_view>
#include <vector>

namespace demarche::query {

// A question as patterns see it: one space after each word, quotes and dashes straight, commas and the final question
// mark or full stop gone: "Who called Davutoğlu, in May?" → "Who called Davutoğlu in May ". Case and accents stay.
std::string spaced(std::string_view question);

// ASCII letters only, so that offsets stay.
std::string lowered(std::string_view s);

std::vector<std::string> split_words(std::string_view s);
std::string join_words(const std::vector<std::string>& words, std::size_t first, std::size_t last);

// Whether all words of `part` stand in `all`, in order.
bool is_subsequence(const std::vector<std::string>& part, const std::vector<std::string>& all);

// What is compared: folded, every run of other characters than letters and digits one space, dots dropped, no space at
// either end: "P.J. Crowley" → "pj crowley".
std::string key(std::string_view s);

// True if `part`, a key, stands in `whole`, a key, at a word's start: "iran" in "the iranian offer", not "oman" in
// "a woman".
bool contains_words(std::string_view whole, std::string_view part);

}  // namespace demarche::query

#endif
