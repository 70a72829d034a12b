#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "demarche/query.h"
#include "text/date.h"
#include "text/fold.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 20> wants = {
    "interactions", "actors",  "recipients", "counterparts", "dates",    "topics",  "places",
    "countries",    "truth",   "count",      "evidence",     "offices",  "holders", "path",
    "timeline",     "profile", "comparison", "changes",      "disputes", "ranking"};
constexpr std::array<std::string_view, 5> rollups = {"none", "country", "organisation", "bloc", "sector"};
constexpr std::array<std::string_view, 4> bys = {"fewest", "recent", "strongest", "cut"};
constexpr std::array<std::string_view, 6> ranks = {"contacts", "interactions", "betweenness",
                                                   "pagerank", "core",         "clustering"};
constexpr std::array<std::string_view, 10> picks = {"all",    "first",  "last",        "most",      "common",
                                                    "lapsed", "number", "unfulfilled", "successor", "predecessor"};

template <typename Enum, std::size_t N>
bool parse_word(const std::array<std::string_view, N>& words, std::string_view word, Enum* value) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return false;
  *value = static_cast<Enum>(found - words.begin());
  return true;
}

Error wrong(std::string message) { return {Cause::wrong_use, std::move(message)}; }

std::string listed(const auto& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::vector<std::string> split_commas(std::string_view s) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i <= s.size();) {
    const std::size_t end = std::min(s.find(',', i), s.size());
    std::string_view part = s.substr(i, end - i);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) out.emplace_back(part);
    i = end + 1;
  }
  return out;
}

std::string shouted(std::string s) {
  std::transform(s.begin(), s.end(), s.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return s;
}

// Each adds one flag's value. They return the fault, empty on success, and leave the query alone on a fault.
std::string add_name(std::vector<std::string>* list, std::string_view value) {
  list->emplace_back(value);
  return "";
}

std::string add_list(std::vector<std::string>* list, std::string_view value) {
  for (std::string& word : split_commas(value)) list->push_back(std::move(word));
  return "";
}

std::string set_text(std::string* field, std::string_view value) {
  *field = value;
  return "";
}

std::string set_date(std::string* field, std::string_view value) {
  const auto date = text::parse_iso(value);
  if (!date) return "no such date; write YYYY, YYYY-MM or YYYY-MM-DD";
  *field = text::iso(*date);
  return "";
}

std::string add_statuses(std::vector<Status>* list, std::string_view value) {
  std::vector<Status> all;
  for (const std::string& word : split_commas(value)) {
    if (word == "any") {
      all.insert(all.end(), {Status::actual, Status::planned, Status::possible, Status::denied});
      continue;
    }
    Status status;
    if (!parse_status(word, &status)) return "no such status; known: actual, planned, possible, denied, any";
    all.push_back(status);
  }
  list->insert(list->end(), all.begin(), all.end());
  return "";
}

std::string add_kinds(std::vector<Kind>* list, std::string_view value) {
  std::vector<Kind> all;
  for (const std::string& word : split_commas(value)) {
    Kind kind;
    if (!parse_kind(word, &kind)) return "no such kind; known: person, state, government, organisation, group, other";
    all.push_back(kind);
  }
  list->insert(list->end(), all.begin(), all.end());
  return "";
}

std::string set_fraction(double* field, std::string_view value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || !(number >= 0 && number <= 1)) {
    return "must be a number from 0 to 1";
  }
  *field = number;
  return "";
}

std::string set_size(std::size_t* field, std::string_view value) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size()) return "must be a whole number";
  *field = number;
  return "";
}

std::string set_flag(bool* field, std::string_view value) {
  if (value != "true" && value != "false" && !value.empty()) return "must be true or false";
  *field = value != "false";
  return "";
}

struct Flag {
  std::string_view name;
  std::string (*add)(Query*, std::string_view);
};

constexpr Flag flags[] = {
    {"about", [](Query* q, std::string_view v) { return set_text(&q->about, v); }},
    {"action",
     [](Query* q, std::string_view v) {
       add_list(&q->action, text::fold(v));
       return std::string();
     }},
    {"actor", [](Query* q, std::string_view v) { return add_name(&q->actor, v); }},
    {"at-least", [](Query* q, std::string_view v) { return set_size(&q->at_least, v); }},
    {"by",
     [](Query* q, std::string_view v) {
       if (parse_word(bys, v, &q->by) || parse_word(ranks, v, &q->rank)) return std::string();
       return "no such way; known: " + listed(bys) + " (path), " + listed(ranks) + " (top)";
     }},
    {"context",
     [](Query* q, std::string_view v) {
       add_list(&q->context, text::fold(v));
       return std::string();
     }},
    {"country", [](Query* q, std::string_view v) { return add_list(&q->country, v); }},
    {"either-way", [](Query* q, std::string_view v) { return set_flag(&q->either_way, v); }},
    {"event", [](Query* q, std::string_view v) { return add_list(&q->event, shouted(std::string(v))); }},
    {"in", [](Query* q, std::string_view v) { return set_text(&q->place, v); }},
    {"kind", [](Query* q, std::string_view v) { return add_kinds(&q->kind, v); }},
    {"limit", [](Query* q, std::string_view v) { return set_size(&q->limit, v); }},
    {"min-confidence", [](Query* q, std::string_view v) { return set_fraction(&q->min_confidence, v); }},
    {"office", [](Query* q, std::string_view v) { return set_text(&q->office, v); }},
    {"on",
     [](Query* q, std::string_view v) {
       std::string fault = set_date(&q->since, v);
       if (fault.empty()) q->until = q->since;
       return fault;
     }},
    {"party", [](Query* q, std::string_view v) { return add_name(&q->party, v); }},
    {"pick",
     [](Query* q, std::string_view v) {
       return parse_pick(v, &q->pick) ? std::string() : "no such choice; known: " + listed(picks);
     }},
    {"place", [](Query* q, std::string_view v) { return set_text(&q->place, v); }},
    {"recipient", [](Query* q, std::string_view v) { return add_name(&q->recipient, v); }},
    {"rollup",
     [](Query* q, std::string_view v) {
       return parse_word(rollups, v, &q->rollup) ? std::string() : "no such level; known: " + listed(rollups);
     }},
    {"since", [](Query* q, std::string_view v) { return set_date(&q->since, v); }},
    {"status", [](Query* q, std::string_view v) { return add_statuses(&q->status, v); }},
    {"until", [](Query* q, std::string_view v) { return set_date(&q->until, v); }},
    {"want",
     [](Query* q, std::string_view v) {
       return parse_want(v, &q->want) ? std::string() : "not to be had; known: " + listed(wants);
     }},
    {"with", [](Query* q, std::string_view v) { return add_name(&q->party, v); }},
    {"with-country", [](Query* q, std::string_view v) { return add_list(&q->country, v); }},
};

// A value as one word, or quoted.
std::string quoted(const std::string& s) {
  if (!s.empty() && s.find_first_of(" \",=") == std::string::npos) return s;
  std::string out = "\"";
  for (const char c : s) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + "\"";
}

void write_list(std::string_view name, const std::vector<std::string>& list, std::string* out) {
  if (list.empty()) return;
  std::vector<std::string> values;
  for (const std::string& value : list) values.push_back(quoted(value));
  *out += fmt::format(" {}={}", name, fmt::join(values, ","));
}

template <typename Enum>
void write_words(std::string_view name, const std::vector<Enum>& list, std::string* out) {
  std::vector<std::string> words;
  for (const Enum value : list) words.emplace_back(to_string(value));
  write_list(name, words, out);
}

void write_text(std::string_view name, const std::string& value, std::string* out) {
  if (!value.empty()) *out += fmt::format(" {}={}", name, quoted(value));
}

}  // namespace

std::string_view to_string(Want want) { return wants[static_cast<std::size_t>(want)]; }
std::string_view to_string(Rollup rollup) { return rollups[static_cast<std::size_t>(rollup)]; }
std::string_view to_string(By by) { return bys[static_cast<std::size_t>(by)]; }
std::string_view to_string(RankBy by) { return ranks[static_cast<std::size_t>(by)]; }
std::string_view to_string(Pick pick) { return picks[static_cast<std::size_t>(pick)]; }
bool parse_want(std::string_view word, Want* want) { return parse_word(wants, word, want); }
bool parse_pick(std::string_view word, Pick* pick) { return parse_word(picks, word, pick); }

std::string to_text(const Query& query) {
  std::string out = fmt::format("want={}", to_string(query.want));
  write_list("actor", query.actor, &out);
  write_list("recipient", query.recipient, &out);
  write_list("party", query.party, &out);
  write_list("action", query.action, &out);
  write_list("event", query.event, &out);
  write_list("country", query.country, &out);
  write_words("kind", query.kind, &out);
  write_text("office", query.office, &out);
  write_text("since", query.since, &out);
  write_text("until", query.until, &out);
  write_text("about", query.about, &out);
  write_list("context", query.context, &out);
  write_text("place", query.place, &out);
  write_words("status", query.status, &out);
  if (query.min_confidence != 0) out += fmt::format(" min-confidence={}", query.min_confidence);
  if (query.limit != 0) out += fmt::format(" limit={}", query.limit);
  if (query.at_least != 0) out += fmt::format(" at-least={}", query.at_least);
  if (query.pick != Pick::all) out += fmt::format(" pick={}", to_string(query.pick));
  if (query.rollup != Rollup::none) out += fmt::format(" rollup={}", to_string(query.rollup));
  if (query.by != By::fewest) out += fmt::format(" by={}", to_string(query.by));
  if (query.rank != RankBy::contacts) out += fmt::format(" by={}", to_string(query.rank));
  if (query.either_way) out += " either-way=true";
  for (const Query& event : query.after) out += " after={" + to_text(event) + "}";
  for (const Query& event : query.before) out += " before={" + to_text(event) + "}";
  return out;
}

Result<Done> add_condition(Query* query, std::string_view flag, std::string_view value) {
  const Flag* nearest = nullptr;
  unsigned distance = 3;
  for (const Flag& known : flags) {
    if (known.name == flag) {
      const std::string fault = known.add(query, value);
      if (fault.empty()) return Done{};
      return wrong(fmt::format("--{} \"{}\": {}", flag, value, fault));
    }
    const unsigned d = text::edit_distance(known.name, flag, 2);
    if (d < distance) {
      distance = d;
      nearest = &known;
    }
  }
  std::vector<std::string_view> names;
  for (const Flag& known : flags) names.push_back(known.name);
  if (nearest != nullptr) return wrong(fmt::format("no condition \"{}\"; nearest: {}", flag, nearest->name));
  return wrong(fmt::format("no condition \"{}\"; known: {}", flag, listed(names)));
}

}  // namespace demarche
