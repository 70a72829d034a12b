#include "actors/imported.h"

#include <array>
#include <set>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace demarche::actors {
namespace {

constexpr std::size_t short_word = 4;  // letters of an acronym

// 0x80 to 0x9F of Windows-1252; 0 where the code page has nothing.
constexpr std::array<char32_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_small(std::string_view word) {
  static const std::set<std::string_view> words = {"of",  "the", "and", "for", "in", "on", "to", "de",
                                                   "del", "du",  "des", "la",  "le", "el", "al", "bin",
                                                   "ibn", "von", "van", "der", "da", "di"};
  return words.contains(word);
}

// One word; its parts between hyphens, dots and apostrophes each begin with a capital.
std::string capitalised(std::string_view word) {
  std::string out;
  bool first = true;
  for (const char c : word) {
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
    out += first && lower ? static_cast<char>(c - 32) : !first && upper ? static_cast<char>(c + 32) : c;
    first = !(upper || lower || static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9'));
  }
  return out;
}

std::vector<std::string> split(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : name) {
    if (c != ' ' && c != '_' && c != '\t') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

}  // namespace

std::string usual_capitals(std::string_view name) {
  const std::vector<std::string> words = split(name);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += ' ';
    const std::string small = text::fold(words[i]);
    const bool bracketed = words[i].starts_with('(') && words[i].ends_with(')');
    if (bracketed || (words.size() == 1 && words[i].size() <= short_word)) {
      out += words[i];
    } else if (i > 0 && is_small(small)) {
      out += small;
    } else {
      out += capitalised(words[i]);
    }
  }
  return out;
}

std::string to_utf8(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t length = 1;
    const char32_t c = text::decode(bytes, i, &length);
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (c != 0xFFFD || length > 1) {
      out.append(bytes.substr(i, length));
    } else {
      const char32_t read = byte >= 0xA0 ? byte : byte >= 0x80 ? windows_1252[byte - 0x80] : 0;
      text::append_utf8(read == 0 ? 0xFFFD : read, &out);
    }
    i += length;
  }
  return out;
}

bool names_a_body(std::string_view name) {
  static const std::set<std::string> bodies = {
      "agency",       "alliance",      "army",        "assembly",      "association", "authority",  "bank",
      "board",        "brigade",       "brigades",    "bureau",        "cartel",      "center",     "centre",
      "church",       "club",          "coalition",   "command",       "commission",  "committee",  "company",
      "conference",   "confederation", "congress",    "corporation",   "corps",       "council",    "court",
      "department",   "embassy",       "faction",     "federation",    "fighters",    "foundation", "force",
      "forces",       "forum",         "front",       "fund",          "government",  "group",      "guard",
      "guards",       "guerrillas",    "institute",   "international", "jihad",       "junta",      "league",
      "liberation",   "media",         "militia",     "militants",     "military",    "ministry",   "mission",
      "movement",     "mujahideen",    "navy",        "network",       "news",        "office",     "organization",
      "organisation", "parliament",    "parties",     "party",         "people",      "police",     "press",
      "program",      "programme",     "project",     "rebels",        "republic",    "resistance", "revolutionary",
      "secretariat",  "senate",        "separatists", "service",       "services",    "society",    "team",
      "trade",        "trust",         "tribunal",    "troops",        "union",       "united",     "university",
      "workers",      "world"};
  for (const std::string& word : split(name)) {
    if (bodies.contains(text::fold(word))) return true;
  }
  return false;
}

}  // namespace demarche::actors
