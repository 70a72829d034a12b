// One JSON object as a document.
#ifndef DEMARCHE_INGEST_JSON_DOCUMENT_H
#define DEMARCHE_INGEST_JSON_DOCUMENT_H

#include <cstddef>
#include <memory>
#include <string>

#include "demarche/document.h"
#include "ingest/field_map.h"

namespace demarche::ingesting {

// Keeps simdjson's buffers between lines. Not thread-safe.
class JsonDocumentReader {
 public:
  // Borrows the map.
  explicit JsonDocumentReader(const FieldMap& map);
  ~JsonDocumentReader();

  struct Line {
    Document document;
    std::string file;       // instead of document.text
    bool has_text = false;  // document.text was given, maybe empty; with neither it is no document
  };

  // Returns what is wrong with the line ("broken JSON at byte 23 (…)", "\"text\" is a number, not a string"), empty for
  // a good one. REQUIRES valid UTF-8 and Input::padding readable bytes behind `line`. Fields that are not used are
  // passed over without a closer look.
  std::string read(const char* line, std::size_t length, Line* out);

 private:
  struct Rep;
  const FieldMap& map_;
  std::unique_ptr<Rep> rep_;
};

}  // namespace demarche::ingesting

#endif
