# The program (src/cli), the library with its headers, and what finds it: a CMake package and a pkg-config file.
include(CMakePackageConfigHelpers)

# Dependencies that are headers only were needed to compile the library; who links it does not need them.
get_target_property(links demarche INTERFACE_LINK_LIBRARIES)
list(FILTER links EXCLUDE REGEX "nlohmann_json|Boost::")
set_target_properties(demarche PROPERTIES INTERFACE_LINK_LIBRARIES "${links}")

install(TARGETS demarche EXPORT demarche-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/demarche DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.h")

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/demarche)
install(EXPORT demarche-targets NAMESPACE demarche:: DESTINATION ${package_folder})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/demarche-config.cmake.in
  ${PROJECT_BINARY_DIR}/demarche-config.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/demarche-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/demarche-config.cmake ${PROJECT_BINARY_DIR}/demarche-config-version.cmake
        DESTINATION ${package_folder})

# The pkg-config file finds its prefix from where it lies, so that `cmake --install … --prefix` may choose another one.
file(RELATIVE_PATH pkgconfig_to_prefix ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" pkgconfig_to_prefix "${pkgconfig_to_prefix}")
file(RELATIVE_PATH prefix_to_lib ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_LIBDIR})
file(RELATIVE_PATH prefix_to_include ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_INCLUDEDIR})
configure_file(${CMAKE_CURRENT_LIST_DIR}/demarche.pc.in ${PROJECT_BINARY_DIR}/demarche.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/demarche.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/explorer/NOTICES.txt DESTINATION ${CMAKE_INSTALL_DOCDIR})
