// The rule files inside the program; the table is written by cmake/embed.cmake.
#ifndef DEMARCHE_RULES_EMBEDDED_H
#define DEMARCHE_RULES_EMBEDDED_H

#include <vector>

namespace demarche::rules {

struct EmbeddedRows {
  const char* path;
  const char* begin;
  const char* end;
};
const std::vector<EmbeddedRows>& embedded_rows();

}  // namespace demarche::rules

#endif
