#include <algorithm>
#include <array>
#include <string>

#include "text/tokens.h"

namespace demarche::text {
namespace {

bool closes(char p) { return p == '"' || p == '}' || p == ')' || p == ']' || p == '\''; }
bool opens(char p) { return p == '"' || p == '{' || p == '(' || p == '[' || p == '\''; }
bool stops(char p) { return p == '.' || p == '?' || p == '!'; }

std::string lower_without_dot(std::string_view word) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  std::string low(word);
  for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return low;
}

// Words that open sentences far oftener than they follow an abbreviation inside one.
bool common_opener(std::string_view word) {
  static constexpr std::array<std::string_view, 44> words = {
      "a",    "after",   "although", "an",      "and",   "as",        "at",   "because", "before", "both",    "but",
      "by",   "despite", "during",   "earlier", "for",   "from",      "he",   "her",     "his",    "however", "if",
      "in",   "it",      "its",      "last",    "many",  "meanwhile", "on",   "one",     "our",    "she",     "since",
      "some", "that",    "the",      "their",   "there", "they",      "this", "those",   "we",     "when",    "while"};
  const std::string low = lower_without_dot(word);
  return std::binary_search(words.begin(), words.end(), low);
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens, const Abbreviations& abbreviations)
      : text_(text), tokens_(tokens), abbreviations_(abbreviations), wrapped_(hard_wrapped()) {}

  void run(std::vector<Sentence>* out) {
    out->clear();
    std::uint32_t first = 0;
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      // Most tokens end nothing.
      const Token& t = tokens_[i];
      if (i + 1 < count && !((tokens_[i + 1].flags & (line_before | blank_before)) | (t.flags & has_dot)) &&
          !stops(t.punct))
        continue;
      const std::uint32_t end = end_after(i);
      if (end == 0) continue;
      out->push_back({first, end});
      first = end;
      i = end - 1;
    }
    if (first < tokens_.size()) out->push_back({first, static_cast<std::uint32_t>(tokens_.size())});
  }

 private:
  bool starts_low(std::uint32_t i) const {
    const char c = text_[tokens_[i].start];
    return tokens_[i].is_word() && c >= 'a' && c <= 'z';
  }

  // A text is hard-wrapped when many line ends fall inside sentences.
  bool hard_wrapped() const {
    std::uint32_t breaks = 0, inside = 0;
    for (std::uint32_t i = 1; i < tokens_.size(); ++i) {
      if (!(tokens_[i].flags & line_before) || (tokens_[i].flags & blank_before)) continue;
      ++breaks;
      inside += starts_low(i) && !stops(tokens_[i - 1].punct);
    }
    return inside >= 3 && inside * 4 > breaks;
  }

  // The token after the sentence's last one when a sentence ends at token i, else 0.
  std::uint32_t end_after(std::uint32_t i) const {
    std::uint32_t next = i + 1;
    if (next >= tokens_.size()) return next;
    const Token& t = tokens_[i];
    if (breaks_line(i)) return next;
    if (stops(t.punct)) {
      if (numbers_item(i)) return 0;
      while (next < tokens_.size() && (closing(next) || stops(tokens_[next].punct))) ++next;
      if (next >= tokens_.size() || tokens_[next].flags & line_before) return wrapped_inside(next) ? 0 : next;
      if (next == i + 1 && lacks_space(i)) return next;
      return opens_sentence(next, t.punct == '.' || next > i + 1) ? next : 0;
    }
    if (t.flags & has_dot && t.is_word()) return ends_at_abbreviation(i, next);
    return 0;
  }

  // "to change Cuba.It's a start": the space behind the stop is missing; not "Asia.NIKKEI", "J.Smith".
  bool lacks_space(std::uint32_t dot) const {
    if (dot == 0 || tokens_[dot].punct != '.' || tokens_[dot].flags & space_before) return false;
    const Token &before = tokens_[dot - 1], &behind = tokens_[dot + 1];
    if (!before.is_word() || before.end - before.start < 3 || before.flags & (all_caps | has_dot) ||
        behind.flags & space_before || !behind.is_word() || !(behind.flags & capitalised) ||
        behind.end - behind.start < 2)
      return false;
    const char second = text_[behind.start + 1];
    return second >= 'a' && second <= 'z';
  }

  // "1. Iran" at the start of a line.
  bool numbers_item(std::uint32_t dot) const {
    if (wrapped_ || dot == 0 || tokens_[dot].punct != '.') return false;
    const Token& n = tokens_[dot - 1];
    return n.is_number() && n.flags & line_before && n.end - n.start <= 2 && !(tokens_[dot].flags & space_before);
  }

  bool closing(std::uint32_t i) const { return closes(tokens_[i].punct) && !(tokens_[i].flags & space_before); }

  bool wrapped_inside(std::uint32_t next) const {
    return next < tokens_.size() && wrapped_ && starts_low(next) && !(tokens_[next].flags & blank_before);
  }

  bool breaks_line(std::uint32_t i) const {
    const Token& next = tokens_[i + 1];
    if (next.flags & blank_before) return true;
    if (!(next.flags & line_before)) return false;
    if (next.punct == '*') return true;
    if (starts_low(i + 1)) return false;
    return !wrapped_ || stops(tokens_[i].punct);
  }

  bool opens_sentence(std::uint32_t i, bool spaced) const {
    const Token& t = tokens_[i];
    if (spaced && !(t.flags & space_before)) return false;
    if (opens(t.punct)) return i + 1 >= tokens_.size() || !starts_low(i + 1);
    if (t.is_word()) return (t.flags & capitalised) || t.flags & not_ascii;
    return t.punct != ',' && t.punct != ';' && t.punct != ':' && t.punct != '-';
  }

  std::uint32_t ends_at_abbreviation(std::uint32_t i, std::uint32_t next) const {
    const std::string low = lower_without_dot(view(text_, tokens_[i]));
    const auto* c = abbreviations_.find(low);
    while (next < tokens_.size() && closing(next)) ++next;
    if (next >= tokens_.size()) return next;
    const Token& t = tokens_[next];
    if (low == "no") return !t.is_number() && opens_sentence(next, true) ? next : 0;
    if (c && *c == Abbreviations::Class::never_ends) return 0;
    const bool name = t.is_word() && t.flags & capitalised && !(t.flags & has_dot);
    if (name && common_opener(view(text_, t))) return next;
    if (low.size() == 1) return 0;
    // "the sun.", "etc.": days and months have capitals.
    if (name && starts_low(i) && low.find('.') == std::string::npos) return next;
    if (opens(t.punct) && (t.flags & space_before) && next + 1 < tokens_.size() &&
        (tokens_[next + 1].flags & capitalised)) {
      return next;
    }
    return 0;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Abbreviations& abbreviations_;
  bool wrapped_;
};

}  // namespace

void split_sentences(std::string_view text, const std::vector<Token>& tokens, const Abbreviations& abbreviations,
                     std::vector<Sentence>* sentences) {
  Splitter(text, tokens, abbreviations).run(sentences);
}

}  // namespace demarche::text
