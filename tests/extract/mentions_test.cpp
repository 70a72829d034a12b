// Rows: a sentence and its mentions, "words = Name (kind)", apart by " | "; places without an actor are left out, as
// are phrases that stand for nobody known.
#include "extract/mentions.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/known_gaps.h"
#include "extract/reading.h"

using namespace demarche;

namespace {

std::string mentions(const std::string& text, const std::string& date) {
  const test::Reading reading(text, date);
  std::string out;
  for (const extract::Sentence& s : reading.sentences()) {
    for (const extract::ActorMention& m : s.mentions) {
      if (m.entities.empty()) continue;
      if (!out.empty()) out += " | ";
      out += reading.words(s, m.first, m.last) + " = " + reading.names(m) + " (";
      out += to_string(reading.analysis().coreference().entities()[m.entities.front()].kind);
      out += ')';
    }
  }
  return out;
}

struct Row {
  std::string date, text, mentions;
};

const Row rows[] = {
    // where they are tells whose they are, but not of guests in a seat of organisations or behind a verb
    {"2012-01-10", "Officials in Beijing spoke.", "Officials = Chinese officials (person) | Beijing = China (state)"},
    {"2012-01-10", "Police in Malaysia spoke.", "Police = Malaysian police (group) | Malaysia = Malaysia (state)"},
    {"2012-01-10", "The government in Kabul spoke.",
     "The government = Afghanistan (state) | Kabul = Afghanistan (state)"},
    {"2012-01-10", "Ministers in Brussels spoke.", "Ministers = Ministers (person) | Brussels = Belgium (state)"},
    {"2012-01-10", "She met leaders in Paris.", "leaders = leaders (person) | Paris = France (state)"},
    // surnames of several words, alone
    {"2023-11-02", "Macron met von der Leyen.",
     "Macron = Emmanuel Macron (person) | von der Leyen = Ursula von der Leyen (person)"},
    {"2023-11-02", "Von der Leyen met Macron.",
     "Von der Leyen = Ursula von der Leyen (person) | Macron = Emmanuel Macron (person)"},
    // the leader's name before the government, and behind the forces
    {"2018-10-10", "The Trump Administration spoke.",
     "Trump = Donald Trump (person) | The Trump Administration = United States (state)"},
    {"", "The Bush administration spoke.", "Bush = Bush (person) | The Bush administration = United States (state)"},
    {"2016-10-10", "They joined the forces of President Bashar al-Assad.",
     "the forces of President Bashar al-Assad = Syrian forces (group) | President Bashar al-Assad = Bashar al-Assad "
     "(person)"},
    {"2016-10-10", "Aid groups spoke.", "Aid groups = Aid groups (group)"},
    {"2016-10-10", "The families of the hostages spoke.",
     "The families of the hostages = families of hostages (person) | the hostages = hostages (person)"},
    // parts of the world
    {"2024-01-10", "European leaders spoke.", "European leaders = European leaders (person)"},
    {"2024-01-10", "She met Asian foreign ministers.", "Asian foreign ministers = Asian foreign ministers (person)"},
    // whoever leads the delegation
    {"2023-03-10", "A delegation led by Sergei Lavrov spoke.",
     "A delegation = Sergei Lavrov (person) | Sergei Lavrov = Sergei Lavrov (person)"},
    // an office, though somebody has that name
    {"2024-01-15", "The Pope spoke.", "The Pope = Pope Francis (person)"},
    // organs of states, and names with an elision
    {"2010-05-14", "The Kenyan Ministry of Finance spoke.",
     "The Kenyan Ministry of Finance = Kenyan Ministry of Finance (government)"},
    {"2010-05-14", "She met the Bank of Guyana.",
     "the Bank of Guyana = Bank of Guyana (government) | Guyana = Guyana (state)"},
    {"2010-05-14", "Côte d’Ivoire thanked the Quai d'Orsay.",
     "Côte d’Ivoire = Ivory Coast (state) | the Quai d'Orsay = France (state)"},
    {"2013-11-05", "Hassan Nasrallah of Hezbollah spoke.",
     "Hassan Nasrallah of Hezbollah = Hassan Nasrallah (person) | Hezbollah = Hezbollah (group)"},
    // names
    {"2010-05-14", "Hillary Clinton met Sergei Lavrov.",
     "Hillary Clinton = Hillary Clinton (person) | Sergei Lavrov = Sergei Lavrov (person)"},
    {"2010-05-14", "Hillary Rodham Clinton arrived.", "Hillary Rodham Clinton = Hillary Clinton (person)"},
    {"2010-05-14", "The United States and the UK met NATO.",
     "The United States = United States (state) | the UK = United Kingdom (state) | NATO = NATO (organisation)"},
    {"2010-05-14", "The U.S. thanked the U.K. government.",
     "The U.S. = United States (state) | the U.K. government = United Kingdom (state)"},
    {"2010-05-14", "Bashar al-Assad left.", "Bashar al-Assad = Bashar al-Assad (person)"},
    {"2015-05-14", "Recep Tayyip Erdoğan spoke.", "Recep Tayyip Erdoğan = Recep Tayyip Erdogan (person)"},
    {"2015-05-14", "Recep Tayyip Erdogan spoke.", "Recep Tayyip Erdogan = Recep Tayyip Erdogan (person)"},
    {"2010-05-14", "Hamas and Hezbollah protested.", "Hamas = Hamas (group) | Hezbollah = Hezbollah (group)"},
    // titles: no list needed
    {"2010-05-14", "Turkish Foreign Minister Ahmet Davutoglu spoke.",
     "Turkish Foreign Minister Ahmet Davutoglu = Ahmet Davutoglu (person)"},
    {"2010-05-14", "Norwegian Fisheries Minister Torvald Brekkestad spoke.",
     "Norwegian Fisheries Minister Torvald Brekkestad = Torvald Brekkestad (person)"},
    {"2010-05-14", "Ambassador Ludmila Hrabak spoke.", "Ambassador Ludmila Hrabak = Ludmila Hrabak (person)"},
    {"2010-05-14", "Deputy Prime Minister Owain Fflur spoke.",
     "Deputy Prime Minister Owain Fflur = Owain Fflur (person)"},
    {"2010-05-14", "Minister of Foreign Affairs Anselm Okonjo spoke.",
     "Minister of Foreign Affairs Anselm Okonjo = Anselm Okonjo (person)"},
    {"2010-05-14", "Gen. Ramiro Tostes spoke.", "Gen. Ramiro Tostes = Ramiro Tostes (person)"},
    {"2010-05-14", "Mr. Torvald Brekkestad spoke.", "Mr. Torvald Brekkestad = Torvald Brekkestad (person)"},
    {"2010-05-14", "EU foreign policy chief Catherine Ashton spoke.",
     "EU foreign policy chief Catherine Ashton = Catherine Ashton (person)"},
    {"2010-05-14", "UN Secretary-General Ban Ki-moon spoke.",
     "UN Secretary-General Ban Ki-moon = Ban Ki-moon (person)"},
    // appositions
    {"2010-05-14", "Torvald Brekkestad, the Norwegian foreign minister, spoke.",
     "Torvald Brekkestad = Torvald Brekkestad (person)"},
    {"2010-05-14", "Torvald Brekkestad, Norway's foreign minister, spoke.",
     "Torvald Brekkestad = Torvald Brekkestad (person) | Norway = Norway (state)"},
    {"2010-05-14", "The Norwegian foreign minister, Torvald Brekkestad, spoke.",
     "The Norwegian foreign minister, Torvald Brekkestad = Torvald Brekkestad (person)"},
    {"2021-05-14", "The head of the IAEA, Rafael Grossi, spoke.",
     "the IAEA = International Atomic Energy Agency (organisation) | The head of the IAEA, Rafael Grossi = Rafael "
     "Grossi (person)"},
    // described actors
    {"2010-05-14", "Turkish officials met Iranian negotiators.",
     "Turkish officials = Turkish officials (person) | Iranian negotiators = Iranian negotiators (person)"},
    {"2010-05-14", "A senior Turkish official spoke.", "A senior Turkish official = Turkish official (person)"},
    {"2010-05-14", "20 State Department officials left.",
     "20 State Department officials = U.S. State Department officials (person)"},
    {"2010-05-14", "Rebel gunmen attacked.", "Rebel gunmen = Rebel gunmen (person)"},
    {"2010-05-14", "Two Israeli soldiers died.", "Two Israeli soldiers = Israeli soldiers (person)"},
    {"2010-05-14", "The Turkish government protested.", "The Turkish government = Turkey (state)"},
    {"2010-05-14", "The government of Turkey protested.",
     "The government of Turkey = Turkey (state) | Turkey = Turkey (state)"},
    // offices without a name
    {"2010-05-14", "The Turkish foreign minister spoke.", "The Turkish foreign minister = Ahmet Davutoglu (person)"},
    {"2010-05-14", "The U.S. president spoke.", "The U.S. president = Barack Obama (person)"},
    {"2018-05-14", "The U.S. president spoke.", "The U.S. president = Donald Trump (person)"},
    {"2010-05-14", "The president of Russia spoke.",
     "The president of Russia = Dmitry Medvedev (person) | Russia = Russia (state)"},
    {"2010-05-14", "Germany's chancellor spoke.", "Germany = Germany (state) | chancellor = Angela Merkel (person)"},
    // capitals and seats: government, or place
    {"2010-05-14", "Moscow rejected the plan.", "Moscow = Russia (state)"},
    {"2010-05-14", "The Kremlin praised Ankara.", "The Kremlin = Russia (state) | Ankara = Turkey (state)"},
    {"2010-05-14", "Ties between Washington and Beijing improved.",
     "Washington = United States (state) | Beijing = China (state)"},
    // nicknames and several bearers of a surname
    {"2010-05-14", "Lula spoke.", "Lula = Luiz Inácio Lula da Silva (person)"},
    {"2010-05-14", "Luiz Inacio \"Lula\" da Silva spoke.",
     "Luiz Inacio \"Lula\" da Silva = Luiz Inácio Lula da Silva (person)"},
    {"2010-05-14", "Bill Clinton met Hillary Clinton.",
     "Bill Clinton = Bill Clinton (person) | Hillary Clinton = Hillary Clinton (person)"},
    // owners
    {"2010-05-14", "Clinton's spokesman spoke.",
     "Clinton = Hillary Clinton (person) | spokesman = U.S. spokesman (person)"},
    {"2015-05-14", "Turkey's Erdogan spoke.", "Turkey = Turkey (state) | Erdogan = Recep Tayyip Erdogan (person)"},
    // more names and titles
    {"2015-05-14", "NATO Secretary General Jens Stoltenberg spoke.",
     "NATO Secretary General Jens Stoltenberg = Jens Stoltenberg (person)"},
    {"2015-05-14", "Russian President Vladimir Putin and Chinese President Xi Jinping spoke.",
     "Russian President Vladimir Putin = Vladimir Putin (person) | Chinese President Xi Jinping = Xi Jinping (person)"},
    {"2020-12-14", "President-elect Joe Biden spoke.", "President-elect Joe Biden = Joe Biden (person)"},
    {"2015-05-14", "Former President Jimmy Carter spoke.", "Former President Jimmy Carter = Jimmy Carter (person)"},
    {"2015-05-14", "Rebel leader Ibrahim Toukoura spoke.", "Rebel leader Ibrahim Toukoura = Ibrahim Toukoura (person)"},
    {"2015-05-14", "South Korea's unification minister, Baek Seo-jun, spoke.",
     "South Korea = South Korea (state) | unification minister, Baek Seo-jun = Baek Seo-jun (person)"},
    {"2019-05-14", "Israel Katz spoke.", "Israel Katz = Israel Katz (person)"},
    {"2015-05-14", "General Ramiro Tostes spoke.", "General Ramiro Tostes = Ramiro Tostes (person)"},
    {"2015-05-14", "Norway’s Prime Minister Torvald Brekkestad spoke.",
     "Norway = Norway (state) | Prime Minister Torvald Brekkestad = Torvald Brekkestad (person)"},
    {"2015-05-14", "The Taliban spoke.", "The Taliban = Taliban (group)"},
    {"2015-05-14", "The European Union and the African Union spoke.",
     "The European Union = European Union (organisation) | the African Union = African Union (organisation)"},
    {"2015-05-14", "The U.N. Security Council met.",
     "The U.N. Security Council = United Nations Security Council (organisation)"},
    // not actors
    {"2010-05-14", "They ate turkey with china.", ""},
    {"2010-05-14", "The Washington Post praised Oman.", "Oman = Oman (state)"},
    {"2010-05-14", "The plan failed on Monday.", ""},
    {"2010-05-14", "Trade grew in May.", ""},
    {"2010-05-14", "...", ""},
    {"2015-05-14", "Sen. Wanda Pruett spoke.", "Sen. Wanda Pruett = Wanda Pruett (person)"},
    {"2010-05-14", "French Foreign and European Affairs Minister Aubin Delcourtois spoke.",
     "French Foreign and European Affairs Minister Aubin Delcourtois = Aubin Delcourtois (person)"},
    // adjectives that share a noun
    {"2021-08-01", "The Omani and Iraqi ambassadors left.",
     "Iraqi ambassadors = Iraqi ambassadors (person) | The Omani and Iraqi ambassadors = Omani ambassadors (person)"},
    {"2021-08-01", "Iraqi and Kurdish forces advanced.",
     "Kurdish forces = Kurdish forces (group) | Iraqi and Kurdish forces = Iraqi forces (group)"},
    {"2021-08-01", "The Turkish and Russian foreign ministers left.",
     "Russian foreign ministers = Sergei Lavrov (person) | The Turkish and Russian foreign ministers = Mevlut "
     "Cavusoglu "
     "(person)"},
    // bodies and states
    {"2021-08-01", "The nation of Oman left.", "The nation of Oman = Oman (state) | Oman = Oman (state)"},
    {"2021-08-01", "The United States Government left.", "The United States Government = United States (state)"},
    {"2021-08-01", "The ASEAN Harvest Relief Fund left.",
     "The ASEAN Harvest Relief Fund = ASEAN Harvest Relief Fund (organisation)"},
    {"2021-08-01", "Central America left.", ""},
    {"2021-08-01", "UN Special Envoy on Oman Torvald Brekkestad left.",
     "UN Special Envoy on Oman Torvald Brekkestad = Torvald Brekkestad (person)"},
    // whose soldiers they are
    {"2015-05-14", "Troops loyal to Laurent Gbagbo fled.",
     "Troops loyal to Laurent Gbagbo = Laurent Gbagbo's Troops (group) | Laurent Gbagbo = Laurent Gbagbo (person)"},
    {"2015-05-14", "Crowds of Norwegians fled.", "Crowds of Norwegians = Norwegians (person)"},
};

const std::vector<Row> gaps = {
    {"2010-05-14", "The White House spoke.", "The White House = United States (state)"},
    {"2015-05-14", "Ambassadors from Norway and Oman spoke.",
     "Ambassadors from Norway and Oman = Norwegian ambassadors & Omani ambassadors (person) | Norway = Norway (state) "
     "| Oman = Oman (state)"},
};

}  // namespace

TEST_CASE("mentions") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(mentions(row.text, row.date), row.mentions);
  }
}

TEST_CASE("known gaps of mentions") {
  for (const Row& row : gaps) CHECK_GAP(mentions(row.text, row.date), row.mentions);
}

TEST_CASE("a capital in a place's role is no government") {
  const auto refers = [](const std::string& text) {
    const test::Reading r(text);
    return r.sentences().front().mentions.front().refers;
  };
  CHECK_EQ(refers("Moscow rejected the plan."), extract::Refers::capital);
  CHECK_EQ(refers("Geneva hosted the plan."), extract::Refers::place);
}
