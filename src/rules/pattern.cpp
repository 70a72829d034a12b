#include "rules/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "rules/rule.h"

namespace demarche::rules {
namespace {

using Is = PatternNode::Is;
using Nodes = std::vector<PatternNode>;

PatternNode item(std::string kinds, std::vector<WordId> words = {}, std::string details = {}) {
  PatternNode n;
  n.is = Is::item;
  n.test = {std::move(kinds), std::move(words), std::move(details)};
  return n;
}

PatternNode of(Is is, Nodes parts) {
  PatternNode n;
  n.is = is;
  n.parts = std::move(parts);
  return n;
}

PatternNode sequence(Nodes parts) { return of(Is::sequence, std::move(parts)); }
PatternNode choice(Nodes parts) { return of(Is::choice, std::move(parts)); }

PatternNode repeat(Nodes parts, unsigned least, unsigned most, bool greedy = true) {
  PatternNode n = of(Is::repeat, std::move(parts));
  n.least = least;
  n.most = most;
  n.greedy = greedy;
  return n;
}

PatternNode any_number(PatternNode part) { return repeat({std::move(part)}, 0, 0); }
PatternNode maybe(PatternNode part) { return repeat({std::move(part)}, 0, 1); }

PatternNode slot(Slot slot, Nodes parts) {
  PatternNode n = of(Is::slot, std::move(parts));
  n.slot = slot;
  return n;
}

// Lists of actors: "A, B and C", "leaders including X and Y", "with X and with Y".
class Lists {
 public:
  explicit Lists(VocabularyBuilder* vocabulary) {
    for (const char* w : {"including", "like", "plus"}) going_on_.push_back(vocabulary->intern(w));
    for (const char* w : {"with", "to", "from", "for", "against", "between", "by", "of"}) {
      repeated_.push_back(vocabulary->intern(w));
    }
  }

  PatternNode separator() const {
    return choice(
        {sequence({item(","), item("C")}), item(","), item("C"), sequence({maybe(item(",")), item("P", going_on_)})});
  }
  PatternNode repeated() const { return maybe(item("P", repeated_)); }
  // `one`, and more of `other`.
  Nodes list(PatternNode one, PatternNode other) const {
    return {std::move(one), any_number(sequence({separator(), repeated(), std::move(other)}))};
  }
  Nodes list(const PatternNode& one) const { return list(one, one); }
  Nodes owners() const { return {item("Aa"), any_number(sequence({maybe(separator()), item("Aa")}))}; }
  Nodes topic() const {
    const PatternNode tail = any_number(sequence({item("P"), any_number(item("aM")), item("NAL")}));
    return {item("AaMN"), any_number(item("AaMN")),
            any_number(sequence({item("P"), any_number(item("aM")), item("NAL")})),
            any_number(sequence({separator(), any_number(item("aM")), item("NA"), tail}))};
  }

 private:
  std::vector<WordId> going_on_, repeated_;
};

struct Macro {
  std::string_view name;
  PatternNode (*node)(const Lists& lists);
};

// Elements without words.
constexpr std::array<Macro, 24> macros = {{
    {"X", [](const Lists& l) { return slot(Slot::x, l.list(item("A"))); }},
    {"Y", [](const Lists& l) { return slot(Slot::y, l.list(item("A"))); }},
    {"Z", [](const Lists& l) { return slot(Slot::z, l.list(item("A"))); }},
    {"X's", [](const Lists& l) { return slot(Slot::x, l.list(item("Aa"))); }},
    {"Y's", [](const Lists& l) { return slot(Slot::y, l.list(item("Aa"))); }},
    {"X*", [](const Lists& l) { return slot(Slot::x, l.list(item("AaL"))); }},
    {"Y*", [](const Lists& l) { return slot(Slot::y, l.list(item("AaL"))); }},
    {"BOTH", [](const Lists& l) { return slot(Slot::both, l.list(item("A"))); }},
    {"BOTH's", [](const Lists& l) { return slot(Slot::both, l.owners()); }},
    {"NOT",
     [](const Lists&) {
       return sequence({any_number(item("W")), slot(Slot::negated, {item("!")})});
     }},
    {"THAT", [](const Lists&) { return item("B"); }},
    {"LAND",
     [](const Lists& l) {
       return slot(Slot::y, l.list(choice({item("A", {}, "s"), item("L")})));
     }},
    {"SITE",
     [](const Lists& l) {
       return slot(Slot::y, l.list(choice({item("A", {}, "svogx"), item("L")})));
     }},
    {"DEST", [](const Lists& l) { return slot(Slot::y, l.list(item("AL"))); }},
    {"THING",
     [](const Lists& l) {
       return slot(Slot::y, {choice({sequence(l.list(item("AL"))),
                                     sequence({any_number(item("a")), any_number(item("M")), item("NLA")})})});
     }},
    {"T", [](const Lists& l) { return slot(Slot::topic, l.topic()); }},
    {"NP",
     [](const Lists&) {
       return sequence({any_number(item("a")), any_number(item("M")), item("NAL")});
     }},
    {"..", [](const Lists&) { return repeat({item("aMNPLR,")}, 0, 7, false); }},
    {"...", [](const Lists&) { return repeat({item("aAMNPLRC,")}, 0, 10, false); }},
    {">>", [](const Lists&) { return repeat({item("aAMNPLRC,VO!WB")}, 0, 14, false); }},
    {"0", [](const Lists&) { return item("E"); }},
    {"TO", [](const Lists&) { return item("O"); }},
    {",", [](const Lists&) { return item(","); }},
    {"^", [](const Lists&) { return of(Is::start, {}); }},
}};

class Compiler {
 public:
  Compiler(std::string_view pattern, VocabularyBuilder* vocabulary, PatternCode* code, MentionedWords* mentioned)
      : rest_(pattern), vocabulary_(vocabulary), code_(code), mentioned_(mentioned), lists_(vocabulary) {}

  bool run(std::string* error) {
    open_.push_back({{}});
    while (skip_space(), !rest_.empty()) {
      if (!element()) {
        *error = error_;
        return false;
      }
    }
    if (open_.size() > 1) {
      *error = "\"(\" is never closed";
      return false;
    }
    code_->tree = sequence(std::move(open_.front().front()));
    // "X in Y": found by the preposition.
    if (code_->verbs.empty() && code_->nouns.empty()) code_->nouns = prepositions_;
    if (may_pass_verbs(code_->tree)) code_->trigger = 0;
    if (code_->verbs.empty() && code_->nouns.empty() && !code_->marked) {
      *error = "names no verb (V:…), no noun (N:…) and no preposition (P:…); a pattern needs one to be found by";
      return false;
    }
    return true;
  }

 private:
  // Whether something before the trigger might take another verb or noun than the tape's own.
  bool may_pass_verbs(const PatternNode& root) const {
    for (std::size_t i = 0; i + 1 < code_->trigger; ++i) {
      if (takes_trigger(root.parts[i])) return true;
    }
    return false;
  }

  static bool takes_trigger(const PatternNode& n) {
    if (n.is == Is::item) return n.test.kinds.find_first_of("VN") != std::string::npos;
    return std::any_of(n.parts.begin(), n.parts.end(), takes_trigger);
  }

  // The alternatives of a bracket, the last one still growing.
  using Alternatives = std::vector<Nodes>;

  Nodes& current() { return open_.back().back(); }
  bool inside_brackets() const { return open_.size() > 1; }

  void skip_space() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }

  bool fail(std::string_view fragment, std::string_view what) {
    error_ = fmt::format("\"{}\" {}", fragment, what);
    return false;
  }

  bool element() {
    const char c = rest_.front();
    if (c == '(') {
      rest_.remove_prefix(1);
      open_.push_back({{}});
      return true;
    }
    if (c == ')' || c == '|') return close_or_alternate(c);
    std::size_t n = 0;
    while (n < rest_.size() && rest_[n] != ' ' && rest_[n] != ')' && rest_[n] != '(') ++n;
    std::string_view word = rest_.substr(0, n);
    rest_.remove_prefix(n);
    bool optional = false;
    if (word.size() > 1 && word.back() == '?') {
      optional = true;
      word.remove_suffix(1);
    }
    PatternNode node;
    if (!translate(word, optional, &node)) return false;
    current().push_back(optional ? maybe(std::move(node)) : std::move(node));
    return true;
  }

  bool close_or_alternate(char c) {
    rest_.remove_prefix(1);
    if (!inside_brackets()) return fail(std::string_view(&c, 1), "stands outside brackets");
    if (c == '|') {
      open_.back().emplace_back();
      return true;
    }
    Nodes alternatives;
    for (Nodes& a : open_.back()) alternatives.push_back(sequence(std::move(a)));
    open_.pop_back();
    PatternNode bracket = choice(std::move(alternatives));
    if (!rest_.empty() && rest_.front() == '?') {
      rest_.remove_prefix(1);
      bracket = maybe(std::move(bracket));
    }
    current().push_back(std::move(bracket));
    return true;
  }

  // The first element binds a slot; later ones only match.
  void bind(PatternNode* node) {
    if (node->is == Is::slot) {
      const auto bit = 1u << static_cast<unsigned>(node->slot);
      if (bound_ & bit) node->is = Is::sequence;
      bound_ |= bit;
    }
    for (PatternNode& p : node->parts) bind(&p);
  }

  bool translate(std::string_view word, bool optional, PatternNode* node) {
    if (word == "$") {
      *node = of(Is::end, {});
      return true;
    }
    for (const Macro& m : macros) {
      if (m.name != word) continue;
      *node = m.node(lists_);
      bind(node);
      return true;
    }
    if (word == "V" && code_->marked) {
      *node = sequence({any_number(item("W")), item("V")});
      return true;
    }
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos) {
      return fail(word,
                  "is no element; known are X Y Z X's Y's X* Y* BOTH BOTH's DEST SITE LAND THING T NP NOT THAT .. ... "
                  ">> 0 TO , ^ $ and "
                  "V: N: M: P: R: W: A: X: Y: Z: THING: with words");
    }
    if (!words_element(word, word.substr(0, colon), word.substr(colon + 1), optional, node)) return false;
    bind(node);
    return true;
  }

  bool words_element(std::string_view whole, std::string_view kind, std::string_view words, bool optional,
                     PatternNode* node) {
    if (kind == "A") return actor_element(whole, words, node);
    if (kind == "X" || kind == "Y" || kind == "Z" || kind == "THING") return bound_element(whole, kind, words, node);
    std::vector<WordId> ids;
    if (!collect(whole, words, &ids)) return false;
    const bool required = !optional && !inside_brackets();
    const bool trigger =
        (kind == "V" && code_->verbs.empty()) || (kind == "N" && code_->verbs.empty() && code_->nouns.empty());
    if (required && ids.size() > 1 && !trigger) code_->any.push_back(ids);
    if (kind == "V") {
      // A rule for marked pairs asks for a negation where it wants one: "will not lift" is no lifting.
      *node = sequence({any_number(item(code_->marked ? "W" : "!W")), item("V", ids)});
      if (code_->verbs.empty() && required) {
        found_by_verb(ids);
        code_->trigger = current().size() + 1;
      } else if (required && ids.size() == 1)
        code_->needs.push_back(ids.front());
    } else if (kind == "N") {
      *node = sequence({any_number(item("M")), item("NAL", ids)});
      if (code_->verbs.empty() && code_->nouns.empty() && required) {
        code_->nouns = ids;
        code_->trigger = current().size() + 1;
      } else if (required && ids.size() == 1)
        code_->needs.push_back(ids.front());
    } else if (kind == "M") {
      *node = sequence({item("M", ids), any_number(item("M"))});
      mentioned_->modifiers.insert(mentioned_->modifiers.end(), ids.begin(), ids.end());
    } else if (kind == "P") {
      *node = preposition(ids);
      if (prepositions_.empty() && required) prepositions_ = ids;
    } else if (kind == "W") {
      *node = item("W", ids);
    } else if (kind == "R") {
      *node = item("RP", ids);
      mentioned_->adverbs.insert(mentioned_->adverbs.end(), ids.begin(), ids.end());
    } else {
      return fail(whole, "has an unknown kind before the colon; known are V N M P R W A X Y Z THING");
    }
    if (required && (kind != "P" || ids.size() == 1)) ++code_->weight;
    return true;
  }

  // "pulled back from", "sent home": particles that English knows only as adverbs stand as such on the tape.
  PatternNode preposition(const std::vector<WordId>& ids) {
    const std::size_t before = mentioned_->adverbs.size();
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(mentioned_->adverbs), [this](WordId id) {
      return vocabulary_->has(id, plain_adverb) && !vocabulary_->has(id, rules::preposition);
    });
    return item(mentioned_->adverbs.size() > before ? "PR" : "P", ids);
  }

  // A noun that came first is only needed once a verb has come.
  void found_by_verb(const std::vector<WordId>& ids) {
    if (code_->nouns.size() == 1) code_->needs.push_back(code_->nouns.front());
    if (code_->nouns.size() > 1) code_->any.push_back(code_->nouns);
    code_->nouns.clear();
    code_->verbs = ids;
  }

  // X:p|s by kind, Y:diplomat|@set by head: the first item of the list must be so.
  bool bound_element(std::string_view whole, std::string_view name, std::string_view words, PatternNode* node) {
    std::string kinds;
    std::vector<WordId> ids;
    std::string_view rest = words;
    while (!rest.empty()) {
      const std::size_t bar = rest.find('|');
      const std::string_view one = rest.substr(0, bar);
      rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
      if (one.size() == 1 && item_details.find(one.front()) != std::string_view::npos)
        kinds += one == "p" ? std::string_view("pn") : one;  // described persons and named ones
      else if (!collect(whole, one, &ids))
        return false;
    }
    Nodes either;
    if (!ids.empty()) either.push_back(item(name == "THING" ? "NLA" : "A", ids));
    if (!kinds.empty()) either.push_back(item("A", {}, kinds));
    if (either.empty()) return fail(whole, "names no word");
    PatternNode one = choice(std::move(either));
    if (name == "THING") {
      *node = slot(Slot::y, {any_number(item("a")), any_number(item("M")), std::move(one)});
    } else {
      *node = slot(name == "X" ? Slot::x : name == "Y" ? Slot::y : Slot::z, lists_.list(std::move(one), item("A")));
    }
    ++code_->weight;
    return true;
  }

  // A:p|s … an actor of these kinds, bound to nothing.
  bool actor_element(std::string_view whole, std::string_view kinds, PatternNode* node) {
    std::string set;
    for (const char c : kinds) {
      if (c == '|') continue;
      if (item_details.find(c) == std::string_view::npos) {
        return fail(whole, "names an unknown kind of actor; known are p n s v o g x");
      }
      set += c;
      if (c == 'p') set += 'n';  // described persons and named ones
    }
    if (set.empty()) return fail(whole, "names no kind of actor; known are p n s v o g x");
    *node = item("A", {}, set);
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
      if (set->empty()) return fail(one, "is an empty set");
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
  Lists lists_;
  std::vector<Alternatives> open_;  // brackets, the pattern itself first
  unsigned bound_ = 0;              // bits of slots
};

}  // namespace

bool compile_pattern(std::string_view pattern, VocabularyBuilder* vocabulary, PatternCode* code,
                     MentionedWords* mentioned, std::string* error) {
  return Compiler(pattern, vocabulary, code, mentioned).run(error);
}

}  // namespace demarche::rules
