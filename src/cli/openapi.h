// docs/openapi.yaml inside the program.
#ifndef DEMARCHE_CLI_OPENAPI_H
#define DEMARCHE_CLI_OPENAPI_H

#include <string>

extern "C" const char demarche_openapi_data[];
extern "C" const char demarche_openapi_end[];

namespace demarche::cli {

inline std::string openapi_yaml() { return {demarche_openapi_data, demarche_openapi_end}; }

}  // namespace demarche::cli

#endif
