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

// All strings are valid UTF-8 (readers repair what is not). `text` keeps the author's own characters; every offset
// that leaves the library points into it.
struct Document {
  std::string id;           // never empty; the input's own id, or a hash of the text
  std::string text;
  std::string title;        // empty where unknown, like all below
  std::string date;         // publication date, ISO "2010-05-13"; empty where unknown, never invented
  std::string url;
  std::string publication;
  std::string language;     // ISO 639-1
  std::vector<GivenMention> mentions;
  std::string source;       // where it was read: "notes/a.txt", "feed.jsonl:17", "-:3"; for messages only
};

}  // namespace demarche

#endif
