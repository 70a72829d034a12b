#include "query/countries.h"

#include <algorithm>
#include <map>

#include "query/words.h"
#include "rules/toml_library.h"

namespace demarche::query {
namespace {

std::string found_in(const Countries::Table& table, std::string_view word) {
  const auto at = std::lower_bound(table.begin(), table.end(), word,
                                   [](const Countries::Row& row, std::string_view key) { return row.first < key; });
  return at == table.end() || at->first != word ? std::string() : std::string(at->second);
}

}  // namespace

Countries Countries::parse(std::string_view toml) {
  Countries countries;
  toml::table file;
  try {
    file = toml::parse(toml);
  } catch (const toml::parse_error&) {
    return countries;
  }
  const toml::array* rows = file["state"].as_array();
  if (rows == nullptr) return countries;
  std::map<std::string, std::string> codes, names;  // the first of each stays
  // Names of states go before other words, living states before dead ones: "Georgia" the state, "Congolese" the larger.
  for (const std::string_view list : {"", "variants", "adjectives", "people", "capital", "seats"}) {
    for (const bool historical : {false, true}) {
      for (const toml::node& node : *rows) {
        const toml::table& row = *node.as_table();
        const std::string code = row["id"].value_or(std::string());
        const std::string name = row["name"].value_or(std::string());
        if (code.empty() || name.empty() || row.contains("until") != historical) continue;
        if (list.empty()) {
          names.emplace(code, name);
          codes.emplace(key(name), code);
          codes.emplace(key(code), code);
        } else if (const toml::array* words = row[list].as_array()) {
          for (const toml::node& word : *words) codes.emplace(key(word.value_or(std::string())), code);
        }
      }
    }
  }
  countries.texts_ = std::make_shared<std::unordered_set<std::string>>();
  const auto kept = [&](const std::string& text) -> std::string_view { return *countries.texts_->insert(text).first; };
  for (const auto& [word, code] : codes) countries.codes_.emplace_back(kept(word), kept(code));
  for (const auto& [code, name] : names) countries.names_.emplace_back(kept(code), kept(name));
  return countries;
}

std::string Countries::code(std::string_view word) const {
  std::string k = key(word);
  if (k.rfind("the ", 0) == 0) k.erase(0, 4);
  return found_in(codes_, k);
}

const Region* Countries::region(std::string_view word) const {
  std::string k = key(word);
  if (k.rfind("the ", 0) == 0) k.erase(0, 4);
  if (!code(k).empty()) return nullptr;
  for (const Region& region : regions_) {
    const bool named =
        std::any_of(region.words.begin(), region.words.end(), [&](const auto& w) { return key(w) == k; });
    if (named || key(region.name) == k) return &region;
  }
  return nullptr;
}

std::string Countries::name(std::string_view code) const { return found_in(names_, code); }

std::vector<std::string> Countries::names() const {
  std::vector<std::string> out;
  for (const auto& [code, name] : names_) out.emplace_back(name);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace demarche::query
