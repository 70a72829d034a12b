#include "ingest/attribute_count.h"

#include <algorithm>

namespace demarche::ingesting {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool names(std::string_view tag, std::string_view name) {
  return tag.size() == name.size() &&
         std::equal(tag.begin(), tag.end(), name.begin(), [](char a, char b) { return (a | 0x20) == b; });
}

// Behind the text `end`, or at the end of the page.
std::size_t behind(std::string_view page, std::size_t at, std::string_view end) {
  const std::size_t found = page.find(end, at);
  return found == std::string_view::npos ? page.size() : found + end.size();
}

std::size_t skip(std::string_view page, std::size_t at, std::string_view characters) {
  return std::min(page.find_first_not_of(characters, at), page.size());
}

std::size_t find(std::string_view page, std::size_t at, std::string_view characters) {
  return std::min(page.find_first_of(characters, at), page.size());
}

// Attributes of the tag whose name ends at `*at`, which moves behind the tag.
std::size_t count(std::string_view page, std::size_t* at, std::size_t limit) {
  std::size_t n = 0;
  for (std::size_t i = *at; n < limit;) {
    i = skip(page, i, " \t\r\n\f/");
    if (i == page.size() || page[i] == '>') {
      *at = i;
      return n;
    }
    ++n;
    i = find(page, i + 1, " \t\r\n\f/=>");
    const std::size_t equals = skip(page, i, blanks);
    if (equals == page.size() || page[equals] != '=') continue;
    i = skip(page, equals + 1, blanks);
    if (i == page.size()) continue;
    const char quote = page[i];
    i = quote == '"' || quote == '\'' ? behind(page, i + 1, {&quote, 1}) : find(page, i, " \t\r\n\f>");
  }
  return n;
}

}  // namespace

std::size_t most_attributes(std::string_view page, std::size_t limit) {
  std::size_t most = 0;
  for (std::size_t at = page.find('<'); at < page.size() && most < limit; at = page.find('<', at)) {
    if (page.substr(at).starts_with("<!--")) {
      at = behind(page, at + 4, "-->");
      continue;
    }
    ++at;
    if (at == page.size() || !is_letter(page[at])) continue;
    const std::size_t start = at;
    at = find(page, at, " \t\r\n\f/>");
    const std::string_view tag = page.substr(start, at - start);
    most = std::max(most, count(page, &at, limit));
    if (names(tag, "script")) at = behind(page, at, "</script");
    if (names(tag, "style")) at = behind(page, at, "</style");
  }
  return most;
}

}  // namespace demarche::ingesting
