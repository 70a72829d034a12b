// The items of a graph as JSON objects, written and read back.
#ifndef DEMARCHE_EXPORT_GRAPH_JSON_H
#define DEMARCHE_EXPORT_GRAPH_JSON_H

#include <string>

#include "demarche/graph.h"
#include "export/json_read.h"

namespace demarche::exporting {

void append_node(const Actor& actor, std::string* out);
void append_interaction(const Interaction& interaction, std::string* out);
void append_affiliation(const Affiliation& affiliation, std::string* out);
void append_source(const Source& source, std::string* out);

void read_node(const JsonObject& object, Actor* actor);
void read_interaction(const JsonObject& object, Interaction* interaction);
void read_affiliation(const JsonObject& object, Affiliation* affiliation);
void read_source(const JsonObject& object, Source* source);

// Writes a mention's record; without `text`, the sentence and the trigger words are left out.
void append_mention(const Mention& mention, bool text, std::string* out);

}  // namespace demarche::exporting

#endif
