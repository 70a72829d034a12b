// What the person at the other end sees: messages on standard error, colour, text made safe for a terminal.
#ifndef DEMARCHE_CLI_TERMINAL_H
#define DEMARCHE_CLI_TERMINAL_H

#include <string>
#include <string_view>

#include "demarche/error.h"

namespace demarche::cli {

enum class Color { automatic, always, never };

// Whether to colour standard output: as told; automatic means a terminal, TERM other than "dumb" and no NO_COLOR
// (https://no-color.org).
bool use_color(Color color);

// "demarche: MESSAGE" on standard error.
void say(std::string_view message);

// Says the error and returns the exit code that belongs to its cause.
int fail(const Error& error);

// One line for a terminal: white space runs become one space; other control characters (C0, C1, direction marks), which
// could move the cursor or hide text, are dropped. REQUIRES valid UTF-8.
std::string one_line(std::string_view text);

}  // namespace demarche::cli

#endif
