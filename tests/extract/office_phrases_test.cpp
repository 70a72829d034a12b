// Offices without a name that mean whoever held them on the document's day. Each row is the subject of "… met Norwegian
// diplomats.", the day, and the record's actor.
#include "extract/office_phrases.h"

#include <doctest/doctest.h>

#include "extract/record_text.h"

using namespace demarche;

namespace {

std::string actor_of(const std::string& subject, const std::string& day) {
  const std::string text = subject + " met Norwegian diplomats.";
  const std::vector<Mention> mentions = test::extractor().extract(test::document(text, day));
  return mentions.empty() || mentions[0].actor.empty() ? "nobody" : mentions[0].actor[0].identifier_text;
}

struct Row {
  const char *subject, *day, *actor;
};

constexpr Row rows[] = {
    {"Pakistan's army chief", "2010-05-13", "Ashfaq Parvez Kayani"},
    {"The CIA director", "2014-12-11", "John Brennan"},
    {"The head of Mossad", "2010-05-13", "Meir Dagan"},
    {"The White House chief of staff", "2010-05-13", "Rahm Emanuel"},
    {"The Kremlin spokesman", "2023-05-13", "Dmitry Peskov"},
    {"The World Bank president", "2023-05-13", "David Malpass"},
    {"The Federal Reserve chair", "2023-05-13", "Jerome Powell"},
    {"The Saudi crown prince", "2023-05-13", "Mohammed bin Salman"},
    {"The U.S. ambassador to Russia", "2023-05-13", "Lynne Tracy"},
    {"Russia's UN ambassador", "2023-05-13", "Vasily Nebenzya"},
    {"The UN envoy for Yemen", "2023-05-13", "Hans Grundberg"},
    {"The UN human rights chief", "2023-05-13", "Volker Türk"},
    {"The Speaker of the House", "2023-05-13", "Kevin McCarthy"},
    {"The Under Secretary of State for Political Affairs", "2023-05-13", "Victoria Nuland"},
    {"The Chancellor of the Exchequer", "2023-05-13", "Jeremy Hunt"},
    {"The chief of Russia's General Staff", "2022-05-13", "Valery Gerasimov"},
    {"The US special representative for Afghanistan and Pakistan", "2009-05-13", "Richard Holbrooke"},
    {"The Houthi leader", "2023-05-13", "Abdul-Malik al-Houthi"},
    {"The Chechen leader", "2023-05-13", "Ramzan Kadyrov"},
    {"The top U.S. commander in Afghanistan", "2010-05-13", "Stanley McChrystal"},
    {"The top U.S. commander in Syria", "2010-05-13", "U.S. top commander"},
    // One of several, another, somebody earlier, somebody of whom we know only one.
    {"A U.S. ambassador to Russia", "2023-05-13", "U.S. ambassador"},
    {"The former CIA director", "2014-12-11", "Central Intelligence Agency director"},
    {"The Turkish deputy foreign minister", "2023-05-13", "Turkish deputy foreign minister"},
    {"The British shadow foreign secretary", "2010-05-13", "British shadow foreign secretary"},
    {"The head of the UN mission", "2023-05-13", "United Nations head"},
    {"Pakistan's army chief", "1960-05-13", "Pakistan Army chief"},
};

}  // namespace

TEST_CASE("who holds an office that the text names without its holder") {
  for (const Row& row : rows) {
    const std::string subject = row.subject, day = row.day;
    CAPTURE(subject);
    CAPTURE(day);
    CHECK(actor_of(subject, day) == std::string(row.actor));
  }
}

TEST_CASE("holders on all of several days, by sex, and none without a day") {
  extract::OfficePhrases offices(*test::pack().rep().tables);
  const rules::Gazetteer& g = test::pack().rep().tables->gazetteer;
  const auto holder = [&](const char* phrase, const std::vector<std::string>& days,
                          extract::Sex sex = extract::Sex::unknown) -> std::string {
    const rules::ActorIndex found = offices.holder(phrase, days, sex);
    return found == rules::no_actor ? "nobody" : std::string(g[found].name);
  };
  CHECK(holder("the CIA director", {"2014-01-01", "2015-01-01"}) == "John Brennan");
  CHECK(holder("the CIA director", {"2012-01-01", "2015-01-01"}) == "nobody");
  CHECK(holder("the CIA director", {}) == "nobody");
  CHECK(holder("State Department spokesman", {"2012-06-01"}, extract::Sex::male) == "nobody");
  CHECK(holder("State Department spokeswoman", {"2012-06-01"}, extract::Sex::female) == "Victoria Nuland");
  CHECK(holder("the president of the IMF", {"2012-06-01"}) == "nobody");  // it has none
}
