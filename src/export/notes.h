// Words and links that the report and the vault of notes share.
#ifndef DEMARCHE_EXPORT_NOTES_H
#define DEMARCHE_EXPORT_NOTES_H

#include <string>
#include <string_view>
#include <vector>

#include "demarche/graph_stream.h"

namespace demarche::exporting {

// "13 May 2010", "undated".
std::string when_words(const Interaction& interaction);

// Appends "*call (planned)*" as Markdown.
void append_what(const Interaction& interaction, std::string* out);

// Appends "> sentence\n> — [Title](url), Publication" of a mention between empty lines; nothing for none (nullptr).
void append_quotation(const Mention* told, std::string_view indent, std::string* out);

// Names for the files of notes, one an actor, by number of the actor: readable, no two alike even where upper and lower
// case are one, and safe on every file system and in links.
std::vector<std::string> note_names(const std::vector<Actor>& actors);

}  // namespace demarche::exporting

#endif
