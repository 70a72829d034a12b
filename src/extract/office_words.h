// The words of office titles, and the years of terms.
#ifndef DEMARCHE_EXTRACT_OFFICE_WORDS_H
#define DEMARCHE_EXTRACT_OFFICE_WORDS_H

#include <string>
#include <string_view>

#include "rules/gazetteer.h"

namespace demarche::extract {

// `word` stands in `folded` between spaces or hyphens.
bool contains_word(std::string_view folded, std::string_view word);

// Every word of `wanted` stands in `title`.
bool contains_words(std::string_view title, std::string_view wanted);

// How many years a day (ISO) lies outside a term; 0 inside it, also where the term's end or the day is unknown.
int years_from(const rules::Term& term, std::string_view day);

// "foreign minister" → "foreign-minister": the office category (rules/README.md) that a folded title's words name;
// empty for deputies, former holders and offices without a table.
std::string_view office_category(std::string_view title);

// "General", "Ambassador", "President" before the name of somebody in such an office, whatever the office is called.
bool by_courtesy(std::string_view title_head, std::string_view office);

// "mustafa al kadhimi", "mustafa al-kadhimi" → "mustafa kadhimi".
std::string without_articles(std::string_view folded);

// A state (id) whose head of state only represents it: "its leader" in the press is the head of government.
bool led_by_government(std::string_view state);

// A state (id) with a prime minister besides the head of state, who is its leader.
bool led_by_head_of_state(std::string_view state);

}  // namespace demarche::extract

#endif
