// Rows of like things, written in any --format: for the commands that list what the rules and tables know.
#ifndef DEMARCHE_CLI_LISTING_H
#define DEMARCHE_CLI_LISTING_H

#include <string>
#include <vector>

#include "cli/answer_json.h"
#include "cli/result_format.h"

namespace demarche::cli {

struct Listing {
  std::string name;                  // of the list in JSON: "holders"
  std::vector<std::string> columns;  // of CSV and TSV: keys of the rows
  std::vector<std::string> shown;    // of the table, in this order
  std::vector<Json> rows;            // objects; missing keys are empty fields
};

// JSON is one object: `head` with the list added. JSON Lines, CSV and TSV have the rows only. The table has columns of
// even width and no heading; its text is safe for a terminal.
std::string in_format(const Listing& listing, ResultFormat format, Json head = Json::object());

// Columns of even width, two spaces apart; the last one as it is.
std::string aligned(const std::vector<std::vector<std::string>>& rows);

}  // namespace demarche::cli

#endif
