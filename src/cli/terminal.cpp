#include "cli/terminal.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "cli/exit_code.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

bool is_space(char32_t c) { return (c >= 0x09 && c <= 0x0D) || c == ' ' || c == 0xA0 || c == 0x2028 || c == 0x2029; }

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0x200E || c == 0x200F || c == 0xFEFF;
}

}  // namespace

bool use_color(Color color) {
  if (color != Color::automatic) return color == Color::always;
  const char* const no_color = std::getenv("NO_COLOR");
  const char* const term = std::getenv("TERM");
  if (no_color != nullptr && *no_color != '\0') return false;
  if (term != nullptr && std::string_view(term) == "dumb") return false;
  return ::isatty(STDOUT_FILENO) != 0;
}

void say(std::string_view message) {
  std::string line = "demarche: ";
  line += message;
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

int fail(const Error& error) {
  say(error.message);
  switch (error.cause) {
    case Cause::failed:
      return failure;
    case Cause::wrong_use:
      return wrong_use_code;
    case Cause::bad_rules:
      return bad_rules_code;
  }
  return failure;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    const char32_t c = text::decode(text, at, &length);
    if (is_space(c)) {
      space = !out.empty();
    } else if (!is_control(c)) {
      if (space) out += ' ';
      space = false;
      out.append(text, at, length);
    }
    at += length;
  }
  return out;
}

}  // namespace demarche::cli
