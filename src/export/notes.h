// Words and links that the report and the vault of notes share.
#ifndef DEMARCHE_EXPORT_NOTES_H
#define DEMARCHE_EXPORT_NOTES_H

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/export.h"
#include "demarche/graph_stream.h"
#include "export/writer.h"

namespace demarche::exporting {

// "13 May 2010", "undated".
std::string when_words(const Interaction& interaction);

// "call (planned)".
std::string what_words(const Interaction& interaction);

// "> sentence\n> — [Title](url), Publication" of a mention; empty for none (nullptr).
std::string quotation(const Mention* told, std::string_view indent);

// Names for the files of notes, one an actor, by number of the actor: readable, no two alike even where upper and lower
// case are one, and safe on every file system and in links.
std::vector<std::string> note_names(const std::vector<Actor>& actors);

}  // namespace demarche::exporting

#endif
