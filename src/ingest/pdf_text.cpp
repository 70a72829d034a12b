#include "ingest/pdf_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "ingest/clean_text.h"
#include "ingest/written_date.h"

namespace demarche::ingesting {
namespace {

constexpr std::size_t edge_lines = 2;      // running heads and feet are at most so many lines
constexpr std::size_t fewest_repeats = 2;  // pages on which a line stands, to be one

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view page) {
  Lines out;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find_first_of("\n\f"), page.size());
    out.push_back(trim(page.substr(0, end)));
    page.remove_prefix(std::min(end + 1, page.size()));
  }
  while (!out.empty() && out.back().empty()) out.pop_back();
  const auto first = std::find_if(out.begin(), out.end(), [](std::string_view s) { return !s.empty(); });
  out.erase(out.begin(), first);
  return out;
}

// "Page 3 of 12" and "Page 4 of 12" are one line.
std::string without_digits(std::string_view line) {
  std::string out;
  for (const char c : line) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) out.push_back(c);
    if (digit && (out.empty() || out.back() != '#')) out.push_back('#');
  }
  return out;
}

bool is_page_number(std::string_view line) {
  return !line.empty() && line.size() <= 12 && line.find_first_not_of("0123456789-–— |.") == std::string_view::npos &&
         line.find_first_of("0123456789") != std::string_view::npos;
}

template <typename Do>
void for_edges(const Lines& lines, Do&& act) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < edge_lines || i + edge_lines >= lines.size()) act(i);
  }
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

void add_line(std::string_view line, std::string* paragraph) {
  std::string& p = *paragraph;
  if (p.ends_with("\xC2\xAD")) {
    p.resize(p.size() - 2);
  } else if (p.size() > 1 && p.back() == '-' && is_lower(p[p.size() - 2]) && is_lower(line[0])) {
    p.pop_back();
  } else if (!p.empty()) {
    p += ' ';
  }
  p += line;
}

bool ends_sentence(std::string_view s) {
  while (s.ends_with("\"") || s.ends_with(")") || s.ends_with("”") || s.ends_with("’")) {
    s.remove_suffix(s.ends_with("\"") || s.ends_with(")") ? 1 : 3);
  }
  return s.ends_with('.') || s.ends_with('!') || s.ends_with('?') || s.ends_with(':');
}

// A quarter of the lines are as long or longer.
std::size_t usual_length(const Lines& lines) {
  std::vector<std::size_t> lengths;
  for (const std::string_view line : lines) {
    if (!line.empty()) lengths.push_back(line.size());
  }
  if (lengths.empty()) return 0;
  const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 3 / 4);
  std::nth_element(lengths.begin(), at, lengths.end());
  return *at;
}

// A line that stops well before the others do, in a word, where the next one begins anew: a title, a name, a place; or
// a date.
bool is_heading(std::string_view line, std::string_view next, std::size_t usual) {
  const auto is_letter = [](char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); };
  const bool anew = !next.empty() && ((next[0] >= 'A' && next[0] <= 'Z') || (next[0] >= '0' && next[0] <= '9'));
  return anew && line.size() * 5 < usual * 3 && (is_letter(line.back()) || is_date_line(line));
}

// Whether the sentence of `paragraph` goes on in `next`, below empty lines: at the end of a column.
bool goes_on(std::string_view paragraph, std::string_view next) {
  if (paragraph.empty() || next.empty() || ends_sentence(paragraph)) return false;
  return is_lower(next[0]) || paragraph.ends_with(',');
}

std::vector<Lines> without_running_heads(const std::vector<std::string>& pages) {
  std::vector<Lines> all;
  std::map<std::string, std::size_t> seen;
  for (const std::string& page : pages) {
    all.push_back(lines_of(page));
    std::set<std::string> here;
    for_edges(all.back(), [&](std::size_t i) { here.insert(without_digits(all.back()[i])); });
    for (const std::string& line : here) ++seen[line];
  }
  for (Lines& lines : all) {
    for_edges(lines, [&](std::size_t i) {
      const std::size_t times = seen[without_digits(lines[i])];
      if (is_page_number(lines[i]) || (times >= fewest_repeats && times * 2 > pages.size())) lines[i] = "\f";
    });
    std::erase(lines, "\f");
  }
  return all;
}

std::string running_text(const std::vector<Lines>& pages) {
  std::string out, paragraph;
  const auto end_paragraph = [&] {
    if (paragraph.empty()) return;
    out += (out.empty() ? "" : "\n\n") + paragraph;
    paragraph.clear();
  };
  for (const Lines& lines : pages) {
    const std::size_t usual = usual_length(lines);
    std::size_t widest = 0;
    for (const std::string_view line : lines) widest = std::max(widest, line.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string_view line = lines[i];
      if (line.empty()) {
        while (i + 1 < lines.size() && lines[i + 1].empty()) ++i;
        if (!goes_on(paragraph, i + 1 < lines.size() ? lines[i + 1] : "")) end_paragraph();
        continue;
      }
      add_line(line, &paragraph);
      const bool is_last = line.size() * 4 < widest * 3 && ends_sentence(line);
      if (is_last || (i + 1 < lines.size() && is_heading(line, lines[i + 1], usual))) end_paragraph();
    }
    // A paragraph goes on over the page's end when its sentence does.
    if (ends_sentence(paragraph)) end_paragraph();
  }
  end_paragraph();
  return out;
}

}  // namespace

std::string text_of_pages(const std::vector<std::string>& pages) {
  std::string out = running_text(without_running_heads(pages));
  if (!out.empty()) return out;
  // Pages of nothing but what the others say, too: forms, handouts.
  std::vector<Lines> all;
  for (const std::string& page : pages) all.push_back(lines_of(page));
  return running_text(all);
}

}  // namespace demarche::ingesting
