// Sheets of cells by column: CSV (RFC 4180), TSV, and the results of a SPARQL query service as JSON.
#ifndef DEMARCHE_ACTORS_SHEET_H
#define DEMARCHE_ACTORS_SHEET_H

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/error.h"

namespace demarche::actors {

struct SheetRow {
  std::uint32_t line = 0;                    // of the file; of JSON: the number of the result, from 1
  std::map<std::string, std::string> cells;  // by column; empty cells are left out
};

// The first line names the columns. The separator is the one of ",", ";" and tab that this line has most. Cause::failed
// for a quote that does not close and for a line with more cells than columns.
Result<std::vector<SheetRow>> read_csv(std::string_view text, std::string_view path);

// A list of objects with plain values, or {"results": {"bindings": […]}} with {"value": …} objects: what the query
// service's "JSON file" and "JSON file (verbose)" give. Cause::failed for anything else.
Result<std::vector<SheetRow>> read_query_json(std::string_view text, std::string_view path);

}  // namespace demarche::actors

#endif
