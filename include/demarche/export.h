// Writers of records and graphs. Each escapes what it carries; the same graph gives the same bytes.
#ifndef DEMARCHE_EXPORT_H
#define DEMARCHE_EXPORT_H

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"
#include "demarche/graph.h"
#include "demarche/graph_stream.h"
#include "demarche/mention.h"

namespace demarche {

// Appends one native record as a line of JSON, without newline. Fields that are not stated are left out. Invalid UTF-8
// becomes U+FFFD.
void write_record(const Mention& mention, std::string* out);

// Appends the PLOVER projection (`projection_from_status`), or nothing for an event that was denied and is no refusal.
// Returns whether it wrote. `mode` is a list here, since a plan or a rumour adds an auxiliary mode; dates are days.
bool write_plover(const Mention& mention, std::string* out);

// Reads one native record back; unknown fields are ignored. `where` begins the message ("a.jsonl:3").
Result<Mention> read_record(std::string_view json, std::string_view where);

// Node-link JSON as NetworkX 3.6 reads it (`edges`), one item a line, with interactions, mentions and sources beside;
// read_json() is its inverse and takes everything from `nodes` and those three. `edges` has one entry for each actor
// and recipient of an interaction; without recipients one for each two actors if it is reciprocal, else a loop at each.
std::string write_json(const Graph& graph);
Result<Graph> read_json(std::string_view json, std::string_view where);

// GraphML as write_graph() makes it with all fields and sentences, read back without loss. Other GraphML is refused.
Result<Graph> read_graphml(std::string_view xml, std::string_view where);

// DOT that libcgraph reads, styled as `render` draws it. Graphviz is not thread-safe: one thread at a time.
std::string write_dot(const Graph& graph);

// Where the bytes of a format go, one file after the other.
class ExportTarget {
 public:
  virtual ~ExportTarget() = default;
  // For formats of several files: what follows belongs into this file of the folder. Never the same one twice.
  virtual void start(std::string_view file) = 0;
  virtual void write(std::string_view bytes) = 0;
};

struct ExportFormat {
  std::string_view name;       // "graphml"
  std::string_view summary;    // for help
  std::string_view extension;  // ".graphml"; empty for a folder of files
  bool takes_fields;           // ExportOptions::fields
};

// In the order of help.
std::span<const ExportFormat> export_formats();
const ExportFormat* find_export_format(std::string_view name);  // nullptr for an unknown one

struct ExportOptions {
  bool text = true;                    // the sentences; without them files are a third as large
  std::vector<std::string> fields;     // names of what is told besides ids; empty = everything
  std::string edges_key = "edges";     // of node-link JSON: edges, links for NetworkX before 3.4, or both
  std::string table = "interactions";  // of csv and jsonl: interactions, ties, actors, mentions, offices
  std::string title;                   // of the report; empty = a plain one
  bool offices = false;                // networks: also an edge from each person to the body of an office
};

// What a file holds, as its writer counted and as its reader finds it: actors and edges, or rows.
struct ExportCounts {
  std::uint64_t nodes = 0, edges = 0;
  bool operator==(const ExportCounts&) const = default;
};

// Cause::wrong_use for an unknown format, table or field; the message names what is known.
Result<ExportCounts> write_graph(const GraphStream& graph, std::string_view format, const ExportOptions& options,
                                 ExportTarget* target);

// Reads what write_graph() has written, with the format's own reader. `path` is the file or folder. Fails where it
// cannot be read; the message says why.
Result<ExportCounts> count_exported(const std::string& path, std::string_view format, const ExportOptions& options);

}  // namespace demarche

#endif
