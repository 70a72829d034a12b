#include "query/pattern.h"

#include <algorithm>
#include <mutex>

#include "query/tail.h"
#include "query/words.h"

namespace demarche::query {
namespace {

constexpr int deepest_macro = 8;        // macros inside macros; more is a circle
constexpr std::size_t most_slots = 30;  // their bytes must stay below the space

std::optional<SlotKind> parse_slot_kind(std::string_view word) {
  if (word == "name") return SlotKind::name;
  if (word == "owner") return SlotKind::owner;
  if (word == "topic") return SlotKind::topic;
  if (word == "place") return SlotKind::place;
  if (word == "country") return SlotKind::country;
  if (word == "office") return SlotKind::office;
  if (word == "when") return SlotKind::when;
  return std::nullopt;
}

// Recursive descent over one pattern; every element it writes matches text that ends in a space.
class Reader {
 public:
  explicit Reader(const Macros& macros) : macros_(macros) {}

  // One of the alternatives up to `closing`; what each of them needs, if all need something, is needed.
  bool alternatives(std::string_view s, std::size_t* at, char closing, Needs* needs) {
    const std::size_t start = *at;
    std::vector<Needs> each(1);
    while (*at < s.size() && s[*at] != closing) {
      if (s[*at] == '|') {
        text.regexp += '|';
        each.emplace_back();
        ++*at;
      } else if (!item(s, at, &each.back())) {
        return false;
      }
    }
    needs->clear();
    if (each.size() == 1)
      *needs = std::move(each[0]);
    else if (Need any; joined(each, &any))
      needs->push_back(std::move(any));
    if (closing == '\0' || *at < s.size()) return true;
    return fail(s.substr(start == 0 ? 0 : start - 1), std::string("no closing ") + closing);
  }

  PatternText text;
  PatternFault fault;

 private:
  static bool joined(const std::vector<Needs>& alternatives, Need* any) {
    for (const Needs& needs : alternatives) {
      if (needs.empty()) return false;
      any->add(*std::min_element(needs.begin(), needs.end(),
                                 [](const Need& a, const Need& b) { return a.size() < b.size(); }));
    }
    return true;
  }

  bool fail(std::string_view fragment, std::string what) {
    fault = {std::string(fragment), std::move(what)};
    return false;
  }

  bool item(std::string_view s, std::size_t* at, Needs* needs) {
    const char c = s[*at];
    if (c == ' ') {
      ++*at;
      return true;
    }
    if (c == '(' || c == '[') return group(s, at, needs);
    if (c == '{') return braces(s, at, needs);
    const std::size_t end = std::min(s.find_first_of(" ()[]{}|", *at), s.size());
    if (end == *at) return fail(s.substr(*at), std::string("stray ") + c);
    const std::string word = lowered(s.substr(*at, end - *at));
    text.regexp += RE2::QuoteMeta(word) + " ";
    needs->push_back({{word}, {}});
    *at = end;
    return true;
  }

  bool group(std::string_view s, std::size_t* at, Needs* needs) {
    const bool needed = s[*at] == '(';
    text.regexp += "(?:";
    ++*at;
    Needs inner;
    if (!alternatives(s, at, needed ? ')' : ']', &inner)) return false;
    text.regexp += needed ? ")" : ")?";
    ++*at;
    if (needed) needs->insert(needs->end(), inner.begin(), inner.end());
    return true;
  }

  bool braces(std::string_view s, std::size_t* at, Needs* needs) {
    const std::size_t end = s.find('}', *at);
    if (end == std::string_view::npos) return fail(s.substr(*at), "no closing }");
    const std::string_view piece = s.substr(*at, end + 1 - *at);
    const std::string_view inner = s.substr(*at + 1, end - *at - 1);
    *at = end + 1;
    const std::size_t colon = inner.find(':');
    if (colon != std::string_view::npos) return slot(piece, inner.substr(0, colon), inner.substr(colon + 1), needs);
    if (inner == "tail") return open_slot(piece, {"tail", SlotKind::tail});
    const auto macro = macros_.find(std::string(inner));
    if (macro == macros_.end()) return fail(piece, "no such macro");
    if (++depth_ > deepest_macro) return fail(piece, "macros in a circle");
    std::size_t inside = 0;
    Needs wanted;
    text.regexp += "(?:";
    if (!alternatives(macro->second, &inside, '\0', &wanted)) return false;
    text.regexp += ")";
    --depth_;
    needs->insert(needs->end(), wanted.begin(), wanted.end());
    return true;
  }

  bool slot(std::string_view piece, std::string_view name, std::string_view kind, Needs* needs) {
    Slot made{std::string(name)};
    if (name.empty() || name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos) {
      return fail(piece, "a slot's name is capital letters");
    }
    if (const auto form = parse_verb_form(kind)) {
      made.kind = SlotKind::verb;
      made.form = *form;
      needs->push_back({{}, {*form}});
      return open_slot(piece, made);
    }
    const std::optional<SlotKind> known = parse_slot_kind(kind);
    if (!known) return fail(piece, "no such kind of slot");
    made.kind = *known;
    return open_slot(piece, made);
  }

  bool open_slot(std::string_view piece, Slot made) {
    for (const Slot& other : text.slots) {
      if (other.name == made.name) return fail(piece, "slot stands twice");
    }
    if (text.slots.size() == most_slots) return fail(piece, "too many slots");
    text.slots.push_back(std::move(made));
    text.regexp += static_cast<char>(text.slots.size());
    return true;
  }

  const Macros& macros_;
  int depth_ = 0;
};

// The regular expression with write(slot) in the place of each slot.
std::string filled(const PatternText& text, const auto& write) {
  std::string out = "(?:";
  for (const char c : text.regexp) {
    const auto number = static_cast<unsigned char>(c);
    if (number > 0 && number <= text.slots.size()) {
      out += write(text.slots[number - 1U]);
    } else {
      out += c;
    }
  }
  return out + ")";
}

}  // namespace

std::optional<PatternText> read_pattern(std::string_view source, const Macros& macros, PatternFault* fault) {
  Reader reader(macros);
  std::size_t at = 0;
  Needs needs;
  if (!reader.alternatives(source, &at, '\0', &needs)) {
    *fault = reader.fault;
    return std::nullopt;
  }
  reader.text.needs = std::move(needs);
  return std::move(reader.text);
}

struct Pattern::Lazy {
  std::once_flag outlined, made;
  std::unique_ptr<RE2> outline, whole;
};

Pattern::Pattern(PatternText text) : text_(std::move(text)), lazy_(std::make_unique<Lazy>()) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

const RE2& Pattern::outline() const {
  std::call_once(lazy_->outlined, [this] {
    const auto any = [](const Slot& slot) { return slot.kind == SlotKind::tail ? ".*" : "(?:[^ ]+ )+"; };
    lazy_->outline = std::make_unique<RE2>(filled(text_, any), RE2::Quiet);
  });
  return *lazy_->outline;
}

const RE2& Pattern::whole(const Verbs& verbs) const {
  std::call_once(lazy_->made, [&] {
    const auto exact = [&](const Slot& slot) -> std::string {
      if (slot.kind == SlotKind::tail) return "(" + tail_regexp() + ")";
      if (slot.kind == SlotKind::verb) return "(" + verbs.alternatives(slot.form) + ")";
      if (slot.kind == SlotKind::owner) return "((?:[^ ]+ ){0,6}?[^ ]+(?:'s|s') )";
      // An article alone is no name: "the Contact Group" is not cut before the verb "contact".
      return "((?:(?:the|an?) )?(?:[^ ]+ ){1,10}?)";
    };
    lazy_->whole = std::make_unique<RE2>(filled(text_, exact), RE2::Quiet);
  });
  return *lazy_->whole;
}

std::string Pattern::error(const Verbs& verbs) const {
  return outline().ok() ? whole(verbs).error() : outline().error();
}

std::optional<std::map<std::string, std::string>> Pattern::match(std::string_view question, const QuestionWords& words,
                                                                 const Verbs& verbs) const {
  if (!words.meets(text_.needs)) return std::nullopt;
  // Lower case beforehand: case-insensitive programs are several times larger.
  const std::string lower = lowered(question);
  const re2::StringPiece text(lower);
  if (!outline().Match(text, 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0)) return std::nullopt;
  std::vector<re2::StringPiece> groups(text_.slots.size() + 1);
  const bool fits =
      whole(verbs).Match(text, 0, text.size(), RE2::ANCHOR_BOTH, groups.data(), static_cast<int>(groups.size()));
  if (!fits) return std::nullopt;
  std::map<std::string, std::string> taken;
  for (std::size_t i = 0; i < text_.slots.size(); ++i) {
    const re2::StringPiece& group = groups[i + 1];
    if (group.data() == nullptr) continue;
    std::string taken_words(question.substr(static_cast<std::size_t>(group.data() - text.data()), group.size()));
    while (!taken_words.empty() && taken_words.back() == ' ') taken_words.pop_back();
    taken.emplace(text_.slots[i].name, std::move(taken_words));
  }
  return taken;
}

const Slot* Pattern::slot(std::string_view name) const {
  const auto found =
      std::find_if(text_.slots.begin(), text_.slots.end(), [&](const Slot& s) { return s.name == name; });
  return found == text_.slots.end() ? nullptr : &*found;
}

}  // namespace demarche::query
