#include "query/puzzle.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "query/when.h"
#include "query/words.h"
#include "text/fold.h"

namespace demarche::query {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t longest_part = 6;

// What a question asks for, and the words that carry it.
constexpr std::string_view askers[] = {"who",   "whom", "whose", "when", "where", "what",  "which",   "why",  "how",
                                       "often", "many", "did",   "does", "do",    "has",   "have",    "had",  "is",
                                       "are",   "was",  "were",  "will", "would", "might", "compare", "show", "list"};
constexpr std::string_view fillers[] = {"the", "a",  "an",  "of",   "to",   "with",  "and", "or",     "in",    "on",
                                        "at",  "by", "for", "from", "that", "about", "me",  "please", "there", "any"};

bool one_of(std::string_view word, const auto& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_verb(const Verbs& verbs, std::string_view phrase) {
  for (std::size_t form = 0; form < verb_forms; ++form) {
    if (verbs.find(static_cast<VerbForm>(form), phrase) != nullptr) return true;
  }
  return false;
}

// The verb that a misspelt word was to be.
std::string nearest_verb(const Verbs& verbs, const std::string& word) {
  if (word.size() < 4) return "";
  std::string best;
  unsigned distance = word.size() < 8 ? 2 : 3;
  for (const auto& phrases : verbs.phrases()) {
    for (const Verbs::Phrase& phrase : phrases) {
      const std::string_view head = phrase.words.substr(0, phrase.words.find(' '));
      const unsigned d = text::edit_distance(head, word, distance);
      if (d >= distance) continue;
      distance = d;
      best = head;
    }
  }
  return best;
}

// Cuts the question into the parts that it knows and those that it does not.
class Parts {
 public:
  Parts(const RuleFile& rules, const text::Date& today, const KnownName& known)
      : rules_(rules), today_(today), known_(known) {}

  void read(const Words& words) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t taken = take(words, at);
      if (taken == 0) miss(words[at]);
      at += std::max<std::size_t>(taken, 1);
    }
  }

  Words recognised, missed;

 private:
  // How many words from `at` on are one known part.
  std::size_t take(const Words& words, std::size_t at) {
    const std::size_t most = std::min(longest_part, words.size() - at);
    for (std::size_t n = most; n > 0; --n) {
      const std::string part = join_words(words, at, at + n);
      if (const auto period = parse_when(part, today_)) return found(part, in_words(*period), n);
      if (is_verb(rules_.verbs, part)) return found(part, "", n);
      if (n == 1 && one_of(text::fold(part), askers)) return found(part, "", n);
      if (n == 1 && one_of(text::fold(part), fillers)) return n;
      if (!known_) continue;
      const bool framed = one_of(text::fold(words[at]), askers) || one_of(text::fold(words[at + n - 1]), fillers);
      if (const std::string name = framed ? "" : known_(part); !name.empty()) {
        return found(part, name == part ? "" : name, n);
      }
    }
    return 0;
  }

  static std::string in_words(const Period& period) {
    if (period.since == period.until) return period.since;
    if (period.since.empty()) return "until " + period.until;
    return period.until.empty() ? "since " + period.since : period.since + " to " + period.until;
  }

  std::size_t found(const std::string& part, const std::string& meaning, std::size_t n) {
    recognised.push_back(meaning.empty() ? part : fmt::format("{} ({})", part, meaning));
    return n;
  }

  void miss(const std::string& word) {
    const std::string near = nearest_verb(rules_.verbs, text::fold(word));
    missed.push_back(near.empty() ? word : fmt::format("{} ({}?)", word, near));
  }

  const RuleFile& rules_;
  const text::Date& today_;
  const KnownName& known_;
};

// The rule most of whose needs the question meets; of equal ones the one that asks for least.
const Rule* nearest_rule(const RuleFile& rules, const std::string& question) {
  const QuestionWords words(question, rules.verbs);
  const Rule* best = nullptr;
  long most = 0;
  std::size_t least = 0;
  for (const Rule& rule : rules.rules) {
    for (const Pattern& pattern : rule.patterns) {
      const std::size_t met = words.met(pattern.needs());
      const std::size_t all = pattern.needs().size();
      const long score = 2 * static_cast<long>(met) - static_cast<long>(all);
      if (met == 0 || (best != nullptr && (score < most || (score == most && all >= least)))) continue;
      best = &rule;
      most = score;
      least = all;
    }
  }
  return best;
}

}  // namespace

std::string puzzle(const RuleFile& rules, const std::string& question, const text::Date& today,
                   const KnownName& known) {
  const Words words = split_words(question);
  std::string out = fmt::format("question not understood: \"{}\"", join_words(words, 0, words.size()));
  Parts parts(rules, today, known);
  parts.read(words);
  if (!parts.recognised.empty()) out += fmt::format("; recognised: {}", fmt::join(parts.recognised, ", "));
  if (!parts.missed.empty()) out += fmt::format("; not recognised: {}", fmt::join(parts.missed, ", "));
  if (const Rule* rule = nearest_rule(rules, question)) {
    out += fmt::format("; nearest form: {}", rule->form);
    if (!rule->examples.empty()) out += fmt::format(" (\"{}\")", rule->examples[0].question);
  }
  return out;
}

}  // namespace demarche::query
