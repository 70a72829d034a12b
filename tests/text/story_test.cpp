#include "text/story.h"

#include <doctest/doctest.h>

#include <string>

namespace demarche::text {
namespace {

const std::string story = "Clinton met Lavrov on Thursday.\n\nThey talked for three hours, officials said.";

TEST_CASE("what stands round a story is left out") {
  for (const std::string& text :
       {story, "  \n" + story + "\n", "GENEVA, May 13 (The Wire) - " + story, "GENEVA (AW) — " + story,
        "GENEVA -- " + story, "Ministers meet\n\nBy JANE ROE\nThe Wire\n\nGENEVA — " + story,
        "Two talks, one aim: Lavrov and Clinton\n" + story, story + "\n\nReporting by Jane Roe; Editing by John Doe\n",
        story + " (Additional reporting by Jane Roe in Ankara; Editing by John Doe)",
        story + "\n\n(Writing by Jane Roe)\n\nOur Standards: The Wire's Principles.", story + "\n© 2010 The Wire",
        story + "\n\nCopyright 2010 The Wire. All rights reserved.\n"}) {
    CAPTURE(text);
    CHECK(story_of(text) == story);
  }
}

TEST_CASE("what is part of a story stays") {
  for (const std::string& text :
       {std::string(""), std::string("Clinton met Lavrov"), std::string("Editing by Jane Roe"),
        std::string("The talks - held in Geneva - went on."), std::string("Clinton met Lavrov (and Davutoglu)"),
        std::string("“We are ready.”\nClinton met Lavrov.")}) {
    CAPTURE(text);
    CHECK(story_of(text) == text);
  }
}

}  // namespace
}  // namespace demarche::text
