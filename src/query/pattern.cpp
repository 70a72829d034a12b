#include "query/pattern.h"

#include <algorithm>
#include <mutex>

#include "query/tail.h"

namespace demarche::query {
namespace {

constexpr int deepest_macro = 8;  // macros inside macros; more is a circle

std::optional<SlotKind> parse_slot_kind(std::string_view word) {
  if (word == "name") return SlotKind::name;
  if (word == "topic") return SlotKind::topic;
  if (word == "place") return SlotKind::place;
  if (word == "country") return SlotKind::country;
  if (word == "when") return SlotKind::when;
  return std::nullopt;
}

// ASCII only, so that offsets stay.
std::string lowered(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// Recursive descent over one pattern; every element it writes matches text that ends in a space.
class Compiler {
 public:
  Compiler(const Macros& macros, const Verbs& verbs) : macros_(macros), verbs_(verbs) {}

  bool alternatives(std::string_view s, std::size_t* at, char closing) {
    const std::size_t start = *at;
    while (*at < s.size() && s[*at] != closing) {
      if (s[*at] == '|') {
        write("|");
        ++*at;
      } else if (!item(s, at)) {
        return false;
      }
    }
    if (closing == '\0' || *at < s.size()) return true;
    return fail(s.substr(start == 0 ? 0 : start - 1), std::string("no closing ") + closing);
  }

  std::string whole;    // the regular expression
  std::string outline;  // the same with any words in the place of verbs and tail
  std::vector<Slot> slots;
  PatternFault fault;

 private:
  bool fail(std::string_view fragment, std::string what) {
    fault = {std::string(fragment), std::move(what)};
    return false;
  }

  bool item(std::string_view s, std::size_t* at) {
    const char c = s[*at];
    if (c == ' ') {
      ++*at;
      return true;
    }
    if (c == '(' || c == '[') {
      write("(?:");
      ++*at;
      if (!alternatives(s, at, c == '(' ? ')' : ']')) return false;
      write(c == '(' ? ")" : ")?");
      ++*at;
      return true;
    }
    if (c == '{') return braces(s, at);
    const std::size_t end = std::min(s.find_first_of(" ()[]{}|", *at), s.size());
    if (end == *at) return fail(s.substr(*at), std::string("stray ") + c);
    write(RE2::QuoteMeta(lowered(s.substr(*at, end - *at))) + " ");
    *at = end;
    return true;
  }

  bool braces(std::string_view s, std::size_t* at) {
    const std::size_t end = s.find('}', *at);
    if (end == std::string_view::npos) return fail(s.substr(*at), "no closing }");
    const std::string_view piece = s.substr(*at, end + 1 - *at);
    const std::string_view inner = s.substr(*at + 1, end - *at - 1);
    *at = end + 1;
    const std::size_t colon = inner.find(':');
    if (colon != std::string_view::npos) return slot(piece, inner.substr(0, colon), inner.substr(colon + 1));
    if (inner == "tail") return open_slot(piece, {"tail", SlotKind::tail}, tail_regexp(), ".*");
    const auto macro = macros_.find(std::string(inner));
    if (macro == macros_.end()) return fail(piece, "no such macro");
    if (++depth_ > deepest_macro) return fail(piece, "macros in a circle");
    std::size_t inside = 0;
    write("(?:");
    if (!alternatives(macro->second, &inside, '\0')) return false;
    write(")");
    --depth_;
    return true;
  }

  bool slot(std::string_view piece, std::string_view name, std::string_view kind) {
    Slot made{std::string(name)};
    if (name.empty() || name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos) {
      return fail(piece, "a slot's name is capital letters");
    }
    if (const auto form = parse_verb_form(kind)) {
      made.kind = SlotKind::verb;
      made.form = *form;
      return open_slot(piece, made, verbs_.alternatives(*form), "(?:[^ ]+ )+");
    }
    const std::optional<SlotKind> known = parse_slot_kind(kind);
    if (!known) return fail(piece, "no such kind of slot");
    made.kind = *known;
    // An article alone is no name: "the Contact Group" is not cut before the verb "contact".
    return open_slot(piece, made, "(?:(?:the|an?) )?(?:[^ ]+ ){1,10}?", "(?:[^ ]+ )+");
  }

  bool open_slot(std::string_view piece, Slot made, const std::string& regexp, std::string_view any) {
    for (const Slot& other : slots) {
      if (other.name == made.name) return fail(piece, "slot stands twice");
    }
    whole.append("(").append(regexp).append(")");
    outline.append(any);
    slots.push_back(std::move(made));
    return true;
  }

  void write(std::string_view regexp) {
    whole.append(regexp);
    outline.append(regexp);
  }

  const Macros& macros_;
  const Verbs& verbs_;
  int depth_ = 0;
};

}  // namespace

struct Pattern::Lazy {
  std::string regexp;
  std::once_flag once;
  std::unique_ptr<RE2> re;
};

Pattern::Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::optional<Pattern> Pattern::compile(std::string_view source, const Macros& macros, const Verbs& verbs,
                                        PatternFault* fault) {
  Compiler compiler(macros, verbs);
  std::size_t at = 0;
  if (!compiler.alternatives(source, &at, '\0')) {
    *fault = compiler.fault;
    return std::nullopt;
  }
  Pattern pattern;
  pattern.outline_ = std::make_unique<RE2>("(?:" + compiler.outline + ")", RE2::Quiet);
  if (!pattern.outline_->ok()) {
    *fault = {std::string(source), pattern.outline_->error()};
    return std::nullopt;
  }
  pattern.slots_ = std::move(compiler.slots);
  pattern.whole_ = std::make_unique<Lazy>();
  pattern.whole_->regexp = "(?:" + compiler.whole + ")";
  return pattern;
}

const RE2& Pattern::whole() const {
  std::call_once(whole_->once, [&] { whole_->re = std::make_unique<RE2>(whole_->regexp, RE2::Quiet); });
  return *whole_->re;
}

std::string Pattern::error() const { return whole().error(); }

std::optional<std::map<std::string, std::string>> Pattern::match(std::string_view question) const {
  // Lower case beforehand: case-insensitive programs are several times larger.
  const std::string lower = lowered(question);
  const re2::StringPiece text(lower);
  if (!outline_->Match(text, 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0)) return std::nullopt;
  std::vector<re2::StringPiece> groups(slots_.size() + 1);
  const bool fits =
      whole().Match(text, 0, text.size(), RE2::ANCHOR_BOTH, groups.data(), static_cast<int>(groups.size()));
  if (!fits) return std::nullopt;
  std::map<std::string, std::string> taken;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const re2::StringPiece& group = groups[i + 1];
    if (group.data() == nullptr) continue;
    std::string words(question.substr(static_cast<std::size_t>(group.data() - text.data()), group.size()));
    while (!words.empty() && words.back() == ' ') words.pop_back();
    taken.emplace(slots_[i].name, std::move(words));
  }
  return taken;
}

const Slot* Pattern::slot(std::string_view name) const {
  const auto found = std::find_if(slots_.begin(), slots_.end(), [&](const Slot& s) { return s.name == name; });
  return found == slots_.end() ? nullptr : &*found;
}

}  // namespace demarche::query
