// A target for formats of one file whose bytes are wanted in memory.
#ifndef DEMARCHE_EXPORT_STRING_TARGET_H
#define DEMARCHE_EXPORT_STRING_TARGET_H

#include <string>
#include <string_view>

#include "demarche/export.h"

namespace demarche::exporting {

class StringTarget : public ExportTarget {
 public:
  void start(std::string_view) override {}
  void write(std::string_view bytes) override { text.append(bytes); }
  std::string text;
};

}  // namespace demarche::exporting

#endif
