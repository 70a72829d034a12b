// Families of actions: which verbs may tell of one event.
//
// The contacts of CONSULT (call, meet, visit …) form one family, because "talked" may be any of them. Inside it a table
// says which verbs go together. Every other action stands with its synonyms alone.
#ifndef DEMARCHE_GRAPH_FAMILY_H
#define DEMARCHE_GRAPH_FAMILY_H

#include <cstdint>
#include <string>
#include <string_view>

#include "demarche/mention.h"

namespace demarche::graph {

enum class Contact : std::uint8_t { none, talk, negotiate, call, videoconference, meet, visit, host };

struct Family {
  std::string name;  // "contact", or event and leading synonym: "ACCUSE condemn"
  Contact contact = Contact::none;
};

Family family_of(const Mention& mention);

// Contact::none for what is not CONSULT and for verbs that are no contact (write, mediate).
Contact contact_of(std::string_view event, std::string_view action, std::string_view mode);

// REQUIRES a and b are of the same family. True for `talk` with every contact, `meet` with visit, host and negotiate,
// `call` with videoconference, and for equals.
bool same_event(Contact a, Contact b);

// How much a verb says: an interaction is named by the most telling verb of its mentions. talk < negotiate < meet, call
// < visit, host, videoconference.
int detail(Contact contact);

// Both persons are in one place.
bool in_person(Contact contact);

}  // namespace demarche::graph

#endif
