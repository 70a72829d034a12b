// Sheets with actors → rows of an actor file: results of the queries in scripts/wikidata, and lists of one's own with
// the same columns (docs/actors.md lists them).
#ifndef DEMARCHE_ACTORS_QUERY_RESULT_H
#define DEMARCHE_ACTORS_QUERY_RESULT_H

#include <string_view>
#include <vector>

#include "actors/imported.h"
#include "actors/sheet.h"
#include "rules/roster.h"

namespace demarche::actors {

// A row of the sheet is an actor or one term of a person; rows of one actor add up. Countries may be given as alpha-3
// codes, names or Wikidata ids of `known`. Never fails: what cannot be read is named among the problems.
Imported read_sheet(const std::vector<SheetRow>& sheet, const rules::Roster& known);

}  // namespace demarche::actors

#endif
