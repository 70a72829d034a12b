#include "query/office.h"

#include <algorithm>
#include <array>

#include "query/words.h"

namespace demarche::query {
namespace {

using Words = std::vector<std::string>;

// Words that make another office of the one they stand before.
constexpr std::array<std::string_view, 11> ranks = {"vice", "deputy", "former", "assistant", "acting",        "under",
                                                    "ex",   "shadow", "junior", "late",      "undersecretary"};

// What the names of offices end in, before any "of": "secretary of state".
constexpr std::array<std::string_view, 24> heads = {
    "minister", "president",    "secretary",   "ambassador", "envoy",   "chancellor", "premier", "king",
    "queen",    "prince",       "senator",     "governor",   "general", "adviser",    "advisor", "spokesman",
    "chief",    "commissioner", "spokeswoman", "emir",       "sultan",  "admiral",    "consul",  "representative"};

bool one_of(std::string_view word, const auto& list) { return std::find(list.begin(), list.end(), word) != list.end(); }

// "minister for foreign affairs", "minister of foreign affairs" → "foreign minister", and so for other ministries.
Words plain(Words office) {
  const auto at = std::find(office.begin(), office.end(), "minister");
  if (at == office.end() || office.end() - at < 3 || (at[1] != "for" && at[1] != "of")) return office;
  Words out(office.begin(), at);
  out.push_back(at[2]);
  out.emplace_back("minister");
  return out;
}

}  // namespace

int office_fit(const Words& wanted, const Words& office) {
  const Words asked = plain(wanted), held = plain(office);
  if (asked == held) return 2;
  if (asked.empty() || !is_subsequence(asked, held)) return 0;
  for (const std::string& word : held) {
    if (one_of(word, ranks) && !one_of(word, asked)) return 0;
  }
  return 1;
}

bool holds_office(const Actor& actor, std::string_view wanted) {
  const Words asked = split_words(key(wanted));
  return std::any_of(actor.offices.begin(), actor.offices.end(),
                     [&](const std::string& office) { return office_fit(asked, split_words(key(office))) > 0; });
}

std::string singular_office(std::string_view words) {
  Words all = split_words(words);
  const auto of = std::find(all.begin(), all.end(), "of");
  if (of == all.begin()) return "";
  std::string& head = *(of - 1);
  std::string lower = lowered(head);
  if (all.size() == 1 && lower.rfind("minister", 0) == 0) return "";  // of what? any politician
  if (one_of(lower, heads)) return join_words(all, 0, all.size());
  if (lower == "secretaries") lower = "secretarys";
  if (lower == "spokesmen") lower = "spokesmans";
  if (lower.size() < 2 || lower.back() != 's' || !one_of(std::string_view(lower).substr(0, lower.size() - 1), heads)) {
    return "";
  }
  lower.pop_back();
  head = std::move(lower);
  return join_words(all, 0, all.size());
}

}  // namespace demarche::query
