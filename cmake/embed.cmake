# cmake -DOUTPUT=… -DROOT=… -P embed.cmake: writes an assembler file that embeds every rule file under ROOT, and the C++
# table of their paths beside it (OUTPUT.cpp).
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/*.toml)
list(SORT files)
set(assembler ".section .rodata\n")
set(table "#include \"rules/embedded.h\"\n\nextern \"C\" {\n")
set(rows "")
set(number 0)
set(digest "")
foreach(file IN LISTS files)
  string(APPEND assembler ".global demarche_rules_${number}\n.global demarche_rules_${number}_end\n"
    "demarche_rules_${number}:\n.incbin \"${ROOT}/${file}\"\ndemarche_rules_${number}_end:\n.byte 0\n")
  string(APPEND table "extern const char demarche_rules_${number}[];\nextern const char demarche_rules_${number}_end[];\n")
  string(APPEND rows "      {\"${file}\", demarche_rules_${number}, demarche_rules_${number}_end},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND assembler ".balign 16\n.global demarche_lexicon_data\ndemarche_lexicon_data:\n.incbin \"${LEXICON}\"\n"
  ".section .note.GNU-stack,\"\",@progbits\n")
string(APPEND table "}\n\nnamespace demarche::rules {\n\nconst std::vector<EmbeddedRows>& embedded_rows() {\n"
  "  static const std::vector<EmbeddedRows> rows = {\n${rows}  };\n  return rows;\n}\n\n}  // namespace demarche::rules\n")
file(WRITE ${OUTPUT}.S "${assembler}")
file(WRITE ${OUTPUT}.cpp "${table}")
