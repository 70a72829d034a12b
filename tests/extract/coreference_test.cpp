// Rows: a text in which the phrases in question stand in braces, and whom they mean, apart by "; ". "?" = nobody known.
#include "extract/coreference.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/known_gaps.h"
#include "extract/reading.h"

using namespace demarche;

namespace {

struct Marked {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> spans;
};

Marked unmarked(const std::string& row) {
  Marked m;
  std::size_t open = 0;
  for (const char c : row) {
    if (c == '{') {
      open = m.text.size();
    } else if (c == '}') {
      m.spans.emplace_back(open, m.text.size());
    } else {
      m.text += c;
    }
  }
  return m;
}

// The mention whose head lies in the span; of several the longest.
const extract::ActorMention* mention_at(const test::Reading& r, std::size_t from, std::size_t to) {
  const extract::ActorMention* best = nullptr;
  for (const extract::Sentence& s : r.sentences()) {
    for (const extract::ActorMention& m : s.mentions) {
      const bool inside = s.tokens[m.head].start >= from && s.tokens[m.head].end <= to;
      if (inside && (!best || m.last - m.first > best->last - best->first)) best = &m;
    }
  }
  return best;
}

std::string meant(const std::string& row, const std::string& date, const std::string& publication,
                  const std::string& title) {
  const Marked marked = unmarked(row);
  Document d = test::document(marked.text, date);
  d.publication = publication;
  d.title = title;
  const test::Reading reading(d);
  std::string out;
  for (const auto& [from, to] : marked.spans) {
    const extract::ActorMention* m = mention_at(reading, from, to);
    if (!out.empty()) out += "; ";
    out += m ? reading.names(*m) : "?";
  }
  return out;
}

struct Row {
  std::string date, text, meant;
  std::string publication = "", title = "";
};

const Row rows[] = {
    // surnames
    {"2016-03-01", "Angela Merkel met Francois Hollande in Berlin. {Merkel} praised {Hollande}.",
     "Angela Merkel; François Hollande"},
    {"2016-03-01",
     "Norwegian Foreign Minister Torvald Brekkestad arrived. {Brekkestad} met Kerry. {Mr. Brekkestad} left.",
     "Torvald Brekkestad; Torvald Brekkestad"},
    {"2016-03-01", "{Putin}, a former spy, met {Cavusoglu}, a lawyer.", "Vladimir Putin; Mevlut Cavusoglu"},
    {"2016-03-01", "Sergei Lavrov said {his country} would help Iran.", "Russia"},
    {"2016-03-01", "In Ankara, John Kerry will meet {senior officials}.", "Turkish officials"},
    {"2016-03-01", "In Ankara, John Kerry will meet {officials from Syria}.", "Syrian officials"},
    {"2016-03-01", "Merkel met {the State Councilor and Minister of Foreign Affairs of China, Wang Yi,} in Rome.",
     "Wang Yi"},
    {"2016-03-01", "Merkel met Italy's {president} and {prime minister}.", "Sergio Mattarella; Matteo Renzi"},
    {"2016-03-01", "Merkel met {the president} and {prime minister of Italy}.", "Sergio Mattarella; Matteo Renzi"},
    {"2016-03-01", "Obama told Putin that {he} must leave Syria. Putin said that {he} would.",
     "Vladimir Putin; Vladimir Putin"},
    {"2016-03-01", "Obama threatened Putin with sanctions if {he} attacked Norway.", "Vladimir Putin"},
    {"2016-03-01", "Obama told Putin that {he} would visit Norway.", "Barack Obama"},
    {"2016-03-01", "Obama met Putin. The move was called a threat by John Kerry. {He} left.", "John Kerry"},
    {"2010-05-14", "Bill Clinton flew to Haiti. {Clinton} met President Rene Preval.", "Bill Clinton"},
    {"2010-05-14",
     "Secretary of State Hillary Clinton and former President Bill Clinton arrived. {Secretary Clinton} spoke.",
     "Hillary Clinton"},
    {"2010-05-14", "Hillary Clinton arrived with Bill Clinton. {Mrs. Clinton} spoke.", "Hillary Clinton"},
    {"2010-05-14", "{Clinton} called {Davutoglu}.", "Hillary Clinton; Ahmet Davutoglu"},
    {"2014-05-14", "{Kerry} called {Lavrov}.", "John Kerry; Sergei Lavrov"},
    {"2003-05-14", "{President Bush} spoke.", "George W. Bush"},
    {"1990-05-14", "{President Bush} spoke.", "George H. W. Bush"},
    {"2018-06-12", "Kim Jong Un and Donald Trump met in Singapore. {Kim} thanked {Trump}.",
     "Kim Jong-un; Donald Trump"},
    {"2016-03-01", "President Yusuf Dirgoole and his son Idris Dirgoole left. {President Dirgoole} spoke.",
     "Yusuf Dirgoole"},
    {"2009-03-01", "Former President Jimmy Carter flew to Gaza. {Carter} spoke.", "Jimmy Carter"},
    {"2009-03-01", "{Brekkestad} spoke. He left.", "?"},
    // titles and offices by date
    {"2010-05-14", "Secretary of State Hillary Clinton arrived in Ankara. {The secretary} praised Turkey.",
     "Hillary Clinton"},
    {"2014-05-14", "John Kerry arrived in Ankara. {The secretary of state} praised Turkey.", "John Kerry"},
    {"2014-05-14", "{The Russian foreign minister} spoke.", "Sergei Lavrov"},
    {"2009-05-14", "{The British prime minister} spoke.", "Gordon Brown"},
    {"2011-05-14", "{The British prime minister} spoke.", "David Cameron"},
    {"2017-05-14", "{The British prime minister} spoke.", "Theresa May"},
    {"2016-03-01", "Angela Merkel spoke in Berlin. {The chancellor} praised France.", "Angela Merkel"},
    {"2016-03-01", "Norwegian Foreign Minister Torvald Brekkestad arrived. {The minister} met Kerry.",
     "Torvald Brekkestad"},
    {"2016-03-01", "Norwegian Foreign Minister Torvald Brekkestad arrived. {The Norwegian minister} met Kerry.",
     "Torvald Brekkestad"},
    {"2021-03-01", "Wang Yi called Antony Blinken. {The Chinese foreign minister} praised {the secretary of state}.",
     "Wang Yi; Antony Blinken"},
    {"2021-03-01", "{The German chancellor} left.", "Angela Merkel"},
    {"2022-03-01", "{The German chancellor} left.", "Olaf Scholz"},
    {"2019-06-01", "{The Canadian leader} left.", "Justin Trudeau"},
    // a bare surname in office: of two words, with another article, behind a rank or another title
    {"2021-06-01", "{Foreign Minister Le Drian} met {Minister Di Maio}.", "Jean-Yves Le Drian; Luigi Di Maio"},
    {"2021-06-01", "{President Al-Sisi} met {Prime Minister al-Kadhimi}.", "Abdel Fattah el-Sisi; Mustafa al-Kadhimi"},
    {"2021-06-01", "{Prime Minister Mustafa Al Kadhimi} left.", "Mustafa al-Kadhimi"},
    {"2010-03-01", "{General Petraeus} met {Admiral Mullen}.", "David Petraeus; Mike Mullen"},
    {"2021-06-01", "{Ambassador Khalilzad} left.", "Zalmay Khalilzad"},
    {"1995-06-01", "{Ambassador Khalilzad} left.", "Khalilzad"},
    {"2021-07-01", "{President-elect Raisi} left.", "Ebrahim Raisi"},
    {"2010-03-01", "Moammar Qaddafi spoke in Tripoli. {Qaddafi} left.", "Muammar Gaddafi"},
    {"2019-06-01", "Queen Elizabeth met Theresa May. {The British leader} spoke.", "Theresa May"},
    {"2019-06-01", "{The German leader} met {the French leader}.", "Angela Merkel; Emmanuel Macron"},
    {"2019-06-01", "{The Saudi leader} met {the Chinese leader}.", "Saudi leader; Xi Jinping"},
    // groups of people
    {"2016-03-01", "Angela Merkel met Francois Hollande. {The two leaders} discussed trade.",
     "Angela Merkel & François Hollande"},
    {"2014-03-01", "John Kerry met Sergei Lavrov. {They} discussed Syria.", "John Kerry & Sergei Lavrov"},
    {"2014-03-01", "John Kerry and Sergei Lavrov met. {The two men} discussed Syria.", "John Kerry & Sergei Lavrov"},
    {"2014-03-01", "Barack Obama met Vladimir Putin. {The two presidents} discussed Syria.",
     "Barack Obama & Vladimir Putin"},
    {"2014-03-01", "Iran and Oman signed a pact. {The two countries} will trade.", "Iran & Oman"},
    // pronouns
    {"2010-05-14", "Hillary Clinton told Ahmet Davutoglu that {she} would visit.", "Hillary Clinton"},
    {"2017-03-01", "Angela Merkel met Theresa May. {She} praised {her}.", "Angela Merkel; Theresa May"},
    {"2017-03-01", "Angela Merkel met {her} deputy.", "Angela Merkel"},
    {"2016-03-01", "Angela Merkel met Francois Hollande. {She} praised {him}.", "Angela Merkel; François Hollande"},
    {"2016-03-01", "Angela Merkel met Francois Hollande. {He} praised {her}.", "François Hollande; Angela Merkel"},
    {"2014-03-01", "John Kerry called Sergei Lavrov. {He} urged restraint.", "John Kerry"},
    {"2014-03-01", "John Kerry flew to Oman. {He} met Sultan Qaboos.", "John Kerry"},
    {"2014-03-01", "Iran rejected the plan. {It} praised Oman.", "Iran"},
    {"2014-03-01", "The plan failed. {He} left.", "?"},
    {"2014-03-01", "The plan failed. {It} was bad.", "?"},
    {"2014-03-01", "\"The army must leave Sergei Lavrov alone,\" said John Kerry. {He} praised Oman.", "John Kerry"},
    // possessives look ahead, and to their own subject; reflexives to theirs
    {"2017-03-01", "In {her} speech, Angela Merkel praised Oman.", "Angela Merkel"},
    {"2017-03-01", "In {its} note to Qatar, Oman offered talks.", "Oman"},
    {"2014-03-01", "Iran rejected the plan. Oman withdrew {its} envoy.", "Oman"},
    {"2014-03-01", "Iran rejected the plan. Oman declared {itself} ready.", "Oman"},
    // counterparts
    {"2014-03-01", "John Kerry met {his Russian counterpart}.", "Sergei Lavrov"},
    {"2014-03-01", "Barack Obama called {his French counterpart}.", "François Hollande"},
    // acronyms in brackets
    {"2014-03-01", "The Levant Relief Council (LRC) praised Oman. {The LRC} thanked Iran.", "Levant Relief Council"},
    // a government's own publication
    {"2014-03-01", "{The president} spoke.", "president", ""},
    // transcripts
    {"2010-05-14", "SECRETARY CLINTON: {I} called Foreign Minister Davutoglu.", "Hillary Clinton",
     "U.S. Department of State"},
    {"2014-03-01", "The International Atomic Energy Agency (IAEA) met Iran. {The agency} praised it.",
     "International Atomic Energy Agency"},
    {"2014-03-01", "The Norwegian delegation met Omani officials. {The delegation} left.", "Norwegian delegation"},
    {"2017-03-01", "In {her} speech, Angela Merkel praised Oman.", "Angela Merkel"},
    // texts without a date: the title's day, else the time at which those named held their offices
    {"", "{The President} called {the French president}.", "Barack Obama; Nicolas Sarkozy", "The White House",
     "Press Briefing by the Spokesman, 3/14/2010"},
    {"", "{The President} called {the French president}.", "U.S. President; French president", "The White House",
     "Notes"},
    {"", "President Obama and Secretary Clinton left. {The Vice President} spoke to {the British monarch}.",
     "Joe Biden; British monarch", "The White House"},
    {"", "President Obama arrived. {The Vice President} met {the Russian president}.", "Joe Biden; Russian president",
     "The White House"},
    {"", "MR. CARNEY: {We} told Oman.\nQ {The Vice President} spoke.", "United States; Joe Biden", "The White House"},
    {"", "{The President} called Oman.", "Barack Obama", "The White House",
     "Press Briefing by Press Secretary Jay Carney"},
    // who speaks
    {"2014-03-01", "MS. BRANDVOLD: {I} know of no plan. {We} know of no plan.", "?; United States", "The White House"},
    {"2015-03-01", "MR. EARNEST: I met Ban Ki-moon.\nQ Is {he} going to Oman?", "Ban Ki-moon", "The White House"},
    // offices: a deputy is not the holder
    {"2015-06-01", "Vice President Biden spoke. General Brekkestad called {the President}.", "Barack Obama"},
    {"2015-06-01", "Vice President Biden spoke. General Brekkestad called {the Vice President}.", "Joe Biden"},
    {"2021-08-01", "{FM Lapid} met Oman's ruler. {PM Johnson} met him.", "Yair Lapid; Boris Johnson"},
    // an office without its state: the text's own, a guest's where the text speaks of no other
    {"2018-04-10", "President Trump called President Macron of France. {The President} praised him.", "Donald Trump",
     "The White House"},
    {"2022-03-01", "Secretary Blinken called Ukrainian President Zelensky. {The Secretary} praised {the President}.",
     "Antony Blinken; Volodymyr Zelensky", "U.S. Department of State"},
    {"2022-03-01", "Secretary Blinken called Ukrainian President Zelensky. {The Secretary} praised {the President}.",
     "Antony Blinken; Volodymyr Zelensky"},
    {"2022-03-01", "President Biden met Secretary Blinken. Blinken called President Zelensky. {The President} left.",
     "Joe Biden", "U.S. Department of State"},
    {"2021-06-01", "Vice President Harris met President Giammattei of Guatemala. {The President} thanked her.",
     "Alejandro Giammattei", "The White House"},
    {"2022-03-01", "MR. PRICE: We met Ukrainian President Zelensky. {The President} left.", "Joe Biden",
     "U.S. Department of State"},
    {"2021-10-01",
     "Secretary of Defense Lloyd Austin called Ukrainian Defense Minister Oleksii Reznikov. {The Minister} thanked "
     "{the Secretary}.",
     "Oleksii Reznikov; Lloyd Austin", "U.S. Department of Defense"},
    {"2022-02-21",
     "President Macron and Foreign Minister Jean-Yves Le Drian flew to Kyiv. President Volodymyr Zelensky of Ukraine "
     "assured {the President} that he would wait.",
     "Emmanuel Macron"},
    {"2022-02-21", "Volodymyr Zelensky's party thanked {the Ukrainian president}.", "Volodymyr Zelensky"},
    {"2021-05-01",
     "Secretary Blinken met Israeli Foreign Minister Lapid. {The Foreign Minister} thanked {the Secretary}.",
     "Yair Lapid; Antony Blinken", "U.S. Department of State"},
    // the head of a body: of the one that the text speaks of
    {"2021-04-01", "NATO foreign ministers met in Brussels. {The Secretary-General} praised Turkey.",
     "Jens Stoltenberg"},
    {"2021-04-01", "The Arab League met in Cairo. {The Secretary-General} praised Egypt.", "Ahmed Aboul Gheit"},
    {"2021-04-01", "{The Secretary-General} praised Egypt.", "António Guterres"},
    {"2021-04-01", "The International Atomic Energy Agency wrote to Iran. {The Director General} flew to Tehran.",
     "Rafael Grossi"},
    {"2021-04-01", "The European Union met. {The High Representative} praised Oman.", "Josep Borrell"},
    {"2021-04-01", "Oman praised Iran. {The Director General} flew to Tehran.", "Director General"},
    // who bears a title goes before kin of the same surname
    {"2010-05-01", "Michelle Obama flew to Haiti. {President Obama} praised Haiti.", "Barack Obama"},
    {"1999-05-01", "Hillary Clinton flew to Haiti. {President Clinton} praised {Hillary Clinton}.",
     "Bill Clinton; Hillary Clinton"},
    {"2003-05-01", "Cherie Blair flew to Haiti. {Prime Minister Blair} praised Haiti.", "Tony Blair"},
    {"2018-03-01", "Ivanka Trump spoke. {Mr. Trump} praised Japan.", "Donald Trump"},
    // what somebody is called by: kind, facts, office must agree
    {"2021-03-01", "Saudi Arabia cut oil. {The kingdom} thanked Russia.", "Saudi Arabia"},
    {"2021-03-01", "King Salman of Saudi Arabia left. {The oil-rich kingdom} thanked Russia.", "Saudi Arabia"},
    {"2021-03-01", "Qatar hosted talks. {The Gulf state} thanked Iran.", "Qatar"},
    {"2021-03-01", "Fiji and Australia met. {The island nation} thanked Australia.", "Fiji"},
    {"2021-03-01", "Qatar and Oman met. Iran left. {The Gulf state} hosted talks.", "Gulf state"},
    {"2021-03-01", "Qatar left. {The neighbouring country} hosted talks.", "country"},
    {"2021-03-01", "Poland expelled three diplomats. {The country} closed a consulate.", "Poland"},
    {"2021-03-01", "North Korea fired a missile. {The Communist country} threatened Japan.", "North Korea"},
    {"2021-03-01", "Syria shelled Idlib. {The regime} blamed Turkey.", "Syria"},
    {"2021-03-01", "ASEAN ministers met. {The bloc} urged restraint.", "Association of Southeast Asian Nations"},
    {"2021-03-01", "NATO ministers met. {The Alliance} urged restraint.", "NATO"},
    {"2021-03-01", "Hezbollah fired rockets. {The group} threatened Israel.", "Hezbollah"},
    {"2021-03-01", "Hezbollah fired rockets. {The militants} threatened Israel.", "Hezbollah"},
    {"2013-09-01", "Bashar al-Assad met Hassan Rouhani. {The Syrian dictator} praised him.", "Bashar al-Assad"},
    {"2014-06-01", "Robert Mugabe flew to Rome. {The strongman} thanked Italy.", "Robert Mugabe"},
    {"2014-06-01", "Lakhdar Brahimi resigned. {The veteran diplomat} blamed Oman.", "Lakhdar Brahimi"},
    {"2021-03-01", "Antony Blinken flew to Alaska. {The top U.S. diplomat} met Yang Jiechi.", "Antony Blinken"},
    // so many
    {"2014-03-01", "Angela Merkel met Francois Hollande. {The pair} praised Oman.",
     "Angela Merkel & François Hollande"},
    {"2014-03-01", "John Kerry, Sergei Lavrov and Catherine Ashton met. {The trio} praised Oman.",
     "John Kerry & Sergei Lavrov & Catherine Ashton"},
    {"2014-03-01", "John Kerry met Sergei Lavrov. {Both ministers} praised Oman.", "John Kerry & Sergei Lavrov"},
    {"2014-03-01", "Angela Merkel met Francois Hollande. {Both} agreed to help Oman.",
     "Angela Merkel & François Hollande"},
    {"2014-03-01", "Angela Merkel met Francois Hollande. Kerry thanked {both of them}.",
     "Angela Merkel & François Hollande"},
    {"2014-03-01", "Both of the ships left Oman. {Both} agreed.", "?"},
    {"2014-03-01", "Norway and Denmark disagree. {The former} praised Oman, and {the latter} blamed Iran.",
     "Norway; Denmark"},
    // "it" is neither the speaker's own state nor a thing of the sentence, and often nobody
    {"2021-03-01", "MR. PRICE: We will press Iran if {it} sends weapons.", "Iran", "U.S. Department of State"},
    {"2021-03-01", "MR. PRICE: We thanked Oman. We hope that {it} will last.", "?", "U.S. Department of State"},
    {"2021-03-01", "Norway thanked Oman. {It} is important to help Kenya.", "?"},
    {"2021-03-01", "Norway thanked Oman. {It} will help Kenya.", "Norway"},
    {"2021-03-01", "Norway made an offer, and Oman rejected {it}.", "?"},
    {"2021-03-01", "Kenya heard that Norway says {it} will help.", "Norway"},
    {"2021-03-01", "Iraqi rebels left. The Syrian Democratic Forces (SDF) said {they} had won.",
     "Syrian Democratic Forces"},
    // the body whose name ends so, or that the body has
    {"2021-03-01", "The UN Security Council met. {The council} condemned Mali.", "United Nations Security Council"},
    {"2021-03-01", "The African Union met. {The Commission} condemned Mali.", "African Union Commission"},
    {"2021-03-01", "The European Union met. {The Commission} condemned Mali.", "European Commission"},
    // of where it takes place
    {"2021-03-01", "Protests went on in Sudan. {The police} shot a student.", "Sudanese police"},
    {"2021-03-01", "Torvald Brekkestad was on holiday in Turkey, when {the authorities} arrested him.", "Turkey"},
    {"2021-03-01", "Norway thanked Oman. {The police} shot a student.", "police"},
    {"2021-03-01", "Torvald Brekkestad flew to Syria. In May, {the 21-year-old} was captured by Turkey.",
     "Torvald Brekkestad"},
    // plurals
    {"2021-03-01", "Omani forces did nothing to stop attacks. Norway accused {them} of it.", "Omani forces"},
    {"2016-03-01", "The Omani delegation met the Iraqi delegation. {The two delegations} agreed.",
     "Omani delegation & Iraqi delegation"},
    {"2016-03-01", "France blocked the plan. The Iranians rejected it. {They} asked Oman for help.", "Iran"},
    {"2016-03-01", "The commander thanked {the leaders of the army}.", "leaders of army"},
    {"2014-03-01", "SECRETARY KERRY: Ties between {our two countries} are strong.", "?", "U.S. Department of State"},
    {"2016-03-01", "Omani officials arrived. Omani officials spoke. The Iraqi rebels said {they} had left.",
     "Iraqi rebels"},
    {"2016-03-01", "The Sea Navigation Council (SNC) praised Oman. {The SNC} left.", "Sea Navigation Council"},
    {"2021-08-01", "Christine Schraner Burgener spoke. {Special Envoy Burgener} left.", "Christine Schraner Burgener"},
    {"2021-08-01", "Iraqi Foreign Minister Fuad Hussein spoke. {Foreign Minister Hussein} left.", "Fuad Hussein"},
    // offices by what people call them, and surnames of two words
    {"2021-07-28", "The EU's {top diplomat} spoke.", "Josep Borrell"},
    {"2021-07-28", "{The EU foreign policy chief} spoke.", "Josep Borrell"},
    {"2021-07-28", "Turkey's {top diplomat} spoke.", "Mevlut Cavusoglu"},
    {"2021-07-28", "India's {national security adviser} spoke.", "Ajit Doval"},
    {"2021-07-28", "China's {top diplomat} spoke.", "Yang Jiechi"},
    {"2021-07-28", "{The head of NATO} spoke.", "Jens Stoltenberg"},
    {"2021-07-28", "{The top European Union diplomat} spoke.", "Josep Borrell"},
    {"2021-07-28", "The White House {national security adviser} spoke.", "Jake Sullivan"},
    {"2021-07-28", "The Pentagon {chief} spoke.", "Lloyd Austin"},
    {"2021-07-28", "{Le Drian} spoke.", "Jean-Yves Le Drian"},
    {"2021-07-28", "EAM {Jaishankar} spoke.", "S. Jaishankar"},
    {"2021-07-28", "Foreign Ministry spokesperson {Zakharova} spoke.", "Maria Zakharova"},
    {"2021-03-19", "Director {Yang} spoke.", "Yang Jiechi"},
    {"2021-07-28", "Presidential chief of staff {Andriy Yermak} spoke.", "Andriy Yermak"},
    // another spelling of a first name, in the office
    {"2010-06-01", "Turkish Foreign Minister {Ahmed Davutoğlu} spoke.", "Ahmet Davutoglu"},
    {"2021-08-01", "Russian Foreign Minister {Sergej Lavrov} spoke.", "Sergei Lavrov"},
    {"2021-08-01", "Russian Foreign Minister {Stepan Lavrov} spoke.", "Stepan Lavrov"},
    {"1980-06-01", "Turkish Foreign Minister {Ahmed Davutoğlu} spoke.", "Ahmed Davutoğlu"},
    {"2021-08-01", "The people of Oman are free. May {she} prosper.", "?"},
    // the person that a story runs on
    {"2016-03-01",
     "Torvald Brekkestad hated war. {The Norwegian journalist} flew to Syria to write about the revolution "
     "against Bashar al-Assad. {He} was seized.",
     "Torvald Brekkestad; Torvald Brekkestad"},
    {"2016-03-01", "Angela Merkel hated war. {The Norwegian journalist} flew to Syria.", "Norwegian journalist"},
    // whom one still calls by the office before
    {"2016-09-05", "{Ambassador Rice} spoke.", "Susan Rice"},
    // nobody attacks what is his own
    {"2016-03-01", "Oman said Chad had fired at {its} posts.", "Oman"},
    {"2016-03-01", "Oman said Chad had withdrawn {its} troops.", "Chad"},
    {"2016-03-01", "Oman said Chad had attacked {two of its soldiers}.", "Omani soldiers"},
    {"2016-03-01", "Oman cut ties with Chad and expelled {its ambassador}.", "Chadian ambassador"},
    {"2016-03-01", "Oman cut ties with Chad and recalled {its ambassador}.", "Omani ambassador"},
    // a former leader by the surname, for some years
    {"2022-06-07", "{Obama} spoke.", "Barack Obama"},
    {"2022-06-07", "{President Obama} spoke.", "Barack Obama"},
    {"2045-06-07", "{Obama} spoke.", "?"},
    // names that the data write with small letters
    {"2018-02-26", "{The security council} met. {The European commission} spoke.",
     "United Nations Security Council; European Commission"},
    {"2018-02-26", "Iran met {western diplomats} in western Ukraine.", "western diplomats"},
    {"2018-02-26", "The envoy said {Trump} had left.", "Donald Trump"},
    // a list's numbers are nobody to speak of again
    {"2016-03-01", "Oman and Chad met. They put 78 people on a list. {They} left.", "Oman & Chad"},
    // not a president and his own prime minister
    {"2015-11-26", "Vladimir Putin met François Hollande. Dmitry Medvedev spoke. {The two leaders} left.",
     "François Hollande & Dmitry Medvedev"},
    // who says so is who they are, or nobody
    // who leads meets who leads
    {"2021-07-23", "President Joe Biden met his {Indian counterpart}.", "Narendra Modi"},
    {"2021-07-23", "Angela Merkel met her {American counterpart}.", "Joe Biden"},
    {"2021-07-23", "President Frank-Walter Steinmeier met his {Indian counterpart}.", "Ram Nath Kovind"},
    // the two of a meeting
    {"2018-03-09", "Angela Merkel met Emmanuel Macron and {they} left.", "Angela Merkel & Emmanuel Macron"},
    {"2018-03-09", "Angela Merkel accused Emmanuel Macron and {they} left.", "?"},
    {"2018-03-09", "Oman met Iran. Oman and Chad said {they} would leave.", "Oman & Chad"},
    {"2018-03-09", "Chadian rebels left Oman. Both countries said {they} would leave.", "?"},
    // ties make two, too
    {"2018-03-09", "Oman's trade with Chad is old. {The two countries} signed a pact.", "Oman & Chad"},
    // who speaks for a leader is none; leaders of another kind are others
    {"2014-06-01", "Barack Obama met Vladimir Putin. Jay Carney spoke. {The two leaders} left.",
     "Barack Obama & Vladimir Putin"},
    {"2018-03-09", "Angela Merkel met Emmanuel Macron. {The religious leaders} left.", "religious leaders"},
    {"2018-03-09", "Angela Merkel met Emmanuel Macron. {The leaders} who will come are friends.", "leaders"},
    // a government's own text
    {"", "{The administration} called Oman.", "United States", "The White House"},
    {"", "MR. CARNEY: Russia is far away. {They} called Oman.", "Russia", "The White House"},
    {"", "MR. CARNEY: The letter says, “{I} called Oman.”", "?", "The White House"},
    {"", "MR. CARNEY: {I} called Oman.", "Jay Carney", "The White House"},
    // somebody nearer whom no record could name
    {"2016-03-01", "Barack Obama spoke in Oman. This killer's mother says {he} wrote to Oman.", "?"},
    {"2016-03-01", "Barack Obama spoke in Oman. As a lawyer, {he} wrote to Oman.", "Barack Obama"},
    // things of theirs, but not their own lives
    {"2018-03-09", "Norwegian diplomats sang. Angela Merkel heard their songs and printed {them}.", "?"},
    {"2018-03-09", "Norwegian diplomats sang. Angela Merkel saved their lives by hiding {them}.",
     "Norwegian diplomats"},
    {"2018-03-09", "Vladimir Putin spoke. Fidel Castro used missiles given to {him} by Oman.", "Fidel Castro"},
    // surnames and bodies
    {"2021-07-20", "{Guterres} spoke.", "António Guterres"},
    {"2021-07-20", "Acting Assistant Secretary Julie Chung spoke. {Minister of Foreign Affairs Chung} left.",
     "Chung Eui-yong"},
    {"2018-03-09", "{The European commission} spoke.", "European Commission"},
    {"2018-03-09", "{Sudan's military rulers} spoke.", "Sudanese military rulers"},
    {"2018-03-09", "One of a handful of {Norwegian women} spoke.", "Norwegian women"},
    // a wife is somebody else, and her husband no woman
    {"2012-05-03", "President Obama sang. {Mrs. Obama} joined the President. {He} left. {Obama} slept.",
     "Mrs. Obama; Barack Obama; Barack Obama"},
    {"2012-05-03", "President and {Mrs. Obama} came to Oman.", "Barack Obama & Mrs. Obama"},
    // theirs who are named before "and"
    {"2018-03-09", "Norway calls Hezbollah and {its affiliates} a threat.", "affiliates"},
    {"2018-03-09", "Oman fears Hamas and {its} friends.", "Hamas"},
    {"2018-03-09", "Angela Merkel met Emmanuel Macron and {his foreign minister}.", "Jean-Yves Le Drian"},
    {"2018-03-09", "Angela Merkel met Vladimir Putin and {her} aide met Sergei Lavrov.", "Angela Merkel"},
    {"2018-03-09", "Vladimir Putin spoke to his minister and {his} aides.", "Vladimir Putin"},
    // one of a people, some of it
    {"2018-03-09", "Angela Merkel met {a Spaniard}.", "Spaniard"},
    {"2018-03-09", "Civilians, including {Norwegians}, came to Oman.", "Norwegians"},
    {"2018-03-09", "Partners, including {Norwegians}, came to Oman.", "Norway"},
    // an act's purpose names again whom the act was done to
    {"2018-03-09", "Hamas left. Oman attacked Hezbollah to drive {the group} out.", "Hezbollah"},
    // what others say, without a word that opens it
    {"2018-03-09", "Jim Mattis left. Sergei Lavrov has said September is a good time for {him} to speak.",
     "Sergei Lavrov"},
    {"2018-03-09", "Norwegian troops left. Both countries said {they} would not meet Oman.", "?"},
    // who acts goes on acting
    {"2014-03-01", "Barack Obama left. He called David Cameron, and then {he} called Angela Merkel.", "Barack Obama"},
    // a question begins anew; who was told of long before it is nobody to talk of
    {"", "MR. CARNEY: Barack Obama spoke. Barack Obama left.\nQ Is David Cameron's promise real that {he} will come?",
     "David Cameron", "The White House"},
    {"", "MR. CARNEY: Norwegian farmers sang. Rain fell. Snow fell. Snow fell. We called {them}.", "?",
     "The White House"},
    {"", "MR. CARNEY: Norwegian farmers sang. We called {them}.", "Norwegian farmers", "The White House"},
    // two told of together just before, whomever the text kept telling of
    {"2018-03-09",
     "Norwegian hostages sang. Norwegian hostages ate. Rain fell. Oman met Angela Merkel and Emmanuel Macron. {They} "
     "spoke.",
     "Angela Merkel & Emmanuel Macron"},
    // what is said aside leads to nobody
    {"2018-03-09", "Angela Merkel met Emmanuel Macron. (Theresa May and Leo Varadkar ate.) {They} left.",
     "Angela Merkel & Emmanuel Macron"},
    // what one is, and several by a noun in the singular
    {"2018-09-09", "Angela Merkel sang. She was held captive. Oman freed {her}.", "Angela Merkel"},
    {"2018-09-09", "Her family left. {She} called Oman.", "?"},
    // who is pointed at stands near
    {"2016-03-01", "Barack Obama met Bashar al-Assad. Rain fell. Snow fell. It froze. {These leaders} left.",
     "leaders"},
    {"2016-03-01", "Barack Obama met Bashar al-Assad. Rain fell. Snow fell. It froze. {These two leaders} left.",
     "Barack Obama & Bashar al-Assad"},
    {"2016-03-01", "Norway armed opposition forces. {These forces} left.", "opposition forces"},
    // whose the forces are
    {"2016-03-01", "Norway met {security forces} in Kenya.", "Kenyan security forces"},
    {"2016-03-01", "“{Our forces} have left,” a spokesman for the Houthis said.", "Houthis forces"},
    {"2016-03-01", "“{Our forces} have left,” a spokesman for the Syrian Democratic Forces said.",
     "Syrian Democratic Forces"},
    {"2016-03-01", "It rained. “{Our forces} have left Oman.”", "?"},
    // a town says nothing, a man of its name does
    {"2016-03-01", "{Bali} tweeted that rain fell.", "?"},
    {"2016-03-01", "David Bali sang. {Bali} tweeted that rain fell.", "David Bali"},
    // where something is, and what a relative clause tells by the way
    {"2016-03-01", "Norway left. Shields in Europe fell. Oman met {them}.", "?"},
    {"2018-03-09", "Oman fears Norwegian troops, which drove Chadian troops out. {They} left.", "Norwegian troops"},
    // nor a group named long ago, where two were named just before
    {"2018-03-09",
     "Oman fears Hamas. Rain fell. Snow fell. It froze. It thawed. Angela Merkel met Emmanuel Macron. "
     "{They} left.",
     "Angela Merkel & Emmanuel Macron"},
    // not whoever bears the first name as his surname
    {"2014-12-11", "On the {Antonio Brekkestad} nomination nobody spoke.", "Antonio Brekkestad"},
    // the holder who bears that title, whatever leads the state
    {"2021-08-10", "{The Iranian president} met Vladimir Putin.", "Ebrahim Raisi"},
    {"2017-11-22", "{The president of Iran} left.", "Hassan Rouhani"},
    {"2021-08-10", "{The Kremlin chief} left.", "Vladimir Putin"},
    // the holder of an office by a part of his name, or by more of it
    {"2021-08-10", "Saudi Foreign Minister {bin Farhan} left.", "Faisal bin Farhan Al Saud"},
    {"2021-08-10", "Malaysian Prime Minister {Muhyiddin} left.", "Muhyiddin Yassin"},
    {"2021-08-10", "{Mohamed bin Zayed bin Sultan Al Nahyan} left.", "Mohamed bin Zayed Al Nahyan"},
    // states that share a common noun
    {"2021-08-10", "{The Saudi and Yemeni leaderships} agreed.", "Saudi Arabia"},
    {"2021-08-10", "The foreign ministers of Germany and France met {their counterparts from Ukraine and Russia}.",
     "Sergei Lavrov"},
    {"2021-08-10", "India and Pakistan agreed. {The two neighbours} will talk.", "India & Pakistan"},
    {"2021-08-10", "Turkey and Greece traded barbs. {The two rivals} will talk.", "Turkey & Greece"},
    {"2021-08-10", "{Syrian Kurds} protested.", "Kurds"},
    {"2021-08-10", "{Another American} left.", "American"},
    {"2021-08-10", "Al-Sisi met al-Burhan. {The Sudanese general} left.", "Abdel Fattah al-Burhan"},
    {"2021-08-10", "Jens Stoltenberg met Volodymyr Zelensky. {The alliance} promised Kyiv more radars.", "NATO"},
    // a capital for the body that speaks from there, unless the text names the state
    {"2021-08-10", "{Brussels} threatened Warsaw with sanctions.", "European Union"},
    {"2021-08-10", "{Brussels} summoned the ambassador, the Belgian foreign minister said.", "Belgium"},
    {"2021-08-10", "Haiti spoke in {Brussels}.", "Belgium"},
    {"2021-08-10", "NATO met. {Brussels} sends troops.", "?"},
    // "they" at the head of sentences
    {"2021-08-10", "American envoys flew to Cairo. They met Egyptian rebels. {They} left.", "U.S. envoys"},
    {"2021-08-10", "They met Egyptian rebels. {They} left.", "?"},
    {"2021-08-10", "The reports describe abuses by Turkish soldiers. {They} accuse Ankara.", "?"},
    {"2021-08-10", "The transitional government say that {they} met Turkish soldiers.", "government"},
    // whose forces nobody tells
    {"2021-08-10", "It rained. {Their forces} left Oman.", "?"},
    {"2021-08-10", "Hezbollah fighters fled. {Their forces} left Oman.", "Hezbollah forces"},
    {"2019-08-10", "Mohammed bin Salman left. {Bin Salman} spoke.", "Mohammed bin Salman"},
    {"2018-01-20", "Moscow, which worked with the Kurds and insists that {they} have a seat, left.", "Kurds"},
    {"2019-08-10", "Norway met {its European partners}.", "European partners"},
    // holders of another time
    {"2021-06-10", "George Bush met Tony Blair in 2003. {The British leader} promised him troops.", "British leader"},
    {"2021-06-10", "Former president Barack Obama spoke. {The American president} left.", "Joe Biden"},
    {"2021-06-10", "Emmerson Mnangagwa met Ramaphosa. {His South African host} spoke.", "Cyril Ramaphosa"},
    {"2021-06-10", "Japan's top spokesman said {the foreign ministry} left.", "Japanese foreign ministry"},
    {"2021-06-10", "{The South American country} left.", "South American country"},
    {"2021-06-10", "Children of Islamic State fighters fled. {Some children} left.", "children"},
    // whom a surname alone meant before
    {"2021-08-10", "Kim Jong Un left. Kim sang. Kim Yo Jong wept. {Kim} sent a letter.", "Kim Jong-un"},
    {"2021-08-10", "Kadhimi flew to Tehran. His Iranian host met {him}.", "Mustafa al-Kadhimi"},
    // a mayor's town, and a text that is read out
    {"", "MR. EARNEST: Mayor Sly Brekkestad is here.\nMAYOR BREKKESTAD: {We} called Oman.", "?", "The White House"},
    {"", "MR. EARNEST: “We leave,” Vladimir Putin said. The paper: “{We} called Oman.”", "?", "The White House"},
};

const std::vector<Row> gaps = {
    {"2014-03-01", "{The president} spoke.", "Barack Obama", "The White House"},
    {"2014-03-01", "John Kerry met {his Russian counterpart}, Sergei Lavrov.", "Sergei Lavrov"},
};

}  // namespace

TEST_CASE("who is meant") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.date);
    CHECK_EQ(meant(row.text, row.date, row.publication, row.title), row.meant);
  }
}

TEST_CASE("known gaps of coreference") {
  for (const Row& row : gaps) CHECK_GAP(meant(row.text, row.date, row.publication, row.title), row.meant);
}
