#include <algorithm>

#include <fmt/format.h>

#include "rules/rule.h"

namespace demarche::rules {
namespace {

Result<std::vector<Example>> read_examples(const toml::table& row, std::string_view path, std::string_view key,
                                           bool with_facts) {
  std::vector<Example> out;
  const auto* list = row.get_as<toml::array>(key);
  if (!list) return out;
  for (const toml::node& node : *list) {
    Example e;
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

Result<Done> compile_patterns(const toml::table& row, Vocabulary* vocabulary, MentionedWords* mentioned, Rule* rule) {
  const auto* list = row.get_as<toml::array>("patterns");
  for (std::size_t i = 0; i < rule->patterns.size(); ++i) {
    PatternCode code;
    std::string error;
    if (!compile_pattern(rule->patterns[i], vocabulary, &code, mentioned, &error)) {
      return bad_rules(rule->path, *list->get(i), fmt::format("rule {}: {}", rule->id, error));
    }
    rule->codes.push_back(std::move(code));
  }
  return Done{};
}

Result<Rule> read_rule(const toml::table& row, std::string_view path, const std::vector<EventType>& types) {
  static const std::vector<std::string_view> keys = {"id", "action", "event", "mode", "meaning", "reciprocal", "status",
      "priority", "confidence", "patterns", "examples", "counter",
      "subject", "presupposed", "joins", "planned_event", "plover"};
  if (auto checked = check_keys(row, path, keys); !checked) return checked.error();
  Rule r;
  r.path = path;
  r.line = line_of(row);
  r.id = string_at(row, "id");
  if (r.id.empty()) return bad_rules(path, row, "a rule needs an \"id\"");
  const auto wrong = [&](std::string_view what) { return bad_rules(path, row, fmt::format("rule {}: {}", r.id, what)); };
  r.action = string_at(row, "action");
  r.event = string_at(row, "event");
  r.mode = string_at(row, "mode");
  r.meaning = string_at(row, "meaning");
  if (r.action.empty() || r.meaning.empty()) return wrong("needs \"action\" and \"meaning\"");
  const auto type = std::find_if(types.begin(), types.end(), [&](const EventType& t) { return t.name == r.event; });
  if (type == types.end()) return wrong(fmt::format("\"{}\" is no event type of events.toml", r.event));
  if (!r.mode.empty() && std::none_of(type->modes.begin(), type->modes.end(), [&](const auto& m) { return m.first == r.mode; })) {
    return wrong(fmt::format("\"{}\" is no mode of {}", r.mode, r.event));
  }
  r.reciprocal = flag_at(row, "reciprocal");
  if (const std::string word = string_at(row, "status"); !word.empty()) {
    Status status;
    if (!parse_status(word, &status)) return wrong(fmt::format("\"{}\" is no status", word));
    r.status = status;
  }
  if (const std::string word = string_at(row, "subject"); !word.empty()) {
    if (word != "actor" && word != "recipient") return wrong(fmt::format("\"{}\" is no role of a subject; known are actor, recipient", word));
    r.subject = word == "actor" ? SubjectRole::actor : SubjectRole::recipient;
  }
  r.presupposed = flag_at(row, "presupposed");
  r.joins = flag_at(row, "joins");
  r.planned_event = string_at(row, "planned_event");
  r.plover = string_at(row, "plover");
  for (const std::string& name : {r.planned_event, r.plover}) {
    const bool known = std::any_of(types.begin(), types.end(), [&](const EventType& t) { return t.name == name; });
    if (!name.empty() && !known) return wrong(fmt::format("\"{}\" is no event type of events.toml", name));
  }
  r.priority = static_cast<int>(row["priority"].value_or(0));
  r.confidence = row["confidence"].value_or(0.9);
  r.patterns = strings_at(row, "patterns");
  if (r.patterns.empty()) return wrong("needs \"patterns\"");
  auto examples = read_examples(row, path, "examples", true);
  if (!examples) return examples.error();
  auto counter = read_examples(row, path, "counter", false);
  if (!counter) return counter.error();
  if (examples->empty() || counter->empty()) return wrong("needs both \"examples\" and \"counter\" examples");
  r.examples = std::move(*examples);
  r.counter = std::move(*counter);
  return r;
}

}  // namespace

Result<Done> load_rules(const toml::table& file, std::string_view path, const std::vector<EventType>& types,
                        Vocabulary* vocabulary, MentionedWords* mentioned, std::vector<Rule>* rules) {
  if (auto checked = check_keys(file, path, {"rule"}); !checked) return checked.error();
  const auto* list = file.get_as<toml::array>("rule");
  if (!list) return Done{};
  for (const toml::node& node : *list) {
    const auto* row = node.as_table();
    if (!row) return bad_rules(path, node, "[[rule]] needs a table");
    auto rule = read_rule(*row, path, types);
    if (!rule) return rule.error();
    const auto same = [&](const Rule& r) { return r.id == rule->id; };
    if (const auto it = std::find_if(rules->begin(), rules->end(), same); it != rules->end()) {
      return bad_rules(path, node, fmt::format("rule {} stands already in {}:{}; ids are permanent and unique", rule->id, it->path, it->line));
    }
    if (auto compiled = compile_patterns(*row, vocabulary, mentioned, &*rule); !compiled) return compiled.error();
    rules->push_back(std::move(*rule));
  }
  return Done{};
}

Result<Done> load_events(const toml::table& file, std::string_view path, std::vector<EventType>* types) {
  for (const auto& [name, node] : file) {
    const auto* row = node.as_table();
    if (!row) return bad_rules(path, node, "an event type needs a table");
    EventType t;
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

Result<Done> load_contexts(const toml::table& file, std::string_view path, std::vector<Context>* contexts) {
  for (const auto& [name, node] : file) {
    if (!node.is_array()) return bad_rules(path, node, "a context needs a list of words");
    contexts->push_back({std::string(name.str()), strings_at(file, name.str())});
  }
  return Done{};
}

}  // namespace demarche::rules
