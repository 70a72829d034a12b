#include "cli/answer_text.h"

#include <doctest/doctest.h>

#include "sample_graph.h"

namespace demarche::cli {
namespace {

TEST_CASE("an answer with its evidence") {
  Answer answer;
  answer.answers = {"Ahmet Davutoglu", "Iran"};
  answer.mentions = {"m2", "m1", "unknown"};
  CHECK(in_text(sample_graph(), answer, false) ==
        "Ahmet Davutoglu\n"
        "Iran\n"
        "\n"
        "2010-05-16 (planned)  The Meridian Wire\n"
        "  Lula will [visit] Iran, \"of course\".\n"
        "\n"
        "2010-05-13  The Meridian Wire\n"
        "  Hillary Clinton [called] Ahmet Davutoglu on Thursday.\n"
        "  https://e.org/a1\n");
}

TEST_CASE("on a colour terminal the trigger is bold") {
  const Graph graph = sample_graph();
  const std::string text = in_text(evidence_of(graph, {"m1"})[0], true);
  CHECK(text.find("Hillary Clinton \033[1mcalled\033[0m Ahmet Davutoglu") != std::string::npos);
}

TEST_CASE("an ambiguous name is answered with its candidates") {
  Answer answer;
  answer.ambiguous = "Clinton";
  answer.candidates = {"Bill Clinton", "Hillary Clinton"};
  CHECK(in_text(Graph(), answer, false) == "\"Clinton\" may be:\n  Bill Clinton\n  Hillary Clinton\n");
}

TEST_CASE("an interaction") {
  const Graph graph = sample_graph();
  std::string all;
  for (const Interaction& interaction : graph.interactions) {
    if (interaction.action == "call") all += in_text(graph, interaction, false);
  }
  CHECK(all ==
        "2010-05-13  Hillary Clinton → Ahmet Davutoglu: call, about Iran\n"
        "  Hillary Clinton [called] Ahmet Davutoglu on Thursday.\n"
        "  https://e.org/a1\n");
}

TEST_CASE("the trigger is found where the offsets do not fit the sentence, or it is not marked") {
  Mention mention = sample_mentions()[0].second;
  mention.text = "Yesterday Clinton called.";
  CHECK(mark_trigger(mention).before == "Yesterday Clinton ");
  mention.text = "Nothing of it.";
  CHECK(mark_trigger(mention).trigger.empty());
  CHECK(mark_trigger(mention).before == "Nothing of it.");
  mention.text = "Erdoğan called, and called.";
  mention.start = 0;
  mention.event_start = 20;
  mention.event_end = 26;
  CHECK(mark_trigger(mention).before == "Erdoğan called, and ");
}

}  // namespace
}  // namespace demarche::cli
