// The slot programs against the regular expressions that define them: every built-in pattern on random tapes.
#include "rules/slot_program.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

#include "rules/pack_data.h"
#include "rules/pattern_regex.h"
#include "rules/regex.h"

using namespace demarche;
using namespace demarche::rules;

namespace {

using Op = SlotStep::Op;

class RandomTapes {
 public:
  // A tape that often matches the pattern: a random way through its program, with some items changed.
  std::vector<TapeCode> near(const CompiledPattern& p) {
    std::vector<TapeCode> tape;
    std::size_t step = 0;
    while (p.steps[step].op != Op::accept && tape.size() < 40) {
      const SlotStep& s = p.steps[step++];
      switch (s.op) {
        case Op::item:
          tape.push_back(fitting(s, 0));
          break;
        case Op::word:
          tape.push_back(fitting(s, s.a));
          break;
        case Op::words:
          tape.push_back(fitting(s, p.words[s.a + below(s.b)]));
          break;
        case Op::fewest:
        case Op::most:
          for (std::size_t n = below(4); n > 0; --n) tape.push_back(fitting(s, word(p)));
          break;
        case Op::fork:
          if (below(2)) step = s.a;
          break;
        case Op::fork_late:
          if (below(2)) step = s.a;
          break;
        case Op::jump:
          step = s.a;
          break;
        default:
          break;
      }
    }
    for (std::size_t n = below(3); n > 0 && !tape.empty(); --n) change(p, &tape);
    for (std::size_t n = below(3); n > 0; --n) tape.push_back(any(p));
    return tape;
  }

 private:
  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

  template <typename Bits>
  Bits one_of(Bits bits) {
    std::vector<Bits> all;
    for (unsigned i = 0; i < sizeof(Bits) * 8; ++i) {
      if (bits >> i & 1u) all.push_back(static_cast<Bits>(1u << i));
    }
    return all[below(all.size())];
  }

  WordId word(const CompiledPattern& p) {
    return p.words.empty() || below(2) ? WordId{0} : p.words[below(p.words.size())];
  }

  TapeCode fitting(const SlotStep& s, WordId word) {
    const auto detail =
        s.details ? one_of(s.details) : static_cast<std::uint8_t>(below(2) ? 1u << below(item_details.size()) : 0u);
    return {one_of(s.kinds), word, detail};
  }

  TapeCode any(const CompiledPattern& p) {
    return {static_cast<std::uint16_t>(1u << below(item_kinds.size())), word(p),
            static_cast<std::uint8_t>(1u << below(item_details.size()))};
  }

  void change(const CompiledPattern& p, std::vector<TapeCode>* tape) {
    const auto at = tape->begin() + static_cast<std::ptrdiff_t>(below(tape->size()));
    switch (below(3)) {
      case 0:
        *at = any(p);
        break;
      case 1:
        tape->insert(at, any(p));
        break;
      default:
        tape->erase(at);
    }
  }

  std::mt19937 random_{20100513};
};

std::string by_program(const CompiledPattern& p, const std::vector<TapeCode>& tape) {
  static SlotMatcher matcher;
  SlotMatch match;
  if (!matcher.match({p.steps.begin(), p.steps.size()}, p.words.begin(), tape, &match)) return "no";
  std::string out = fmt::format("0-{}", match.end);
  for (const Slot slot : {Slot::x, Slot::y, Slot::z, Slot::both, Slot::topic, Slot::negated}) {
    if (match[slot].bound()) out += fmt::format(" {}{}-{}", group_of(slot), match[slot].first, match[slot].last);
  }
  return out;
}

std::string by_regex(const RE2& regex, const std::vector<TapeCode>& tape) {
  std::string bytes;
  for (const TapeCode& item : tape) append_item(item, &bytes);
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1);
  if (!regex.Match(bytes, 0, bytes.size(), RE2::ANCHOR_START, groups.data(), static_cast<int>(groups.size())))
    return "no";
  const auto place = [&](const char* at) { return static_cast<std::size_t>(at - bytes.data()) / item_bytes; };
  std::string out = fmt::format("0-{}", groups[0].size() / item_bytes);
  for (const Slot slot : {Slot::x, Slot::y, Slot::z, Slot::both, Slot::topic, Slot::negated}) {
    const auto& numbers = regex.NamedCapturingGroups();
    const auto number = numbers.find(std::string(1, group_of(slot)));
    if (number == numbers.end()) continue;
    const re2::StringPiece& g = groups[static_cast<std::size_t>(number->second)];
    if (g.data()) out += fmt::format(" {}{}-{}", group_of(slot), place(g.data()), place(g.data() + g.size()));
  }
  return out;
}

}  // namespace

TEST_CASE("every pattern's program binds what its regular expression binds") {
  const Pack pack = Pack::load().value();
  RandomTapes tapes;
  std::size_t matches = 0, refusals = 0;
  for (const CompiledPattern& p : pack.rep().tables->patterns) {
    const RE2 regex(re2::StringPiece(p.regex.view().data(), p.regex.size()), tape_options());
    REQUIRE(regex.ok());
    for (int i = 0; i < 12; ++i) {
      const std::vector<TapeCode> tape = tapes.near(p);
      const std::string found = by_program(p, tape), wanted = by_regex(regex, tape);
      ++(wanted == "no" ? refusals : matches);
      if (found != wanted) FAIL_CHECK(fmt::format("{}: program {}, expression {}", p.source, found, wanted));
      if (wanted != "no" && !tape.empty()) CHECK((p.first & tape.front().kind) != 0);
    }
  }
  CHECK(matches > 5000);
  CHECK(refusals > 5000);
}

TEST_CASE("a tape made to be searched for ever ends soon") {
  const Pack pack = Pack::load().value();
  const std::vector<TapeCode> tape(48, TapeCode{kind_bit('A'), 0, detail_bit('p')});
  for (const CompiledPattern& p : pack.rep().tables->patterns) by_program(p, tape);
}
