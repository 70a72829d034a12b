// Rows: a sentence and its clauses, one a line: "subject | verb | what follows (relation, status …)".
#include "extract/clauses.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "extract/known_gaps.h"
#include "extract/reading.h"

using namespace demarche;

namespace {

std::string words(const test::Reading& r, const extract::Sentence& s, const extract::ChunkRange& range) {
  std::uint32_t last = range.last;
  while (last > range.first && s.chunks[last - 1].kind == extract::ChunkKind::comma) --last;
  return last <= range.first ? "-" : r.words(s, s.chunks[range.first].first, s.chunks[last - 1].last);
}

std::string clauses(const std::string& text) {
  static constexpr std::array<std::string_view, 8> relations = {"main",    "coordinate", "infinitive", "participle",
                                                                "reduced", "relative",   "complement", "adverbial"};
  const test::Reading reading(text);
  std::string out;
  for (const extract::Sentence& s : reading.sentences()) {
    std::vector<extract::Clause> found;
    extract::find_clauses(test::Reading::tables(), s, &found);
    for (const extract::Clause& c : found) {
      const extract::VerbGroup& v = s.verbs[c.verb];
      if (!out.empty()) out += '\n';
      out += words(reading, s, c.subject) + " | " + reading.words(s, v.first, v.last) + " | " +
             words(reading, s, c.tail) + " (";
      out += relations[static_cast<std::size_t>(c.relation)];
      out += ", ";
      out += to_string(c.status);
      if (v.passive) out += ", passive";
      if (c.content) out += ", content";
      if (c.source != extract::none) out += ", told by " + words(reading, s, found[c.source].subject);
      out += ')';
    }
  }
  return out;
}

struct Row {
  std::string text;
  std::vector<std::string> clauses;
};

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& l : lines) out += (out.empty() ? "" : "\n") + l;
  return out;
}

const Row rows[] = {
    {"Turkey's aim is to push the rebels back.",
     {"Turkey's aim | is | to push the rebels back (main, actual)",
      "Turkey's aim | to push | the rebels back (infinitive, planned)"}},
    {"Macron persuaded Orban to sign the treaty.",
     {"Macron | persuaded | Orban to sign the treaty (main, actual)",
      "Orban | to sign | the treaty (infinitive, actual)"}},
    {"Macron tried to persuade Orban to sign the treaty.",
     {"Macron | tried | to persuade Orban to sign the treaty (main, actual)",
      "Macron | to persuade | Orban to sign the treaty (infinitive, actual)",
      "Orban | to sign | the treaty (infinitive, actual, content)"}},
    {"Oman and Qatar met in Muscat, with Egypt refusing to attend.",
     {"Oman and Qatar | met | in Muscat (main, actual)", "Egypt | refusing | to attend (reduced, actual)",
      "Egypt | to attend | - (infinitive, denied)"}},
    {"Qatar is angry at Egypt for blocking the loan.",
     {"Qatar | is | angry at Egypt for blocking the loan (main, actual)",
      "Egypt | blocking | the loan (adverbial, actual)"}},
    {"Chad launched strikes on Darfur, which were condemned by Sudan.",
     {"Chad | launched | strikes on Darfur (main, actual)",
      "strikes | were condemned | by Sudan (relative, actual, passive)"}},
    {"Merkel met Macron in Paris.", {"Merkel | met | Macron in Paris (main, actual)"}},
    {"Putin will visit Turkey next week.", {"Putin | will visit | Turkey next week (main, planned)"}},
    {"Putin has visited Turkey.", {"Putin | has visited | Turkey (main, actual)"}},
    {"Putin is visiting Turkey.", {"Putin | is visiting | Turkey (main, actual)"}},
    // passives
    {"Merkel was received by Macron in Paris.", {"Merkel | was received | by Macron in Paris (main, actual, passive)"}},
    {"The ambassador was summoned.", {"The ambassador | was summoned | - (main, actual, passive)"}},
    {"The ambassador has been expelled by Iran.",
     {"The ambassador | has been expelled | by Iran (main, actual, passive)"}},
    {"Lavrov will be received by Wang.", {"Lavrov | will be received | by Wang (main, planned, passive)"}},
    {"Sanctions were not imposed.", {"Sanctions | were not imposed | - (main, denied, passive)"}},
    // relative clauses
    {"Lavrov, who met Kerry, left.", {"Lavrov | met | Kerry (relative, actual)", "Lavrov | left | - (main, actual)"}},
    {"The envoy who met Kerry left.",
     {"The envoy | met | Kerry (relative, actual)", "The envoy | left | - (main, actual)"}},
    {"Merkel met Macron, who praised her.",
     {"Merkel | met | Macron (main, actual)", "Macron | praised | her (relative, actual)"}},
    // reduced clauses
    // participles
    {"Speaking in Brussels, Merkel praised Macron.",
     {"Merkel | Speaking | in Brussels (participle, actual)", "Merkel | praised | Macron (main, actual)"}},
    {"Merkel left Paris, praising Macron.",
     {"Merkel | left | Paris (main, actual)", "Merkel | praising | Macron (participle, actual)"}},
    {"After meeting Macron, Merkel flew to Oman.",
     {"Merkel | meeting | Macron (adverbial, actual)", "Merkel | flew | to Oman (main, actual)"}},
    {"Merkel flew to Oman after meeting Macron.",
     {"Merkel | flew | to Oman after meeting Macron (main, actual)", "Merkel | meeting | Macron (adverbial, actual)"}},
    {"France accused Iran of arming rebels.",
     {"France | accused | Iran of arming rebels (main, actual)",
      "Iran | arming | rebels (adverbial, actual, content)"}},
    // control and raising
    {"Merkel agreed to meet Macron.",
     {"Merkel | agreed | to meet Macron (main, actual)", "Merkel | to meet | Macron (infinitive, planned)"}},
    {"Merkel plans to visit Oman.",
     {"Merkel | plans | to visit Oman (main, actual)", "Merkel | to visit | Oman (infinitive, planned)"}},
    {"Merkel refused to meet Macron.",
     {"Merkel | refused | to meet Macron (main, actual)", "Merkel | to meet | Macron (infinitive, denied)"}},
    {"Merkel is expected to visit Oman.",
     {"Merkel | is expected | to visit Oman (main, actual, passive)",
      "Merkel | to visit | Oman (infinitive, planned)"}},
    {"Merkel urged Iran to release the sailors.",
     {"Merkel | urged | Iran to release the sailors (main, actual)",
      "Iran | to release | the sailors (infinitive, possible, content)"}},
    {"Merkel called on Iran to release the sailors.",
     {"Merkel | called | on Iran to release the sailors (main, actual)",
      "Iran | to release | the sailors (infinitive, possible, content)"}},
    {"Merkel managed to meet Macron.",
     {"Merkel | managed | to meet Macron (main, actual)", "Merkel | to meet | Macron (infinitive, actual)"}},
    {"Merkel failed to persuade Macron.",
     {"Merkel | failed | to persuade Macron (main, actual)", "Merkel | to persuade | Macron (infinitive, denied)"}},
    {"Merkel threatened to leave the talks.",
     {"Merkel | threatened | to leave the talks (main, actual)",
      "Merkel | to leave | the talks (infinitive, possible, content)"}},
    // coordination
    {"Merkel and Macron met.", {"Merkel and Macron | met | - (main, actual)"}},
    {"Merkel, Macron and Rutte met in Paris.", {"Merkel, Macron and Rutte | met | in Paris (main, actual)"}},
    {"Merkel met Macron and praised Rutte.",
     {"Merkel | met | Macron (main, actual)", "Merkel | praised | Rutte (coordinate, actual)"}},
    {"Merkel met Macron and then flew to Oman.",
     {"Merkel | met | Macron (main, actual)", "Merkel | then flew | to Oman (coordinate, actual)"}},
    {"Merkel met Macron, and Rutte left.", {"Merkel | met | Macron (main, actual)", "Rutte | left | - (main, actual)"}},
    {"Merkel met Macron but did not call Rutte.",
     {"Merkel | met | Macron (main, actual)", "Merkel | did not call | Rutte (coordinate, denied)"}},
    {"Putin will meet Macron and visit Oman.",
     {"Putin | will meet | Macron (main, planned)", "Putin | visit | Oman (main, planned)"}},
    {"Merkel met Macron; Rutte called Lavrov.",
     {"Merkel | met | Macron (main, actual)", "Rutte | called | Lavrov (main, actual)"}},
    // fronted phrases, insertions
    {"In Brussels, Merkel met Macron.", {"Merkel | met | Macron (main, actual)"}},
    {"On Monday Merkel met Macron.", {"Merkel | met | Macron (main, actual)"}},
    {"In a call with Macron, Merkel praised Oman.", {"Merkel | praised | Oman (main, actual)"}},
    {"Merkel, in Paris, praised Macron.", {"Merkel | praised | Macron (main, actual)"}},
    {"Merkel on Monday praised Macron.", {"Merkel | praised | Macron (main, actual)"}},
    {"Merkel (right) praised Macron.", {"Merkel | praised | Macron (main, actual)"}},
    {"Talks between Iran and Oman resumed.", {"Talks | resumed | - (main, actual)"}},
    {"The minister of Oman met Macron.", {"The minister of Oman | met | Macron (main, actual)"}},
    // complements and attribution
    {"Merkel said Macron met Rutte.",
     {"Merkel | said | - (main, actual)", "Macron | met | Rutte (main, actual, told by Merkel)"}},
    {"Merkel said that Macron met Rutte.",
     {"Merkel | said | - (main, actual)", "Macron | met | Rutte (complement, actual, told by Merkel)"}},
    {"Macron met Rutte, Merkel said.",
     {"Macron | met | Rutte (main, actual, told by Merkel)", "Merkel | said | - (main, actual)"}},
    {"“Macron met Rutte,” said Merkel.",
     {"Macron | met | Rutte (main, actual, told by Merkel)", "Merkel | said | - (main, actual)"}},
    {"Merkel denied that Macron met Rutte.",
     {"Merkel | denied | - (main, actual)", "Macron | met | Rutte (complement, denied, told by Merkel)"}},
    {"Merkel alleged that Macron met Rutte.",
     {"Merkel | alleged | - (main, actual)", "Macron | met | Rutte (complement, possible, told by Merkel)"}},
    {"Merkel told Putin that sanctions would stay.",
     {"Merkel | told | Putin (main, actual)", "sanctions | would stay | - (complement, planned, told by Merkel)"}},
    // negation, modals, hedges
    {"Merkel did not meet Macron.", {"Merkel | did not meet | Macron (main, denied)"}},
    {"Merkel never met Macron.", {"Merkel | never met | Macron (main, denied)"}},
    {"Merkel will not meet Macron.", {"Merkel | will not meet | Macron (main, denied)"}},
    {"Merkel may meet Macron.", {"Merkel | may meet | Macron (main, possible)"}},
    {"Merkel could meet Macron.", {"Merkel | could meet | Macron (main, possible)"}},
    {"Merkel reportedly met Macron.", {"Merkel | reportedly met | Macron (main, possible)"}},
    {"Merkel might have met Macron.", {"Merkel | might have met | Macron (main, possible)"}},
    // conditionals and questions
    {"If Iran attacks Oman, France will act.",
     {"Iran | attacks | Oman (complement, possible)", "France | will act | - (main, planned)"}},
    {"Merkel asked whether Macron met Rutte.",
     {"Merkel | asked | - (main, actual)", "Macron | met | Rutte (complement, possible, told by Merkel)"}},
    {"After Macron left, Merkel spoke.",
     {"Macron | left | - (adverbial, actual)", "Merkel | spoke | - (main, actual)"}},
    // inversion
    {"Also attending was Wang Yi.",
     {"Wang Yi | Also attending | - (participle, actual)", "- | was | Wang Yi (main, actual)"}},
    // infinitive of a noun before the finite verb
    {"Merkel's plan to visit Oman failed.",
     {"Merkel's plan | to visit | Oman (infinitive, planned)", "Merkel's plan | failed | - (main, actual)"}},
    {"The plan to attack Oman alarmed Qatar.",
     {"The plan | to attack | Oman (infinitive, planned)", "The plan | alarmed | Qatar (main, actual)"}},
    // whose refusal, promise or wish it is
    {"Oman kept the deal despite Qatar's refusal to free the sailors.",
     {"Oman | kept | the deal despite Qatar's refusal to free the sailors (main, actual)",
      "Qatar's refusal | to free | the sailors (infinitive, denied)"}},
    {"Macron praised Oman's decision to host Kerry.",
     {"Macron | praised | Oman's decision to host Kerry (main, actual)",
      "Oman's decision | to host | Kerry (infinitive, planned)"}},
    {"Macron mocked Merkel's wish to host Kerry.",
     {"Macron | mocked | Merkel's wish to host Kerry (main, actual)",
      "Merkel's wish | to host | Kerry (infinitive, planned, content)"}},
    // a few words in quotation marks
    {"Macron asked Kerry \"politely\" not to leave.",
     {"Macron | asked | Kerry \"politely\" not to leave (main, actual)",
      "Kerry | not to leave | - (infinitive, denied, content)"}},
    // asides of speech, partners, ages
    {"Oman, Kerry said on Monday, freed the sailors.",
     {"Kerry | said | on Monday (main, actual)", "Oman | freed | the sailors (main, actual, told by Kerry)"}},
    {"Merkel, along with Macron, met Kerry.", {"Merkel, along with Macron | met | Kerry (main, actual)"}},
    {"The smuggler, 23, was arrested.", {"The smuggler | was arrested | - (main, actual, passive)"}},
    // headlines
    {"Kerry, Lavrov meet in Oman.", {"Kerry, Lavrov | meet | in Oman (main, actual)"}},
    // what a second participle shares
    {"The sailors were arrested and given a fine.",
     {"The sailors | were arrested | - (main, actual, passive)", "The sailors | given | a fine (coordinate, actual)"}},
    // a time between the auxiliary and its verb
    {"Oman has today summoned the envoy.", {"Oman | has today summoned | the envoy (main, actual)"}},
    {"Oman will next week send a team.", {"Oman | will next week send | a team (main, planned)"}},
    // a relative clause that a comma ends
    {"Oman, which denies backing the rebels, cut its ties with Qatar.",
     {"Oman | denies | - (relative, actual)", "Oman | backing | the rebels (participle, denied)",
      "Oman | cut | its ties with Qatar (main, actual)"}},
    // whoever issues the words does what they say
    {"The council adopted a resolution condemning Mali.",
     {"The council | adopted | a resolution (main, actual)", "The council | condemning | Mali (participle, actual)"}},
    {"The council rejected a resolution condemning Mali.",
     {"The council | rejected | a resolution (main, actual)",
      "a resolution | condemning | Mali (reduced, denied, told by The council)"}},
    // over what hangs on the first verb
    {"Oman rejects the use of force to mark the border and calls on Qatar to talk.",
     {"Oman | rejects | the use of force to mark the border (main, actual)",
      "Oman | to mark | the border (infinitive, planned)", "Oman | calls | on Qatar to talk (coordinate, actual)",
      "Qatar | to talk | - (infinitive, possible, content)"}},
    // a comma that does not belong there
    {"Prime Minister Imran Khan (PTI), called Merkel.", {"Prime Minister Imran Khan | called | Merkel (main, actual)"}},
    {"In Oman, called Merkel.", {"- | called | Merkel (main, actual)"}},
    // a direction goes with the verb
    {"Oman sent home three envoys.", {"Oman | sent | home three envoys (main, actual)"}},
    {"Merkel will not leave until Oman apologises.",
     {"Merkel | will not leave | - (main, denied)", "Oman | apologises | - (adverbial, possible)"}},
    // who writes asks
    {"Merkel wrote to Macron asking for help.",
     {"Merkel | wrote | to Macron (main, actual)", "Merkel | asking | for help (participle, actual)"}},
    {"Merkel sent a letter to Macron asking for help.",
     {"Merkel | sent | a letter to Macron (main, actual)", "Merkel | asking | for help (participle, actual)"}},
};

const std::vector<Row> gaps = {
    {"Unless Iran yields, France will act.",
     {"Iran | yields | - (complement, possible)", "France | will act | - (main, planned)"}},
    {"Will Merkel meet Macron?", {"- | Will | Merkel (main, actual)", "Merkel | meet | Macron (main, possible)"}},
    {"Did Merkel meet Macron?", {"- | Did | Merkel (main, actual)", "Merkel | meet | Macron (main, possible)"}},
    {"The envoy, sent by Kerry, met Lavrov.",
     {"The envoy | sent | by Kerry (reduced, actual, passive)", "The envoy | met | Lavrov (main, actual)"}},
    {"The talks hosted by Oman failed.",
     {"The talks | hosted | by Oman (reduced, actual, passive)", "The talks | failed | - (main, actual)"}},
    {"Merkel met the ministers of Oman and Qatar, who praised her.",
     {"Merkel | met | the ministers of Oman and Qatar (main, actual)",
      "the ministers of Oman and Qatar | praised | her (relative, actual)"}},
};

}  // namespace

TEST_CASE("clauses") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK_EQ(clauses(row.text), joined(row.clauses));
  }
}

TEST_CASE("known gaps of clauses") {
  for (const Row& row : gaps) CHECK_GAP(clauses(row.text), joined(row.clauses));
}
