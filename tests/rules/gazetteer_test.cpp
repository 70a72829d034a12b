#include "rules/gazetteer.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "rules/gazetteer_builder.h"

using namespace demarche;
using namespace demarche::rules;

namespace {

// Two ministers of one office, two Clintons, a state and an acronym.
class Sample {
 public:
  Sample() {
    GazetteerBuilder b;
    add(&b, {.id = "TUR", .name = "Turkey", .code = "TUR", .kind = Kind::state}, NameKind::full);
    b.add_name("Turkish", NameKind::adjective, 0);
    add(&b,
        person("p.babacan", "Ali Babacan",
               {{"foreign-minister", "TUR", "Foreign Minister", "2007-08-29", "2009-05-01"}}),
        NameKind::full);
    add(&b,
        person("p.davutoglu", "Ahmet Davutoğlu",
               {{"foreign-minister", "TUR", "Foreign Minister", "2009-05-01", "2014-08"},
                {"head-of-government", "TUR", "Prime Minister", "2014-08-28", "2016"}}),
        NameKind::full);
    add(&b,
        person("p.bill-clinton", "Bill Clinton", {{"head-of-state", "USA", "President", "1993-01-20", "2001-01-20"}}),
        NameKind::full);
    add(&b,
        person("p.hillary-clinton", "Hillary Clinton", {{"foreign-minister", "USA", "Secretary of State", "2009", ""}}),
        NameKind::full);
    add(&b, {.id = "org.who", .name = "WHO", .kind = Kind::organisation}, NameKind::full);
    b.add_name("World Health Organization", NameKind::full, 5);
    b.add_name("Clinton", NameKind::ambiguous, 3);
    b.add_name("Clinton", NameKind::ambiguous, 4);
    b.add_name("...", NameKind::full, 5);
    TableWriter writer;
    const auto root = writer.allocate<Gazetteer>(1);
    b.write(&writer, root);
    bytes_ = writer.finish(root);
  }

  const Gazetteer& operator*() const { return *table_root<Gazetteer>(bytes_.data.get()); }

  std::string holders(std::string_view office, std::string_view of, std::string_view day) const {
    std::string out;
    for (const ActorIndex a : (**this).holders(office, of, day)) out += fmt::format(" {}", (**this)[a].id);
    return out;
  }

  std::string named(std::string_view name) const {
    std::uint32_t node = 0;
    for (const std::string& w : name_words(name)) {
      node = (**this).step(node, (**this).name_word(w));
      if (node == 0) return "no step";
    }
    const NameRefs* refs = (**this).names_at(node);
    if (!refs) return "no name";
    std::string out;
    for (const NameRef& r : *refs) out += fmt::format(" {}{}", (**this)[r.actor].id, r.caps_only ? " in capitals" : "");
    return out;
  }

 private:
  static ActorSource person(std::string id, std::string name, std::vector<TermSource> terms) {
    ActorSource a;
    a.surname = name.substr(name.rfind(' ') + 1);
    a.id = std::move(id);
    a.name = std::move(name);
    a.kind = Kind::person;
    a.terms = std::move(terms);
    return a;
  }
  static void add(GazetteerBuilder* b, ActorSource a, NameKind kind) {
    const std::string name = a.name;
    b->add_name(name, kind, b->add(std::move(a)));
  }

  TableBytes bytes_;
};

}  // namespace

TEST_CASE("who held an office on a day") {
  const Sample g;
  CHECK(g.holders("foreign-minister", "TUR", "2008-01-01") == " p.babacan");
  CHECK(g.holders("foreign-minister", "TUR", "2009-05-01") == " p.babacan p.davutoglu");  // the day of the change
  CHECK(g.holders("foreign-minister", "TUR", "2010") == " p.davutoglu");
  CHECK(g.holders("foreign-minister", "TUR", "2014-08-31") == " p.davutoglu");  // "2014-08" covers the month
  CHECK(g.holders("foreign-minister", "TUR", "2014-09-01") == "");
  CHECK(g.holders("foreign-minister", "TUR", "2007-08-28") == "");
  CHECK(g.holders("foreign-minister", "USA", "2050-01-01") == " p.hillary-clinton");  // an open end
  CHECK(g.holders("foreign-minister", "USA", "2009-01-01") == " p.hillary-clinton");
  CHECK(g.holders("foreign-minister", "USA", "2008-12-31") == "");
  CHECK(g.holders("foreign-minister", "TUR", "") == "");
  CHECK(g.holders("mayor", "TUR", "2010-01-01") == "");
  CHECK(g.holders("foreign-minister", "XXX", "2010-01-01") == "");
}

TEST_CASE("in office on a day, or within a year of it") {
  const Sample g;
  const ActorIndex bill = (*g).find_id("p.bill-clinton");
  CHECK((*g).in_office(bill, "1995-05-05"));
  CHECK((*g).in_office(bill, "2002-01-19"));
  CHECK_FALSE((*g).in_office(bill, "2002-01-21"));
  CHECK((*g).in_office(bill, "1992-01-21"));
  CHECK_FALSE((*g).in_office(bill, "1992-01-19"));
  CHECK((*g).in_office(bill, ""));
  CHECK_FALSE((*g).in_office(bill, "soon"));  // no date: no exception
  CHECK_FALSE((*g).in_office((*g).find_id("TUR"), ""));
}

TEST_CASE("surnames and given names are folded") {
  const Sample g;
  const auto* clintons = (*g).by_surname("clinton");
  REQUIRE(clintons != nullptr);
  REQUIRE(clintons->size() == 2);
  CHECK((*g)[(*clintons)[0]].id == "p.bill-clinton");
  CHECK((*g)[(*clintons)[1]].id == "p.hillary-clinton");
  CHECK((*g).by_surname("davutoglu") != nullptr);
  CHECK((*g).by_surname("Clinton") == nullptr);
  CHECK((*g).by_surname("turkey") == nullptr);
  CHECK((*g).is_given_name("ahmet"));
  CHECK((*g).is_given_name("hillary"));
  CHECK_FALSE((*g).is_given_name("clinton"));
  CHECK_FALSE((*g).is_given_name("turkey"));
}

TEST_CASE("names step by step") {
  const Sample g;
  CHECK(g.named("Turkey") == " TUR");
  CHECK(g.named("Turkish") == " TUR");
  CHECK(g.named("Ahmet Davutoglu") == " p.davutoglu");
  CHECK(g.named("AHMET DAVUTOĞLU") == " p.davutoglu");
  CHECK(g.named("Ahmet") == "no name");
  CHECK(g.named("Ahmet Clinton") == "no step");
  CHECK(g.named("Davutoglu") == "no step");
  CHECK(g.named("Clinton") == " p.bill-clinton p.hillary-clinton");
  CHECK(g.named("WHO") == " org.who in capitals");
  CHECK(g.named("World Health Organization") == " org.who");
  CHECK(g.named("World Health") == "no name");
  CHECK((*g).name_word("nobody") == 0);
  CHECK((*g).step(0, 0) == 0);
  CHECK((*g).step(0, 999999) == 0);
  CHECK((*g).names_at(0) == nullptr);
}

TEST_CASE("a name's words") {
  const auto words = [](std::string_view name) { return fmt::format("{}", fmt::join(name_words(name), "|")); };
  CHECK(words("U.S.") == "us");
  CHECK(words("Côte d'Ivoire") == "cote|d'ivoire");
  CHECK(words("Ban Ki-moon") == "ban|ki-moon");
  CHECK(words("Ernst & Young") == "ernst|&|young");
  CHECK(words("P5+1") == "p5+1");
  CHECK(words("F. W. de Klerk") == "f|w|de|klerk");
  CHECK(words("...") == "");
}

TEST_CASE("ids") {
  const Sample g;
  CHECK((*g)[(*g).find_id("p.babacan")].name == "Ali Babacan");
  CHECK((*g).find_id("p.nobody") == no_actor);
  CHECK((*g).find_id("") == no_actor);
}

TEST_CASE("an empty gazetteer finds nothing") {
  TableWriter writer;
  const auto root = writer.allocate<Gazetteer>(1);
  GazetteerBuilder().write(&writer, root);
  const TableBytes bytes = writer.finish(root);
  const Gazetteer& g = *table_root<Gazetteer>(bytes.data.get());
  CHECK(g.find_id("TUR") == no_actor);
  CHECK(g.by_surname("x") == nullptr);
  CHECK(g.name_word("x") == 0);
  CHECK(g.step(0, 1) == 0);
  CHECK(g.holders("a", "b", "2010").empty());
}
