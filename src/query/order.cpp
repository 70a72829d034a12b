#include "query/order.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "query/words.h"
#include "text/date.h"
#include "text/fold.h"

namespace demarche {
namespace query {
namespace {

using Words = std::vector<std::string>;

struct Joiner {
  std::string_view words;
  bool after;
};

// Longer ones first.
constexpr std::array<Joiner, 13> joiners = {{{"in the aftermath of", true},
                                             {"in the wake of", true},
                                             {"in the run-up to", false},
                                             {"in advance of", false},
                                             {"subsequent to", true},
                                             {"prior to", false},
                                             {"ahead of", false},
                                             {"following", true},
                                             {"after", true},
                                             {"since", true},
                                             {"before", false},
                                             {"until", false},
                                             {"till", false}}};

const std::set<std::string> pronouns = {"he", "she", "they", "it"};
const std::set<std::string> owners = {"his", "her", "their", "its"};

constexpr std::size_t most_opening_words = 7;  // "which of the Latin American presidents"

// The joiner at the word, and how many words it has; nullptr for none.
const Joiner* joiner_at(const Words& words, std::size_t at, std::size_t* length) {
  for (const Joiner& joiner : joiners) {
    const Words parts = split_words(joiner.words);
    if (at + parts.size() >= words.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < parts.size(); ++i) same = same && text::fold(words[at + i]) == parts[i];
    if (!same) continue;
    *length = parts.size();
    return &joiner;
  }
  return nullptr;
}

bool names(const Query& query, const std::string& name) {
  const auto in = [&](const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  return in(query.actor) || in(query.recipient) || in(query.party);
}

std::vector<std::string> everybody(const Query& query) {
  std::vector<std::string> out = query.actor;
  out.insert(out.end(), query.party.begin(), query.party.end());
  out.insert(out.end(), query.recipient.begin(), query.recipient.end());
  return out;
}

class Anchor {
 public:
  Anchor(const Words& head, const Query& asked, const ReadPlain& read) : head_(head), asked_(asked), read_(read) {}

  // The event as a query for its day.
  std::optional<Query> of(const Words& event) const {
    const std::string first = text::fold(event.front());
    if (pronouns.contains(first) || owners.contains(first) || first.ends_with("ing"))
      return by_those_asked_about(event);
    if (auto found = the_same_by(event)) return found;
    const std::string words = join_words(event, 0, event.size());
    if (auto found = dated("when " + words); found && !everybody(*found).empty()) return found;
    return dated("when was " + words);
  }

 private:
  std::optional<Query> dated(const std::string& question) const {
    const auto reading = read_(question);
    if (!reading || reading->query.want != Want::dates) return std::nullopt;
    Query query = reading->query;
    query.pick = Pick::all;
    query.status.clear();
    return query;
  }

  // "Blinken did": what the question asks for, done by another. Its opening words give way to the name until the rest
  // is a sentence about them.
  std::optional<Query> the_same_by(const Words& event) const {
    Words who = event;
    const auto ends_in = [&](std::initializer_list<std::string_view> words) {
      const std::string last = who.empty() ? std::string() : text::fold(who.back());
      if (std::find(words.begin(), words.end(), last) == words.end()) return false;
      who.pop_back();
      return true;
    };
    ends_in({"so", "it", "that"});
    if (!ends_in({"did", "had", "has", "have", "does", "do"}) || who.empty()) return std::nullopt;
    const std::string name = join_words(who, 0, who.size());
    for (std::size_t skip = 1; skip < head_.size() && skip <= most_opening_words; ++skip) {
      const std::string rest = name + " " + join_words(head_, skip, head_.size());
      for (const char* opening : {"when ", "when did "}) {
        auto found = dated(opening + rest);
        if (found && names(*found, name)) return found;
      }
    }
    return std::nullopt;
  }

  // "visiting Kyiv", "his visit to Kyiv", "he visited Kyiv": by the one whom the question names.
  std::optional<Query> by_those_asked_about(const Words& event) const {
    const std::string first = text::fold(event.front());
    const bool owner = owners.contains(first), pronoun = pronouns.contains(first);
    const std::string rest = join_words(event, owner || pronoun ? 1 : 0, event.size());
    for (const std::string& name : everybody(asked_)) {
      if (rest.find(name) != std::string::npos) continue;
      auto found = owner     ? dated("when was " + name + "'s " + rest)
                   : pronoun ? dated("when " + name + " " + rest)
                             : dated("when was " + name + " " + rest);
      if (found && names(*found, name)) return found;
    }
    return std::nullopt;
  }

  const Words& head_;
  const Query& asked_;
  const ReadPlain& read_;
};

// The first and the last of days told, "2010-05-12" or "2010-05-12/2010-05-14"; `sharp` leaves out months and years.
std::pair<std::optional<text::Date>, std::optional<text::Date>> ends_of(const std::vector<std::string>& days,
                                                                        bool sharp) {
  std::optional<text::Date> first, last;
  for (const std::string& told : days) {
    const std::size_t slash = told.find('/');
    const auto start = text::parse_iso(told.substr(0, slash));
    const auto end = slash == std::string::npos ? start : text::parse_iso(told.substr(slash + 1));
    if (!start || !end || (sharp && (start->day == 0 || end->day == 0))) continue;
    if (!first || text::first_day(*start) < *first) first = text::first_day(*start);
    if (!last || *last < text::last_day(*end)) last = text::last_day(*end);
  }
  return {first, last};
}

bool is_visit(const Query& event) {
  return event.action == std::vector<std::string>{"visit"} && !event.actor.empty() && event.recipient.size() == 1;
}

// Where nobody tells of the visit itself: what was done there.
Query being_there(Query event) {
  event.party = std::move(event.actor);
  event.place = event.recipient[0];
  event.event = {"CONSULT"};
  event.actor.clear();
  event.recipient.clear();
  event.action.clear();
  return event;
}

}  // namespace

std::optional<Reading> read_ordered(const std::string& question, const ReadPlain& read,
                                    const std::function<bool(const std::string&)>& is_time) {
  const Words words = split_words(question);
  for (std::size_t at = 2; at + 1 < words.size(); ++at) {
    std::size_t length = 0;
    const Joiner* joiner = joiner_at(words, at, &length);
    if (joiner == nullptr) continue;
    bool dates = false;
    for (std::size_t end = at + length + 1; end <= words.size() && end <= at + length + 5; ++end) {
      dates = dates || is_time(join_words(words, at + length, end));
    }
    if (dates) continue;
    const Words head(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at));
    const Words event(words.begin() + static_cast<std::ptrdiff_t>(at + length), words.end());
    auto asked = read(join_words(head, 0, head.size()));
    if (!asked) continue;
    auto anchor = Anchor(head, asked->query, read).of(event);
    if (!anchor) continue;
    (joiner->after ? asked->query.after : asked->query.before).push_back(std::move(*anchor));
    return asked;
  }
  return std::nullopt;
}

}  // namespace query

Result<Query> settle_order(Query query, const std::function<Result<Answer>(const Query&)>& run) {
  const std::vector<Query> after = std::move(query.after), before = std::move(query.before);
  query.after.clear();
  query.before.clear();
  for (const auto* list : {&after, &before}) {
    for (const Query& event : *list) {
      auto answer = run(event);
      if (answer && answer->answers.empty() && answer->candidates.empty() && query::is_visit(event)) {
        if (auto there = run(query::being_there(event)); there && !there->answers.empty()) answer = std::move(there);
      }
      if (!answer) return answer.error();
      if (!answer->candidates.empty()) {
        return Error{Cause::wrong_use,
                     fmt::format("\"{}\" may be {}", answer->ambiguous, fmt::join(answer->candidates, " or "))};
      }
      auto [first, last] = query::ends_of(answer->answers, true);
      if (!first) std::tie(first, last) = query::ends_of(answer->answers, false);
      if (!first) {
        (list == &after ? query.after : query.before).push_back(answer->query);
        continue;
      }
      if (list == &after) {
        query.since = std::max(query.since, text::iso(text::add_days(*last, 1)));
      } else {
        const std::string day = text::iso(text::add_days(*first, -1));
        query.until = query.until.empty() ? day : std::min(query.until, day);
      }
    }
  }
  return query;
}

}  // namespace demarche
