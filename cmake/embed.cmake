# demarche_embed(OUTPUT TABLE FILE…): writes, when CMake configures, an assembler file that embeds each FILE as constant
# data between the symbols demarche_TABLE_data and demarche_TABLE_end. It is assembled again when a FILE changes; no
# C++ is compiled.
function(demarche_embed output)
  set(assembler ".section .rodata\n")
  set(files "")
  while(ARGN)
    list(POP_FRONT ARGN table file)
    string(APPEND assembler
      ".balign 16\n.global demarche_${table}_data\ndemarche_${table}_data:\n.incbin \"${file}\"\n"
      ".global demarche_${table}_end\ndemarche_${table}_end:\n")
    list(APPEND files ${file})
  endwhile()
  string(APPEND assembler ".section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${output} CONTENT "${assembler}" @ONLY)
  set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${files}")
endfunction()
