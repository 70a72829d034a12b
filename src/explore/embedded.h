// The bundled page and its notices inside the program, as CMake has embedded them. An empty page: built without npm.
#ifndef DEMARCHE_EXPLORE_EMBEDDED_H
#define DEMARCHE_EXPLORE_EMBEDDED_H

extern "C" const char demarche_explorer_page_data[];
extern "C" const char demarche_explorer_page_end[];
extern "C" const char demarche_explorer_notices_data[];
extern "C" const char demarche_explorer_notices_end[];

#endif
