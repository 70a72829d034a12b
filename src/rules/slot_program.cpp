#include "rules/slot_program.h"

#include <algorithm>

namespace demarche::rules {
namespace {

using Op = SlotStep::Op;

std::uint16_t kinds_of(const ItemTest& t) {
  std::uint16_t bits = 0;
  for (const char c : t.kinds) bits |= kind_bit(c);
  return bits;
}

std::uint8_t details_of(const ItemTest& t) {
  std::uint8_t bits = 0;
  for (const char c : t.details) bits |= detail_bit(c);
  return bits;
}

// Adds the kinds that the first item may be of; false where the node may take no item.
bool begins(const PatternNode& n, std::uint16_t* kinds) {
  switch (n.is) {
    case PatternNode::Is::item:
      *kinds |= kinds_of(n.test);
      return true;
    case PatternNode::Is::start:
    case PatternNode::Is::end:
      return false;
    case PatternNode::Is::choice: {
      bool all = true;
      for (const PatternNode& p : n.parts) all = begins(p, kinds) && all;
      return all;
    }
    default:
      break;
  }
  bool takes = false;
  for (std::size_t i = 0; i < n.parts.size() && !takes; ++i) takes = begins(n.parts[i], kinds);
  return takes && (n.is != PatternNode::Is::repeat || n.least > 0);
}

class ProgramWriter {
 public:
  SlotProgram run(const PatternNode& tree) {
    node(tree);
    add(Op::accept);
    program_.first = first_kinds(tree.parts);
    look_ahead();
    return std::move(program_);
  }

 private:
  std::size_t add(Op op, std::uint16_t a = 0) {
    program_.steps.push_back({op, 0, 0, a, 0});
    return program_.steps.size() - 1;
  }

  std::uint16_t here() const { return static_cast<std::uint16_t>(program_.steps.size()); }

  void node(const PatternNode& n) {
    switch (n.is) {
      case PatternNode::Is::item:
        return item(n.test);
      case PatternNode::Is::sequence:
        return sequence(n);
      case PatternNode::Is::start:
        add(Op::start);
        return;
      case PatternNode::Is::end:
        add(Op::end);
        return;
      case PatternNode::Is::choice:
        return choice(n);
      case PatternNode::Is::slot:
        return slot(n);
      case PatternNode::Is::repeat:
        return repeat(n);
    }
  }

  void sequence(const PatternNode& n) {
    for (const PatternNode& p : n.parts) node(p);
  }

  void item(const ItemTest& t) {
    SlotStep step{Op::item, details_of(t), kinds_of(t), 0, 0};
    if (t.words.size() == 1) {
      step.op = Op::word;
      step.a = t.words.front();
    } else if (!t.words.empty()) {
      std::vector<WordId> sorted = t.words;
      std::sort(sorted.begin(), sorted.end());
      step.op = Op::words;
      step.a = static_cast<std::uint16_t>(program_.words.size());
      step.b = static_cast<std::uint16_t>(sorted.size());
      program_.words.insert(program_.words.end(), sorted.begin(), sorted.end());
    }
    program_.steps.push_back(step);
  }

  void slot(const PatternNode& n) {
    const auto number = static_cast<std::uint16_t>(n.slot);
    program_.slots |= static_cast<std::uint8_t>(1u << number);
    add(maybe_ > 0 ? Op::open_maybe : Op::open, number);
    sequence(n);
    add(Op::close, number);
  }

  void choice(const PatternNode& n) {
    ++maybe_;
    std::vector<std::size_t> jumps;
    for (std::size_t i = 0; i < n.parts.size(); ++i) {
      const bool last = i + 1 == n.parts.size();
      const std::size_t fork = last ? 0 : add(Op::fork);
      node(n.parts[i]);
      if (last) break;
      jumps.push_back(add(Op::jump));
      program_.steps[fork].a = here();
    }
    for (const std::size_t j : jumps) program_.steps[j].a = here();
    --maybe_;
  }

  void repeat(const PatternNode& n) {
    const bool plain = n.least == 0 && n.most != 1 && n.parts.size() == 1 && n.parts[0].is == PatternNode::Is::item &&
                       n.parts[0].test.words.empty();
    if (plain) {
      const ItemTest& t = n.parts[0].test;
      const auto most = static_cast<std::uint16_t>(n.most ? n.most : longest_tape);
      program_.steps.push_back({n.greedy ? Op::most : Op::fewest, details_of(t), kinds_of(t), most, 0});
      return;
    }
    ++maybe_;
    for (unsigned i = 0; i < n.least; ++i) sequence(n);
    if (n.most == 0) {
      const std::size_t fork = add(n.greedy ? Op::fork : Op::fork_late);
      sequence(n);
      add(Op::jump, static_cast<std::uint16_t>(fork));
      program_.steps[fork].a = here();
    } else {
      std::vector<std::size_t> forks;
      for (unsigned i = n.least; i < n.most; ++i) {
        forks.push_back(add(n.greedy ? Op::fork : Op::fork_late));
        sequence(n);
      }
      for (const std::size_t f : forks) program_.steps[f].a = here();
    }
    --maybe_;
  }

  // Notes at each choice what must come next, so that most ways are refused without being tried.
  void look_ahead() {
    for (std::size_t i = 0; i < program_.steps.size(); ++i) {
      SlotStep& s = program_.steps[i];
      if (s.op != Op::fewest && s.op != Op::most && s.op != Op::fork && s.op != Op::fork_late) continue;
      std::vector<bool> seen(program_.steps.size());
      s.b = kinds_from(s.op == Op::fork_late ? s.a : i + 1, &seen);
    }
  }

  std::uint16_t kinds_from(std::size_t step, std::vector<bool>* seen) const {
    if ((*seen)[step]) return 0;
    (*seen)[step] = true;
    const SlotStep& s = program_.steps[step];
    const auto behind = [&](std::size_t next) { return kinds_from(next, seen); };
    switch (s.op) {
      case Op::item:
      case Op::word:
      case Op::words:
        return s.kinds;
      case Op::fewest:
      case Op::most:
        return static_cast<std::uint16_t>(s.kinds | behind(step + 1));
      case Op::fork:
      case Op::fork_late:
        return static_cast<std::uint16_t>(behind(step + 1) | behind(s.a));
      case Op::jump:
        return behind(s.a);
      case Op::accept:
      case Op::end:
        return SlotStep::anything;
      default:
        return behind(step + 1);
    }
  }

  SlotProgram program_;
  int maybe_ = 0;  // inside how many parts that a match may leave out
};

constexpr std::uint32_t few_runs = 400;

}  // namespace

std::uint16_t first_kinds(std::span<const PatternNode> parts) {
  std::uint16_t kinds = 0;
  const bool takes = std::any_of(parts.begin(), parts.end(), [&](const PatternNode& p) { return begins(p, &kinds); });
  return takes ? kinds : std::uint16_t{0xFFFF};
}

SlotProgram program_of(const PatternNode& tree) { return ProgramWriter().run(tree); }

bool SlotMatcher::has_word(const SlotStep& s, WordId word) const {
  const WordId *first = words_ + s.a, *last = first + s.b;
  return s.b < 8 ? std::find(first, last, word) != last : std::binary_search(first, last, word);
}

bool SlotMatcher::match(std::span<const SlotStep> steps, const WordId* words, std::span<const TapeCode> tape,
                        SlotMatch* match) {
  steps_ = steps;
  words_ = words;
  tape_ = tape;
  match_ = match;
  *match = {};
  runs_ = 0;
  failed_.clear();
  return run_fresh(0, 0);
}

bool SlotMatcher::run(std::uint32_t step, std::uint32_t at) {
  if (++runs_ < few_runs) return run_fresh(step, at);
  if (failed_.empty()) failed_.assign(steps_.size() * (longest_tape + 1), false);
  const std::size_t state = step * (longest_tape + 1) + at;
  if (failed_[state]) return false;
  const bool found = run_fresh(step, at);
  if (!found) failed_[state] = true;
  return found;
}

bool SlotMatcher::run_fresh(std::uint32_t step, std::uint32_t at) {
  const auto fits = [&](const SlotStep& s) {
    const TapeCode& item = tape_[at];
    return (s.kinds & item.kind) && (!s.details || (s.details & item.detail));
  };
  const auto size = static_cast<std::uint32_t>(tape_.size());
  const auto promising = [&](const SlotStep& s) {
    return s.b == SlotStep::anything || (at < size && (s.b & tape_[at].kind));
  };
  for (;;) {
    const SlotStep& s = steps_[step];
    switch (s.op) {
      case Op::item:
        if (at == size || !fits(s)) return false;
        ++at;
        break;
      case Op::word:
        if (at == size || tape_[at].word != s.a || !fits(s)) return false;
        ++at;
        break;
      case Op::words:
        if (at == size || !fits(s) || !has_word(s, tape_[at].word)) return false;
        ++at;
        break;
      case Op::fewest:
        for (std::uint32_t left = s.a;; --left, ++at) {
          if (promising(s) && run(step + 1, at)) return true;
          if (left == 0 || at == size || !fits(s)) return false;
        }
      case Op::most: {
        const std::uint32_t from = at;
        while (at < size && at - from < s.a && fits(s)) ++at;
        for (; at > from; --at) {
          if (promising(s) && run(step + 1, at)) return true;
        }
        break;
      }
      case Op::fork:
        if (promising(s) && run(step + 1, at)) return true;
        step = s.a;
        continue;
      case Op::fork_late:
        if (promising(s) && run(s.a, at)) return true;
        break;
      case Op::jump:
        step = s.a;
        continue;
      case Op::open:
        match_->slots[s.a].first = static_cast<std::uint8_t>(at);
        break;
      case Op::open_maybe: {
        const std::uint8_t before = match_->slots[s.a].first;
        match_->slots[s.a].first = static_cast<std::uint8_t>(at);
        if (run(step + 1, at)) return true;
        match_->slots[s.a].first = before;
        return false;
      }
      case Op::close:
        match_->slots[s.a].last = static_cast<std::uint8_t>(at);
        break;
      case Op::start:
        if (at != 0) return false;
        break;
      case Op::end:
        if (at != size) return false;
        break;
      case Op::accept:
        match_->end = static_cast<std::uint8_t>(at);
        return true;
    }
    ++step;
  }
}

}  // namespace demarche::rules
