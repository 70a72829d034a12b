// What is new in the graph.
#ifndef DEMARCHE_QUERY_CHANGES_H
#define DEMARCHE_QUERY_CHANGES_H

#include "query/report_parts.h"

namespace demarche::query {

// Between query.since and query.until, by the dates of the documents: interactions first told then; those told before
// whose status changed; pairs in contact for the first time; actors never heard of before. `interactions` fit the query
// apart from its dates.
std::vector<Section> change_sections(const Inquiry& inquiry, const Interactions& interactions, Interactions* changed);

}  // namespace demarche::query

#endif
