#include "text/story.h"

#include <algorithm>

namespace demarche::text {
namespace {

constexpr std::size_t kLongestHeadline = 160;  // bytes
constexpr std::size_t kLongestDateline = 80;
constexpr std::size_t kLongestCredit = 400;
constexpr int kMostLines = 6;  // of headlines before a story, of credits behind it

constexpr std::string_view kCredits[] = {"Additional reporting",
                                         "Additional Reporting",
                                         "All rights reserved",
                                         "Associated Press writer",
                                         "Compiled by",
                                         "Copyright",
                                         "Edited by",
                                         "Editing by",
                                         "Our Standards",
                                         "Reporting by",
                                         "The Associated Press contributed",
                                         "Writing by",
                                         "With reporting",
                                         "©"};

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
  return s;
}

bool begins_with_credit(std::string_view s) {
  if (s.starts_with('(') || s.starts_with('[')) s.remove_prefix(1);
  return std::any_of(std::begin(kCredits), std::end(kCredits),
                     [s](std::string_view words) { return s.starts_with(words); });
}

bool ends_sentence(std::string_view line) {
  while (line.ends_with("\"") || line.ends_with(")") || line.ends_with("”"))
    line.remove_suffix(line.ends_with("”") ? 3 : 1);
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':');
}

std::string_view without_head_lines(std::string_view text) {
  for (int n = 0; n < kMostLines; ++n) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || end > kLongestHeadline) break;
    const std::string_view line = trimmed(text.substr(0, end));
    if (ends_sentence(line)) break;
    text = trimmed(text.substr(end));
  }
  return text;
}

// "WASHINGTON, May 14 (The Wire) — ": words with a capital or a digit, and a dash.
std::string_view without_dateline(std::string_view text) {
  const std::string_view head = text.substr(0, kLongestDateline);
  std::size_t end = std::string_view::npos, mark = 0;
  for (const std::string_view dash : {" - ", " -- ", " — ", " – ", "--", "—"}) {
    const std::size_t at = head.find(dash);
    if (at == std::string_view::npos || at > end || at == 0) continue;
    if (at < end || dash.size() > mark) mark = dash.size();
    end = at;
  }
  if (end == std::string_view::npos) return text;
  for (std::size_t i = 0; i < end; ++i) {
    if (is_small(head[i]) && (i == 0 || is_space(head[i - 1]))) return text;
  }
  return text.substr(end + mark);
}

std::string_view without_credits(std::string_view text) {
  for (int n = 0; n < kMostLines; ++n) {
    const std::size_t line = text.rfind('\n');
    const std::size_t mark =
        text.ends_with(')') || text.ends_with(']') ? text.find_last_of("([") : std::string_view::npos;
    std::size_t at = std::string_view::npos;
    if (line != std::string_view::npos && begins_with_credit(trimmed(text.substr(line)))) at = line;
    if (mark != std::string_view::npos && begins_with_credit(text.substr(mark))) at = std::min(at, mark);
    if (at == std::string_view::npos || text.size() - at > kLongestCredit) break;
    text = trimmed(text.substr(0, at));
  }
  return text;
}

}  // namespace

std::string_view story_of(std::string_view text) {
  text = trimmed(text);
  const std::string_view story = without_credits(without_dateline(without_head_lines(text)));
  return trimmed(story).empty() ? text : story;
}

}  // namespace demarche::text
