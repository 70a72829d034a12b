// The records of appointments among those of interactions.
#ifndef DEMARCHE_EXTRACT_OFFICE_RECORD_H
#define DEMARCHE_EXTRACT_OFFICE_RECORD_H

#include <string_view>

#include "demarche/mention.h"

namespace demarche::extract {

inline constexpr std::string_view take_office = "take office";
inline constexpr std::string_view leave_office = "leave office";

// Of somebody who takes or leaves an office: it tells of no interaction.
inline bool tells_office(const Mention& m) {
  return m.event.empty() && (m.action == take_office || m.action == leave_office) && m.actor.size() == 1 &&
         m.recipient.size() == 1;
}

}  // namespace demarche::extract

#endif
