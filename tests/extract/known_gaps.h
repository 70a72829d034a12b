// Rows that the code does not meet yet. They are asserted to fail, so that a mended one is noticed and moved up.
#ifndef DEMARCHE_TESTS_EXTRACT_KNOWN_GAPS_H
#define DEMARCHE_TESTS_EXTRACT_KNOWN_GAPS_H

#include <doctest/doctest.h>

#define CHECK_GAP(actual, expected)                                                       \
  do {                                                                                    \
    const std::string gap_actual = (actual);                                              \
    const std::string gap_expected = (expected);                                          \
    CHECK_MESSAGE(gap_actual != gap_expected, "mended: move the row up: ", gap_expected); \
  } while (false)

#endif
