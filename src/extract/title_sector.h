// The sector of a person by the title: a general is MIL, an archbishop REL, a senator LEG.
#ifndef DEMARCHE_EXTRACT_TITLE_SECTOR_H
#define DEMARCHE_EXTRACT_TITLE_SECTOR_H

#include <cstdint>
#include <string_view>

#include "extract/sentence.h"
#include "rules/pack_data.h"

namespace demarche::extract {

// Of the title that the tokens from `first` to `last` (exclusive) are. GOV where its heads disagree ("Attorney
// General", "Prime Minister General Prayut") and for titles without a sector of their own. A constant.
std::string_view title_sector(const Sentence& s, std::uint32_t first, std::uint32_t last,
                              const rules::PackTables& tables);

}  // namespace demarche::extract

#endif
