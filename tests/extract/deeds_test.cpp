// Whose deed "the seizure", "such a move" and "it" are.
#include "extract/deeds.h"

#include <doctest/doctest.h>

#include <string>

#include "extract/record_text.h"

using namespace demarche;

namespace {

struct Row {
  std::string text, facts;
};

const Row rows[] = {
    // In apposition to what somebody did.
    {"Iran seized a tanker, a move condemned by Norway.", "Norway > condemn > Iran"},
    {"Iran seized a tanker, a move that Norway condemned as illegal.", "Norway > condemn > Iran"},
    {"Chad launched strikes on the camps, which were condemned by Sudan.", "Sudan > condemn > Chad"},
    {"Norway praised an offer, a move condemned by nobody.", ""},
    // The subject of the verb.
    {"Iran seized a tanker on Friday. Norway condemned the seizure.", "Norway > condemn > Iran"},
    {"The tanker was seized by Iran. Norway condemned the seizure.", "Norway > condemn > Iran"},
    // The agent of the noun.
    {"Oman denounced the shelling of the village by Iranian forces.", "Oman > condemn > Iranian forces"},
    {"Oman denounced the raid on the village carried out by Iranian forces.", "Oman > condemn > Iranian forces"},
    {"Oman denounced the attack in Chad claimed by Hamas.", "Oman > condemn > Hamas"},
    // Its owner, some sentences before.
    {"Kenya studied Egypt's proposal. The rain went on. Sudan rejected the proposal.", "Sudan > reject > Egypt"},
    // A relative clause says whose it is.
    {"Sudan rejected a proposal that Egypt made last week.", "Sudan > reject > Egypt"},
    // "it": only just behind, only as an object.
    {"Omar Haddad, the Jordanian foreign minister, studied Egypt's proposal. Sudan has rejected it.",
     "Sudan > reject > Egypt"},
    // "The move", "the decision": whatever the sentence before told of.
    {"Chad cut its ties with Sudan. Norway condemned the move.", "Norway > condemn > Chad"},
    {"Chad cut its ties with Sudan. The decision was condemned by Norway.", "Norway > condemn > Chad"},
    {"Chad cut its ties with Sudan. The rain went on. The wind blew. Norway condemned the move.", ""},
    {"Chad cut its ties with Sudan. Norway condemned the decision of the court.", "Norway > condemn > court"},
    {"Chad cut its ties with Sudan after Oman had closed the border. Norway condemned the move.", ""},
    {"Chad cut its ties with Sudan after two men were arrested. Norway condemned the move.", ""},
    // One thing said, in other words.
    {"Chad accused Sudan of plotting. Norway condemned the charge.", "Norway > condemn > Chad"},
    // The same deed in another word.
    {"Chad struck a village in Sudan. Norway condemned the attack.", "Norway > condemn > Chad"},
    {"Chad hit a village in Sudan. The raid was condemned by Norway.", "Norway > condemn > Chad"},
    {"Chad struck a village in Sudan. It rained. Norway condemned the attack.", ""},
    {"Chad ordered Sudan to leave. Norway condemned the demand.", "Norway > condemn > Chad"},
    // What is suffered is his who did it, and nobody's where that is not told.
    {"Chad arrested Laura Vance, the Canadian envoy. Norway condemned her detention.", "Norway > condemn > Chad"},
    {"Laura Vance, the Canadian envoy, vanished. Norway condemned her detention.", ""},
    {"Chad arrested Laura Vance, the Canadian envoy. Norway condemned Iran's arrest of a poet.",
     "Norway > condemn > Iran"},
    // "it": what just one other actor did, if somebody judges it.
    {"Chad suspended the pact. Norway condemned it.", "Norway > condemn > Chad"},
    {"Norway suspended the pact. Norway's prime minister condemned it.", ""},
    // Too far back, or never told.
    {"Iran seized a tanker. It rained. It snowed. It rained. It snowed. It rained. It snowed. Norway condemned the "
     "seizure.",
     ""},
    {"Norway condemned the seizure.", ""},
    // Another one's.
    {"Iran seized a tanker. Norway condemned the seizure of a village by Sudan.", "Norway > condemn > Sudan"},
};

}  // namespace

TEST_CASE("whose deed it was") {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string out;
    for (const Mention& m : test::extractor().extract(test::document(row.text))) {
      if (m.action == "condemn" || m.action == "reject") out += (out.empty() ? "" : "\n") + test::fact(m);
    }
    CHECK(out == row.facts);
  }
}
