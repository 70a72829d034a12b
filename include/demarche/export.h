// Writers of records and graphs. Each escapes what it carries; the same graph gives the same bytes.
#ifndef DEMARCHE_EXPORT_H
#define DEMARCHE_EXPORT_H

#include <string>
#include <string_view>

#include "demarche/error.h"
#include "demarche/graph.h"
#include "demarche/mention.h"

namespace demarche {

// One native record as a line of JSON, without newline. Fields that are not stated are left out.
void write_record(const Mention& mention, std::string* out);

// The PLOVER projection (`projection_from_status`): may write nothing, for a denied event. Returns whether it wrote.
bool write_plover(const Mention& mention, std::string* out);

// Reads one native record back. `where` stands in messages ("a.jsonl:3").
Result<Mention> read_record(std::string_view json, std::string_view where);

// Node-link JSON as NetworkX 3.6 reads it (`edges`), with mentions and sources beside; read_json() is its inverse.
std::string write_json(const Graph& graph);
Result<Graph> read_json(std::string_view json, std::string_view where);

// DOT through libcgraph, styled as `render` draws it.
std::string write_dot(const Graph& graph);

}  // namespace demarche

#endif
