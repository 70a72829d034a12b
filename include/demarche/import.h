// Event data of other projects as graphs of their own: rows of GDELT 2, ICEWS and POLECAT.
//
// Each row becomes a statement of its document (GDELT's source address, ICEWS' and POLECAT's story); GraphBuilder then
// merges rows about one event as it merges sentences.
#ifndef DEMARCHE_IMPORT_H
#define DEMARCHE_IMPORT_H

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "demarche/error.h"
#include "demarche/graph.h"

namespace demarche {

enum class RowFormat {
  automatic,  // by the header; without one GDELT, by the number of columns
  gdelt,      // GDELT 2 events: 61 tab-separated columns without header (58 of GDELT 1, too)
  icews,      // ICEWS coded events: a header with "CAMEO Code"
  polecat,    // POLECAT events: a header with "Event Type"
};

struct RowCounts {
  std::uint64_t rows = 0;
  std::uint64_t taken = 0;
  std::uint64_t skipped = 0;  // of another number of columns, without actors, or with a code that is none
};

struct RowOptions {
  RowFormat format = RowFormat::automatic;
  // Alpha-3 code of a country's name, empty for an unknown one. ICEWS writes names.
  std::function<std::string(std::string_view)> country_code;
  std::function<void(const std::string&)> on_problem;  // one line each: "a.csv:17: 12 columns, not 61; row skipped"
};

// Reads all rows and adds them to `builder`. `where` begins the messages. Fails (Cause::failed) when the format cannot
// be told or the header lacks a column that is needed.
Result<RowCounts> import_rows(std::istream& in, std::string_view where, const RowOptions& options,
                              GraphBuilder* builder);

}  // namespace demarche

#endif
