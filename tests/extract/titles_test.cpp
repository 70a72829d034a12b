// Titles: rank × office × portfolio × country, military, royal and religious, before and after the name; and described
// actors with their sectors. Each row is a sentence and the actors of its first record.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "extract/record_text.h"

using namespace demarche;

namespace {

// "Name [CODE SECTOR Office]".
std::string text_of(const Entity& e) {
  return fmt::format("{} [{} {}{}{}]", e.identifier_text, e.code.empty() ? "-" : e.code, e.sector,
                     e.office.empty() ? "" : " ", e.office);
}

std::string read(const std::string& sentence) {
  const std::vector<Mention> mentions = test::extractor().extract(test::document(sentence, "2021-05-12"));
  if (mentions.empty()) return "nothing";
  std::string out;
  for (const auto* side : {&mentions[0].actor, &mentions[0].recipient}) {
    for (const Entity& e : *side) out += (out.empty() ? "" : ", ") + text_of(e);
  }
  return out;
}

struct Row {
  const char *text, *actors;
};

constexpr Row titles[] = {
    {"Deputy Assistant Secretary of State for Near Eastern Affairs Anna Keller met Jordanian officials.",
     "Anna Keller [- GOV Deputy Assistant Secretary of State for Near Eastern Affairs], Jordanian officials [JOR GOV]"},
    {"Former Kenyan Prime Minister Peter Odhiambo urged Ethiopia to hold talks.",
     "Peter Odhiambo [KEN GOV Former Kenyan Prime Minister], Ethiopia [ETH GOV]"},
    {"German State Secretary Susanne Weber met Israeli diplomats.",
     "Susanne Weber [DEU GOV State Secretary], Israeli diplomats [ISR GOV]"},
    {"Chile's president-elect, Maria Soto, met Brazilian diplomats.",
     "Maria Soto [CHL GOV president-elect], Brazilian diplomats [BRA GOV]"},
    {"Ambassador-designate Julia Stern met Kosovo officials.",
     "Julia Stern [- GOV Ambassador-designate], Kosovar officials [XKX GOV]"},
    {"Polish Undersecretary of State Marcin Nowak met Ukrainian diplomats.",
     "Marcin Nowak [POL GOV Undersecretary of State], Ukrainian diplomats [UKR GOV]"},
    {"Kenyan Cabinet Secretary for Foreign Affairs Paul Mwangi met Tanzanian officials.",
     "Paul Mwangi [KEN GOV Cabinet Secretary for Foreign Affairs], Tanzanian officials [TZA GOV]"},
    // Sent to a state or body.
    {"Acting U.S. Ambassador to the United Nations Mark Doyle criticized Russia.",
     "Mark Doyle [USA GOV Ambassador], Russia [RUS GOV]"},
    {"Norwegian Permanent Representative to NATO Lars Berg met Turkish diplomats.",
     "Lars Berg [NOR GOV Permanent Representative], Turkish diplomats [TUR GOV]"},
    {"Alternate U.S. Representative to the United Nations Robert Hale condemned Syria.",
     "Robert Hale [USA GOV Representative], Syria [SYR GOV]"},
    {"Ireland's ambassador to France's Emmanuel Macron wrote to Germany.",
     "Irish ambassador [IRL GOV], Germany [DEU GOV]"},
    // The office of a body, then the name; particles; two portfolios; titles that are somebody's surname.
    {"Chairman of the Joint Chiefs of Staff Gen. Peter Walsh met Turkish officials.",
     "Peter Walsh [USA GOV Chairman], Turkish officials [TUR GOV]"},
    {"Crown Prince and Prime Minister Salem bin Rashid bin Khaled Al Noor met Turkish officials.",
     "Salem bin Rashid bin Khaled Al Noor [- GOV Prime Minister], Turkish officials [TUR GOV]"},
    {"Abu Dhabi Crown Prince Mohammed bin Zayed met Turkish officials.",
     "Mohamed bin Zayed Al Nahyan [ARE GOV Crown Prince], Turkish officials [TUR GOV]"},
    {"Saudi Crown Prince Mohammed bin Salman bin Abdulaziz Al Saud met Turkish officials.",
     "Mohammed bin Salman [SAU GOV], Turkish officials [TUR GOV]"},
    // A known name that is another's given name.
    {"Qatari Special Envoy Fahd al-Marri met Turkish officials.",
     "Fahd al-Marri [QAT GOV Special Envoy], Turkish officials [TUR GOV]"},
    {"Qatari Minister Hussein Badrawi met Turkish officials.",
     "Hussein Badrawi [QAT GOV Minister], Turkish officials [TUR GOV]"},
    {"Ambassador Juan Carlos Robledo met Turkish officials.",
     "Juan Carlos Robledo [- GOV Ambassador], Turkish officials [TUR GOV]"},
    {"Energy Minister Abdulaziz bin Salman Al Saud met Turkish officials.",
     "Abdulaziz bin Salman [SAU GOV Energy Minister], Turkish officials [TUR GOV]"},
    {"King Hussein bin Talal met Turkish officials.", "Hussein [JOR GOV], Turkish officials [TUR GOV]"},
    {"Japanese Vice Foreign Minister Sato Takeo met Turkish officials.",
     "Sato Takeo [JPN GOV Vice Foreign Minister], Turkish officials [TUR GOV]"},
    {"Japanese Vice Foreign Minister Mori Takeo met Turkish officials.",
     "Takeo Mori [JPN GOV Vice Foreign Minister], Turkish officials [TUR GOV]"},
    {"French Foreign and European Affairs Minister Claire Dumas met Turkish officials.",
     "Claire Dumas [FRA GOV Foreign and European Affairs Minister], Turkish officials [TUR GOV]"},
    {"The Minister of Foreign Affairs of the Republic of Kazakhstan, Timur Sadykov, met Turkish officials.",
     "Timur Sadykov [KAZ GOV Minister of Foreign Affairs], Turkish officials [TUR GOV]"},
    {"Grand Mufti Karim Nasser met Turkish officials.",
     "Karim Nasser [- REL Grand Mufti], Turkish officials [TUR GOV]"},
    // Known people: the sector of the office held that day, other spellings of the surname, more middle names.
    {"Jens Stoltenberg met Turkish officials.", "Jens Stoltenberg [IGO IGO], Turkish officials [TUR GOV]"},
    {"Hassan Nasrallah met Turkish officials.", "Hassan Nasrallah [LBN REB], Turkish officials [TUR GOV]"},
    {"Sen. Ted Cruz met Turkish officials.", "Ted Cruz [USA LEG Sen.], Turkish officials [TUR GOV]"},
    {"Spanish Prime Minister Pedro Sánchez met Turkish officials.",
     "Pedro Sánchez [ESP GOV Prime Minister], Turkish officials [TUR GOV]"},
    {"Colombian Defense Minister Pedro Sánchez met Turkish officials.",
     "Pedro Sánchez [COL GOV Defense Minister], Turkish officials [TUR GOV]"},
    {"President Zelenskiy met Turkish officials.",
     "Volodymyr Zelensky [UKR GOV President], Turkish officials [TUR GOV]"},
    {"Egyptian Foreign Minister Sameh Hassan Shoukry met Turkish officials.",
     "Sameh Shoukry [EGY GOV Foreign Minister], Turkish officials [TUR GOV]"},
    // Military, religious, legislative.
    {"Lieutenant General Pavel Horak met Turkish officials.",
     "Pavel Horak [- MIL Lieutenant General], Turkish officials [TUR GOV]"},
    {"Ayatollah Mohsen Karimi condemned the United States.",
     "Mohsen Karimi [- REL Ayatollah], United States [USA GOV]"},
    {"Archbishop Desmond Okello met Sudanese officials.",
     "Desmond Okello [- REL Archbishop], Sudanese officials [SDN GOV]"},
    {"Attorney General Peter Walsh accused Iran of lying.", "Peter Walsh [- GOV Attorney General], Iran [IRN GOV]"},
};

constexpr Row described[] = {
    {"Turkish officials met 20 State Department officials.",
     "Turkish officials [TUR GOV], U.S. State Department officials [USA GOV]"},
    {"Rebel gunmen attacked Chadian soldiers.", "Rebel gunmen [- REB], Chadian soldiers [TCD MIL]"},
    {"Nigerian lawmakers criticized Ghana.", "Nigerian lawmakers [NGA LEG], Ghana [GHA GOV]"},
    {"Ugandan police arrested Rwandan journalists.", "Ugandan police [UGA COP], Rwandan journalists [RWA MED]"},
    {"Iranian negotiators met U.S. envoys in Vienna.", "Iranian negotiators [IRN GOV], U.S. envoys [USA GOV]"},
    {"Colombian guerrillas attacked Venezuelan troops.", "Colombian guerrillas [COL REB], Venezuelan troops [VEN MIL]"},
    {"South Korean businessmen met North Korean officials.",
     "South Korean businessmen [KOR BUS], North Korean officials [PRK GOV]"},
    {"Houthi leaders met Omani mediators.", "Houthi leaders [YEM REB], Omani mediators [OMN GOV]"},
    {"Rebel commanders met UN officials.", "Rebel commanders [- REB], United Nations officials [IGO IGO]"},
    {"Opposition leaders met Turkish officials.", "Opposition leaders [- OPP], Turkish officials [TUR GOV]"},
    {"Relatives of the hostages met Turkish officials.", "Relatives of hostages [- CVL], Turkish officials [TUR GOV]"},
    {"Tribal elders criticized Pakistan.", "Tribal elders [- CVL], Pakistan [PAK GOV]"},
    {"Syrian rebels attacked government forces.", "Syrian rebels [SYR REB], government forces [- MIL]"},
    {"Thai protesters criticized Myanmar.", "Thai protesters [THA CVL], Myanmar [MMR GOV]"},
    {"The Moroccan delegation met the Algerian delegation in Geneva.",
     "Moroccan delegation [MAR GOV], Algerian delegation [DZA GOV]"},
};

}  // namespace

TEST_CASE("titles") {
  for (const Row& row : titles) {
    CAPTURE(std::string(row.text));
    CHECK(read(row.text) == row.actors);
  }
}

TEST_CASE("described actors and their sectors") {
  for (const Row& row : described) {
    CAPTURE(std::string(row.text));
    CHECK(read(row.text) == row.actors);
  }
}
