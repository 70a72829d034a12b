#include "extract/title_sector.h"

#include <utility>

#include "extract/words.h"

namespace demarche::extract {
namespace {

// Office categories (rules/README.md) whose holders are not of the government.
constexpr std::pair<std::string_view, std::string_view> sectors[] = {
    {"military-chief", "MIL"}, {"religious-leader", "REL"}, {"judge", "JUD"},
    {"legislator", "LEG"},     {"senator", "LEG"},          {"opposition-leader", "OPP"},
};

}  // namespace

std::string_view title_sector(const Sentence& s, std::uint32_t first, std::uint32_t last,
                              const rules::PackTables& tables) {
  std::string_view sector;
  for (std::uint32_t i = first; i < last; ++i) {
    const Word* const w = s.tagged[i].word;
    if (w == nullptr || w->props == nullptr || !w->is_title(rules::office_head) || w->props->office == 0) continue;
    const std::string_view category = tables.vocabulary.office_categories[w->props->office - 1];
    std::string_view of_head = "GOV";
    for (const auto& [office, own] : sectors) {
      if (office == category) of_head = own;
    }
    if (!sector.empty() && sector != of_head) return "GOV";
    sector = of_head;
  }
  return sector.empty() ? "GOV" : sector;
}

}  // namespace demarche::extract
