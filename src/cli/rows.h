// Rows for spreadsheets: CSV (RFC 4180, "\n" line ends) and TSV.
#ifndef DEMARCHE_CLI_ROWS_H
#define DEMARCHE_CLI_ROWS_H

#include <string>
#include <vector>

#include "cli/evidence.h"
#include "demarche/graph.h"

namespace demarche::cli {

using Row = std::vector<std::string>;

// TSV has no quotes: tabs and line breaks inside a field become spaces.
std::string csv(const std::vector<Row>& rows);
std::string tsv(const std::vector<Row>& rows);
std::string markdown(const std::vector<Row>& rows);

// A head row and one row each; lists inside a field stand between "; ".
std::vector<Row> rows_of(const std::vector<Evidence>& evidence);
std::vector<Row> rows_of(const Graph& graph, const std::vector<const Interaction*>& interactions);

}  // namespace demarche::cli

#endif
