// Folding: one form for words that differ in case and accents only, so that "Erdoğan" finds "Erdogan".
#ifndef DEMARCHE_TEXT_FOLD_H
#define DEMARCHE_TEXT_FOLD_H

#include <string>
#include <string_view>

namespace demarche::text {

// Lower case, compatibility-decomposed, without combining marks and invisible characters; Latin letters that do not
// decompose get their usual ASCII spelling (ø o, ł l, đ d, ı i, ß ss, æ ae, þ th), curly quotes and dashes the straight
// ones. Other scripts keep their letters. (Unicode: NFKD and default case folding, from ICU.)
std::string fold(std::string_view valid_utf8);

// fold() into `out`, whose memory is used again.
void fold_to(std::string_view valid_utf8, std::string* out);

// As fold(), but letters keep their case: "Erdoğan" → "Erdogan".
std::string strip_accents(std::string_view valid_utf8);

// fold(), with every run of other characters than letters and digits made one "-": "Hillary Clinton" →
// "hillary-clinton". For permanent ids. Never empty: a name without letters or digits gives "x".
std::string slug(std::string_view valid_utf8);

// Edit distance (Levenshtein 1966; insert, delete, replace = 1) over bytes, at most `limit` + 1.
unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit);

}  // namespace demarche::text

#endif
