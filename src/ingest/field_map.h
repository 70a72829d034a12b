// Which fields of foreign records are those of a document (--map text=body,date=published_at).
#ifndef DEMARCHE_INGEST_FIELD_MAP_H
#define DEMARCHE_INGEST_FIELD_MAP_H

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demarche/document.h"

namespace demarche::ingesting {

class FieldMap {
 public:
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  // Fields that `pairs` does not name keep their own names. Borrows nothing.
  explicit FieldMap(const Pairs& pairs);

  // The string of the document that the field fills; nullptr for a field that means nothing here. Fields within
  // objects are named by their path: "content.body".
  std::string Document::*target(std::string_view path) const;

  // True when a field within the object of this path may fill something.
  bool leads_on(std::string_view path) const;

  // Where the text stands: "text", or what the user said.
  const std::string& text_field() const { return text_; }
  bool has_own_names() const { return own_; }

 private:
  std::vector<std::pair<std::string, std::string Document::*>> fields_;
  std::string text_;
  bool own_ = true;
};

}  // namespace demarche::ingesting

#endif
