// Who somebody is, by offices, ties, deeds and topics.
#ifndef DEMARCHE_QUERY_PROFILE_H
#define DEMARCHE_QUERY_PROFILE_H

#include "query/report_parts.h"

namespace demarche::query {

// Sections actor, offices, ties, events, years, topics, latest. REQUIRES one party.
std::vector<Section> profile_sections(const Inquiry& inquiry, const Interactions& interactions);

// office, of, from, until, source, sentence, link: those of the gazetteer with their dates, then those that only the
// texts name, with the days of the first and last document that does. Newest first.
Section office_section(const Graph& graph, const Party& party);

// One row each: name, kind, country, interactions, contacts, first, last, balance.
Section actor_section(const Graph& graph, const Interactions& interactions, const Party& party);

// name, interactions, first, last, balance.
Section tie_section(const Graph& graph, const Interactions& interactions, const Party& party, std::size_t limit);

}  // namespace demarche::query

#endif
