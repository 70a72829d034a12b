// Records, one JSON object a line.
#include <fmt/format.h>

#include <string>

#include "demarche/export.h"
#include "export/graph_json.h"
#include "export/json_text.h"
#include "export/record.h"
#include "export/writer.h"

namespace demarche::exporting {
namespace {

// The record of `extract` with what a graph knows of the document besides: its date and fingerprint, so that `build`
// counts independent reports as before.
void append_full_record(const GraphStream::Told& told, bool text, std::string* out) {
  append_mention(told.mention, text, out);
  if (told.source == nullptr) return;
  out->pop_back();  // the closing bracket
  out->append(",\"source\":");
  append_source(*told.source, out);
  out->push_back('}');
}

}  // namespace

Result<ExportCounts> write_records(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  std::string line;
  ExportCounts counts;
  const auto done = graph.each_mention([&](const GraphStream::Told& told) {
    line.clear();
    append_full_record(told, options.text, &line);
    target->write(line.append("\n"));
    ++counts.nodes;
  });
  if (!done) return done.error();
  return counts;
}

Result<ExportCounts> write_plover_lines(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  std::string line;
  ExportCounts counts;
  const auto done = graph.each_mention([&](const GraphStream::Told& told) {
    line.clear();
    bool written = false;
    if (options.text) {
      written = write_plover(told.mention, &line);
    } else {
      Mention bare = told.mention;
      bare.text.clear();
      written = write_plover(bare, &line);
    }
    if (!written) return;
    target->write(line.append("\n"));
    ++counts.nodes;
  });
  if (!done) return done.error();
  return counts;
}

}  // namespace demarche::exporting
