// The built-in pack: what was compiled when the program was built, against what compiling its files gives now.
#include "demarche/pack.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "rules/embedded.h"
#include "rules/pack_compiler.h"
#include "rules/pack_data.h"
#include "rules/small_pack.h"
#include "text/hash.h"

using namespace demarche;
using namespace demarche::rules;

namespace {

std::vector<PackFile> builtin_copies() {
  std::vector<PackFile> out;
  for (const EmbeddedFile& f : builtin_files()) out.push_back({std::string(f.path), std::string(f.text)});
  return out;
}

const PackTables& built_in() {
  static const Pack pack = Pack::load().value();
  return *pack.rep().tables;
}

const PackTables& from_files() {
  static const Pack pack = Pack::compile(builtin_copies()).value();
  return *pack.rep().tables;
}

std::string refs_text(const Gazetteer& g, const NameRefs& refs) {
  std::string out;
  for (const NameRef& r : refs) {
    out += fmt::format(" {}{}{}", static_cast<int>(r.kind), r.caps_only ? "c" : "-",
                       r.actor == no_actor ? std::string_view("?") : g[r.actor].id.view());
  }
  return out;
}

// What the words of a name lead to: "" when they are no name.
std::string look_up(const Gazetteer& g, const std::vector<std::string>& words) {
  std::uint32_t node = 0;
  for (const std::string& w : words) {
    const std::uint32_t word = g.name_word(w);
    node = word ? g.step(node, word) : 0;
    if (node == 0) return "";
  }
  const NameRefs* refs = g.names_at(node);
  return refs ? refs_text(g, *refs) : "";
}

std::vector<std::string> actor_rows(const Gazetteer& g) {
  std::vector<std::string> rows;
  for (const KnownActor& a : g.actors()) {
    std::string row = fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}{}{}|{}", a.id, a.name, a.qid, a.code, a.sector,
                                  a.surname, a.adjective, a.since, a.until, to_string(a.kind), a.bloc, a.female, a.male,
                                  a.home == no_actor ? std::string_view("-") : g[a.home].id.view());
    for (const Term& t : a.terms) row += fmt::format("|{},{},{},{},{}", t.office, t.of, t.title, t.from, t.until);
    for (const Membership& m : a.members) row += fmt::format("|{},{},{}", m.state, m.from, m.until);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> rule_rows(const PackTables& t) {
  std::vector<std::string> rows;
  for (const Rule& r : t.rules) {
    rows.push_back(fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}{}{}|{}:{}", r.id, r.action, r.event, r.mode, r.meaning,
                               r.planned_event, r.plover, r.priority, r.confidence, r.reciprocal, r.presupposed,
                               r.joins, r.path, r.line));
    for (const CompiledPattern& p : r.patterns) {
      rows.push_back(fmt::format("{}|{}|{}|{}|{} {} {} {}", p.source, p.regex, p.rule, p.weight, p.first, p.slots,
                                 p.steps.size(), fmt::join(p.words, " ")));
    }
    for (const auto* list : {&r.examples, &r.counter}) {
      for (const Example& e : *list) {
        std::string row = fmt::format("{}|{}|{}", e.text, e.date, e.line);
        for (const TableString& fact : e.facts) row += fmt::format("|{}", fact);
        rows.push_back(std::move(row));
      }
    }
  }
  return rows;
}

std::vector<std::string> index_rows(const TableList<Gates>& index) {
  std::vector<std::string> rows;
  for (const Gates& gates : index) {
    std::string& row = rows.emplace_back();
    for (const Gate& g : gates)
      row += fmt::format("{} {:x} {:x} {:x} {:x} {:x};", g.pattern, g.needs.bits, g.any[0].bits, g.any[1].bits, g.first,
                         g.next);
  }
  return rows;
}

std::vector<std::string> event_rows(const PackTables& t) {
  std::vector<std::string> rows;
  for (const EventType& e : t.events) {
    std::string row = fmt::format("{}|{}|{}", e.name, e.quad, e.score);
    for (const auto& [mode, score] : e.modes) row += fmt::format("|{} {}", mode, score);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> word_rows(const PackTables& t) {
  std::vector<std::string> rows;
  for (WordId id = 0; id < t.vocabulary.size(); ++id) {
    const std::string_view word = t.vocabulary.text(id);
    const WordProps* p = t.vocabulary.find(word);
    rows.push_back(fmt::format("{}|{}|{}|{}{}{}", word, p ? p->function : 0, p ? p->id : 0, t.shown_modifier[id],
                               t.shown_adverb[id], t.event_noun[id]));
  }
  for (const Governor& g : t.vocabulary.governors) {
    rows.push_back(fmt::format("{}|{}|{}", g.id, g.keeps, to_string(g.status)));
  }
  for (const ActorNoun& n : t.vocabulary.actor_nouns) {
    rows.push_back(fmt::format("{}|{}|{}", to_string(n.kind), n.sector, n.weak));
  }
  return rows;
}

void check_same(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  REQUIRE(a.size() == b.size());
  CHECK_FALSE(a.empty());
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) FAIL_CHECK("row " << i << "\nbuilt in:   " << a[i] << "\nfrom files: " << b[i]);
  }
}

}  // namespace

TEST_CASE("both routes give the same tables") {
  const PackTables &a = built_in(), &b = from_files();
  SUBCASE("actors") { check_same(actor_rows(a.gazetteer), actor_rows(b.gazetteer)); }
  SUBCASE("rules") { check_same(rule_rows(a), rule_rows(b)); }
  SUBCASE("verbs") { check_same(index_rows(a.by_verb), index_rows(b.by_verb)); }
  SUBCASE("nouns") { check_same(index_rows(a.by_noun), index_rows(b.by_noun)); }
  SUBCASE("events") { check_same(event_rows(a), event_rows(b)); }
  SUBCASE("words") { check_same(word_rows(a), word_rows(b)); }
  SUBCASE("boilerplate") { CHECK(a.boilerplate.view() == b.boilerplate.view()); }
  SUBCASE("every byte") {
    const TableBytes bytes = compile_pack(builtin_copies(), Texts::kept).value();
    const auto* header = reinterpret_cast<const TableHeader*>(demarche_pack_data);
    REQUIRE(header->size == bytes.size);
    CHECK(std::memcmp(demarche_pack_data, bytes.data.get(), bytes.size) == 0);
  }
}

TEST_CASE("the hash is that of the files, by both routes") {
  text::StableHash h;
  for (const EmbeddedFile& f : builtin_files()) h.add(f.path).add(f.text);
  CHECK(builtin_hash() == h.hex());
  CHECK(Pack::load().value().hash() == h.hex());
  CHECK(Pack::compile(builtin_copies()).value().hash() == h.hex());
  std::vector<PackFile> changed = SmallPack().files();
  const std::string before = Pack::compile(changed).value().hash();
  changed.front().text += "\n";
  CHECK(Pack::compile(changed).value().hash() != before);
}

TEST_CASE("every actor is found by its name and its id") {
  const Gazetteer& g = built_in().gazetteer;
  for (ActorIndex i = 0; i < g.actors().size(); ++i) {
    const KnownActor& a = g[i];
    if (g.find_id(a.id) != i) FAIL_CHECK("by id: " << a.id.view());
    const std::string found = look_up(g, name_words(a.name));
    if (found.find(fmt::format("{}", a.id)) == std::string::npos) FAIL_CHECK(a.name.view() << " gives" << found);
    if (a.kind != Kind::person) continue;
    for (const Term& t : a.terms) {
      const std::string_view day = t.from.empty() ? t.until : t.from;
      const auto holders = g.holders(t.office, t.of, day);
      if (!day.empty() && std::find(holders.begin(), holders.end(), i) == holders.end()) {
        FAIL_CHECK(a.name.view() << " did not hold " << t.office.view() << " on " << day);
      }
    }
  }
}

TEST_CASE("both routes find the same names in random words") {
  const Gazetteer &a = built_in().gazetteer, &b = from_files().gazetteer;
  std::vector<std::string> words;
  for (const KnownActor& actor : a.actors()) {
    for (std::string& w : name_words(actor.name)) words.push_back(std::move(w));
  }
  std::mt19937 random(7);
  std::size_t found = 0;
  for (int i = 0; i < 20000; ++i) {
    std::vector<std::string> name;
    const std::size_t start = random() % words.size();
    for (std::size_t k = 0; k < 1 + i % 3u; ++k) {
      name.push_back(words[random() % 4 ? (start + k) % words.size() : random() % words.size()]);
    }
    const std::string in_a = look_up(a, name);
    found += !in_a.empty();
    if (in_a != look_up(b, name)) FAIL_CHECK(fmt::format("{}", fmt::join(name, " ")));
  }
  CHECK(found > 1000);  // else the words were no test
}

TEST_CASE("a folder lies over the built-in pack") {
  const auto folder =
      std::filesystem::temp_directory_path() / fmt::format("demarche_overlay_{}", std::random_device()());
  std::filesystem::create_directories(folder / "offices");
  std::ofstream(folder / "offices" / "mine.toml")
      << "[[person]]\nid = \"p.zora-example\"\nname = \"Zora Qxample\"\ncountry = \"TUR\"\ngender = \"f\"\n";
  const Pack pack = Pack::load(folder.string()).value();
  const Gazetteer& g = pack.rep().tables->gazetteer;
  CHECK(look_up(g, {"zora", "qxample"}) == " 0-p.zora-example");
  CHECK(look_up(built_in().gazetteer, {"zora", "qxample"}).empty());
  CHECK(g.actors().size() == built_in().gazetteer.actors().size() + 1);
  CHECK(pack.hash() != builtin_hash());

  std::ofstream(folder / "offices" / "mine.toml") << "[[person]]\nid = \"p.zora-example\"\n";
  CHECK(Pack::load(folder.string()).error().message == "offices/mine.toml:1: an actor needs \"id\" and \"name\"");
  CHECK(Pack::load(folder.string()).error().cause == Cause::bad_rules);
  std::filesystem::remove_all(folder);
}

TEST_CASE("clones share tables") {
  const Pack pack = SmallPack().compile();
  const Pack copy = pack.clone();
  CHECK(copy.rep().tables == pack.rep().tables);
  CHECK(copy.hash() == pack.hash());
}

TEST_CASE("the boilerplate expression is compiled once, whichever thread asks first") {
  const Pack pack = Pack::load().value();
  std::array<const RE2*, 4> seen{};
  std::vector<std::thread> threads;
  for (const RE2*& s : seen) threads.emplace_back([&] { s = pack.rep().boilerplate(); });
  for (std::thread& t : threads) t.join();
  for (const RE2* s : seen) CHECK(s == seen[0]);
  REQUIRE(pack.rep().boilerplate() != nullptr);
  CHECK(pack.rep().boilerplate()->ok());
  CHECK(RE2::PartialMatch("Sponsored Links by Taboola", *pack.rep().boilerplate()));
  CHECK_FALSE(RE2::PartialMatch("Clinton met Davutoglu in Ankara.", *pack.rep().boilerplate()));
}

TEST_CASE("compile_pack stops at an error with file and line") {
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("demarche_pack_{}", std::random_device()());
  std::filesystem::create_directories(folder / "actors");
  std::ofstream(folder / "actors" / "states.toml") << "[[state]]\nid = \"TUR\"\nnam = \"Turkey\"\n";
  const std::string command = fmt::format("'{}/src/rules/compile_pack' '{}' '{}/pack.bin' 2>&1", DEMARCHE_BINARY_DIR,
                                          folder.string(), folder.string());
  std::FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string said;
  for (int c; (c = std::fgetc(pipe)) != EOF;) said += static_cast<char>(c);
  CHECK(::pclose(pipe) != 0);
  CHECK(said == folder.string() + "/actors/states.toml:3: unknown key \"nam\"; did you mean \"name\"?\n");
  CHECK_FALSE(std::filesystem::exists(folder / "pack.bin"));
  std::filesystem::remove_all(folder);
}
