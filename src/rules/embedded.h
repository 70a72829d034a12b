// The rule pack inside the program: its files, for export and for packs laid over it, and the table that
// tools/compile_pack.cpp has made of them. cmake/embed.cmake writes what is declared here.
#ifndef DEMARCHE_RULES_EMBEDDED_H
#define DEMARCHE_RULES_EMBEDDED_H

#include <vector>

extern "C" const char demarche_pack_data[];  // its root is a PackTables

namespace demarche::rules {

struct EmbeddedRows {
  const char* path;
  const char* begin;
  const char* end;
};
const std::vector<EmbeddedRows>& embedded_rows();  // sorted by path

}  // namespace demarche::rules

#endif
