// Ordinal numbers in English words, as ICU spells them.
#ifndef DEMARCHE_TEXT_ORDINALS_H
#define DEMARCHE_TEXT_ORDINALS_H

#include <string>
#include <vector>

namespace demarche::text {

// "first", "second", … up to the `last`th, hyphened: "twenty-first". ICU's rules are read each time: ask once.
std::vector<std::string> ordinals(int last);

}  // namespace demarche::text

#endif
