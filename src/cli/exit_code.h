// How the program ends. Scripts rely on these numbers.
#ifndef DEMARCHE_CLI_EXIT_CODE_H
#define DEMARCHE_CLI_EXIT_CODE_H

namespace demarche::cli {

inline constexpr int success = 0;             // also when nothing is found
inline constexpr int failure = 1;             // the work failed; Cause::failed
inline constexpr int wrong_use_code = 2;      // Cause::wrong_use, unknown flags
inline constexpr int bad_rules_code = 3;      // Cause::bad_rules
inline constexpr int interrupted_code = 130;  // 128 + SIGINT

}  // namespace demarche::cli

#endif
