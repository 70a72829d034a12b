// A document as the readers of src/ingest hand it on: plain text plus what is known about it.
#ifndef DEMARCHE_DOCUMENT_H
#define DEMARCHE_DOCUMENT_H

#include <cstdint>
#include <string>
#include <vector>

namespace demarche {

// An entity that the user already marked. Offsets are Unicode code points of Document::text, end exclusive.
struct GivenMention {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::string name;  // canonical name, may be empty
  std::string code;  // ISO 3166 alpha-3 or IGO, NGO …, may be empty
};

// Where a text was repaired by its reader: code point `at` of the repaired text is `own` of the text as it came.
struct OffsetShift {
  std::uint32_t at = 0;
  std::uint32_t own = 0;
};

// Translates an offset of the repaired text to the text as it came, and back. `shifts` are in order of the text;
// without any, offsets are the same. An offset within a repair becomes its start.
std::uint32_t to_own_offset(const std::vector<OffsetShift>& shifts, std::uint32_t offset);
std::uint32_t from_own_offset(const std::vector<OffsetShift>& shifts, std::uint32_t offset);

// All strings are valid UTF-8 (readers repair what is not). `text` keeps the author's own characters; every offset
// that leaves the library points into it, or, where `shifts` are given, into the text before the repair.
struct Document {
  std::string id;  // never empty; the input's own id, or a hash of the text
  std::string text;
  std::string title;  // empty where unknown, like all below
  std::string date;   // publication date, ISO "2010-05-13"; empty where unknown, never invented
  std::string url;
  std::string publication;
  std::string author;    // as the page says it; "Jane Doe, John Roe"
  std::string language;  // ISO 639-1
  std::vector<GivenMention> mentions;
  std::vector<OffsetShift> shifts;  // empty where `text` is as it came
  std::string source;               // where it was read: "notes/a.txt", "feed.jsonl:17", "-:3"; for messages only
};

}  // namespace demarche

#endif
