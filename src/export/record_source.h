// A record with what it says of its document.
#ifndef DEMARCHE_EXPORT_RECORD_SOURCE_H
#define DEMARCHE_EXPORT_RECORD_SOURCE_H

#include <string_view>

#include "demarche/error.h"
#include "demarche/graph.h"

namespace demarche::exporting {

struct SourcedRecord {
  Mention mention;
  Source source;
};

// All of the document where `export --to records` wrote the line, else what stands in cite_info, and the date where the
// statement has none of its own. `where` begins the message.
Result<SourcedRecord> read_record_and_source(std::string_view json, std::string_view where);

}  // namespace demarche::exporting

#endif
