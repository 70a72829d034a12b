// The abbreviations of the text tests; the program's own stand in rules/lexicon/abbreviations.toml.
#ifndef DEMARCHE_TESTS_TEXT_ABBREVIATIONS_H
#define DEMARCHE_TESTS_TEXT_ABBREVIATIONS_H

#include "text/tokens.h"

namespace demarche::test {

inline const text::Abbreviations& abbreviations() {
  static const text::Abbreviations list = [] {
    text::Abbreviations a;
    for (const char* w : {"mr", "mrs", "ms", "dr", "gen", "sen", "rep", "lt", "col", "st", "no", "vs", "e.g"}) {
      a.add(w, text::Abbreviations::Class::never_ends);
    }
    for (const char* w :
         {"inc", "corp", "jr", "etc", "a.m", "p.m", "jan", "sept", "sat", "sun", "u.s", "u.k", "u.n", "d.c"}) {
      a.add(w, text::Abbreviations::Class::may_end);
    }
    return a;
  }();
  return list;
}

}  // namespace demarche::test

#endif
