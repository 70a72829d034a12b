// Questions about offices and days, answered from general knowledge, put to the built-in pack.
#include "rules/office_lookup.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <optional>

#include "rules/pack_data.h"
#include "small_pack.h"

using namespace demarche;
using namespace demarche::rules;

namespace {

std::string_view builtin_text(std::string_view path) {
  for (const EmbeddedFile& file : builtin_files()) {
    if (file.path == path) return file.text;
  }
  return {};
}

std::string answer(const Gazetteer& g, const OfficeLookup& lookup, std::string_view phrase, std::string_view day) {
  std::string out;
  for (const OfficeHolder& h : lookup.ask(phrase, day).holders) {
    out += fmt::format("{}{}", out.empty() ? "" : ", ", g[h.person].name.view());
  }
  return out;
}

struct Question {
  const char *office, *day, *holders;
};

constexpr Question questions[] = {
    // Foreign ministers.
    {"foreign minister of Turkey", "2010-05-13", "Ahmet Davutoglu"},
    {"Turkish foreign minister", "2020-01-01", "Mevlut Cavusoglu"},
    {"Turkey's top diplomat", "2024-01-01", "Hakan Fidan"},
    {"US Secretary of State", "2010-05-13", "Hillary Clinton"},
    {"secretary of state of the United States", "1996-07-01", "Warren Christopher"},
    {"American secretary of state", "2003-03-20", "Colin Powell"},
    {"U.S. Secretary of State", "2007-08-01", "Condoleezza Rice"},
    {"us secretary of state", "2015-07-14", "John Kerry"},
    {"foreign minister of the United States", "2022-02-24", "Antony Blinken"},
    {"Russian foreign minister", "2010-01-01", "Sergei Lavrov"},
    {"foreign minister of Russia", "1997-01-01", "Yevgeny Primakov"},
    {"Russia's foreign minister", "2001-09-11", "Igor Ivanov"},
    {"Soviet foreign minister", "1990-06-01", "Eduard Shevardnadze"},
    {"German foreign minister", "1991-01-01", "Hans-Dietrich Genscher"},
    {"foreign minister of Germany", "2002-01-01", "Joschka Fischer"},
    {"foreign minister of Germany", "2023-01-01", "Annalena Baerbock"},
    {"German foreign minister", "2015-01-01", "Frank-Walter Steinmeier"},
    {"French foreign minister", "2003-02-14", "Dominique de Villepin"},
    {"foreign minister of France", "2008-08-08", "Bernard Kouchner"},
    {"foreign minister of France", "2019-05-01", "Jean-Yves Le Drian"},
    {"British foreign secretary", "1999-04-01", "Robin Cook"},
    {"UK foreign secretary", "2011-03-01", "William Hague"},
    {"foreign minister of the United Kingdom", "2017-01-01", "Boris Johnson"},
    {"Iranian foreign minister", "2015-07-14", "Mohammad Javad Zarif"},
    {"foreign minister of Iran", "2008-01-01", "Manouchehr Mottaki"},
    {"Iran's foreign minister", "1990-01-01", "Ali Akbar Velayati"},
    {"Chinese foreign minister", "2015-01-01", "Wang Yi"},
    {"foreign minister of China", "2005-01-01", "Li Zhaoxing"},
    {"foreign minister of China", "2023-05-01", "Qin Gang"},
    {"Japanese foreign minister", "2014-01-01", "Fumio Kishida"},
    {"foreign minister of Japan", "2018-06-01", "Taro Kono"},
    {"external affairs minister of India", "2015-01-01", "Sushma Swaraj"},
    {"Indian foreign minister", "2020-06-15", "S. Jaishankar"},
    {"Brazilian foreign minister", "2010-05-17", "Celso Amorim"},
    {"foreign minister of Egypt", "2014-01-01", "Nabil Fahmy"},
    {"Egypt's foreign minister", "2000-01-01", "Amr Moussa"},
    {"foreign minister of Saudi Arabia", "2001-09-11", "Saud al-Faisal"},
    {"Saudi foreign minister", "2016-01-01", "Adel al-Jubeir"},
    {"foreign minister of Syria", "2011-03-15", "Walid Muallem"},
    {"Syrian foreign minister", "2000-06-01", "Farouk al-Sharaa"},
    {"Israeli foreign minister", "2010-05-31", "Avigdor Lieberman"},
    {"foreign minister of Israel", "2007-11-27", "Tzipi Livni"},
    {"Ukraine's foreign minister", "2022-02-24", "Dmytro Kuleba"},
    {"foreign minister of Ukraine", "2014-12-01", "Pavlo Klimkin"},
    {"Polish foreign minister", "2010-01-01", "Radoslaw Sikorski"},
    {"foreign minister of Sweden", "2010-01-01", "Carl Bildt"},
    {"Australian foreign minister", "2015-01-01", "Julie Bishop"},
    {"foreign minister of Australia", "2000-01-01", "Alexander Downer"},
    {"foreign minister of Jordan", "2010-05-01", "Nasser Judeh"},
    {"Iraqi foreign minister", "2008-01-01", "Hoshyar Zebari"},
    {"Iraq's foreign minister", "1991-01-09", "Tariq Aziz"},
    {"South Korean foreign minister", "2019-01-01", "Kang Kyung-wha"},
    {"foreign minister of Pakistan", "2012-01-01", "Hina Rabbani Khar"},
    {"foreign minister of Canada", "2023-01-01", "Mélanie Joly"},
    {"Hungarian foreign minister", "2022-01-01", "Peter Szijjarto"},
    {"foreign minister of the UAE", "2015-01-01", "Abdullah bin Zayed Al Nahyan"},
    {"EU foreign policy chief", "2012-01-01", "Catherine Ashton"},
    {"the EU's top diplomat", "2016-01-01", "Federica Mogherini"},
    {"high representative of the European Union", "2021-02-05", "Josep Borrell"},
    // Heads of state and government.
    {"president of the United States", "2010-05-13", "Barack Obama"},
    {"US president", "1998-08-20", "Bill Clinton"},
    {"American president", "2003-03-20", "George W. Bush"},
    {"president of Russia", "2010-05-13", "Dmitry Medvedev"},
    {"Russian president", "1995-01-01", "Boris Yeltsin"},
    {"Russian prime minister", "2010-05-13", "Vladimir Putin"},
    {"president of France", "2010-05-13", "Nicolas Sarkozy"},
    {"French president", "1994-06-06", "François Mitterrand"},
    {"German chancellor", "1995-01-01", "Helmut Kohl"},
    {"prime minister of Germany", "2010-05-13", "Angela Merkel"},
    {"British prime minister", "2010-05-12", "David Cameron"},
    {"prime minister of the United Kingdom", "1997-05-03", "Tony Blair"},
    {"UK prime minister", "2022-10-01", "Liz Truss"},
    {"Brazilian president", "2010-05-17", "Luiz Inácio Lula da Silva"},
    {"president of Brazil", "2016-01-01", "Dilma Rousseff"},
    {"president of Turkey", "2010-05-13", "Abdullah Gul"},
    {"Turkish prime minister", "2010-05-13", "Recep Tayyip Erdogan"},
    {"president of Iran", "2010-05-13", "Mahmoud Ahmadinejad"},
    {"Iran's supreme leader", "2010-05-13", "Ali Khamenei"},
    {"Israeli prime minister", "1995-11-01", "Yitzhak Rabin"},
    {"prime minister of Israel", "2007-01-01", "Ehud Olmert"},
    {"president of Ukraine", "2019-06-01", "Volodymyr Zelensky"},
    {"Ukrainian president", "2012-01-01", "Viktor Yanukovych"},
    {"president of China", "2010-05-13", "Hu Jintao"},
    {"Chinese premier", "2015-01-01", "Li Keqiang"},
    {"prime minister of India", "2010-05-13", "Manmohan Singh"},
    {"Japanese prime minister", "2015-01-01", "Shinzo Abe"},
    {"South Korean president", "2000-06-15", "Kim Dae-jung"},
    {"president of South Africa", "1995-01-01", "Nelson Mandela"},
    {"president of Egypt", "2013-01-01", "Mohamed Morsi"},
    {"king of Jordan", "1998-01-01", "Hussein"},
    {"president of Venezuela", "2008-01-01", "Hugo Chávez"},
    {"president of Colombia", "2010-08-10", "Juan Manuel Santos"},
    {"president of Poland", "2010-01-01", "Lech Kaczynski"},
    {"prime minister of Italy", "2010-05-13", "Silvio Berlusconi"},
    {"prime minister of Greece", "2015-07-05", "Alexis Tsipras"},
    {"president of Afghanistan", "2010-05-13", "Hamid Karzai"},
    {"president of Pakistan", "2005-01-01", "Pervez Musharraf"},
    {"chancellor of Austria", "2019-01-01", "Sebastian Kurz"},
    {"taoiseach of Ireland", "2018-01-01", "Leo Varadkar"},
    // Others.
    {"UN secretary-general", "2010-05-13", "Ban Ki-moon"},
    {"Secretary-General of the United Nations", "1999-01-01", "Kofi Annan"},
    {"NATO secretary general", "2011-03-27", "Anders Fogh Rasmussen"},
    {"head of NATO", "2020-01-01", "Jens Stoltenberg"},
    {"IMF chief", "2010-05-13", "Dominique Strauss-Kahn"},
    {"director general of the IAEA", "2008-01-01", "Mohamed ElBaradei"},
    {"IAEA chief", "2015-07-14", "Yukiya Amano"},
    {"president of the World Bank", "2015-01-01", "Jim Yong Kim"},
    {"president of the European Commission", "2012-01-01", "José Manuel Barroso"},
    {"secretary-general of the Arab League", "2010-05-13", "Amr Moussa"},
    {"US defense secretary", "2004-01-01", "Donald Rumsfeld"},
    {"American defence minister", "2010-05-13", "Robert Gates"},
    {"Russian defence minister", "2022-02-24", "Sergei Shoigu"},
    {"US national security adviser", "2010-01-01", "James Jones"},
    {"national security advisor of the United States", "2018-06-12", "John Bolton"},
    {"US ambassador to the UN", "2010-05-13", "Susan Rice"},
    {"Russia's UN ambassador", "2015-01-01", "Vitaly Churkin"},
    {"CIA director", "2010-05-13", "Leon Panetta"},
    {"US vice president", "2010-05-13", "Joe Biden"},
    {"pope", "2010-05-13", "Benedict XVI"},
    // Smaller states, defence and finance, spokesmen, spies, commanders; changes since late 2025.
    {"foreign minister of Burundi", "1994-06-01", "Jean-Marie Ngendahayo"},
    {"prime minister of Burundi", "1993-10-21", "Sylvie Kinigi"},
    {"prime minister of the Republic of the Congo", "1992-01-01", "Andre Milongo"},
    {"foreign minister of Haiti", "1998-01-01", "Fritz Longchamp"},
    {"Peruvian prime minister", "1998-07-01", "Javier Valle Riestra"},
    {"foreign minister of Paraguay", "1995-01-01", "Luis Maria Ramirez Boettner"},
    {"foreign minister of Panama", "1994-06-01", "José Raúl Mulino"},
    {"foreign minister of Eritrea", "1998-06-01", "Haile Woldense"},
    {"foreign minister of Nepal", "1999-10-01", "Ram Sharan Mahat"},
    {"foreign minister of Liechtenstein", "2000-01-01", "Andrea Willi"},
    {"prime minister of Czechia", "2026-02-01", "Andrej Babis"},
    {"president of Venezuela", "2026-02-01", "Delcy Rodríguez"},
    {"Turkish Cypriot leader", "2025-12-01", "Tufan Erhurman"},
    {"Japanese defence minister", "1993-01-01", "Toshio Nakayama"},
    {"Japan's defence minister", "1999-05-01", "Hosei Norota"},
    {"South Korean defence minister", "1995-06-01", "Lee Yang-ho"},
    {"Croatian defence minister", "2003-01-01", "Željka Antunović"},
    {"Taiwan's defence minister", "1996-03-08", "Chiang Chung-ling"},
    {"defence minister of Nigeria", "2001-01-01", "Theophilus Danjuma"},
    {"defence minister of Colombia", "1993-12-02", "Rafael Pardo"},
    {"German government spokesman", "2000-01-01", "Uwe-Karsten Heye"},
    {"Ukrainian foreign ministry spokeswoman", "2017-01-01", "Mariana Betsa"},
    {"Armenian foreign ministry spokeswoman", "2020-10-01", "Anna Naghdalyan"},
    {"Australia's UN ambassador", "1996-01-01", "Richard Butler"},
    {"South Africa's ambassador to the United Nations", "2011-03-17", "Baso Sangqu"},
    {"Polish ambassador to the UN", "2015-01-01", "Bogusław Winid"},
    {"Cuban ambassador to the UN", "2000-01-01", "Bruno Rodríguez"},
    {"Ukrainian spy chief", "1992-06-01", "Yevhen Marchuk"},
    {"Canadian spy chief", "2003-01-01", "Ward Elcock"},
    {"CSIS director", "2020-01-01", "David Vigneault"},
    {"BND president", "1993-01-01", "Konrad Porzner"},
    {"RAW chief", "2010-01-01", "K. C. Verma"},
    {"DGSE director", "1998-01-01", "Jacques Dewatre"},
    {"chief of the defence staff of the United Kingdom", "1995-07-11", "Peter Inge"},
    {"Russian finance minister", "1998-08-17", "Mikhail Zadornov"},
    {"French finance minister", "1994-01-01", "Edmond Alphandéry"},
    {"Mexican finance minister", "1995-01-31", "Guillermo Ortiz"},
    {"Chinese finance minister", "2005-01-01", "Jin Renqing"},
    {"US health secretary", "2010-03-23", "Kathleen Sebelius"},
    {"commander of U.S. Africa Command", "2012-09-11", "Carter Ham"},
    {"commander of UNAMIR", "1994-04-07", "Roméo Dallaire"},
    {"head of UNHCR", "2026-02-01", "Barham Salih"},
    {"director-general of UNESCO", "2026-01-01", "Khaled el-Enany"},
    {"president of Barbados", "2026-01-01", "Jeffrey Bostic"},
    {"Egyptian interior minister", "2020-01-01", "Mahmoud Tawfik"},
    {"US Director of Policy Planning", "1990-08-02", "Dennis Ross"},
    {"US first lady", "2012-01-01", "Michelle Obama"},
    // States that are no more.
    {"president of the Soviet Union", "1991-08-19", "Mikhail Gorbachev"},
    {"Soviet foreign minister", "1990-12-01", "Eduard Shevardnadze"},
    {"foreign minister of the Soviet Union", "1991-08-01", "Alexander Bessmertnykh"},
    {"Soviet foreign minister", "1991-10-01", "Boris Pankin"},
    {"Soviet prime minister", "1991-02-01", "Valentin Pavlov"},
    {"president of Czechoslovakia", "1992-01-01", "Vaclav Havel"},
    {"president of Yugoslavia", "1999-04-01", "Slobodan Milosevic"},
    {"Yugoslav president", "2001-01-01", "Vojislav Kostunica"},
    {"East German foreign minister", "1990-05-01", "Markus Meckel"},
    {"prime minister of East Germany", "1990-06-01", "Lothar de Maizière"},
    {"president of Zaire", "1996-01-01", "Mobutu Sese Seko"},
    {"president of South Yemen", "1990-01-01", "Haidar Abu Bakr al-Attas"},
    // For a time only: by the office and as acting.
    {"US secretary of state", "2018-04-10", "John Sullivan"},
    {"acting US secretary of state", "2017-01-25", "Thomas Shannon"},
    {"US secretary of state", "2021-01-22", "Daniel B. Smith"},
    {"acting US defense secretary", "2019-03-01", "Patrick Shanahan"},
    {"acting CIA director", "2012-12-01", "Michael Morell"},
    {"acting president of Russia", "2000-02-01", "Vladimir Putin"},
    {"president of Ukraine", "2014-04-01", "Oleksandr Turchynov"},
    {"acting president of South Korea", "2017-04-01", "Hwang Kyo-ahn"},
    {"president of Egypt", "2013-08-14", "Adly Mansour"},
    {"acting president of Egypt", "2013-08-14", "Adly Mansour"},
    {"interim president of Afghanistan", "2002-01-01", "Hamid Karzai"},
    {"president of Bolivia", "2020-01-01", "Jeanine Áñez"},
    {"acting president of Poland", "2010-05-01", "Bronislaw Komorowski"},
    {"acting president of Iran", "2024-06-01", "Mohammad Mokhber"},
    {"NATO secretary general", "1995-11-01", "Sergio Balanzino"},
    {"IAEA director general", "2019-09-01", "Cornel Feruta"},
    {"acting IMF managing director", "2011-06-01", "John Lipsky"},
    // Whoever has the duties of an office that does not exist, or not any more.
    {"head of government of the United States", "2010-05-13", "Barack Obama"},
    {"Argentine head of government", "2012-06-01", "Cristina Fernández de Kirchner"},
    {"head of government of Turkey", "2017-06-01", "Binali Yildirim"},
    {"head of government of Turkey", "2021-06-01", "Recep Tayyip Erdogan"},
    {"prime minister of Brazil", "2010-06-01", ""},
    // Crowns worn in several states; two heads of one state.
    {"head of state of Canada", "2010-06-01", "Elizabeth II"},
    {"king of Australia", "2023-06-01", "Charles III"},
    {"queen of Jamaica", "2015-06-01", "Elizabeth II"},
    {"head of state of Barbados", "2022-06-01", "Sandra Mason"},
    {"governor-general of Jamaica", "2015-06-01", "Patrick Allen"},
    {"co-prince of Andorra", "2019-12-01", "Joan Enric Vives, Emmanuel Macron"},
    {"captain regent of San Marino", "2019-12-01", "Luca Boschi, Mariella Mularoni"},
    {"president of Vanuatu", "2015-06-01", "Baldwin Lonsdale"},
    {"president of Trinidad and Tobago", "2015-06-01", "Anthony Carmona"},
    {"president of Dominica", "2015-06-01", "Charles Savarin"},
    {"president of Western Sahara", "2020-06-01", "Brahim Ghali"},
    // Heads of a state's bodies.
    {"head of Mossad", "2012-06-01", "Tamir Pardo"},
    {"director of Mossad", "2012-06-01", "Tamir Pardo"},
    {"CIA chief", "2012-01-01", "David Petraeus"},
    {"head of the CIA", "2018-09-01", "Gina Haspel"},
    // Nobody.
    {"pope", "2013-03-05", ""},
    {"president of Lebanon", "2015-06-01", ""},
    {"president of Lebanon", "2023-06-01", ""},
    // Days of change: both.
    {"US secretary of state", "2013-02-01", "Hillary Clinton, John Kerry"},
    {"US secretary of state", "2009-01-20", "Condoleezza Rice"},
    {"UK prime minister", "2022-10-25", "Liz Truss, Rishi Sunak"},
    {"president of Peru", "2022-12-07", "Pedro Castillo, Dina Boluarte"},
    {"Austrian chancellor", "2017-12-18", "Christian Kern, Sebastian Kurz"},
    {"Belgian foreign minister", "2011-12-06", "Steven Vanackere, Didier Reynders"},
    {"Japanese prime minister", "2024-10-01", "Fumio Kishida, Shigeru Ishiba"},
    {"foreign minister of Germany", "2025-05-06", "Annalena Baerbock, Johann Wadephul"},
    {"Canadian prime minister", "2025-03-14", "Justin Trudeau, Mark Carney"},
    {"emperor of Japan", "2019-04-30", "Akihito"},
    {"president of South Africa", "1994-05-09", "F. W. de Klerk"},
    {"UN secretary-general", "2006-12-31", "Kofi Annan"},
    {"president of the Palestinian Authority", "2004-12-01", "Rawhi Fattouh"},
    {"prime minister of the Palestinian Authority", "2008-01-01", "Salam Fayyad"},
    // Advisers, services, spokesmen and envoys of single states and bodies.
    {"defense minister of Jordan", "2013-07-01", "Abdullah Ensour"},
    {"defence minister of Jordan", "2022-07-01", "Bisher al-Khasawneh"},
    {"defence minister of Qatar", "2003-03-20", "Hamad bin Khalifa Al Thani"},
    {"Pakistani defence minister", "2013-09-01", "Nawaz Sharif"},
    {"national security adviser of Brazil", "2020-01-01", "Augusto Heleno"},
    {"South Korean national security adviser", "2005-01-01", "Kwon Jin-ho"},
    {"national security adviser of the United Arab Emirates", "2010-01-01", "Hazza bin Zayed Al Nahyan"},
    {"Ukraine's ambassador to the UN", "2003-03-20", "Valeriy Kuchinsky"},
    {"Argentine ambassador to the UN", "2005-06-01", "César Mayoral"},
    {"US ambassador to the UN", "2001-06-01", "James Cunningham"},
    {"Egyptian ambassador to the UN", "2013-07-01", "Mootaz Ahmadein Khalil"},
    {"Iraqi ambassador to the UN", "2003-03-20", "Mohammed al-Douri"},
    {"head of SEBIN", "2019-01-01", "Manuel Cristopher Figuera"},
    {"Argentina's intelligence chief", "2010-01-01", "Héctor Icazuriaga"},
    {"intelligence chief of Mexico", "2020-01-01", "Audomaro Martínez"},
    {"Turkish Foreign Ministry spokesman", "2014-01-01", "Levent Gumrukcu"},
    {"UN High Commissioner for Refugees", "2010-01-01", "António Guterres"},
    {"UN High Commissioner for Human Rights", "2016-01-01", "Zeid Ra'ad al-Hussein"},
    {"High Representative for Bosnia", "2010-01-01", "Valentin Inzko"},
    {"UN special envoy for Yemen", "2016-05-01", "Ismail Ould Cheikh Ahmed"},
    {"UN envoy for Libya", "2018-05-01", "Ghassan Salame"},
    {"US ambassador to Iraq", "2006-01-01", "Zalmay Khalilzad"},
    {"ambassador to Iraq", "2006-01-01", "Zalmay Khalilzad"},
    {"UN special envoy for Western Sahara", "2006-01-01", "Peter van Walsum"},
    {"chair of the African Union", "2010-05-01", "Bingu wa Mutharika"},
    {"secretary-general of the SCO", "2017-01-01", "Rashid Alimov"},
    {"Dalai Lama", "2010-01-01", "Dalai Lama"},
    {"former US president", "1994-01-01", "Jimmy Carter, Ronald Reagan, George H. W. Bush"},
    // As the press calls them.
    {"Pakistan's army chief", "2010-05-13", "Ashfaq Parvez Kayani"},
    {"ISI chief", "2023-05-13", "Nadeem Anjum"},
    {"CIA director", "2014-12-11", "John Brennan"},
    {"the Mossad chief", "2010-05-13", "Meir Dagan"},
    {"head of the IRGC", "2019-05-13", "Hossein Salami"},
    {"head of Britain's MI6", "2023-05-13", "Richard Moore"},
    {"White House chief of staff", "2010-05-13", "Rahm Emanuel"},
    {"White House national security adviser", "2018-05-13", "John Bolton"},
    {"Kremlin spokesman", "2023-05-13", "Dmitry Peskov"},
    {"Hezbollah leader", "2023-05-13", "Hassan Nasrallah"},
    {"Houthi leader", "2023-05-13", "Abdul-Malik al-Houthi"},
    {"People's Bank of China governor", "2024-06-01", "Pan Gongsheng"},
    {"Iran's nuclear chief", "2023-05-13", "Mohammad Eslami"},
    {"NATO's supreme commander", "2023-05-13", "Christopher Cavoli"},
    {"RSF leader", "2023-05-13", "Mohamed Hamdan Dagalo"},
    {"UN envoy for Yemen", "2023-05-13", "Hans Grundberg"},
    {"EU trade commissioner", "2023-05-13", "Valdis Dombrovskis"},
    {"UN human rights chief", "2023-05-13", "Volker Türk"},
    {"UN refugee chief", "2010-05-13", "António Guterres"},
    {"UN aid chief", "2023-05-13", "Martin Griffiths"},
    {"UN nuclear watchdog chief", "2010-05-13", "Yukiya Amano"},
    {"Taliban foreign minister", "2023-05-13", "Amir Khan Muttaqi"},
    {"head of Hamas's political bureau", "2023-05-13", "Ismail Haniyeh"},
    {"top US commander in Afghanistan", "2010-05-13", "Stanley McChrystal"},
};

}  // namespace

TEST_CASE("offices and days that are generally known") {
  const Pack pack = Pack::load().value();
  const Gazetteer& g = pack.rep().tables->gazetteer;
  const auto lookup = OfficeLookup::open(g, builtin_text("lookup/offices.toml"), "lookup/offices.toml").value();
  for (const Question& q : questions) {
    CAPTURE(q.office);
    CAPTURE(q.day);
    CHECK(answer(g, lookup, q.office, q.day) == q.holders);
  }
}

TEST_CASE("a change of holders, months, years, and no day at all") {
  const Pack pack =
      SmallPack()
          .with("offices/b.toml",
                "[[person]]\nid = \"p.babacan\"\nname = \"Ali Babacan\"\ncountry = \"TUR\"\nterms = [{ office = "
                "\"foreign-minister\", of = \"TUR\", title = \"Foreign Minister\", from = 2007-08-29, until = "
                "2009-05-01 }, { office = \"deputy-minister\", of = \"TUR\", title = \"Deputy Foreign "
                "Minister\" }]\n")
          .compile();
  const Gazetteer& g = pack.rep().tables->gazetteer;
  const auto lookup = OfficeLookup::open(g,
                                         "[[office]]\nid = \"foreign-minister\"\ncalled = [\"top "
                                         "diplomat\"]\notherwise = [\"vizier\", \"minister\"]\n",
                                         "o")
                          .value();
  const auto ask = [&](const char* phrase, const char* day) { return answer(g, lookup, phrase, day); };
  CHECK(ask("foreign minister of Turkey", "2009-05-01") == "Ali Babacan, Ahmet Davutoglu");
  CHECK(ask("foreign minister of Turkey", "2009-04") == "Ali Babacan");
  CHECK(ask("foreign minister of Turkey", "2009") == "Ali Babacan, Ahmet Davutoglu");
  CHECK(ask("foreign minister of Turkey", "") == "Ali Babacan, Ahmet Davutoglu");
  CHECK(ask("foreign minister of Turkey", "2007-08-28") == "");
  CHECK(ask("TURKEY'S FOREIGN MINISTER", "2010") == "Ahmet Davutoglu");
  CHECK(ask("Ankara's top diplomat", "2010") == "Ahmet Davutoglu");
  CHECK(ask("vizier of Turkey", "2010") == "Ahmet Davutoglu");
  CHECK(ask("former Turkish foreign minister", "2010") == "Ali Babacan");
  CHECK(ask("then Turkish foreign minister", "2010") == "Ahmet Davutoglu");
  CHECK(ask("deputy foreign minister of Turkey", "") == "Ali Babacan");
  CHECK(ask("deputy foreign minister of Turkey", "2010") == "");  // the term has no dates
  CHECK(ask("baker of Turkey", "2010") == "");
  CHECK_FALSE(lookup.ask("baker of Turkey", "2010").office_known);
  CHECK(lookup.ask("foreign minister of Turkey", "1900").office_known);
  CHECK(lookup.ask("foreign minister of Atlantis", "1900").of.empty());
  CHECK(ask("", "2010") == "");
}

TEST_CASE("a ministry is a word of a title and a body, and a body may bear its head's title") {
  const Pack pack =
      SmallPack()
          .with("actors/bodies.toml",
                "[[organisation]]\nid = \"org.tr-mfa\"\nname = \"Turkish Foreign Ministry\"\ncode = "
                "\"TUR\"\nkind = \"government\"\n"
                "[[organisation]]\nid = \"org.kites\"\nname = \"High Commissioner for Kites\"\ncode = "
                "\"IGO\"\n")
          .with("offices/b.toml",
                "[[person]]\nid = \"p.a\"\nname = \"Ann Ay\"\ncountry = \"TUR\"\nterms = [{ office = "
                "\"spokesperson\", of = \"TUR\", title = \"Foreign Ministry Spokeswoman\" },\n"
                "{ office = \"special-envoy\", of = \"org.kites\", title = \"Special Envoy for Turkey\" }]\n"
                "[[person]]\nid = \"p.b\"\nname = \"Bo Bee\"\ncountry = \"TUR\"\nterms = [{ office = "
                "\"organisation-head\", of = \"org.kites\", title = \"High Commissioner for Kites\" },\n"
                "{ office = \"special-envoy\", of = \"TUR\", title = \"Envoy\" }]\n"
                "[[person]]\nid = \"p.c\"\nname = \"Cy Cee\"\ncountry = \"TUR\"\nterms = [{ office = "
                "\"organisation-head\", of = \"org.kites\", title = \"Deputy High Commissioner\" }]\n")
          .compile();
  const Gazetteer& g = pack.rep().tables->gazetteer;
  const auto lookup = OfficeLookup::open(g, "[[office]]\nid = \"foreign-minister\"\n", "o").value();
  CHECK(answer(g, lookup, "Turkish Foreign Ministry spokesman", "") == "Ann Ay");
  CHECK(answer(g, lookup, "foreign ministry spokesperson of Turkey", "") == "Ann Ay");
  CHECK(answer(g, lookup, "High Commissioner for Kites", "") == "Bo Bee");
  CHECK(answer(g, lookup, "personal representative for Turkey", "") == "Ann Ay");
  CHECK(answer(g, lookup, "envoy of Turkey", "") == "Bo Bee");
  CHECK(answer(g, lookup, "Turkish Foreign Ministry", "") == "");
}

TEST_CASE("mistakes in the office words") {
  const Pack pack = SmallPack().compile();
  const auto error = [&](const char* text) {
    const auto lookup = OfficeLookup::open(pack.rep().tables->gazetteer, text, "o.toml");
    return lookup ? "no error" : lookup.error().message;
  };
  CHECK(error("[[office]]\ncalled = [\"x\"]\n") == "o.toml:1: an office needs \"id\"");
  CHECK(error("[[office]]\nid = \"x\"\ncaled = []\n") == "o.toml:3: unknown key \"caled\"; did you mean \"called\"?");
  CHECK(error("[[phrase]]\nsaid = [\"x\"]\n") == "o.toml:1: a phrase needs \"means\"");
  CHECK(error("office = [\n") != "no error");
}
