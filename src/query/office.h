// Whether one wording of an office means another: "foreign minister", "Minister for Foreign Affairs".
#ifndef DEMARCHE_QUERY_OFFICE_H
#define DEMARCHE_QUERY_OFFICE_H

#include <string>
#include <string_view>
#include <vector>

#include "demarche/graph.h"

namespace demarche::query {

// How the words of an office, as key() gives them, meet those that are wanted: 2 the same, 1 it says more, 0 another. A
// deputy foreign minister is no foreign minister.
int office_fit(const std::vector<std::string>& wanted, const std::vector<std::string>& office);

// Whether the texts name the actor in such an office.
bool holds_office(const Actor& actor, std::string_view wanted);

// "foreign ministers" → "foreign minister"; empty if the words name no office.
std::string singular_office(std::string_view words);

}  // namespace demarche::query

#endif
