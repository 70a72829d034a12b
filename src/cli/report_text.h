// Reports and tables in every result format.
#ifndef DEMARCHE_CLI_REPORT_TEXT_H
#define DEMARCHE_CLI_REPORT_TEXT_H

#include <string>

#include "cli/answer_json.h"
#include "cli/result_format.h"
#include "demarche/report.h"

namespace demarche::cli {

// table: aligned columns under the name of each section, proofs beneath their row. json: one object, a list of objects
// for each section beside the query. jsonl: one object a row, its section named where there are several. csv, tsv: the
// section; of several sections one line a cell (section, row, column, value). markdown: a table for each section.
std::string in_format(const Report& report, ResultFormat format, bool color);

// The sections as members of a JSON object.
Json to_json(const Report& report);

// The report as the answer of a question, with the sentences that it rests on.
Json report_json(const Graph& graph, const std::string& question, const Report& report);

// One line an answer: names, or who did what to whom, or what the versions of a dispute are.
std::vector<std::string> answers_of(const Report& report);

// Text as Markdown shows it unchanged, on one line.
std::string in_markdown(std::string_view text);

// A table of cells that are Markdown already.
std::string markdown_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace demarche::cli

#endif
