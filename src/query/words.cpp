#include "query/words.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace demarche::query {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool drops(std::string_view s, std::size_t i) {
  if (s[i] == '"' || s[i] == '?' || s[i] == '!') return true;
  const bool ends_word = i + 1 == s.size() || is_space(s[i + 1]);
  return (s[i] == ',' || s[i] == ';' || s[i] == ':') && ends_word;
}

// Curly quotes and long dashes become ASCII; other characters stay as they are.
std::string straightened(std::string_view s) {
  static constexpr std::string_view from[] = {"\u2018", "\u2019", "\u201C", "\u201D", "\u2013", "\u2014", "\u00A0"};
  static constexpr char to[] = {'\'', '\'', '"', '"', '-', '-', ' '};
  std::string out;
  for (std::size_t i = 0; i < s.size();) {
    bool replaced = false;
    for (std::size_t k = 0; k < std::size(from) && !replaced; ++k) {
      if (s.substr(i, from[k].size()) != from[k]) continue;
      out.push_back(to[k]);
      i += from[k].size();
      replaced = true;
    }
    if (!replaced) out.push_back(s[i++]);
  }
  return out;
}

}  // namespace

std::string spaced(std::string_view question) {
  const std::string s = straightened(text::repair_utf8(question));
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char c = drops(s, i) ? ' ' : s[i];
    if (!is_space(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  // "in May." loses its full stop, "in the U.S." keeps its own.
  const std::size_t last = out.rfind(' ') + 1;
  if (!out.empty() && out.back() == '.' && out.find('.', last) == out.size() - 1) out.pop_back();
  if (!out.empty()) out.push_back(' ');
  return out;
}

std::string lowered(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::vector<std::string> split_words(std::string_view s) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t end = std::min(s.find(' ', i), s.size());
    if (end > i) words.emplace_back(s.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

std::string join_words(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first) out.push_back(' ');
    out += words[i];
  }
  return out;
}

std::string key(std::string_view s) {
  std::string out;
  for (const char c : text::fold(s)) {
    if (c == '.') continue;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || static_cast<signed char>(c) < 0;
    if (letter) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool contains_words(std::string_view whole, std::string_view part) {
  if (part.empty()) return false;
  for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
    if (at == 0 || whole[at - 1] == ' ') return true;
  }
  return false;
}

bool is_subsequence(const std::vector<std::string>& part, const std::vector<std::string>& all) {
  auto at = all.begin();
  for (const std::string& word : part) {
    at = std::find(at, all.end(), word);
    if (at == all.end()) return false;
    ++at;
  }
  return true;
}

}  // namespace demarche::query
