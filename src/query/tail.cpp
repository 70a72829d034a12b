#include "query/tail.h"

#include <algorithm>
#include <array>
#include <vector>

#include "query/when.h"
#include "query/words.h"
#include "text/fold.h"

namespace demarche::query {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 41> openers = {
    "in",     "on",       "at",      "about",      "regarding", "concerning", "over",      "since",    "after",
    "before", "until",    "till",    "by",         "between",   "from",       "during",    "within",   "last",
    "this",   "next",     "with",    "near",       "via",       "today",      "yesterday", "tomorrow", "previous",
    "lately", "recently", "monday",  "tuesday",    "wednesday", "thursday",   "friday",    "saturday", "sunday",
    "more",   "twice",    "several", "repeatedly", "multiple"};

// Keeps the cutting of senseless questions short.
constexpr std::size_t most_parties = 3;

bool opens(const Words& words, std::size_t i) {
  const std::string word = text::fold(words[i]);
  if (std::find(openers.begin(), openers.end(), word) != openers.end()) return true;
  return i + 2 < words.size() && text::fold(words[i + 2]) == "ago";
}

// "by phone" → "call"; empty for no means of talking.
std::string_view means(const std::string& phrase) {
  struct Row {
    std::string_view phrase, action;
  };
  static constexpr Row rows[] = {{"by phone", "call"},
                                 {"on the phone", "call"},
                                 {"over the phone", "call"},
                                 {"by telephone", "call"},
                                 {"in person", "meet"},
                                 {"face to face", "meet"},
                                 {"by letter", "write"},
                                 {"in writing", "write"},
                                 {"by video", "videoconference"},
                                 {"by videoconference", "videoconference"},
                                 {"via video", "videoconference"},
                                 {"by video conference", "videoconference"}};
  for (const Row& row : rows) {
    if (row.phrase == phrase) return row.action;
  }
  return {};
}

// A place or country is named without numbers and prepositions.
bool is_plain(const Words& words, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (opens(words, i) || words[i].find_first_of("0123456789") != std::string::npos) return false;
  }
  return first < last;
}

bool add_period(const Period& period, Query* query) {
  if (!period.since.empty() && !query->since.empty()) return false;
  if (!period.until.empty() && !query->until.empty()) return false;
  if (!period.since.empty()) query->since = period.since;
  if (!period.until.empty()) query->until = period.until;
  return true;
}

bool set_once(const std::string& value, std::string* field) {
  if (!field->empty() || value.empty()) return false;
  *field = value;
  return true;
}

// "more than once" → 2, "at least three times" → 3, "several times" → 2; 0 for none.
std::size_t times(const std::string& phrase) {
  constexpr std::string_view more = "more than ", least = "at least ";
  if (phrase == "repeatedly" || phrase == "several times" || phrase == "multiple times") return 2;
  std::string_view rest = phrase;
  const std::size_t extra = rest.starts_with(more) ? 1 : 0;
  if (extra == 1) rest.remove_prefix(more.size());
  if (rest.starts_with(least)) rest.remove_prefix(least.size());
  if (rest.size() == phrase.size() && rest != "twice") return 0;
  if (rest == "once") return 1 + extra;
  if (rest == "twice") return 2 + extra;
  constexpr std::string_view unit = " times";
  if (!rest.ends_with(unit)) return 0;
  const int n = number_of(rest.substr(0, rest.size() - unit.size()));
  return n > 0 ? static_cast<std::size_t>(n) + extra : 0;
}

bool add_means(const std::string& phrase, Query* query) {
  const std::string_view action = means(phrase);
  if (action.empty() || query->action != std::vector<std::string>{"talk"}) return false;
  query->action = {std::string(action)};
  return true;
}

// One modifier; false if the words are none, or one that the query has already.
bool add_modifier(const Words& words, std::size_t first, std::size_t last, const text::Date& today, Query* query) {
  const std::string phrase = join_words(words, first, last);
  if (const auto period = parse_when(phrase, today)) return add_period(*period, query);
  if (add_means(text::fold(phrase), query)) return true;
  if (const std::size_t n = times(text::fold(phrase)); n > 0) {
    if (query->at_least != 0) return false;
    query->at_least = n;
    return true;
  }
  const std::string head = text::fold(words[first]);
  const std::string rest = join_words(words, first + 1, last);
  if (rest.empty()) return false;
  if (head == "about" || head == "regarding" || head == "concerning" || head == "on" || head == "over") {
    return set_once(rest, &query->about);
  }
  if (head == "in" || head == "at" || head == "near")
    return is_plain(words, first + 1, last) && set_once(rest, &query->place);
  if (head == "with" && query->party.size() < most_parties) {
    query->party.push_back(rest);
    return true;
  }
  if (head == "from" && query->country.empty() && is_plain(words, first + 1, last)) {
    query->country.push_back(rest);
    return true;
  }
  return false;
}

bool read_from(const Words& words, std::size_t first, const text::Date& today, Query* query) {
  if (first == words.size()) return true;
  for (std::size_t last = first + 1; last <= words.size(); ++last) {
    if (last < words.size() && !opens(words, last)) continue;
    Query tried = *query;
    if (add_modifier(words, first, last, today, &tried) && read_from(words, last, today, &tried)) {
      *query = std::move(tried);
      return true;
    }
  }
  return false;
}

}  // namespace

const std::string& tail_regexp() {
  static const std::string regexp = [] {
    std::string out = "(?:(?:";
    for (const std::string_view word : openers) out.append(word).append(" |");
    out += "[a-z0-9]+ (?:days?|weeks?|months?|years?) ago ).*)?";
    return out;
  }();
  return regexp;
}

bool read_tail(std::string_view tail, const text::Date& today, Query* query) {
  const Words words = split_words(tail);
  // Cutting is exponential in the number of openers; no real question has so many.
  if (words.size() > 40) return false;
  return read_from(words, 0, today, query);
}

}  // namespace demarche::query
