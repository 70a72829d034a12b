# cmake -DBINARY_DIR=… -DPREFIX=… -P install.cmake: a fresh installation, without leftovers of an older one.
file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BINARY_DIR} --prefix ${PREFIX} COMMAND_ERROR_IS_FATAL ANY)
