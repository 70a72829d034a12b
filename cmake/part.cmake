# demarche_part(NAME SOURCES … LINKS …): one folder of src/ as an object library. The library `demarche` gathers all of
# them; each folder's tests link only the parts they need.
add_library(demarche_options INTERFACE)
target_compile_options(demarche_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wcast-qual -Wno-missing-field-initializers
  $<$<BOOL:${DEMARCHE_WERROR}>:-Werror>)
if(DEMARCHE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(DEMARCHE_BUILD_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

function(demarche_part name)
  cmake_parse_arguments(PART "" "" "SOURCES;LINKS" ${ARGN})
  add_library(demarche_${name} OBJECT ${PART_SOURCES})
  target_include_directories(demarche_${name} PUBLIC
    ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(demarche_${name} PUBLIC fmt::fmt ${PART_LINKS} PRIVATE demarche_options)
endfunction()
