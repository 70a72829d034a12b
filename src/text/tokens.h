// Tokens and sentences of a text, in one pass.
//
// A token is a word (letters, digits, inner hyphens, apostrophes and dots as in "U.S.", "al-Qaeda", "O'Brien", "P5+1"),
// a number ("1,200", "4:49") or one punctuation mark. Clitics are tokens of their own: "Clinton" "'s", "did" "n't".
// Invisible characters (soft hyphen, zero-width) belong to no token of their own.
//
// All positions are bytes of the text, end exclusive.
#ifndef DEMARCHE_TEXT_TOKENS_H
#define DEMARCHE_TEXT_TOKENS_H

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::text {

enum TokenFlag : std::uint8_t {
  capitalised = 1,  // first letter is upper case
  all_caps = 2,     // two letters or more, none lower case
  space_before = 4,
  line_before = 8,    // a line break stands before it
  blank_before = 16,  // a blank line stands before it
  has_dot = 32,       // the word ends in an abbreviation's dot
  not_ascii = 64,
  has_hyphen = 128,
};

struct Token {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  char punct = 0;  // 0 for words; 'n' for numbers; else a class: . , ; : ? ! ( ) [ ] " { } ' - ~ / & % $ * @ …
                   // { and } are opening and closing curly quotes, ~ an ellipsis, - any free-standing dash,
                   // * a bullet, $ any currency sign
  std::uint8_t flags = 0;

  bool is_word() const { return punct == 0; }
  bool is_number() const { return punct == 'n'; }
};

struct Sentence {
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
};

// Words that end in a dot without ending a sentence, lower case without the dot.
class Abbreviations {
 public:
  enum class Class : std::uint8_t {
    never_ends,  // Mr, Gen: a name follows
    may_end,     // Inc, p.m: ends a sentence when a common sentence opener follows
  };
  void add(std::string_view word, Class c) { words_[std::string(word)] = c; }
  const Class* find(std::string_view lower) const {
    const auto it = words_.find(std::string(lower));
    return it == words_.end() ? nullptr : &it->second;
  }

 private:
  std::unordered_map<std::string, Class> words_;
};

// Appends the tokens of valid UTF-8 to `tokens` (cleared first). REQUIRES fewer than 2^32 bytes.
void tokenize(std::string_view text, const Abbreviations& abbreviations, std::vector<Token>* tokens);

// Splits tokens into sentences (cleared first). Headlines, bullets and transcript lines are sentences of their own;
// hard-wrapped paragraphs are not cut at their line ends.
void split_sentences(std::string_view text, const std::vector<Token>& tokens, const Abbreviations& abbreviations,
                     std::vector<Sentence>* sentences);

inline std::string_view view(std::string_view text, const Token& t) { return text.substr(t.start, t.end - t.start); }

}  // namespace demarche::text

#endif
