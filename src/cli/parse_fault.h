// What is wrong with a command line, in one line.
#ifndef DEMARCHE_CLI_PARSE_FAULT_H
#define DEMARCHE_CLI_PARSE_FAULT_H

#include <CLI/CLI.hpp>
#include <string>

namespace demarche::cli {

// "--formt: unknown flag, did you mean --format; see demarche ask --help". `app` is the program's, after parsing
// failed.
std::string in_words(const CLI::App& app, const CLI::ParseError& error);

}  // namespace demarche::cli

#endif
