#include "rules/pattern_regex.h"

#include <fmt/format.h>

#include "rules/regex.h"

namespace demarche::rules {
namespace {

std::string class_of(const std::string& letters) { return letters.size() == 1 ? letters : "[" + letters + "]"; }

class RegexWriter {
 public:
  std::string run(const PatternNode& tree) {
    node(tree);
    return std::move(out_);
  }

 private:
  void node(const PatternNode& n) {
    switch (n.is) {
      case PatternNode::Is::item:
        return item(n.test);
      case PatternNode::Is::sequence:
        return parts(n, "");
      case PatternNode::Is::start:
        out_ += '^';
        return;
      case PatternNode::Is::end:
        out_ += '$';
        return;
      case PatternNode::Is::choice:
        return bracket("(?:", n, "|", ")");
      case PatternNode::Is::slot:
        return bracket(fmt::format("(?P<{}>", group_of(n.slot)), n, "", ")");
      case PatternNode::Is::repeat:
        return repeat(n);
    }
  }

  void parts(const PatternNode& n, std::string_view between) {
    for (std::size_t i = 0; i < n.parts.size(); ++i) {
      if (i) out_ += between;
      node(n.parts[i]);
    }
  }

  void bracket(std::string_view open, const PatternNode& n, std::string_view between, std::string_view close) {
    out_ += open;
    parts(n, between);
    out_ += close;
  }

  void repeat(const PatternNode& n) {
    bracket("(?:", n, "", ")");
    if (n.least == 0 && n.most == 1)
      out_ += '?';
    else if (n.most == 0)
      out_ += n.least == 0 ? '*' : '+';
    else
      out_ += fmt::format("{{{},{}}}", n.least, n.most);
    if (!n.greedy) out_ += '?';
  }

  void item(const ItemTest& t) {
    out_ += class_of(t.kinds);
    if (t.words.empty()) {
      out_ += "..";
    } else {
      out_ += "(?:";
      for (std::size_t i = 0; i < t.words.size(); ++i) {
        out_ += fmt::format("{}\\x{:02X}\\x{:02X}", i ? "|" : "", t.words[i] >> 8u, t.words[i] & 0xFFu);
      }
      out_ += ')';
    }
    out_ += t.details.empty() ? "." : class_of(t.details);
  }

  std::string out_ = "(?s)";
};

}  // namespace

std::string regex_of(const PatternNode& tree) { return RegexWriter().run(tree); }

char group_of(Slot slot) { return "XYZBTN"[static_cast<std::size_t>(slot)]; }

bool check_regex(const std::string& regex, std::string* error) {
  const RE2 compiled(regex, tape_options());
  if (!compiled.ok()) *error = compiled.error();
  return compiled.ok();
}

}  // namespace demarche::rules
