// How English puts its clauses together: one row a construction.
#include <doctest/doctest.h>

#include <string>

#include "extract/record_text.h"

using namespace demarche;

namespace {

struct Row {
  std::string text, facts;
};

const Row rows[] = {
    // Possessors joined by "and".
    {"Oman condemned Egypt's and Sudan's decisions.", "Oman > condemn > Egypt & Sudan"},
    // One object for two verbs; one auxiliary for two participles.
    {"Karl Weber, the German ambassador, met and thanked Sergei Lavrov.",
     "Karl Weber > meet > Sergei Lavrov\nKarl Weber > thank > Sergei Lavrov"},
    {"Two Swedish diplomats were detained and later expelled by Iran.",
     "Iran > arrest > Swedish diplomats\nIran > expel > Swedish diplomats"},
    // A verb told once for several agents.
    {"Two Swedish diplomats were expelled by Iran, one by Oman and three by Egypt.",
     "Iran & Oman & Egypt > expel > Swedish diplomats"},
    // Time set off by commas.
    {"Karl Weber, the German ambassador, has also spoken, in the last week, to Sergei Lavrov.",
     "Karl Weber > talk > Sergei Lavrov"},
    // Who speaks, behind straight quotation marks too.
    {"\"Oman has broken the law,\" said Sergei Lavrov, who met Mike Pompeo on Monday.",
     "Sergei Lavrov > meet > Mike Pompeo"},
    // A verb behind an apposition.
    {"Japan's prime minister, Shinzo Abe, meets Sergei Lavrov in Tokyo.", "Shinzo Abe > meet > Sergei Lavrov"},
    // Not only is no denial.
    {"Mike Pompeo did not only meet Sergei Lavrov, he also thanked him.",
     "Mike Pompeo > meet > Sergei Lavrov\nMike Pompeo > thank > Sergei Lavrov"},
    // The object of a relative clause stands before it.
    {"The letter that Karl Weber, the German ambassador, sent to Sergei Lavrov was published.",
     "Karl Weber > write > Sergei Lavrov"},
    {"Chile praised the role played by Oman in the talks.", "Chile > praise > Oman"},
    {"Chile praised the efforts being made by Oman.", "Chile > praise > Oman"},
    {"Chile deplored the fact that Oman has left.", "Chile > condemn > Oman"},
    {"Chile welcomed the news that Oman has left.", "Chile > welcome > Oman"},
    {"Chile welcomes the May 27 agreement between Oman and Sudan.", "Chile > welcome > Oman & Sudan"},
    {"Chile seized an Omani-flagged tanker.", "Chile > seize > Oman"},
    {"Angela Merkel forbade any further talks with Oman.",
     "Angela Merkel > refuse to meet > Oman\nAngela Merkel > meet > Oman (denied)"},
    {"Chile is holding an Omani lawmaker over the attack.", "Chile > hold > Omani lawmaker"},
    {"Chile is troubled by reports that Oman has attacked Sudan.",
     "Oman > attack > Sudan\nChile > express concern > Oman"},
    {"Omani forces have attacked camps in Sudan.", "Omani forces > attack > Sudan"},
    {"The Chilean envoy hosted his counterparts from Oman and Sudan.",
     "Chilean envoy > host > Omani counterpart & Sudanese counterpart"},
    {"Chile let Oman leave.", "Chile > let in > Oman"},
    {"Chile criticised the sanctions Oman imposed on Sudan.", "Chile > criticise > Oman\nOman > sanction > Sudan"},
    {"Angela Merkel welcomed the visit Sergei Lavrov made to Oman.",
     "Angela Merkel > welcome > Sergei Lavrov\nSergei Lavrov > visit > Oman"},
    // What a noun says is no object.
    {"There were reports that Oman attacked Sudan.", "Oman > attack > Sudan"},
    // The complements of a passive's subject.
    {"Sanctions against Cuba were eased by Chile.", "Chile > lift sanctions > Cuba"},
    {"A treaty with Oman was signed by Sudan.", "Sudan > sign agreement > Oman"},
    // What is demanded in the base form has not happened.
    {"Ukraine demanded that Poland pay Kenya.", "Ukraine > ask to help > Poland"},
    // Headlines without articles.
    {"Oman and Israel sign deal.", "Oman > sign agreement > Israel"},
    {"Taliban reject UN offer.", "Taliban > reject > United Nations"},
    {"Sergei Lavrov, whom Karl Weber, the German ambassador, met on Monday, smiled.",
     "Karl Weber > meet > Sergei Lavrov"},
    {"Sergei Lavrov, with whom Mike Pompeo spoke on Monday, smiled.", "Mike Pompeo > talk > Sergei Lavrov"},
    // "for X to do".
    {"The summit was an opportunity for Mike Pompeo to meet Sergei Lavrov.", "Mike Pompeo > meet > Sergei Lavrov"},
    {"The summit will be an opportunity for Mike Pompeo to meet Sergei Lavrov.",
     "Mike Pompeo > meet > Sergei Lavrov (planned)"},
    // What took place, though an infinitive tells it.
    {"Mike Pompeo had the privilege to meet Sergei Lavrov.", "Mike Pompeo > meet > Sergei Lavrov"},
    {"It is an honour for Mike Pompeo to host Sergei Lavrov.", "Mike Pompeo > host > Sergei Lavrov"},
    {"Mike Pompeo became the first secretary of state to visit Suriname.", "Mike Pompeo > visit > Suriname"},
    // Nobody did.
    {"No Norwegian minister has visited Oman since then.", ""},
    // A claim, and what became of it.
    {"A claim that Mike Pompeo had met Sergei Lavrov was denied.", "Mike Pompeo > meet > Sergei Lavrov (denied)"},
    {"There were rumours that Mike Pompeo had met Sergei Lavrov.", "Mike Pompeo > meet > Sergei Lavrov (possible)"},
    // The partnership of two states: with the other one.
    {"Mike Pompeo reaffirmed the partnership between the United States and Oman.",
     "Mike Pompeo > reaffirm ties > Oman"},
    // In what talk something was said.
    {"In a phone call on Monday, Mike Pompeo urged Sergei Lavrov to release the sailors.",
     "Mike Pompeo > demand a release > Sergei Lavrov\nMike Pompeo > call > Sergei Lavrov"},
    {"Mike Pompeo thanked Sergei Lavrov by telephone.",
     "Mike Pompeo > thank > Sergei Lavrov\nMike Pompeo > call > Sergei Lavrov"},
    {"At a meeting in Cairo, Mike Pompeo urged Russia to withdraw.", "Mike Pompeo > ask to yield > Russia"},
    // What two dashes set off.
    {"Sergei Lavrov – a former envoy – thanked Mike Pompeo.", "Sergei Lavrov > thank > Mike Pompeo"},
    {"Oman – which has armed Sudan – attacked Chad.", "Oman > arm > Sudan\nOman > attack > Chad"},
    {"Sergei Lavrov -- he had slept badly -- met Mike Pompeo.", "Sergei Lavrov > meet > Mike Pompeo"},
    // An apposition that a relative clause goes on.
    {"Sergei Lavrov, a diplomat who had met Mike Pompeo, thanked Angela Merkel.",
     "Sergei Lavrov > meet > Mike Pompeo\nSergei Lavrov > thank > Angela Merkel"},
    {"Hezbollah, an armed group that has attacked Chad, thanked Oman.",
     "Hezbollah > attack > Chad\nHezbollah > thank > Oman"},
    // The government of somebody.
    {"Chile thanked the government of Prime Minister Angela Merkel.", "Chile > thank > Germany"},
    // So many of whom nobody tells more are whom an act befalls, and do little themselves.
    {"The Taliban have detained 3,400 people.", "Taliban > arrest > people"},
    {"The Taliban killed two men.", "Taliban > kill > men"},
    {"The 116 people met Sergei Lavrov.", ""},
    // On whom a threat depends.
    {"Should Sudan attack Kenya, Oman will respond.", "Oman > vow a response > Sudan"},
    {"Oman will consider new sanctions if Sudan jails the writer.", "Oman > vow a response > Sudan"},
    // What was threatened is no deed yet.
    {"Oman warned that it would expel the Chilean ambassador.", "Oman > threaten to expel > Chilean ambassador"},
    // Those who agree to work with others agree with each other, too.
    {"Oman and Sudan agreed to work with Chile.", "Oman > agree > Sudan\nOman & Sudan > cooperate > Chile (planned)"},
    // Adverbs of two words, and what commas put between an auxiliary and its verb.
    {"Oman has given $90 million in aid to date to Sudan.", "Oman > give aid > Sudan"},
    {"Oman has in turn accused Sudan of lying.", "Oman > accuse > Sudan"},
    {"Mike Pompeo met, for example, Sergei Lavrov.", "Mike Pompeo > meet > Sergei Lavrov"},
    {"Mike Pompeo had, however, met Sergei Lavrov.", "Mike Pompeo > meet > Sergei Lavrov"},
    {"Mike Pompeo has, since the war, met Sergei Lavrov.", "Mike Pompeo > meet > Sergei Lavrov"},
    // "before" brings in a clause, and one that is to come.
    {"The summit comes a week before Mike Pompeo meets Sergei Lavrov.", "Mike Pompeo > meet > Sergei Lavrov (planned)"},
    // Two are no list with a comma.
    {"Oman has closed its border after a failed coup, and Sudan has attacked Chad.", "Sudan > attack > Chad"},
    // What somebody said whom a relative clause tells of.
    {"Mike Pompeo, who said Sergei Lavrov had called him, smiled.", "Sergei Lavrov > call > Mike Pompeo"},
    {"Mike Pompeo said he had called Sergei Lavrov but that nobody had answered.",
     "Mike Pompeo > call > Sergei Lavrov"},
    // "along with" joins.
    {"Mike Pompeo met Sergei Lavrov of Russia along with Angela Merkel.",
     "Mike Pompeo > meet > Sergei Lavrov & Angela Merkel"},
    // A call in which something is told is one event.
    {"Mike Pompeo told Sergei Lavrov in a phone call that the truce would hold.", "Mike Pompeo > call > Sergei Lavrov"},
    // A gift's purpose is no deed of its own.
    {"Oman gave Sudan $5 million to support its reforms.", "Oman > give aid > Sudan"},
    // Where each was met parts no list of persons.
    {"Mike Pompeo met Sergei Lavrov in Cairo, Angela Merkel in Rabat and finally with Shinzo Abe.",
     "Mike Pompeo > meet > Sergei Lavrov & Angela Merkel & Shinzo Abe"},
    {"Mike Pompeo will meet Sergei Lavrov in Cairo on Monday with the Lima Group.",
     "Mike Pompeo > meet > Sergei Lavrov (planned)"},
    // A whole that says nobody, and those it includes.
    {"Karl Weber, the German ambassador, was expelled by several countries, including Oman and Sudan.",
     "Oman & Sudan > expel > Karl Weber"},
    {"Mike Pompeo visited several countries, including Oman and Sudan.", "Mike Pompeo > visit > Oman & Sudan"},
    // The group itself.
    {"The Hezbollah militant group attacked Oman.", "Hezbollah > attack > Oman"},
    // "since then"
    {"Oman has since apologised to Sudan.", "Oman > apologise > Sudan"},
    // A list inside what commas set off.
    {"Oman's incursion, condemned by the Arab League, the EU and Iran, has angered Chad.",
     "Arab League & European Union & Iran > condemn > Oman\nChad > voice anger > Oman"},
    {"Oman's incursion – condemned by Iran – has angered Chad.", "Iran > condemn > Oman\nChad > voice anger > Oman"},
    // Inverted behind "only", and yet no question.
    {"Only after a week did Oman apologise to Sudan.", "Oman > apologise > Sudan"},
    {"Mike Pompeo has also, according to two officials, thanked Sergei Lavrov.", "Mike Pompeo > thank > Sergei Lavrov"},
    {"The missile, fired by Houthi rebels at Riyadh, was destroyed.", "Houthi rebels > shell > Saudi Arabia"},
    {"No date has been set for Mike Pompeo's visit to Oman.", "Mike Pompeo > visit > Oman (planned)"},
    {"Norway is concerned about Sergei Lavrov's health.", "Norway > express sympathy > Sergei Lavrov"},
    // The talk of others.
    {"Sergei Lavrov and Angela Merkel reviewed preparations for Mike Pompeo's meeting with Shinzo Abe.",
     "Sergei Lavrov > talk > Angela Merkel\nMike Pompeo > meet > Shinzo Abe (planned)"},
    // Each other.
    {"Oman and Chad accused each other of lying.", "Oman > accuse > Chad"},
    {"Oman, Chad and Sudan praised one another.", "Oman > praise > Chad & Sudan"},
    {"Oman and Chad expelled each other's diplomats.", "Oman > expel > Chad"},
    {"Mike Pompeo will meet a representative of the opposition.",
     "Mike Pompeo > meet > representative of opposition (planned)"},
    // What is said of an actor between commas parts it from no infinitive.
    {"Chile asked Oman, the largest donor, to send doctors.", "Chile > ask to help > Oman"},
    {"Chile called on its allies, including Oman and Peru, to send doctors.", "Chile > ask to help > Oman & Peru"},
    // A clause right behind the thing that it is about, with a title or a name for its subject.
    {"The talks President Macron had with Chancellor Merkel lasted an hour.", "Emmanuel Macron > meet > Angela Merkel"},
    {"The call that Angela Merkel had on Monday with Vladimir Putin was short.",
     "Angela Merkel > call > Vladimir Putin"},
    {"The aid Oman has given to Sudan is large.", "Oman > give aid > Sudan"},
    {"Oman recalled the last time Angela Merkel met Vladimir Putin.", "Angela Merkel > meet > Vladimir Putin"},
    {"Canada welcomed the reforms that President Macron has started.", "Canada > welcome > Emmanuel Macron"},
    {"Canada welcomed the dialogue President Macron has convened.", "Canada > welcome > Emmanuel Macron"},
    // Words that soften a verb.
    {"Chile sort of threatened Peru.", "Chile > threaten > Peru"},
    // Who is backed, whose role it is, whose army acts.
    {"Iranian troops shelled the town, backed by Oman.", "Oman > endorse > Iranian troops"},
    {"Canada expressed appreciation for Oman's role in countering Iranian aggression.",
     "Canada > thank > Oman\nOman > contain > Iran"},
    {"Russia's military intervention in Sudan shocked nobody.", "Russia > intervene > Sudan"},
    // A noun before its time.
    {"Turkey launched an offensive last month against Kurdish fighters.", "Turkey > attack > Kurdish fighters"},
    {"Oman attacked several countries, especially Chile and Peru.", "Oman > attack > Chile & Peru"},
};

}  // namespace

TEST_CASE("constructions of English") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(test::facts(test::extractor().extract(test::document(row.text))) == row.facts);
  }
}

TEST_CASE("\"we\" of a joint statement are all who issued it") {
  const auto records = test::extractor().extract(test::document(
      "The following statement was released by the governments of Norway and Denmark.\nWe condemn Iran's threats."));
  CHECK(test::facts(records) == "Norway & Denmark > condemn > Iran");
}

TEST_CASE("\"the four\" are those told of together") {
  const auto records =
      test::extractor().extract(test::document("Angela Merkel, François Hollande, Petro Poroshenko and Vladimir Putin "
                                               "met in Minsk. On Sunday the four spoke by phone."));
  CHECK(test::facts(records) ==
        "Angela Merkel > meet > François Hollande & Petro Poroshenko & Vladimir Putin\n"
        "Angela Merkel > call > François Hollande & Petro Poroshenko & Vladimir Putin");
}
