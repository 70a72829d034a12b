// The words that stand on a stroke of a diagram, and over it.
#ifndef DEMARCHE_EXPORT_STROKE_WORDS_H
#define DEMARCHE_EXPORT_STROKE_WORDS_H

#include <string>
#include <string_view>
#include <vector>

#include "demarche/graph.h"
#include "export/stroke.h"

namespace demarche::exporting {

// Lines of clean text as markup, broken between them.
std::string joined_lines(const std::vector<std::string>& lines);

// Of a bundle the verbs, the most frequent first: "call, meet, praise, …".
std::string deeds(const Stroke& stroke);

// "13 May 2010" of one, "May 2010 – 2 Jun 2011" of a bundle.
std::string dates(const Stroke& stroke);

// Labels as HTML-like markup: "5 × call, meet / May 2010". A tall one stands beside its line and keeps off it by a
// margin, or inside a node; a flat one stands on the line, on paper of its own.
std::string tall_label(const Stroke& stroke, std::string_view colour, unsigned margin);
std::string flat_label(const Stroke& stroke, std::string_view colour);

// The surest mention of an interaction, of its settled status if there is one; nullptr without evidence.
const Mention* best_mention(const Graph& evidence, const Interaction& interaction);

// "Hillary Clinton called Ahmet Davutoglu"-like words of one interaction, for those who cannot see the picture: "13 May
// 2010: Hillary Clinton – call – Ahmet Davutoğlu (planned)". The graph gives the names.
std::string in_words(const Graph& graph, const Interaction& interaction);

}  // namespace demarche::exporting

#endif
