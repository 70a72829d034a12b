// Between PLOVER and CAMEO (Conflict and Mediation Event Observations, Schrodt 2012), the codes of GDELT and ICEWS.
#ifndef DEMARCHE_EXPORT_CAMEO_H
#define DEMARCHE_EXPORT_CAMEO_H

#include <string_view>

#include "demarche/mention.h"

namespace demarche::exporting {

struct CameoCode {
  std::string_view code;  // "041"; empty when the event is none of CAMEO's
  int quad_class = 0;     // 1 to 4, as GDELT numbers them
  double goldstein = 0;   // Goldstein's score of the code
};

// What CAMEO says of a statement. A plan is an intent (036 for a meeting), a denial and a rumour have no code.
CameoCode cameo_of(const Mention& mention);

struct PloverType {
  std::string_view event;  // empty for public statements, which PLOVER does not code
  std::string_view mode;
  std::string_view action;  // a verb
  bool reciprocal = false;
  Status status = Status::actual;
  int quad_code = 0;
};

// What PLOVER says of a CAMEO code, after the conversion table of PLOVER 0.8. Codes of any depth ("19", "190", "1951");
// an unknown one has an empty action. Codes of intents are plans.
PloverType plover_of(std::string_view cameo);

}  // namespace demarche::exporting

#endif
