// Tables of documents: CSV (RFC 4180) and TSV with a line of column names.
#ifndef DEMARCHE_INGEST_CSV_H
#define DEMARCHE_INGEST_CSV_H

#include <string_view>

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// Hands over a document for each row that has a text; names rows that have none as "where: row N" (the first below the
// names is 1). Columns are those of FieldMap, in any case and order; others are ignored. Never holds more than one row.
void read_csv(Input* input, char mark, const Origin& origin, Reading* reading);

// What parts the columns of the first line, '\t', ',', ';' or '|': the one by which a column is named `column`, else
// the one that stands there most often; '\0' when none does.
char table_mark(std::string_view head, std::string_view column);

// True when the first line names this column.
bool names_column(std::string_view head, char mark, std::string_view column);

}  // namespace demarche::ingesting

#endif
