// Messages of packs that do not load.
#include "rules/pack_compiler.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>

#include "rules/small_pack.h"

using namespace demarche;

namespace {

std::string with_rule(const std::string& text) { return SmallPack().with("actions/consult.toml", text).error(); }

std::string with_pattern(const std::string& pattern) { return with_rule(SmallPack::rule("", "'" + pattern + "'")); }

}  // namespace

TEST_CASE("the small pack loads") { CHECK(SmallPack().error() == "no error"); }

TEST_CASE("broken TOML") {
  CHECK(SmallPack().with("lexicon/sets.toml", "[sets]\nphone = [\"phone\"\n").error() ==
        "lexicon/sets.toml:2: Error while parsing array: encountered end-of-file");
  CHECK(with_rule("[=[rule]]\n") ==
        "actions/consult.toml:1: Error while parsing key: expected bare key starting character or string delimiter, "
        "saw '='");
  CHECK(with_rule("[[rule]]\nid =\n") ==
        "actions/consult.toml:2: Error while parsing key-value pair: expected value, saw '\\n'");
  CHECK(with_rule("[[ruleȍ]]\n") == "actions/consult.toml:1: Error while parsing table header: expected ']', saw 'ȍ'");
}

TEST_CASE("keys that nobody knows") {
  CHECK(with_rule(SmallPack::rule("paterns = []\n")) ==
        "actions/consult.toml:9: unknown key \"paterns\"; did you mean \"patterns\"?");
  CHECK(with_rule(SmallPack::rule("colour = \"red\"\n")) == "actions/consult.toml:9: unknown key \"colour\"");
  CHECK(with_rule("[[rules]]\n") == "actions/consult.toml:1: unknown key \"rules\"; did you mean \"rule\"?");
  CHECK(SmallPack().with("offices/x.toml", "[[person]]\nid = \"p.x\"\nname = \"X\"\ncuontry = \"TUR\"\n").error() ==
        "offices/x.toml:4: unknown key \"cuontry\"; did you mean \"country\"?");
  CHECK(
      with_rule("[[rule]]\nid = \"A.b\"\naction = \"b\"\nmeaning = \"m\"\nevent = \"CONSULT\"\npatterns = ['X V:b Y']\n"
                "counter = [\"no\"]\nexamples = [\n{ txt = \"x\" }]\n") ==
      "actions/consult.toml:9: unknown key \"txt\"; did you mean \"text\"?");
}

TEST_CASE("event types, modes and statuses that nobody knows") {
  const auto with_head = [](const std::string& head) { return with_rule(SmallPack::rule("", "'X V:call Y'", head)); };
  CHECK(with_head("event = \"CONSLT\"\n") ==
        "actions/consult.toml:5: rule CONSULT.call: \"CONSLT\" is no event type of events.toml; did you mean "
        "\"CONSULT\"?");
  CHECK(with_head("event = \"FIGHT\"\n") ==
        "actions/consult.toml:5: rule CONSULT.call: \"FIGHT\" is no event type of events.toml");
  CHECK(with_head("") == "actions/consult.toml:1: rule CONSULT.call: \"\" is no event type of events.toml");
  CHECK(with_head("event = \"CONSULT\"\nmode = \"fone\"\n") ==
        "actions/consult.toml:6: rule CONSULT.call: \"fone\" is no mode of CONSULT; did you mean \"phone\"?");
  CHECK(
      with_head("event = \"CONSULT\"\nstatus = \"done\"\n") ==
      "actions/consult.toml:6: rule CONSULT.call: \"done\" is no status; known are actual, planned, possible, denied");
  CHECK(with_head("event = \"CONSULT\"\nplanned_event = \"FIGHT\"\n") ==
        "actions/consult.toml:6: rule CONSULT.call: \"FIGHT\" is no event type of events.toml");
  CHECK(with_head("event = \"CONSULT\"\nsubject = \"giver\"\n") ==
        "actions/consult.toml:6: rule CONSULT.call: \"giver\" is no role of a subject; known are actor, recipient");
}

TEST_CASE("a rule needs examples and counter-examples") {
  const std::string head =
      "[[rule]]\nid = \"A.b\"\naction = \"b\"\nevent = \"CONSULT\"\nmeaning = \"m\"\npatterns = ['X V:b Y']\n";
  const std::string needs = "actions/consult.toml:1: rule A.b: needs both \"examples\" and \"counter\" examples";
  const std::string example = "examples = [{ text = \"A b B.\", facts = [\"A > b > B\"] }]\n";
  CHECK(with_rule(head) == needs);
  CHECK(with_rule(head + example) == needs);
  CHECK(with_rule(head + "counter = [\"no\"]\n") == needs);
  CHECK(with_rule(head + example + "counter = []\n") == needs);
  CHECK(with_rule(head + example + "counter = [\"no\"]\n") == "no error");
  CHECK(with_rule(head + "counter = [\"no\"]\nexamples = [\n\"A b B.\"]\n") ==
        "actions/consult.toml:9: an example needs \"facts\"");
  CHECK(with_rule(head + "counter = [\"no\"]\nexamples = [\n{ facts = [\"A > b > B\"] }]\n") ==
        "actions/consult.toml:9: an example needs a text");
}

TEST_CASE("rules without a name, a meaning or patterns") {
  CHECK(with_rule("[[rule]]\naction = \"b\"\n") == "actions/consult.toml:1: a rule needs an \"id\"");
  CHECK(with_rule("[[rule]]\nid = \"A.b\"\naction = \"b\"\n") ==
        "actions/consult.toml:1: rule A.b: needs \"action\" and \"meaning\"");
  CHECK(with_rule(SmallPack::rule("", "")) == "actions/consult.toml:1: rule CONSULT.call: needs \"patterns\"");
  CHECK(with_rule("rule = \"CONSULT.call\"\n") ==
        "actions/consult.toml:1: \"rule\" must be a list of tables: write [[rule]]");
}

TEST_CASE("patterns that do not compile") {
  const std::string at = "actions/consult.toml:7: rule CONSULT.call: ";
  CHECK(with_pattern("X V:call V:@phone_verb Y") ==
        at + "\"@phone_verb\" is no word set; sets stand in lexicon/sets.toml");
  CHECK(with_pattern("(X V:call Y") == at + "\"(\" is never closed");
  CHECK(with_pattern("X ) V:call Y") == at + "\")\" stands outside brackets");
  CHECK(with_pattern("X V:call| Y") == "no error");
  CHECK(with_pattern("X V:call||phone Y") == at + "\"V:call||phone\" has an empty alternative");
  CHECK(with_pattern("X V: Y") == at + "\"V:\" names no word");
  CHECK(with_pattern("X V:call A:q") == at + "\"A:q\" names an unknown kind of actor; known are p n s v o g x");
  CHECK(with_pattern("X V:call A:") == at + "\"A:\" names no kind of actor; known are p n s v o g x");
  const std::string known = with_pattern("X V:call WHOM");
  CHECK(known.substr(0, known.find(';')) == at + "\"WHOM\" is no element");
}

TEST_CASE("ids that are taken") {
  CHECK(with_rule(SmallPack::rule(SmallPack::rule(""))) ==
        "actions/consult.toml:9: rule CONSULT.call stands already in actions/consult.toml:1; ids are permanent and "
        "unique");
  CHECK(SmallPack().with("actors/groups.toml", "[[group]]\nid = \"TUR\"\nname = \"Turks\"\n").error() ==
        "actors/groups.toml:1: the id \"TUR\" is taken already by Turkey; leave \"name\" out to add to it");
}

TEST_CASE("actors without what they need") {
  CHECK(
      SmallPack().with("actors/groups.toml", "\n[[group]]\nid = \"grp.a\"\nname = \"A\"\nkind = \"club\"\n").error() ==
      "actors/groups.toml:5: grp.a: \"club\" is no kind; known are person, state, government, organisation, group, "
      "other");
  CHECK(SmallPack().with("actors/groups.toml", "[[group]]\nid = \"grp.a\"\n").error() ==
        "actors/groups.toml:1: an actor needs \"id\" and \"name\"");
  CHECK(SmallPack().with("actors/groups.toml", "group = \"grp.a\"\n").error() ==
        "actors/groups.toml:1: \"group\" must be a list of tables: write [[group]]");
  CHECK(SmallPack().with("places/places.toml", "places = [\"Izmir\"]\n").error() ==
        "places/places.toml:1: \"places\" must be a table of lists by state: write [places]");
  CHECK(SmallPack().with("places/places.toml", "[places]\nTRU = [\"Izmir\"]\n").error() ==
        "places/places.toml:2: places of \"TRU\": no actor has this id");
  CHECK(SmallPack().with("places/places.toml", "[[place]]\nname = \"Izmir\"\n").error() ==
        "places/places.toml:1: a place needs \"country\"");
}

TEST_CASE("words of the wrong shape") {
  const auto with_words = [](const std::string& text) { return SmallPack().with("lexicon/w.toml", text).error(); };
  CHECK(with_words("nouns = [\"official\"]\n") ==
        "lexicon/w.toml:1: \"nouns\" must be a list of tables: write [[nouns]]");
  CHECK(with_words("title = 1\n") == "lexicon/w.toml:1: \"title\" must be a table: write [title]");
  CHECK(with_words("[months]\n[units]\nfortnight = \"moon\"\n") == "lexicon/w.toml:3: \"moon\" is no unit of time");
  CHECK(with_words("determiner = [\"the\"]\narticle = [\"a\"]\n") == "lexicon/w.toml:2: \"article\" is no word class");
  CHECK(with_words("[[governor]]\nid = \"g\"\nstatus = \"maybe\"\nverbs = []\n") ==
        "lexicon/w.toml:1: \"maybe\" is no status; known are keep, actual, planned, possible, denied");
  CHECK(SmallPack().with("boilerplate.toml", "lines = [\n'^ok$',\n'(']\n").error() ==
        "boilerplate.toml:3: \"(\": missing ): (");
}

TEST_CASE("folders") {
  CHECK(rules::read_pack_folder("/no/such").error().message == "/no/such: no such folder of rules");
  CHECK(Pack::load("/no/such").error().message == "/no/such: no such folder of rules");
}

TEST_CASE("the same files give the same bytes, in any order") {
  std::vector<PackFile> files = SmallPack().files();
  const rules::TableBytes a = rules::compile_pack(files).value();
  std::reverse(files.begin(), files.end());
  const rules::TableBytes b = rules::compile_pack(files).value();
  REQUIRE(a.size == b.size);
  CHECK(std::memcmp(a.data.get(), b.data.get(), a.size) == 0);
}

TEST_CASE("a rule arrives in the table with all that its file says") {
  const Pack pack =
      SmallPack()
          .with("actions/consult.toml",
                SmallPack::rule("reciprocal = true\nstatus = \"planned\"\npriority = 3\nconfidence = 0.7\n"
                                "subject = \"recipient\"\npresupposed = true\njoins = true\n"
                                "planned_event = \"CONSULT\"\nmode = \"phone\"\n",
                                "'X V:call Y', 'BOTH V:hold N:@call_noun'"))
          .compile();
  const rules::PackTables& t = *pack.rep().tables;
  REQUIRE(t.rules.size() == 1);
  const rules::Rule& r = t.rules[0];
  CHECK(r.id.view() == "CONSULT.call");
  CHECK(r.action.view() == "call");
  CHECK(r.event.view() == "CONSULT");
  CHECK(r.mode.view() == "phone");
  CHECK(r.meaning.view() == "X telephones Y.");
  CHECK(r.planned_event.view() == "CONSULT");
  CHECK(r.reciprocal);
  CHECK(r.status == Status::planned);
  CHECK(r.priority == 3);
  CHECK(r.confidence == 0.7);
  CHECK(r.subject == rules::SubjectRole::recipient);
  CHECK(r.presupposed);
  CHECK(r.joins);
  CHECK(r.path.view() == "actions/consult.toml");
  CHECK(r.line == 1);
  REQUIRE(r.patterns.size() == 2);
  CHECK(r.patterns[0].source.view() == "X V:call Y");
  CHECK(r.patterns[1].binds(rules::Slot::both));
  CHECK_FALSE(r.patterns[1].binds(rules::Slot::x));
  REQUIRE(r.examples.size() == 1);
  CHECK(r.examples[0].text.view() == "A called B.");
  CHECK(r.examples[0].facts[0].view() == "A > call > B");
  CHECK(r.examples[0].line == 8);
  REQUIRE(r.counter.size() == 1);
  CHECK(r.counter[0].text.view() == "She called it a day.");
}

TEST_CASE("a pattern is found by its verb, the best first") {
  const Pack pack = SmallPack()
                        .with("actions/consult.toml", SmallPack::rule("",
                                                                      "'X V:call Y', 'X V:call|ring Y P:by N:phone', "
                                                                      "'BOTH N:call'"))
                        .compile();
  const rules::PackTables& t = *pack.rep().tables;
  const auto numbers = [&](const rules::TableList<rules::Gates>& index, std::string_view word) {
    const rules::WordProps* props = t.vocabulary.find(word);
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; props && i < index[props->id].size(); ++i) out.push_back(index[props->id][i].pattern);
    return out;
  };
  CHECK(numbers(t.by_verb, "call") == std::vector<std::uint32_t>{1, 0});
  CHECK(numbers(t.by_verb, "ring") == std::vector<std::uint32_t>{1});
  CHECK(numbers(t.by_verb, "phone").empty());
  CHECK(numbers(t.by_noun, "call") == std::vector<std::uint32_t>{2});
  CHECK(t.event_noun[t.vocabulary.find("call")->id]);
  CHECK_FALSE(t.event_noun[t.vocabulary.find("ring")->id]);
}
