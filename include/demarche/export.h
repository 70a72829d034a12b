// Writers of records and graphs. Each escapes what it carries; the same graph gives the same bytes.
#ifndef DEMARCHE_EXPORT_H
#define DEMARCHE_EXPORT_H

#include <string>
#include <string_view>

#include "demarche/error.h"
#include "demarche/graph.h"
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

// DOT through libcgraph, styled as `render` draws it. Graphviz is not thread-safe: one thread at a time.
std::string write_dot(const Graph& graph);

}  // namespace demarche

#endif
