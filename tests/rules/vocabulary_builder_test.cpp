#include "rules/vocabulary_builder.h"

#include <doctest/doctest.h>

using namespace demarche;
using namespace demarche::rules;

namespace {

constexpr std::string_view functions = "determiner = [\"the\"]\nbe = [\"be\", \"is\"]\nmodal = [\"will\"]\n";

constexpr std::string_view nouns = R"(
[[nouns]]
kind = "person"
sector = "GOV"
words = ["minister", "official"]
[[nouns]]
kind = "group"
sector = "REB"
words = ["rebel", "official"]
[weak]
words = ["official"]
)";

constexpr std::string_view titles = R"(
[office]
foreign-minister = ["minister"]
senator = ["senator"]
[title]
rank = ["general"]
honorific = ["mr"]
abbreviated = [["sen", "senator"]]
)";

constexpr std::string_view times = R"(
months = { may = 5 }
weekdays = { thursday = 4 }
days = { yesterday = -1, today = 0 }
units = { fortnight = "week" }
)";

constexpr std::string_view governors = R"(
[[governor]]
id = "plan"
status = "planned"
verbs = ["plan"]
[[governor]]
id = "urge"
subject = "object"
status = "possible"
content = true
verbs = ["urge", "plan"]
[[speech]]
id = "say"
verbs = ["say"]
[hedges]
possible = ["reportedly"]
[modals]
planned = ["will"]
[plans]
nouns = ["plan"]
)";

class Words {
 public:
  Words() {
    for (const std::string_view file : {std::string_view("[sets]\nphone = [\"phone\", \"telephone\"]\n"),
                                        std::string_view("never_ends = [\"mr\"]\nmay_end = [\"inc\"]\n"), functions,
                                        nouns, titles, times, governors}) {
      auto toml = parse_toml(file, "lexicon/w.toml");
      REQUIRE(toml.ok());
      const auto loaded = builder_.load(*toml, "lexicon/w.toml");
      REQUIRE_MESSAGE(loaded.ok(), loaded.error().message);
    }
    TableWriter writer;
    const auto root = writer.allocate<Vocabulary>(1);
    builder_.write(&writer, root);
    bytes_ = writer.finish(root);
  }

  const Vocabulary& operator*() const { return *table_root<Vocabulary>(bytes_.data.get()); }
  const Vocabulary* operator->() const { return &**this; }
  const WordProps& operator[](std::string_view word) const {
    static const WordProps none;
    const WordProps* found = (*this)->find(word);
    return found ? *found : none;
  }

 private:
  VocabularyBuilder builder_;
  TableBytes bytes_;
};

}  // namespace

TEST_CASE("word classes") {
  const Words w;
  CHECK(w["the"].function == determiner);
  CHECK(w["is"].function == be);
  CHECK(w["will"].function == modal);
  CHECK(w["will"].modal_planned);
  CHECK_FALSE(w["will"].modal_possible);
  CHECK(w->find("The") == nullptr);
  CHECK(w->find("unheard-of") == nullptr);
}

TEST_CASE("actor nouns: the first class wins") {
  const Words w;
  REQUIRE(w["official"].actor_noun != 0);
  const ActorNoun& official = w->actor_nouns[w["official"].actor_noun - 1u];
  CHECK(official.kind == Kind::person);
  CHECK(official.sector == "GOV");
  CHECK(official.weak);
  const ActorNoun& rebel = w->actor_nouns[w["rebel"].actor_noun - 1u];
  CHECK(rebel.kind == Kind::group);
  CHECK(rebel.sector == "REB");
  CHECK_FALSE(rebel.weak);
}

TEST_CASE("titles") {
  const Words w;
  CHECK(w["minister"].title == office_head);
  CHECK(w->office_categories[w["minister"].office - 1u] == "foreign-minister");
  CHECK(w["general"].title == rank);
  CHECK(w["sen"].title == office_head);
  CHECK(w["sen"].office == w["senator"].office);
  REQUIRE(w->spelled_out("sen") != nullptr);
  CHECK(*w->spelled_out("sen") == "senator");
  CHECK(w->spelled_out("senator") == nullptr);
}

TEST_CASE("words of time") {
  const Words w;
  CHECK(w["may"].month == 5);
  CHECK(w["fourth"].nth == 4);
  CHECK(w["thirty-first"].nth == 31);
  CHECK(w["four"].nth == 0);
  CHECK(w["thursday"].weekday == 4);
  CHECK(w["yesterday"].is_day);
  CHECK(w["yesterday"].day == -1);
  CHECK(w["today"].is_day);
  CHECK_FALSE(w["thursday"].is_day);
  CHECK(w["fortnight"].unit == TimeUnit::week);
  CHECK(w["fortnights"].unit == TimeUnit::week);
}

TEST_CASE("governors and speech") {
  const Words w;
  const Governor& plan = w->governors[w["plan"].governor - 1u];
  CHECK(plan.id == "plan");
  CHECK_FALSE(plan.keeps);
  CHECK(plan.status == Status::planned);
  CHECK(w["plan"].plan_noun);
  const Governor& urge = w->governors[w["urge"].object_governor - 1u];
  CHECK(urge.subject == Subject::object);
  CHECK(urge.content);
  CHECK(w["urge"].governor == 0);
  CHECK(w["plan"].object_governor == w["urge"].object_governor);
  CHECK(w->speech[w["say"].speech - 1u].keeps);
  CHECK(w["reportedly"].hedge);
}

TEST_CASE("sets, numbers and abbreviations") {
  const Words w;
  REQUIRE(w->set("phone") != nullptr);
  REQUIRE(w->set("phone")->size() == 2);
  CHECK((*w->set("phone"))[1] == "telephone");
  CHECK(w->set("fax") == nullptr);
  CHECK(w->text(0).empty());
  for (const char* word : {"the", "plan", "urge", "say"}) {
    CHECK(w[word].id != 0);
    CHECK(w->text(w[word].id) == word);
  }
  CHECK(w["rebel"].id == 0);  // no rule mentions it
  REQUIRE(w->abbreviations.size() == 2);
  CHECK(w->abbreviations[0].word == "inc");
  CHECK(w->abbreviations[0].ends == text::Abbreviations::Class::may_end);
  CHECK(w->abbreviations[1].ends == text::Abbreviations::Class::never_ends);
}

TEST_CASE("a word is numbered once") {
  VocabularyBuilder b;
  const WordId call = b.intern("call");
  CHECK(call == 1);
  CHECK(b.intern("phone") == 2);
  CHECK(b.intern("call") == call);
  CHECK(b.size() == 3);
}
