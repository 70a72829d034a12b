// The rule pack inside the program, as tools/compile_pack.cpp has made it of rules/ when the program was built.
#ifndef DEMARCHE_RULES_EMBEDDED_H
#define DEMARCHE_RULES_EMBEDDED_H

extern "C" const char demarche_pack_data[];  // a table (table.h) whose root is a PackTables; it keeps its texts

#endif
