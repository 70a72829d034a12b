#include "rules/rule_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/pattern_regex.h"

namespace demarche::rules {
namespace {

using Events = std::vector<EventSource>;

Result<std::vector<ExampleSource>> read_examples(const toml::table& row, std::string_view path, std::string_view key,
                                                 bool with_facts) {
  std::vector<ExampleSource> out;
  const auto* list = row.get_as<toml::array>(key);
  if (!list) return out;
  for (const toml::node& node : *list) {
    ExampleSource e;
    e.line = line_of(node);
    if (const auto* s = node.as_string()) {
      e.text = s->get();
    } else if (const auto* t = node.as_table()) {
      if (auto checked = check_keys(*t, path, {"text", "date", "facts"}); !checked) return checked.error();
      e.text = string_at(*t, "text");
      e.date = date_at(*t, "date");
      e.facts = strings_at(*t, "facts");
    }
    if (e.text.empty()) return bad_rules(path, node, "an example needs a text");
    if (with_facts && e.facts.empty()) return bad_rules(path, node, "an example needs \"facts\"");
    out.push_back(std::move(e));
  }
  return out;
}

// One [[rule]].
class RuleReader {
 public:
  RuleReader(const toml::table& row, std::string_view path) : row_(row), path_(path) {}

  Result<RuleSource> read(const Events& types, VocabularyBuilder* vocabulary, MentionedWords* mentioned) {
    static const std::vector<std::string_view> keys = {
        "id",       "action",        "event",    "mode",     "meaning", "reciprocal", "status",
        "priority", "confidence",    "patterns", "examples", "counter", "subject",    "presupposed",
        "joins",    "planned_event", "plover",   "denies",   "marked",  "repeats"};
    if (auto checked = check_keys(row_, path_, keys); !checked) return checked.error();
    rule_.path = path_;
    rule_.line = line_of(row_);
    rule_.id = string_at(row_, "id");
    if (rule_.id.empty()) return bad_rules(path_, row_, "a rule needs an \"id\"");
    if (auto meaning = read_meaning(types); !meaning) return meaning.error();
    if (auto options = read_options(); !options) return options.error();
    if (auto patterns = read_patterns(vocabulary, mentioned); !patterns) return patterns.error();
    if (auto proof = read_proof(); !proof) return proof.error();
    return std::move(rule_);
  }

 private:
  Error wrong(const toml::node& at, std::string_view what) const {
    return bad_rules(path_, at, fmt::format("rule {}: {}", rule_.id, what));
  }

  Result<Done> read_meaning(const Events& types) {
    rule_.action = string_at(row_, "action");
    rule_.meaning = string_at(row_, "meaning");
    if (rule_.action.empty() || rule_.meaning.empty()) return wrong(row_, "needs \"action\" and \"meaning\"");
    rule_.event = string_at(row_, "event");
    rule_.mode = string_at(row_, "mode");
    rule_.planned_event = string_at(row_, "planned_event");
    rule_.plover = string_at(row_, "plover");
    rule_.denies = string_at(row_, "denies");
    for (const char* key : {"planned_event", "plover"}) {
      const std::string name = string_at(row_, key);
      if (name.empty()) continue;
      if (auto other = find_type(key, name, types); !other) return other.error();
    }
    auto type = find_type("event", rule_.event, types);
    return type ? check_mode(**type) : type.error();
  }

  Result<const EventSource*> find_type(std::string_view key, std::string_view name, const Events& types) const {
    std::vector<std::string_view> known;
    for (const EventSource& t : types) {
      if (t.name == name) return &t;
      known.push_back(t.name);
    }
    const toml::node* at = row_.get(key);
    return wrong(at ? *at : row_, fmt::format("\"{}\" is no event type of events.toml{}", name, hint_of(known, name)));
  }

  Result<Done> check_mode(const EventSource& type) const {
    std::vector<std::string_view> known;
    for (const auto& [mode, score] : type.modes) known.push_back(mode);
    if (rule_.mode.empty() || std::find(known.begin(), known.end(), rule_.mode) != known.end()) return Done{};
    return wrong(*row_.get("mode"),
                 fmt::format("\"{}\" is no mode of {}{}", rule_.mode, rule_.event, hint_of(known, rule_.mode)));
  }

  Result<Done> read_options() {
    if (const std::string word = string_at(row_, "status"); !word.empty()) {
      Status status;
      if (!parse_status(word, &status)) {
        return wrong(*row_.get("status"),
                     fmt::format("\"{}\" is no status; known are actual, planned, possible, denied", word));
      }
      rule_.status = status;
    }
    if (const std::string word = string_at(row_, "subject"); !word.empty()) {
      if (word != "actor" && word != "recipient") {
        return wrong(*row_.get("subject"),
                     fmt::format("\"{}\" is no role of a subject; known are actor, recipient", word));
      }
      rule_.subject = word == "actor" ? SubjectRole::actor : SubjectRole::recipient;
    }
    rule_.reciprocal = flag_at(row_, "reciprocal");
    rule_.presupposed = flag_at(row_, "presupposed");
    rule_.joins = flag_at(row_, "joins");
    rule_.repeats = flag_at(row_, "repeats");
    rule_.marked = flag_at(row_, "marked");
    rule_.priority = static_cast<int>(row_["priority"].value_or(0));
    rule_.confidence = row_["confidence"].value_or(0.9);
    return Done{};
  }

  Result<Done> read_patterns(VocabularyBuilder* vocabulary, MentionedWords* mentioned) {
    const auto* list = row_.get_as<toml::array>("patterns");
    if (!list || list->empty()) return wrong(row_, "needs \"patterns\"");
    for (const toml::node& node : *list) {
      PatternSource p;
      p.text = node.value_or(std::string());
      std::string error;
      p.code.marked = rule_.marked;
      if (!compile_pattern(p.text, vocabulary, &p.code, mentioned, &error)) return wrong(node, error);
      p.regex = regex_of(p.code.tree);
      if (!check_regex(p.regex, &error)) return wrong(node, fmt::format("pattern \"{}\": {}", p.text, error));
      p.program = program_of(p.code.tree);
      rule_.patterns.push_back(std::move(p));
    }
    return Done{};
  }

  Result<Done> read_proof() {
    auto examples = read_examples(row_, path_, "examples", true);
    if (!examples) return examples.error();
    auto counter = read_examples(row_, path_, "counter", false);
    if (!counter) return counter.error();
    if (examples->empty() || counter->empty()) return wrong(row_, "needs both \"examples\" and \"counter\" examples");
    rule_.examples = std::move(*examples);
    rule_.counter = std::move(*counter);
    return Done{};
  }

  const toml::table& row_;
  std::string_view path_;
  RuleSource rule_;
};

}  // namespace

Result<Done> load_rules(const toml::table& file, std::string_view path, const Events& types,
                        VocabularyBuilder* vocabulary, MentionedWords* mentioned, std::vector<RuleSource>* rules) {
  if (auto checked = check_keys(file, path, {"rule"}); !checked) return checked.error();
  if (!file.contains("rule")) return Done{};
  const auto* list = file.get_as<toml::array>("rule");
  if (!list) return bad_rules(path, *file.get("rule"), "\"rule\" must be a list of tables: write [[rule]]");
  for (const toml::node& node : *list) {
    const auto* row = node.as_table();
    if (!row) return bad_rules(path, node, "[[rule]] needs a table");
    auto rule = RuleReader(*row, path).read(types, vocabulary, mentioned);
    if (!rule) return rule.error();
    const auto same = [&](const RuleSource& r) { return r.id == rule->id; };
    if (const auto it = std::find_if(rules->begin(), rules->end(), same); it != rules->end()) {
      return bad_rules(
          path, node,
          fmt::format("rule {} stands already in {}:{}; ids are permanent and unique", rule->id, it->path, it->line));
    }
    rules->push_back(std::move(*rule));
  }
  return Done{};
}

Result<Done> load_events(const toml::table& file, std::string_view path, Events* types) {
  for (const auto& [name, node] : file) {
    const auto* row = node.as_table();
    if (!row) return bad_rules(path, node, "an event type needs a table");
    EventSource t;
    t.name = name.str();
    t.quad = static_cast<int>((*row)["quad"].value_or(0));
    t.score = (*row)["score"].value_or(0.0);
    if (const auto* modes = row->get_as<toml::table>("modes")) {
      for (const auto& [mode, score] : *modes) t.modes.emplace_back(mode.str(), score.value_or(t.score));
    }
    types->push_back(std::move(t));
  }
  return Done{};
}

Result<Done> load_contexts(const toml::table& file, std::string_view path, std::vector<ContextSource>* contexts) {
  constexpr std::size_t most = 64;  // ContextIndex::find gives them as bits
  for (const auto& [name, node] : file) {
    if (!node.is_array()) return bad_rules(path, node, "a context needs a list of words");
    if (contexts->size() == most) return bad_rules(path, node, fmt::format("more than {} contexts", most));
    contexts->push_back({std::string(name.str()), strings_at(file, name.str())});
  }
  return Done{};
}

}  // namespace demarche::rules
