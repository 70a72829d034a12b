// Patterns on small tapes: a row is a pattern, a tape, and what it binds.
#include "rules/pattern.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

#include "rules/pattern_regex.h"
#include "rules/regex.h"
#include "rules/slot_program.h"
#include "rules/tape_code.h"

using namespace demarche::rules;

namespace {

// One vocabulary for patterns and tapes.
class Bench {
 public:
  Bench() {
    auto sets = parse_toml("[sets]\nphone = [\"phone\", \"telephone\"]\n", "lexicon/sets.toml");
    REQUIRE(sets.ok());
    REQUIRE(words_.load(*sets, "lexicon/sets.toml").ok());
    auto classes = parse_toml("determiner = []\npreposition = [\"down\"]\nadverb = [\"back\", \"down\"]\n",
                              "lexicon/function_words.toml");
    REQUIRE(classes.ok());
    REQUIRE(words_.load(*classes, "lexicon/function_words.toml").ok());
  }

  bool compile(std::string_view pattern) {
    code_ = {};
    error_.clear();
    return compile_pattern(pattern, &words_, &code_, &mentioned_, &error_);
  }

  // Items: kind, then ":word", then "/detail"; "A/p V:call/f A/s". An item's name in bindings is its number.
  std::string run(std::string_view pattern, const std::string& tape) {
    if (!compile(pattern)) return error_;
    const std::vector<TapeCode> items = write(tape);
    const SlotProgram program = program_of(code_.tree);
    SlotMatch match;
    if (!SlotMatcher().match(program.steps, program.words.data(), items, &match)) return "no";
    std::string out = "yes";
    for (const Slot slot : {Slot::x, Slot::y, Slot::z, Slot::both, Slot::topic, Slot::negated}) {
      const auto& range = match[slot];
      if (!range.bound()) continue;
      out += fmt::format(" {}={}", group_of(slot), range.first);
      if (range.last > range.first + 1) out += fmt::format("-{}", range.last - 1);
    }
    return out;
  }

  std::string words(const std::vector<WordId>& ids) {
    std::string out;
    for (const WordId id : ids) {
      for (const char* w : {"call", "phone", "telephone", "hold", "talk", "visit", "to", "in"}) {
        if (words_.intern(w) == id) out += std::string(" ") + w;
      }
    }
    return out;
  }

  const PatternCode& code() const { return code_; }
  const MentionedWords& mentioned() const { return mentioned_; }

 private:
  std::vector<TapeCode> write(const std::string& tape) {
    std::vector<TapeCode> codes;
    std::istringstream items(tape);
    for (std::string item; items >> item;) {
      const std::size_t slash = item.find('/'), colon = item.find(':');
      const std::string word = colon == std::string::npos ? "" : item.substr(colon + 1, slash - colon - 1);
      const char detail = slash == std::string::npos ? '-' : item[slash + 1];
      codes.push_back({kind_bit(item[0]), word.empty() ? WordId{0} : words_.intern(word), detail_bit(detail)});
    }
    return codes;
  }

  VocabularyBuilder words_;
  MentionedWords mentioned_;
  PatternCode code_;
  std::string error_;
};

}  // namespace

TEST_CASE("patterns on tapes") {
  Bench b;
  CHECK(b.run("X V:call Y", "A/p V:call/f A/s") == "yes X=0 Y=2");
  CHECK(b.run("X V:call Y", "A/p V:phone/f A/s") == "no");
  CHECK(b.run("X V:call|phone Y", "A/p V:phone/f A/s") == "yes X=0 Y=2");
  CHECK(b.run("X V:@phone Y", "A/p V:telephone/f A/s") == "yes X=0 Y=2");
  CHECK(b.run("X V:call Y", "N/x A/p V:call/f A/s") == "no");           // anchored at the start
  CHECK(b.run("X V:call Y", "A/p V:call/f A/s N/x") == "yes X=0 Y=2");  // the end is free
  CHECK(b.run("X V:call Y $", "A/p V:call/f A/s N/x") == "no");
  CHECK(b.run("X V:call Y", "A/p , A/p C:and A/p V:call/f A/s") == "yes X=0-4 Y=6");
  CHECK(b.run("X V:call Y", "A/p V:call/f P:to A/s") == "no");
  CHECK(b.run("X V:talk P:with Y", "A/p V:talk/f P:with A/s") == "yes X=0 Y=3");
  CHECK(b.run("X V:talk .. P:with Y", "A/p V:talk/f N/x P:with A/s") == "yes X=0 Y=4");
  CHECK(b.run("X V:talk .. P:with Y", "A/p V:talk/f A/x P:with A/s") == "no");  // ".." passes no actor
  CHECK(b.run("X V:talk ... P:with Y", "A/p V:talk/f A/x P:with A/s") == "yes X=0 Y=4");
  CHECK(b.run("X V:talk ... P:with Y", "A/p V:talk/f V:go/f P:with A/s") == "no");
  CHECK(b.run("X V:talk >> P:with Y", "A/p V:talk/f V:go/f P:with A/s") == "yes X=0 Y=4");
  CHECK(b.run("BOTH V:hold N:talk", "A/p C:and A/p V:hold/f N:talk/e") == "yes B=0-2");
  CHECK(b.run("X V:hold N:talk P:about T", "A/p V:hold/f N:talk/e P:about N:oil/x P:in N:gulf/x") == "yes X=0 T=4-6");
  CHECK(b.run("0 V:call Y", "E V:call/f A/s") == "yes Y=2");
  CHECK(b.run("X V:agree TO V:call Y", "A/p V:agree/f O V:call/i A/s") == "yes X=0 Y=4");
  CHECK(b.run("X V:visit DEST", "A/p V:visit/f L/s") == "yes X=0 Y=2");
  CHECK(b.run("X V:visit Y", "A/p V:visit/f L/s") == "no");
  CHECK(b.run("X's N:visit P:to DEST", "a/s N:visit/e P:to L/s") == "yes X=0 Y=3");
}

TEST_CASE("optional elements, brackets and kinds") {
  Bench b;
  CHECK(b.run("X V:meet (P:with)? Y", "A/p V:meet/f A/s") == "yes X=0 Y=2");
  CHECK(b.run("X V:meet (P:with)? Y", "A/p V:meet/f P:with A/s") == "yes X=0 Y=3");
  CHECK(b.run("X V:meet P:with? Y", "A/p V:meet/f P:with A/s") == "yes X=0 Y=3");
  CHECK(b.run("X V:go (P:to | P:into) DEST", "A/p V:go/f P:into L/s") == "yes X=0 Y=3");
  CHECK(b.run("X V:pull P:back|out P:from Y", "A/p V:pull/f R:back P:from A/s") ==
        "yes X=0 Y=4");  // only ever an adverb
  CHECK(b.run("X V:pull P:down P:from Y", "A/p V:pull/f R:down P:from A/s") == "no");
  CHECK(b.run("X V:go (P:to | P:into) DEST", "A/p V:go/f P:from L/s") == "no");
  CHECK(b.run("A:s V:call Y", "A/s V:call/f A/p") == "yes Y=2");
  CHECK(b.run("A:s V:call Y", "A/p V:call/f A/p") == "no");
  CHECK(b.run("X V:find Y R:guilty", "A/p V:find/f A/p R:guilty") == "yes X=0 Y=2");
  CHECK(b.run("X V:make N:call", "A/p V:make/f M:phone N:call/m") == "yes X=0");
  CHECK(b.run("X V:make M:phone N:call", "A/p V:make/f M:phone N:call/m") == "yes X=0");
  CHECK(b.run("X V:make M:phone N:call", "A/p V:make/f M:video N:call/m") == "no");
}

TEST_CASE("the first of two elements that bind the same binds") {
  Bench b;
  CHECK(b.run("X V:be X:p P:of Y", "A/s V:be/f A/p P:of A/s") == "yes X=0 Y=4");
  CHECK(b.run("X V:ban Y P:from DEST", "A/s V:ban/f A/p P:from L/s") == "yes X=0 Y=2");
}

TEST_CASE("what is bound on a way that fails is forgotten") {
  Bench b;
  CHECK(b.run("X V:call (Y P:in)? THAT", "A/p V:call/f A/s B") == "no");
  CHECK(b.run("X V:call (Y P:in)? NP THAT", "A/p V:call/f A/s B") == "yes X=0");
}

TEST_CASE("negation") {
  Bench b;
  CHECK(b.run("X NOT V:accept Y", "A/p ! V:accept/f A/s") == "yes X=0 Y=3 N=1");
  CHECK(b.run("X NOT V:accept Y", "A/p V:accept/f A/s") == "no");
}

TEST_CASE("what a pattern is found by") {
  Bench b;
  REQUIRE(b.compile("X V:call|phone Y"));
  CHECK(b.words(b.code().verbs) == " call phone");
  CHECK(b.code().nouns.empty());
  REQUIRE(b.compile("BOTH V:hold N:talk"));
  CHECK(b.words(b.code().verbs) == " hold");
  CHECK(b.words(b.code().needs) == " talk");
  CHECK(b.code().weight == 2);
  REQUIRE(b.compile("X's N:visit|talk P:to Y"));
  CHECK(b.code().verbs.empty());
  CHECK(b.words(b.code().nouns) == " visit talk");
  REQUIRE(b.compile("X (V:call)? V:phone Y"));  // an optional verb finds nothing
  CHECK(b.words(b.code().verbs) == " phone");
  CHECK(b.mentioned().modifiers.empty());
  REQUIRE(b.compile("X V:call M:phone N:talk R:in"));
  CHECK(b.words(b.mentioned().modifiers) == " phone");
  CHECK(b.words(b.mentioned().adverbs) == " in");
}

TEST_CASE("patterns that say nothing") {
  Bench b;
  CHECK(b.run("X Y", "A/p A/p").find("a pattern needs one to be found by") != std::string::npos);
  CHECK(b.run("", "A/p").find("a pattern needs one to be found by") != std::string::npos);
  CHECK(b.run("X Q:call Y", "A/p").find("\"Q:call\" has an unknown kind before the colon") == 0);
  CHECK(b.run("X V:call CALLED", "A/p").find("\"CALLED\" is no element") == 0);
}
