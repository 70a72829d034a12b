#include "ingest/clean_text.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace demarche::ingesting {

bool is_clean(std::string_view bytes) {
  return std::memchr(bytes.data(), '\0', bytes.size()) == nullptr &&
         simdjson::validate_utf8(bytes.data(), bytes.size());
}

void clean(std::string* bytes, const std::string& where, Reading* reading) {
  if (is_clean(*bytes)) return;
  const auto nuls = static_cast<std::size_t>(std::count(bytes->begin(), bytes->end(), '\0'));
  if (nuls > 0) {
    std::replace(bytes->begin(), bytes->end(), '\0', ' ');
    reading->notice(where, fmt::format("{}; read as spaces", counted(nuls, "NUL byte", "NUL bytes")));
  }
  std::size_t replaced = 0;
  std::string repaired = text::repair_utf8(*bytes, &replaced);
  if (replaced == 0) return;
  *bytes = std::move(repaired);
  reading->notice(where, fmt::format("invalid UTF-8; {} replaced by U+FFFD", counted(replaced, "byte", "bytes")));
}

void unify_line_ends(std::string* text) {
  const std::size_t first = text->find('\r');
  if (first == std::string::npos) return;
  std::size_t to = first;
  for (std::size_t from = first; from < text->size(); ++from) {
    const char c = (*text)[from];
    if (c == '\r' && from + 1 < text->size() && (*text)[from + 1] == '\n') continue;
    (*text)[to++] = c == '\r' ? '\n' : c;
  }
  text->resize(to);
}

std::string_view trim(std::string_view s) {
  constexpr std::string_view white = " \t\r\n\f\v";
  const std::size_t first = s.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(white) - first + 1);
}

std::string in_lower_case(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return out;
}

std::string in_short(std::string_view s) {
  std::size_t end = 80;
  if (s.size() <= end) return std::string(s);
  while (end > 0 && (static_cast<unsigned char>(s[end]) & 0xC0) == 0x80) --end;
  return std::string(s.substr(0, end)) + "…";
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string size_in_words(std::size_t bytes) {
  if (bytes >= (1u << 20)) return fmt::format("{} MiB", bytes >> 20);
  return counted(bytes, "byte", "bytes");
}

}  // namespace demarche::ingesting
