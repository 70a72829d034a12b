#include "text/tokens.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "text/utf8.h"

namespace demarche::text {
namespace {

enum Class : std::uint8_t { other, space, newline, upper, lower, digit, apostrophe, hyphen, dot, high };

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> c{};
  for (int i = 0; i < 256; ++i) {
    if (i <= ' ') c[static_cast<std::size_t>(i)] = space;
    if (i >= 'A' && i <= 'Z') c[static_cast<std::size_t>(i)] = upper;
    if (i >= 'a' && i <= 'z') c[static_cast<std::size_t>(i)] = lower;
    if (i >= '0' && i <= '9') c[static_cast<std::size_t>(i)] = digit;
    if (i >= 0x80) c[static_cast<std::size_t>(i)] = high;
  }
  c['\n'] = newline;
  c['\r'] = newline;
  c['\''] = apostrophe;
  c['-'] = hyphen;
  c['.'] = dot;
  c[0x7F] = space;
  return c;
}
constexpr std::array<std::uint8_t, 256> classes = make_classes();

// What a character outside ASCII is: 0 = a letter, ' ' = space, 'i' = invisible, else a punctuation class.
char high_class(char32_t c) {
  switch (c) {
    case 0x00A0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
    case 0x0085:
      return ' ';
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF:
      return 'i';
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x00B4:
    case 0x2032:
      return '\'';
    case 0x201C:
    case 0x00AB:
    case 0x201E:
      return '{';
    case 0x201D:
    case 0x00BB:
      return '}';
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    case 0x2010:
    case 0x2011:
      return 'h';
    case 0x2026:
      return '~';
    case 0x2022:
    case 0x00B7:
    case 0x25CF:
    case 0x25AA:
    case 0x2023:
    case 0x25E6:
      return '*';
    case 0x20AC:
    case 0x00A3:
    case 0x00A5:
    case 0x20B9:
      return '$';
    default:
      if (c >= 0x2000 && c <= 0x200A) return ' ';
      if (c >= 0x202A && c <= 0x202E) return 'i';
      if ((c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7 || c == 0xFFFD ||
          (c >= 0x2016 && c <= 0x206F) || (c >= 0x2190 && c <= 0x2BFF) || (c >= 0x3001 && c <= 0x3003)) {
        return '@';
      }
      return 0;
  }
}

// Whether no word goes on behind such a character, whatever stands around it.
constexpr std::array<bool, 256> make_ends() {
  std::array<bool, 256> ends{};
  for (std::size_t i = 0; i < 256; ++i) ends[i] = classes[i] == space || classes[i] == newline;
  for (const char c : {',', ';', ':', '/', '?', '!', '(', ')', '[', ']', '"', '*', '%', '$'})
    ends[static_cast<unsigned char>(c)] = true;
  return ends;
}
constexpr std::array<bool, 256> ends_word = make_ends();

// How many of the eight bytes from here on are a-z, up to the first that is not.
std::size_t small_letters(const char* from) {
  constexpr std::uint64_t tops = 0x8080808080808080u;
  std::uint64_t bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  const std::uint64_t low = bytes & ~tops;
  // Added to a byte below 128, these carry into its highest bit from 'a' and from '{' on.
  const std::uint64_t from_a = low + 0x1F1F1F1F1F1F1F1Fu, past_z = low + 0x0505050505050505u;
  const std::uint64_t others = ~(from_a & ~past_z & ~bytes) & tops;
  return static_cast<std::size_t>(std::endian::native == std::endian::little ? std::countr_zero(others)
                                                                             : std::countl_zero(others)) /
         8;
}

class Scanner {
 public:
  Scanner(std::string_view text, const Abbreviations& abbreviations, std::vector<Token>* out)
      : s_(text), abbreviations_(abbreviations), out_(out) {}

  void run() {
    while (at_ < s_.size()) {
      switch (classes[byte(at_)]) {
        case space:
          flags_ |= space_before;
          ++at_;
          break;
        case newline:
          if (s_.compare(at_, 2, "\r\n") == 0) ++at_;
          line_end();
          ++at_;
          break;
        case upper:
        case lower:
          if (!plain_word()) word();
          break;
        case digit:
          word();
          break;
        case high:
          high_character();
          break;
        default:
          ascii_mark();
      }
    }
  }

 private:
  void line_end() {
    flags_ = static_cast<std::uint8_t>(flags_ | space_before | (flags_ & line_before ? blank_before : line_before));
  }

  unsigned char byte(std::size_t i) const { return static_cast<unsigned char>(s_[i]); }
  std::uint8_t class_at(std::size_t i) const {
    return i < s_.size() ? classes[byte(i)] : static_cast<std::uint8_t>(space);
  }

  // Length of a letter at i, 0 when none is there.
  std::size_t letter(std::size_t i) const {
    const std::uint8_t c = class_at(i);
    if (c == upper || c == lower || c == digit) return 1;
    if (c != high) return 0;
    std::size_t n = 1;
    return high_class(decode(s_, i, &n)) == 0 ? n : 0;
  }

  // Length of an apostrophe (straight or curly) at i, 0 when none is there.
  std::size_t apostrophe_at(std::size_t i) const {
    if (class_at(i) == apostrophe) return 1;
    if (class_at(i) != high) return 0;
    std::size_t n = 1;
    const char32_t c = decode(s_, i, &n);
    return c == 0x2019 || c == 0x02BC || c == 0x00B4 ? n : 0;
  }

  std::size_t hyphen_at(std::size_t i) const {
    if (class_at(i) == hyphen) return 1;
    if (class_at(i) != high) return 0;
    std::size_t n = 1;
    const char32_t c = decode(s_, i, &n);
    return c == 0x2010 || c == 0x2011 ? n : 0;
  }

  void push(std::size_t start, std::size_t end, char punct, std::uint8_t more = 0) {
    out_->push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), punct,
                     static_cast<std::uint8_t>(flags_ | more)});
    flags_ = 0;
    at_ = end;
  }

  // The clitic that begins after an apostrophe at i ("s", "ll" …): its length, 0 when none.
  std::size_t clitic(std::size_t i) const {
    static constexpr std::string_view forms[] = {"s", "ll", "re", "ve", "m", "d", "t",
                                                 "S", "LL", "RE", "VE", "M", "D", "T"};
    for (const std::string_view f : forms) {
      if (s_.compare(i, f.size(), f) == 0 && !letter(i + f.size())) return f.size();
    }
    return 0;
  }

  // ASCII letters, all small but perhaps the first, with nothing behind them that could belong to the word.
  bool plain_word() {
    const std::size_t start = at_;
    const bool capital = classes[byte(start)] == upper;
    std::size_t i = start + capital, n = 8;
    while (n == 8 && i + 8 <= s_.size()) i += n = small_letters(s_.data() + i);
    if (i >= s_.size() || !ends_word[byte(i)]) return false;
    push(start, i, 0, static_cast<std::uint8_t>(capital ? capitalised : 0));
    return true;
  }

  void word() {
    const std::size_t start = at_;
    std::size_t i = at_, letters = 0, capitals = 0, digits = 0, smalls = 0;
    std::uint8_t more = 0;
    const bool first_upper = class_at(i) == upper || (class_at(i) == high && upper_high(i));
    while (i < s_.size()) {
      const std::uint8_t c = classes[byte(i)];
      if (c == lower) {
        std::size_t run = i + 1;
        while (run < s_.size() && classes[byte(run)] == lower) ++run;
        smalls += run - i;
        letters += run - i;
        i = run;
        continue;
      }
      if (c == upper) {
        ++capitals;
        ++letters;
        ++i;
        continue;
      }
      if (c == digit) {
        ++digits;
        ++i;
        continue;
      }
      if (c == high) {
        std::size_t n = 1;
        const char32_t p = decode(s_, i, &n);
        const char k = high_class(p);
        if (k == 0) {
          upper_high(i) ? ++capitals : ++smalls;
          ++letters;
          more |= not_ascii;
          i += n;
          continue;
        }
        if (k == 'i') {
          const std::size_t next = past_invisible(i);
          if (!letter(next)) break;
          i = next;
          more |= not_ascii;
          continue;
        }
      }
      if (c == space || c == newline) break;
      const std::size_t joined = joins(i, start, letters, digits);
      if (joined == 0) break;
      if (hyphen_at(i)) more |= has_hyphen;
      i += joined;
    }
    if (letters == 0) return push(start, i, 'n');
    if (class_at(i) == dot && takes_dot(start, i)) {
      ++i;
      more |= has_dot;
    }
    if (first_upper || (more & has_hyphen && article_name(start, i))) more |= capitalised;
    if (smalls == 0 && capitals + (digits ? 1 : 0) > 1) more |= all_caps;
    push_word(start, i, more);
  }

  // "al-Assad", "el-Sisi", "bin-Laden": an Arabic article or "son of" joined to a name.
  bool article_name(std::size_t start, std::size_t end) const {
    static constexpr std::string_view articles[] = {"al", "el", "ul", "ad",  "an",  "ar",  "as", "at",
                                                    "az", "ed", "es", "ash", "ath", "bin", "ibn"};
    for (std::size_t i = start; i < end && i <= start + 3; ++i) {
      const std::size_t n = hyphen_at(i);
      if (n == 0) continue;
      const bool name = class_at(i + n) == upper || (class_at(i + n) == high && upper_high(i + n));
      return name &&
             std::find(std::begin(articles), std::end(articles), s_.substr(start, i - start)) != std::end(articles);
    }
    return false;
  }

  bool upper_high(std::size_t i) const {
    std::size_t n = 1;
    return u_isupper(static_cast<UChar32>(decode(s_, i, &n)));
  }

  // The first byte at or after i that belongs to no invisible character.
  std::size_t past_invisible(std::size_t i) const {
    std::size_t n = 1;
    while (class_at(i) == high && high_class(decode(s_, i, &n)) == 'i') i += n;
    return i;
  }

  // How many bytes at i (a mark inside a word or number) belong to it; 0 when the word ends before i.
  std::size_t joins(std::size_t i, std::size_t start, std::size_t letters, std::size_t digits) const {
    const char c = s_[i];
    if (const std::size_t n = hyphen_at(i)) return letter(i + n) ? n : 0;
    if (const std::size_t n = apostrophe_at(i)) {
      if (!letter(i + n) || clitic(i + n) || class_at(i + n) == digit) return 0;
      return n;
    }
    if (c == '.' && digits && !letters) return class_at(i + 1) == digit ? 1 : 0;
    if (c == '.') return dot_joins(i, start) ? 1 : 0;
    if ((c == ',' || c == ':' || c == '/') && digits && !letters) return class_at(i + 1) == digit ? 1 : 0;
    if (c == '+' || c == '&') return letter(i + 1) && letters + digits <= 2 && i > start ? 1 : 0;
    return 0;
  }

  // The dots inside "U.S.", "U.S.-led" and "J.-P.".
  bool dot_joins(std::size_t i, std::size_t start) const {
    const bool acronym = i > start + 1 && s_[i - 2] == '.';
    if (i != start + 1 && !acronym) return false;
    if (hyphen_at(i + 1) == 1 && letter(i + 2)) return acronym || (class_at(i + 2) == upper && class_at(i + 3) == dot);
    return letter(i + 1) && !letter(i + 2) && class_at(i + 2) == dot;
  }

  // Whether the dot at `end` belongs to the word: an initial, an acronym with dots, or a known abbreviation.
  bool takes_dot(std::size_t start, std::size_t end) const {
    if (end - start == 1) return class_at(start) == upper;
    if (end - start >= 3 && s_[end - 2] == '.') return true;
    if (end - start == 4 && s_.compare(start + 1, 2, ".-") == 0) return true;
    if (end - start > 7) return false;
    std::string low(s_.substr(start, end - start));
    for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return abbreviations_.find(low) != nullptr;
  }

  // Splits "didn't" and leaves clitics after an apostrophe to the next token.
  void push_word(std::size_t start, std::size_t end, std::uint8_t more) {
    if (class_at(end) != apostrophe && class_at(end) != high) return push(start, end, 0, more);
    const std::size_t quote = apostrophe_at(end);
    if (quote && clitic(end + quote)) {
      const std::size_t stop = end + quote + clitic(end + quote);
      const bool negated = (s_[end + quote] == 't' || s_[end + quote] == 'T') && end - start > 1 &&
                           (s_[end - 1] == 'n' || s_[end - 1] == 'N');
      push(start, negated ? end - 1 : end, 0, more);
      push(negated ? end - 1 : end, stop, 0, 0);
      return;
    }
    push(start, end, 0, more);
  }

  void high_character() {
    std::size_t n = 1;
    const char32_t c = decode(s_, at_, &n);
    const char k = high_class(c);
    if (k == 0) return word();
    if (k == ' ') {
      flags_ |= space_before;
      if (c == 0x2028 || c == 0x0085) line_end();
      if (c == 0x2029) flags_ |= line_before | blank_before;
      at_ += n;
    } else if (k == 'i') {
      at_ += n;
    } else {
      push(at_, at_ + n, k == 'h' ? '-' : k, not_ascii);
    }
  }

  void ascii_mark() {
    const char c = s_[at_];
    std::size_t n = 1;
    char k = c;
    if (c == '-') {
      while (class_at(at_ + n) == hyphen) ++n;
    } else if (c == '.' && s_.compare(at_, 3, "...") == 0) {
      k = '~';
      while (class_at(at_ + n) == dot) ++n;
    } else if (c == '`') {
      k = '\'';
    } else if (c == '$' || c == '#') {
      k = '$';
    } else if (!std::strchr(".,;:?!()[]\"'/&%*@", c)) {
      k = '@';
    }
    push(at_, at_ + n, k);
  }

  std::string_view s_;
  const Abbreviations& abbreviations_;
  std::vector<Token>* out_;
  std::size_t at_ = 0;
  std::uint8_t flags_ = line_before | blank_before;
};

}  // namespace

void tokenize(std::string_view text, const Abbreviations& abbreviations, std::vector<Token>* tokens) {
  tokens->clear();
  tokens->reserve(text.size() / 5 + 16);
  Scanner(text, abbreviations, tokens).run();
}

}  // namespace demarche::text
