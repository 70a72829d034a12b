// Families of actions: words of queries that stand for several actions of records.
#ifndef DEMARCHE_QUERY_FAMILY_H
#define DEMARCHE_QUERY_FAMILY_H

#include <string_view>

namespace demarche::query {

// Actions in which the direction does not matter when they are asked for: talk, meet, negotiate, videoconference.
bool is_mutual(std::string_view action);

// Actions whose direction counts even where the record is reciprocal: call, visit, host, write.
bool is_directed(std::string_view action);

// Whether an interaction with this event and action is meant by `asked`: talk and meet are families, other actions that
// are no contact stand for their kinds ("threaten" for "threaten with force"). `to_state_only`: its recipients are
// states or nobody; visits of that kind are neither talks nor meetings.
bool is_meant(std::string_view asked, std::string_view event, std::string_view action, bool to_state_only);

}  // namespace demarche::query

#endif
