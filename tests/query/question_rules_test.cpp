#include <doctest/doctest.h>
#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "query/rules.h"

using namespace demarche;

namespace {

std::string load_error(const std::string& toml) {
  const Result<QuestionRules> rules = QuestionRules::parse(toml, "mine.toml");
  return rules ? "loaded" : rules.error().message;
}

constexpr const char* good = R"([[verb]]
lemma = "call"
action = ["call"]

[[rule]]
id = "Q-who"
meaning = "Whom X called."
form = "who did X call"
patterns = ["who did {X:name} {V:base} {tail}"]
query = { want = "recipients", actor = "$X", action = "$V" }
examples = [{ question = "Who did Ban call?", query = { want = "recipients", actor = ["Ban"], action = ["call"] } }]
counterexamples = ["Who called Ban?"]
)";

std::string changed(const std::string& from, const std::string& to) {
  std::string text = good;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("the rules' own examples and counter-examples hold") {
  const std::vector<std::string> failures = question_rules().check();
  for (const std::string& failure : failures) MESSAGE(failure);
  CHECK(failures.empty());
}

TEST_CASE("the built-in rules are those of the source tree") {
  const Result<QuestionRules> rules = QuestionRules::builtin();
  REQUIRE_MESSAGE(rules.ok(), rules.error().message);
  const auto here = question_rules().read("Who did Ban call?", "2010-05-20");
  const auto there = rules->read("Who did Ban call?", "2010-05-20");
  REQUIRE(there.ok());
  CHECK(there->rule == "Q-who-did-x-action");
  CHECK(there->query == here->query);
}

TEST_CASE("every action of the pack can be asked for") {
  const Result<QuestionRules> rules = QuestionRules::builtin();
  REQUIRE(rules.ok());
  static const RE2 line(R"re((?m)^action\s*=\s*"([a-z][a-z -]*)")re");
  std::size_t actions = 0;
  for (const EmbeddedFile& file : builtin_files()) {
    if (file.path.substr(0, 8) != "actions/") continue;
    re2::StringPiece rest(file.text.data(), file.text.size());
    for (std::string action; RE2::FindAndConsume(&rest, line, &action); ++actions) {
      CAPTURE(action);
      const Result<Query> query = rules->understand("When did Ban and Kan " + action + "?", "2010-05-20");
      REQUIRE(query.ok());
      const bool has = std::count(query->action.begin(), query->action.end(), action) > 0;
      CHECK((has || !query->event.empty()));
    }
  }
  CHECK(actions > 0);
}

TEST_CASE("an action that no verb means is a verb itself") {
  const PackFile deeds{"actions/deeds.toml", "[[rule]]\naction = \"greet\"\n[[rule]]\naction = \"break ties\"\n"};
  const auto rules = QuestionRules::compile({deeds, {"mine.toml", good}});
  REQUIRE(rules.ok());
  CHECK(to_text(*rules->understand("Who did Ban greet?", "2010-05-20")) == "want=recipients actor=Ban action=greet");
  CHECK(to_text(*rules->understand("Who did Ban break ties with?", "2010-05-20")) ==
        "want=recipients actor=Ban action=\"break ties\"");
  CHECK(!QuestionRules::parse(good, "mine.toml")->understand("Who did Ban greet?", "2010-05-20").ok());
}

TEST_CASE("check() tells every failing example") {
  CHECK(QuestionRules::parse(good, "mine.toml")->check().empty());

  SUBCASE("not understood") {
    const auto rules = QuestionRules::parse(changed("Who did Ban call?", "Whom did Ban call?"), "mine.toml");
    REQUIRE(rules.ok());
    CHECK(rules->check() == std::vector<std::string>{"mine.toml:11: Q-who: \"Whom did Ban call?\" is not understood"});
  }
  SUBCASE("another query") {
    const auto rules = QuestionRules::parse(changed("actor = [\"Ban\"]", "actor = [\"Bun\"]"), "mine.toml");
    REQUIRE(rules.ok());
    CHECK(rules->check() ==
          std::vector<std::string>{"mine.toml:11: Q-who: \"Who did Ban call?\" gives want=recipients actor=Ban "
                                   "action=call; expected want=recipients actor=Bun action=call"});
  }
  SUBCASE("a counter-example that fits") {
    const auto rules = QuestionRules::parse(changed("Who called Ban?", "Who did Kan call?"), "mine.toml");
    REQUIRE(rules.ok());
    CHECK(rules->check() ==
          std::vector<std::string>{"mine.toml:5: Q-who: \"Who did Kan call?\" must not fit, but gives want=recipients "
                                   "actor=Kan action=call"});
  }
  SUBCASE("taken by an earlier rule") {
    std::string twice = good;
    std::string second = twice.substr(twice.find("[[rule]]"));
    second.replace(second.find("Q-who"), 5, "Q-two");
    const auto rules = QuestionRules::parse(twice + second, "mine.toml");
    REQUIRE(rules.ok());
    CHECK(rules->check() == std::vector<std::string>{"mine.toml:19: Q-two: \"Who did Ban call?\" is taken by Q-who"});
  }
}

TEST_CASE("a broken rule file is refused with file, line and fragment") {
  struct Row {
    std::string toml, message;
  };
  const Row rows[] = {
      {good, "loaded"},
      {changed("{X:name}", "{X:nme}"), "mine.toml:9: rule \"Q-who\": no such kind of slot: {X:nme}"},
      {changed("{X:name}", "{x:name}"), "mine.toml:9: rule \"Q-who\": a slot's name is capital letters: {x:name}"},
      {changed("{tail}", "{tale}"), "mine.toml:9: rule \"Q-who\": no such macro: {tale}"},
      {changed("{tail}", "{X:name}"), "mine.toml:9: rule \"Q-who\": slot stands twice: {X:name}"},
      {changed("{tail}", "(now|then"), "mine.toml:9: rule \"Q-who\": no closing ): (now|then"},
      {changed("{tail}", "now)"), "mine.toml:9: rule \"Q-who\": stray ): )"},
      {changed("{tail}", "{tail"), "mine.toml:9: rule \"Q-who\": no closing }: {tail"},
      {changed("\"$X\"", "\"$Y\""), "mine.toml:10: rule \"Q-who\": no pattern has the slot $Y"},
      {changed("action = \"$V\"", "about = \"$V\""), "mine.toml:10: rule \"Q-who\": slot $V cannot be \"about\""},
      {changed("want = \"recipients\", actor = \"$X\"", "want = \"all\", actor = \"$X\""),
       "mine.toml:10: rule \"Q-who\": --want \"all\": not to be had; known: interactions, actors, recipients, "
       "counterparts, dates, topics, places, countries, truth, count, evidence, offices, holders, path, timeline, "
       "profile, comparison, changes, disputes, ranking"},
      {changed("[[rule]]\n", "[[rule]]\ncommon = \"yes\"\n"), "mine.toml:5: rule \"Q-who\": common is true or false"},
      {changed("actor = [\"Ban\"]", "actr = [\"Ban\"]"),
       "mine.toml:11: rule \"Q-who\": no condition \"actr\"; nearest: actor"},
      {changed("counterexamples", "counter"), "mine.toml:12: unknown key \"counter\" in rule \"Q-who\""},
      {changed("counterexamples = [\"Who called Ban?\"]\n", ""), "mine.toml:5: rule \"Q-who\" without counterexamples"},
      {changed("examples = [{ question = \"Who did Ban call?\", query = { want = \"recipients\", actor = [\"Ban\"], "
               "action = [\"call\"] } }]\n",
               ""),
       "mine.toml:5: rule \"Q-who\" without examples"},
      {changed("meaning = \"Whom X called.\"\n", ""), "mine.toml:5: rule \"Q-who\" without \"meaning\""},
      {changed("action = [\"call\"]\n\n", "\n"), "mine.toml:1: verb \"call\" has neither action nor event"},
      {changed("[[rule]]", "[rule]"), "mine.toml:5: \"rule\" must be written [[rule]]"},
      {std::string(good) + good, "mine.toml:17: rule \"Q-who\" stands twice"},
      {changed("[[rule]]", "[[verb]]\nlemma = \"call\"\naction = [\"phone\"]\n\n[[rule]]"),
       "mine.toml:5: \"call\" means another action already"},
      {"macros = { a = \"{b}\", b = \"{a}\" }\n" + changed("{tail}", "{a}"),
       "mine.toml:10: rule \"Q-who\": macros in a circle: {a}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.toml);
    CHECK(load_error(row.toml) == row.message);
  }
}

TEST_CASE("TOML that does not parse is refused with file and line") {
  const std::string message = load_error("[[rule]]\nid = \n");
  CHECK(message.substr(0, 13) == "mine.toml:2: ");
}

TEST_CASE("a question that fits no form: what of it was recognised, and the nearest form") {
  const Result<QuestionRules> rules = QuestionRules::parse(good, "mine.toml");
  REQUIRE(rules.ok());
  const Result<Query> query = rules->understand("Why is  the sky blue?", "2010-05-20");
  REQUIRE(!query.ok());
  CHECK(query.error().cause == Cause::wrong_use);
  CHECK(query.error().message ==
        "question not understood: \"Why is the sky blue\"; recognised: Why, is; not recognised: sky, blue");
  CHECK(rules->understand("", "2010-05-20").error().message == "question not understood: \"\"");
  CHECK(rules->understand("who shouted at Ban in May", "2010-05-20").error().message ==
        "question not understood: \"who shouted at Ban in May\"; recognised: who, in May (2010-05); not recognised: "
        "shouted, Ban; nearest form: who did X call (\"Who did Ban call?\")");
  CHECK(rules->understand("who did Ban caal", "2010-05-20").error().message ==
        "question not understood: \"who did Ban caal\"; recognised: who, did; not recognised: Ban, caal (call?); "
        "nearest form: who did X call (\"Who did Ban call?\")");
  CHECK(rules->puzzle("who shouted at Ban", "2010-05-20",
                      [](std::string_view words) { return words == "Ban" ? "Ban Ki-moon" : ""; }) ==
        "question not understood: \"who shouted at Ban\"; recognised: who, Ban (Ban Ki-moon); not recognised: shouted; "
        "nearest form: who did X call (\"Who did Ban call?\")");
  CHECK(rules->understand("Who did Ban call?", "2010-05").error().message ==
        "today \"2010-05\": no such day; write YYYY-MM-DD");
  CHECK(rules->understand("Who did \xff\xfe call in \xc3?", "2010-05-20").ok());
}

TEST_CASE("the forms of the built-in rules") {
  const std::vector<Form> forms = question_rules().forms();
  CHECK(forms.size() > 80);
  for (const Form& form : forms) {
    CAPTURE(form.form);
    CHECK(!form.meaning.empty());
    CHECK(question_rules().read(form.example, "2010-05-20").ok());
  }
}

TEST_CASE("contractions are written out") {
  struct Row {
    std::string question, query;
  };
  const Row rows[] = {
      {"who'd Clinton call", "want=recipients actor=Clinton action=call"},
      {"Who'd called Clinton?", "want=actors recipient=Clinton action=call"},
      {"Who's called Clinton?", "want=actors recipient=Clinton action=call"},
      {"who\u2019s visiting Iran", "want=actors recipient=Iran action=visit status=actual,planned"},
      {"Who'll Clinton call?", "want=recipients actor=Clinton action=call status=planned"},
      {"whos visiting Iran", "want=actors recipient=Iran action=visit status=actual,planned"},
      {"Didn't Clinton call Lavrov?", "want=truth actor=Clinton recipient=Lavrov action=call"},
      {"Hasn't Clinton called Lavrov?", "want=truth actor=Clinton recipient=Lavrov action=call"},
      {"What's new since May 2010?", "want=changes since=2010-05"},
      {"Who called Clinton's envoy?", "want=actors recipient=\"Clinton's envoy\" action=call"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.question);
    const Result<Query> query = question_rules().understand(row.question, "2010-05-20");
    REQUIRE_MESSAGE(query.ok(), query.error().message);
    CHECK(to_text(*query) == row.query);
  }
}

TEST_CASE("months of a range come one after the other") {
  const auto asked = [](const std::string& question, const std::string& today) {
    return to_text(*question_rules().understand(question, today));
  };
  CHECK(asked("What changed between May and June?", "2021-07-01") == "want=changes since=2021-05 until=2021-06");
  CHECK(asked("What changed between May and June?", "2021-05-20") == "want=changes since=2020-05 until=2020-06");
  CHECK(asked("What changed between November and February?", "2021-05-20") ==
        "want=changes since=2020-11 until=2021-02");
}
