#include "export/record_source.h"

#include "export/graph_json.h"
#include "export/json_read.h"
#include "export/record.h"

namespace demarche::exporting {

Result<SourcedRecord> read_record_and_source(std::string_view json, std::string_view where) {
  // One parser a thread: its buffers serve every line.
  static thread_local JsonReader reader;
  SourcedRecord out;
  const auto problem = reader.read(json, where, "one record of `demarche extract`", [&](const JsonObject& object) {
    read_mention(object, &out.mention);
    object.object("source", [&](const JsonObject& given) { read_source(given, &out.source); });
  });
  if (problem) return *problem;
  if (!out.source.id.empty()) return out;
  const Mention& mention = out.mention;
  out.source = {mention.doc, mention.title, "", mention.url, mention.publication, mention.language, 0};
  if (mention.date_precision == DatePrecision::document) out.source.date = mention.date;
  return out;
}

}  // namespace demarche::exporting
