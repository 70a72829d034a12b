#include "query/question_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "demarche/query.h"
#include "query/contraction.h"
#include "query/countries.h"
#include "query/family.h"
#include "query/office.h"
#include "query/order.h"
#include "query/puzzle.h"
#include "query/rule_file.h"
#include "query/subject.h"
#include "query/tail.h"
#include "query/when.h"
#include "query/words.h"
#include "text/fold.h"

namespace demarche {

namespace query {
namespace {

using Slots = std::map<std::string, std::string>;

// Words that open no name: they show that the pattern cut the question at the wrong place.
constexpr std::string_view no_openers[] = {
    "going",     "expected", "planning",  "scheduled", "due",   "set",    "to",         "likely", "said",     "did",
    "has",       "is",       "been",      "being",     "there", "it",     "we",         "you",    "supposed", "in",
    "on",        "at",       "by",        "with",      "about", "from",   "since",      "before", "after",    "during",
    "until",     "between",  "regarding", "first",     "last",  "often",  "concerning", "touch",  "contact",  "whether",
    "appointed", "named",    "made",      "elected",   "sworn", "nothing"};
// Words that stand nowhere in a name.
constexpr std::string_view no_parts[] = {"not",  "never", "ever", "most",  "whom", "who",  "did", "does", "say",
                                         "says", "said",  "will", "which", "what", "when", "why", "how",  "that"};

// Stand for everybody: no condition.
constexpr std::string_view anybody[] = {"anyone",    "anybody",    "someone",     "somebody",    "everyone",
                                        "everybody", "each other", "one another", "anyone else", "anybody else"};

bool one_of(std::string_view word, const auto& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "a letter" and "the call" are no names either.
bool is_name(std::string_view words, const Verbs& verbs) {
  std::vector<std::string> all = split_words(text::fold(words));
  if (all.empty() || one_of(all[0], no_openers)) return false;
  if (all[0] == "a" || all[0] == "an" || all[0] == "the") all.erase(all.begin());
  if (all.empty() || (all.size() == 1 && all[0] == "state")) return false;
  if (verbs.find(VerbForm::noun, join_words(all, 0, all.size())) != nullptr) return false;
  return std::none_of(all.begin(), all.end(), [](const std::string& word) { return one_of(word, no_parts); });
}

// Also one that is misspelt, or a proper name that is none: then the answer says so, and which one is nearest.
bool is_country(const std::string& words) {
  const Countries& countries = Countries::builtin();
  if (!countries.code(words).empty() || countries.region(words) != nullptr) return true;
  if (words.find(' ') == std::string::npos && !words.empty() && words[0] >= 'A' && words[0] <= 'Z') return true;
  const std::string typed = key(words);
  const auto slips = static_cast<unsigned>(std::min<std::size_t>(typed.size() / 4, 2));
  const std::vector<std::string> names = countries.names();
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return text::edit_distance(typed, key(name), slips) <= slips; });
}

// "German ministers", "Latin American ministers".
bool opens_with_country(const std::string& words) {
  for (std::size_t end = words.find(' '); end != std::string::npos; end = words.find(' ', end + 1)) {
    const std::string first = words.substr(0, end);
    if (!Countries::builtin().code(first).empty() || Countries::builtin().region(first) != nullptr) return true;
  }
  return false;
}

// "Clinton and Gates" → both. A name that has an "and" of its own is put together again when it is looked up.
std::vector<std::string> split_names(std::string_view words) {
  std::vector<std::string> names;
  constexpr std::string_view joiner = " and ";
  for (;;) {
    const std::size_t at = words.find(joiner);
    names.emplace_back(words.substr(0, at));
    if (at == std::string_view::npos) break;
    words.remove_prefix(at + joiner.size());
  }
  for (std::string& name : names) {
    if (text::fold(name).rfind("both ", 0) == 0) name.erase(0, 5);
    if (name.size() > 2 && name.ends_with("'s")) name.erase(name.size() - 2);
    if (name.size() > 2 && name.ends_with("s'")) name.erase(name.size() - 1);
  }
  return names;
}

// Questions about talks and meetings ask for the other side, whoever began.
void settle(Query* query) {
  const bool undirected = !query->action.empty() && query->event.empty() &&
                          std::all_of(query->action.begin(), query->action.end(), is_mutual);
  if (undirected && query->actor.empty() != query->recipient.empty()) {
    std::vector<std::string>& side = query->actor.empty() ? query->recipient : query->actor;
    query->party.insert(query->party.begin(), side.begin(), side.end());
    side.clear();
    if (query->want == Want::actors || query->want == Want::recipients) query->want = Want::counterparts;
  }
}

bool fill_slot(const std::string& flag, const Slot& slot, const std::string& words, const Verbs& verbs,
               const text::Date& today, Query* query) {
  switch (slot.kind) {
    case SlotKind::verb: {
      const VerbMeaning* verb = verbs.find(slot.form, words);
      if (verb == nullptr) return false;
      query->action.insert(query->action.end(), verb->action.begin(), verb->action.end());
      query->event.insert(query->event.end(), verb->event.begin(), verb->event.end());
      return true;
    }
    case SlotKind::office: {
      const std::string office = singular_office(words);
      // "German ministers" asks for a country, not for an office.
      const bool of_country = opens_with_country(words);
      return !office.empty() && !of_country && words.find("'s ") == std::string::npos &&
             bool(add_condition(query, flag, office));
    }
    case SlotKind::when: {
      const auto period = parse_when(words, today);
      if (!period) return false;
      query->since = period->since;
      query->until = period->until;
      return true;
    }
    case SlotKind::country:
      return is_country(words) && bool(add_condition(query, flag, words));
    case SlotKind::name:
    case SlotKind::owner:
      if (one_of(text::fold(words), anybody)) return true;
      if (!is_name(words, verbs)) return false;
      for (const std::string& name : split_names(words)) {
        if (name.empty() || !add_condition(query, flag, name)) return false;
      }
      return true;
    default:
      return bool(add_condition(query, flag, words));
  }
}

std::optional<Query> fill(const Rule& rule, const Pattern& pattern, const Slots& slots, const Verbs& verbs,
                          const text::Date& today) {
  Query query;
  for (const auto& [flag, value] : rule.conditions) {
    if (value[0] != '$') {
      if (!add_condition(&query, flag, value)) return std::nullopt;
      continue;
    }
    const auto words = slots.find(value.substr(1));
    if (words == slots.end() || words->second.empty()) continue;
    if (!fill_slot(flag, *pattern.slot(words->first), words->second, verbs, today, &query)) return std::nullopt;
  }
  const auto tail = slots.find("tail");
  if (tail != slots.end() && !read_tail(tail->second, today, &query)) return std::nullopt;
  settle(&query);
  return query;
}

// A question with its words, in one of its readings.
struct Worded {
  std::string question;
  QuestionWords words;
};

std::vector<Worded> worded(const std::string& question, const Verbs& verbs, bool would) {
  std::vector<Worded> out;
  for (std::string& reading : readings_of(question, would)) {
    QuestionWords words(reading, verbs);
    out.push_back({std::move(reading), std::move(words)});
  }
  return out;
}

// A month or day without year is the latest one that has begun; of what is planned now it is the next one.
void look_ahead(const std::string& question, const text::Date& today, Query* query) {
  static const RE2 now(R"((?i)\b(?:will|is|are|has|have|does|do|plans?|upcoming)\b)");
  static const RE2 said(
      R"((?i)\b(?:\d\d\d\d|this|last|past|ago|yesterday|today|was|were|did|since|recently|lately)\b)");
  if (query->status != std::vector{Status::planned} || query->until.size() < 7) return;
  if (!RE2::PartialMatch(question, now) || RE2::PartialMatch(question, said)) return;
  const auto last = text::parse_iso(query->until);
  if (!last || text::last_day(*last) >= today) return;
  for (std::string* field : {&query->since, &query->until}) {
    auto date = text::parse_iso(*field);
    if (!date) continue;
    ++date->year;
    if (text::parse_iso(text::iso(*date))) *field = text::iso(*date);
  }
}

// "Latin American presidents": where a country's name takes too few words, the office behind it gives one away. False
// where it has none to give.
bool lengthen_country(const Pattern& pattern, Slots* slots) {
  std::string *country = nullptr, *office = nullptr;
  for (auto& [name, words] : *slots) {
    const Slot* slot = pattern.slot(name);
    if (slot != nullptr && slot->kind == SlotKind::country) country = &words;
    if (slot != nullptr && slot->kind == SlotKind::office) office = &words;
  }
  if (country == nullptr || office == nullptr) return false;
  const std::size_t space = office->find(' ');
  if (space == std::string::npos) return false;
  *country += " " + office->substr(0, space);
  office->erase(0, space + 1);
  return true;
}

std::optional<Query> fits(const Rule& rule, const Worded& asked, const Verbs& verbs, const text::Date& today) {
  for (const Pattern& pattern : rule.patterns) {
    auto slots = pattern.match(asked.question, asked.words, verbs);
    if (!slots) continue;
    do {
      if (auto query = fill(rule, pattern, *slots, verbs, today)) {
        look_ahead(asked.question, today, &*query);
        return query;
      }
    } while (lengthen_country(pattern, &*slots));
  }
  return std::nullopt;
}

// "In May 2010 who did Clinton call" → "who did Clinton call In May 2010"; "please tell me who called" → "who called".
// Empty if nothing of the kind stands in front.
std::string moved(const std::string& question) {
  static const RE2 front(
      "(?i)((?:in|on|since|after|before|between|during|last|this|from|until|yesterday|today|at|following|ahead "
      "of|prior to) .*?)"
      "((?:(?:(?:with|to|by) )?wh(?:o|om|ich|at|en|ere)|how|did|has|have|will|was|were) .*)");
  static const RE2 polite(
      "(?i)(?:please |(?:can|could|would) you |do you know |tell me |show me |i want to know |i would like to know "
      "|and )+"
      "(.*)");
  std::string head, rest;
  if (RE2::FullMatch(question, polite, &rest)) return rest;
  if (RE2::FullMatch(question, front, &head, &rest)) return rest + head;
  return "";
}

// Adds what the rules make of the question, one reading a rule, until there are `most`.
void read_with(const RuleFile& file, const std::string& question, const text::Date& today, bool would, std::size_t most,
               std::vector<Reading>* out) {
  const std::vector<Worded> readings = worded(question, file.verbs, would);
  for (const Rule& rule : file.rules) {
    for (const Worded& asked : readings) {
      if (out->size() >= most) return;
      auto query = fits(rule, asked, file.verbs, today);
      if (!query) continue;
      out->push_back({std::move(*query), rule.id, rule.meaning});
      break;
    }
  }
}

// "Who met Putin after Blinken did": two questions in one.
std::optional<Reading> read_in_order(const RuleFile& file, const std::string& question, const text::Date& today) {
  const auto plain = [&](const std::string& part) -> std::optional<Reading> {
    std::vector<Reading> found;
    read_with(file, part, today, false, 1, &found);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
  };
  return read_ordered(question, plain, [&](const std::string& words) { return parse_when(words, today).has_value(); });
}

// An event in order before others, then the question as it stands, then with its opening time moved to the end, then
// with "'d" as "would".
std::vector<Reading> read_all(const RuleFile& file, const std::string& words, const text::Date& today,
                              std::size_t most) {
  std::vector<Reading> out;
  for (const std::string& asked : {words, moved(words)}) {
    for (const bool would : {false, true}) {
      if (asked.empty() || (would && asked.find("'d ") == std::string::npos)) continue;
      if (auto ordered = would ? std::nullopt : read_in_order(file, asked, today)) return {std::move(*ordered)};
      read_with(file, asked, today, would, most, &out);
      if (!out.empty()) return out;
    }
  }
  return out;
}

void check_example(const QuestionRules& rules, const Rule& rule, const Example& example,
                   std::vector<std::string>* out) {
  Result<Reading> reading = rules.read(example.question, example.today);
  for (Reading& each : example.later ? rules.readings(example.question, example.today) : std::vector<Reading>()) {
    if (each.rule == rule.id) reading = std::move(each);
  }
  if (!reading) {
    out->push_back(fmt::format("{}: {}: \"{}\" is not understood", example.where, rule.id, example.question));
  } else if (reading->rule != rule.id) {
    out->push_back(
        fmt::format("{}: {}: \"{}\" is taken by {}", example.where, rule.id, example.question, reading->rule));
  } else if (reading->query != example.query) {
    out->push_back(fmt::format("{}: {}: \"{}\" gives {}; expected {}", example.where, rule.id, example.question,
                               to_text(reading->query), to_text(example.query)));
  }
}

}  // namespace
}  // namespace query

QuestionRules::QuestionRules(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
QuestionRules::QuestionRules(QuestionRules&&) noexcept = default;
QuestionRules& QuestionRules::operator=(QuestionRules&&) noexcept = default;
QuestionRules::~QuestionRules() = default;

Result<QuestionRules> QuestionRules::compile(const std::vector<PackFile>& files) {
  Result<query::RuleFile> file = query::load_rules(files);
  if (!file) return file.error();
  auto rep = std::make_unique<Rep>();
  rep->file = std::move(*file);
  return QuestionRules(std::move(rep));
}

Result<QuestionRules> QuestionRules::parse(std::string_view toml, std::string_view name) {
  return compile({{std::string(name), std::string(toml)}});
}

Result<Reading> QuestionRules::read(std::string_view question, std::string_view today) const {
  const auto day = text::parse_iso(today);
  if (!day || day->day == 0) {
    return Error{Cause::wrong_use, fmt::format("today \"{}\": no such day; write YYYY-MM-DD", today)};
  }
  const std::string words = query::spaced(question);
  std::vector<Reading> found = query::read_all(rep_->file, words, *day, 1);
  if (!found.empty()) return std::move(found.front());
  return Error{Cause::wrong_use, query::puzzle(rep_->file, words, *day, {})};
}

std::vector<Reading> QuestionRules::readings(std::string_view question, std::string_view today) const {
  const auto day = text::parse_iso(today);
  if (!day || day->day == 0) return {};
  return query::read_all(rep_->file, query::spaced(question), *day, rep_->file.rules.size());
}

Result<Reading> QuestionRules::read(std::string_view question, std::string_view today, const Graph& names) const {
  Result<Reading> first = read(question, today);
  if (!first || query::knows_names(names, first->query)) return first;
  // One that names somebody explains more of the question than one that takes everything for a topic.
  std::vector<Reading> known = readings(question, today);
  std::erase_if(known, [&](const Reading& each) { return !query::knows_names(names, each.query); });
  const auto named = std::find_if(known.begin(), known.end(), [](const Reading& each) {
    return !each.query.actor.empty() || !each.query.recipient.empty() || !each.query.party.empty();
  });
  if (named != known.end()) return std::move(*named);
  return known.empty() ? std::move(first) : Result<Reading>(std::move(known.front()));
}

std::string QuestionRules::puzzle(std::string_view question, std::string_view today,
                                  const std::function<std::string(std::string_view)>& known) const {
  const auto day = text::parse_iso(today);
  return day && day->day != 0 ? query::puzzle(rep_->file, query::spaced(question), *day, known) : std::string();
}

std::vector<Form> QuestionRules::forms() const {
  std::vector<Form> out;
  for (const query::Rule& rule : rep_->file.rules) {
    out.push_back({rule.form, rule.meaning, rule.examples.empty() ? "" : rule.examples[0].question, rule.common});
  }
  return out;
}

Result<Query> QuestionRules::understand(std::string_view question, std::string_view today) const {
  Result<Reading> reading = read(question, today);
  if (!reading) return reading.error();
  return std::move(reading->query);
}

std::vector<std::string> QuestionRules::check() const {
  if (rep_->is_builtin) {
    const auto whole = compile(query::builtin_question_files());
    return whole ? whole->check() : std::vector<std::string>{whole.error().message};
  }
  std::vector<std::string> failures;
  const text::Date day = *text::parse_iso("2010-05-20");
  for (const query::Rule& rule : rep_->file.rules) {
    for (const query::Pattern& pattern : rule.patterns) {
      const std::string error = pattern.error(rep_->file.verbs);
      if (!error.empty()) failures.push_back(fmt::format("{}: {}: {}", rule.where, rule.id, error));
    }
    for (const query::Example& example : rule.examples) query::check_example(*this, rule, example, &failures);
    for (const std::string& question : rule.counterexamples) {
      const auto asked = query::worded(query::spaced(question), rep_->file.verbs, false).front();
      if (const auto query = query::fits(rule, asked, rep_->file.verbs, day)) {
        failures.push_back(
            fmt::format("{}: {}: \"{}\" must not fit, but gives {}", rule.where, rule.id, question, to_text(*query)));
      }
    }
  }
  return failures;
}

}  // namespace demarche
