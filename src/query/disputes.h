// Where the sources do not agree.
#ifndef DEMARCHE_QUERY_DISPUTES_H
#define DEMARCHE_QUERY_DISPUTES_H

#include "query/report_parts.h"

namespace demarche::query {

// One row a version, the versions of one dispute together: number, about (happened, date, place, direction), version,
// reports, actor, action, recipient, published, source, sentence, link. Newest first. What counts as a dispute:
//
//   happened   some say that it took place (or may have), others deny it
//   date       two interactions of one kind between the same actors, told by different documents, on days that are
//              named and at most three days apart; or one interaction whose documents name different days
//   place      documents name different towns, or different countries, for one interaction
//   direction  documents do not agree who called, wrote to, visited whom
Section dispute_section(const Inquiry& inquiry, const Interactions& interactions, Interactions* disputed);

}  // namespace demarche::query

#endif
