# demarche_embed(OUTPUT ROOT FILES PACK LEXICON): writes, when CMake configures, an assembler file (OUTPUT.S) that embeds
# the rule files (paths below ROOT) and the two compiled tables, and the C++ table of the files' paths (OUTPUT.cpp).
# Neither changes with a rule file's text: only the assembler runs again.
function(demarche_embed output root files pack lexicon)
  set(assembler ".section .rodata\n")
  set(symbols "")
  set(rows "")
  set(number 0)
  foreach(file IN LISTS files)
    set(symbol demarche_rules_${number})
    string(APPEND assembler ".global ${symbol}\n.global ${symbol}_end\n"
      "${symbol}:\n.incbin \"${root}/${file}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND symbols "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
    string(APPEND rows "      {\"${file}\", ${symbol}, ${symbol}_end},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  foreach(table pack lexicon)
    string(APPEND assembler
      ".balign 16\n.global demarche_${table}_data\ndemarche_${table}_data:\n.incbin \"${${table}}\"\n")
  endforeach()
  string(APPEND assembler ".section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${output}.S CONTENT "${assembler}" @ONLY)
  file(CONFIGURE OUTPUT ${output}.cpp CONTENT "#include \"rules/embedded.h\"

extern \"C\" {
${symbols}}

namespace demarche::rules {

const std::vector<EmbeddedRows>& embedded_rows() {
  static const std::vector<EmbeddedRows> rows = {
${rows}  };
  return rows;
}

}  // namespace demarche::rules
" @ONLY)
endfunction()
