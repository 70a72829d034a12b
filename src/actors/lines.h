// Lines of a dictionary, as PETRARCH and TABARI write them: one thing a line, "#" begins a comment.
#ifndef DEMARCHE_ACTORS_LINES_H
#define DEMARCHE_ACTORS_LINES_H

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "actors/imported.h"

namespace demarche::actors {

// Without any of these characters at its ends.
inline std::string_view trimmed(std::string_view s, std::string_view blanks = " \t\r") {
  const std::size_t first = s.find_first_not_of(blanks);
  return first == std::string_view::npos ? std::string_view() : s.substr(first, s.find_last_not_of(blanks) - first + 1);
}

// Calls take(line, number) for every line without its comment, trimmed and not empty; numbers count from 1. Bytes as
// to_utf8() takes them. The view is valid during the call. Gives the number of comments that say something.
template <typename Take>
std::uint64_t each_line(std::string_view bytes, Take&& take) {
  const std::string text = to_utf8(bytes);
  std::uint64_t comments = 0;
  std::uint32_t number = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    std::string_view line = std::string_view(text).substr(from, to - from);
    const std::size_t comment = std::min(line.find('#'), line.size());
    comments += trimmed(line.substr(comment), " \t\r#").empty() ? 0 : 1;
    line = trimmed(line.substr(0, comment));
    ++number;
    if (!line.empty()) take(line, number);
    from = to + 1;
  }
  return comments;
}

}  // namespace demarche::actors

#endif
