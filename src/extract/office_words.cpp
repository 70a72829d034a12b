#include "extract/office_words.h"

#include <algorithm>
#include <iterator>

namespace demarche::extract {

bool contains_word(std::string_view folded, std::string_view word) {
  for (std::size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const bool left = at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '-';
    const std::size_t end = at + word.size();
    if (left && (end == folded.size() || folded[end] == ' ' || folded[end] == '-')) return true;
  }
  return false;
}

bool contains_words(std::string_view title, std::string_view wanted) {
  for (std::size_t from = 0; from < wanted.size();) {
    const std::size_t space = std::min(wanted.find(' ', from), wanted.size());
    if (space > from && !contains_word(title, wanted.substr(from, space - from))) return false;
    from = space + 1;
  }
  return true;
}

namespace {

int year_of(std::string_view day) {
  return day.size() < 4 ? 0 : (day[0] - '0') * 1000 + (day[1] - '0') * 100 + (day[2] - '0') * 10 + (day[3] - '0');
}

}  // namespace

int years_from(const rules::Term& term, std::string_view day) {
  if (day.empty()) return 0;
  const auto before = [](std::string_view a, std::string_view b) {
    const std::size_t n = std::min(a.size(), b.size());
    return a.substr(0, n) < b.substr(0, n);
  };
  if (!term.from.empty() && before(day, term.from)) return std::max(1, year_of(term.from) - year_of(day));
  if (!term.until.empty() && before(term.until, day)) return std::max(1, year_of(day) - year_of(term.until));
  return 0;
}

std::string_view office_category(std::string_view title) {
  const auto has = [&](std::string_view w) { return contains_word(title, w); };
  if (has("deputy") || has("vice") || has("assistant") || has("under") || has("former") || has("shadow") ||
      title.starts_with("minister of state"))
    return "";
  if (has("minister") || has("secretary")) {
    if (has("foreign") || has("state") || has("external")) return "foreign-minister";
    if (has("defense") || has("defence")) return "defence-minister";
    if (has("finance") || has("treasury")) return "finance-minister";
    if (has("interior") || has("home")) return "interior-minister";
    if (has("prime")) return "head-of-government";
    if (!has("general")) return "";
  }
  if (has("premier") || has("chancellor") || has("taoiseach")) return "head-of-government";
  if (has("president") || has("king") || has("queen") || has("emir") || has("sultan") || has("pope"))
    return "head-of-state";
  if (title == "leader") return "leader";
  if (title == "head" || title == "boss") return "organisation-head";
  if (title == "top diplomat" || title == "chief diplomat" || title == "foreign policy chief")
    return "foreign-minister";
  if (title.ends_with("national security adviser") || title.ends_with("national security advisor"))
    return "national-security-adviser";
  if (title == "spy chief" || title == "intelligence chief") return "intelligence-chief";
  if (title == "army chief" || title == "military chief") return "military-chief";
  if (has("secretary-general") || has("chief") || has("director-general") || (has("secretary") && has("general")))
    return "organisation-head";
  return "";
}

bool by_courtesy(std::string_view title_head, std::string_view office) {
  if (title_head == "general" || title_head == "admiral" || title_head == "marshal")
    return office == "military-chief" || office == "intelligence-chief" || office == "defence-minister" ||
           office == "national-security-adviser";
  if (title_head == "colonel") return office == "head-of-state";
  if (title_head == "president") return office == "head-of-government";
  return title_head == "ambassador" &&
         (office == "special-envoy" || office == "un-ambassador" || office == "deputy-minister");
}

std::string without_articles(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t space = std::min(folded.find(' ', at), folded.size());
    std::string_view word = folded.substr(at, space - at);
    at = space + 1;
    if (word.size() > 3 && (word.starts_with("al-") || word.starts_with("el-"))) word.remove_prefix(3);
    if (word.empty() || word == "al" || word == "el") continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// Constitutional monarchies and parliamentary republics. Not those where presidents lead abroad (Finland, Lithuania,
// Poland, Romania), where it changed with the constitution (Armenia, Georgia, Turkey), and where both are called so.
bool led_by_government(std::string_view state) {
  static constexpr std::string_view states[] = {
      "ALB", "AND", "ATG", "AUS", "AUT", "BEL", "BGD", "BGR", "BHS", "BLZ", "BRB", "CAN", "CZE", "DEU", "DMA",
      "DNK", "ESP", "EST", "ETH", "FJI", "GBR", "GRC", "GRD", "HRV", "HUN", "IND", "IRL", "IRQ", "ISL", "ISR",
      "ITA", "JAM", "JPN", "KHM", "KNA", "LCA", "LSO", "LUX", "LVA", "MKD", "MLT", "MUS", "MYS", "NLD", "NOR",
      "NZL", "PNG", "PRT", "SGP", "SLB", "SVK", "SVN", "SWE", "THA", "TTO", "TUV", "VCT", "VUT", "WSM"};
  return std::binary_search(std::begin(states), std::end(states), state);
}

bool led_by_head_of_state(std::string_view state) {
  static constexpr std::string_view states[] = {"AZE", "BLR", "CHN", "CMR", "DZA", "EGY", "FRA", "KAZ", "KGZ", "KOR",
                                                "PER", "RUS", "RWA", "SYR", "TJK", "TWN", "UGA", "UKR", "UZB"};
  return std::binary_search(std::begin(states), std::end(states), state);
}

}  // namespace demarche::extract
