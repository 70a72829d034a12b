// The day that "last week" counts from.
#ifndef DEMARCHE_CLI_TODAY_H
#define DEMARCHE_CLI_TODAY_H

#include <string>

namespace demarche::cli {

// Today by this machine's clock and time zone, ISO.
std::string local_day();

}  // namespace demarche::cli

#endif
