#include "rules/pattern.h"

#include <fmt/format.h>

#include <array>

#include "rules/regex.h"
#include "rules/rule.h"
#include "rules/tape_code.h"

namespace demarche::rules {
namespace {

// "{I}" stands for the prepositions that go on with a list ("leaders including X and Y"), "{W}" for those that its items
// may repeat ("with X and with Y").
constexpr std::string_view separators = "(?:,...C...|,...|C...|(?:,...)?P(?:{I}).)";
constexpr std::string_view repeated = "(?:P(?:{W}).)?";

std::string list_of(std::string_view item, std::string_view repeat) {
  return fmt::format("(?:{0}(?:{1}{3}{0}){2})", item, separators, repeat, repeated);
}

std::string byte(unsigned value) { return fmt::format("\\x{:02X}", value & 0xFF); }

struct Macro {
  std::string_view name;
  std::string regex;
};

// Elements without words.
const std::array<Macro, 21>& macros() {
  static const std::array<Macro, 21> table = {{
      {"X", "(?P<X>" + list_of("A...", "*") + ")"},
      {"Y", "(?P<Y>" + list_of("A...", "*") + ")"},
      {"Z", "(?P<Z>" + list_of("A...", "*") + ")"},
      {"X's", "(?P<X>" + list_of("[Aa]...", "*") + ")"},
      {"Y's", "(?P<Y>" + list_of("[Aa]...", "*") + ")"},
      {"Y*", "(?P<Y>" + list_of("[AaL]...", "*") + ")"},
      {"BOTH", "(?P<B>" + list_of("A...", "*") + ")"},
      {"BOTH's", "(?P<B>(?:[Aa]...(?:" + std::string(separators) + "?[Aa]...)*))"},
      {"X*", "(?P<X>" + list_of("[AaL]...", "*") + ")"},
      {"NOT", "(?:W...)*(?P<N>!...)"},
      {"THAT", "B..."},
      {"LAND", "(?P<Y>" + list_of("(?:A..s|L...)", "*") + ")"},
      {"SITE", "(?P<Y>" + list_of("(?:A..[svogx]|L...)", "*") + ")"},
      {"DEST", "(?P<Y>" + list_of("[AL]...", "*") + ")"},
      {"THING", "(?P<Y>(?:a...)*(?:M...)*[NLA]...)"},
      {"T", std::string("(?P<T>(?:[AaMN]...)+(?:P...(?:[aM]...)*[NAL]...)*") +
                "(?:" + std::string(separators) + "(?:[aM]...)*[NA]...(?:P...(?:[aM]...)*[NAL]...)*)*)"},
      {"NP", "(?:(?:a...)*(?:M...)*[NAL]...)"},
      {"..", "(?:[aMNPLR,]...){0,7}?"},
      {"...", "(?:[aAMNPLRC,]...){0,10}?"},
      {">>", "(?:[aAMNPLRC,VO!WB]...){0,14}?"},
      {"0", "(?:E...)"},
  }};
  return table;
}

class Compiler {
 public:
  Compiler(std::string_view pattern, VocabularyBuilder* vocabulary, PatternCode* code, MentionedWords* mentioned)
      : rest_(pattern), vocabulary_(vocabulary), code_(code), mentioned_(mentioned) {}

  bool run(std::string* error) {
    code_->regex = "(?s)";
    while (skip_space(), !rest_.empty()) {
      if (!element()) {
        *error = error_;
        return false;
      }
    }
    if (depth_ != 0) {
      *error = "\"(\" is never closed";
      return false;
    }
    code_->first = first_kinds(std::string_view(code_->regex).substr(4));
    fill("{I}", {"including", "like", "plus"});
    fill("{W}", {"with", "to", "from", "for", "against", "between", "by", "of"});
    // "X in Y": found by the preposition.
    if (code_->verbs.empty() && code_->nouns.empty()) code_->nouns = prepositions_;
    if (code_->verbs.empty() && code_->nouns.empty()) {
      *error = "names no verb (V:…), no noun (N:…) and no preposition (P:…); a pattern needs one to be found by";
      return false;
    }
    return true;
  }

 private:
  // The kinds of item that the expression may begin with; all of them where it begins with something optional.
  static std::uint32_t first_kinds(std::string_view regex) {
    if (regex.starts_with("(?P<")) regex.remove_prefix(regex.find('>') + 1);
    else if (regex.starts_with("(?:(")) return any_first;
    while (regex.starts_with("(?:")) regex.remove_prefix(3);
    // Alternatives right at the start: not worth following.
    if (regex.empty() || regex.substr(0, 12).find('|') != std::string_view::npos) return any_first;
    if (regex.front() != '[') {
      // "(?:M...)*N" and the like repeat their first item.
      const bool known = std::string_view("AaLEN").find(regex.front()) != std::string_view::npos;
      return known ? first_bit(regex.front()) : any_first;
    }
    std::uint32_t kinds = 0;
    for (const char c : regex.substr(1, regex.find(']') - 1)) kinds |= first_bit(c);
    return kinds;
  }

  void fill(std::string_view mark, std::initializer_list<std::string_view> words) {
    std::string choice;
    for (const std::string_view w : words) {
      const WordId id = vocabulary_->intern(w);
      choice += (choice.empty() ? "" : "|") + byte(id >> 8u) + byte(id);
    }
    for (std::size_t at = code_->regex.find(mark); at != std::string::npos; at = code_->regex.find(mark, at)) {
      code_->regex.replace(at, mark.size(), choice);
    }
  }

  void skip_space() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }

  bool fail(std::string_view fragment, std::string_view what) {
    error_ = fmt::format("\"{}\" {}", fragment, what);
    return false;
  }

  bool element() {
    const char c = rest_.front();
    if (c == '(') return open();
    if (c == ')' || c == '|') return close_or_alternate(c);
    std::size_t n = 0;
    int brackets = 0;
    while (n < rest_.size() && rest_[n] != ' ' && (rest_[n] != ')' || brackets > 0) && (rest_[n] != '(')) {
      ++n;
    }
    std::string_view word = rest_.substr(0, n);
    rest_.remove_prefix(n);
    bool optional = false;
    if (word.size() > 1 && word.back() == '?') {
      optional = true;
      word.remove_suffix(1);
    }
    std::string regex;
    if (!translate(word, optional, &regex)) return false;
    code_->regex += optional ? "(?:" + regex + ")?" : regex;
    return true;
  }

  bool open() {
    rest_.remove_prefix(1);
    code_->regex += "(?:";
    ++depth_;
    return true;
  }

  bool close_or_alternate(char c) {
    rest_.remove_prefix(1);
    if (depth_ == 0) return fail(std::string_view(&c, 1), "stands outside brackets");
    if (c == '|') {
      code_->regex += "|";
      return true;
    }
    --depth_;
    code_->regex += ")";
    if (!rest_.empty() && rest_.front() == '?') {
      rest_.remove_prefix(1);
      code_->regex += "?";
    }
    return true;
  }

  bool translate(std::string_view word, bool optional, std::string* regex) {
    if (word == "^" || word == "$") {
      *regex = word;
      return true;
    }
    if (word == "TO") {
      *regex = "O...";
      code_->infinitive = true;
      return true;
    }
    if (word == ",") {
      *regex = ",...";
      return true;
    }
    for (const Macro& m : macros()) {
      if (m.name == word) {
        *regex = m.regex;
        return true;
      }
    }
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos) {
      return fail(
          word,
          "is no element; known are X Y Z X's Y's X* Y* BOTH BOTH's DEST SITE LAND THING T NP NOT THAT .. ... >> 0 TO , ^ $ and "
          "V: N: M: P: R: W: A: X: Y: Z: THING: with words");
    }
    return words_element(word, word.substr(0, colon), word.substr(colon + 1), optional, regex);
  }

  bool words_element(std::string_view whole, std::string_view kind, std::string_view words, bool optional,
                     std::string* regex) {
    if (kind == "A") return actor_element(whole, words, regex);
    if (kind == "X" || kind == "Y" || kind == "Z" || kind == "THING") return bound_element(whole, kind, words, regex);
    std::vector<WordId> ids;
    if (!collect(whole, words, &ids)) return false;
    std::string choice;
    for (const WordId id : ids) {
      if (!choice.empty()) choice += "|";
      choice += byte(id >> 8u) + byte(id);
    }
    const bool required = !optional && depth_ == 0;
    const bool trigger = (kind == "V" && code_->verbs.empty()) || (kind == "N" && code_->verbs.empty() && code_->nouns.empty());
    if (required && ids.size() > 1 && !trigger) code_->any.push_back(ids);
    if (kind == "V") {
      *regex = fmt::format("(?:[!W]...)*V(?:{}).", choice);
      if (code_->verbs.empty() && required)
        found_by_verb(ids);
      else if (required && ids.size() == 1)
        code_->needs.push_back(ids.front());
    } else if (kind == "N") {
      *regex = fmt::format("(?:M...)*[NA](?:{}).", choice);
      if (code_->verbs.empty() && code_->nouns.empty() && required)
        code_->nouns = ids;
      else if (required && ids.size() == 1)
        code_->needs.push_back(ids.front());
    } else if (kind == "M") {
      *regex = fmt::format("M(?:{}).(?:M...)*", choice);
      mentioned_->modifiers.insert(mentioned_->modifiers.end(), ids.begin(), ids.end());
    } else if (kind == "P") {
      *regex = fmt::format("P(?:{}).", choice);
      if (prepositions_.empty() && required) prepositions_ = ids;
    } else if (kind == "W") {
      *regex = fmt::format("W(?:{}).", choice);
    } else if (kind == "R") {
      *regex = fmt::format("[RP](?:{}).", choice);
      mentioned_->adverbs.insert(mentioned_->adverbs.end(), ids.begin(), ids.end());
    } else {
      return fail(whole, "has an unknown kind before the colon; known are V N M P R W A X Y Z THING");
    }
    if (required && (kind != "P" || ids.size() == 1)) ++code_->weight;
    return true;
  }

  // A noun that came first is only needed once a verb has come.
  void found_by_verb(const std::vector<WordId>& ids) {
    if (code_->nouns.size() == 1) code_->needs.push_back(code_->nouns.front());
    if (code_->nouns.size() > 1) code_->any.push_back(code_->nouns);
    code_->nouns.clear();
    code_->verbs = ids;
  }

  // X:p|s by kind, Y:diplomat|@set by head: the first item of the list must be so.
  bool bound_element(std::string_view whole, std::string_view slot, std::string_view words, std::string* regex) {
    std::string kinds, choice;
    std::vector<WordId> ids;
    std::string_view rest = words;
    while (!rest.empty()) {
      const std::size_t bar = rest.find('|');
      const std::string_view one = rest.substr(0, bar);
      rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
      if (one.size() == 1 && std::string_view("psvogxn").find(one.front()) != std::string_view::npos)
        kinds += one == "p" ? std::string_view("pn") : one;  // described persons and named ones
      else if (!collect(whole, one, &ids))
        return false;
    }
    for (const WordId id : ids) choice += (choice.empty() ? "" : "|") + byte(id >> 8u) + byte(id);
    const std::string item = slot == "THING" ? "[NLA]" : "A";
    std::string one;
    if (!choice.empty()) one = fmt::format("{}(?:{}).", item, choice);
    if (!kinds.empty()) one += (one.empty() ? "" : "|") + fmt::format("{}..[{}]", item, kinds);
    if (slot == "THING")
      *regex = fmt::format("(?P<Y>(?:a...)*(?:M...)*(?:{}))", one);
    else
      *regex = fmt::format("(?P<{}>(?:{})(?:{}{}A...)*)", slot, one, separators, repeated);
    ++code_->weight;
    return true;
  }

  // A:p|s … an actor of these kinds, bound to nothing.
  bool actor_element(std::string_view whole, std::string_view kinds, std::string* regex) {
    std::string set;
    for (const char c : kinds) {
      if (c == '|') continue;
      if (std::string_view("psvogxn").find(c) == std::string_view::npos) {
        return fail(whole, "names an unknown kind of actor; known are p n s v o g x");
      }
      set += c;
      if (c == 'p') set += 'n';  // described persons and named ones
    }
    *regex = fmt::format("A..[{}]", set);
    return true;
  }

  bool collect(std::string_view whole, std::string_view words, std::vector<WordId>* ids) {
    if (words.empty()) return fail(whole, "names no word");
    while (!words.empty()) {
      const std::size_t bar = words.find('|');
      const std::string_view one = words.substr(0, bar);
      words = bar == std::string_view::npos ? std::string_view() : words.substr(bar + 1);
      if (one.empty()) return fail(whole, "has an empty alternative");
      if (one.front() != '@') {
        ids->push_back(vocabulary_->intern(one));
        continue;
      }
      const auto* set = vocabulary_->set(one.substr(1));
      if (!set) return fail(one, "is no word set; sets stand in lexicon/sets.toml");
      for (const std::string& w : *set) ids->push_back(vocabulary_->intern(w));
    }
    return true;
  }

  std::string_view rest_;
  VocabularyBuilder* vocabulary_;
  PatternCode* code_;
  MentionedWords* mentioned_;
  std::string error_;
  std::vector<WordId> prepositions_;
  int depth_ = 0;
};

}  // namespace

bool compile_pattern(std::string_view pattern, VocabularyBuilder* vocabulary, PatternCode* code,
                     MentionedWords* mentioned, std::string* error) {
  return Compiler(pattern, vocabulary, code, mentioned).run(error);
}

bool number_groups(const PatternCode& code, PatternGroups* groups, std::string* error) {
  const RE2 regex(code.regex, tape_options());
  if (!regex.ok()) {
    *error = regex.error();
    return false;
  }
  const auto& names = regex.NamedCapturingGroups();
  const auto number = [&](const char* name) {
    const auto it = names.find(name);
    return it == names.end() ? 0 : it->second;
  };
  *groups = {.count = regex.NumberOfCapturingGroups(),
             .x = number("X"),
             .y = number("Y"),
             .z = number("Z"),
             .both = number("B"),
             .topic = number("T"),
             .negated = number("N")};
  return true;
}

}  // namespace demarche::rules
