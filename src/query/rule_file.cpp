#include "query/rule_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "rules/toml_library.h"

namespace demarche::query {
namespace {

constexpr std::string_view frozen_today = "2010-05-20";  // of examples that name no other day; a Thursday

// The first fault ends the loading; everything after it is skipped.
class Loader {
 public:
  Result<RuleFile> load(const std::vector<PackFile>& all) {
    std::vector<PackFile> files;
    std::copy_if(all.begin(), all.end(), std::back_inserter(files), [](const PackFile& f) { return !is_actions(f); });
    std::vector<toml::table> tables;
    for (const PackFile& file : files) {
      try {
        tables.push_back(toml::parse(file.text, file.path));
      } catch (const toml::parse_error& error) {
        return Error{Cause::bad_rules,
                     fmt::format("{}:{}: {}", file.path, error.source().begin.line, error.description())};
      }
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
      file_ = files[i].path;
      read_keys(tables[i]);
      read_macros(tables[i]);
      read_irregular(tables[i]);
      for_each(tables[i], "verb", [&](const toml::table& t) { read_verb(t); });
      for_each(tables[i], "region", [&](const toml::table& t) { read_region(t); });
    }
    for (const PackFile& file : all) {
      if (is_actions(file)) read_actions(file.text);
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
      file_ = files[i].path;
      for_each(tables[i], "rule", [&](const toml::table& t) { read_rule(t); });
    }
    if (fault_) return Error{Cause::bad_rules, *fault_};
    return std::move(loaded_);
  }

 private:
  std::string where(const toml::node& node) const { return fmt::format("{}:{}", file_, node.source().begin.line); }

  void fail(const toml::node& node, const std::string& what) {
    if (!fault_) fault_ = where(node) + ": " + what;
  }

  void check_keys(const toml::table& table, const std::set<std::string_view>& known, std::string_view of) {
    for (const auto& [key, node] : table) {
      if (known.count(key.str()) == 0) fail(node, fmt::format("unknown key \"{}\" in {}", key.str(), of));
    }
  }

  void read_keys(const toml::table& file) {
    check_keys(file, {"macros", "irregular", "verb", "region", "rule"}, "a question file");
  }

  template <typename Read>
  void for_each(const toml::table& file, std::string_view name, Read read) {
    const toml::node* node = file.get(name);
    if (node == nullptr) return;
    if (!node->is_array_of_tables()) return fail(*node, fmt::format("\"{}\" must be written [[{}]]", name, name));
    for (const toml::node& each : *node->as_array()) {
      if (fault_) return;
      read(*each.as_table());
    }
  }

  std::string text(const toml::table& table, std::string_view name, bool required, std::string_view of) {
    const toml::node* node = table.get(name);
    if (node == nullptr) {
      if (required) fail(table, fmt::format("{} without \"{}\"", of, name));
      return "";
    }
    if (!node->is_string() || node->as_string()->get().empty()) {
      fail(*node, fmt::format("\"{}\" must be a string that is not empty", name));
      return "";
    }
    return node->as_string()->get();
  }

  std::vector<std::string> texts(const toml::table& table, std::string_view name) {
    std::vector<std::string> out;
    const toml::node* node = table.get(name);
    if (node == nullptr) return out;
    if (!node->is_array()) {
      fail(*node, fmt::format("\"{}\" must be a list of strings", name));
      return out;
    }
    for (const toml::node& each : *node->as_array()) {
      if (!each.is_string()) fail(each, fmt::format("\"{}\" must be a list of strings", name));
      out.push_back(each.value_or(std::string()));
    }
    return out;
  }

  void read_macros(const toml::table& file) {
    const toml::table* macros = file["macros"].as_table();
    if (macros == nullptr) return;
    for (const auto& [key, node] : *macros) {
      if (!node.is_string()) fail(node, fmt::format("macro \"{}\" must be a string", key.str()));
      if (!macros_.emplace(key.str(), node.value_or(std::string())).second) {
        fail(node, fmt::format("macro \"{}\" stands twice", key.str()));
      }
    }
  }

  // lemma = ["past", "participle"] of actions that are verbs themselves.
  void read_irregular(const toml::table& file) {
    const toml::node* node = file.get("irregular");
    if (node == nullptr) return;
    if (!node->is_table()) return fail(*node, "\"irregular\" must be written [irregular]");
    for (const auto& [key, forms] : *node->as_table()) {
      const std::vector<std::string> words = texts(*node->as_table(), key.str());
      if (words.size() != 2) return fail(forms, fmt::format("\"{}\" must have a past and a participle", key.str()));
      irregular_[std::string(key.str())] = {words[0], words[1]};
    }
  }

  static bool is_actions(const PackFile& file) { return file.path.rfind("actions/", 0) == 0; }

  // An action that no verb means is a verb itself, with regular forms or those of [irregular]: "greet", "break" +
  // "ties".
  void read_actions(std::string_view toml) {
    static const RE2 line(R"re((?m)^action\s*=\s*"([a-z][a-z -]*)")re");
    re2::StringPiece rest(toml.data(), toml.size());
    std::string action;
    while (RE2::FindAndConsume(&rest, line, &action)) {
      if (loaded_.verbs.find(VerbForm::base_alone, action) != nullptr) continue;
      const std::size_t space = std::min(action.find(' '), action.size());
      Verb verb;
      verb.lemma = action.substr(0, space);
      if (const auto forms = irregular_.find(verb.lemma); forms != irregular_.end()) {
        std::tie(verb.past, verb.participle) = forms->second;
      }
      if (space < action.size()) verb.objects = {action.substr(space + 1)};
      verb.particles = {"", "with"};
      verb.action = {action};
      loaded_.verbs.add(verb);
    }
  }

  void read_verb(const toml::table& table) {
    check_keys(table, {"lemma", "past", "participle", "ing", "objects", "particles", "nouns", "action", "event"},
               "a verb");
    Verb verb;
    verb.lemma = text(table, "lemma", true, "verb");
    verb.past = text(table, "past", false, "");
    verb.participle = text(table, "participle", false, "");
    verb.ing = text(table, "ing", false, "");
    verb.objects = texts(table, "objects");
    verb.particles = texts(table, "particles");
    verb.nouns = texts(table, "nouns");
    verb.action = texts(table, "action");
    verb.event = texts(table, "event");
    if (fault_) return;
    if (verb.action.empty() && verb.event.empty()) {
      return fail(table, fmt::format("verb \"{}\" has neither action nor event", verb.lemma));
    }
    const std::string taken = loaded_.verbs.add(verb);
    if (!taken.empty()) fail(table, fmt::format("\"{}\" means another action already", taken));
  }

  void read_region(const toml::table& table) {
    check_keys(table, {"name", "words", "states"}, "a region");
    Region region{text(table, "name", true, "region"), texts(table, "words"), texts(table, "states")};
    if (!fault_ && region.states.empty()) return fail(table, fmt::format("region \"{}\" without states", region.name));
    loaded_.regions.push_back(std::move(region));
  }

  void read_rule(const toml::table& table) {
    const std::string id = text(table, "id", true, "rule");
    const std::string of = fmt::format("rule \"{}\"", id);
    check_keys(table, {"id", "meaning", "form", "common", "patterns", "query", "examples", "counterexamples"}, of);
    Rule rule;
    rule.id = id;
    rule.meaning = text(table, "meaning", true, of);
    if (table.contains("common") && !table["common"].is_boolean()) return fail(table, of + ": common is true or false");
    rule.common = table["common"].value_or(false);
    rule.form = text(table, "form", true, of);
    rule.where = where(table);
    if (fault_) return;
    if (!ids_.insert(id).second) return fail(table, fmt::format("{} stands twice", of));
    read_patterns(table, of, &rule);
    read_conditions(table, of, &rule);
    read_examples(table, of, &rule);
    rule.counterexamples = texts(table, "counterexamples");
    if (!fault_ && rule.counterexamples.empty()) return fail(table, of + " without counterexamples");
    loaded_.rules.push_back(std::move(rule));
  }

  void read_patterns(const toml::table& table, const std::string& of, Rule* rule) {
    const std::vector<std::string> sources = texts(table, "patterns");
    if (!fault_ && sources.empty()) return fail(table, of + " without patterns");
    for (std::size_t i = 0; i < sources.size() && !fault_; ++i) {
      PatternFault fault;
      auto pattern = read_pattern(sources[i], macros_, &fault);
      if (!pattern) {
        return fail(*table["patterns"][i].node(), fmt::format("{}: {}: {}", of, fault.what, fault.fragment));
      }
      rule->patterns.emplace_back(std::move(*pattern));
    }
  }

  // Calls take(flag, value, node) for each condition of a query table.
  template <typename Take>
  void each_condition(const toml::node* node, const toml::table& parent, const std::string& of, Take take) {
    if (node == nullptr) return fail(parent, of + " without \"query\"");
    if (!node->is_table()) return fail(*node, "\"query\" must be a table");
    for (const auto& [key, value] : *node->as_table()) {
      const std::string flag(key.str());
      if (const toml::array* list = value.as_array()) {
        for (const toml::node& each : *list) take(flag, each.value_or(std::string()), each);
      } else if (value.is_string()) {
        take(flag, value.value_or(std::string()), value);
      } else if (value.is_boolean()) {
        take(flag, value.value_or(false) ? "true" : "false", value);
      } else {
        fail(value, fmt::format("\"{}\" must be a string, a list of strings, true or false", flag));
      }
    }
  }

  void read_conditions(const toml::table& table, const std::string& of, Rule* rule) {
    each_condition(table.get("query"), table, of,
                   [&](const std::string& flag, std::string value, const toml::node& node) {
                     if (value.substr(0, 1) == "$") {
                       check_slot(flag, value, of, *rule, node);
                     } else {
                       Query unused;
                       const Result<Done> done = add_condition(&unused, flag, value);
                       if (!done) fail(node, fmt::format("{}: {}", of, done.error().message));
                     }
                     rule->conditions.emplace_back(flag, std::move(value));
                   });
  }

  // Some pattern must have the slot; a verb's slot gives the action and nothing else does.
  void check_slot(const std::string& flag, const std::string& value, const std::string& of, const Rule& rule,
                  const toml::node& node) {
    const Slot* slot = nullptr;
    for (const Pattern& pattern : rule.patterns) {
      if (slot == nullptr) slot = pattern.slot(value.substr(1));
    }
    if (slot == nullptr) return fail(node, fmt::format("{}: no pattern has the slot {}", of, value));
    if ((slot->kind == SlotKind::verb) != (flag == "action")) {
      fail(node, fmt::format("{}: slot {} cannot be \"{}\"", of, value, flag));
    }
  }

  void read_examples(const toml::table& table, const std::string& of, Rule* rule) {
    const toml::array* list = table["examples"].as_array();
    if (list == nullptr || list->empty()) return fail(table, of + " without examples");
    for (const toml::node& node : *list) {
      const toml::table* each = node.as_table();
      if (each == nullptr) return fail(node, of + ": an example must be a table");
      check_keys(*each, {"question", "today", "query", "later"}, "an example");
      Example example;
      example.question = text(*each, "question", true, "example");
      example.today = text(*each, "today", false, "");
      if (example.today.empty()) example.today = frozen_today;
      example.later = (*each)["later"].value_or(false);
      example.where = where(node);
      each_condition(each->get("query"), *each, "example",
                     [&](const std::string& flag, std::string value, const auto& at) {
                       const Result<Done> done = add_condition(&example.query, flag, value);
                       if (!done) fail(at, fmt::format("{}: {}", of, done.error().message));
                     });
      rule->examples.push_back(std::move(example));
    }
  }

  std::string file_;
  Macros macros_;
  std::set<std::string> ids_;
  std::map<std::string, std::pair<std::string, std::string>> irregular_;  // past and participle
  RuleFile loaded_;
  std::optional<std::string> fault_;
};

}  // namespace

bool is_question_file(std::string_view path) {
  return (path.starts_with("questions/") || path.starts_with("actions/")) && path.ends_with(".toml");
}

Result<RuleFile> load_rules(const std::vector<PackFile>& files) { return Loader().load(files); }

}  // namespace demarche::query
