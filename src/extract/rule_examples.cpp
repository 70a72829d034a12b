#include <fmt/format.h>

#include <algorithm>

#include "demarche/extractor.h"
#include "demarche/rule_check.h"
#include "extract/marks.h"
#include "rules/pack_data.h"

namespace demarche {
namespace {

std::string names(const std::vector<Entity>& list) {
  std::string out;
  for (const Entity& e : list) out += (out.empty() ? "" : " & ") + e.identifier_text;
  return out.empty() ? "-" : out;
}

// "A > call > B", with the status behind it in brackets unless it is actual.
std::string fact(const Mention& m) {
  std::string out = fmt::format("{} > {} > {}", names(m.actor), m.action, names(m.recipient));
  if (m.status != Status::actual) out += fmt::format(" ({})", to_string(m.status));
  return out;
}

// With and without lone actors: a rule of either reading is proved.
std::vector<Mention> read(Extractor* pairs, Extractor* lone, const rules::Rule& rule, const rules::Example& example) {
  Document d;
  d.id = "example";
  if (rule.marked)
    extract::take_marks(example.text, &d);
  else
    d.text = example.text;
  d.date = example.date.empty() ? example_date : example.date.view();
  std::vector<Mention> out = pairs->extract(d);
  for (Mention& m : lone->extract(d)) {
    const bool there =
        std::any_of(out.begin(), out.end(), [&](const Mention& o) { return fact(o) == fact(m) && o.rule == m.rule; });
    if (!there) out.push_back(std::move(m));
  }
  return out;
}

std::string found_instead(const std::vector<Mention>& mentions) {
  std::string out;
  for (const Mention& m : mentions) out += fmt::format("{}{} by {}", out.empty() ? "" : "; ", fact(m), m.rule);
  return out.empty() ? "nothing" : out;
}

class Checker {
 public:
  Checker(const Pack& pack, RuleCheck* check) : pairs_(pack), lone_(pack, {.lone_actors = true}), check_(check) {}

  void run(const rules::Rule& rule) {
    ++check_->rules;
    for (const rules::Example& e : rule.examples) example(rule, e);
    for (const rules::Example& e : rule.counter) counter(rule, e);
  }

 private:
  void fail(const rules::Rule& rule, const rules::Example& e, std::string what) {
    check_->failures.push_back(
        {fmt::format("{}:{}", rule.path, e.line), std::string(rule.id), std::string(e.text), std::move(what)});
  }

  void example(const rules::Rule& rule, const rules::Example& e) {
    ++check_->examples;
    const std::vector<Mention> mentions = read(&pairs_, &lone_, rule, e);
    for (const rules::TableString& wanted : e.facts) {
      const bool there =
          std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return fact(m) == wanted; });
      if (!there) fail(rule, e, fmt::format("missing: {}; found: {}", wanted, found_instead(mentions)));
    }
    const bool fired =
        std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.rule == rule.id; });
    if (!fired) fail(rule, e, fmt::format("the rule did not fire; found: {}", found_instead(mentions)));
  }

  void counter(const rules::Rule& rule, const rules::Example& e) {
    ++check_->counter_examples;
    for (const Mention& m : read(&pairs_, &lone_, rule, e)) {
      if (m.rule == rule.id) fail(rule, e, fmt::format("must not fire, but gave: {}", fact(m)));
    }
  }

  Extractor pairs_, lone_;
  RuleCheck* check_;
};

}  // namespace

RuleCheck check_rules(const Pack& pack, std::string_view prefix) {
  RuleCheck check;
  Checker checker(pack, &check);
  for (const rules::Rule& rule : pack.rep().tables->rules) {
    if (rule.id.view().starts_with(prefix)) checker.run(rule);
  }
  return check;
}

}  // namespace demarche
