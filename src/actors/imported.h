// What a foreign list of actors says, as rows of an actor file.
#ifndef DEMARCHE_ACTORS_IMPORTED_H
#define DEMARCHE_ACTORS_IMPORTED_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/actor_file.h"

namespace demarche::actors {

// A common noun, or a phrase of several words, for people or a body of a sector: "rancher", "human rights activist".
struct ImportedNoun {
  std::string word, sector;
};

// Something that was not kept, or not as it stood.
struct ImportProblem {
  std::uint32_t line = 0;
  std::string what;  // one line in English
};

// Rows have a name and no id yet: match() gives it.
struct Imported {
  std::vector<rules::ActorRow> rows;
  std::vector<ImportedNoun> nouns;
  std::vector<ImportProblem> problems;
  std::uint64_t entries = 0;  // of the list
  std::uint64_t names = 0;    // that the rows hold
  std::uint64_t codes = 0;    // that the rows hold
  std::uint64_t phrases = 0;  // of the nouns: of several words
  // Left out:
  std::uint64_t comments = 0;    // of dictionaries
  std::uint64_t open_ended = 0;  // names that there also begin longer words: here whole words only
};

// "AHMAD_SHAH_AHMADZAI_" → "Ahmad Shah Ahmadzai"; small words between others stay small. Words of four letters at most
// that stand alone, and words in brackets, keep their capitals.
std::string usual_capitals(std::string_view name);

// Bytes that are no UTF-8 read as Windows-1252.
std::string to_utf8(std::string_view bytes);

// Whether the words are those of a body ("… Army", "Ministry of …"), not of a person.
bool names_a_body(std::string_view name);

}  // namespace demarche::actors

#endif
