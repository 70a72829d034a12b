#include "export/cameo.h"

#include <algorithm>
#include <iterator>

namespace demarche::exporting {
namespace {

// From PLOVER: the first row that fits. Empty mode or action fit everything; an action fits as a whole or as the first
// word ("summon the ambassador").
struct FromPlover {
  std::string_view event, mode, action, code;
  int quad_class;
  double goldstein;
};

constexpr FromPlover from_plover[] = {
    {"CONSULT", "phone", "", "041", 1, 1.0},
    {"CONSULT", "", "call", "041", 1, 1.0},
    {"CONSULT", "", "host", "043", 1, 2.8},
    {"CONSULT", "visit", "", "042", 1, 1.9},
    {"CONSULT", "", "visit", "042", 1, 1.9},
    {"CONSULT", "", "mediate", "045", 1, 5.0},
    {"CONSULT", "", "negotiate", "046", 1, 7.0},
    {"CONSULT", "third-party", "", "044", 1, 2.5},
    {"CONSULT", "", "", "040", 1, 1.0},
    {"AGREE", "", "", "030", 1, 4.0},
    {"SUPPORT", "", "sign", "057", 1, 8.0},
    {"SUPPORT", "", "ratify", "057", 1, 8.0},
    {"SUPPORT", "", "recognise", "054", 1, 6.0},
    {"SUPPORT", "", "apologise", "055", 1, 7.0},
    {"SUPPORT", "", "praise", "051", 1, 3.4},
    {"SUPPORT", "", "welcome", "051", 1, 3.4},
    {"SUPPORT", "", "endorse", "051", 1, 3.4},
    {"SUPPORT", "", "congratulate", "051", 1, 3.4},
    {"SUPPORT", "", "thank", "051", 1, 3.4},
    {"SUPPORT", "", "defend", "052", 1, 3.5},
    {"SUPPORT", "", "", "050", 1, 3.5},
    {"CONCEDE", "", "apologise", "055", 1, 7.0},
    {"CONCEDE", "", "", "080", 2, 5.0},
    {"COOPERATE", "", "trade", "061", 2, 6.4},
    {"COOPERATE", "", "share", "064", 2, 7.0},
    {"COOPERATE", "", "extradite", "063", 2, 7.4},
    {"COOPERATE", "", "", "060", 2, 6.0},
    {"AID", "", "", "070", 2, 7.0},
    {"RETREAT", "release", "", "0841", 2, 7.0},
    {"RETREAT", "return", "", "0842", 2, 7.0},
    {"RETREAT", "ease", "", "085", 2, 7.0},
    {"RETREAT", "access", "", "086", 2, 9.0},
    {"RETREAT", "ceasefire", "", "0871", 2, 9.0},
    {"RETREAT", "disarm", "", "0873", 2, 9.0},
    {"RETREAT", "", "", "087", 2, 9.0},
    {"REQUEST", "", "demand", "100", 3, -5.0},
    {"REQUEST", "", "", "020", 1, 3.0},
    {"ACCUSE", "investigate", "", "090", 3, -2.0},
    {"ACCUSE", "allege", "", "112", 3, -2.0},
    {"ACCUSE", "disapprove", "", "111", 3, -2.0},
    {"ACCUSE", "", "", "110", 3, -2.0},
    {"REJECT", "meet", "", "125", 3, -5.0},
    {"REJECT", "", "", "120", 3, -4.0},
    {"THREATEN", "violence", "", "138", 3, -7.0},
    {"THREATEN", "relations", "", "130", 3, -4.4},
    {"THREATEN", "", "", "130", 3, -4.4},
    {"PROTEST", "riot", "", "145", 4, -7.5},
    {"PROTEST", "demo", "", "141", 4, -6.5},
    {"PROTEST", "", "", "140", 4, -6.5},
    {"MOBILIZE", "", "", "150", 4, -7.2},
    {"SANCTION", "expel", "", "161", 4, -4.0},
    {"SANCTION", "withdraw", "", "161", 4, -4.0},
    {"SANCTION", "", "impose", "163", 4, -8.0},
    {"SANCTION", "", "sanction", "163", 4, -8.0},
    {"SANCTION", "", "", "160", 4, -4.0},
    {"COERCE", "arrest", "", "173", 4, -5.0},
    {"COERCE", "expel", "", "174", 4, -5.0},
    {"COERCE", "seize", "", "171", 4, -9.2},
    {"COERCE", "restrict", "", "172", 4, -5.0},
    {"COERCE", "", "", "170", 4, -7.0},
    {"ASSAULT", "unconventional", "", "180", 4, -9.0},
    {"ASSAULT", "primitive", "", "180", 4, -9.0},
    {"ASSAULT", "", "", "190", 4, -10.0},
};

// Of plans: the intent that CAMEO has for them.
constexpr FromPlover intents[] = {
    {"CONSULT", "", "mediate", "039", 1, 5.0},
    {"CONSULT", "", "", "036", 1, 4.0},
    {"SUPPORT", "", "", "032", 1, 4.5},
    {"AGREE", "", "", "030", 1, 4.0},
    {"AID", "", "", "033", 1, 5.2},
    {"COOPERATE", "", "", "031", 1, 5.2},
    {"CONCEDE", "", "", "035", 1, 7.0},
    {"RETREAT", "", "", "035", 1, 7.0},
    {"SANCTION", "", "", "130", 3, -4.4},
    {"COERCE", "", "", "130", 3, -4.4},
    {"MOBILIZE", "", "", "138", 3, -7.0},
    {"ASSAULT", "", "", "138", 3, -7.0},
};

bool begins_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
}

template <std::size_t N>
CameoCode look_up(const FromPlover (&rows)[N], const Mention& mention) {
  for (const FromPlover& row : rows) {
    if (row.event != mention.event) continue;
    if (!row.mode.empty() && row.mode != mention.mode) continue;
    if (!row.action.empty() && !begins_with_word(mention.action, row.action)) continue;
    return {row.code, row.quad_class, row.goldstein};
  }
  return {};
}

// From CAMEO: the longest code that begins the given one.
struct FromCameo {
  std::string_view code, event, mode, action;
  bool reciprocal;
  Status status;
  int quad_code;
};

constexpr Status happened = Status::actual;
constexpr Status planned = Status::planned;

constexpr FromCameo from_cameo[] = {
    {"01", "", "", "make statement", false, happened, 1},
    {"02", "REQUEST", "", "appeal", false, happened, 3},
    {"03", "AGREE", "", "agree", false, happened, 1},
    {"031", "COOPERATE", "", "cooperate", false, planned, 2},
    {"032", "SUPPORT", "", "support", false, planned, 1},
    {"033", "AID", "", "give aid", false, planned, 2},
    {"036", "CONSULT", "", "meet", true, planned, 1},
    {"038", "AGREE", "", "accept mediation", false, happened, 1},
    {"039", "CONSULT", "", "mediate", false, planned, 1},
    {"04", "CONSULT", "", "talk", true, happened, 1},
    {"041", "CONSULT", "phone", "call", true, happened, 1},
    {"042", "CONSULT", "visit", "visit", false, happened, 1},
    {"043", "CONSULT", "visit", "host", false, happened, 1},
    {"044", "CONSULT", "third-party", "meet", true, happened, 1},
    {"045", "CONSULT", "", "mediate", false, happened, 1},
    {"046", "CONSULT", "", "negotiate", true, happened, 1},
    {"05", "SUPPORT", "", "support", false, happened, 1},
    {"051", "SUPPORT", "", "praise", false, happened, 1},
    {"052", "SUPPORT", "", "defend", false, happened, 1},
    {"054", "SUPPORT", "", "recognise", false, happened, 1},
    {"055", "CONCEDE", "", "apologise", false, happened, 1},
    {"057", "SUPPORT", "", "sign agreement", true, happened, 1},
    {"06", "COOPERATE", "", "cooperate", true, happened, 2},
    {"061", "COOPERATE", "", "trade", true, happened, 2},
    {"063", "COOPERATE", "", "cooperate in court", false, happened, 2},
    {"064", "COOPERATE", "", "share intelligence", true, happened, 2},
    {"07", "AID", "", "give aid", false, happened, 2},
    {"075", "AID", "", "grant asylum", false, happened, 2},
    {"08", "CONCEDE", "", "yield", false, happened, 1},
    {"0813", "RETREAT", "", "ease restrictions", false, happened, 2},
    {"0814", "RETREAT", "", "ease restrictions", false, happened, 2},
    {"084", "RETREAT", "return", "return", false, happened, 2},
    {"0841", "RETREAT", "release", "release", false, happened, 2},
    {"085", "RETREAT", "ease", "ease sanctions", false, happened, 2},
    {"086", "RETREAT", "access", "give access", false, happened, 2},
    {"087", "RETREAT", "disarm", "withdraw", false, happened, 2},
    {"0871", "RETREAT", "ceasefire", "cease fire", false, happened, 2},
    {"0872", "RETREAT", "withdraw", "withdraw", false, happened, 2},
    {"09", "ACCUSE", "investigate", "investigate", false, happened, 3},
    {"10", "REQUEST", "", "demand", false, happened, 3},
    {"11", "ACCUSE", "disapprove", "criticise", false, happened, 3},
    {"112", "ACCUSE", "allege", "accuse", false, happened, 3},
    {"12", "REJECT", "", "reject", false, happened, 3},
    {"125", "REJECT", "meet", "refuse to meet", false, happened, 3},
    {"13", "THREATEN", "", "threaten", false, happened, 3},
    {"138", "THREATEN", "violence", "threaten with force", false, happened, 3},
    {"14", "PROTEST", "", "protest", false, happened, 4},
    {"141", "PROTEST", "demo", "demonstrate", false, happened, 4},
    {"145", "PROTEST", "riot", "riot", false, happened, 4},
    {"15", "MOBILIZE", "", "mobilise", false, happened, 4},
    {"16", "SANCTION", "", "reduce relations", false, happened, 4},
    {"161", "SANCTION", "", "reduce relations", false, happened, 4},
    {"163", "SANCTION", "", "sanction", false, happened, 4},
    {"166", "SANCTION", "expel", "expel", false, happened, 4},
    {"17", "COERCE", "", "coerce", false, happened, 4},
    {"171", "COERCE", "seize", "seize", false, happened, 4},
    {"172", "COERCE", "restrict", "restrict", false, happened, 4},
    {"173", "COERCE", "arrest", "arrest", false, happened, 4},
    {"174", "COERCE", "expel", "deport", false, happened, 4},
    {"18", "ASSAULT", "unconventional", "attack", false, happened, 4},
    {"19", "ASSAULT", "", "attack", false, happened, 4},
    {"20", "ASSAULT", "unconventional", "use mass violence", false, happened, 4},
};

}  // namespace

CameoCode cameo_of(const Mention& mention) {
  if (mention.status == Status::planned) return look_up(intents, mention);
  if (mention.status != Status::actual) return {};
  return look_up(from_plover, mention);
}

PloverType plover_of(std::string_view cameo) {
  const FromCameo* best = nullptr;
  for (const FromCameo& row : from_cameo) {
    if (cameo.starts_with(row.code) && (best == nullptr || best->code.size() < row.code.size())) best = &row;
  }
  if (best == nullptr) return {};
  return {best->event, best->mode, best->action, best->reciprocal, best->status, best->quad_code};
}

}  // namespace demarche::exporting
