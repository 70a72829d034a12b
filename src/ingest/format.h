// Which format some bytes are in, by their content. A name only decides what content leaves open.
#ifndef DEMARCHE_INGEST_FORMAT_H
#define DEMARCHE_INGEST_FORMAT_H

#include <string>
#include <string_view>

#include "ingest/field_map.h"

namespace demarche::ingesting {

enum class Format {
  text,
  html,
  feed,
  json_lines,
  json,
  csv,
  tsv,
  warc,
  mbox,
  mail,
  pdf,
  packed,  // gzip, zstd, bzip2, xz, zip, tar
  unknown  // not text, and none of these
};

// "text", "HTML", "JSON Lines" …
std::string_view to_string(Format format);

// `head` holds the first bytes, in UTF-8 where they are text; more of them decide better. `name` may be empty.
Format recognise(std::string_view head, std::string_view name, const FieldMap& map);

// The end of a file's name in lower case: ".html"; empty where there is none.
std::string extension_of(std::string_view name);

// What a file of no readable format is, where that is known: "a picture", "an Office document"; else "not text".
std::string_view describe_unknown(std::string_view head);

}  // namespace demarche::ingesting

#endif
