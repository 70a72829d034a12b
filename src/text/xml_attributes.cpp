#include "text/xml_attributes.h"

#include <algorithm>

namespace demarche::text {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::size_t skip_blanks(std::string_view s, std::size_t at) {
  return std::min(s.find_first_not_of(kBlanks, at), s.size());
}

// `tag` begins behind its "<" and ends before the next one.
std::size_t count(std::string_view tag, std::size_t limit) {
  std::size_t n = 0;
  std::size_t at = std::min(tag.find_first_of(" \t\r\n/>"), tag.size());
  for (; n < limit; ++n) {
    at = skip_blanks(tag, at);
    if (at == tag.size() || tag[at] == '>' || tag[at] == '/') break;
    at = skip_blanks(tag, std::min(tag.find_first_of(" \t\r\n=>/\"'", at), tag.size()));
    if (at == tag.size() || tag[at] != '=') break;
    at = skip_blanks(tag, at + 1);
    if (at == tag.size() || (tag[at] != '"' && tag[at] != '\'')) break;
    at = tag.find(tag[at], at + 1);
    if (at == std::string_view::npos) break;
    ++at;
  }
  return n;
}

}  // namespace

std::size_t most_xml_attributes(std::string_view xml, std::size_t limit) {
  std::size_t most = 0;
  for (std::size_t at = xml.find('<'); at != std::string_view::npos && most < limit;) {
    const std::size_t next = xml.find('<', at + 1);
    most = std::max(most, count(xml.substr(at + 1, next == std::string_view::npos ? next : next - at - 1), limit));
    at = next;
  }
  return most;
}

}  // namespace demarche::text
