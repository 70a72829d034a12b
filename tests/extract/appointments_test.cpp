// Who takes or leaves which office, and since when.
#include "extract/appointments.h"

#include <doctest/doctest.h>

#include <string>

#include "extract/office_record.h"
#include "extract/record_text.h"

using namespace demarche;

namespace {

struct Row {
  std::string text, facts;  // "person > action > body: office date", a line each
};

const Row rows[] = {
    // Appointed: passive and active, with and without "as"; by whom says of what.
    {"Karl Weber was named ambassador to Oman by Germany in May 2010.",
     "Karl Weber > take office > Germany: ambassador to Oman 2010-05"},
    {"Karl Weber, who was appointed Swiss foreign minister last week, met Omar Haddad.",
     "Karl Weber > take office > Switzerland: foreign minister 2020-01-06..2020-01-12"},
    {"King Abdullah of Jordan named Omar Haddad foreign minister on Monday.",
     "Omar Haddad > take office > Jordan: foreign minister 2020-01-13"},
    {"The Senate confirmed Laura Vance as U.S. ambassador to Kenya.",
     "Laura Vance > take office > United States: ambassador to Kenya ?"},
    {"Anna Keller was elected president of the European Council in 2009.",
     "Anna Keller > take office > European Council: president 2009"},
    {"Karl Weber was named U.N. special envoy to Syria in 2014.",
     "Karl Weber > take office > United Nations: special envoy to Syria 2014"},
    // Came into office.
    {"Kim Lee became South Korea's defence minister in 2005.",
     "Kim Lee > take office > South Korea: defence minister 2005"},
    {"Laura Vance assumed the post of foreign minister of Canada in June 2019.",
     "Laura Vance > take office > Canada: foreign minister 2019-06"},
    {"Karl Weber was sworn in as Austrian foreign minister on 3 January.",
     "Karl Weber > take office > Austria: foreign minister 2020-01-03"},
    // Moved to an organisation or a body of a state.
    {"Manuel Pinto moved last month to the National Security Council.",
     "Manuel Pinto > take office > U.S. National Security Council: official 2019-12"},
    {"Manuel Pinto joined the State Department in 1993 as a spokesman.",
     "Manuel Pinto > take office > U.S. State Department: spokesman 1993"},
    // Left.
    {"Foreign Minister Omar Haddad of Jordan resigned on Friday.",
     "Omar Haddad > leave office > Jordan: Foreign Minister 2020-01-10"},
    {"Omar Haddad resigned as Jordan's foreign minister on Monday.",
     "Omar Haddad > leave office > Jordan: foreign minister 2020-01-13"},
    {"Boris Johnson stepped down as British foreign secretary in July 2018.",
     "Boris Johnson > leave office > United Kingdom: foreign secretary 2018-07"},
    {"Lula dismissed his defence minister, Nelson Jobim, on Friday.",
     "Nelson Jobim > leave office > Brazil: defence minister 2020-01-10"},
    // One comes, the other goes.
    {"Karl Weber succeeded Anna Keller as Austrian foreign minister in December 2019.",
     "Karl Weber > take office > Austria: foreign minister 2019-12\nAnna Keller > leave office > Austria: foreign "
     "minister 2019-12"},
    {"Anna Keller was replaced by Karl Weber as secretary general of NATO in October 2019.",
     "Karl Weber > take office > NATO: secretary general 2019-10\nAnna Keller > leave office > NATO: secretary general "
     "2019-10"},
    {"Putin replaced Igor Ivanov with Sergei Lavrov as foreign minister in 2004.",
     "Sergei Lavrov > take office > Russia: foreign minister 2004\nIgor Ivanov > leave office > Russia: foreign "
     "minister 2004"},
    // Not yet, not at all, or nobody says so.
    {"Laura Vance will become Canada's ambassador to Iran next month.", ""},
    {"Karl Weber was not appointed foreign minister of Austria.", ""},
    {"Karl Weber may be named foreign minister of Austria.", ""},
    {"Canada nominated Laura Vance as ambassador to Kenya.", ""},
    {"Karl Weber became the Austrian president-elect in May.", ""},
    {"It is hard to see a case where Foreign Minister Omar Haddad of Jordan resigns.", ""},
    {"Foreign Minister Omar Haddad of Jordan resigned his seat.", ""},
    {"Foreign Minister Omar Haddad of Jordan is relieved that the talks were held.", ""},
    {"The decisions that Omar Haddad made as Jordan's foreign minister were good.", ""},
    {"Karl Weber became the first German candidate in May.", ""},
    // No office, or another one than the title says.
    {"Karl Weber was named in the report.", ""},
    {"Foreign Minister Omar Haddad of Jordan resigned from the party.", ""},
    {"Foreign Minister Omar Haddad of Jordan joined the United Nations in calling for talks.", ""},
    {"Anna Keller moved to Canada.", ""},
    {"Foreign Minister Omar Haddad of Jordan moved the talks to Oman.", ""},
    {"Lula dismissed Foreign Minister Omar Haddad's proposal.", ""},
    {"The talks became a success for Foreign Minister Omar Haddad of Jordan.", ""},
    {"Foreign Minister Omar Haddad of Jordan replaced the flag.", ""},
    {"Canada took over from Norway as chair of the council.", ""},
};

std::string office_fact(const Mention& m) { return test::fact(m) + ": " + m.actor.at(0).office + " " + test::when(m); }

}  // namespace

TEST_CASE("appointments") {
  Extractor extractor(test::pack(), {.offices = true});
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string out;
    for (const Mention& m : extractor.extract(test::document(row.text))) {
      if (!extract::tells_office(m)) continue;
      out += (out.empty() ? "" : "\n") + office_fact(m);
      CHECK(m.event.empty());
      CHECK(m.text == row.text);
      CHECK(test::cut(row.text, m.event_start, m.event_end) == m.event_text);
    }
    CHECK(out == row.facts);
  }
}

TEST_CASE("records of interactions are the same with and without appointments") {
  Extractor with(test::pack(), {.offices = true});
  for (const Row& row : rows) {
    std::vector<Mention> records = with.extract(test::document(row.text));
    std::erase_if(records, extract::tells_office);
    CHECK(test::full(records) == test::full(test::extractor().extract(test::document(row.text))));
  }
}
