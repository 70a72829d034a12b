#include "ingest/front_matter.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ingest/clean_text.h"

namespace demarche::ingesting {
namespace {

constexpr std::size_t max_lines = 200;  // a rule of dashes at the head of a long text is not searched to its end

using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::pair<std::string_view, std::string Document::*> fields[] = {
    {"id", &Document::id},
    {"title", &Document::title},
    {"date", &Document::date},
    {"url", &Document::url},
    {"publication", &Document::publication},
    {"language", &Document::language},
};

std::string_view take_line(std::string_view text, std::size_t* at) {
  const std::size_t newline = std::min(text.find('\n', *at), text.size());
  const std::string_view line = text.substr(*at, newline - *at);
  *at = std::min(newline + 1, text.size());
  return line;
}

bool is_key_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// 'It''s' and "say \"no\"" as YAML quotes them.
std::string unquote(std::string_view value) {
  if (value.size() < 2 || value.front() != value.back() || (value[0] != '"' && value[0] != '\'')) {
    return std::string(value);
  }
  const char quote = value[0];
  const char escape = quote == '"' ? '\\' : '\'';
  std::string out;
  for (std::size_t i = 1; i + 1 < value.size(); ++i) {
    if (value[i] == escape && i + 2 < value.size() && (value[i + 1] == quote || value[i + 1] == '\\')) ++i;
    out.push_back(value[i]);
  }
  return out;
}

// One line between the dashes; false when it cannot belong to front matter.
bool add_line(std::string_view line, Pairs* pairs) {
  const std::string_view words = trim(line);
  if (words.empty() || words[0] == '#') return true;
  if (line[0] == ' ' || line[0] == '\t' || line[0] == '-') {
    if (pairs->empty()) return false;
    std::string& value = pairs->back().second;
    if (value == ">" || value == "|" || value == ">-" || value == "|-") value.clear();
    if (!value.empty()) value += ' ';
    value += words;
    return true;
  }
  std::size_t colon = 0;
  while (colon < line.size() && is_key_letter(line[colon])) ++colon;
  if (colon == 0 || colon == line.size() || line[colon] != ':') return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return false;
  pairs->emplace_back(in_lower_case(line.substr(0, colon)), std::string(trim(line.substr(colon + 1))));
  return true;
}

}  // namespace

std::size_t read_front_matter(std::string_view text, Document* document) {
  std::size_t at = 0;
  if (!text.starts_with("---") || trim(take_line(text, &at)) != "---") return 0;
  Pairs pairs;
  for (std::size_t n = 0;; ++n) {
    if (at == text.size() || n == max_lines) return 0;
    const std::string_view line = take_line(text, &at);
    if (trim(line) == "---" || trim(line) == "...") break;
    if (!add_line(line, &pairs)) return 0;
  }
  if (pairs.empty()) return 0;
  for (const auto& [key, value] : pairs) {
    for (const auto& [name, field] : fields) {
      if (key == name && (document->*field).empty()) document->*field = unquote(value);
    }
  }
  return at;
}

}  // namespace demarche::ingesting
